// A draft says the same thing in several places, and drafts of one agency say the same of places and hosts.

/** Answers that are kept of one function; then all are forgotten, so that hostile drafts fill no memory. */
const MOST = 300

/**
 * Makes a pure function remember its last answers.
 * @param make its answer must not be changed by anybody
 */
export function remembering<T, K extends string = string>(make: (text: K) => T): (text: K) => T {
  const known = new Map<K, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    if (known.size >= MOST) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** The same for a function that is asked about one thing several times before it is asked about the next. */
export function rememberingLast<K extends object, T>(make: (about: K) => T): (about: K) => T {
  let last: readonly [about: K, made: T] | undefined
  return (about) => {
    if (last === undefined || last[0] !== about) last = [about, make(about)]
    return last[1]
  }
}
