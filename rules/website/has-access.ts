// Every website has its access entry: who hosts it, how, and where.
import type { Access } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { canonicalIp } from '../../src/facts/ip.ts'
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
      twice: say<{ name: string }>({
        zh: (d) => [`网站${d.name === '' ? '' : `“${d.name}”`}的同一条接入信息写了两次`, '删去重复的一条'],
        en: (d) => [
          `The website${d.name === '' ? '' : ` “${d.name}”`} has the same access entry twice`,
          'Take one of them away',
        ],
      }),
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
    bad: [
      { draft: '网站信息: [{ 网站名称: 山间札记 }]', says: 'none' },
      {
        draft:
          '网站信息: { 接入信息: [{ 网站IP: 101.80.16.8, 接入方式: 虚拟主机 }, { 网站IP: 101.80.16.8 }] }',
        says: 'twice',
        fixed: '网站信息: { 接入信息: [{ 网站IP: 101.80.16.8, 接入方式: 虚拟主机 }] }',
      },
    ],
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
      for (const k of repeated(access)) {
        const at = ['websites', i, 'access', k] as const
        const fix = { safety: 'suggested', edits: [{ op: 'remove', path: at }] } as const
        report('twice', { at, returnCode: TWICE, data: { name }, fix })
      }
    }
  },
})

/** MIIT's code for the same access twice in one website. */
const TWICE = 1029

/** The entries whose addresses an earlier entry has already, from the same provider or one that is not named. */
function* repeated(access: readonly Access[]): Generator<number> {
  if (access.length < 2) return
  const addresses = access.map(({ ips }) =>
    [...new Set(ips.map((ip) => canonicalIp(ip ?? '')))].sort().join(' '),
  )
  for (const [k, own] of addresses.entries()) {
    const provider = access[k]?.provider
    const again = addresses.slice(0, k).some((other, j) => {
      const before = access[j]?.provider
      return other === own && (before === undefined || provider === undefined || before === provider)
    })
    if (own !== '' && again) yield k
  }
}
