// What a page is held against, out of a draft.
import type { Draft } from '../draft/normalise.ts'
import type { Filed } from '../engine/rule.ts'
import { canonicalDomain, isBelow } from '../facts/domains.ts'
import { readFilingNumber, subjectNumber } from '../facts/filing-number.ts'

/** Nobody said anything. */
export const nothingFiled: Filed = {
  number: undefined,
  approved: false,
  province: undefined,
  name: undefined,
  domains: [],
  sponsor: undefined,
  nature: undefined,
  opened: undefined,
}

/**
 * What a draft says of a page.
 * @param host where the page is: it tells which of several websites is meant; undefined for a file
 * @param today YYYY-MM-DD
 */
export function filedOf(draft: Draft, host: string | undefined, today: string): Filed {
  const reading = draft.filing.number === undefined ? undefined : readFilingNumber(draft.filing.number, today)
  const at = websiteAt(draft, host)
  const mine = at === undefined ? draft.websites : draft.websites.slice(at, at + 1)
  const canonical = reading?.canonical
  // Of several websites a draft names one number: then only the subject's part is sure.
  const several = draft.websites.length > 1
  const { province, name: sponsor, nature } = draft.subject
  return {
    ...nothingFiled,
    number: canonical === undefined ? undefined : several ? subjectNumber(canonical) : canonical,
    approved: draft.filing.status === 'approved',
    province,
    name: mine.length === 1 ? mine[0]?.name : undefined,
    domains: draft.websites.flatMap((website) => namesOf(website.domains)),
    sponsor,
    nature,
  }
}

const namesOf = (domains: Draft['websites'][number]['domains']): string[] =>
  domains.flatMap(({ name }) => (name === undefined ? [] : [canonicalDomain(name).replace(/^www\./, '')]))

/** The number of a draft that is none, as it is written; undefined where there is nothing to say. */
export function unreadNumber({ filing }: Draft, today: string): string | undefined {
  const { number } = filing
  if (number === undefined || number.trim() === '') return undefined
  return readFilingNumber(number, today)?.canonical === undefined ? number : undefined
}

/** The website whose domain a host is. */
export function websiteAt({ websites }: Draft, host: string | undefined): number | undefined {
  if (host === undefined) return undefined
  const at = websites.findIndex(({ domains }) => namesOf(domains).some((own) => isBelow(host, own)))
  return at < 0 ? undefined : at
}
