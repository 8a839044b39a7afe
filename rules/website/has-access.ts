// Every website has its access entry: who hosts it, how, and where.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep, miitInterface } from '../sources.ts'

export const hasAccess = defineRule({
  id: 'website/has-access',
  level: 'error',
  sources: [guideStep(5), miitInterface('Jr_xx')],
  texts: {
    title: { zh: '每个网站都有接入信息', en: 'Every website has its access entry' },
    why: {
      zh: '添加网站之后还要为它添加接入，没有接入信息的网站无法提交给接入商审核。',
      en: 'After adding a website its access is added too; without it the website never reaches the host for review.',
    },
    messages: {
      none: say<{ name: string }>({
        zh: (d) => [
          `网站${d.name === '' ? '' : `“${d.name}”`}没有接入信息`,
          '补上接入服务提供商、接入方式、网站IP 和服务器放置地点',
        ],
        en: (d) => [
          `The website${d.name === '' ? '' : ` “${d.name}”`} has no access entry`,
          'Add provider, access method, IP and place of the server',
        ],
      }),
    },
  },
  examples: {
    bad: [{ draft: '网站信息: [{ 网站名称: 山间札记 }]', says: 'none' }],
    good: [
      { draft: '网站信息: [{ 网站名称: 山间札记, 接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 } }]' },
    ],
  },
  check(draft, { report }) {
    for (const [i, { access, name = '' }] of draft.websites.entries()) {
      const filled = access.some(
        ({ provider, method, ips, location }) =>
          provider !== undefined || method.length + ips.length + location.length > 0,
      )
      if (!filled) report('none', { at: ['websites', i, 'access'], data: { name } })
    }
  },
})
