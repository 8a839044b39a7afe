// Builds dist/ before the tests, unless what is there is newer than everything it is made of.
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = [
  'src',
  'rules',
  'schema',
  'types',
  'scripts/build.mjs',
  'scripts/warm.cjs',
  'package.json',
  'package-lock.json',
]

/** When a file, or anything in a folder, was changed last. A file that is gone changes its folder. */
function changed(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))))
}

export default function build(): void {
  // The build writes this folder last.
  const built = statSync(join(root, 'dist'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (parts.every((part) => changed(join(root, part)) < built)) return
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
}
