// Markdown for people: the summary of a CI job, or a comment. Written so that GitHub shows the text as it is, whatever
// a draft says.
import { levels } from '../engine/finding.ts'
import type { LocatedFinding, RunReport } from '../engine/report.ts'
import { artifactPath, artifactPlace } from './artifact.ts'
import { breadcrumb, levelNames } from './names.ts'
import { oneLine } from './safe.ts'
import { summaryText } from './summary.ts'
import {
  linesOf,
  othersLine,
  pathShown,
  type Reporter,
  type RunView,
  remindersShown,
  wantedOf,
} from './view.ts'

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

const texts = {
  head: {
    zh: ['级别', '位置', '栏目', '问题', '怎么写', '规则'],
    en: ['Level', 'Place', 'Field', 'Problem', 'What to write', 'Rule'],
  },
  rules: { zh: ['规则', '次数'], en: ['Rule', 'Findings'] },
  often: { zh: '按规则', en: 'By rule' },
  unreadable: { zh: '读不了的文件', en: 'Files that could not be read' },
  yourself: { zh: '请自行核对（工具看不到的）', en: 'Please check yourself (no tool can see these)' },
  more: {
    zh: (count: number) => `还有 ${count} 条没有列出：任务摘要最多 1 MiB。全部见日志或 JSON 报告。`,
    en: (count: number) =>
      `${count} more are not listed: a job summary holds 1 MiB. The log or a JSON report has them all.`,
  },
} as const

/** GitHub drops a job summary of more than 1 MiB; some room is left for the end. */
const MOST_BYTES = 900_000
/** Rules named in the overview. */
const MOST_RULES = 20

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;' }

/** One line of text that shows as it is, in a cell of a table too: no markup, no HTML, no links made by themselves. */
export const markdownText = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/[&<>@]/g, (character) => entities[character] ?? character)
    .replace(/:\/\//g, '&#58;//')
    .replace(/(www)\./gi, '$1&#46;')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const table = (head: readonly string[]): string => row(head) + row(head.map(() => '---'))

function findingRow(file: string, finding: LocatedFinding, view: RunView): string {
  const { level, line, column, at, rule } = finding
  const [message, hint = ''] = linesOf(finding, view)
  const others = othersLine(finding, view.language, (place) => artifactPlace(place, view))
  return row([
    `${marks[level]}&nbsp;${levelNames[level][view.language]}`,
    markdownText(`${artifactPath(file, view)}:${line}:${column}`),
    markdownText(breadcrumb(pathShown(at.path, view), view.language)),
    markdownText([message, ...others].join(' → ')),
    markdownText(hint),
    markdownText(rule),
  ])
}

/** The worst first, as the end may be cut off. */
function* findings(report: RunReport, view: RunView): Generator<string> {
  let bytes = 0
  let dropped = 0
  yield table(texts.head[view.language])
  for (const level of levels) {
    for (const { file, counts, findings } of report.files) {
      if (counts[level] === 0) continue
      for (const finding of wantedOf({ findings }, view)) {
        if (finding.level !== level) continue
        const line = bytes > MOST_BYTES ? '' : findingRow(file, finding, view)
        bytes += Buffer.byteLength(line)
        if (bytes > MOST_BYTES) dropped += 1
        else yield line
      }
    }
  }
  if (dropped > 0) yield `\n${texts.more[view.language](dropped)}\n`
}

/** How often each rule found something, the most frequent first. */
function* byRule(report: RunReport, view: RunView): Generator<string> {
  const counts = new Map<string, number>()
  for (const file of report.files) {
    for (const { rule } of wantedOf(file, view)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  yield `\n### ${texts.often[view.language]}\n\n${table(texts.rules[view.language])}`
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  for (const [rule, count] of sorted.slice(0, MOST_RULES)) {
    const title = view.rules.get(rule)?.texts.title[view.language] ?? ''
    yield row([markdownText(`${rule} ${title}`), String(count)])
  }
}

export const markdown: Reporter = {
  id: 'markdown',
  *render(report, view) {
    const { language } = view
    const { drafts, errors, warnings, infos } = report.summary
    const shown = view.quiet ? errors : errors + warnings + infos
    yield `## beian-check\n\n**${markdownText(summaryText(report, language))}**\n`
    if (view.trouble.length > 0) yield `\n### ${texts.unreadable[language]}\n\n`
    for (const entry of view.trouble)
      yield `- ${markdownText(`${artifactPath(entry.file, view)}: ${entry[language]}`)}\n`
    if (shown > 0) {
      yield '\n'
      yield* findings(report, view)
      if (drafts > 1) yield* byRule(report, view)
    }
    const reminders = view.quiet ? [] : remindersShown(report, view)
    if (reminders.length === 0) return
    yield `\n### ${texts.yourself[language]}\n\n`
    for (const line of reminders) yield `- [ ] ${markdownText(line)}\n`
  },
}
