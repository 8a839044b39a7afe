// Lays a draft out as the official form has it: parts, fields with what is filled in, and to each what was found there.
import { catalogue } from '../../draft/catalogue.ts'
import type { Bilingual, Field, GroupField, Path } from '../../draft/field.ts'
import type { Draft } from '../../draft/normalise.ts'
import type { LocatedFinding } from '../../engine/report.ts'

/** Websites and access entries laid out; filings have a few. What is found beyond is told of the draft as a whole. */
const MOST_PARTS = 40

/** A field of the form. */
export interface Row {
  readonly kind: 'row'
  readonly path: Path
  readonly label: Bilingual
  readonly field: Field
  /** What is filled in; each with its own path, as that decides what is masked. */
  readonly values: readonly { readonly path: Path; readonly text: string }[]
  readonly findings: LocatedFinding[]
}

/** The heading of a group of fields inside a part: a person, the papers. */
export interface Head {
  readonly kind: 'head'
  readonly path: Path
  readonly label: Bilingual
  readonly findings: LocatedFinding[]
}

/** A part of the form with a heading of its own. */
export interface Part {
  readonly kind: 'filing' | 'subject' | 'website' | 'access'
  readonly label: Bilingual
  /** Which of several, from 1. */
  readonly number: number | undefined
  /** What tells it from the others: the name of a website. */
  readonly name: string | undefined
  readonly rows: readonly (Row | Head)[]
  /** What was found about the part as a whole. */
  readonly findings: LocatedFinding[]
  /** There is nothing of it in the draft. */
  readonly absent: boolean
}

/** A draft as the form shows it. */
export interface Form {
  readonly parts: readonly Part[]
  /** What was found about no part of it. */
  readonly findings: readonly LocatedFinding[]
  /** There are more parts than these. */
  readonly isCut: boolean
}

type Values = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null
const keyOf = (path: Path): string => path.join('/')

/** Puts a draft and its findings on the form. */
export function layOut(draft: Draft, findings: readonly LocatedFinding[]): Form {
  const unread = new Map<string, string>()
  for (const problem of draft.problems) {
    if (problem.kind === 'notAnOption') unread.set(keyOf(problem.path), problem.value)
  }
  const parts: Placed[] = []
  let isCut = false
  for (const part of partsOf(draft, unread)) {
    isCut = parts.length === MOST_PARTS
    if (isCut) break
    parts.push(part)
  }
  const places = new Map<string, LocatedFinding[]>()
  for (const { path, part } of parts) {
    if (!places.has(keyOf(path))) places.set(keyOf(path), part.findings)
    // What is said of a list as a whole stands with its first entry.
    const list = keyOf(path.slice(0, -1))
    if (typeof path.at(-1) === 'number' && !places.has(list)) places.set(list, part.findings)
    for (const row of part.rows) places.set(keyOf(row.path), row.findings)
  }
  const other: LocatedFinding[] = []
  for (const finding of findings) {
    const { path } = finding.at
    let place: LocatedFinding[] | undefined
    for (let length = path.length; length > 0 && place === undefined; length -= 1)
      place = places.get(keyOf(path.slice(0, length)))
    ;(place ?? other).push(finding)
  }
  return { parts: parts.map(({ part }) => part), findings: other, isCut }
}

interface Placed {
  readonly path: Path
  readonly part: Part
}

function* partsOf(draft: Draft, unread: ReadonlyMap<string, string>): Generator<Placed> {
  const { filing, subject, websites } = catalogue.fields
  const profile = rowOf(catalogue.fields.profile, draft.profile, ['profile'], unread)
  const own = placed('filing', filing, draft.filing, ['filing'], unread)
  yield { ...own, part: { ...own.part, rows: [...own.part.rows, profile] } }
  yield placed('subject', subject, draft.subject, ['subject'], unread)
  if (draft.websites.length === 0) yield absent('website', websites.item, ['websites'])
  for (const [index, website] of draft.websites.entries()) {
    const path = ['websites', index]
    const number = draft.websites.length > 1 ? index + 1 : undefined
    const name = website.name ?? website.domains[0]?.name
    yield placed('website', websites.item, website, path, unread, number, name)
    const { item } = websites.item.fields.access
    if (website.access.length === 0) yield absent('access', item, [...path, 'access'])
    for (const [at, entry] of website.access.entries()) {
      const count = website.access.length > 1 ? at + 1 : undefined
      yield placed('access', item, entry, [...path, 'access', at], unread, count)
    }
  }
}

function placed(
  kind: Part['kind'],
  group: GroupField,
  value: unknown,
  path: Path,
  unread: ReadonlyMap<string, string>,
  number?: number,
  name?: string,
): Placed {
  const rows = [...rowsOf(group, value, path, unread)]
  return { path, part: { kind, label: group, number, name, rows, findings: [], absent: false } }
}

const absent = (kind: Part['kind'], label: Bilingual, path: Path): Placed => ({
  path,
  part: { kind, label, number: undefined, name: undefined, rows: [], findings: [], absent: true },
})

function* rowsOf(
  group: GroupField,
  value: unknown,
  path: Path,
  unread: ReadonlyMap<string, string>,
): Generator<Row | Head> {
  for (const [key, field] of Object.entries(group.fields)) {
    const inner = isGroup(value) ? value[key] : undefined
    const place = [...path, key]
    // Access entries are parts of their own.
    if (key === 'access') continue
    if (field.kind === 'group') {
      yield { kind: 'head', path: place, label: field, findings: [] }
      yield* rowsOf(field, inner, place, unread)
    } else yield rowOf(field, inner, place, unread)
  }
}

function rowOf(field: Field, value: unknown, path: Path, unread: ReadonlyMap<string, string>): Row {
  return { kind: 'row', path, label: field, field, values: [...valuesOf(value, path, unread)], findings: [] }
}

/** Texts in a value, each with its path. */
function* valuesOf(
  value: unknown,
  path: Path,
  unread: ReadonlyMap<string, string>,
): Generator<Row['values'][number]> {
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* valuesOf(item, [...path, index], unread)
  } else if (isGroup(value)) {
    for (const [key, item] of Object.entries(value)) yield* valuesOf(item, [...path, key], unread)
  } else {
    const text = unread.get(keyOf(path))
    if (text !== undefined) yield { path, text }
  }
}
