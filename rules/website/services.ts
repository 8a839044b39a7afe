// 网站服务内容 on the forms of today: at least one, and the one that fits the nature of the sponsor and the province.
import { defineRule, say } from '../../src/engine/rule.ts'
import { services as known } from '../../src/facts/data/services.ts'
import { nearest, toHalfWidth } from '../../src/facts/text.ts'
import { documents } from '../../src/profile/documents.ts'
import { miitInterface } from '../sources.ts'

type Name = (typeof known)[number]['zh']

interface Options {
  /** What individuals may tick, the usual one first; empty for anything. */
  individual: Name[]
  /** What units usually tick; anything else wants a remark. Empty for anything. */
  unit: Name[]
  /** What units may not tick, whatever the remark says. */
  refusedUnit: Name[]
  /** Services that need a remark naming the content. */
  remarked: Name[]
}

const listed = (names: readonly string[], language: 'zh' | 'en'): string =>
  language === 'zh'
    ? names.map((name) => `“${name}”`).join('或')
    : names.map((name) => `“${known.find((entry) => entry.zh === name)?.en ?? name}” (${name})`).join(' or ')

const fold = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s/、]/g, '')
    .toUpperCase()

/** The service that a text names: its Chinese or English name, a part of it (博客), or its number. */
function serviceOf(text: string): Name | undefined {
  const word = fold(text)
  if (word === '其它') return '其他'
  return known.find(
    ({ id, zh, en }) =>
      fold(zh) === word ||
      fold(en) === word ||
      String(id) === word ||
      zh.split('/').some((part) => fold(part) === word),
  )?.zh
}

export const services = defineRule({
  id: 'website/services',
  level: 'warning',
  sources: [documents['huawei-2026'], documents['tencent-2022'], miitInterface('Fwnr_id')],
  returnCode: 1034,
  options: {
    schema: (z) => {
      const names = z.array(z.enum(known.map(({ zh }) => zh)))
      return z.strictObject({
        individual: names.describe(
          '个人可以勾选的，最常用的在前；空为不限 · What individuals may tick, the usual one first; empty: anything',
        ),
        unit: names.describe(
          '单位通常勾选的，其他的要写备注；空为不限 · What units usually tick, anything else wants a remark; empty: anything',
        ),
        refusedUnit: names.describe(
          '单位不能勾选的，写了备注也不行 · What units may not tick, whatever the remark says',
        ),
        remarked: names.describe('要在备注里说明内容的 · Services that need a remark naming the content'),
      })
    },
    defaults: { individual: [], unit: [], refusedUnit: [], remarked: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '网站服务内容与主办者相符', en: 'The service contents fit the sponsor' },
    why: {
      zh: '现在的表单至少要勾选一项服务内容。个人只能选“博客/个人空间”或“其他”，哪一项由省里定；单位一般选“单位门户网站”。',
      en: 'Forms of today want at least one service. An individual may only tick 博客/个人空间 or 其他, by province; a unit usually ticks 单位门户网站.',
    },
    messages: {
      none: say<{ usual: string }>({
        zh: (d) => [
          '网站服务内容没有勾选，现在的系统至少要选一项',
          d.usual === '' ? '选与网站相符的一项' : `一般选“${d.usual}”`,
        ],
        en: (d) => [
          'No service is ticked; current systems require at least one',
          d.usual === '' ? 'Tick the one that fits' : `Usually it is ${listed([d.usual], 'en')}`,
        ],
      }),
      unknown: say<{ written: string; near: string }>({
        zh: (d) => [
          `网站服务内容里没有“${d.written}”`,
          d.near === '' ? '写表单上的选项，例如“单位门户网站”' : `是不是“${d.near}”？`,
        ],
        en: (d) => [
          `There is no service “${d.written}”`,
          d.near === '' ? 'Use one of the form, such as 单位门户网站' : `Is “${d.near}” meant?`,
        ],
      }),
      individual: say<{ service: string; allowed: readonly string[] }>({
        zh: (d) => [`个人不能选服务内容“${d.service}”`, `改为${listed(d.allowed, 'zh')}`],
        en: (d) => [
          `An individual may not tick ${listed([d.service], 'en')}`,
          `Tick ${listed(d.allowed, 'en')}`,
        ],
      }),
      unit: say<{ service: string; usual: readonly string[] }>({
        zh: (d) => [
          `单位的网站服务内容一般选${listed(d.usual, 'zh')}，选“${d.service}”要在备注里说明`,
          `改为${listed(d.usual, 'zh')}，或在备注里写明用途`,
        ],
        en: (d) => [
          `Units usually tick ${listed(d.usual, 'en')}; ${listed([d.service], 'en')} wants a remark`,
          'Tick that, or say in the remark what the website is for',
        ],
      }),
      refusedUnit: say<{ service: string; usual: readonly string[] }>({
        zh: (d) => [
          `本省不接受单位选服务内容“${d.service}”`,
          d.usual.length === 0 ? '换成与网站相符的一项' : `改为${listed(d.usual, 'zh')}`,
        ],
        en: (d) => [
          `This province does not take ${listed([d.service], 'en')} from a unit`,
          d.usual.length === 0 ? 'Tick the one that fits' : `Tick ${listed(d.usual, 'en')}`,
        ],
      }),
      remark: say<{ service: string }>({
        zh: (d) => [
          `服务内容选了“${d.service}”，备注里没有写明具体内容`,
          '在网站备注里用一两句话写明网站内容',
        ],
        en: (d) => [
          `${listed([d.service], 'en')} is ticked and no remark describes the content`,
          'Describe the website in the remark, in a sentence or two',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 网站名称: 山间札记 }', says: 'none' },
      {
        draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 网站服务内容: 网络购物 }',
        options: { individual: ['其他'] },
        says: 'individual',
      },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站服务内容: 综合门户 }',
        options: { unit: ['单位门户网站'] },
        says: 'unit',
      },
      { draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站服务内容: 单位门户网 }', says: 'unknown' },
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站服务内容: 其他, 备注: 内部资料查询 }',
        options: { refusedUnit: ['其他'] },
        says: 'refusedUnit',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 网站服务内容: 其它 }',
        options: { remarked: ['其他'] },
        says: 'remark',
      },
    ],
    good: [
      {
        draft: '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站服务内容: 单位门户网站 }',
        options: { unit: ['单位门户网站'] },
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature } = draft.subject
    if (nature === undefined) return
    const usual = nature === 'individual' ? options.individual : options.unit
    for (const [i, website] of draft.websites.entries()) {
      if (website.services.length === 0)
        report('none', { at: ['websites', i, 'services'], data: { usual: usual[0] ?? '' } })
      for (const [k, written] of website.services.entries()) {
        if (written === undefined) continue
        const at = ['websites', i, 'services', k] as const
        const service = serviceOf(written)
        if (service === undefined) {
          const near =
            nearest(
              written,
              known.map(({ zh }) => zh),
            ) ?? ''
          report('unknown', { at, data: { written, near } })
        } else if (nature === 'individual' && usual.length > 0 && !usual.includes(service)) {
          report('individual', { at, option: 'individual', data: { service, allowed: usual } })
        } else if (nature !== 'individual' && options.refusedUnit.includes(service)) {
          report('refusedUnit', { at, option: 'refusedUnit', data: { service, usual } })
        } else if (
          nature !== 'individual' &&
          usual.length > 0 &&
          !usual.includes(service) &&
          website.remark === undefined
        ) {
          report('unit', { at, atMost: 'info', option: 'unit', data: { service, usual } })
        } else if (options.remarked.includes(service) && website.remark === undefined) {
          report('remark', { at, option: 'remarked', data: { service } })
        }
      }
    }
  },
})
