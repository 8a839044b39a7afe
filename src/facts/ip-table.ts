// IP address to province: sorted range starts with one byte each, looked up by halving. Nothing is parsed at load.
import { provinces } from './data/provinces.ts'
import type { Ip } from './ip.ts'
import type { ProvinceName } from './regions.ts'

/** Where an address is, as far as the table goes. */
export type IpPlace =
  | { readonly kind: 'province'; readonly province: ProvinceName }
  /** In China, of no known province. */
  | { readonly kind: 'china' }
  | { readonly kind: 'abroad' }

export interface IpTable {
  /** The place of an address; undefined where the table knows none. */
  province(ip: Ip): IpPlace | undefined
  /** The day of the data for IPv4, YYYY-MM-DD. */
  readonly dataDate: string
}

/** Codes of places in a packed table; provinces follow in the order of the form. */
export const UNKNOWN = 0
export const ABROAD = 1
export const CHINA = 2
export const FIRST_PROVINCE = 3

/** Ranges that cover all addresses: range i begins at start i and ends before start i + 1. */
export interface Ranges {
  readonly count: number
  /** Upper and lower half of the start for IPv6 prefixes of 64 bits; `high` is empty for IPv4. */
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly codes: Uint8Array
  /** YYYYMMDD. */
  readonly date: number
}

const HEADER = 12
const WIDE = 6

/** Packs ranges: version, count, date, then the starts, then the codes; all numbers little-endian. */
export function packRanges({ count, high, low, codes, date }: Ranges): Uint8Array {
  const bytes = new Uint8Array(HEADER + 4 * (high.length + low.length) + count)
  new Uint32Array(bytes.buffer, 0, 3).set([high.length > 0 ? WIDE : 4, count, date])
  new Uint32Array(bytes.buffer, HEADER, high.length).set(high)
  new Uint32Array(bytes.buffer, HEADER + 4 * high.length, count).set(low)
  bytes.set(codes, HEADER + 4 * (high.length + count))
  return bytes
}

/** Opens packed ranges without copying, where the bytes are aligned. */
export function openRanges(bytes: Uint8Array): Ranges {
  const { buffer, byteOffset } = byteOffsetIsAligned(bytes) ? bytes : bytes.slice()
  const [version = 0, count = 0, date = 0] = new Uint32Array(buffer, byteOffset, 3)
  const wide = version === WIDE ? count : 0
  const high = new Uint32Array(buffer, byteOffset + HEADER, wide)
  const low = new Uint32Array(buffer, byteOffset + HEADER + 4 * wide, count)
  const codes = new Uint8Array(buffer, byteOffset + HEADER + 4 * (wide + count), count)
  return { count, high, low, codes, date }
}

/** Ranges that know no address, for where there is no table. */
export const emptyRanges: Ranges = {
  count: 1,
  high: new Uint32Array(),
  low: new Uint32Array(1),
  codes: new Uint8Array([UNKNOWN]),
  date: 0,
}

const byteOffsetIsAligned = (bytes: Uint8Array): boolean => bytes.byteOffset % 4 === 0

/** Code of the range that holds an address. */
export function codeAt({ count, high, low, codes }: Ranges, upper: number, lower: number): number {
  const wide = high.length > 0
  let from = 0
  let to = count - 1
  while (from < to) {
    const middle = (from + to + 1) >>> 1
    const h = wide ? (high[middle] ?? 0) : 0
    const before = h < upper || (h === upper && (low[middle] ?? 0) <= lower)
    if (before) from = middle
    else to = middle - 1
  }
  return codes[from] ?? UNKNOWN
}

const places = new Map<number, IpPlace | undefined>([
  [UNKNOWN, undefined],
  [ABROAD, { kind: 'abroad' }],
  [CHINA, { kind: 'china' }],
])

function placeOf(code: number): IpPlace | undefined {
  if (!places.has(code)) {
    const province = provinces[code - FIRST_PROVINCE]?.id
    places.set(code, province === undefined ? undefined : { kind: 'province', province })
  }
  return places.get(code)
}

/**
 * Opens a table over packed ranges.
 * @param v4 asked for at the first IPv4 address.
 * @param v6 asked for at the first IPv6 address; it holds prefixes of 64 bits.
 */
export function openIpTable(v4: () => Ranges, v6: () => Ranges): IpTable {
  let open4: Ranges | undefined
  let open6: Ranges | undefined
  let day: string | undefined
  const rangesOf = (version: 4 | 6): Ranges => {
    if (version === 4) {
      open4 ??= v4()
      return open4
    }
    open6 ??= v6()
    return open6
  }
  return {
    province: (ip) => {
      if (ip.version === 4) return placeOf(codeAt(rangesOf(4), 0, Number(ip.value)))
      const prefix = ip.value >> 64n
      const [upper, lower] = [Number(prefix >> 32n), Number(prefix & 0xffffffffn)]
      return placeOf(codeAt(rangesOf(6), upper, lower))
    },
    get dataDate() {
      day ??= String(rangesOf(4).date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
      return day
    },
  }
}
