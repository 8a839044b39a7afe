// Whether a folder is there, and folders on the way to a file.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whether there is a folder of this name, or a link to one. */
export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Makes a folder, and those above it that are missing. Throws what the system says. Node's own `recursive` goes round for
 * ever where a folder is there and none can be made in it for want of an entry, as in /proc.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another run was faster.
    if (!existsSync(path)) throw error
  }
}
