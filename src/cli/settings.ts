// The rules and the world for each draft: made from what the command line and the config files say.
import { dirname, resolve as resolvePath } from 'node:path'
import { siteRuleIds } from '../../rules/site/ids.ts'
import type { Draft } from '../draft/normalise.ts'
import type { LevelSetting } from '../engine/finding.ts'
import { builtin, type Registry, union } from '../engine/registry.ts'
import { settingsByDraft, settingsFor } from '../engine/settings.ts'
import type { Settings } from '../engine/task.ts'
import { dateInChina } from '../engine/time.ts'
import type { IpTable } from '../facts/ip-table.ts'
import { STDIN } from '../inputs/read.ts'
import { DEFAULT_PROFILE } from '../profile/builtin.ts'
import type { Layer } from '../profile/profile.ts'
import { requireProfile, unknownRule } from './choose.ts'
import { configAt, configFor, type UserConfig } from './config.ts'
import { type Io, UsageError } from './io.ts'
import { embeddedIpTable, ipTableFrom } from './ip-data.ts'

/** What settings are made from; plain data that can be sent to a worker. */
export interface Setup {
  readonly cwd: string
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  readonly profile: string | undefined
  readonly config: string | false | undefined
  /** Levels of rules, as `--rule` gives them. */
  readonly rule: readonly string[]
  /** Absolute paths. */
  readonly ipData: readonly string[] | undefined
  /** The largest file that is read, in bytes; the usual one unless given. */
  readonly maxSize: number | undefined
  /** Results are kept for later runs. */
  readonly cache?: true
  /** The run is a shard; values are hashed with this key. */
  readonly shardKey?: Uint8Array
}

/** What a caller brings beside configs and the command line. It cannot be sent to a worker. */
export interface Base {
  readonly registry: Registry
  /** Over those of configs. */
  readonly layers: readonly Layer[]
  /** Stops the work. */
  readonly signal?: AbortSignal
}

/** Makes settings, once for each profile, province and config. */
export class SettingsMaker {
  readonly setup: Setup
  readonly #base: Base
  #override: Layer = { name: '--rule', rules: {} }
  readonly #configs = new Map<string, UserConfig>()
  /** Absolute paths of folders by how they are named. */
  readonly #folders = new Map<string, string>()
  readonly #tables = new Map<string, IpTable>([['', embeddedIpTable()]])
  readonly #makers = new Map<UserConfig | undefined, (draft: Draft) => Settings>()
  /** The rules and profiles of all configs that were read. */
  registry: Registry

  constructor(setup: Setup, base: Base = { registry: builtin, layers: [] }) {
    this.setup = setup
    this.#base = base
    this.registry = base.registry
  }

  /**
   * Reads the configs that hold for files, and the IP tables that these name. Has to be done before `of`.
   * @throws UsageError for a config, a table, a profile, a rule or a level that is not right.
   */
  async prepare(files: readonly string[]): Promise<void> {
    const { config, cwd, profile, rule } = this.setup
    const folders = new Set(
      config === false ? [] : files.length > 0 ? files.map((file) => this.#folderOf(file)) : [cwd],
    )
    for (const folder of folders) {
      if (this.#configs.has(folder)) continue
      const found =
        typeof config === 'string' ? await configAt(resolvePath(cwd, config)) : await configFor(folder, cwd)
      this.#configs.set(folder, found)
      this.registry = union(this.registry, found.registry)
      await this.#openTable(found)
    }
    await this.#openTable(undefined)
    if (profile !== undefined) requireProfile(profile, this.registry)
    this.#override = ruleLayer(rule, this.registry)
  }

  #folderOf(file: string): string {
    if (file === STDIN) return this.setup.cwd
    const folder = dirname(file)
    let place = this.#folders.get(folder)
    if (place === undefined) {
      place = resolvePath(this.setup.cwd, folder)
      this.#folders.set(folder, place)
    }
    return place
  }

  /** The config that holds for a file. */
  configOf(file: string): UserConfig | undefined {
    return this.#configs.get(this.#folderOf(file))
  }

  /** The files that the settings for these drafts were read from, each once. */
  filesRead(files: readonly string[]): string[] {
    const configs = new Set(files.map((file) => this.configOf(file)))
    const tables = [...(this.setup.ipData ?? []), ...[...configs].flatMap((config) => config?.ipData ?? [])]
    return [...new Set([...[...configs].flatMap((config) => config?.read ?? []), ...tables])]
  }

  /** What holds for a draft of a file. */
  of(file: string, draft: Draft): Settings {
    const { registry, layers } = this.#base
    const config = this.configOf(file)
    let maker = this.#makers.get(config)
    if (maker === undefined) {
      maker = settingsByDraft((own) => profileFor(own, this.setup, config), {
        registry: config === undefined ? registry : union(registry, config.registry),
        layers: [...(config?.layers ?? []), ...layers, this.#override],
        today: this.setup.today,
        ip: this.#tables.get(this.#ipFiles(config).join('\n')) ?? embeddedIpTable(),
      })
      this.#makers.set(config, maker)
    }
    return maker(draft)
  }

  /** The IP files that hold for a config: those of the command line, or those of the config. */
  #ipFiles(config: UserConfig | undefined): readonly string[] {
    return this.setup.ipData ?? config?.ipData ?? []
  }

  async #openTable(config: UserConfig | undefined): Promise<void> {
    const files = this.#ipFiles(config)
    const key = files.join('\n')
    if (!this.#tables.has(key)) this.#tables.set(key, await ipTableFrom(files))
  }
}

/** The profile of a draft: the command line's, the draft's own, the config's, or `otherwise`. */
export function profileFor(
  draft: Draft | undefined,
  { profile }: { readonly profile?: string | undefined },
  config: UserConfig | undefined,
  otherwise: string = DEFAULT_PROFILE,
): string {
  const named = draft?.profile
  const { profiles } = config?.registry ?? builtin
  const own = named !== undefined && profiles.head(named) !== undefined ? named : undefined
  return profile ?? own ?? config?.profile ?? otherwise
}

/** What holds for a draft of a profile and a province, apart from any config. */
export function settingsOf(profile: string, province: string | undefined, io: Pick<Io, 'now'>): Settings {
  const today = dateInChina(io.now())
  return settingsFor(profile, province, { registry: builtin, layers: [], today, ip: embeddedIpTable() })
}

const levelWords: readonly string[] = ['error', 'warning', 'info', 'off']
const isLevel = (word: string): word is LevelSetting => levelWords.includes(word)

/** The layer that `--rule id=level` makes. */
export function ruleLayer(words: readonly string[], registry: Registry): Layer {
  const settings: Record<string, LevelSetting> = {}
  for (const word of words) {
    const at = word.indexOf('=')
    const [id, level] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)]
    if (!registry.rules.has(id) && !siteRuleIds.includes(id)) throw new UsageError(unknownRule(id, registry))
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
