// A short name of a finding that stays the same while lines move, for systems that follow findings over time.
import { createHash } from 'node:crypto'
import type { LocatedFinding } from '../engine/report.ts'

/**
 * Fingerprints of the findings of one file, in their order. Made of rule, message, file and the anchor of the place
 * (keys, domains, names of websites): no line numbers, no counts, and no personal value, not even hashed.
 */
export class Fingerprints {
  readonly #file: string
  readonly #seen = new Map<string, number>()

  /** @param file path from the root of the repository, so that it is the same on every machine. */
  constructor(file: string) {
    this.#file = file
  }

  /** 40 hexadecimal digits. What could not be told apart otherwise is numbered in the order of the file. */
  of({ rule, message, anchor }: LocatedFinding): string {
    const name = [rule, message, this.#file, anchor].join('\n')
    const before = this.#seen.get(name) ?? 0
    this.#seen.set(name, before + 1)
    const text = before === 0 ? name : `${name}\n${before}`
    return createHash('sha256').update(text).digest('hex').slice(0, 40)
  }
}
