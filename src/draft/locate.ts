// Data paths to positions, and back to the user's own spelling. Only files with something to show are read this way.
import { isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml'
import type { Place } from '../engine/finding.ts'
import type { Path } from './field.ts'
import type { Format } from './read.ts'
import { follow, openTree, type Root, type Step } from './tree.ts'

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

/** Opens a file for locating. `text` is what `readText` was given. */
export function openLocator(text: string, format: Format): Locator {
  const counter = new LineCounter()
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1)
  counter.lineStarts.unshift(0)
  const tree = openTree(text, format)
  const lineStart = (line: number): number => counter.lineStarts[line - 1] ?? text.length
  return {
    locate: (document, place) =>
      place.offsets === undefined
        ? locate(text, tree.rootOf(document), place)
        : { from: place.offsets[0], to: place.offsets[1], path: place.path },
    positionOf: (offset) => {
      const { line, col } = counter.linePos(Math.min(Math.max(offset, 0), text.length))
      return { line: Math.max(line, 1), column: Math.max(col, 1) }
    },
    lineText: (line) => text.slice(lineStart(line), lineStart(line + 1)).replace(/\r?\n$/, ''),
  }
}

function locate(text: string, root: Root | undefined, place: Place): Located {
  if (root === undefined) return { from: 0, to: 0, path: place.path }
  const { step, missing } = follow(root.node, place.path)
  const path = missing.length > 0 ? [...step.path, ...missing] : step.path
  const wantsKey = place.part === 'key' || missing.length > 0
  const target = wantsKey && step.key !== undefined ? step.key : step.node
  const range = rangeOf(target) ?? rangeOf(step.key)
  if (range === undefined) return { from: root.from, to: root.from, path }
  // A whole mapping or list is shown by its first line: its key, or where it begins.
  const [from, to] = isMap(target) || isSeq(target) ? firstPiece(text.slice(root.shift), step, range) : range
  const sliced =
    place.slice && isScalar(target)
      ? slice(text.slice(root.shift), [from, to], target, place.slice)
      : [from, to]
  return { from: (sliced[0] ?? from) + root.shift, to: (sliced[1] ?? to) + root.shift, path }
}

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
