// What a finding keeps of its line, for quoting.

/** A line of a draft, or what of a long one stands around a finding. It keeps no file in memory. */
export interface Excerpt {
  /** Without a byte order mark and without the line's end. */
  readonly text: string
  /** UTF-16 units of the line before it. */
  readonly from: number
  /** Whether the line begins with a byte order mark, which counts in columns. */
  readonly mark: boolean
}

/** UTF-16 units before a finding, of it, and behind it that are kept: what is personal in a quote is seen by what is around it. */
const NEARBY = 600

/** Whether an excerpt of a line of this length is the line. */
export const isShort = (length: number): boolean => length <= 3 * NEARBY

/**
 * Takes an excerpt of a line.
 * @param column where the finding begins, from 1, in UTF-16 units
 */
export function excerptOf(line: string, column: number): Excerpt {
  const mark = line.startsWith('\uFEFF')
  const start = mark ? 1 : 0
  const from = isShort(line.length) ? start : Math.max(start, column - 1 - NEARBY)
  return { text: copied(line.slice(from, from + 3 * NEARBY)), from, mark }
}

/** A text by itself. V8 keeps a piece of a string as a view of the whole; a piece of this sum is one of the sum only. */
const copied = (text: string): string => ` ${text}`.slice(1)
