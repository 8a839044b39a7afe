// Runs the rules about pages on one page. Pure: HTML and settings in, findings with their lines out.
import { excerptOf } from '../draft/excerpt.ts'
import { milder } from '../engine/check.ts'
import type { Finding, Fix, Reminder } from '../engine/finding.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Filed, Messages, PageContext, ReportPage, World } from '../engine/rule.ts'
import { subjectNumber } from '../facts/filing-number.ts'
import { type ActiveRule, sourcesOf } from '../profile/resolve.ts'
import { footerHtml } from './footer.ts'
import { type Lines, linesOf } from './lines.ts'
import { mainNumber } from './main-number.ts'
import { type Page, type PageSource, readPage } from './page.ts'

export { decodePage } from './decode.ts'
export { linkedStyles } from './page.ts'

/** What a page is checked with. */
export interface PageSettings {
  readonly rules: readonly ActiveRule[]
  readonly world: Pick<World, 'today' | 'profile'>
  readonly filed: Filed
  /** Where the number leads. */
  readonly target: string
  /** Whether the number in the footer is the website's own, with -N. */
  readonly want: 'site' | 'subject' | 'either'
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
  const { rules, world, filed } = settings
  const page = readPage({ ...source, today: world.today })
  const footer = footerFor(page, settings)
  const findings: Finding[] = []
  const reminders: Reminder[] = []
  for (const entry of rules) {
    const { rule, options } = entry
    const context: PageContext<Messages, Messages, unknown> = {
      report: reporter(entry, findings),
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
  const lines = linesOf(page.html)
  const sure =
    findings.some(putsIn) && !isSeenThere(source, page, footer ?? '', world.today)
      ? findings.map((finding) => (putsIn(finding) ? withoutFix(finding) : finding))
      : findings
  const located = sure.map((finding) => locate(finding, page.html, lines))
  located.sort((a, b) => a.line - b.line || a.column - b.column)
  return { page, findings: located, reminders, footer }
}

/**
 * The filed number, else the page's own, also where nobody sees it; with -N where the page has it, without where the
 * province wants it so.
 */
function footerFor(page: Page, { filed, target, want }: PageSettings): string | undefined {
  const shown = mainNumber(page, filed)?.reading.canonical
  const own =
    shown ?? page.elsewhere.find(({ reading }) => reading.canonical !== undefined)?.reading.canonical
  const number =
    filed.number === undefined || own?.startsWith(`${filed.number}-`) === true ? own : filed.number
  if (number === undefined) return undefined
  return footerHtml(want === 'subject' ? subjectNumber(number) : number, target)
}

/** Whether a fix puts something new into the page. */
function putsIn({ fix }: Finding): boolean {
  const edit = fix?.edits[0]
  return edit?.op === 'set' && edit.offsets !== undefined && edit.offsets[0] === edit.offsets[1]
}

/** Broken markup may swallow the footer: into a comment, a script, or something hidden that never ends. */
function isSeenThere(
  source: Omit<PageSource, 'today'>,
  { footer: { offset } }: Page,
  footer: string,
  today: string,
): boolean {
  const html = source.html.slice(0, offset) + footer + source.html.slice(offset)
  const end = offset + footer.length
  return readPage({ ...source, html, today }).numbers.some(
    ({ at, hiding }) => hiding === undefined && at[0] >= offset && at[1] <= end,
  )
}

function withoutFix({ fix: _, ...finding }: Finding): Finding {
  return finding
}

function reporter(entry: ActiveRule, findings: Finding[]): ReportPage<Messages> {
  const { rule, level } = entry
  return (message, { at, atMost, fix, option, data }) => {
    const sources = option === undefined ? undefined : sourcesOf(entry, option)
    findings.push({
      rule: rule.id,
      message,
      data: data ?? {},
      level: atMost === undefined ? level : milder(level, atMost),
      at: { path: [], offsets: at },
      related: [],
      ...(sources && { sources }),
      ...(fix && {
        fix: {
          safety: fix.safety ?? 'safe',
          edits: [{ op: 'set', path: [], value: fix.text, offsets: fix.at }],
        },
      }),
    })
  }
}

/** Line and column of a finding; the first line it touches is what is shown. */
function locate(finding: Finding, html: string, lines: Lines): LocatedFinding {
  const [from, to] = finding.at.offsets ?? [0, 0]
  const ofWholePage = to === 0
  const start = lines.positionOf(from)
  const end = lines.positionOf(Math.max(from, to))
  const lineStart = from - (start.column - 1)
  const lineEnd = lineEndBehind(html, from)
  return {
    ...finding,
    related: [],
    document: 0,
    path: [],
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    source: excerptOf(ofWholePage ? '' : html.slice(lineStart, lineEnd), start.column),
    anchor: '',
  }
}

function lineEndBehind(html: string, from: number): number {
  const ends = ['\r', '\n'].map((end) => html.indexOf(end, from)).filter((at) => at >= 0)
  return Math.min(html.length, ...ends)
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
 * @param wanted whether a fix is to be made
 * @param written writes characters otherwise that the page's encoding does not have
 */
export function fixPage(
  source: Omit<PageSource, 'today'>,
  settings: PageSettings,
  wanted: (fix: Fix) => boolean,
  written: (text: string) => string = (text) => text,
): FixedPage {
  let { html } = source
  const applied: LocatedFinding[] = []
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const open = withoutOverlaps(checkPage({ ...source, html }, settings).findings, wanted)
    if (open.length === 0) break
    const parts: string[] = []
    let at = 0
    for (const { finding, span, text } of open) {
      parts.push(html.slice(at, span[0]), written(text))
      at = span[1]
      applied.push(finding)
    }
    html = parts.join('') + html.slice(at)
  }
  return { html, applied }
}

interface Patch {
  readonly finding: LocatedFinding
  readonly span: readonly [from: number, to: number]
  readonly text: string
}

/** The fixes of one pass, by place; of two that touch the first is made, the other has its turn in the next pass. */
function withoutOverlaps(findings: readonly LocatedFinding[], wanted: (fix: Fix) => boolean): Patch[] {
  const patches = findings.flatMap((finding): Patch[] => {
    const { fix } = finding
    const edit = fix === undefined || !wanted(fix) ? undefined : fix.edits[0]
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
