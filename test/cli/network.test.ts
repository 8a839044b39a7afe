// Nothing leaves the machine: every command runs with the network trapped, and none touches it, but where a web address is named.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/command-names.ts'
import { draft, withError } from './drafts.ts'
import { ROOT, withFolder } from './run-cli.ts'

const TRAP = join(ROOT, 'test/cli/network-trap.cjs')
const PROGRAM = join(ROOT, 'bin/beian-check.js')

/** More files than one thread takes. */
const many = Object.fromEntries(
  Array.from({ length: 450 }, (_, i) => [
    `many/${i}.yaml`,
    draft({ domain: `site-${i}.cn`, name: `山间札记${i}`, address: '文三路' }),
  ]),
)
const files = {
  ...many,
  'a.yaml': withError,
  'b.yaml': draft(),
  'index.html': '<html><body>浙ICP备10000001号-1</body></html>',
  'beian-check.config.yaml': 'rules: { website/name: info }\nplugins: [./own.mjs]\n',
  'own.mjs': `export default ({ defineRule, say }) =>
  defineRule({
    id: 'mine/name',
    level: 'info',
    texts: {
      title: { zh: '名称', en: 'Name' },
      messages: { named: say({ zh: () => ['有名称'], en: () => ['It has a name'] }) },
    },
    check: (draft, { report }) => report('named', { at: ['subject', 'name'] }),
  })
`,
}

interface Trapped {
  readonly status: number | null
  readonly said: string
  readonly attempts: string
}

function trapped(cwd: string, args: readonly string[], input = ''): Trapped {
  const log = join(cwd, 'network.log')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', TRAP, PROGRAM, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    // Workers take it from here.
    env: { PATH: process.env.PATH, NODE_OPTIONS: `--require ${TRAP}`, NETWORK_LOG: log },
  })
  return { status, said: stdout + stderr, attempts: existsSync(log) ? readFileSync(log, 'utf8') : '' }
}

/** What every command is run with. A new command has to be put here. */
const runs: Readonly<Record<(typeof commandNames)[number] | 'check', readonly (readonly string[])[]>> = {
  check: [
    ['a.yaml'],
    ['many', '--jobs', '2', '--quiet'],
    ['a.yaml', 'b.yaml', '--format', 'sarif', '--format', 'markdown=out.md', '--format', 'junit=out.xml'],
    ['a.yaml', '--write-baseline', 'old.json'],
    ['a.yaml', 'b.yaml', '--cache', '--format', 'html=out.html'],
    ['a.yaml', '--fix-all', '--profile', 'aliyun'],
    ['-', '--fix-dry-run', '--format', 'json'],
    ['-', '--format', 'ndjson'],
    ['a.yaml', '-i'],
    ['--changed'],
  ],
  init: [['init', 'new.yaml']],
  explain: [['explain', 'access/location-matches-ip']],
  rules: [['rules']],
  profiles: [['profiles'], ['profiles', 'show', 'today', '--province', '浙江']],
  checklist: [['checklist', 'a.yaml']],
  next: [['next', 'a.yaml', '--reason', '通信地址不详细']],
  faq: [['faq', '换空间']],
  site: [['site', 'index.html', '--draft', 'b.yaml']],
  schema: [['schema']],
  lsp: [['lsp']],
  merge: [
    ['a.yaml', '--shard', '1/1', '--shard-report', 'part.shard'],
    ['merge', 'part.shard'],
  ],
  completion: [['completion', 'bash']],
}

/** A terminal to ask on, a repository. */
const needsMore = /^init| -i$|--changed/

describe.skipIf(process.platform === 'win32')('the network', () => {
  test.each([...commandNames, 'check'] as const)('%s does not touch it', (name) =>
    withFolder(files, async (cwd) => {
      for (const args of runs[name]) {
        const { status, said, attempts } = trapped(cwd, args, withError)
        expect({ args, attempts }).toEqual({ args, attempts: '' })
        expect([0, 1, ...(needsMore.test(args.join(' ')) ? [2] : [])], said).toContain(status)
      }
    }),
  )

  test('a named address does, which shows that the trap works', () =>
    withFolder(files, async (cwd) => {
      const { status, attempts } = trapped(cwd, ['site', 'http://shanjian-notes.cn/'])
      expect(attempts).toMatch(/dns\.|connect|fetch/)
      expect(status).toBe(2)
    }))
})
