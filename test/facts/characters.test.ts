// Characters that nobody sees or that only look right: told in every field, and mended where that keeps the meaning.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCharacters } from '../../src/facts/characters.ts'
import { draft } from '../cli/drafts.ts'
import { runCli, withFolder } from '../cli/run-cli.ts'
import fc from '../property.ts'

describe('what is odd about a text', () => {
  test.each<[string, string, ...[kind: string, written: string, behind: number, count: number][]]>([
    ['文三路90号，“山间”·札记…', '文三路90号，“山间”·札记…'],
    ['𠮷田㐂 café ㎡①', '𠮷田㐂 café ㎡①'],
    ['👨‍👩‍👧❤️', '👨‍👩‍👧❤️'],
    ['两行\n\t文字\r\n', '两行\n\t文字\r\n'],
    ['沈\u200b知\u200b秋', '沈知秋', ['invisible', '\u200b', 1, 2]],
    ['\ufeff沈知秋', '沈知秋', ['invisible', '\ufeff', 0, 1]],
    ['\u202d13000000001\u202c', '13000000001', ['invisible', '\u202d', 0, 2]],
    ['moc.\u202eexample', 'moc.example', ['turning', '\u202e', 4, 1]],
    ['沈\u0000知\u001b秋', '沈知秋', ['invisible', '\u0000', 1, 2]],
    ['辻\udb40\udd00本', '辻本', ['invisible', '\udb40\udd00', 1, 1]],
    ['沈\u3164知秋', '沈知秋', ['invisible', '\u3164', 1, 1]],
    ['⽂三路', '文三路', ['lookalike', '⽂', 0, 1]],
    ['⻓江路⻔⼾', '长江路门户', ['lookalike', '⻓', 0, 3]],
    ['\uf9f4家村', '林家村', ['lookalike', '\uf9f4', 0, 1]],
    ['\u{2f800}', '丽', ['lookalike', '\u{2f800}', 0, 1]],
    ['cafe\u0301', 'café', ['lookalike', 'e\u0301', 3, 1]],
    ['は\u3099', 'ば', ['lookalike', 'は\u3099', 0, 1]],
    ['沈\ud842', '沈\ud842', ['half', '\ud842', 1, 1]],
    ['沈\ufffd秋', '沈\ufffd秋', ['lost', '\ufffd', 1, 1]],
    ['沈\ue863', '沈\ue863', ['private', '\ue863', 1, 1]],
    [
      '\u200b⽂\ufffd',
      '文\ufffd',
      ['invisible', '\u200b', 0, 1],
      ['lookalike', '⽂', 0, 1],
      ['lost', '\ufffd', 1, 1],
    ],
  ])('%j', (text, right, ...odd) => {
    const read = readCharacters(text)
    expect(read.text).toBe(right)
    expect(read.odd.map(({ kind, written, behind, count }) => [kind, written, behind, count])).toEqual(odd)
  })

  test('mended once is mended', () => {
    const piece = fc.constantFrom(
      '沈',
      'a',
      '\u0301',
      '\u200b',
      '\u202e',
      '⽂',
      '⻓',
      '\uf9f4',
      '\ud842',
      '\udf9f',
      '\u200d',
      '❤',
      '\ufe0f',
      '\0',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece, maxLength: 8 })),
        (text) => {
          const once = readCharacters(text).text
          const again = readCharacters(once)
          expect(again.text).toBe(once)
          expect(again.odd.map(({ kind }) => kind)).not.toContain('invisible')
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** Every field of a draft with text of the user's own. */
const places: readonly (readonly [what: string, from: string, to: string])[] = [
  ['name', 'name: 沈知秋', 'name: "沈知{}秋"'],
  ['an option', 'nature: individual', 'nature: "indi{}vidual"'],
  ['certificate', 'number: 330106194903070025', 'number: "330106{}194903070025"'],
  ['address', '  address: 文三路90号2单元301室', '  address: "文三路{}90号2单元301室"'],
  ['province', 'province: 浙江', 'province: "浙{}江"'],
  ['website', 'name: 山间札记', 'name: "山间{}札记"'],
  ['domain', 'domains: [shanjian-notes.cn]', 'domains: ["shanjian{}-notes.cn"]'],
  ['homepage', 'homepage: www.shanjian-notes.cn', 'homepage: "www.shanjian-notes.{}cn"'],
  ['provider', 'provider: 上海金咏', 'provider: "上海{}金咏'],
  ['ip', 'ips: 101.80.16.8', 'ips: "101.{}80.16.8"'],
]
const close = (text: string): string => text.replace(/(provider: "[^"\n]*)$/m, '$1"')

describe('in a draft', () => {
  test.each(places)('%s: one finding, mended by --fix', async (_what, from, to) => {
    for (const sign of ['\\u200b', '\\0']) {
      const before = close(draft().replace(from, to.replace('{}', sign)))
      expect(before).not.toBe(draft())
      await withFolder({ 'a.yaml': before }, async (cwd) => {
        const { status, stdout } = await runCli(['a.yaml', '--format', 'compact', '--lang', 'en'], { cwd })
        expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('draft/characters')])
        expect(stdout).toContain('There is an invisible character here')
        expect(status).toBe(1)
        expect((await runCli(['a.yaml', '--fix'], { cwd })).status).toBe(0)
        expect(readFileSync(join(cwd, 'a.yaml'), 'utf8').replaceAll('"', '')).toBe(draft())
      })
    }
  })

  test('in a key: read, and told', async () => {
    const files = { 'a.yaml': draft().replace('homepage:', '"home\\u200bpage":') }
    const { status, stdout } = await runCli(['a.yaml', '--format', 'compact', '--lang', 'en'], { files })
    expect(stdout).toMatch(/^a\.yaml:15:5: warning draft\/characters The key “homepage” .*\n$/)
    expect(status).toBe(0)
  })

  test('full-width digits and letters are told where they matter', async () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    for (const [rule, value, text] of [
      ['subject/certificate-number', '330106194903070025', draft()],
      ['website/domain', '[shanjian-notes.cn]', draft()],
      ['website/homepage', 'www.shanjian-notes.cn', draft()],
      ['access/ip', '101.80.16.8', draft()],
      [
        'contact/mobile',
        '13000006021',
        draft().replace('websites:', '  principal: { mobile: 13000006021 }\nwebsites:'),
      ],
      [
        'contact/email',
        'a@example.com',
        draft().replace('websites:', '  principal: { email: a@example.com }\nwebsites:'),
      ],
      [
        'contact/phone',
        '0571-80006061',
        draft().replace('websites:', '  principal: { phone: 0571-80006061 }\nwebsites:'),
      ],
    ] as const) {
      const files = { 'a.yaml': text.replace(value, wide(value.replace(/[[\]]/g, ''))) }
      const { stdout } = await runCli(['a.yaml', '--format', 'compact'], { files })
      expect(stdout, rule).toContain(rule)
    }
  })
})
