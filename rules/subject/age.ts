// The age of the people of a filing, read off their identity numbers.
import { defineRule, say } from '../../src/engine/rule.ts'
import { normaliseNumber, readResidentId } from '../../src/facts/resident-id.ts'
import { certificatesOf } from '../people.ts'
import { miit2009 } from '../sources.ts'

interface Options {
  /** Youngest individual that the province lets file, in years. */
  individual: number
  /** Youngest principal of a unit. */
  unit: number
  /** Below this age a proof of income or work is asked for. */
  proofUnder: number
  /** Below this age a guardian files for an individual, and no proof of income is asked for; 0 for none. */
  guardianUnder: number
  /** Oldest principal of a unit's website; 0 for none. */
  oldest: number
}

export const age = defineRule({
  id: 'subject/age',
  level: 'error',
  sources: [miit2009('主体负责人', 'principals')],
  options: {
    schema: (z) => {
      const years = z.number().int().min(0)
      return z.strictObject({
        individual: years.describe('个人备案的最小年龄，岁 · Youngest individual that may file, in years'),
        unit: years.describe('单位负责人的最小年龄，岁 · Youngest principal of a unit, in years'),
        proofUnder: years.describe(
          '不到这个年龄要另交收入或工作证明，岁 · Below this age a proof of income or work is asked for, in years',
        ),
        guardianUnder: years.describe(
          '不到这个年龄的个人由监护人办理，岁；0 为没有 · Below this age a guardian files for an individual, in years; 0: none',
        ),
        oldest: years.describe(
          '单位网站负责人的最大年龄，岁；0 为不限 · Oldest principal of a unit’s website, in years; 0: no limit',
        ),
      })
    },
    defaults: {
      individual: 16,
      unit: 16,
      proofUnder: 18,
      guardianUnder: 0,
      oldest: 0,
    } satisfies Options as Options,
  },
  texts: {
    title: { zh: '主办者和负责人达到规定的年龄', en: 'The people of a filing have the required age' },
    why: {
      zh: '多数省要求主办者和负责人年满 18 周岁，少数省为 16 或 17 周岁并要求收入或工作证明。年龄按身份证号码计算。',
      en: 'Most provinces want people of 18 or older, some of 16 or 17 with proof of income or work. The age is reckoned from the identity number.',
    },
    messages: {
      young: say<{ age: number; least: number }>({
        zh: (d) => [
          `按身份证号码计算是 ${d.age} 周岁，不到 ${d.least} 周岁`,
          `由年满 ${d.least} 周岁的人担任主办者或负责人；未成年人由监护人办理`,
        ],
        en: (d) => [
          `By the identity number the person is ${d.age}; ${d.least} is the minimum`,
          `Let somebody of ${d.least} or older file; a guardian files for a minor`,
        ],
      }),
      proof: say<{ age: number; under: number }>({
        zh: (d) => [
          `按身份证号码计算是 ${d.age} 周岁，不满 ${d.under} 周岁要附收入或工作证明`,
          '提交时一并上传证明，并在备注里说明',
        ],
        en: (d) => [
          `By the identity number the person is ${d.age}; below ${d.under} proof of income or work is required`,
          'Upload the proof with the filing and mention it in the remark',
        ],
      }),
      guardian: say<{ age: number; under: number }>({
        zh: (d) => [
          `按身份证号码计算是 ${d.age} 周岁，不满 ${d.under} 周岁由监护人办理`,
          '附监护人的身份证，在备注里写明亲属关系',
        ],
        en: (d) => [
          `By the identity number the person is ${d.age}; below ${d.under} a guardian files`,
          'Add the guardian’s card and tell the kinship in the remark',
        ],
      }),
      old: say<{ age: number; oldest: number }>({
        zh: (d) => [
          `网站负责人按身份证号码计算是 ${d.age} 周岁，超过 ${d.oldest} 周岁`,
          '由在职人员担任网站负责人',
        ],
        en: (d) => [
          `By the identity number the website’s principal is ${d.age}; ${d.oldest} is the upper limit`,
          'Name somebody who works for the unit',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 居民身份证, 证件号码: 330106201501010022 } }',
        says: 'young',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 居民身份证, 证件号码: 330106201501010022 } }',
        options: { individual: 8, guardianUnder: 18 },
        says: 'guardian',
      },
    ],
    good: [
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070025 } }',
      },
    ],
  },
  check(draft, { report, options, world }) {
    const individual = draft.subject.nature === 'individual'
    const told = new Set<string>()
    for (const { certificate, at } of certificatesOf(draft)) {
      if (certificate.type !== undefined && certificate.type !== 'resident-id') continue
      const number = normaliseNumber(certificate.number ?? '')
      const reading = readResidentId(number, world.today)
      if (reading.kind !== 'valid') continue
      const { age } = reading
      const least = individual ? options.individual : options.unit
      const option = individual ? 'individual' : 'unit'
      const place = [...at, 'number'] as const
      // A person in two places is told once; only the age of a website's principal has an upper limit.
      const again = told.has(number)
      told.add(number)
      if (again && age < Math.max(least, options.proofUnder, options.guardianUnder)) continue
      if (age < least) report('young', { at: place, option, data: { age, least } })
      else if (individual && age < options.guardianUnder)
        report('guardian', {
          at: place,
          atMost: 'warning',
          option: 'guardianUnder',
          data: { age, under: options.guardianUnder },
        })
      else if (age < options.proofUnder)
        report('proof', {
          at: place,
          atMost: 'warning',
          option: 'proofUnder',
          data: { age, under: options.proofUnder },
        })
      else if (options.oldest > 0 && age > options.oldest && at[0] === 'websites' && !individual)
        report('old', { at: place, option: 'oldest', data: { age, oldest: options.oldest } })
    }
  },
})
