// A draft that kills what checks it: the run names it, checks the others, and ends with status 2.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { yamlDraft } from '../bench/drafts.ts'
import { ROOT, withFolder } from './run-cli.ts'

/** A rule that ends its thread at one name, and fills its memory at another. */
const plugin = `export default ({ defineRule, say }) =>
  defineRule({
    id: 'my-host/deadly',
    level: 'info',
    texts: { title: { zh: '致命', en: 'Deadly' }, messages: { never: say({ zh: () => [''], en: () => [''] }) } },
    check({ subject }) {
      if (subject.name === '退出') process.exit(1)
      const kept = []
      while (subject.name === '撑满') kept.push(new Array(1e4).fill(1.5))
    },
  })
`

const named = (n: number, name: string): string => yamlDraft(n).replace(/(?<=主办单位名称: ).*/, name)

function filesWith(deadly: Readonly<Record<number, string>>): Record<string, string> {
  const files: Record<string, string> = {
    'beian-check.config.yaml': 'plugins: [./deadly.mjs]\n',
    'deadly.mjs': plugin,
  }
  for (let n = 1000; n < 1500; n += 1) {
    const name = deadly[n]
    files[`drafts/${n}.yaml`] = name === undefined ? yamlDraft(n) : named(n, name)
  }
  return files
}

const run = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'bin/beian-check.js'), ...args, '--lang', 'en'], {
    cwd,
    encoding: 'utf8',
    env: {},
    maxBuffer: 1 << 28,
  })

const job = ['--jobs', '2']

test.each([
  ['end of its thread', { 1005: '退出', 1450: '退出' }, ['drafts/1005.yaml', 'drafts/1450.yaml']],
  ['lack of memory', { 1234: '撑满' }, ['drafts/1234.yaml']],
])('%s', { timeout: 180_000 }, async (_name, deadly, files) => {
  const others = await withFolder(filesWith({}), async (folder) =>
    JSON.parse(run(folder, ...job, '--format', 'json', 'drafts').stdout),
  )
  await withFolder(filesWith(deadly), async (folder) => {
    const { status, stdout, stderr } = run(folder, ...job, '--format', 'json', 'drafts')
    expect(stderr.trimEnd().split('\n')).toEqual(
      files.map((file) => expect.stringContaining(`${file}: the tool crashed on this file`)),
    )
    expect(status).toBe(2)
    const left = others.files.filter(({ path }: { path: string }) => !files.includes(path))
    expect(JSON.parse(stdout).files).toEqual(left)
    if (files.length === 1) return
    run(folder, ...job, '--shard', '1/1', '--shard-report', 'all.shard', 'drafts')
    const merged = run(folder, 'merge', '--format', 'json', 'all.shard')
    expect(merged.stdout).toBe(stdout)
    expect(merged.stderr).toBe(stderr)
  })
})
