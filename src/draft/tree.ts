// The nodes of a file, and the way to one of them by its data path. Places and edits both start here.
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'
import { parseDocuments } from './exact.ts'
import type { Path } from './field.ts'
import { followIn, type Shape, type Step as StepOf } from './follow.ts'
import type { Format } from './read.ts'

/** A draft of a file as nodes. */
export interface Root {
  readonly node: Node | null
  /** Where the document's text begins in the file (lines of NDJSON are read one by one). */
  readonly shift: number
  readonly from: number
}

/** The drafts of a file as nodes, each parsed when it is asked for. */
export interface Tree {
  rootOf(document: number): Root | undefined
}

/** Parses a file that `readText` could read. */
export function openTree(text: string, format: Format): Tree {
  const roots = format === 'lines' ? new Map<number, Root>() : rootsOf(parseDocuments(text))
  const lines = format === 'lines' ? draftLines(text) : []
  return {
    rootOf: (document) => {
      if (format === 'lines' && !roots.has(document)) roots.set(document, lineRoot(lines[document]))
      return roots.get(document)
    },
  }
}

function rootsOf(documents: readonly Document.Parsed[]): Map<number, Root> {
  const roots = new Map<number, Root>()
  const single = documents.length === 1 ? documents[0]?.contents : undefined
  if (isSeq(single)) {
    for (const [index, item] of single.items.entries()) {
      const node = isNode(item) ? item : null
      roots.set(index, { node, shift: 0, from: node?.range?.[0] ?? 0 })
    }
    return roots
  }
  for (const [index, { contents, range }] of documents.entries()) {
    roots.set(index, { node: contents, shift: 0, from: contents?.range?.[0] ?? range[0] })
  }
  return roots
}

/** The lines of NDJSON that hold a draft: where each begins, and its text. */
function draftLines(text: string): { from: number; line: string }[] {
  const found: { from: number; line: string }[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (line.replace('\uFEFF', '').trim() !== '') found.push({ from, line })
    from += line.length + 1
  }
  return found
}

function lineRoot(entry: { from: number; line: string } | undefined): Root {
  if (entry === undefined) return { node: null, shift: 0, from: 0 }
  const { from, line } = entry
  return { node: parseDocuments(line)[0]?.contents ?? null, shift: from, from }
}

/** A node of the exact reader on the way of a data path. */
export type Step = StepOf<Node>

/** The nodes of the exact reader. */
export const exactShape: Shape<Node> = {
  isMap,
  isList: isSeq,
  isText: isScalar,
  isAlias,
  item: (list, index) => {
    const item = isSeq(list) ? list.items[index] : undefined
    return isNode(item) ? item : undefined
  },
  pairs: (map) =>
    isMap(map)
      ? map.items.map(({ key, value }) => ({
          key: isNode(key) ? key : undefined,
          value: isNode(value) ? value : null,
        }))
      : [],
  words: (text) => (isScalar(text) ? String(text.value) : ''),
  range: ({ range }) => (range ? [range[0], range[1]] : undefined),
}

/** Walks a data path as far as the file has it. What is not there (a missing field) comes back as `missing`. */
export const follow = (root: Node | null, path: Path): { step: Step; missing: Path } =>
  followIn(exactShape, root, path)
