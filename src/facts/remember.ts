// A draft says the same thing in several places, and drafts of one agency say the same of places and hosts.

/** Answers that are kept of one function; then all are forgotten, so that hostile drafts fill no memory. */
const MOST = 2000

/**
 * Makes a pure function remember its last answers.
 * @param make its answer must not be changed by anybody
 */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    if (known.size >= MOST) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}
