// Lines of a terminal: where a text may break, and that nothing of it is lost.
import { expect, test } from 'vitest'
import { wrap } from '../../src/report/layout.ts'
import { widthOf } from '../../src/report/width.ts'
import fc from '../property.ts'

test.each<[string, number, string[]]>([
  ['the number is of “西安长乐” here', 18, ['the number is of', '“西安长乐” here']],
  ['号码属于“西安长乐”的', 10, ['号码属于', '“西安长乐”', '的']],
  ['a name of “changle” and more', 12, ['a name of', '“changle”', 'and more']],
  ['写成全角的ＡＢＣ网站', 12, ['写成全角的Ａ', 'ＢＣ网站']],
])('%s in %i columns', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test('loses no character, and breaks only where there is no room', () => {
  const piece = fc.constantFrom(
    '西安',
    '“',
    '”',
    '‘',
    '（',
    '，',
    ' ',
    'name',
    'Ａ',
    'ｍ',
    'ﬁ',
    '𠮷',
    '(',
    '\u0301',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 8, max: 40 }), (pieces, width) => {
      const text = pieces.join('')
      const lines = wrap(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      if (lines.length > 1) expect(widthOf(text)).toBeGreaterThan(width)
    }),
  )
})
