// Chinese text as data: width, invisible characters, Han characters, and how near two words are.
import { distance } from 'fastest-levenshtein'

/** Full-width ASCII (U+FF01–FF5E) and the ideographic space become half width; everything else stays. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}

// Unicode properties (\p{…}) take milliseconds to compile, as long as a whole check: the ranges are written out.
const han = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u
const notHan = /[^\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u

/** Whether there is a Han character in a text, rare ones beyond the BMP included. */
export const hasHan = (text: string): boolean => han.test(text)

/** Whether a text is nothing but Han characters. */
export const isHan = (text: string): boolean => text !== '' && !notHan.test(text)

/**
 * Characters that show nothing: zero width, directions, soft hyphen, byte order mark, fillers, tags, and what picks a variant
 * of a character. Those that put an emoji together are a part of it.
 */
export const invisible =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\ufe00-\ufe0e]|[\u00ad\u061c\u115f\u1160\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\uddef]|(?<!(?:[\u2190-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff])\ufe0f?)(?:\u200d|\ufe0f)/g

/** A text without the characters that show nothing. */
export const withoutInvisible = (text: string): string => text.replace(invisible, '')

const NEAR = 0.5

const letters = (word: string): string => Array.from(word).sort().join('')

/** Letters in another order, as fingers swap them: naem for name. */
const isShuffled = (word: string, right: string): boolean =>
  word.length === right.length && word.length > 2 && letters(word) === letters(right)

/**
 * The candidate nearest to a mistyped word.
 * @returns undefined when nothing is near: more than half of the characters differ and neither contains the other.
 */
export function nearest<W extends string>(word: string, candidates: readonly W[]): W | undefined {
  const wanted = toHalfWidth(word).trim().toLowerCase()
  if (wanted === '') return undefined
  let best: W | undefined
  let bestScore = NEAR
  for (const candidate of candidates) {
    const folded = candidate.toLowerCase()
    const longer = Math.max(wanted.length, folded.length)
    let score = distance(wanted, folded) / longer
    const shorter = Math.min(wanted.length, folded.length)
    // 名称 of 网站名称 tells, ip of principal does not.
    const telling = shorter >= 2 && shorter * 3 >= longer
    if (telling && (folded.includes(wanted) || wanted.includes(folded))) score = Math.min(score, 0.4)
    if (isShuffled(wanted, folded)) score = Math.min(score, 0.3)
    if (score < bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}
