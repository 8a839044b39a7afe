// The running text of a page, with the place in the HTML of every character of it.
import { type AnyNode, type Element, isTag, isText, type Text } from 'domhandler'
import { decodeHTML } from 'entities'
import { lastUpTo } from '../draft/text-lines.ts'

/** UTF-16 offsets into the page's HTML. */
export type Span = readonly [from: number, to: number]

/** A text node of a page. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly element: Element | undefined
  /** Offset in the HTML of each character, and behind the last; undefined where the HTML is not letter for letter. */
  readonly offsets: readonly number[] | undefined
  readonly span: Span
}

/** The text of a page with its places. */
export interface RunningText {
  readonly text: string
  /** Where a part of the text stands in the HTML; `exact` when these very characters stand there. */
  locate(from: number, to: number): { readonly span: Span; readonly exact: boolean }
  /** The innermost elements that a part of the text lies in. */
  elementsAt(from: number, to: number): Element[]
}

/** Elements that begin a new line. */
const blocks =
  /^(?:address|article|aside|blockquote|body|br|button|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|select|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/
/** Elements whose text is no text of the page. */
const silent = /^(?:script|style|template|title|head|iframe|noembed|noframes|object|svg)$/

/** Collects the text below a node. */
export function runningText(root: AnyNode, html: string): RunningText {
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  for (const node of walk(root)) {
    if (node === 'line') {
      if (parts.at(-1)?.endsWith('\n') !== true) add('\n')
      continue
    }
    const { shown, offsets, span } = readPiece(node, html)
    const element = node.parent !== null && isTag(node.parent) ? node.parent : undefined
    if (shown === '') continue
    pieces.push({ from: length, to: length + shown.length, element, offsets, span })
    add(shown)
  }
  return { text: parts.join(''), ...placesIn(pieces) }
}

/** Text nodes in their order; `line` where a line begins or ends. Without recursion: pages may be nested deeply. */
function* walk(root: AnyNode): Generator<Text | 'line'> {
  const open: (AnyNode | 'line')[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (node === undefined) return
    if (node === 'line') yield node
    else if (isText(node)) yield node
    else if ('children' in node) {
      const name = isTag(node) ? node.name : ''
      if (silent.test(name)) continue
      const isBlock = blocks.test(name)
      if (isBlock) {
        yield 'line'
        open.push('line')
      }
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child !== undefined) open.push(child)
      }
    }
  }
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/gi

/** The characters of a text node, references decoded and line breaks as spaces, each with its place. */
function readPiece(node: Text, html: string): { shown: string; offsets: number[] | undefined; span: Span } {
  const location = node.sourceCodeLocation
  const span: Span = [location?.startOffset ?? 0, location?.endOffset ?? 0]
  const offsets: number[] = []
  let shown = ''
  const raw = html.slice(span[0], span[1])
  let at = 0
  const add = (characters: string, from: number, step: 0 | 1): void => {
    for (let index = 0; index < characters.length; index++) offsets.push(span[0] + from + index * step)
    shown += characters
  }
  for (const match of raw.matchAll(reference)) {
    add(raw.slice(at, match.index), at, 1)
    const decoded = decodeHTML(match[0])
    add(decoded, match.index, decoded === match[0] ? 1 : 0)
    at = match.index + match[0].length
  }
  add(raw.slice(at), at, 1)
  offsets.push(span[1])
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  // Misplaced markup moves text: then only the whole of it has a place.
  if (plain(shown) !== plain(node.data))
    return { shown: node.data.replace(/\s/g, ' '), offsets: undefined, span }
  return { shown: shown.replace(/\s/g, ' '), offsets, span }
}

function placesIn(pieces: readonly Piece[]): Omit<RunningText, 'text'> {
  const starts = pieces.map(({ from }) => from)
  const within = (from: number, to: number): Piece[] => {
    const found: Piece[] = []
    for (let at = Math.max(0, lastUpTo(starts, from)); at < pieces.length; at++) {
      const piece = pieces[at]
      if (piece === undefined || piece.from >= to) break
      if (from < piece.to) found.push(piece)
    }
    return found
  }
  return {
    locate(from, to) {
      const found = within(from, to)
      const [first, last] = [found[0], found.at(-1)]
      if (first === undefined || last === undefined) return { span: [0, 0], exact: false }
      const start = first.offsets?.[from - first.from] ?? first.span[0]
      const end = last.offsets?.[to - last.from] ?? last.span[1]
      const exact = found.length === 1 && first.offsets !== undefined && end - start === to - from
      return { span: [start, end], exact }
    },
    elementsAt: (from, to) => [
      ...new Set(within(from, to).flatMap(({ element }) => (element === undefined ? [] : [element]))),
    ],
  }
}
