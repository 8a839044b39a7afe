// Colours, or none. Chalk is loaded only for a terminal that shows them.

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
}

/** Inks for a terminal, by chalk. */
export async function colorInk(): Promise<Ink> {
  const { Chalk } = await import('chalk')
  return new Chalk({ level: 1 })
}
