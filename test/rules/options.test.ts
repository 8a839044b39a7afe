// Options are explained where they are made: editors, the pages of the rules and `explain` show it.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allRules } from '../../rules/all.ts'

const withOptions = allRules.flatMap(({ id, options }) => (options === undefined ? [] : [{ id, options }]))

test.each(withOptions)('each option of $id says what it means, in both languages', ({ options }) => {
  const { properties = {} } = z.toJSONSchema(options.schema(z), { io: 'input' })
  expect(Object.keys(properties)).toEqual(Object.keys(options.defaults as object))
  for (const [name, option] of Object.entries(properties)) {
    const [zh, en, ...more] = String(Object(option).description).split(' · ')
    expect(zh, name).toMatch(/\p{Script=Han}/u)
    expect(en, name).toMatch(/^[A-Za-z][^，。；]+$/)
    expect(more, name).toEqual([])
  }
})
