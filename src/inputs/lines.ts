// Lines of a big file of a draft a line, read again for reports: the file is never in memory as a whole.
import { closeSync, openSync, readSync } from 'node:fs'
import type { FileLine, Lines } from '../draft/text-lines.ts'

/** Bytes that are read at a time. */
const CHUNK = 256 * 1024
const LINE_END = 10

/** Lines of a file of UTF-8. Quick for who asks for them in their order. */
export class LineReader implements Lines {
  readonly #path: string
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK)
  /** Where the bytes at hand begin in the file. */
  #start = 0
  #length = 0
  /** The line at which it stands: its number, and bytes and UTF-16 units before it. */
  #line = 1
  #at = 0
  #units = 0
  readonly mark: 0 | 1

  /** @param path a file; one that cannot be read any more has no lines */
  constructor(path: string) {
    this.#path = path
    this.#read(0)
    this.mark = this.#chunk.toString('utf8', 0, Math.min(3, this.#length)) === '\uFEFF' ? 1 : 0
  }

  at(line: number): FileLine | undefined {
    if (line < this.#line) {
      this.#line = 1
      this.#at = 0
      this.#units = 0
    }
    while (this.#line < line) if (!this.#skip()) return undefined
    const text = this.#rest()
    return text === '' ? undefined : { text, from: this.#units }
  }

  /** Reads from an offset on. */
  #read(from: number): void {
    this.#start = from
    this.#length = 0
    try {
      const descriptor = openSync(this.#path, 'r')
      try {
        this.#length = readSync(descriptor, this.#chunk, 0, CHUNK, from)
      } finally {
        closeSync(descriptor)
      }
    } catch {}
  }

  /** The bytes at hand that begin at an offset; none at the end of the file. */
  #bytesAt(offset: number): Buffer {
    if (offset < this.#start || offset >= this.#start + this.#length) this.#read(offset)
    return this.#chunk.subarray(offset - this.#start, this.#length)
  }

  /** Goes on to the next line; false when there is none. */
  #skip(): boolean {
    for (;;) {
      const bytes = this.#bytesAt(this.#at)
      if (bytes.length === 0) return false
      const end = bytes.indexOf(LINE_END)
      const length = end < 0 ? bytes.length : end + 1
      this.#units += unitsIn(bytes, length)
      this.#at += length
      if (end < 0) continue
      this.#line += 1
      return true
    }
  }

  /** The text from here to the end of the line. */
  #rest(): string {
    const pieces: Buffer[] = []
    for (let at = this.#at; ; ) {
      const bytes = this.#bytesAt(at)
      const end = bytes.indexOf(LINE_END)
      if (end >= 0 || bytes.length === 0) {
        pieces.push(Buffer.from(bytes.subarray(0, end + 1)))
        return Buffer.concat(pieces).toString()
      }
      pieces.push(Buffer.from(bytes))
      at += bytes.length
    }
  }
}

/** UTF-16 units of bytes of UTF-8: one for each character's first byte, two where it is one of four. */
function unitsIn(bytes: Uint8Array, length: number): number {
  let units = 0
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
