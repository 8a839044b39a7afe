// What is not to be checked: `.beian-checkignore` in any folder above a file, `--ignore`, and on request `.gitignore`.
// Patterns are those of gitignore. Each folder's are rewritten to begin at the root, so that one list of the library
// judges them all, the deeper over the higher.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path'
import type { Ignore } from 'ignore'

const IGNORE_FILE = '.beian-checkignore'

interface Pattern {
  readonly pattern: string
  /** Where it stands: a file, or the option. */
  readonly mark: string
}

/** What holds in one folder. */
interface Rules {
  readonly own: readonly Pattern[]
  readonly git: readonly Pattern[]
  readonly judge: Judge | undefined
}

/**
 * Where the pattern stands by which something in a folder is ignored; undefined when it is not.
 * @param place absolute path of a file or folder right in that folder
 */
export type Judge = (place: string, isFolder: boolean) => string | undefined

/** What to ignore beside what `.beian-checkignore` files say. */
export interface IgnoreSettings {
  /** Patterns of `--ignore`; a pattern with a slash inside begins at the working folder. */
  readonly patterns: readonly string[]
  /** Honour `.gitignore` too. */
  readonly gitignore: boolean
}

/** The ignore files around the files of a run. Each is read once, when something below it is judged. */
export class IgnoreFiles {
  readonly #gitignore: boolean
  readonly #cwd: string
  readonly #asked: readonly Pattern[]
  /** Patterns of the command line without a slash: they hold outside the working folder too. */
  readonly #loose: readonly Pattern[]
  readonly #folders = new Map<string, Rules>()

  constructor(cwd: string, { patterns, gitignore }: IgnoreSettings) {
    this.#gitignore = gitignore
    this.#cwd = cwd
    const mark = '--ignore'
    this.#asked = patterns.map((pattern) => ({ pattern: askedFrom(cwd, pattern), mark }))
    this.#loose = patterns.filter((pattern) => !isTied(pattern)).map((pattern) => ({ pattern, mark }))
  }

  /** Judges what is in a folder; undefined when nothing is ignored there. */
  async in(folder: string): Promise<Judge | undefined> {
    return (await this.#rulesIn(folder)).judge
  }

  async #rulesIn(folder: string): Promise<Rules> {
    let rules = this.#folders.get(folder)
    if (rules === undefined) {
      rules = await this.#read(folder)
      this.#folders.set(folder, rules)
    }
    return rules
  }

  async #read(folder: string): Promise<Rules> {
    const parent = dirname(folder)
    const above = parent === folder ? await this.#rules([], []) : await this.#rulesIn(parent)
    const own = patternsOf(folder, IGNORE_FILE)
    if (!this.#gitignore) return own.length === 0 ? above : this.#rules([...above.own, ...own], [])
    // A repository does not look at what lies above it.
    const isRepository = existsSync(join(folder, '.git'))
    const git = patternsOf(folder, '.gitignore')
    if (own.length === 0 && git.length === 0 && !isRepository) return above
    const before = isRepository ? patternsOf(folder, '.git/info/exclude') : above.git
    return this.#rules([...above.own, ...own], [...before, ...git])
  }

  async #rules(own: readonly Pattern[], git: readonly Pattern[]): Promise<Rules> {
    const lists: [list: readonly Pattern[], pathOf: PathOf][] = [
      [[...own, ...this.#asked], fromRoot],
      [this.#loose, (place) => besides(this.#cwd, place)],
      [git, fromRoot],
    ]
    const filled = lists.filter(([list]) => list.length > 0)
    if (filled.length === 0) return { own, git, judge: undefined }
    const { default: ignore } = await import('ignore')
    const compiled = filled.map(
      ([list, pathOf]) => [ignore({ ignoreCase: false }).add(list), pathOf] as const,
    )
    return { own, git, judge: judgeBy(compiled) }
  }
}

/** How a list of patterns knows a place; an empty path for what it does not judge. */
type PathOf = (place: string) => string

/** The first list that has something to say of a path decides. */
function judgeBy(lists: readonly (readonly [list: Ignore, pathOf: PathOf])[]): Judge {
  return (place, isFolder) => {
    for (const [list, pathOf] of lists) {
      const path = pathOf(place)
      if (path === '') continue
      const { ignored, unignored, rule } = list.test(isFolder ? `${path}/` : path)
      if (ignored) return rule?.mark ?? IGNORE_FILE
      if (unignored) return undefined
    }
    return undefined
  }
}

/** A path below the root of its drive, with slashes: what the library takes. */
const fromRoot = (place: string): string => relative(parse(place).root, place).replaceAll(sep, '/')

/** The path of what lies outside the working folder, from where the ways part. */
function besides(cwd: string, place: string): string {
  const path = relative(cwd, place).replaceAll(sep, '/')
  return path.startsWith('../') && !isAbsolute(path) ? path.replace(/^(?:\.\.\/)+/, '') : ''
}

function patternsOf(folder: string, name: string): Pattern[] {
  const mark = join(folder, name)
  let text: string
  try {
    text = readFileSync(mark, 'utf8')
  } catch {
    return []
  }
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ pattern: startingAt(folder, line), mark }))
}

/** A slash that is not the last character ties a pattern to its folder. */
const isTied = (pattern: string): boolean => pattern.replace(/(?<![/\s])[/\s]+$/, '').includes('/')

/** A pattern of a folder's ignore file as it reads from the root. */
function startingAt(folder: string, pattern: string): string {
  const no = pattern.startsWith('!') ? '!' : ''
  const body = pattern.slice(no.length)
  const base = fromRoot(folder).replace(/[\\*?[\]]/g, '\\$&')
  const prefix = base === '' ? '/' : `/${base}/`
  return `${no}${prefix}${isTied(body) ? body.replace(/^\//, '') : `**/${body}`}`
}

/** A pattern of the command line as it reads from the root: it begins at the working folder, or where `../` leads. */
function askedFrom(cwd: string, pattern: string): string {
  const no = pattern.startsWith('!') ? '!' : ''
  const body = pattern.slice(no.length).replace(/^(?:\.\/)+/, '/')
  if (body.startsWith(`${cwd}/`)) return startingAt(cwd, no + body.slice(cwd.length))
  const up = /^(?:\.\.\/)+/.exec(body)?.[0] ?? ''
  return startingAt(join(cwd, up), up === '' ? no + body : `${no}/${body.slice(up.length)}`)
}
