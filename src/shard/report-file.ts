// The file that a shard writes and `merge` reads: a head that says which part of which run it is, then batch by batch what
// came of them, then a checksum. Batches are read when they are wanted.
import { createHash, type Hash, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { SealedBatch } from '../engine/task.ts'
import type { Notice } from '../inputs/notice.ts'
import type { ToldBatch, ToldStandings } from './seal.ts'
import type { Shard } from './share.ts'

const MAGIC = Buffer.from('beian-check shard 2\n')
const DIGEST = 32
/** Before each batch: its place in the run, and the sizes of its two parts. */
const HEAD = 12

/** Which part of which run a report is of. Parts of one run agree in all but the shard, the day and what was told of files. */
export interface ShardHead {
  readonly version: string
  readonly shard: Shard
  /** Hashes: of the names of all drafts, of the first drafts' contents, of the configs. */
  readonly list: string
  readonly contents: string
  readonly configs: string
  readonly profile: string | null
  readonly rules: readonly string[]
  readonly maxSize: number | null
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  readonly trouble: readonly Notice[]
  readonly notes: readonly Notice[]
}

/** Whether a file begins like a shard's report, of whatever layout. */
export const isShardReport = (head: string): boolean => head.startsWith('beian-check shard ')

/** Writes a shard's report; it is there when it is complete, and readable by its owner only. */
export class ShardWriter {
  readonly #target: string
  readonly #temporary: string
  readonly #descriptor: number
  readonly #hash: Hash = createHash('sha256')
  #isOpen = true

  /** @throws errors of the system, as do the others that write; nothing is left behind then */
  constructor(target: string, head: ShardHead) {
    this.#target = target
    // In containers one process number is as good as another; a killed run may have left its file.
    const mark = randomBytes(4).toString('hex')
    this.#temporary = join(dirname(target), `.${basename(target)}.${mark}.tmp`)
    this.#descriptor = openSync(this.#temporary, 'wx', 0o600)
    const words = Buffer.from(JSON.stringify(head))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(words.length)
    try {
      this.#write(Buffer.concat([MAGIC, size, words]))
    } catch (error) {
      this.drop()
      throw error
    }
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at)
  }

  /** @param order number of the batch's first task in the whole run */
  add(order: number, { result, standings }: SealedBatch): void {
    const head = Buffer.alloc(HEAD)
    head.writeUInt32LE(order, 0)
    head.writeUInt32LE(result.length, 4)
    head.writeUInt32LE(standings.length, 8)
    for (const bytes of [head, result, standings]) this.#write(bytes)
  }

  close(): void {
    const digest = this.#hash.digest()
    writeSync(this.#descriptor, digest)
    fsyncSync(this.#descriptor)
    this.#shut()
    renameSync(this.#temporary, this.#target)
  }

  /** Leaves nothing behind. */
  drop(): void {
    this.#shut()
    rmSync(this.#temporary, { force: true })
  }

  #shut(): void {
    if (this.#isOpen) closeSync(this.#descriptor)
    this.#isOpen = false
  }
}

/** Where a batch stands in a file. */
interface Entry {
  readonly order: number
  readonly result: readonly [at: number, size: number]
  readonly standings: readonly [at: number, size: number]
}

/** Why a file is no report of a shard. */
export type Fault = 'foreign' | 'incomplete'

/** A report with another content than its checksum, or its maker, should have let through. */
export class SpoiltShard extends Error {
  readonly file: string

  constructor(file: string) {
    super('spoilt')
    this.name = 'SpoiltShard'
    this.file = file
  }
}

/** A shard's report that was opened. */
export class ShardFile {
  readonly name: string
  readonly head: ShardHead
  readonly #descriptor: number
  readonly entries: readonly Entry[]

  private constructor(name: string, head: ShardHead, descriptor: number, entries: readonly Entry[]) {
    this.name = name
    this.head = head
    this.#descriptor = descriptor
    this.entries = entries
  }

  /**
   * Opens a file and goes through it once to see that it is whole.
   * @param name the file as it is named to the user
   * @throws errors of the system
   */
  static open(name: string, path: string): ShardFile | Fault {
    const descriptor = openSync(path, 'r')
    const fault = (why: Fault): Fault => {
      closeSync(descriptor)
      return why
    }
    const end = statSync(path).size - DIGEST
    const start = readAt(descriptor, 0, MAGIC.length + 4)
    if (!start.subarray(0, MAGIC.length).equals(MAGIC)) return fault('foreign')
    if (!isWhole(descriptor, end)) return fault('incomplete')
    if (end < start.length) return fault('incomplete')
    const size = start.readUInt32LE(MAGIC.length)
    const head = start.length + size > end ? undefined : headOf(readAt(descriptor, start.length, size))
    if (head === undefined) return fault('incomplete')
    const entries: Entry[] = []
    for (let at = start.length + size; at < end; ) {
      const from = at + HEAD
      if (from > end) return fault('incomplete')
      const numbers = readAt(descriptor, at, HEAD)
      const [first, second] = [numbers.readUInt32LE(4), numbers.readUInt32LE(8)]
      if (from + first + second > end) return fault('incomplete')
      entries.push({
        order: numbers.readUInt32LE(0),
        result: [from, first],
        standings: [from + first, second],
      })
      at = from + first + second
    }
    return new ShardFile(name, head, descriptor, entries)
  }

  result({ result: [at, size] }: Entry): ToldBatch {
    return this.#unpack(at, size)
  }

  standings({ standings: [at, size] }: Entry): ToldStandings {
    return this.#unpack(at, size)
  }

  /** @throws SpoiltShard */
  #unpack<T>(at: number, size: number): T {
    try {
      const content: T = JSON.parse(inflateRawSync(readAt(this.#descriptor, at, size)).toString())
      return content
    } catch {
      throw new SpoiltShard(this.name)
    }
  }

  close(): void {
    closeSync(this.#descriptor)
  }
}

/** The head that a file has; undefined for what is none. Its checksum says who is careless, not who is honest. */
function headOf(bytes: Buffer): ShardHead | undefined {
  try {
    const head: ShardHead | null = JSON.parse(bytes.toString())
    const { version, shard, rules, trouble, notes, today } = head ?? {}
    const isHead =
      typeof version === 'string' &&
      typeof today === 'string' &&
      Number.isInteger(shard?.index) &&
      Number.isInteger(shard?.count) &&
      [rules, trouble, notes].every(Array.isArray)
    return isHead && head !== null ? head : undefined
  } catch {
    return undefined
  }
}

function readAt(descriptor: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size)
  return bytes.subarray(0, readSync(descriptor, bytes, 0, size, at))
}

/** Bytes that are hashed at a time. */
const CHUNK = 1 << 20

function isWhole(descriptor: number, end: number): boolean {
  if (end < 0) return false
  const hash = createHash('sha256')
  for (let at = 0; at < end; at += CHUNK) hash.update(readAt(descriptor, at, Math.min(CHUNK, end - at)))
  return hash.digest().equals(readAt(descriptor, end, DIGEST))
}
