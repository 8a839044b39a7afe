// Big files of a draft a line are read in pieces: none of them is ever in memory as a whole.
import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Piece, Source, Task, Unreadable } from '../engine/task.ts'
import { tooLarge, unreadable } from '../inputs/notice.ts'
import type { Inputs } from '../inputs/read.ts'

/** Bytes of a piece: some hundreds of drafts. */
const PIECE = 512 * 1024

const holdsLines = (file: string): boolean => /\.(?:ndjson|jsonl)$/i.test(file)

/** What there is to do for files: big ones of a draft a line come in pieces. */
export function tasksOf(files: readonly string[], inputs: Inputs, cwd: string): Task[] {
  return files.flatMap((file) => {
    const size =
      !inputs.isOnce(file) && holdsLines(file)
        ? (statSync(resolve(cwd, file), { throwIfNoEntry: false })?.size ?? 0)
        : 0
    if (size <= 2 * PIECE || showsNothing(resolve(cwd, file))) return [{ file }]
    const pieces: Task[] = []
    for (let from = 0; from < size; from += PIECE)
      pieces.push({ file, piece: { from, to: Math.min(from + PIECE, size) } })
    return pieces
  })
}

/** Whether a file begins with blanks only, or cannot be opened: what is wrong with it is told when it is read in one. */
function showsNothing(path: string): boolean {
  try {
    const descriptor = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(BEYOND)
      return bytes.toString('utf8', 0, readSync(descriptor, bytes)).trim() === ''
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return true
  }
}

const LINE_END = 10
const BRACE = 0x7b

/**
 * The lines that begin in a piece, whole.
 * @param file the file as it is named to the user
 * @param most bytes of the longest line that is read
 * @param wanted numbers of the drafts that are to be read; of the other lines it is only kept that they hold a draft
 * @returns undefined when these bytes are no UTF-8: then the file can only be understood as a whole
 */
export function readPiece(
  file: string,
  path: string,
  piece: Piece,
  most: number,
  wanted?: readonly number[],
): Source | Unreadable | undefined {
  let bytes: Buffer | undefined
  try {
    bytes = linesIn(path, piece, most)
  } catch (error) {
    return unreadable(file, error)
  }
  if (bytes === undefined) return tooLarge(file, most)
  // UTF-16 and texts with zero bytes are for the reader of whole files.
  if (bytes.includes(0) || (piece.from === 0 && bytes[0] === 0xff) || !isUtf8(bytes)) return undefined
  return { text: wanted === undefined ? bytes.toString() : onlyDrafts(bytes, wanted), format: 'lines' }
}

/** The text of a piece with a short line in the place of each draft that is not wanted. */
function onlyDrafts(bytes: Buffer, wanted: readonly number[]): string {
  const drafts = new Set(wanted)
  const lines: string[] = []
  let draft = 0
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, at)
    const next = end < 0 ? bytes.length : end + 1
    // Nearly every line begins like this; of another it has to be seen whether it is blank.
    if (bytes[at] === BRACE || bytes.toString('utf8', at, next).trim() !== '') {
      lines.push(drafts.has(draft) ? bytes.toString('utf8', at, next) : '0\n')
      draft += 1
    } else lines.push('\n')
    at = next
  }
  return lines.join('')
}

/** What pieces are read into, one after the other: memory taken afresh for each costs more than the reading. */
let scratch = Buffer.alloc(0)

/** Bytes behind a piece that are read with it: its last line nearly always ends there. */
const BEYOND = 64 * 1024

/** The bytes of the lines that begin in a piece, until the next is read; undefined where the last has more than `most`. */
function linesIn(path: string, { from, to }: Piece, most: number): Buffer | undefined {
  const descriptor = openSync(path, 'r')
  try {
    // The byte before tells whether a line begins at `from`.
    const start = Math.max(0, from - 1)
    const length = to - start
    if (scratch.length < length + BEYOND) scratch = Buffer.allocUnsafeSlow(length + BEYOND)
    const bytes = scratch.subarray(0, readSync(descriptor, scratch, 0, length + BEYOND, start))
    const begin = from === 0 ? 0 : bytes.indexOf(LINE_END) + 1
    // A line that began before and goes on behind this piece belongs to another.
    if ((from > 0 && begin === 0) || begin >= Math.min(length, bytes.length)) return Buffer.alloc(0)
    const end = bytes.indexOf(LINE_END, length - 1)
    if (end >= 0) return bytes.subarray(begin, end + 1)
    if (bytes.length < length + BEYOND) return bytes.subarray(begin)
    const rest = restOfLine(descriptor, start + bytes.length, most - BEYOND)
    return rest === undefined ? undefined : Buffer.concat([bytes.subarray(begin), ...rest])
  } finally {
    closeSync(descriptor)
  }
}

/** What stands from an offset to the end of its line; undefined where that is more than `most` bytes. */
function restOfLine(descriptor: number, from: number, most: number): Buffer[] | undefined {
  const pieces: Buffer[] = []
  for (let total = 0; total <= most; ) {
    const piece = Buffer.alloc(BEYOND)
    const length = readSync(descriptor, piece, 0, piece.length, from + total)
    if (length === 0) return pieces
    const end = piece.subarray(0, length).indexOf(LINE_END)
    pieces.push(piece.subarray(0, end < 0 ? length : end + 1))
    if (end >= 0) return pieces
    total += length
  }
  return undefined
}
