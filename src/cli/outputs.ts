// Where reports go: `--format NAME` to standard output, `--format NAME=FILE` to a file, several in one run.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { RunReport } from '../engine/report.ts'
import { type ReporterName, reporterNames } from '../report/index.ts'
import { noInk } from '../report/ink.ts'
import { oneLine } from '../report/safe.ts'
import { type Pieces, pour, type Reporter, type RunView } from '../report/view.ts'
import { requireOneOf } from './choose.ts'
import { isFolder, makeFolder } from './folder.ts'
import { guarded, type Io, UsageError } from './io.ts'

/** A report that was asked for. */
export interface Target {
  readonly format: ReporterName
  /** Undefined is standard output. */
  readonly file: string | undefined
}

/**
 * Reads the words behind `--format`. Throws a UsageError where they cannot be meant: an unknown name, two reports on
 * standard output or in one file, a file that is a draft.
 * @param paths what is to be checked
 */
export function targetsOf(words: readonly string[], paths: readonly string[], io: Io): Target[] {
  const targets = words.map(targetOf)
  const [, second] = targets.filter(({ file }) => file === undefined)
  if (second !== undefined) {
    throw new UsageError({
      zh: `标准输出只能有一份报告，${second.format} 请写入文件：--format ${second.format}=文件`,
      en: `Only one report goes to standard output; write ${second.format} to a file: --format ${second.format}=FILE`,
    })
  }
  const named = new Set(paths.map((path) => resolve(io.cwd, path)))
  const taken = new Set<string>()
  for (const { file } of targets) {
    if (file === undefined) continue
    const place = resolve(io.cwd, file)
    if (taken.has(place)) {
      throw new UsageError({
        zh: `两份报告不能写入同一个文件：${file}`,
        en: `Two reports cannot be written to one file: ${file}`,
      })
    }
    taken.add(place)
    if ((named.has(place) && !isFolder(place)) || holdsDraft(place)) throw isDraft(file)
  }
  return targets
}

function targetOf(word: string): Target {
  const at = word.indexOf('=')
  const name = at < 0 ? word : word.slice(0, at)
  const format = requireOneOf({ zh: '输出格式', en: 'format' }, name, reporterNames)
  const file = at < 0 ? undefined : word.slice(at + 1)
  if (file === '') {
    throw new UsageError({
      zh: `--format ${name}= 后面少一个文件名`,
      en: `--format ${name}= lacks the name of a file`,
    })
  }
  return { format, file: file === '-' ? undefined : file }
}

/** Keeps a file of the tool's own from taking the place of a draft. Throws a UsageError where it would. */
export function requireNoDraft(file: string, { cwd }: Pick<Io, 'cwd'>): void {
  if (!holdsDraft(resolve(cwd, file))) return
  throw new UsageError({
    zh: `不能写入 ${file}：这是一份草稿，会被覆盖；请换一个文件名`,
    en: `Nothing is written to ${file}: it is a draft and would be lost; choose another name`,
  })
}

/**
 * Keeps a file of the tool's own (a baseline, a cache, a shard's report) from taking the place of anything else. Throws a UsageError where it
 * would; folders are left to who writes.
 * @param isOwn looks at the beginning of the file that is there
 */
export function requireOwn(file: string, isOwn: (head: string) => boolean, { cwd }: Pick<Io, 'cwd'>): void {
  const path = resolve(cwd, file)
  // Where there can be no such file, writing it says why.
  const stat = existsSync(path) ? statSync(path) : undefined
  if (stat === undefined || stat.isDirectory()) return
  if (!stat.isFile()) {
    throw new UsageError({
      zh: `不能写入 ${file}：这是管道或设备，不是文件`,
      en: `Nothing is written to ${file}: it is a pipe or a device, not a file`,
    })
  }
  const head = headOf(path)
  if (head.trim() === '' || isOwn(head)) return
  throw new UsageError({
    zh: `不能写入 ${file}：里面是别的内容，会被覆盖；请换一个文件名，或先删掉它`,
    en: `Nothing is written to ${file}: something else is in it and would be lost; choose another name, or delete it first`,
  })
}

const isDraft = (file: string): UsageError =>
  new UsageError({
    zh: `报告不能写入 ${file}：这是一份草稿，会被覆盖；请换一个文件名`,
    en: `No report is written to ${file}: it is a draft and would be lost; choose another name`,
  })

/** Enough of a file to see a draft's first sections. */
const HEAD_BYTES = 65_536

/** Whether there is a draft in a file: its sections stand there as keys. Reports name them only as values. */
function holdsDraft(path: string): boolean {
  if (!isPlainFile(path)) return false
  return /^\uFEFF?[ \t]*(?:- )?(?:subject|websites|主体信息|网站信息)\s*[:：]|"(?:subject|websites|主体信息|网站信息)"\s*:/m.test(
    headOf(path),
  )
}

/** The beginning of a file; nothing of one that may not be read: then it cannot be replaced either, which is told there. */
function headOf(path: string): string {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch {
    return ''
  }
  try {
    const bytes = Buffer.alloc(HEAD_BYTES)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}

const isPlainFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

/**
 * Writes a report to a file: all of it in one step, or nothing, and then the file is as it was.
 * @returns false when it could not be written; the reason is told on standard error
 */
export async function writeReport(
  file: string,
  reporter: Reporter,
  report: RunReport,
  view: RunView,
  io: Io,
): Promise<boolean> {
  const path = resolve(io.cwd, file)
  const calm = { ...view, ink: noInk, width: Number.POSITIVE_INFINITY }
  try {
    makeFolder(dirname(path))
    await replace(path, reporter.render(report, calm), view.showValues, io)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    io.stderr.write(
      view.language === 'zh'
        ? `${oneLine(file)}：报告写不进去（${code}）\n`
        : `${oneLine(file)}: the report cannot be written (${code})\n`,
    )
    return false
  }
}

/** Pieces are put together to this many characters before they are written. */
const CHUNK = 65_536

/**
 * @param secret the report holds personal values: a new file is for its owner's eyes.
 */
async function replace(path: string, pieces: Pieces, secret: boolean, io: Io): Promise<void> {
  // A pipe or a device is written as it is; through a link the file itself is replaced.
  const direct = existsSync(path) && !isPlainFile(path)
  const target = existsSync(path) ? realpathSync(path) : path
  const place = direct
    ? path
    : join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  const mode = secret ? 0o600 : 0o666
  const descriptor = openSync(place, direct ? 'w' : 'wx', mode)
  const tidy = (): void => {
    if (!direct) rmSync(place, { force: true })
  }
  const work = async (): Promise<void> => {
    try {
      if (!direct && existsSync(target)) fchmodSync(descriptor, statSync(target).mode & 0o777)
      await writePieces(descriptor, pieces)
    } finally {
      closeSync(descriptor)
    }
    if (!direct) renameSync(place, target)
  }
  try {
    await guarded(io, work, tidy)
  } catch (error) {
    tidy()
    throw error
  }
}

async function writePieces(descriptor: number, pieces: Pieces): Promise<void> {
  let chunk = ''
  await pour(pieces, (text) => {
    chunk += text
    if (chunk.length < CHUNK) return
    writeAll(descriptor, chunk)
    chunk = ''
  })
  writeAll(descriptor, chunk)
}

/** What a chunk is encoded into, again and again: a report may have a hundred thousand of them. Three bytes a UTF-16 unit. */
let scratch = Buffer.alloc(0)

function writeAll(descriptor: number, text: string): void {
  if (scratch.length < text.length * 3) scratch = Buffer.allocUnsafeSlow(text.length * 3)
  const bytes = scratch.subarray(0, scratch.write(text))
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}
