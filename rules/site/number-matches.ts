// The number on the page is the one that was given to this filing.
import { defineRule, say } from '../../src/engine/rule.ts'
import { provinces } from '../../src/facts/data/provinces.ts'
import { subjectNumber } from '../../src/facts/filing-number.ts'
import { documents } from '../../src/profile/documents.ts'
import { mainNumber } from '../../src/site/main-number.ts'
import { guideStep } from '../sources.ts'

const messages = {
  other: say<{ text: string; filed: string }>({
    zh: (d) => [`首页上是“${d.text}”，这份备案的号码是“${d.filed}”`, `改成“${d.filed}”`],
    en: (d) => [
      `The page shows “${d.text}”; the number of this filing is “${d.filed}”`,
      `Change it to “${d.filed}”`,
    ],
  }),
  otherWebsite: say<{ text: string; filed: string }>({
    zh: (d) => [
      `首页上是“${d.text}”，这是同一主体别的网站的序号；这个网站是“${d.filed}”`,
      `改成“${d.filed}”`,
    ],
    en: (d) => [
      `The page shows “${d.text}”, which is another website of the same subject; this one is “${d.filed}”`,
      `Change it to “${d.filed}”`,
    ],
  }),
  province: say<{ text: string; letter: string; province: string; wanted: string }>({
    zh: (d) => [
      `备案号“${d.text}”是“${d.letter}”字头，主体在${d.province}，应是“${d.wanted}”字头`,
      '核对备案号，或核对主体所在省',
    ],
    en: (d) => [
      `The number “${d.text}” begins with “${d.letter}”; a subject in ${d.province} has “${d.wanted}”`,
      'Compare the number, or the province of the subject',
    ],
  }),
}

export const numberMatches = defineRule({
  id: 'site/number-matches',
  level: 'error',
  sources: [guideStep(6), documents['huawei-2026']],
  texts: {
    title: { zh: '首页上的备案号就是这份备案的', en: 'The number on the page is the one of this filing' },
    why: {
      zh: '照抄别人的页脚、换了主体没有改、多个网站用错序号，都会让备案号对不上。',
      en: 'A footer copied from elsewhere, a new subject, or the number of a sister site: then number and website do not belong together.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '备案: { 备案号: 浙ICP备10000001号-1 }',
        page: '<p>浙ICP备10000009号-1</p>',
        says: 'other',
        fixed: '<p>浙ICP备10000001号-1</p>',
      },
      {
        draft: '备案: { 备案号: 浙ICP备10000001号-1 }',
        page: '<p>浙ICP备10000001号-2</p>',
        says: 'otherWebsite',
        fixed: '<p>浙ICP备10000001号-1</p>',
      },
      { draft: '主体信息: { 所在省: 浙江 }', page: '<p>京ICP备10000001号</p>', says: 'province' },
    ],
    good: [
      { draft: '备案: { 备案号: 浙ICP备10000001号-1 }', page: '<p>浙ICP备10000001号-1</p>' },
      { draft: '主体信息: { 所在省: 四川 }', page: '<p>蜀ICP备10000001号</p>' },
      { draft: '', page: '<p>京ICP备10000001号</p>' },
    ],
  },
  checkPage(page, { report, filed }) {
    const shown = mainNumber(page, filed)
    const { canonical, letter, text } = shown?.reading ?? {}
    if (shown === undefined || canonical === undefined || letter === undefined || text === undefined) return
    const { at, exact } = shown
    if (filed.number !== undefined) {
      const own = filed.number
      const safety = filed.approved ? 'safe' : 'suggested'
      const fix = exact ? { fix: { at, text: own, safety } as const } : {}
      if (subjectNumber(canonical) !== subjectNumber(own))
        report('other', { at, data: { text, filed: own }, ...fix })
      else if (canonical !== own && canonical.includes('-') && own.includes('-'))
        report('otherWebsite', { at, data: { text, filed: own }, ...fix })
      return
    }
    const province = provinces.find(({ id }) => id === filed.province)
    if (province === undefined || province.letter === '' || province.letter === letter) return
    report('province', { at, data: { text, letter, province: province.zh, wanted: province.letter } })
  },
})
