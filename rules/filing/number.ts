// The number of a filing that exists: its form, and the province it was given in.
import { defineRule, say } from '../../src/engine/rule.ts'
import { findLicences, provinceOfLetter, readFilingNumber } from '../../src/facts/filing-number.ts'
import { miitInterface } from '../sources.ts'

interface Written {
  readonly number: string
  readonly [key: string]: string
}

const sample = '例如“京ICP备10000001号”'

export const filingNumber = defineRule({
  id: 'filing/number',
  level: 'error',
  sources: [miitInterface('1046')],
  texts: {
    title: { zh: '备案号写得对，与所在省一致', en: 'The filing number is right and of the province' },
    why: {
      zh: '新增、变更按备案号找到原来的备案；号码不对就找不到，变更也不能改所在省。',
      en: 'Additions and changes find the filing by its number; a wrong one finds nothing, and a change may not alter the province.',
    },
    messages: {
      none: say<Written>({
        zh: (d) => [`“${d.number}”不是备案号`, `写主体备案号，${sample}`],
        en: (d) => [
          `“${d.number}” is no filing number`,
          'Write the number of the filing, such as 京ICP备10000001号',
        ],
      }),
      licence: say<Written>({
        zh: (d) => [`“${d.number}”是经营许可证号，不是备案号`, `写主体备案号，${sample}`],
        en: (d) => [
          `“${d.number}” is the number of a licence for paid services, not of a filing`,
          'Write the number of the filing, such as 京ICP备10000001号',
        ],
      }),
      spelling: say<Written & { better: string }>({
        zh: (d) => [`备案号“${d.number}”的写法不规范`, `写成“${d.better}”`],
        en: (d) => [`The filing number “${d.number}” is not in its usual form`, `Write “${d.better}”`],
      }),
      otherProvince: say<Written & { there: string; province: string }>({
        zh: (d) => [
          `备案号“${d.number}”是${d.there}的，所在省却是“${d.province}”`,
          '核对备案号和所在省；换省不能变更，要先注销再重新备案',
        ],
        en: (d) => [
          `The filing number “${d.number}” is of ${d.there}, but the province is “${d.province}”`,
          'Check both; a change cannot alter the province: cancel and file anew',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: 'filing: { type: change, number: 12345 }', says: 'none' },
      { draft: 'filing: { type: change, number: 京ICP证030173号 }', says: 'licence' },
      {
        draft: 'filing: { type: change, number: 浙icp备 10000001号 }',
        says: 'spelling',
        fixed: 'filing: { type: change, number: 浙ICP备10000001号 }',
      },
      {
        draft: 'filing: { type: change, number: 沪ICP备10000001号 }\nsubject: { province: 浙江 }',
        says: 'otherProvince',
      },
    ],
    good: [{ draft: 'filing: { type: change, number: 浙ICP备10000001号-1 }\nsubject: { province: 浙江 }' }],
  },
  check(draft, { report, world }) {
    const { number } = draft.filing
    if (number === undefined) return
    const at = ['filing', 'number'] as const
    const reading = readFilingNumber(number, world.today)
    if (reading?.canonical === undefined || reading.faults.includes('year')) {
      const message = reading === undefined && findLicences(number).length > 0 ? 'licence' : 'none'
      return report(message, { at, data: { number } })
    }
    const { canonical: better, letter = '', faults } = reading
    // Apps and mini programs have an A or X of their own at the end.
    if (better !== number && !faults.includes('app'))
      report('spelling', {
        at,
        atMost: 'warning',
        data: { number, better },
        fix: {
          safety: faults.includes('letter') ? 'suggested' : 'safe',
          edits: [{ op: 'set', path: at, value: better }],
        },
      })
    const there = provinceOfLetter(letter)
    const { province } = draft.subject
    if (there !== undefined && province !== undefined && there.id !== province)
      report('otherProvince', {
        at,
        returnCode: 1046,
        atMost: 'warning',
        data: { number, there: there.zh, province },
      })
  },
})
