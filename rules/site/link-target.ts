// The filing number links to the ministry's filing system.
import { defineRule, type ReportPage, say } from '../../src/engine/rule.ts'
import { readFooterLink } from '../../src/facts/filing-links.ts'
import { documents } from '../../src/profile/documents.ts'
import { linkedNumber, withTarget } from '../../src/site/footer.ts'
import { mainNumber } from '../../src/site/main-number.ts'
import type { Page, PageLink, PageNumber } from '../../src/site/page.ts'
import { guideStep, order33 } from '../sources.ts'

interface Options {
  /** Where the number leads. */
  target: string
}

type To = { readonly href: string; readonly target: string }

const messages = {
  noLink: say<{ text: string; target: string }>({
    zh: (d) => [`备案号“${d.text}”没有链接`, `链接到 ${d.target}`],
    en: (d) => [`The number “${d.text}” has no link`, `Link it to ${d.target}`],
  }),
  relative: say<To>({
    zh: (d) => [`链接“${d.href}”前面没有 https://，点开是自己网站里的网页`, `写成 ${d.target}`],
    en: (d) => [
      `The link “${d.href}” has no https:// and leads to a page of your own site`,
      `Write ${d.target}`,
    ],
  }),
  script: say<{ target: string }>({
    zh: (d) => ['备案号的链接由脚本打开，审核工具跟不过去', `直接链接到 ${d.target}`],
    en: (d) => [
      'A script opens the link of the number; a reviewer’s tool cannot follow it',
      `Link it to ${d.target}`,
    ],
  }),
  other: say<To>({
    zh: (d) => [`备案号链接到“${d.href}”，不是备案系统`, `改为 ${d.target}`],
    en: (d) => [
      `The number links to “${d.href}”, which is not the filing system`,
      `Change it to ${d.target}`,
    ],
  }),
  slip: say<To & { near: string }>({
    zh: (d) => [`链接“${d.href}”像是 ${d.near} 写错了`, `改为 ${d.target}`],
    en: (d) => [`The link “${d.href}” looks like a typo of ${d.near}`, `Change it to ${d.target}`],
  }),
  old: say<To>({
    zh: (d) => [`备案号链接到备案系统的旧地址“${d.href}”`, `改为现在的 ${d.target}`],
    en: (d) => [
      `The number links to an old address of the filing system, “${d.href}”`,
      `Change it to today’s, ${d.target}`,
    ],
  }),
  newer: say<To & { profile: string; current: boolean }>({
    zh: (d) => [
      `“${d.href}”是后来的地址；档案 ${d.profile} 那时是 ${d.target}`,
      d.current
        ? '现在的网站这样链接是对的，检查时用 --profile today'
        : '现在的网站链接到 https://beian.miit.gov.cn/，检查时用 --profile today',
    ],
    en: (d) => [
      `“${d.href}” is a later address; at the time of the profile ${d.profile} it was ${d.target}`,
      d.current
        ? 'For a website of now it is right: check it with --profile today'
        : 'A website of now links to https://beian.miit.gov.cn/: check it with --profile today',
    ],
  }),
  insecure: say<To>({
    zh: (d) => [`链接“${d.href}”用的是 http`, `改为 ${d.target}`],
    en: (d) => [`The link “${d.href}” is plain http`, `Change it to ${d.target}`],
  }),
}

export const linkTarget = defineRule({
  id: 'site/link-target',
  level: 'error',
  sources: [guideStep(6), order33, documents['huawei-2026'], documents['tencent-faq-2022']],
  options: {
    schema: (z) =>
      z.strictObject({ target: z.url().describe('备案号链接到的网址 · Where the filing number links to') }),
    defaults: { target: 'https://beian.miit.gov.cn/' } satisfies Options as Options,
  },
  texts: {
    title: { zh: '备案号链接到备案系统', en: 'The filing number links to the filing system' },
    why: {
      zh: '备案号要链接到备案系统，供访客核对。系统的地址换过两次：2007 年的 www.miibeian.gov.cn，后来的 www.miitbeian.gov.cn，现在的 beian.miit.gov.cn。',
      en: 'The number links to the filing system, where visitors look it up. It has moved twice: www.miibeian.gov.cn in 2007, then www.miitbeian.gov.cn, today beian.miit.gov.cn.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'noLink',
        profile: 'today',
        fixed:
          '<p><a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">浙ICP备10000001号</a></p>',
      },
      {
        draft: '',
        page: '<a href="beian.miit.gov.cn">浙ICP备10000001号</a>',
        says: 'relative',
        profile: 'today',
        fixed: '<a href="https://beian.miit.gov.cn/">浙ICP备10000001号</a>',
      },
      {
        draft: '',
        page: '<a href="javascript:go()">浙ICP备10000001号</a>',
        says: 'script',
        profile: 'today',
      },
      {
        draft: '',
        page: '<a href="https://www.example.com/">浙ICP备10000001号</a>',
        says: 'other',
        profile: 'today',
      },
      {
        draft: '',
        page: '<a href="https://beian.mitt.gov.cn/">浙ICP备10000001号</a>',
        says: 'slip',
        profile: 'today',
      },
      {
        draft: '',
        page: '<a target="_blank" href=\'http://www.miibeian.gov.cn/\'>浙ICP备10000001号</a>',
        says: 'old',
        profile: 'today',
        fixed: '<a target="_blank" href=\'https://beian.miit.gov.cn/\'>浙ICP备10000001号</a>',
      },
      {
        draft: '',
        page: '<a href="https://beian.miit.gov.cn/">浙ICP备10000001号</a>',
        says: 'newer',
        profile: 'jinyong',
      },
      {
        draft: '',
        page: '<a href="http://beian.miit.gov.cn">浙ICP备10000001号</a>',
        says: 'insecure',
        profile: 'today',
      },
    ],
    good: [
      { draft: '', page: '<a href="https://beian.miit.gov.cn/">浙ICP备10000001号</a>', profile: 'today' },
      {
        draft: '',
        page: '<a href="https://beian.miit.gov.cn/#/Integrated/index">浙ICP备10000001号</a>',
        profile: 'today',
      },
      { draft: '', page: '<a href="http://www.miibeian.gov.cn/">浙ICP备10000001号</a>', profile: 'jinyong' },
      { draft: '', page: '<a href="/cert/bazs.cert">浙ICP备10000001号</a>', profile: 'jinyong' },
    ],
  },
  checkPage(page, { report, filed, options: { target }, world }) {
    const number = mainNumber(page, filed)
    if (number === undefined) return
    const link = number.link ?? linkBeside(page, number)
    if (link === undefined) {
      const { at, exact, reading } = number
      const fix = exact ? { fix: { at, text: linkedNumber(reading.text, target) } } : {}
      report('noLink', { at, data: { text: reading.text, target }, option: 'target', ...fix })
    } else judge(page, link, number, target, world.profile.id, report)
  },
})

/** A link to the filing system around the words beside the number, which is as good. */
const linkBeside = (page: Page, { at }: PageNumber): PageLink | undefined =>
  page.otherLinks.find((link) => link.at !== undefined && Math.abs(link.at[0] - at[0]) < 300)

const eras = ['2007', '2013', 'today'] as const

function judge(
  page: Page,
  link: PageLink,
  number: PageNumber,
  target: string,
  profile: string,
  report: ReportPage<typeof messages>,
): void {
  const { href, at } = link
  const reading = readFooterLink(href)
  const wanted = readFooterLink(target)
  const finding = {
    at: at ?? number.at,
    data: { href, target },
    option: 'target',
    ...withTarget(page, link, target),
  }
  if (reading.kind === 'ministry' && wanted.kind === 'ministry') {
    const [own, asked] = [eras.indexOf(reading.era), eras.indexOf(wanted.era)]
    if (own < asked) report('old', { ...finding, atMost: 'warning' })
    else if (own > asked)
      report('newer', {
        at: finding.at,
        data: { href, target, profile, current: reading.era === 'today' },
        option: 'target',
        atMost: 'info',
      })
    else if (wanted.secure && !reading.secure) report('insecure', { ...finding, atMost: 'info' })
    return
  }
  // In 2007 the number led to the certificate file, which the ministry's site checked.
  if (wanted.kind === 'ministry' && wanted.era === '2007' && /(?:^|\/)cert\/[^/]+\.cert$/i.test(href)) return
  if (reading.kind === 'relative') report('relative', finding)
  else if (reading.kind === 'script') report('script', { ...finding, data: { target } })
  else if (reading.kind === 'other' && reading.near !== undefined)
    report('slip', { ...finding, data: { href, target, near: reading.near } })
  else report('other', finding)
}
