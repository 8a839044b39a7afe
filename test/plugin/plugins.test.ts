// Plugins and profiles of a config: what they bring, and what is said when they are not right.
import { describe, expect, test } from 'vitest'
import { clean } from '../cli/drafts.ts'
import { runCli } from '../cli/run-cli.ts'

const rule = (more = '', id = 'my-host/no-notes') => `{
  id: '${id}', level: 'warning',
  texts: { title: { zh: '标题', en: 'title' }, messages: { bad: { zh: () => ['不行'], en: () => ['no'] } } },
  check({ websites }, { report }) { if (websites[0]) report('bad', { at: ['websites', 0, 'name'] }) },
  ${more}
}`
const profile = 'id: my-host\ntitle: { zh: 某云, en: Some Cloud }\nasOf: "2026"\nextends: base\n'

async function check(files: Record<string, string>, args: readonly string[] = []) {
  const all = { 'draft.yaml': clean, ...files }
  const { status, stdout, stderr } = await runCli(['draft.yaml', '--format', 'json', ...args], { files: all })
  const findings = status === 2 ? [] : JSON.parse(stdout).files[0].findings
  return {
    status,
    stderr,
    rules: findings.map(({ rule, severity }: Record<string, string>) => `${rule} ${severity}`),
  }
}

const config = 'beian-check.config.yaml'

describe('what plugins bring', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'a rule',
      { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule()}` },
      ['my-host/no-notes warning'],
    ],
    [
      'a list',
      { [config]: 'plugins: [./a.mjs]', 'a.mjs': `export default [${rule()}]` },
      ['my-host/no-notes warning'],
    ],
    [
      'rules and profiles',
      {
        [config]: 'plugins: [./a.mjs]\nprofile: mine',
        'a.mjs': `export default { rules: [${rule()}], profiles: [{ id: 'mine', title: { zh: 'a', en: 'b' }, asOf: '2026', extends: 'base', rules: { 'my-host/no-notes': 'info' } }] }`,
      },
      ['my-host/no-notes info'],
    ],
    [
      'a level in the config',
      {
        [config]: 'plugins: ./a.mjs\nrules: { my-host/no-notes: error }',
        'a.mjs': `export default ${rule()}`,
      },
      ['my-host/no-notes error'],
    ],
    [
      'a parent config',
      { [config]: 'extends: ./up.yaml', 'up.yaml': 'plugins: ./a.mjs', 'a.mjs': `export default ${rule()}` },
      ['my-host/no-notes warning'],
    ],
    [
      'an ignore in the draft',
      {
        [config]: 'plugins: ./a.mjs',
        'a.mjs': `export default ${rule()}`,
        'draft.yaml': clean.replace('  - name', '  # beian-check-ignore my-host/no-notes: 已确认\n  - name'),
      },
      [],
    ],
    ['a profile', { [config]: 'profiles: ./p.yaml\nprofile: my-host', 'p.yaml': profile }, []],
  ])('%s', async (_what, files, rules) => {
    expect(await check(files)).toMatchObject({ rules, stderr: expect.any(String) })
  })

  test('a profile by --profile and in a draft', async () => {
    const files = {
      [config]: 'profiles: ./p.yaml',
      'p.yaml': `${profile}rules: { website/has-access: 'off' }\n`,
    }
    expect((await check(files, ['--profile', 'my-host'])).status).toBe(0)
    expect((await check({ ...files, 'draft.yaml': `profile: my-host\n${clean}` })).rules).toEqual([])
  })
})

describe('what is said of a plugin that is not right', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['not there', { [config]: 'plugins: ./gone.mjs' }, /gone\.mjs：没有这个插件文件/],
    ['broken code', { [config]: 'plugins: ./a.mjs', 'a.mjs': 'export default {' }, /a\.mjs：插件加载不了/],
    ['no rule in it', { [config]: 'plugins: ./a.mjs', 'a.mjs': 'export const x = 1' }, /没有导出规则或档案/],
    [
      'a name of ours',
      { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule('', 'subject/x')}` },
      /换一个自己的/,
    ],
    ['no slash', { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule('', 'x')}` }, /id 写成/],
    [
      'no level',
      { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule("level: 'loud'")}` },
      /level 写 error/,
    ],
    [
      'no check',
      { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule('check: 1')}` },
      /要有 check/,
    ],
    [
      'examples of another shape',
      { [config]: 'plugins: ./a.mjs', 'a.mjs': `export default ${rule("examples: [{ bad: 'x' }]")}` },
      /examples 写成/,
    ],
    [
      'the same twice',
      {
        [config]: 'plugins: [./a.mjs, ./b.mjs]',
        'a.mjs': `export default ${rule()}`,
        'b.mjs': `export default ${rule()}`,
      },
      /config\.yaml:1：“my-host\/no-notes”已经有了/,
    ],
    [
      'it throws',
      {
        [config]: 'plugins: ./a.mjs',
        'a.mjs': `export default ${rule("check() { throw new Error('oops') }")}`,
      },
      /规则“my-host\/no-notes”运行出错（oops）/,
    ],
    [
      'wrong options',
      {
        [config]: 'plugins: ./a.mjs\nrules:\n  my-host/no-notes: [error, { most: x }]',
        'a.mjs': `export default ${rule('options: { defaults: { most: 3 } }')}`,
      },
      /config\.yaml:3：规则“my-host\/no-notes”：选项“most”的值形式不对/,
    ],
    [
      'a profile without a title',
      { [config]: 'profiles: ./p.yaml', 'p.yaml': 'id: x\nasOf: "2026"' },
      /p\.yaml：“title”/,
    ],
    ['a key too many', { [config]: 'profiles: ./p.yaml', 'p.yaml': `${profile}hots: 1` }, /没有“hots”这一项/],
    ['no YAML', { [config]: 'profiles: ./p.yaml', 'p.yaml': 'id: [' }, /p\.yaml：第 1 行读不出来/],
    [
      'no such rule',
      { [config]: 'profiles: ./p.yaml', 'p.yaml': `${profile}rules: { a/b: error }` },
      /没有规则“a\/b”/,
    ],
    [
      'no such base',
      { [config]: 'profiles: ./p.yaml', 'p.yaml': profile.replace('base', 'bas') },
      /没有档案“bas”/,
    ],
  ])('%s', async (_what, files, words) => {
    const { status, stderr } = await check(files)
    expect([status, stderr]).toEqual([2, expect.stringMatching(words)])
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a config outside the current folder runs nothing, unless it is named', async () => {
    const files = {
      'their/draft.yaml': clean,
      [`their/${config}`]: 'plugins: ./a.mjs',
      'their/a.mjs': `export default ${rule()}`,
    }
    const refused = await runCli(['their/draft.yaml'], { files })
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('不加载它的插件')])
    const named = await runCli(['their/draft.yaml', '--config', `their/${config}`], { files })
    expect(named.stdout).toContain('my-host/no-notes')
    expect((await runCli(['draft.yaml'], { files, cwd: 'their' })).stdout).toContain('my-host/no-notes')
  })
})

test.each([
  ['nothing', '() => {}', 'undefined'],
  ['a text', "() => 'no'", 'string'],
  ['an error', "() => { throw new Error('oops') }", 'oops'],
  ['a list of something else', '() => [1]', 'object'],
])('words that come to %s are told in their place', async (_what, say, told) => {
  const files = {
    'draft.yaml': clean,
    [config]: 'plugins: ./a.mjs',
    'a.mjs': `export default ${rule().replace("() => ['不行']", say)}`,
  }
  const { status, stdout } = await runCli(['draft.yaml', '--format', 'compact'], { files })
  expect(status).toBe(0)
  expect(stdout).toContain(`规则“my-host/no-notes”的文字写不出来：bad（${told}）`)
})
