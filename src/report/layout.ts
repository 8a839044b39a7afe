// Lays text out for a terminal, where a Chinese character is two columns wide.
import { widthOf } from './width.ts'

// Latin words stay whole; Chinese may break between any two characters, but no line begins with closing punctuation or
// ends with an opening quote.
const tokens =
  /[“‘]{0,8}[\u0021-\u2017\u2019-\u201b\u201d-\u2e7f]+[，。；：、！？”’）》」』】]*|\s+|[“‘（《「『【]{0,8}.[，。；：、！？”’）》」』】]*/gsu

/**
 * Breaks a text into lines of at most `width` columns.
 * @param width columns; Infinity leaves the text on one line.
 */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const [token] of text.matchAll(tokens)) {
    if (line !== '' && widthOf(line) + widthOf(token.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = token.trimStart()
    } else line += token
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** A line cut to a window around a marked piece, with the marker's column and width on the screen. */
export interface Quoted {
  readonly text: string
  readonly before: number
  readonly marked: number
}

/**
 * Cuts a source line so that the marked piece can be seen.
 * @param from UTF-16 offset of the marked piece.
 * @param to UTF-16 offset behind it.
 * @param width columns there are.
 */
export function quote(line: string, from: number, to: number, width: number): Quoted {
  const start = Math.min(from, line.length)
  const end = Math.max(start, Math.min(to, line.length))
  let head = line.slice(0, start)
  let piece = line.slice(start, end)
  let tail = line.slice(end)
  const room = Math.max(20, width)
  if (widthOf(line) > room) {
    head = keepEnd(head, Math.max(8, Math.floor(room / 3)))
    piece = keepStart(piece, room - widthOf(head))
    tail = keepStart(tail, room - widthOf(head) - widthOf(piece))
  }
  const text = `${head}${piece}${tail}`
  return { text: text.trimEnd(), before: widthOf(head), marked: Math.max(1, widthOf(piece)) }
}

function keepStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break
    kept += character
  }
  return width > 0 ? `${kept}…` : ''
}

function keepEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const characters = Array.from(text)
  let kept = ''
  for (let index = characters.length - 1; index >= 0; index -= 1) {
    const next = (characters[index] ?? '') + kept
    if (widthOf(next) > width - 1) break
    kept = next
  }
  return `…${kept}`
}
