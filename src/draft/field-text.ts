// What is to be known of a field of the form, in words: for the JSON Schema and for editors.
import type { Field, GroupField, Option } from '../draft/field.ts'
import type { Language } from '../report/language.ts'

const required = {
  everyone: { zh: '必填', en: 'Required' },
  unit: { zh: '单位必填', en: 'Required of units' },
  individual: { zh: '个人必填', en: 'Required of individuals' },
} as const satisfies Record<NonNullable<Field['required']>, Record<Language, string>>

/** More options than this are named by their number only: an editor lists them anyway. */
const MANY = 12

/** The label of a field in both languages, the language's own first. */
export const fieldTitle = ({ zh, en }: Field, language: Language): string =>
  zh.toLowerCase() === en.toLowerCase() ? zh : language === 'zh' ? `${zh} · ${en}` : `${en} · ${zh}`

function shorthandOf(field: GroupField, language: Language): string[] {
  const inner = field.shorthand === undefined ? undefined : field.fields[field.shorthand]
  if (inner === undefined) return []
  return [
    language === 'zh'
      ? `可以只写一段文字，即“${inner.zh}”`
      : `A bare text stands for its ${inner.en} (${field.shorthand})`,
  ]
}

/** Facts about a field as short sentences without full stops. */
function factsOf(field: Field, language: Language): string[] {
  const zh = language === 'zh'
  const facts: string[] = []
  const item = field.kind === 'list' ? field.item : field
  if (field.required !== undefined) facts.push(required[field.required][language])
  if (field.kind === 'list') facts.push(zh ? '可以写一个，也可以写成列表' : 'One value or a list')
  if (item.kind === 'group') facts.push(...shorthandOf(item, language))
  if (item.kind === 'text' && item.max !== undefined)
    facts.push(zh ? `最长 ${item.max} 字` : `At most ${item.max} characters`)
  const labels = field.labels ?? []
  if (labels.length > 0)
    facts.push(zh ? `表单上也叫“${labels.join('”“')}”` : `Also labelled ${labels.join(', ')}`)
  if (item.mask !== undefined) facts.push(zh ? '属个人信息，显示时遮盖' : 'Personal: shown masked')
  return facts
}

/** The facts about a field as one sentence; empty where there is nothing to say. */
export function fieldFacts(field: Field, language: Language): string {
  const facts = factsOf(field, language)
  if (facts.length === 0) return ''
  return language === 'zh' ? `${facts.join('；')}。` : `${facts.join('. ')}.`
}

/** An option in both languages, as a note beside its spelling. */
export const optionTitle = ({ id, zh, en }: Option): string =>
  id === en || id === zh ? (zh === en ? zh : `${zh} · ${en}`) : `${zh} · ${en} (${id})`

/** The options of a field as Markdown list items; none where there are too many to read. */
export function optionLines(field: Field): string[] {
  const inner = field.kind === 'list' ? field.item : field
  if (inner.kind !== 'option' || inner.options.length > MANY) return []
  return inner.options.map(({ id, zh, en }) => `- \`${id}\` ${id === zh ? en : zh}`)
}
