// The page belongs to one of the domains that were filed.
import { defineRule, say } from '../../src/engine/rule.ts'
import { isBelow } from '../../src/facts/domains.ts'
import { documents } from '../../src/profile/documents.ts'
import { miitInterface } from '../sources.ts'

const messages = {
  other: say<{ host: string; domains: readonly string[] }>({
    zh: (d) => [
      `网页的域名 ${d.host} 不在备案的域名里：${d.domains.join('、')}`,
      '查看的是不是这个网站；新域名要先加到备案里',
    ],
    en: (d) => [
      `The page is at ${d.host}, which is none of the filed domains: ${d.domains.join(', ')}`,
      'See whether this is the website meant; a new domain is added to the filing first',
    ],
  }),
}

export const domain = defineRule({
  id: 'site/domain',
  level: 'error',
  sources: [miitInterface('Ym, Syurl'), documents['huawei-2026']],
  texts: {
    title: { zh: '网页在备案的域名下', en: 'The page is on a filed domain' },
    why: {
      zh: '备案号只管备案时写的域名；用别的域名打开的网站等于没有备案。',
      en: 'A number covers the domains of its filing; a site on another domain is not filed.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 域名: shanjian-notes.cn }',
        page: '<link rel="canonical" href="https://www.example.com/"><p>浙ICP备10000001号</p>',
        says: 'other',
      },
    ],
    good: [
      {
        draft: '网站信息: { 域名: shanjian-notes.cn }',
        page: '<link rel="canonical" href="https://www.shanjian-notes.cn/"><p>浙ICP备10000001号</p>',
      },
      { draft: '网站信息: { 域名: shanjian-notes.cn }', page: '<p>浙ICP备10000001号</p>' },
    ],
  },
  checkPage(page, { report, filed }) {
    const host = page.host ?? page.canonicalHost
    if (host === undefined || filed.domains.length === 0) return
    if (filed.domains.some((own) => isBelow(host, own))) return
    report('other', { at: [0, 0], data: { host, domains: filed.domains } })
  },
})
