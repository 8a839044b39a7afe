// Packs what there is to say of a batch: reports of an archive wait in memory until they are asked for.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PlacedFinding } from './clash.ts'
import type { Notable, Standing } from './task.ts'

/** What there may be very many of. */
export type Packable = Notable | PlacedFinding | Standing

/** Bytes of memory that packing asks for at a time: there are very many small lists. */
const CHUNK = 4096

/** Findings as packed text; about a tenth of what they take as objects. */
export const pack = (list: readonly Packable[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateRawSync(JSON.stringify(list), { level: 1, chunkSize: CHUNK }))

export const unpack = <T extends Packable>(packed: Uint8Array): T[] =>
  JSON.parse(inflateRawSync(packed, { chunkSize: CHUNK }).toString())
