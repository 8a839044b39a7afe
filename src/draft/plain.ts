// Reads the plain YAML that drafts are written in, in one pass and with places: block mappings and lists of texts on one
// line, quoted or not, and flow lists and mappings on one line (so also a line of NDJSON). About ten times faster than
// js-yaml. Whatever else a text holds (anchors, tags, block texts, several documents, tabs, slips), it does not read the
// text at all, and the other readers do. Property tests compare it with them.

/** What a scan says of a text: for each piece its kind and where it stands. Three numbers each. */
export type Scan = Int32Array

export const MAP = 1
export const LIST = 2
export const END = 3
export const KEY = 4
export const TEXT = 5
export const NOTHING = 6

/** Characters that only the other readers take: controls, tabs, halves of characters, line ends of other systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const unusual = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)/

const RETURN = 13
const SPACE = 32
const QUOTE = 34
const NUMBER_SIGN = 35
const APOSTROPHE = 39
const COMMA = 44
const DASH = 45
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125

/** Deeper texts than any draft, longer keys than any label. */
const MOST_DEEP = 40
const LONGEST_KEY = 120

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff
const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
/** What a key may begin with; anything else is for the other readers. */
const beginsKey = (unit: number): boolean => isLetter(unit) || isHan(unit) || unit === 36
/** A key goes on with these, and with - . / _ and brackets of both widths. */
const isInKey = (unit: number): boolean =>
  isLetter(unit) ||
  isHan(unit) ||
  isDigit(unit) ||
  (unit >= 45 && unit <= 47) ||
  unit === 95 ||
  unit === 40 ||
  unit === 41 ||
  unit === 0xff08 ||
  unit === 0xff09
/** A text without quotes may begin with a letter, a digit, a round bracket, a slash, a plus, or beyond ASCII. */
const beginsText = (unit: number): boolean =>
  unit > 0xa0 || isLetter(unit) || isDigit(unit) || unit === 40 || unit === 43 || unit === 47

class Unusual extends Error {}
/** Made once: where it was thrown does not matter. */
const UNUSUAL = new Unusual('not plain')

let scan = new Int32Array(3 * 512)
let length = 0

function put(kind: number, from: number, to: number): void {
  if (length === scan.length) {
    const grown = new Int32Array(scan.length * 2)
    grown.set(scan)
    scan = grown
  }
  scan[length] = kind
  scan[length + 1] = from
  scan[length + 2] = to
  length += 3
}

/** The lines of a text, one after the other; blank lines and comments are passed over. */
class Lines {
  readonly text: string
  /** Column at which what counts of this line begins; -1 behind the last line. */
  indent = -1
  /** Offset of that column. */
  at = 0
  /** Offset behind the line, without its line end. */
  end = 0
  #next: number

  constructor(text: string) {
    this.text = text
    this.#next = text.charCodeAt(0) === 0xfeff ? 1 : 0
    this.advance()
  }

  advance(): void {
    const { text } = this
    const size = text.length
    while (this.#next < size) {
      const start = this.#next
      const found = text.indexOf('\n', start)
      let end = found < 0 ? size : found
      this.#next = end + 1
      if (end > start && text.charCodeAt(end - 1) === RETURN) end -= 1
      let at = start
      while (at < end && text.charCodeAt(at) === SPACE) at += 1
      if (at === end || text.charCodeAt(at) === NUMBER_SIGN) continue
      this.indent = at - start
      this.at = at
      this.end = end
      return
    }
    this.indent = -1
    this.at = size
    this.end = size
  }
}

/**
 * Scans a text.
 * @returns its pieces in order, valid until the next scan; undefined when the text is not plain
 */
export function scanPlain(text: string): Scan | undefined {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (unusual.test(body)) return undefined
  length = 0
  try {
    const lines = new Lines(text)
    const { indent } = lines
    if (indent < 0) return undefined
    const first = text.charCodeAt(lines.at)
    if (first === OPEN_MAP || first === OPEN_LIST) {
      endOfLine(lines, flow(text, lines.at, lines.end, 0))
      lines.advance()
    } else block(lines, indent, 0)
    // Something is left that belongs nowhere.
    if (lines.indent >= 0) return undefined
    return scan.subarray(0, length)
  } catch (error) {
    if (error === UNUSUAL) return undefined
    throw error
  }
}

function block(lines: Lines, indent: number, depth: number): number {
  if (depth > MOST_DEEP) throw UNUSUAL
  return startsItem(lines) ? list(lines, indent, depth) : map(lines, indent, depth)
}

const startsItem = ({ text, at, end }: Lines): boolean =>
  text.charCodeAt(at) === DASH && at + 1 < end && text.charCodeAt(at + 1) === SPACE

/** A block mapping whose keys stand at `indent`. Returns where its last line ends. */
function map(lines: Lines, indent: number, depth: number): number {
  const { text } = lines
  const start = length
  put(MAP, lines.at, 0)
  let last = lines.at
  while (lines.indent === indent && !startsItem(lines)) {
    const colon = keyEnd(text, lines.at, lines.end)
    put(KEY, lines.at, colon)
    last = valueBehind(lines, colon, indent, depth)
  }
  if (lines.indent > indent) throw UNUSUAL
  scan[start + 2] = last
  put(END, last, last)
  return last
}

/** The colon behind a key without quotes. */
function keyEnd(text: string, from: number, end: number): number {
  if (!beginsKey(text.charCodeAt(from))) throw UNUSUAL
  let at = from + 1
  while (at < end && isInKey(text.charCodeAt(at))) at += 1
  if (at >= end || text.charCodeAt(at) !== COLON || at - from > LONGEST_KEY) throw UNUSUAL
  if (at + 1 < end && text.charCodeAt(at + 1) !== SPACE) throw UNUSUAL
  return at
}

/** What stands behind the colon of a key: on its line, or on the lines below. */
function valueBehind(lines: Lines, colon: number, indent: number, depth: number): number {
  const { text, end } = lines
  const at = skipSpaces(text, colon + 1, end)
  if (at < end && text.charCodeAt(at) !== NUMBER_SIGN) return inline(lines, at, indent)
  lines.advance()
  if (lines.indent > indent) return block(lines, lines.indent, depth + 1)
  if (lines.indent === indent && startsItem(lines)) return list(lines, indent, depth + 1)
  put(NOTHING, at, at)
  return end
}

/** A value on the rest of a line; the next line must not go on with it. Returns where the line ends. */
function inline(lines: Lines, at: number, indent: number): number {
  const { text, end } = lines
  const unit = text.charCodeAt(at)
  let last: number
  if (unit === APOSTROPHE || unit === QUOTE) last = quoted(text, at, end)
  else if (unit === OPEN_LIST || unit === OPEN_MAP) last = flow(text, at, end, 0)
  else {
    last = bareText(text, at, end)
    put(TEXT, at, last)
  }
  endOfLine(lines, last)
  lines.advance()
  if (lines.indent > indent) throw UNUSUAL
  return end
}

/** A block list whose dashes stand at `indent`. */
function list(lines: Lines, indent: number, depth: number): number {
  const { text } = lines
  const start = length
  put(LIST, lines.at, 0)
  let last = lines.at
  while (lines.indent === indent && startsItem(lines)) {
    const at = skipSpaces(text, lines.at + 1, lines.end)
    if (at >= lines.end || text.charCodeAt(at) === NUMBER_SIGN) throw UNUSUAL
    if (holdsKey(text, at, lines.end)) {
      lines.indent += at - lines.at
      lines.at = at
      last = map(lines, lines.indent, depth + 1)
    } else last = inline(lines, at, indent)
  }
  if (lines.indent > indent) throw UNUSUAL
  scan[start + 2] = last
  put(END, last, last)
  return last
}

/** Whether an item of a list begins with a key. */
function holdsKey(text: string, from: number, end: number): boolean {
  if (!beginsKey(text.charCodeAt(from))) return false
  let at = from + 1
  while (at < end && isInKey(text.charCodeAt(at))) at += 1
  return at < end && text.charCodeAt(at) === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) === SPACE) at += 1
  return at
}

/** Only a comment may stand behind a value. */
function endOfLine({ text, end }: Lines, from: number): void {
  const at = skipSpaces(text, from, end)
  if (at < end && (at === from || text.charCodeAt(at) !== NUMBER_SIGN)) throw UNUSUAL
}

/** The end of a text without quotes: a comment, or the end of the line. */
function bareText(text: string, from: number, end: number): number {
  if (!beginsText(text.charCodeAt(from))) throw UNUSUAL
  let last = from + 1
  for (let at = from + 1; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === SPACE) continue
    if (unit === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) throw UNUSUAL
    if (unit === NUMBER_SIGN && text.charCodeAt(at - 1) === SPACE) return last
    last = at + 1
  }
  return last
}

/** A quoted text without escapes. Returns the offset behind its quote. */
function quoted(text: string, from: number, end: number): number {
  const close = quoteEnd(text, from, end)
  put(TEXT, from, close)
  return close
}

function quoteEnd(text: string, from: number, end: number): number {
  const quote = text.charCodeAt(from)
  for (let at = from + 1; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === BACKSLASH && quote === QUOTE) throw UNUSUAL
    if (unit !== quote) continue
    if (quote === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE) throw UNUSUAL
    return at + 1
  }
  throw UNUSUAL
}

/** A flow list or mapping on one line. Returns the offset behind its bracket. */
function flow(text: string, from: number, end: number, depth: number): number {
  if (depth > MOST_DEEP) throw UNUSUAL
  const isMap = text.charCodeAt(from) === OPEN_MAP
  const close = isMap ? CLOSE_MAP : CLOSE_LIST
  const start = length
  put(isMap ? MAP : LIST, from, 0)
  let at = skipSpaces(text, from + 1, end)
  if (text.charCodeAt(at) !== close) {
    for (;;) {
      if (isMap) at = flowKey(text, at, end)
      at = skipSpaces(text, flowValue(text, at, end, depth), end)
      const unit = text.charCodeAt(at)
      if (at >= end) throw UNUSUAL
      if (unit === close) break
      if (unit !== COMMA) throw UNUSUAL
      at = skipSpaces(text, at + 1, end)
    }
  }
  if (at >= end) throw UNUSUAL
  scan[start + 2] = at + 1
  put(END, at + 1, at + 1)
  return at + 1
}

/** A key in a flow mapping. Returns where its value begins. */
function flowKey(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from)
  if (unit === QUOTE || unit === APOSTROPHE) {
    const close = quoteEnd(text, from, end)
    put(KEY, from, close)
    if (text.charCodeAt(close) !== COLON) throw UNUSUAL
    return skipSpaces(text, close + 1, end)
  }
  const colon = keyEnd(text, from, end)
  put(KEY, from, colon)
  return skipSpaces(text, colon + 1, end)
}

function flowValue(text: string, from: number, end: number, depth: number): number {
  const unit = text.charCodeAt(from)
  if (unit === QUOTE || unit === APOSTROPHE) return quoted(text, from, end)
  if (unit === OPEN_LIST || unit === OPEN_MAP) return flow(text, from, end, depth + 1)
  if (from >= end || !beginsText(unit)) throw UNUSUAL
  let last = from + 1
  for (let at = from + 1; at < end; at += 1) {
    const here = text.charCodeAt(at)
    if (here === COMMA || here === CLOSE_LIST || here === CLOSE_MAP) break
    if (here === SPACE) continue
    // Colons, number signs and opening brackets mean something else here; so does a quote, to most readers of text.
    if (here === COLON || here === NUMBER_SIGN || here === OPEN_LIST || here === OPEN_MAP) throw UNUSUAL
    last = at + 1
  }
  put(TEXT, from, last)
  return last
}

/** The words of a text or key that a scan found: without its quotes. */
export function wordsAt(text: string, from: number, to: number): string {
  const unit = text.charCodeAt(from)
  return unit === QUOTE || unit === APOSTROPHE ? text.slice(from + 1, to - 1) : text.slice(from, to)
}

type Plain = { [key: string]: unknown }

/** The values of a text; undefined when it is not plain, or a mapping holds a key twice. */
export function plainValues(text: string): { value: unknown } | undefined {
  const pieces = scanPlain(text)
  if (pieces === undefined) return undefined
  const reader = { text, pieces, at: 0 }
  try {
    return { value: nextValue(reader) }
  } catch (error) {
    if (error === UNUSUAL) return undefined
    throw error
  }
}

interface Reader {
  readonly text: string
  readonly pieces: Scan
  at: number
}

function nextValue(reader: Reader): unknown {
  const { text, pieces } = reader
  const at = reader.at
  reader.at += 3
  const kind = pieces[at]
  if (kind === TEXT) return wordsAt(text, pieces[at + 1] ?? 0, pieces[at + 2] ?? 0)
  if (kind === NOTHING) return null
  if (kind === LIST) {
    const items: unknown[] = []
    while (pieces[reader.at] !== END) items.push(nextValue(reader))
    reader.at += 3
    return items
  }
  const values: Plain = {}
  while (pieces[reader.at] !== END) {
    const key = wordsAt(text, pieces[reader.at + 1] ?? 0, pieces[reader.at + 2] ?? 0)
    reader.at += 3
    if (Object.hasOwn(values, key) || key === '__proto__') throw UNUSUAL
    values[key] = nextValue(reader)
  }
  reader.at += 3
  return values
}
