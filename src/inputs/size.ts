// How large a file may be, and reading no more of it than that: a file may grow while it is read, and a device has no end.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const KILO = 1024

/** Bytes of the largest file that is read unless `--max-size` says otherwise. A filing has a few kilobytes. */
export const MAX_SIZE = 10 * KILO * KILO

const units: readonly string[] = ['B', 'KB', 'MB', 'GB']

/** Bytes in words: 10 MB. */
export function sizeText(bytes: number): string {
  let unit = 0
  let count = bytes
  while (count >= KILO && count % KILO === 0 && unit < units.length - 1) {
    count /= KILO
    unit += 1
  }
  return `${count} ${units[unit]}`
}

/** The bytes that a word such as `500K`, `20M` or `1GB` stands for; undefined when it is none. */
export function readSize(word: string): number | undefined {
  const found = /^(\d{1,9})([KMG]?)B?$/i.exec(word.trim())
  if (found === null) return undefined
  const [, digits = '', unit = ''] = found
  return Number(digits) * KILO ** ' KMG'.indexOf(unit === '' ? ' ' : unit.toUpperCase())
}

/** What files are read into, again and again: memory taken afresh for each costs more than the reading. */
const scratch = Buffer.allocUnsafeSlow(64 * KILO)

/**
 * Reads a file to its end, or to one byte more than `most`.
 * @returns more than `most` bytes when the file is too large
 */
export function readUpTo(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    // A pipe says that it has no size, and a file may grow: only a read that brings nothing is the end.
    const chunks: Uint8Array[] = []
    let total = 0
    let into = scratch
    while (total <= most) {
      const read = readSync(descriptor, into, 0, Math.min(into.length, most + 1 - total), null)
      if (read === 0) break
      chunks.push(into === scratch ? Buffer.from(into.subarray(0, read)) : into.subarray(0, read))
      total += read
      into = scratch
      // Most files end before this: only large ones are asked for their size.
      if (read < scratch.length) continue
      const { size } = fstatSync(descriptor)
      if (size > most) return new Uint8Array(most + 1)
      if (size > total) into = Buffer.allocUnsafeSlow(size + 1 - total)
    }
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
  } finally {
    closeSync(descriptor)
  }
}
