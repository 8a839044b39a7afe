// The same for JSON, by the library that editors use for it.
import { findNodeAtLocation, getLocation, parseTree } from 'jsonc-parser'
import type { Format } from '../draft/read.ts'
import type { Cursor } from './cursor.ts'

/** Where an offset of a JSON draft is. In a file of a draft a line, of that line. */
export function jsonCursor(text: string, format: Format, offset: number): Cursor {
  const start = format === 'lines' ? text.lastIndexOf('\n', offset - 1) + 1 : 0
  const end = format === 'lines' ? text.indexOf('\n', offset) : -1
  const json = text.slice(start, end < 0 ? text.length : end)
  const { path, isAtPropertyKey, previousNode } = getLocation(json, offset - start)
  const holder = isAtPropertyKey || typeof path.at(-1) === 'number' ? path.slice(0, -1) : path
  const names = holder.filter((step) => typeof step === 'string')
  const isItem = typeof path.at(-1) === 'number'
  const key = isAtPropertyKey || isItem ? undefined : names.at(-1)
  const inside =
    previousNode !== undefined &&
    previousNode.offset <= offset - start &&
    offset - start <= previousNode.offset + previousNode.length
  const tree = parseTree(json)
  const group = tree && findNodeAtLocation(tree, isAtPropertyKey ? path.slice(0, -1) : path)
  const siblings = (group?.children ?? [])
    .filter((child) => isAtPropertyKey && child.type === 'property' && child.children?.[0] !== previousNode)
    .map((child) => String(child.children?.[0]?.value ?? ''))
  return {
    keys: key === undefined ? names : names.slice(0, -1),
    key,
    from: inside ? start + previousNode.offset : offset,
    to: inside ? start + previousNode.offset + previousNode.length : offset,
    siblings: siblings.filter((name) => !inside || name !== String(previousNode?.value)),
    column: undefined,
  }
}
