// What is wrong with a config file: all of it at once, each with its line and what may be meant.
import { siteRuleIds } from '../../rules/site/ids.ts'
import type { Bilingual } from '../draft/field.ts'
import type { Registry } from '../engine/registry.ts'
import type { Rule } from '../engine/rule.ts'
import { nearest } from '../facts/text.ts'
import type { RuleSettings } from '../profile/profile.ts'
import type { Config } from '../profile/schema.ts'
import { unknownRule } from './choose.ts'
import { UsageError } from './io.ts'

/** The line of a place in a config, from 1. */
export type LineOf = (path: readonly PropertyKey[]) => number

const at = (file: string, line: number, { zh, en }: Bilingual): Bilingual => ({
  zh: `${file}:${line}：${zh}`,
  en: `${file}:${line}: ${en}`,
})

/** One thing that is wrong with a config. */
export const broken = (file: string, line: number, texts: Bilingual): UsageError =>
  new UsageError(at(file, line, texts))

/** Collects what is wrong with a config. */
export class ConfigProblems {
  readonly #file: string
  readonly #found: { readonly line: number; readonly texts: Bilingual }[] = []

  constructor(file: string) {
    this.#file = file
  }

  add(line: number, texts: Bilingual): void {
    this.#found.push({ line, texts })
  }

  #lines(): Bilingual[] {
    return [...this.#found]
      .sort((a, b) => a.line - b.line)
      .map(({ line, texts }) => at(this.#file, line, texts))
  }

  /** What was found so far, and an error that ended it. */
  with({ texts, more }: UsageError): UsageError {
    const [first = texts, ...rest] = [...this.#lines(), texts, ...more]
    return new UsageError(first, rest)
  }

  throwIfAny(): void {
    const [first, ...rest] = this.#lines()
    if (first !== undefined) throw new UsageError(first, rest)
  }
}

/** Reads a config. What does not fit is told and left out; nothing can be read of broken YAML. */
export async function parseConfig(
  text: string,
  problems: ConfigProblems,
): Promise<{ config: Config; lineOf: LineOf }> {
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
    problems.add(counter.linePos(error.pos[0]).line, {
      zh: '配置文件读不出来，请检查这一行的写法',
      en: 'the config cannot be read; see this line',
    })
    problems.throwIfAny()
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return { config: parsed.data, lineOf }
  for (const issue of parsed.error.issues) {
    for (const { path, ...texts } of settingProblems(issue, value, Object.keys(configSchema.shape)))
      problems.add(lineOf(path), texts)
    for (const path of badPaths(issue)) drop(value, path)
  }
  // The rest is looked at as well, so that one run tells everything.
  const rest = configSchema.safeParse(value)
  if (!rest.success) problems.throwIfAny()
  return { config: rest.data ?? {}, lineOf }
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

interface SettingProblem extends Bilingual {
  readonly path: readonly PropertyKey[]
}

const badPaths = ({ keys, path }: Issue): (readonly PropertyKey[])[] =>
  keys?.map((key) => [...path, key]) ?? [path.slice(0, path[0] === 'rules' ? 2 : 1)]

function drop(value: unknown, path: readonly PropertyKey[]): void {
  let holder: unknown = value
  for (const step of path.slice(0, -1))
    holder = Object.hasOwn(Object(holder), step) ? Reflect.get(Object(holder), step) : undefined
  const last = path.at(-1)
  if (typeof holder === 'object' && holder !== null && last !== undefined)
    Reflect.deleteProperty(holder, last)
}

/** The one of a few words that is meant, to be said behind what is wrong. */
const maybe = (word: unknown, known: readonly string[]): Bilingual => {
  const near = typeof word === 'string' ? nearest(word, known) : undefined
  return near === undefined ? { zh: '', en: '' } : { zh: `；是不是“${near}”？`, en: `; is “${near}” meant?` }
}

const levels = ['error', 'warning', 'info', 'off']

/** What to write for each setting. */
const forms: Readonly<Record<string, Bilingual>> = {
  lang: { zh: '写 zh 或 en', en: 'write zh or en' },
  maxWarnings: { zh: '写一个数，0 或更大', en: 'write a number, 0 or more' },
  rules: { zh: '每行一条：规则: 级别', en: 'write a line each: RULE: LEVEL' },
}

function settingProblems(issue: Issue, value: unknown, known: readonly string[]): SettingProblem[] {
  const { path, keys } = issue
  if (keys !== undefined) {
    return keys.map((key) => {
      const near = nearest(key, known)
      return {
        path: [...path, key],
        zh: `没有“${key}”这一项，${near ? `是不是“${near}”？` : `可用：${known.join('、')}`}`,
        en: `there is no setting “${key}”${near ? `; is “${near}” meant?` : `; there are: ${known.join(', ')}`}`,
      }
    })
  }
  const [setting, ...rest] = path.map(String)
  if (setting === undefined)
    return [
      {
        path,
        zh: '配置的形式不对：每行一项，例如 profile: aliyun',
        en: 'the config has the wrong form: write a setting a line, such as profile: aliyun',
      },
    ]
  if (setting === 'rules' && rest.length > 0) {
    const given: unknown = Reflect.get(Object(Reflect.get(Object(value), setting)), rest[0] ?? '')
    const near = maybe([given].flat()[0], levels)
    return [
      {
        path: path.slice(0, 2),
        zh: `${path.slice(0, 2).map(String).join('.')}：写级别 error、warning、info、off，或 [级别, {选项}]${near.zh}`,
        en: `${path.slice(0, 2).map(String).join('.')}: write a level (error, warning, info, off) or [level, {options}]${near.en}`,
      },
    ]
  }
  const form = forms[setting] ?? {
    zh: '写一个名字或文件，或几个的列表',
    en: 'write a name or a file, or a list of them',
  }
  return [
    {
      path,
      zh: `${setting}：值的形式不对，${form.zh}`,
      en: `${setting}: its value has the wrong form; ${form.en}`,
    },
  ]
}

/** Looks whether the rules are there and take their options. */
export async function checkRules(
  settings: RuleSettings,
  registry: Registry,
  lineOf: LineOf,
  problems: ConfigProblems,
): Promise<void> {
  const aboutPages = Object.keys(settings).some((id) => siteRuleIds.includes(id))
  const { rules } = aboutPages ? (await import('../site/registry.ts')).withPages(registry) : registry
  for (const [id, setting] of Object.entries(settings)) {
    const rule = rules.get(id)
    if (rule === undefined) problems.add(lineOf(['rules', id]), unknownRule(id, registry))
    else if (typeof setting !== 'string') {
      for (const { path, zh, en } of await optionProblems(rule, setting[1]))
        problems.add(lineOf(['rules', id, 1, ...path]), {
          zh: `规则“${id}”：${zh}`,
          en: `rule “${id}”: ${en}`,
        })
    }
  }
}

/** What is wrong with options given to a rule. */
async function optionProblems(
  rule: Rule,
  given: Readonly<Record<string, unknown>>,
): Promise<SettingProblem[]> {
  const defaults = rule.options?.defaults
  const known = typeof defaults === 'object' && defaults !== null ? Object.keys(defaults) : []
  const unknown = Object.keys(given).filter((key) => !known.includes(key))
  const found = unknown.map((key): SettingProblem => {
    const near = nearest(key, known)
    if (known.length === 0) return { path: [key], zh: '这条规则没有选项', en: 'this rule has no options' }
    return {
      path: [key],
      zh: `没有选项“${key}”${near ? `，是不是“${near}”？` : `；可用：${known.join('、')}`}`,
      en: `there is no option “${key}”${near ? `; is “${near}” meant?` : `; it has: ${known.join(', ')}`}`,
    }
  })
  if (rule.options === undefined) return found
  const { z } = await import('zod')
  const fitting = Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key)))
  const parsed = rule.options.schema(z).safeParse({ ...Object(defaults), ...fitting })
  for (const { path } of parsed.error?.issues ?? []) {
    const name = path.map(String).join('.')
    found.push({ path, zh: `选项“${name}”的值形式不对`, en: `the value of “${name}” has the wrong form` })
  }
  return found
}
