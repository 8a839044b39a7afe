// Which rules look at which field, and how a field looks when it is right: both follow from the examples of the rules.
import { rules } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import { fieldAt } from '../../src/draft/catalogue.ts'
import type { Field, Path } from '../../src/draft/field.ts'
import { type Draft, normalise } from '../../src/draft/normalise.ts'
import { readText } from '../../src/draft/read.ts'
import { checkDraft } from '../../src/engine/check.ts'
import type { Rule } from '../../src/engine/rule.ts'
import { DEFAULT_PROFILE } from '../../src/profile/builtin.ts'
import { resolve } from '../../src/profile/resolve.ts'

/** What rules tell of a field. */
export interface FieldNotes {
  readonly rules: Set<Rule>
  /** Values of good examples; nobody's. */
  readonly examples: Set<string>
}

type Example = Rule['examples']['bad'][number]

async function draftsOf({ draft }: Example): Promise<Draft[]> {
  const { documents } = await readText(draft, 'yaml')
  return documents.map(({ value }) => normalise(value))
}

function* textsIn(value: unknown, path: Path = []): Generator<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key])
}

const someDay = { now: () => Date.parse('2026-11-23T04:00:00Z') }

/** Where a rule has something to say about an example. */
async function placesOf(rule: Rule, example: Example): Promise<Path[]> {
  const { world } = settingsOf(example.profile ?? DEFAULT_PROFILE, undefined, someDay)
  const settings = { [rule.id]: [rule.level, example.options ?? {}] as const }
  const active = resolve([rule], [{ name: 'example', rules: settings }])
  const places: Path[] = []
  for (const draft of await draftsOf(example)) {
    const own = active.map((entry) => ({ ...entry, level: rule.level }))
    const { findings } = checkDraft(draft, own, world)
    places.push(...findings.map(({ at }) => at.path))
    for (const { rule: each, options } of own)
      for (const { at } of each.clash?.keys(draft, options) ?? []) places.push(at)
  }
  return places
}

/** Reads the examples of every rule but those about the form as a whole (`draft/…`). */
export async function fieldNotes(): Promise<ReadonlyMap<Field, FieldNotes>> {
  const notes = new Map<Field, FieldNotes>()
  const noteOf = (path: Path): FieldNotes | undefined => {
    const field = fieldAt(path)
    if (field === undefined) return undefined
    const known = notes.get(field) ?? { rules: new Set(), examples: new Set() }
    notes.set(field, known)
    return known
  }
  for (const rule of rules) {
    if (rule.id.startsWith('draft/')) continue
    for (const example of rule.examples.bad)
      for (const path of await placesOf(rule, example)) noteOf(path)?.rules.add(rule)
    for (const example of rule.examples.good)
      for (const draft of await draftsOf(example))
        for (const [path, text] of textsIn(draft)) noteOf(path)?.examples.add(text)
  }
  return notes
}
