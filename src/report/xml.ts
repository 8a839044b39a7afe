// Text in XML: what the standard has no place for becomes visible, what has a meaning is escaped.
import { oneLine } from './safe.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** One line of text for an attribute or between tags. */
export const xmlText = (text: string): string =>
  oneLine(text)
    // Legal in Unicode, not in XML 1.0.
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** The attributes of a tag, each with a space before it. */
export const xmlAttributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
