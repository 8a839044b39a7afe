// The registry: every rule, in the order of the form.
import type { Rule } from '../src/engine/rule.ts'
import { ip } from './access/ip.ts'
import { locationMatchesIp } from './access/location-matches-ip.ts'
import { method } from './access/method.ts'
import { ownIp } from './access/own-ip.ts'
import { provider } from './access/provider.ts'
import { certificate as certificateClash } from './conflict/certificate.ts'
import { domain as domainClash } from './conflict/domain.ts'
import { homepage as homepageClash } from './conflict/homepage.ts'
import { mobile as mobileClash } from './conflict/mobile.ts'
import { website as websiteClash } from './conflict/website.ts'
import { websiteName as websiteNameClash } from './conflict/website-name.ts'
import { email } from './contact/email.ts'
import { mobile } from './contact/mobile.ts'
import { people } from './contact/people.ts'
import { phone } from './contact/phone.ts'
import { qq } from './contact/qq.ts'
import { characters } from './draft/characters.ts'
import { duplicateKey } from './draft/duplicate-key.ts'
import { ignore } from './draft/ignore.ts'
import { missing } from './draft/missing.ts'
import { profile } from './draft/profile.ts'
import { syntax } from './draft/syntax.ts'
import { type } from './draft/type.ts'
import { unknownKey } from './draft/unknown-key.ts'
import { noRefile } from './filing/no-refile.ts'
import { filingNumber } from './filing/number.ts'
import { remark } from './filing/remark.ts'
import { addressDoorNumber } from './subject/address-door-number.ts'
import { addressRegion } from './subject/address-region.ts'
import { age } from './subject/age.ts'
import { certificateAddress } from './subject/certificate-address.ts'
import { certificateExpiry } from './subject/certificate-expiry.ts'
import { certificateNumber } from './subject/certificate-number.ts'
import { certificateToday } from './subject/certificate-today.ts'
import { certificateType } from './subject/certificate-type.ts'
import { investor } from './subject/investor.ts'
import { otherProvince } from './subject/other-province.ts'
import { principal } from './subject/principal.ts'
import { realName } from './subject/real-name.ts'
import { unitName } from './subject/unit-name.ts'
import { domain } from './website/domain.ts'
import { domainCount } from './website/domain-count.ts'
import { domainExpiry } from './website/domain-expiry.ts'
import { domainOwner } from './website/domain-owner.ts'
import { domainSuffix } from './website/domain-suffix.ts'
import { hasAccess } from './website/has-access.ts'
import { homepage } from './website/homepage.ts'
import { languages } from './website/languages.ts'
import { name } from './website/name.ts'
import { noOptionalApprovals } from './website/no-optional-approvals.ts'
import { noOptionalServices } from './website/no-optional-services.ts'
import { services } from './website/services.ts'

export const rules: readonly Rule[] = [
  syntax,
  unknownKey,
  duplicateKey,
  type,
  characters,
  missing,
  profile,
  ignore,
  realName,
  unitName,
  certificateType,
  certificateNumber,
  certificateAddress,
  certificateExpiry,
  certificateToday,
  age,
  otherProvince,
  addressRegion,
  addressDoorNumber,
  investor,
  principal,
  phone,
  mobile,
  email,
  qq,
  people,
  name,
  domain,
  domainOwner,
  domainExpiry,
  domainSuffix,
  domainCount,
  homepage,
  noOptionalApprovals,
  noOptionalServices,
  services,
  languages,
  hasAccess,
  provider,
  method,
  ip,
  ownIp,
  locationMatchesIp,
  noRefile,
  filingNumber,
  remark,
  domainClash,
  certificateClash,
  mobileClash,
  websiteNameClash,
  homepageClash,
  websiteClash,
]

let table: ReadonlyMap<string, Rule> | undefined

/** The rules by id. */
export function ruleTable(): ReadonlyMap<string, Rule> {
  table ??= new Map(rules.map((rule) => [rule.id, rule]))
  return table
}
