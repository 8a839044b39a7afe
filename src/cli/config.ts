// The user's own config, found upwards from the draft: beian-check.config.yaml and its kin.
import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { type LoaderSync, lilconfigSync } from 'lilconfig'
import type { Rule } from '../engine/rule.ts'
import { nearest } from '../facts/text.ts'
import { builtinProfile } from '../profile/builtin.ts'
import type { Layer, RuleSettings } from '../profile/profile.ts'
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
}

const places = [
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
  searchPlaces: places,
  loaders: { '.yaml': asText, '.yml': asText, '.json': asText },
})

const cache = new Map<string, Promise<UserConfig>>()

/** The config that holds for files of a folder. */
export function configFor(folder: string, rules: readonly Rule[]): Promise<UserConfig> {
  const found = searcher.search(folder)
  const file = found?.filepath
  if (found === null || file === undefined) return Promise.resolve({ layers: [] })
  return loadOnce(file, rules)
}

/** The config of a named file (`--config`). */
export function configAt(file: string, rules: readonly Rule[]): Promise<UserConfig> {
  return loadOnce(file, rules)
}

function loadOnce(file: string, rules: readonly Rule[]): Promise<UserConfig> {
  let config = cache.get(file)
  if (config === undefined) {
    config = load(file, rules, [])
    cache.set(file, config)
  }
  return config
}

async function load(file: string, rules: readonly Rule[], above: readonly string[]): Promise<UserConfig> {
  if (above.includes(file))
    throw broken(file, 1, { zh: 'extends 绕成了一圈', en: 'its extends goes round in a circle' })
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw broken(file, 1, { zh: '读不到这个配置文件', en: 'this config file cannot be read' })
  }
  const { config, lineOf } = await parseConfig(file, text)
  await checkRules(file, config.rules ?? {}, rules, lineOf)
  const layers: Layer[] = []
  let profile: string | undefined
  for (const parent of [config.extends ?? []].flat()) {
    if (builtinProfile(parent) !== undefined) profile = parent
    else if (/^[./]|\.(?:ya?ml|json)$/.test(parent) || isAbsolute(parent)) {
      const inner = await load(resolve(dirname(file), parent), rules, [...above, file])
      layers.push(...inner.layers)
      profile = inner.profile ?? profile
    } else throw broken(file, lineOf(['extends']), unknownProfile(parent))
  }
  layers.push({ name: file, rules: config.rules ?? {} })
  if (config.profile !== undefined && builtinProfile(config.profile) === undefined) {
    throw broken(file, lineOf(['profile']), unknownProfile(config.profile))
  }
  const chosen = config.profile ?? profile
  const ipData = [config.ipData ?? []].flat().map((path) => resolve(dirname(file), path))
  return {
    file,
    layers,
    ...(chosen !== undefined && { profile: chosen }),
    ...(config.lang !== undefined && { lang: config.lang }),
    ...(config.maxWarnings !== undefined && { maxWarnings: config.maxWarnings }),
    ...(ipData.length > 0 && { ipData }),
  }
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
  rules: readonly Rule[],
  lineOf: LineOf,
): Promise<void> {
  for (const [id, setting] of Object.entries(settings)) {
    const rule = rules.find((candidate) => candidate.id === id)
    if (rule === undefined) throw broken(file, lineOf(['rules', id]), unknownRule(id))
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
