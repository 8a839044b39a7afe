// Data paths to positions, and back to the user's own spelling. Only files with something to show are read this way.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
} from 'yaml'
import type { Place } from '../engine/finding.ts'
import { catalogue } from './catalogue.ts'
import { parseDocuments } from './exact.ts'
import type { Field, Path } from './field.ts'
import type { Format } from './read.ts'
import { keyFor } from './words.ts'

/** A piece of a file: UTF-16 offsets, and the path under which the data stands there. */
export interface Located {
  readonly from: number
  readonly to: number
  /** English keys; a step that the user left out (a single value for a list, a short form) is left out here too. */
  readonly path: Path
}

export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
}

/** Answers where things stand in one file. */
export interface Locator {
  locate(document: number, place: Place): Located
  positionOf(offset: number): Position
  /** The text of a line (from 1), without its line end. */
  lineText(line: number): string
}

interface Root {
  readonly node: Node | null
  /** Where the document's text begins in the file (lines of NDJSON are read one by one). */
  readonly shift: number
  readonly from: number
}

/** Opens a file for locating. `text` is what `readText` was given. */
export function openLocator(text: string, format: Format): Locator {
  const counter = new LineCounter()
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1)
  counter.lineStarts.unshift(0)
  const roots = format === 'lines' ? new Map<number, Root>() : rootsOf(parseDocuments(text))
  const lineStart = (line: number): number => counter.lineStarts[line - 1] ?? text.length
  const rootOf = (document: number): Root | undefined => {
    if (format === 'lines' && !roots.has(document)) roots.set(document, lineRoot(text, document))
    return roots.get(document)
  }
  return {
    locate: (document, place) => locate(text, rootOf(document), place),
    positionOf: (offset) => {
      const { line, col } = counter.linePos(Math.min(Math.max(offset, 0), text.length))
      return { line: Math.max(line, 1), column: Math.max(col, 1) }
    },
    lineText: (line) => text.slice(lineStart(line), lineStart(line + 1)).replace(/\r?\n$/, ''),
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

function lineRoot(text: string, document: number): Root {
  let from = 0
  let number = -1
  for (const line of text.split('\n')) {
    if (line.replace('\uFEFF', '').trim() !== '') number += 1
    if (number === document) return { node: parseDocuments(line)[0]?.contents ?? null, shift: from, from }
    from += line.length + 1
  }
  return { node: null, shift: 0, from: 0 }
}

interface Step {
  readonly node: Node | null
  readonly key: Node | undefined
  readonly path: Path
}

function locate(text: string, root: Root | undefined, place: Place): Located {
  if (place.offsets !== undefined) return { from: place.offsets[0], to: place.offsets[1], path: place.path }
  if (root === undefined) return { from: 0, to: 0, path: place.path }
  const { step, missing } = follow(root.node, place.path)
  const path = missing.length > 0 ? [...step.path, ...missing] : step.path
  const wantsKey = place.part === 'key' || missing.length > 0
  const target = wantsKey && step.key !== undefined ? step.key : step.node
  const range = rangeOf(target) ?? rangeOf(step.key)
  if (range === undefined) return { from: root.from, to: root.from, path }
  // A whole mapping or list is shown by its first line: its key, or where it begins.
  const [from, to] = isMap(target) || isSeq(target) ? firstPiece(text, step, range) : range
  const sliced = place.slice && isScalar(target) ? slice(text, [from, to], target, place.slice) : [from, to]
  return { from: (sliced[0] ?? from) + root.shift, to: (sliced[1] ?? to) + root.shift, path }
}

/** Walks a data path as far as the file has it. What is not there (a missing field) comes back as `missing`. */
function follow(root: Node | null, path: Path): { step: Step; missing: Path } {
  let step: Step = { node: root, key: undefined, path: [] }
  let field: Field | undefined = catalogue
  for (const [index, part] of path.entries()) {
    if (isAlias(step.node)) return { step, missing: path.slice(index) }
    let next: Step | undefined
    if (typeof part === 'number') {
      next = isSeq(step.node) ? inList(step, part) : part === 0 ? step : undefined
      field = field?.kind === 'list' ? field.item : undefined
    } else {
      const shorthand = field?.kind === 'group' && field.shorthand === part && isScalar(step.node)
      next = shorthand ? step : inMapping(step, part, field)
      field = field?.kind === 'group' ? field.fields[part] : undefined
    }
    if (next === undefined) return { step, missing: path.slice(index) }
    step = next
  }
  return { step, missing: [] }
}

function inList(step: Step, index: number): Step | undefined {
  const item = isSeq(step.node) ? step.node.items[index] : undefined
  return isNode(item) ? { node: item, key: undefined, path: [...step.path, index] } : undefined
}

function inMapping(step: Step, key: string, field: Field | undefined): Step | undefined {
  if (!isMap(step.node)) return undefined
  const pair =
    step.node.items.find((item) => keyOf(item, field) === key) ?? sameSpelling(step.node.items, key)
  if (pair === undefined) return undefined
  const node = isNode(pair.value) ? pair.value : null
  return { node, key: isNode(pair.key) ? pair.key : undefined, path: [...step.path, key] }
}

function keyOf(pair: Pair, field: Field | undefined): string | undefined {
  if (!isScalar(pair.key)) return undefined
  return field?.kind === 'group' ? keyFor(field, String(pair.key.value)) : undefined
}

const sameSpelling = (pairs: readonly Pair[], key: string): Pair | undefined =>
  pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)

function rangeOf(node: Node | null | undefined): [number, number] | undefined {
  const range = node?.range
  return range ? [range[0], range[1]] : undefined
}

function firstPiece(text: string, step: Step, range: readonly [number, number]): readonly [number, number] {
  const key = rangeOf(step.key)
  if (key !== undefined) return key
  const lineEnd = text.indexOf('\n', range[0])
  const end = lineEnd < 0 ? range[1] : Math.min(range[1], lineEnd)
  const piece = text.slice(range[0], end).trimEnd()
  return [range[0], range[0] + piece.length]
}

/** Offsets of a piece of a value, where the file holds the value letter for letter; the whole value otherwise. */
function slice(
  text: string,
  [from, to]: readonly [number, number],
  node: Node,
  piece: readonly [number, number],
): readonly [number, number] {
  const value = isScalar(node) ? String(node.value).trim() : ''
  const inside = text.slice(from, to).indexOf(value)
  if (inside < 0 || value === '') return [from, to]
  return [from + inside + piece[0], from + inside + Math.max(piece[1], piece[0])]
}
