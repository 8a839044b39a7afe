// From the words of the command line to a report: which files, which config, which rules. Every command that looks at
// drafts goes through here.
import { availableParallelism } from 'node:os'
import { resolve as resolvePath } from 'node:path'
import { type Encoding, encodingNames } from '../draft/decode.ts'
import type { Lines } from '../draft/text-lines.ts'
import type { Registry } from '../engine/registry.ts'
import type { RunReport } from '../engine/report.ts'
import { run, type Source, type Supply } from '../engine/run.ts'
import { isUnreadable } from '../engine/scan.ts'
import type { Encoded, Task } from '../engine/task.ts'
import { dateInChina } from '../engine/time.ts'
import { type FindOptions, findFiles } from '../inputs/find.ts'
import { encoded as encodedNotice, type Notice } from '../inputs/notice.ts'
import { Inputs, STDIN } from '../inputs/read.ts'
import { MAX_SIZE, readSize } from '../inputs/size.ts'
import { chooseLanguage, type Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import type { BigRun, BigRunResult } from './big-run.ts'
import type { UserConfig } from './config.ts'
import type { ChangedFiles, FixOptions } from './fix.ts'
import { type Io, UsageError } from './io.ts'
import { type Base, SettingsMaker, type Setup } from './settings.ts'
import type { ShardRun } from './shard.ts'

export { settingsOf } from './settings.ts'

/** Options that say what is checked and how. */
export interface SessionOptions extends FindOptions {
  /** Read files through these, to have them again afterwards: standard input can be read once only. */
  readonly inputs?: Inputs
  /** Rules, levels and a signal of a caller of the library. */
  readonly base?: Base
  /** The baseline of the run: it may lie among the drafts and is none. */
  readonly baseline?: string
  /** Files that reports of the run are written to: they may lie among the drafts from an earlier run. */
  readonly outputs?: readonly string[]
  /** Fix what can be fixed before checking. */
  readonly fixing?: FixOptions
  /** Go through the findings with the user before the last check. */
  readonly walking?: (
    files: readonly (readonly [file: string, source: Source])[],
    supply: Supply,
    read: (file: string) => Promise<Source | Notice>,
    language: Language,
    registry: Registry,
  ) => Promise<ChangedFiles>
  readonly profile?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly lang?: string
  readonly ipData?: readonly string[]
  /** The largest file that is read: `20M`. */
  readonly maxSize?: string
  /** Keep results for the next run, and use those of the last. */
  readonly cache?: boolean
  /** Where they are kept. */
  readonly cacheLocation?: string
  /** Which part of how many to check: `2/5`. */
  readonly shard?: string
  /** Where the part's report goes, for putting the parts together. */
  readonly shardReport?: string
  /** Threads to work in. */
  readonly jobs?: string
  /** Keep what each file leaves to the user's own eyes. */
  readonly detail?: boolean
}

/** What came of the files that were named. */
export interface Session {
  readonly report: RunReport
  /** Files that could not be read. */
  readonly trouble: readonly Notice[]
  /** What else there is to say of files. */
  readonly notes: readonly Notice[]
  readonly language: Language
  /** The config that holds for the first file. */
  readonly config: UserConfig | undefined
  /** The config that holds for a file. */
  readonly configOf: (file: string) => UserConfig | undefined
  /** The text of a checked file, for reports that show more than what was found. */
  readonly source: (file: string) => Promise<Source | undefined>
  /** The lines of a checked file that is too big for that; undefined for all others. */
  readonly lines: (file: string) => Lines | undefined
  /** The rules and profiles of all configs of the run. */
  readonly registry: Registry
}

/** Reads and checks the files that `paths` names. */
export async function checkPaths(
  paths: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<Session> {
  const { base } = options
  const threads = threadsOf(options)
  const settings = new SettingsMaker(setupOf(options, io), base)
  const found = await findFiles(paths, options, io)
  const { baseline, shardReport, outputs = [] } = options
  const own = [baseline ?? [], shardReport ?? [], outputs].flat()
  const notDrafts = own.map((file) => resolvePath(io.cwd, file))
  const files =
    own.length === 0
      ? found.files
      : found.files.filter((file) => !notDrafts.includes(resolvePath(io.cwd, file)))
  const isAbout = (file: string): boolean => found.changed?.has(file) ?? true
  await settings.prepare(files)
  const config = settings.configOf(files[0] ?? STDIN)
  const { registry } = settings
  const language = chooseLanguage(options.lang ?? config?.lang, io.env)

  const inputs = options.inputs ?? new Inputs(io, options.stdinFilename, settings.setup.maxSize)
  let changed: ReadonlyMap<string, Source> = new Map()
  let unwritten: readonly Notice[] = []
  const read = supplyFor(settings, inputs)
  const supply: Supply = {
    ...read,
    load: async (task) => {
      if (base?.signal !== undefined) await lookUp(base.signal)
      return changed.get(task.file) ?? read.load(task)
    },
  }
  if (options.fixing !== undefined || options.walking !== undefined) {
    await requireChangeable(options, io)
    const mine = files.filter(isAbout)
    const after = await changeFiles(mine, inputs, supply, options, registry, language, io)
    changed = after.texts
    unwritten = after.unwritten
  }
  const all = (await tasksOf(files, inputs, io)).map((task) =>
    isAbout(task.file) ? task : ({ ...task, background: true } as const),
  )
  const trouble = [...found.trouble, ...unwritten]
  const shard = await openShard(all, settings, options, { trouble, notes: found.notes }, io)
  const tasks = shard?.tasks ?? all
  // Rules of callers cannot be sent to other threads.
  const isLocal = changed.size > 0 || base !== undefined
  const jobs = isLocal ? 1 : jobsFor(tasks, threads)
  const { report, unreadable, encoded, notes } = await runIn({
    jobs,
    tasks,
    supply,
    settings,
    shard,
    options: { ...options, inputs },
    language,
    io,
  })
  const source = async (file: string): Promise<Source | undefined> => {
    const again = await supply.load({ file })
    return again === undefined || isUnreadable(again) ? undefined : again
  }
  return {
    report,
    trouble: [...trouble, ...unreadable],
    notes: [...found.notes, ...encodingNotes(encoded), ...notes],
    language,
    config,
    configOf: (file) => settings.configOf(file),
    source,
    lines: await linesOf(tasks, encoded, io.cwd),
    registry,
  }
}

/** Opens the files that were checked in pieces, line by line. */
async function linesOf(
  tasks: readonly Task[],
  encoded: readonly Encoded[],
  cwd: string,
): Promise<Session['lines']> {
  const big = new Set(tasks.flatMap(({ file, piece }) => (piece === undefined ? [] : [file])))
  for (const { file } of encoded) big.delete(file)
  if (big.size === 0) return () => undefined
  const { LineReader } = await import('../inputs/lines.ts')
  return (file) => (big.has(file) ? new LineReader(resolvePath(cwd, file)) : undefined)
}

/** The part of the run that `--shard` means; undefined for a whole run. */
async function openShard(
  all: readonly Task[],
  settings: SettingsMaker,
  { shard, shardReport }: SessionOptions,
  notices: { readonly trouble: readonly Notice[]; readonly notes: readonly Notice[] },
  io: Io,
): Promise<ShardRun | undefined> {
  if (shard === undefined && shardReport === undefined) return undefined
  const { ShardRun } = await import('./shard.ts')
  return ShardRun.open(shard ?? '1/1', shardReport, all, settings, notices, io)
}

/** What would stop the run when drafts are changed already. */
async function requireChangeable(options: SessionOptions, io: Io): Promise<void> {
  const { shard, shardReport, cache = false } = options
  if (shard !== undefined || shardReport !== undefined)
    throw new UsageError({
      zh: '--shard 只检查，不能与 --fix、-i 一起用',
      en: '--shard only checks; it does not go with --fix or -i',
    })
  if (cache) await (await import('./big-run.ts')).requireCachePlace(options, io)
}

/** A word on each encoding other than UTF-8. */
export function encodingNotes(files: readonly Encoded[]): Notice[] {
  const byName = new Map<Encoding, string[]>()
  for (const { file, encoding } of files) {
    const names = byName.get(encoding)
    if (names === undefined) byName.set(encoding, [file])
    else names.push(file)
  }
  return [...byName].map(([encoding, [first = '', ...more]]) =>
    encodedNotice(first, encodingNames[encoding], more.length),
  )
}

/** Lets the caller's other work have its turn, and stops when it says so. */
async function lookUp(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal.throwIfAborted()
}

/** What a run needs from outside, from files and settings. */
export function supplyFor(settings: SettingsMaker, inputs: Inputs): Supply {
  return {
    load: async (task) => {
      if (task.piece === undefined) return inputs.read(task.file)
      const { readPiece } = await import('./pieces.ts')
      const { cwd, maxSize = MAX_SIZE } = settings.setup
      const wanted = 'documents' in task ? task.documents : undefined
      return readPiece(task.file, resolvePath(cwd, task.file), task.piece, maxSize, wanted)
    },
    settings: (file, draft) => settings.of(file, draft),
    rule: (id) => settings.registry.rules.get(id),
  }
}

/** Adds what keeps results over runs, and what tells them to other machines, where that is wanted. */
export async function equipped(supply: Supply, settings: SettingsMaker, setup: Setup): Promise<Supply> {
  if (setup.shardKey !== undefined) {
    const { DraftSealer } = await import('../shard/seal.ts')
    return { ...supply, sealer: new DraftSealer(setup.shardKey, () => settings.registry.rules) }
  }
  if (setup.cache === undefined) return supply
  const { CacheMemory } = await import('./cache.ts')
  return { ...supply, memory: new CacheMemory(settings) }
}

/** What there is to do; one small file is the usual case and needs no thought. */
async function tasksOf(files: readonly string[], inputs: Inputs, io: Io): Promise<Task[]> {
  if (!files.some((file) => /\.(?:ndjson|jsonl)$/i.test(file))) return files.map((file) => ({ file }))
  return (await import('./pieces.ts')).tasksOf(files, inputs, io.cwd)
}

/** Files that are checked faster here than it takes to start workers. */
const FEW = 400
/** Drafts of a piece, about. */
const DRAFTS_OF_PIECE = 500

/** Drafts that a thread spends on having its code compiled; for fewer it brings nothing. */
const DRAFTS_OF_THREAD = 2500
/** In shorter runs compiling and collecting keep a processor busy, apart from the threads. */
const LONG_RUN = 20_000

/** The number behind `--jobs`; undefined when it is not there. */
function threadsOf({ jobs: word }: SessionOptions): number | undefined {
  if (word === undefined) return undefined
  if (/^[1-9]\d{0,2}$/.test(word)) return Number(word)
  throw new UsageError({
    zh: `--jobs 后面写线程数，例如 --jobs 4`,
    en: '--jobs takes a number of threads, such as --jobs 4',
  })
}

/** In how many threads to work: the user's word, else as many as pay. */
function jobsFor(tasks: readonly Task[], wanted: number | undefined): number {
  const pieces = tasks.filter(({ piece }) => piece !== undefined).length
  const drafts = tasks.length + pieces * DRAFTS_OF_PIECE
  if (drafts < FEW) return 1
  if (wanted !== undefined) return wanted
  const processors = availableParallelism() - (drafts < LONG_RUN ? 1 : 0)
  return Math.max(1, Math.min(processors, Math.floor(drafts / DRAFTS_OF_THREAD)))
}

/** Few files are checked right here. */
async function runIn(big: BigRun): Promise<BigRunResult> {
  const { jobs, tasks, supply, settings, options } = big
  if (tasks.length >= FEW || jobs > 1 || settings.setup.cache === true || big.shard !== undefined)
    return (await import('./big-run.ts')).runBig(big)
  return { ...(await run(tasks, supply, { detail: options.detail ?? false })), notes: [] }
}

/** Fixes files, or goes through them with the user: what they say afterwards, and what could not be written. */
async function changeFiles(
  files: readonly string[],
  inputs: Inputs,
  supply: Supply,
  options: SessionOptions,
  registry: Registry,
  language: Language,
  io: Io,
): Promise<{ texts: ReadonlyMap<string, Source>; unwritten: readonly Notice[] }> {
  const texts = new Map<string, Source>()
  const unwritten: Notice[] = []
  const take = (changed: ChangedFiles): void => {
    for (const [file, source] of changed.files) texts.set(file, source)
    unwritten.push(...changed.unwritten)
  }
  for (const file of files) {
    const read = await inputs.read(file)
    if (!isUnreadable(read)) texts.set(file, read)
  }
  if (options.fixing !== undefined) {
    const { fixFiles } = await import('./fix.ts')
    take(await fixFiles([...texts], supply, options.fixing, language, io))
  }
  if (options.walking !== undefined) {
    const read = (file: string) => inputs.read(file)
    take(await options.walking([...texts], supply, read, language, registry))
  }
  return { texts, unwritten }
}

/** What of the options and the surroundings settings are made from. */
export function setupOf(options: SessionOptions, io: Io): Setup {
  const { profile, config, rule, ipData } = options
  return {
    cwd: io.cwd,
    today: dateInChina(io.now()),
    profile,
    config,
    rule: rule ?? [],
    ipData: ipData?.map((path) => resolvePath(io.cwd, path)),
    maxSize: inputSize(options),
    ...(options.cache === true && { cache: true }),
  }
}

/** The bytes that `--max-size` allows; undefined when it is not there. */
export function inputSize({ maxSize: word }: Pick<SessionOptions, 'maxSize'>): number | undefined {
  if (word === undefined) return undefined
  const size = readSize(word)
  if (size !== undefined && size > 0) return size
  throw new UsageError({
    zh: `--max-size ${word}：写字节数，可带 K、M、G，例如 --max-size 20M`,
    en: `--max-size ${word}: write a number of bytes, with K, M or G if you like, such as --max-size 20M`,
  })
}

/** Tells of files that could not be read, and what else there is to say of files, on standard error. */
export function tellNotices({ trouble, notes, language }: Session, io: Io): void {
  for (const { file, zh, en } of [...trouble, ...notes])
    io.stderr.write(`${oneLine(language === 'zh' ? `${file}：${zh}` : `${file}: ${en}`)}\n`)
}
