// Columns that a text takes on a terminal.
import { eastAsianWidth } from 'get-east-asian-width'

/** Marks that sit on the character before them, and characters that show nothing. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks are meant, not what they combine to
const noWidth = /[\u0300-\u036f\u200b-\u200f\u20d0-\u20ff\u2060\ufe00-\ufe0f\ufeff]/

/** Columns of a text; a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (!noWidth.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  }
  return width
}
