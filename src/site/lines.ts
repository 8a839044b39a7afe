// Lines of a text, found fast: a page may have very many findings.

/** Places of a text by line. */
export interface Lines {
  /** Line and column, from 1; columns count UTF-16 units. */
  positionOf(offset: number): { readonly line: number; readonly column: number }
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

/** Finds the lines of a text. */
export function linesOf(text: string): Lines {
  const starts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  return {
    positionOf(offset) {
      const line = lastUpTo(starts, offset)
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
    },
  }
}
