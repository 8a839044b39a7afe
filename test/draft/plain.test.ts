// The fast reader reads and places what the exact one does, or nothing at all.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { exactYaml } from '../../src/draft/exact.ts'
import type { Path } from '../../src/draft/field.ts'
import { openLocator } from '../../src/draft/locate.ts'
import { plainValues } from '../../src/draft/plain.ts'
import type { Format } from '../../src/draft/read.ts'
import { jsonDraft, yamlDraft } from '../bench/drafts.ts'
import fc from '../property.ts'

const { reader } = vi.hoisted(() => ({ reader: { exactOnly: false } }))
vi.mock('../../src/draft/plain-tree.ts', async (load) => {
  const real = await load<typeof import('../../src/draft/plain-tree.ts')>()
  return { ...real, plainTree: (text: string) => (reader.exactOnly ? undefined : real.plainTree(text)) }
})

/** Places by both readers. */
async function locators(text: string, format: Format = 'yaml') {
  const fast = await openLocator(text, format)
  reader.exactOnly = true
  const exact = await openLocator(text, format)
  reader.exactOnly = false
  return { fast, exact }
}

const same = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/\bnull\b(?!["'])/g, '""'))

describe('read by the fast reader', () => {
  test.each([
    ['a generated draft', yamlDraft(23)],
    ['a list at the margin of its key', 'a:\n- b\n- c: d\n  e: f\ng: h\n'],
    ['lists in lists of mappings', 'a:\n  - b:\n      - c\n    d: e\n  - f\n'],
    ['flow style', 'a: { b: [c, \'d e\'], g: "h" }\nk: []\nm: {}\n'],
    ['no values', 'a:\nb:\n  c:\nd: e\n'],
    ['comments', '# one\na: b # two\n  # three\nc: # four\n  d: e#f\n'],
    ['quoted texts', 'a: \'b: c # d\'\nb: "[e]"\n'],
    ['CRLF and a byte order mark', '\uFEFFa: b\r\nc:\r\n  - d\r\n\r\n'],
    ['no line end', 'a: b'],
    ['a line of JSON', '{"a": {"b": [1, "c"]}, "d": null}'],
  ])('%s', (_name, text) => {
    const plain = plainValues(text)
    expect(plain).toBeDefined()
    expect(same(plain?.value)).toEqual(same(exactYaml(text).values[0]))
  })
})

describe('left to the other readers', () => {
  test.each([
    ['an anchor', 'a: &x b\nc: *x\n'],
    ['a tag', 'a: !x b\n'],
    ['a block text', 'a: |\n  b\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['a quoted text over two lines', 'a: "b\n  c"\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['two documents', 'a: b\n---\nc: d\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a tab', 'a:\tb\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['an indentation that fits nothing', 'a:\n    b: c\n  d: e\n'],
    ['a key of an object of JavaScript', '__proto__: a\n'],
    ['a character beyond the first plane', 'a: 𠮷\n'],
    ['a bracket that is never closed', 'a: [b, c\nd: e\n'],
    ['an empty text', ''],
  ])('%s', (_name, text) => {
    expect(plainValues(text)).toBeUndefined()
  })
})

const word = fc.constantFrom(
  'a',
  '山间',
  '0123',
  '~',
  'x y',
  '“引号”',
  'a#b',
  'a: b',
  "it's",
  '：',
  '-',
  'b:',
  'é',
  'a ',
)
const start = fc.tuple(
  fc.constantFrom('', '  ', '    ', '   '),
  fc.constantFrom('k: ', 'j: ', '- ', '键: ', 'k:', '- k: ', '- j:', '', '# ', 'k : '),
)
const style = fc.constantFrom(
  (text: string) => text,
  (text: string) => `"${text}"`,
  (text: string) => `'${text}'`,
  (text: string) => `[${text}, b]`,
  (text: string) => `{k: ${text}, "j": [${text}]}`,
  (text: string) => `${text} # note`,
  () => '',
)
const texts = fc
  .array(fc.tuple(start, word, style), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map(([[indent, key], value, write]) => `${indent}${key}${write(value)}`).join('\n'))

const folder = new URL('../../fixtures/drafts/', import.meta.url)
const fixtures = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** What a slip of the hand, or somebody who means ill, puts into a draft. */
const slips = [
  ...'\n\t\r #:-"\'[]{},&*!|>%@?~`：　\uFEFF\u00A0\u2028\u0085\\<=.',
  '\n  ',
  '\n- ',
  ': ',
  ' #',
  '\r\n',
  '---\n',
]

/** Drafts with some slips: a piece taken out, put in, or said twice. */
const slipped = fc
  .tuple(
    fc.constantFrom(...fixtures, yamlDraft(23), yamlDraft(43), jsonDraft(23)),
    fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', '', ...slips)), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([draft, changes]) => {
    let text = draft
    for (const [place, out, put] of changes) {
      const at = place % (text.length + 1)
      text = text.slice(0, at) + put + text.slice(at + out)
    }
    return text
  })

/** Every path into a value. */
function* pathsIn(value: unknown, above: Path = []): Generator<Path> {
  yield above
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    yield* pathsIn(inner, [...above, Array.isArray(value) ? Number(key) : key])
}

/** Reads with both readers, where the fast one takes the text. Returns whether it does. */
function compareValues(text: string): boolean {
  const plain = plainValues(text)
  if (plain === undefined) return false
  const exact = exactYaml(text)
  expect(exact.problems).toEqual([])
  expect(same([plain.value])).toEqual(same(exact.values))
  return true
}

async function comparePlaces(text: string): Promise<void> {
  const plain = plainValues(text)
  if (plain === undefined) return
  const { fast, exact } = await locators(text)
  const drafts = Array.isArray(plain.value) ? plain.value : [plain.value]
  for (const [document, draft] of drafts.entries())
    for (const path of pathsIn(draft))
      for (const part of ['value', 'key'] as const)
        expect(fast.locate(document, { path, part })).toEqual(exact.locate(document, { path, part }))
}

describe('on generated texts', () => {
  test.each([
    ['short ones', texts, 4000, 200],
    ['drafts with slips', slipped, 1500, 60],
  ])('values are those of the exact reader: %s', (_name, made, numRuns, atLeast) => {
    let read = 0
    fc.assert(
      fc.property(made, (text) => {
        if (compareValues(text)) read += 1
      }),
      { numRuns },
    )
    expect(read).toBeGreaterThan(atLeast)
  })

  test.each([
    ['short ones', texts, 2000],
    ['drafts with slips', slipped, 200],
  ])('places are those of the exact reader: %s', async (_name, made, numRuns) => {
    await fc.assert(fc.asyncProperty(made, comparePlaces), { numRuns })
  })

  test('and so in lines of JSON', async () => {
    const text = [3, 13, 23].map((n) => `${jsonDraft(n)}\n\n`).join('')
    const { fast, exact } = await locators(text, 'lines')
    for (const path of pathsIn(JSON.parse(jsonDraft(13))))
      for (const document of [0, 1, 2, 3])
        expect(fast.locate(document, { path })).toEqual(exact.locate(document, { path }))
  })

  test('and so, with pieces of values, in a draft', async () => {
    const text = yamlDraft(43)
    const { fast, exact } = await locators(text)
    const paths = [
      ...pathsIn(plainValues(text)?.value),
      ['subject', 'name'],
      ['websites', 0, 'domains', 0, 'name'],
      ['websites', 0, 'services'],
      ['websites', 0],
    ]
    for (const path of paths) {
      expect(fast.locate(0, { path })).toEqual(exact.locate(0, { path }))
      expect(fast.locate(0, { path, slice: [1, 2] })).toEqual(exact.locate(0, { path, slice: [1, 2] }))
    }
  })
})
