// One domain, one website: the registry refuses a domain that another filing holds.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideFaq, miitInterface } from '../sources.ts'
import { clashing, domainKeys, sameSponsor } from './uses.ts'

export const domain = defineRule({
  id: 'conflict/domain',
  level: 'error',
  sources: [guideFaq(4), miitInterface('1005')],
  returnCode: 1005,
  texts: {
    title: { zh: '一个域名只备案一次', en: 'A domain is filed once' },
    why: {
      zh: '备案系统有冲突检测：域名已在另一个网站名下时，后交的备案无法提交。',
      en: 'The system looks for clashes: a filing whose domain already belongs to another website cannot be submitted.',
    },
    messages: {
      sameDraft: say<{ domain: string }>({
        zh: (d) => [
          `域名“${d.domain}”在这份草稿的两个网站里都有`,
          '一个域名只写在一个网站下：从另一个网站去掉；其实是同一个网站的，合并成一个',
        ],
        en: (d) => [
          `The domain “${d.domain}” is listed under two websites of this draft`,
          'Keep it under one website; merge the two if they are one and the same',
        ],
      }),
      otherDraft: say<{ domain: string; sponsor: string }>({
        zh: (d) => [
          `域名“${d.domain}”在另一份草稿里也有${d.sponsor && `（主办单位：${d.sponsor}）`}`,
          '先核对域名，填错的改正；没有填错的，请省通信管理局处理，并按要求提供域名归属的证明',
        ],
        en: (d) => [
          `Another draft has the domain “${d.domain}” too${d.sponsor && ` (sponsor: ${d.sponsor})`}`,
          "Check the domain; if it is right, ask the province's administration to settle it and show proof of who owns it",
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
---
主体信息: { 主办单位名称: 保定松涛商贸有限公司 }
网站信息: { 网站名称: 松涛商贸, 域名: Example.com }
`,
        says: 'otherDraft',
      },
      {
        draft: `主体信息: { 主办单位名称: 沈知秋 }
网站信息:
  - { 网站名称: 山间札记, 域名: example.com }
  - { 网站名称: 山间相册, 域名: [example.cn, example.com] }
`,
        says: 'sameDraft',
      },
    ],
    good: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: [example.com, www.example.com] }
---
主体信息: { 主办单位名称: 保定松涛商贸有限公司 }
网站信息: { 网站名称: 松涛商贸, 域名: example.cn }
`,
      },
    ],
  },
  clash: {
    kind: 'domain',
    keys: domainKeys,
    judge(places, report) {
      // One sponsor's website in two drafts is the affair of conflict/website and filing/no-refile.
      for (const { at, others, otherUse, within } of clashing(places, (a, b) => !sameSponsor(a, b), true)) {
        const name = String(at.shown)
        if (within) report('sameDraft', { at, others, data: { domain: name } })
        else report('otherDraft', { at, others, data: { domain: name, sponsor: otherUse.name } })
      }
    },
  },
})
