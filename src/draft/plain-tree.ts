// What the scan of a plain text found, as nodes with their places.
import type { Shape } from './follow.ts'
import { END, LIST, NOTHING, type Scan, scanPlain, TEXT, wordsAt } from './plain.ts'

interface Placed {
  /** Offsets into the text. */
  readonly from: number
  readonly to: number
}
interface PlainText extends Placed {
  readonly kind: 'text'
  readonly words: string
}
interface PlainList extends Placed {
  readonly kind: 'list'
  readonly items: readonly PlainNode[]
}
interface PlainMap extends Placed {
  readonly kind: 'map'
  readonly pairs: readonly { readonly key: PlainNode; readonly value: PlainNode }[]
}
export type PlainNode = PlainText | PlainList | PlainMap

/** The nodes of a text; undefined when it is not plain. */
export function plainTree(text: string): PlainNode | undefined {
  const pieces = scanPlain(text)
  return pieces === undefined ? undefined : nodeAt({ text, pieces, at: 0 })
}

interface Reader {
  readonly text: string
  readonly pieces: Scan
  at: number
}

function nodeAt(reader: Reader): PlainNode {
  const { text, pieces } = reader
  const kind = pieces[reader.at]
  const from = pieces[reader.at + 1] ?? 0
  const to = pieces[reader.at + 2] ?? 0
  reader.at += 3
  if (kind === TEXT) return { kind: 'text', from, to, words: wordsAt(text, from, to) }
  if (kind === NOTHING) return { kind: 'text', from, to, words: '' }
  if (kind === LIST) {
    const items: PlainNode[] = []
    while (pieces[reader.at] !== END) items.push(nodeAt(reader))
    reader.at += 3
    return { kind: 'list', from, to, items }
  }
  const pairs: { key: PlainNode; value: PlainNode }[] = []
  while (pieces[reader.at] !== END) {
    const keyFrom = pieces[reader.at + 1] ?? 0
    const keyTo = pieces[reader.at + 2] ?? 0
    reader.at += 3
    const key: PlainText = { kind: 'text', from: keyFrom, to: keyTo, words: wordsAt(text, keyFrom, keyTo) }
    pairs.push({ key, value: nodeAt(reader) })
  }
  reader.at += 3
  return { kind: 'map', from, to, pairs }
}

export const plainShape: Shape<PlainNode> = {
  isMap: (node) => node?.kind === 'map',
  isList: (node) => node?.kind === 'list',
  isText: (node) => node?.kind === 'text',
  isAlias: () => false,
  item: (list, index) => (list.kind === 'list' ? list.items[index] : undefined),
  pairs: (map) => (map.kind === 'map' ? map.pairs : []),
  words: (text) => (text.kind === 'text' ? text.words : ''),
  range: (node) => [node.from, node.to],
}
