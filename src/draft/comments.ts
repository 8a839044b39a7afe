// The comments of a YAML file, told from text that only looks like one, and the lines of the values that they speak of.
import { isNode, isScalar, isSeq, Lexer, LineCounter, type Node, visit } from 'yaml'
import { parseDocuments } from './exact.ts'

/** A comment, and what it stands at. */
export interface Comment {
  /** From the number sign to the end of the line. */
  readonly text: string
  /** UTF-16 offsets into the file. */
  readonly from: number
  readonly to: number
  /** Number of the draft that it speaks of. */
  readonly document: number
  /** Lines (from 1) of the value behind which it stands, or else of the next one. */
  readonly lines: readonly [first: number, last: number]
}

/** Lines of a value with its key; a list of texts is one value, a group is none. */
interface Span {
  readonly first: number
  readonly last: number
  /** Whether a comment behind its last line is a comment on all of it. */
  readonly one: boolean
}

/** What the lexer puts before a scalar, and its other tokens that stand for no text: a document, the end of a flow. */
const SCALAR = '\u001f'
const marks: readonly string[] = [SCALAR, '\u0002', '\u0018']

/** All comments of a text. The text need not be right. */
export function commentsOf(text: string): Comment[] {
  const counter = new LineCounter()
  counter.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1)
  const lineOf = (offset: number): number => counter.linePos(offset).line
  const lines = text.split('\n')
  const next = nextValues(lines)
  const { spans, starts } = shapeOf(text, lineOf)
  // Of the values that begin on a line, where the last one ends; of those that end on it, where the first one begins.
  const ends = new Map<number, number>()
  const begins = new Map<number, number>()
  for (const { first, last, one } of spans) {
    ends.set(first, Math.max(last, ends.get(first) ?? last))
    if (one) begins.set(last, Math.min(first, begins.get(last) ?? first))
  }
  return commentTokens(text).map(([from, source]) => {
    const line = lineOf(from)
    const alone = /^\uFEFF?[\s-]*#/.test(lines[line - 1] ?? '')
    const target = alone ? (next[line] ?? line + 1) : line
    const first = alone ? target : (begins.get(target) ?? target)
    return {
      text: source,
      from,
      to: from + source.length,
      document: Math.max(0, countUpTo(starts, target) - 1),
      lines: [first, Math.max(target, ends.get(target) ?? target)],
    }
  })
}

/** How many of the ascending numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function commentTokens(text: string): [from: number, source: string][] {
  const found: [number, string][] = []
  let offset = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    if (!marks.includes(token)) {
      if (token.startsWith('#') && before !== SCALAR) found.push([offset, token.trimEnd()])
      offset += token.length
    }
    before = token
  }
  return found
}

/** For each line (from 0) the next one (from 1) that holds a value, past comments, blank lines, and what only parts drafts and items. */
function nextValues(lines: readonly string[]): number[] {
  const next: number[] = []
  let value: number | undefined
  for (let index = lines.length - 1; index >= 0; index--) {
    if (!/^\uFEFF?\s*(?:#.*|---(?:\s+#.*)?|\.\.\.|%.*|-)?$/.test((lines[index] ?? '').trimEnd()))
      value = index + 1
    next[index] = value ?? index + 1
  }
  return next
}

/** Where values lie, and the line on which each draft begins. */
function shapeOf(text: string, lineOf: (offset: number) => number): { spans: Span[]; starts: number[] } {
  const documents = parseDocuments(text)
  const spans: Span[] = []
  const add = (from: Node, value: Node): void => {
    const [first, last] = [from.range?.[0], value.range?.[1]]
    if (first === undefined || last === undefined) return
    // The range of a block text goes on to the next line.
    const end = text[last - 1] === '\n' ? last - 1 : last
    spans.push({ first: lineOf(first), last: lineOf(end), one: isScalar(value) })
  }
  for (const document of documents) {
    visit(document, {
      Pair: (_key, { key, value }) => {
        if (isScalar(key) && (isScalar(value) || isTexts(value))) add(key, value)
      },
      Seq: (_key, { items }) => {
        for (const item of items) if (isScalar(item)) add(item, item)
      },
    })
  }
  const single = documents.length === 1 ? documents[0]?.contents : undefined
  const roots = isSeq(single) ? single.items : documents.map(({ contents }) => contents)
  const starts = roots.map((root, index) =>
    lineOf((isNode(root) ? root.range?.[0] : undefined) ?? documents[index]?.range[0] ?? 0),
  )
  return { spans, starts }
}

const isTexts = (value: unknown): value is Node => isSeq(value) && value.items.every((item) => isScalar(item))
