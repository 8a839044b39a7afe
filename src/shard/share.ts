// `--shard i/n`: which tasks of a run are this machine's.
import { createHmac } from 'node:crypto'
import type { Task } from '../engine/task.ts'

/** Part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** The shard that a word such as `2/5` means; undefined when it means none. */
export function readShard(word: string): Shard | undefined {
  const found = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(word.trim())
  if (found === null) return undefined
  const shard = { index: Number(found[1]), count: Number(found[2]) }
  return shard.index <= shard.count ? shard : undefined
}

/** A piece of a large file holds some hundreds of drafts. */
const WEIGHT_OF_PIECE = 500

/** The tasks of a shard: neighbours, and about as much work as those of every other. */
export function shareOf<T extends Task>(tasks: readonly T[], { index, count }: Shard): T[] {
  const weight = ({ piece }: T): number => (piece === undefined ? 1 : WEIGHT_OF_PIECE)
  const total = tasks.reduce((sum, task) => sum + weight(task), 0)
  let before = 0
  return tasks.filter((task) => {
    const mine = Math.floor((before * count) / total) === index - 1
    before += weight(task)
    return mine
  })
}

/** Hashes of a run's own: nobody who has not got its drafts can find out what was hashed by trying. */
export const keyedHash = (key: Uint8Array, ...words: readonly string[]): string =>
  createHmac('sha256', key).update(words.join('\0')).digest('hex').slice(0, 32)
