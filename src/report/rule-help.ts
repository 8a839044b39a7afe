// A rule's own page, as plain text and as Markdown, for formats that carry help with the findings.
import type { Rule } from '../engine/rule.ts'
import type { Language } from './language.ts'
import { sourceText } from './source-text.ts'

const texts = {
  wrong: { zh: '会被指出', en: 'Pointed out' },
  right: { zh: '可以这样写', en: 'Right' },
  sources: { zh: '出处', en: 'Sources' },
  code: { zh: '对应的退回代码', en: 'Return code' },
} as const satisfies Record<string, Record<Language, string>>

/** Title, reason and sources. */
export function ruleText(rule: Rule, language: Language): string {
  const { title, why } = rule.texts
  const colon = language === 'zh' ? '：' : ': '
  const sources = rule.sources.map((source) => sourceText(source, language)).join('; ')
  const code = rule.returnCode === undefined ? [] : [`${texts.code[language]}${colon}${rule.returnCode}`]
  return [title[language], why[language], `${texts.sources[language]}${colon}${sources}`, ...code].join('\n')
}

/** The same with the first example of each kind. */
export function ruleMarkdown(rule: Rule, language: Language): string {
  const { title, why } = rule.texts
  const [bad] = rule.examples.bad
  const [good] = rule.examples.good
  const lines = [`# ${title[language]}`, '', why[language]]
  for (const [example, name] of [
    [bad, texts.wrong],
    [good, texts.right],
  ] as const)
    if (example !== undefined)
      lines.push('', `## ${name[language]}`, '', '```yaml', example.draft.trimEnd(), '```')
  lines.push('', `## ${texts.sources[language]}`, '')
  for (const source of rule.sources) lines.push(`- ${sourceText(source, language)}`)
  if (rule.returnCode !== undefined) lines.push('', `${texts.code[language]}: ${rule.returnCode}`)
  return `${lines.join('\n')}\n`
}
