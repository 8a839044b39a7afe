// 公民身份号码 by GB 11643-1999: region, birth date, order, check digit (ISO 7064 MOD 11-2).
import { type Region, regionByCode } from './regions.ts'
import { remembering } from './remember.ts'
import { toHalfWidth } from './text.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_DIGITS = '10X98765432'

/** What an identity number says. */
export type ResidentIdReading =
  | {
      readonly kind: 'valid'
      /** The place of registration; undefined when the code is in no table although its province is. */
      readonly region: Region | undefined
      /** YYYY-MM-DD. */
      readonly birthDate: string
      readonly sex: 'male' | 'female'
      /** Full years on the day asked about. */
      readonly age: number
    }
  /** 港澳台居民居住证 (since 2018-09-01) carries the same kind of number. */
  | {
      readonly kind: 'residence-permit'
      readonly of: 'hk' | 'macao' | 'taiwan'
      readonly birthDate: string
      readonly age: number
    }
  /** 15 digits, issued before 1999; out of use since 2013. */
  | { readonly kind: 'old15' }
  | { readonly kind: 'bad'; readonly reason: 'length'; readonly length: number }
  | {
      readonly kind: 'bad'
      readonly reason: 'characters' | 'province' | 'birth-date' | 'future' | 'check-digit' | 'fake'
    }

/**
 * Brings a number into the form of the standard: half width, no spaces or dashes, capital X.
 * Bringing it into form does not make it valid.
 */
export function normaliseNumber(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[\dA-Z]*$/.test(text)) return text
  return toHalfWidth(text)
    .replace(/[\s\u200b\ufeff]/g, '')
    .toUpperCase()
}

/** The check digit that belongs to the first 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  let sum = 0
  // By place: an iterator over the weights takes three times as long.
  for (let place = 0; place < 17; place++) sum += (WEIGHTS[place] ?? 0) * Number(first17[place])
  return CHECK_DIGITS[sum % 11] ?? ''
}

/** Whether a text is a date of the calendar, YYYYMMDD. */
function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(4, 6))
  const day = Number(text.slice(6, 8))
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Full years between two days, YYYY-MM-DD. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const permitOf = { '81': 'hk', '82': 'macao', '83': 'taiwan' } as const
const EARLIEST_BIRTH = '1890'

/**
 * Reads an identity number.
 * @param text the number, already brought into form by `normaliseNumber`.
 * @param today YYYY-MM-DD.
 */
export function readResidentId(text: string, today: string): ResidentIdReading {
  return readerOn(today)(text)
}

/** The reader of a day: one number stands in several places of a draft, and several rules ask about it. */
const readerOn = remembering((today) => remembering((text) => read(text, today)))

function read(text: string, today: string): ResidentIdReading {
  if (/^\d{15}$/.test(text)) return { kind: 'old15' }
  if (/^(.)\1*$/.test(text) && text.length > 5) return { kind: 'bad', reason: 'fake' }
  if (!/^[\dX]*$/.test(text)) return { kind: 'bad', reason: 'characters' }
  if (text.length !== 18) return { kind: 'bad', reason: 'length', length: text.length }
  if (!/^\d{17}[\dX]$/.test(text)) return { kind: 'bad', reason: 'characters' }
  const birth = text.slice(6, 14)
  const birthDate = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`
  const permit = /^8[123]0000/.test(text) ? permitOf[text.slice(0, 2) as keyof typeof permitOf] : undefined
  const province = regionByCode(`${text.slice(0, 2)}0000`)
  if (permit === undefined && (province === undefined || text.startsWith('8')))
    return { kind: 'bad', reason: 'province' }
  if (!isDate(birth) || birth < EARLIEST_BIRTH) return { kind: 'bad', reason: 'birth-date' }
  if (birthDate > today) return { kind: 'bad', reason: 'future' }
  if (residentIdCheckDigit(text) !== text[17]) return { kind: 'bad', reason: 'check-digit' }
  const age = ageOn(birthDate, today)
  if (permit !== undefined) return { kind: 'residence-permit', of: permit, birthDate, age }
  const sex = Number(text[16]) % 2 === 1 ? 'male' : 'female'
  return { kind: 'valid', region: regionByCode(text.slice(0, 6)), birthDate, sex, age }
}
