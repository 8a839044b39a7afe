// The manual page: it comes with the package, man takes it without a warning, and nothing is missing from it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandNames } from '../../src/cli/command-names.ts'
import { reporterNames } from '../../src/report/index.ts'
import { has } from '../ci/repository.ts'
import { ROOT, runCli } from './run-cli.ts'

const { man, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

test('it is in the package', () => {
  expect(files).toContain(man)
  expect(existsSync(join(ROOT, man))).toBe(true)
})

test.skipIf(!has('man'))('man shows every option, command and format', async () => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'exec man --warnings=w -l "$0"', man], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MANPAGER: 'cat' },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const help = (await runCli(['--help', '--lang', 'en'])).stdout
  const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option = '']) => option)
  expect(options.length).toBeGreaterThan(20)
  const text = stdout.replaceAll('‐', '-')
  for (const word of [...options, ...commandNames, ...reporterNames]) expect(text).toContain(word)
})
