// 证件住所: the address as the certificate prints it, and whether it lies where the filing is made.
import { defineRule, say } from '../../src/engine/rule.ts'
import { readRegionPrefix } from '../../src/facts/regions.ts'
import { miitInterface } from '../sources.ts'

interface Options {
  /** A unit is filed in the province of its certificate. */
  sameProvince: boolean
  /** Mailing address and certificate lie in one city. */
  sameCity: boolean
}

interface Places {
  readonly there: string
  readonly here: string
  readonly [key: string]: string
}

const stem = (city: string): string => city.replace(/(?:市|地区|盟|自治州)$/, '')

export const certificateAddress = defineRule({
  id: 'subject/certificate-address',
  level: 'error',
  sources: [miitInterface('Zjzs')],
  options: {
    schema: (z) =>
      z.strictObject({
        sameProvince: z
          .boolean()
          .describe('单位在证件所在的省备案 · A unit is filed in the province of its certificate'),
        sameCity: z
          .boolean()
          .describe('通信地址与证件住所在同一个市 · Mailing address and certificate lie in one city'),
      }),
    defaults: { sameProvince: true, sameCity: false } satisfies Options as Options,
  },
  texts: {
    title: { zh: '证件住所与证件一致', en: 'The certificate’s address is given as printed' },
    why: {
      zh: '证件住所逐字照抄证件。单位在证件住所所在的省备案；有的省还要求与通信地址在同一个市。',
      en: 'The address is copied word for word. A unit files in the province of its certificate; some provinces want the same city as the mailing address.',
    },
    messages: {
      absent: say({
        zh: () => ['证件住所没有填写，现在的系统都要求填', '照证件上的住所逐字填写'],
        en: () => [
          'The address on the certificate is not filled in; current forms require it',
          'Copy it from the certificate',
        ],
      }),
      placeholder: say({
        zh: () => ['证件住所没有写完整', '照证件上的住所逐字填写，不写“同上”或省略号'],
        en: () => [
          'The address on the certificate is incomplete',
          'Copy it word for word; no “same as above”, no dots',
        ],
      }),
      province: say<Places>({
        zh: (d) => [
          `证件住所在${d.there}，备案却选在${d.here}；单位要在证件住所所在的省备案`,
          `所在省改为${d.there}；分支机构用自己的营业执照备案`,
        ],
        en: (d) => [
          `The certificate’s address is in ${d.there}, the filing in ${d.here}; a unit files where its certificate is from`,
          `File in ${d.there}; a branch files with its own licence`,
        ],
      }),
      city: say<Places>({
        zh: (d) => [
          `证件住所在${d.there}，通信地址在${d.here}；本省要求在同一个市`,
          '通信地址写与证件住所同市的地址',
        ],
        en: (d) => [
          `The certificate’s address is in ${d.there}, the mailing address in ${d.here}; this province requires the same city`,
          'Give a mailing address in the city of the certificate',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 所在省: 浙江, 证件: { 证件类型: 营业执照, 证件住所: 上海市青浦区公园路 99 号 } }',
        says: 'province',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 所在省: 浙江, 所在市: 杭州市, 证件: { 证件类型: 营业执照, 证件住所: 浙江省宁波市海曙区公园路 99 号 } }',
        options: { sameCity: true },
        says: 'city',
      },
      { draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 营业执照 } }', says: 'absent' },
      { draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件住所: 同上 } }', says: 'placeholder' },
    ],
    good: [
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 所在省: 浙江, 证件: { 证件类型: 营业执照, 证件住所: 浙江省杭州市西湖区文三路 90 号 } }',
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature, certificate, province, city } = draft.subject
    if (nature === undefined || certificate.type === undefined) {
      if (certificate.address === undefined) return
    }
    const at = ['subject', 'certificate', 'address'] as const
    const { address } = certificate
    if (address === undefined) return report('absent', { at, atMost: 'warning' })
    if (/^(?:同上|同通信地址|略|无|见证件|[-—/.。…]+)$|…|\.{3}/.test(address.trim()))
      return report('placeholder', { at, atMost: 'warning' })
    const prefix = readRegionPrefix(address)
    if (
      nature !== 'individual' &&
      options.sameProvince &&
      province !== undefined &&
      prefix.province !== undefined &&
      prefix.province !== province
    ) {
      return report('province', {
        at,
        option: 'sameProvince',
        data: { there: prefix.province, here: province },
      })
    }
    if (!options.sameCity || city === undefined || prefix.city === undefined) return
    if (stem(prefix.city) !== stem(city))
      report('city', { at, atMost: 'warning', option: 'sameCity', data: { there: prefix.city, here: city } })
  },
})
