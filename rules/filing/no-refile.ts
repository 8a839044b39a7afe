// After a refusal the refused filing is corrected; the same website is not filed again.
import { defineRule, say } from '../../src/engine/rule.ts'
import { clashing, domainKeys, domainOfGroup, storyOf, websiteInCommon } from '../conflict/uses.ts'
import { guideFaq, miitInterface } from '../sources.ts'

export const noRefile = defineRule({
  id: 'filing/no-refile',
  level: 'error',
  sources: [guideFaq(2), miitInterface('1037')],
  returnCode: 1037,
  texts: {
    title: { zh: '被拒绝后不为同一网站再次备案', en: 'After a refusal the same website is not filed again' },
    why: {
      zh: '被拒绝的备案仍在系统里。为同一网站另交一份，会与它冲突而无法提交；应联系接入商修改原来那份，直接转省通信管理局再审。',
      en: 'A refused filing stays in the system and a second one for the website clashes with it. The host corrects the refused one, which goes straight back to the province.',
    },
    messages: {
      rejected: say({
        zh: () => [
          '这份备案的状态是“被拒绝”，不能再作为“首次备案”提交',
          '查看拒绝理由，联系接入商修改原来那份，由它转省通信管理局再审；不要为同一网站另交一份',
        ],
        en: () => [
          'This filing was refused; it cannot be submitted as a first filing again',
          'Read the reason, have the host correct the refused filing and pass it back to the province; do not file the website anew',
        ],
      }),
      submitted: say({
        zh: () => [
          '这份备案的状态是“已提交”，不能再作为“首次备案”提交',
          '等审核结果；需要修改的，把用户名交给接入商，由它代为修改，不要再交一份',
        ],
        en: () => [
          'This filing is submitted already; it cannot be submitted as a first filing again',
          'Wait for the review; the host can change a submitted filing on request. Do not file it twice',
        ],
      }),
      refusedElsewhere: say<{ domain: string; sponsor: string }>({
        zh: (d) => [
          `“${d.sponsor}”的网站 ${d.domain} 已有一份备案被拒绝，这里又备一次`,
          '在被拒绝的那份上修改，由接入商转省通信管理局再审；这一份不要提交',
        ],
        en: (d) => [
          `A filing for the website ${d.domain} of “${d.sponsor}” was refused; this one files it again`,
          'Correct the refused filing through the host and leave this one unsubmitted',
        ],
      }),
      submittedElsewhere: say<{ domain: string; sponsor: string }>({
        zh: (d) => [
          `“${d.sponsor}”的网站 ${d.domain} 已有一份备案在审核，这里又备一次`,
          '等那份的审核结果；需要修改的请接入商代为修改，这一份不要提交',
        ],
        en: (d) => [
          `A filing for the website ${d.domain} of “${d.sponsor}” is under review; this one files it again`,
          'Wait for that one, or have the host change it; leave this one unsubmitted',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '备案: { 备案类型: 首次备案, 状态: 被拒绝 }', says: 'rejected' },
      { draft: '备案: { 状态: 已提交 }', says: 'submitted' },
      {
        draft: `备案: { 备案类型: 新增网站, 状态: 被拒绝, 备案号: 浙ICP备10000001号 }
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 域名: example.com }
---
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 域名: www.example.com }
`,
        says: 'refusedElsewhere',
      },
    ],
    good: [
      { draft: '备案: { 状态: 未提交 }' },
      { draft: '备案: { 备案类型: 首次备案, 状态: 已通过, 备案号: 浙ICP备10000001号 }' },
      {
        draft: `备案: { 备案类型: 新增网站, 状态: 被拒绝, 备案号: 浙ICP备10000001号 }
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 域名: example.com }
---
主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 域名: example.cn }
`,
      },
    ],
  },
  check(draft, { report }) {
    const { type = 'new', status } = draft.filing
    if (type !== 'new') return
    if (status === 'rejected' || status === 'submitted') report(status, { at: ['filing', 'status'] })
  },
  clash: {
    kind: 'domain',
    keys: domainKeys,
    judge(places, report) {
      const domain = domainOfGroup(places)
      const again = clashing(
        places,
        (a, b) => websiteInCommon(a, b) === domain && storyOf(a, b) === 'refiled',
        false,
      )
      for (const { at, use, others, otherUse } of again) {
        const message = otherUse.status === 'rejected' ? 'refusedElsewhere' : 'submittedElsewhere'
        report(message, { at, others, data: { domain: String(at.shown), sponsor: use.name } })
      }
    },
  },
})
