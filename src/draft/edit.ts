// Edits on data paths become replacements in the text: every byte outside them stays. What the text says after an edit
// is read again and compared, so that no edit changes a value that it was not meant to change.
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Edit } from '../engine/finding.ts'
import { hasHan } from '../facts/text.ts'
import type { Field, Path } from './field.ts'
import type { Format, RawDocument } from './read.ts'
import { readText } from './read.ts'
import { sameData } from './same.ts'
import { follow, openTree, type Root, type Step, type Tree } from './tree.ts'
import { keyFor, optionFor } from './words.ts'

/** A piece of the text and what takes its place. UTF-16 offsets. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Why an edit is not made. */
export type Refusal =
  /** The value is shared by an anchor, or merged in. */
  | 'shared'
  /** What is to be changed is not there. */
  | 'absent'
  /** The file has another shape there than the edit wants. */
  | 'shape'
  /** Something else would change with it. */
  | 'side-effect'

/** A change of the values, beside the change of the text that goes with it. */
interface Planned {
  readonly splice: Splice
  readonly document: number
  readonly raw: Path
  /** Undefined removes. */
  readonly value: string | undefined
  /** The key that takes the place of the last one of `raw`; the value stays. */
  readonly key?: string
}

/** An edit with the draft that it is for. */
export interface DocumentEdit {
  readonly document: number
  readonly edit: Edit
}

/** A text with edits made, and the replacements that made it, from the end to the beginning. */
export interface Edited {
  readonly text: string
  readonly splices: readonly Splice[]
}

/**
 * Makes edits in a text.
 * @param text the whole file, decoded, as `readText` could read it
 * @returns the new text, or why the edits were refused; all of them or none
 */
export async function editText(
  text: string,
  format: Format,
  edits: readonly DocumentEdit[],
): Promise<Edited | { readonly refused: Refusal }> {
  const tree = openTree(text, format)
  const planned: Planned[] = []
  for (const { document, edit } of edits) {
    const plan = planEdit(text, format, tree, document, edit)
    if (typeof plan === 'string') return { refused: plan }
    planned.push(plan)
  }
  // From the end to the beginning: places before a splice keep their offsets, items before a removed one their number.
  planned.sort((a, b) => b.splice.from - a.splice.from || b.splice.to - a.splice.to)
  let edited = text
  let before = Number.POSITIVE_INFINITY
  for (const { splice } of planned) {
    if (splice.to > before) return { refused: 'shape' }
    edited = edited.slice(0, splice.from) + splice.text + edited.slice(splice.to)
    before = splice.from
  }
  if (!(await saysOnlyThat(text, edited, format, planned))) return { refused: 'side-effect' }
  return { text: edited, splices: planned.map(({ splice }) => splice) }
}

/** Whether the new text says what the old one said, with the planned changes and no others. */
async function saysOnlyThat(
  old: string,
  edited: string,
  format: Format,
  planned: readonly Planned[],
): Promise<boolean> {
  const was = await readText(old, format)
  const is = await readText(edited, format)
  if (was.problems.length > 0 || is.problems.length > 0) return false
  // Copies without shared parts: a value behind an anchor that changes in two places is seen in both.
  const wanted: RawDocument[] = JSON.parse(JSON.stringify(was.documents))
  for (const { document, raw, value, key } of planned) {
    const target = wanted.find((entry) => entry.document === document)
    if (target === undefined) return false
    if (key === undefined) change(target, ['value', ...raw], value)
    else rename(target, ['value', ...raw], key)
  }
  return sameData(JSON.parse(JSON.stringify(is.documents)), wanted)
}

function holderOf(root: object, path: Path): unknown {
  let holder: unknown = root
  for (const step of path.slice(0, -1)) {
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined
  }
  return holder
}

function rename(root: object, path: Path, key: string): void {
  const holder = holderOf(root, path)
  const last = path.at(-1)
  if (typeof holder !== 'object' || holder === null || last === undefined) return
  const value: unknown = Reflect.get(holder, last)
  Reflect.deleteProperty(holder, last)
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}

function change(root: object, path: Path, value: string | undefined): void {
  const holder = holderOf(root, path)
  const last = path.at(-1)
  if (typeof holder !== 'object' || holder === null || last === undefined) return
  if (value !== undefined)
    Object.defineProperty(holder, last, { value, enumerable: true, writable: true, configurable: true })
  else if (Array.isArray(holder) && typeof last === 'number') holder.splice(last, 1)
  else Reflect.deleteProperty(holder, last)
}

function planEdit(text: string, format: Format, tree: Tree, document: number, edit: Edit): Planned | Refusal {
  const root = tree.rootOf(document)
  if (root === undefined) return 'absent'
  const page = new Page(text, format, root)
  const { step, missing } = follow(root.node, edit.path)
  if (isAlias(step.node)) return 'shared'
  let made: Change | Refusal
  if (edit.op === 'insert') {
    if (missing.length > 0) return 'absent'
    const there = edit.key === undefined ? undefined : follow(root.node, [...edit.path, edit.key])
    const isThere = there !== undefined && there.missing.length === 0
    // A key that was left empty is filled in.
    if (isThere) made = isEmpty(there.step.node) ? page.set(there.step, edit.value) : 'shape'
    else made = page.insert(step, edit.key, edit.value)
  } else if (missing.length > 0) {
    // A value for a key that is not there yet.
    const [key] = missing
    const fits = edit.op === 'set' && missing.length === 1 && typeof key === 'string'
    made = fits ? page.insert(step, key, edit.value) : 'absent'
  } else if (edit.op === 'rename') made = page.rename(step, edit.key)
  else made = edit.op === 'set' ? page.set(step, edit.value) : page.remove(step)
  if (typeof made === 'string') return made
  const { from, to, text: piece } = made.splice
  return { ...made, document, splice: { from: from + root.shift, to: to + root.shift, text: piece } }
}

type Change = Pick<Planned, 'splice' | 'raw' | 'value' | 'key'>

/** The text of one draft with its nodes. Offsets are those of the nodes. */
class Page {
  readonly #text: string
  readonly #json: boolean

  constructor(text: string, format: Format, root: Root) {
    this.#text = root.shift === 0 ? text : text.slice(root.shift)
    this.#json = format !== 'yaml'
  }

  set(step: Step, wanted: string): Change | Refusal {
    const { node, key, raw } = step
    if (isCollection(node)) return 'shape'
    const value = spelled(
      step.field,
      wanted,
      hasHan(isScalar(node) ? String(node.value) : String(keyText(step))),
    )
    const flow = isFlow(step.parent?.node)
    const range = isScalar(node) ? node.range : undefined
    if (!range || range[0] === range[1]) {
      const at = key?.range?.[1]
      const colon = at === undefined ? -1 : this.#text.indexOf(':', at)
      if (colon < 0) return 'absent'
      return {
        raw,
        value,
        splice: { from: colon + 1, to: colon + 1, text: ` ${this.#scalar(value, 'PLAIN', flow)}` },
      }
    }
    const type = isScalar(node) ? node.type : undefined
    let [from, to] = range
    if (type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED) to = this.#withoutBreaks(from, to)
    // A text with an anchor keeps it: the range of a node begins behind it.
    return { raw, value, splice: { from, to, text: this.#scalar(value, type ?? 'PLAIN', flow) } }
  }

  /** Another key; its value and all around it stay. */
  rename({ key: node, raw, parent }: Step, key: string): Change | Refusal {
    if (!isScalar(node) || !node.range || !isMap(parent?.node)) return 'shape'
    const nameOf = (word: string): string =>
      (parent.field?.kind === 'group' ? keyFor(parent.field, word) : undefined) ?? word
    const isTaken = parent.node.items.some(
      (pair) => isScalar(pair.key) && nameOf(String(pair.key.value)) === nameOf(key),
    )
    if (isTaken) return 'shape'
    const [from, to] = node.range
    const text = this.#scalar(key, node.type ?? 'PLAIN', isFlow(parent.node))
    return { raw, value: undefined, key, splice: { from, to, text } }
  }

  insert(step: Step, key: string | undefined, wanted: string): Change | Refusal {
    const { node } = step
    if (key === undefined) return isSeq(node) ? this.#append(step, wanted) : 'shape'
    if (!isMap(node)) return 'shape'
    const group = step.field?.kind === 'group' ? step.field : undefined
    const field = group?.fields[key]
    const chinese = node.items.some((pair) => isScalar(pair.key) && hasHan(String(pair.key.value)))
    const name = chinese && field !== undefined ? field.zh : key
    const value = spelled(field, wanted, chinese)
    const raw = [...step.raw, name]
    const last = node.items.at(-1)
    const flow = isFlow(node)
    const quoted = this.#json || (isScalar(last?.key) && last.key.type === Scalar.QUOTE_DOUBLE)
    const entry = `${quoted ? JSON.stringify(name) : name}: ${this.#scalar(value, quoted ? 'QUOTE_DOUBLE' : 'PLAIN', flow)}`
    const splice = this.#added(node, last, entry, flow)
    return splice === undefined ? 'shape' : { raw, value, splice }
  }

  #append(step: Step, value: string): Change | Refusal {
    const { node } = step
    if (!isSeq(node)) return 'shape'
    const raw = [...step.raw, node.items.length]
    const flow = isFlow(node)
    const scalar = this.#scalar(value, 'PLAIN', flow)
    const splice = this.#added(node, node.items.at(-1), flow ? scalar : `- ${scalar}`, flow)
    return splice === undefined ? 'shape' : { raw, value, splice }
  }

  /** A new entry behind the last one of a collection, in the collection's own layout. */
  #added(node: YAMLMap | YAMLSeq, last: unknown, entry: string, flow: boolean): Splice | undefined {
    const [from, to] = node.range ?? []
    if (from === undefined || to === undefined) return undefined
    const start = this.#startOf(last)
    const end = this.#endOf(last)
    if (start === undefined || end === undefined) {
      if (!flow) return undefined
      const [open, close] = isSeq(node) ? '[]' : '{}'
      const pad = isSeq(node) ? '' : ' '
      return { from, to, text: `${open}${pad}${entry}${pad}${close}` }
    }
    const indent = this.#before(start)
    if (flow) {
      const between = indent.trim() === '' && start > 0 ? `,${this.#breakAt(start)}${indent}` : ', '
      return { from: end, to: end, text: between + entry }
    }
    const dash = isSeq(node) ? this.#dashBefore(start) : undefined
    const margin =
      dash === undefined ? indent.replace(/[^ ]/g, ' ') : this.#before(dash).replace(/[^ ]/g, ' ')
    const at = this.#lineEnd(end)
    return { from: at, to: at, text: `${this.#breakAt(start)}${margin}${entry}` }
  }

  remove(step: Step): Change | Refusal {
    const parent = step.parent
    if (parent === undefined) return 'shape'
    const { node } = parent
    const last = step.raw.at(-1)
    if (!isCollection(node)) return 'shape'
    const items: readonly unknown[] = node.items
    const index = isMap(node)
      ? node.items.findIndex((pair) => pair.key === step.key)
      : typeof last === 'number'
        ? last
        : -1
    const item = items[index]
    const [start, end] = [this.#startOf(item), this.#endOf(item)]
    if (start === undefined || end === undefined) return 'absent'
    const done = (from: number, to: number): Change => ({
      raw: step.raw,
      value: undefined,
      splice: { from, to, text: '' },
    })
    if (isFlow(node)) {
      const next = this.#startOf(items[index + 1])
      if (next !== undefined) return done(start, next)
      const before = this.#endOf(items[index - 1])
      if (before !== undefined) return done(before, end)
      const inner = node.range
      return inner ? done(inner[0] + 1, inner[1] - 1) : 'shape'
    }
    // The last entry of a block leaves nothing behind: what holds the block goes.
    if (items.length === 1) return isSeq(node) ? this.remove(parent) : 'shape'
    const dash = isSeq(node) ? this.#dashBefore(start) : undefined
    const head = dash ?? start
    if (this.#before(head).trim() !== '') {
      const next = this.#startOf(items[index + 1])
      return next === undefined || isSeq(node) ? 'shape' : done(start, next)
    }
    const lineEnd = this.#text.indexOf('\n', end - (this.#text[end - 1] === '\n' ? 1 : 0))
    if (lineEnd >= 0) return done(this.#lineStart(head), lineEnd + 1)
    // The file ends here, without a line end: the one before goes.
    const lineStart = this.#lineStart(head)
    const previous = this.#text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1
    return previous < 0 ? 'shape' : done(previous, this.#text.length)
  }

  /** A value as the file would write it. */
  #scalar(value: string, type: string, flow: boolean): string {
    if (this.#json || type === Scalar.QUOTE_DOUBLE) return JSON.stringify(value)
    const printable = isPrintable(value)
    if (type === Scalar.QUOTE_SINGLE && printable) return `'${value.replaceAll("'", "''")}'`
    return printable && canBePlain(value, flow) ? value : JSON.stringify(value)
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1
  }

  /** Where the line ends, before its line break. */
  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at)
    if (end < 0) return this.#text.length
    return this.#text[end - 1] === '\r' ? end - 1 : end
  }

  /** The line break that the file uses there. */
  #breakAt(at: number): string {
    const end = this.#text.indexOf('\n', at)
    const some = end < 0 ? this.#text.lastIndexOf('\n', at) : end
    return this.#text[some - 1] === '\r' ? '\r\n' : '\n'
  }

  #before(at: number): string {
    return this.#text.slice(this.#lineStart(at), at).replace('\uFEFF', '')
  }

  #dashBefore(at: number): number | undefined {
    const dash = this.#text.lastIndexOf('-', at - 1)
    return dash >= this.#lineStart(at) && this.#text.slice(dash + 1, at).trim() === '' ? dash : undefined
  }

  #withoutBreaks(from: number, to: number): number {
    let end = to
    while (end > from && /[\r\n]/.test(this.#text[end - 1] ?? '')) end -= 1
    return end
  }

  /** Where an entry's own text begins, with its anchor and tag. */
  #startOf(item: unknown): number | undefined {
    const node = (isPairLike(item) ? item.key : item) as Node | null | undefined
    const start = node?.range?.[0]
    if (start === undefined) return undefined
    return start - propertiesAtEnd(this.#before(start))
  }

  /** Where an entry's own text ends, without comments and blank lines behind it. */
  #endOf(item: unknown): number | undefined {
    if (isPairLike(item)) {
      const value = this.#endOf(item.value)
      if (value !== undefined) return value
      const key = this.#endOf(item.key)
      const colon = key === undefined ? -1 : this.#text.indexOf(':', key)
      return colon < 0 ? key : colon + 1
    }
    if (isCollection(item) && !isFlow(item) && item.items.length > 0) return this.#endOf(item.items.at(-1))
    const node = item as Node | null | undefined
    const range = node?.range
    if (!range || (isScalar(node) && range[0] === range[1] && node.value === null)) return undefined
    return this.#withoutBreaks(range[0], range[1])
  }
}

const isGap = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** Characters that an anchor and a tag take at the end of a text, with the spaces behind them. */
function propertiesAtEnd(text: string): number {
  let from = text.length
  for (;;) {
    let end = from
    while (isGap(text[end - 1])) end -= 1
    let begin = end
    while (begin > 0 && !/[\s,[\]{}]/.test(text[begin - 1] ?? '')) begin -= 1
    if (end === from || begin === end || !/[&!]/.test(text[begin] ?? '')) return text.length - from
    from = begin
  }
}

const isPairLike = (item: unknown): item is Pair =>
  typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !('range' in item)

const isEmpty = (node: Node | null): boolean =>
  node === null || (isScalar(node) && (node.value === null || node.value === ''))

const isFlow = (node: unknown): boolean => isCollection(node) && node.flow === true

const keyText = (step: Step): unknown => (isScalar(step.key) ? step.key.value : step.raw.at(-1))

/** An option in the language of the file. */
function spelled(field: Field | undefined, value: string, chinese: boolean): string {
  const inner = field?.kind === 'list' ? field.item : field
  if (inner?.kind !== 'option') return value
  const id = optionFor(inner.options, value)
  const option = inner.options.find((entry) => entry.id === id)
  return option === undefined ? value : chinese ? option.zh : option.id
}

/** Words that other readers of YAML take for something else than text. */
const notText = /^(?:null|~|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i

/** Whether a text means itself without quotes. */
function canBePlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || notText.test(value)) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|^(?:---|\.\.\.)/.test(value)) return false
  return !flow || !/[,[\]{}]/.test(value)
}

/** Line breaks and control characters can only be written inside double quotes. */
function isPrintable(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (
      code < 0x20 ||
      (code >= 0x7f && code <= 0x9f) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0xfeff
    )
      return false
  }
  return true
}
