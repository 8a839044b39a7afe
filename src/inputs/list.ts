// `--files-from`: paths in a file or on standard input, a line each or with NUL behind each, as `git ls-files -z` and
// `find -print0` write them.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Io, UsageError } from '../cli/io.ts'
import { unreadable } from './notice.ts'

/**
 * The paths of a list. A NUL anywhere means that it separates them; otherwise each line is one.
 * @param list the file with the list, or `-` for standard input
 */
export async function readList(list: string, io: Io): Promise<string[]> {
  const text = Buffer.from(list === '-' ? await io.stdin() : readBytes(list, io))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '')
}

function readBytes(list: string, io: Io): Uint8Array {
  try {
    return readFileSync(resolve(io.cwd, list))
  } catch (error) {
    const { zh, en } = unreadable(list, error)
    throw new UsageError({ zh: `--files-from ${list}：${zh}`, en: `--files-from ${list}: ${en}` })
  }
}
