// The built program as a child process: the same text and status as the sources give in this process.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRules as rules } from '../../rules/all.ts'
import { clean, draft, fixtures, unparsable, withError } from './drafts.ts'
import { ROOT, runCli, withFolder } from './run-cli.ts'

const PROGRAM = join(ROOT, 'bin/beian-check.js')

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program with an empty environment. */
function program(args: readonly string[], more: { cwd?: string; stdin?: string } = {}): Ended {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: more.cwd ?? ROOT,
    input: more.stdin ?? '',
    env: {},
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  return { status, stdout, stderr }
}

/** What the sources give; the program has the real clock, so they get it too. */
const sources = (args: readonly string[], stdin = ''): Promise<Ended> =>
  runCli(args, { cwd: ROOT, stdin, now: Date.now() })

describe('the same as the sources', () => {
  test.each(fixtures)('%s', async (name) => {
    const args = [`fixtures/drafts/${name}`, '--format', 'json', '--lang', 'zh']
    expect(program(args)).toEqual(await sources(args))
  })

  test.each<[string, string[]]>([
    ['all fixtures, for people', ['fixtures/drafts', '--lang', 'en']],
    ['all fixtures, a line each', ['fixtures/drafts/*', '--format', 'ndjson']],
    ['the rules', ['rules']],
    ['the profiles', ['profiles', '--format', 'json', '--lang', 'en']],
    [
      'what to do next',
      ['next', 'fixtures/drafts/refused-once.yaml', '--code', '1041', '--reason', '门牌号'],
    ],
    ['a page', ['site', 'fixtures/pages', '--draft', 'fixtures/drafts/shanjian-notes.yaml']],
    [
      'pages',
      [
        'site',
        'fixtures/pages/seen-footer.html',
        'fixtures/pages/hidden-old-markup.html',
        '-p',
        'today',
        '-f',
        'json',
      ],
    ],
    ['a question', ['faq', '换空间', '--format', 'json']],
    ['help', ['--help']],
    ['version', ['--version']],
    ['bad usage', ['a.yaml', '--format', 'jsno']],
    ['an unknown option', ['a.yaml', '--formt', 'json']],
    ['a missing file', ['no.yaml']],
    ...rules.map(({ id }): [string, string[]] => [`explain ${id}`, ['explain', id, '--format', 'json']]),
  ])('%s', async (_what, args) => {
    expect(program(args)).toEqual(await sources(args))
  })

  test('standard input', async () => {
    for (const stdin of [clean, withError, unparsable]) {
      expect(program(['-'], { stdin })).toEqual(await sources(['-'], stdin))
    }
  })

  test('colours', async () => {
    const args = ['fixtures/drafts/first-attempt.yaml']
    const env = { FORCE_COLOR: '1' }
    const child = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env, encoding: 'utf8' })
    expect(child.stdout).toBe((await runCli(args, { cwd: ROOT, env, now: Date.now() })).stdout)
  })

  test('config files', () =>
    withFolder(
      {
        'a/b.yaml': withError,
        'beian-check.config.yaml': 'lang: en\nrules: { subject/address-door-number: info }',
        'bad/c.yaml': clean,
        'bad/.beian-checkrc.yaml': 'rulse: {}',
      },
      async (cwd) => {
        for (const [args, status] of [
          [['a'], 0],
          [['bad'], 2],
        ] as const) {
          const child = program(args, { cwd })
          expect(child).toEqual(await runCli(args, { cwd, now: Date.now() }))
          expect(child.status).toBe(status)
        }
      },
    ))
})

test('exit statuses', () =>
  withFolder({ 'clean.yaml': clean, 'error.yaml': withError, 'broken.yaml': unparsable }, async (cwd) => {
    expect(program(['clean.yaml'], { cwd }).status).toBe(0)
    expect(program(['error.yaml'], { cwd }).status).toBe(1)
    expect(program(['broken.yaml'], { cwd }).status).toBe(2)
    expect(program(['error.yaml', 'broken.yaml'], { cwd }).status).toBe(2)
    expect(program([], { cwd }).status).toBe(2)
  }))

describe('a reader that goes away', () => {
  // Far more than a pipe holds.
  const many = (): string =>
    Array.from({ length: 2000 }, (_, number) =>
      draft({ address: '文三路', domain: `site-${number}.cn`, name: `山间札记${number}` }),
    ).join('---\n')

  test.skipIf(process.platform === 'win32')('| head -1', () =>
    withFolder({ 'a.yaml': many() }, async (cwd) => {
      for (const format of ['terminal', 'json', 'ndjson']) {
        const line = '"$0" "$1" a.yaml --format "$2" | head -1'
        const { stdout, stderr, status } = spawnSync('sh', ['-c', line, process.execPath, PROGRAM, format], {
          cwd,
          encoding: 'utf8',
        })
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
        expect(stdout.trimEnd().split('\n')).toHaveLength(1)
      }
    }),
  )

  test('closed at once', () =>
    withFolder({ 'a.yaml': many() }, async (cwd) => {
      const child = spawn(process.execPath, [PROGRAM, 'a.yaml'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout.destroy()
      let stderr = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      await new Promise((resolve) => child.on('close', resolve))
      expect(stderr).toBe('')
    }))

  test.skipIf(process.platform === 'win32')('a slow reader gets everything', () =>
    withFolder({ 'a.yaml': many() }, async (cwd) => {
      const line = '"$0" "$1" a.yaml --format ndjson | (sleep 0.3; wc -l)'
      const { stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, PROGRAM], {
        cwd,
        encoding: 'utf8',
      })
      expect({ lines: stdout.trim(), stderr }).toEqual({ lines: '2000', stderr: '' })
    }),
  )
})
