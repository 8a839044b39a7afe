// Data paths to positions, and back to the user's own spelling. Only files with something to show are read this way: plain
// ones by the scan of the fast reader, the others by the exact one.
import type { Place } from '../engine/finding.ts'
import { asSeen } from '../facts/characters.ts'
import { type Excerpt, excerptOf, isShort } from './excerpt.ts'
import type { Path } from './field.ts'
import { followIn, type Shape } from './follow.ts'
import { plainShape, plainTree } from './plain-tree.ts'
import type { Format } from './read.ts'
import { lastUpTo, lineStarts } from './text-lines.ts'

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
  /** What stands around a position, on its line. */
  excerptAt(position: Position): Excerpt
}

/** A draft of a file as nodes of some parser. */
interface Root<N> {
  readonly node: N | null
  /** Where the text that the nodes count from begins in the file. */
  readonly shift: number
  readonly from: number
}

type Find = (document: number, place: Place) => Located

/**
 * Opens a file for locating.
 * @param text what `readText` was given
 * @param readable whether any draft of it could be read; of others only places by offsets are known
 */
export async function openLocator(text: string, format: Format, readable = true): Promise<Locator> {
  const starts = lineStarts(text)
  const nowhere: Find = (_document, { path }) => ({ from: 0, to: 0, path })
  const find = !readable ? nowhere : format === 'lines' ? await inLines(text, starts) : await inFile(text)
  let last: { readonly line: number; readonly excerpt: Excerpt } | undefined
  const lineStart = (line: number): number => starts[line - 1] ?? text.length
  return {
    locate: (document, place) =>
      place.offsets === undefined
        ? find(document, place)
        : { from: place.offsets[0], to: place.offsets[1], path: place.path },
    positionOf: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length)
      const line = lastUpTo(starts, inside)
      return { line: line + 1, column: inside - (starts[line] ?? 0) + 1 }
    },
    excerptAt: ({ line, column }) => {
      // Findings of a draft a line share their line.
      if (last?.line === line) return last.excerpt
      const whole = text.slice(lineStart(line), lineStart(line + 1)).replace(/\r?\n$/, '')
      const excerpt = excerptOf(whole, column)
      last = isShort(whole.length) ? { line, excerpt } : undefined
      return excerpt
    },
  }
}

async function inFile(text: string): Promise<Find> {
  const node = plainTree(text)
  if (node === undefined) {
    const { exactShape, openTree } = await import('./tree.ts')
    const tree = openTree(text, 'yaml')
    return (document, place) => locate(exactShape, text, tree.rootOf(document), place)
  }
  const drafts = node.kind === 'list' ? node.items : [node]
  return (document, place) => {
    const draft = drafts[document]
    const root = draft === undefined ? undefined : { node: draft, shift: 0, from: draft.from }
    return locate(plainShape, text, root, place)
  }
}

/** Drafts a line: each line is a text of its own. */
async function inLines(text: string, starts: readonly number[]): Promise<Find> {
  const { exactShape, openTree } = await import('./tree.ts')
  const lineOf = (index: number): string => text.slice(starts[index] ?? 0, starts[index + 1] ?? text.length)
  const drafts: number[] = []
  for (const index of starts.keys()) if (/[^\s\uFEFF]/.test(lineOf(index))) drafts.push(index)
  const open = (index: number): ((place: Place) => Located) => {
    const line = lineOf(index)
    const from = starts[index] ?? 0
    const plain = plainTree(line)
    if (plain !== undefined)
      return (place) => locate(plainShape, line, { node: plain, shift: from, from }, place)
    const node = openTree(line, 'yaml').rootOf(0)?.node ?? null
    return (place) => locate(exactShape, line, { node, shift: from, from }, place)
  }
  // Findings of a draft come together: its line is read once for all of them, and not kept.
  let last: { readonly index: number; readonly find: (place: Place) => Located } | undefined
  return (document, place) => {
    const index = drafts[document]
    if (index === undefined) return { from: 0, to: 0, path: place.path }
    if (last?.index !== index) last = { index, find: open(index) }
    return last.find(place)
  }
}

/** @param text what the nodes count from */
function locate<N extends object>(
  shape: Shape<N>,
  text: string,
  root: Root<N> | undefined,
  place: Place,
): Located {
  if (root === undefined) return { from: 0, to: 0, path: place.path }
  const { step, missing } = followIn(shape, root.node, place.path)
  const path = missing.length > 0 ? [...step.path, ...missing] : step.path
  const wantsKey = place.part === 'key' || missing.length > 0
  const target = wantsKey && step.key !== undefined ? step.key : step.node
  const rangeOf = (node: N | null | undefined) => (node ? shape.range(node) : undefined)
  const range = rangeOf(target) ?? rangeOf(step.key)
  if (range === undefined) return { from: root.from, to: root.from, path }
  // A whole mapping or list is shown by its first line: its key, or where it begins.
  const isWhole = target !== null && (shape.isMap(target) || shape.isList(target))
  const [from, to] = isWhole ? (rangeOf(step.key) ?? firstPiece(text, range)) : range
  const sliced =
    place.slice && target !== null && shape.isText(target)
      ? slice(text, [from, to], shape.words(target).trim(), place.slice)
      : [from, to]
  return { from: (sliced[0] ?? from) + root.shift, to: (sliced[1] ?? to) + root.shift, path }
}

function firstPiece(text: string, range: readonly [number, number]): readonly [number, number] {
  const lineEnd = text.indexOf('\n', range[0])
  const end = lineEnd < 0 ? range[1] : Math.min(range[1], lineEnd)
  const piece = text.slice(range[0], end).trimEnd()
  return [range[0], range[0] + piece.length]
}

/** Offsets of a piece of a value, where the file holds the value letter for letter; the whole value otherwise. */
function slice(
  text: string,
  [from, to]: readonly [number, number],
  value: string,
  piece: readonly [number, number],
): readonly [number, number] {
  const inside = text.slice(from, to).indexOf(value)
  // Rules count in the value as it looks.
  if (inside < 0 || value === '' || asSeen(value) !== value) return [from, to]
  return [from + inside + piece[0], from + inside + Math.max(piece[1], piece[0])]
}
