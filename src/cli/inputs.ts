// Which files to check, and what is in them.
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decode } from '../draft/decode.ts'
import { formatOf } from '../draft/read.ts'
import type { Source } from '../engine/run.ts'
import type { Io } from './io.ts'

/** The name under which standard input appears in reports. */
export const STDIN = '<stdin>'

const extensions = 'yaml,yml,json,ndjson,jsonl'
/** Files that lie about in folders and are no drafts. */
const notDrafts = [
  '**/node_modules/**',
  '**/package.json',
  '**/package-lock.json',
  '**/tsconfig*.json',
  '**/pnpm-lock.yaml',
  '**/pnpm-workspace.yaml',
  '**/docker-compose*.{yml,yaml}',
  '**/beian-check.config.*',
  '**/*.schema.json',
]

/** A file that was named but cannot be checked, and why. */
export interface Unreadable {
  readonly file: string
  readonly zh: string
  readonly en: string
}

const isGlob = (word: string): boolean => /[*?[\]{}!]/.test(word)

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? undefined : stat.isDirectory() ? 'folder' : 'file'
}

/**
 * The files that the arguments name, in the order given, each once; folders and globs in alphabetical order.
 * @param paths files, folders, globs, and `-` for standard input.
 * @param allowEmpty a folder or a glob without a draft is no trouble; a file that is not there still is.
 */
export async function findFiles(
  paths: readonly string[],
  io: Io,
  allowEmpty: boolean,
): Promise<{ files: string[]; trouble: Unreadable[] }> {
  const files = new Map<string, string>()
  const add = (file: string): void => {
    const place = file === STDIN ? STDIN : resolve(io.cwd, file)
    if (!files.has(place)) files.set(place, file)
  }
  const trouble: Unreadable[] = []
  for (const path of paths) {
    if (path === '-') add(STDIN)
    else if (kindOf(resolve(io.cwd, path)) === 'file') add(path)
    else {
      const found = await expand(path, io)
      if (found.length === 0 && !(allowEmpty && mayBeEmpty(path, io))) trouble.push(nothingAt(path))
      for (const file of found) add(file)
    }
  }
  return { files: [...files.values()], trouble }
}

const mayBeEmpty = (path: string, io: Io): boolean =>
  isGlob(path) || kindOf(resolve(io.cwd, path)) === 'folder'

function nothingAt(path: string): Unreadable {
  if (isGlob(path)) return { file: path, zh: '没有匹配的文件', en: 'no file matches' }
  return { file: path, zh: '没有这个文件，或文件夹里没有草稿', en: 'no such file, or no draft in the folder' }
}

async function expand(path: string, io: Io): Promise<string[]> {
  const folder = kindOf(resolve(io.cwd, path)) === 'folder'
  if (!folder && !isGlob(path)) return []
  const { glob } = await import('tinyglobby')
  const pattern = folder ? `**/*.{${extensions}}` : path
  const cwd = folder ? resolve(io.cwd, path) : io.cwd
  const found = await glob(pattern, {
    cwd,
    ignore: notDrafts,
    expandDirectories: false,
    caseSensitiveMatch: true,
  })
  return found.sort().map((file) => (folder ? join(path, file) : file))
}

/** Reads the files that a run names. Standard input is read once and kept. */
export class Inputs {
  readonly #io: Io
  #stdin: Source | undefined

  constructor(io: Io) {
    this.#io = io
  }

  /** The text of a file, or why there is none. */
  async read(file: string): Promise<Source | Unreadable> {
    if (file === STDIN && this.#stdin !== undefined) return this.#stdin
    try {
      const bytes = file === STDIN ? await this.#io.stdin() : readFileSync(resolve(this.#io.cwd, file))
      const text = decode(bytes)?.text
      if (text === undefined) {
        return {
          file,
          zh: '不是文本文件，或编码无法识别；请存成 UTF-8',
          en: 'not a text file, or of an unknown encoding; save it as UTF-8',
        }
      }
      const source = { text, format: formatOf(file, text) }
      if (file === STDIN) this.#stdin = source
      return source
    } catch (error) {
      return unreadable(file, error)
    }
  }
}

const reasons: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'no such file' },
  EACCES: { zh: '没有读取权限', en: 'no permission to read it' },
  EISDIR: { zh: '这是文件夹', en: 'this is a folder' },
}

function unreadable(file: string, error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  return { file, ...(reasons[code] ?? { zh: `无法读取（${code}）`, en: `cannot be read (${code})` }) }
}

/** Tells a source from the reason that there is none. */
export const isUnreadable = (read: Source | Unreadable): read is Unreadable => 'file' in read
