// Pages in any state: what is read of them has its place, and fixes come to an end and touch nothing else.
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../src/site/lines.ts'
import { readPage } from '../../src/site/page.ts'
import fc from '../property.ts'
import { fixedPage, pageResult } from '../rules/check-page.ts'

const today = '2026-11-23'

/** Pieces that pages are made of, whole and broken. */
const piece = fc.constantFrom(
  '<p>读书',
  '</p>',
  '<footer>',
  '</footer>',
  '<div class="foot" style="display:none">',
  '</div>',
  '<a href="http://www.miibeian.gov.cn/">',
  "<a href='https://beian.miit.gov.cn/'>",
  '<a href=//beian.mitt.gov.cn>',
  '<a href>',
  '</a>',
  '浙ICP备10000001号-1',
  '浙icp备１０００0001',
  '京ICP备10000009号',
  '&#x6d59;ICP&#22791;10000001号',
  '浙公网安备33010602000001号',
  '© 2026 杭州青禾茶业有限公司',
  '<!-- 浙ICP备10000001号 -->',
  '<script>w("浙ICP备10000001号")</script>',
  '<style>.foot { color: #fff; a { display: none } }</style>',
  '<title>山间札记</title>',
  '<table><tr><td>',
  '<noscript>',
  '</noscript>',
  '</body>',
  '</html>',
  '\r\n',
  '\n',
  '\u{20bb7}',
  '<',
  '&',
  '"',
)
const html = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
const draft = '备案: { 状态: 已通过, 备案号: 浙ICP备10000001号-1 }'
const around = { draft, profile: 'today' }

describe('any page', () => {
  test('everything that is found has its place', () =>
    fc.assert(
      fc.property(html, (text) => {
        const { numbers, police, elsewhere, holders, footer } = readPage({
          name: 'a.html',
          html: text,
          today,
        })
        for (const { at } of [...numbers, ...police, ...elsewhere, ...holders]) {
          expect(at[0]).toBeLessThanOrEqual(at[1])
          expect(at[1]).toBeLessThanOrEqual(text.length)
        }
        for (const { at, exact, reading } of numbers) if (exact) expect(text.slice(...at)).toBe(reading.text)
        expect(footer.offset).toBeLessThanOrEqual(text.length)
      }),
    ))

  test('fixes come to an end, and what is fixed stays so', () =>
    fc.assert(
      fc.asyncProperty(html, async (text) => {
        const fixed = await fixedPage(text, around)
        expect(await fixedPage(fixed, around)).toBe(fixed)
        const left = (await pageResult(fixed, around)).findings
        expect(left.filter(({ fix }) => fix !== undefined)).toEqual([])
      }),
    ))
})

test('lines are those that an editor counts', () => {
  const text = fc.array(fc.constantFrom('a', '汉', '\u{20bb7}', '\r\n', '\r', '\n', ''), { maxLength: 20 })
  fc.assert(
    fc.property(text, fc.nat(40), (parts, at) => {
      const all = parts.join('')
      // Between the two characters of a line's end there is no place.
      const offset = Math.min(at, all.length)
      fc.pre(!(all[offset - 1] === '\r' && all[offset] === '\n'))
      const before = all.slice(0, offset).split(/\r\n|\r|\n/)
      expect(linesOf(all).positionOf(offset)).toEqual({
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
      })
    }),
  )
})
