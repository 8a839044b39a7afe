// Where the number in a footer leads: the ministry's filing system has moved twice, the public security's once.
// Sources: the guide (2007) for the first address, Tencent Cloud (2022) for the first two, Huawei Cloud (2026) for today's.

/** What an address in a footer is. */
export type FooterLink =
  /** The ministry's filing system, at some time. */
  | { readonly kind: 'ministry'; readonly era: '2007' | '2013' | 'today'; readonly secure: boolean }
  | { readonly kind: 'police'; readonly today: boolean; readonly code: string | undefined }
  /** Without http:// it leads to a page of the own site. */
  | { readonly kind: 'relative' }
  | { readonly kind: 'script' }
  /** `near` is the address that it is a slip of. */
  | { readonly kind: 'other'; readonly near: string | undefined }

const ministry: Readonly<Record<string, '2007' | '2013' | 'today'>> = {
  'miibeian.gov.cn': '2007',
  'miitbeian.gov.cn': '2013',
  'beian.miit.gov.cn': 'today',
}
const police: readonly string[] = ['beian.mps.gov.cn', 'beian.gov.cn']

/** Slips seen in footers: letters swapped, .com for .cn, mitt for miit. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^beian\.m[it]{2,4}\.(?:gov|gvo|com)\.?(?:cn|com)?$/, 'beian.miit.gov.cn'],
  [/^(?:miit|beian)\.gov\.cn$|^beianmiit\.gov\.cn$|^miit\.beian\.gov\.cn$/, 'beian.miit.gov.cn'],
  [/^mi{1,3}t?beian\.(?:gov|com)\.?(?:cn|com)?$/, 'www.miibeian.gov.cn'],
]

const withoutWww = (host: string): string => host.replace(/^www\./, '')

/** The host of an address; undefined where it has none. */
function hostOf(href: string): { host: string; secure: boolean } | undefined {
  const parts = /^(?:(https?):)?\/\/([^/?#]+)/i.exec(href)
  if (parts?.[2] === undefined) return undefined
  return {
    host: withoutWww(parts[2].toLowerCase().replace(/:\d+$/, '')),
    secure: parts[1]?.toLowerCase() !== 'http',
  }
}

/** Reads the address of a link in a footer. */
export function readFooterLink(href: string): FooterLink {
  if (/^javascript:/i.test(href)) return { kind: 'script' }
  const target = hostOf(href)
  if (target === undefined)
    return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(href) ? { kind: 'other', near: undefined } : { kind: 'relative' }
  const { host, secure } = target
  const era = Object.hasOwn(ministry, host) ? ministry[host] : undefined
  if (era !== undefined) return { kind: 'ministry', era, secure }
  if (police.includes(host)) {
    const code = /(?:record)?code=(\d+)/i.exec(href)?.[1]
    return { kind: 'police', today: host === 'beian.mps.gov.cn', code }
  }
  return { kind: 'other', near: slips.find(([slip]) => slip.test(host))?.[1] }
}

/** The page of the public security that shows a number of today. */
export const policeAddress = (code: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${code}`
