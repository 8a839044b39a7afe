// The user's own config, found upwards from the draft: beian-check.config.yaml and its kin.
import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { type LoaderSync, lilconfigSync } from 'lilconfig'
import { type Additions, builtin, extended, type Registry, union } from '../engine/registry.ts'
import type { Layer, Profile } from '../profile/profile.ts'
import type { Config } from '../profile/schema.ts'
import { unknownProfile } from './choose.ts'
import { broken, ConfigProblems, checkRules, type LineOf, parseConfig } from './config-problems.ts'
import { UsageError } from './io.ts'

/** What the config files of one place come to. */
export interface UserConfig {
  readonly profile?: string
  readonly lang?: 'zh' | 'en'
  readonly maxWarnings?: number
  readonly ipData?: readonly string[]
  readonly layers: readonly Layer[]
  readonly file?: string
  /** All files that were read for it: configs, profiles, plugins. Absolute. */
  readonly read: readonly string[]
  /** The rules and profiles of the tool, and those of its plugins. */
  readonly registry: Registry
}

/** The names of config files. */
export const configFiles = [
  'beian-check.config.yaml',
  'beian-check.config.yml',
  'beian-check.config.json',
  '.beian-checkrc.yaml',
  '.beian-checkrc.yml',
  '.beian-checkrc.json',
]

/** Keeps the text: it is checked, and quoted in errors, later. */
const asText: LoaderSync = (_path, content) => content

const searcher = lilconfigSync('beian-check', {
  searchPlaces: configFiles,
  loaders: { '.yaml': asText, '.yml': asText, '.json': asText },
})

const cache = new Map<string, Promise<UserConfig>>()

/**
 * The config that holds for files of a folder.
 * @param cwd where the command runs: only a config there or above it may load plugins
 */
export function configFor(folder: string, cwd: string): Promise<UserConfig> {
  const found = searcher.search(folder)
  const file = found?.filepath
  if (found === null || file === undefined)
    return Promise.resolve({ layers: [], read: [], registry: builtin })
  return loadOnce(file, isAbove(dirname(file), cwd))
}

/** The config of a named file (`--config`). */
export const configAt = (file: string): Promise<UserConfig> => loadOnce(file, true)

/** Forgets what was read, for a process that stays while the user edits configs. */
export function forgetConfigs(): void {
  cache.clear()
  searcher.clearCaches()
}

/** Whether `folder` is `below` or holds it. */
const isAbove = (folder: string, below: string): boolean => {
  const way = relative(folder, below)
  return !way.startsWith('..') && !isAbsolute(way)
}

function loadOnce(file: string, mayRun: boolean): Promise<UserConfig> {
  let config = cache.get(file)
  if (config === undefined) {
    config = load(file, mayRun, [])
    cache.set(file, config)
  }
  return config
}

async function load(file: string, mayRun: boolean, above: readonly string[]): Promise<UserConfig> {
  if (above.includes(file))
    throw broken(file, 1, { zh: 'extends 绕成了一圈', en: 'its extends goes round in a circle' })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw broken(file, 1, { zh: '读不到这个配置文件', en: 'this config file cannot be read' })
  }
  const problems = new ConfigProblems(file)
  const { config, lineOf } = await parseConfig(text, problems)
  const isFile = (name: string): boolean => /^[./]|\.(?:ya?ml|json)$/.test(name) || isAbsolute(name)
  const parents = [config.extends ?? []].flat()
  const inner = new Map<string, UserConfig>()
  let registry = builtin
  for (const parent of parents.filter(isFile)) {
    const loaded = await load(resolve(dirname(file), parent), mayRun, [...above, file])
    inner.set(parent, loaded)
    registry = union(registry, loaded.registry)
  }
  try {
    registry = await withAdditions(registry, file, config, mayRun, lineOf)
  } catch (error) {
    // Without its plugins nothing more can be said of its rules.
    throw error instanceof UsageError ? problems.with(error) : error
  }
  await checkRules(config.rules ?? {}, registry, lineOf, problems)
  const layers: Layer[] = []
  let profile: string | undefined
  for (const parent of parents) {
    const loaded = inner.get(parent)
    if (loaded !== undefined) layers.push(...loaded.layers)
    else if (registry.profiles.head(parent) === undefined)
      problems.add(lineOf(['extends']), unknownProfile(parent, registry))
    profile = loaded === undefined ? parent : (loaded.profile ?? profile)
  }
  layers.push({ name: file, rules: config.rules ?? {} })
  if (config.profile !== undefined && registry.profiles.head(config.profile) === undefined)
    problems.add(lineOf(['profile']), unknownProfile(config.profile, registry))
  problems.throwIfAny()
  const chosen = config.profile ?? profile
  const ipData = [config.ipData ?? []].flat().map((path) => resolve(dirname(file), path))
  const own = [config.plugins ?? [], config.profiles ?? []]
    .flat(2)
    .map((name) => resolve(dirname(file), name))
  return {
    file,
    layers,
    read: [file, ...own, ...[...inner.values()].flatMap(({ read }) => read)],
    registry,
    ...(chosen !== undefined && { profile: chosen }),
    ...(config.lang !== undefined && { lang: config.lang }),
    ...(config.maxWarnings !== undefined && { maxWarnings: config.maxWarnings }),
    ...(ipData.length > 0 && { ipData }),
  }
}

/** Adds the plugins and profiles that a config names. */
async function withAdditions(
  base: Registry,
  file: string,
  { plugins = [], profiles = [] }: Config,
  mayRun: boolean,
  lineOf: LineOf,
): Promise<Registry> {
  const names = [plugins].flat()
  const files = [profiles].flat()
  if (names.length + files.length === 0) return base
  if (names.length > 0 && !mayRun) {
    throw broken(file, lineOf(['plugins']), {
      zh: '这个配置在当前文件夹之外，不加载它的插件（插件是会运行的代码）。信得过的话，到它所在的文件夹里运行，或用 --config 指定它',
      en: 'this config lies outside the current folder, so its plugins (code that would run) are not loaded. If you trust it, run in its folder or name it with --config',
    })
  }
  const { checkProfiles, loadPlugin, loadProfileFile } = await import('./plugins.ts')
  let registry = base
  const add = (additions: Additions, setting: string, index: number): void => {
    for (const { id } of [...additions.rules, ...additions.profiles]) {
      if (!registry.rules.has(id) && registry.profiles.head(id) === undefined) continue
      throw broken(file, lineOf([setting, index]), {
        zh: `“${id}”已经有了，换一个名字`,
        en: `there is a “${id}” already; choose another name`,
      })
    }
    registry = extended(registry, additions)
  }
  const brought: Profile[] = []
  for (const [index, name] of names.entries()) {
    const additions = await loadPlugin(resolve(dirname(file), name))
    add(additions, 'plugins', index)
    brought.push(...additions.profiles)
  }
  for (const [index, name] of files.entries()) {
    const profile = await loadProfileFile(resolve(dirname(file), name))
    add({ rules: [], profiles: [profile] }, 'profiles', index)
    brought.push(profile)
  }
  await checkProfiles(brought, registry, file)
  return registry
}
