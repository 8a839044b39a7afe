// Landlines and mobiles of mainland China: forms, area codes, prefixes, and numbers that are nobody's.
import { areaCodes } from './data/area-codes.ts'
import type { ProvinceName } from './regions.ts'
import { remembering } from './remember.ts'
import { toHalfWidth } from './text.ts'

/** What a landline number says. */
export type LandlineReading =
  | {
      readonly kind: 'ok'
      readonly areaCode: string
      readonly province: ProvinceName
      /** Cities of the area, 、 between them. */
      readonly cities: string
      readonly local: string
      readonly extension: string | undefined
    }
  | { readonly kind: 'mobile' }
  | { readonly kind: 'service-number' }
  | { readonly kind: 'no-area-code' }
  /** 571-80000002: the zero before the area code was lost, as spreadsheets do. */
  | { readonly kind: 'no-zero'; readonly fixed: string }
  | { readonly kind: 'unknown-area-code'; readonly areaCode: string }
  | {
      readonly kind: 'length'
      readonly areaCode: string
      readonly expected: '7' | '8' | '7-8'
      readonly got: number
    }
  | { readonly kind: 'first-digit' | 'fake' | 'characters' }

/** What a mobile number says. */
export type MobileReading =
  | { readonly kind: 'ok'; readonly doubtful: 'round' | undefined }
  | { readonly kind: 'length'; readonly got: number }
  | { readonly kind: 'landline' | 'unknown-prefix' | 'data-card' | 'satellite' | 'fake' | 'characters' }

interface Area {
  readonly province: ProvinceName
  readonly cities: string
}

/** Area of an area code such as 0571, or undefined. */
export const areaOf = remembering((areaCode: string): Area | undefined => {
  for (const [province, packed] of Object.entries(areaCodes)) {
    const at = packed.startsWith(`${areaCode} `) ? 0 : packed.indexOf(`;${areaCode} `) + 1
    if (at === 0 && !packed.startsWith(`${areaCode} `)) continue
    const [cities = ''] = packed.slice(at + areaCode.length + 1).split(';', 1)
    return { province: province as keyof typeof areaCodes, cities }
  }
  return undefined
})

/** The area code of a city such as 杭州市; undefined for one that is not in the table, or in several. */
export function areaCodeOf(city: string): string | undefined {
  const plainName = (text: string): string => text.replace(/市$/, '')
  const codes = Object.values(areaCodes)
    .flatMap((packed) => packed.split(';'))
    .flatMap((entry) => {
      const [code = '', cities = ''] = entry.split(' ', 2)
      return cities.split('、').some((name) => plainName(name) === plainName(city)) ? [code] : []
    })
  return codes.length === 1 ? codes[0] : undefined
}

/**
 * Area codes outside 010 and 02x whose local numbers have eight digits, as far as general knowledge of 2020 goes.
 * An area that is in neither list takes seven or eight.
 */
const eightDigits =
  '0311 0371 0377 0379 0411 0431 0432 0451 0510 0511 0512 0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576 0577 0579 0591 0595 0731 0754 0755 0757 0760 0769 0791 0851 0871 0898'

/** Areas whose local numbers certainly have seven. */
const sevenDigits = '0351 0471 0592 0756 0771 0891 0931 0951 0971 0991'

function localLengths(areaCode: string): readonly number[] {
  if (areaCode.length === 3 || eightDigits.includes(areaCode)) return [8]
  if (sevenDigits.includes(areaCode)) return [7]
  return [7, 8]
}

/** Half width, one dash sign, no spaces; the words for an extension become a dash. */
function plain(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[\d()+-]*$/.test(text)) return text
  return toHalfWidth(text)
    .replace(/[‐‑‒–—−－]/g, '-')
    .replace(/\s+/g, '')
    .replace(/转|分机|ext\.?|x|#/gi, '-')
}

/** Several numbers in one field, with their offsets. The form joins them by semicolons. */
export function splitPhones(text: string): { text: string; from: number; to: number }[] {
  if (/^[\d()+-]+$/.test(text)) return [{ text, from: 0, to: text.length }]
  const pieces: { text: string; from: number; to: number }[] = []
  for (const match of text.matchAll(/[^;；/、,，]+/g)) {
    const piece = match[0].trim()
    if (piece === '') continue
    const from = match.index + match[0].indexOf(piece)
    pieces.push({ text: piece, from, to: from + piece.length })
  }
  return pieces
}

const isCounting = (digits: string): boolean =>
  digits.length >= 7 && ('0123456789012345'.includes(digits) || '9876543210987654'.includes(digits))
const isRepeated = (digits: string): boolean => /^(\d)\1*$/.test(digits)

/** Takes the country code off: +86, 0086, 086-. */
function withoutCountry(number: string): string {
  const international = /^(?:\+86|0086|\(\+86\)|\(86\)|086-|86-)-?(.*)$/.exec(number)
  if (international?.[1] === undefined) return number
  const rest = international[1]
  return rest.startsWith('0') || (rest.startsWith('1') && /^1\d{10}$/.test(rest.replaceAll('-', '')))
    ? rest
    : `0${rest}`
}

interface Split {
  readonly areaCode: string | undefined
  readonly local: string
  readonly extension: string | undefined
}

/** Parts a number without separators by the area codes that exist: three digits first, as 010 and 02x are prefixes of none. */
function splitLandline(number: string): Split | undefined {
  const bracketed = /^\((0\d{2,3})\)-?(\d+)(?:-(\d{1,6}))?$/.exec(number)
  const grouped = /^(0\d{2,3})-(\d{3,4})-(\d{4})(?:-(\d{1,6}))?$/.exec(number)
  if (grouped?.[2] !== undefined)
    return { areaCode: grouped[1], local: `${grouped[2]}${grouped[3]}`, extension: grouped[4] }
  const dashed = bracketed ?? /^(0\d{2,3})-(\d{3,9})(?:-(\d{1,6}))?$/.exec(number)
  if (dashed?.[2] !== undefined) return { areaCode: dashed[1], local: dashed[2], extension: dashed[3] }
  const joined = /^(\d+)(?:-(\d{1,6}))?$/.exec(number)
  if (joined?.[1] === undefined) return undefined
  if (!joined[1].startsWith('0')) return { areaCode: undefined, local: joined[1], extension: joined[2] }
  const length = /^0(?:10|2\d)/.test(joined[1]) ? 3 : 4
  return { areaCode: joined[1].slice(0, length), local: joined[1].slice(length), extension: joined[2] }
}

/** Reads a landline number as people write it: 010-60000001, (0571)80000002, 086-010-60000001-123, full width … */
export const readLandline = remembering((text: string): LandlineReading => {
  const number = withoutCountry(plain(text))
  const digits = number.replace(/\D/g, '')
  if (/[^\d()+-]/.test(number) || digits === '') return { kind: 'characters' }
  if (/^1[3-9]\d{9}$/.test(digits)) return { kind: 'mobile' }
  if (/^(?:400|800)\d{7}$/.test(digits) || /^95\d{3,6}$/.test(digits)) return { kind: 'service-number' }
  if (isRepeated(digits)) return { kind: 'fake' }
  const split = splitLandline(number)
  if (split === undefined) return readWithoutZero(number)
  const { areaCode, local, extension } = split
  if (areaCode === undefined) return { kind: 'no-area-code' }
  if (isRepeated(local) || isCounting(local)) return { kind: 'fake' }
  const area = areaOf(areaCode)
  if (area === undefined) return { kind: 'unknown-area-code', areaCode }
  const lengths = localLengths(areaCode)
  if (!lengths.includes(local.length)) {
    const expected = lengths.length > 1 ? '7-8' : lengths[0] === 7 ? '7' : '8'
    return { kind: 'length', areaCode, expected, got: local.length }
  }
  if (/^[019]/.test(local)) return { kind: 'first-digit' }
  return { kind: 'ok', areaCode, province: area.province, cities: area.cities, local, extension }
})

/** An area code without its zero, or no phone at all. */
function readWithoutZero(number: string): LandlineReading {
  if (!/^[1-9]\d{1,2}-\d/.test(number)) return { kind: 'characters' }
  const reading = readLandline(`0${number}`)
  return reading.kind === 'ok'
    ? { kind: 'no-zero', fixed: canonicalLandline(reading) }
    : { kind: 'characters' }
}

/** 010-60000001, with -123 for an extension. */
export function canonicalLandline({ areaCode, local, extension }: LandlineReading & { kind: 'ok' }): string {
  return `${areaCode}-${local}${extension === undefined ? '' : `-${extension}`}`
}

/** Prefixes that carriers use. Source: prefix lists of 2020 and 2022; new ones are told as unknown, not as wrong. */
const issued = /^1(?:3\d|4[579]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/

/** The eleven digits of a mobile number, without country code and separators. */
export function canonicalMobile(text: string): string {
  if (/^1\d{10}$/.test(text)) return text
  // 0139…: the zero that one dials before a mobile of another city.
  return withoutCountry(plain(text))
    .replace(/[-()]/g, '')
    .replace(/^0(?=1[3-9]\d{9}$)/, '')
}

/** Reads a mobile number; separators and a country code are no fault here. */
export const readMobile = remembering((text: string): MobileReading => {
  const number = canonicalMobile(text)
  if (!/^\d+$/.test(number)) return { kind: 'characters' }
  if (number.startsWith('0')) return { kind: 'landline' }
  if (/^14[01468]\d{10}$/.test(number)) return { kind: 'data-card' }
  if (isRepeated(number) || isRepeated(number.slice(1)) || isCounting(number)) return { kind: 'fake' }
  if (number.length !== 11)
    return /^[2-8]\d{6,7}$/.test(number) ? { kind: 'landline' } : { kind: 'length', got: number.length }
  if (!number.startsWith('1') || /^1[0-2]/.test(number)) return { kind: 'landline' }
  const tail = number.slice(3)
  if (/^(\d)\1{7}$/.test(tail) && tail[0] !== '0') return { kind: 'fake' }
  if (isCounting(tail) || number === '13800138000') return { kind: 'fake' }
  if (/^1749|^174(?:0[6-9]|1[0-2])/.test(number)) return { kind: 'satellite' }
  if (!issued.test(number)) return { kind: 'unknown-prefix' }
  return { kind: 'ok', doubtful: tail === '00000000' ? 'round' : undefined }
})
