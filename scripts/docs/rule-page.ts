// The page of one rule: what it asks, why, examples with what is said about them, options, profiles, sources.
import { z } from 'zod'
import type { Example, Messages, Rule } from '../../src/engine/rule.ts'
import { returnCodes } from '../../src/guide/data/codes.ts'
import { builtinIds, builtinProfile } from '../../src/profile/builtin.ts'
import { type DocumentId, documents } from '../../src/profile/documents.ts'
import type { RuleSetting } from '../../src/profile/profile.ts'
import { layersOf, resolve } from '../../src/profile/resolve.ts'
import { isSaidByEngine, type Said, saidOf } from './try-examples.ts'
import { wordTable } from './word-lists.ts'
import { bothLines, cell, code, levelNames, madeFrom, sourceLines, table } from './words.ts'

/** What a page has beyond what every rule has. */
const extras: Readonly<Record<string, () => string>> = {
  'website/name': () =>
    `## 词表 · Word lists\n\n只有档案打开的才管用。 · A list counts where a profile turns it on.\n\n${wordTable()}`,
}

/** The page of a rule in Markdown. */
export async function rulePage(rule: Rule): Promise<string> {
  const bad = await Promise.all(
    rule.examples.bad.map(async (example) => ({ example, said: await saidOf(rule, example) })),
  )
  const { title, why } = rule.texts
  const parts = [
    `${madeFrom(`rules/${rule.id}.ts`)}\n# ${rule.id}`,
    `**${title.zh}** · ${title.en}`,
    facts(
      rule,
      bad.flatMap(({ said }) => said),
    ),
    `## 为什么 · Why\n\n${why.zh}\n\n${why.en}`,
    '## 会被指出 · Pointed out',
    ...bad.map(({ example, said }, i) => `### ${i + 1}\n\n${badExample(example, said)}`),
    '## 可以这样写 · Right',
    ...rule.examples.good.map(exampleText),
    ...optionParts(rule),
    ...profileParts(rule),
    ...provinceParts(rule),
    ...(extras[rule.id] === undefined ? [] : [extras[rule.id]?.() ?? '']),
    `## 出处 · Sources\n\n${rule.sources.map((source) => `- ${sourceLines(source, ' · ')}`).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Level, fixes, return code and how to set the rule, at one glance. */
function facts(rule: Rule, said: readonly Said[]): string {
  const fixes = new Set(said.flatMap(({ fix }) => fix ?? []))
  const fixesPage = rule.checkPage !== undefined && rule.examples.bad.some(({ fixed }) => fixed !== undefined)
  const fixText = [
    ...(fixesPage ? ['`beian-check site --fix`'] : []),
    ...(fixes.has('safe') ? ['安全 safe: `--fix`'] : []),
    ...(fixes.has('suggested') ? ['建议 suggested: `--fix=all`, `-i`'] : []),
  ].join('<br>')
  const meaning = returnCodes.find(({ code }) => code === rule.returnCode)
  const rows = [
    ['级别 · level', levelNames[rule.level]],
    ['自动修正 · fixes', fixText === '' ? '–' : fixText],
    ['退回代码 · return code', meaning === undefined ? '–' : `${rule.returnCode} ${bothLines(meaning)}`],
    ...(rule.clash === undefined
      ? []
      : [['范围 · scope', '一次检查的所有草稿之间<br>between all drafts of a run']]),
    ...(isSaidByEngine(rule) ? [] : [['关闭 · turn off', `\`--rule ${rule.id}=off\``]]),
    ...(isSaidByEngine(rule) || rule.checkPage !== undefined
      ? []
      : [['忽略一处 · ignore one', `\`# beian-check-ignore ${rule.id}: 理由\``]]),
  ]
  return table(['', ''], rows)
}

const yaml = (text: string): string => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``

const html = (text: string): string => `\`\`\`html\n${text.trimEnd()}\n\`\`\``

/** A draft or a page, and under which profile or options it is meant. */
function exampleText({ draft, page, known, profile, options }: Example<Messages>): string {
  const under = [
    ...(profile === undefined ? [] : [`\`--profile ${profile}\``]),
    ...(options === undefined ? [] : [`选项 options ${code(options)}`]),
    ...(known === undefined ? [] : [`另外得知 seen besides ${code(known)}`]),
  ]
  const texts = [
    ...(page === undefined ? [] : [html(page)]),
    ...(draft === '' ? [] : [page === undefined ? yaml(draft) : `草稿 · the draft:\n\n${yaml(draft)}`]),
  ]
  return [...(under.length === 0 ? [] : [`${under.join(', ')}:`]), ...texts].join('\n\n')
}

function badExample(example: Example<Messages>, said: readonly Said[]): string {
  const parts = [exampleText(example), ...said.map(saidText)]
  const block = example.page === undefined ? yaml : html
  if (example.fixed !== undefined) parts.push(`改好之后 · After the fix\n\n${block(example.fixed)}`)
  return parts.join('\n\n')
}

/** What is said, as a quotation. Text of drafts in it is no Markdown. */
function saidText({ level, zh, en }: Said): string {
  const line = ([message, hint]: Said['zh']): string =>
    `> ${plain(message)}${hint === undefined || hint === '' ? '' : ` → ${plain(hint)}`}`
  return `> **${levelNames[level]}**\\\n${line(zh)}\\\n${line(en)}`
}

const plain = (text: string): string => text.replaceAll(/[\\*_<>[\]`|]/g, '\\$&').replaceAll('\n', ' ')

interface Shape {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly description?: string
}

/** What may be written for an option. */
function shapeText({ type, enum: words, items }: Shape): string {
  if (words !== undefined && words.length <= 8) return words.map(code).join(', ')
  if (type === 'array') return items === undefined ? 'list' : `list: ${shapeText(items)}`
  return type ?? 'text'
}

function optionParts({ id, level, options }: Rule): string[] {
  if (options === undefined) return []
  const { properties = {} } = z.toJSONSchema(options.schema(z), { io: 'input' }) as Shape
  const defaults = options.defaults as Readonly<Record<string, unknown>>
  const rows = Object.entries(properties).map(([name, shape]) => [
    code(name),
    cell((shape.description ?? '').replace(' · ', '\n')),
    shapeText(shape),
    code(defaults[name]),
  ])
  const [first = ''] = Object.keys(properties)
  const sample = `rules:\n  ${id}: [${level}, { ${first}: ${JSON.stringify(defaults[first])} }]`
  return [
    `## 选项 · Options\n\n${table(['选项 · option', '意思 · meaning', '可以写 · values', '默认 · default'], rows)}`,
    `写在配置或档案里 · in the config or a profile:\n\n${yaml(sample)}`,
  ]
}

/** How a rule holds in each profile, and what profiles set themselves. */
function profileParts(rule: Rule): string[] {
  const held = builtinIds().flatMap((id) => {
    const [resolved] = resolve([rule], layersOf(id, undefined))
    return resolved === undefined ? [] : [{ id, level: resolved.level }]
  })
  const levels = Object.entries(levelNames).flatMap(([level, name]) => {
    const ids = held.filter((one) => one.level === level).map(({ id }) => code(id))
    return ids.length === 0 ? [] : [`- ${name}: ${ids.join(', ')}`]
  })
  const rows = held.flatMap(({ id }) => {
    const own = builtinProfile(id)?.rules?.[rule.id]
    return own === undefined ? [] : [[code(id), ...settingCells(own)]]
  })
  const heads = ['档案 · profile', '自己规定的 · what it sets itself', '出处 · source']
  return [`## 档案 · Profiles\n\n${levels.join('\n')}`, ...(rows.length === 0 ? [] : [table(heads, rows)])]
}

/** The single settings by their dotted names. */
function* leaves(value: unknown, name = ''): Generator<[name: string, value: unknown]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield [name, value]
  else
    for (const [key, inner] of Object.entries(value))
      yield* leaves(inner, name === '' ? key : `${name}.${key}`)
}

/** The options of a setting and the documents behind it, as two cells. */
function settingCells(setting: RuleSetting | undefined): [string, string] {
  if (setting === undefined) return ['', '']
  const [level, options = {}, sources = []] = typeof setting === 'string' ? [setting] : setting
  const set = Array.from(leaves(options), ([name, value]) => `${code(name)}: ${code(value)}`)
  return [
    cell([level, ...set].join('\n')),
    sources.map((id: DocumentId) => sourceLines(documents[id], '<br>')).join('<br>'),
  ]
}

/** What provinces ask, by the profiles that know it. */
function provinceParts(rule: Rule): string[] {
  return builtinIds().flatMap((id) => {
    const rows = Object.entries(builtinProfile(id)?.provinces ?? {}).flatMap(([province, { rules = {} }]) => {
      const setting = rules[rule.id]
      return setting === undefined ? [] : [[province, ...settingCells(setting)]]
    })
    if (rows.length === 0) return []
    const heads = ['省 · province', '要求 · what it sets', '出处 · source']
    return [`## 各省 · Provinces (\`${id}\`)\n\n${table(heads, rows)}`]
  })
}
