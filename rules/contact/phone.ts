// Office phones: the area code exists and is that of the sponsor's province, the number has the right length.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import {
  canonicalLandline,
  canonicalMobile,
  type LandlineReading,
  readLandline,
  readMobile,
  splitPhones,
} from '../../src/facts/phones.ts'
import { findRegion } from '../../src/facts/regions.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Options {
  /** Whether the area code has to be one of the sponsor's province. */
  province: 'same' | 'any'
  /** A mobile may stand in the field of the office phone. */
  mobile: 'allow' | 'refuse'
}

interface Phone {
  readonly phone: Secret
  readonly [key: string]: Secret
}

const form = {
  zh: '写成“区号-号码”；有分机时写成“区号-号码-分机”，几个号码之间用“;”隔开',
  en: 'Write “area code-number”, or “area code-number-extension”, with “;” between several numbers',
} as const
const real = { zh: '填写能接通的真实号码', en: 'Write a real number that is answered' } as const

const messages = {
  'no-area-code': say<Phone>({
    zh: (d) => [`办公电话“${d.phone}”没有区号`, form.zh],
    en: (d) => [`The office phone “${d.phone}” has no area code`, form.en],
  }),
  'unknown-area-code': say<{ phone: Secret; areaCode: string }>({
    zh: (d) => [`办公电话“${d.phone}”的区号 ${d.areaCode} 不存在`, '核对区号'],
    en: (d) => [`The area code ${d.areaCode} of “${d.phone}” does not exist`, 'Check the area code'],
  }),
  otherProvince: say<{ phone: Secret; areaCode: string; cities: string; there: string; province: string }>({
    zh: (d) => [
      `办公电话“${d.phone}”的区号 ${d.areaCode} 属于${d.there}${d.cities}，主办单位所在省是“${d.province}”`,
      '填写本省的办公电话；确实使用外省号码的，先问接入商',
    ],
    en: (d) => [
      `The area code ${d.areaCode} of “${d.phone}” is of ${d.there} ${d.cities}, but the sponsor is in “${d.province}”`,
      'Write a phone of that province, or ask the host first',
    ],
  }),
  length: say<{ phone: Secret; areaCode: string; expected: string; got: number }>({
    zh: (d) => [`区号 ${d.areaCode} 的本地号码应为 ${d.expected} 位，“${d.phone}”有 ${d.got} 位`, '核对号码'],
    en: (d) => [
      `Local numbers of ${d.areaCode} have ${d.expected} digits; “${d.phone}” has ${d.got}`,
      'Check the number',
    ],
  }),
  'no-zero': say<Phone>({
    zh: (d) => [`“${d.phone}”的区号前面少了 0`, '补上 0；表格软件会吃掉开头的 0'],
    en: (d) => [`The area code in “${d.phone}” lacks its leading 0`, 'Put the 0 back; spreadsheets drop it'],
  }),
  'first-digit': say<Phone>({
    zh: (d) => [`“${d.phone}”的本地号码以 0、1 或 9 开头，固定电话没有这样的号码`, real.zh],
    en: (d) => [`The local number in “${d.phone}” begins with 0, 1 or 9; landlines do not`, real.en],
  }),
  fake: say<Phone>({
    zh: (d) => [`办公电话“${d.phone}”像是占位的号码`, real.zh],
    en: (d) => [`The office phone “${d.phone}” looks made up`, real.en],
  }),
  'service-number': say<Phone>({
    zh: (d) => [`“${d.phone}”是客服号码（400、800、95…），审核电话打不到负责人`, '填写负责人的办公电话'],
    en: (d) => [
      `“${d.phone}” is a service number (400, 800, 95…); reviewers call the principal`,
      'Write the principal’s office phone',
    ],
  }),
  mobile: say<Phone>({
    zh: (d) => [`办公电话一栏写了手机号码“${d.phone}”`, form.zh],
    en: (d) => [`“${d.phone}” in the field of the office phone is a mobile`, form.en],
  }),
  badMobile: say<Phone>({
    zh: (d) => [`办公电话一栏的手机号码“${d.phone}”不对`, real.zh],
    en: (d) => [`The mobile “${d.phone}” in the field of the office phone is not right`, real.en],
  }),
  abroad: say<Phone>({
    zh: (d) => [`办公电话“${d.phone}”不是内地的号码`, '填写内地的办公电话，审核时会打电话核实'],
    en: (d) => [
      `The office phone “${d.phone}” is not one of the mainland`,
      'Write a phone in the mainland; reviewers call it',
    ],
  }),
  characters: say<Phone>({
    zh: (d) => [`办公电话“${d.phone}”里有不是电话号码的内容`, form.zh],
    en: (d) => [`The office phone “${d.phone}” contains something that is not a phone number`, form.en],
  }),
  spelling: say<{ phone: Secret; fixed: Secret }>({
    zh: (d) => [`办公电话“${d.phone}”的写法不规范`, form.zh],
    en: (d) => [`The office phone “${d.phone}” is not in the usual form`, form.en],
  }),
}

const reminders = {
  answered: say({
    zh: () => ['电话、手机有人接听，邮箱能收到信'],
    en: () => ['Phones and mobiles are answered, the mailbox is read'],
  }),
}

type Tools = Context<typeof messages, typeof reminders, Options>

export const phone = defineRule({
  id: 'contact/phone',
  level: 'error',
  sources: [guideStep(2), miitInterface('Fzr_dhhm, 1010')],
  returnCode: 1010,
  options: {
    schema: (z) =>
      z.strictObject({
        province: z
          .enum(['same', 'any'])
          .describe(
            '区号要不要是主办单位所在省的 · Whether the area code has to be one of the sponsor’s province',
          ),
        mobile: z
          .enum(['allow', 'refuse'])
          .describe(
            '办公电话一栏能不能填手机号 · Whether a mobile may stand in the field of the office phone',
          ),
      }),
    defaults: { province: 'same', mobile: 'allow' } satisfies Options as Options,
  },
  texts: {
    title: { zh: '办公电话真实、完整', en: 'Office phones are real and complete' },
    why: {
      zh: '审核时会打办公电话核实；区号、位数不对的号码由系统直接退回。',
      en: 'Reviewers call the office phone; the system returns numbers of a wrong area code or length.',
    },
    messages,
    reminders,
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主体负责人: { 办公电话: 010-00000000 } }', says: 'fake' },
      { draft: '主体信息: { 主体负责人: { 办公电话: 80000002 } }', says: 'no-area-code' },
      {
        draft: '主体信息: { 主体负责人: { 办公电话: 571-80000002 } }',
        says: 'no-zero',
        fixed: '主体信息: { 主体负责人: { 办公电话: 0571-80000002 } }',
      },
      { draft: '主体信息: { 主体负责人: { 办公电话: +852-20000002 } }', says: 'abroad' },
      { draft: '主体信息: { 所在省: 四川, 主体负责人: { 办公电话: 0571-80000002 } }', says: 'otherProvince' },
      {
        draft: '主体信息: { 所在省: 浙江, 主体负责人: { 办公电话: （0571）80000002转8001 } }',
        says: 'spelling',
        fixed: '主体信息: { 所在省: 浙江, 主体负责人: { 办公电话: 0571-80000002-8001 } }',
      },
    ],
    good: [{ draft: '主体信息: { 所在省: 浙江, 主体负责人: { 办公电话: 0571-80000002-8001 } }' }],
  },
  check(draft, tools) {
    let some = false
    const province = provinceOf(draft)
    for (const { person, at } of peopleOf(draft)) {
      if (person.phone !== undefined || person.mobile !== undefined || person.email !== undefined) some = true
      if (person.phone !== undefined) checkField(person.phone, [...at, 'phone'], province, tools)
    }
    if (some) tools.remind('answered')
  },
})

/** Behind another country code than 86: Hong Kong, Macao, Taiwan and farther. */
const isAbroad = (text: string): boolean => /^(?:[+＋]|00)\s?(?!86)\d/.test(text.trim())

/** The sponsor's province; the one of the city where the two differ, which subject/address-region tells. */
function provinceOf({ subject: { province, city } }: Draft): string | undefined {
  if (city === undefined || province === undefined) return province
  const places = [...findRegion(city, 'city'), ...findRegion(city, 'county')]
  return places.some((place) => place.province === province) ? province : (places[0]?.province ?? province)
}

function checkField(written: string, at: DraftPath, province: string | undefined, tools: Tools): void {
  const canonical: (string | undefined)[] = []
  for (const piece of splitPhones(written)) {
    const reading = readLandline(piece.text)
    tell(reading, piece.text, { at, slice: [piece.from, piece.to], whole: written }, province, tools)
    canonical.push(canonicalOf(reading, piece.text))
  }
  if (canonical.includes(undefined)) return
  const fixed = canonical.join(';')
  if (fixed === written) return
  // Other separators than the form's and other spellings keep the meaning. A bare 01060000001 is usual and left alone,
  // and so is 086-010-60000001, as some consoles want it.
  const usual = [fixed.replaceAll('-', ''), canonical.map((number) => `086-${number}`).join(';')]
  if (usual.includes(written)) return
  const fix = { safety: 'safe', edits: [{ op: 'set', path: at, value: fixed }] } as const
  tools.report('spelling', {
    at,
    atMost: 'warning',
    data: { phone: secret('phone', written), fixed: secret('phone', fixed) },
    fix,
  })
}

/** Undefined where there is a worse fault than the spelling. */
function canonicalOf(reading: LandlineReading, text: string): string | undefined {
  if (reading.kind === 'ok') return canonicalLandline(reading)
  return reading.kind === 'mobile' ? canonicalMobile(text) : undefined
}

interface Where {
  readonly at: DraftPath
  readonly slice: readonly [number, number]
  /** The whole field, of which the number is a part. */
  readonly whole: string
}

function tell(
  reading: LandlineReading,
  text: string,
  { whole, ...where }: Where,
  province: string | undefined,
  { report, options }: Tools,
): void {
  const phone = secret('phone', text)
  switch (reading.kind) {
    case 'ok': {
      const { areaCode, cities, province: there } = reading
      if (options.province === 'any' || province === undefined || province === there) return
      const city = cities === there ? '' : cities
      return report('otherProvince', {
        ...where,
        atMost: 'warning',
        data: { phone, areaCode, cities: city, there, province },
      })
    }
    case 'unknown-area-code':
      if (isAbroad(text)) return report('abroad', { ...where, data: { phone } })
      return report('unknown-area-code', { ...where, data: { phone, areaCode: reading.areaCode } })
    case 'length':
      return report('length', {
        ...where,
        data: { phone, areaCode: reading.areaCode, expected: reading.expected, got: reading.got },
      })
    case 'no-zero': {
      const alone = where.slice[0] === 0 && text.length === whole.trim().length
      const edits = [{ op: 'set', path: where.at, value: reading.fixed }] as const
      return report('no-zero', {
        ...where,
        data: { phone },
        ...(alone && { fix: { safety: 'suggested', edits } as const }),
      })
    }
    case 'mobile':
      if (options.mobile === 'refuse') report('mobile', { ...where, data: { phone } })
      else if (readMobile(canonicalMobile(text)).kind === 'fake')
        report('badMobile', { ...where, data: { phone } })
      return
    case 'service-number':
      return report('service-number', { ...where, atMost: 'warning', data: { phone } })
    case 'characters':
      return report(isAbroad(text) ? 'abroad' : 'characters', { ...where, data: { phone } })
    case 'no-area-code':
    case 'first-digit':
    case 'fake':
      return report(reading.kind, { ...where, data: { phone } })
  }
}
