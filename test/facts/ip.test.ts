// Addresses, spans, special purposes, and the table of provinces.

import { describe, expect, test } from 'vitest'
import { embeddedIpTable } from '../../src/cli/ip-data.ts'
import { canonicalIp, contains, parseIp, parseIpSpan, specialPurpose } from '../../src/facts/ip.ts'
import { codeAt, openRanges, packRanges } from '../../src/facts/ip-table.ts'
import { codeOfText, Merger, readXdb } from '../../src/facts/xdb.ts'
import fc from '../property.ts'

describe('addresses', () => {
  test.each([
    ['1.2.3.4', 0x01020304n],
    ['255.255.255.255', 0xffffffffn],
    ['::1', 1n],
    ['240e::', 0x240en << 112n],
    ['2400:3200::1', (0x24003200n << 96n) + 1n],
    ['::ffff:1.2.3.4', 0xffff01020304n],
  ])('%s', (text, value) => {
    expect(parseIp(text)?.value).toBe(value)
  })
  test.each([
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    '1.2.3.a',
    '',
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    '12345::',
    '1:2:3:4:5:6:7',
  ])('%s is none', (text) => expect(parseIp(text)).toBeUndefined())
  test('canonical form', () =>
    expect(canonicalIp('１０１。80．16 .8～101.80.16.9')).toBe('101.80.16.8-101.80.16.9'))
})

describe('spans', () => {
  test.each([
    ['101.80.16.8', 1n],
    ['101.80.16.8-101.80.16.11', 4n],
    ['101.80.16.0/24', 256n],
    ['2400:3200::/120', 256n],
  ])('%s holds %s addresses', (text, size) => {
    const span = parseIpSpan(text)
    expect('problem' in span ? span.problem : span.to - span.from + 1n).toBe(size)
  })
  test.each([
    ['101.80.16.9-101.80.16.8', 'start-after-end'],
    ['1.2.3.4-::1', 'mixed-versions'],
    ['1.2.3.4/33', 'bad-prefix'],
    ['example.cn', 'domain'],
    ['无', 'not-ip'],
    ['1.2.3.4-1.2.3.5-1.2.3.6', 'not-ip'],
  ])('%s: %s', (text, problem) => {
    expect(parseIpSpan(text)).toEqual({ problem })
  })
  test('inside another', () => {
    const [outer, inner, other] = ['101.80.16.0/24', '101.80.16.8', '101.80.17.1'].map(parseIpSpan)
    if (!outer || !inner || !other || 'problem' in outer || 'problem' in inner || 'problem' in other)
      throw new Error()
    expect([contains(outer, inner), contains(outer, other)]).toEqual([true, false])
  })
})

describe('no address of a public website', () => {
  test.each(
    '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.1.1 172.16.0.1 172.31.255.255 192.0.2.1 192.168.1.20 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 255.255.255.255 :: ::1 fc00::1 fe80::1 ff02::1 2001:db8::1 2002::1 3fff::1 64:ff9b::1 ::ffff:1.2.3.4 4000::1'.split(
      ' ',
    ),
  )('%s', (text) => {
    const span = parseIpSpan(text)
    expect('problem' in span ? undefined : specialPurpose(span)?.zh).toBeTruthy()
  })
  test.each('1.1.1.1 101.80.16.8 172.32.0.1 192.0.3.1 223.255.255.255 2400:3200::1 240e::1'.split(' '))(
    'but %s is',
    (text) => {
      const span = parseIpSpan(text)
      expect('problem' in span ? span : specialPurpose(span)).toBeUndefined()
    },
  )
})

describe('the embedded table', () => {
  const table = embeddedIpTable()
  test.each([
    ['202.96.209.5', '上海'],
    ['101.80.16.8', '上海'],
    ['47.96.12.34', '浙江'],
    ['240e:3a1::1', '广东'],
  ])('%s is in %s', (text, province) => {
    const ip = parseIp(text)
    const place = ip && table.province(ip)
    expect(place?.kind === 'province' ? place.province : place?.kind).toBeTruthy()
    if (!text.includes(':')) expect(place).toEqual({ kind: 'province', province })
  })
  test('abroad, unknown, date', () => {
    const at = (text: string) => {
      const ip = parseIp(text)
      return ip && table.province(ip)
    }
    expect(at('8.8.8.8')).toEqual({ kind: 'abroad' })
    expect(at('0.0.0.1')).toBeUndefined()
    expect(table.dataDate).toBe('2024-02-28')
  })
})

test('looking up by halving is looking at each range', () => {
  const ranges = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 40 })
  fc.assert(
    fc.property(ranges, fc.integer({ min: 0, max: 6000 }), (starts, asked) => {
      const merge = new Merger(false, 20240101)
      const sorted = [0, ...starts.sort((a, b) => a - b)]
      for (const [index, start] of sorted.entries()) merge.add(0, start, index % 7)
      const opened = openRanges(packRanges(merge.ranges()))
      const last = sorted.findLastIndex((start) => start <= asked)
      expect(codeAt(opened, 0, asked)).toBe(last % 7)
    }),
  )
})

/** A whole .xdb of structure 2 with two segments. */
function tinyXdb(): Uint8Array {
  const texts = ['中国|0|浙江省|杭州市|某云', '美国|0|0|0|0'].map((text) => Buffer.from(text))
  const bytes = Buffer.alloc(256 + 200 + 28)
  bytes.writeUInt16LE(2, 0)
  bytes.writeUInt32LE(Date.parse('2026-01-02T00:00:00Z') / 1000, 4)
  const first = 256 + 200
  bytes.writeUInt32LE(first, 8)
  bytes.writeUInt32LE(first + 14, 12)
  let at = 256
  for (const [index, text] of texts.entries()) {
    text.copy(bytes, at)
    const entry = first + index * 14
    bytes.writeUInt32LE(index * 0x80000000, entry)
    bytes.writeUInt32LE(index === 0 ? 0x7fffffff : 0xffffffff, entry + 4)
    bytes.writeUInt16LE(text.length, entry + 8)
    bytes.writeUInt32LE(at, entry + 10)
    at += text.length
  }
  return bytes
}

describe('files of ip2region', () => {
  test('a small one', () => {
    const xdb = readXdb(tinyXdb())
    expect(xdb).toMatchObject({ version: 4, ranges: { count: 2, date: 20260102 } })
  })
  test.each([
    [new Uint8Array(10)],
    [new Uint8Array(1000)],
    [new TextEncoder().encode('not a database'.repeat(50))],
  ])('no .xdb', (bytes) => {
    expect(readXdb(bytes)).toBeUndefined()
  })
  test.each([
    ['中国|0|浙江省|杭州市|电信', true],
    ['中国|浙江省|杭州市|电信|CN', true],
    ['美国|0|0|0|0', false],
  ])('%s', (text, isZhejiang) => {
    expect(codeOfText(text) === codeOfText('中国|0|浙江|0|0')).toBe(isZhejiang)
  })
})
