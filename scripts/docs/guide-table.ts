// The guide of 2007 sentence by sentence, with what takes each up.
import { sentences, type Target } from '../../src/guide/data/sentences.ts'
import { bothLines, code, table } from './words.ts'

export function guideTable(): string {
  const rows = sentences.map((sentence) => [
    sentence.place,
    `${sentence.opens}…`,
    bothLines(sentence),
    sentence.where.map(targetText).join('<br>'),
  ])
  return table(['位置 · place', '开头 · opening words', '意思 · what it says', '由谁承接 · where'], rows)
}

const ruleLink = (id: string): string => `[${code(id)}](../docs/rules/${id}.md)`

function targetText(target: Target): string {
  if ('rule' in target) return ruleLink(target.rule)
  if ('checklist' in target) return `checklist, ${ruleLink(target.checklist.replace(/#.*/, ''))}`
  if ('next' in target) return `next: ${code(target.next)}`
  if ('faq' in target) return `faq ${target.faq}`
  if ('command' in target) return code(`beian-check ${target.command}`)
  if ('profile' in target) return `profile ${code(target.profile)}`
  return `– (${target.nothing})`
}
