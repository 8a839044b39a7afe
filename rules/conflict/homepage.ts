// Two websites of one home page.
import { defineRule, say } from '../../src/engine/rule.ts'
import { asciiOf, canonicalHomepage } from '../../src/facts/domains.ts'
import { guideFaq, miitInterface } from '../sources.ts'
import { clashing, sameWebsite, UsedKey, websiteInCommon } from './uses.ts'

/** A home page without what leads to the same page: scheme and its port, www., a slash or dot at the end, punycode. */
function plainHomepage(text: string): string {
  const address = canonicalHomepage(text)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
  const slash = address.indexOf('/')
  const authority = slash < 0 ? address : address.slice(0, slash)
  const path = slash < 0 ? '' : address.slice(slash)
  const [port = ''] = /:\d{1,5}$/.exec(authority) ?? []
  const host = authority.slice(0, authority.length - port.length)
  const name = host.replace(/\.$/, '')
  const other = port === ':80' || port === ':443' ? '' : port
  return (asciiOf(name) ?? name).toLowerCase() + other + path.replace(/\/$/, '')
}

interface Shared {
  readonly homepage: string
  readonly sponsor: string
  readonly [key: string]: string
}

export const homepage = defineRule({
  id: 'conflict/homepage',
  level: 'error',
  sources: [guideFaq(4), miitInterface('1021')],
  returnCode: 1021,
  texts: {
    title: { zh: '首页网址不与别的网站重复', en: 'No two websites share a home page' },
    why: {
      zh: '首页网址代表一个网站。同一网址写在两个网站下，系统按冲突退回后交的一个。',
      en: 'A home page stands for one website. The system returns the second website with the same address as a clash.',
    },
    messages: {
      sameDraft: say<{ homepage: string }>({
        zh: (d) => [
          `首页网址“${d.homepage}”在这份草稿的两个网站里都有`,
          '每个网站写自己的首页；其实是同一个网站的，合并成一个',
        ],
        en: (d) => [
          `Two websites of this draft have the home page “${d.homepage}”`,
          'Write each website’s own home page; merge the two if they are one and the same',
        ],
      }),
      otherDraft: say<Shared>({
        zh: (d) => [
          `首页网址“${d.homepage}”在另一份草稿里也有${d.sponsor && `（主办单位：${d.sponsor}）`}`,
          '核对网址，填错的改正；没有填错的，请省通信管理局处理',
        ],
        en: (d) => [
          `Another draft has the home page “${d.homepage}” too${d.sponsor && ` (sponsor: ${d.sponsor})`}`,
          "Check the address; if it is right, ask the province's administration to settle it",
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 域名: example.com, 首页网址: 'http://www.example.com/' }
---
主体信息: { 主办单位名称: 沈知夏 }
网站信息: { 域名: example.cn, 首页网址: example.com }
`,
        says: 'otherDraft',
      },
      {
        draft: `网站信息:
  - { 网站名称: 山间札记, 域名: example.com, 首页网址: www.example.com }
  - { 网站名称: 山间相册, 域名: example.cn, 首页网址: www.example.com }
`,
        says: 'sameDraft',
      },
    ],
    good: [
      {
        draft: `网站信息:
  - { 网站名称: 山间札记, 域名: example.com, 首页网址: www.example.com }
  - { 网站名称: 山间相册, 域名: example.cn, 首页网址: www.example.cn }
`,
      },
    ],
  },
  clash: {
    kind: 'homepage',
    keys(draft) {
      return draft.websites.flatMap((website, i) => {
        const { homepage: shown } = website
        const value = shown === undefined ? '' : plainHomepage(shown)
        if (shown === undefined || value === '') return []
        return new UsedKey({ value, at: ['websites', i, 'homepage'], shown }, draft, website)
      })
    },
    judge(places, report) {
      const clashes = clashing(places, (a, b) => websiteInCommon(a, b) === undefined, true)
      for (const { at, use, others, otherUse, within } of clashes) {
        if (within && sameWebsite(use, otherUse)) continue
        const address = String(at.shown)
        if (within) report('sameDraft', { at, others, data: { homepage: address } })
        else report('otherDraft', { at, others, data: { homepage: address, sponsor: otherUse.name } })
      }
    },
  },
})
