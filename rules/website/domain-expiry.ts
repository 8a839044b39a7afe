// How long the domain is still registered.
import { defineRule, say } from '../../src/engine/rule.ts'
import { monthsLater, readDate } from '../../src/facts/dates.ts'
import { documents } from '../../src/profile/documents.ts'

interface Options {
  /** Months that a domain has to be registered still. */
  months: number
  /** The province says so itself; elsewhere it is a usual request of hosts. */
  strict: boolean
}

export const domainExpiry = defineRule({
  id: 'website/domain-expiry',
  level: 'error',
  sources: [documents['huawei-2026']],
  options: {
    schema: (z) =>
      z.strictObject({
        months: z
          .number()
          .int()
          .min(0)
          .describe('域名还要有几个月有效期 · Months that a domain has to be registered still'),
        strict: z
          .boolean()
          .describe(
            '本省明文要求；其他地方只是接入商的习惯 · The province says so itself; elsewhere it is a usual request of hosts',
          ),
      }),
    defaults: { months: 3, strict: false } satisfies Options as Options,
  },
  texts: {
    title: { zh: '域名有效期够长', en: 'The domain is registered long enough' },
    why: {
      zh: '过期的域名不能备案；不少省要求提交时域名剩余有效期在三个月以上。',
      en: 'No filing for an expired domain; many provinces want three months of registration left.',
    },
    messages: {
      expired: say<{ domain: string; date: string }>({
        zh: (d) => [`域名“${d.domain}”已于 ${d.date} 到期`, '先续费，再提交备案'],
        en: (d) => [`The domain “${d.domain}” expired on ${d.date}`, 'Renew it before filing'],
      }),
      soon: say<{ domain: string; date: string; months: number }>({
        zh: (d) => [
          `域名“${d.domain}”将于 ${d.date} 到期，剩余不足 ${d.months} 个月`,
          '先续费一年以上，再提交备案',
        ],
        en: (d) => [
          `The domain “${d.domain}” expires on ${d.date}, in less than ${d.months} months`,
          'Renew it for a year or more before filing',
        ],
      }),
      unreadable: say<{ written: string }>({
        zh: (d) => [`域名到期日“${d.written}”不是日期`, '写成 2028-06-30 这样的日期'],
        en: (d) => [`“${d.written}” is not a date`, 'Write it as 2028-06-30'],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '网站信息: { 域名: [{ 域名: example.com, 到期日: 2020-01-31 }] }', says: 'expired' },
      { draft: '网站信息: { 域名: [{ 域名: example.com, 到期日: 明年 }] }', says: 'unreadable' },
    ],
    good: [{ draft: '网站信息: { 域名: [{ 域名: example.com, 到期日: 2060-01-31 }] }' }],
  },
  check(draft, { report, options, world }) {
    for (const [i, website] of draft.websites.entries()) {
      for (const [k, { name: domain = '', expires }] of website.domains.entries()) {
        if (expires === undefined) continue
        const at = ['websites', i, 'domains', k, 'expires'] as const
        const reading = readDate(expires)
        if (reading.kind === 'long-term') continue
        if (reading.kind === 'bad')
          report('unreadable', { at, atMost: 'warning', data: { written: expires } })
        else if (reading.iso < world.today) report('expired', { at, data: { domain, date: reading.iso } })
        else if (reading.iso < monthsLater(world.today, options.months))
          report('soon', {
            at,
            ...(!options.strict && { atMost: 'warning' }),
            option: 'strict',
            data: { domain, date: reading.iso, months: options.months },
          })
      }
    }
  },
})
