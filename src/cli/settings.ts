// The rules and the world for each draft: made from what the command line and the config files say.
import { dirname, resolve as resolvePath } from 'node:path'
import { rules, ruleTable } from '../../rules/index.ts'
import type { Draft } from '../draft/normalise.ts'
import type { LevelSetting } from '../engine/finding.ts'
import type { World } from '../engine/rule.ts'
import type { Settings } from '../engine/task.ts'
import { dateInChina } from '../engine/time.ts'
import type { IpTable } from '../facts/ip-table.ts'
import { STDIN } from '../inputs/read.ts'
import { builtinIds, builtinProfile, DEFAULT_PROFILE, profileHead } from '../profile/builtin.ts'
import type { Layer } from '../profile/profile.ts'
import { active, checklistOf, hostOfChain, knownHosts, layersOf, resolve } from '../profile/resolve.ts'
import { unknownRule } from './choose.ts'
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
}

/** Makes settings, once for each profile, province and config. */
export class SettingsMaker {
  readonly setup: Setup
  readonly #override: Layer
  readonly #configs = new Map<string, UserConfig>()
  readonly #tables = new Map<string, IpTable>([['', embeddedIpTable()]])
  readonly #made = new Map<string, Settings>()

  /** @throws UsageError for a rule or a level that is none. */
  constructor(setup: Setup) {
    this.setup = setup
    this.#override = ruleLayer(setup.rule)
  }

  /**
   * Reads the configs that hold for files, and the IP tables that these name. Has to be done before `of`.
   * @throws UsageError for a config or a table that is not right.
   */
  async prepare(files: readonly string[]): Promise<void> {
    const { config, cwd } = this.setup
    const folders = new Set(
      config === false ? [] : files.length > 0 ? files.map((file) => this.#folderOf(file)) : [cwd],
    )
    for (const folder of folders) {
      if (this.#configs.has(folder)) continue
      const found =
        typeof config === 'string'
          ? await configAt(resolvePath(cwd, config), rules)
          : await configFor(folder, rules)
      this.#configs.set(folder, found)
      await this.#openTable(found)
    }
    await this.#openTable(undefined)
  }

  #folderOf(file: string): string {
    return file === STDIN ? this.setup.cwd : dirname(resolvePath(this.setup.cwd, file))
  }

  /** The config that holds for a file. */
  configOf(file: string): UserConfig | undefined {
    return this.#configs.get(this.#folderOf(file))
  }

  /** What holds for a draft of a file. */
  of(file: string, draft: Draft): Settings {
    const config = this.configOf(file)
    const profile = profileFor(draft, this.setup, config)
    const key = [profile, draft.subject.province ?? '', config?.file ?? ''].join('\n')
    let settings = this.#made.get(key)
    if (settings === undefined) {
      const layers = [...layersOf(profile, draft.subject.province), ...(config?.layers ?? []), this.#override]
      const ip = this.#tables.get(this.#ipFiles(config).join('\n')) ?? embeddedIpTable()
      settings = {
        rules: active(resolve(rules, layers)),
        world: worldOf(profile, this.setup.today, ip),
        checklist: checklistOf(profile, draft.subject.province),
      }
      this.#made.set(key, settings)
    }
    return settings
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

/** The profile of a draft: the command line's, the draft's own, the config's, or the default one. */
export function profileFor(
  draft: Draft | undefined,
  { profile }: { readonly profile?: string | undefined },
  config: UserConfig | undefined,
): string {
  const named = draft?.profile
  const own = named !== undefined && builtinProfile(named) !== undefined ? named : undefined
  return profile ?? own ?? config?.profile ?? DEFAULT_PROFILE
}

/** What holds for a draft of a profile and a province, apart from any config. */
export function settingsOf(profile: string, province: string | undefined, io: Pick<Io, 'now'>): Settings {
  return {
    rules: active(resolve(rules, layersOf(profile, province))),
    world: worldOf(profile, dateInChina(io.now()), embeddedIpTable()),
    checklist: checklistOf(profile, province),
  }
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
