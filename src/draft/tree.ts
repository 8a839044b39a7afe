// The nodes of a file, and the way to one of them by its data path. Places and edits both start here.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml'
import { catalogue } from './catalogue.ts'
import { parseDocuments } from './exact.ts'
import type { Field, Path } from './field.ts'
import type { Format } from './read.ts'
import { keyFor } from './words.ts'

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

/** A node on the way of a data path. */
export interface Step {
  readonly node: Node | null
  /** The key before the node, for a value of a mapping. */
  readonly key: Node | undefined
  /** The mapping or list that holds it. */
  readonly parent: Step | undefined
  /** English keys; steps that the file leaves out are left out. */
  readonly path: Path
  /** Keys and places as the file has them. */
  readonly raw: Path
  /** What the catalogue says of it. */
  readonly field: Field | undefined
}

/** Walks a data path as far as the file has it. What is not there (a missing field) comes back as `missing`. */
export function follow(root: Node | null, path: Path): { step: Step; missing: Path } {
  let step: Step = { node: root, key: undefined, parent: undefined, path: [], raw: [], field: catalogue }
  for (const [index, part] of path.entries()) {
    if (isAlias(step.node)) return { step, missing: path.slice(index) }
    const { field } = step
    let next: Step | undefined
    if (typeof part === 'number') {
      const item = field?.kind === 'list' ? field.item : undefined
      // A single value may stand for a list of one.
      next = isSeq(step.node) ? inList(step, part, item) : part === 0 ? { ...step, field: item } : undefined
    } else {
      const inner = field?.kind === 'group' ? field.fields[part] : undefined
      const shorthand = field?.kind === 'group' && field.shorthand === part && isScalar(step.node)
      next = shorthand ? { ...step, field: inner } : inMapping(step, part, field, inner)
    }
    if (next === undefined) return { step, missing: path.slice(index) }
    step = next
  }
  return { step, missing: [] }
}

function inList(step: Step, index: number, field: Field | undefined): Step | undefined {
  const item = isSeq(step.node) ? step.node.items[index] : undefined
  if (!isNode(item)) return undefined
  return {
    node: item,
    key: undefined,
    parent: step,
    path: [...step.path, index],
    raw: [...step.raw, index],
    field,
  }
}

function inMapping(
  step: Step,
  key: string,
  group: Field | undefined,
  field: Field | undefined,
): Step | undefined {
  if (!isMap(step.node)) return undefined
  const pair = pairsOf(step.node, group).get(key)
  if (pair === undefined) return undefined
  return {
    node: isNode(pair.value) ? pair.value : null,
    key: isNode(pair.key) ? pair.key : undefined,
    parent: step,
    path: [...step.path, key],
    raw: [...step.raw, isScalar(pair.key) ? String(pair.key.value) : key],
    field,
  }
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** The entries of a mapping by English key, and by their own spelling where that is no key. The first one holds. */
function pairsOf(map: YAMLMap, group: Field | undefined): ReadonlyMap<string, Pair> {
  const known = pairs.get(map)
  if (known !== undefined) return known
  const found = new Map<string, Pair>()
  const others = new Map<string, Pair>()
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue
    const spelling = String(pair.key.value)
    const key = group?.kind === 'group' ? keyFor(group, spelling) : undefined
    if (key !== undefined && !found.has(key)) found.set(key, pair)
    if (!others.has(spelling)) others.set(spelling, pair)
  }
  for (const [spelling, pair] of others) if (!found.has(spelling)) found.set(spelling, pair)
  pairs.set(map, found)
  return found
}
