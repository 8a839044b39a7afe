// One line of block YAML as a person types it, also while it is not YAML yet.

/** What stands on a line. Columns count UTF-16 units from 0. */
export interface Line {
  /** Columns of the dashes before the first word. */
  readonly dashes: readonly number[]
  /** Where the first word begins. */
  readonly column: number
  readonly key: string | undefined
  /** Where the value behind the key begins. */
  readonly valueColumn: number
  readonly isBlank: boolean
}

const keyPattern =
  /^(?:"([^"]*)"\s*|'([^']*)'\s*|([^\s"'#[\]{},:：&*!|>%@`][^#:：{}[\],]*))(?::(?=\s|$)|：)[ \t]*/

/** Keys are shorter; what is behind them is not looked at. */
const LONGEST_KEY = 500

/** Takes a line apart. */
export function readLine(whole: string): Line {
  const text = whole.slice(0, LONGEST_KEY)
  const dashes: number[] = []
  let column = /^\uFEFF?[ \t]*/.exec(text)?.[0].length ?? 0
  for (
    let dash = /^-(?:[ \t]+|$)/.exec(text.slice(column));
    dash;
    dash = /^-(?:[ \t]+|$)/.exec(text.slice(column))
  ) {
    dashes.push(column)
    column += dash[0].length
  }
  const rest = text.slice(column)
  const match = keyPattern.exec(rest)
  return {
    dashes,
    column,
    key: match?.[1] ?? match?.[2] ?? match?.[3]?.trimEnd(),
    valueColumn: column + (match?.[0].length ?? 0),
    isBlank: dashes.length === 0 && /^(?:#.*)?$/.test(rest.trim()),
  }
}
