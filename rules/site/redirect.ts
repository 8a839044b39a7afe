// The address leads on to another one.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep } from '../sources.ts'

const messages = {
  moved: say<{ from: string; to: string; count: number }>({
    zh: (d) => [
      `${d.from} 转到了 ${d.to}（${d.count} 次跳转），检查的是后者`,
      '备案的首页网址写访客最后看到的地址',
    ],
    en: (d) => [
      `${d.from} leads on to ${d.to} (${d.count} redirect${d.count === 1 ? '' : 's'}); the latter was looked at`,
      'File the address that visitors end at as the home page',
    ],
  }),
}

export const redirect = defineRule({
  id: 'site/redirect',
  level: 'info',
  sources: [guideStep(6)],
  texts: {
    title: { zh: '网址有跳转', en: 'The address leads on' },
    why: {
      zh: '审核人员打开备案的首页网址；它跳到哪里，哪里就要有备案号。',
      en: 'Reviewers open the filed home page; where it leads, there the number has to be.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'moved',
        known: { visited: ['http://shanjian-notes.cn/', 'https://www.shanjian-notes.cn/'] },
      },
    ],
    good: [{ draft: '', page: '<p>浙ICP备10000001号</p>' }],
  },
  checkPage({ visited }, { report }) {
    const [from, to] = [visited[0], visited.at(-1)]
    if (from === undefined || to === undefined || visited.length < 2) return
    report('moved', { at: [0, 0], data: { from, to, count: visited.length - 1 } })
  },
})
