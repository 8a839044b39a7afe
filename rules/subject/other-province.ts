// An individual who files in another province than the one on the identity card.
import { defineRule, say } from '../../src/engine/rule.ts'
import { provinceToday } from '../../src/facts/regions.ts'
import { normaliseNumber, readResidentId } from '../../src/facts/resident-id.ts'
import { miit2009 } from '../sources.ts'

interface Options {
  /** What the province asks of people from elsewhere; `unknown` where no source says it. */
  policy: 'allowed' | 'residence-permit' | 'refused' | 'unknown'
  /** Whether foreigners may file as individuals. */
  foreigners: 'unknown' | 'refused'
}

interface Provinces {
  readonly home: string
  readonly filing: string
  readonly [key: string]: string
}

export const otherProvince = defineRule({
  id: 'subject/other-province',
  level: 'error',
  sources: [miit2009('主办单位所在地', 'place of the sponsor')],
  options: {
    schema: (z) =>
      z.strictObject({
        policy: z
          .enum(['allowed', 'residence-permit', 'refused', 'unknown'])
          .describe(
            '外省身份证：可以、要居住证、不可以、没有出处说明 · Cards of other provinces: taken, taken with a residence permit, refused, or no source says it',
          ),
        foreigners: z
          .enum(['unknown', 'refused'])
          .describe('外国人能否以个人备案 · Whether foreigners may file as individuals'),
      }),
    defaults: { policy: 'unknown', foreigners: 'unknown' } satisfies Options as Options,
  },
  texts: {
    title: { zh: '外省身份证能否在本省备案', en: 'Filing with an identity card of another province' },
    why: {
      zh: '身份证前两位是户籍所在省。有的省不接受外省身份证的个人备案，有的要居住证，有的不限。',
      en: 'The first two digits of an identity number name its province. Some provinces accept no individuals from elsewhere, some require a residence permit, some do not mind.',
    },
    messages: {
      refused: say<Provinces>({
        zh: (d) => [
          `身份证号码属于${d.home}，在${d.filing}备案；${d.filing}不接受外省身份证的个人备案`,
          `所在省改为${d.home}，或由当地身份证的人、本地单位备案`,
        ],
        en: (d) => [
          `The identity number is of ${d.home} and the filing is in ${d.filing}, which does not accept individuals from other provinces`,
          `File in ${d.home}, or let somebody with a local card or a local unit file`,
        ],
      }),
      permit: say<Provinces>({
        zh: (d) => [
          `身份证号码属于${d.home}，在${d.filing}备案要上传居住证等证明`,
          '准备好有效期内的居住证；没有就在户籍所在省备案',
        ],
        en: (d) => [
          `The identity number is of ${d.home}; ${d.filing} requires a residence permit or similar proof`,
          'Have a valid residence permit ready, or file in the province of the card',
        ],
      }),
      foreigner: say<{ filing: string }>({
        zh: (d) => [`${d.filing}不接受外国人以个人名义备案`, '由单位备案，或在接受的省备案'],
        en: (d) => [
          `${d.filing} takes no filing of a foreigner as an individual`,
          'Let a unit file, or file in a province that takes it',
        ],
      }),
      unknown: say<Provinces>({
        zh: (d) => [
          `身份证号码属于${d.home}，在${d.filing}备案；不少省要求居住证`,
          '提交前向接入商问清是否接受、要哪些证明',
        ],
        en: (d) => [
          `The identity number is of ${d.home} and the filing is in ${d.filing}; many provinces require a residence permit`,
          'Ask the host what is needed before submitting',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 主办单位性质: 个人, 所在省: 河北, 证件: { 证件类型: 护照, 证件号码: AB123456 } }',
        options: { foreigners: 'refused' },
        says: 'foreigner',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 所在省: 上海, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070025 } }',
        says: 'unknown',
      },
    ],
    good: [
      // 开县 lay in 四川 when the number was given out.
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 所在省: 重庆, 证件: { 证件类型: 居民身份证, 证件号码: 512222194903070026 } }',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 所在省: 浙江, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070025 } }',
      },
    ],
  },
  check(draft, { report, options, world }) {
    const { nature, province, certificate } = draft.subject
    if (nature !== 'individual' || province === undefined) return
    const { type } = certificate
    const foreign = type === 'passport' || type === 'foreign-permanent-resident-id'
    if (foreign && options.foreigners === 'refused')
      report('foreigner', {
        at: ['subject', 'certificate', 'type'],
        option: 'foreigners',
        data: { filing: province },
      })
    if (options.policy === 'allowed') return
    if (type !== undefined && type !== 'resident-id') return
    const number = normaliseNumber(certificate.number ?? '')
    if (readResidentId(number, world.today).kind !== 'valid') return
    const home = provinceToday(number)
    if (home === undefined || home === province) return
    const finding = {
      at: ['subject', 'certificate', 'number'],
      option: 'policy',
      data: { home, filing: province },
    } as const
    if (options.policy === 'refused') report('refused', finding)
    else if (options.policy === 'residence-permit') report('permit', { ...finding, atMost: 'warning' })
    else report('unknown', { ...finding, atMost: 'info' })
  },
})
