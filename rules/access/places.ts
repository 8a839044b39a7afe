// The IP addresses of an access entry, read, and where they are.
import type { Access } from '../../src/draft/catalogue.ts'
import {
  canonicalIp,
  type IpProblem,
  type IpSpan,
  parseIpSpan,
  type SpecialPurpose,
  specialPurpose,
} from '../../src/facts/ip.ts'
import type { IpTable } from '../../src/facts/ip-table.ts'
import type { ProvinceName } from '../../src/facts/regions.ts'
import { remembering } from '../../src/facts/remember.ts'

/** A public address or span of an entry's IP field. */
export interface Placed {
  readonly text: string
  /** Its place in the field. */
  readonly index: number
  /** Where it begins and ends; empty where the table knows no province. */
  readonly where: readonly (ProvinceName | 'abroad')[]
  /** The day of the table's data; empty for IPv6, which is less well known. */
  readonly date: string
}

/** A value of the IP field, read once for all rules that ask. */
interface ReadIp {
  readonly canonical: string
  readonly span: IpSpan | { readonly problem: IpProblem }
  readonly purpose: SpecialPurpose | undefined
}

export const readIp = remembering((text: string): ReadIp => {
  const canonical = canonicalIp(text)
  const span = parseIpSpan(canonical)
  return { canonical, span, purpose: 'problem' in span ? undefined : specialPurpose(span) }
})

/** What was written into the IP field as a span; undefined for what `access/ip` speaks of. */
export function readSpan(text: string | undefined): IpSpan | undefined {
  if (text === undefined) return undefined
  const { span } = readIp(text)
  return 'problem' in span ? undefined : span
}

/** The public addresses of an entry with their places. */
export function placesOf(access: Access, table: IpTable): Placed[] {
  const placed: Placed[] = []
  for (const [index, text] of access.ips.entries()) {
    const span = readSpan(text)
    if (text === undefined || span === undefined || readIp(text).purpose !== undefined) continue
    const { version, from, to } = span
    const where: (ProvinceName | 'abroad')[] = []
    for (const value of from === to ? [from] : [from, to]) {
      const place = table.province({ version, value })
      const name =
        place?.kind === 'province' ? place.province : place?.kind === 'abroad' ? 'abroad' : undefined
      if (name !== undefined && !where.includes(name)) where.push(name)
    }
    placed.push({ text, index, where, date: version === 4 ? table.dataDate : '' })
  }
  return placed
}
