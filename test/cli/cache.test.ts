// `--cache`: an unchanged second run says the same without checking again; whatever is wrong with the cache changes nothing.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetConfigs } from '../../src/cli/config.ts'
import { jsonDraft, yamlDraft } from '../bench/drafts.ts'
import { draft, withError } from './drafts.ts'
import { NOW, type Result, runCli, withFolder } from './run-cli.ts'

const { counted } = vi.hoisted(() => ({ counted: { files: 0 } }))
vi.mock('../../src/engine/check-file.ts', async (load) => {
  const real = await load<typeof import('../../src/engine/check-file.ts')>()
  const checkFile: typeof real.checkFile = (...call) => {
    counted.files += 1
    return real.checkFile(...call)
  }
  return { ...real, checkFile }
})
beforeEach(() => {
  counted.files = 0
})

const CACHE = '.beian-check-cache'
const files = {
  'a.yaml': withError,
  'b.yaml': draft({ domain: 'shanjian.cn', name: '山间手记' }),
  'clash.yaml': draft({ domain: 'shanjian.cn', name: '山间随笔' }),
  'ignore.yaml': draft({
    domain: 'shanjian-shiji.cn',
    name: '山间拾记',
    website: 'services: [博客/个人空间] # beian-check-ignore website/no-optional-services: 已问过',
  }),
  'broken.yaml': 'subject:\n  name：a\n',
  'lines.ndjson': [3, 13, 23].map((n) => `${jsonDraft(n)}\n`).join(''),
  'two.yaml': `${yamlDraft(1)}---\n${yamlDraft(2)}`,
}
const args = ['--cache', '--format', 'json', '.']

/** Runs the same twice in one folder, with something done in between. */
async function twice(
  between: (folder: string) => void,
  { second = args, now }: { second?: readonly string[]; now?: number } = {},
): Promise<{ first: Result; again: Result; plain: Result; checked: number }> {
  return withFolder(files, async (folder) => {
    const first = await runCli(args, { cwd: folder })
    between(folder)
    counted.files = 0
    const call = { cwd: folder, ...(now !== undefined && { now }) }
    const again = await runCli(second, call)
    const checked = counted.files
    const plain = await runCli(
      second.filter((word) => word !== '--cache'),
      call,
    )
    return { first, again, plain, checked }
  })
}

const all = Object.keys(files).length

describe('the second run', () => {
  test('gives the same report without checking a file again', async () => {
    const { first, again, plain, checked } = await twice(() => {})
    expect(again).toEqual(first)
    expect(again).toEqual(plain)
    expect(checked).toBe(0)
  })

  test('checks what has changed, and finds its clashes with what has not', async () => {
    const { again, plain, checked } = await twice((folder) => {
      writeFileSync(join(folder, 'a.yaml'), draft({ domain: 'shanjian.cn', name: '山间小集' }))
    })
    expect(again).toEqual(plain)
    expect(checked).toBe(1)
    expect(again.stdout).toContain('"file": "a.yaml"')
  })

  test.each([
    ['another level of a rule', { second: ['--rule', 'subject/address-door-number=off', ...args] }],
    ['another profile', { second: ['--profile', 'today', ...args] }],
    ['another day', { now: NOW + 24 * 3600 * 1000 }],
  ])('checks everything anew for %s', async (_name, second) => {
    const { again, plain, checked } = await twice(() => {}, second)
    expect(again).toEqual(plain)
    expect(checked).toBe(all)
  })

  test('checks everything anew when the config has changed', async () => {
    const { again, plain, checked } = await twice((folder) => {
      writeFileSync(join(folder, 'beian-check.config.yaml'), 'rules: { subject/address-door-number: info }\n')
      forgetConfigs()
    })
    expect(again).toEqual(plain)
    expect(checked).toBe(all)
  })

  test('keeps what it knows of files that a run is not about', async () => {
    await withFolder(files, async (folder) => {
      await runCli(args, { cwd: folder })
      await runCli(['--cache', 'a.yaml'], { cwd: folder })
      counted.files = 0
      await runCli(args, { cwd: folder })
      expect(counted.files).toBe(0)
    })
  })
})

describe('a cache that is spoilt', () => {
  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['with another byte in it', (bytes: Buffer) => bytes.fill(1, 200, 201)],
    ['of something else', () => Buffer.from('hello\n')],
    ['with nothing in it', () => Buffer.alloc(0)],
    [
      'of another layout',
      (bytes: Buffer) => Buffer.concat([Buffer.from('beian-check cache 0\n'), bytes.subarray(20)]),
    ],
  ])('%s is ignored with a note, and made new', async (_name, spoil) => {
    const { first, again, checked } = await twice((folder) => {
      const file = join(folder, CACHE)
      writeFileSync(file, spoil(readFileSync(file)))
    })
    expect(again.stdout).toBe(first.stdout)
    expect(again.status).toBe(first.status)
    expect(again.stderr).toMatch(/\.beian-check-cache：.*没有使用/)
    expect(checked).toBe(all)
  })

  test('that cannot be written is told and changes nothing', async () => {
    const call = { files: { ...files, 'folder/x': '' } }
    const plain = await runCli(['--format', 'json', '.'], call)
    const { stdout, status, stderr } = await runCli([...args, '--cache-location', 'folder'], call)
    expect({ stdout, status }).toEqual({ stdout: plain.stdout, status: plain.status })
    expect(stderr).toMatch(/folder：.*缓存/)
  })
})

test('a cache is readable by its owner only and tells nothing of a draft', async () => {
  await withFolder(files, async (folder) => {
    await runCli(args, { cwd: folder })
    const file = join(folder, CACHE)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file).toString('utf8')
    for (const word of ['沈知秋', '330106194903070025', 'shanjian', '文三路', 'a.yaml'])
      expect(text).not.toContain(word)
  })
})

test('a draft is not taken for a cache', async () => {
  const { status, stderr } = await runCli([...args, '--cache-location', 'a.yaml'], { files })
  expect(status).toBe(2)
  expect(stderr).toContain('a.yaml：这是一份草稿')
})
