// The user's own config, found upwards from the draft: beian-check.config.yaml and its kin.
import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { type LoaderSync, lilconfigSync } from 'lilconfig'
import { siteRuleIds } from '../../rules/site/ids.ts'
import { type Additions, builtin, extended, type Registry, union } from '../engine/registry.ts'
import type { Rule } from '../engine/rule.ts'
import { nearest } from '../facts/text.ts'
import type { Layer, Profile, RuleSettings } from '../profile/profile.ts'
import type { Config } from '../profile/schema.ts'
import { unknownProfile, unknownRule } from './choose.ts'
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
  const { config, lineOf } = await parseConfig(file, text)
  const isFile = (name: string): boolean => /^[./]|\.(?:ya?ml|json)$/.test(name) || isAbsolute(name)
  const parents = [config.extends ?? []].flat()
  const inner = new Map<string, UserConfig>()
  let registry = builtin
  for (const parent of parents.filter(isFile)) {
    const loaded = await load(resolve(dirname(file), parent), mayRun, [...above, file])
    inner.set(parent, loaded)
    registry = union(registry, loaded.registry)
  }
  registry = await withAdditions(registry, file, config, mayRun, lineOf)
  await checkRules(file, config.rules ?? {}, registry, lineOf)
  const layers: Layer[] = []
  let profile: string | undefined
  for (const parent of parents) {
    const loaded = inner.get(parent)
    if (loaded !== undefined) layers.push(...loaded.layers)
    else if (registry.profiles.head(parent) === undefined)
      throw broken(file, lineOf(['extends']), unknownProfile(parent, registry))
    profile = loaded === undefined ? parent : (loaded.profile ?? profile)
  }
  layers.push({ name: file, rules: config.rules ?? {} })
  if (config.profile !== undefined && registry.profiles.head(config.profile) === undefined) {
    throw broken(file, lineOf(['profile']), unknownProfile(config.profile, registry))
  }
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

type LineOf = (path: readonly PropertyKey[]) => number

function broken(file: string, line: number, { zh, en }: { zh: string; en: string }): UsageError {
  return new UsageError({ zh: `${file}:${line}：${zh}`, en: `${file}:${line}: ${en}` })
}

async function parseConfig(file: string, text: string): Promise<{ config: Config; lineOf: LineOf }> {
  const { LineCounter, parseDocument, isNode } = await import('yaml')
  const { configSchema } = await import('../profile/schema.ts')
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line
    }
    return 1
  }
  const error = document.errors[0]
  if (error !== undefined) {
    throw broken(file, counter.linePos(error.pos[0]).line, {
      zh: '配置文件读不出来，请检查这一行的写法',
      en: 'the config cannot be read; see this line',
    })
  }
  const parsed = configSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {})
  if (parsed.success) return { config: parsed.data, lineOf }
  throw badSetting(file, parsed.error.issues, Object.keys(configSchema.shape), lineOf)
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

function badSetting(
  file: string,
  issues: readonly Issue[],
  known: readonly string[],
  lineOf: LineOf,
): UsageError {
  const [issue] = issues
  if (issue === undefined) return broken(file, 1, { zh: '配置有误', en: 'the config is not right' })
  const key = issue.keys?.[0]
  if (key !== undefined) {
    const near = nearest(key, known)
    const line = lineOf([...issue.path, key])
    return broken(file, line, {
      zh: `没有“${key}”这一项${near ? `，是不是“${near}”？` : ''}`,
      en: `there is no setting “${key}”${near ? `; is “${near}” meant?` : ''}`,
    })
  }
  const name = issue.path.map(String).join('.')
  const isRule = issue.path[0] === 'rules'
  const zh = isRule
    ? '写级别 error、warning、info、off，或 [级别, {选项}]'
    : '值的形式不对，见 README 的配置一节'
  const en = isRule
    ? 'write a level (error, warning, info, off) or [level, {options}]'
    : 'its value has the wrong form; see the README'
  return broken(file, lineOf(issue.path), { zh: `${name}：${zh}`, en: `${name}: ${en}` })
}

async function checkRules(
  file: string,
  settings: RuleSettings,
  registry: Registry,
  lineOf: LineOf,
): Promise<void> {
  const aboutPages = Object.keys(settings).some((id) => siteRuleIds.includes(id))
  const { rules } = aboutPages ? (await import('../site/registry.ts')).withPages(registry) : registry
  for (const [id, setting] of Object.entries(settings)) {
    const rule = rules.get(id)
    if (rule === undefined) throw broken(file, lineOf(['rules', id]), unknownRule(id, registry))
    if (typeof setting === 'string') continue
    const problem = await optionProblem(rule, setting[1])
    if (problem !== undefined) {
      const line = lineOf(['rules', id, 1, ...problem.path])
      throw broken(file, line, { zh: `规则“${id}”：${problem.zh}`, en: `rule “${id}”: ${problem.en}` })
    }
  }
}

/** What is wrong with options given to a rule, in words; undefined when they are fine. */
export async function optionProblem(
  rule: Rule,
  given: Readonly<Record<string, unknown>>,
): Promise<{ path: PropertyKey[]; zh: string; en: string } | undefined> {
  const defaults = rule.options?.defaults
  const known = typeof defaults === 'object' && defaults !== null ? Object.keys(defaults) : []
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    if (known.length === 0) return { path: [key], zh: '这条规则没有选项', en: 'this rule has no options' }
    return {
      path: [key],
      zh: `没有选项“${key}”${near ? `，是不是“${near}”？` : `；可用：${known.join('、')}`}`,
      en: `there is no option “${key}”${near ? `; is “${near}” meant?` : `; it has: ${known.join(', ')}`}`,
    }
  }
  if (rule.options === undefined) return undefined
  const { z } = await import('zod')
  const parsed = rule.options.schema(z).safeParse({ ...asObject(defaults), ...given })
  if (parsed.success) return undefined
  const issue = parsed.error.issues[0]
  const name = issue?.path.map(String).join('.') ?? ''
  return {
    path: issue?.path ?? [],
    zh: `选项“${name}”的值形式不对`,
    en: `the value of “${name}” has the wrong form`,
  }
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
