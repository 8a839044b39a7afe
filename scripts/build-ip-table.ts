// Builds src/facts/data/ip/ipv4.bin and ipv6.bin from data published on npm, and compares the result with the source.
//   ip2region-ts 2.0.1   an official ip2region .xdb of 2024-02-28 (IPv4)
//   ip2region 2.3.0      ipv6wry.db of 2021-05-11 (IPv6; prefixes of 64 bits)
// Run: npx tsx scripts/build-ip-table.ts [--compare]
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeAt, openRanges, packRanges, type Ranges } from '../src/facts/ip-table.ts'
import { codeOfText, Merger, readXdb } from '../src/facts/xdb.ts'

const target = fileURLToPath(new URL('../src/facts/data/ip/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ip-'))

function unpack(name: string, version: string, file: string): Buffer {
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: folder, stdio: 'ignore' })
  mkdirSync(join(folder, name), { recursive: true })
  execFileSync('tar', ['xzf', `${name}-${version}.tgz`, '-C', name, '--strip-components=1'], { cwd: folder })
  const bytes = readFileSync(join(folder, name, file))
  console.log(
    `${name}@${version} ${file}: sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}…`,
  )
  return bytes
}

interface Segment {
  readonly high: number
  readonly low: number
  readonly code: number
}

/** Segments of ipv6wry.db: "IPDB", then sorted prefixes of 64 bits, each with the place of its text. */
function* ipv6Segments(db: Buffer): Generator<Segment> {
  const pointer = db.readUInt8(6)
  const count = Number(db.readBigUInt64LE(8))
  const index = Number(db.readBigUInt64LE(16))
  const codes = new Map<number, number>()
  for (let n = 0; n < count; n += 1) {
    const at = index + n * (8 + pointer)
    const place = db.readUIntLE(at + 8, pointer)
    let code = codes.get(place)
    if (code === undefined) {
      code = codeOfText(
        ipv6Text(db, place, pointer)
          .trim()
          .split(/[\t ]+/)
          .join('|'),
      )
      codes.set(place, code)
    }
    yield { high: db.readUInt32LE(at + 4), low: db.readUInt32LE(at), code }
  }
}

/** The text at a place; byte 1 redirects the whole, byte 2 redirects the country part. */
function ipv6Text(db: Buffer, place: number, pointer: number): string {
  const kind = db.readUInt8(place)
  if (kind === 1 || kind === 2) return ipv6Text(db, db.readUIntLE(place + 1, pointer), pointer)
  return db.toString('utf8', place, db.indexOf(0, place))
}

function buildIpv6(db: Buffer): Ranges {
  const merge = new Merger(true, 20210511)
  for (const { high, low, code } of ipv6Segments(db)) merge.add(high, low, code)
  return merge.ranges()
}

const xdb = unpack('ip2region-ts', '2.0.1', 'data/ip2region.xdb')
const ipv6 = unpack('ip2region', '2.3.0', 'data/ipv6wry.db')
const v4 = readXdb(xdb)?.ranges
if (v4 === undefined) throw new Error('the .xdb cannot be read')
const v6 = buildIpv6(ipv6)
for (const [name, ranges] of [
  ['ipv4', v4],
  ['ipv6', v6],
] as const) {
  const bytes = packRanges(ranges)
  writeFileSync(join(target, `${name}.bin`), bytes)
  console.log(`${name}.bin: ${ranges.count} ranges, ${bytes.length} bytes, data of ${ranges.date}`)
}

/** Counts answers that differ from the source's, on every edge of it and on random addresses. */
function compare(name: string, segments: readonly Segment[], random: number): void {
  const table = openRanges(readFileSync(join(target, `${name}.bin`)))
  const wide = table.high.length > 0
  let asked = 0
  let wrong = 0
  const ask = (high: number, low: number, code: number): void => {
    asked += 1
    if (codeAt(table, high, low) !== code) wrong += 1
  }
  for (const [index, { high, low, code }] of segments.entries()) {
    ask(high, low, code)
    const before = segments[index - 1]
    if (before === undefined) continue
    ask(low === 0 ? high - 1 : high, low === 0 ? 0xffffffff : low - 1, before.code)
  }
  const edges = asked
  for (let n = 0; n < random; n += 1) {
    const segment = segments[Math.floor(Math.random() * segments.length)]
    const address: [number, number] =
      wide && segment
        ? [segment.high, (segment.low + Math.floor(Math.random() * 2 ** 16)) >>> 0]
        : [0, Math.floor(Math.random() * 2 ** 32)]
    ask(...address, linear(segments, ...address))
  }
  console.log(`${name}: ${edges} edges and ${random} random addresses, ${wrong} differ`)
  if (wrong > 0) process.exitCode = 1
}

/** The source's own answer: the last segment that begins at or before the address. */
function linear(segments: readonly Segment[], high: number, low: number): number {
  let from = 0
  let to = segments.length
  while (to - from > 1) {
    const middle = (from + to) >> 1
    const segment = segments[middle]
    if (segment && (segment.high < high || (segment.high === high && segment.low <= low))) from = middle
    else to = middle
  }
  return segments[from]?.code ?? 0
}

/** The segments of an .xdb, unmerged. */
function* xdbSegments(bytes: Buffer): Generator<Segment> {
  const last = bytes.readUInt32LE(12)
  for (let at = bytes.readUInt32LE(8); at <= last; at += 14) {
    const place = bytes.readUInt32LE(at + 10)
    const code = codeOfText(bytes.toString('utf8', place, place + bytes.readUInt16LE(at + 8)))
    yield { high: 0, low: bytes.readUInt32LE(at), code }
  }
}

if (process.argv.includes('--compare')) {
  compare('ipv4', [...xdbSegments(xdb)], 1_000_000)
  compare('ipv6', [...ipv6Segments(ipv6)], 1_000_000)
}
rmSync(folder, { recursive: true })
