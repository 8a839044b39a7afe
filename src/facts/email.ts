// Mail addresses: their form, and domains that are a slip away from a mail host everybody knows.
import { distance } from 'fastest-levenshtein'
import { insideBrackets, isLabel } from './domains.ts'
import { remembering } from './remember.ts'
import { toHalfWidth } from './text.ts'

export type EmailReading =
  | { readonly kind: 'ok' }
  | { readonly kind: 'no-at' | 'several' | 'placeholder' }
  /** Offsets of the piece that does not fit, in the canonical form. */
  | { readonly kind: 'local' | 'domain'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'typo'; readonly domain: string; readonly meant: string; readonly suggestion: string }

/** Mail hosts that many people in China use. */
const wellKnown =
  'qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com 139.com 189.cn wo.cn sina.com sina.cn sohu.com tom.com 21cn.com aliyun.com gmail.com outlook.com hotmail.com live.com icloud.com yahoo.com'.split(
    ' ',
  )
/** Real hosts whose names are near those above. */
const alsoReal = new Set(
  'sina.com.cn vip.sina.com me.com mail.com gmx.com live.cn msn.cn msn.com 188.com 263.net 163.net yahoo.cn yahoo.com.cn qq.cn sogou.com ymail.com hotmail.fr hotmail.co.uk yahoo.co.jp email.com'.split(
    ' ',
  ),
)

const placeholders =
  /^(?:test|xxx+|abc|123|aaa+|demo|admin|user|name|example)@(?:test|xxx+|abc|123|aaa+|demo|xx)\.(?:com|cn|net)$/

/** Half width, no spaces or brackets around, none inside, a plain at sign and plain dots. */
export function canonicalEmail(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[!-~]*\w$/.test(text)) return text
  return toHalfWidth(insideBrackets(text) ?? text)
    .replace(/\s+/g, '')
    .replace(/[。．｡]/g, '.')
}

/** A host as its first label and the rest. */
function partsOf(host: string): { readonly name: string; readonly suffix: string } {
  const dot = host.indexOf('.')
  return dot < 0 ? { name: host, suffix: '' } : { name: host.slice(0, dot), suffix: host.slice(dot + 1) }
}

const wellKnownParts = wellKnown.map(partsOf)
/** A name two letters longer than the longest of them is no slip for any. */
const longestSlip = Math.max(...wellKnownParts.map(({ name }) => name.length)) + 2

/** The well-known host that a domain is one slip away from, or undefined. */
const meantHost = remembering((domain: string): string | undefined => {
  if (alsoReal.has(domain) || wellKnown.includes(domain)) return undefined
  const { name, suffix } = partsOf(domain)
  if (name.length > longestSlip) return undefined
  return wellKnown.find((_host, i) => {
    const right = wellKnownParts[i]
    if (right === undefined) return false
    // Right name, wrong suffix: qq.con, 163.cm, gmail.co.
    if (name === right.name) return name.length >= 2 && isSlip(suffix, right.suffix, 2)
    if (suffix !== right.suffix) return false
    // A letter for a digit: l63.com.
    if (/^\d+$/.test(right.name) && name.replace(/[li]/g, '1').replace(/o/g, '0') === right.name) return true
    // Right suffix, wrong name: gmial.com, hotmial.com. Short names (163, 126) are real words of their own.
    return right.name.length >= 4 && isSlip(name, right.name, right.name.length >= 6 ? 2 : 1)
  })
})

/** Few letters differ, or two neighbours are swapped. */
function isSlip(word: string, right: string, most: number): boolean {
  if (word === right || Math.abs(word.length - right.length) > most) return false
  if (distance(word, right) <= Math.min(most, 1)) return true
  const swapped = word.length === right.length && [...word].sort().join('') === [...right].sort().join('')
  return (
    swapped ||
    (most > 1 &&
      distance(word, right) <= most &&
      word[0] === right[0] &&
      Math.abs(word.length - right.length) <= 1)
  )
}

/** Reads a mail address in canonical form. */
export const readEmail = remembering((email: string): EmailReading => {
  const parts = email.split('@')
  if (parts.length < 2) return { kind: 'no-at' }
  if (/[;；,，、]/.test(email)) return { kind: 'several' }
  if (parts.length > 2) return { kind: 'several' }
  const [local = '', domain = ''] = parts
  const badLocal = /[^\w.!#$%&'*+/=?^`{|}~-]/.exec(local)
  if (local === '' || badLocal !== null || /^\.|\.$|\.\./.test(local) || local.length > 64) {
    const from = badLocal?.index ?? 0
    return {
      kind: 'local',
      from,
      to: badLocal === null ? Math.max(local.length, 1) : from + badLocal[0].length,
      text: local,
    }
  }
  const labels = domain.toLowerCase().split('.')
  const goodLabels = labels.every(isLabel)
  if (labels.length < 2 || !goodLabels || !/^[^\d]{2,}$|^xn--/.test(labels.at(-1) ?? '')) {
    return { kind: 'domain', from: local.length + 1, to: email.length, text: domain }
  }
  if (placeholders.test(email.toLowerCase())) return { kind: 'placeholder' }
  const meant = meantHost(domain.toLowerCase())
  return meant === undefined
    ? { kind: 'ok' }
    : { kind: 'typo', domain, meant, suggestion: `${local}@${meant}` }
})
