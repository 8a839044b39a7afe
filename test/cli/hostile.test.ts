// Drafts made to hurt: they are told, not obeyed. What would take steps without end takes longer than a test may.
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { draft } from './drafts.ts'
import { type Call, type Result, ROOT, runCli } from './run-cli.ts'

/** The rules that speak of a file, by the JSON reporter. */
async function rulesOn(
  name: string,
  text: string | Uint8Array,
  args: readonly string[] = [],
): Promise<string[]> {
  const { stdout, stderr } = await runCli([name, '--format', 'json', ...args], { files: { [name]: text } })
  expect(stderr).not.toMatch(/内部出错/)
  const parsed: { files: { findings: { rule: string; message: string }[] }[] } = JSON.parse(stdout)
  return [...new Set(parsed.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))]
}

const call = (name: string, text: string, args: readonly string[] = []): Promise<Result> => {
  const options: Call = { files: { [name]: text } }
  return runCli([name, '--lang', 'en', ...args], options)
}

const repeat = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')

describe('levels inside one another', () => {
  const levels = 100_000
  const indented = repeat(3000, (index) => `${' '.repeat(index)}a:\n`)
  test.each([
    ['flow lists', 'a.yaml', `websites: ${'['.repeat(levels)}${']'.repeat(levels)}\n`],
    ['flow lists left open', 'a.yaml', `websites: ${'['.repeat(levels)}`],
    ['flow groups', 'a.yaml', `websites: ${'{a: '.repeat(levels)}x${'}'.repeat(levels)}\n`],
    ['dashes', 'a.yaml', `${'- '.repeat(levels)}x\n`],
    ['question marks', 'a.yaml', `${'? '.repeat(levels)}x\n`],
    ['margins', 'a.yaml', indented],
    ['margins behind a tag', 'a.yaml', `x: !odd y\n${indented}`],
    ['flow lists behind a tag', 'a.yaml', `x: !odd y\nz: ${'['.repeat(levels)}`],
    ['dashes behind a directive', 'a.yaml', `%YAML 1.2\n---\n${'- '.repeat(levels)}x\n`],
    ['JSON lists', 'a.json', `{"websites":${'['.repeat(levels)}${']'.repeat(levels)}}`],
    ['JSON groups', 'a.json', `{"a":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`],
    ['JSON lists left open', 'a.json', '['.repeat(levels)],
    ['a line of NDJSON', 'a.ndjson', `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}\n`],
  ])('%s', async (_what, name, text) => {
    const { status, stdout, stderr } = await call(name, text)
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    expect(stdout).toContain('There are more than 100 levels here')
    expect(stdout.length).toBeLessThan(3000)
  })

  test.each([
    ['a: [[[[[[[[[[x]]]]]]]]]]\n'],
    [`${'- '.repeat(90)}x\n`],
    [`${repeat(200, () => '# [\n')}a: b\n`],
  ])('few enough: %j', async (text) => {
    expect(await rulesOn('a.yaml', text)).not.toContain('draft/syntax')
  })
})

describe('much of one thing', () => {
  const many = 20_000
  test.each([
    ['keys in YAML', 'a.yaml', repeat(many, (i) => `k${i}: v\n`), 'draft/unknown-key'],
    ['keys in JSON', 'a.json', `{${repeat(many, (i) => `"k${i}":1,`)}"z":1}`, 'draft/unknown-key'],
    [
      'keys for the exact reader',
      'a.yaml',
      `x: !odd y\n${repeat(many, (i) => `k${i}: v\n`)}`,
      'draft/unknown-key',
    ],
    ['one key in YAML', 'a.yaml', 'a: 1\n'.repeat(many), 'draft/syntax'],
    ['one key in JSON', 'a.json', `{${'"a":1,'.repeat(many)}"a":1}`, 'draft/syntax'],
    ['documents with one key twice', 'a.yaml', '---\na: 1\na: 2\n'.repeat(2000), 'draft/syntax'],
    ['broken lines', 'a.ndjson', '{"a":\n'.repeat(5000), 'draft/syntax'],
    ['escapes in a string left open', 'a.json', `{"a": "${'\\"'.repeat(500_000)}`, 'draft/syntax'],
    ['quotes left open', 'a.yaml', 'a: "xxxxxxxx\n'.repeat(many), 'draft/syntax'],
    ['quotes on one line', 'a.yaml', `a: ${'"\\"'.repeat(50_000)}" x\n`, 'draft/syntax'],
    [
      'spaces in an ignore',
      'a.yaml',
      `a: b # beian-check-ignore${' '.repeat(500_000)}(\n`,
      'draft/unknown-key',
    ],
    ['line ends', 'a.yaml', '\n'.repeat(1_000_000), 'draft/syntax'],
    ['unknown keys', 'a.yaml', repeat(100_000, (i) => `k${i}: v\n`), 'draft/unknown-key'],
    ['colons', 'a.yaml', '：'.repeat(500_000), 'draft/type'],
    [
      'comments that ignore',
      'a.yaml',
      `${'# beian-check-ignore website/name: x\n'.repeat(10_000)}a: b\n`,
      'draft/ignore',
    ],
    ['documents', 'a.yaml', '---\na: b\n'.repeat(2000), 'draft/missing'],
    [
      'ignores in JSON',
      'a.json',
      `{"x-beian-check-ignore":[${'{"rule":"website/name","path":"a","reason":"x"},'.repeat(5000)}"x"]}`,
      'draft/ignore',
    ],
  ])('%s', async (_what, name, text, rule) => {
    expect(await rulesOn(name, text)).toContain(rule)
  })

  test('values in one line are quoted with little around', async () => {
    const { stdout } = await call('a.yaml', `网站信息: [${'山间,'.repeat(2000)}山间]\n`)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(400)
  })

  test('a value of a megabyte', async () => {
    const { status, stdout } = await call('a.yaml', draft({ address: '路1号'.repeat(300_000) }))
    expect(status).toBe(1)
    expect(stdout).toContain('has 900000 characters, at most 4096 are taken')
    expect(stdout).not.toContain('is not filled in')
    expect(stdout.length).toBeLessThan(10_000)
  })
})

describe('references', () => {
  const bomb = repeat(9, (i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]\n`)
  test.each([
    ['ten of ten of ten…', `a0: &a0 [${'x,'.repeat(9)}x]\n${bomb}网站信息: *a9\n`, 'draft/syntax'],
    [
      'a list of one list',
      `a: &a [${'x,'.repeat(1000)}x]\nwebsites: [${'*a,'.repeat(1000)}*a]\n`,
      'draft/syntax',
    ],
    [
      'merged twice and twice',
      `b0: &b0 {k: v}\n${repeat(30, (i) => `b${i + 1}: &b${i + 1}\n  <<: [*b${i}, *b${i}]\n`)}subject: *b30\n`,
      'draft/syntax',
    ],
    ['itself', 'subject: &a\n  x: *a\n  name: *a\n', 'draft/type'],
    ['itself in a list', 'websites: &a\n  - *a\n  - access: *a\n', 'draft/type'],
    ['itself merged', '&a\n<<: *a\n', 'draft/syntax'],
    ['nothing', 'subject: *a\n', 'draft/syntax'],
  ])('%s', async (_what, text, rule) => {
    expect(await rulesOn('a.yaml', text)).toContain(rule)
  })
})

describe('keys that objects have of their own', () => {
  test.each([
    [
      'a.yaml',
      '__proto__: { subject: { name: p } }\nconstructor: y\nsubject:\n  __proto__: { name: p }\n  toString: 1\n',
    ],
    [
      'a.json',
      '{"__proto__":{"subject":{"name":"p"}},"constructor":{"prototype":{"x":1}},"subject":{"__proto__":{"name":"x"},"toString":"1"}}',
    ],
  ])('%s', async (name, text) => {
    const { stdout } = await call(name, text)
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect(stdout).toContain(`The form has no “${key}”`)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(stdout).toContain('The whole part “subject” is not filled in')
  })
})

test('a line of NDJSON that is longer than --max-size is told, as is its file', async () => {
  const long = `{"subject":{"name":"${'x'.repeat(3_000_000)}"}}\n`
  const { status, stderr } = await call('a.ndjson', `{"a":1}\n${long}{"b":2}\n`, [
    '--max-size',
    '2M',
    '--quiet',
    '--jobs',
    '1',
  ])
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('a.ndjson: is larger than 2 MB'),
  })
})

describe('files larger than --max-size', () => {
  test.each([
    [['--max-size', '1K'], 'a.yaml', 2, 'a.yaml: is larger than 1 KB and was not read'],
    [['--max-size', '1000'], 'a.yaml', 2, 'a.yaml: is larger than 1000 B and was not read'],
    [['--max-size', '2KB'], 'a.yaml', 0, ''],
    [['--max-size', '1K'], 'a.ndjson', 2, ''],
    [['--max-size', '0'], 'a.yaml', 2, '--max-size 0: write a number of bytes'],
    [['--max-size', '10 apples'], 'a.yaml', 2, '--max-size 10 apples: write a number of bytes'],
  ])('%j %s', async (args, name, status, said) => {
    const text = `${draft()}# ${'x'.repeat(1000)}\n`
    const result = await call(name, text, args)
    expect(result.status).toBe(status)
    if (said === '') expect(result.stderr).toBe('')
    else expect(result.stderr).toContain(said)
  })

  test('standard input is not read without end', () => {
    const command = `yes | "${process.execPath}" bin/beian-check.js - --lang en 2>&1; echo $?`
    const said = execFileSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' })
    expect(said).toBe(
      '<stdin>: is larger than 10 MB and was not read; --max-size raises the limit if it is a draft\n2\n',
    )
  })
})
