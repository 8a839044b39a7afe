// The rules about home pages, in the order in which a page is looked at.
import type { Rule } from '../../src/engine/rule.ts'
import { certificateFile } from './certificate-file.ts'
import { domain } from './domain.ts'
import { encoding } from './encoding.ts'
import { filingNumber } from './filing-number.ts'
import { footer } from './footer.ts'
import { linkTarget } from './link-target.ts'
import { name } from './name.ts'
import { numberFormat } from './number-format.ts'
import { numberMatches } from './number-matches.ts'
import { numberSuffix } from './number-suffix.ts'
import { owner } from './owner.ts'
import { policeNumber } from './police-number.ts'
import { redirect } from './redirect.ts'
import { visible } from './visible.ts'

export const siteRules: readonly Rule[] = [
  redirect,
  encoding,
  filingNumber,
  numberFormat,
  numberMatches,
  numberSuffix,
  visible,
  footer,
  linkTarget,
  certificateFile,
  policeNumber,
  domain,
  name,
  owner,
]
