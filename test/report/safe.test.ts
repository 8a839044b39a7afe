// What is broken in a text for a terminal or a log, and what is left as it is.
import { describe, expect, test } from 'vitest'
import { oneLine, safeJson } from '../../src/report/safe.ts'

describe('one line', () => {
  test.each([
    ['an escape', '\u001b[31mred', '\\u001b[31mred'],
    ['a line break and a tab', 'a\nb\tc', 'a b c'],
    ['a carriage return', 'a\rb', 'a\\u000db'],
    ['directions and what shows nothing', '\u202ea\u200bb\ufeff', '\\u202ea\\u200bb\\ufeff'],
    ['a character of two halves that shows nothing', '\u{e0041}', '\\udb40\\udc41'],
    ['half a character', '\ud842', '\\ud842'],
    ['a command of GitHub', '::error file=a::b', '\\u003a:error file=a::b'],
    ['one without properties', 'x ::add-mask::b', 'x \\u003a:add-mask::b'],
    ['one of the older kind', '##[group]a', '\\u0023#[group]a'],
    ['one of Azure Pipelines', 'a ##vso[task.complete]', 'a \\u0023#vso[task.complete]'],
    ['one of TeamCity', "##teamcity[message text='a']", "\\u0023#teamcity[message text='a']"],
    ['one in capitals', '##VSO[a] ::ERROR::', '\\u0023#VSO[a] \\u003a:ERROR::'],
  ])('breaks %s', (_what, text, safe) => {
    expect(oneLine(text)).toBe(safe)
  })

  test.each([
    '文三路90号2单元301室（东门）',
    '2001:db8::beef 和 ::1、fe80::abc:1',
    '::ffff:101.80.16.8',
    'C# 与 #1、## 标题',
    'https://www.shanjian-notes.cn/',
    '𠮷野家 café',
    '"a": \'b\' | `c` <d> &amp;',
  ])('leaves %s', (text) => {
    expect(oneLine(text)).toBe(text)
  })
})

test.each([
  '\u001b\u0085\u2028\u2029\u202e\ufeff\u{e0041}',
  '\ud800',
  '##vso[a] ::error::b',
  'a\nb\tc',
  '文三路',
])('JSON of %j means the same and is safe to print', (text) => {
  for (const indent of [undefined, 2]) {
    const json = safeJson({ [text]: [text] }, indent)
    expect(JSON.parse(json)).toEqual({ [text]: [text] })
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##vso|::error/u)
  }
})
