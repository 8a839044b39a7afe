// Files that cannot be read: the place and the likely cause.
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/draft/read.ts'

const problemOf = async (text: string, format: 'yaml' | 'json' | 'lines') => {
  const { problems } = await readText(text, format)
  const [problem] = problems
  if (problem === undefined) return undefined
  const line = text.slice(0, problem.from).split('\n').length
  return { cause: problem.cause, line }
}

describe('YAML', () => {
  test.each([
    ['a tab', '主体信息:\n\t主办单位名称: 沈知秋\n', 'tab', 2],
    [
      'a full-width colon',
      '主体信息:\n  主办单位性质: 个人\n  主办单位名称：沈知秋\n  所在省: 浙江\n',
      'fullWidthColon',
      3,
    ],
    [
      'a full-width colon on the first of two lines',
      '主体信息：\n  主办单位名称: 沈知秋\n',
      'fullWidthColon',
      1,
    ],
    ['full-width colons only', '主体信息：\n  主办单位名称：沈知秋\n', 'fullWidthColon', 1],
    ['no space after the only colon', 'name:沈知秋\n', 'noSpaceAfterColon', 1],
    ['no space after the colon', 'subject:\n  name:沈知秋\n  province: 浙江\n', 'noSpaceAfterColon', 2],
    [
      'no space after a Chinese label',
      '主体信息:\n  所在省: 浙江\n  所在市:杭州市\n',
      'noSpaceAfterColon',
      3,
    ],
    ['an open double quote', 'subject:\n  name: "沈知秋\n  province: 浙江\n', 'unclosedQuote', 2],
    ['an open single quote', "subject:\n  name: '沈知秋\n  province: 浙江\n", 'unclosedQuote', 2],
    ['an open bracket', 'websites:\n  - domains: [a.cn, b.cn\n    name: 山间札记\n', 'unclosedBracket', 3],
    ['text after a quote', 'subject:\n  name: "沈" 知秋\n', 'afterQuote', 2],
    ['uneven indentation', 'subject:\n    name: 沈知秋\n  province: 浙江\n', 'indentation', 3],
    ['a line indented below a value', 'subject:\n  name: 沈知秋\n   nature: 个人\n', 'indentation', 3],
    ['an item that falls back', 'websites:\n- name: 山间札记\n domains: a.cn\n', 'indentation', 3],
    ['two colons', 'subject:\n  address: 杭州: 文三路: 90 号\n', 'colonInValue', 2],
    ['two colons in an item', 'websites:\n  - name: 山间: 札记\n    domains: a.cn\n', 'colonInValue', 2],
    ['no space after the dash', 'websites:\n  -name: 山间札记\n    domains: a.cn\n', 'noSpaceAfterDash', 2],
    ['a key twice', 'subject:\n  name: 沈知秋\n  name: 沈知夏\n', 'duplicateKey', 3],
    ['an unknown reference', 'subject:\n  name: *沈\n', 'unknownAlias', 2],
    ['a merge of nothing', 'subject:\n  name: 沈知秋\n  <<:\n', 'mergeSource', 3],
    ['a merge of a text', 'subject:\n  <<: 沈知秋\n', 'mergeSource', 2],
    ['a merge of a text behind a reference', 'x-a: &a 沈知秋\nsubject:\n  <<: *a\n', 'mergeSource', 3],
    ['a merge of a list of texts', 'subject:\n  <<: [沈知秋]\n', 'mergeSource', 2],
    ['a merge of a list of lists', 'subject:\n  <<: [[沈知秋]]\n', 'mergeSource', 2],
    ['a value beginning with @', 'subject:\n  name: @沈知秋\n', 'badStart', 2],
    ['a bad escape', 'subject:\n  name: "沈\\知秋"\n', 'badEscape', 2],
  ])('%s', async (_name, text, cause, line) => {
    expect(await problemOf(text, 'yaml')).toEqual({ cause, line })
  })

  test('a key that stands twice names the other line', async () => {
    const { problems } = await readText('subject:\n  name: 沈知秋\n  city: 杭州\n  name: 沈知夏\n', 'yaml')
    expect(problems[0]?.otherLine).toBe(2)
  })
})

describe('JSON', () => {
  test.each([
    ['a comma too many', '{\n  "a": 1,\n}', 'jsonTrailingComma', 2],
    ['no comma', '{\n  "a": 1\n  "b": 2\n}', 'jsonComma', 3],
    ['single quotes', "{\n  'a': 1\n}", 'jsonQuote', 2],
    ['no quotes', '{\n  "a": 山间\n}', 'jsonQuote', 2],
    ['a comment', '{\n  // note\n  "a": 1\n}', 'jsonComment', 2],
    ['an open brace', '{\n  "a": 1\n', 'jsonEnd', 2],
    ['a full-width colon', '{\n  "a"："b"\n}', 'fullWidthColon', 2],
    ['Chinese quotes', '{\n  “a”: 1\n}', 'fullWidthQuote', 2],
    ['an open quote', '{\n  "a": "b\n}', 'unclosedQuote', 2],
    ['a key twice', '{\n  "a": 1,\n  "a": 2\n}', 'duplicateKey', 3],
    ['nothing', '', 'empty', 1],
  ])('%s', async (_name, text, cause, line) => {
    expect(await problemOf(text, 'json')).toEqual({ cause, line })
  })

  test('a broken line of NDJSON leaves the others', async () => {
    const { documents, problems } = await readText('{"a":1}\n{"a":\n{"a":3}\n', 'lines')
    expect(documents.map(({ document }) => document)).toEqual([0, 2])
    expect(problems.map(({ document }) => document)).toEqual([1])
  })
})
