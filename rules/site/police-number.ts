// The number of the public security's filing, with its link.
import { defineRule, type PageContext, say } from '../../src/engine/rule.ts'
import { daysLater } from '../../src/facts/dates.ts'
import { type FooterLink, policeAddress, readFooterLink } from '../../src/facts/filing-links.ts'
import { documents } from '../../src/profile/documents.ts'
import { linkedNumber, withTarget } from '../../src/site/footer.ts'
import type { Page, PagePoliceNumber } from '../../src/site/page.ts'

const messages = {
  missing: say({
    zh: () => [
      '首页上没有公安备案号',
      '网站开通后 30 日内在 beian.mps.gov.cn 办理，通过后 30 日内把号码和图标挂到首页底部；还在期限内的可以不管这一条',
    ],
    en: () => [
      'The home page shows no number of the public security',
      'File at beian.mps.gov.cn within 30 days of opening and show number and icon within 30 days of its approval; within these terms there is nothing to do',
    ],
  }),
  overdue: say<{ opened: string; due: string }>({
    zh: (d) => [
      `网站 ${d.opened} 开通，公安备案要在 ${d.due} 之前办理；首页上还没有公安备案号`,
      '在 beian.mps.gov.cn 办理；已经通过的，30 日内把号码和图标挂到首页底部',
    ],
    en: (d) => [
      `The website opened on ${d.opened} and was to be filed with the public security by ${d.due}; the home page shows no such number`,
      'File at beian.mps.gov.cn; once approved, show number and icon at the bottom within 30 days',
    ],
  }),
  digits: say<{ text: string; count: number }>({
    zh: (d) => [`公安备案号“${d.text}”有 ${d.count} 位数字，应是 14 位`, '照公安平台给的号码逐位核对'],
    en: (d) => [
      `“${d.text}” has ${d.count} digits; it has 14`,
      'Compare it digit by digit with the one given',
    ],
  }),
  form: say<{ text: string }>({
    zh: (d) => [`公安备案号“${d.text}”的第 7、8 位不是 02`, '照公安平台给的号码逐位核对'],
    en: (d) => [
      `The digits 7 and 8 of “${d.text}” are not 02`,
      'Compare it digit by digit with the one given',
    ],
  }),
  county: say<{ text: string }>({
    zh: (d) => [`公安备案号“${d.text}”的省份简称与数字开头的地区不符`, '照公安平台给的号码核对'],
    en: (d) => [
      `In “${d.text}” the letter of the province and the region in the digits differ`,
      'Compare it with the one given',
    ],
  }),
  written: say<{ text: string }>({
    zh: (d) => [`公安备案号“${d.text}”写法不完整`, '写成“浙公网安备33010602000001号”的形式'],
    en: (d) => [`“${d.text}” is not written in full`, 'Write it as “浙公网安备33010602000001号”'],
  }),
  noLink: say<{ text: string; target: string }>({
    zh: (d) => [`公安备案号“${d.text}”没有链接`, `链接到 ${d.target}`],
    en: (d) => [`“${d.text}” has no link`, `Link it to ${d.target}`],
  }),
  otherLink: say<{ href: string; target: string }>({
    zh: (d) => [`公安备案号链接到“${d.href}”，不是公安的平台`, `改为 ${d.target}`],
    en: (d) => [
      `The number of the public security links to “${d.href}”, which is not its platform`,
      `Change it to ${d.target}`,
    ],
  }),
  oldLink: say<{ href: string; target: string }>({
    zh: (d) => [`公安备案号链接到平台的旧地址“${d.href}”`, `改为现在的 ${d.target}`],
    en: (d) => [
      `The number links to the platform’s old address “${d.href}”`,
      `Change it to today’s, ${d.target}`,
    ],
  }),
  otherCode: say<{ text: string; code: string; target: string }>({
    zh: (d) => [`“${d.text}”的链接查的是另一个号码 ${d.code}`, `改为 ${d.target}`],
    en: (d) => [`The link of “${d.text}” looks up another number, ${d.code}`, `Change it to ${d.target}`],
  }),
  hidden: say<{ text: string }>({
    zh: (d) => [`公安备案号“${d.text}”看不见`, '让它在首页底部正常显示'],
    en: (d) => [`Nobody can see “${d.text}”`, 'Let it show at the bottom of the home page'],
  }),
}

const reminders = {
  due: say<{ due: string }>({
    zh: (d) => [`公安备案：${d.due} 之前在 beian.mps.gov.cn 办理，通过后 30 日内把号码和图标挂到首页底部`],
    en: (d) => [
      `File with the public security at beian.mps.gov.cn by ${d.due}, and show number and icon within 30 days of approval`,
    ],
  }),
}
type Reminders = typeof reminders

export const policeNumber = defineRule({
  id: 'site/police-number',
  level: 'warning',
  sources: [documents['huawei-2026'], documents['tencent-faq-2022']],
  texts: {
    title: { zh: '公安备案号和链接', en: 'The number of the public security’s filing, and its link' },
    why: {
      zh: '网站开通后 30 日内还要在全国互联网安全管理服务平台备案，通过后 30 日内在首页底部挂号码、图标和链接。',
      en: 'Within 30 days of opening a website is also filed with the public security; its number, icon and link go into the footer within 30 days of approval.',
    },
    messages,
    reminders,
  },
  examples: {
    bad: [
      { draft: '', page: '<p>浙ICP备10000001号-1</p>', says: 'missing' },
      {
        draft: '',
        page: '<p>浙ICP备10000001号-1</p>',
        says: 'overdue',
        known: { opened: '2026-01-15' },
      },
      { draft: '', page: '<p>浙公网安备330106020000号</p>', says: 'digits' },
      { draft: '', page: '<p>浙公网安备33010601000001号</p>', says: 'form' },
      { draft: '', page: '<p>浙公网安备11010102000001号</p>', says: 'county' },
      { draft: '', page: '<p>浙公网安备33010602000001</p>', says: 'written' },
      {
        draft: '',
        page: '<p>浙公网安备33010602000001号</p>',
        says: 'noLink',
        fixed:
          '<p><a href="https://beian.mps.gov.cn/#/query/webSearch?code=33010602000001" target="_blank" rel="noopener">浙公网安备33010602000001号</a></p>',
      },
      {
        draft: '',
        page: '<a href="https://www.example.com">浙公网安备33010602000001号</a>',
        says: 'otherLink',
      },
      {
        draft: '',
        page: '<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=33010602000001">浙公网安备33010602000001号</a>',
        says: 'oldLink',
      },
      {
        draft: '',
        page: '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=33010602000009">浙公网安备33010602000001号</a>',
        says: 'otherCode',
      },
      { draft: '', page: '<p hidden>浙公网安备33010602000001号</p>', says: 'hidden' },
    ],
    good: [
      {
        draft: '',
        page: '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=33010602000001">浙公网安备33010602000001号</a>',
      },
      { draft: '', page: '<p>浙ICP备10000001号-1</p>', known: { opened: '2026-11-20' } },
      {
        draft: '',
        page: '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=51010402000002">川公网安备 51010402000002号</a>',
      },
    ],
  },
  checkPage(page, context) {
    const { report } = context
    if (page.police.length === 0) judgeMissing(page, context)
    for (const number of page.police) {
      const { at, hiding, reading } = number
      const { text, code, faults } = reading
      if (faults.includes('digits')) report('digits', { at, data: { text, count: code.length } })
      else if (faults.includes('form')) report('form', { at, data: { text } })
      else if (faults.includes('county')) report('county', { at, data: { text } })
      else if (faults.length > 0) report('written', { at, data: { text } })
      if (hiding !== undefined) report('hidden', { at, data: { text } })
      const found = code.length === 14 ? linkProblem(number) : undefined
      if (found === undefined) continue
      const target = policeAddress(code)
      const { link } = number
      const href = link?.href ?? ''
      if (link === undefined) {
        const fix = number.exact ? { fix: { at, text: linkedNumber(text, target) } } : {}
        report('noLink', { at, data: { text, target }, ...fix })
        continue
      }
      const fixed = { at: link.at ?? at, ...withTarget(page, link, target) }
      if (found === 'otherCode')
        report('otherCode', { ...fixed, data: { text, code: codeIn(href) ?? '', target } })
      else
        report(found, {
          ...fixed,
          data: { href, target },
          ...(found === 'oldLink' && { atMost: 'info' as const }),
        })
    }
  },
})

/** Days from opening in which a website is filed with the public security. */
const TERM = 30

/** Without the day of opening nobody knows whether the number is late. */
function judgeMissing(
  { footer }: Page,
  { report, remind, filed: { opened }, world }: PageContext<typeof messages, Reminders, unknown>,
): void {
  const at = [footer.offset, footer.offset] as const
  if (opened === undefined) {
    report('missing', { at, atMost: 'info' })
    return
  }
  const due = daysLater(opened, TERM)
  if (due < world.today) report('overdue', { at, data: { opened, due } })
  else remind('due', { due })
}

const codeIn = (href: string): string | undefined => {
  const link: FooterLink = readFooterLink(href)
  return link.kind === 'police' ? link.code : undefined
}

/** What is wrong with the link of a number; undefined when nothing is. */
function linkProblem({
  link,
  reading,
}: PagePoliceNumber): 'noLink' | 'otherLink' | 'oldLink' | 'otherCode' | undefined {
  if (link === undefined) return 'noLink'
  const target = readFooterLink(link.href)
  if (target.kind !== 'police') return 'otherLink'
  if (target.code !== undefined && target.code !== reading.code) return 'otherCode'
  return target.today ? undefined : 'oldLink'
}
