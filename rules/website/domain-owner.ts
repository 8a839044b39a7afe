// Whose the domain is, where the draft says it.
import { defineRule, say } from '../../src/engine/rule.ts'
import { toHalfWidth } from '../../src/facts/text.ts'
import { documents } from '../../src/profile/documents.ts'

interface Options {
  /** A unit's domain has to be the unit's own; otherwise its legal representative or principal may hold it. */
  unitOnly: boolean
}

const fold = (name: string): string => toHalfWidth(name).replace(/\s/g, '')

export const domainOwner = defineRule({
  id: 'website/domain-owner',
  level: 'error',
  sources: [documents['miit-domains-2018'], documents['huawei-2026']],
  options: {
    schema: (z) =>
      z.strictObject({
        unitOnly: z
          .boolean()
          .describe(
            '单位的域名必须在单位名下；否则法定代表人或负责人名下也可以 · A unit’s domain has to be the unit’s own; otherwise its legal representative or principal may hold it',
          ),
      }),
    defaults: { unitOnly: false } satisfies Options as Options,
  },
  texts: {
    title: { zh: '域名所有者是主办者', en: 'The domain belongs to the sponsor' },
    why: {
      zh: '2018 年起域名的实名信息要与主办者一致：个人用自己名下的域名；单位用单位名下的，有的省也接受法定代表人、负责人名下的。',
      en: 'Since 2018 a domain’s registrant has to be the sponsor: an individual’s own; for a unit its own, and in some provinces that of its legal representative or principal.',
    },
    messages: {
      other: say<{ owner: string; sponsor: string }>({
        zh: (d) => [
          `域名所有者“${d.owner}”不是主办者“${d.sponsor}”`,
          '先把域名过户、实名到主办者名下，三天后再提交',
        ],
        en: (d) => [
          `The domain’s owner “${d.owner}” is not the sponsor “${d.sponsor}”`,
          'Transfer the domain to the sponsor first, with the real name; submit three days later',
        ],
      }),
      unitOnly: say<{ owner: string; sponsor: string }>({
        zh: (d) => [`本省要求单位的域名在单位名下，这里在“${d.owner}”名下`, `把域名过户到“${d.sponsor}”名下`],
        en: (d) => [
          `This province requires a unit’s domain in the unit’s name; here it is “${d.owner}”`,
          `Transfer it to “${d.sponsor}”`,
        ],
      }),
      officer: say<{ owner: string; sponsor: string }>({
        zh: (d) => [
          `域名在“${d.owner}”名下，不在单位“${d.sponsor}”名下；有的接入商要求说明`,
          '能过户就过户到单位名下；否则准备任职证明',
        ],
        en: (d) => [
          `The domain belongs to “${d.owner}”, not to the unit “${d.sponsor}”; some hosts ask for proof`,
          'Transfer it to the unit if possible, or have proof of position ready',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋 }\n网站信息: { 域名: [{ 域名: example.com, 域名所有者: 顾南屏 }] }',
        says: 'other',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业有限公司, 法定代表人: 沈知秋 }\n网站信息: { 域名: [{ 域名: example.com, 域名所有者: 沈知秋 }] }',
        says: 'officer',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业有限公司, 法定代表人: 沈知秋 }\n网站信息: { 域名: [{ 域名: example.com, 域名所有者: 沈知秋 }] }',
        options: { unitOnly: true },
        says: 'unitOnly',
      },
    ],
    good: [
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋 }\n网站信息: { 域名: [{ 域名: example.com, 域名所有者: 沈知秋 }] }',
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature, name: sponsor, legalRepresentative, principal } = draft.subject
    if (sponsor === undefined || nature === undefined) return
    for (const [i, website] of draft.websites.entries()) {
      const officers = [legalRepresentative, principal.name, website.principal.name].flatMap((name) =>
        name === undefined ? [] : fold(name),
      )
      for (const [k, { owner }] of website.domains.entries()) {
        if (owner === undefined || fold(owner) === fold(sponsor)) continue
        const at = ['websites', i, 'domains', k, 'owner'] as const
        const data = { owner, sponsor }
        if (nature === 'individual' || !officers.includes(fold(owner))) report('other', { at, data })
        else if (options.unitOnly) report('unitOnly', { at, option: 'unitOnly', data })
        else report('officer', { at, atMost: 'info', data })
      }
    }
  },
})
