// `beian-check [paths…]`: the main job.
import { dirname, resolve as resolvePath } from 'node:path'
import { rules, ruleTable } from '../../rules/index.ts'
import type { Draft } from '../draft/normalise.ts'
import type { LevelSetting } from '../engine/finding.ts'
import type { World } from '../engine/rule.ts'
import { type FileReport, type RunReport, run, type Settings, type Source } from '../engine/run.ts'
import { dateInChina } from '../engine/time.ts'
import type { IpTable } from '../facts/ip-table.ts'
import { builtinIds, builtinProfile, DEFAULT_PROFILE } from '../profile/builtin.ts'
import type { Layer } from '../profile/profile.ts'
import { active, hostOfChain, knownHosts, layersOf, resolve } from '../profile/resolve.ts'
import { colorInk, noInk } from '../report/ink.ts'
import { chooseLanguage, type Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { summarise, type View } from '../report/view.ts'
import { requireOneOf, requireProfile, unknownRule } from './choose.ts'
import { configAt, configFor, type UserConfig } from './config.ts'
import { findFiles, Inputs, isUnreadable, STDIN, type Unreadable } from './inputs.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { embeddedIpTable, ipTableFrom } from './ip-data.ts'

export const formats = ['terminal', 'json', 'ndjson'] as const
export type FormatName = (typeof formats)[number]

/** Options of the command, as commander gives them. */
export interface CheckOptions {
  readonly profile?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly format?: string
  readonly lang?: string
  readonly quiet?: boolean
  readonly maxWarnings?: string
  readonly showValues?: boolean
  readonly ipData?: readonly string[]
  readonly allowEmpty?: boolean
}

/** Checks the files that `paths` names and prints what was found. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const format = requireOneOf({ zh: '输出格式', en: 'format' }, options.format ?? 'terminal', formats)
  const override = ruleLayer(options.rule ?? [])
  if (options.profile !== undefined) requireProfile(options.profile)
  const { files, trouble } = await findFiles(paths, io, options.allowEmpty ?? false)

  const inputs = new Inputs(io)
  const readable: [string, Source][] = []
  for (const file of files) {
    const read = await inputs.read(file)
    if (isUnreadable(read)) trouble.push(read)
    else readable.push([file, read])
  }
  const configs = await loadConfigs(files, options, io)
  const first = configs.get(files[0] ?? STDIN)
  const language = chooseLanguage(options.lang ?? first?.lang, io.env)
  const warningLimit = maxWarnings(options, first)
  const tables = await openTables(configs, options, io)
  const settings = settingsFor(configs, options, override, tables, io)
  const report = await run(readable, {
    load: async (file) => {
      const read = await inputs.read(file)
      return isUnreadable(read) ? undefined : read
    },
    settings,
  })
  await print(report, format, language, options, io)
  for (const entry of trouble) tellTrouble(entry, language, io)
  return exitCode(report, trouble, warningLimit)
}

const levelWords: readonly string[] = ['error', 'warning', 'info', 'off']
const isLevel = (word: string): word is LevelSetting => levelWords.includes(word)

/** The layer that `--rule id=level` makes. */
function ruleLayer(words: readonly string[]): Layer {
  const settings: Record<string, LevelSetting> = {}
  for (const word of words) {
    const [id = '', level = ''] = word.split('=')
    if (!ruleTable().has(id)) throw new UsageError(unknownRule(id))
    if (!isLevel(level)) {
      throw new UsageError({
        zh: `--rule ${word}：级别写 error、warning、info 或 off，例如 --rule ${id}=warning`,
        en: `--rule ${word}: the level is error, warning, info or off, such as --rule ${id}=warning`,
      })
    }
    settings[id] = level
  }
  return { name: '--rule', rules: settings }
}

async function loadConfigs(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<Map<string, UserConfig>> {
  const configs = new Map<string, UserConfig>()
  if (options.config === false) return configs
  const named = options.config === undefined ? undefined : resolvePath(io.cwd, options.config)
  for (const file of files.length > 0 ? files : [STDIN]) {
    const folder = file === STDIN ? io.cwd : dirname(resolvePath(io.cwd, file))
    configs.set(file, named === undefined ? await configFor(folder, rules) : await configAt(named, rules))
  }
  return configs
}

/** Rules and world for each draft, made once for each profile, province and config. */
function settingsFor(
  configs: ReadonlyMap<string, UserConfig>,
  options: CheckOptions,
  override: Layer,
  tables: ReadonlyMap<string, IpTable>,
  io: Io,
): (file: string, draft: Draft) => Settings {
  const made = new Map<string, Settings>()
  const today = dateInChina(io.now())
  return (file, draft) => {
    const config = configs.get(file)
    const own =
      draft.profile !== undefined && builtinProfile(draft.profile) !== undefined ? draft.profile : undefined
    const profile = options.profile ?? own ?? config?.profile ?? DEFAULT_PROFILE
    const key = [profile, draft.subject.province ?? '', config?.file ?? ''].join('\n')
    let settings = made.get(key)
    if (settings === undefined) {
      const layers = [...layersOf(profile, draft.subject.province), ...(config?.layers ?? []), override]
      const ip = tables.get(ipFilesOf(config, options, io).join('\n')) ?? embeddedIpTable()
      settings = { rules: active(resolve(rules, layers)), world: worldOf(profile, today, ip) }
      made.set(key, settings)
    }
    return settings
  }
}

/** The IP files that hold for a config: those of the command line, or those of the config. */
function ipFilesOf(config: UserConfig | undefined, options: CheckOptions, io: Io): readonly string[] {
  return options.ipData?.map((path) => resolvePath(io.cwd, path)) ?? config?.ipData ?? []
}

async function openTables(
  configs: ReadonlyMap<string, UserConfig>,
  options: CheckOptions,
  io: Io,
): Promise<Map<string, IpTable>> {
  const tables = new Map<string, IpTable>([['', embeddedIpTable()]])
  for (const config of [...configs.values(), undefined]) {
    const files = ipFilesOf(config, options, io)
    const key = files.join('\n')
    if (!tables.has(key)) tables.set(key, await ipTableFrom(files))
  }
  return tables
}

function worldOf(profile: string, today: string, ip: IpTable): World {
  const title = builtinProfile(profile)?.title ?? { zh: profile, en: profile }
  return {
    today,
    ip,
    profile: { id: profile, title, host: hostOfChain(profile) },
    profiles: builtinIds(),
    hosts: knownHosts(),
  }
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
    if (clean && view.ink === noInk) return (await import('../report/clean.ts')).clean
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

function tellTrouble({ file, zh, en }: Unreadable, language: Language, io: Io): void {
  io.stderr.write(language === 'zh' ? `${oneLine(file)}：${zh}\n` : `${oneLine(file)}: ${en}\n`)
}

function maxWarnings(options: CheckOptions, config: UserConfig | undefined): number {
  if (options.maxWarnings === undefined) return config?.maxWarnings ?? Number.POSITIVE_INFINITY
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
