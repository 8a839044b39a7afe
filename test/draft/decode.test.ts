// Bytes to text: what Windows editors write is read, and a UTF-8 file is never taken for another.
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/draft/decode.ts'
import { draft } from '../cli/drafts.ts'
import { runCli, withFolder } from '../cli/run-cli.ts'
import fc from '../property.ts'

const chinese = '主体信息:\n  主办单位名称: 沈知秋\n  通信地址: 文三路90号2单元301室\n'
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('encodings', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(chinese), 'utf-8', chinese],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${chinese}`), 'utf-8', `\ufeff${chinese}`],
    ['GBK', iconv.encode(chinese, 'gbk'), 'gb18030', chinese],
    [
      'GB18030 with rare characters',
      iconv.encode(`# 㐂𠮷\n${chinese}`, 'gb18030'),
      'gb18030',
      `# 㐂𠮷\n${chinese}`,
    ],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'utf-16le', `\ufeff${chinese}`],
    ['UTF-16 BE with a mark', swapped(`\ufeff${chinese}`), 'utf-16be', `\ufeff${chinese}`],
    ['UTF-16 LE without a mark', Buffer.from(chinese, 'utf16le'), 'utf-16le', chinese],
    ['UTF-16 BE without a mark', swapped(chinese), 'utf-16be', chinese],
    ['UTF-8 with a zero', Buffer.from('a: \0\n'), 'utf-8', 'a: \0\n'],
    ['nothing', Buffer.from(''), 'utf-8', ''],
    ['a word that GBK and UTF-8 could both be', Buffer.from('联通: 移动', 'utf8'), 'utf-8', '联通: 移动'],
  ])('%s', (_what, bytes, encoding, text) => {
    expect(decode(bytes)).toEqual({ encoding, text })
  })

  test.each<[string, Uint8Array]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['UTF-8 cut off inside a character', Buffer.from(chinese).subarray(0, -2)],
    [
      'UTF-8 with a byte of something else',
      Buffer.concat([Buffer.from(chinese), Buffer.from([0xff]), Buffer.from(chinese)]),
    ],
    ['half of a UTF-16 character', Buffer.from('\ufeffa\ud842', 'utf16le')],
  ])('%s is no text', (_what, bytes) => {
    expect(decode(bytes)).toBeUndefined()
  })

  // Halves of characters have no UTF-8; zeros are what UTF-16 is told by.
  const text = fc
    .string({ unit: 'binary', maxLength: 200 })
    .map((text) => text.replace(/\0|\p{Cs}/gu, ''))
    .filter((text) => !text.startsWith('\ufffe'))

  test('UTF-8 is read as UTF-8, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
        expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
      }),
      { numRuns: 2000 },
    )
  })

  test('what GBK writes is read as such, or is UTF-8 too', () => {
    const words = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, (word) => {
        const bytes = iconv.encode(`网站名称: ${word}\n`, 'gbk')
        expect(decode(bytes)).toEqual({ text: `网站名称: ${word}\n`, encoding: 'gb18030' })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('is told', () => {
  const files = {
    'a.yaml': iconv.encode(draft(), 'gb18030'),
    'b.yaml': iconv.encode(draft({ domain: 'b-notes.cn', name: '水边札记' }), 'gb18030'),
    'c.yaml': Buffer.from(`\ufeff${draft({ domain: 'c-notes.cn', name: '田间札记' })}`, 'utf16le'),
    'd.yaml': `\ufeff${draft({ domain: 'd-notes.cn', name: '林间札记' })}`,
    'e.yaml': draft().replace('沈知秋', '沈知秋\0'),
    'f.yaml': Buffer.from(draft()).subarray(0, -5),
  }

  test('once for each encoding that is not UTF-8', async () => {
    const { stderr, stdout, status } = await runCli(
      ['a.yaml', 'c.yaml', 'd.yaml', 'b.yaml', '--lang', 'en'],
      { files },
    )
    expect(stderr).toBe(
      'a.yaml: read as GB18030, and so are 1 more; --fix keeps the encoding\nc.yaml: read as UTF-16 LE; --fix keeps the encoding\n',
    )
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('4 drafts: no problems'),
    })
  })

  test('where a file stops being UTF-8', async () => {
    const { stderr, status } = await runCli(['f.yaml', '--lang', 'en'], { files })
    expect({ stderr, status }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('line 20 has bytes that are not UTF-8'),
    })
  })

  test('where a zero stands', async () => {
    const { stdout, status } = await runCli(['e.yaml', '--lang', 'en', '--format', 'compact'], { files })
    expect({ stdout, status }).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/^e\.yaml:3:12: error .*draft\/syntax/),
    })
  })

  test('mixed line ends change nothing', () =>
    withFolder(
      { 'a.yaml': draft({ address: '文三路' }).replace(/\n/g, (_end, at) => (at % 2 ? '\r\n' : '\n')) },
      async (cwd) => {
        const { stdout } = await runCli(['a.yaml', '--format', 'compact'], { cwd })
        expect(stdout.trim().split('\n')).toHaveLength(1)
        expect(stdout).toMatch(/^a\.yaml:11:12: /)
      },
    ))
})
