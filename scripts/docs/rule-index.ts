// The list of all rules, by the folders they live in.
import type { Bilingual } from '../../src/draft/field.ts'
import type { Rule } from '../../src/engine/rule.ts'
import { bothLines, levelNames, madeFrom, sourceLines, table } from './words.ts'

/** What the folders of rules are about. */
const folders: Readonly<Record<string, Bilingual>> = {
  draft: { zh: '草稿本身', en: 'The draft itself' },
  subject: { zh: '主体信息', en: 'The sponsor' },
  contact: { zh: '联系方式', en: 'How people are reached' },
  website: { zh: '网站信息', en: 'Websites' },
  access: { zh: '接入信息', en: 'Access' },
  filing: { zh: '备案', en: 'The filing' },
  conflict: { zh: '草稿之间', en: 'Between drafts' },
  site: { zh: '网站上线之后', en: 'The website itself' },
}

const folderOf = ({ id }: Rule): string => id.split('/')[0] ?? ''

export function ruleIndex(rules: readonly Rule[]): string {
  const found = new Set(rules.map(folderOf))
  const parts = Array.from(found, (folder) => {
    const title = folders[folder]
    if (title === undefined) throw new Error(`scripts/docs/rule-index.ts has no title for rules/${folder}`)
    return `## ${title.zh} · ${title.en}\n\n${ruleTable(rules.filter((rule) => folderOf(rule) === folder))}`
  })
  return `${madeFrom('rules/')}
# 规则 · Rules

${rules.length} 条规则，每条一页：为什么、例子、选项、各档案的级别、出处。\`beian-check explain 规则名\` 离线显示同样的内容，\`beian-check rules\` 列出全部。

${rules.length} rules, a page each: why, examples, options, levels by profile, sources. \`beian-check explain RULE\` shows the
same offline, \`beian-check rules\` lists them all.

${parts.join('\n\n')}
`
}

function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, level, texts, sources, returnCode }) => [
    `[\`${id}\`](${id}.md)`,
    levelNames[level],
    bothLines(texts.title),
    sources.map((source) => sourceLines(source, '<br>')).join('<br>'),
    `${returnCode ?? ''}`,
  ])
  return table(
    ['规则 · rule', '级别 · level', '要求 · what it asks', '出处 · source', '退回代码 · return code'],
    rows,
  )
}
