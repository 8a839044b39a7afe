// Goes through folders in the order of their paths. Links are followed, each file is taken once, and what cannot be
// read is told: libraries pass over unreadable folders, pipes and loops of links in silence.
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { IgnoreFiles, Judge } from './ignore-files.ts'
import { dangling, type Notice, special, unreadable } from './notice.ts'

/** What to look for in a folder. */
export interface Search {
  /** Whether a file is looked for, by its path below the folder, with slashes. */
  readonly wants: (path: string) => boolean
  /** How many levels of folders there are to look into, from 1. */
  readonly depth: number
  /** Whether to look at names that begin with a dot. */
  readonly hidden: boolean
}

/** A file as the user knows it, and its one true path. */
export interface FoundFile {
  readonly shown: string
  readonly real: string
}

/** What a search came to. */
export interface Found {
  /** In the order of their paths. */
  readonly files: readonly FoundFile[]
  /** What could not be looked at. */
  readonly trouble: readonly Notice[]
  readonly notes: readonly Notice[]
  /** How many files were looked for but are ignored. */
  readonly ignored: number
}

/** Four ways to name a folder; each ends where the name of a file in it begins. */
interface Folder {
  /** As the user knows it. */
  readonly shown: string
  /** Below the folder that is searched, with slashes. */
  readonly below: string
  /** Absolute, links and all. */
  readonly place: string
  /** Absolute, without links. */
  readonly real: string
  /** How many levels are left. */
  readonly depth: number
}

/** Folders that hold no drafts. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git'])

/**
 * Searches a folder and what is below it.
 * @param shown the folder as the user named it
 * @param place its absolute path
 */
export function searchFolder(
  shown: string,
  place: string,
  search: Search,
  ignores: IgnoreFiles | undefined,
): Promise<Found> {
  const name = join(shown)
  const start = name === '.' ? '' : within(name)
  const root = { shown: start, below: '', place: within(place), real: within(realpathSync(place)) }
  return new Walk(search, ignores).from({ ...root, depth: search.depth })
}

const within = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep)

const inside = ({ shown, below, place, real, depth }: Folder, name: string): Folder => ({
  shown: shown + name + sep,
  below: `${below}${name}/`,
  place: place + name + sep,
  real: real + name + sep,
  depth: depth - 1,
})

class Walk {
  readonly #search: Search
  readonly #ignores: IgnoreFiles | undefined
  readonly #files: FoundFile[] = []
  readonly #trouble: Notice[] = []
  readonly #notes: Notice[] = []
  #ignored = 0
  /** True paths of the folders that were looked into. */
  readonly #seen = new Set<string>()
  /** What links lead to waits until everything that is really here is known. */
  readonly #linkedFolders: Folder[] = []
  readonly #linkedFiles: FoundFile[] = []

  constructor(search: Search, ignores: IgnoreFiles | undefined) {
    this.#search = search
    this.#ignores = ignores
  }

  async from(root: Folder): Promise<Found> {
    await this.#enter(root)
    // Following a link may find more of them.
    for (const folder of this.#linkedFolders) if (!this.#seen.has(folder.real)) await this.#enter(folder)
    if (this.#linkedFolders.length + this.#linkedFiles.length > 0) this.#addLinked()
    return { files: this.#files, trouble: this.#trouble, notes: this.#notes, ignored: this.#ignored }
  }

  #addLinked(): void {
    const known = new Set(this.#files.map(({ real }) => real))
    for (const file of this.#linkedFiles) {
      if (!known.has(file.real)) this.#files.push(file)
      known.add(file.real)
    }
    this.#files.sort((a, b) => (a.shown < b.shown ? -1 : 1))
  }

  async #enter(folder: Folder): Promise<void> {
    this.#seen.add(folder.real)
    let entries: Dirent[]
    try {
      entries = readdirSync(folder.place, { withFileTypes: true })
    } catch (error) {
      this.#trouble.push(unreadable(folder.shown.slice(0, -1) || '.', error))
      return
    }
    const judge = await this.#ignores?.in(resolve(folder.place))
    // A folder stands where its files will stand.
    const named = entries.map((entry) => [entry.name + (entry.isDirectory() ? '/' : ''), entry] as const)
    named.sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [, entry] of named) {
      if (passedOver.has(entry.name) || (entry.name.startsWith('.') && !this.#search.hidden)) continue
      if (entry.isDirectory()) {
        const inner = inside(folder, entry.name)
        if (this.#enters(inner, judge)) await this.#enter(inner)
      } else if (entry.isSymbolicLink()) this.#takeLink(entry.name, folder, judge)
      else if (this.#wants(entry.name, folder, judge)) this.#takeFile(entry, folder)
    }
  }

  #takeFile(entry: Dirent, { shown, real }: Folder): void {
    if (entry.isFile()) this.#files.push({ shown: shown + entry.name, real: real + entry.name })
    else this.#trouble.push(special(shown + entry.name))
  }

  #takeLink(name: string, folder: Folder, judge: Judge | undefined): void {
    const shown = folder.shown + name
    let target: { real: string; isFolder: boolean; isFile: boolean }
    try {
      target = targetOf(folder.place + name)
    } catch (error) {
      if (this.#wants(name, folder, judge)) this.#trouble.push(dangling(shown, error))
      return
    }
    const { real, isFolder, isFile } = target
    if (isFolder) {
      const inner = { ...inside(folder, name), real: within(real) }
      if (folder.real.startsWith(inner.real)) this.#notes.push(loop(shown))
      else if (this.#enters(inner, judge)) this.#linkedFolders.push(inner)
    } else if (this.#wants(name, folder, judge)) {
      if (isFile) this.#linkedFiles.push({ shown, real })
      else this.#trouble.push(special(shown))
    }
  }

  #enters({ place, depth }: Folder, judge: Judge | undefined): boolean {
    return depth > 0 && judge?.(place, true) === undefined
  }

  /** Whether a file is looked for and not ignored. */
  #wants(name: string, { below, place }: Folder, judge: Judge | undefined): boolean {
    if (!this.#search.wants(below + name)) return false
    if (judge?.(place + name, false) === undefined) return true
    this.#ignored += 1
    return false
  }
}

/** What a link leads to in the end. */
function targetOf(link: string): { real: string; isFolder: boolean; isFile: boolean } {
  const stat = statSync(link)
  return { real: realpathSync(link), isFolder: stat.isDirectory(), isFile: stat.isFile() }
}

const loop = (file: string): Notice => ({
  file,
  zh: '这个符号链接指回上层文件夹，没有再跟进去',
  en: 'this symbolic link leads back to a folder above it and was not followed',
})
