// A draft as a person would write it down: YAML in the order of the form, with a comment at each part.
import { stringify } from 'yaml'
import { catalogue } from '../draft/catalogue.ts'
import type { Field, GroupField, OptionField } from '../draft/field.ts'
import { optionFor } from '../draft/words.ts'
import type { Language } from '../report/language.ts'
import type { Answers } from './answers.ts'

const partComments: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  subject: { zh: '谁开办网站：与证件逐字一致', en: 'who runs the websites, as the certificate has it' },
  principal: { zh: '审核会打这里的电话', en: 'reviewers call these numbers' },
  websites: { zh: '每个网站一项', en: 'one item a website' },
  access: { zh: '网站放在哪里：问接入商', en: 'where the website is hosted: ask the host' },
}

/** The YAML text of a draft. Keys and options are in the language; texts that look like numbers are quoted. */
export function draftText(answers: Answers, language: Language, file: string): string {
  const head =
    language === 'zh'
      ? `# 网站备案草稿。提交前检查：beian-check ${file}`
      : `# Draft of an ICP filing. Before submitting: beian-check ${file}`
  return [head, ...groupLines(catalogue, answers, '', language)].join('\n').concat('\n')
}

const scalarText = (value: unknown): string => stringify(String(value), { lineWidth: 0 }).trimEnd()

function optionText(field: OptionField, value: unknown, language: Language): string {
  const id = optionFor(field.options, String(value))
  const option = field.options.find((entry) => entry.id === id)
  return scalarText(option === undefined ? value : language === 'zh' ? option.zh : option.id)
}

function* groupLines(
  group: GroupField,
  values: object,
  margin: string,
  language: Language,
): Generator<string> {
  for (const [key, field] of Object.entries(group.fields)) {
    const value: unknown = Reflect.get(values, key)
    if (value === undefined || value === null) continue
    const label = language === 'zh' ? field.zh : key
    const note = language === 'en' && field.kind !== 'group' ? ` # ${field.zh}` : ''
    const comment = partComments[key]?.[language]
    if (comment !== undefined) yield `${margin}# ${comment}`
    yield* fieldLines(field, value, `${margin}${label}:`, note, margin, language)
  }
}

function* fieldLines(
  field: Field,
  value: unknown,
  head: string,
  note: string,
  margin: string,
  language: Language,
): Generator<string> {
  if (field.kind === 'text') yield `${head} ${scalarText(value)}${note}`
  else if (field.kind === 'option') yield `${head} ${optionText(field, value, language)}${note}`
  else if (field.kind === 'group') {
    if (typeof value !== 'object' || value === null) yield `${head} ${scalarText(value)}${note}`
    else {
      yield head
      yield* groupLines(field, value, `${margin}  `, language)
    }
  } else yield* listLines(field.item, [value].flat(), head, note, margin, language)
}

function* listLines(
  item: Field,
  values: readonly unknown[],
  head: string,
  note: string,
  margin: string,
  language: Language,
): Generator<string> {
  const groups = item.kind === 'group' && values.some((value) => typeof value === 'object')
  if (!groups) {
    const texts = values.map((value) =>
      item.kind === 'option' ? optionText(item, value, language) : scalarText(value),
    )
    yield texts.length === 1 ? `${head} ${texts[0]}${note}` : `${head} [${texts.join(', ')}]${note}`
    return
  }
  yield head
  for (const value of values) {
    if (typeof value !== 'object' || value === null || item.kind !== 'group') continue
    const lines = [...groupLines(item, value, `${margin}    `, language)]
    const [first = '', ...rest] = lines
    yield `${margin}  - ${first.trimStart()}`
    yield* rest
  }
}
