// The IP is one that the host gave out.
import { defineRule, say } from '../../src/engine/rule.ts'
import { isOtherHost } from '../../src/facts/hosts.ts'
import { contains } from '../../src/facts/ip.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { entriesOf } from './entries.ts'
import { readSpan } from './places.ts'

interface Options {
  /** The host's addresses: CIDR or `a-b`. Empty: not known, so the user is asked to look. */
  ranges: string[]
}

export const ownIp = defineRule({
  id: 'access/own-ip',
  level: 'error',
  sources: [guideStep(4), miitInterface('1063')],
  returnCode: 1063,
  options: {
    schema: (z) =>
      z.strictObject({
        ranges: z
          .array(z.string())
          .describe(
            '接入商的 IP：CIDR 或“起-止”；空为不知道，改为提醒核对 · The host’s addresses, as CIDR or from-to; empty: not known, so the user is asked to look',
          ),
      }),
    defaults: { ranges: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '网站IP是接入商的IP', en: "The IP is one of the host's" },
    why: {
      zh: '接入商只能为自己报备过的 IP 接入网站；填了别处的 IP，系统会退回。',
      en: 'A host can take on websites only at addresses it has declared itself; the system returns any other.',
    },
    messages: {
      outside: say<{ ip: string; host: string }>({
        zh: (d) => [`IP ${d.ip} 不在“${d.host}”的地址范围内`, '照空间或服务器的控制台填写，或向接入商核对'],
        en: (d) => [
          `The IP ${d.ip} is not among the addresses of “${d.host}”`,
          "Copy it from the host's panel, or ask the host",
        ],
      }),
    },
    reminders: {
      yours: say<{ ips: readonly string[]; host: string | undefined }>({
        zh: (d) => [
          `网站IP是${d.host === undefined ? '接入商' : `“${d.host}”`}给这个空间的 IP：${d.ips.join('、')}`,
        ],
        en: (d) => [
          `The IP is the one that ${d.host === undefined ? 'the host' : `“${d.host}”`} gave to this site: ${d.ips.join(', ')}`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 接入信息: { 网站IP: 202.96.209.5 } }',
        says: 'outside',
        options: { ranges: ['116.228.0.0/16', '180.153.0.0-180.153.255.255'] },
      },
    ],
    good: [
      {
        draft: '网站信息: { 接入信息: { 网站IP: [116.228.10.5, 180.153.9.1-180.153.9.6] } }',
        options: { ranges: ['116.228.0.0/16', '180.153.0.0-180.153.255.255'] },
      },
      { draft: '网站信息: { 接入信息: { 网站IP: 202.96.209.5 } }' },
    ],
  },
  check(draft, { report, remind, options, world }) {
    // A range that cannot be read is the profile's mistake; what is left still counts.
    const ranges = options.ranges.map(readSpan).filter((range) => range !== undefined)
    const host = world.profile.host?.names[0]
    const toSee = new Set<string>()
    for (const { access, at } of entriesOf(draft)) {
      if (isOtherHost(access.provider, world.profile.host, world.hosts)) continue
      for (const [k, ip] of access.ips.entries()) {
        const span = readSpan(ip)
        if (ip === undefined || span === undefined) continue
        if (ranges.length === 0) toSee.add(ip)
        else if (!ranges.some((range) => contains(range, span))) {
          report('outside', { at: [...at, 'ips', k], data: { ip, host: host ?? world.profile.title.zh } })
        }
      }
    }
    if (toSee.size > 0) remind('yours', { ips: [...toSee], host })
  },
})
