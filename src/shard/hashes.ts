// The hash of a value in a shard as the engine counts hashes: two halves.
import type { Hash } from '../engine/keys.ts'

/** @param hash hexadecimal digits, at least 16 */
export const halvesOf = (hash: string): Hash => ({
  low: Number.parseInt(hash.slice(0, 8), 16),
  high: Number.parseInt(hash.slice(8, 16), 16),
})
