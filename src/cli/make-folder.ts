// Folders on the way to a file. Node's own `recursive` goes round for ever where a folder is there and none can be made in
// it for want of an entry, as in /proc.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder, and those above it that are missing. Throws what the system says. */
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
