// Certificate numbers by the type of the certificate.
import type { certificateTypes } from './data/certificate-types.ts'
import { remembering } from './remember.ts'
import {
  normaliseNumber,
  type ResidentIdReading,
  readResidentId,
  residentIdCheckDigit,
} from './resident-id.ts'
import {
  isOrganisationCode,
  isRegistrationNumber,
  readUnifiedCode,
  type UnifiedCodeReading,
} from './unified-code.ts'

export type CertificateType = (typeof certificateTypes)[number]['id']

/** The number in the form of its standard, and what it says. */
export type CertificateReading = { readonly normal: string } & (
  | { readonly kind: 'ok' }
  | { readonly kind: 'resident-id'; readonly reading: ResidentIdReading }
  | { readonly kind: 'unified-code'; readonly reading: UnifiedCodeReading }
  /** Repeated or counting signs, a placeholder. Not sure where some country may have given such a number out. */
  | { readonly kind: 'fake'; readonly sure: boolean }
  /** 13 digits of before 2007, or 15 digits of before 2015: real once, replaced by the unified code. */
  | { readonly kind: 'old-licence' }
  /** The number that a certificate bore before the unified code: 社证字第…号, the 17 digits of a law firm. */
  | { readonly kind: 'old-certificate' }
  /** Not sure where the standard itself was not at hand. */
  | { readonly kind: 'check-digit'; readonly sure: boolean }
  /** Not of the form that this paper's numbers have. */
  | { readonly kind: 'form' }
)

const placeholder = /^(?:无|暂无|没有|测试|同上|X+|\*+|0+|TEST|N\/?A)$/

/** Whether a number is obviously made up: one sign repeated, or digits counting up or down all along. */
export function looksFake(text: string): boolean {
  const number = normaliseNumber(text)
  if (placeholder.test(number)) return true
  if (number.length < 6) return false
  if (/^(.)\1*$/.test(number)) return true
  const digits = number.replace(/\D/g, '')
  return (
    digits.length >= 8 &&
    ('01234567890123456789012'.includes(digits) || '98765432109876543210987'.includes(digits))
  )
}

const residentForms: ReadonlySet<CertificateType> = new Set([
  'resident-id',
  'hk-macao-residence-permit',
  'taiwan-residence-permit',
])

/** Numbers whose standard has no dash. */
const joinedForms: ReadonlySet<CertificateType> = new Set([...residentForms, 'business-licence'])

/** Forms without a check digit that we could confirm. Sources: facts on number formats, general knowledge of 2017-2023. */
const forms: Partial<Readonly<Record<CertificateType, RegExp>>> = {
  passport: /^[A-Z0-9]{5,17}$/,
  'hk-macao-travel-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-travel-permit': /^(?:\d{8}|\d{10}(?:\(?[A-Z0-9]\)?)?)$/,
  'foreign-permanent-resident-id': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
}

/** What certificates of organisations bore before the unified code; most bureaus wrote a word before the digits. */
const oldCertificates = /^[\u4e00-\u9fff()]{0,6}证字?第?[\dA-Z-]{4,15}号?$/u
const oldDigits: Partial<Readonly<Record<CertificateType, RegExp>>> = {
  'law-firm-permit': /^\d{17}$/,
  'institution-certificate': /^\d{12}$/,
}

/** Papers of organisations that carry the unified code today, the organisation code before. */
const organisationPapers: ReadonlySet<CertificateType> = new Set([
  'unified-social-credit-code',
  'organisation-code',
  'institution-certificate',
  'social-group-certificate',
  'private-non-enterprise-certificate',
  'social-service-certificate',
  'foundation-certificate',
  'law-firm-permit',
  'foreign-enterprise-office',
])

/**
 * Reads a certificate number.
 * @param type the paper; numbers of papers without a published form are only looked at for made-up ones.
 * @param text as written.
 * @param today YYYY-MM-DD.
 */
export function readCertificateNumber(
  type: CertificateType,
  text: string,
  today: string,
): CertificateReading {
  return readerOn(today)(type)(text)
}

/** The reader of a day for a paper: one number stands in several places of a draft. */
const readerOn = remembering((today) =>
  remembering((type: CertificateType) => remembering((text) => read(type, text, today))),
)

function read(type: CertificateType, text: string, today: string): CertificateReading {
  const written = normaliseNumber(text)
  if (looksFake(written))
    return {
      kind: 'fake',
      sure: type !== 'passport' || !/^(?!(\d)\1+$)\d{9}$/.test(written),
      normal: written,
    }
  const normal = joinedForms.has(type) ? withoutDashes(written) : written
  if (residentForms.has(type)) return { kind: 'resident-id', reading: readResidentId(normal, today), normal }
  if (type === 'business-licence') return readLicence(normal, today)
  if (organisationPapers.has(type)) return readOrganisation(type, normal, today)
  const form = forms[type]
  if (form !== undefined && !form.test(normal)) return { kind: 'form', normal }
  const checked = type === 'foreign-permanent-resident-id' && normal.length === 18
  if (checked && residentIdCheckDigit(normal) !== normal[17])
    return { kind: 'check-digit', sure: false, normal }
  return { kind: 'ok', normal }
}

/** Dashes between groups of digits, as people set them for reading. */
const withoutDashes = (number: string): string =>
  /^[\dA-Z]{3,}(?:[-‐–—_·][\dA-Z]{2,})+$/.test(number) ? number.replace(/[^\dA-Z]/g, '') : number

function readLicence(normal: string, today: string): CertificateReading {
  if (/^\d{15}$/.test(normal))
    return isRegistrationNumber(normal)
      ? { kind: 'old-licence', normal }
      : { kind: 'check-digit', sure: true, normal }
  if (/^\d{13}$/.test(normal)) return { kind: 'old-licence', normal }
  return readUnified(normal, today)
}

function readOrganisation(type: CertificateType, normal: string, today: string): CertificateReading {
  if (oldCertificates.test(normal) || oldDigits[type]?.test(normal))
    return { kind: 'old-certificate', normal }
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(normal))
    return isOrganisationCode(normal) ? { kind: 'ok', normal } : { kind: 'check-digit', sure: true, normal }
  return readUnified(normal, today)
}

/** A unified code, or a person's identity number in its place. */
function readUnified(normal: string, today: string): CertificateReading {
  const reading = readUnifiedCode(normal)
  const person = reading.kind === 'bad' ? readResidentId(normal, today) : undefined
  if (person?.kind === 'valid') return { kind: 'resident-id', reading: person, normal }
  return { kind: 'unified-code', reading, normal }
}
