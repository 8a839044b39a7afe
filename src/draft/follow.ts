// The way to a value by its data path, over the nodes of any parser.
import { catalogue } from './catalogue.ts'
import type { Field, Path } from './field.ts'
import { keyFor } from './words.ts'

/** How a walk sees the nodes of a parser. */
export interface Shape<N> {
  readonly isMap: (node: N | null) => boolean
  readonly isList: (node: N | null) => boolean
  readonly isText: (node: N | null) => boolean
  /** A reference to another node: what is behind it stands elsewhere. */
  readonly isAlias: (node: N | null) => boolean
  readonly item: (list: N, index: number) => N | undefined
  readonly pairs: (map: N) => readonly { readonly key: N | undefined; readonly value: N | null }[]
  /** What a text, or a key, says. */
  readonly words: (text: N) => string
  /** UTF-16 offsets into the text that was parsed. */
  readonly range: (node: N) => readonly [from: number, to: number] | undefined
}

/** A node on the way of a data path. */
export interface Step<N> {
  readonly node: N | null
  /** The key before the node, for a value of a mapping. */
  readonly key: N | undefined
  /** The mapping or list that holds it. */
  readonly parent: Step<N> | undefined
  /** English keys; steps that the file leaves out are left out. */
  readonly path: Path
  /** Keys and places as the file has them. */
  readonly raw: Path
  /** What the catalogue says of it. */
  readonly field: Field | undefined
}

/** Walks a data path as far as the file has it. What is not there (a missing field) comes back as `missing`. */
export function followIn<N extends object>(
  shape: Shape<N>,
  root: N | null,
  path: Path,
): { step: Step<N>; missing: Path } {
  let step: Step<N> = { node: root, key: undefined, parent: undefined, path: [], raw: [], field: catalogue }
  for (const [index, part] of path.entries()) {
    if (shape.isAlias(step.node)) return { step, missing: path.slice(index) }
    const { field } = step
    let next: Step<N> | undefined
    if (typeof part === 'number') {
      const item = field?.kind === 'list' ? field.item : undefined
      // A single value may stand for a list of one.
      const isList = step.node !== null && shape.isList(step.node)
      next = isList ? inList(shape, step, part, item) : part === 0 ? { ...step, field: item } : undefined
    } else {
      const inner = field?.kind === 'group' ? field.fields[part] : undefined
      const shorthand = field?.kind === 'group' && field.shorthand === part && shape.isText(step.node)
      next = shorthand ? { ...step, field: inner } : inMapping(shape, step, part, field, inner)
    }
    if (next === undefined) return { step, missing: path.slice(index) }
    step = next
  }
  return { step, missing: [] }
}

function inList<N extends object>(
  shape: Shape<N>,
  step: Step<N>,
  index: number,
  field: Field | undefined,
): Step<N> | undefined {
  const item = step.node === null ? undefined : shape.item(step.node, index)
  if (item === undefined) return undefined
  return {
    node: item,
    key: undefined,
    parent: step,
    path: [...step.path, index],
    raw: [...step.raw, index],
    field,
  }
}

function inMapping<N extends object>(
  shape: Shape<N>,
  step: Step<N>,
  key: string,
  group: Field | undefined,
  field: Field | undefined,
): Step<N> | undefined {
  if (step.node === null || !shape.isMap(step.node)) return undefined
  const pair = pairsOf(shape, step.node, group).get(key)
  if (pair === undefined) return undefined
  return {
    node: pair.value,
    key: pair.key,
    parent: step,
    path: [...step.path, key],
    raw: [...step.raw, pair.spelling],
    field,
  }
}

/** An entry of a mapping, and how the file spells its key. */
interface Entry<N> {
  readonly key: N
  readonly value: N | null
  readonly spelling: string
}

const known = new WeakMap<object, ReadonlyMap<string, Entry<unknown>>>()

/** The entries of a mapping by English key, and by their own spelling where that is no key. The first one holds. */
function pairsOf<N extends object>(
  shape: Shape<N>,
  map: N,
  group: Field | undefined,
): ReadonlyMap<string, Entry<N>> {
  const before = known.get(map)
  // Safe: what is kept for a node was made from its own entries.
  if (before !== undefined) return before as ReadonlyMap<string, Entry<N>>
  const found = new Map<string, Entry<N>>()
  const others = new Map<string, Entry<N>>()
  for (const { key: node, value } of shape.pairs(map)) {
    if (node === undefined || !shape.isText(node)) continue
    const spelling = shape.words(node)
    const entry = { key: node, value, spelling }
    const key = group?.kind === 'group' ? keyFor(group, spelling) : undefined
    if (key !== undefined && !found.has(key)) found.set(key, entry)
    if (!others.has(spelling)) others.set(spelling, entry)
  }
  for (const [spelling, entry] of others) if (!found.has(spelling)) found.set(spelling, entry)
  known.set(map, found)
  return found
}
