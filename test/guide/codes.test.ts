// Every return code of the interface has a meaning, and what it points to exists.
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { fieldAt } from '../../src/draft/catalogue.ts'
import { returnCode, returnCodes } from '../../src/guide/data/codes.ts'

test('the 66 codes from 1003 to 1068 are there, and the ones near by', () => {
  const numbers = Array.from({ length: 66 }, (_, index) => 1003 + index)
  for (const number of [...numbers, 1001, 1002, 2002, 2006, 2007, 5001, 5008, 5010]) {
    expect(returnCode(number)?.code).toBe(number)
  }
  expect(returnCodes).toHaveLength(66 + 8)
  expect(returnCode(1069)).toBeUndefined()
})

describe.each(returnCodes.map((entry) => [entry.code, entry] as const))('%i', (number, entry) => {
  test('names fields and rules that exist, in two languages', () => {
    for (const field of entry.fields) {
      const path = field.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
      expect(fieldAt(path), field).toBeDefined()
    }
    for (const id of entry.rules) expect(rules.map((rule) => rule.id)).toContain(id)
    expect(entry.zh).toMatch(/\p{Script=Han}/u)
    expect(entry.en).not.toMatch(/[，。；]/)
  })

  test('what a draft can show has a rule', () => {
    if (entry.foreseeable === 'yes') expect(entry.rules.length, String(number)).toBeGreaterThan(0)
  })
})

test('a rule that names a return code is among the rules of that code', () => {
  for (const { id, returnCode: number } of rules) {
    if (number !== undefined) expect(returnCode(number)?.rules, `${number} of ${id}`).toContain(id)
  }
})
