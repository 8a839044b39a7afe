// What a page is held against, out of a draft.
import type { Draft } from '../draft/normalise.ts'
import type { Filed } from '../engine/rule.ts'
import { canonicalDomain, isBelow } from '../facts/domains.ts'
import { readFilingNumber, subjectNumber } from '../facts/filing-number.ts'

/**
 * Number, province, name and domains of a draft.
 * @param host where the page is: it tells which of several websites is meant; undefined for a file
 * @param today YYYY-MM-DD
 */
export function filedOf(draft: Draft, host: string | undefined, today: string): Filed {
  const reading = draft.filing.number === undefined ? undefined : readFilingNumber(draft.filing.number, today)
  const at = websiteAt(draft, host)
  const mine = at === undefined ? draft.websites : draft.websites.slice(at, at + 1)
  const domains = draft.websites.flatMap((website) => namesOf(website.domains))
  const canonical = reading?.canonical
  // Of several websites a draft names one number: then only the subject's part is sure.
  const several = draft.websites.length > 1
  return {
    number: canonical === undefined ? undefined : several ? subjectNumber(canonical) : canonical,
    province: draft.subject.province,
    name: mine.length === 1 ? mine[0]?.name : undefined,
    domains,
  }
}

const namesOf = (domains: Draft['websites'][number]['domains']): string[] =>
  domains.flatMap(({ name }) => (name === undefined ? [] : [canonicalDomain(name).replace(/^www\./, '')]))

/** The website whose domain a host is. */
export function websiteAt({ websites }: Draft, host: string | undefined): number | undefined {
  if (host === undefined) return undefined
  const at = websites.findIndex(({ domains }) => namesOf(domains).some((own) => isBelow(host, own)))
  return at < 0 ? undefined : at
}
