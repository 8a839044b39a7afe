// How many domains a website and how many websites and domains a filing may have at once.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { documents } from '../../src/profile/documents.ts'

interface Options {
  /** Most domains of one website; 0 where nobody limits it. */
  perSite: number
  /** Most websites in one filing. */
  sitesIndividual: number
  sitesUnit: number
  /** Most domains in one filing. */
  domainsIndividual: number
  domainsUnit: number
}

export const domainCount = defineRule({
  id: 'website/domain-count',
  level: 'warning',
  sources: [documents['tencent-2022'], documents['huawei-2026']],
  options: {
    schema: (z) => {
      const count = z.number().int().min(0)
      return z.strictObject({
        perSite: count.describe('一个网站最多几个域名；0 为不限 · Most domains of one website; 0: no limit'),
        sitesIndividual: count.describe(
          '个人一次最多几个网站；0 为不限 · Most websites in one filing of an individual; 0: no limit',
        ),
        sitesUnit: count.describe(
          '单位一次最多几个网站；0 为不限 · Most websites in one filing of a unit; 0: no limit',
        ),
        domainsIndividual: count.describe(
          '个人一次最多几个域名；0 为不限 · Most domains in one filing of an individual; 0: no limit',
        ),
        domainsUnit: count.describe(
          '单位一次最多几个域名；0 为不限 · Most domains in one filing of a unit; 0: no limit',
        ),
      })
    },
    defaults: {
      perSite: 0,
      sitesIndividual: 0,
      sitesUnit: 0,
      domainsIndividual: 0,
      domainsUnit: 0,
    } satisfies Options as Options,
  },
  texts: {
    title: {
      zh: '一次备案的网站和域名不超过本省的数目',
      en: 'No more websites and domains at once than the province takes',
    },
    why: {
      zh: '有的省一个网站只能报一个域名，有的省限制一次能报几个网站、几个域名；多出的部分分几次报。',
      en: 'Some provinces take one domain a website, some limit the websites or domains of one filing; the rest goes into later filings.',
    },
    messages: {
      perSite: say<{ count: number; most: number }>({
        zh: (d) => [
          `这个网站有 ${d.count} 个域名，本省一个网站最多 ${d.most} 个`,
          '多出的域名另作网站，或这次不报',
        ],
        en: (d) => [
          `This website has ${d.count} domains; this province allows ${d.most} per website`,
          'File the others as websites of their own, or later',
        ],
      }),
      sites: say<{ count: number; most: number }>({
        zh: (d) => [`一次报了 ${d.count} 个网站，本省一次最多 ${d.most} 个`, '先报一部分，通过后再新增'],
        en: (d) => [
          `There are ${d.count} websites at once; this province allows ${d.most}`,
          'File some now and add the others after approval',
        ],
      }),
      domains: say<{ count: number; most: number }>({
        zh: (d) => [`一次报了 ${d.count} 个域名，本省一次最多 ${d.most} 个`, '先报一部分，通过后再新增'],
        en: (d) => [
          `There are ${d.count} domains at once; this province allows ${d.most}`,
          'File some now and add the others after approval',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '网站信息: { 域名: [example.com, example.cn] }', options: { perSite: 1 }, says: 'perSite' },
      {
        draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: [{ 域名: example.com }, { 域名: example.cn }]',
        options: { sitesIndividual: 1 },
        says: 'sites',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: [{ 域名: [example.com, example.cn] }]',
        options: { domainsUnit: 1 },
        says: 'domains',
      },
    ],
    good: [{ draft: '网站信息: { 域名: example.com }', options: { perSite: 1 } }],
  },
  check(draft, { report, options }) {
    const individual = draft.subject.nature === 'individual'
    const over = (count: number, most: number) => most > 0 && count > most
    for (const [i, { domains }] of draft.websites.entries()) {
      const { perSite } = options
      if (over(domains.length, perSite))
        report('perSite', {
          at: ['websites', i, 'domains', perSite],
          option: 'perSite',
          data: { count: domains.length, most: perSite },
        })
    }
    if (draft.subject.nature === undefined) return
    const sites = individual ? 'sitesIndividual' : 'sitesUnit'
    const most = options[sites]
    if (over(draft.websites.length, most))
      report('sites', { at: ['websites', most], option: sites, data: { count: draft.websites.length, most } })
    const key = individual ? 'domainsIndividual' : 'domainsUnit'
    const places = draft.websites.flatMap(({ domains }, i) =>
      domains.map((_domain, k): DraftPath => ['websites', i, 'domains', k]),
    )
    const place = places[options[key]]
    if (over(places.length, options[key]) && place !== undefined)
      report('domains', { at: place, option: key, data: { count: places.length, most: options[key] } })
  },
})
