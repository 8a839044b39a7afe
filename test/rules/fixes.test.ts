// Every fix of every rule: bad text in, exact text out.
import { beforeAll, describe, expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'
import { examples, fixCases } from './fix-cases.ts'
import { fixByRule } from './fix-rule.ts'

describe('bad text in, exact text out', () => {
  test.each(fixCases)('$rule $message: $draft', async ({ rule, message, draft, fixed, circumstances }) => {
    const { source, applied, refused } = await fixByRule(rule, draft, circumstances)
    expect(source.text).toBe(fixed)
    expect(refused).toEqual([])
    expect(applied.map((finding) => finding.message)).toContain(message)
    // What was fixed is gone, and nothing is left that could be fixed.
    const left = await checkRule(rule, source.text, circumstances)
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([])
  })
})

describe('what has a fix', () => {
  const fixable = new Set<string>()

  beforeAll(async () => {
    for (const { rule, draft, circumstances } of examples) {
      for (const { message, fix } of await checkRule(rule, draft, circumstances))
        if (fix !== undefined) fixable.add(`${rule} ${message}`)
    }
  })

  test('is shown with its fixed text', async () => {
    const shown = new Set(fixCases.map(({ rule, message }) => `${rule} ${message}`))
    expect(fixable.size).toBeGreaterThan(25)
    expect([...fixable].filter((name) => !shown.has(name))).toEqual([])
  })

  test('has a fixed text in the example that says it', async () => {
    const without: string[] = []
    for (const { rule, message, draft, fixed, circumstances } of examples) {
      const told = await checkRule(rule, draft, circumstances)
      const has = told.some((finding) => finding.message === message && finding.fix !== undefined)
      if (has !== (fixed !== undefined)) without.push(`${rule} ${message}: ${draft}`)
    }
    expect(without).toEqual([])
  })
})

test('a fix that keeps the meaning keeps what the value is read as', async () => {
  const spaces = /[\s\u200b-\u200f]/gu
  for (const { rule, draft, circumstances } of fixCases) {
    for (const { fix, message } of await checkRule(rule, draft, circumstances)) {
      if (fix?.safety !== 'safe') continue
      for (const edit of fix.edits) {
        expect(edit.op, `${rule} ${message}`).toBe('set')
        if (edit.op !== 'set') continue
        const digits = (text: string) => text.normalize('NFKC').replace(spaces, '').replace(/\D/g, '')
        // Country codes and extensions are written in another way; the digits of the number itself stay.
        expect(digits(draft), `${rule} ${message}`).toContain(digits(edit.value).replace(/^0/, ''))
      }
    }
  }
})
