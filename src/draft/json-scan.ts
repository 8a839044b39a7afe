// Walks over the text of JSON values that JSON.parse has taken: how often a key stands, and numbers as they are written.
// By hand rather than by a pattern: a pattern would need steps without end for a text of a million escapes.

/** What a text of JSON holds beside its values. */
export interface JsonScan {
  /** Keys of all objects, each as often as it stands there. */
  readonly keys: number
  /** The text with numbers in quotes; undefined when there are none. */
  readonly quoted: string | undefined
}

const interesting = /["\d-]/g
const numeric = /[\d.eE+-]*/y
const colonNext = /[ \t\r\n]*:/y

/** Where a JSON string that begins at `from` ends: behind its closing quote, or at the end of the text. */
export function stringEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at + 1)
    if (quote < 0) return text.length
    let before = quote
    while (text[before - 1] === '\\') before -= 1
    if ((quote - before) % 2 === 0) return quote + 1
    at = quote
  }
}

/** Whether a colon follows: what was before is a key. */
export function isKeyEnd(text: string, at: number): boolean {
  colonNext.lastIndex = at
  return colonNext.test(text)
}

/** Scans a text that is JSON. */
export function scanJson(text: string): JsonScan {
  let keys = 0
  const pieces: string[] = []
  let done = 0
  interesting.lastIndex = 0
  for (let found = interesting.exec(text); found !== null; found = interesting.exec(text)) {
    const { index } = found
    if (found[0] === '"') {
      const end = stringEnd(text, index)
      if (isKeyEnd(text, end)) keys += 1
      interesting.lastIndex = end
      continue
    }
    numeric.lastIndex = index
    const number = numeric.exec(text)?.[0] ?? ''
    pieces.push(text.slice(done, index), '"', number, '"')
    done = index + number.length
    interesting.lastIndex = done
  }
  return { keys, quoted: pieces.length === 0 ? undefined : pieces.join('') + text.slice(done) }
}
