// A baseline: findings that stored drafts have had for long. Only new ones count.
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  type FileReport,
  fileReport,
  type LocatedFinding,
  type RunReport,
  runReport,
} from '../engine/report.ts'
import { STDIN } from '../inputs/read.ts'
import { type Io, UsageError } from './io.ts'
import { requireOwn } from './outputs.ts'

/** One kind of finding at one place, and how many of it there were. */
interface Entry {
  readonly file: string
  /** Draft and place, without line numbers. */
  readonly place: string
  readonly rule: string
  readonly message: string
  readonly count: number
}

const NOTE =
  'Made by beian-check --write-baseline. Findings listed here do not count; no personal data is in this file.'

const keyOf = ({ file, place, rule, message }: Omit<Entry, 'count'>): string =>
  [file, place, rule, message].join('\n')

/** Files are named from the folder of the baseline, so that it holds on every machine. */
const nameFrom = (baseline: string, file: string, io: Io): string =>
  file === STDIN ? file : relative(dirname(baseline), resolve(io.cwd, file)).split(sep).join('/')

const entryOf = (file: string, { rule, message, anchor }: LocatedFinding): Omit<Entry, 'count'> => ({
  file,
  place: anchor,
  rule,
  message,
})

/** What cannot be read is no old finding. */
const counts = ({ rule }: LocatedFinding): boolean => rule !== 'draft/syntax'

/** Whether a text is a baseline. */
function isBaseline(text: string): boolean {
  try {
    return entriesOf(JSON.parse(text)) !== undefined
  } catch {
    return false
  }
}

/** Makes sure that nothing but an old baseline is replaced by a new one. Throws a UsageError. */
export function requireBaselinePlace(file: string, io: Io): void {
  // A baseline may be longer than what is looked at of a file.
  requireOwn(file, (head) => head.includes(NOTE) || isBaseline(head), io)
}

/** Writes the findings of a run as the new baseline. */
export async function writeBaseline(path: string, report: RunReport, io: Io): Promise<number> {
  const file = resolve(io.cwd, path)
  const entries = new Map<string, Entry>()
  for (const { file: draft, findings } of report.files) {
    for (const finding of findings) {
      if (!counts(finding)) continue
      const entry = entryOf(nameFrom(file, draft, io), finding)
      const count = (entries.get(keyOf(entry))?.count ?? 0) + 1
      entries.set(keyOf(entry), { ...entry, count })
    }
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  const { default: writeFileAtomic } = await import('write-file-atomic')
  try {
    await writeFileAtomic(file, `${JSON.stringify({ version: 1, note: NOTE, findings: sorted }, null, 2)}\n`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new UsageError({
      zh: `${path}：基线写不进去（${code}）`,
      en: `${path}: the baseline cannot be written (${code})`,
    })
  }
  return sorted.reduce((sum, { count }) => sum + count, 0)
}

/** Makes sure that there is a baseline. Throws a UsageError. */
export function requireBaseline(file: string, io: Io): void {
  readBaseline(file, io)
}

function readBaseline(path: string, io: Io): Entry[] {
  const broken = (zh: string, en: string): UsageError =>
    new UsageError({ zh: `${path}：${zh}`, en: `${path}: ${en}` })
  let text: string
  try {
    text = readFileSync(resolve(io.cwd, path), 'utf8')
  } catch {
    throw broken(
      '读不到这个基线文件；先用 --write-baseline 生成',
      'cannot be read; make it with --write-baseline',
    )
  }
  try {
    const entries = entriesOf(JSON.parse(text))
    if (entries !== undefined) return entries
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw broken(
    '不是基线文件；用 --write-baseline 重新生成',
    'is no baseline; make it anew with --write-baseline',
  )
}

/** The entries of a baseline; undefined for what is none. */
function entriesOf(parsed: unknown): Entry[] | undefined {
  const list: unknown =
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'findings') : undefined
  return Array.isArray(list) && list.every(isEntry) ? list : undefined
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false
  const texts = ['file', 'place', 'rule', 'message'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  )
  return texts && typeof Reflect.get(value, 'count') === 'number'
}

/**
 * Takes the findings of a baseline out of a report.
 * @returns the report with what is new, and how many entries of the checked files are there no more
 */
export function withoutOld(path: string, report: RunReport, io: Io): { report: RunReport; gone: number } {
  const baseline = resolve(io.cwd, path)
  const entries = readBaseline(path, io)
  const entryCounts = () => new Map(entries.map((entry) => [keyOf(entry), entry.count]))
  const fresh: Iterable<FileReport> = {
    *[Symbol.iterator]() {
      const left = entryCounts()
      for (const file of report.files) yield withoutEntries(file, nameFrom(baseline, file.file, io), left)
    },
  }
  const left = entryCounts()
  const checked = new Set<string>()
  for (const file of report.files) {
    const name = nameFrom(baseline, file.file, io)
    checked.add(name)
    withoutEntries(file, name, left)
  }
  const gone = [...left].filter(([key, count]) => count > 0 && checked.has(key.split('\n')[0] ?? ''))
  return { report: runReport(fresh), gone: gone.length }
}

/** A file without what the baseline lists; `left` counts down. */
function withoutEntries(entry: FileReport, name: string, left: Map<string, number>): FileReport {
  const all = [...entry.findings]
  const findings = all.filter((finding) => {
    const key = keyOf(entryOf(name, finding))
    const count = counts(finding) ? (left.get(key) ?? 0) : 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
  if (findings.length === all.length) return entry
  const documents = [...entry.drafts].map(({ document }) => document)
  return fileReport({
    ...entry,
    documents,
    findings,
    suppressed: entry.suppressed + all.length - findings.length,
  })
}
