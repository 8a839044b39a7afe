// Packs the build of now, as it would be published, for tools that look at packages. Nothing is built, nothing is fetched.
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/beian-check')

mkdirSync(folder, { recursive: true })
const pack = ['pack', '--silent', '--ignore-scripts', '--offline', '--pack-destination', folder]
const name = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim()
renameSync(join(folder, name), join(folder, 'package.tgz'))
