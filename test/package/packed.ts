// The package as it would be published: packed, and installed into an empty folder.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from '../cli/run-cli.ts'

/** What docs/install.md says of a size, in bytes. */
export function megabytes(what: string): number {
  const page = readFileSync(join(ROOT, 'docs/install.md'), 'utf8')
  const [, number = ''] = new RegExp(`^\\| ${what} .*\\| ([\\d.]+) MB \\|$`, 'm').exec(page) ?? []
  return Number(number) * 1_000_000
}

export interface Packed {
  /** The tarball. */
  readonly tarball: string
  /** Installs it into an empty folder, by the npm of this machine under the given Node; gives the folder. */
  install(name: string, node?: string): string
  remove(): void
}

/** Packs the build of this run; building again would disturb the tests beside. */
export function pack(name: string): Packed {
  const folder = join(ROOT, 'node_modules/.cache/beian-check', name)
  const home = join(folder, 'home')
  /** npm with nothing of the user's: no cache, no network. */
  const npm = (args: readonly string[], cwd: string, node = process.execPath): string =>
    execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: [dirname(node), process.env.PATH].join(delimiter),
        HOME: home,
        npm_config_cache: join(home, 'cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const tarball = join(folder, npm(['pack', '--silent', '--pack-destination', folder], ROOT).trim())
  return {
    tarball,
    install(place, node) {
      const target = join(folder, place)
      mkdirSync(target)
      writeFileSync(join(target, 'package.json'), '{"private":true}')
      npm(['install', tarball], target, node)
      return target
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
