// Personal values are shown masked unless the user asks for them: same length, so that markers stay in place.
import { maskAddress } from '../facts/address/index.ts'

/** What kind of personal value a field holds. It decides which characters stay readable. */
export type MaskKind = 'identity' | 'phone' | 'email' | 'address' | 'account'

const STAR = '*'

/** Keeps the first `head` and last `tail` characters, the rest becomes stars. Short values are starred whole. */
function middle(text: string, head: number, tail: number): string {
  const characters = Array.from(text)
  if (characters.length <= head + tail + 2) return STAR.repeat(text.length)
  return characters
    .map((c, i) => (i < head || i >= characters.length - tail ? c : STAR.repeat(c.length)))
    .join('')
}

/** A mail address keeps the first letter and everything from the at sign on: typing slips sit in the domain. */
function maskEmail(text: string): string {
  const at = text.search(/[@＠]/)
  const local = at < 0 ? text : text.slice(0, at)
  const characters = Array.from(local)
  const masked = characters
    .map((c, i) => (i === 0 && characters.length > 2 ? c : STAR.repeat(c.length)))
    .join('')
  return masked + (at < 0 ? '' : text.slice(at))
}

const maskers = {
  identity: (text) => middle(text, 3, 2),
  phone: (text) => middle(text, 3, 2),
  account: (text) => middle(text, 2, 1),
  email: maskEmail,
  address: maskAddress,
} as const satisfies Record<MaskKind, (text: string) => string>

/**
 * Masks one personal value.
 * @returns a text of as many UTF-16 units as `text`, of which too few are readable to recover it.
 */
export function mask(kind: MaskKind, text: string): string {
  return maskers[kind](text)
}

// What personal values look like when they turn up in running text (a remark, a comment, a wrong field).
const looksPersonal: readonly (readonly [RegExp, MaskKind])[] = [
  [/[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, 'email'],
  // Digits in groups: 130 0000 0001, 400-800-0001, 330106 1949 0307 0025.
  [/(?<![0-9A-Za-z备.])(?<!(?:webSearch\?|record)code=)\d(?:[ -]?\d){6,24}[Xx]?(?![0-9A-Za-z])/g, 'identity'],
  // Filing numbers (after 备, or in a link to where they are looked up) and domains made of digits are public.
  [
    /(?<![0-9A-Za-z备])(?<!(?:webSearch\?|record)code=)[0-9A-Za-z]{0,20}\d{7}[0-9A-Za-z]{0,20}(?![0-9A-Za-z])/g,
    'identity',
  ],
  [/(?<![0-9A-Za-z])[0-9A-Z]{8}-[0-9X](?![0-9A-Za-z])/g, 'identity'],
  [/(?<![0-9０-９])\(?[0０][0-9０-９]{2,3}[)）—－ -]{1,2}[0-9０-９]{3,8}[ -]?[0-9]{0,4}/g, 'phone'],
  [/[０-９]{6,20}[０-９Ｘｘ]/g, 'identity'],
]

/** What every text that looks personal has in it. */
const mayBePersonal = /[0-9０-９@＠]|[A-Z]{8}-X/

/**
 * Masks whatever looks like an identity number, a phone or a mail address inside a longer text.
 * @returns the text with the same number of UTF-16 units.
 */
export function maskWithin(text: string): string {
  if (!mayBePersonal.test(text)) return text
  let masked = text
  for (const [pattern, kind] of looksPersonal) {
    masked = masked.replace(pattern, (found: string, offset: number) =>
      found.includes(STAR) || !personal(found, masked.slice(offset + found.length))
        ? found
        : mask(kind, found),
    )
  }
  return masked
}

/** Dates, IP addresses and domains made of digits are digits too, but nobody's. */
function personal(text: string, rest: string): boolean {
  if (/^(?:\d{4}-\d{1,2}-\d{1,2}(?:[ -]|$))+/.test(text)) return false
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return false
  // 8888888.com is a domain, 13000000001.thanks is not.
  return !/^\.[a-z]/i.test(rest) || /^1[3-9]\d{9}$|^\d{15}|^\d{17}/.test(text)
}
