// Who may be the principal of the subject: the individual himself; of a unit its legal representative, or whoever the
// province accepts.
import { defineRule, say } from '../../src/engine/rule.ts'
import { hasHan, toHalfWidth } from '../../src/facts/text.ts'
import { miit2009 } from '../sources.ts'

interface Options {
  /**
   * What the province asks of a unit's principal who is not its legal representative. `must`: not accepted. `letter`:
   * a letter of authority. `same-person`: a letter, and the websites' principal is the same person. `free`: nothing.
   */
  legalRepresentative: 'must' | 'letter' | 'same-person' | 'free'
  /**
   * Whose principal may be another person with a letter where `must` holds for the rest: government and institutions, units
   * with a foreigner for a legal representative.
   */
  letterFor: ('government' | 'institution' | 'foreigner')[]
}

const sameName = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (name: string): string => toHalfWidth(name).replace(/[\s·.•・]/g, '')

export const principal = defineRule({
  id: 'subject/principal',
  level: 'error',
  sources: [miit2009('主体负责人', 'principals')],
  options: {
    schema: (z) =>
      z.strictObject({
        legalRepresentative: z
          .enum(['must', 'letter', 'same-person', 'free'])
          .describe(
            '负责人不是法定代表人时：不接受、要授权书、要授权书且网站负责人是同一人、不要求 · A principal who is not the legal representative: not taken, with a letter of authority, with a letter and the same person for the websites, free',
          ),
        letterFor: z
          .array(z.enum(['government', 'institution', 'foreigner']))
          .describe(
            '不接受时，附授权书可以由他人负责的：政府机关、事业单位、法定代表人是外国人的单位 · Who may name another person with a letter all the same: government, institutions, units with a foreigner for a legal representative',
          ),
      }),
    defaults: { legalRepresentative: 'free', letterFor: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '主体负责人是规定的人', en: 'The principal of the subject is the right person' },
    why: {
      zh: '个人备案的负责人是本人。单位的主体负责人，多数省要求是法定代表人；有的省允许他人，但要法定代表人授权书。',
      en: 'An individual is his or her own principal. For units most provinces want the legal representative; some accept another person with a letter of authority.',
    },
    messages: {
      notSelf: say<{ principal: string; sponsor: string }>({
        zh: (d) => [
          `个人备案的负责人应是本人“${d.sponsor}”，这里写的是“${d.principal}”`,
          `负责人写“${d.sponsor}”，或整段不写`,
        ],
        en: (d) => [
          `An individual is his or her own principal, “${d.sponsor}”; here it is “${d.principal}”`,
          `Write “${d.sponsor}”, or leave the part out`,
        ],
      }),
      notLegal: say<{ principal: string; legal: string }>({
        zh: (d) => [
          `主体负责人“${d.principal}”不是法定代表人“${d.legal}”，本省不接受`,
          `主体负责人改为“${d.legal}”，并换成其本人的证件和手机`,
        ],
        en: (d) => [
          `The principal “${d.principal}” is not the legal representative “${d.legal}”, which this province does not accept`,
          `Name “${d.legal}” with his or her own documents and mobile`,
        ],
      }),
      letter: say<{ principal: string; legal: string }>({
        zh: (d) => [
          `主体负责人“${d.principal}”不是法定代表人“${d.legal}”，要附法定代表人授权书`,
          '准备盖章的授权书；由法定代表人作主体负责人则不用',
        ],
        en: (d) => [
          `The principal “${d.principal}” is not the legal representative “${d.legal}”; a letter of authority is required`,
          'Have the stamped letter ready, or name the legal representative',
        ],
      }),
      notSame: say<{ principal: string; site: string }>({
        zh: (d) => [
          `主体负责人不是法定代表人时，网站负责人“${d.site}”要与主体负责人“${d.principal}”是同一人`,
          `网站负责人改为“${d.principal}”`,
        ],
        en: (d) => [
          `Where the principal is not the legal representative, the website’s principal “${d.site}” has to be the same person, “${d.principal}”`,
          `Name “${d.principal}” for the website`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋, 主体负责人: { 姓名: 顾南屏 } }',
        says: 'notSelf',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 主体负责人: { 姓名: 顾南屏 } }',
        options: { legalRepresentative: 'must' },
        says: 'notLegal',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 主体负责人: { 姓名: 顾南屏 } }',
        options: { legalRepresentative: 'letter' },
        says: 'letter',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 主体负责人: { 姓名: 顾南屏 } }\n网站信息: { 网站负责人: { 姓名: 林知远 } }',
        options: { legalRepresentative: 'same-person' },
        says: 'notSame',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: JOHN SMITH, 主体负责人: { 姓名: 顾南屏 } }',
        options: { legalRepresentative: 'must', letterFor: ['foreigner'] },
        says: 'letter',
      },
    ],
    good: [
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋, 主体负责人: { 姓名: 沈知秋 } }' },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 主体负责人: { 姓名: 沈知秋 } }',
        options: { legalRepresentative: 'must' },
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature, name, legalRepresentative: legal, principal } = draft.subject
    const at = ['subject', 'principal', 'name'] as const
    if (nature === 'individual') {
      if (name !== undefined && principal.name !== undefined && !sameName(name, principal.name))
        report('notSelf', { at, data: { principal: principal.name, sponsor: name } })
      return
    }
    const { legalRepresentative: asked, letterFor } = options
    const excepted = letterFor.some((who) => (who === 'foreigner' ? !hasHan(legal ?? '') : who === nature))
    const policy = asked === 'must' && excepted ? 'letter' : asked
    if (nature === undefined || legal === undefined || principal.name === undefined || policy === 'free')
      return
    if (sameName(legal, principal.name)) return
    const data = { principal: principal.name, legal }
    const option = 'legalRepresentative'
    if (policy === 'must') return report('notLegal', { at, option, data })
    report('letter', { at, atMost: 'warning', option, data })
    if (policy !== 'same-person') return
    for (const [i, { principal: site }] of draft.websites.entries()) {
      if (site.name === undefined || sameName(site.name, principal.name)) continue
      report('notSame', {
        at: ['websites', i, 'principal', 'name'],
        option,
        data: { principal: principal.name, site: site.name },
      })
    }
  },
})
