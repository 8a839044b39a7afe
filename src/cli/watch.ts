// `--watch`: checks again whenever a draft is saved. Each check is a process of its own, so that configs, profiles and
// clashes are always those of now. Folders are watched, not files: many editors save by putting a new file in place.
import { fork } from 'node:child_process'
import { existsSync, type FSWatcher, readdirSync, watch as watchFolder } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readsStdin } from '../inputs/find.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import type { CheckOptions } from './check.ts'
import { isFolder } from './folder.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'

/** Milliseconds without another change before checking: editors save in several steps. */
const CALM = 100

/** Clears the screen and what was scrolled away. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

const waiting = {
  zh: '等待改动……（Ctrl-C 结束）',
  en: 'Waiting for changes … (Ctrl-C ends)',
} as const satisfies Record<Language, string>

/** Checks now and after every change, until the user interrupts it. */
export async function watch(
  paths: readonly string[],
  options: CheckOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  requireWatchable(paths, options)
  const folders = new Folders(relevanceOf(paths, options, io))
  const state = { ended: false }
  io.onInterrupt?.(() => {
    state.ended = true
    folders.wake()
  })
  const words = io.args.filter((word) => word !== '--watch')
  while (!state.ended) {
    folders.update(foldersOf(paths, io.cwd))
    if (io.stdout.isTTY) io.stdout.write(CLEAR)
    await checkOnce(words, io)
    if (state.ended) break
    io.stderr.write(`\n${waiting[language]}\n`)
    await folders.changed()
  }
  folders.update([])
  return EXIT.interrupted
}

/** What would wait for input, or change what is watched. */
function requireWatchable(paths: readonly string[], options: CheckOptions): void {
  const { interactive, fix, fixAll, fixDryRun, writeBaseline, filesFrom, shard, shardReport } = options
  const writes = [writeBaseline, shard, shardReport].some((option) => option !== undefined)
  const changes = interactive || fix || fixAll || fixDryRun || writes
  if (!changes && filesFrom === undefined && !readsStdin(paths, options)) return
  throw new UsageError({
    zh: '--watch 只检查文件和文件夹，不能与 -、--files-from、-i、--fix、--write-baseline、--shard 一起用',
    en: '--watch checks files and folders; it does not go with -, --files-from, -i, --fix, --write-baseline or --shard',
  })
}

/** Beside the bundle the program is one folder up, beside the sources two. */
function programFile(): string {
  const places = ['../bin/beian-check.js', '../../bin/beian-check.js']
  const files = places.map((place) => join(import.meta.dirname, place))
  return files.find((file) => existsSync(file)) ?? places[0] ?? ''
}

function checkOnce(words: readonly string[], { cwd, env }: Io): Promise<void> {
  return new Promise((done, fail) => {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
    const child = fork(programFile(), words, { cwd, env, stdio: [...stdio] })
    child.once('error', fail)
    child.once('exit', () => done())
  })
}

/** Whether a change in a folder may change the report. A name without a dot may be a folder. */
function relevanceOf(paths: readonly string[], { format = [] }: CheckOptions, { cwd }: Io) {
  const named = new Set(paths.map((path) => resolve(cwd, path)))
  const written = new Set(format.map((word) => resolve(cwd, word.slice(word.indexOf('=') + 1))))
  return (place: string): boolean =>
    named.has(place) ||
    (!written.has(place) &&
      /^[^.]+$|^\.beian-check(?:ignore|rc\.\w+)$|^\.gitignore$|^[^.].*\.(?:ya?ml|json|ndjson|jsonl)$/i.test(
        basename(place),
      ))
}

/** The folders in which something may change: those of named files, and all below named folders and globs. */
function foldersOf(paths: readonly string[], cwd: string): string[] {
  const folders = new Set<string>()
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const words = path.replace(/^!/, '').split('/')
    const glob = words.findIndex((word) => /[*?[\]{}!]/.test(word))
    const place = resolve(
      cwd,
      existsSync(resolve(cwd, path)) || glob < 0 ? path : words.slice(0, glob).join('/'),
    )
    if (isFolder(place)) addBelow(place, folders)
    else if (isFolder(dirname(place))) folders.add(dirname(place))
  }
  return [...folders]
}

function addBelow(folder: string, folders: Set<string>): void {
  if (folders.has(folder)) return
  folders.add(folder)
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const isWatched = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules'
      if (isWatched) addBelow(join(folder, entry.name), folders)
    }
  } catch {
    // The check itself tells of folders that cannot be read.
  }
}

/** Watchers of folders, and whether something has happened in them. */
class Folders {
  readonly #isRelevant: (place: string) => boolean
  readonly #watchers = new Map<string, FSWatcher>()
  #isChanged = false
  #timer: NodeJS.Timeout | undefined
  #tell: (() => void) | undefined

  constructor(isRelevant: (place: string) => boolean) {
    this.#isRelevant = isRelevant
  }

  /** Watches these folders and no others. */
  update(folders: readonly string[]): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.includes(folder)) continue
      watcher.close()
      this.#watchers.delete(folder)
    }
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watch(folder)
    if (folders.length === 0) clearTimeout(this.#timer)
  }

  #watch(folder: string): void {
    try {
      const watcher = watchFolder(folder, (_event, name) => {
        if (name !== null && !this.#isRelevant(join(folder, name))) return
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => this.wake(), CALM)
      })
      // A folder that goes away is watched anew when it is back.
      watcher.on('error', () => {
        watcher.close()
        this.#watchers.delete(folder)
      })
      this.#watchers.set(folder, watcher)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code !== 'ENOSPC' && code !== 'EMFILE') return
      throw new UsageError({
        zh: `--watch：文件夹太多，系统不能全部监视（${oneLine(code)}）；请只写需要的文件夹`,
        en: `--watch: there are more folders than the system watches (${oneLine(code)}); name only those you need`,
      })
    }
  }

  /** Ends the waiting, or the next one. */
  wake(): void {
    this.#isChanged = true
    this.#tell?.()
  }

  /** Waits until something has changed since the last time. */
  async changed(): Promise<void> {
    if (!this.#isChanged) {
      await new Promise<void>((done) => {
        this.#tell = done
      })
    }
    this.#tell = undefined
    this.#isChanged = false
  }
}
