// Which files a run checks: folders, globs, ignore files, lists, links, and what is no file.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FindOptions, findFiles } from '../../src/inputs/find.ts'
import { clean, draft, withError } from '../cli/drafts.ts'
import { ROOT, runCli, withFolder } from '../cli/run-cli.ts'
import fc from '../property.ts'

interface Looked {
  readonly files: readonly string[]
  /** What was told, in English. */
  readonly trouble: readonly string[]
  readonly notes: readonly string[]
}

/** What is found in a folder; `-` has no text. */
async function look(
  cwd: string,
  paths: readonly string[],
  options: FindOptions = {},
  stdin = '',
): Promise<Looked> {
  const output = { write: () => {}, isTTY: false, columns: undefined }
  const io = { args: [], env: {}, cwd, stdout: output, stderr: output, now: () => 0 }
  const { files, trouble, notes } = await findFiles(paths, options, {
    ...io,
    stdin: async () => new Uint8Array(Buffer.from(stdin)),
  })
  const said = ({ file, en }: { file: string; en: string }): string => `${file}: ${en}`
  return { files, trouble: trouble.map(said), notes: notes.map(said) }
}

/** Files with these names, each with nothing in it. */
const empty = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '']))

describe('folders and globs', () => {
  const files = empty(
    'a.yaml',
    'a/x.yaml',
    'a-b/y.json',
    'B.YML',
    'c.txt',
    'd/.hidden.yaml',
    'd/.git/z.yaml',
    'd/node_modules/z.yaml',
    'd/compose.yaml',
    'd/my.yaml.partial.json',
    'd/e/f.ndjson',
    'd/e/客户.jsonl',
    '.drafts/g.yaml',
  )
  test.each<[string[], string[]]>([
    [['.'], ['B.YML', 'a-b/y.json', 'a.yaml', 'a/x.yaml', 'd/e/f.ndjson', 'd/e/客户.jsonl']],
    [
      ['d', 'a'],
      ['d/e/f.ndjson', 'd/e/客户.jsonl', 'a/x.yaml'],
    ],
    [['a/../a/', './a/x.yaml'], ['a/x.yaml']],
    [['**/*.{yaml,json}'], ['a-b/y.json', 'a.yaml', 'a/x.yaml']],
    [['./*/*.yaml'], ['a/x.yaml']],
    [['d/**'], ['d/e/f.ndjson', 'd/e/客户.jsonl']],
    [['*'], ['B.YML', 'a.yaml', 'c.txt']],
    [['d/e/?.*'], ['d/e/f.ndjson']],
    [['**/.drafts/*.yaml'], ['.drafts/g.yaml']],
    [['.drafts/*'], ['.drafts/g.yaml']],
    [
      ['.', '!a*'],
      ['B.YML', 'd/e/f.ndjson', 'd/e/客户.jsonl'],
    ],
    [
      ['!d', '**/*.{yaml,jsonl}'],
      ['a.yaml', 'a/x.yaml'],
    ],
    [
      ['d/.hidden.yaml', 'd/node_modules/z.yaml'],
      ['d/.hidden.yaml', 'd/node_modules/z.yaml'],
    ],
  ])('%j', (paths, expected) =>
    withFolder(files, async (cwd) => {
      expect(await look(cwd, paths)).toEqual({ files: expected, trouble: [], notes: [] })
      const absolute = paths.map((path) => (path.startsWith('!') ? path : join(cwd, path)))
      expect((await look(cwd, absolute)).files).toEqual(expected.map((path) => join(cwd, path)))
    }),
  )

  test.each<[string[], FindOptions, string[]]>([
    [['no.yaml'], {}, ['no.yaml: no such file']],
    [[''], {}, ["'': this path is empty; the current folder is written ."]],
    [['a.yaml/b.yaml'], {}, ['a.yaml/b.yaml: no such file']],
    [['no*.yaml'], {}, ['no*.yaml: no file matches']],
    [['no/*.yaml'], {}, ['no/*.yaml: no file matches']],
    [['no[1.yaml'], {}, ['no[1.yaml: no such file']],
    [['empty'], {}, ['empty: no draft in this folder']],
    [['.', '!**'], {}, ['!: no file is left after exclusions']],
    [['.'], { ignore: ['*'] }, ['.: all 2 drafts there are ignored (--no-ignore checks them all the same)']],
    [[`${'n'.repeat(300)}.yaml`], {}, [`${'n'.repeat(300)}.yaml: its name is too long`]],
  ])('%j %j is trouble', (paths, options, trouble) =>
    withFolder(empty('a.yaml', 'empty/x.txt', 'z.json'), async (cwd) => {
      expect(await look(cwd, paths, options)).toEqual({ files: [], trouble, notes: [] })
    }),
  )

  test('--allow-empty lets nothing pass, but not a file that is not there', () =>
    withFolder(empty('empty/x.txt', 'a.yaml'), async (cwd) => {
      const options = { allowEmpty: true, ignore: ['a.yaml'] }
      for (const paths of [['empty'], ['no*.yaml'], ['.'], ['.', '!**']])
        expect(await look(cwd, paths, options)).toEqual({ files: [], trouble: [], notes: [] })
      expect((await look(cwd, ['a.yaml'], options)).trouble).toEqual([])
      expect((await look(cwd, ['no.yaml'], options)).trouble).toEqual(['no.yaml: no such file'])
    }))

  test('any tree comes in the order of whole paths, each file once', async () => {
    const name = fc.stringMatching(/^[ab.\- 山]{0,3}[ab山]$/)
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `${names.join('/')}.yaml`)
    const hidden = /(?:^|\/)\./
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { maxLength: 8 }), (paths) =>
        withFolder(empty(...paths, 'z.yaml'), async (cwd) => {
          const expected = [...paths, 'z.yaml'].filter((each) => !hidden.test(each)).sort()
          expect((await look(cwd, ['.', './', '**/*.yaml'])).files).toEqual(expected)
        }),
      ),
      { numRuns: 30 },
    )
  })
})

describe('ignoring', () => {
  const names = ['a.yaml', 'old/b.yaml', 'old/keep/c.yaml', 'new/old/d.yaml', 'new/e.json']
  interface Row {
    readonly what: string
    readonly files?: Record<string, string>
    readonly options?: FindOptions
    readonly paths?: string[]
    readonly cwd?: string
    readonly left: string[]
  }
  test.each<Row>([
    { what: 'nothing', left: ['a.yaml', 'new/e.json', 'new/old/d.yaml', 'old/b.yaml', 'old/keep/c.yaml'] },
    { what: 'a name anywhere', options: { ignore: ['old'] }, left: ['a.yaml', 'new/e.json'] },
    {
      what: 'nothing above the working folder',
      options: { ignore: ['tmp', 'beian-check-*', 'e.json'] },
      left: ['a.yaml', 'new/old/d.yaml', 'old/b.yaml', 'old/keep/c.yaml'],
    },
    {
      what: 'a name at the top',
      options: { ignore: ['/old/'] },
      left: ['a.yaml', 'new/e.json', 'new/old/d.yaml'],
    },
    { what: 'several', options: { ignore: ['*.json', './old'] }, left: ['a.yaml', 'new/old/d.yaml'] },
    {
      what: 'and back',
      options: { ignore: ['*', '!*/', '!old/keep/*.yaml'] },
      left: ['old/keep/c.yaml'],
    },
    {
      what: 'from a folder inside',
      cwd: 'new',
      paths: ['..'],
      options: { ignore: ['../old/keep', 'old/d.yaml', '*.json'] },
      left: ['../a.yaml', '../old/b.yaml'],
    },
    {
      what: 'an ignore file',
      files: { '.beian-checkignore': '# done\n\nold/\r\n' },
      left: ['a.yaml', 'new/e.json'],
    },
    {
      what: 'an ignore file above the working folder',
      files: { '.beian-checkignore': '/new/old\n' },
      cwd: 'new',
      paths: ['.'],
      left: ['e.json'],
    },
    {
      what: 'nested ignore files, the deeper over the higher',
      files: { '.beian-checkignore': '*.yaml\n', 'old/.beian-checkignore': '!b.yaml\n' },
      left: ['new/e.json', 'old/b.yaml'],
    },
    {
      what: 'what is ignored as a folder does not come back',
      files: { '.beian-checkignore': 'old/\n', 'old/.beian-checkignore': '!b.yaml\n' },
      left: ['a.yaml', 'new/e.json'],
    },
    {
      what: '--ignore over ignore files',
      files: { '.beian-checkignore': 'old/\n' },
      options: { ignore: ['!/old/', 'new'] },
      left: ['a.yaml', 'old/b.yaml', 'old/keep/c.yaml'],
    },
    {
      what: '--no-ignore',
      files: { '.beian-checkignore': '*\n' },
      options: { ignore: false, gitignore: true },
      left: ['a.yaml', 'new/e.json', 'new/old/d.yaml', 'old/b.yaml', 'old/keep/c.yaml'],
    },
    {
      what: '.gitignore only on request',
      files: { '.gitignore': '*\n' },
      left: ['a.yaml', 'new/e.json', 'new/old/d.yaml', 'old/b.yaml', 'old/keep/c.yaml'],
    },
    {
      what: '--gitignore, nested and .git/info/exclude',
      files: {
        '.gitignore': 'old\n',
        'new/.gitignore': '!old/\ne.json\n',
        '.git/info/exclude': 'a.yaml\n',
      },
      options: { gitignore: true },
      left: ['new/old/d.yaml'],
    },
    {
      what: 'a repository does not look above itself',
      files: { '.gitignore': '*.json\n', 'new/.git/info/exclude': 'old\n' },
      options: { gitignore: true },
      left: ['a.yaml', 'new/e.json', 'old/b.yaml', 'old/keep/c.yaml'],
    },
    {
      what: '.beian-checkignore over .gitignore',
      files: { '.gitignore': '*.yaml\n', '.beian-checkignore': '!a.yaml\nnew\n' },
      options: { gitignore: true },
      left: ['a.yaml'],
    },
    {
      what: 'names that look like patterns, and a byte order mark',
      files: { '客户[1]/.beian-checkignore': '\uFEFF/f.yaml\n', '客户[1]/f.yaml': '', '客户1/f.yaml': '' },
      paths: ['客户1', '客户[1]', 'a.yaml'],
      options: { allowEmpty: true },
      left: ['客户1/f.yaml', 'a.yaml'],
    },
  ])('$what', ({ files = {}, options = {}, paths = ['.'], cwd = '.', left }) =>
    withFolder({ ...empty(...names), ...files }, async (folder) => {
      expect(await look(join(folder, cwd), paths, options)).toEqual({ files: left, trouble: [], notes: [] })
    }),
  )

  test('a file that is named and ignored is said and not checked; alone it is no run', () =>
    withFolder({ ...empty(...names), '.beian-checkignore': 'old\n' }, async (cwd) => {
      const said = 'ignored by .beian-checkignore, not checked (--no-ignore checks it all the same)'
      expect(await look(cwd, ['old/b.yaml', 'a.yaml'])).toEqual({
        files: ['a.yaml'],
        trouble: [],
        notes: [`old/b.yaml: ${said}`],
      })
      expect(await look(cwd, ['old/b.yaml'])).toEqual({
        files: [],
        trouble: [`old/b.yaml: ${said}`],
        notes: [],
      })
      expect(await look(cwd, ['old', 'a.yaml'])).toMatchObject({ notes: [`old: ${said}`] })
      expect(await look(cwd, ['old/b.yaml'], { allowEmpty: true })).toMatchObject({ trouble: [] })
      expect((await look(cwd, ['old/b.yaml'], { ignore: false })).files).toEqual(['old/b.yaml'])
      const inside = await look(join(cwd, 'old'), ['b.yaml', '../a.yaml'])
      expect(inside.notes).toEqual([`b.yaml: ${said.replace('.beian', '../.beian')}`])
      const { status, stderr, stdout } = await runCli(['old/b.yaml', 'a.yaml'], {
        files: { 'a.yaml': clean, 'old/b.yaml': withError, '.beian-checkignore': 'old\n' },
      })
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: 'old/b.yaml：被 .beian-checkignore 忽略，没有检查（--no-ignore 可以照样检查）\n',
      })
      expect(stdout).toContain('1 份草稿：没有发现问题')
    }))

  test('many named files that are ignored are told in a few lines', () =>
    withFolder(empty('a.json', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'), async (cwd) => {
      const { notes } = await look(cwd, ['a.json', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'], {
        ignore: ['*.yaml'],
      })
      expect(notes).toHaveLength(4)
      expect(notes[3]).toBe('…: 2 more named files are ignored')
    }))

  test('as git itself ignores', async () => {
    const name = fc.constantFrom('a', 'b', 'old', 'x.yaml', 'y.yaml')
    const line = fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '', '/', '**/'),
        fc.array(fc.oneof(name, fc.constantFrom('*', '*.yaml', '?', '[ab]', '**', 'a\\*')), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom('', '', '/', '/*', '/**'),
      )
      .map(([no, start, names, end]) => `${no}${start}${names.join('/')}${end}`)
    const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n'))
    const tree = ['', 'a/', 'a/b/', 'b/', 'old/', 'a/old/', 'b/a/old/'].flatMap((folder) => [
      `${folder}x.yaml`,
      `${folder}y.yaml`,
    ])
    await withFolder(empty(...tree), async (cwd) => {
      expect(spawnSync('git', ['init', '-q'], { cwd }).status).toBe(0)
      await fc.assert(
        fc.asyncProperty(fc.record({ '.gitignore': text, 'a/.gitignore': text }), async (ignores) => {
          for (const [file, lines] of Object.entries(ignores)) writeFileSync(join(cwd, file), lines)
          const args = ['-c', 'core.excludesFile=', 'ls-files', '-o', '--exclude-standard', '*.yaml']
          const { stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' })
          const expected = stdout.split('\n').filter((path) => path !== '')
          const { files } = await look(cwd, ['.'], { gitignore: true, allowEmpty: true })
          expect(files).toEqual(expected.sort())
        }),
        { numRuns: 60 },
      )
    })
  }, 60_000)
})

describe('--files-from', () => {
  const files = { 'a.yaml': '', 'd/b.yaml': '', 'd/c d.txt': '', '换\n行.yaml': '', '*.yaml': '' }
  test.each<[string, string, string[]]>([
    ['lines', 'a.yaml\nd/c d.txt\n', ['a.yaml', 'd/c d.txt']],
    ['lines as Windows ends them, an empty one', 'a.yaml\r\n\r\nd/b.yaml', ['a.yaml', 'd/b.yaml']],
    ['NUL', 'a.yaml\0换\n行.yaml\0', ['a.yaml', '换\n行.yaml']],
    ['a folder, a file twice', 'd\na.yaml\n./a.yaml\n', ['d/b.yaml', 'a.yaml']],
    ['names are names, no globs', '*.yaml\n', ['*.yaml']],
  ])('%s', (_what, list, expected) =>
    withFolder({ ...files, list }, async (cwd) => {
      const found = { files: expected, trouble: [], notes: [] }
      expect(await look(cwd, [], { filesFrom: 'list' })).toEqual(found)
      expect(await look(cwd, [], { filesFrom: '-' }, list)).toEqual(found)
    }),
  )

  test('files that are gone are told, the others checked', () =>
    withFolder({ ...files, list: 'gone.yaml\na.yaml\n' }, async (cwd) => {
      expect(await look(cwd, ['d'], { filesFrom: 'list' })).toEqual({
        files: ['d/b.yaml', 'a.yaml'],
        trouble: ['gone.yaml: no such file'],
        notes: [],
      })
    }))

  test('an empty list is no run, unless --allow-empty', async () => {
    expect(await runCli(['--files-from', '-', '--lang', 'en'])).toMatchObject({
      status: 2,
      stderr: '<stdin>: the list names no file (--allow-empty lets that pass)\n',
    })
    expect(await runCli(['--files-from', '-', '--allow-empty'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('wrong use', async () => {
    for (const [args, words] of [
      [['--files-from', 'no', '--lang', 'en'], /^--files-from no: no such file$/m],
      [['--files-from', '-', '-', '--lang', 'en'], /^Standard input is either/],
      [['--files-from', '-', '-'], /^标准输入只能用一次/],
    ] as const) {
      const { status, stdout, stderr } = await runCli(args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(words)
    }
  })
})

describe('--stdin-filename', () => {
  const paths = async (args: readonly string[], call: Parameters<typeof runCli>[1]) => {
    const { status, stdout, stderr } = await runCli([...args, '--format', 'json'], call)
    const files = stdout === '' ? [] : JSON.parse(stdout).files
    const seen = files.map(({ path, findings }: { path: string; findings: { rule: string }[] }) => [
      path,
      findings.map(({ rule }) => rule),
    ])
    return { status, stderr, files: Object.fromEntries(seen) }
  }

  test('gives the name, the format and the config; - may be left out', async () => {
    const files = { 'd/beian-check.config.yaml': 'rules: { subject/address-door-number: warning }' }
    for (const args of [
      ['--stdin-filename', 'd/new.yaml'],
      ['-', '--stdin-filename=d/new.yaml'],
    ]) {
      expect(await paths(args, { files, stdin: withError })).toEqual({
        status: 0,
        stderr: '',
        files: { 'd/new.yaml': ['subject/address-door-number'] },
      })
    }
    expect(await paths(['--stdin-filename', 'd/new.json'], { files, stdin: withError })).toMatchObject({
      status: 2,
      files: { 'd/new.json': ['draft/syntax'] },
    })
  })

  test('goes before the file on disk, and clashes with the files beside it', async () => {
    const files = { 'd/a.yaml': withError, 'd/b.yaml': clean.replace('沈知秋', '林望舒') }
    const stdin = draft({ domain: 'other.cn' })
    for (const args of [
      ['d', '-'],
      ['-', 'd'],
    ]) {
      const alone = await paths([...args, '--stdin-filename', 'd/a.yaml'], { files, stdin })
      expect(Object.keys(alone.files).sort()).toEqual(['d/a.yaml', 'd/b.yaml'])
      expect(Object.values(alone.files).flat()).not.toContain('conflict/domain')
      const same = await paths([...args, '--stdin-filename', 'd/a.yaml'], { files, stdin: clean })
      expect(Object.values(same.files).flat()).toContain('conflict/domain')
    }
  })

  test('an ignored one is said and not checked', async () => {
    const call = { files: { '.beian-checkignore': 'old/' }, stdin: withError }
    const args = ['--stdin-filename', 'old/a.yaml', '--lang', 'en']
    expect(await paths(args, call)).toMatchObject({
      status: 2,
      files: {},
      stderr: expect.stringMatching(/^old\/a\.yaml: ignored by \.beian-checkignore/),
    })
    expect(await paths([...args, '--allow-empty'], call)).toMatchObject({ status: 0 })
    expect(await paths([...args, '--no-ignore'], call)).toMatchObject({ status: 1 })
  })

  test('nothing is written, and other paths need -', async () => {
    const call = { files: { 'a.yaml': clean }, stdin: clean }
    for (const [args, words] of [
      [['--fix', '--stdin-filename', 'a.yaml'], '标准输入不能写回'],
      [['-i', '--stdin-filename', 'a.yaml'], '-i 要在终端里'],
      [['a.yaml', '--stdin-filename', 'b.yaml'], '--stdin-filename 要和 - 一起用'],
    ] as const) {
      const { status, stderr } = await runCli(args, call)
      expect(status).toBe(2)
      expect(stderr).toContain(words)
    }
  })
})

describe.skipIf(process.platform === 'win32')('links, pipes and folders that cannot be read', () => {
  test('links are followed, each file is taken once by its own name, loops and dead ends are told', () =>
    withFolder(empty('d/b/x.yaml', 'd/y.yaml', 'far/z.yaml', 'far/w.txt'), async (cwd) => {
      const links = {
        'd/a': 'b',
        'd/again.yaml': 'y.yaml',
        'd/b/up': '..',
        'd/b/self': '.',
        'd/far': '../far',
        'd/gone.yaml': 'nowhere',
        'd/gone.txt': 'nowhere',
        'd/round.yaml': 'round.yaml',
        'd/file.yaml': '../far/w.txt',
      }
      for (const [link, target] of Object.entries(links)) symlinkSync(target, join(cwd, link))
      const back = 'this symbolic link leads back to a folder above it and was not followed'
      const expected: Looked = {
        files: ['d/b/x.yaml', 'd/far/z.yaml', 'd/file.yaml', 'd/y.yaml'],
        trouble: [
          'd/gone.yaml: this symbolic link leads nowhere',
          'd/round.yaml: its symbolic links go round in a circle',
        ],
        notes: [`d/b/self: ${back}`, `d/b/up: ${back}`],
      }
      expect(await look(cwd, ['d'])).toEqual(expected)
      expect(await look(cwd, ['d/**/*.yaml'])).toEqual(expected)
      expect((await look(cwd, ['d/again.yaml', 'd/y.yaml', 'd/a/x.yaml', 'd/b'])).files).toEqual([
        'd/again.yaml',
        'd/a/x.yaml',
      ])
      expect((await look(cwd, ['d/gone.yaml'])).trouble).toEqual([
        'd/gone.yaml: this symbolic link leads nowhere',
      ])
    }))

  test('a pipe or a device is told and not opened; what a shell gives by <(…) is read', () =>
    withFolder({ 'd/a.yaml': clean }, async (cwd) => {
      expect(spawnSync('sh', ['-c', 'mkfifo d/p.yaml'], { cwd }).status).toBe(0)
      for (const path of ['d', 'd/p.yaml', '/dev/zero']) {
        const { trouble } = await look(cwd, [path])
        expect(trouble).toHaveLength(1)
        expect(trouble[0]).toContain('this is a pipe or a device, not a file')
      }
      const program = join(ROOT, 'bin/beian-check.js')
      const line = '"$0" "$1" --lang en <(cat d/a.yaml) d/a.yaml'
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath, program], {
        cwd,
        encoding: 'utf8',
      })
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
      expect(stdout).toContain('conflict/website')
    }))

  test('a folder that may not be read is told, the others are checked', () =>
    withFolder({ 'd/a.yaml': clean, 'd/shut/b.yaml': clean }, async (cwd) => {
      // Root reads everything, so the program runs as nobody, from where nobody may read it.
      const isRoot = process.getuid?.() === 0
      for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(cwd, part), { recursive: true })
      mkdirSync(join(cwd, 'home'))
      chmodSync(cwd, 0o755)
      chmodSync(join(cwd, 'd/shut'), 0)
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(cwd, 'bin/beian-check.js'), '--lang', 'en', 'd'],
        { cwd, encoding: 'utf8', env: {}, ...(isRoot && { uid: 65534, gid: 65534 }) },
      )
      chmodSync(join(cwd, 'd/shut'), 0o755)
      expect({ status, stderr }).toEqual({ status: 2, stderr: 'd/shut: no permission to read it\n' })
      expect(stdout).toContain('1 draft: no problems found')
    }))

  test.skipIf(process.platform !== 'linux')('a name in another encoding than UTF-8 is told as such', () =>
    withFolder({ 'd/a.yaml': clean }, async (cwd) => {
      const named = Buffer.concat([Buffer.from(join(cwd, 'd/')), Buffer.from('b2ddb8e5', 'hex')])
      const file = Buffer.concat([named, Buffer.from('.yaml')])
      writeFileSync(file, clean)
      const { status, stdout, stderr } = await runCli(['--lang', 'en', 'd'], { cwd })
      rmSync(file)
      expect(status).toBe(2)
      expect(stderr).toBe(
        'd/\ufffd\u0778\ufffd.yaml: its name is not UTF-8, so it cannot be opened; rename it first (convmv renames many)\n',
      )
      expect(stdout).toContain('1 draft: no problems found')
    }),
  )
})
