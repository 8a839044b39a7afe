// Where in a draft a place of its text is: below which keys, at a key or at the value of one. Works on what is being
// typed, so it goes by lines, margins and brackets and needs no text that can be read as a whole.
import type { Format } from '../draft/read.ts'
import { type Bracket, openBrackets } from './brackets.ts'
import { readLine } from './line.ts'

export interface Cursor {
  /** The keys above, as the file has them, the outermost first. */
  readonly keys: readonly string[]
  /** The key whose value this is; undefined at a key, or at an item of a list. */
  readonly key: string | undefined
  /** What stands there up to the place: offsets into the text. */
  readonly from: number
  readonly to: number
  /** The other keys of the same group. */
  readonly siblings: readonly string[]
  /** Column of the key in block YAML; undefined inside brackets and in JSON. */
  readonly column: number | undefined
}

/** Where an offset of a draft is. */
export async function cursorAt(text: string, format: Format, offset: number): Promise<Cursor> {
  if (format === 'yaml') return yamlCursor(text, offset)
  return (await import('./json-cursor.ts')).jsonCursor(text, format, offset)
}

/** More brackets in each other than any draft has. */
const DEEPEST = 50
/** Characters of a flow group that are looked at for its other keys. */
const LONGEST_GROUP = 5000

function yamlCursor(text: string, offset: number, open = openBrackets(text, offset)): Cursor {
  const bracket = open.at(-1)
  if (bracket === undefined || open.length > DEEPEST) return blockCursor(text, offset)
  return flowCursor(text, offset, bracket, open.slice(0, -1))
}

/** The start of a line and its text up to an offset. */
function lineUpTo(text: string, offset: number): { start: number; typed: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, typed: text.slice(start, offset) }
}

function blockCursor(text: string, offset: number): Cursor {
  const { start, typed } = lineUpTo(text, offset)
  const line = readLine(typed)
  const above = text.slice(0, start).split('\n').slice(0, -1)
  const keys = keysAbove(above, line.column, line.dashes)
  if (line.key !== undefined) {
    return {
      keys,
      key: line.key,
      from: start + line.valueColumn,
      to: offset,
      siblings: [],
      column: line.column,
    }
  }
  const below = text.slice(offset).split('\n').slice(1)
  const siblings = [
    ...(line.dashes.length > 0 ? [] : sisters([...above].reverse(), line.column, true)),
    ...sisters(below, line.column, false),
  ]
  return { keys, key: undefined, from: start + line.column, to: offset, siblings, column: line.column }
}

/** The keys under which a column of a line stands. */
function keysAbove(above: readonly string[], column: number, dashes: readonly number[]): string[] {
  const keys: string[] = []
  let limit = dashes[0] ?? column
  // The dashes of a list may stand below the first letter of its key.
  let orEqual = dashes.length > 0
  for (const text of [...above].reverse()) {
    if (/^(?:---|\.\.\.)/.test(text)) break
    const line = readLine(text)
    if (line.isBlank) continue
    if (line.key !== undefined && (line.column < limit || (orEqual && line.column === limit))) {
      keys.unshift(line.key)
      limit = line.dashes[0] ?? line.column
      orEqual = line.dashes.length > 0
    } else if (line.dashes[0] !== undefined && line.dashes[0] < limit) {
      limit = line.dashes[0]
      orEqual = true
    }
  }
  return keys
}

/** The keys of the same group on the lines that follow, up or down. */
function sisters(lines: readonly string[], column: number, upwards: boolean): string[] {
  const keys: string[] = []
  for (const text of lines) {
    const line = readLine(text)
    if (line.isBlank) continue
    if (line.column < column || /^(?:---|\.\.\.)/.test(text)) break
    const begins = line.dashes.length > 0 && line.column === column
    if (begins && !upwards) break
    if (line.column === column && line.key !== undefined) keys.push(line.key)
    if (begins) break
  }
  return keys
}

const flowKey = /^\s*(?:"([^"]*)"\s*|'([^']*)'\s*|([^\s:：][^:：]*)|)(?::(?=\s|$)|：)\s*/

function flowCursor(text: string, offset: number, { at, kind, entry }: Bracket, around: Bracket[]): Cursor {
  const holder = yamlCursor(text, at, around)
  const keys = holder.key === undefined ? holder.keys : [...holder.keys, holder.key]
  const typed = text.slice(entry, offset)
  const siblings =
    kind === '{'
      ? [
          ...text
            .slice(Math.max(at + 1, entry - LONGEST_GROUP), entry)
            .matchAll(/(?<![^\s,{}:："'])([^\s,{}:："']+)["']?\s*[:：]/g),
        ].map(([, key = '']) => key)
      : []
  const match = kind === '{' ? flowKey.exec(typed) : null
  const skipped = match?.[0].length ?? /^\s*/.exec(typed)?.[0].length ?? 0
  const key = match && (match[1] ?? match[2] ?? match[3]?.trimEnd() ?? '')
  return { keys, key: key ?? undefined, from: entry + skipped, to: offset, siblings, column: undefined }
}
