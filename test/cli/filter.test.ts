// `beian-check --format ndjson -`: a line in, a line out.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { jsonDraft } from '../bench/drafts.ts'
import { NOW, quietIo, ROOT, runCli } from './run-cli.ts'

const args = ['--format', 'ndjson', '--no-config', '-']
const lines = (...numbers: number[]): string => numbers.map((n) => `${jsonDraft(n)}\n`).join('')

interface Answer {
  readonly path: string
  readonly document: number
  readonly findings: readonly { rule: string; line: number; document: number }[]
  readonly unreadable?: string
}
const answersIn = (text: string): Answer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

test.each(['', '\n \r\n'])('no lines are told, unless that is fine: %j', async (stdin) => {
  expect(await runCli([...args], { stdin })).toMatchObject({ status: 2 })
  expect(await runCli([...args, '--allow-empty'], { stdin })).toEqual({ status: 0, stdout: '', stderr: '' })
  const named = [...args, '--stdin-filename', 'a.ndjson']
  const file = await runCli(['--format', 'ndjson', '--no-config', 'a.ndjson'], {
    files: { 'a.ndjson': stdin },
  })
  expect(await runCli(named, { stdin })).toEqual(file)
  expect(await runCli([...named, '--allow-empty'], { stdin })).toEqual({ status: 0, stdout: '', stderr: '' })
})

describe('answers', () => {
  test('are those of a run over a file of the same lines', async () => {
    const text = `${lines(1, 13, 23)}\n{"subject": 1}\n\r\n{"subject: 2}\n${lines(33)}`
    const file = await runCli(['--format', 'ndjson', '--no-config', 'a.ndjson'], {
      files: { 'a.ndjson': text },
    })
    const filtered = await runCli([...args, '--stdin-filename', 'a.ndjson'], { stdin: text })
    expect(filtered).toEqual(file)
  })

  test.each([
    ['clean lines', lines(1, 2), 0, [0, 1], [0, 0]],
    ['a line with an error in it', lines(1, 113), 1, [0, 1], [0, 1]],
    ['a line that is no JSON', `${lines(1)}{"a": 1,}\n${lines(2)}`, 2, [0, 1, 2], [0, 1, 0]],
    ['a slip in the first line', `{"a": 1,}\n${lines(2)}`, 2, [0, 1], [1, 0]],
    ['blank lines and no end of the last', `\n${lines(1)}  \n${lines(2).trimEnd()}`, 0, [0, 1], [0, 0]],
    ['a byte order mark and CRLF', `\uFEFF${lines(1, 2).replaceAll('\n', '\r\n')}`, 0, [0, 1], [0, 0]],
    ['the same website in two lines: no clash', lines(1, 1), 0, [0, 1], [0, 0]],
  ])('%s', async (_name, stdin, status, documents, counts) => {
    const result = await runCli(args, { stdin })
    const answers = answersIn(result.stdout)
    expect(answers.map(({ document }) => document)).toEqual(documents)
    expect(answers.map(({ findings }) => findings.length)).toEqual(counts)
    expect(result.status).toBe(status)
  })

  test('count lines and drafts from the beginning', async () => {
    const { stdout } = await runCli(args, { stdin: `${lines(1)}\n${lines(23)}` })
    expect(answersIn(stdout)[1]?.findings[0]).toMatchObject({ document: 1, line: 3 })
  })

  test('go by the options: level of a rule, errors only, limit of warnings', async () => {
    const stdin = lines(113)
    const warning = ['--rule', 'access/provider=warning', ...args]
    const off = await runCli(['--quiet', ...warning], { stdin })
    expect(off.status).toBe(0)
    expect(answersIn(off.stdout)[0]?.findings).toEqual([])
    const limited = await runCli(['--max-warnings', '0', ...warning], { stdin })
    expect(limited.status).toBe(1)
  })

  test('say which line cannot be read, and go on', async () => {
    const long = `{"x-note": "${'a'.repeat(3000)}"}\n`
    const stdin = Buffer.concat([
      Buffer.from(lines(1)),
      Buffer.from([0x7b, 0xff, 0xff, 10]),
      Buffer.from(long + lines(2)),
    ])
    const { stdout, stderr, status } = await runCli(['--max-size', '2K', '--lang', 'en', ...args], { stdin })
    const answers = answersIn(stdout)
    expect(answers.map(({ unreadable }) => unreadable !== undefined)).toEqual([false, true, true, false])
    expect(answers[2]?.unreadable).toContain('2 KB')
    expect(stderr).toBe('2 lines could not be read; see “unreadable” in the output\n')
    expect(status).toBe(2)
  })
})

test.each(['fffe', 'feff', 'ff'])('a line of the bytes %s is no blank one', async (hex) => {
  const stdin = Buffer.concat([Buffer.from(lines(1)), Buffer.from(`${hex}0a`, 'hex'), Buffer.from(lines(2))])
  const { stdout, stderr, status } = await runCli([...args, '--lang', 'en'], { stdin })
  expect(answersIn(stdout).map(({ unreadable }) => unreadable !== undefined)).toEqual([false, true, false])
  expect({ stderr, status }).toEqual({
    stderr: '1 line could not be read; see “unreadable” in the output\n',
    status: 2,
  })
})

describe('is no filter', () => {
  test.each([
    ['UTF-16 with a mark', '\uFEFF', []],
    ['UTF-16 without one', '', []],
    ['UTF-16 by a name of NDJSON', '\uFEFF', ['--stdin-filename', 'a.ndjson']],
  ])('for %s', async (_name, mark, more) => {
    // 上 and 儊 have the byte of a line end in them.
    const text = lines(1, 2).replaceAll('"subject"', '"x-note":"上儊","subject"')
    const { stdout, status } = await runCli([...args, ...more], {
      stdin: Buffer.from(mark + text, 'utf16le'),
    })
    expect(answersIn(stdout).map(({ document, findings }) => [document, findings])).toEqual([
      [0, []],
      [1, []],
    ])
    expect(status).toBe(0)
  })

  test.each([
    ['for YAML', 'subject: { name: a }\n---\nsubject: { name: b }\n', [0, 1]],
    ['for flow style', '{subject: {name: a}}\n', [0]],
    ['for JSON over several lines', JSON.stringify({ subject: { name: 'a' } }, null, 2), [0]],
    ['for an array', '[{"subject": {"name": "a"}}, {}]\n', [0, 1]],
  ])('%s', async (_name, stdin, documents) => {
    const { stdout, stderr } = await runCli(args, { stdin })
    expect(stderr).toBe('')
    expect(answersIn(stdout).map(({ document }) => document)).toEqual(documents)
  })
})

test('reads no further while an answer is not taken', async () => {
  const order: string[] = []
  const status = await main({
    ...quietIo(NOW),
    args,
    stdout: {
      isTTY: false,
      columns: undefined,
      write: (text) => void order.push(`out ${JSON.parse(text).document}`),
    },
    stdinChunks: async function* () {
      for (const n of [0, 1, 2]) {
        order.push(`in ${n}`)
        yield Buffer.from(lines(n))
      }
    },
  })
  expect(order).toEqual(['in 0', 'out 0', 'in 1', 'out 1', 'in 2', 'out 2'])
  expect(status).toBe(0)
})

test('answers at once, while the next line is still to come', async () => {
  const child = spawn(process.execPath, [join(ROOT, 'bin/beian-check.js'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (const n of [0, 1]) {
    child.stdin.write(lines(n))
    const { value } = await answers.next()
    expect(JSON.parse(value)).toMatchObject({ document: n, findings: [] })
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdin.end()
  expect(await ended).toBe(0)
})
