// `beian-check [paths…]`: the main job.
import { version } from '../../package.json'
import type { Registry } from '../engine/registry.ts'
import type { RunReport } from '../engine/report.ts'
import { dateInChina } from '../engine/time.ts'
import { nearest } from '../facts/text.ts'
import { readsStdin } from '../inputs/find.ts'
import type { Notice } from '../inputs/notice.ts'
import { noInk } from '../report/ink.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { pour, type Reporter, type RunView, type View } from '../report/view.ts'
import { commandNames } from './command-names.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import type { Target } from './outputs.ts'
import { screenOf } from './screen.ts'
import { checkPaths, type Session, type SessionOptions, tellNotices } from './session.ts'
import { warningLimit } from './warning-limit.ts'

/** Options of the command, as commander gives them. */
export interface CheckOptions extends SessionOptions {
  /** Words behind each `--format`. */
  readonly format?: readonly string[]
  readonly quiet?: boolean
  readonly maxWarnings?: string
  readonly showValues?: boolean
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly interactive?: boolean
  readonly fix?: boolean
  readonly fixAll?: boolean
  readonly fixDryRun?: boolean
}

/** Checks the files that `paths` names and prints what was found. */
export async function check(paths: readonly string[], options: CheckOptions, process: Io): Promise<ExitCode> {
  let io = process
  const targets = await targetsFor(options, paths, io)
  const outputs = targets.flatMap(({ file }) => file ?? [])
  const limit = warningLimit(options)
  if (options.writeBaseline !== undefined) {
    requireWhole(options)
    ;(await import('./baseline.ts')).requireBaselinePlace(options.writeBaseline, io)
  } else if (options.baseline !== undefined) {
    // Before drafts are changed.
    ;(await import('./baseline.ts')).requireBaseline(options.baseline, io)
  }
  if (answersLines(paths, targets, options)) {
    const { filter } = await import('./filter.ts')
    const ended = await filter(options, limit, (...of) => viewFor(...of, options, process), process)
    if (typeof ended === 'number') return ended
    io = ended
  }
  const session = await checkPaths(
    paths,
    { ...options, outputs, ...fixing(paths, targets, options), ...walking(paths, options, io) },
    io,
  )
  const status = await conclude(session, targets, options, limit, io)
  tellSlip(paths, session, io)
  return status
}

/** A part knows nothing of its clashes with the others. */
function requireWhole({ shard, shardReport }: CheckOptions): void {
  if (shard === undefined && shardReport === undefined) return
  throw new UsageError({
    zh: '--shard 只查一份，基线在合并时写：beian-check merge --write-baseline 文件 各份结果',
    en: '--shard checks a part; write the baseline when parts are put together: beian-check merge --write-baseline FILE REPORTS',
  })
}

/** Tells what came of a run in every way that was asked for. Returns the exit status. */
export async function conclude(
  session: Session,
  targets: readonly Target[],
  options: CheckOptions,
  limit: number | undefined,
  io: Io,
): Promise<ExitCode> {
  const { trouble, language, config } = session
  tellNotices(session, io)
  if (options.writeBaseline !== undefined) return await keepBaseline(options.writeBaseline, session, io)
  let { report } = session
  if (options.baseline !== undefined) {
    const { withoutOld } = await import('./baseline.ts')
    const { report: fresh, gone } = withoutOld(options.baseline, report, io)
    report = fresh
    if (gone > 0) io.stderr.write(`${texts.gone[language](gone, oneLine(options.baseline))}\n`)
  }
  const written = await writeAll(targets, { ...session, report }, options, io)
  if (!written) return EXIT.trouble
  return exitCode(report, trouble, limit ?? config?.maxWarnings ?? Number.POSITIVE_INFINITY)
}

/** Whether only lines of standard input are to be answered, one by one. */
function answersLines(
  paths: readonly string[],
  [target, ...more]: readonly Target[],
  options: CheckOptions,
): boolean {
  const { baseline, writeBaseline, fix, fixAll, fixDryRun, interactive, filesFrom, changed } = options
  const { shard, shardReport } = options
  return (
    readsStdin(paths, options) &&
    paths.every((path) => path === '-') &&
    target?.format === 'ndjson' &&
    target.file === undefined &&
    more.length === 0 &&
    [
      ...[baseline, writeBaseline, fix, fixAll, fixDryRun, interactive, filesFrom, changed],
      ...[shard, shardReport],
    ].every((option) => option === undefined)
  )
}

/** Where reports go. */
export async function targetsFor(
  { format }: CheckOptions,
  paths: readonly string[],
  io: Io,
): Promise<readonly Target[]> {
  if (format === undefined) return [ON_SCREEN]
  return (await import('./outputs.ts')).targetsOf(format, paths, io)
}

/** What other programs call a command, and what it is here. */
const habits: Readonly<Record<string, string>> = {
  help: '--help',
  version: '--version',
  check: 'draft.yaml',
  lint: 'draft.yaml',
  validate: 'draft.yaml',
  fix: '--fix draft.yaml',
}

/** A file that is not there may have been meant as a command. */
function tellSlip([word = '']: readonly string[], { trouble, language }: Session, io: Io): void {
  if (!trouble.some(({ file }) => file === word) || !/^[a-z]+$/.test(word)) return
  const meant = Object.hasOwn(habits, word) ? habits[word] : nearest(word, commandNames)
  if (meant !== undefined) io.stderr.write(`${texts.slip[language](meant)}\n`)
}

/** Where the report goes when nothing is said of it. */
const ON_SCREEN: Target = { format: 'terminal', file: undefined }

const texts = {
  slip: {
    zh: (command: string) => `是不是 beian-check ${command}？`,
    en: (command: string) => `Is beian-check ${command} meant?`,
  },
  gone: {
    zh: (count: number, file: string) => `基线里有 ${count} 条已不存在，可以用 --write-baseline ${file} 更新`,
    en: (count: number, file: string) =>
      `${count} entries of the baseline are gone; --write-baseline ${file} brings it up to date`,
  },
  kept: {
    zh: (count: number, file: string) => `已把 ${count} 条现有问题记入 ${file}，以后只报新的`,
    en: (count: number, file: string) => `${count} findings are in ${file} now; only new ones will count`,
  },
} as const

/** Writes the baseline and says so. */
async function keepBaseline(file: string, { report, trouble, language }: Session, io: Io): Promise<ExitCode> {
  const { writeBaseline } = await import('./baseline.ts')
  const count = await writeBaseline(file, report, io)
  io.stderr.write(`${texts.kept[language](count, oneLine(file))}\n`)
  return trouble.length > 0 || report.broken ? EXIT.trouble : EXIT.clean
}

/** What the options for fixing come to; nothing when there is none. */
function fixing(
  paths: readonly string[],
  targets: readonly Target[],
  options: CheckOptions,
): Pick<SessionOptions, 'fixing'> {
  const { fix = false, fixAll = false, fixDryRun = false, showValues = false } = options
  if (!fix && !fixAll && !fixDryRun) return {}
  if (!fixDryRun && readsStdin(paths, options))
    throw new UsageError({
      zh: '标准输入不能写回：--fix 后面写文件名，或用 --fix-dry-run 看会怎样改',
      en: 'Standard input cannot be written back: name a file behind --fix, or see the changes with --fix-dry-run',
    })
  const aside = targets.some(({ format, file }) => file === undefined && format !== 'terminal')
  return { fixing: { all: fixAll, dryRun: fixDryRun, showValues, aside } }
}

/** `-i`: go through the findings with the user first. */
function walking(paths: readonly string[], options: CheckOptions, io: Io): Pick<SessionOptions, 'walking'> {
  if (options.interactive !== true) return {}
  if (readsStdin(paths, options) || io.terminal?.() === undefined) {
    throw new UsageError({
      zh: '-i 要在终端里对着文件运行；没有终端时用 --fix 或 --fix-dry-run，或看检查结果自己改',
      en: '-i needs a terminal and files. Without one use --fix or --fix-dry-run, or edit by the findings',
    })
  }
  return {
    walking: async (files, supply, read, language, registry) => {
      const { walkFiles } = await import('./walk.ts')
      return walkFiles(files, supply, read, await viewFor(language, registry, options, io), io)
    },
  }
}

async function viewFor(language: Language, registry: Registry, options: CheckOptions, io: Io): Promise<View> {
  return {
    language,
    showValues: options.showValues ?? false,
    ...(await screenOf(io)),
    rules: registry.rules,
    quiet: options.quiet ?? false,
  }
}

/** Writes every report that was asked for. Returns false when a file could not be written. */
async function writeAll(
  targets: readonly Target[],
  session: Session,
  options: CheckOptions,
  io: Io,
): Promise<boolean> {
  const { report, trouble, language, registry, source, lines } = session
  const view: RunView = {
    ...(await viewFor(language, registry, options, io)),
    cwd: io.cwd,
    root: repositoryOf(io),
    version,
    today: dateInChina(io.now()),
    trouble,
    source,
    lines,
  }
  let written = true
  for (const { format, file } of targets) {
    if (file === undefined) continue
    const { writeReport } = await import('./outputs.ts')
    const { reporters } = await import('../report/index.ts')
    const reporter = await reporters[format].load()
    if (!(await writeReport(file, reporter, report, view, io))) written = false
  }
  const onScreen = targets.find(({ file }) => file === undefined)
  // Standard output shows the changes of a dry run, and nothing when every report went to a file: the numbers are told.
  if (onScreen === undefined || (onScreen.format === 'terminal' && options.fixDryRun === true)) {
    const { summaryText } = await import('../report/summary.ts')
    io.stderr.write(`${summaryText(report, language)}\n`)
  } else if (onScreen.format !== 'terminal' || report.summary.files > 0 || trouble.length === 0) {
    // With nothing read there is nothing to say of drafts; a machine still gets its object.
    await print(onScreen, report, view, io)
  }
  return written
}

/** CI systems say where the repository is; files in their reports are named from there. */
const repositoryOf = ({ env, cwd }: Io): string => {
  const folder = isInActions(env) ? env.GITHUB_WORKSPACE : env.CI_PROJECT_DIR
  return folder === undefined || folder === '' ? cwd : folder
}

const isInActions = (env: Io['env']): boolean => env.GITHUB_ACTIONS === 'true'

async function print({ format }: Target, report: RunReport, view: RunView, io: Io): Promise<void> {
  if (isInActions(io.env)) {
    const { printInActions } = await import('./actions.ts')
    await printInActions(format, report, view, io)
    return
  }
  const reporter = await reporterFor(format, report, view)
  await pour(reporter.render(report, view), (text) => io.stdout.write(text))
}

async function reporterFor(format: Target['format'], report: RunReport, view: View): Promise<Reporter> {
  if (format === 'terminal') {
    const { errors, warnings, infos, suppressed } = report.summary
    const clean = errors + warnings + infos + suppressed === 0
    if (clean && view.ink === noInk && !Number.isFinite(view.width))
      return (await import('../report/clean.ts')).clean
    return (await import('../report/terminal.ts')).terminal
  }
  return (await import('../report/index.ts')).reporters[format].load()
}

function exitCode(report: RunReport, trouble: readonly Notice[], limit: number): ExitCode {
  if (trouble.length > 0 || report.broken) return EXIT.trouble
  const { errors, warnings } = report.summary
  return errors > 0 || warnings > limit ? EXIT.findings : EXIT.clean
}
