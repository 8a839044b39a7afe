// The names of the rules about pages. A check of drafts has to know that they exist, and nothing more of them.
export const siteRuleIds: readonly string[] = [
  'site/redirect',
  'site/encoding',
  'site/filing-number',
  'site/number-format',
  'site/number-matches',
  'site/number-suffix',
  'site/visible',
  'site/footer',
  'site/link-target',
  'site/certificate-file',
  'site/police-number',
  'site/domain',
  'site/name',
  'site/owner',
]
