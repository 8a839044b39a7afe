// What a person reads: each problem with its line, a marker under the value, the reason, and what to write instead.

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Level } from '../engine/finding.ts'
import type { FileReport, LocatedFinding, RunReport } from '../engine/report.ts'
import { STDIN } from '../inputs/read.ts'
import type { Ink } from './ink.ts'
import type { Language } from './language.ts'
import { quote, wrap } from './layout.ts'
import { breadcrumb, levelNames } from './names.ts'
import { oneLine } from './safe.ts'
import { sourceText } from './source-text.ts'
import { summaryText } from './summary.ts'
import {
  checklistLine,
  fileOf,
  fixTitle,
  othersLeft,
  pathShown,
  placeText,
  quotedLine,
  type Reporter,
  remindersShown,
  sourcesBehind,
  type View,
  wantedOf,
  wordsOf,
} from './view.ts'
import { widthOf } from './width.ts'

const texts = {
  write: { zh: '怎么写', en: 'write' },
  fix: { zh: '可修正', en: 'fix' },
  safe: { zh: '不改变含义', en: 'keeps the meaning' },
  suggested: { zh: '请确认后再改', en: 'please confirm' },
  also: { zh: '另一处', en: 'see also' },
  comesBackAs: { zh: '退回代码', en: 'would come back as' },
  yourself: { zh: '请自行核对（工具看不到的）', en: 'Please check yourself (no tool can see these)' },
} as const satisfies Record<string, Record<Language, string>>

const INDENT = '  '
/** As many other places as a finding names. */
const NAMED = 5
/** Columns of a quoted line where nothing else limits them. */
const WIDEST_LINE = 240

interface Paper {
  readonly view: View
  readonly ink: Ink
}

const colorOf = (ink: Ink, level: Level): ((text: string) => string) =>
  level === 'error' ? ink.red : level === 'warning' ? ink.yellow : ink.blue

function* renderFinding(finding: LocatedFinding, { view, ink }: Paper): Generator<string> {
  const { language } = view
  const [message, hint] = wordsOf(finding, view)
  const color = colorOf(ink, finding.level)
  const level = levelNames[finding.level][language]
  const place = `${finding.line}:${finding.column}`
  const left = widthOf(`${INDENT}${level} ${place}  `)
  const [crumbs = '', ...more] = wrap(
    breadcrumb(pathShown(finding.at.path, view), language),
    view.width - left,
  )
  yield `${INDENT}${color(level)} ${ink.dim(place)}  ${ink.dim(crumbs)}`.trimEnd()
  for (const line of more) yield ' '.repeat(left) + ink.dim(line)
  for (const line of wrap(oneLine(message), view.width - 4)) yield `${INDENT}${INDENT}${ink.bold(line)}`
  yield* renderSource(finding, { view, ink })
  if (hint !== undefined) yield* labelled(texts.write[language], oneLine(hint), { view, ink })
  const title = fixTitle(finding, view)
  if (title !== undefined && finding.fix !== undefined) {
    yield* labelled(
      texts.fix[language],
      `${oneLine(title)}${inBrackets(texts[finding.fix.safety][language], language)}`,
      {
        view,
        ink,
      },
    )
  }
  for (const related of finding.related.slice(0, NAMED)) {
    yield* labelled(texts.also[language], placeText(related), { view, ink })
  }
  const further = othersLeft(finding, NAMED, language)
  if (further !== undefined) yield* labelled(texts.also[language], further, { view, ink })
  const source = sourcesBehind(finding, view)[0]
  const code =
    finding.returnCode === undefined ? '' : ` · ${texts.comesBackAs[language]} ${finding.returnCode}`
  const origin = source === undefined ? '' : ` · ${sourceText(source, language)}`
  for (const line of wrap(`${finding.rule}${origin}${code}`, view.width - 4))
    yield `${INDENT}${INDENT}${ink.dim(line)}`
}

const inBrackets = (text: string, language: Language): string =>
  language === 'zh' ? `（${text}）` : ` (${text})`

function* renderSource(finding: LocatedFinding, { view, ink }: Paper): Generator<string> {
  const [head, piece, tail] = quotedLine(finding, view).map(oneLine)
  if (head === undefined || piece === undefined || tail === undefined) return
  if (`${head}${piece}${tail}`.trim() === '') return
  const number = String(finding.line)
  const gutter = `${INDENT}${INDENT}${number} | `
  const { text, before, marked } = quote(
    head + piece + tail,
    head.length,
    head.length + piece.length,
    Math.min(view.width, WIDEST_LINE) - gutter.length,
  )
  yield `${ink.dim(gutter)}${text}`
  const blank = `${INDENT}${INDENT}${' '.repeat(number.length)} | `
  yield `${ink.dim(blank)}${' '.repeat(before)}${colorOf(ink, finding.level)('^'.repeat(marked))}`
}

function* labelled(label: string, text: string, { view, ink }: Paper): Generator<string> {
  const colon = view.language === 'zh' ? '：' : ': '
  const width = view.language === 'zh' ? label.length * 2 + 2 : label.length + 2
  const [first = '', ...rest] = wrap(text, view.width - 4 - width)
  yield `${INDENT}${INDENT}${ink.cyan(label)}${colon}${first}`
  for (const line of rest) yield `${INDENT}${INDENT}${' '.repeat(width)}${line}`
}

/** One finding, as lines for a person. */
export const findingLines = (finding: LocatedFinding, view: View): string[] => [
  ...renderFinding(finding, { view, ink: view.ink }),
]

function* renderFile(file: FileReport, paper: Paper, cwd: string): Generator<string> {
  const findings = [...wantedOf(file, paper.view)]
  if (findings.length === 0) return
  const { ink } = paper
  const name = ink.underline(oneLine(file.file))
  yield file.file === STDIN ? name : ink.link(name, () => pathToFileURL(resolve(cwd, file.file)).href)
  for (const finding of findings) {
    yield* renderFinding(finding, paper)
    yield ''
  }
}

function* renderReminders(report: RunReport, { view, ink }: Paper): Generator<string> {
  const lines = remindersShown(report, view)
  const more = checklistLine(report, view)
  if (lines.length === 0 && more === undefined) return
  yield ''
  yield ink.bold(texts.yourself[view.language])
  for (const line of lines) {
    const [first = '', ...rest] = wrap(line, view.width - 6)
    yield `${INDENT}[ ] ${first}`
    for (const next of rest) yield `${INDENT}    ${next}`
  }
  if (more !== undefined) yield* wrap(more, view.width - 2).map((line) => INDENT + line)
}

/** How to mend what was found; undefined where there is nothing, or nothing that could be written back. */
function mendingLine(report: RunReport, { language }: View): string | undefined {
  const { errors, warnings, infos } = report.summary
  const [first] = report.files
  const canMend = first !== undefined && first.file !== STDIN && !report.broken
  if (errors + warnings + infos === 0 || !canMend) return undefined
  const { ready, safe } = report.fixes
  const ways = [
    ...(safe > 0 ? [{ zh: `--fix（${safe} 处）`, en: `--fix (${safe})` }] : []),
    ...(ready > safe ? [{ zh: `--fix=all（${ready} 处）`, en: `--fix=all (${ready})` }] : []),
  ]
  const file = fileOf(report, language)
  if (language === 'zh') {
    const fixes = ways.length > 0 ? `；自动修正：${ways.map(({ zh }) => zh).join('、')}` : ''
    return `逐条处理：beian-check -i ${file}${fixes}`
  }
  const fixes = ways.length > 0 ? `; by itself: ${ways.map(({ en }) => en).join(', ')}` : ''
  return `One by one: beian-check -i ${file}${fixes}`
}

export const terminal: Reporter = {
  id: 'terminal',
  *render(report, view) {
    const { ink } = view
    const paper = { view, ink }
    for (const file of report.files) for (const line of renderFile(file, paper, view.cwd)) yield `${line}\n`
    const { errors, warnings } = report.summary
    const color = errors > 0 ? ink.red : warnings > 0 ? ink.yellow : ink.green
    for (const line of wrap(summaryText(report, view.language), view.width)) yield `${color(line)}\n`
    if (view.quiet) return
    const mending = mendingLine(report, view)
    if (mending !== undefined) for (const line of wrap(mending, view.width)) yield `${ink.dim(line)}\n`
    for (const line of renderReminders(report, paper)) yield `${line}\n`
  },
}
