// IP addresses, spans of them, and the ranges that no public website can be at.
import { toHalfWidth } from './text.ts'

/** An address as a number: 32 bits or 128. */
export interface Ip {
  readonly version: 4 | 6
  readonly value: bigint
}

/** Addresses from one to another, both included. */
export interface IpSpan {
  readonly version: 4 | 6
  readonly from: bigint
  readonly to: bigint
}

export type IpProblem = 'not-ip' | 'start-after-end' | 'mixed-versions' | 'bad-prefix' | 'domain'

/** Half width, plain dots and colons, no spaces: what people type with a Chinese keyboard. */
export function canonicalIp(text: string): string {
  // Nearly every one is in form as it was written: one look is faster than the changes.
  if (/^[\da-f.:/-]*$/.test(text)) return text
  return toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[。．｡]/g, '.')
    .replace(/[~～—–－至]+/g, '-')
    .toLowerCase()
}

/** One address, or undefined. IPv4 is four decimal numbers without leading zeros; zones (%eth0) are not taken. */
export function parseIp(text: string): Ip | undefined {
  return text.includes(':') ? parse6(text) : parse4(text)
}

function parse4(text: string): Ip | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let value = 0
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    value = value * 256 + Number(part)
  }
  return { version: 4, value: BigInt(value) }
}

function parse6(text: string): Ip | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.map((half) => (half === '' ? [] : groupsOf(half)))
  const [head, tail] = groups
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined
  const count = head.length + (tail?.length ?? 0)
  if (halves.length === 1 ? count !== 8 : count > 7) return undefined
  let value = 0n
  for (const group of [...head, ...Array<number>(8 - count).fill(0), ...(tail ?? [])])
    value = (value << 16n) | BigInt(group)
  return { version: 6, value }
}

/** Groups of 16 bits; the last two may be written as an IPv4 address. Undefined where one is none. */
function groupsOf(text: string): number[] | undefined {
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1 && part.includes('.') ? parse4(part) : undefined
    if (last !== undefined) groups.push(Number(last.value >> 16n), Number(last.value & 0xffffn))
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** One address, a range `a-b`, or CIDR `a/n`, in canonical form. */
export function parseIpSpan(text: string): IpSpan | { readonly problem: IpProblem } {
  const cidr = /^([^/]+)\/(\d{1,3})$/.exec(text)
  if (cidr?.[1] !== undefined) return parseCidr(cidr[1], Number(cidr[2]))
  const [first = '', second, ...more] = text.split('-')
  const from = parseIp(first)
  const to = second === undefined ? from : parseIp(second)
  if (from === undefined || to === undefined || more.length > 0) {
    return { problem: /^[^\s:/]+\.[a-z\u4e00-\u9fff]{2,}$/i.test(text) ? 'domain' : 'not-ip' }
  }
  if (from.version !== to.version) return { problem: 'mixed-versions' }
  if (from.value > to.value) return { problem: 'start-after-end' }
  return { version: from.version, from: from.value, to: to.value }
}

function parseCidr(address: string, prefix: number): IpSpan | { readonly problem: IpProblem } {
  const ip = parseIp(address)
  if (ip === undefined) return { problem: 'not-ip' }
  const bits = ip.version === 4 ? 32 : 128
  if (prefix > bits) return { problem: 'bad-prefix' }
  const size = 1n << BigInt(bits - prefix)
  const from = ip.value - (ip.value % size)
  return { version: ip.version, from, to: from + size - 1n }
}

/** Whether a span lies wholly inside another. */
export const contains = (outer: IpSpan, inner: IpSpan): boolean =>
  outer.version === inner.version && outer.from <= inner.from && inner.to <= outer.to

const overlaps = (a: IpSpan, b: IpSpan): boolean =>
  a.version === b.version && a.from <= b.to && b.from <= a.to

/** What a range is set aside for. */
export interface SpecialPurpose {
  readonly range: string
  readonly zh: string
  readonly en: string
}

/** Source: IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates). */
const specialPurposes: readonly SpecialPurpose[] = [
  { range: '0.0.0.0/8', zh: '“本网络”地址', en: 'means “this network”' },
  { range: '10.0.0.0/8', zh: '内网地址', en: 'is private' },
  { range: '100.64.0.0/10', zh: '运营商内部地址', en: 'is internal to carriers' },
  { range: '127.0.0.0/8', zh: '本机地址', en: 'is the machine itself' },
  { range: '169.254.0.0/16', zh: '链路本地地址', en: 'is link-local' },
  { range: '172.16.0.0/12', zh: '内网地址', en: 'is private' },
  { range: '192.0.0.0/24', zh: '协议保留地址', en: 'is reserved for protocols' },
  { range: '192.0.2.0/24', zh: '文档示例地址', en: 'is for documentation' },
  { range: '192.88.99.0/24', zh: '已停用的中继地址', en: 'is a relay address out of use' },
  { range: '192.168.0.0/16', zh: '内网地址', en: 'is private' },
  { range: '198.18.0.0/15', zh: '测试专用地址', en: 'is for benchmarks' },
  { range: '198.51.100.0/24', zh: '文档示例地址', en: 'is for documentation' },
  { range: '203.0.113.0/24', zh: '文档示例地址', en: 'is for documentation' },
  { range: '224.0.0.0/4', zh: '组播地址', en: 'is multicast' },
  { range: '240.0.0.0/4', zh: '保留地址', en: 'is reserved' },
  { range: '::/127', zh: '本机或未指定地址', en: 'is unspecified or the machine itself' },
  { range: '::ffff:0:0/96', zh: 'IPv4 映射地址', en: 'is an IPv4-mapped address' },
  { range: '64:ff9b::/96', zh: '地址转换专用的', en: 'is for address translation' },
  { range: '64:ff9b:1::/48', zh: '地址转换专用的', en: 'is for address translation' },
  { range: '100::/64', zh: '丢弃专用地址', en: 'is for discarding' },
  { range: '2001::/23', zh: '协议保留地址', en: 'is reserved for protocols' },
  { range: '2001:db8::/32', zh: '文档示例地址', en: 'is for documentation' },
  { range: '2002::/16', zh: '6to4 过渡地址', en: 'is a 6to4 address' },
  { range: '3fff::/20', zh: '文档示例地址', en: 'is for documentation' },
  { range: '5f00::/16', zh: '段路由专用地址', en: 'is for segment routing' },
  { range: 'fc00::/7', zh: '内网地址', en: 'is private' },
  { range: 'fe80::/10', zh: '链路本地地址', en: 'is link-local' },
  { range: 'ff00::/8', zh: '组播地址', en: 'is multicast' },
]

const specialSpans = new Map<4 | 6, readonly (readonly [IpSpan, SpecialPurpose])[]>()

function openSpecialSpans(version: 4 | 6): readonly (readonly [IpSpan, SpecialPurpose])[] {
  const known = specialSpans.get(version)
  if (known !== undefined) return known
  const spans = specialPurposes
    .filter(({ range }) => range.includes(':') === (version === 6))
    .flatMap((purpose) => {
      const span = parseIpSpan(purpose.range)
      return 'problem' in span ? [] : [[span, purpose] as const]
    })
  specialSpans.set(version, spans)
  return spans
}

/** Addresses of IPv6 that are given out for the public Internet. */
const GLOBAL_UNICAST: IpSpan = { version: 6, from: 0x2000n << 112n, to: (0x4000n << 112n) - 1n }

/** What a span touches that is no public address; undefined for addresses that a website can have. */
export function specialPurpose(span: IpSpan): SpecialPurpose | undefined {
  for (const [special, purpose] of openSpecialSpans(span.version)) if (overlaps(special, span)) return purpose
  if (span.version === 6 && !contains(GLOBAL_UNICAST, span))
    return { range: '', zh: '未分配的地址', en: 'is not given out' }
  return undefined
}
