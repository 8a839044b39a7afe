// The name of a unit: the full name on its certificate, which tells what kind of unit it is.
import { defineRule, say } from '../../src/engine/rule.ts'
import { natures } from '../../src/facts/data/natures.ts'
import { readUnitName } from '../../src/facts/unit-names.ts'
import { miit2009, miitInterface } from '../sources.ts'

interface Name {
  readonly name: string
  readonly [key: string]: string
}

const fullName = {
  zh: '照证件写单位全称，一字不差',
  en: 'Write the full name as the certificate has it',
} as const

const nameOf = (id: string, language: 'zh' | 'en'): string =>
  natures.find((nature) => nature.id === id)?.[language] ?? id

export const unitName = defineRule({
  id: 'subject/unit-name',
  level: 'error',
  sources: [miit2009('主办单位名称', 'names of sponsors'), miitInterface('Dwmc')],
  texts: {
    title: { zh: '单位名称是证件上的全称', en: 'A unit’s name is the full one of its certificate' },
    why: {
      zh: '单位的主办单位名称要与证件逐字一致：不写简称、品牌、网站名，不加字母数字，名称的结尾要与主办单位性质相符。',
      en: 'A unit’s name equals its certificate word for word: no short name, brand or website name, no letters or digits; its ending fits the nature.',
    },
    messages: {
      placeholder: say<Name>({
        zh: (d) => [`主办单位名称“${d.name}”像是占位的文字`, fullName.zh],
        en: (d) => [`The name “${d.name}” looks like a placeholder`, fullName.en],
      }),
      domain: say<Name>({
        zh: (d) => [`主办单位名称“${d.name}”是域名或网址`, fullName.zh],
        en: (d) => [`The name “${d.name}” is a domain or an address`, fullName.en],
      }),
      'site-word': say<Name & { text: string }>({
        zh: (d) => [`主办单位名称“${d.name}”带“${d.text}”，是网站的名称`, fullName.zh],
        en: (d) => [`The name “${d.name}” ends in “${d.text}”: that is a website’s name`, fullName.en],
      }),
      nature: say<Name & { ending: string; nature: string; fits: string }>({
        zh: (d) => [
          `“${d.name}”以“${d.ending}”结尾，应是${nameOf(d.fits, 'zh')}，主办单位性质却选了${nameOf(d.nature, 'zh')}`,
          `主办单位性质改为“${nameOf(d.fits, 'zh')}”，或核对名称`,
        ],
        en: (d) => [
          `“${d.name}” ends in “${d.ending}” like names of the nature “${nameOf(d.fits, 'en')}”, but the nature given is ${nameOf(d.nature, 'en')}`,
          `Choose ${nameOf(d.fits, 'en')}, or check the name`,
        ],
      }),
      letters: say<Name & { text: string }>({
        zh: (d) => [`主办单位名称里有字母“${d.text}”，登记的名称不会有`, fullName.zh],
        en: (d) => [`There are letters, “${d.text}”, in the name; registered names have none`, fullName.en],
      }),
      digits: say<Name & { text: string }>({
        zh: (d) => [`主办单位名称里有数字“${d.text}”，登记的名称用汉字数字`, fullName.zh],
        en: (d) => [
          `There are digits, “${d.text}”, in the name; registered names use Chinese numerals`,
          fullName.en,
        ],
      }),
      sign: say<Name & { text: string }>({
        zh: (d) => [`主办单位名称里有符号“${d.text}”`, fullName.zh],
        en: (d) => [`There is the symbol “${d.text}” in the name`, fullName.en],
      }),
      person: say<Name>({
        zh: (d) => [
          `主办单位名称“${d.name}”像是人名，性质却选了单位`,
          '写单位全称；无字号的个体工商户按本省要求写经营者姓名并在备注说明',
        ],
        en: (d) => [
          `The name “${d.name}” looks like a person’s, but the nature is a unit’s`,
          'Write the unit’s full name; a sole trader without a trade name follows the province’s rule and says so in the remark',
        ],
      }),
      'no-ending': say<Name>({
        zh: (d) => [`“${d.name}”不像完整的单位名称，缺“有限公司”“店”“中心”这样的结尾`, fullName.zh],
        en: (d) => [
          `“${d.name}” does not look complete: an ending such as 有限公司, 店 or 中心 is missing`,
          fullName.en,
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业 }', says: 'no-ending' },
      {
        draft: '主体信息: { 主办单位性质: 事业单位, 主办单位名称: 青禾茶业有限公司 }',
        says: 'nature',
        fixed: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业有限公司 }',
      },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾茶业官网 }', says: 'site-word' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: www.qinghe-tea.cn }', says: 'domain' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 测试公司 }', says: 'placeholder' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾Tea有限公司 }', says: 'letters' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾8号茶业有限公司 }', says: 'digits' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青禾★茶业有限公司 }', says: 'sign' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 沈知秋 }', says: 'person' },
    ],
    good: [
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 清河县沐光茶业（集团）有限公司 }' },
      { draft: '主体信息: { 主办单位性质: 企业, 主办单位名称: 青石县阿林面馆（个体工商户） }' },
      { draft: '主体信息: { 主办单位性质: 事业单位, 主办单位名称: 临远县第二中学 }' },
    ],
  },
  check(draft, { report }) {
    const { nature, name } = draft.subject
    if (nature === undefined || nature === 'individual' || name === undefined) return
    const domains = draft.websites.flatMap((website) =>
      website.domains.flatMap((domain) => domain.name ?? []),
    )
    const reading = readUnitName(name, nature, domains)
    const at = ['subject', 'name'] as const
    switch (reading.kind) {
      case 'ok':
        return
      case 'nature': {
        const { ending, fits, sure } = reading
        const fix = {
          safety: 'suggested',
          edits: [{ op: 'set', path: ['subject', 'nature'], value: fits }],
        } as const
        const data = { name, ending, nature, fits }
        return report('nature', { at, data, returnCode: 1014, ...(sure ? { fix } : { atMost: 'warning' }) })
      }
      case 'site-word':
      case 'letters':
      case 'digits':
      case 'sign': {
        const { kind, text, from } = reading
        const slice = [from, from + text.length] as const
        return report(kind, {
          at,
          slice,
          data: { name, text },
          ...(kind !== 'site-word' && { atMost: 'warning' }),
        })
      }
      case 'person':
      case 'no-ending':
        return report(reading.kind, { at, atMost: 'warning', data: { name } })
      default:
        report(reading.kind, { at, data: { name } })
    }
  },
})
