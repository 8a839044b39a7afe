// Values of drafts, generated along the catalogue of fields: any spelling of keys and options, now and then something wrong.
import { catalogue } from '../src/draft/catalogue.ts'
import type { Field } from '../src/draft/field.ts'
import fc from './property.ts'

/** What fields are filled with. */
export interface Filling {
  /** For a field of text. */
  readonly text: fc.Arbitrary<unknown>
  /** For any field, once in a while. */
  readonly wrong: fc.Arbitrary<unknown>
  /** How often a field is left out, against 2. */
  readonly absent: number
}

const few: Filling = {
  text: fc.constantFrom<unknown>('沈知秋', 'a.cn', 42, null, 'x'.repeat(129)),
  wrong: fc.constantFrom<unknown>(['a'], { a: 'b' }, 'nonsense', '', null, '~', 17, true),
  absent: 4,
}

/** Mostly right values for a field, now and then a wrong one. */
function valuesFor(field: Field, filling: Filling): fc.Arbitrary<unknown> {
  const right = rightFor(field, filling)
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: filling.wrong })
}

function rightFor(field: Field, filling: Filling): fc.Arbitrary<unknown> {
  if (field.kind === 'text') return filling.text
  if (field.kind === 'option') {
    const words = field.options.flatMap(({ id, zh, en, aliases = [], codes = [] }) => [
      ...[id, zh, en, ...aliases],
      ...codes,
      id.toUpperCase(),
      ...codes.map(String),
    ])
    return fc.constantFrom<unknown>(...words)
  }
  if (field.kind === 'list')
    return fc.oneof(
      valuesFor(field.item, filling),
      fc.array(valuesFor(field.item, filling), { maxLength: 2 }),
    )
  const entries = Object.entries(field.fields).map(([key, inner]) => {
    const spellings = fc.constantFrom(key, inner.zh, key.toUpperCase(), ...(inner.labels ?? []))
    const pair = fc.tuple(spellings, valuesFor(inner, filling))
    return fc.oneof(
      { weight: filling.absent, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.tuple(pair) },
    )
  })
  const stray = fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom([['x-mine', 1]], [['nmae', 'a']], [['name', 'b']]) },
  )
  return fc.tuple(...entries, stray).map((parts) => Object.fromEntries(parts.flat()))
}

/** Whole drafts. */
export const draftValues = (filling: Filling = few): fc.Arbitrary<unknown> => rightFor(catalogue, filling)
