// Certificate numbers by the type of the certificate.
import type { certificateTypes } from './data/certificate-types.ts'
import { normaliseNumber, type ResidentIdReading, readResidentId } from './resident-id.ts'
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
  /** Repeated or counting signs, a placeholder. */
  | { readonly kind: 'fake' }
  /** 13 digits of before 2007, or 15 digits of before 2015: real once, replaced by the unified code. */
  | { readonly kind: 'old-licence' }
  | { readonly kind: 'check-digit' }
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

/** Forms without a check digit that we could confirm. Sources: facts on number formats, general knowledge of 2017-2023. */
const forms: Partial<Readonly<Record<CertificateType, RegExp>>> = {
  passport: /^[A-Z0-9]{5,17}$/,
  'hk-macao-travel-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-travel-permit': /^(?:\d{8}|\d{10}(?:\(?[A-Z0-9]\)?)?)$/,
  'foreign-permanent-resident-id': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
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
  const normal = normaliseNumber(text)
  if (looksFake(normal)) return { kind: 'fake', normal }
  if (residentForms.has(type)) return { kind: 'resident-id', reading: readResidentId(normal, today), normal }
  if (type === 'business-licence') return readLicence(normal)
  if (organisationPapers.has(type)) return readOrganisation(normal)
  const form = forms[type]
  return form === undefined || form.test(normal) ? { kind: 'ok', normal } : { kind: 'form', normal }
}

function readLicence(normal: string): CertificateReading {
  if (/^\d{15}$/.test(normal))
    return { kind: isRegistrationNumber(normal) ? 'old-licence' : 'check-digit', normal }
  if (/^\d{13}$/.test(normal)) return { kind: 'old-licence', normal }
  return { kind: 'unified-code', reading: readUnifiedCode(normal), normal }
}

function readOrganisation(normal: string): CertificateReading {
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(normal))
    return { kind: isOrganisationCode(normal) ? 'ok' : 'check-digit', normal }
  return { kind: 'unified-code', reading: readUnifiedCode(normal), normal }
}
