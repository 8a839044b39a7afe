// The IP field holds addresses that a public website can have.
import type { Fix } from '../../src/engine/finding.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { canonicalIp, parseIp, parseIpSpan } from '../../src/facts/ip.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { entriesOf } from './entries.ts'
import { readIp } from './places.ts'

interface Value {
  readonly value: string
  readonly [key: string]: string
}

const askHost = {
  zh: '填写接入商给这个空间的公网 IP',
  en: 'Write the public IP that the host gave to this site',
}

/** An IPv4 address inside a URL or before a port. */
const wrapped = /^(?:https?:\/\/)?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{1,5})?(?:\/[^\d].*|\/)?$/i

/** Several addresses written into one value. */
function severalIn(text: string): boolean {
  if (!/[;；,，、|\s]/.test(text)) return false
  const parts = text.split(/[;；,，、|\s]+/).filter((part) => part !== '')
  // A range written backwards is an IP too; it is told once the list is made.
  const isIp = (part: string): boolean => {
    const span = parseIpSpan(canonicalIp(part))
    return !('problem' in span) || span.problem === 'start-after-end'
  }
  return parts.length > 1 && parts.every(isIp)
}

/** Spaces around the dash of a range and capital letters are as good as none. */
const isPlain = (text: string): boolean => canonicalIp(text) === text.toLowerCase().replace(/ ?- ?/, '-')

export const ip = defineRule({
  id: 'access/ip',
  level: 'error',
  sources: [guideStep(4), miitInterface('1006, 2002, 2006, 2007')],
  returnCode: 1006,
  texts: {
    title: { zh: '网站IP是公网 IP 地址', en: 'The IP is a public IP address' },
    why: {
      zh: '网站IP要能从公网访问到。内网、保留或写法不对的地址，系统按“IP 有误”退回。',
      en: 'The IP has to be reachable from the Internet. Private, reserved or misspelt addresses come back as a bad IP.',
    },
    messages: {
      shape: say<{ value: string; right: string }>({
        zh: (d) => [`IP“${d.value}”里有全角字符、中文标点或空格`, `改为 ${d.right}`],
        en: (d) => [
          `The IP “${d.value}” has full-width characters, Chinese punctuation or spaces`,
          `Write ${d.right}`,
        ],
      }),
      wrapped: say<{ value: string; right: string }>({
        zh: (d) => [`“${d.value}”里除了 IP 还有协议、端口或路径`, `只写 IP：${d.right}`],
        en: (d) => [
          `“${d.value}” has a scheme, port or path around the IP`,
          `Write the IP alone: ${d.right}`,
        ],
      }),
      domain: say<Value>({
        zh: (d) => [`“${d.value}”是域名，这一栏要写 IP 地址`, askHost.zh],
        en: (d) => [`“${d.value}” is a domain; this field takes an IP address`, askHost.en],
      }),
      several: say<Value>({
        zh: (d) => [`“${d.value}”把几个 IP 写在了一起`, '写成列表，一行一个：- IP'],
        en: (d) => [`“${d.value}” holds several IPs in one value`, 'Write a list, one IP a line: - IP'],
      }),
      notIp: say<Value>({
        zh: (d) => [`“${d.value}”不是 IP 地址`, '写成四段 0 到 255 的数字，例如 202.96.209.5；IPv6 也可以'],
        en: (d) => [
          `“${d.value}” is not an IP address`,
          'Write four numbers from 0 to 255, such as 202.96.209.5; IPv6 is taken too',
        ],
      }),
      badPrefix: say<Value>({
        zh: (d) => [`“${d.value}”的前缀长度太大`, 'IPv4 最多 /32，IPv6 最多 /128'],
        en: (d) => [`The prefix of “${d.value}” is too long`, 'At most /32 for IPv4 and /128 for IPv6'],
      }),
      mixed: say<Value>({
        zh: (d) => [`“${d.value}”一头是 IPv4，一头是 IPv6`, '起止 IP 要是同一种；两个单独的 IP 写成列表'],
        en: (d) => [
          `“${d.value}” begins and ends with different kinds of IP`,
          'Both ends are IPv4 or both IPv6; write two single IPs as a list',
        ],
      }),
      reversed: say<{ value: string; right: string }>({
        zh: (d) => [`“${d.value}”的起始 IP 比终止 IP 大`, `改为 ${d.right}`],
        en: (d) => [`The start of “${d.value}” is above its end`, `Write ${d.right}`],
      }),
      special: say<{ value: string; zh: string; en: string; range: string }>({
        zh: (d) => [`“${d.value}”不是公网 IP：${d.range && `${d.range} 是`}${d.zh}`, askHost.zh],
        en: (d) => [`“${d.value}” is not a public IP: ${d.range || 'it'} ${d.en}`, askHost.en],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息:\n  接入信息: { 网站IP: 202。96。209。5 }\n',
        says: 'shape',
        fixed: '网站信息:\n  接入信息: { 网站IP: 202.96.209.5 }\n',
      },
      { draft: '网站信息: { 接入信息: { 网站IP: 192.168.1.10 } }', says: 'special' },
      { draft: '网站信息: { 接入信息: { 网站IP: www.example.com } }', says: 'domain' },
      {
        draft: '网站信息:\n  接入信息: { 网站IP: 202.96.209.9-202.96.209.5 }\n',
        says: 'reversed',
        fixed: '网站信息:\n  接入信息: { 网站IP: 202.96.209.5-202.96.209.9 }\n',
      },
    ],
    good: [
      { draft: "网站信息: { 接入信息: { 网站IP: [202.96.209.5, 202.96.209.8/29, '2400:3200::1'] } }" },
      { draft: '网站信息: { 接入信息: { 网站IP: 202.96.209.5-202.96.209.9 } }' },
    ],
  },
  check(draft, { report }) {
    for (const { access, at: entry } of entriesOf(draft)) {
      for (const [k, value] of access.ips.entries()) {
        if (value === undefined) continue
        const at = [...entry, 'ips', k] as const
        const write = (right: string, safety: Fix['safety']): Fix => ({
          safety,
          edits: [{ op: 'set', path: at, value: right }],
        })
        if (severalIn(value)) {
          report('several', { at, data: { value } })
          continue
        }
        const { canonical: right, span, purpose } = readIp(value)
        if (!('problem' in span)) {
          if (purpose !== undefined) report('special', { at, data: { value, ...purpose } })
          else if (!isPlain(value)) report('shape', { at, data: { value, right }, fix: write(right, 'safe') })
          continue
        }
        const inside = wrapped.exec(right)?.[1]
        if (inside !== undefined && parseIp(inside) !== undefined) {
          report('wrapped', { at, data: { value, right: inside }, fix: write(inside, 'suggested') })
        } else if (span.problem === 'start-after-end') {
          const turned = right.split('-').reverse().join('-')
          report('reversed', {
            at,
            data: { value, right: turned },
            returnCode: 2002,
            fix: write(turned, 'suggested'),
          })
        } else report(otherProblems[span.problem], { at, data: { value } })
      }
    }
  },
})

const otherProblems = {
  domain: 'domain',
  'not-ip': 'notIp',
  'bad-prefix': 'badPrefix',
  'mixed-versions': 'mixed',
} as const
