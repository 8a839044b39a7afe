// From the words of the command line to a report: which files, which config, which rules. Every command that looks at
// drafts goes through here.
import { dirname, resolve as resolvePath } from 'node:path'
import { rules, ruleTable } from '../../rules/index.ts'
import type { Draft } from '../draft/normalise.ts'
import type { LevelSetting } from '../engine/finding.ts'
import type { RunReport } from '../engine/report.ts'
import type { World } from '../engine/rule.ts'
import { run, type Settings, type Source, type Supply } from '../engine/run.ts'
import { dateInChina } from '../engine/time.ts'
import type { IpTable } from '../facts/ip-table.ts'
import { type FindOptions, findFiles } from '../inputs/find.ts'
import type { Notice } from '../inputs/notice.ts'
import { Inputs, isUnreadable, STDIN } from '../inputs/read.ts'
import { builtinIds, builtinProfile, DEFAULT_PROFILE, profileHead } from '../profile/builtin.ts'
import type { Layer } from '../profile/profile.ts'
import { active, checklistOf, hostOfChain, knownHosts, layersOf, resolve } from '../profile/resolve.ts'
import { chooseLanguage, type Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { requireProfile, unknownRule } from './choose.ts'
import { configAt, configFor, type UserConfig } from './config.ts'
import type { FixOptions } from './fix.ts'
import { type Io, UsageError } from './io.ts'
import { embeddedIpTable, ipTableFrom } from './ip-data.ts'

/** Options that say what is checked and how. */
export interface SessionOptions extends FindOptions {
  /** Read files through these, to have them again afterwards: standard input can be read once only. */
  readonly inputs?: Inputs
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
    language: Language,
  ) => Promise<(readonly [file: string, source: Source])[]>
  readonly profile?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly lang?: string
  readonly ipData?: readonly string[]
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
  /** The text of a checked file, for reports that show more than what was found. */
  readonly source: Supply['load']
}

/** Reads and checks the files that `paths` names. */
export async function checkPaths(
  paths: readonly string[],
  options: SessionOptions,
  io: Io,
): Promise<Session> {
  const override = ruleLayer(options.rule ?? [])
  if (options.profile !== undefined) requireProfile(options.profile)
  const found = await findFiles(paths, options, io)
  const trouble = [...found.trouble]
  const own = [...(options.baseline === undefined ? [] : [options.baseline]), ...(options.outputs ?? [])]
  const notDrafts = own.map((file) => resolvePath(io.cwd, file))
  const files = found.files.filter((file) => !notDrafts.includes(resolvePath(io.cwd, file)))

  const inputs = options.inputs ?? new Inputs(io, options.stdinFilename)
  const readable: [string, Source][] = []
  for (const file of files) {
    const read = await inputs.read(file)
    if (isUnreadable(read)) trouble.push(read)
    else readable.push([file, read])
  }
  const configs = await loadConfigs(files, options, io)
  const config = configs.get(files[0] ?? STDIN)
  const language = chooseLanguage(options.lang ?? config?.lang, io.env)
  const tables = await openTables(configs, options, io)
  const settings = settingsFor(configs, options, override, tables, io)
  const texts = new Map(readable)
  const supply: Supply = {
    load: async (file) => texts.get(file),
    settings,
    isRule: (id) => ruleTable().has(id),
  }
  if (options.fixing !== undefined) {
    const { fixFiles } = await import('./fix.ts')
    for (const [file, source] of await fixFiles(readable, supply, options.fixing, language, io))
      texts.set(file, source)
  }
  if (options.walking !== undefined) {
    for (const [file, source] of await options.walking([...texts], supply, language)) texts.set(file, source)
  }
  const report = await run([...texts], supply)
  return { report, trouble, notes: found.notes, language, config, source: supply.load }
}

const levelWords: readonly string[] = ['error', 'warning', 'info', 'off']
const isLevel = (word: string): word is LevelSetting => levelWords.includes(word)

/** The layer that `--rule id=level` makes. */
function ruleLayer(words: readonly string[]): Layer {
  const settings: Record<string, LevelSetting> = {}
  for (const word of words) {
    const at = word.indexOf('=')
    const [id, level] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
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
  options: SessionOptions,
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

/** The profile of a draft: the command line's, the draft's own, the config's, or the default one. */
export function profileFor(
  draft: Draft | undefined,
  { profile }: Pick<SessionOptions, 'profile'>,
  config: UserConfig | undefined,
): string {
  const named = draft?.profile
  const own = named !== undefined && builtinProfile(named) !== undefined ? named : undefined
  return profile ?? own ?? config?.profile ?? DEFAULT_PROFILE
}

/** Rules and world for each draft, made once for each profile, province and config. */
function settingsFor(
  configs: ReadonlyMap<string, UserConfig>,
  options: SessionOptions,
  override: Layer,
  tables: ReadonlyMap<string, IpTable>,
  io: Io,
): (file: string, draft: Draft) => Settings {
  const made = new Map<string, Settings>()
  const today = dateInChina(io.now())
  return (file, draft) => {
    const config = configs.get(file)
    const profile = profileFor(draft, options, config)
    const key = [profile, draft.subject.province ?? '', config?.file ?? ''].join('\n')
    let settings = made.get(key)
    if (settings === undefined) {
      const layers = [...layersOf(profile, draft.subject.province), ...(config?.layers ?? []), override]
      const ip = tables.get(ipFilesOf(config, options, io).join('\n')) ?? embeddedIpTable()
      settings = {
        rules: active(resolve(rules, layers)),
        world: worldOf(profile, today, ip),
        checklist: checklistOf(profile, draft.subject.province),
      }
      made.set(key, settings)
    }
    return settings
  }
}

/** The IP files that hold for a config: those of the command line, or those of the config. */
function ipFilesOf(config: UserConfig | undefined, options: SessionOptions, io: Io): readonly string[] {
  return options.ipData?.map((path) => resolvePath(io.cwd, path)) ?? config?.ipData ?? []
}

async function openTables(
  configs: ReadonlyMap<string, UserConfig>,
  options: SessionOptions,
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

/** What holds for a draft of a profile and a province, apart from any config. */
export function settingsOf(profile: string, province: string | undefined, io: Pick<Io, 'now'>): Settings {
  return {
    rules: active(resolve(rules, layersOf(profile, province))),
    world: worldOf(profile, dateInChina(io.now()), embeddedIpTable()),
    checklist: checklistOf(profile, province),
  }
}

function worldOf(profile: string, today: string, ip: IpTable): World {
  const title = profileHead(profile)?.title ?? { zh: profile, en: profile }
  return {
    today,
    ip,
    profile: { id: profile, title, host: hostOfChain(profile) },
    profiles: builtinIds(),
    hosts: knownHosts(),
  }
}

/** Tells of files that could not be read, and what else there is to say of files, on standard error. */
export function tellNotices({ trouble, notes, language }: Session, io: Io): void {
  for (const { file, zh, en } of [...trouble, ...notes])
    io.stderr.write(`${oneLine(language === 'zh' ? `${file}：${zh}` : `${file}: ${en}`)}\n`)
}
