// What the fuzzing feeds: real drafts with slips, texts made of hostile pieces, and any value in any field.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { allRules } from '../../rules/all.ts'
import { exactYaml } from '../../src/draft/exact.ts'
import { jsonDraft, yamlDraft } from '../bench/drafts.ts'
import { fixtures } from '../cli/drafts.ts'
import { ROOT } from '../cli/run-cli.ts'
import { draftValues } from '../draft-values.ts'
import { formattedJson, formattedYaml, pickFrom } from '../formatted.ts'
import fc from '../property.ts'

/** A file as somebody might hand it in. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The text of a file, and a name that says how to read it. */
export interface Text {
  readonly file: string
  readonly text: string
}

const real = fixtures.map((name) => readFileSync(join(ROOT, 'fixtures/drafts', name), 'utf8'))
const shown = allRules.flatMap(({ examples: { bad, good } }) => [...bad, ...good].map(({ draft }) => draft))

/** Pieces that mean something to a reader of YAML or JSON, or to the tool. */
const pieces: readonly string[] = [
  ...'\n\t\r\0 #:-?"\'[]{},&*!|>%@`~：，　\uFEFF\u00A0\u2028\u0085\u200b\ud842\\<=./',
  ...[
    '\n  ',
    '\n- ',
    '- ',
    ': ',
    ' #',
    '\r\n',
    '\n---\n',
    '\n...\n',
    '? ',
    '\n? ',
    '\n: ',
    "''",
    '""',
    '\\"',
  ],
  ...[
    '&a ',
    '*a',
    '*a ',
    '&a\n',
    '!x ',
    '!!str ',
    '!!map\n',
    '! ',
    '!<x> ',
    '%YAML 1.2\n---\n',
    '%TAG ! x\n',
  ],
  ...[
    '<<: *a\n',
    '<<: ',
    '<<:\n',
    '<<: [*a, *a]\n',
    '{<<: *a}',
    '"<<": ',
    '{: 1}',
    '[: 1]',
    '[a]: ',
    '{a}: ',
  ],
  ...[
    '{a: 1}',
    '[a, b]',
    '[[]]',
    '{a, b}',
    '[a: b]',
    '{? a}',
    '{"a":1}',
    '{"a" :1}',
    '[,]',
    '{,}',
    '- - - a\n',
  ],
  ...[
    '|\n',
    '>-\n',
    '|2\n',
    '|+\n\n',
    '>1-\n ',
    '"a\n b"',
    "'a\n b'",
    '"a\\\n b"',
    '"\\x41"',
    '"\\u4e00"',
    '"\\q"',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'toString: ',
    'subject: ',
    'websites:\n',
    '网站信息: ',
    '域名: ',
    'null',
    '~',
  ],
  ...[
    '# beian-check-ignore website/name: x\n',
    '# beian-check-ignore',
    'x-beian-check-ignore: ',
    '$schema: ',
  ],
  ...[
    '1e999',
    '-0',
    '0x1F',
    '110105194912310021',
    'true',
    '.inf',
    'a'.repeat(1100),
    '\u{20bb7}',
    'e\u0301',
    '\u202e',
  ],
]

const piece = fc.constantFrom(...pieces)

/** One slip of a hand or of somebody who means ill. The numbers say where; each takes what it needs. */
type Slip = (text: string, at: number, size: number, put: string) => string
const linesOf = (text: string): string[] => text.split(/(?<=\n)/)

const slips: readonly Slip[] = [
  (text, at, size, put) => text.slice(0, at) + put + text.slice(at + size),
  (text, at, _size, put) => text.slice(0, at) + put + text.slice(at),
  (text, at, size) => text.slice(0, at) + text.slice(at + size),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, size) => text.slice(0, at) + text.slice(at - size),
  (text, at) => overLine(text, at, (line) => [line, line]),
  (text, at) => overLine(text, at, () => []),
  (text, at, size) => overLine(text, at, (line) => [' '.repeat(size % 5), line]),
  (text, at) => overLine(text, at, (line) => [line.replace(/^ {1,2}/, '')]),
  (text, at, _size, put) => overLine(text, at, (line) => [line.replace(/: .*/, `: ${put}`)]),
  (text, at, _size, put) => overLine(text, at, (line) => [line.replace(/: /, `: ${put}`)]),
  (text, at, _size, put) => overLine(text, at, (line) => [line.replace(/[^\s-][^:]*:/, `${put}:`)]),
  (text, at) => overLine(text, at, (line) => [line.replace(/\r?\n$/, '')]),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replaceAll(': ', '：'),
]

/** Replaces the line around an offset. */
function overLine(text: string, at: number, change: (line: string) => string[]): string {
  const lines = linesOf(text)
  const index = linesOf(text.slice(0, at + 1)).length - 1
  return [...lines.slice(0, index), ...change(lines[index] ?? ''), ...lines.slice(index + 1)].join('')
}

const slip = fc.record({
  how: fc.nat(slips.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(12),
  put: fc.oneof(
    { weight: 5, arbitrary: piece },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  ),
})

const slipped = (base: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(base, fc.array(slip, { minLength: 1, maxLength: most }))
    .map(([text, all]) =>
      all.reduce(
        (before, { how, at, size, put }) =>
          slips[how]?.(before, Math.floor(at * before.length), size, put) ?? before,
        text,
      ),
    )

/** Short texts put together from pieces that matter. */
const made = fc
  .array(fc.oneof(piece, fc.constantFrom('a', 'b', '山', 'a: ', 'b: ', '- ', '\n', '\n  ', '1', ' ')), {
    maxLength: 12,
  })
  .map((all) => all.join(''))

/** Drafts in any layout, of any values. */
const written = fc
  .tuple(
    fc.array(draftValues(), { minLength: 1, maxLength: 2 }),
    fc.array(fc.nat(1000), { minLength: 30, maxLength: 90 }),
  )
  .map(([drafts, numbers]) => formattedYaml(drafts.map(Object), pickFrom(numbers)).text)

/** YAML as it comes, sound or not. */
export const yamlTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: made },
  { weight: 4, arbitrary: slipped(fc.constantFrom(...shown), 3) },
  { weight: 2, arbitrary: slipped(written, 3) },
  { weight: 2, arbitrary: slipped(fc.constantFrom(...real, yamlDraft(23), yamlDraft(43)), 4) },
)

const jsonValues = fc.oneof(
  fc.json(),
  draftValues().map((value) => JSON.stringify(value)),
)
const spacedJson = fc
  .tuple(draftValues(), fc.array(fc.nat(1000), { minLength: 30, maxLength: 90 }))
  .map(([value, numbers]) => formattedJson([Object(value)], pickFrom(numbers)).text)

/** JSON as it comes, sound or not. */
export const jsonTexts: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  spacedJson,
  slipped(jsonValues, 2),
  slipped(fc.constantFrom(jsonDraft(23), ...real.filter((text) => /^[{[]/.test(text))), 2),
)

const encoders: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => iconv.encode(text, 'gb18030'),
  (text) => iconv.encode(text, 'utf-16le'),
  (text) => iconv.encode(text, 'utf-16le', { addBOM: true }),
  (text) => iconv.encode(text, 'utf-16be', { addBOM: true }),
  (text) => Buffer.from(text, 'latin1'),
]

const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 3 })

const encoded = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: yamlTexts }, { weight: 1, arbitrary: jsonTexts }),
    fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(encoders.length - 1) }),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: flips }),
  )
  .map(([text, encoder, changes]) => {
    const bytes = Uint8Array.from(encoders[encoder]?.(text) ?? [])
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[Math.floor(at * (bytes.length - 1))] = byte
    return bytes
  })

const names = fc.constantFrom('a.yaml', 'a.yml', 'a.json', 'a.ndjson', 'a.jsonl')

/** Any bytes under any name of a draft. */
export const files: fc.Arbitrary<File> = fc.record({
  name: fc.oneof({ weight: 2, arbitrary: fc.constant('a.yaml') }, { weight: 1, arbitrary: names }),
  bytes: fc.oneof(
    { weight: 9, arbitrary: encoded },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  ),
})

/** Every text in the values of a draft. */
function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && value !== '') yield value
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* wordsIn(inner)
}

/** What is written in fields: fixtures and examples have the words that rules know. */
const words = [...new Set([...real, ...shown].flatMap((text) => [...wordsIn(exactYaml(text).values)]))].sort()

const oddWords = fc.constantFrom(
  ...[
    '',
    ' ',
    '~',
    '0',
    '-1',
    '1e309',
    '000000000000000000',
    '2024-02-30',
    '9999-99-99',
    '0.0.0.0/0',
    '::/0',
    '1.2.3.4-1.2.3.3',
  ],
  ...[
    'http://',
    'https://[::1]:99999/',
    'xn--a',
    '.cn',
    'a..cn',
    '中国.中国',
    '@',
    'a@',
    '+86',
    '0571-',
    '（）',
    '号',
    '室',
    '省市县',
  ],
  ...[
    '\ud842',
    '\u202e',
    '\u200d',
    'e\u0301',
    '👨‍👩‍👧',
    'ＡＢＣ１２３',
    '\u0000',
    'x'.repeat(5000),
    '山'.repeat(1025),
    '1'.repeat(400),
  ],
)

/** Words for a field of text: real ones, such with slips, two of them together, and anything. */
const fieldWords: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...words), fc.nat(30), fc.nat(3), fc.oneof(oddWords, fc.constantFrom(...words)))
      .map(([word, at, out, put]) => word.slice(0, at) + put + word.slice(at + out)),
  },
  { weight: 2, arbitrary: oddWords },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)) },
)

/** Drafts with any value in any field. */
export const anyDrafts: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: draftValues({ text: fieldWords, wrong: fc.jsonValue({ maxDepth: 2 }), absent: 1 }),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
)

/** Such drafts, written down in any layout. */
export const laidOut: fc.Arbitrary<Text> = fc
  .tuple(
    fc.array(
      anyDrafts.map((value) => Object(value)),
      { minLength: 1, maxLength: 2 },
    ),
    fc.boolean(),
    fc.array(fc.nat(1000), { minLength: 30, maxLength: 90 }),
  )
  .map(([drafts, isJson, numbers]) => ({
    file: isJson ? 'a.json' : 'a.yaml',
    text: (isJson ? formattedJson : formattedYaml)(drafts, pickFrom(numbers)).text,
  }))

/** Files of one run; drafts that clash are among them. */
export const runs: fc.Arbitrary<readonly string[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...real.filter((text) => text.length < 20_000), yamlDraft(23)) },
    { weight: 2, arbitrary: slipped(fc.constantFrom(...real, yamlDraft(23), yamlDraft(33)), 2) },
    { weight: 1, arbitrary: laidOut.map(({ text }) => text) },
  ),
  { minLength: 2, maxLength: 5 },
)
