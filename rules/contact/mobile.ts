// Mobiles and emergency phones: eleven digits, a prefix that exists, not made up, and two different numbers.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import {
  canonicalLandline,
  canonicalMobile,
  readLandline,
  readMobile,
  splitPhones,
} from '../../src/facts/phones.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Options {
  /** The emergency phone is another number than the mobile. */
  emergencyDiffers: boolean
}

interface Mobile {
  readonly mobile: Secret
  readonly emergency: boolean
  readonly [key: string]: Secret | boolean
}

const real = {
  zh: '填写本人正在使用的手机号码',
  en: 'Write the mobile that the person uses',
} as const
const label = (emergency: boolean) =>
  emergency ? { zh: '应急联系电话', en: 'emergency phone' } : { zh: '手机号码', en: 'mobile' }

const messages = {
  length: say<{ mobile: Secret; emergency: boolean; got: number }>({
    zh: (d) => [
      `${label(d.emergency).zh}“${d.mobile}”有 ${d.got} 位，手机号码是 11 位`,
      '核对号码，补上漏写的或去掉多写的数字',
    ],
    en: (d) => [
      `The ${label(d.emergency).en} “${d.mobile}” has ${d.got} digits; mobiles have 11`,
      'Check for a missing or extra digit',
    ],
  }),
  landline: say<Mobile>({
    zh: (d) => [`“${d.mobile}”不是手机号码`, '固定电话写在办公电话一栏，这里写手机号码'],
    en: (d) => [
      `“${d.mobile}” is not a mobile number`,
      'A landline belongs to the office phone; write a mobile here',
    ],
  }),
  emergencyLandline: say<{ mobile: Secret }>({
    zh: (d) => [`应急联系电话“${d.mobile}”不是完整的固定电话号码`, '写手机号码，或写“区号-号码”'],
    en: (d) => [
      `The emergency phone “${d.mobile}” is not a complete landline number`,
      'Write a mobile, or “area code-number”',
    ],
  }),
  'unknown-prefix': say<Mobile>({
    zh: (d) => [`“${d.mobile}”的号段不在 2022 年的号段表里`, '核对号码；新放的号段可以忽略这一条'],
    en: (d) => [
      `The prefix of “${d.mobile}” is not among those issued by 2022`,
      'Check the number; ignore this for a prefix issued later',
    ],
  }),
  'data-card': say<Mobile>({
    zh: (d) => [`“${d.mobile}”是物联网卡号码，收不到核验短信`, real.zh],
    en: (d) => [`“${d.mobile}” is the number of a data card; it gets no confirmation messages`, real.en],
  }),
  satellite: say<Mobile>({
    zh: (d) => [`“${d.mobile}”是卫星或应急专用号码`, real.zh],
    en: (d) => [`“${d.mobile}” is a satellite or emergency number`, real.en],
  }),
  fake: say<Mobile>({
    zh: (d) => [`${label(d.emergency).zh}“${d.mobile}”像是占位的号码`, '填写能接通的真实号码'],
    en: (d) => [
      `The ${label(d.emergency).en} “${d.mobile}” looks made up`,
      'Write a real number that is answered',
    ],
  }),
  characters: say<Mobile>({
    zh: (d) => [`${label(d.emergency).zh}“${d.mobile}”里有数字以外的内容`, '只写 11 位数字'],
    en: (d) => [
      `The ${label(d.emergency).en} “${d.mobile}” has something other than digits in it`,
      'Write the 11 digits only',
    ],
  }),
  sameAsEmergency: say<{ mobile: Secret }>({
    zh: (d) => [`应急联系电话与手机号码相同：“${d.mobile}”`, '应急联系电话写另一个能联系到的号码'],
    en: (d) => [
      `The emergency phone is the mobile itself: “${d.mobile}”`,
      'Write another number that is answered',
    ],
  }),
  spelling: say<Mobile>({
    zh: (d) => [
      `${label(d.emergency).zh}“${d.mobile}”里有空格、国家代码、全角数字或别的符号`,
      '只写数字，几个号码之间用“;”隔开',
    ],
    en: (d) => [
      `The ${label(d.emergency).en} “${d.mobile}” has spaces, a country code, full-width digits or other signs`,
      'Write the digits only, with “;” between several numbers',
    ],
  }),
}

type Tools = Context<typeof messages, Record<never, never>, Options>

export const mobile = defineRule({
  id: 'contact/mobile',
  level: 'error',
  sources: [guideStep(2), miitInterface('Fzr_sjhm, 1011')],
  returnCode: 1011,
  options: {
    schema: (z) =>
      z.strictObject({
        emergencyDiffers: z
          .boolean()
          .describe('应急联系电话不能与手机号码相同 · The emergency phone is another number than the mobile'),
      }),
    defaults: { emergencyDiffers: true },
  },
  texts: {
    title: { zh: '手机号码真实、可用', en: 'Mobiles are real and in use' },
    why: {
      zh: '核验短信和审核电话都打到这个号码；收不到就无法通过。应急联系电话用来找不到本人时联系，要另写一个。',
      en: 'Confirmation messages and calls go to this number. The emergency phone is for when it is not answered, so it is another one.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主体负责人: { 手机号码: 13800138000 } }', says: 'fake' },
      { draft: '主体信息: { 主体负责人: { 手机号码: 1300000001 } }', says: 'length' },
      { draft: '主体信息: { 主体负责人: { 手机号码: 010-60000001 } }', says: 'landline' },
      {
        draft: '主体信息: { 主体负责人: { 手机号码: 13000000001, 应急联系电话: 13000000001 } }',
        says: 'sameAsEmergency',
      },
      {
        draft: '主体信息: { 主体负责人: { 手机号码: +86 130-0000-0001 } }',
        says: 'spelling',
        fixed: '主体信息: { 主体负责人: { 手机号码: 13000000001 } }',
      },
    ],
    good: [{ draft: '主体信息: { 主体负责人: { 手机号码: 13000000001, 应急联系电话: 13000000002 } }' }],
  },
  check(draft, tools) {
    for (const { person, at } of peopleOf(draft)) {
      const { mobile, emergencyPhone } = person
      if (mobile !== undefined) checkField(mobile, [...at, 'mobile'], tools)
      if (emergencyPhone === undefined) continue
      checkField(emergencyPhone, [...at, 'emergencyPhone'], tools)
      if (mobile === undefined || !tools.options.emergencyDiffers) continue
      const mobiles = splitPhones(mobile).map(({ text }) => canonicalMobile(text))
      for (const { text, from, to } of splitPhones(emergencyPhone)) {
        if (!mobiles.includes(canonicalMobile(text))) continue
        const where = { at: [...at, 'emergencyPhone'], slice: [from, to] } as const
        tools.report('sameAsEmergency', { ...where, data: { mobile: secret('phone', text) } })
      }
    }
  },
})

function checkField(written: string, at: DraftPath, { report }: Tools): void {
  // Nearly every field ends here: there is nothing to cut, and nothing to write otherwise.
  if (/^1\d{10}$/.test(written) && readMobile(written).kind === 'ok') return
  const emergency = at.at(-1) === 'emergencyPhone'
  const canonical: string[] = []
  let faults = 0
  for (const { text, from, to } of splitPhones(written)) {
    const where = { at, slice: [from, to] as const }
    const data = { mobile: secret('phone', text), emergency }
    const reading = readMobile(text)
    const landline = emergency && reading.kind === 'landline' ? readLandline(text) : undefined
    canonical.push(landline?.kind === 'ok' ? canonicalLandline(landline) : canonicalMobile(text))
    if (reading.kind === 'ok' || landline?.kind === 'ok') continue
    if (reading.kind === 'unknown-prefix') {
      report('unknown-prefix', { ...where, atMost: 'warning', data })
      continue
    }
    faults++
    if (landline?.kind === 'fake') report('fake', { ...where, data })
    else if (landline !== undefined) report('emergencyLandline', { ...where, atMost: 'warning', data })
    else if (reading.kind === 'length') report('length', { ...where, data: { ...data, got: reading.got } })
    else report(reading.kind, { ...where, data })
  }
  const fixed = canonical.join(';')
  // A landline without its dashes is usual and left alone.
  if (faults > 0 || fixed === written || (emergency && fixed.replaceAll('-', '') === written)) return
  const fix = { safety: 'safe', edits: [{ op: 'set', path: at, value: fixed }] } as const
  report('spelling', { at, atMost: 'warning', data: { mobile: secret('phone', written), emergency }, fix })
}
