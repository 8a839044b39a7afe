// The outline of a draft: the subject with its principal, each website with its access entries.
import { isScalar, isSeq } from 'yaml'
import type { Path } from '../draft/field.ts'
import type { Format } from '../draft/read.ts'
import { follow, openTree, type Root, type Step } from '../draft/tree.ts'
import type { Language } from '../report/language.ts'

/** A part of a draft. Offsets into the text. */
export interface Part {
  readonly name: string
  readonly detail: string
  readonly from: number
  readonly to: number
  /** Its key, or its first line. */
  readonly keyFrom: number
  readonly keyTo: number
  readonly parts: readonly Part[]
}

/** More drafts than an outline can show. */
const MOST_DRAFTS = 200

/** The parts of every draft of a text, as far as it can be read. */
export function outline(text: string, format: Format, language: Language): Part[] {
  const tree = openTree(text, format)
  const parts: Part[] = []
  for (let document = 0; document < MOST_DRAFTS; document += 1) {
    const root = tree.rootOf(document)
    if (root === undefined || (format === 'lines' && root.node === null)) break
    parts.push(...new Outline(text, root, language).parts())
  }
  return parts
}

class Outline {
  readonly #text: string
  readonly #root: Root
  readonly #language: Language

  constructor(text: string, root: Root, language: Language) {
    this.#text = text
    this.#root = root
    this.#language = language
  }

  parts(): Part[] {
    const principal = this.#part(['subject', 'principal'], ['name'])
    return [
      ...this.#part(['filing'], ['number']),
      ...this.#part(['subject'], ['name'], principal),
      ...this.#items(['websites'], ['name'], (path) => [
        ...this.#part([...path, 'principal'], ['name']),
        ...this.#items([...path, 'access'], ['provider'], () => []),
      ]),
    ]
  }

  #at(path: Path): Step | undefined {
    const { step, missing } = follow(this.#root.node, path)
    return missing.length > 0 || !step.node?.range ? undefined : step
  }

  #textAt(path: Path): string {
    const node = this.#at(path)?.node
    return isScalar(node) ? String(node.value) : ''
  }

  #items(path: Path, name: Path, inside: (path: Path) => Part[]): Part[] {
    const node = this.#at(path)?.node
    const count = isSeq(node) ? node.items.length : node ? 1 : 0
    return Array.from({ length: count }, (_, index) => [...path, index]).flatMap((item) =>
      this.#part(item, name, inside(item)),
    )
  }

  #part(path: Path, name: Path, parts: readonly Part[] = []): Part[] {
    const step = this.#at(path)
    const range = step?.node?.range
    if (!step || !range) return []
    const key = step.key?.range ?? range
    const [from, to] = [Math.min(key[0], range[0]), range[1]]
    const lineEnd = this.#text.indexOf('\n', key[0] + this.#root.shift) - this.#root.shift
    const keyTo = Math.min(key[1], lineEnd < key[0] ? to : lineEnd)
    const shift = (offset: number): number => offset + this.#root.shift
    return [
      {
        name: step.field?.[this.#language] ?? String(path.at(-1)),
        detail: this.#textAt([...path, ...name]),
        from: shift(from),
        to: shift(Math.max(to, keyTo)),
        keyFrom: shift(key[0]),
        keyTo: shift(keyTo),
        parts,
      },
    ]
  }
}
