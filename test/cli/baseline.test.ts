// A baseline lists old findings: only new ones count, wherever their lines move, and nothing personal is in it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, draft, unparsable, withError } from './drafts.ts'
import { runCli, withFolder } from './run-cli.ts'

const old = draft({ address: '文三路', name: '8848' })

/** Runs commands one after the other in one folder. */
async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string, cli: (...args: string[]) => ReturnType<typeof runCli>) => Promise<T>,
): Promise<T> {
  return withFolder(files, (folder) => use(folder, (...args) => runCli(args, { cwd: folder })))
}

const rulesOf = (json: string): string[] =>
  JSON.parse(json).files.flatMap((file: { findings: { rule: string }[] }) =>
    file.findings.map(({ rule }) => rule),
  )

test('what it lists does not count, what is new does', async () => {
  await inFolder({ 'a.yaml': old }, async (folder, cli) => {
    expect(await cli('--write-baseline', 'old.json', 'a.yaml')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '已把 2 条现有问题记入 old.json，以后只报新的\n',
    })
    const quiet = await cli('--baseline', 'old.json', 'a.yaml')
    expect(quiet).toMatchObject({ status: 0, stderr: '' })
    expect(quiet.stdout).toContain('另有 2 条已忽略')
    writeFileSync(join(folder, 'a.yaml'), old.replace('101.80.16.8', '192.168.1.1'))
    const loud = await cli('--baseline', 'old.json', '--format', 'json', 'a.yaml')
    expect(loud.status).toBe(1)
    expect(rulesOf(loud.stdout)).toEqual(['access/ip'])
    expect(JSON.parse(loud.stdout).summary.suppressed).toBe(2)
  })
})

describe('it still knows a finding', () => {
  test.each<[string, (text: string) => string]>([
    ['when lines move', (text) => `# 说明\n\n${text.replace('websites:', '\n# 网站\nwebsites:')}`],
    [
      'when keys change places',
      (text) => text.replace('  name: 沈知秋\n', '').replace('  city', '  name: 沈知秋\n  city'),
    ],
    ['when the value is still wrong', (text) => text.replace('文三路', '天目山路')],
    [
      'in the labels of the form',
      (text) => text.replace('subject:', '主体信息:').replace('  address:', '  通信地址:'),
    ],
    [
      'when the draft gets a companion',
      (text) => `${clean.replaceAll('shanjian-notes', 'qinghe-tea')}---\n${text}`,
    ],
    [
      'when the website gets a companion',
      (text) =>
        `${text}  - { name: 青禾茶话, domains: [qinghe-tea.cn], access: { provider: 上海金咏信息科技有限公司, method: virtual-host, ips: 101.80.16.8, location: 上海 } }\n`,
    ],
  ])('%s', async (_what, change) => {
    await inFolder({ 'a.yaml': old }, async (folder, cli) => {
      await cli('--write-baseline', 'old.json', 'a.yaml')
      writeFileSync(join(folder, 'a.yaml'), change(old))
      const { stdout } = await cli('--baseline', 'old.json', '--format', 'json', 'a.yaml')
      expect(rulesOf(stdout).filter((rule) => /address-door|website\/name/.test(rule))).toEqual([])
    })
  })

  test.each(['yaml', 'json', 'ndjson'])(
    'in %s, from another folder, on standard output and in files',
    async (format) => {
      const json = JSON.stringify({
        subject: { nature: 'individual', name: '林先生' },
        websites: [{ name: '8848', domains: ['shanjian-notes.cn'] }],
      })
      const text = format === 'ndjson' ? `${json}\n${json.replace('shanjian', 'qinghe')}\n` : json
      await inFolder({ [`drafts/a.${format}`]: text, 'other/x': '' }, async (folder, cli) => {
        expect((await cli('--write-baseline', 'old.json', 'drafts')).status).toBe(0)
        const there = await runCli(['--baseline', '../old.json', `../drafts/a.${format}`], {
          cwd: join(folder, 'other'),
        })
        expect(there.status).toBe(0)
      })
    },
  )
})

test('the same finding once more is new', async () => {
  const list = 'websites:\n  - access: { ips: [10.0.0.1] }\n'
  await inFolder({ 'a.yaml': list }, async (folder, cli) => {
    await cli('--write-baseline', 'old.json', 'a.yaml')
    writeFileSync(join(folder, 'a.yaml'), list.replace('10.0.0.1', '10.0.0.1, 10.0.0.2'))
    const { stdout } = await cli('--baseline', 'old.json', '--format', 'json', 'a.yaml')
    expect(rulesOf(stdout)).toEqual(['access/ip'])
  })
})

test('nothing personal is in it', async () => {
  const text = `subject:
  nature: individual
  name: 林先生
  certificate: { type: resident-id, number: 330106194903070026, address: 杭州市西湖区文三路90号 }
  address: 文三路
  principal: { mobile: 13000000001234, email: zhiqiu@gmial.com, qq: 1234 }
  林望舒 13000000001: x
websites:
  - { name: zhiqiu@gmial.com, domains: [zhiqiu@gmial.com, "13000000001"] }
  - { name: "330106194903070026" }
`
  await inFolder({ 'a.yaml': text }, async (folder, cli) => {
    expect((await cli('--write-baseline', 'old.json', 'a.yaml')).status).toBe(0)
    const baseline = readFileSync(join(folder, 'old.json'), 'utf8')
    expect(JSON.parse(baseline).findings.length).toBeGreaterThan(10)
    for (const secret of ['林', '33010619', '13000000001', 'zhiqiu', '文三路', '1234'])
      expect(baseline).not.toContain(secret)
    expect((await cli('--baseline', 'old.json', 'a.yaml')).status).toBe(0)
  })
})

test('entries that are gone are told, and only those of files that were checked', async () => {
  await inFolder({ 'a.yaml': old, 'b.yaml': old.replaceAll('shanjian', 'qinghe') }, async (folder, cli) => {
    await cli('--write-baseline', 'old.json', 'a.yaml', 'b.yaml')
    writeFileSync(join(folder, 'a.yaml'), withError)
    const { status, stderr } = await cli('--baseline', 'old.json', 'a.yaml')
    expect(status).toBe(0)
    expect(stderr).toBe('基线里有 1 条已不存在，可以用 --write-baseline old.json 更新\n')
  })
})

test('a baseline among the drafts is no draft', async () => {
  await inFolder({ 'drafts/a.yaml': old, 'drafts/old.json': '' }, async (_folder, cli) => {
    await cli('--write-baseline', 'drafts/old.json', 'drafts/a.yaml')
    expect((await cli('--baseline', 'drafts/old.json', 'drafts')).status).toBe(0)
    expect((await cli('--write-baseline', 'drafts/old.json', 'drafts')).status).toBe(0)
  })
})

test('a file that cannot be read is never old', async () => {
  await inFolder({ 'a.yaml': unparsable }, async (_folder, cli) => {
    expect((await cli('--write-baseline', 'old.json', 'a.yaml')).status).toBe(2)
    const { status, stdout } = await cli('--baseline', 'old.json', 'a.yaml')
    expect(status).toBe(2)
    expect(stdout).toContain('draft/syntax')
  })
})

describe('a baseline that is none', () => {
  test.each([
    ['missing', undefined, '读不到这个基线文件'],
    ['no JSON', '# x', '不是基线文件'],
    ['other JSON', '{"findings":[{"rule":1}]}', '不是基线文件'],
  ])('%s: status 2', async (_what, content, words) => {
    const { status, stdout, stderr } = await runCli(['--baseline', 'old.json', 'a.yaml'], {
      files: { 'a.yaml': clean, ...(content !== undefined && { 'old.json': content }) },
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  test('a place that cannot be written to: status 2', async () => {
    const { status, stderr } = await runCli(['--write-baseline', 'none/old.json', 'a.yaml'], {
      files: { 'a.yaml': clean },
    })
    expect(status).toBe(2)
    expect(stderr).toContain('基线写不进去（ENOENT）')
  })
})
