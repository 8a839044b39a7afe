// Writes values down in YAML or JSON the way people and tools do: any style, any spacing, comments anywhere.
// What it writes it also remembers: where in the text each single value stands.
import type { Path } from '../src/draft/field.ts'

export interface Leaf {
  readonly document: number
  /** Keys and places as written. */
  readonly path: Path
  readonly value: string
  /** UTF-16 offsets of the value with its quotes. */
  readonly from: number
  readonly to: number
}

export interface Formatted {
  readonly text: string
  readonly leaves: readonly Leaf[]
}

/** Picks a number from 0 to below `count`. */
export type Pick = (count: number) => number

/** A source of choices from generated numbers; when they run out it begins again. */
export function pickFrom(numbers: readonly number[]): Pick {
  let at = 0
  return (count) => (numbers[at++ % numbers.length] ?? 0) % count
}

const comments = ['# 待核对', "# don't: { [ 'x", '# a: b # c', '#', '# "', '# - &x *y']
/** What needs no quotes anywhere. Stricter than YAML. */
const plain = /^(?!(?:null|true|false|yes|no|on|off|y|n)$)[\p{Script=Han}A-Za-z0-9][\p{Script=Han}\w./·-]*$/iu

class Writer {
  text = ''
  readonly leaves: Leaf[] = []
  document = 0
  readonly #pick: Pick
  readonly #eol: string
  readonly #json: boolean
  #anchors = 0

  constructor(pick: Pick, json: boolean) {
    this.#pick = pick
    this.#json = json
    this.#eol = pick(4) === 0 ? '\r\n' : '\n'
  }

  #chance(oneIn: number): boolean {
    return this.#pick(oneIn) === 0
  }

  #spaces(most: number): string {
    return ' '.repeat(this.#pick(most + 1))
  }

  /** Ends a line, perhaps with a comment; then perhaps blank lines and comments of their own. */
  endLine(margin = 0): void {
    if (this.#chance(4)) this.text += ` ${comments[this.#pick(comments.length)]}`
    this.text += this.#eol
    for (let more = 0; more < 3 && this.#chance(6); more++) {
      if (this.#chance(2)) this.text += ' '.repeat(margin) + comments[this.#pick(comments.length)]
      this.text += this.#eol
    }
  }

  #key(key: string): string {
    if (this.#json) return JSON.stringify(key)
    const style = this.#pick(8)
    return style === 0 || !plain.test(key) ? JSON.stringify(key) : style === 1 ? `'${key}'` : key
  }

  #leaf(path: Path, value: string, written: string): void {
    const from = this.text.length
    this.text += written
    this.leaves.push({ document: this.document, path, value, from, to: this.text.length })
  }

  #anchor(): void {
    if (!this.#json && this.#chance(12)) this.text += `&a${this.#anchors++} `
  }

  #scalar(path: Path, value: string): void {
    this.#anchor()
    const style = this.#pick(4)
    const simple = /^[\P{C}]*$/u.test(value)
    if (this.#json || style === 0 || (!simple && !plain.test(value)))
      this.#leaf(path, value, JSON.stringify(value))
    else if (style === 1 || !plain.test(value)) this.#leaf(path, value, `'${value.replaceAll("'", "''")}'`)
    else this.#leaf(path, value, value)
  }

  /** A value behind `key:`, to the end of its line. */
  #behindKey(path: Path, value: unknown, margin: number): void {
    if (typeof value === 'string') {
      this.text += ` ${this.#spaces(1)}`
      if (this.#chance(5) && /^\P{C}*\S$/u.test(value) && /^\S/.test(value)) {
        this.#leaf(
          path,
          value,
          `${this.#chance(2) ? '|-' : '>-'}${this.#eol}${' '.repeat(margin + 2)}${value}`,
        )
        this.text += this.#eol
        return
      }
      if (this.#chance(8)) this.text += `${this.#eol}${' '.repeat(margin + 2)}`
      this.#scalar(path, value)
      this.endLine(margin)
      return
    }
    const isList = Array.isArray(value)
    if (typeof value !== 'object' || value === null) return this.endLine(margin)
    if (this.#chance(4) || Object.keys(value).length === 0) {
      this.text += ' '
      this.#flow(path, value, margin)
      this.endLine(margin)
      return
    }
    const deeper = margin + this.#pick(3) + (isList ? 0 : 1)
    this.endLine(deeper)
    if (isList) this.#blockList(path, value, deeper)
    else this.blockMap(path, value, deeper, false)
  }

  blockMap(path: Path, map: object, margin: number, begun: boolean): void {
    let first = begun
    for (const [key, value] of Object.entries(map)) {
      if (!first) this.text += ' '.repeat(margin)
      first = false
      this.text += `${this.#key(key)}${this.#chance(10) ? ' ' : ''}:`
      this.#behindKey([...path, key], value, margin)
    }
  }

  #blockList(path: Path, list: readonly unknown[], margin: number): void {
    for (const [index, item] of list.entries()) {
      const dash = `-${' '.repeat(1 + this.#pick(2))}`
      this.text += ' '.repeat(margin) + dash
      const at = [...path, index]
      if (typeof item === 'string') {
        this.#scalar(at, item)
        this.endLine(margin)
      } else if (Array.isArray(item) || this.#chance(4) || Object.keys(Object(item)).length === 0) {
        this.#flow(at, Object(item), margin)
        this.endLine(margin)
      } else this.blockMap(at, Object(item), margin + dash.length, true)
    }
  }

  /** Between two signs of a flow: nothing, spaces, or a new line. */
  #gap(margin: number): void {
    if (this.#chance(6)) {
      if (!this.#json && this.#chance(3)) this.text += ` ${comments[this.#pick(comments.length)]}`
      this.text += `${this.#eol}${' '.repeat(margin + 2 + this.#pick(2))}`
    } else this.text += this.#spaces(2)
  }

  #flow(path: Path, value: object, margin: number): void {
    const isList = Array.isArray(value)
    const entries = Object.entries(value)
    this.text += isList ? '[' : '{'
    for (const [index, [key, inner]] of entries.entries()) {
      this.#gap(margin)
      if (!isList) this.text += `${this.#key(key)}:${this.#json && this.#chance(2) ? '' : ' '}`
      const at = [...path, isList ? Number(key) : key]
      if (typeof inner === 'string') this.#scalar(at, inner)
      else if (typeof inner === 'object' && inner !== null) this.#flow(at, inner, margin)
      else this.text += this.#json ? 'null' : '""'
      if (index < entries.length - 1 || (!this.#json && this.#chance(8))) this.text += ','
    }
    this.#gap(margin)
    this.text += isList ? ']' : '}'
  }

  /** A draft as one flow. */
  flowDocument(value: object): void {
    this.#flow([], value, -2)
  }
}

/** Writes drafts as one YAML file. */
export function formattedYaml(drafts: readonly object[], pick: Pick): Formatted {
  const writer = new Writer(pick, false)
  if (pick(8) === 0) writer.text += '\uFEFF'
  if (pick(4) === 0) writer.endLine()
  for (const [document, draft] of drafts.entries()) {
    writer.document = document
    if (document > 0 || pick(6) === 0) {
      writer.text += '---'
      writer.endLine()
    }
    writer.blockMap([], draft, 0, false)
  }
  return pick(4) === 0 ? { ...writer, text: writer.text.replace(/\s+$/, '') } : { ...writer }
}

/** Writes drafts as JSON: one, or an array of several. */
export function formattedJson(drafts: readonly object[], pick: Pick): Formatted {
  const writer = new Writer(pick, true)
  if (pick(8) === 0) writer.text += '\uFEFF'
  if (drafts.length > 1) writer.text += '['
  for (const [document, draft] of drafts.entries()) {
    writer.document = document
    writer.flowDocument(draft)
    if (document < drafts.length - 1) writer.text += ',\n'
  }
  if (drafts.length > 1) writer.text += ']'
  return { ...writer }
}

/**
 * Whether `after` is `before` with nothing but these pieces replaced, by anything.
 * @param pieces UTF-16 offsets into `before`, in their order
 */
export function differsOnlyIn(
  before: string,
  after: string,
  pieces: readonly { readonly from: number; readonly to: number }[],
): boolean {
  let rest = after
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    const kept = before.slice(from, piece.from)
    const at = index === 0 ? (rest.startsWith(kept) ? 0 : -1) : rest.indexOf(kept)
    if (at < 0) return false
    rest = rest.slice(at + kept.length)
    from = piece.to
  }
  const end = before.slice(from)
  return pieces.length === 0 ? rest === end : rest.endsWith(end)
}
