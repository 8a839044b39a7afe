// What is published: everything the command needs, nothing else, and nothing that runs at installation.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { draft } from '../cli/drafts.ts'
import { ROOT, withFolder } from '../cli/run-cli.ts'
import { megabytes, pack } from './packed.ts'

const manifest = z
  .looseObject({
    scripts: z.record(z.string(), z.string()),
    files: z.array(z.string()),
    dependencies: z.record(z.string(), z.string()).optional(),
    optionalDependencies: z.record(z.string(), z.string()).optional(),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        dev: z.boolean().optional(),
        devOptional: z.boolean().optional(),
        optional: z.boolean().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
const installed = Object.entries(lock.packages).filter(([folder]) => folder !== '')

describe('what is installed with it', () => {
  test('nothing: libraries are bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    expect(manifest.optionalDependencies ?? {}).toEqual({})
    expect(installed.filter(([, { dev, devOptional }]) => !dev && !devOptional)).toEqual([])
  })

  test('nothing runs at installation', () => {
    const names = Object.keys(manifest.scripts)
    for (const name of ['preinstall', 'install', 'postinstall']) expect(names).not.toContain(name)
  })

  test('what is needed to build is pinned by content, and runs nothing at installation unless it is named', () => {
    expect(installed.length).toBeGreaterThan(100)
    for (const [folder, { integrity }] of installed) expect(integrity, folder).toMatch(/^sha512-/)
    const scripted = installed.filter(([, entry]) => entry.hasInstallScript && !entry.optional)
    const names = scripted.map(([folder]) => folder.replace(/^.*node_modules\//, ''))
    for (const name of names) expect(manifest.allowScripts, name).toHaveProperty(name, false)
  })
})

describe('the package', () => {
  let folder = ''
  let own = ''
  let tarball = ''
  let packed: readonly string[] = []
  let remove = (): void => {}

  const filesIn = (place: string): string[] =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(place, name)).isFile(),
    )

  beforeAll(() => {
    const made = pack('package-test')
    remove = made.remove
    tarball = made.tarball
    folder = made.install('empty')
    own = join(folder, 'node_modules/beian-check')
    packed = filesIn(own)
  }, 120_000)
  afterAll(() => remove())

  test('holds what `files` names and what npm adds, and no more', () => {
    for (const name of packed)
      expect(
        ['package.json', ...manifest.files].some((part) => name === part || name.startsWith(`${part}/`)),
        name,
      ).toBe(true)
    for (const part of manifest.files)
      expect(
        packed.some((name) => name === part || name.startsWith(`${part}/`)),
        part,
      ).toBe(true)
    expect(packed.filter((name) => /\.(?:ts|map|test\.\w+)$/.test(name) && !name.endsWith('.d.ts'))).toEqual(
      [],
    )
  })

  test('brings nothing else with it', () => {
    const modules = join(folder, 'node_modules')
    const names = readdirSync(modules).filter((name) => !name.startsWith('.'))
    expect(names).toEqual(['beian-check'])
  })

  test('is small, IP table included', () => {
    const size = packed.reduce((sum, name) => sum + statSync(join(own, name)).size, 0)
    expect(size).toBeLessThan(6_000_000)
    expect(size).toBeLessThanOrEqual(megabytes('size on disk'))
    expect(statSync(tarball).size).toBeLessThanOrEqual(megabytes('download'))
  })

  test('names no folder of the machine that built it', () => {
    for (const name of packed) expect(readFileSync(join(own, name)).includes(ROOT), name).toBe(false)
  })

  test('does its work in an empty folder', async () => {
    await withFolder({ 'a.yaml': draft({ address: '文三路' }), 'b.yaml': draft() }, async (drafts) => {
      const command = join(folder, 'node_modules/.bin/beian-check')
      const run = (...args: string[]) => {
        try {
          return { status: 0, said: execFileSync(command, args, { cwd: drafts, encoding: 'utf8' }) }
        } catch (error) {
          const failed = error as { status: number; stdout: string }
          return { status: failed.status, said: failed.stdout }
        }
      }
      expect(run('b.yaml').status).toBe(0)
      const { status, said } = run('a.yaml', '--format', 'json')
      expect(status).toBe(1)
      expect(said).toContain('subject/address-door-number')
      expect(run('a.yaml', '--format', 'sarif').said).toContain('"2.1.0"')
      expect(run('explain', 'subject/real-name').status).toBe(0)
    })
  })

  test('names every library that is in it, with its licence', () => {
    const notices = readFileSync(join(own, 'THIRD_PARTY_NOTICES'), 'utf8')
    for (const name of ['yaml', 'js-yaml', 'zod', 'commander', 'iconv-lite', 'write-file-atomic', 'diff'])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z]`, 'm'))
    expect(notices).toContain('ip2region')
    expect(notices).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
  })
})
