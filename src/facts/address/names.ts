// Reads the named parts of an address: a name up to the level word that ends it (中山路, 龙泉镇, 阳光花园).
import type { AddressLevel } from './levels.ts'
import {
  isAlphanumeric,
  isDigit,
  isLetter,
  isNameOnly,
  isNumeral,
  isSeparator,
  isStem,
  longestAt,
  tables,
} from './lexicon.ts'
import { isPlainBreak, type NumberContext, readNumber } from './numbers.ts'
import { siteEnd } from './site.ts'

export interface NameReading {
  /** 'name' when no level word ended it. */
  readonly level: AddressLevel | 'name'
  readonly to: number
}

/**
 * Reads a named part.
 * @param text the folded address
 * @param from where the part starts
 * @param scanFrom where the search for its level word starts: behind a number that belongs to the name (798艺术区)
 */
export function readName(text: string, from: number, scanFrom: number, end: number): NameReading {
  let at = scanFrom
  while (at < end) {
    if (at > from && endsName(text, at, end)) break
    const plain = longestAt(tables().plain, text, at, end)
    if (plain !== undefined && !isNameEnd(text, at + plain.text.length, end)) {
      at += plain.text.length
      continue
    }
    const word = longestAt(tables().names, text, at, end)
    if (word !== undefined) {
      const to = at + word.text.length
      const accepted =
        at === from
          ? word.text.length > 1 && isNameEnd(text, to, end)
          : !word.weak || isNameEnd(text, to, end)
      if (accepted) return { level: word.level, to }
    }
    at = afterCharacter(text, at, end)
  }
  return { level: 'name', to: Math.max(at, from + 1) }
}

/** Letters go together, so that SOHO is not read as S and OHO. */
function afterCharacter(text: string, at: number, end: number): number {
  let next = at + 1
  if (isLetter(text.charCodeAt(at))) while (next < end && isLetter(text.charCodeAt(next))) next++
  return next
}

/** A name cannot go on here: a break, a number, or a word that only points at a place. */
function endsName(text: string, at: number, end: number): boolean {
  if (isNameOnly(text, at)) return vagueAt(text, at, end) > 0
  const code = text.charCodeAt(at)
  if (isSeparator(code) || isDigit(code) || code === 0x23) return true
  if (isLetter(code) && siteEnd(text, at) > 0) return true
  if (isLetter(code) || isNumeral(text[at]) || isStem(text[at])) return startsNumber(text, at, end)
  return vagueAt(text, at, end) > 0
}

/** What may follow a weak level word: the end, a break, a number, a vague word. */
export function isNameEnd(text: string, at: number, end: number): boolean {
  if (at >= end) return true
  if (isNameOnly(text, at)) return vagueAt(text, at, end) > 0
  const code = text.charCodeAt(at)
  if (isSeparator(code) || isAlphanumeric(code) || code === 0x23) return true
  return startsNumber(text, at, end) || vagueAt(text, at, end) > 0
}

function startsNumber(text: string, at: number, end: number): boolean {
  const context: NumberContext = { end, afterRoad: false }
  return readNumber(text, at, context) !== undefined
}

/** The length of the vague word at `at`, 0 when there is none: 路口|18号, but 路口村 is a village. */
export function vagueAt(text: string, at: number, end: number): number {
  const word = longestAt(tables().vague, text, at, end)
  if (word === undefined) return 0
  const to = at + word.text.length
  if (isPlainBreak(text, to, end) || longestAt(tables().vague, text, to, end) !== undefined)
    return word.text.length
  if (word.weak || opensName(text, to) || opensName(text, to + 1)) return 0
  return word.text.length
}

const nameEnds = '村镇乡路街巷屯庄组'

const opensName = (text: string, at: number): boolean => nameEnds.includes(text[at] ?? ' ')
