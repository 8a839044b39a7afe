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
import { website as websiteClash } from './conflict/website.ts'
import { websiteName as websiteNameClash } from './conflict/website-name.ts'
import { email } from './contact/email.ts'
import { mobile } from './contact/mobile.ts'
import { phone } from './contact/phone.ts'
import { duplicateKey } from './draft/duplicate-key.ts'
import { missing } from './draft/missing.ts'
import { profile } from './draft/profile.ts'
import { syntax } from './draft/syntax.ts'
import { type } from './draft/type.ts'
import { unknownKey } from './draft/unknown-key.ts'
import { noRefile } from './filing/no-refile.ts'
import { addressDoorNumber } from './subject/address-door-number.ts'
import { addressRegion } from './subject/address-region.ts'
import { certificateNumber } from './subject/certificate-number.ts'
import { certificateType } from './subject/certificate-type.ts'
import { realName } from './subject/real-name.ts'
import { domain } from './website/domain.ts'
import { hasAccess } from './website/has-access.ts'
import { homepage } from './website/homepage.ts'
import { name } from './website/name.ts'
import { noOptionalApprovals } from './website/no-optional-approvals.ts'
import { noOptionalServices } from './website/no-optional-services.ts'

export const rules: readonly Rule[] = [
  syntax,
  unknownKey,
  duplicateKey,
  type,
  missing,
  profile,
  realName,
  certificateType,
  certificateNumber,
  addressRegion,
  addressDoorNumber,
  phone,
  mobile,
  email,
  name,
  domain,
  homepage,
  noOptionalApprovals,
  noOptionalServices,
  hasAccess,
  provider,
  method,
  ip,
  ownIp,
  locationMatchesIp,
  noRefile,
  domainClash,
  certificateClash,
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
