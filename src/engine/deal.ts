// Where values stand, dealt out by the hash of the value: very many places are judged part by part, and wait packed.
import type { Hash } from './keys.ts'
import type { Recalled, Standing } from './task.ts'

/** Deals standings out; all of one value come into the same part. */
export class Dealer {
  readonly #parts: Standing[][]

  constructor(parts: number) {
    this.#parts = Array.from({ length: parts }, () => [])
  }

  add(standing: Standing, { low }: Hash): void {
    this.#parts[low % this.#parts.length]?.push(standing)
  }

  /** What was dealt out: as it is where there is but one part. */
  async dealt(): Promise<Recalled[]> {
    const [only = []] = this.#parts
    if (this.#parts.length === 1) return [{ part: 0, standings: only }]
    const { pack } = await import('./pack.ts')
    return this.#parts.flatMap((standings, part) =>
      standings.length === 0 ? [] : [{ part, standings: pack(standings) }],
    )
  }
}
