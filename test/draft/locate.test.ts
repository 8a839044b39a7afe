// From data paths to places in the file.
import { describe, expect, test } from 'vitest'
import type { Path } from '../../src/draft/field.ts'
import { openLocator } from '../../src/draft/locate.ts'
import type { Format } from '../../src/draft/read.ts'

const at = async (
  text: string,
  path: Path,
  format: Format = 'yaml',
  document = 0,
  slice?: readonly [number, number],
) => {
  const locator = await openLocator(text, format)
  const { from, to, path: found } = locator.locate(document, { path, ...(slice && { slice }) })
  return { text: text.slice(from, to), ...locator.positionOf(from), path: found }
}

const draft =
  '\uFEFF主体信息:\r\n  主办单位名称: "沈知秋"  # 本人\r\n网站信息:\r\n  - 域名: [a.cn, {name: b.cn}]\r\n    access: {ips: 101.80.16.8}\r\n'

describe('values', () => {
  test.each([
    [['subject', 'name'], '"沈知秋"', 2, 11, ['subject', 'name']],
    [['websites', 0, 'domains', 0, 'name'], 'a.cn', 4, 10, ['websites', 0, 'domains', 0]],
    [['websites', 0, 'domains', 1, 'name'], 'b.cn', 4, 23, ['websites', 0, 'domains', 1, 'name']],
    [['websites', 0, 'access', 0, 'ips', 0], '101.80.16.8', 5, 19, ['websites', 0, 'access', 'ips']],
  ] as const)('%j', async (path, text, line, column, found) => {
    expect(await at(draft, path)).toEqual({ text, line, column, path: found })
  })

  test('a piece of a value', async () => {
    expect(await at(draft, ['subject', 'name'], 'yaml', 0, [1, 3])).toMatchObject({
      text: '知秋',
      column: 13,
    })
  })

  test('a piece of a folded value is the whole value', async () => {
    expect(
      (
        await at(
          'subject:\n  address: >-\n    文三路\n    90 号\n',
          ['subject', 'address'],
          'yaml',
          0,
          [4, 6],
        )
      ).line,
    ).toBe(2)
  })
})

describe('what is missing is shown where it belongs', () => {
  test.each([
    [['subject', 'address'], '主体信息', ['subject', 'address']],
    [['websites', 0, 'name'], '域名: [a.cn, {name: b.cn}]', ['websites', 0, 'name']],
    [['filing', 'status'], '主体信息:', ['filing', 'status']],
  ] as const)('%j', async (path, text, found) => {
    expect(await at(draft, path)).toMatchObject({ text, path: found })
  })
})

describe('references', () => {
  const text =
    'websites:\n  - name: 甲站\n    principal: &p {name: 王先生}\n  - name: 乙站\n    principal: *p\n'
  test('a value behind a reference is shown at the reference', async () => {
    expect(await at(text, ['websites', 1, 'principal', 'name'])).toMatchObject({ line: 5 })
  })
})

describe('several drafts', () => {
  test.each([
    ['yaml', 'subject: {name: 甲}\n---\nsubject: {name: 乙}\n', 3],
    ['json', '[{"subject":{"name":"甲"}},\n{"subject":{"name":"乙"}}]', 2],
    ['lines', '{"subject":{"name":"甲"}}\n\n{"subject":{"name":"乙"}}\n', 3],
  ] as const)('%s', async (format, text, line) => {
    const found = await at(text, ['subject', 'name'], format, 1)
    expect(found.line).toBe(line)
    expect(found.text).toContain('乙')
  })
})
