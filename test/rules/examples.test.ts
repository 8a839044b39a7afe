// Every example in every rule file is a test, and so is what a rule says about itself.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { rules } from '../../rules/index.ts'
import { checkRule } from './check-rule.ts'

const circumstances = ({
  options,
  profile,
}: {
  options?: Readonly<Record<string, unknown>>
  profile?: string
}) => ({
  ...(options && { options }),
  ...(profile !== undefined && { profile }),
})

/** The engine speaks for this one: its examples are texts that cannot be read. */
const checked = rules.filter(({ id }) => id !== 'draft/syntax' && id !== 'draft/ignore')

describe.each(checked)('$id', (rule) => {
  test.each(rule.examples.bad.map((example, index) => [index, example] as const))(
    'bad example %i',
    async (_index, example) => {
      const told = await checkRule(rule.id, example.draft, circumstances(example))
      expect(told.map(({ message }) => message)).toContain(example.says)
      for (const { words } of told) {
        for (const [message, hint] of [words.zh, words.en]) {
          expect(message.length).toBeGreaterThan(3)
          expect(`${message}${hint}`).not.toMatch(/undefined|\[object|NaN|[!！]/)
        }
      }
    },
  )

  test.each(rule.examples.good.map((example, index) => [index, example] as const))(
    'good example %i',
    async (_index, example) => {
      expect(await checkRule(rule.id, example.draft, circumstances(example))).toEqual([])
    },
  )

  test('its texts are in both languages', () => {
    for (const text of [rule.texts.title, rule.texts.why]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/[，。；]/)
    }
  })

  test('its default options fit its schema', () => {
    if (rule.options === undefined) return
    expect(rule.options.schema(z).safeParse(rule.options.defaults)).toMatchObject({ success: true })
  })
})

test('every rule has an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})
