// The filing number is written as it was given.
import { defineRule, say } from '../../src/engine/rule.ts'
import type { NumberFault } from '../../src/facts/filing-number.ts'
import { documents } from '../../src/profile/documents.ts'
import { guideStep } from '../sources.ts'

/** Ways to write it otherwise that leave no doubt what is meant. */
const ways: Partial<Record<NumberFault, { zh: string; en: string }>> = {
  case: { zh: 'ICP 要大写', en: 'ICP is in capitals' },
  width: { zh: '用了全角字符', en: 'there are full-width characters' },
  spaces: { zh: '中间有空格', en: 'there are spaces' },
  words: { zh: '应写“备”和“号”', en: 'the words are 备 and 号' },
  'no-hao': { zh: '少“号”字', en: '号 is missing' },
  dash: { zh: '网站序号前用半角的“-”', en: 'a plain hyphen stands before the website’s number' },
}

const messages = {
  written: say<{ text: string; canonical: string; faults: readonly NumberFault[] }>({
    zh: (d) => [
      `备案号“${d.text}”写法不规范：${d.faults.flatMap((fault) => ways[fault]?.zh ?? []).join('，')}`,
      `写成“${d.canonical}”`,
    ],
    en: (d) => [
      `The number “${d.text}” is not written as given: ${d.faults.flatMap((fault) => ways[fault]?.en ?? []).join(', ')}`,
      `Write “${d.canonical}”`,
    ],
  }),
  letter: say<{ text: string; canonical: string }>({
    zh: (d) => [
      `备案号“${d.text}”开头的省份简称不对`,
      `备案号里这个省写作“${d.canonical.charAt(0)}”：${d.canonical}`,
    ],
    en: (d) => [
      `The number “${d.text}” begins with a letter that filing numbers do not have`,
      `This province is “${d.canonical.charAt(0)}” there: ${d.canonical}`,
    ],
  }),
  noLetter: say<{ text: string }>({
    zh: (d) => [`备案号“${d.text}”前面没有省份简称`, '照通过时给的号码写，例如“浙ICP备10000001号-1”'],
    en: (d) => [
      `The number “${d.text}” has no province in front`,
      'Copy it as given, such as “浙ICP备10000001号-1”',
    ],
  }),
  digits: say<{ text: string; count: number }>({
    zh: (d) => [`备案号“${d.text}”有 ${d.count} 位数字，应是 8 位或 10 位`, '照通过时给的号码逐位核对'],
    en: (d) => [
      `The number “${d.text}” has ${d.count} digits; it has 8 or 10`,
      'Compare it digit by digit with the one given',
    ],
  }),
  year: say<{ text: string }>({
    zh: (d) => [`备案号“${d.text}”开头的年份不对`, '8 位的以年份后两位开头，10 位的以四位年份开头'],
    en: (d) => [
      `The number “${d.text}” begins with no possible year`,
      'Eight digits begin with two of the year, ten with all four',
    ],
  }),
  sample: say<{ text: string }>({
    zh: (d) => [`“${d.text}”是样例，不是真的备案号`, '换成自己的备案号'],
    en: (d) => [`“${d.text}” is a sample, not a real number`, 'Put your own number there'],
  }),
  app: say<{ text: string }>({
    zh: (d) => [`“${d.text}”是 App 或小程序的备案号`, '网站写网站自己的备案号'],
    en: (d) => [`“${d.text}” is the number of an app or mini program`, 'A website shows its own number'],
  }),
}

export const numberFormat = defineRule({
  id: 'site/number-format',
  level: 'error',
  sources: [guideStep(6), documents['huawei-2026']],
  texts: {
    title: { zh: '备案号书写正确', en: 'The filing number is written right' },
    why: {
      zh: '备案号由省份简称、“ICP备”、8 位或 10 位数字、“号”和网站序号组成；写错一位就查不到。',
      en: 'A number is the letter of the province, ICP备, 8 or 10 digits, 号 and the website’s number; one slip and it cannot be looked up.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '',
        page: '<p>浙icp备10000001</p>',
        says: 'written',
        fixed: '<p>浙ICP备10000001号</p>',
      },
      { draft: '', page: '<p>川ICP备10000001号</p>', says: 'letter', fixed: '<p>蜀ICP备10000001号</p>' },
      { draft: '', page: '<p>备案号：ICP备10000001号</p>', says: 'noLetter' },
      { draft: '', page: '<p>浙ICP备1000001号</p>', says: 'digits' },
      { draft: '', page: '<p>浙ICP备2099000001号</p>', says: 'year' },
      { draft: '', page: '<p>浙ICP备xxxxxxxx号</p>', says: 'sample' },
      { draft: '', page: '<p>浙ICP备10000001号-1A</p>', says: 'app' },
    ],
    good: [
      { draft: '', page: '<p>浙ICP备10000001号</p>' },
      { draft: '', page: '<p>陇ICP备2021000002号-3</p>' },
    ],
  },
  checkPage(page, { report }) {
    for (const { reading, at, exact } of page.numbers) {
      const { text, canonical, faults, digits } = reading
      const fix = canonical === undefined || !exact ? {} : { fix: { at, text: canonical } }
      if (faults.includes('sample')) report('sample', { at, data: { text } })
      else if (faults.includes('no-letter')) report('noLetter', { at, data: { text } })
      else if (faults.includes('digits')) report('digits', { at, data: { text, count: digits.length } })
      else if (canonical !== undefined && faults.includes('letter'))
        report('letter', { at, data: { text, canonical }, ...fix })
      else if (canonical !== undefined && faults.some((fault) => fault in ways))
        report('written', { at, data: { text, canonical, faults }, atMost: 'warning', ...fix })
      if (faults.includes('year')) report('year', { at, data: { text } })
      if (faults.includes('app')) report('app', { at, data: { text }, atMost: 'warning' })
    }
  },
})
