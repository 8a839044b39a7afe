// `--format NAME=FILE`: several reports in one run, each whole or not at all, and no draft ever overwritten.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/report/index.ts'
import { clean, unparsable, withError } from './drafts.ts'
import { ROOT, runCli, withFolder } from './run-cli.ts'

const files = { 'a.yaml': withError, 'b.yaml': clean }
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

test('every format at once says what it says alone', async () => {
  await withFolder(files, async (folder) => {
    const args = reporterNames.flatMap((name) => ['--format', `${name}=out/${name}.txt`])
    const all = await runCli(['a.yaml', 'b.yaml', ...args], { cwd: folder, isTTY: true, columns: 60 })
    expect(all).toMatchObject({ status: 1, stdout: '' })
    // With nothing on standard output, the numbers are told.
    expect(all.stderr).toMatch(/^2 份草稿：2 个错误，.*\n$/)
    for (const name of reporterNames) {
      const alone = await runCli(['a.yaml', 'b.yaml', '--format', name], { cwd: folder })
      expect(read(folder, `out/${name}.txt`), name).toBe(alone.stdout)
      expect(alone.stdout).not.toBe('')
    }
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(reporterNames.map((name) => `${name}.txt`).sort())
  })
})

test('one goes to standard output, the others to files', async () => {
  await withFolder(files, async (folder) => {
    const { stdout, stderr } = await runCli(
      ['a.yaml', '-f', 'json=a.json', '-f', 'compact', '-f', 'junit=a.xml'],
      { cwd: folder },
    )
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^a\.yaml:\d+:\d+: error subject\/address-door-number .*\n$/)
    expect(JSON.parse(read(folder, 'a.json'))).toMatchObject({ summary: { errors: 1 } })
    expect(read(folder, 'a.xml')).toContain('<testsuites')
    const dash = await runCli(['a.yaml', '-f', 'compact=-'], { cwd: folder })
    expect(dash.stdout).toBe(stdout)
  })
})

describe('usage errors, with nothing written', () => {
  test.each([
    ['an unknown name, with the nearest', ['junitt=x.xml'], /没有输出格式“junitt”，是不是“junit”/],
    ['no file behind =', ['json='], /少一个文件名/],
    ['two on standard output', ['json', 'terminal'], /只能有一份报告.*terminal=/],
    ['two in one file', ['json=x', 'junit=./x'], /同一个文件/],
    ['the draft itself', ['json=a.yaml'], /a\.yaml：这是一份草稿/],
    ['another draft', ['json=b.yaml'], /b\.yaml：这是一份草稿/],
    ['a draft in JSON', ['json=c.json'], /c\.json：这是一份草稿/],
    ['a draft with Chinese keys', ['json=d.yml'], /d\.yml：这是一份草稿/],
  ])('%s', async (_what, formats, says) => {
    const all = {
      ...files,
      'c.json': '[{"websites": []}]',
      'd.yml': '备案: {}\n主体信息:\n  主办单位名称: 沈知秋\n',
    }
    await withFolder(all, async (folder) => {
      const args = formats.flatMap((word) => ['--format', word])
      const { status, stdout, stderr } = await runCli(['a.yaml', ...args], { cwd: folder })
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(says)
      for (const [name, text] of Object.entries(all)) expect(read(folder, name)).toBe(text)
      expect(readdirSync(folder).sort()).toEqual(Object.keys(all).sort())
    })
  })
})

describe('files', () => {
  test('of the last run are replaced, and are no drafts', async () => {
    await withFolder(files, async (folder) => {
      const args = ['.', '-f', 'json=report.json', '-f', 'ndjson=lines.ndjson', '-f', 'gitlab=gl.json']
      for (const _time of [1, 2]) {
        const { status } = await runCli(args, { cwd: folder })
        expect(status).toBe(1)
        expect(JSON.parse(read(folder, 'report.json'))).toMatchObject({ summary: { files: 2 } })
      }
    })
  })

  test('that cannot be written are told; the others are, and the status is 2', async () => {
    await withFolder({ ...files, 'taken/x': '' }, async (folder) => {
      const args = ['a.yaml', '-f', 'json=taken', '-f', 'junit=a.yaml/x.xml', '-f', 'compact=fine.txt']
      const { status, stderr } = await runCli(args, { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toMatch(/^taken：报告写不进去（\w+）$/m)
      expect(stderr).toMatch(/^a\.yaml\/x\.xml：报告写不进去（\w+）$/m)
      expect(read(folder, 'fine.txt')).toContain('subject/address-door-number')
      expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml', 'fine.txt', 'taken'])
    })
  })

  test('that are folders are not taken for drafts', async () => {
    const { status, stderr } = await runCli(['.', '-f', 'json=.'], { files })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^\.：报告写不进去（\w+）$/m)
  })

  // Making folders there takes for ever, if it is left to Node.
  test.skipIf(!existsSync('/proc/self'))(
    'below /proc cannot be made',
    async () => {
      await withFolder(files, async (cwd) => {
        for (const words of [
          ['-f', 'json=/proc/none/r.json'],
          ['--shard', '1/2', '--shard-report', '/proc/none/r'],
        ]) {
          const command = [join(ROOT, 'bin/beian-check.js'), 'a.yaml', ...words]
          const { status, stderr } = spawnSync(process.execPath, command, {
            cwd,
            env: {},
            encoding: 'utf8',
            timeout: 20_000,
          })
          expect({ status, stderr }).toMatchObject({
            status: 2,
            stderr: expect.stringContaining('（ENOENT）'),
          })
        }
      })
    },
    60_000,
  )

  test.skipIf(process.platform === 'win32')(
    'keep their mode and their link; secrets are for the owner',
    async () => {
      await withFolder(files, async (folder) => {
        writeFileSync(join(folder, 'real.json'), 'old', { mode: 0o640 })
        symlinkSync('real.json', join(folder, 'link.json'))
        await runCli(['a.yaml', '-f', 'json=link.json'], { cwd: folder })
        expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
        expect(read(folder, 'real.json')).toContain('"version": 1')
        expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o640)
        await runCli(['a.yaml', '-f', 'json=secret.json', '--show-values'], { cwd: folder })
        expect(statSync(join(folder, 'secret.json')).mode & 0o777).toBe(0o600)
      })
    },
  )

  test('hold what was found also when a draft cannot be read', async () => {
    await withFolder({ ...files, 'c.yaml': unparsable }, async (folder) => {
      const { status } = await runCli(['.', '-f', 'junit=x.xml'], { cwd: folder })
      expect(status).toBe(2)
      expect(read(folder, 'x.xml')).toContain('<error message=')
      expect(existsSync(join(folder, 'x.xml'))).toBe(true)
    })
  })
})

test('help names every format', async () => {
  const { stdout } = await runCli(['--help'])
  for (const name of reporterNames) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
})
