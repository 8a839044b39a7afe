// Edits in drafts of any layout: the values are right, every byte outside the value stays, the layout too.
import { describe, expect, test } from 'vitest'
import { editText } from '../../src/draft/edit.ts'
import type { Path } from '../../src/draft/field.ts'
import { type Format, readText } from '../../src/draft/read.ts'
import { differsOnlyIn, formattedJson, formattedYaml, type Leaf, pickFrom } from '../formatted.ts'
import fc from '../property.ts'

const nasty = [
  '',
  ' ',
  'a: b',
  '- a',
  '# x',
  'a #b',
  "it's",
  '"q"',
  'null',
  '~',
  '\\',
  'a\nb',
  '\t',
  '{',
  ']',
  ',',
  '&a',
  '*a',
  '!t',
  '%',
  '@',
  '`',
  '|',
  '>-',
  '---',
  '...',
  '𠮷田',
  '\u2028',
  '\u0085',
  '\uFEFFx',
  '0571-80000002',
  '林望舒',
  '山间札记 2',
  '2026-11-23',
  '<<',
  'key:',
  'a, b',
  'a]',
  'a}b',
  ':',
]
const value = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[\u4e00-\u9fff]{1,6}$/),
)
const person = fc.record({ name: value, mobile: value, qq: value }, { requiredKeys: ['name'] })
const draft = fc.record(
  {
    profile: value,
    subject: fc.record(
      { name: value, city: value, address: value, principal: person, remark: value, 'x-more': value },
      { requiredKeys: ['name', 'city'] },
    ),
    websites: fc.array(
      fc.record(
        {
          name: value,
          remark: value,
          services: fc.array(value, { minLength: 1, maxLength: 3 }),
          'x-a': value,
        },
        { requiredKeys: ['name', 'x-a'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['subject', 'websites'] },
)
const drafts = fc.array(draft, { minLength: 1, maxLength: 2 })
const choices = fc.array(fc.nat(1000), { minLength: 40, maxLength: 120 })

const formats = [
  ['yaml', formattedYaml],
  ['json', formattedJson],
] as const

async function valuesOf(text: string, format: Format): Promise<unknown[]> {
  const { documents, problems } = await readText(text, format)
  expect(problems, text).toEqual([])
  return JSON.parse(JSON.stringify(documents.map((entry) => entry.value)))
}

/** The values with another one, or none, at a place. */
function changed(values: readonly object[], { document, path }: Leaf, value: string | undefined): unknown {
  const copy: unknown[] = structuredClone([...values])
  let holder: unknown = copy[document]
  for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step)
  const last = path.at(-1) ?? ''
  if (value !== undefined) Reflect.set(Object(holder), last, value)
  else if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else Reflect.deleteProperty(Object(holder), last)
  return copy
}

const leafFrom = (leaves: readonly Leaf[], number: number): Leaf => {
  const leaf = leaves[number % leaves.length]
  if (leaf === undefined) throw new Error('a draft has values')
  return leaf
}

describe.each(formats)('%s', (format, write) => {
  test('what is written is what is read', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, choices, async (values, numbers) => {
        const { text, leaves } = write(values, pickFrom(numbers))
        expect(await valuesOf(text, format)).toEqual(values)
        for (const { from, to, value } of leaves) {
          if (to - from === value.length) expect(text.slice(from, to)).toBe(value)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('set changes the bytes of the value and no others', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, choices, fc.nat(), value, async (values, numbers, which, wanted) => {
        const { text, leaves } = write(values, pickFrom(numbers))
        const leaf = leafFrom(leaves, which)
        const { document, path } = leaf
        const made = await editText(text, format, [{ document, edit: { op: 'set', path, value: wanted } }])
        if (!('text' in made)) throw new Error(`refused: ${made.refused}`)
        expect(await valuesOf(made.text, format)).toEqual(changed(values, leaf, wanted))
        expect(differsOnlyIn(text, made.text, [leaf])).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('rename changes the bytes of the key and no others', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, choices, fc.nat(), async (values, numbers, which) => {
        const { text, leaves } = write(values, pickFrom(numbers))
        const leaf = leafFrom(leaves, which)
        const { document, path } = leaf
        const edit = { op: 'rename', path, key: 'x-另一个' } as const
        const made = await editText(text, format, [{ document, edit }])
        if (typeof path.at(-1) === 'number') {
          expect(made).toEqual({ refused: 'shape' })
          return
        }
        if (!('text' in made)) throw new Error(`refused: ${made.refused}`)
        const without = changed(values, leaf, undefined)
        const there = { ...leaf, path: [...path.slice(0, -1), edit.key] }
        expect(await valuesOf(made.text, format)).toEqual(changed(Object(without), there, leaf.value))
        const [splice] = made.splices
        const { from = 0, to = 0 } = splice ?? {}
        expect(made.splices).toHaveLength(1)
        expect(text.slice(from, to).replace(/^(["'])(.*)\1$/, '$2')).toBe(String(path.at(-1)))
        expect(made.text.startsWith(text.slice(0, from)) && made.text.endsWith(text.slice(to))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('remove takes out one piece and leaves the rest', async () => {
    let removed = 0
    await fc.assert(
      fc.asyncProperty(drafts, choices, fc.nat(), async (values, numbers, which) => {
        const { text, leaves } = write(values, pickFrom(numbers))
        const leaf = leafFrom(leaves, which)
        const { document, path } = leaf
        const made = await editText(text, format, [{ document, edit: { op: 'remove', path } }])
        // The last item of a list takes its key along; other refusals leave everything as it was.
        if (!('text' in made)) return
        removed += 1
        const wanted = changed(values, leaf, undefined)
        const list: unknown = path
          .slice(0, -1)
          .reduce<unknown>((at, step) => Reflect.get(Object(at), step), Object(wanted)[document])
        const gone = Array.isArray(list) && list.length === 0
        const read = await valuesOf(made.text, format)
        if (gone && JSON.stringify(read) !== JSON.stringify(wanted))
          expect(read).toEqual(changed(values, { ...leaf, path: path.slice(0, -1) }, undefined))
        else expect(read).toEqual(wanted)
        expect(isOnePieceLess(text, made.text)).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(removed).toBeGreaterThan(150)
  })

  test('insert adds one piece', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, choices, value, async (values, numbers, wanted) => {
        const { text } = write(values, pickFrom(numbers))
        const path: Path = ['subject']
        const made = await editText(text, format, [
          { document: 0, edit: { op: 'insert', path, key: 'county', value: wanted } },
        ])
        if (!('text' in made)) throw new Error(`refused: ${made.refused}`)
        const at: Leaf = { document: 0, path: ['subject', 'county'], value: '', from: 0, to: 0 }
        expect(await valuesOf(made.text, format)).toEqual(changed(values, at, wanted))
        expect(isOnePieceLess(made.text, text)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

/** Whether `short` is `long` with one piece cut out. */
function isOnePieceLess(long: string, short: string): boolean {
  let head = 0
  while (head < short.length && long[head] === short[head]) head++
  let tail = 0
  while (tail < short.length && long.at(-1 - tail) === short.at(-1 - tail)) tail++
  return head + tail >= short.length
}
