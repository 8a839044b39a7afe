// The home page is on one of the website's domains.
import type { Website } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import {
  canonicalDomain,
  canonicalHomepage,
  insideBrackets,
  isBelow,
  readHomepage,
  readInside,
} from '../../src/facts/domains.ts'
import { miit2009, miitInterface } from '../sources.ts'

interface Page {
  readonly page: string
  readonly [key: string]: string
}

export const homepage = defineRule({
  id: 'website/homepage',
  level: 'error',
  sources: [miitInterface('Syurl, 1041'), miit2009('首页网址', 'home page')],
  returnCode: 1041,
  texts: {
    title: { zh: '首页网址包含备案的域名', en: 'The home page is on one of the domains' },
    why: {
      zh: '系统要求首页网址里有一个本网站的域名，否则退回（代码 1041）。',
      en: 'The system wants one of the website’s domains in the address of the home page and returns anything else (1041).',
    },
    messages: {
      elsewhere: say<{ page: string; domains: readonly string[] }>({
        zh: (d) => [
          `首页网址“${d.page}”不在本网站的域名上：${d.domains.join('、')}`,
          `改为“www.${d.domains[0] ?? ''}”这样的网址，或补上漏写的域名`,
        ],
        en: (d) => [
          `The home page “${d.page}” is on none of the domains: ${d.domains.join(', ')}`,
          `Write an address such as “www.${d.domains[0] ?? ''}”, or add the domain that is missing`,
        ],
      }),
      several: say<Page>({
        zh: (d) => [`首页网址写了不止一个：“${d.page}”`, '只写一个'],
        en: (d) => [`There is more than one home page: “${d.page}”`, 'Write one'],
      }),
      scheme: say<{ page: string; scheme: string }>({
        zh: (d) => [
          `首页网址“${d.page}”以“${d.scheme}:”开头`,
          '写 http:// 或 https:// 的网址，也可以不写开头',
        ],
        en: (d) => [
          `The home page “${d.page}” begins with “${d.scheme}:”`,
          'Write an http:// or https:// address, or leave that part out',
        ],
      }),
      credentials: say<Page>({
        zh: (d) => [`首页网址“${d.page}”里有用户名`, '去掉“@”和它前面的部分'],
        en: (d) => [
          `The home page “${d.page}” has a user name in it`,
          'Take the “@” and what is before it away',
        ],
      }),
      ip: say<Page>({
        zh: (d) => [`首页网址“${d.page}”是 IP 地址`, '写域名的网址，例如 www.shanjian-notes.cn'],
        en: (d) => [
          `The home page “${d.page}” is an IP address`,
          'Write an address on the domain, such as www.shanjian-notes.cn',
        ],
      }),
      brackets: say<{ page: string; better: string }>({
        zh: (d) => [`首页网址“${d.page}”两边的括号或引号不是网址的一部分`, `去掉，写成“${d.better}”`],
        en: (d) => [
          `The brackets or quotes around “${d.page}” are no part of the address`,
          `Write “${d.better}” without them`,
        ],
      }),
      host: say<Page>({
        zh: (d) => [`首页网址“${d.page}”不是网址`, '写成 www.shanjian-notes.cn 的形式'],
        en: (d) => [`The home page “${d.page}” is not a web address`, 'Write it as www.shanjian-notes.cn'],
      }),
      spelling: say<{ page: string; better: string }>({
        zh: (d) => [`首页网址“${d.page}”里有全角字符、空格或写错的符号`, `写成“${d.better}”`],
        en: (d) => [
          `The home page “${d.page}” has full-width characters, spaces or wrong signs`,
          `Write “${d.better}”`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www.shanjian-note.cn }',
        says: 'elsewhere',
        fixed: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www.shanjian-notes.cn }',
      },
      {
        draft: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www。shanjian-notes。cn }',
        says: 'spelling',
        fixed: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www.shanjian-notes.cn }',
      },
      {
        draft: '网站信息: { 域名: shanjian-notes.cn, 首页网址: （www.shanjian-notes.cn） }',
        says: 'brackets',
        fixed: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www.shanjian-notes.cn }',
      },
      { draft: '网站信息: { 域名: shanjian-notes.cn, 首页网址: 首页 }', says: 'host' },
    ],
    good: [
      { draft: '网站信息: { 域名: shanjian-notes.cn, 首页网址: www.shanjian-notes.cn }' },
      {
        draft:
          '网站信息: { 域名: [a-one.cn, shanjian-notes.cn], 首页网址: "https://shanjian-notes.cn/index.html" }',
      },
    ],
  },
  check(draft, { report }) {
    for (const [i, website] of draft.websites.entries()) {
      const page = website.homepage
      if (page === undefined) continue
      const at = ['websites', i, 'homepage'] as const
      const set = (value: string, safety: 'safe' | 'suggested') =>
        ({ safety, edits: [{ op: 'set', path: at, value }] }) as const
      const inner = insideBrackets(page)
      if (inner !== undefined) {
        const told = { atMost: 'warning', data: { page, better: inner }, fix: set(inner, 'safe') } as const
        report('brackets', { at, returnCode: 1022, ...told })
        continue
      }
      const canonical = withScheme(canonicalHomepage(page))
      const reading = isList(page) ? ({ kind: 'several' } as const) : readHomepage(withoutPath(canonical))
      switch (reading.kind) {
        case 'several':
        case 'credentials':
        case 'ip':
        case 'host':
          report(reading.kind, { at, returnCode: 1022, data: { page } })
          continue
        case 'scheme':
          report('scheme', { at, returnCode: 1022, data: { page, scheme: reading.scheme } })
          continue
        case 'ok':
      }
      if (canonical !== page) {
        report('spelling', {
          at,
          returnCode: 1022,
          atMost: 'warning',
          data: { page, better: canonical },
          fix: set(canonical, 'safe'),
        })
      }
      const domains = registered(website)
      if (domains.length === 0 || domains.some((domain) => isBelow(reading.host, domain))) continue
      report('elsewhere', { at, data: { page, domains }, fix: set(`www.${domains[0]}`, 'suggested') })
    }
  },
})

/** Colons and slashes behind http are easily mistyped: http:www., http//www., http:\\\\www. */
const withScheme = (page: string): string =>
  page.replace(/^(https?)(?::[/\\]{0,2}|[/\\]{2})(?=[^/\\\d])/i, '$1://')

/** Two pages with a space or 、 between them. */
function isList(page: string): boolean {
  if (!/[\s、]/.test(page)) return false
  const pieces = page.split(/[\s、]+/).filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => readHomepage(canonicalHomepage(piece)).kind === 'ok')
}

/** Commas in a path are no fault; two addresses joined by one are, so those stay. */
function withoutPath(page: string): string {
  const scheme = page.indexOf('://')
  const from = scheme < 0 ? 0 : scheme + 3
  const length = page.slice(from).search(/[/?#]/)
  if (length < 0) return page
  const path = page.slice(from + length)
  return /:\/\/|[;,]www\./i.test(path) ? page : page.slice(0, from + length)
}

/** The registrable part of every domain that can be read. */
function registered(website: Website): string[] {
  const domains: string[] = []
  for (const { name } of website.domains) {
    const reading = name === undefined ? undefined : readInside(canonicalDomain(name))
    if (reading?.kind === 'ok' && !reading.platform) domains.push(reading.registrable)
  }
  return domains
}
