// `beian-check rules`: every rule with its level and title.
import type { LevelSetting } from '../engine/finding.ts'
import type { Registry } from '../engine/registry.ts'
import { DEFAULT_PROFILE } from '../profile/builtin.ts'
import { layersOf, resolve } from '../profile/resolve.ts'
import type { Language } from '../report/language.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceObjects } from '../report/view.ts'
import { withPages } from '../site/registry.ts'
import { requireProfile } from './choose.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { padEnd, requireFormat } from './table.ts'

interface Options {
  readonly format?: string
  readonly profile?: string
}

const levelNames = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
} as const satisfies Record<LevelSetting, Record<Language, string>>

/** Prints the rules as a table or as JSON, with the levels of a profile. */
export function listRules(options: Options, language: Language, registry: Registry, io: Io): ExitCode {
  const profile = requireProfile(options.profile ?? DEFAULT_PROFILE, registry)
  const resolved = resolve(
    [...withPages(registry).rules.values()],
    layersOf(profile, undefined, registry.profiles),
  )
  if (requireFormat(options.format) === 'json') {
    const entries = resolved.map(({ rule, level, options: settings }) => ({
      id: rule.id,
      severity: level,
      title: rule.texts.title[language],
      sources: sourceObjects(rule.sources, language),
      returnCode: rule.returnCode ?? null,
      options: settings ?? null,
    }))
    io.stdout.write(`${safeJson({ version: 1, profile, rules: entries }, 2)}\n`)
    return EXIT.clean
  }
  const width = Math.max(...resolved.map(({ rule }) => rule.id.length))
  for (const { rule, level } of resolved) {
    const name = padEnd(levelNames[level][language], 8)
    io.stdout.write(`${padEnd(rule.id, width)}  ${name}${oneLine(rule.texts.title[language])}\n`)
  }
  io.stdout.write(
    language === 'zh'
      ? '\n用 beian-check explain 规则名 查看说明。\n'
      : '\nbeian-check explain RULE tells more.\n',
  )
  return EXIT.clean
}
