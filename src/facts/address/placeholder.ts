// Finds addresses that are only a stand-in for one: 测试, 某某路, XX小区, 同上.
import type { Stretch } from './levels.ts'
import { isAlphanumeric, isSeparator } from './lexicon.ts'
import { placeholderTexts } from './words.ts'

let whole: ReadonlySet<string> | undefined

/**
 * @param text the folded address
 * @param from where the detail starts: behind the region prefix
 * @returns the stretch that stands in for something, or undefined
 */
export function findPlaceholder(text: string, from: number): Stretch | undefined {
  whole ??= new Set(placeholderTexts.split(' '))
  const detail = text.slice(from)
  const bare = detail.trim()
  if (whole.has(bare.toLowerCase()) || isMeaningless(bare)) {
    const start = from + detail.indexOf(bare)
    return { text: bare, from: start, to: start + bare.length }
  }
  return findCrosses(text, from)
}

/** Only digits and signs without a dash between digits, only one character again and again, only punctuation. */
function isMeaningless(text: string): boolean {
  if (text === '') return false
  if (/^\d+$/.test(text)) return true
  // The rule for signs of all scripts takes long to compile: asked only where there is no letter that is usual here.
  if (!/[0-9A-Za-z\u3400-\u9fff]/.test(text) && /^[\p{P}\p{S}\s]+$/u.test(text)) return true
  const first = text.charAt(0)
  for (let at = 1; at < text.length; at++) if (text.charAt(at) !== first) return false
  return text.length > 1
}

const crosses = 'xX×*＊○●_?某'
const anyCross = /[xX×*＊○●_?某]/

/** XX, **, 某某: crosses that touch no other letter or digit. */
function findCrosses(text: string, from: number): Stretch | undefined {
  if (!anyCross.test(text)) return undefined
  let at = from
  while (at < text.length) {
    if (!crosses.includes(text.charAt(at))) {
      at++
      continue
    }
    let to = at + 1
    while (to < text.length && crosses.includes(text.charAt(to))) to++
    if ((to - at > 1 || text[at] === '某') && !touchesWord(text, at, to))
      return { text: text.slice(at, to), from: at, to }
    at = to
  }
  return undefined
}

/** Only letters matter for letters: 3XX栋 is crossed out, but XXL and AXX are names. */
function touchesWord(text: string, from: number, to: number): boolean {
  if (!/[xX]/.test(text.charAt(from))) return false
  const isLetterAt = (at: number): boolean =>
    at >= 0 && at < text.length && !isSeparator(text.charCodeAt(at)) && isAlphanumeric(text.charCodeAt(at))
  return isLetterAt(from - 1) || isLetterAt(to)
}
