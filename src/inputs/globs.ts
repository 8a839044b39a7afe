// Globs of the command line, for shells that leave them alone.
import picomatch from 'picomatch'
import type { Search } from './folders.ts'

/** Where a glob begins to search, and for what. */
export interface GlobSearch extends Search {
  /** The folder before the first wildcard. */
  readonly base: string
}

/**
 * Reads a glob as bash does with globstar: `*` stays in its folder, `**` does not, neither takes names with a dot in
 * front.
 * @param isOther tells files that no glob means
 * @returns undefined for a word that only looks like a glob
 */
export function globSearch(pattern: string, isOther: (path: string) => boolean): GlobSearch | undefined {
  const { base, glob, prefix } = picomatch.scan(pattern, { unescape: true })
  if (glob === '') return undefined
  const matches = picomatch(glob)
  return {
    base: base === '' ? (prefix === './' ? '.' : '') : base,
    wants: (path) => matches(path) && !isOther(path),
    depth: glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length,
    hidden: /(?:^|[/{,(|])\.(?!\.?\/)/.test(glob),
  }
}

/** Tells what `!GLOB` takes out, by the path from the working folder; a folder goes with all that is in it. */
export function exclusion(pattern: string): (path: string) => boolean {
  const name = pattern.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '')
  return picomatch([name, `${name}/**`], { dot: true })
}
