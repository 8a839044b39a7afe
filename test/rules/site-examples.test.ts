// Every example of the rules about pages is a test, and so is what they say about themselves.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allRules } from '../../rules/all.ts'
import { rules } from '../../rules/index.ts'
import { siteRuleIds } from '../../rules/site/ids.ts'
import { siteRules } from '../../rules/site/index.ts'
import type { Example, Messages } from '../../src/engine/rule.ts'
import { fixedPage, toldOfPage } from './check-page.ts'

const around = (rule: string, { options, profile, draft, known }: Example<Messages>) => ({
  rule,
  draft,
  ...(options && { options }),
  ...(profile !== undefined && { profile }),
  ...(known?.opened !== undefined && { opened: known.opened }),
  ...(known && {
    known: {
      ...(known.certificate && { certificate: known.certificate }),
      ...(known.encoding && { encoding: known.encoding }),
      ...(known.visited && { visited: known.visited }),
    },
  }),
})

describe.each(siteRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.bad.map((example, index) => [index, example] as const))(
    'bad example %i',
    async (_index, example) => {
      const told = await toldOfPage(example.page ?? '', around(id, example))
      expect(told.map(({ message }) => message)).toContain(example.says)
      for (const { words } of told) {
        for (const [message, hint] of [words.zh, words.en]) {
          expect(message.length).toBeGreaterThan(3)
          expect(`${message}${hint}`).not.toMatch(/undefined|\[object|NaN|[!！]/)
        }
      }
      if (example.fixed === undefined) return
      const fixed = await fixedPage(example.page ?? '', around(id, example))
      expect(fixed).toBe(example.fixed)
      // Fixing again changes nothing.
      expect(await fixedPage(fixed, around(id, example))).toBe(fixed)
    },
  )

  test.each(rule.examples.good.map((example, index) => [index, example] as const))(
    'good example %i',
    async (_index, example) => {
      expect(await toldOfPage(example.page ?? '', around(id, example))).toEqual([])
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

  test('it looks at pages and not at drafts', () => {
    expect(rule.checkPage).toBeDefined()
    expect(rule.check).toBeUndefined()
  })
})

test('the list of names is that of the rules, and no name is there twice', () => {
  expect(siteRules.map(({ id }) => id)).toEqual(siteRuleIds)
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length)
  expect(allRules.length).toBe(rules.length + siteRules.length)
})
