// Lines of a text, found fast: a page may have very many findings.

import { lastUpTo } from '../draft/text-lines.ts'

/** Places of a text by line. */
export interface Lines {
  /** Line and column, from 1; columns count UTF-16 units. */
  positionOf(offset: number): { readonly line: number; readonly column: number }
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
