// What the user wrote becomes a canonical draft: English keys, option ids, lists where the form has lists.
// What does not fit the form is noted as a shape problem; the rules under rules/draft give it its words.
import { type OddCharacters, readCharacters } from '../facts/characters.ts'
import { nearest } from '../facts/text.ts'
import { catalogue, type DraftValues } from './catalogue.ts'
import {
  type Field,
  fieldsOf,
  type GroupField,
  type ListField,
  type OptionField,
  type Path,
  type TextField,
} from './field.ts'
import { MAX_TEXT, MAX_VALUES } from './limits.ts'
import { keyFor, keyWords, optionFor, optionWords } from './words.ts'

/** The path of something in the file that need not be in the catalogue. Rules cannot make one up. */
export type NotedPath = Path & { readonly '~noted': true }
const noted = (...steps: Path): NotedPath => steps as unknown as NotedPath

export type ShapeProblem =
  | {
      readonly kind: 'unknownKey'
      readonly path: NotedPath
      readonly key: string
      readonly nearest: string | undefined
      /** Whether the nearest key is still free there. */
      readonly free: boolean
      /** Labels of the group that has this key, where another group does. */
      readonly home: { readonly zh: string; readonly en: string } | undefined
    }
  | {
      readonly kind: 'sameFieldTwice'
      readonly path: NotedPath
      readonly key: string
      readonly other: string
    }
  | {
      readonly kind: 'notText' | 'notGroup'
      readonly path: NotedPath
      readonly found: 'list' | 'group' | 'text'
    }
  | {
      /** A key whose colon is not one to YAML, so that a group was read as a text. */
      readonly kind: 'noColon'
      readonly path: NotedPath
      readonly key: string
      readonly fullWidth: boolean
    }
  | {
      readonly kind: 'notAnOption'
      readonly path: NotedPath
      readonly value: string
      readonly nearest: string | undefined
      readonly options: OptionField['options']
    }
  | { readonly kind: 'tooLong'; readonly path: NotedPath; readonly length: number; readonly max: number }
  /** Quotation marks around the whole value, which the reader takes for part of it. */
  | { readonly kind: 'quoted'; readonly path: NotedPath; readonly inner: string; readonly value: string }
  | {
      /** Characters that are not what they look like, in a value or in its key. Rules see the value as it looks. */
      readonly kind: 'characters'
      readonly path: NotedPath
      readonly part: 'key' | 'value'
      readonly odd: OddCharacters
      readonly fixed: string
    }
  | { readonly kind: 'tooMany'; readonly path: NotedPath; readonly max: number }
  | { readonly kind: 'empty'; readonly path: NotedPath }
  | { readonly kind: 'moreUnknown'; readonly path: NotedPath; readonly told: number }

/** A draft in canonical form, with what did not fit. */
export interface Draft extends DraftValues {
  readonly problems: readonly ShapeProblem[]
}

interface Walk {
  readonly problems: ShapeProblem[]
  /** Where the walk is. */
  readonly path: (string | number)[]
  values: number
  unknown: number
}

/** Where the walk is, to be kept. */
const here = ({ path }: Walk, ...below: Path): NotedPath => noted(...path, ...below)

/** Unknown keys of one draft that are told: a file with more of them is no draft. */
const MOST_UNKNOWN = 200

/** Makes the canonical draft from the plain values of one document. Total: any value gives a draft. */
export function normalise(value: unknown): Draft {
  const walk: Walk = { problems: [], path: [], values: 0, unknown: 0 }
  if (value === null || value === undefined || value === '')
    walk.problems.push({ kind: 'empty', path: noted() })
  // The walk follows the catalogue, so what comes out has the catalogue's type.
  const values = readGroup(catalogue, value, walk) as unknown as DraftValues
  return { ...values, problems: walk.problems }
}

function readField(field: Field, value: unknown, walk: Walk): unknown {
  walk.values += 1
  switch (field.kind) {
    case 'text':
      return readScalar(field, value, walk)
    case 'option':
      return readOption(field, value, walk)
    case 'list':
      return readList(field, value, walk)
    case 'group':
      return readGroup(field, value, walk)
  }
}

/** What a field has in a draft that says nothing of it: the same in every draft, as nobody changes a draft. */
const nothingOf = (field: Field): unknown =>
  field.kind === 'group' ? formOf(field).absent : field.kind === 'list' ? NO_ITEMS : undefined

const NO_ITEMS: readonly unknown[] = Object.freeze([])

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlankText(value.trim()))

/** YAML's ways to write nothing; with all scalars read as text they arrive as words. */
const isBlankText = (text: string): boolean =>
  text === '' || text === '~' || text === 'null' || text === 'Null' || text === 'NULL'

function readScalar(field: TextField | OptionField, value: unknown, walk: Walk): string | undefined {
  if (isBlank(value)) return undefined
  if (typeof value === 'object') {
    walk.problems.push({ kind: 'notText', path: here(walk), found: Array.isArray(value) ? 'list' : 'group' })
    return undefined
  }
  const written = String(value)
  if (written.length > MAX_TEXT) {
    const { length } = written.trim()
    walk.problems.push({ kind: 'tooLong', path: here(walk), length, max: MAX_TEXT })
    return undefined
  }
  const text = readWritten(written, 'value', walk)
  if (text === '') return undefined
  if (field.kind === 'text' && field.max !== undefined && text.length > field.max) {
    walk.problems.push({ kind: 'tooLong', path: here(walk), length: text.length, max: field.max })
  }
  const inner = quotedWhole.exec(text)?.[1]?.trim()
  if (inner === undefined || inner === '') return text
  walk.problems.push({ kind: 'quoted', path: here(walk), inner, value: text })
  // The other rules see what was meant: one mistake is told once.
  return inner
}

/** A value or a key as it looks, without spaces around; what is odd about its characters is noted. */
function readWritten(written: string, part: 'key' | 'value', walk: Walk): string {
  const { text, odd } = readCharacters(written)
  const fixed = text.trim()
  for (const each of odd) walk.problems.push({ kind: 'characters', path: here(walk), part, odd: each, fixed })
  return fixed
}

/** “沈知秋”, ‘沈知秋’, 「沈知秋」: YAML and JSON know only " and '. */
const quotedWhole = /^[“„‘「『]([^“”„‘’「」『』]+)[”“’」』]$/u

function readOption(field: OptionField, value: unknown, walk: Walk): string | undefined {
  const text = readScalar(field, value, walk)
  if (text === undefined) return undefined
  const id = optionFor(field.options, text)
  if (id === undefined) {
    const near = nearest(text, optionWords(field.options))
    walk.problems.push({
      kind: 'notAnOption',
      path: here(walk),
      value: text,
      nearest: near,
      options: field.options,
    })
  }
  return id
}

function readList(field: ListField, value: unknown, walk: Walk): readonly unknown[] {
  if (isBlank(value)) return NO_ITEMS
  const items: unknown[] = Array.isArray(value) ? value : [value]
  const read: unknown[] = []
  for (let index = 0; index < items.length; index += 1) {
    if (walk.values > MAX_VALUES) {
      walk.problems.push({ kind: 'tooMany', path: here(walk), max: MAX_VALUES })
      break
    }
    walk.path.push(index)
    read.push(readField(field.item, items[index], walk))
    walk.path.pop()
  }
  return read
}

/** A group made ready for being read. */
interface Form {
  readonly fields: readonly (readonly [key: string, field: Field])[]
  /** What the group has where nothing is written: to be copied, and to be shared. */
  readonly nothing: Readonly<Record<string, unknown>>
  readonly absent: Readonly<Record<string, unknown>>
  /** The number of the field that a word stands for, for words met before with nothing odd about them. */
  readonly met: Map<string, number>
}

const forms = new WeakMap<GroupField, Form>()

function formOf(group: GroupField): Form {
  let form = forms.get(group)
  if (form === undefined) {
    const fields = fieldsOf(group)
    const nothing = Object.fromEntries(fields.map(([key, field]) => [key, nothingOf(field)]))
    form = { fields, nothing, absent: Object.freeze({ ...nothing }), met: new Map() }
    forms.set(group, form)
  }
  return form
}

/** Spellings that are kept of each group: more than people use, fewer than an attack might. */
const MOST_MET = 200

function readGroup(group: GroupField, value: unknown, walk: Walk): Readonly<Record<string, unknown>> {
  const { fields, nothing, absent, met } = formOf(group)
  if (isBlank(value)) return absent
  const given = asMapping(group, value, walk)
  const result: Record<string, unknown> = { ...nothing }
  const words: string[] = []
  for (const word of Object.keys(given)) {
    let place = met.get(word)
    if (place === undefined) {
      const key = keyFor(group, word)
      if (key === undefined) {
        noteUnknown(group, given, word, walk)
        continue
      }
      place = fields.findIndex(([name]) => name === key)
    }
    const [key, field] = fields[place] as readonly [key: string, field: Field]
    const other = words[place]
    if (other !== undefined) {
      walk.problems.push({ kind: 'sameFieldTwice', path: here(walk, key), key: word, other })
      continue
    }
    words[place] = word
    walk.path.push(key)
    if (!met.has(word)) meet(word, place, met, walk)
    result[key] = readField(field, given[word], walk)
    walk.path.pop()
  }
  return result
}

/** Looks at a key that is met for the first time. */
function meet(word: string, place: number, met: Map<string, number>, walk: Walk): void {
  const before = walk.problems.length
  readWritten(word, 'key', walk)
  if (walk.problems.length === before && met.size < MOST_MET) met.set(word, place)
}

/** The mapping that a group was written as. A bare text stands for the group's shorthand field. */
function asMapping(group: GroupField, value: unknown, walk: Walk): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  if (typeof value !== 'object' && group.shorthand !== undefined) return { [group.shorthand]: value }
  const slip = typeof value === 'string' ? /^([^\s:：]{1,24})([:：])/.exec(value.trim()) : null
  walk.problems.push(
    slip === null
      ? { kind: 'notGroup', path: here(walk), found: Array.isArray(value) ? 'list' : 'text' }
      : { kind: 'noColon', path: here(walk), key: slip[1] ?? '', fullWidth: slip[2] === '：' },
  )
  return {}
}

/** The first group of the form that has a key, with the groups around it: 主体信息 › 主体负责人 for 手机号码. */
function homeOf(word: string): { zh: string; en: string } | undefined {
  const look = (field: Field, zh: string, en: string): { zh: string; en: string } | undefined => {
    if (field.kind === 'list') return look(field.item, zh, en)
    if (field.kind !== 'group') return undefined
    if (zh !== '' && keyFor(field, word) !== undefined) return { zh, en }
    for (const [key, inner] of Object.entries(field.fields)) {
      const found = look(
        inner,
        zh === '' ? inner.zh : `${zh} › ${inner.zh}`,
        en === '' ? key : `${en}.${key}`,
      )
      if (found !== undefined) return found
    }
    return undefined
  }
  return look(catalogue, '', '')
}

const keysOf = new WeakMap<object, ReadonlySet<string>>()

/** The keys of the form that a mapping has, in whatever spelling. */
function keysIn(group: GroupField, given: object): ReadonlySet<string> {
  let keys = keysOf.get(given)
  if (keys === undefined) {
    keys = new Set(Object.keys(given).flatMap((word) => keyFor(group, word) ?? []))
    keysOf.set(given, keys)
  }
  return keys
}

function noteUnknown(group: GroupField, given: object, word: string, walk: Walk): void {
  if (word.startsWith('x-') || (walk.path.length === 0 && word === '$schema')) return
  walk.unknown += 1
  if (walk.unknown > MOST_UNKNOWN) {
    if (walk.unknown === MOST_UNKNOWN + 1)
      walk.problems.push({ kind: 'moreUnknown', path: here(walk, word), told: MOST_UNKNOWN })
    return
  }
  const near = nearest(word, keyWords(group))
  const wanted = near === undefined ? undefined : keyFor(group, near)
  walk.problems.push({
    kind: 'unknownKey',
    path: here(walk, word),
    key: word,
    nearest: near,
    free: wanted === undefined || !keysIn(group, given).has(wanted),
    home: homeOf(word),
  })
}
