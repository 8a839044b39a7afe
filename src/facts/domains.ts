// Domains and home pages: their form, the part that is registered, and whether the suffix stands on the dated list.
import { asciiSuffixes, chineseSuffixes, cnSecondLevels } from './data/domain-suffixes.ts'
import { platformSuffixes } from './data/platform-suffixes.ts'
import { remembering } from './remember.ts'
import { toHalfWidth } from './text.ts'

export { suffixListDate } from './data/domain-suffixes.ts'

export type DomainReading =
  | {
      readonly kind: 'ok'
      /** Lower case, as written otherwise: 例子.中国. */
      readonly name: string
      /** For the wire: xn--fsqu00a.xn--fiqs8s. */
      readonly ascii: string
      /** What is registered: suffix and one label. */
      readonly registrable: string
      readonly suffix: string
      /** Whether the suffix stands on the list of `suffixListDate`. */
      readonly listed: boolean
      /** The suffix is a platform's domain, such as github.io: what stands below is the platform's to file. */
      readonly platform: boolean
    }
  /** More than a domain: `host` is the domain inside. */
  | { readonly kind: 'url'; readonly host: string }
  | { readonly kind: 'wildcard'; readonly host: string }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'ip' | 'no-suffix' | 'public-suffix' | 'email' }

/** Signs that people put around an address, by pairs. */
const around =
  /^(?:\[(.*)\]|\((.*)\)|\{(.*)\}|<(.*)>|【(.*)】|〔(.*)〕|《(.*)》|〈(.*)〉|[“"](.*)[”"]|[‘'](.*)[’']|「(.*)」|『(.*)』)$/

/** What stands between brackets or quotes that are around a whole text; undefined where there are none. */
export function insideBrackets(text: string): string | undefined {
  const plain = toHalfWidth(text).trim()
  // Addresses end in a letter or a slash: the search is for the few that do not.
  if (!/[\])}>】〕》〉”"’'」』]$/.test(plain)) return undefined
  const inner = around
    .exec(plain)
    ?.slice(1)
    .find((part) => part !== undefined && part.trim() !== '')
    ?.trim()
  return inner === undefined ? undefined : (insideBrackets(inner) ?? inner)
}

/** Half width, lower case, plain dots (`。` may stand for a dot), no dot at the end, no spaces, no brackets around. */
export function canonicalDomain(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[a-z0-9.-]*[a-z0-9-]$/.test(text)) return text
  return toHalfWidth(insideBrackets(text) ?? text)
    .replace(/\s+/g, '')
    .replace(/[。．｡]/g, '.')
    .replace(/\.$/, '')
    .toLowerCase()
}

// A search in the text answers sooner than a set can be filled: a draft asks a handful of times.
const isWordOf = (list: string, word: string): boolean => ` ${list} `.includes(` ${word} `)

/** Punycode stands for the Chinese suffix it spells. */
const isListed = remembering((top: string): boolean => {
  if (!top.startsWith('xn--')) return isWordOf(asciiSuffixes, top) || isWordOf(chineseSuffixes, top)
  return chineseSuffixes.split(' ').some((suffix) => asciiOf(suffix) === top)
})

/** Second levels that registries of other countries sell below: co.uk, com.hk. */
const foreignSecondLevel = /^(?:com|net|org|co|gov|edu|ac|ne|or|go)$/

/** A place on somebody's platform; its own front page is none. */
const isBelowPlatform = (labels: readonly string[]): boolean =>
  labels.length > 2 && labels.at(-3) !== 'www' && isWordOf(platformSuffixes, labels.slice(-2).join('.'))

/** How many labels at the end are the suffix. */
function suffixLength(labels: readonly string[]): number {
  const top = labels.at(-1) ?? ''
  const second = labels.at(-2)
  if (second === undefined) return 1
  if (top === 'cn' || top === '中国' || top === '公司')
    return top === 'cn' && isWordOf(cnSecondLevels, second) ? 2 : 1
  return top.length === 2 && foreignSecondLevel.test(second) ? 2 : 1
}

/** The form on the wire; Chinese labels become punycode. Undefined where the platform refuses the name. */
export function asciiOf(name: string): string | undefined {
  if (/^[\x20-\x7e]*$/.test(name)) return name
  try {
    return new URL(`http://${name}`).hostname
  } catch {
    return undefined
  }
}

/** Letters and digits of any script, hyphens inside. The rule for other scripts is compiled only when one turns up. */
export function isLabel(label: string): boolean {
  if (/^[\x20-\x7e]*$/.test(label)) return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}])?$/u.test(label)
}

/** Reads a domain in canonical form. */
export const readDomain = remembering((text: string): DomainReading => {
  if (text.includes('@')) return { kind: 'email' }
  const url = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?([^/?#:]{0,253})(?::\d{0,5})?(?:[/?#].*)?$/.exec(text)
  if (url?.[1] === undefined) return { kind: 'label', label: text }
  if (url[1] !== text) return { kind: 'url', host: url[1] }
  if (text.startsWith('*.')) return { kind: 'wildcard', host: text.slice(2) }
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return { kind: 'ip' }
  const labels = text.split('.')
  const bad = labels.find((label) => !isLabel(label))
  const ascii = bad === undefined ? asciiOf(text) : undefined
  if (bad !== undefined || ascii === undefined) return { kind: 'label', label: bad ?? text }
  const top = labels.at(-1) ?? ''
  if (labels.length < 2) return { kind: 'no-suffix' }
  if (/^\d+$/.test(top)) return { kind: 'no-suffix' }
  const platform = isBelowPlatform(labels)
  const count = platform ? 2 : suffixLength(labels)
  if (labels.length <= count) return { kind: 'public-suffix' }
  const registrable = labels.slice(-count - 1).join('.')
  return {
    kind: 'ok',
    name: text,
    ascii,
    registrable,
    suffix: labels.slice(-count).join('.'),
    listed: isListed(top),
    platform,
  }
})

/** The domain in an address of the web or a wildcard, as `readDomain` reads it. */
export function readInside(text: string): DomainReading {
  const outer = readDomain(text)
  return outer.kind === 'url' || outer.kind === 'wildcard' ? readDomain(outer.host) : outer
}

export type HomepageReading =
  | { readonly kind: 'ok'; readonly host: string }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | { readonly kind: 'credentials' | 'ip' | 'several' }
  | { readonly kind: 'host'; readonly host: string }

/** Half width and plain punctuation, no brackets around; the path keeps its case. */
export function canonicalHomepage(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[!-~]*[\w/]$/.test(text)) return text
  return toHalfWidth(insideBrackets(text) ?? text)
    .replace(/\s+/g, '')
    .replace(/[。．｡]/g, '.')
}

/** Reads a home page in canonical form: www.example.com, http://example.com/, https://…. */
export function readHomepage(text: string): HomepageReading {
  if (/[;,]|https?:\/\/.*https?:\/\//i.test(text)) return { kind: 'several' }
  const parts = /^(?:([a-z][a-z0-9+.-]{0,20}):\/{0,2})?([^/?#]*)/i.exec(text)
  const [, scheme, authority = ''] = parts ?? []
  // example.com:8080 has no scheme, it has a port.
  const isPort = scheme?.includes('.') === true && /^\d{1,5}$/.test(authority)
  if (scheme !== undefined && !isPort && !/^https?$/i.test(scheme)) return { kind: 'scheme', scheme }
  const host = (isPort ? (scheme ?? '') : authority).replace(/:\d{0,5}$/, '').toLowerCase()
  if (host.includes('@')) return { kind: 'credentials' }
  const reading = readDomain(host.replace(/\.$/, ''))
  if (reading.kind === 'ip') return { kind: 'ip' }
  return reading.kind === 'ok' ? { kind: 'ok', host: reading.name } : { kind: 'host', host }
}

/** Whether a host is a domain or lies below it. */
export function isBelow(host: string, domain: string): boolean {
  const a = asciiOf(host) ?? host
  const b = asciiOf(domain) ?? domain
  return a === b || a.endsWith(`.${b}`)
}
