// Every fix in drafts of any layout: what was found is gone, every byte outside of what was edited is as it was, and a
// second run changes nothing.
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/draft/normalise.ts'
import { type Format, readText } from '../../src/draft/read.ts'
import { differsOnlyIn, formattedJson, formattedYaml, type Leaf, pickFrom } from '../formatted.ts'
import fc from '../property.ts'
import { checkRule } from './check-rule.ts'
import { type FixCase, fixCases } from './fix-cases.ts'
import { fixByRule } from './fix-rule.ts'

async function valuesOf(text: string, format: Format): Promise<unknown[]> {
  const { documents, problems } = await readText(text, format)
  expect(problems, text).toEqual([])
  return documents.map((entry) => entry.value)
}

/** The draft with a key of the user's own in each group, so that no fix empties one. */
function withOwnKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOwnKeys)
  if (typeof value !== 'object' || value === null) return value
  return {
    'x-own': '1',
    ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withOwnKeys(inner)])),
  }
}

const at = (values: readonly unknown[], { document, path }: Leaf): unknown =>
  path.reduce(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    values[document],
  )

const choices = fc.array(fc.nat(1000), { minLength: 30, maxLength: 90 })
const formats = [
  ['yaml', formattedYaml],
  ['json', formattedJson],
] as const

describe.each(formats)('%s', (format, write) => {
  test.each(fixCases)(
    '$rule $message: $draft',
    async ({ rule, message, draft, fixed, circumstances }: FixCase) => {
      const drafts = (await valuesOf(draft, 'yaml')).map((value) => Object(withOwnKeys(value)))
      const wanted = (await valuesOf(fixed, 'yaml')).map((value) => normalise(value))
      await fc.assert(
        fc.asyncProperty(choices, async (numbers) => {
          const { text, leaves } = write(drafts, pickFrom(numbers))
          const first = await fixByRule(rule, text, circumstances, format)
          const after = first.source.text
          expect(first.refused).toEqual([])
          expect(first.applied.map((finding) => finding.message)).toContain(message)
          // (a) what was found is gone, and the draft says what it should
          const values = await valuesOf(after, format)
          expect(values.map((value) => normalise(value))).toEqual(wanted)
          if (format === 'yaml')
            expect(
              (await checkRule(rule, after, circumstances)).filter(({ fix }) => fix !== undefined),
            ).toEqual([])
          // (b) all other bytes
          const edits = first.applied.flatMap(({ fix }) => fix?.edits ?? [])
          if (edits.every(({ op }) => op === 'set')) {
            const changed = leaves.filter((leaf) => at(values, leaf) !== leaf.value)
            expect(differsOnlyIn(text, after, changed)).toBe(true)
          } else for (const piece of piecesBetween(text, leaves, values)) expect(after).toContain(piece)
          // (c) once more
          const second = await fixByRule(rule, after, circumstances, format)
          expect(second.source.text).toBe(after)
          expect(second.applied).toEqual([])
        }),
        { numRuns: 6 },
      )
    },
  )
})

/** Values that a fix has nothing to do with, as they are written. */
function piecesBetween(text: string, leaves: readonly Leaf[], after: readonly unknown[]): string[] {
  return leaves.filter((leaf) => at(after, leaf) === leaf.value).map(({ from, to }) => text.slice(from, to))
}
