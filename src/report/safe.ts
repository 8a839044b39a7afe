// Text from drafts and file names never reaches a terminal or a log as it is: control and direction characters become
// visible, and what a CI system would take for a command is broken.

/** Controls, formats (directions, joiners, tags), line and paragraph separators, halves of characters. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A character as JSON escapes it. */
const visible = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * Commands that CI systems look for in a log: `##[error]`, `##vso[…]` (Azure Pipelines, older GitHub), `##teamcity[…]` and
 * `::error …::` (GitHub, at the beginning of a line, where wrapping may put it). The first sign of each. The letters of
 * an IPv6 address are none.
 */
const command = /#(?=#[a-z]*\[)|:(?=:(?![a-f]+(?![a-z-]))[a-z-]+(?:\s|::))/gi

/** Plain ASCII and the usual Han characters, quickly told: classes of Unicode take a millisecond to compile. */
const harmless = /^[\x20-\x7e\u3001\u3002\u4e00-\u9fff\uff08\uff09\uff0c\uff1a\u201c\u201d]*$/

/** One line of text that is safe to print: no escapes, no line breaks, no hidden characters. */
export function oneLine(text: string): string {
  if (harmless.test(text) && !text.includes('##') && !text.includes('::')) return text
  return text
    .replace(/[\n\t]/g, ' ')
    .replace(unsafe, visible)
    .replace(command, visible)
}

/** A value as JSON that means the same and is safe to print: JSON.stringify escapes only some of these characters. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(unsafe, (character) => (character === '\n' ? character : visible(character)))
    .replace(command, visible)
}

/** A value as a part of a text of JSON that is written piece by piece, with the margin that it has there. */
export const jsonPiece = (value: unknown, margin: string): string =>
  safeJson(value, 2).replaceAll('\n', `\n${margin}`)
