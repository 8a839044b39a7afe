// Runs the rules about pages on one page. Pure: HTML and settings in, findings with their lines out.
import { milder } from '../engine/check.ts'
import type { Finding, Level, Reminder } from '../engine/finding.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Filed, Messages, PageContext, ReportPage, World } from '../engine/rule.ts'
import type { ActiveRule } from '../profile/resolve.ts'
import { footerHtml } from './footer.ts'
import { type Page, type PageSource, readPage } from './page.ts'

export { decodePage } from './decode.ts'

/** What a page is checked with. */
export interface PageSettings {
  readonly rules: readonly ActiveRule[]
  readonly world: Pick<World, 'today' | 'profile'>
  readonly filed: Filed
  /** Where the number leads. */
  readonly target: string
}

/** What a page says. */
export interface PageResult {
  readonly page: Page
  /** By place. */
  readonly findings: readonly LocatedFinding[]
  readonly reminders: readonly Reminder[]
  /** The footer that the page should have; undefined while no number is known. */
  readonly footer: string | undefined
}

/** Checks one page. */
export function checkPage(source: Omit<PageSource, 'today'>, settings: PageSettings): PageResult {
  const { rules, world, filed, target } = settings
  const page = readPage({ ...source, today: world.today })
  const number =
    filed.number ?? page.numbers.find(({ reading }) => reading.canonical !== undefined)?.reading.canonical
  const footer = number === undefined ? undefined : footerHtml(number, target)
  const findings: Finding[] = []
  const reminders: Reminder[] = []
  for (const { rule, level, options } of rules) {
    const context: PageContext<Messages, Messages, unknown> = {
      report: reporter(rule.id, level, findings),
      remind: (message, ...[data]) => {
        reminders.push({ rule: rule.id, message, data: data ?? {} })
      },
      options,
      world,
      filed,
      footer,
    }
    rule.checkPage?.(page, context)
  }
  const located = findings.map((finding) => locate(finding, page.html))
  located.sort((a, b) => a.line - b.line || a.column - b.column)
  return { page, findings: located, reminders, footer }
}

function reporter(rule: string, level: Level, findings: Finding[]): ReportPage<Messages> {
  return (message, { at, atMost, fix, data }) => {
    findings.push({
      rule,
      message,
      data: data ?? {},
      level: atMost === undefined ? level : milder(level, atMost),
      at: { path: [], offsets: at },
      related: [],
      ...(fix && {
        fix: { safety: 'safe', edits: [{ op: 'set', path: [], value: fix.text, offsets: fix.at }] },
      }),
    })
  }
}

/** Line and column of a finding; the first line it touches is what is shown. */
function locate(finding: Finding, html: string): LocatedFinding {
  const [from, to] = finding.at.offsets ?? [0, 0]
  const start = positionOf(from, html)
  const end = positionOf(Math.max(from, to), html)
  const lineStart = from - (start.column - 1)
  const lineEnd = html.slice(from).search(/[\r\n]/)
  return {
    ...finding,
    related: [],
    document: 0,
    path: [],
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    source: html.slice(lineStart, lineEnd < 0 ? html.length : from + lineEnd),
    anchor: '',
  }
}

function positionOf(offset: number, html: string): { line: number; column: number } {
  const before = html.slice(0, offset)
  const line = before.split(/\r\n|\r|\n/)
  return { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 }
}

/** A fix may bring others with it: a number is put right, then linked. */
const MOST_PASSES = 6

/** A page with its fixes made. */
export interface FixedPage {
  readonly html: string
  readonly applied: readonly LocatedFinding[]
}

/**
 * Makes the fixes of a page, in passes, until there is nothing left to fix. Everything else stays.
 * @param written writes characters otherwise that the page's encoding does not have
 */
export function fixPage(
  source: Omit<PageSource, 'today'>,
  settings: PageSettings,
  written: (text: string) => string = (text) => text,
): FixedPage {
  let { html } = source
  const applied: LocatedFinding[] = []
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const open = withoutOverlaps(checkPage({ ...source, html }, settings).findings)
    if (open.length === 0) break
    // From the end, so that the places before stay right.
    for (const { finding, span, text } of open.reverse()) {
      html = html.slice(0, span[0]) + written(text) + html.slice(span[1])
      applied.push(finding)
    }
  }
  return { html, applied }
}

interface Patch {
  readonly finding: LocatedFinding
  readonly span: readonly [from: number, to: number]
  readonly text: string
}

/** The fixes of one pass, by place; of two that touch the first is made, the other has its turn in the next pass. */
function withoutOverlaps(findings: readonly LocatedFinding[]): Patch[] {
  const patches = findings.flatMap((finding): Patch[] => {
    const edit = finding.fix?.edits[0]
    return edit?.op === 'set' && edit.offsets !== undefined
      ? [{ finding, span: edit.offsets, text: edit.value }]
      : []
  })
  patches.sort((a, b) => a.span[0] - b.span[0])
  const kept: Patch[] = []
  for (const patch of patches) {
    const last = kept.at(-1)
    if (last === undefined || patch.span[0] > last.span[1]) kept.push(patch)
  }
  return kept
}
