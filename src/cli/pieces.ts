// Big files of a draft a line are read in pieces: none of them is ever in memory as a whole.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Piece, Source, Task, Unreadable } from '../engine/task.ts'
import { tooLarge } from '../inputs/notice.ts'
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
    if (size <= 2 * PIECE) return [{ file }]
    const pieces: Task[] = []
    for (let from = 0; from < size; from += PIECE)
      pieces.push({ file, piece: { from, to: Math.min(from + PIECE, size) } })
    return pieces
  })
}

const LINE_END = 10

/**
 * The lines that begin in a piece, whole.
 * @param file the file as it is named to the user
 * @param most bytes of the longest line that is read
 * @returns undefined when these bytes are no UTF-8: then the file can only be understood as a whole
 */
export function readPiece(
  file: string,
  path: string,
  piece: Piece,
  most: number,
): Source | Unreadable | undefined {
  const bytes = linesIn(path, piece, most)
  if (bytes === undefined) return tooLarge(file, most)
  // UTF-16 and texts with zero bytes are for the reader of whole files.
  if (bytes.includes(0) || (piece.from === 0 && bytes[0] === 0xff)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, format: 'lines' }
  } catch {
    return undefined
  }
}

/** What stands from an offset to the end of its line; undefined where that is more than `most` bytes. */
function restOfLine(descriptor: number, from: number, most: number): Buffer[] | undefined {
  const pieces: Buffer[] = []
  for (let total = 0; total <= most; ) {
    const piece = Buffer.alloc(64 * 1024)
    const length = readSync(descriptor, piece, 0, piece.length, from + total)
    if (length === 0) return pieces
    const end = piece.subarray(0, length).indexOf(LINE_END)
    pieces.push(piece.subarray(0, end < 0 ? length : end + 1))
    if (end >= 0) return pieces
    total += length
  }
  return undefined
}

/** The bytes of the lines that begin in a piece; undefined where the last of them has more than `most`. */
function linesIn(path: string, { from, to }: Piece, most: number): Buffer | undefined {
  const descriptor = openSync(path, 'r')
  try {
    // The byte before tells whether a line begins at `from`.
    const start = Math.max(0, from - 1)
    let bytes = Buffer.alloc(to - start)
    bytes = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start))
    const begin = from === 0 ? 0 : bytes.indexOf(LINE_END) + 1
    // A line that began before and goes on behind this piece belongs to another.
    if (from > 0 && begin === 0) return Buffer.alloc(0)
    if (begin >= bytes.length || bytes.at(-1) === LINE_END) return bytes.subarray(begin)
    const rest = restOfLine(descriptor, start + bytes.length, most)
    return rest === undefined ? undefined : Buffer.concat([bytes.subarray(begin), ...rest])
  } finally {
    closeSync(descriptor)
  }
}
