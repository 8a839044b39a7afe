// `beian-check [paths…]`: which files, which settings, which exit status, what it says of bad usage.
import { describe, expect, test } from 'vitest'
import { clean, draft, unparsable, withError, withInfo, withWarning } from './drafts.ts'
import { type Call, type Result, runCli } from './run-cli.ts'

interface Row extends Call {
  readonly what: string
  readonly args: readonly string[]
  readonly status: Result['status']
  readonly out?: RegExp | string
  readonly err?: RegExp | string
}

/** Runs a row of a table. What is not said of standard error is that it is empty. */
async function holds({ args, status, out, err, ...call }: Row): Promise<void> {
  const result = await runCli(args, call)
  expect(result, result.stderr).toMatchObject({ status })
  if (out !== undefined) expect(result.stdout).toMatch(out)
  if (err === undefined) expect(result.stderr).toBe('')
  else expect(result.stderr).toMatch(err)
  expect(result.stderr).not.toMatch(/^\s+at /m)
}

/** Bad usage: status 2, nothing on standard output, one line on standard error. */
async function refuses(row: Omit<Row, 'status'>): Promise<void> {
  const result = await runCli(row.args, row)
  expect(result).toMatchObject({ status: 2, stdout: '' })
  if (row.err !== undefined) expect(result.stderr).toMatch(row.err)
  expect(result.stderr.trim().split('\n')).toHaveLength(1)
}

interface Seen {
  readonly path: string
  readonly document: number
  readonly rules: string[]
}

/** Drafts and the rules that found something in them. */
async function seen(args: readonly string[], call: Call): Promise<Seen[]> {
  const { stdout } = await runCli([...args, '--format', 'ndjson'], call)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { path, document, findings } = JSON.parse(line)
      return { path, document, rules: findings.map(({ rule }: { rule: string }) => rule) }
    })
}

/** Levels by rule. */
async function levelsIn(args: readonly string[], call: Call): Promise<Record<string, string>> {
  const { stdout, stderr } = await runCli([...args, '--format', 'json'], call)
  expect(stderr).toBe('')
  const { files } = JSON.parse(stdout)
  return Object.fromEntries(
    files.flatMap(({ findings }: { findings: { rule: string; severity: string }[] }) =>
      findings.map(({ rule, severity }) => [rule, severity]),
    ),
  )
}

const DOOR = 'subject/address-door-number'
const APPROVALS = 'website/no-optional-approvals'
const SERVICES = 'website/no-optional-services'

describe('exit status', () => {
  const other = draft({ domain: 'two.cn', name: '水边札记' })
  const rows: Row[] = [
    { what: 'a clean draft', args: ['a.yaml'], files: { 'a.yaml': clean }, status: 0, out: '没有发现问题' },
    { what: 'an error', args: ['a.yaml'], files: { 'a.yaml': withError }, status: 1, out: DOOR },
    { what: 'a warning only', args: ['a.yaml'], files: { 'a.yaml': withWarning }, status: 0, out: APPROVALS },
    { what: 'an info only', args: ['a.yaml'], files: { 'a.yaml': withInfo }, status: 0, out: SERVICES },
    {
      what: 'a clean draft and one with an error',
      args: ['a.yaml', 'b.yaml'],
      files: { 'a.yaml': other, 'b.yaml': withError },
      status: 1,
      out: DOOR,
    },
    {
      what: 'a file that cannot be parsed',
      args: ['a.yaml'],
      files: { 'a.yaml': unparsable },
      status: 2,
      out: 'draft/syntax',
    },
    {
      what: 'a file that cannot be parsed, others are still checked',
      args: ['a.yaml', 'b.yaml'],
      files: { 'a.yaml': unparsable, 'b.yaml': withError },
      status: 2,
      out: DOOR,
    },
    {
      what: 'a missing file',
      args: ['no.yaml'],
      status: 2,
      err: /^no\.yaml：没有这个文件/,
    },
    {
      what: 'a missing file, others are still checked',
      args: ['no.yaml', 'a.yaml'],
      files: { 'a.yaml': withError },
      status: 2,
      out: DOOR,
      err: /^no\.yaml：/,
    },
    { what: 'a glob without a match', args: ['*.yaml'], status: 2, err: '没有匹配的文件' },
    {
      what: 'a folder without drafts',
      args: ['drafts'],
      files: { 'drafts/readme.txt': 'no draft' },
      status: 2,
      err: '没有草稿',
    },
    { what: 'a glob without a match, --allow-empty', args: ['*.yaml', '--allow-empty'], status: 0 },
    {
      what: 'a folder without drafts, --allow-empty',
      args: ['drafts', '--allow-empty'],
      files: { 'drafts/readme.txt': 'no draft' },
      status: 0,
    },
    {
      what: 'a file that is no text',
      args: ['a.yaml', 'b.yaml'],
      files: { 'a.yaml': new Uint8Array([0x61, 0, 0x62, 0, 0x80]), 'b.yaml': withError },
      status: 2,
      out: DOOR,
      err: '不是文本文件',
    },
    {
      what: 'as many warnings as --max-warnings',
      args: ['a.yaml', '--max-warnings', '1'],
      files: { 'a.yaml': withWarning },
      status: 0,
    },
    {
      what: 'more warnings than --max-warnings',
      args: ['a.yaml', '--max-warnings', '0'],
      files: { 'a.yaml': withWarning },
      status: 1,
    },
    {
      what: 'infos are no warnings',
      args: ['a.yaml', '--max-warnings', '0'],
      files: { 'a.yaml': withInfo },
      status: 0,
    },
    {
      what: 'hidden warnings count too',
      args: ['a.yaml', '--max-warnings', '0', '--quiet'],
      files: { 'a.yaml': withWarning },
      status: 1,
    },
    { what: 'no paths', args: [], status: 2, err: 'beian-check --help' },
    { what: 'no paths, in English', args: ['--lang', 'en'], status: 2, err: /^Name the draft to check/ },
    {
      what: 'a missing file, --allow-empty',
      args: ['no.yaml', '--allow-empty'],
      status: 2,
      err: /^no\.yaml：没有这个文件/,
    },
    {
      what: 'a file of comments only',
      args: ['a.yaml'],
      files: { 'a.yaml': '# later\n' },
      status: 1,
      out: 'draft/type',
    },
  ]
  test.each(rows)('$status: $what', holds)

  test.each(['a.yaml', 'a.ndjson'])('%s without a byte in it is no clean draft', async (name) => {
    const { status } = await runCli([name], { files: { [name]: '' } })
    expect(status).not.toBe(0)
  })
})

describe('files', () => {
  const numbered = (number: number): string =>
    draft({ domain: `site-${number}.cn`, name: `${'甲乙丙丁戊己庚辛'[number]}山札记` })

  test('a folder holds every draft below it, in alphabetical order, and nothing else', async () => {
    const files = {
      'drafts/b.yaml': numbered(1),
      'drafts/a/z.yml': numbered(2),
      'drafts/c.json': '{}',
      'drafts/d.ndjson': '{}\n',
      'drafts/e.jsonl': '{}\n',
      'drafts/notes.txt': 'a: 1',
      'drafts/package.json': '{}',
      'drafts/beian-check.config.yaml': 'rules: {}',
      'drafts/node_modules/x/y.yaml': 'a: 1',
    }
    const found = await seen(['drafts'], { files })
    expect(found.map(({ path }) => path)).toEqual([
      'drafts/a/z.yml',
      'drafts/b.yaml',
      'drafts/c.json',
      'drafts/d.ndjson',
      'drafts/e.jsonl',
    ])
  })

  test('globs, and a file named twice is checked once', async () => {
    const files = { 'a.yaml': numbered(0), 'b.yaml': numbered(1), 'more/c.yaml': numbered(2), 'd.json': '{}' }
    const paths = async (...args: string[]) => (await seen(args, { files })).map(({ path }) => path)
    expect(await paths('*.yaml')).toEqual(['a.yaml', 'b.yaml'])
    expect(await paths('**/*.yaml')).toEqual(['a.yaml', 'b.yaml', 'more/c.yaml'])
    expect(await paths('{b,a}.yaml')).toEqual(['a.yaml', 'b.yaml'])
    expect(await paths('b.yaml', 'a.yaml', 'b.yaml')).toEqual(['b.yaml', 'a.yaml'])
    expect(await paths('b.yaml', '*.yaml')).toEqual(['b.yaml', 'a.yaml'])
    expect(await paths('./b.yaml', 'b.yaml', 'more/../b.yaml', '.')).toEqual([
      './b.yaml',
      'a.yaml',
      'd.json',
      'more/c.yaml',
    ])
    expect(await paths('.')).toEqual(['a.yaml', 'b.yaml', 'd.json', 'more/c.yaml'])
  })

  test('a file whose name looks like a glob is that file', async () => {
    const files = { '客户[1].yaml': numbered(0), '客户1.yaml': numbered(1) }
    expect((await seen(['客户[1].yaml'], { files })).map(({ path }) => path)).toEqual(['客户[1].yaml'])
  })

  test('a file of any name may be named', async () => {
    const files = { 'draft.txt': withError, 'draft.conf': '{"subject": {}}' }
    expect((await seen(['draft.txt'], { files }))[0]?.rules).toEqual([DOOR])
    expect(await runCli(['draft.conf'], { files })).toMatchObject({ status: 1 })
  })

  test('paths are those of the working folder', async () => {
    const call = { files: { 'a/x.yaml': withError, 'b/y.txt': '' }, cwd: 'b' }
    expect(await seen(['../a/x.yaml'], call)).toEqual([{ path: '../a/x.yaml', document: 0, rules: [DOOR] }])
    expect(await seen(['../a'], call)).toEqual([{ path: '../a/x.yaml', document: 0, rules: [DOOR] }])
  })

  test.each([
    ['explian', 'explain'],
    ['help', '--help'],
    ['version', '--version'],
    ['check', 'draft.yaml'],
    ['fix', '--fix draft.yaml'],
  ])('%s is no file; what may have been meant is said', async (word, meant) => {
    const { stderr, status } = await runCli([word, '--lang', 'en'])
    expect(stderr).toBe(`${word}: no such file\nIs beian-check ${meant} meant?\n`)
    expect(status).toBe(2)
  })

  test('a word that is like no command is a file that is not there', async () => {
    expect((await runCli(['constructor', '--lang', 'zh'])).stderr).toBe('constructor：没有这个文件\n')
  })

  test('standard input, beside files, once', async () => {
    expect(await seen(['-'], { stdin: withError })).toEqual([{ path: '<stdin>', document: 0, rules: [DOOR] }])
    expect(await seen(['-'], { stdin: '{"subject": {"name": "a", "name": "b"}}' })).toMatchObject([
      { path: '<stdin>', rules: ['draft/syntax'] },
    ])
    const call = { stdin: withInfo, files: { 'a.yaml': numbered(0) } }
    expect((await seen(['a.yaml', '-', '-'], call)).map(({ path }) => path)).toEqual(['a.yaml', '<stdin>'])
    expect(await runCli(['-'], { stdin: clean })).toMatchObject({ status: 0 })
    expect(await runCli(['-'], { stdin: unparsable })).toMatchObject({ status: 2 })
  })

  test('several documents in a file', async () => {
    const text = `${numbered(0)}---\n${withError}---\n${numbered(1)}`
    expect(await seen(['a.yaml'], { files: { 'a.yaml': text } })).toEqual([
      { path: 'a.yaml', document: 0, rules: [] },
      { path: 'a.yaml', document: 1, rules: [DOOR] },
      { path: 'a.yaml', document: 2, rules: [] },
    ])
    const { stdout } = await runCli(['a.yaml', '--lang', 'en'], { files: { 'a.yaml': text } })
    expect(stdout).toMatch(/^1 file, 3 drafts: 1 error/m)
  })

  test('an array in JSON, a line each in NDJSON; a broken line leaves the others', async () => {
    const one = { subject: { nature: 'individual' } }
    const files = {
      'a.json': JSON.stringify([one, one]),
      'b.ndjson': `${JSON.stringify(one)}\n\n${JSON.stringify(one)}\n{"subject": \n${JSON.stringify(one)}\n`,
    }
    expect((await seen(['a.json'], { files })).map(({ document }) => document)).toEqual([0, 1])
    const lines = await seen(['b.ndjson'], { files })
    expect(lines.map(({ document }) => document)).toEqual([0, 1, 2, 3])
    expect(lines[2]?.rules).toEqual(['draft/syntax'])
    expect(lines[3]?.rules).toContain('draft/missing')
    expect(await runCli(['b.ndjson'], { files })).toMatchObject({ status: 2 })
  })

  test('clashes are looked for between all files of a run', async () => {
    const files = { 'a.yaml': clean, 'b/c.yaml': clean.replace('沈知秋', '林望舒') }
    const rules = async (...args: string[]) => (await seen(args, { files })).flatMap(({ rules: ids }) => ids)
    expect(await rules('a.yaml')).toEqual([])
    expect(await rules('b')).toEqual([])
    expect(await rules('a.yaml', 'b')).toEqual(expect.arrayContaining(['conflict/domain']))
  })
})

describe('options', () => {
  test('--quiet shows errors only, and no list to check', async () => {
    const files = { 'a.yaml': draft({ address: '文三路', website: 'services: [博客/个人空间]' }) }
    const { stdout } = await runCli(['a.yaml', '-q'], { files })
    expect(stdout).toContain(DOOR)
    expect(stdout).not.toContain(SERVICES)
    expect(stdout).not.toContain('[ ]')
    expect((await seen(['a.yaml', '--quiet'], { files }))[0]?.rules).toEqual([DOOR])
  })

  test.each<[string[], Record<string, string>, number]>([
    [[], { [DOOR]: 'error', [SERVICES]: 'info' }, 1],
    [[`--rule=${DOOR}=warning`], { [DOOR]: 'warning', [SERVICES]: 'info' }, 0],
    [['--rule', `${DOOR}=off`], { [SERVICES]: 'info' }, 0],
    [['--rule', `${DOOR}=info`, '--rule', `${SERVICES}=error`], { [DOOR]: 'info', [SERVICES]: 'error' }, 1],
    [['--rule', `${DOOR}=off`, '--rule', `${DOOR}=error`], { [DOOR]: 'error', [SERVICES]: 'info' }, 1],
  ])('%j', async (args, levels, status) => {
    const files = { 'a.yaml': draft({ address: '文三路', website: 'services: [博客/个人空间]' }) }
    expect(await levelsIn(['a.yaml', ...args], { files })).toEqual(levels)
    expect(await runCli(['a.yaml', ...args], { files })).toMatchObject({ status })
  })

  test('--profile goes before what the draft says, and that before the config', async () => {
    const aliyun = clean
      .replace('上海金咏信息科技有限公司', '阿里云计算有限公司')
      .replace('virtual-host', 'cloud')
    const says = `profile: aliyun\n${aliyun}`
    const asks = async (text: string, args: string[], config = '{}') => {
      const files = { 'a.yaml': text, '.beian-checkrc.yaml': config }
      return (await seen(['a.yaml', ...args], { files }))[0]?.rules.includes('access/provider')
        ? 'another host'
        : 'this host'
    }
    expect(await asks(aliyun, [])).toBe('another host')
    expect(await asks(aliyun, ['--profile', 'aliyun'])).toBe('this host')
    expect(await asks(aliyun, ['-p', 'aliyun'])).toBe('this host')
    expect(await asks(says, [])).toBe('this host')
    expect(await asks(aliyun, [], 'profile: aliyun')).toBe('this host')
    expect(await asks(says, [], 'profile: jinyong')).toBe('this host')
    expect(await asks(says, ['-p', 'jinyong'], 'profile: aliyun')).toBe('another host')
  })

  test('the language: option, then environment, then locale, then Chinese', async () => {
    const speaks = async (args: string[], env: Record<string, string> = {}) => {
      const { stdout } = await runCli(['a.yaml', ...args], { files: { 'a.yaml': clean }, env })
      return stdout.includes('没有发现问题') ? 'zh' : stdout.includes('no problems found') ? 'en' : stdout
    }
    expect(await speaks([])).toBe('zh')
    expect(await speaks(['--lang', 'en'])).toBe('en')
    expect(await speaks(['--lang=en'], { BEIAN_CHECK_LANG: 'zh', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(await speaks([], { BEIAN_CHECK_LANG: 'en', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(await speaks([], { LANG: 'en_US.UTF-8' })).toBe('en')
    expect(await speaks([], { LANG: 'C.UTF-8' })).toBe('zh')
    expect(await speaks([], { LC_ALL: 'de_DE.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(await speaks([], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh')
  })

  test('errors of usage are told in the language asked for, wherever the option stands', async () => {
    for (const args of [
      ['--lang', 'en', 'no.yaml', '--format', 'jsno'],
      ['--format', 'jsno', 'no.yaml', '--lang=en'],
    ]) {
      expect((await runCli(args)).stderr).toMatch(/^There is no format “jsno”; is “json” meant\?/)
    }
  })
})

describe('bad usage', () => {
  const files = { 'a.yaml': clean }
  const rows: { what: string; args: string[]; zh: RegExp; en: RegExp }[] = [
    {
      what: 'an unknown rule',
      args: ['--rule', 'subject/adress-door-number=off'],
      zh: /没有规则“subject\/adress-door-number”，是不是“subject\/address-door-number”？/,
      en: /There is no rule “subject\/adress-door-number”; is “subject\/address-door-number” meant\?/,
    },
    {
      what: 'an unknown rule, nothing near',
      args: ['--rule', 'zzzzzzzzzz=off'],
      zh: /没有规则“zzzzzzzzzz”（beian-check rules 列出全部）/,
      en: /There is no rule “zzzzzzzzzz” \(beian-check rules lists them\)/,
    },
    {
      what: 'an unknown level',
      args: ['--rule', `${DOOR}=fatal`],
      zh: /级别写 error、warning、info 或 off/,
      en: /the level is error, warning, info or off/,
    },
    {
      what: 'a rule without a level',
      args: ['--rule', DOOR],
      zh: /级别写 error、warning、info 或 off/,
      en: /the level is error, warning, info or off/,
    },
    {
      what: 'an unknown format',
      args: ['--format', 'ndjsn'],
      zh: /没有输出格式“ndjsn”，是不是“ndjson”？/,
      en: /There is no format “ndjsn”; is “ndjson” meant\?/,
    },
    {
      what: 'an unknown profile',
      args: ['--profile', 'aliyu'],
      zh: /没有名为“aliyu”的档案，是不是“aliyun”？/,
      en: /There is no profile “aliyu”; is “aliyun” meant\?/,
    },
    {
      what: 'a number that is none',
      args: ['--max-warnings', 'many'],
      zh: /--max-warnings 后面写一个数/,
      en: /--max-warnings takes a number/,
    },
    {
      what: 'a negative number',
      args: ['--max-warnings=-1'],
      zh: /--max-warnings 后面写一个数/,
      en: /--max-warnings takes a number/,
    },
    {
      what: 'an IP table that is not there',
      args: ['--ip-data', 'no.xdb'],
      zh: /读不到/,
      en: /cannot be read/,
    },
    {
      what: 'an IP table that is none',
      args: ['--ip-data', 'a.yaml'],
      zh: /不是 ip2region 的 \.xdb 文件/,
      en: /is no \.xdb file of ip2region/,
    },
    { what: 'a config that is not there', args: ['-c', 'no.yaml'], zh: /读不到/, en: /cannot be read/ },
  ]
  test.each(rows)('$what', async ({ args, zh, en }) => {
    await refuses({ what: '', args: ['a.yaml', ...args, '--lang', 'zh'], files, err: zh })
    await refuses({ what: '', args: ['a.yaml', ...args, '--lang', 'en'], files, err: en })
  })

  test('an unknown language', () =>
    refuses({ what: '', args: ['a.yaml', '--lang', 'fr'], files, err: /--lang 只能是 zh 或 en，收到“fr”/ }))

  test.each([
    ['an unknown option', ['--formt', 'json'], /--formt/],
    ['an unknown option, with the nearest', ['--quite'], /--quiet/],
    ['an option without its value', ['--rule'], /--rule/],
  ])('%s', async (_what, args, err) => {
    const result = await runCli(['a.yaml', ...args], { files })
    expect(result).toMatchObject({ status: 2, stdout: '' })
    expect(result.stderr).toMatch(err)
    expect(result.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('config files', () => {
  const bad = draft({ address: '文三路', website: 'services: [博客/个人空间]' })
  const both = { [DOOR]: 'error', [SERVICES]: 'info' }

  test.each([
    'beian-check.config.yaml',
    'beian-check.config.yml',
    '.beian-checkrc.yaml',
    '.beian-checkrc.yml',
    'beian-check.config.json',
    '.beian-checkrc.json',
  ])('%s is found', async (name) => {
    const config = JSON.stringify({ rules: { [DOOR]: 'off' } })
    expect(await levelsIn(['a.yaml'], { files: { 'a.yaml': bad, [name]: config } })).toEqual({
      [SERVICES]: 'info',
    })
  })

  test('it is found upwards from each draft, not from the working folder', async () => {
    const files = {
      'archive/2007/a.yaml': bad,
      'archive/beian-check.config.yaml': `rules: { ${DOOR}: off }`,
      'elsewhere/b.yaml': bad.replaceAll('shanjian', 'elsewhere').replace('山间', '水边'),
      'elsewhere/.beian-checkrc.yaml': `rules: { ${SERVICES}: off }`,
    }
    expect(await seen(['archive', 'elsewhere'], { files })).toEqual([
      { path: 'archive/2007/a.yaml', document: 0, rules: [SERVICES] },
      { path: 'elsewhere/b.yaml', document: 0, rules: [DOOR] },
    ])
    expect(await levelsIn(['../archive/2007/a.yaml'], { files, cwd: 'elsewhere' })).toEqual({
      [SERVICES]: 'info',
    })
  })

  test('for standard input it is found upwards from the working folder', async () => {
    const files = { 'beian-check.config.yaml': `rules: { ${DOOR}: off }`, 'sub/x.txt': '' }
    expect(await levelsIn(['-'], { files, cwd: 'sub', stdin: bad })).toEqual({ [SERVICES]: 'info' })
  })

  test('--config names one, --no-config takes none, --rule goes before both', async () => {
    const files = {
      'a.yaml': bad,
      'beian-check.config.yaml': `rules: { ${DOOR}: off }`,
      'conf/other.yaml': `rules: { ${SERVICES}: error }`,
    }
    expect(await levelsIn(['a.yaml'], { files })).toEqual({ [SERVICES]: 'info' })
    expect(await levelsIn(['a.yaml', '--config', 'conf/other.yaml'], { files })).toEqual({
      [DOOR]: 'error',
      [SERVICES]: 'error',
    })
    expect(await levelsIn(['a.yaml', '--no-config'], { files })).toEqual(both)
    expect(await levelsIn(['a.yaml', '--rule', `${DOOR}=info`], { files })).toEqual({
      [DOOR]: 'info',
      [SERVICES]: 'info',
    })
  })

  test('an empty config, and one of comments only, change nothing', async () => {
    for (const config of ['', '# nothing yet\n', '{}']) {
      expect(await levelsIn(['a.yaml'], { files: { 'a.yaml': bad, '.beian-checkrc.yaml': config } })).toEqual(
        both,
      )
    }
  })

  test('extends a file, which extends a profile', async () => {
    const aliyun = bad
      .replace('上海金咏信息科技有限公司', '阿里云计算有限公司')
      .replace('virtual-host', 'cloud')
    const files = {
      'a.yaml': aliyun,
      'beian-check.config.yaml': `extends: ./shared/base.yaml\nrules: { ${DOOR}: warning }`,
      'shared/base.yaml': `extends: aliyun\nrules: { ${DOOR}: off, ${SERVICES}: off }`,
    }
    const levels = await levelsIn(['a.yaml'], { files })
    expect(levels).toMatchObject({ [DOOR]: 'warning' })
    expect(levels).not.toHaveProperty([SERVICES])
    expect(levels).not.toHaveProperty(['access/provider'])
  })

  test('extends a profile and a file', async () => {
    const files = {
      'a.yaml': bad,
      'beian-check.config.yaml': 'extends: [jinyong, other.yaml]',
      'other.yaml': `rules: { ${DOOR}: off }`,
    }
    expect(await levelsIn(['a.yaml'], { files })).toEqual({ [SERVICES]: 'info' })
  })

  test('options of a rule', async () => {
    const files = {
      'a.yaml': clean,
      'beian-check.config.yaml': 'rules:\n  access/own-ip: [warning, { ranges: [203.0.113.0/24] }]\n',
    }
    expect(await levelsIn(['a.yaml'], { files })).toEqual({ 'access/own-ip': 'warning' })
  })

  test('lang and maxWarnings; the command line goes before them', async () => {
    const files = { 'a.yaml': withWarning, 'beian-check.config.yaml': 'lang: en\nmaxWarnings: 0\n' }
    const result = await runCli(['a.yaml'], { files, env: { BEIAN_CHECK_LANG: 'zh' } })
    expect(result).toMatchObject({ status: 1 })
    expect(result.stdout).toContain('1 draft: 0 errors, 1 warning')
    const over = await runCli(['a.yaml', '--lang', 'zh', '--max-warnings', '5'], { files })
    expect(over).toMatchObject({ status: 0 })
    expect(over.stdout).toContain('1 份草稿：0 个错误，1 个警告')
  })

  test('ipData is found from the config', () =>
    refuses({
      what: '',
      args: ['sub/a.yaml', '--lang', 'en'],
      files: { 'sub/a.yaml': clean, 'beian-check.config.yaml': 'ipData: table.xdb', 'table.xdb': 'no table' },
      err: /\/table\.xdb: this is no \.xdb file/,
    }))

  interface Wrong {
    readonly what: string
    readonly config: string
    readonly line: number
    readonly en: RegExp | string
    readonly zh: RegExp | string
  }
  const wrong: Wrong[] = [
    {
      what: 'an unknown key',
      config: 'lang: zh\n\nrulse: {}\n',
      line: 3,
      en: 'there is no setting “rulse”; is “rules” meant?',
      zh: '没有“rulse”这一项，是不是“rules”？',
    },
    {
      what: 'an unknown rule',
      config: 'rules:\n  contact/phone: warning\n  contact/mobil: off\n',
      line: 3,
      en: 'There is no rule “contact/mobil”; is “contact/mobile” meant?',
      zh: '没有规则“contact/mobil”，是不是“contact/mobile”？',
    },
    {
      what: 'an unknown level',
      config: 'rules:\n  contact/phone: fatal\n',
      line: 2,
      en: 'rules.contact/phone: write a level',
      zh: '写级别 error、warning、info、off',
    },
    {
      what: 'an option of the wrong type',
      config: 'rules:\n  access/own-ip:\n    - error\n    - ranges: 5\n',
      line: 4,
      en: 'rule “access/own-ip”: the value of “ranges” has the wrong form',
      zh: '规则“access/own-ip”：选项“ranges”的值形式不对',
    },
    {
      what: 'an unknown option',
      config: 'rules:\n  access/own-ip: [error, { range: [] }]\n',
      line: 2,
      en: 'there is no option “range”; is “ranges” meant?',
      zh: '没有选项“range”，是不是“ranges”？',
    },
    {
      what: 'options for a rule that has none',
      config: 'rules:\n  filing/no-refile: [error, { a: 1 }]\n',
      line: 2,
      en: 'this rule has no options',
      zh: '这条规则没有选项',
    },
    {
      what: 'an unknown profile',
      config: '# hosts\nprofile: aliyum\n',
      line: 2,
      en: 'There is no profile “aliyum”; is “aliyun” meant?',
      zh: '没有名为“aliyum”的档案，是不是“aliyun”？',
    },
    {
      what: 'an unknown profile to extend',
      config: 'extends: jinyon\n',
      line: 1,
      en: 'There is no profile “jinyon”; is “jinyong” meant?',
      zh: '没有名为“jinyon”的档案',
    },
    {
      what: 'extends itself',
      config: 'extends: ./beian-check.config.yaml\n',
      line: 1,
      en: 'goes round in a circle',
      zh: '绕成了一圈',
    },
    { what: 'broken YAML', config: 'lang: zh\nrules: [\n', line: 3, en: 'cannot be read', zh: '读不出来' },
    { what: 'a list', config: '- jinyong\n', line: 1, en: 'wrong form', zh: '形式不对' },
    {
      what: 'a language',
      config: 'lang: fr\n',
      line: 1,
      en: 'lang: its value',
      zh: 'lang：值的形式不对，写 zh 或 en',
    },
    {
      what: 'a count',
      config: 'lang: zh\nmaxWarnings: -1\n',
      line: 2,
      en: 'maxWarnings: its value',
      zh: 'maxWarnings：值的形式不对',
    },
  ]
  test.each(wrong)('$what is refused with its line', async ({ config, line, en, zh }) => {
    const files = { 'a.yaml': bad, 'beian-check.config.yaml': config }
    for (const [lang, words] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      await refuses({ what: '', args: ['a.yaml', '--lang', lang], files, err: words })
      const { stderr } = await runCli(['a.yaml', '--lang', lang], { files })
      expect(stderr).toMatch(new RegExp(`^/.*beian-check\\.config\\.yaml:${line}[:：]`))
    }
  })

  test('all that is wrong is told at once, by line', async () => {
    const config = [
      'lnag: zh',
      'lang: fr',
      'profile: aliyum',
      'extends: [jinyon, aliyun]',
      'zzz: 1',
      'rules:',
      '  contact/mobil: off',
      '  contact/phone: eror',
      '  access/own-ip: [error, { range: [], ranges: 5 }]',
      '  website/name: []',
    ].join('\n')
    const files = { 'a.yaml': bad, 'beian-check.config.yaml': config }
    for (const [lang, words] of [
      [
        'en',
        [
          /:1: there is no setting “lnag”; is “lang” meant\?/,
          /:2: lang: its value has the wrong form; write zh or en/,
          /:3: There is no profile “aliyum”; is “aliyun” meant\?/,
          /:4: There is no profile “jinyon”; is “jinyong” meant\?/,
          /:5: there is no setting “zzz”; there are: .*profile/,
          /:7: There is no rule “contact\/mobil”; is “contact\/mobile” meant\?/,
          /:8: rules\.contact\/phone: write a level .*; is “error” meant\?/,
          /:9: rule “access\/own-ip”: there is no option “range”; is “ranges” meant\?/,
          /:9: rule “access\/own-ip”: the value of “ranges” has the wrong form/,
          /:10: rules\.website\/name: write a level/,
        ],
      ],
      [
        'zh',
        [
          /:1：没有“lnag”这一项，是不是“lang”？/,
          /:2：lang：值的形式不对，写 zh 或 en/,
          ...Array(8).fill(/：/),
        ],
      ],
    ] as const) {
      const { status, stderr, stdout } = await runCli(['a.yaml', '--lang', lang], { files })
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      const lines = stderr.trimEnd().split('\n')
      expect(lines).toHaveLength(words.length)
      for (const [index, line] of lines.entries()) expect(line).toMatch(words[index] ?? /^$/)
    }
  })

  test('two files that extend each other', () =>
    refuses({
      what: '',
      args: ['a.yaml', '--lang', 'en'],
      files: {
        'a.yaml': bad,
        'beian-check.config.yaml': 'extends: ./b.yaml\n',
        'b.yaml': 'extends: ./beian-check.config.yaml\n',
      },
      err: 'goes round in a circle',
    }))

  test('extends a file that is not there: the file is named', () =>
    refuses({
      what: '',
      args: ['a.yaml', '--lang', 'en'],
      files: { 'a.yaml': bad, 'beian-check.config.yaml': 'extends: ./gone.yaml\n' },
      err: /gone\.yaml:1: this config file cannot be read/,
    }))

  test('a broken config nobody asked about does no harm with --no-config', async () => {
    const files = { 'a.yaml': clean, 'beian-check.config.yaml': 'rules: [' }
    expect(await runCli(['a.yaml', '--no-config'], { files })).toMatchObject({ status: 0, stderr: '' })
  })
})
