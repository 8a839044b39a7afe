// Markup that is safe by construction: whatever is put into a template is escaped, unless it is markup itself.
import { oneLine } from '../safe.ts'

/** A piece of HTML. Only the template below makes one. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Markup | string | number | undefined | false | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for between tags or inside quotes; control and direction characters become visible. */
const escapeText = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)

function textOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return part.map(textOf).join('')
}

/** A template for HTML: html`<p>${text}</p>`. Attributes have to stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((piece, index) => piece + textOf(parts[index])).join(''))
}
