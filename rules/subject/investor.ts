// The investor or superior unit: a person for an individual, never a person for the state, by province for the rest.
import { defineRule, say } from '../../src/engine/rule.ts'
import { readPersonName } from '../../src/facts/person-names.ts'
import { isDigits } from '../../src/facts/site-names.ts'
import { miit2009 } from '../sources.ts'

interface Options {
  /** What an enterprise writes: anything, its own full name, the name of its legal representative, or anything but that. */
  enterprise: 'any' | 'own-name' | 'legal-representative' | 'not-legal-representative'
  /** Who names the unit above it, not itself: nobody has to, state organs, or every unit that is no enterprise. */
  superior: 'nobody' | 'government' | 'all-but-enterprises'
}

const looksLikePerson = (text: string): boolean =>
  readPersonName(text, { latin: true }).kind === 'ok' && /^[\u3400-\u9fff·]{2,4}$/.test(text)
const isStateOrgan = (text: string): boolean =>
  /(?:人民政府|委员会|[局厅署院])$/.test(text) && text.length >= 5

const namesSuperior = (nature: string, { superior }: Options): boolean =>
  superior === 'all-but-enterprises' || (superior === 'government' && nature === 'government')

export const investor = defineRule({
  id: 'subject/investor',
  level: 'error',
  sources: [miit2009('投资者或主管单位', 'investors')],
  options: {
    schema: (z) =>
      z.strictObject({
        enterprise: z
          .enum(['any', 'own-name', 'legal-representative', 'not-legal-representative'])
          .describe(
            '企业填什么：不限、本单位全称、法定代表人姓名、不能填法定代表人 · What an enterprise writes: anything, its own full name, its legal representative, anything but that',
          ),
        superior: z
          .enum(['nobody', 'government', 'all-but-enterprises'])
          .describe(
            '谁填上级主管单位，不填自己：不限、政府机关、企业以外的单位 · Who names the unit above it, not itself: nobody has to, state organs, every unit that is no enterprise',
          ),
      }),
    defaults: { enterprise: 'any', superior: 'nobody' } satisfies Options as Options,
  },
  texts: {
    title: { zh: '投资人或主管单位写对了人或单位', en: 'The investor or superior unit is the right one' },
    why: {
      zh: '个人写本人姓名；企业写法定代表人姓名或单位全称；机关和事业单位写主管单位，不能写个人。各省的要求不同。',
      en: 'An individual writes his or her own name; an enterprise its legal representative or its full name; organs and institutions the unit above them, never a person. Provinces differ.',
    },
    messages: {
      person: say<{ investor: string }>({
        zh: (d) => [`政府机关、事业单位的主管单位不能是个人：“${d.investor}”`, '写上级主管单位的全称'],
        en: (d) => [
          `The superior of an organ or institution cannot be a person: “${d.investor}”`,
          'Write the full name of the superior unit',
        ],
      }),
      organ: say<{ investor: string }>({
        zh: (d) => [
          `企业的投资人写成了国家机关“${d.investor}”`,
          '写法定代表人姓名或本单位全称；登记机关不是投资人',
        ],
        en: (d) => [
          `An enterprise names the state organ “${d.investor}” as its investor`,
          'Write the legal representative or the unit’s own full name; the registration office is not an investor',
        ],
      }),
      notSelf: say<{ investor: string; sponsor: string }>({
        zh: (d) => [`个人备案的投资人写本人“${d.sponsor}”，这里是“${d.investor}”`, `写“${d.sponsor}”`],
        en: (d) => [
          `An individual’s investor is the person, “${d.sponsor}”; here it is “${d.investor}”`,
          `Write “${d.sponsor}”`,
        ],
      }),
      ownName: say<{ investor: string; sponsor: string }>({
        zh: (d) => [
          `本省要求企业的投资人写本单位全称“${d.sponsor}”，这里是“${d.investor}”`,
          `写“${d.sponsor}”`,
        ],
        en: (d) => [
          `This province requires an enterprise’s own full name, “${d.sponsor}”; here it is “${d.investor}”`,
          `Write “${d.sponsor}”`,
        ],
      }),
      legal: say<{ investor: string; legal: string }>({
        zh: (d) => [`本省要求企业的投资人写法定代表人“${d.legal}”，这里是“${d.investor}”`, `写“${d.legal}”`],
        en: (d) => [
          `This province requires the legal representative, “${d.legal}”; here it is “${d.investor}”`,
          `Write “${d.legal}”`,
        ],
      }),
      notLegal: say<{ investor: string }>({
        zh: (d) => [`本省不接受法定代表人“${d.investor}”作投资人`, '写投资单位或本单位的全称'],
        en: (d) => [
          `This province does not accept the legal representative “${d.investor}” as investor`,
          'Write the full name of the investing unit or of the unit itself',
        ],
      }),
      superior: say<{ investor: string }>({
        zh: (d) => [
          `本省要求企业以外的单位填上级主管单位，这里是个人“${d.investor}”`,
          '写上级主管单位（业务主管单位）的全称',
        ],
        en: (d) => [
          `This province requires the superior unit of everyone but enterprises; here it is a person, “${d.investor}”`,
          'Write the full name of the unit above yours',
        ],
      }),
      itself: say<{ investor: string }>({
        zh: (d) => [`主管单位写成了本单位“${d.investor}”`, '写上一级主管单位的全称'],
        en: (d) => [`The superior unit is the unit itself, “${d.investor}”`, 'Write the unit above it'],
      }),
      empty: say<{ investor: string }>({
        zh: (d) => [
          `投资人或主管单位“${d.investor}”不是姓名或单位名称`,
          '写姓名或单位全称；不要求时可以不填',
        ],
        en: (d) => [
          `“${d.investor}” is neither a person’s nor a unit’s name`,
          'Write a full name, or leave the field out where it is not asked for',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 政府机关, 投资人或主管单位: 沈知秋 }', says: 'person' },
      {
        draft: '主体信息: { 主办单位性质: 企业, 投资人或主管单位: 清河县市场监督管理局 }',
        says: 'organ',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋, 投资人或主管单位: 顾南屏 }',
        says: 'notSelf',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业有限公司, 投资人或主管单位: 顾南屏 }',
        options: { enterprise: 'own-name' },
        says: 'ownName',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 投资人或主管单位: 顾南屏 }',
        options: { enterprise: 'legal-representative' },
        says: 'legal',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 投资人或主管单位: 沈知秋 }',
        options: { enterprise: 'not-legal-representative' },
        says: 'notLegal',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 政府机关, 主办单位名称: 青石县水务局, 投资人或主管单位: 青石县水务局 }',
        options: { superior: 'government' },
        says: 'itself',
      },
      {
        draft: '主体信息: { 主办单位性质: 社会团体, 投资人或主管单位: 顾南屏 }',
        options: { superior: 'all-but-enterprises' },
        says: 'superior',
      },
      { draft: '主体信息: { 主办单位性质: 企业, 投资人或主管单位: 无 }', says: 'empty' },
    ],
    good: [
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋, 投资人或主管单位: 沈知秋 }' },
      {
        draft: '主体信息: { 主办单位性质: 企业, 法定代表人: 沈知秋, 投资人或主管单位: 沈知秋 }',
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature, name, investor, legalRepresentative: legal } = draft.subject
    if (investor === undefined || nature === undefined) return
    const at = ['subject', 'investor'] as const
    const superior = { at, atMost: 'warning', option: 'superior' } as const
    if (isDigits(investor) || /^(?:无|没有|暂无|空|none|null|n\/a|[-—/])$/i.test(investor))
      return report('empty', { at, atMost: 'warning', data: { investor } })
    if (nature === 'individual') {
      if (name !== undefined && investor !== name)
        report('notSelf', { at, atMost: 'warning', data: { investor, sponsor: name } })
    } else if (nature === 'government' || nature === 'institution') {
      if (looksLikePerson(investor)) report('person', { at, data: { investor } })
      else if (namesSuperior(nature, options) && investor === name)
        report('itself', { ...superior, data: { investor } })
    } else if (nature === 'enterprise') {
      const { enterprise } = options
      const found = { at, atMost: 'warning', option: 'enterprise' } as const
      if (isStateOrgan(investor) && investor !== name)
        report('organ', { at, atMost: 'warning', data: { investor } })
      else if (enterprise === 'own-name' && name !== undefined && investor !== name)
        report('ownName', { ...found, data: { investor, sponsor: name } })
      else if (enterprise === 'legal-representative' && legal !== undefined && investor !== legal)
        report('legal', { ...found, data: { investor, legal } })
      else if (enterprise === 'not-legal-representative' && investor === legal)
        report('notLegal', { ...found, data: { investor } })
    } else if (namesSuperior(nature, options)) {
      if (looksLikePerson(investor)) report('superior', { ...superior, data: { investor } })
      else if (investor === name) report('itself', { ...superior, data: { investor } })
    }
  },
})
