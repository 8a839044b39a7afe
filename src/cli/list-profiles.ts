// `beian-check profiles`: the hosts and years whose rules the tool knows.
import type { Registry } from '../engine/registry.ts'
import { DEFAULT_PROFILE } from '../profile/builtin.ts'
import { hostOf } from '../profile/profile.ts'
import type { Language } from '../report/language.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { padEnd, requireFormat } from './table.ts'

interface Options {
  readonly format?: string
}

/** Prints the profiles as a table or as JSON. */
export function listProfiles(options: Options, language: Language, { profiles }: Registry, io: Io): ExitCode {
  const entries = profiles.ids().flatMap((id) => {
    const profile = profiles.head(id)
    if (profile === undefined) return []
    const host = hostOf(profile)
    return [
      {
        id,
        title: profile.title[language],
        asOf: profile.asOf,
        providers: host?.names ?? [],
        default: id === DEFAULT_PROFILE,
      },
    ]
  })
  if (requireFormat(options.format) === 'json') {
    io.stdout.write(`${safeJson({ version: 1, profiles: entries }, 2)}\n`)
    return EXIT.clean
  }
  for (const entry of entries) {
    const mark = entry.default ? '*' : ' '
    io.stdout.write(`${mark} ${padEnd(entry.id, 12)} ${padEnd(entry.asOf, 12)} ${oneLine(entry.title)}\n`)
    for (const name of entry.providers)
      io.stdout.write(`    ${language === 'zh' ? '接入服务提供商' : 'provider'}: ${oneLine(name)}\n`)
  }
  io.stdout.write(
    language === 'zh'
      ? '\n* 默认。用 --profile 名称 选择，或在草稿里写“接入商档案: 名称”。\n'
      : '\n* default. Choose with --profile ID, or write “profile: ID” in the draft.\n',
  )
  return EXIT.clean
}
