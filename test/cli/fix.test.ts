// `--fix`, `--fix=all` and `--fix-dry-run` on files: what is written, what is not, and what the exit status says.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { writeText } from '../../src/cli/write.ts'
import { clean, draft, unparsable } from './drafts.ts'
import { ROOT, runCli, withFolder } from './run-cli.ts'

/** One safe fix (spaces in the provider's name) and one suggested (www. before the domain). */
const fixable = draft({ domain: 'www.shanjian-notes.cn' })
  .replace('homepage: www.www.', 'homepage: www.')
  .replace('上海金咏信息科技有限公司', '上海金咏信息科技 有限公司 # 问过接入商')
const safe = fixable.replace('科技 有限', '科技有限')
const all = safe.replace('[www.', '[')

const fix = (args: readonly string[], text: string | Uint8Array, name = 'a.yaml') =>
  withFolder({ [name]: text }, async (folder) => ({
    ...(await runCli([...args, name], { cwd: folder })),
    bytes: readFileSync(join(folder, name)),
    names: readdirSync(folder),
  }))

describe('what is fixed', () => {
  test('--fix: what keeps the meaning; the status is that of what is left', async () => {
    const { status, stdout, stderr, bytes, names } = await fix(['--fix'], fixable)
    expect(String(bytes)).toBe(safe)
    expect(names).toEqual(['a.yaml'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '已修正 1 处（1 个文件）\n' })
    expect(stdout).toContain('website/domain')
    expect(stdout).not.toContain('access/provider')
  })

  test.each([['--fix=all'], ['--fix-all']])('%s: suggestions too', async (option) => {
    const { status, stderr, bytes } = await fix([option], fixable)
    expect(String(bytes)).toBe(all)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '已修正 2 处（1 个文件）\n' })
  })

  test('once more changes nothing, not even the time of the file', async () => {
    await withFolder({ 'a.yaml': all }, async (folder) => {
      const long = new Date('2020-01-01')
      utimesSync(join(folder, 'a.yaml'), long, long)
      const { status, stderr } = await runCli(['--fix=all', 'a.yaml'], { cwd: folder })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '没有可以自动修正的地方\n' })
      expect(statSync(join(folder, 'a.yaml')).mtimeMs).toBe(long.getTime())
    })
  })

  test('several files and formats; clean ones and broken ones stay', async () => {
    const json = (text: string): string => JSON.stringify({ websites: [{ access: { provider: text } }] })
    const files = {
      'a.yaml': fixable,
      'b.json': json('上海金咏信息科技 有限公司'),
      'c.ndjson': `${json('上海金咏信息科技有限公司')}\n${json('上海金咏信息科技 有限公司')}\n`,
      'clean.yaml': clean.replaceAll('shanjian', 'qinghe'),
      'broken.yaml': unparsable,
    }
    await withFolder(files, async (folder) => {
      const { status, stderr } = await runCli(['--fix', '.'], { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toContain('已修正 3 处（3 个文件）')
      const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
      expect(read('a.yaml')).toBe(safe)
      expect(read('b.json')).toBe(json('上海金咏信息科技有限公司'))
      expect(read('c.ndjson')).toBe(`${json('上海金咏信息科技有限公司')}\n`.repeat(2))
      expect(read('clean.yaml')).toBe(files['clean.yaml'])
      expect(read('broken.yaml')).toBe(unparsable)
    })
  })

  test('fixes of one value come one after the other', async () => {
    const text = 'websites: { domains: [" ＷＷＷ．Shanjian-Notes.CN"] }\n'
    const { bytes } = await fix(['--fix=all'], text)
    expect(String(bytes)).toBe('websites: { domains: ["shanjian-notes.cn"] }\n')
  })

  test('a value that others share is left alone, and that is said', async () => {
    const text = `x-host: &host 上海金咏信息科技 有限公司\nwebsites:\n  - access: { provider: *host }\n`
    const { status, stderr, bytes } = await fix(['--fix'], text)
    expect(String(bytes)).toBe(text)
    expect(status).toBe(1)
    expect(stderr).toContain('a.yaml:3:25：access/provider 没有自动修正：这个值由锚点（&、*）共用\n')
  })

  test('what is ignored is not fixed', async () => {
    const text = fixable.replace('# 问过接入商', '# beian-check-ignore access/provider: 执照上有空格')
    expect(String((await fix(['--fix'], text)).bytes)).toBe(text)
  })
})

describe('bytes stay', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
  test.each<[string, (text: string) => Uint8Array]>([
    ['Windows line ends', (text) => Buffer.from(crlf(text))],
    ['a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['no final line end', (text) => Buffer.from(text.trimEnd())],
    ['GB18030', (text) => iconv.encode(text, 'gb18030')],
    [
      'GB18030 with four bytes and CRLF',
      (text) => iconv.encode(crlf(text.replace('subject:', '# 㐂 𠮷\nsubject:')), 'gb18030'),
    ],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', (text) => utf16(text).swap16()],
  ])('%s', async (_what, encode) => {
    const { bytes, status } = await fix(['--fix=all'], encode(fixable))
    expect(bytes.equals(encode(all))).toBe(true)
    expect(status).toBe(0)
  })

  test.each(['utf8', 'gb18030', 'utf16le'])('what %s cannot hold is not written', async (encoding) => {
    const text = `${encoding === 'utf16le' ? '\uFEFF' : ''}${fixable}`
    await withFolder({ 'a.yaml': iconv.encode(text, encoding) }, async (folder) => {
      const file = join(folder, 'a.yaml')
      expect(await writeText(file, text, `${text}# \ud842\n`)).toMatchObject({
        zh: expect.stringContaining('写不回去'),
      })
      expect(iconv.decode(readFileSync(file), encoding, { stripBOM: false })).toBe(text)
    })
  })
})

describe('the file itself', () => {
  test('its mode stays', async () => {
    await withFolder({ 'a.yaml': fixable }, async (folder) => {
      chmodSync(join(folder, 'a.yaml'), 0o640)
      await runCli(['--fix', 'a.yaml'], { cwd: folder })
      expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640)
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(safe)
    })
  })

  test('a read-only file stays: said, status 2', async () => {
    await withFolder({ 'a.yaml': fixable }, async (folder) => {
      chmodSync(join(folder, 'a.yaml'), 0o444)
      const { status, stderr } = await runCli(['--fix', 'a.yaml'], { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toContain('a.yaml：文件是只读的，没有写入')
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(fixable)
    })
  })

  test('through a symbolic link its target is written, and the link stays', async () => {
    await withFolder({ 'real/a.yaml': fixable }, async (folder) => {
      symlinkSync('real/a.yaml', join(folder, 'link.yaml'))
      await runCli(['--fix', 'link.yaml'], { cwd: folder })
      expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true)
      expect(readFileSync(join(folder, 'real/a.yaml'), 'utf8')).toBe(safe)
      expect(readdirSync(join(folder, 'real'))).toEqual(['a.yaml'])
    })
  })

  test('changed meanwhile: not overwritten', async () => {
    await withFolder({ 'a.yaml': clean }, async (folder) => {
      const file = join(folder, 'a.yaml')
      expect(await writeText(file, fixable, safe)).toMatchObject({ zh: expect.stringContaining('有改动') })
      expect(readFileSync(file, 'utf8')).toBe(clean)
    })
  })

  test('one file by two names is fixed once', async () => {
    await withFolder({ 'a.yaml': fixable }, async (folder) => {
      symlinkSync('a.yaml', join(folder, 'b.yaml'))
      const { stderr } = await runCli(['--fix', 'a.yaml', 'b.yaml'], { cwd: folder })
      expect(stderr).not.toContain('没有写入')
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(safe)
    })
  })

  test.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be written to: said, status 2, nothing changed',
    async () => {
      await withFolder({ 'locked/a.yaml': fixable }, async (folder) => {
        chmodSync(join(folder, 'locked'), 0o500)
        try {
          const { status, stderr } = await runCli(['--fix', 'locked/a.yaml'], { cwd: folder })
          expect(status).toBe(2)
          expect(stderr).toContain('locked/a.yaml：无法写入（EACCES），文件没有改动')
          expect(readFileSync(join(folder, 'locked/a.yaml'), 'utf8')).toBe(fixable)
        } finally {
          chmodSync(join(folder, 'locked'), 0o700)
        }
      })
    },
  )

  test('a place that cannot be written to: said, status 2, nothing changed', async () => {
    await withFolder({ 'a.yaml': fixable }, async (folder) => {
      const file = join(folder, 'a.yaml')
      mkdirSync(join(folder, 'd'))
      expect(await writeText(join(folder, 'd'), fixable, safe)).toMatchObject({
        en: expect.stringContaining('EISDIR'),
      })
      expect(await writeText(join(folder, 'none.yaml'), fixable, safe)).toMatchObject({
        en: expect.stringContaining('ENOENT'),
      })
      expect(readFileSync(file, 'utf8')).toBe(fixable)
    })
  })

  test('standard input cannot be written back: status 2', async () => {
    const { status, stdout, stderr } = await runCli(['--fix', '-'], { stdin: fixable })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('标准输入不能写回')
  })
})

test.each([
  ['--shard', '1/2'],
  ['--shard-report', 'b.shard'],
  ['--baseline', 'missing.json'],
  ['--baseline', 'a.yaml'],
  ['--cache', '--cache-location', 'a.yaml'],
  ['--jobs', 'many'],
])('--fix %s %s: refused before anything is changed', async (...words) => {
  const { status, stdout, stderr, bytes, names } = await fix(['--fix', ...words], fixable)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).not.toContain('已修正')
  expect(String(bytes)).toBe(fixable)
  expect(names).toEqual(['a.yaml'])
})

describe('--fix-dry-run', () => {
  test('shows what would change as a unified diff, and changes nothing', async () => {
    const { status, stdout, stderr, bytes } = await fix(['--fix-dry-run'], fixable)
    expect(String(bytes)).toBe(fixable)
    expect(stdout).toBe(`--- a.yaml
+++ a.yaml
@@ -14,7 +14,7 @@
     domains: [www.shanjian-notes.cn]
     homepage: www.shanjian-notes.cn
     access:
-      - provider: 上海金咏信息科技 有限公司 # 问过接入商
+      - provider: 上海金咏信息科技有限公司 # 问过接入商
         method: virtual-host
         ips: 101.80.16.8
         location: 上海
`)
    expect(stderr).toContain('可以修正 1 处（1 个文件），文件没有改动')
    // The status is that of the draft as it would be.
    expect(status).toBe(1)
    expect((await fix(['--fix-dry-run', '--fix=all'], fixable)).status).toBe(0)
  })

  test('nothing to change: no diff', async () => {
    expect(await fix(['--fix-dry-run'], all)).toMatchObject({ status: 0, stdout: '' })
  })

  test('personal values are masked, in what stays too', async () => {
    const text = all
      .replace('330106194903070025', '33010619490307002５')
      .replace('  city', '  principal: { mobile: 130 0000 0001, email: zhiqiu＠example.com }\n  city')
    const { stdout } = await fix(['--fix-dry-run'], text)
    expect(stdout).toMatch(/^\+ {4}number: /m)
    expect(stdout).toMatch(/^\+.*mobile/m)
    for (const secret of ['330106194903', '0000 0001', '13000000001', 'zhiqiu', '301室'])
      expect(stdout).not.toContain(secret)
    expect((await fix(['--fix-dry-run', '--show-values'], text)).stdout).toContain(
      '+    number: 330106194903070025\n',
    )
  })

  test('a report for a program keeps standard output to itself', async () => {
    const { stdout, stderr } = await fix(['--fix-dry-run', '--format', 'json'], fixable)
    expect(JSON.parse(stdout).summary.files).toBe(1)
    expect(stderr).toContain('--- a.yaml\n+++ a.yaml\n@@')
  })

  test('from standard input', async () => {
    const { stdout } = await runCli(['--fix-dry-run', '-'], { stdin: fixable })
    expect(stdout).toContain('+      - provider: 上海金咏信息科技有限公司')
  })

  test('control characters never reach the screen', async () => {
    const { stdout } = await fix(
      ['--fix-dry-run', '--show-values'],
      fixable.replace('# 问过', '# \u001b[31m\u202e问过'),
    )
    for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character)
  })

  const hasPatch = spawnSync('patch', ['--version']).status === 0
  if (!hasPatch && process.env.CI === 'true') throw new Error('CI needs patch: apt-get install patch')
  test.skipIf(!hasPatch).each<[string, (text: string) => string]>([
    ['plain', (text) => text],
    ['without a final line end', (text) => text.trimEnd()],
    ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with tabs and a byte order mark', (text) => `\uFEFF${text.replaceAll(' #', '\t#')}`],
    ['with changes far apart', (text) => text.replace('330106194903070025', '33010619490307002５')],
  ])('with --show-values it can be applied: %s', async (_what, change) => {
    const before = change(fixable)
    await withFolder(
      { 'a.yaml': before, 'b.yaml': change(fixable.replaceAll('shanjian', 'qinghe')) },
      async (folder) => {
        const run = (...args: string[]) => runCli([...args, 'a.yaml', 'b.yaml'], { cwd: folder })
        const { stdout } = await run('--fix-dry-run', '--fix=all', '--show-values')
        expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(before)
        writeFileSync(join(folder, 'changes.diff'), stdout)
        execFileSync('patch', ['-p0', '--binary', '-i', 'changes.diff'], { cwd: folder })
        const patched = ['a.yaml', 'b.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'))
        writeFileSync(join(folder, 'a.yaml'), before)
        writeFileSync(join(folder, 'b.yaml'), change(fixable.replaceAll('shanjian', 'qinghe')))
        await run('--fix=all')
        expect(['a.yaml', 'b.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(patched)
      },
    )
  })
})

test('every draft of the fixtures: fixed, fewer findings, and a second run has nothing to do', async () => {
  const names = readdirSync(join(ROOT, 'fixtures/drafts')).filter((name) =>
    /\.(?:yaml|json|ndjson)$/.test(name),
  )
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(ROOT, 'fixtures/drafts', name))]),
  )
  await withFolder(files, async (folder) => {
    const count = async (): Promise<number> => {
      const { stdout } = await runCli(['--format', 'json', '.'], { cwd: folder })
      const { errors, warnings, infos } = JSON.parse(stdout).summary
      return errors + warnings + infos
    }
    const before = await count()
    await runCli(['--fix=all', '.'], { cwd: folder })
    expect(await count()).toBeLessThan(before)
    const fixed = names.map((name) => readFileSync(join(folder, name), 'utf8'))
    const { stderr } = await runCli(['--fix=all', '.'], { cwd: folder })
    expect(stderr).toContain('没有可以自动修正的地方')
    expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(fixed)
  })
})
