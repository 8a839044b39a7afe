// The JSON Schema of a draft, from the field catalogue. It accepts exactly what the reader takes without a remark about
// its shape; what has to be filled in, and how, is the business of the rules.
import { catalogue } from '../../src/draft/catalogue.ts'
import type { Field, GroupField, ListField, Option, OptionField } from '../../src/draft/field.ts'
import { fieldFacts, fieldTitle, optionLines, optionTitle } from '../../src/draft/field-text.ts'
import type { FieldNotes } from './field-notes.ts'

export type Schema = Readonly<Record<string, unknown>>
type Notes = ReadonlyMap<Field, FieldNotes>

/** What YAML and JSON may write for a text. */
const scalarTypes = ['string', 'number', 'boolean', 'null'] as const
/** Ways to write nothing. */
const blank = '~|null|Null|NULL'
/** Examples shown for a field. */
const MOST_EXAMPLES = 3

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')

/** A character in either case and either width, as the reader takes it. */
function anyForm(character: string): string {
  const code = character.charCodeAt(0)
  if (code <= 0x20 || code > 0x7e) return escaped(character)
  const cases = [...new Set([character.toLowerCase(), character.toUpperCase()])]
  const wide = cases.map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
  return `[${[...cases, ...wide].map(escaped).join('')}]`
}

const anySpelling = (words: readonly string[]): string =>
  [...new Set(words.map((word) => Array.from(word.toLowerCase()).map(anyForm).join('')))].join('|')

/** Names of the definitions: the first path under which a field stands. */
type Names = Map<Field, string>

function nameFields(field: Field, path: string, names: Names): void {
  if (names.has(field)) return
  names.set(field, path)
  if (field.kind === 'list') nameFields(field.item, `${path}.item`, names)
  if (field.kind !== 'group') return
  for (const [key, inner] of Object.entries(field.fields))
    nameFields(inner, path === 'draft' ? key : `${path}.${key}`, names)
}

const ref = (field: Field, names: Names): Schema => ({ $ref: `#/$defs/${names.get(field)}` })

function optionSchema({ options }: OptionField): Schema {
  const spelled = options.flatMap((option) =>
    [...new Set([option.id, option.zh])].map((word) => [word, optionTitle(option)] as const),
  )
  const codes = options.flatMap((option: Option) => option.codes ?? [])
  const words = options.flatMap(({ id, zh: chinese, en: english, aliases = [] }: Option) => [
    id,
    chinese,
    english,
    ...aliases,
  ])
  const all = anySpelling([...words, ...codes.map(String)])
  return {
    anyOf: [
      { enum: spelled.map(([word]) => word), markdownEnumDescriptions: spelled.map(([, title]) => title) },
      ...(codes.length > 0 ? [{ type: 'integer', enum: codes }] : []),
      { type: 'string', pattern: `^\\s*(?:${all}|(?:${blank})?)\\s*$` },
      { type: 'null' },
    ],
  }
}

function groupSchema(group: GroupField, names: Names): Schema {
  const properties: Record<string, Schema> = {}
  const patternProperties: Record<string, Schema> = {}
  const sameField: Record<string, Schema> = {}
  for (const [key, field] of Object.entries(group.fields)) {
    const words = [...new Set([key, field.zh, ...(field.labels ?? [])])]
    properties[key] = ref(field, names)
    properties[field.zh] = ref(field, names)
    patternProperties[`^(?!(?:${key}|${field.zh})$)\\s*(?:${anySpelling(words)})\\s*$`] = ref(field, names)
    for (const [at, word] of words.slice(0, -1).entries())
      sameField[word] = {
        properties: Object.fromEntries(words.slice(at + 1).map((other) => [other, false])),
        errorMessage: `与“${word}”是同一栏，只写一个 · the same field as “${word}”: write one of them`,
      }
  }
  const inner = group.shorthand === undefined ? undefined : group.fields[group.shorthand]
  const isText = inner?.kind === 'text'
  return {
    type: isText ? ['object', ...scalarTypes] : ['object', 'string', 'null'],
    ...(isText && inner.max !== undefined && { maxLength: inner.max }),
    ...(!isText && { pattern: `^\\s*(?:${blank})?\\s*$`, patternErrorMessage: shapeError(group) }),
    properties: group === catalogue ? { $schema: { type: 'string' }, ...properties } : properties,
    patternProperties: {
      ...patternProperties,
      '^x-': { description: '自己的备忘，不检查 · Notes of your own, not checked' },
    },
    additionalProperties: false,
    ...(Object.keys(sameField).length > 0 && { dependentSchemas: sameField }),
  }
}

const shapeError = ({ zh, en }: Field): string =>
  `“${zh}”是一组栏目，换行缩进逐栏填写 · ${en} is a group of fields: write them below it, indented`

const listSchema = ({ item }: ListField, names: Names): Schema => ({
  anyOf: [ref(item, names), { type: 'array', items: ref(item, names) }],
})

function shapeOf(field: Field, names: Names): Schema {
  switch (field.kind) {
    case 'text':
      return { type: scalarTypes, ...(field.max !== undefined && { maxLength: field.max }) }
    case 'option':
      return optionSchema(field)
    case 'group':
      return groupSchema(field, names)
    case 'list':
      return listSchema(field, names)
  }
}

/** What an editor shows of a field, in both languages. */
function describe(field: Field, notes: Notes): Schema {
  const own = notes.get(field.kind === 'list' ? field.item : field)
  const zh = fieldFacts(field, 'zh')
  const en = fieldFacts(field, 'en')
  const title = fieldTitle(field, 'zh')
  const rules = [...(own?.rules ?? [])]
  const markdown = [
    `**${title}**`,
    [zh, en].filter((text) => text !== '').join('  \n'),
    optionLines(field).join('\n'),
    rules.map(({ id, texts }) => `- \`${id}\` ${texts.title.zh} · ${texts.title.en}`).join('\n'),
  ]
  const examples = [...(own?.examples ?? [])].slice(0, MOST_EXAMPLES)
  return {
    title: field.zh,
    description: [title, zh, en].filter((text) => text !== '').join('\n'),
    markdownDescription: markdown.filter((text) => text !== '').join('\n\n'),
    ...(examples.length > 0 && field.kind === 'text' && { examples }),
  }
}

/** The schema of one draft, or of a list of drafts. */
export function draftSchema(notes: Notes): Schema {
  const names: Names = new Map()
  nameFields(catalogue, 'draft', names)
  const definitions: Record<string, Schema> = {}
  for (const [field, name] of names)
    definitions[name] = { ...describe(field, notes), ...shapeOf(field, names) }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '网站备案草稿 · Draft of an ICP filing',
    description:
      'beian-check 检查的备案草稿，中英文键名均可 · A draft that beian-check checks, with English or Chinese keys',
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { items: ref(catalogue, names) },
    else: ref(catalogue, names),
    $defs: definitions,
  }
}
