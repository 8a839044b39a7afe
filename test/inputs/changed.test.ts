// `--changed`: what git says has changed is shown, with its clashes with what has not.
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changedFiles, changedWords } from '../../src/inputs/changed.ts'
import { type Repository, withRepository } from '../ci/repository.ts'
import { clean, draft, withError } from '../cli/drafts.ts'
import { ROOT, withFolder } from '../cli/run-cli.ts'

const numbered = (number: number): string =>
  draft({ domain: `site-${number}.cn`, name: `${'甲乙丙丁戊己庚辛'[number]}山札记` })

interface Looked {
  readonly status: number | null
  /** Rules found, by file. */
  readonly files: Record<string, string[]>
  readonly stderr: string
}

/** Runs the program in a repository, with git as the repository has it. */
function look(repository: Repository, args: readonly string[], folder = '.'): Looked {
  const line = ['cd "$0" && shift 0 && exec "$@" 2>"$STDERR"', join(repository.folder, folder)]
  const program = [
    process.execPath,
    join(ROOT, 'bin/beian-check.js'),
    ...args,
    '--format',
    'json',
    '--lang',
    'en',
  ]
  const { status, said } = repository.run('sh', '-c', ...line, ...program)
  const files = said.startsWith('{') ? JSON.parse(said).files : []
  const seen = files.map(({ path, findings }: { path: string; findings: { rule: string }[] }) => [
    path,
    findings.map(({ rule }) => rule),
  ])
  return {
    status,
    files: Object.fromEntries(seen),
    stderr: repository.run('cat', stderrFile(repository)).said,
  }
}

const stderrFile = ({ folder }: Repository): string => `${folder}.stderr`

function inRepository(
  files: Readonly<Record<string, string>>,
  use: (repository: Repository) => void,
): Promise<void> {
  return withRepository(files, async (repository) => {
    repository.env.STDERR = stderrFile(repository)
    try {
      use(repository)
    } finally {
      rmSync(stderrFile(repository), { force: true })
    }
  })
}

const paths = ({ files }: Looked): string[] => Object.keys(files)

describe('which files', () => {
  test('staged, unstaged, renamed, untracked; not what git ignores, not what is gone', () =>
    inRepository(
      {
        'same.yaml': numbered(0),
        'staged.yaml': numbered(1),
        'unstaged.yaml': numbered(2),
        'renamed.yaml': numbered(3),
        'gone.yaml': numbered(4),
        '.gitignore': 'ignored.yaml\n',
      },
      (repository) => {
        repository.commit()
        repository.write({ 'staged.yaml': `# 1\n${numbered(1)}` })
        repository.git('add', '-A')
        repository.git('mv', 'renamed.yaml', '新的 名字.yaml')
        rmSync(join(repository.folder, 'gone.yaml'))
        repository.write({
          'unstaged.yaml': `# 2\n${numbered(2)}`,
          'sub/换"行\n.yaml': numbered(5),
          'ignored.yaml': numbered(6),
        })
        const names = ['staged.yaml', 'sub/换"行\n.yaml', 'unstaged.yaml', '新的 名字.yaml']
        expect(look(repository, ['--changed'])).toMatchObject({ status: 0, stderr: '' })
        expect(paths(look(repository, ['--changed'])).sort()).toEqual(names)
        expect(paths(look(repository, ['.', '--changed']))).toHaveLength(4)
        expect(paths(look(repository, ['--changed', 'sub']))).toEqual(['sub/换"行\n.yaml'])
        expect(paths(look(repository, ['--changed'], 'sub'))).toEqual(['换"行\n.yaml'])
        expect(paths(look(repository, ['../*.yaml', '--changed'], 'sub')).sort()).toEqual(
          names.filter((name) => !name.includes('/')).map((name) => `../${name}`),
        )
      },
    ))

  test('against a revision: since the branch left it', () =>
    inRepository({ 'a.yaml': numbered(0), 'b.yaml': numbered(1), 'c.yaml': numbered(2) }, (repository) => {
      repository.commit()
      repository.git('checkout', '-q', '-b', 'mine')
      repository.write({ 'a.yaml': `# 1\n${numbered(0)}` })
      repository.commit()
      repository.git('checkout', '-q', 'main')
      repository.write({ 'b.yaml': `# 1\n${numbered(1)}` })
      repository.commit()
      repository.git('checkout', '-q', 'mine')
      repository.write({ 'd.yaml': numbered(3) })
      for (const args of [['--changed', 'main'], ['--changed=main'], ['.', '--changed', 'main']])
        expect(paths(look(repository, args))).toEqual(['a.yaml', 'd.yaml'])
      expect(paths(look(repository, ['--changed']))).toEqual(['d.yaml'])
      expect(paths(look(repository, ['--changed', 'HEAD~1', 'a.yaml']))).toEqual(['a.yaml'])
    }))

  test('before the first commit everything is new; links to the folder do not matter', () =>
    inRepository({ 'd/a.yaml': numbered(0) }, (repository) => {
      repository.git('add', '-A')
      repository.write({ 'd/b.yaml': numbered(1) })
      symlinkSync('d', join(repository.folder, 'link'))
      expect(paths(look(repository, ['--changed', 'd']))).toEqual(['d/a.yaml', 'd/b.yaml'])
      expect(paths(look(repository, ['--changed', 'link']))).toEqual(['link/a.yaml', 'link/b.yaml'])
    }))

  test('nothing has changed: nothing to say, status 0', () =>
    inRepository({ 'a.yaml': withError }, (repository) => {
      repository.commit()
      expect(look(repository, ['--changed'])).toMatchObject({
        status: 0,
        files: {},
        stderr: '--changed: no draft has changed\n',
      })
      expect(look(repository, ['--changed', 'no.yaml', 'a.yaml']).status).toBe(2)
    }))
})

describe('clashes with what has not changed', () => {
  const theirs = clean.replace('沈知秋', '林望舒')

  test.each([
    ['the changed one comes first', 'a.yaml', 'b.yaml'],
    ['the changed one comes last', 'b.yaml', 'a.yaml'],
  ])('%s', (_what, changed, unchanged) =>
    inRepository({ [changed]: numbered(1), [unchanged]: theirs, 'c.yaml': withError }, (repository) => {
      repository.commit()
      repository.write({ [changed]: clean })
      const { status, files } = look(repository, ['--changed'])
      expect(status).toBe(1)
      expect(Object.keys(files)).toEqual([changed])
      expect(files[changed]).toContain('conflict/domain')
    }),
  )

  test('a filed draft that has changed is told of the one that has not', () =>
    inRepository({ 'a.yaml': numbered(1), 'b.yaml': theirs }, (repository) => {
      repository.commit()
      repository.write({ 'a.yaml': `filing: { status: approved, number: 浙ICP备12345678号 }\n${clean}` })
      expect(look(repository, ['--changed']).files['a.yaml']).toContain('conflict/domain')
    }))

  test('among the unchanged they are not told; broken ones are nobody’s business', () =>
    inRepository(
      { 'a.yaml': clean, 'b.yaml': theirs, 'c.yaml': 'subject: [\n', 'd.yaml': numbered(1) },
      (repository) => {
        repository.commit()
        repository.write({ 'd.yaml': `# 1\n${numbered(1)}` })
        // One number under two names: that is its own clash with b.yaml.
        const files = { 'd.yaml': ['conflict/certificate'] }
        expect(look(repository, ['--changed'])).toEqual({ status: 1, files, stderr: '' })
      },
    ))

  test('--fix leaves the unchanged alone', () =>
    inRepository({ 'a.yaml': draft({ name: ' 山间札记　' }), 'b.yaml': numbered(1) }, (repository) => {
      repository.commit()
      repository.write({ 'b.yaml': `# 1\n${numbered(1)}` })
      look(repository, ['--changed', '--fix-all'])
      expect(repository.git('status', '--short')).toBe(' M b.yaml\n')
    }))
})

describe('where git cannot tell', () => {
  test('outside a repository, and an unknown or unrelated revision', async () => {
    await withFolder({ 'a.yaml': clean }, async (cwd) => {
      const output = { write: () => {}, isTTY: false, columns: undefined }
      const io = {
        args: [],
        cwd,
        stdout: output,
        stderr: output,
        stdin: async () => new Uint8Array(),
        now: () => 0,
      }
      const outside = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: join(cwd, '..') }
      await expect(changedFiles('', { ...io, env: outside })).rejects.toThrow('this is no git repository')
      await expect(changedFiles('', { ...io, env: { PATH: '/nowhere' } })).rejects.toThrow(
        'there is no git command',
      )
    })
    await inRepository({ 'a.yaml': clean }, (repository) => {
      repository.commit()
      repository.git('checkout', '-q', '--orphan', 'other')
      repository.write({ 'a.yaml': withError })
      repository.commit()
      for (const [revision, words] of [
        ['nowhere', /^--changed: there is no commit or branch “nowhere”; in CI, fetch it first/],
        ['--output=x', /^--changed: there is no commit or branch “--output=x”/],
        ['main', /^--changed: this branch and “main” have no commit in common/],
      ] as const) {
        const { status, stderr } = look(repository, [`--changed=${revision}`])
        expect(status).toBe(2)
        expect(stderr).toMatch(words)
      }
    })
  })
})

test.each<[string[], string[]]>([
  [['--changed'], ['--changed=']],
  [
    ['--changed', 'a.yaml'],
    ['--changed=', 'a.yaml'],
  ],
  [
    ['--changed', 'main'],
    ['--changed', 'main'],
  ],
  [
    ['--changed', 'main@{upstream}', 'a.yaml'],
    ['--changed', 'main@{upstream}', 'a.yaml'],
  ],
  [
    ['--changed', '*.yaml'],
    ['--changed=', '*.yaml'],
  ],
  [
    ['--changed', '--fix'],
    ['--changed=', '--fix'],
  ],
  [
    ['--', '--changed', 'main'],
    ['--', '--changed', 'main'],
  ],
])('the word behind --changed: %j', (words, expected) =>
  withFolder({ 'a.yaml': '' }, async (cwd) => {
    expect(changedWords(words, cwd)).toEqual(expected)
  }),
)
