// From the words of the command line to the list of files to check.
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type Io, UsageError } from '../cli/io.ts'
import { type Search, searchFolder } from './folders.ts'
import { IgnoreFiles } from './ignore-files.ts'
import { readList } from './list.ts'
import { dangling, type Notice, special, unreadable } from './notice.ts'
import { isDescriptor, STDIN } from './read.ts'

/** Which files are meant, beside the paths. */
export interface FindOptions {
  /** A folder or a glob without a draft is no trouble; a file that is not there still is. */
  readonly allowEmpty?: boolean
  /** Patterns of `--ignore`; false ignores nothing, whatever ignore files say. */
  readonly ignore?: readonly string[] | false
  /** Honour `.gitignore` too. */
  readonly gitignore?: boolean
  /** A file with a list of paths, or `-` for standard input. */
  readonly filesFrom?: string
  /** The file that standard input stands for. */
  readonly stdinFilename?: string
  /** Show only files that differ from this revision; from the last commit when it is empty. */
  readonly changed?: string
}

/** The files of a run. */
export interface Inventory {
  /** In the order of the arguments, each once; those of folders and globs in the order of their paths. */
  readonly files: readonly string[]
  /** What was named and cannot be checked. */
  readonly trouble: readonly Notice[]
  /** What is worth a word and no trouble. */
  readonly notes: readonly Notice[]
  /** The files that the run is about, where it is not about all of them. */
  readonly changed?: ReadonlySet<string>
}

/** The files that the arguments and options name. Throws a UsageError when they contradict each other. */
export async function findFiles(paths: readonly string[], options: FindOptions, io: Io): Promise<Inventory> {
  const words = wordsOf(paths, options)
  const finder = new Finder(options, io)
  for (const word of words) await finder.addWord(word)
  if (options.filesFrom !== undefined)
    for (const path of await readList(options.filesFrom, io)) await finder.addPath(path)
  if (options.changed === undefined) return finder.inventory()
  const { changedFiles } = await import('./changed.ts')
  return finder.inventory(await changedFiles(options.changed, io))
}

/** Whether a run takes standard input for a draft. */
export const readsStdin = (paths: readonly string[], { stdinFilename }: FindOptions): boolean =>
  paths.includes('-') || stdinFilename !== undefined

function wordsOf(
  paths: readonly string[],
  { stdinFilename, filesFrom, changed }: FindOptions,
): readonly string[] {
  if (stdinFilename !== undefined && paths.length > 0 && !paths.includes('-'))
    throw new UsageError({
      zh: '--stdin-filename 要和 - 一起用：beian-check - --stdin-filename draft.yaml',
      en: '--stdin-filename goes with -: beian-check - --stdin-filename draft.yaml',
    })
  const implied =
    stdinFilename !== undefined ? ['-'] : changed !== undefined && filesFrom === undefined ? ['.'] : []
  const words = paths.length === 0 ? implied : paths
  if (filesFrom === '-' && words.includes('-'))
    throw new UsageError({
      zh: '标准输入只能用一次：要么是草稿（-），要么是文件清单（--files-from -）',
      en: 'Standard input is either a draft (-) or the list of files (--files-from -), not both',
    })
  return words
}

const isDraft = /\.(?:ya?ml|json|ndjson|jsonl)$/i
/** Files that lie about in folders and are no drafts. */
const isOther =
  /(?:^|\/)(?:package(?:-lock)?\.json|tsconfig[^/]*\.json|pnpm-(?:lock|workspace)\.yaml|(?:docker-)?compose[^/]*\.ya?ml|beian-check\.config\.[^/]*|[^/]*\.schema\.json|[^/]*\.partial\.json)$/
const everyDraft: Search = {
  wants: (path) => isDraft.test(path) && !isOther.test(path),
  depth: Number.POSITIVE_INFINITY,
  hidden: false,
}

const isGlob = (word: string): boolean => /[*?[\]{}!]/.test(word)

/** As many ignored files are named one by one. */
const NAMED = 3

class Finder {
  readonly #io: Io
  readonly #options: FindOptions
  readonly #ignores: IgnoreFiles | undefined
  /** Files by their true paths. */
  readonly #files = new Map<string, string>()
  readonly #trouble: Notice[] = []
  readonly #notes: Notice[] = []
  /** What was named and is ignored. */
  readonly #ignored: Notice[] = []
  /** What `!GLOB` takes out, by the path from the working folder. */
  readonly #excluded: ((path: string) => boolean)[] = []
  /** True paths of folders. */
  readonly #folders = new Map<string, string>()

  constructor(options: FindOptions, io: Io) {
    const { ignore = [], gitignore = false } = options
    this.#io = io
    this.#options = options
    this.#ignores = ignore === false ? undefined : new IgnoreFiles(io.cwd, { patterns: ignore, gitignore })
  }

  /** Takes an argument: a path, a glob, `!GLOB`, or `-`. */
  async addWord(word: string): Promise<void> {
    if (word === '-') await this.#addStdin()
    else if (word.startsWith('!') && !isThere(this.#placeOf(word)))
      this.#excluded.push((await import('./globs.ts')).exclusion(word.slice(1)))
    else if (isGlob(word) && !isThere(this.#placeOf(word))) await this.#addGlob(word)
    else await this.addPath(word)
  }

  /** Takes a file or a folder. */
  async addPath(path: string): Promise<void> {
    // What is left of a variable that is not set; it would be the working folder.
    if (path === '') {
      this.#trouble.push(noName)
      return
    }
    const place = this.#placeOf(path)
    let target: Target
    try {
      target = look(place)
    } catch (error) {
      this.#trouble.push(isThere(place) ? dangling(path, error) : unreadable(path, error))
      return
    }
    const { stat, isLink } = target
    if (stat.isDirectory()) {
      if (!(await this.#isIgnored(path, place, true))) await this.#search(path, path, place, everyDraft)
    } else if (stat.isFile() || isDescriptor(place)) {
      const real = isLink ? realpathSync(place) : this.#realOf(place)
      if (!(await this.#isIgnored(path, place, false)) && !this.#files.has(real)) this.#files.set(real, path)
    } else this.#trouble.push(special(path))
  }

  /** Standard input; it goes before the file that it stands for, wherever that is named. */
  async #addStdin(): Promise<void> {
    const { stdinFilename: name } = this.#options
    const place = name === undefined ? STDIN : this.#placeOf(name)
    if (name !== undefined && (await this.#isIgnored(name, place, false))) return
    this.#files.set(isThere(place) ? realpathSync(place) : place, name ?? STDIN)
  }

  async #addGlob(pattern: string): Promise<void> {
    const { globSearch } = await import('./globs.ts')
    const search = globSearch(pattern, (path) => isOther.test(path))
    const place = this.#placeOf(search?.base ?? '')
    if (search === undefined) await this.addPath(pattern)
    else if (isThere(place)) await this.#search(pattern, search.base, place, search)
    else this.#nothingAt(pattern, 0)
  }

  async #search(word: string, folder: string, place: string, search: Search): Promise<void> {
    const { files, trouble, notes, ignored } = await searchFolder(folder, place, search, this.#ignores)
    this.#trouble.push(...trouble)
    this.#notes.push(...notes)
    for (const { shown, real } of files) if (!this.#files.has(real)) this.#files.set(real, shown)
    if (files.length === 0 && trouble.length === 0) this.#nothingAt(word, ignored)
  }

  #nothingAt(word: string, ignored: number): void {
    if (this.#options.allowEmpty !== true) this.#trouble.push(nothingAt(word, ignored))
  }

  async #isIgnored(path: string, place: string, isFolder: boolean): Promise<boolean> {
    const judge = await this.#ignores?.in(dirname(place))
    const by = judge?.(place, isFolder)
    if (by !== undefined) this.#ignored.push(ignoredBy(path, shownFrom(this.#io.cwd, by)))
    return by !== undefined
  }

  /** The files where some are only there for what clashes with the others; none where nothing has changed. */
  #about(changed: ReadonlySet<string>, files: readonly string[]): Inventory {
    const stdin = this.#options.stdinFilename ?? STDIN
    const about = new Set<string>()
    for (const [real, file] of this.#files) if (changed.has(real) || file === stdin) about.add(file)
    const trouble = this.#trouble
    const notes = [...this.#notes, ...this.#ignored.filter(({ file }) => changed.has(this.#placeOf(file)))]
    if (files.some((file) => about.has(file))) return { files, trouble, notes, changed: about }
    return { files: [], trouble, notes: [...notes, nothingChanged], changed: about }
  }

  #isExcluded(file: string): boolean {
    if (this.#excluded.length === 0 || file === STDIN) return false
    const path = relative(this.#io.cwd, this.#placeOf(file)).replaceAll(sep, '/')
    return this.#excluded.some((excludes) => excludes(path))
  }

  #placeOf(path: string): string {
    return resolve(this.#io.cwd, path)
  }

  /** The true path of what is no link itself. Lists name many files of one folder. */
  #realOf(place: string): string {
    const folder = dirname(place)
    let real = this.#folders.get(folder)
    if (real === undefined) {
      real = realpathSync(folder)
      this.#folders.set(folder, real)
    }
    return join(real, basename(place))
  }

  /**
   * What all arguments came to.
   * @param changed true paths of the files that the run is about; all of them unless given
   */
  inventory(changed?: ReadonlySet<string>): Inventory {
    const { allowEmpty = false, filesFrom } = this.#options
    const files = [...this.#files.values()].filter((file) => !this.#isExcluded(file))
    if (changed !== undefined && files.length > 0) return this.#about(changed, files)
    const ignored = this.#ignored.slice(0, NAMED)
    const more = this.#ignored.length - ignored.length
    if (more > 0) ignored.push(moreIgnored(more))
    const isNothing = files.length === 0 && this.#trouble.length === 0 && !allowEmpty
    if (isNothing && ignored.length === 0) this.#trouble.push(nothingLeft(filesFrom))
    return isNothing
      ? { files, trouble: [...this.#trouble, ...ignored], notes: this.#notes }
      : { files, trouble: this.#trouble, notes: [...this.#notes, ...ignored] }
  }
}

interface Target {
  readonly stat: Stats
  readonly isLink: boolean
}

/** What is at a place, behind a link if it is one. Throws what the system says. */
function look(place: string): Target {
  const stat = lstatSync(place)
  return stat.isSymbolicLink() ? { stat: statSync(place), isLink: true } : { stat, isLink: false }
}

/** Whether there is anything, be it a link that leads nowhere. */
function isThere(place: string): boolean {
  try {
    lstatSync(place)
    return true
  } catch {
    return false
  }
}

function shownFrom(cwd: string, mark: string): string {
  if (!isAbsolute(mark)) return mark
  const path = relative(cwd, mark)
  return path.length < mark.length ? path : mark
}

function nothingAt(word: string, ignored: number): Notice {
  if (ignored > 0)
    return {
      file: word,
      zh: `匹配的 ${ignored} 份草稿都被忽略了（--no-ignore 可以照样检查）`,
      en: `all ${ignored} drafts there are ignored (--no-ignore checks them all the same)`,
    }
  return isGlob(word)
    ? { file: word, zh: '没有匹配的文件', en: 'no file matches' }
    : { file: word, zh: '文件夹里没有草稿', en: 'no draft in this folder' }
}

const ignoredBy = (file: string, by: string): Notice => ({
  file,
  zh: `被 ${by} 忽略，没有检查（--no-ignore 可以照样检查）`,
  en: `ignored by ${by}, not checked (--no-ignore checks it all the same)`,
})

const moreIgnored = (count: number): Notice => ({
  file: '…',
  zh: `另有 ${count} 个点名的文件被忽略`,
  en: `${count} more named files are ignored`,
})

const noName: Notice = {
  file: "''",
  zh: '路径是空的；当前文件夹写作 .',
  en: 'this path is empty; the current folder is written .',
}

const nothingChanged: Notice = {
  file: '--changed',
  zh: '没有改动过的草稿',
  en: 'no draft has changed',
}

function nothingLeft(list: string | undefined): Notice {
  if (list === undefined)
    return { file: '!', zh: '排除以后没有剩下文件', en: 'no file is left after exclusions' }
  return {
    file: list === '-' ? STDIN : list,
    zh: '清单里没有文件（--allow-empty 可以当作通过）',
    en: 'the list names no file (--allow-empty lets that pass)',
  }
}
