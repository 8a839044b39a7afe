// Numbers of organisations: 统一社会信用代码 (GB 32100-2015), 组织机构代码 (GB 11714-1997),
// and the 15-digit 工商注册号 (GS 15-2006).
import { regionByCode } from './regions.ts'
import { remembering } from './remember.ts'

/** 31 signs: digits and capitals without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export type UnifiedCodeReading =
  | {
      readonly kind: 'valid'
      /** Registration department and class: 91 enterprise, 92 sole trader, 12 institution, 51 social group … */
      readonly department: string
      readonly organisationCode: string
      /** Code of the place of registration. */
      readonly regionCode: string
    }
  | { readonly kind: 'bad'; readonly reason: 'length'; readonly length: number }
  /** `sign` is the first one that the standard does not use; people read 0 as O and 1 as I. */
  | { readonly kind: 'bad'; readonly reason: 'characters'; readonly sign: string; readonly at: number }
  | { readonly kind: 'bad'; readonly reason: 'department' | 'region' | 'check-digit' | 'organisation-code' }

/** Check sign of the first 17 signs: weights are powers of 3, modulus 31. */
export function unifiedCodeCheckSign(first17: string): string {
  let sum = 0
  let weight = 1
  for (let place = 0; place < 17; place++) {
    sum += ALPHABET.indexOf(first17.charAt(place)) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** Departments and classes that the standard's table knows. */
const departments = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1239]|A[19]|N[1-39]|Y1)/

/**
 * Reads a unified social credit code.
 * @param text the code in capitals, half width, without spaces.
 */
export const readUnifiedCode = remembering((text: string): UnifiedCodeReading => {
  if (text.length !== 18) return { kind: 'bad', reason: 'length', length: text.length }
  const foreign = /[^0-9A-HJ-NP-RTUWXY]/u.exec(text)
  if (foreign !== null) return { kind: 'bad', reason: 'characters', sign: foreign[0], at: foreign.index }
  if (!departments.test(text)) return { kind: 'bad', reason: 'department' }
  const regionCode = text.slice(2, 8)
  const knownProvince =
    /^(?:10|71|81|82)/.test(regionCode) || regionByCode(`${regionCode.slice(0, 2)}0000`) !== undefined
  if (!/^\d{6}$/.test(regionCode) || !knownProvince) return { kind: 'bad', reason: 'region' }
  if (unifiedCodeCheckSign(text) !== text[17]) return { kind: 'bad', reason: 'check-digit' }
  const organisationCode = text.slice(8, 17)
  if (!isOrganisationCode(organisationCode)) return { kind: 'bad', reason: 'organisation-code' }
  return { kind: 'valid', department: text.slice(0, 2), organisationCode, regionCode }
})

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const DIGITS_AND_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Whether eight signs and a check sign are an organisation code; the dash before the check sign may be left out. */
export function isOrganisationCode(text: string): boolean {
  const code = text.replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  let sum = 0
  for (const [place, weight] of ORGANISATION_WEIGHTS.entries()) {
    sum += weight * DIGITS_AND_LETTERS.indexOf(code[place] ?? '')
  }
  const check = 11 - (sum % 11)
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** Whether 15 digits are a business registration number (ISO 7064 MOD 11,10). */
export function isRegistrationNumber(text: string): boolean {
  if (!/^\d{15}$/.test(text)) return false
  let product = 10
  for (const digit of text.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return Number(text[14]) === (11 - product) % 10
}
