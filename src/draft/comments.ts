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
  const { spans, starts } = shapeOf(text, lineOf)
  return commentTokens(text).map(([from, source]) => {
    const line = lineOf(from)
    const alone = /^\uFEFF?[\s-]*#/.test(lines[line - 1] ?? '')
    const target = alone ? nextValue(lines, line) : line
    const found = spans.filter(
      ({ first, last, one }) => first === target || (!alone && one && last === target),
    )
    return {
      text: source,
      from,
      to: from + source.length,
      document: Math.max(0, starts.filter((start) => start <= target).length - 1),
      lines: [
        Math.min(target, ...found.map(({ first }) => first)),
        Math.max(target, ...found.map(({ last }) => last)),
      ],
    }
  })
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

/** The next line (from 1) that holds a value, past comments, blank lines, and what only parts drafts and items. */
function nextValue(lines: readonly string[], line: number): number {
  for (let next = line; next < lines.length; next++) {
    if (!/^\uFEFF?\s*(?:#.*|---(?:\s.*)?|\.\.\.|%.*|-)?$/.test((lines[next] ?? '').trimEnd())) return next + 1
  }
  return line + 1
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
