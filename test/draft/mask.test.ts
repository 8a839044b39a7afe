// What may be personal is masked, and keeps its length.
import { expect, test } from 'vitest'
import { mask, maskWithin } from '../../src/draft/mask.ts'

test.each([
  ['本人 330106194903070025，勿外传', '本人 330*************25，勿外传'],
  ['电话 0571-81000203', '电话 057********03'],
  ['写到 shen@shanjian-notes.cn', '写到 s***@shanjian-notes.cn'],
  ['组织机构代码 ABCDEFGH-X', '组织机构代码 ABC*****-X'],
  ['手机 １３００００００００１', '手机 １３０******０１'],
  ['山间札记', '山间札记'],
  ['websites', 'websites'],
])('%s', (text, masked) => {
  expect(maskWithin(text)).toBe(masked)
  expect(masked).toHaveLength(text.length)
})

test('a character of two units leaves two stars', () => {
  expect(mask('phone', '130𠮷00000001')).toBe('130********01')
})
