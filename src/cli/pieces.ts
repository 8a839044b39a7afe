// Big files of a draft a line are read in pieces: none of them is ever in memory as a whole.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Piece, Source, Task } from '../engine/task.ts'
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
 * @returns undefined when these bytes are no UTF-8: then the file can only be understood as a whole
 */
export function readPiece(path: string, piece: Piece): Source | undefined {
  const bytes = linesIn(path, piece)
  // UTF-16 and texts with zero bytes are for the reader of whole files.
  if (bytes.includes(0) || (piece.from === 0 && bytes[0] === 0xff)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, format: 'lines' }
  } catch {
    return undefined
  }
}

function linesIn(path: string, { from, to }: Piece): Buffer {
  const descriptor = openSync(path, 'r')
  try {
    // The byte before tells whether a line begins at `from`.
    const start = Math.max(0, from - 1)
    let bytes = Buffer.alloc(to - start)
    bytes = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start))
    const begin = from === 0 ? 0 : bytes.indexOf(LINE_END) + 1
    // A line that began before and goes on behind this piece belongs to another.
    if (from > 0 && begin === 0) return Buffer.alloc(0)
    while (begin < bytes.length && bytes.at(-1) !== LINE_END) {
      const more = Buffer.alloc(64 * 1024)
      const length = readSync(descriptor, more, 0, more.length, start + bytes.length)
      if (length === 0) break
      const end = more.subarray(0, length).indexOf(LINE_END)
      bytes = Buffer.concat([bytes, more.subarray(0, end < 0 ? length : end + 1)])
    }
    return bytes.subarray(begin)
  } finally {
    closeSync(descriptor)
  }
}
