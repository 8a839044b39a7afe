// Keys by which drafts may clash, as 64-bit hashes: a run over a million drafts has millions of them. A hash only
// says where to look: places whose hashes are equal are read again and compared by their values, so a collision of
// hashes never becomes a finding.

/** Two halves of a hash. */
export interface Hash {
  readonly low: number
  readonly high: number
}

/** Hashes a text, in the manner of cyrb53 (public domain, bryc): two lanes of multiply and mix. */
export function hashOf(kind: string, value: string): Hash {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < kind.length; i += 1) {
    const unit = kind.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return { low: a >>> 0, high: b >>> 0 }
}

/** A hash as one exact number, for sets: 53 bits are enough to choose what to read again. */
export const hashNumber = (low: number, high: number): number => (high & 0x1fffff) * 0x1_0000_0000 + low

/** Numbers a key takes: both halves of its hash, and its draft. */
const WIDTH = 3

/** A list of keys that can be sent to another thread: low, high, number of the draft, low, high, … */
export class KeyList {
  #keys: Uint32Array
  #length = 0

  /** @param room keys that are expected */
  constructor(room = 16) {
    this.#keys = new Uint32Array(room * WIDTH)
  }

  add(low: number, high: number, draft: number): void {
    if (this.#length === this.#keys.length) {
      const grown = new Uint32Array(this.#keys.length * 2)
      grown.set(this.#keys)
      this.#keys = grown
    }
    this.#keys[this.#length] = low
    this.#keys[this.#length + 1] = high
    this.#keys[this.#length + 2] = draft
    this.#length += WIDTH
  }

  /**
   * Adds the keys of another list.
   * @param shift added to the numbers of drafts
   */
  addAll(keys: Uint32Array, shift: number): void {
    for (let i = 0; i < keys.length; i += WIDTH)
      this.add(keys[i] ?? 0, keys[i + 1] ?? 0, (keys[i + 2] ?? 0) + shift)
  }

  /** The keys so far, as an array of their own. */
  taken(): Uint32Array<ArrayBuffer> {
    return this.#keys.slice(0, this.#length)
  }
}

const PARTS = 256
/** Keys in a block: small enough that many nearly empty parts cost little. */
const BLOCK = 256 * WIDTH

/** One part of the table: the keys whose hashes begin alike, block by block. */
interface Part {
  readonly blocks: Uint32Array[]
  length: number
}

/** All keys of a run, twelve bytes each. */
export class KeyTable {
  readonly #parts: (Part | undefined)[] = Array.from({ length: PARTS }, () => undefined)

  /**
   * Takes a list of keys.
   * @param shift added to the numbers of drafts
   */
  add(keys: Uint32Array, shift: number): void {
    for (let i = 0; i < keys.length; i += WIDTH) {
      const low = keys[i] ?? 0
      let part = this.#parts[low & (PARTS - 1)]
      if (part === undefined) {
        part = { blocks: [], length: 0 }
        this.#parts[low & (PARTS - 1)] = part
      }
      const at = part.length % BLOCK
      // The first block of a part is as small as most parts of a small run.
      let block = part.blocks.at(-1)
      if (block === undefined || at === 0) {
        block = new Uint32Array(BLOCK)
        part.blocks.push(block)
      }
      block[at] = low
      block[at + 1] = keys[i + 1] ?? 0
      block[at + 2] = (keys[i + 2] ?? 0) + shift
      part.length += WIDTH
    }
  }

  /** Every hash that more than one key has, with the drafts of its keys. */
  *shared(): Generator<Hash & { readonly drafts: readonly number[] }> {
    for (const part of this.#parts) if (part !== undefined && part.length > WIDTH) yield* sharedIn(part)
  }
}

function* sharedIn({ blocks, length }: Part): Generator<Hash & { drafts: number[] }> {
  const at = (index: number): number => blocks[Math.floor(index / BLOCK)]?.[index % BLOCK] ?? 0
  const count = length / WIDTH
  const size = 1 << Math.ceil(Math.log2(count * 2))
  // Open addressing: each slot holds the number of a key, from 1; `next` chains the keys of one hash.
  const slots = new Int32Array(size)
  const next = new Int32Array(count)
  const repeated = new Set<number>()
  for (let key = 0; key < count; key += 1) {
    const low = at(key * WIDTH)
    const high = at(key * WIDTH + 1)
    let slot = (high ^ (low >>> 8)) & (size - 1)
    for (let other = slots[slot] ?? 0; other !== 0; other = slots[slot] ?? 0) {
      if (at((other - 1) * WIDTH) === low && at((other - 1) * WIDTH + 1) === high) break
      slot = (slot + 1) & (size - 1)
    }
    const before = slots[slot] ?? 0
    next[key] = before
    if (before !== 0) repeated.add(slot)
    slots[slot] = key + 1
  }
  for (const slot of repeated) {
    const drafts: number[] = []
    let key = slots[slot] ?? 0
    const first = (key - 1) * WIDTH
    for (; key !== 0; key = next[key - 1] ?? 0) drafts.push(at((key - 1) * WIDTH + 2))
    yield { low: at(first), high: at(first + 1), drafts: drafts.reverse() }
  }
}
