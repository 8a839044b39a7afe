// `beian-check [paths…]`: the main job.
import { ruleTable } from '../../rules/index.ts'
import type { RunReport } from '../engine/report.ts'
import { readsStdin } from '../inputs/find.ts'
import type { Notice } from '../inputs/notice.ts'
import { colorInk, noInk } from '../report/ink.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import type { View } from '../report/view.ts'
import { requireOneOf } from './choose.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { checkPaths, type Session, type SessionOptions, tellNotices } from './session.ts'

export const formats = ['terminal', 'json', 'ndjson'] as const
export type FormatName = (typeof formats)[number]

/** Options of the command, as commander gives them. */
export interface CheckOptions extends SessionOptions {
  readonly format?: string
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
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = requireOneOf({ zh: '输出格式', en: 'format' }, options.format ?? 'terminal', formats)
  const limit = maxWarnings(options)
  const session = await checkPaths(
    paths,
    { ...options, ...fixing(paths, options), ...walking(paths, options, io) },
    io,
  )
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
  if (options.fixDryRun === true && format === 'terminal') {
    const { summaryText } = await import('../report/terminal.ts')
    io.stderr.write(`${summaryText(report, language)}\n`)
  } else if (format !== 'terminal' || report.summary.files > 0 || trouble.length === 0) {
    // With nothing read there is nothing to say of drafts; a machine still gets its object.
    await print(report, format, language, options, io)
  }
  return exitCode(report, trouble, limit ?? config?.maxWarnings ?? Number.POSITIVE_INFINITY)
}

const texts = {
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
function fixing(paths: readonly string[], options: CheckOptions): Pick<SessionOptions, 'fixing'> {
  const { fix = false, fixAll = false, fixDryRun = false, showValues = false } = options
  if (!fix && !fixAll && !fixDryRun) return {}
  if (!fixDryRun && readsStdin(paths, options))
    throw new UsageError({
      zh: '标准输入不能写回：--fix 后面写文件名，或用 --fix-dry-run 看会怎样改',
      en: 'Standard input cannot be written back: name a file behind --fix, or see the changes with --fix-dry-run',
    })
  return { fixing: { all: fixAll, dryRun: fixDryRun, showValues } }
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
    walking: async (files, supply, language) => {
      const { walkFiles } = await import('./walk.ts')
      return walkFiles(files, supply, await viewFor(language, options, io), io)
    },
  }
}

async function viewFor(language: Language, options: CheckOptions, io: Io): Promise<View> {
  return {
    language,
    showValues: options.showValues ?? false,
    ink: wantsColor(io) ? await colorInk() : noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    rules: ruleTable(),
    quiet: options.quiet ?? false,
  }
}

async function print(
  report: RunReport,
  format: FormatName,
  language: Language,
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const view = await viewFor(language, options, io)
  const reporter = await reporterFor(format, report, view)
  for (const text of reporter.render(report, view)) io.stdout.write(text)
}

async function reporterFor(format: FormatName, report: RunReport, view: View) {
  if (format === 'terminal') {
    const { errors, warnings, infos, suppressed } = report.summary
    const clean = errors + warnings + infos + suppressed === 0
    if (clean && view.ink === noInk && !Number.isFinite(view.width))
      return (await import('../report/clean.ts')).clean
    return (await import('../report/terminal.ts')).terminal
  }
  const machine = await import('../report/json.ts')
  return format === 'json' ? machine.json : machine.ndjson
}

/** NO_COLOR and FORCE_COLOR as everywhere; otherwise colour on a terminal only. */
function wantsColor({ env, stdout }: Io): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return stdout.isTTY && env.TERM !== 'dumb'
}

function maxWarnings(options: CheckOptions): number | undefined {
  if (options.maxWarnings === undefined) return undefined
  const count = Number(options.maxWarnings)
  if (/^\d+$/.test(options.maxWarnings)) return count
  throw new UsageError({
    zh: `--max-warnings 后面写一个数，例如 --max-warnings 0`,
    en: '--max-warnings takes a number, such as --max-warnings 0',
  })
}

function exitCode(report: RunReport, trouble: readonly Notice[], limit: number): ExitCode {
  if (trouble.length > 0 || report.broken) return EXIT.trouble
  const { errors, warnings } = report.summary
  return errors > 0 || warnings > limit ? EXIT.findings : EXIT.clean
}
