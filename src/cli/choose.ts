// Words of the user that must name something known; a slip is answered with the nearest right word.
import { siteRuleIds } from '../../rules/site/ids.ts'
import { optionFor } from '../draft/words.ts'
import { builtin, type Registry } from '../engine/registry.ts'
import type { Rule } from '../engine/rule.ts'
import { provinces } from '../facts/data/provinces.ts'
import { nearest } from '../facts/text.ts'
import { UsageError } from './io.ts'

const maybe = (near: string | undefined): { zh: string; en: string } =>
  near === undefined ? { zh: '', en: '' } : { zh: `，是不是“${near}”？`, en: `; is “${near}” meant?` }

/** The words of an error about a profile that does not exist. */
export function unknownProfile(id: string, { profiles }: Registry = builtin): { zh: string; en: string } {
  const near = maybe(nearest(id, profiles.ids()))
  return {
    zh: `没有名为“${id}”的档案${near.zh}（beian-check profiles 列出全部）`,
    en: `There is no profile “${id}”${near.en} (beian-check profiles lists them)`,
  }
}

/** A profile's id, when there is such a profile. */
export function requireProfile(id: string, registry: Registry = builtin): string {
  if (registry.profiles.head(id) === undefined) throw new UsageError(unknownProfile(id, registry))
  return id
}

/** The words of an error about a rule that does not exist. */
export function unknownRule(id: string, { rules }: Registry = builtin): { zh: string; en: string } {
  const near = maybe(nearest(id, [...new Set([...rules.keys(), ...siteRuleIds])]))
  return {
    zh: `没有规则“${id}”${near.zh}（beian-check rules 列出全部）`,
    en: `There is no rule “${id}”${near.en} (beian-check rules lists them)`,
  }
}

/** A rule by its id, or by the part behind the slash where that is enough. */
export function requireRule(id: string, registry: Registry = builtin): Rule {
  const rule = registry.rules.get(id)
  if (rule !== undefined) return rule
  const named = [...registry.rules.values()].filter((candidate) => candidate.id.endsWith(`/${id}`))
  if (named.length === 1 && named[0] !== undefined) return named[0]
  throw new UsageError(unknownRule(id, registry))
}

/** One of a few words, such as an output format. */
export function requireOneOf<W extends string>(
  what: { zh: string; en: string },
  word: string,
  known: readonly W[],
): W {
  const found = known.find((candidate) => candidate === word)
  if (found !== undefined) return found
  const near = maybe(nearest(word, known))
  throw new UsageError({
    zh: `没有${what.zh}“${word}”${near.zh || '。'}可用：${known.join('、')}`,
    en: `There is no ${what.en} “${word}”${near.en || '.'} It may be: ${known.join(', ')}`,
  })
}

/** A province by any of its names. */
export function requireProvince(word: string): string {
  const id = optionFor(provinces, word)
  if (id !== undefined) return id
  const near = nearest(
    word,
    provinces.map(({ zh }) => zh),
  )
  throw new UsageError({
    zh: `没有省份“${word}”${near === undefined ? '' : `，是不是“${near}”？`}例如：--province 浙江`,
    en: `There is no province “${word}”${near === undefined ? '' : `; is “${near}” meant?`} For example: --province Zhejiang`,
  })
}
