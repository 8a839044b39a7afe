// The hook for pre-commit, installed by pre-commit itself and run by `git commit`.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { clean, withError } from '../cli/drafts.ts'
import { ROOT, runCli, withFolder } from '../cli/run-cli.ts'
import { has, Repository } from './repository.ts'

/** The repository that users name: what is published, with a step that builds nothing. */
function hookRepository(folder: string): string {
  mkdirSync(folder)
  for (const part of ['.pre-commit-hooks.yaml', '.npmrc', 'bin', 'dist'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  const { scripts, devDependencies, ...published } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  expect(scripts.prepare).toBeDefined()
  expect(devDependencies).toBeDefined()
  // pre-commit takes what `npm pack` prints for a file's name: what the step prints must not be among it.
  const prepared = { ...published, scripts: { prepare: 'node -e 0' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(prepared))
  const repository = new Repository(folder)
  repository.git('init', '-q')
  repository.commit()
  return repository.git('rev-parse', 'HEAD').trim()
}

const config = (repo: string, rev: string): string => `repos:
  - repo: ${repo}
    rev: ${rev}
    hooks:
      - id: beian-check
        language_version: system
        files: ^drafts/
`

test('takes the files that a search through the folder takes', async () => {
  const names = [
    ...[
      'a.yaml',
      'b.YML',
      'c.json',
      'd.ndjson',
      'e.jsonl',
      'sub/f.yaml',
      'g.txt',
      'package.json',
      'sub/package-lock.json',
    ],
    ...[
      'tsconfig.json',
      'tsconfig.build.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'compose.yaml',
      'docker-compose.yml',
    ],
    ...[
      'sub/compose.dev.yaml',
      'beian-check.config.yaml',
      'beian-check.config.json',
      'beian-check.schema.json',
    ],
    ...[
      'draft.yaml.partial.json',
      'partial.json',
      '.hidden.yaml',
      '.sub/h.yaml',
      'my-package.json',
      'decompose.yaml',
    ],
  ]
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))
  const taken = names.filter(
    (name) => new RegExp(hook.files, 'i').test(name) && !new RegExp(hook.exclude).test(name),
  )
  expect(taken).toContain('my-package.json')
  const files = Object.fromEntries(names.map((name) => [name, '{}']))
  const { stdout } = await runCli(['.', '--format', 'json', '--no-config'], { files })
  const checked: { path: string }[] = JSON.parse(stdout).files
  expect(checked.map(({ path }) => path).sort()).toEqual(taken.sort())
})

describe.skipIf(!has('pre-commit'))('pre-commit', () => {
  test(
    'a commit with a bad draft is refused, a good one goes through',
    () =>
      withFolder({}, async (folder) => {
        const rev = hookRepository(join(folder, 'hook'))
        const place = join(folder, 'work')
        mkdirSync(place)
        const work = new Repository(place, {
          HOME: folder,
          PRE_COMMIT_HOME: join(folder, 'cache'),
          BEIAN_CHECK_LANG: 'en',
        })
        work.git('init', '-q')
        work.write({
          '.pre-commit-config.yaml': config(join(folder, 'hook'), rev),
          '.beian-checkignore': 'old/\n',
          'drafts/文三路 1.yaml': withError,
          'drafts/package.json': '{}',
          'drafts/old/a.yaml': withError,
          'other.yaml': withError,
        })
        expect(work.run('pre-commit', 'install').said).toContain('pre-commit installed')
        work.git('add', '-A')
        const refused = work.run('git', 'commit', '-m', 'Draft')
        expect(refused).toMatchObject({ status: 1 })
        expect(refused.said).toMatch(/beian-check\.+Failed\n/)
        expect(refused.said).toContain('drafts/文三路 1.yaml')
        expect(refused.said).toContain('subject/address-door-number')
        expect(refused.said).toContain('1 draft: 1 error')
        expect(refused.said).toContain('drafts/old/a.yaml: ignored by .beian-checkignore')

        work.write({ 'drafts/文三路 1.yaml': clean })
        work.git('add', '-A')
        const taken = work.run('git', 'commit', '-m', 'Draft')
        expect(taken.said).toMatch(/beian-check\.+Passed\n/)
        expect(taken.status).toBe(0)

        // Nothing but ignored drafts is fine, too.
        work.write({ 'drafts/old/a.yaml': `# later\n${withError}` })
        work.git('add', '-A')
        expect(work.run('git', 'commit', '-m', 'Draft').status).toBe(0)
      }),
    120_000,
  )
})
