// What every reporter is given: the report of a run, the rules, and how to show it.
import { fieldAt } from '../draft/catalogue.ts'
import type { Excerpt } from '../draft/excerpt.ts'
import type { Bilingual, Path } from '../draft/field.ts'
import { type MaskKind, mask, maskWithin } from '../draft/mask.ts'
import type { Lines } from '../draft/text-lines.ts'
import type { Datum, Finding, Reminder, Secret } from '../engine/finding.ts'
import type { FileReport, LocatedFinding, LocatedRelated, RunReport } from '../engine/report.ts'
import type { Messages, Rule, Source, Words } from '../engine/rule.ts'
import type { Source as DraftSource } from '../engine/run.ts'
import type { Ink } from './ink.ts'
import type { Language } from './language.ts'
import { oneLine } from './safe.ts'

/** How to show a report. */
export interface View {
  readonly language: Language
  /** Show personal values as they are. */
  readonly showValues: boolean
  readonly ink: Ink
  /** Columns of the terminal. */
  readonly width: number
  readonly rules: ReadonlyMap<string, Rule>
  /** Only errors. */
  readonly quiet: boolean
}

/** A named file that could not be read, and why. */
export interface Trouble extends Bilingual {
  readonly file: string
}

/** How to show a report, and what reporters may know of the run's surroundings. */
export interface RunView extends View {
  /** The folder from which files are named, absolute. */
  readonly cwd: string
  /** The folder from which a CI system names files: the checked-out repository, otherwise `cwd`. Absolute. */
  readonly root: string
  /** Version of the tool. */
  readonly version: string
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  /** Named files that could not be read. */
  readonly trouble: readonly Trouble[]
  /** The text of a checked file, read again; undefined when it is there no more. */
  readonly source: (file: string) => Promise<DraftSource | undefined>
  /** The lines of a checked file that is too big to be in memory; undefined for all others. */
  readonly lines?: (file: string) => Lines | undefined
}

/** What a reporter makes, piece by piece. Reporters that read files again take their time. */
export type Pieces = Iterable<string> | AsyncIterable<string>

/** One way to show a report. It makes text; the command line writes it. */
export interface Reporter {
  readonly id: string
  render(report: RunReport, view: RunView): Pieces
}

/** Hands all that a reporter makes to `write`. */
export async function pour(pieces: Pieces, write: (text: string) => void): Promise<void> {
  if (Symbol.asyncIterator in pieces) for await (const piece of pieces) write(piece)
  else for (const piece of pieces) write(piece)
}

/** The findings of a file that the view wants to see. */
export function* wantedOf({ findings }: Pick<FileReport, 'findings'>, view: View): Generator<LocatedFinding> {
  for (const finding of findings) if (!view.quiet || finding.level === 'error') yield finding
}

const isSecret = (datum: Datum): datum is Secret => typeof datum === 'object' && 'secret' in datum

/** Characters of one value that a message quotes: enough for any address, and not the megabyte of a slip. */
const MOST_QUOTED = 300

const shortened = (text: string): string =>
  text.length <= MOST_QUOTED ? text : `${text.slice(0, MOST_QUOTED).replace(/[\ud800-\udbff]$/, '')}…`

/** The data of a finding as its words may show it. */
function shown(data: Readonly<Record<string, Datum>>, showValues: boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, datum] of Object.entries(data)) {
    const value = !isSecret(datum) ? datum : showValues ? datum.value : mask(datum.secret, datum.value)
    result[name] = typeof value === 'string' ? shortened(value) : value
  }
  return result
}

function words(
  messages: Messages | undefined,
  key: string,
  data: Record<string, unknown>,
  language: Language,
): Words {
  const message = messages?.[key]
  // The report function of the engine took only data that fits the message.
  return message === undefined ? [key] : message[language](data as never)
}

/** Message and hint of a finding, in the view's language, masked when need be. */
export function wordsOf(finding: Finding | LocatedFinding, view: View): Words {
  const told = 'told' in finding ? finding.told?.words : undefined
  if (told !== undefined) return told[view.language]
  const messages = view.rules.get(finding.rule)?.texts.messages
  const found = words(messages, finding.message, shown(finding.data, view.showValues), view.language)
  return masked(found, view)
}

/** Message and hint of a finding, each on one line that is safe to print. */
export function linesOf(finding: Finding | LocatedFinding, view: View): Words {
  const [message, hint] = wordsOf(finding, view)
  return hint === undefined ? [oneLine(message)] : [oneLine(message), oneLine(hint)]
}

/** A place by file, line and column, safe to print. */
export const placeText = ({ file, line, column }: Pick<LocatedRelated, 'file' | 'line' | 'column'>): string =>
  `${oneLine(file)}:${line}:${column}`

/** As many other places as a line names. */
const NAMED = 3

/**
 * The other places that a finding is about, on one line that is safe to print; nothing where there is none.
 * @param shown how the format names a place
 */
export function othersLine(
  { related, relatedMore = 0 }: LocatedFinding,
  language: Language,
  shown: (place: LocatedRelated, index: number) => string,
): string[] {
  if (related.length === 0) return []
  const places = related.slice(0, NAMED).map(shown)
  const total = related.length + relatedMore
  const isAll = total === places.length
  return language === 'zh'
    ? [`另见 ${places.join('、')}${isAll ? '' : ` 等 ${total} 处`}`]
    : [`see also ${places.join(', ')}${isAll ? '' : ` and ${total - places.length} more`}`]
}

/** How many other places there are behind those that are named, at most `named`; undefined where there is none. */
export function othersLeft(
  { related, relatedMore = 0 }: LocatedFinding,
  named: number,
  language: Language,
): string | undefined {
  const left = related.length + relatedMore - Math.min(named, related.length)
  if (left <= 0) return undefined
  return language === 'zh' ? `还有 ${left} 处` : `${left} more`
}

/** What a run leaves to the user's own eyes, each once, in words. */
export function remindersShown({ reminders }: RunReport, view: View): string[] {
  const lines = new Set(reminders.first.map((reminder) => oneLine(remindOf(reminder, view)[0])))
  if (reminders.more) lines.add(view.language === 'zh' ? '……等等' : '… and so on')
  return [...lines]
}

/** The words of something for the user's own eyes. */
export function remindOf(reminder: Reminder, view: View): Words {
  const reminders = view.rules.get(reminder.rule)?.texts.reminders
  return masked(
    words(reminders, reminder.message, shown(reminder.data, view.showValues), view.language),
    view,
  )
}

/** A value may turn up where nobody expected it: a phone in a name, a number in a key. */
function masked([message, hint]: Words, { showValues }: View): Words {
  const hide = (text: string): string => (showValues ? text : maskWithin(text))
  return hint === undefined ? [hide(message)] : [hide(message), hide(hint)]
}

/** The one file of a report, as it is typed in a command, or a word for any of them. */
export function fileOf({ files }: RunReport, language: Language): string {
  const [first, second] = files
  return first === undefined || second !== undefined
    ? { zh: '文件', en: 'FILE' }[language]
    : oneLine(first.file)
}

/** How many entries the profiles' checklists have and how to read them; undefined when there are none. */
export function checklistLine(report: RunReport, { language }: View): string | undefined {
  const count = new Set(report.checklist.map(({ en }) => en)).size
  if (count === 0) return undefined
  const file = fileOf(report, language)
  return language === 'zh'
    ? `另有 ${count} 项要准备和核对：beian-check checklist ${file}`
    : `${count} more to prepare and see to: beian-check checklist ${file}`
}

/** A value of a draft at a path, masked when the field is personal. */
export function valueAt(path: Path, value: string, view: View): string {
  if (view.showValues) return shortened(value)
  const kind = fieldAt(path)?.mask
  // The field's own mask is for one value; a list of mail addresses or a note behind a number needs the other too.
  return shortened(maskWithin(kind === undefined ? value : mask(kind, value)))
}

/** A path as it may be shown: a key that the form does not know may be anything, even a phone. */
export function pathShown(path: Path, view: View): Path {
  return view.showValues ? path : path.map((step) => (typeof step === 'string' ? maskWithin(step) : step))
}

/** UTF-16 units before a finding, of it, and behind it that are quoted: more than a line of any report has. */
const QUOTED = 240

/** What the line of a finding is quoted from. */
type LineOf = Pick<LocatedFinding, 'source' | 'line' | 'column' | 'endLine' | 'endColumn' | 'at' | 'told'>

/** The line of a finding for quoting, masked: what stands before the marked piece, the piece, and what follows. */
export function quotedLine(
  { source, line, column, endLine, endColumn, at, told }: LineOf,
  view: View,
): readonly [head: string, piece: string, tail: string] {
  if (told?.quoted !== undefined) return told.quoted
  const { text } = source
  const from = Math.max(column - 1 - source.from, 0)
  const to = Math.max(from, line === endLine ? endColumn - 1 - source.from : text.length)
  const shown = view.showValues ? text : maskedExcerpt(source, from, to, fieldAt(at.path)?.mask)
  const end = Math.min(to, from + QUOTED)
  return [
    shown.slice(Math.max(0, from - QUOTED), from),
    shown.slice(from, end),
    shown.slice(end, end + QUOTED),
  ]
}

/** Excerpts where nothing but what looks personal is masked: most findings of a line have the same. */
const maskedExcerpts = new WeakMap<Excerpt, string>()

/** An excerpt masked as one line, as a number may begin before the piece that is marked. Masks keep the length. */
function maskedExcerpt(source: Excerpt, from: number, to: number, kind: MaskKind | undefined): string {
  const { text } = source
  if (kind !== undefined)
    return maskLine(text.slice(0, from) + maskSame(kind, text.slice(from, to)) + text.slice(to))
  let masked = maskedExcerpts.get(source)
  if (masked === undefined) {
    masked = maskLine(text)
    maskedExcerpts.set(source, masked)
  }
  return masked
}

/** A line of a draft with everything masked that looks personal. */
export const maskLine = (line: string): string => maskKeyed(maskWithin(line))

/** Quotes stay readable, the value inside them is masked. */
function maskSame(kind: Secret['secret'], value: string): string {
  const quote = /^["']/.exec(value)?.[0]
  if (quote === undefined || !value.endsWith(quote) || value.length < 2) return mask(kind, value)
  return quote + mask(kind, value.slice(1, -1)) + quote
}

/** The last level of an address is masked wherever its key stands on the line. */
function maskKeyed(line: string): string {
  return line.replace(
    /((?:address|住所|地址)["']?\s*[:：]\s*)("[^"]*"?|'[^']*'?|[^,}\]#]*)/gi,
    (_whole, key: string, value: string) => key + (/\d/.test(value) ? maskSame('address', value) : value),
  )
}

/** What a fix would do, in a few words. */
export function fixTitle(finding: Finding | LocatedFinding, view: View): string | undefined {
  const told = 'told' in finding ? finding.told?.fix : undefined
  if (told !== undefined) return told[view.language]
  const edits = finding.fix?.edits
  const first = edits?.[0]
  if (first === undefined || edits === undefined) return undefined
  const chinese = view.language === 'zh'
  const more = edits.length > 1 ? (chinese ? `等 ${edits.length} 处` : ` and ${edits.length - 1} more`) : ''
  if (first.op === 'rename')
    return (chinese ? `栏目名改为“${first.key}”` : `rename it to “${first.key}”`) + more
  if (first.op === 'remove') return (chinese ? '删去这一项' : 'remove it') + more
  const value = valueAt(first.path, first.value, view)
  const [from, to] = (first.op === 'set' ? first.offsets : undefined) ?? [0, 1]
  const adds = first.op === 'insert' || from === to
  const verb = adds ? (chinese ? '加上' : 'add ') : chinese ? '改为' : 'change to '
  return `${verb}“${adds ? value.trimEnd() : value}”${more}`
}

/** The documents behind a finding: those of its case, else those of its rule. */
export function sourcesBehind(finding: Finding, view: View): readonly Source[] {
  return finding.sources ?? view.rules.get(finding.rule)?.sources ?? []
}

/** Documents as machine formats show them. */
export function sourceObjects(
  sources: readonly Source[],
  language: Language,
): { title: string; year: number; ref?: string }[] {
  return sources.map(({ title, year, ref }) => ({
    title: title[language],
    year,
    ...(ref !== undefined && { ref: ref[language] }),
  }))
}
