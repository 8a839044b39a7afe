// The line for lint-staged that docs/ci.md gives, run by lint-staged.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, draft, withError } from '../cli/drafts.ts'
import { ROOT } from '../cli/run-cli.ts'
import { withRepository } from './repository.ts'

const lintStaged = join(ROOT, 'test/ci/node_modules/lint-staged/bin/lint-staged.js')
const isThere = existsSync(lintStaged)
if (!isThere && process.env.CI === 'true') throw new Error('CI needs lint-staged: npm ci --prefix test/ci')
if (!isThere) console.warn('lint-staged is missing (npm ci --prefix test/ci): its test is skipped')

/** The line as the documentation has it, with the program of this folder. */
function documentedLine(): string {
  const guide = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
  const line = /^"lint-staged": (\{.*\})$/m.exec(guide)?.[1]
  if (line === undefined) throw new Error('docs/ci.md has no line for lint-staged')
  const [[glob, command] = []] = Object.entries<string>(JSON.parse(line))
  expect(command).toMatch(/^beian-check /)
  return JSON.stringify({
    [glob ?? '']: command?.replace(/^beian-check/, `node ${join(ROOT, 'bin/beian-check.js')}`),
  })
}

describe.skipIf(!isThere)('lint-staged', () => {
  test(
    'staged drafts are checked, others are not',
    () =>
      withRepository({ 'drafts/a.yaml': clean, '.gitignore': '.npm' }, async (repository) => {
        repository.commit()
        repository.write({
          '.lintstagedrc.json': documentedLine(),
          'drafts/new/b c.yaml': withError,
          'other.yaml': withError,
        })
        repository.git('add', '-A')
        const refused = repository.run(process.execPath, lintStaged)
        expect(refused.status).toBe(1)
        expect(refused.said).toContain('subject/address-door-number')
        expect(refused.said).not.toContain('other.yaml')

        repository.write({ 'drafts/new/b c.yaml': draft({ domain: 'two.cn', name: '水边札记' }) })
        repository.git('add', '-A')
        expect(repository.run(process.execPath, lintStaged)).toMatchObject({ status: 0 })

        repository.write({ '.beian-checkignore': '*\n', 'drafts/new/b c.yaml': withError })
        repository.git('add', '-A')
        expect(repository.run(process.execPath, lintStaged)).toMatchObject({ status: 0 })
      }),
    60_000,
  )
})
