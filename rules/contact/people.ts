// The people of one filing among themselves: one person has one set of papers and numbers, two persons have two.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { canonicalMobile, splitPhones } from '../../src/facts/phones.ts'
import { normaliseNumber } from '../../src/facts/resident-id.ts'
import { peopleOf } from '../people.ts'
import { miit2009 } from '../sources.ts'

interface Options {
  /** Two principals give two emergency phones. */
  emergencyDiffers: boolean
  /** How many different numbers the mobile and emergency boxes of both principals hold, when they are one person. */
  numbersOfOne: number
  /** The same for two persons. */
  numbersOfTwo: number
}

/** A principal as this rule compares them. */
interface Someone {
  readonly at: readonly (string | number)[]
  readonly name: string
  readonly number: string
  readonly mobiles: readonly string[]
  readonly emergency: readonly string[]
}

const numbersOf = (phones: string | undefined): string[] =>
  splitPhones(phones ?? '').map(({ text }) => canonicalMobile(text))

/** The principals whose names are known; an individual's empty principal is the individual. */
function someones(draft: Draft): Someone[] {
  const { nature, name, certificate } = draft.subject
  return peopleOf(draft).flatMap(({ person, at }): Someone[] => {
    const own = nature === 'individual' && at[0] === 'subject'
    const theirs = person.name ?? (own ? name : undefined)
    if (theirs === undefined) return []
    const number = person.certificate.number ?? (own ? certificate.number : undefined) ?? ''
    return [
      {
        at,
        name: theirs.replace(/\s/g, ''),
        number: normaliseNumber(number),
        mobiles: numbersOf(person.mobile),
        emergency: numbersOf(person.emergencyPhone),
      },
    ]
  })
}

export const people = defineRule({
  id: 'contact/people',
  level: 'error',
  sources: [miit2009('负责人', 'principals')],
  options: {
    schema: (z) =>
      z.strictObject({
        emergencyDiffers: z
          .boolean()
          .describe('两位负责人的应急联系电话不同 · Two principals give two emergency phones'),
        numbersOfOne: z
          .number()
          .int()
          .min(0)
          .max(4)
          .describe(
            '主体和网站负责人是同一人时，手机和应急电话共需几个不同的号码；0 为不要求 · How many different numbers the mobiles and emergency phones of both principals hold when they are one person; 0: any',
          ),
        numbersOfTwo: z
          .number()
          .int()
          .min(0)
          .max(4)
          .describe(
            '两位负责人不是同一人时共需几个不同的号码；0 为不要求 · The same for two persons; 0: any',
          ),
      }),
    defaults: { emergencyDiffers: false, numbersOfOne: 0, numbersOfTwo: 0 } satisfies Options as Options,
  },
  texts: {
    title: {
      zh: '同一人信息一致，两个人信息不同',
      en: 'One person has one set of data, two persons have two',
    },
    why: {
      zh: '主体负责人和网站负责人是同一人时，证件和手机要一致；是两个人时，证件号码不同，手机也不应相同。审核按这些号码打电话核实。',
      en: 'Where both principals are one person, papers and mobile agree; two persons have different ones. Reviewers call these numbers.',
    },
    messages: {
      twoPapers: say<{ name: string }>({
        zh: (d) => [`“${d.name}”在两处的证件号码不一样`, '核对证件原件，两处写成一样的'],
        en: (d) => [
          `“${d.name}” has different certificate numbers in two places`,
          'Check the document and write the same number in both places',
        ],
      }),
      twoMobiles: say<{ name: string }>({
        zh: (d) => [`“${d.name}”在两处的手机号码不一样`, '同一人写同一个手机号码'],
        en: (d) => [
          `“${d.name}” has different mobiles in two places`,
          'Write the same mobile in both places',
        ],
      }),
      onePaper: say<{ name: string; other: string }>({
        zh: (d) => [`“${d.name}”与“${d.other}”的证件号码相同`, '两个人各写自己的证件号码'],
        en: (d) => [
          `“${d.name}” and “${d.other}” have the same certificate number`,
          'Write each person’s own number',
        ],
      }),
      oneMobile: say<{ name: string; other: string; mobile: Secret }>({
        zh: (d) => [`“${d.name}”与“${d.other}”的手机号码相同：“${d.mobile}”`, '两个人各写自己的手机号码'],
        en: (d) => [
          `“${d.name}” and “${d.other}” have the same mobile: “${d.mobile}”`,
          'Write each person’s own mobile',
        ],
      }),
      oneEmergency: say<{ emergency: Secret }>({
        zh: (d) => [`两位负责人的应急联系电话相同：“${d.emergency}”`, '本省要求两个应急联系电话不同'],
        en: (d) => [
          `Both principals have the same emergency phone: “${d.emergency}”`,
          'This province requires two different ones',
        ],
      }),
      fewNumbers: say<{ got: number; least: number }>({
        zh: (d) => [
          `手机号码和应急联系电话四栏里只有 ${d.got} 个不同的号码，本省要求至少 ${d.least} 个`,
          '换成另外能联系到的号码',
        ],
        en: (d) => [
          `The mobile and emergency boxes hold ${d.got} different numbers; this province requires ${d.least}`,
          'Give other numbers that are answered',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 证件: { 证件号码: 330106194903070025 } } }
网站信息: { 网站负责人: { 姓名: 沈知秋, 证件: { 证件号码: 330106194903070041 } } }`,
        says: 'twoPapers',
      },
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 手机号码: 13000000001 } }
网站信息: { 网站负责人: { 姓名: 沈知秋, 手机号码: 13000000002 } }`,
        says: 'twoMobiles',
      },
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 证件: { 证件号码: 330106194903070025 } } }
网站信息: { 网站负责人: { 姓名: 顾南屏, 证件: { 证件号码: 330106194903070025 } } }`,
        says: 'onePaper',
      },
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 手机号码: 13000000001 } }
网站信息: { 网站负责人: { 姓名: 顾南屏, 手机号码: 13000000001 } }`,
        says: 'oneMobile',
      },
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 应急联系电话: 13000000003 } }
网站信息: { 网站负责人: { 姓名: 顾南屏, 应急联系电话: 13000000003 } }`,
        options: { emergencyDiffers: true },
        says: 'oneEmergency',
      },
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 手机号码: 13000000001, 应急联系电话: 13000000003 } }
网站信息: { 网站负责人: { 姓名: 顾南屏, 手机号码: 13000000002, 应急联系电话: 13000000003 } }`,
        options: { numbersOfTwo: 4 },
        says: 'fewNumbers',
      },
    ],
    good: [
      {
        draft: `主体信息: { 主体负责人: { 姓名: 沈知秋, 手机号码: 13000000001 } }
网站信息: { 网站负责人: { 姓名: 顾南屏, 手机号码: 13000000002 } }`,
      },
    ],
  },
  check(draft, { report, options }) {
    const [first, ...others] = someones(draft)
    if (first?.at[0] !== 'subject') return
    for (const other of others) {
      // Principals carry the fields of the catalogue's person.
      const at = (...field: string[]) => [...other.at, ...field] as unknown as DraftPath
      const both = first.number !== '' && other.number !== ''
      const shared = other.mobiles.find((mobile) => first.mobiles.includes(mobile))
      if (first.name === other.name) {
        const { name } = first
        if (both && first.number !== other.number)
          report('twoPapers', { at: at('certificate', 'number'), data: { name } })
        if (shared === undefined && first.mobiles.length > 0 && other.mobiles.length > 0)
          report('twoMobiles', { at: at('mobile'), atMost: 'warning', data: { name } })
      } else {
        const names = { name: other.name, other: first.name }
        if (both && first.number === other.number)
          report('onePaper', { at: at('certificate', 'number'), data: names })
        if (shared !== undefined)
          report('oneMobile', {
            at: at('mobile'),
            atMost: 'warning',
            data: { ...names, mobile: secret('phone', shared) },
          })
        const emergency = other.emergency.find((phone) => first.emergency.includes(phone))
        if (options.emergencyDiffers && emergency !== undefined)
          report('oneEmergency', {
            at: at('emergencyPhone'),
            atMost: 'warning',
            option: 'emergencyDiffers',
            data: { emergency: secret('phone', emergency) },
          })
      }
      const option = first.name === other.name ? 'numbersOfOne' : 'numbersOfTwo'
      const boxes = [first.mobiles, first.emergency, other.mobiles, other.emergency]
      const got = new Set(boxes.flat()).size
      if (boxes.every((box) => box.length > 0) && got < options[option])
        report('fewNumbers', {
          at: at('emergencyPhone'),
          atMost: 'warning',
          option,
          data: { got, least: options[option] },
        })
    }
  },
})
