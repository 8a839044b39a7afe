// Turns the word tables into lookups, built on first use, and knows the classes of characters in an address.
import type { AddressLevel } from './levels.ts'
import {
  directionMeasures,
  firmWords,
  foldedPairs,
  fragileMeasures,
  type LevelWords,
  looseMeasures,
  measureWords,
  plainWords,
  vagueWords,
  weakWords,
} from './words.ts'

/** A word of the tables: `weak` for names and vague words, `loose` and `fragile` for measures (see words.ts). */
export interface Word {
  readonly text: string
  readonly level: AddressLevel
  readonly weak: boolean
}

/** Words by their first two characters, those of one character by that alone; the longest first. */
type Lexicon = ReadonlyMap<number, readonly Word[]>

interface Tables {
  readonly names: Lexicon
  readonly plain: Lexicon
  readonly vague: Lexicon
  readonly measures: Lexicon
  readonly loose: ReadonlySet<string>
  readonly fragile: ReadonlySet<string>
  readonly directions: ReadonlySet<string>
  readonly folds: ReadonlyMap<number, string>
}

let built: Tables | undefined

/** The lookups; the first call builds them. */
export function tables(): Tables {
  built ??= {
    names: lexicon([...leveled(firmWords, false), ...leveled(weakWords, true)]),
    plain: lexicon(words(plainWords, 'note', false)),
    vague: lexicon([...words(vagueWords.firm, 'vague', false), ...words(vagueWords.weak, 'vague', true)]),
    measures: lexicon(leveled(measureWords, false)),
    loose: new Set(looseMeasures.split(' ')),
    fragile: new Set(fragileMeasures.split(' ')),
    directions: new Set(directionMeasures.split(' ')),
    folds: folds(),
  }
  return built
}

const keyOf = (first: number, second: number): number => first * 0x10000 + second

/** The longest word of the lexicon that starts at `at` and ends by `end`. */
export function longestAt(lexicon: Lexicon, text: string, at: number, end: number): Word | undefined {
  const first = text.charCodeAt(at)
  const candidates = at + 1 < end ? lexicon.get(keyOf(first, text.charCodeAt(at + 1))) : undefined
  if (candidates !== undefined) {
    for (const word of candidates) {
      if (at + word.text.length <= end && text.startsWith(word.text, at)) return word
    }
  }
  return at < end ? lexicon.get(keyOf(first, 0))?.[0] : undefined
}

/** Same length, but half width, simplified where the tables need it, and with one kind of dash. */
export function fold(text: string): string {
  const { folds } = tables()
  let folded = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    const other = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : folds.get(code)
    if (other === undefined) continue
    folded += text.slice(copied, at) + other
    copied = at + 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a

export const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code)

/** Spaces, punctuation, brackets; not `#`, which is a measure. Works on folded text. */
export function isSeparator(code: number): boolean {
  if (code < 0x80) return !isAlphanumeric(code) && code !== 0x23
  return (
    code === 0xb7 ||
    (code >= 0x2000 && code <= 0x206f && code !== 0x2116) ||
    (code >= 0x3000 && code <= 0x303f && code !== 0x3005 && code !== 0x3007) ||
    code >= 0xff00
  )
}

const numerals = '零一二三四五六七八九十百两廿'
const stems = '甲乙丙丁戊己庚'
const directions = '东西南北中主副前后左右'

export const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && numerals.includes(character)

/** The Han characters that a number may begin with. */
const numberStarts = `${numerals}${stems}${directions}附第负`

/** Whether a character is Han and no number can begin with it: it is part of a name then, and needs no closer look. */
export function isNameOnly(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff && !numberStarts.includes(text.charAt(at))
}

/** 甲18号, 乙座: the heavenly stems used for numbering. */
export const isStem = (character: string | undefined): boolean =>
  character !== undefined && stems.includes(character)

export const isDirection = (character: string | undefined): boolean =>
  character !== undefined && directions.includes(character)

function* leveled(table: LevelWords, weak: boolean): Generator<Word> {
  for (const [level, packed] of table) yield* words(packed, level, weak)
}

function words(packed: string, level: AddressLevel, weak: boolean): Word[] {
  return packed.split(' ').map((text) => ({ text, level, weak }))
}

function lexicon(list: Iterable<Word>): Lexicon {
  const byStart = new Map<number, Word[]>()
  for (const word of list) {
    const key = keyOf(word.text.charCodeAt(0), word.text.charCodeAt(1) || 0)
    const same = byStart.get(key)
    if (same === undefined) byStart.set(key, [word])
    else same.push(word)
  }
  for (const same of byStart.values()) if (same.length > 1) same.sort((a, b) => b.text.length - a.text.length)
  return byStart
}

function folds(): Map<number, string> {
  const map = new Map<number, string>()
  for (let at = 0; at + 1 < foldedPairs.length; at += 2) {
    const from = foldedPairs.charCodeAt(at)
    const to = foldedPairs.charAt(at + 1)
    if (foldedPairs.charAt(at) !== to) map.set(from, to)
  }
  return map
}
