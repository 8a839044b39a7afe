// Big files of a draft a line are read in pieces; what is said of them is the same as of the file in one.
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NOW, ROOT, runCli, withFolder } from './run-cli.ts'

/** A draft with a mistake or two; each domain stands in two drafts that lie far apart. */
function line(number: number, more: object = {}): string {
  const domain = `site-${number % 450}.cn`
  return JSON.stringify({
    profile: 'jinyong',
    主体信息: { 主体性质: '个人', 主办单位名称: `沈知秋${number}`, 通信地址: '文三路' },
    网站信息: { 网站名称: `山间札记${number}`, 域名: [domain], 网站首页URL: `www.${domain}` },
    'x-note': '溪'.repeat(200),
    ...more,
  })
}

const lines = Array.from({ length: 900 }, (_, number) => line(number))
// Longer than what is read of a file at a time, and than a piece; shorter than the largest file by far.
lines[400] = line(400, { 'x-long': '云'.repeat(90_000) })
lines[740] = line(740, { 'x-long': '山'.repeat(400_000) })
lines[800] = '{"主体信息": '
lines.splice(600, 0, '', ' \u3000 ', '\t')
lines.splice(10, 0, '\r')
const text = `\uFEFF${lines.join('\n')}\r\n`

// Standard input cannot be read again, so it is read in one.
const whole = (args: readonly string[], cwd: string, now = NOW) =>
  runCli(['-', '--stdin-filename', 'a.ndjson', ...args], { cwd, stdin: text, now })

test.each([
  ['json', 'zh', 440],
  ['terminal', 'en', 440],
  ['sarif', 'zh', 440],
  ['html', 'zh', 1],
])('as %s', (format, lang, least) =>
  withFolder({ 'a.ndjson': text }, async (cwd) => {
    const args = ['--format', format, '--lang', lang]
    const expected = await whole(args, cwd)
    expect(expected.status).toBe(2)
    expect(expected.stdout.match(/conflict\/domain/g)?.length).toBeGreaterThanOrEqual(least)
    expect(await runCli(['a.ndjson', ...args], { cwd })).toEqual(expected)
  }),
)

test('by several workers', () =>
  withFolder({ 'a.ndjson': text }, async (cwd) => {
    const args = ['--format', 'terminal', '--lang', 'zh']
    const command = [join(ROOT, 'bin/beian-check.js'), 'a.ndjson', '--jobs', '3', ...args]
    const { stdout, status } = spawnSync(process.execPath, command, {
      cwd,
      env: {},
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    const expected = await whole(args, cwd, Date.now())
    expect({ stdout, status }).toEqual({ stdout: expected.stdout, status: expected.status })
  }))

test('nothing but blanks is an empty file, however large', async () => {
  for (const [most, blanks] of [
    ['small', '\n'],
    ['large', '\uFEFF \r\n'.padEnd(1_200_000, '\n')],
  ] as const) {
    const { status, stdout } = await runCli(['--format', 'json', 'a.ndjson'], {
      files: { 'a.ndjson': blanks },
    })
    expect({ most, status }).toEqual({ most, status: 2 })
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { drafts: 1, errors: 1 },
      files: [{ findings: [{ rule: 'draft/syntax', line: 1, column: 1 }] }],
    })
  }
})

test('a large file that may not be read is told, and the others are checked', () =>
  withFolder({ 'a.ndjson': text, 'b.ndjson': `${line(1)}\n` }, async (cwd) => {
    chmodSync(join(cwd, 'a.ndjson'), 0)
    chmodSync(cwd, 0o755)
    // Root may read everything: somebody else runs it.
    const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const command = [
      join(ROOT, 'bin/beian-check.js'),
      '--lang',
      'en',
      '--format',
      'compact',
      'a.ndjson',
      'b.ndjson',
    ]
    const { stdout, stderr, status } = spawnSync(process.execPath, command, {
      cwd,
      env: {},
      encoding: 'utf8',
      ...somebody,
    })
    expect(stderr).toBe('a.ndjson: no permission to read it\n')
    expect(stdout).toContain('b.ndjson:1:')
    expect(status).toBe(2)
  }))
