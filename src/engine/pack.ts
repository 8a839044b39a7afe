// Packs what there is to say of a batch: reports of an archive wait in memory until they are asked for.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Notable } from './task.ts'

/** Findings as packed text; about a tenth of what they take as objects. */
export const pack = (notable: readonly Notable[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateRawSync(JSON.stringify(notable), { level: 1 }))

export const unpack = (packed: Uint8Array): Notable[] => JSON.parse(inflateRawSync(packed).toString())
