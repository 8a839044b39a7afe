// Lines of a file, and where they begin.

/** A line, with where it begins in its file. */
export interface FileLine {
  /** With its end, and with a byte order mark before the first. */
  readonly text: string
  /** UTF-16 units of the file before it. */
  readonly from: number
}

/** Gives lines of a file. */
export interface Lines {
  /** UTF-16 units of the byte order mark. */
  readonly mark: 0 | 1
  /** The line with a number, from 1; undefined where there is none. */
  at(line: number): FileLine | undefined
}

/** The index of the last of `sorted` that is at most `value`; -1 when there is none. */
export function lastUpTo(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The lines of a text that is in memory. */
export class TextLines implements Lines {
  readonly #text: string
  readonly #starts: readonly number[]
  readonly mark: 0 | 1

  constructor(text: string) {
    this.#text = text
    this.mark = text.startsWith('\uFEFF') ? 1 : 0
    this.#starts = lineStarts(text)
  }

  at(line: number): FileLine | undefined {
    const from = this.#starts[line - 1]
    return from === undefined ? undefined : { text: this.#text.slice(from, this.#starts[line]), from }
  }

  /** Line and column of an offset; the last line start that is not behind it. */
  positionOf(offset: number): { line: number; column: number } {
    const index = lastUpTo(this.#starts, offset)
    return {
      line: index + 1,
      column: offset - (this.#starts[index] ?? 0) + 1 - (index === 0 ? this.mark : 0),
    }
  }
}
