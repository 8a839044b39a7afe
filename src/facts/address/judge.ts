// Judges whether an address goes down to the door, and when not, what should come next.
// How deep each kind of holder must go: notes to the forms of 工信部 2009 and 通信管理局 FAQs 2014-2022.
import { readRegionPrefix } from '../regions.ts'
import { hasHan } from '../text.ts'
import { judgeDepth } from './depth.ts'
import type { Stretch } from './levels.ts'
import { fold } from './lexicon.ts'
import { findPlaceholder } from './placeholder.ts'
import { readTokens } from './read.ts'
import { mostDetailed } from './remark.ts'
import { findShorthand } from './shorthand.ts'
import { findSymbols } from './symbols.ts'
import { type AddressOptions, type AddressVerdict, defaultAddressOptions } from './verdict.ts'

/**
 * Says whether an address goes down to the door number, with or without its region in front.
 * @param text the address as written; offsets in the verdict are UTF-16 offsets into it
 * @param options what is asked; the rest is taken from `defaultAddressOptions`
 */
export function judgeAddress(text: string, options: Partial<AddressOptions> = {}): AddressVerdict {
  const asked = { ...defaultAddressOptions, ...options }
  if (text.trim() === '') return { kind: 'empty' }
  const folded = fold(text)
  const region = readRegionPrefix(folded)
  const placeholder = findPlaceholder(folded, region.end)
  if (placeholder !== undefined) return { kind: 'placeholder', ...original(text, placeholder) }
  if (/[A-Za-z]{3}/.test(text) && !hasHan(text)) return { kind: 'latin' }
  const tokens = readTokens(folded, region.end)
  const shorthand = findShorthand(folded, tokens, folded.slice(0, region.end).startsWith(chongqing))
  if (shorthand !== undefined) return { kind: 'shorthand', ...shorthand, ...original(text, shorthand) }
  const remarked = asked.mostDetailedRemark || mostDetailed(text)
  const verdict = judgeDepth(
    text,
    tokens,
    region,
    remarked === asked.mostDetailedRemark ? asked : { ...asked, mostDetailedRemark: remarked },
  )
  if (verdict.kind !== 'ok' && verdict.kind !== 'ok-by-remark') return verdict
  const beside = besideDoor(text)
  if (beside !== undefined) return { kind: 'vague', ...beside }
  const symbols = findSymbols(text, asked.symbols === 'refuse', asked.brackets === 'refuse')
  return symbols === undefined ? verdict : { kind: 'symbols', ...symbols }
}

/** Words behind a door number that mean another place than that door: 文三路90号对面. */
const besideWords = /(?:[斜正]?对面|斜?对过|附近|旁边?|隔壁)$/u

function besideDoor(text: string): Stretch | undefined {
  const written = text.trimEnd()
  const from = written.search(besideWords)
  return from < 0 ? undefined : { text: written.slice(from), from, to: written.length }
}

/** The flat 12-3 of a block is the way addresses are given out in 重庆: floor and flat. */
const chongqing = '重庆'

/** The same stretch in the text as written, before folding. */
const original = (text: string, { from, to }: Stretch): Stretch => ({ text: text.slice(from, to), from, to })
