// Characters that the eye takes for nothing or for others: they come along from chats, PDFs and web pages, and a system that
// compares letter by letter sees them.
import { radicals } from './data/radicals.ts'
import { invisible } from './text.ts'

/** One kind of character that does not belong in a text. */
export interface OddCharacters {
  /**
   * `invisible` shows nothing; `turning` turns the text around it to the other direction; `lookalike` looks like another
   * character; `half` is one half of a pair of surrogates; `lost` stands for what a conversion could not read; `private` has
   * a shape only in somebody's own font.
   */
  readonly kind: 'invisible' | 'turning' | 'lookalike' | 'half' | 'lost' | 'private'
  /** The first of them, as it is written. */
  readonly written: string
  /** What it looks like; empty for what shows nothing. */
  readonly right: string
  /** Visible characters before it. */
  readonly behind: number
  /** How many there are. */
  readonly count: number
}

/** A text as the eye sees it, and what was wrong with it. */
export interface ReadCharacters {
  readonly text: string
  readonly odd: readonly OddCharacters[]
}

/** ASCII, the usual Han characters, full-width signs, quotes and dashes: nearly every value is made of these only. */
const usual = /^[\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/

const NOTHING_ODD: readonly OddCharacters[] = []

/** The controls that change the direction of ordinary letters and digits, where others only hint at it. */
const turning = /[\u202b\u202e\u2067\u2068]/

// Line breaks and tabs are layout of a longer text.
const controls = /(?![\t\n\r])\p{Cc}/gu
const halves = /\p{Cs}/gu
const lost = /\ufffd/g
const own = /\p{Co}/gu

const radical = /[\u2e80-\u2fd5]/g
const rightRadical = (character: string): string => radicals.get(character) ?? character.normalize('NFKC')

/** A text with every character in the one form that is compared. */
const composed = (text: string): string => text.normalize('NFC').replace(radical, rightRadical)

/**
 * Tells the characters of a text that are not what they look like.
 * @returns the text as it looks: without what is invisible, and with the character that is meant for one that looks like it
 */
export function readCharacters(text: string): ReadCharacters {
  if (usual.test(text)) return { text, odd: NOTHING_ODD }
  const visible = text.replace(controls, '').replace(invisible, '')
  const odd: OddCharacters[] = []
  if (visible !== text) odd.push(hiddenIn(text))
  const right = composed(visible)
  if (right !== visible) odd.push(lookalikesIn(visible))
  for (const [kind, pattern] of [
    ['half', halves],
    ['lost', lost],
    ['private', own],
  ] as const) {
    const found = [...visible.matchAll(pattern)]
    const [first] = found
    if (first !== undefined) odd.push(noted(kind, first[0], '', visible.slice(0, first.index), found.length))
  }
  return { text: right, odd }
}

/** A word as the eye sees it. */
export const asSeen = (word: string): string => readCharacters(word).text

const noted = (
  kind: OddCharacters['kind'],
  written: string,
  right: string,
  before: string,
  count: number,
): OddCharacters => ({ kind, written, right, behind: Array.from(before).length, count })

function hiddenIn(text: string): OddCharacters {
  const found = [...text.matchAll(controls), ...text.matchAll(invisible)]
  found.sort((a, b) => a.index - b.index)
  const turn = found.find(([character]) => turning.test(character))
  const first = turn ?? found[0]
  const before = text.slice(0, first?.index).replace(controls, '').replace(invisible, '')
  const count = turn === undefined ? found.length : found.filter(([c]) => turning.test(c)).length
  return noted(turn === undefined ? 'invisible' : 'turning', first?.[0] ?? '', '', before, count)
}

/** Characters with the marks that belong to them, one by one, until they no longer differ. */
function lookalikesIn(text: string): OddCharacters {
  let first: readonly [written: string, before: string] | undefined
  let count = 0
  for (const { 0: piece, index } of text.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gu)) {
    if (composed(piece) === piece) continue
    first ??= [piece, text.slice(0, index)]
    count += 1
  }
  const [written, before] = first ?? [text, '']
  return noted('lookalike', written, composed(written), before, Math.max(count, 1))
}
