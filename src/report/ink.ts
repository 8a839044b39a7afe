// Colours, or none. Chalk is loaded only for a terminal that shows them.
import { terminalLink } from './links.ts'

type Paint = (text: string) => string

/** The inks that reporters write with. */
export interface Ink {
  readonly bold: Paint
  readonly dim: Paint
  readonly underline: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
  readonly blue: Paint
  readonly cyan: Paint
  /** Leads from a text to an address, where the terminal can. */
  readonly link: (text: string, url: () => string) => string
}

const plain: Paint = (text) => text

/** No colours: text stays as it is. */
export const noInk: Ink = {
  bold: plain,
  dim: plain,
  underline: plain,
  red: plain,
  yellow: plain,
  green: plain,
  blue: plain,
  cyan: plain,
  link: plain,
}

/** Inks for a terminal, by chalk; with links where it shows them. */
export async function colorInk(links: boolean): Promise<Ink> {
  const { Chalk } = await import('chalk')
  const { bold, dim, underline, red, yellow, green, blue, cyan } = new Chalk({ level: 1 })
  const link: Ink['link'] = links ? (text, url) => terminalLink(text, url()) : plain
  return { bold, dim, underline, red, yellow, green, blue, cyan, link }
}
