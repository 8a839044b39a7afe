// The same website of the same sponsor, filed in two drafts.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideFaq, miitInterface } from '../sources.ts'
import { clashing, domainKeys, domainOfGroup, storyOf, websiteInCommon } from './uses.ts'

export const website = defineRule({
  id: 'conflict/website',
  level: 'error',
  sources: [guideFaq(4), miitInterface('1037')],
  returnCode: 1037,
  texts: {
    title: { zh: '一个网站只备案一次', en: 'A website is filed once' },
    why: {
      zh: '同一主办单位的同一网站交了两份，后一份会因信息重复被系统挡下。改动已备案的网站走变更，换接入商走新增接入。',
      en: 'When one sponsor files one website twice, the system stops the second. Changes and further hosts have filings of their own.',
    },
    messages: {
      twice: say<{ sponsor: string; domain: string }>({
        zh: (d) => [
          `“${d.sponsor}”的网站 ${d.domain} 在另一份草稿里也要备案`,
          '只留一份；内容有出入的，合并到要提交的那一份里',
        ],
        en: (d) => [
          `Another draft files the website ${d.domain} of “${d.sponsor}” as well`,
          'Keep one of the two; where they differ, merge them into the one to be submitted',
        ],
      }),
      approved: say<{ sponsor: string; domain: string }>({
        zh: (d) => [
          `“${d.sponsor}”的网站 ${d.domain} 已经备案通过，这里又备一次`,
          '信息有变动的，备案类型写“变更备案”；只是增加接入商的，写“新增接入”',
        ],
        en: (d) => [
          `The website ${d.domain} of “${d.sponsor}” has an approved filing already`,
          'For changed data the kind of filing is “change”, for a further host it is “add-access”',
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
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: www.example.com }
`,
        says: 'twice',
      },
      {
        draft: `备案: { 状态: 已通过, 备案号: 浙ICP备10000001号 }
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
---
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
`,
        says: 'approved',
      },
    ],
    good: [
      {
        draft: `备案: { 状态: 已通过, 备案号: 浙ICP备10000001号 }
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
---
备案: { 备案类型: 新增接入, 备案号: 浙ICP备10000001号 }
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
`,
      },
    ],
  },
  clash: {
    kind: 'domain',
    keys: domainKeys,
    judge(places, report) {
      const domain = domainOfGroup(places)
      const pairs = clashing(
        places,
        (a, b) => websiteInCommon(a, b) === domain && storyOf(a, b) === 'twice',
        false,
      )
      for (const { at, use, others, otherUse } of pairs) {
        const data = { sponsor: use.name, domain: String(at.shown) }
        report(otherUse.status === 'approved' && use.status !== 'approved' ? 'approved' : 'twice', {
          at,
          others,
          data,
        })
      }
    },
  },
})
