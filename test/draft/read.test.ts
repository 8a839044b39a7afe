// The reader: every scalar stays as it was written, and both readers agree.

import { describe, expect, test } from 'vitest'
import { exactYaml } from '../../src/draft/exact.ts'
import { formatOf, readText } from '../../src/draft/read.ts'
import fc from '../property.ts'

const values = async (text: string, format: 'yaml' | 'json' | 'lines' = 'yaml'): Promise<unknown[]> =>
  (await readText(text, format)).documents.map(({ value }) => value)

describe('scalars stay as they are written', () => {
  test.each([
    ['110105194912310021'],
    ['021-58880000'],
    ['0123'],
    ['NO'],
    ['1e3'],
    ['0b11'],
    ['2028-06-30'],
    ['true'],
    ['1_000'],
    ['0x1F'],
    ['12:30:45'],
    ['.5'],
    ['𠮷田青'],
  ])('%s', async (written) => {
    expect(await values(`number: ${written}\n`)).toEqual([{ number: written }])
    expect(await values(`{"number": "${written}"}`, 'json')).toEqual([{ number: written }])
  })

  test.each([['110105194912310021'], ['13000000021'], ['-0'], ['1e3'], ['1.50']])(
    'JSON number %s',
    async (written) => {
      expect(await values(`{"number": ${written}, "text": "1 of ${written}"}`, 'json')).toEqual([
        { number: written, text: `1 of ${written}` },
      ])
    },
  )
})

describe('several drafts in one file', () => {
  test.each([
    ['YAML documents', 'yaml', 'a: 1\n---\na: 2\n', [0, 1]],
    ['an empty document keeps its number', 'yaml', 'a: 1\n---\n---\na: 2\n', [0, 2]],
    ['a JSON array', 'json', '[{"a":1},{"a":2}]', [0, 1]],
    ['NDJSON', 'lines', '{"a":1}\n\n{"a":2}\n', [0, 1]],
    ['an empty file is one empty draft', 'yaml', '# nothing\n', [0]],
  ] as const)('%s', async (_name, format, text, numbers) => {
    const { documents } = await readText(text, format)
    expect(documents.map(({ document }) => document)).toEqual(numbers)
  })
})

test.each([
  ['yaml', '[]\n'],
  ['yaml', '# later\n[ ]\n'],
  ['json', '[]'],
  ['json', '\uFEFF[\n]\n'],
] as const)('an empty list of drafts is told: %s %j', async (format, text) => {
  const { documents, problems } = await readText(text, format)
  expect(documents).toEqual([])
  expect(problems).toMatchObject([{ document: 0, cause: 'empty' }])
})

describe('the format of a file', () => {
  test.each([
    ['a.yaml', 'x', 'yaml'],
    ['A.YML', 'x', 'yaml'],
    ['a.json', 'x', 'json'],
    ['a.ndjson', '{}', 'lines'],
    ['a.jsonl', '{}', 'lines'],
    ['<stdin>', '{"a": 1}', 'json'],
    ['<stdin>', '{a: 1}', 'yaml'],
    ['<stdin>', 'a: 1', 'yaml'],
    ['<stdin>', '{"a": 1}\n{"a": 2}\n', 'lines'],
    ['a.txt', '\uFEFF\r\n{"a": 1,}\r\n\r\n  {"a": 2}', 'lines'],
    ['<stdin>', '{a: 1}\n{a: 2}\n', 'yaml'],
    ['<stdin>', '{"a": 1} # one\n', 'yaml'],
    ['<stdin>', '{"a": 1}\n# one\n', 'yaml'],
    ['<stdin>', '{"a":\n{"b": 1}}\n', 'json'],
    ['<stdin>', '{"a": {b: 1}}\n---\n{"a": 2}\n', 'yaml'],
  ])('%s with %s is %s', (path, text, format) => {
    expect(formatOf(path, text)).toBe(format)
  })
})

/** The readers write nothing in two ways; to a draft it is the same. */
const withoutNull = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/\bnull\b(?!["'])/g, '""'))

describe('the fast reader and the exact reader agree', () => {
  test.each([
    ['anchors and merge keys', 'a: &x {p: 1}\nb:\n  <<: *x\n  q: 2\nc: *x\n'],
    ['block texts', 'a: |\n  one\n  two\nb: >-\n  three\n  four\n'],
    ['flow style', 'a: {b: [c, "d e", \'f\'], g: h}\n'],
    ['quoted texts over two lines', 'a: "one\n  two"\nb: \'three\n  four\'\n'],
    ['quoted text indented too little', 'a:\n  b: "one\n two"\n'],
    ['a directive', '%YAML 1.2\n---\na: 0b11\n'],
    ['a complex key', '? a\n: b\n'],
    ['a tag', 'a: !secret b\n'],
    ['no value', 'a:\nb: ~\nc: null\n'],
    ['keys that are object properties', '__proto__: 1\nconstructor: 2\n'],
    ['CRLF', 'a: b\r\nc:\r\n  - d\r\n'],
    ['a byte order mark', '\uFEFFa: b\n'],
    ['a comment behind a value', 'a: b # c\nd: "e" # it\'s\n'],
    ['a carriage return alone', 'a: b\r c: d\n'],
    ['a tab before a text', '\ta\n'],
    ['a key of a line separator', `${'a'.repeat(1100)}\u2028a: b\n`],
    ['a key longer than YAML has them', `${'a'.repeat(1100)} b: c\n`],
    ['an empty key', 'a: {: 1}\n'],
    ['a list for a key', '[a]: b\n'],
    ['an anchored empty key', 'a:\n  &b : 1\n'],
    ['an anchor upon an anchor', '&a\n&a\n'],
    ['a colon without a space in a flow', 'a: {b:{c: d}, "":[e]}\n'],
    ['a comment without a space', '[a]#\n'],
    ['a block text with a number', 'a: >1\nb\n'],
    ['a block text that is the draft', ' |\n#\n'],
    ['dashes that are no marker', '---a\n'],
    ['a merge of a list of lists', 'a:\n  <<: [[b]]\n'],
    ['a merge of a list of lists behind a reference', 'a: &a\n  - [b]\nc:\n  <<: *a\n'],
  ])('%s', async (_name, text) => {
    const exact = exactYaml(text)
    const fast = await readText(text, 'yaml')
    expect(fast.problems).toEqual(exact.problems)
    expect(withoutNull(fast.documents.map(({ value }) => value))).toEqual(withoutNull(exact.values))
  })

  test('comments that only the exact reader reads are one empty draft', async () => {
    const { documents, problems } = await readText('# a\r# b\n', 'yaml')
    expect({ documents, problems }).toEqual({ documents: [{ document: 0, value: null }], problems: [] })
  })

  const word = fc.constantFrom(
    'a',
    '山间',
    '0123',
    'NO',
    '~',
    '1e3',
    'x y',
    '“引号”',
    'a#b',
    "it's",
    '：',
    '-',
    '𠮷',
  )
  const line = fc.tuple(
    fc.constantFrom('', '  ', '    '),
    fc.constantFrom('k: ', '- ', '键: ', 'k:', '- k: ', ''),
    word,
  )
  const style = fc.constantFrom(
    (text: string) => text,
    (text: string) => `"${text}"`,
    (text: string) => `'${text}'`,
    (text: string) => `[${text}, b]`,
    (text: string) => `${text} # note`,
  )
  test('on generated texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, style), { maxLength: 8 }), async (lines) => {
        const text = lines.map(([[indent, key, value], write]) => `${indent}${key}${write(value)}`).join('\n')
        const exact = exactYaml(text)
        const fast = await readText(text, 'yaml')
        if (exact.problems.length > 0) expect(fast.problems.length).toBeGreaterThan(0)
        else {
          const filled = exact.values.filter((value) => value !== null && value !== '' && value !== undefined)
          const [single] = exact.values
          const isList = exact.values.length === 1 && Array.isArray(single)
          const wanted = isList ? single : filled.length > 0 ? filled : exact.values.slice(0, 1)
          expect(withoutNull(fast.documents.map(({ value }) => value))).toEqual(withoutNull(wanted))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
