// Mailing addresses (通信地址): reads their levels and judges whether they go down to the door number.
import { readRegionPrefix } from '../regions.ts'
import type { AddressPart, Stretch } from './levels.ts'
import { fold } from './lexicon.ts'
import { readTokens } from './read.ts'

export { judgeAddress } from './judge.ts'
export { type AddressPart, levelNames, type Stretch } from './levels.ts'
export { maskAddress } from './mask.ts'
export { mostDetailed } from './remark.ts'
export type {
  AddressOptions,
  AddressVerdict,
  MissingLevel,
} from './verdict.ts'

export interface Address {
  /** The region in front; `end` is where the detail starts. */
  readonly region: ReturnType<typeof readRegionPrefix>
  readonly parts: readonly AddressPart[]
  /** Names that no level word explains: 国贸, 某公司. */
  readonly unread: readonly Stretch[]
}

/**
 * Reads an address into its levels.
 * @param text as written; full width, traditional characters and Chinese numerals are understood
 */
export function readAddress(text: string): Address {
  const folded = fold(text)
  const region = readRegionPrefix(folded)
  const parts: AddressPart[] = []
  const unread: Stretch[] = []
  for (const { level, from, to } of readTokens(folded, region.end)) {
    const stretch = { text: text.slice(from, to), from, to }
    if (level === 'name') unread.push(stretch)
    else parts.push({ level, ...stretch })
  }
  return { region, parts, unread }
}
