// Finds characters that strict hosts do not take in a 通信地址 (not in a 证件住所, which is copied word for word).
import type { Stretch } from './levels.ts'

const brackets = '()（）[]［］【】〔〕{}｛｝'
const ordinary = /[\p{L}\p{N}\s]/u

/** The first run of refused characters, or undefined. Letters, digits and spaces are never symbols. */
export function findSymbols(
  text: string,
  refuseSymbols: boolean,
  refuseBrackets: boolean,
): Stretch | undefined {
  if (!refuseSymbols && !refuseBrackets) return undefined
  let from = -1
  let at = 0
  for (const character of text) {
    const refused = brackets.includes(character) ? refuseBrackets : refuseSymbols && !ordinary.test(character)
    if (refused && from < 0) from = at
    if (!refused && from >= 0) break
    at += character.length
  }
  return from < 0 ? undefined : { text: text.slice(from, at), from, to: at }
}
