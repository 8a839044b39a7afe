// What `beian-check site` prints: for people, and as an object.
import type { RunReport } from '../engine/report.ts'
import { findingObject } from '../report/json.ts'
import { type Language, many } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine } from '../report/safe.ts'
import { findingLines } from '../report/terminal.ts'
import { remindersShown, type View } from '../report/view.ts'
import type { PageResult } from '../site/check.ts'
import type { FoundPage } from './open-page.ts'

/** One page with what was found in it. */
export interface CheckedPage {
  readonly name: string
  readonly found: FoundPage
  readonly result: PageResult
}

const texts = {
  clean: { zh: '没有发现问题', en: 'no problems found' },
  footer: {
    zh: '可以直接粘贴到首页底部的页脚',
    en: 'The footer, ready to paste at the bottom of the home page',
  },
  noNumber: {
    zh: '备案号写进草稿（备案 › 备案号）后，用 --draft 草稿文件 就能给出现成的页脚',
    en: 'With the filing number in a draft (filing.number) and --draft FILE there is a footer ready to paste',
  },
  yourself: { zh: '请自行核对', en: 'Please check yourself' },
} as const satisfies Record<string, Record<Language, string>>

/** Findings that the footer is the answer to. */
const answered = /^site\/(?:filing-number|number-|visible|footer|link-target)/

/** Lines for people. */
export function* siteLines(
  checked: readonly CheckedPage[],
  report: RunReport,
  view: View,
): Generator<string> {
  for (const each of checked) yield* pageLines(each, view)
  yield* summaryLines(report, view)
  const reminders = remindersShown(report, view)
  if (reminders.length === 0) return
  yield ''
  yield view.ink.bold(texts.yourself[view.language])
  for (const reminder of reminders) {
    const [first = '', ...rest] = wrap(reminder, view.width - 6)
    yield `  [ ] ${first}`
    for (const line of rest) yield `      ${line}`
  }
}

function* pageLines({ name, result: { findings, footer } }: CheckedPage, view: View): Generator<string> {
  const { language, width, ink } = view
  yield ink.underline(oneLine(name))
  for (const finding of findings) {
    yield* findingLines(finding, view)
    yield ''
  }
  if (findings.length === 0) yield `  ${texts.clean[language]}`
  if (!findings.some(({ rule, level }) => level !== 'info' && answered.test(rule))) return
  if (footer === undefined) yield* wrap(texts.noNumber[language], width - 2).map((line) => `  ${line}`)
  else {
    yield `  ${ink.bold(texts.footer[language])}`
    // Never wrapped: it is there to be copied.
    yield `    ${oneLine(footer)}`
  }
  yield ''
}

function* summaryLines({ summary }: RunReport, { language, ink }: View): Generator<string> {
  const { files, errors, warnings, infos } = summary
  const color = errors > 0 ? ink.red : warnings > 0 ? ink.yellow : ink.green
  yield color(
    language === 'zh'
      ? `${files} 个网页：${errors} 个错误，${warnings} 个警告，${infos} 条提示`
      : `${many(files, 'page')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}, ${many(infos, 'info')}`,
  )
}

/** The object of the contract, and about each page what it was read as and the footer it should have. */
export function siteObject(
  checked: readonly CheckedPage[],
  report: RunReport,
  view: View,
): Record<string, unknown> {
  return {
    version: 1,
    summary: report.summary,
    files: checked.map(({ name, result }) => ({
      path: name,
      findings: result.findings.map((finding) => findingObject(finding, view)),
    })),
    pages: checked.map(({ name, found, result }) => ({
      path: name,
      file: found.file ?? null,
      url: found.visited.at(-1) ?? null,
      redirects: found.visited.slice(0, -1),
      encoding: found.encoding.name,
      numbers: result.page.numbers.map(({ reading, hiding, link }) => ({
        text: reading.text,
        number: reading.canonical ?? null,
        visible: hiding === undefined,
        href: link?.href ?? null,
      })),
      footer: result.footer ?? null,
    })),
    reminders: remindersShown(report, view),
  }
}
