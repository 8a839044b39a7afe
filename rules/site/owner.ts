// The copyright line names the sponsor of the filing.
import { defineRule, say } from '../../src/engine/rule.ts'
import { toHalfWidth } from '../../src/facts/text.ts'
import { documents } from '../../src/profile/documents.ts'

interface Options {
  /** The province asks for the same name. */
  strict: boolean
}

const messages = {
  other: say<{ holder: string; sponsor: string }>({
    zh: (d) => [
      `版权写的是“${d.holder}”，备案的主办单位是“${d.sponsor}”`,
      '版权人写主办单位；网站已经换了主人的，先变更备案主体',
    ],
    en: (d) => [
      `The copyright line names “${d.holder}”; the sponsor of the filing is “${d.sponsor}”`,
      'Name the sponsor; if the website has a new owner, change the subject of the filing first',
    ],
  }),
  unitOfIndividual: say<{ holder: string }>({
    zh: (d) => [
      `个人备案的网站，版权写的是单位“${d.holder}”`,
      '个人网站不写单位；网站是单位的，以单位名义备案',
    ],
    en: (d) => [
      `The filing is an individual’s, yet the copyright line names the unit “${d.holder}”`,
      'An individual’s website names no unit; if it is the unit’s, the unit files it',
    ],
  }),
}

const plain = (text: string): string => toHalfWidth(text).replace(/\s/g, '')

export const owner = defineRule({
  id: 'site/owner',
  level: 'warning',
  sources: [documents['tencent-2022'], documents['tencent-faq-2022']],
  options: {
    schema: (z) =>
      z.strictObject({
        strict: z.boolean().describe('本省要求两者一致 · The province wants them to be the same'),
      }),
    defaults: { strict: false } satisfies Options as Options,
  },
  texts: {
    title: { zh: '版权人是备案的主办单位', en: 'The copyright line names the sponsor' },
    why: {
      zh: '页脚的版权人和备案主体不是一家，核查时会认为网站不是主办单位自己的。江苏建议两者一致。',
      en: 'A copyright holder who is not the subject makes the website look like somebody else’s. Jiangsu advises the same name.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 杭州青禾茶业有限公司 }',
        page: '<footer>© 2026 杭州云栖软件有限公司 版权所有</footer>',
        says: 'other',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林晓燕 }',
        page: '<footer>版权所有：杭州青禾茶业有限公司</footer>',
        says: 'unitOfIndividual',
      },
    ],
    good: [
      {
        draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 杭州青禾茶业有限公司 }',
        page: '<footer>Copyright © 2026 杭州青禾茶业有限公司　技术支持：云栖软件有限公司</footer>',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林晓燕 }',
        page: '<p>杭州青禾茶业有限公司的新茶</p><footer>© 2026 山间札记</footer>',
      },
    ],
  },
  checkPage({ holders }, { report, options: { strict }, filed: { sponsor, nature } }) {
    if (sponsor === undefined || holders.length === 0) return
    const own = plain(sponsor)
    const [first] = holders
    // One of several is enough: groups name parent and daughter.
    if (first === undefined || holders.some(({ name }) => own.includes(name) || name.includes(own))) return
    const { name: holder, at } = first
    if (nature === 'individual') report('unitOfIndividual', { at, data: { holder } })
    else
      report('other', { at, data: { holder, sponsor }, option: 'strict', ...(!strict && { atMost: 'info' }) })
  },
})
