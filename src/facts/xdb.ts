// Reads the official .xdb files of ip2region (structure 2 and 3) into ranges by province.
// Format: a header of 256 bytes, an index by the first two bytes, texts, then segments
// "first address, last address, length of text, place of text".
import { provinces } from './data/provinces.ts'
import { ABROAD, CHINA, FIRST_PROVINCE, type Ranges, UNKNOWN } from './ip-table.ts'

const HEADER = 256

export interface Xdb {
  readonly version: 4 | 6
  readonly ranges: Ranges
}

/** The code of a place from a text such as 中国|0|浙江省|杭州市|阿里云 or 中国|浙江省|杭州市|阿里云|CN. */
export function codeOfText(text: string): number {
  const parts = text.split('|')
  const [country = ''] = parts
  if (country === '' || country === '0') return UNKNOWN
  if (country !== '中国') return ABROAD
  for (const part of parts.slice(1, 4)) {
    const index = provinces.findIndex(({ id }) => part.startsWith(id))
    if (index >= 0) return FIRST_PROVINCE + index
  }
  return CHINA
}

/**
 * Reads a whole .xdb and merges neighbours of one province.
 * @returns undefined when the bytes are no .xdb.
 */
export function readXdb(bytes: Uint8Array): Xdb | undefined {
  if (bytes.length < HEADER) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const structure = view.getUint16(0, true)
  const created = new Date(view.getUint32(4, true) * 1000)
  const first = view.getUint32(8, true)
  const last = view.getUint32(12, true)
  const wide = structure >= 3 && view.getUint16(16, true) === 6
  const size = (wide ? 16 : 4) * 2 + 6
  const known = structure === 2 || structure === 3
  if (!known || first < HEADER || last < first || last + size > bytes.length) return undefined
  const date = Number(created.toISOString().slice(0, 10).replaceAll('-', ''))
  const merge = new Merger(wide, date)
  const codes = new Map<number, number>()
  const decoder = new TextDecoder()
  for (let at = first; at <= last; at += size) {
    const place = view.getUint32(at + size - 4, true)
    let code = codes.get(place)
    if (code === undefined) {
      code = codeOfText(decoder.decode(bytes.subarray(place, place + view.getUint16(at + size - 6, true))))
      codes.set(place, code)
    }
    // IPv4 numbers are little-endian, IPv6 addresses are in the order of the network.
    if (wide) merge.add(view.getUint32(at, false), view.getUint32(at + 4, false), code)
    else merge.add(0, view.getUint32(at, true), code)
  }
  return { version: wide ? 6 : 4, ranges: merge.ranges() }
}

/** Collects ranges in ascending order; a range of the same code as the one before it is not kept. */
export class Merger {
  readonly #high: number[] = []
  readonly #low: number[] = []
  readonly #codes: number[] = []
  readonly #wide: boolean
  readonly #date: number

  constructor(wide: boolean, date: number) {
    this.#wide = wide
    this.#date = date
  }

  /** A range that begins here. Below 64 bits, the first one counts. */
  add(high: number, low: number, code: number): void {
    const { length } = this.#codes
    if (length > 0 && this.#codes[length - 1] === code) return
    if (length > 0 && this.#high[length - 1] === high && this.#low[length - 1] === low) return
    this.#high.push(high)
    this.#low.push(low)
    this.#codes.push(code)
  }

  ranges(): Ranges {
    return {
      count: this.#codes.length,
      high: Uint32Array.from(this.#wide ? this.#high : []),
      low: Uint32Array.from(this.#low),
      codes: Uint8Array.from(this.#codes),
      date: this.#date,
    }
  }
}
