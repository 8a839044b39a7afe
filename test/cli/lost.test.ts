// Nothing is lost: whatever fails or ends the process, a file is as it was or as it should become, and that is said.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, draft, withError } from './drafts.ts'
import { ROOT, runCli, withFolder } from './run-cli.ts'

const PROGRAM = join(ROOT, 'bin/beian-check.js')
const FAULTS = join(ROOT, 'test/cli/file-faults.cjs')
const faults: { watch(folder: string, act: (count: number, name: string) => void): () => void } =
  createRequire(import.meta.url)(FAULTS)

const onUnix = describe.skipIf(process.platform === 'win32')

/** A draft with a safe fix, before and after. */
const before = draft()
  .replace('- provider: 上海金咏信息科技有限公司', '- provider: 上海金咏信息科技有限公司 # 问过')
  .replace('330106194903070025', '33010619490307002５')
const after = before.replace('33010619490307002５', '330106194903070025')

/** What writes files, and what those files may hold. */
interface Writing {
  readonly args: readonly string[]
  readonly file: string
  readonly old: string
  /** Whether a text is what should become of the file. */
  readonly isNew: (text: string) => boolean
  /** The status when it cannot be written. */
  readonly failed: number
}

const isJson = (text: string): boolean => typeof JSON.parse(text) === 'object'
const oldBaseline = '{"version":1,"findings":[]}\n'
const writings: Readonly<Record<string, Writing>> = {
  fixing: {
    args: ['--fix', 'a.yaml'],
    file: 'a.yaml',
    old: before,
    isNew: (text) => text === after,
    failed: 2,
  },
  'a baseline': {
    args: ['--write-baseline', 'old.json', 'a.yaml'],
    file: 'old.json',
    old: oldBaseline,
    isNew: (text) => text !== oldBaseline && isJson(text),
    failed: 2,
  },
  'a report': {
    args: ['--format', 'json=report.json', 'a.yaml'],
    file: 'report.json',
    old: '{}',
    isNew: (text) => text !== '{}' && isJson(text),
    failed: 2,
  },
  // Without its cache a run says the same.
  'a cache': {
    args: ['--cache', '--cache-location', 'cache', '--quiet', 'a.yaml'],
    file: 'cache',
    old: 'beian-check cache 0\n',
    isNew: (text) => text.startsWith('beian-check cache 3\n') && text.length > 60,
    failed: 1,
  },
}

const filesFor = ({ file, old }: Writing): Record<string, string> => ({ 'a.yaml': before, [file]: old })
/** A draft of which only parts of a temporary file are left behind is not among the drafts of its folder. */
const isDraft = (name: string): boolean =>
  /\.(?:ya?ml|json|ndjson|jsonl)$/.test(name) && !name.startsWith('.')

describe('a disk that fails', () => {
  test.each(Object.entries(writings))('%s', async (_what, writing) => {
    for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EIO']) {
      let told = 0
      for (let at = 1; at < 40; at++) {
        const files = filesFor(writing)
        const reached = await withFolder(files, async (cwd) => {
          let failed = false
          const restore = faults.watch(cwd, (count, name) => {
            if (count !== at) return
            failed = true
            throw Object.assign(new Error(`${code}: ${name}`), { code })
          })
          const { status, stdout, stderr } = await runCli(writing.args, { cwd }).finally(restore)
          const text = readFileSync(join(cwd, writing.file), 'utf8')
          expect(
            [writing.old, text].includes(text) && (text === writing.old || writing.isNew(text)),
            `${code} ${at}`,
          ).toBe(true)
          expect(stdout + stderr).not.toMatch(/^\s+at /m)
          expect(stderr).not.toContain('内部出错')
          // An operation that may fail without harm (an owner that cannot be kept) is none to speak of.
          if (failed && text === writing.old) {
            expect({ at, status }).toEqual({ at, status: writing.failed })
            expect(stderr).toContain(code)
            told += 1
          }
          expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort())
          return failed
        })
        if (!reached) break
      }
      expect(told).toBeGreaterThan(1)
    }
  })
})

/** Runs the program with a preloaded file, in a folder. */
const program = (cwd: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--require', FAULTS, PROGRAM, ...args], {
    cwd,
    env: { ...env },
    encoding: 'utf8',
  })

onUnix('kill -9', () => {
  test.each(Object.entries(writings))('before every operation on a file: %s', (_what, writing) =>
    withFolder(filesFor(writing), async (cwd) => {
      const states = new Set<string>()
      for (let at = 1; at < 40; at++) {
        writeFileSync(join(cwd, 'a.yaml'), before)
        writeFileSync(join(cwd, writing.file), writing.old)
        const { signal, status } = program(cwd, writing.args, { KILL_AT: String(at), KILL_IN: cwd })
        const text = readFileSync(join(cwd, writing.file), 'utf8')
        expect(text === writing.old || writing.isNew(text)).toBe(true)
        states.add(text === writing.old ? 'old' : 'new')
        if (signal === null) {
          expect(status).toBeLessThan(2)
          break
        }
        expect(signal).toBe('SIGKILL')
      }
      expect([...states]).toEqual(['old', 'new'])
      expect(readdirSync(cwd).filter(isDraft).sort()).toEqual(
        Object.keys(filesFor(writing)).filter(isDraft).sort(),
      )
      // What is left behind does not disturb the next run.
      writeFileSync(join(cwd, 'a.yaml'), before)
      expect(program(cwd, writing.args).status).toBeLessThan(2)
    }),
  )

  const TIMES = 200
  const TOGETHER = 4
  const names = Array.from({ length: 2 }, (_, i) => `${i}.yaml`)

  /**
   * Fixes drafts and kills the process some time after it began to write.
   * @returns how it ended, how many drafts are changed, and milliseconds from the beginning of writing to the end
   */
  const killed = (delay: number) =>
    withFolder(Object.fromEntries(names.map((name) => [name, before])), async (cwd) => {
      const child = spawn(process.execPath, ['--require', FAULTS, PROGRAM, '--fix', '--quiet', '.'], {
        cwd,
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        env: { TELL_IN: cwd },
      })
      let begun = 0
      child.stdio[3]?.once('data', () => {
        begun = performance.now()
        if (Number.isFinite(delay)) setTimeout(() => child.kill('SIGKILL'), delay)
      })
      const signal = await new Promise((done) => child.on('exit', (_status, by) => done(by)))
      const took = performance.now() - begun
      const texts = names.map((name) => readFileSync(join(cwd, name), 'utf8'))
      for (const text of texts) expect([before, after]).toContain(text)
      expect(readdirSync(cwd).filter(isDraft)).toEqual(names)
      return { signal, took, changed: texts.filter((text) => text === after).length }
    })

  test(`at ${TIMES} random moments`, { timeout: 180_000 }, async () => {
    const whole = await killed(Number.POSITIVE_INFINITY)
    expect(whole).toMatchObject({ signal: null, changed: names.length })
    const seen = new Set<number>()
    const hand = async (): Promise<void> => {
      for (let i = 0; i < TIMES / TOGETHER; i++) seen.add((await killed(Math.random() * whole.took)).changed)
    }
    await Promise.all(Array.from({ length: TOGETHER }, hand))
    expect(seen.size).toBeGreaterThan(1)
  })
})

onUnix('a signal', () => {
  const many = (cwd: string): void => {
    mkdirSync(join(cwd, 'many'))
    for (let i = 0; i < 1500; i++)
      writeFileSync(
        join(cwd, 'many', `${i}.yaml`),
        draft({ address: '文三路', domain: `site-${i}.cn`, name: `札记${i}` }),
      )
    writeFileSync(join(cwd, 'report.json'), '{}')
    // Says when a worker has begun, and from then on keeps it from ending.
    writeFileSync(
      join(cwd, 'slow.cjs'),
      `const { isMainThread } = require('node:worker_threads')
if (!isMainThread) {
  require('node:fs').writeFileSync('begun', '')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000)
}`,
    )
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends workers too, with status %i and no report', (signal, status) =>
    withFolder({}, async (cwd) => {
      many(cwd)
      const args = [
        'many',
        '--jobs',
        '2',
        '--lang',
        'en',
        '--format',
        'json',
        '--format',
        'json=report.json',
        '--cache',
      ]
      const env = { NODE_OPTIONS: `--require ${join(cwd, 'slow.cjs')}` }
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env })
      const said = { stdout: '', stderr: '' }
      for (const name of ['stdout', 'stderr'] as const)
        child[name].on('data', (piece) => (said[name] += piece))
      const ended = new Promise((done) => child.on('close', (code, by) => done({ code, by })))
      while (!existsSync(join(cwd, 'begun'))) await new Promise((next) => setTimeout(next, 20))
      child.kill(signal)
      expect(await ended).toEqual({ code: status, by: null })
      expect(said).toEqual({ stdout: '', stderr: 'Interrupted; there is no report\n' })
      expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('{}')
      expect(readdirSync(cwd).sort()).toEqual(['begun', 'many', 'report.json', 'slow.cjs'])
    }),
  )
})

onUnix('no room and no permission', () => {
  const shell = (cwd: string, line: string): { status: number; said: string } => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, PROGRAM], {
      cwd,
      encoding: 'utf8',
      env: {},
    })
    return { status: status ?? -1, said: stdout + stderr }
  }

  test.skipIf(!existsSync('/dev/full'))(
    'standard output on a full disk is told; standard error cannot be',
    () =>
      withFolder({ 'a.yaml': withError, 'b.yaml': clean }, async (cwd) => {
        for (const args of [
          'a.yaml --lang en',
          'a.yaml --lang en --format json',
          '--help --lang en',
          'explain subject/real-name --lang en',
        ]) {
          const { status, said } = shell(cwd, `"$0" "$1" ${args} > /dev/full`)
          expect({ status, said }).toEqual({
            status: 2,
            said: 'Standard output cannot be written (ENOSPC); the report is not complete\n',
          })
        }
        expect(shell(cwd, '"$0" "$1" a.yaml no.yaml > /dev/full 2> /dev/full').status).toBe(2)
        expect(shell(cwd, '"$0" "$1" b.yaml no.yaml 2> /dev/full').status).toBe(2)
        expect(shell(cwd, '"$0" "$1" b.yaml --format json=/dev/full')).toMatchObject({
          status: 2,
          said: expect.stringContaining('ENOSPC'),
        })
      }),
  )

  test('a folder that may not be written to', () =>
    withFolder({ 'drafts/a.yaml': before, 'home/x': '' }, async (cwd) => {
      // Root may write everywhere: somebody else runs it.
      const isRoot = process.getuid?.() === 0
      const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {}
      if (isRoot)
        for (const name of ['', 'drafts', 'drafts/a.yaml']) chownSync(join(cwd, name), 65_534, 65_534)
      chmodSync(join(cwd, 'drafts'), 0o555)
      try {
        for (const args of [
          ['--fix', 'a.yaml'],
          ['--write-baseline', 'old.json', 'a.yaml'],
          ['--format', 'json=r.json', 'a.yaml'],
          ['--cache', '--quiet', 'a.yaml'],
        ]) {
          const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
            cwd: join(cwd, 'drafts'),
            encoding: 'utf8',
            env: {},
            ...somebody,
          })
          expect({ args, stderr, status }).toMatchObject({
            status: args[0] === '--cache' ? 1 : 2,
            stderr: expect.stringContaining('EACCES'),
          })
          expect(stdout + stderr).not.toMatch(/^\s+at /m)
        }
        expect(readdirSync(join(cwd, 'drafts'))).toEqual(['a.yaml'])
        expect(readFileSync(join(cwd, 'drafts/a.yaml'), 'utf8')).toBe(before)
      } finally {
        chmodSync(join(cwd, 'drafts'), 0o755)
      }
    }))
})

describe('what is no file of the tool is not replaced by one', () => {
  const files = {
    'a.yaml': withError,
    'notes.txt': '买菜\n',
    'report.json': '{"files":[]}',
    'empty.json': '',
  }
  test.each([
    ['--write-baseline', 'a.yaml', 2],
    ['--write-baseline', 'notes.txt', 2],
    ['--write-baseline', 'report.json', 2],
    ['--write-baseline', 'empty.json', 0],
    ['--write-baseline', 'new.json', 0],
    ['--cache --cache-location', 'a.yaml', 2],
    ['--cache --cache-location', 'notes.txt', 2],
    ['--cache --cache-location', 'empty.json', 1],
    ['--shard 1/2 --shard-report', 'a.yaml', 2],
    ['--shard 1/2 --shard-report', 'notes.txt', 2],
    ['--shard 1/2 --shard-report', 'empty.json', 1],
    ['--format', 'json=a.yaml', 2],
  ])('%s %s', (option, file, status) =>
    withFolder(files, async (cwd) => {
      const result = await runCli([...option.split(' '), file, 'a.yaml'], { cwd })
      expect(result.status).toBe(status)
      for (const [name, text] of Object.entries(files))
        if (status === 2 || name !== file) expect(readFileSync(join(cwd, name), 'utf8')).toBe(text)
      // A second time it is a file of ours.
      if (status < 2)
        expect((await runCli([...option.split(' '), file, 'a.yaml'], { cwd })).status).toBe(status)
    }),
  )

  test.skipIf(process.platform === 'win32')('nor is a pipe', () =>
    withFolder(files, async (cwd) => {
      execFileSync('mkfifo', [join(cwd, 'pipe')])
      for (const args of [
        ['--write-baseline', 'pipe'],
        ['--cache', '--cache-location', 'pipe'],
        ['--shard', '1/2', '--shard-report', 'pipe'],
      ]) {
        const { status, stderr } = await runCli([...args, 'a.yaml', '--lang', 'en'], { cwd })
        expect({ status, stderr }).toEqual({
          status: 2,
          stderr: 'Nothing is written to pipe: it is a pipe or a device, not a file\n',
        })
      }
    }),
  )
})
