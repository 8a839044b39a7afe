// What an editor offers to do about findings: their fixes, all safe fixes of a file, and to set one aside with a reason.
import { editText } from '../draft/edit.ts'
import { withIgnore } from '../draft/ignore-text.ts'
import { fixSource } from '../engine/fix.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Source } from '../engine/task.ts'
import { oneLine } from '../report/safe.ts'
import { fixTitle, type View } from '../report/view.ts'

/** A piece of the text and what takes its place. Offsets. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Something to do. */
export interface Repair {
  readonly title: string
  readonly finding: LocatedFinding
  /** A fix that keeps the meaning. */
  readonly isSafe: boolean
  readonly change: Change
}

/** The one piece in which two texts differ. */
export function changeBetween(old: string, text: string): Change {
  let from = 0
  while (from < old.length && from < text.length && old[from] === text[from]) from += 1
  let end = 0
  const most = Math.min(old.length, text.length) - from
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1
  // Half a character is no place to cut.
  if (/[\uD800-\uDBFF]/.test(old[from - 1] ?? '')) from -= 1
  if (/[\uDC00-\uDFFF]/.test(old[old.length - end] ?? '')) end -= 1
  return { from, to: old.length - end, text: text.slice(from, text.length - end) }
}

/** Rules about the text itself: they cannot be set aside. */
const never = new Set(['draft/syntax', 'draft/ignore'])

const words = {
  fix: { zh: (title: string) => `修正：${title}`, en: (title: string) => `Fix: ${title}` },
  ignore: {
    zh: (rule: string) => `忽略 ${rule}（请写明理由）`,
    en: (rule: string) => `Ignore ${rule} (write the reason)`,
  },
} as const

/** Findings that things are offered for at a time: nobody reads a longer list. */
const MOST_FINDINGS = 50

/** What can be done about findings, fixes first. */
export async function repairs(
  { text, format }: Source,
  all: readonly LocatedFinding[],
  view: View,
): Promise<Repair[]> {
  const findings = all.slice(0, MOST_FINDINGS)
  const offers: Repair[] = []
  for (const finding of findings) {
    const { fix, document } = finding
    if (fix === undefined) continue
    const made = await editText(
      text,
      format,
      fix.edits.map((edit) => ({ document, edit })),
    )
    if (!('text' in made)) continue
    const title = words.fix[view.language](oneLine(fixTitle(finding, view) ?? ''))
    offers.push({ title, finding, isSafe: fix.safety === 'safe', change: changeBetween(text, made.text) })
  }
  for (const finding of findings) {
    const { rule, document, line, path } = finding
    if (never.has(rule)) continue
    const ignored = await withIgnore(text, format, { rule, reason: '', document, line, path })
    if (ignored === undefined) continue
    const title = words.ignore[view.language](rule)
    offers.push({ title, finding, isSafe: false, change: changeBetween(text, ignored) })
  }
  return offers
}

/** The text with every fix that keeps the meaning; undefined where there is none. */
export async function fixAll(
  source: Source,
  check: (source: Source) => Promise<readonly LocatedFinding[]>,
): Promise<Change | undefined> {
  const { source: fixed } = await fixSource(source, check, ({ safety }) => safety === 'safe')
  return fixed.text === source.text ? undefined : changeBetween(source.text, fixed.text)
}
