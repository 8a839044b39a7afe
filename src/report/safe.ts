// Text from drafts and file names never reaches a terminal as it is: control and direction characters become visible.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

const visible = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** One line of text that is safe to print: no escapes, no line breaks, no hidden characters. */
export function oneLine(text: string): string {
  return text.replace(/[\n\t]/g, ' ').replace(unsafe, visible)
}
