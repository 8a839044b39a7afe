// Suffixes and words of domains that go with certain sponsors or that a province does not take.
import type { Draft } from '../../src/draft/normalise.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { canonicalDomain, readInside, suffixListDate } from '../../src/facts/domains.ts'
import { sponsorKind } from '../../src/facts/site-names.ts'
import { documents } from '../../src/profile/documents.ts'

interface Options {
  /** Suffixes that the province takes from nobody. */
  refused: string[]
  /** Suffixes that the province does not take from individuals. */
  refusedIndividual: string[]
  /** Institutions may use .cn and .公益 only, as the province says. */
  institutionCn: boolean
  /** Heads of domains kept for the state. */
  heads: string[]
  /** Words in a domain that need an approval or a remark, with what they stand for. */
  words: Record<string, string>
}

/** Whom a suffix is kept for. Source: 互联网政务应用安全管理规定 (2024) and the rules of the .cn registry. */
const kept: readonly { suffix: RegExp; natures: readonly string[] }[] = [
  { suffix: /\.(?:gov\.cn|政务|政务\.cn)$/, natures: ['government', 'institution', 'mass-organisation'] },
  { suffix: /\.mil\.cn$/, natures: ['military'] },
  {
    suffix: /\.(?:公益|公益\.cn)$/,
    natures: ['institution', 'social-group', 'foundation', 'private-non-enterprise', 'mass-organisation'],
  },
  { suffix: /\.edu\.cn$/, natures: ['institution', 'private-non-enterprise', 'government', 'military'] },
]

export const domainSuffix = defineRule({
  id: 'website/domain-suffix',
  level: 'error',
  sources: [documents['gov-apps-2024'], documents['huawei-2026']],
  returnCode: 1004,
  options: {
    schema: (z) =>
      z.strictObject({
        refused: z
          .array(z.string())
          .describe('本省一律不收的后缀 · Suffixes that the province takes from nobody'),
        refusedIndividual: z
          .array(z.string())
          .describe('本省不收个人的后缀 · Suffixes that the province does not take from individuals'),
        institutionCn: z
          .boolean()
          .describe('事业单位只能用 .cn 和 .公益 · Institutions may use .cn and .公益 only'),
        heads: z.array(z.string()).describe('留给国家的域名开头 · Beginnings of domains kept for the state'),
        words: z
          .record(z.string(), z.string())
          .describe(
            '域名里要有审批或备注说明的词，各是什么意思 · Words in a domain that need an approval or a remark, with what they stand for',
          ),
      }),
    defaults: {
      refused: [],
      refusedIndividual: [],
      institutionCn: false,
      heads: [],
      words: {},
    } satisfies Options as Options,
  },
  texts: {
    title: { zh: '域名后缀可以备案，与主办者相符', en: 'The suffix can be filed and fits the sponsor' },
    why: {
      zh: '.gov.cn、.政务、.公益、.edu.cn 只给规定的单位；机关的网站要用 .gov.cn 或 .政务。有的省另有不接受的后缀。后缀未经工信部批准的域名不能备案。',
      en: '.gov.cn, .政务, .公益 and .edu.cn are for certain units; organs of the state use .gov.cn or .政务. Some provinces refuse other suffixes too. A suffix that MIIT has not approved cannot be filed.',
    },
    messages: {
      kept: say<{ domain: string; suffix: string }>({
        zh: (d) => [
          `“${d.suffix}”只给规定的单位，“${d.domain}”与主办单位性质不符`,
          '核对主办单位性质，或换用自己的域名',
        ],
        en: (d) => [
          `“${d.suffix}” is reserved for certain units; “${d.domain}” does not fit the nature`,
          'Check the nature, or use a domain of your own',
        ],
      }),
      government: say<{ domain: string }>({
        zh: (d) => [
          `党政机关的网站要用 .gov.cn 或 .政务 域名，这里是“${d.domain}”`,
          '用本机关的 .gov.cn 或 .政务 域名',
        ],
        en: (d) => [
          `Government bodies use .gov.cn or .政务; here it is “${d.domain}”`,
          'Use your own .gov.cn or .政务 domain',
        ],
      }),
      institution: say<{ domain: string }>({
        zh: (d) => [`本省要求事业单位用 .cn 或 .公益 域名，这里是“${d.domain}”`, '用 .cn 或 .公益 域名'],
        en: (d) => [
          `This province requires .cn or .公益 for institutions; here it is “${d.domain}”`,
          'Use a .cn or .公益 domain',
        ],
      }),
      refused: say<{ domain: string; suffix: string }>({
        zh: (d) => [`本省不接受 .${d.suffix} 域名：“${d.domain}”`, '换用本省接受的后缀，例如 .cn、.com'],
        en: (d) => [
          `This province does not accept .${d.suffix}: “${d.domain}”`,
          'Use a suffix it takes, such as .cn or .com',
        ],
      }),
      unlisted: say<{ domain: string; suffix: string; date: string }>({
        zh: (d) => [
          `域名“${d.domain}”的后缀“.${d.suffix}”不在 ${d.date} 的可备案后缀表里`,
          '到 domain.miit.gov.cn 查询这个后缀现在是否批准；未批准的换一个域名',
        ],
        en: (d) => [
          `The suffix “.${d.suffix}” of “${d.domain}” is not on the list of suffixes of ${d.date}`,
          'Look it up at domain.miit.gov.cn; where it is not approved, use another domain',
        ],
      }),
      word: say<{ domain: string; word: string; about: string }>({
        zh: (d) => [
          `域名“${d.domain}”里的“${d.word}”会被看作${d.about}，本省要审批或说明`,
          `有审批就填审批号；没有就在网站备注里写明不涉及${d.about}`,
        ],
        en: (d) => [
          `“${d.word}” in the domain “${d.domain}” is taken for ${d.about}; this province wants an approval or an explanation`,
          'Fill in the approval number, or say in the remark that the website has nothing of it',
        ],
      }),
      head: say<{ domain: string; head: string }>({
        zh: (d) => [`域名“${d.domain}”以“${d.head}”开头，本省只接受国家机关使用`, '换一个域名'],
        en: (d) => [
          `The domain “${d.domain}” begins with “${d.head}”, which this province reserves for the state`,
          'Use another domain',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 域名: linyuan.gov.cn }', says: 'kept' },
      { draft: '主体信息: { 主办单位性质: 政府机关 }\n网站信息: { 域名: linyuan.com }', says: 'government' },
      {
        draft: '主体信息: { 主办单位性质: 事业单位 }\n网站信息: { 域名: linyuan.com }',
        options: { institutionCn: true },
        says: 'institution',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 域名: linyuan.org }',
        options: { refused: ['org'] },
        says: 'refused',
      },
      { draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 域名: linyuan.example }', says: 'unlisted' },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 域名: linyuan-game.com }',
        options: { words: { game: '游戏' } },
        says: 'word',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 域名: 中国临远.com }',
        options: { heads: ['中国'] },
        says: 'head',
      },
    ],
    good: [
      { draft: '主体信息: { 主办单位性质: 政府机关 }\n网站信息: { 域名: linyuan.gov.cn }' },
      { draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 域名: linyuan.com }' },
    ],
  },
  check(draft, { report, options }) {
    const { nature } = draft.subject
    if (nature === undefined) return
    for (const { domain, name, at } of domainsOf(draft)) {
      const { listed, suffix, platform } = suffixOf(name)
      if (platform) continue
      const own = kept.find(({ suffix }) => suffix.test(name))
      const last = name.slice(name.lastIndexOf('.') + 1)
      const refused =
        nature === 'individual' ? [...options.refused, ...options.refusedIndividual] : options.refused
      const head = options.heads.find((word) => name.startsWith(word))
      if (own !== undefined && !own.natures.includes(nature))
        report('kept', { at, data: { domain, suffix: own.suffix.exec(name)?.[0] ?? last } })
      else if (nature === 'government' && !/\.(?:gov\.cn|政务|政务\.cn)$/.test(name))
        report('government', { at, atMost: 'warning', data: { domain } })
      else if (nature === 'institution' && options.institutionCn && !/\.(?:cn|公益)$/.test(name))
        report('institution', { at, atMost: 'warning', option: 'institutionCn', data: { domain } })
      else if (refused.includes(last))
        report('refused', {
          at,
          // A list of years ago that the newer one contradicts is no more than a warning, and so is a rule of 2017.
          ...((listed || !options.refused.includes(last)) && { atMost: 'warning' }),
          option: options.refused.includes(last) ? 'refused' : 'refusedIndividual',
          data: { domain, suffix: last },
        })
      else if (!listed)
        report('unlisted', { at, atMost: 'warning', data: { domain, suffix, date: suffixListDate } })
      else if (head !== undefined && sponsorKind(nature) !== 'state')
        report('head', { at, option: 'heads', data: { domain, head } })
      const word = Object.keys(options.words).find((each) => name.toLowerCase().includes(each))
      const about = word === undefined ? undefined : options.words[word]
      const { approvals, remark = '' } = draft.websites[at[1]] ?? { approvals: [] }
      if (word !== undefined && about !== undefined && approvals.length === 0 && !remark.includes(about))
        report('word', { at, atMost: 'warning', option: 'words', data: { domain, word, about } })
    }
  },
})

/** Whether a suffix is on the list or a platform's; what is no domain is not looked at here. */
function suffixOf(name: string): { listed: boolean; suffix: string; platform: boolean } {
  const reading = readInside(name)
  return reading.kind === 'ok' ? reading : { listed: true, suffix: '', platform: false }
}

function* domainsOf(draft: Draft) {
  for (const [i, { domains }] of draft.websites.entries()) {
    for (const [k, { name: domain }] of domains.entries()) {
      if (domain === undefined) continue
      yield { domain, name: canonicalDomain(domain), at: ['websites', i, 'domains', k, 'name'] as const }
    }
  }
}
