// The guide of 2007 sentence by sentence, with what takes each up.
import { sentences, type Target } from '../../src/guide/data/sentences.ts'
import { bothLines, code, madeFrom, table } from './words.ts'

export function guidePage(): string {
  const rows = sentences.map((sentence) => [
    sentence.place,
    `${sentence.opens}…`,
    bothLines(sentence),
    sentence.where.map(targetText).join('<br>'),
  ])
  return `${madeFrom('src/guide/data/sentences.ts')}
# 2007 年的备案须知，逐句对照 · The guide of 2007, sentence by sentence

默认档案 \`jinyong\` 依据的须知，每一句在工具里由什么承接：一条规则、\`beian-check next\` 的一步、\`beian-check faq\` 的一答、\`beian-check checklist\` 的一项，或一个命令。

The guide that the default profile \`jinyong\` is modelled on, and what takes up each of its sentences: a rule, a step of
\`beian-check next\`, an answer of \`beian-check faq\`, a line of \`beian-check checklist\`, or a command.

${table(['位置 · place', '开头 · opening words', '意思 · what it says', '由谁承接 · where'], rows)}
`
}

const ruleLink = (id: string): string => `[${code(id)}](rules/${id}.md)`

function targetText(target: Target): string {
  if ('rule' in target) return ruleLink(target.rule)
  if ('checklist' in target) return `checklist, ${ruleLink(target.checklist.replace(/#.*/, ''))}`
  if ('next' in target) return `next: ${code(target.next)}`
  if ('faq' in target) return `faq ${target.faq}`
  if ('command' in target) return code(`beian-check ${target.command}`)
  if ('profile' in target) return `profile ${code(target.profile)}`
  return `– (${target.nothing})`
}
