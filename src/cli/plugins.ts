// Loads what a config names under `plugins` (ES modules with rules and profiles) and `profiles` (YAML files).
import { existsSync, readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Additions, Registry } from '../engine/registry.ts'
import { adoptRule, PluginError } from '../plugin/adopt.ts'
import { parseProfile } from '../plugin/parse-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { importModule } from './import-module.ts'
import { UsageError } from './io.ts'

const broken = (file: string, { zh, en }: { zh: string; en: string }): UsageError =>
  new UsageError({ zh: `${file}：${zh}`, en: `${file}: ${en}` })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rules and profiles that a module exports: one, a list, or an object with both. */
function exported(value: unknown): { rules: unknown[]; profiles: unknown[] } {
  if (Array.isArray(value)) return { rules: value, profiles: [] }
  if (!isObject(value)) return { rules: value === undefined ? [] : [value], profiles: [] }
  if (!('rules' in value) && !('profiles' in value)) return { rules: [value], profiles: [] }
  return { rules: [value.rules ?? []].flat(), profiles: [value.profiles ?? []].flat() }
}

/** When plugins were changed last, as they were first loaded. */
const known = new Map<string, string>()

/** Node keeps every module by its name: one that was changed since needs another name. */
function nameOf(file: string): string {
  const { mtimeMs } = statSync(file)
  const name = pathToFileURL(file).href
  const first = known.get(file) ?? `${mtimeMs}`
  known.set(file, first)
  return first === `${mtimeMs}` ? name : `${name}?changed=${mtimeMs}`
}

/** Loads a plugin. @throws UsageError that says what is wrong with it. */
export async function loadPlugin(file: string): Promise<Additions> {
  if (!existsSync(file)) {
    throw broken(file, { zh: '没有这个插件文件', en: 'there is no such plugin' })
  }
  let module: unknown
  try {
    module = await importModule(nameOf(file))
  } catch (error) {
    throw broken(file, whyNotLoaded(error))
  }
  try {
    const made = isObject(module) ? module.default : undefined
    const { rules, profiles } = exported(typeof made === 'function' ? made(await kit()) : made)
    if (rules.length + profiles.length === 0) {
      throw new PluginError({
        zh: '没有导出规则或档案；用 export default defineRule({ … })',
        en: 'it exports no rule and no profile; write export default defineRule({ … })',
      })
    }
    return {
      rules: rules.map(adoptRule),
      profiles: await Promise.all(profiles.map((profile) => parseProfile(profile))),
    }
  } catch (error) {
    throw error instanceof PluginError ? broken(file, error.texts) : error
  }
}

/** What a plugin gets that exports a function: for use where `beian-check` cannot be imported by name. */
async function kit() {
  const { defineRule } = await import('../plugin/define-rule.ts')
  const { say } = await import('../engine/rule.ts')
  return { defineRule, say }
}

function whyNotLoaded(error: unknown): { zh: string; en: string } {
  const said = error instanceof Error ? error.message : String(error)
  if (/Cannot find package 'beian-check'/.test(said)) {
    return {
      zh: '插件里 import 的 beian-check 没有装在项目里：npm install -D beian-check；或者写成 export default ({ defineRule, say }) => defineRule({ … })',
      en: 'beian-check, which it imports, is not installed in the project: npm install -D beian-check; or write export default ({ defineRule, say }) => defineRule({ … })',
    }
  }
  return { zh: `插件加载不了（${said}）`, en: `the plugin cannot be loaded (${said})` }
}

/** Loads a profile from its YAML file. @throws UsageError that says what is wrong with it. */
export async function loadProfileFile(file: string): Promise<Profile> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw broken(file, { zh: '读不到这个档案文件', en: 'this profile cannot be read' })
  }
  try {
    return await parseProfile(text)
  } catch (error) {
    throw error instanceof PluginError ? broken(file, error.texts) : error
  }
}

/** Whether what the profiles of a config say of rules and of each other holds. @throws UsageError */
export function checkProfiles(profiles: readonly Profile[], registry: Registry, config: string): void {
  for (const { id, extends: base, rules = {}, provinces = {} } of profiles) {
    if (base !== undefined && registry.profiles.head(base) === undefined)
      throw broken(config, {
        zh: `档案“${id}”的 extends：没有档案“${base}”`,
        en: `profile “${id}” extends “${base}”, which there is not`,
      })
    const names = [rules, ...Object.values(provinces).map((overlay) => overlay.rules ?? {})].flatMap(
      Object.keys,
    )
    const unknown = names.find((name) => !registry.rules.has(name))
    if (unknown !== undefined)
      throw broken(config, {
        zh: `档案“${id}”：没有规则“${unknown}”`,
        en: `profile “${id}”: there is no rule “${unknown}”`,
      })
  }
}
