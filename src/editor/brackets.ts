// Which `{` and `[` of flow YAML are open at a place, also in a text that is being typed.
import { readLine } from './line.ts'

/** An open bracket, and where the entry that is being typed in it begins. */
export interface Bracket {
  readonly at: number
  readonly kind: '{' | '['
  readonly entry: number
}

/** The brackets that are open at an offset, the outermost first. */
export function openBrackets(text: string, offset: number): Bracket[] {
  const open: Bracket[] = []
  let at = 0
  while (at < offset) {
    const end = text.indexOf('\n', at)
    const lineEnd = end < 0 ? text.length : end
    // A line that begins a key of the block closes what was forgotten above it.
    if (open[0] !== undefined && closesAll(text, open[0].at, text.slice(at, lineEnd))) open.length = 0
    scanLine(text, at, Math.min(lineEnd, offset), open)
    at = lineEnd + 1
  }
  return open
}

const marginOf = (text: string, at: number): number => {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return /^ */.exec(text.slice(start))?.[0].length ?? 0
}

const closesAll = (text: string, at: number, line: string): boolean => {
  const { key, column } = readLine(line)
  return key !== undefined && column <= marginOf(text, at)
}

/** Whether a value of the block begins at a place of a line. */
function beginsValue(text: string, from: number, at: number): boolean {
  let before = at - 1
  while (before >= from && /\s/.test(text[before] ?? '')) before -= 1
  return before < from || /[:：-]/.test(text[before] ?? '')
}

function scanLine(text: string, from: number, to: number, open: Bracket[]): void {
  for (let at = from; at < to; at += 1) {
    const character = text[at] ?? ''
    const before = at === from ? '\n' : (text[at - 1] ?? '')
    if (character === '#' && /\s/.test(before)) return
    if ((character === '"' || character === "'") && /[\s:：,[{-]/.test(before)) {
      const close = text.indexOf(character, at + 1)
      if (close < 0 || close >= to) return
      at = close
    } else if (character === '{' || character === '[') {
      // In a block a bracket opens only where a value begins; in the middle of one it is a letter like any other.
      if (open.length > 0 || beginsValue(text, from, at)) open.push({ at, kind: character, entry: at + 1 })
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ',' && open.length > 0) {
      const last = open.pop()
      if (last !== undefined) open.push({ ...last, entry: at + 1 })
    }
  }
}
