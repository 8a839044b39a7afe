// `beian-check [paths…]`: the main job.
import { ruleTable } from '../../rules/index.ts'
import type { FileReport, RunReport } from '../engine/run.ts'
import { colorInk, noInk } from '../report/ink.ts'
import type { Language } from '../report/language.ts'
import { summarise, type View } from '../report/view.ts'
import { requireOneOf } from './choose.ts'
import type { Unreadable } from './inputs.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { checkPaths, type SessionOptions, tellTrouble } from './session.ts'

export const formats = ['terminal', 'json', 'ndjson'] as const
export type FormatName = (typeof formats)[number]

/** Options of the command, as commander gives them. */
export interface CheckOptions extends SessionOptions {
  readonly format?: string
  readonly quiet?: boolean
  readonly maxWarnings?: string
  readonly showValues?: boolean
}

/** Checks the files that `paths` names and prints what was found. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = requireOneOf({ zh: '输出格式', en: 'format' }, options.format ?? 'terminal', formats)
  const limit = maxWarnings(options)
  const { report, trouble, language, config } = await checkPaths(paths, options, io)
  // With nothing read there is nothing to say of drafts; a machine still gets its object.
  if (format !== 'terminal' || report.files.length > 0 || trouble.length === 0)
    await print(report, format, language, options, io)
  for (const entry of trouble) tellTrouble(entry, language, io)
  return exitCode(report, trouble, limit ?? config?.maxWarnings ?? Number.POSITIVE_INFINITY)
}

async function print(
  report: RunReport,
  format: FormatName,
  language: Language,
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const view: View = {
    language,
    showValues: options.showValues ?? false,
    ink: wantsColor(io) ? await colorInk() : noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    rules: ruleTable(),
    quiet: options.quiet ?? false,
  }
  const reporter = await reporterFor(format, report, view)
  for (const text of reporter.render(report, view)) io.stdout.write(text)
}

async function reporterFor(format: FormatName, report: RunReport, view: View) {
  if (format === 'terminal') {
    const clean = report.files.every((file: FileReport) => file.findings.length === 0)
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

function exitCode(report: RunReport, trouble: readonly Unreadable[], limit: number): ExitCode {
  if (trouble.length > 0 || report.files.some(({ broken }) => broken)) return EXIT.trouble
  const { errors, warnings } = summarise(report)
  return errors > 0 || warnings > limit ? EXIT.findings : EXIT.clean
}
