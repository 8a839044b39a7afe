// `beian-check profiles show NAME [--province P]`: what holds, and which layer and document says so.
import type { LevelSetting } from '../engine/finding.ts'
import type { Registry } from '../engine/registry.ts'
import { documents } from '../profile/documents.ts'
import { chainOf, checklistOf, layersOf, type Origin, type Resolved, resolve } from '../profile/resolve.ts'
import type { Language } from '../report/language.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceText } from '../report/source-text.ts'
import { sourceObjects } from '../report/view.ts'
import { withPages } from '../site/registry.ts'
import { requireProfile, requireProvince } from './choose.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { padEnd, requireFormat } from './table.ts'

interface Options {
  readonly format?: string
  readonly province?: string
}

const texts = {
  chain: { zh: '依次叠加', en: 'layers' },
  province: { zh: '省份', en: 'province' },
  off: { zh: '不检查', en: 'Not checked' },
  checklist: { zh: '另需核对', en: 'To see to besides' },
  provinces: {
    zh: '各省另有要求，用 --province 省名 查看',
    en: 'Provinces ask for more: --province NAME shows it',
  },
} as const satisfies Record<string, Record<Language, string>>

const levelNames = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
} as const satisfies Record<LevelSetting, Record<Language, string>>

/** Prints one profile. */
export function showProfile(
  id: string,
  options: Options,
  language: Language,
  registry: Registry,
  io: Io,
): ExitCode {
  const { profiles } = registry
  const profile = requireProfile(id, registry)
  const province = options.province === undefined ? undefined : requireProvince(options.province)
  const layers = layersOf(profile, province, profiles)
  const resolved = resolve([...withPages(registry).rules.values()], layers)
  const checklist = checklistOf(profile, province, profiles)
  if (requireFormat(options.format) === 'json') {
    const object = {
      version: 1,
      profile,
      province: province ?? null,
      layers: layers.map(({ name }) => name),
      rules: resolved.map((entry) => ruleObject(entry, language)),
      checklist: checklist.map((entry) => entry[language]),
    }
    io.stdout.write(`${safeJson(object, 2)}\n`)
    return EXIT.clean
  }
  const title = profiles.head(profile)
  io.stdout.write(`${profile}  ${oneLine(title?.title[language] ?? '')} (${title?.asOf ?? ''})\n`)
  io.stdout.write(`${texts.chain[language]}: ${layers.map(({ name }) => name).join(' → ')}\n`)
  if (province === undefined && chainOf(profile, profiles).some(({ provinces: some }) => some !== undefined))
    io.stdout.write(`${texts.provinces[language]}\n`)
  io.stdout.write('\n')
  for (const entry of resolved) {
    if (entry.level === 'off') continue
    for (const line of ruleLines(entry, language)) io.stdout.write(`${oneLine(line)}\n`)
  }
  const off = resolved.filter(({ level }) => level === 'off').map(({ rule }) => rule.id)
  if (off.length > 0) io.stdout.write(`\n${texts.off[language]}: ${off.join(' ')}\n`)
  if (checklist.length > 0) io.stdout.write(`\n${texts.checklist[language]}\n`)
  for (const entry of checklist) io.stdout.write(`  [ ] ${oneLine(entry[language])}\n`)
  return EXIT.clean
}

function* ruleLines(
  { rule, level, options, layers, origins }: Resolved,
  language: Language,
): Generator<string> {
  const layer = layers.at(-1) ?? 'rule'
  yield `${padEnd(rule.id, 30)} ${padEnd(levelNames[level][language], 8)} ${layer === 'rule' ? '' : layer}`.trimEnd()
  const groups = new Map<string, string[]>()
  for (const [name, origin] of origins) {
    const said = originText(origin, language)
    groups.set(said, [...(groups.get(said) ?? []), `${name} = ${JSON.stringify(settingAt(options, name))}`])
  }
  for (const [said, settings] of groups) {
    yield `    ${said}`
    for (const setting of settings) yield `      ${setting}`
  }
}

function originText({ layer, sources }: Origin, language: Language): string {
  const said = sources.map((id) => sourceText(documents[id], language)).join(language === 'zh' ? '；' : '; ')
  return said === '' ? layer : `${layer}: ${said}`
}

function ruleObject({ rule, level, options, layers, origins }: Resolved, language: Language) {
  return {
    id: rule.id,
    severity: level,
    layers,
    options: options ?? null,
    origins: Array.from(origins, ([option, { layer, sources }]) => ({
      option,
      layer,
      sources: sourceObjects(
        sources.map((id) => documents[id]),
        language,
      ),
    })),
  }
}

/** The value at a dotted name. */
function settingAt(options: unknown, name: string): unknown {
  let value = options
  for (const step of name.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  }
  return value
}
