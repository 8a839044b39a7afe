// Hides where exactly somebody lives before an address is shown.
import { readRegionPrefix } from '../regions.ts'
import type { AddressLevel, Token } from './levels.ts'
import { fold, isAlphanumeric } from './lexicon.ts'
import { readTokens } from './read.ts'

/** The finest first; the first of these that is there is hidden. */
const maskedLevels: readonly AddressLevel[] = ['room', 'building', 'number', 'group', 'post-box']

/**
 * Replaces the digits and letters of the finest numbered level by `*`.
 * @returns text of the same length
 */
export function maskAddress(text: string): string {
  const folded = fold(text)
  const tokens = readTokens(folded, readRegionPrefix(folded).end)
  for (const level of maskedLevels) {
    const hidden = tokens.filter((token) => token.level === level && hasNumber(token))
    if (hidden.length > 0) return maskTokens(text, folded, hidden)
  }
  return text
}

const hasNumber = (token: Token): boolean => token.measure !== undefined && token.measure !== '#'

function maskTokens(text: string, folded: string, tokens: readonly Token[]): string {
  const units = text.split('')
  for (const token of tokens) {
    for (let at = token.from; at < token.to; at++) if (isAlphanumeric(folded.charCodeAt(at))) units[at] = '*'
    for (const [from, to] of token.groups ?? []) units.fill('*', from, to)
  }
  return units.join('')
}
