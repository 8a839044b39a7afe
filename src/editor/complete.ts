// What may be typed at a place of a draft: keys and options in the language of the file.
import type { Field, GroupField, OptionField } from '../draft/field.ts'
import { fieldFacts, fieldTitle, optionLines, optionTitle } from '../draft/field-text.ts'
import type { Format } from '../draft/read.ts'
import { keyFor } from '../draft/words.ts'
import { services } from '../facts/data/services.ts'
import type { Language } from '../report/language.ts'
import { type Cursor, cursorAt } from './cursor.ts'
import { fieldBelow, fieldIn, itemOf, languageOf } from './fields.ts'

/** One thing that may be typed. */
export interface Suggestion {
  readonly label: string
  readonly kind: 'key' | 'option' | 'value'
  readonly detail: string
  /** Markdown. */
  readonly documentation: string
  /** What takes the place of the text from `from` to `to`. */
  readonly insert: string
  readonly from: number
  readonly to: number
}

/** What only the surroundings know: names that the form leaves free. */
export interface Names {
  /** Ids of profiles with their titles. */
  readonly profiles: readonly { readonly id: string; readonly title: string }[]
  /** Legal names of the host of the draft's profile. */
  readonly providers: readonly string[]
}

/**
 * What may be typed at an offset.
 * @param language of a file that has no keys yet, and of descriptions
 */
export async function complete(
  text: string,
  format: Format,
  offset: number,
  language: Language,
  names: Names,
): Promise<Suggestion[]> {
  const cursor = await cursorAt(text, format, offset)
  const spelling = languageOf(withoutTyped(text, cursor), language)
  const place: Place = { text, json: format !== 'yaml', cursor, spelling, language, names }
  const below = fieldBelow(cursor.keys)
  if (below === undefined) return []
  const holder = itemOf(below)
  if (cursor.key !== undefined) {
    const field = holder.kind === 'group' ? fieldIn(holder, cursor.key) : undefined
    return field === undefined ? [] : values(field, place)
  }
  return holder.kind === 'group' ? keys(holder, place) : values(below, place)
}

/** A key that is being typed must not decide the language. */
const withoutTyped = (text: string, { key, from, to }: Cursor): string =>
  key === undefined ? text.slice(0, from) + text.slice(to) : text

interface Place {
  readonly text: string
  readonly json: boolean
  readonly cursor: Cursor
  /** The language in which the file is written. */
  readonly spelling: Language
  /** The language of descriptions. */
  readonly language: Language
  readonly names: Names
}

function keys(group: GroupField, place: Place): Suggestion[] {
  const { cursor, spelling, language } = place
  const taken = new Set(cursor.siblings.map((word) => keyFor(group, word)))
  return Object.entries(group.fields).flatMap(([key, field]) => {
    if (taken.has(key)) return []
    const label = spelling === 'zh' ? field.zh : key
    return [
      {
        label,
        kind: 'key' as const,
        detail: spelling === 'zh' ? field.en : field.zh,
        documentation: fieldText(field, language),
        insert: keyInsert(label, field, place),
        from: cursor.from,
        to: cursor.to,
      },
    ]
  })
}

/** What is said of a field: its name, what it asks, its options. */
export const fieldText = (field: Field, language: Language): string =>
  [`**${fieldTitle(field, language)}**`, fieldFacts(field, language), optionLines(field).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')

/** The key with what has to follow it, unless that is there already. */
function keyInsert(label: string, field: Field, { text, json, cursor }: Place): string {
  const word = json ? JSON.stringify(label) : label
  if (/^[\w"']*\s*[:：]/.test(text.slice(cursor.to))) return word
  if (json || cursor.column === undefined) return `${word}: `
  const inner = ' '.repeat(cursor.column + 2)
  if (field.kind === 'group') return `${word}:\n${inner}`
  const isPlain = field.kind !== 'list' || field.item.kind !== 'group' || field.item.shorthand !== undefined
  return isPlain ? `${word}: ` : `${word}:\n${inner}- `
}

function values(field: Field, place: Place): Suggestion[] {
  const item = itemOf(field)
  if (item.kind === 'option') return options(item, place)
  return freeNames(field, place).map(({ word, detail }) => suggestion(word, 'value', detail, '', place))
}

const options = ({ options: all }: OptionField, place: Place): Suggestion[] =>
  all.map((option) =>
    suggestion(
      place.spelling === 'zh' ? option.zh : option.id,
      'option',
      place.spelling === 'zh' ? option.en : option.zh,
      optionTitle(option),
      place,
    ),
  )

/** Words for fields that take any text. */
function freeNames(field: Field, { names }: Place): { word: string; detail: string }[] {
  const known: Readonly<Record<string, () => { word: string; detail: string }[]>> = {
    接入商档案: () => names.profiles.map(({ id, title }) => ({ word: id, detail: title })),
    接入服务提供商: () => names.providers.map((word) => ({ word, detail: '' })),
    网站服务内容: () => services.map(({ zh, en }) => ({ word: zh, detail: en })),
  }
  return known[field.zh]?.() ?? []
}

function suggestion(
  word: string,
  kind: Suggestion['kind'],
  detail: string,
  documentation: string,
  { text, json, cursor: { from, to } }: Place,
): Suggestion {
  const quoted = json ? JSON.stringify(word) : word
  // Right behind the colon YAML wants a space.
  const insert = !json && /[:：]$/.test(text.slice(0, from)) ? ` ${quoted}` : quoted
  return { label: word, kind, detail, documentation, insert, from, to }
}
