// The encoding of a page: mark, header, its own word, or a guess.
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodePage } from '../../src/site/decode.ts'

const number = '浙ICP备10000001号'
const bytesOf = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding)
const meta = (charset: string): string => `<html><head><meta charset="${charset}"></head><p>${number}</p>`

describe('the encoding', () => {
  test.each<[what: string, bytes: Uint8Array, header: string | undefined, encoding: string, by: string]>([
    ['UTF-8 by a guess', bytesOf(`<p>${number}</p>`, 'utf8'), undefined, 'utf-8', 'guess'],
    ['GB18030 by a guess', bytesOf(`<p>${number}</p>`, 'gbk'), undefined, 'gb18030', 'guess'],
    [
      'a mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(meta('gbk'), 'utf8')]),
      'text/html; charset=big5',
      'utf-8',
      'mark',
    ],
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf(number, 'utf-16le')]),
      undefined,
      'utf-16le',
      'mark',
    ],
    ['a header', bytesOf(meta('utf-8'), 'gbk'), 'text/html; charset=GB2312', 'gbk', 'header'],
    ['a header in quotes', bytesOf(number, 'utf8'), 'text/html;charset="utf-8"', 'utf-8', 'header'],
    ['a header that says nothing', bytesOf(meta('gb2312'), 'gbk'), 'text/html', 'gbk', 'meta'],
    [
      'a header with no such encoding',
      bytesOf(meta('gbk'), 'gbk'),
      'text/html; charset=klingon',
      'gbk',
      'meta',
    ],
    ['meta', bytesOf(meta('gbk'), 'gbk'), undefined, 'gbk', 'meta'],
    [
      'meta of old',
      bytesOf(`<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>${number}`, 'gbk'),
      undefined,
      'gbk',
      'meta',
    ],
    [
      'meta in a comment does not count',
      bytesOf(`<!-- <meta charset="big5"> --><p>${number}`, 'utf8'),
      undefined,
      'utf-8',
      'guess',
    ],
    [
      'an XML declaration',
      bytesOf(`<?xml version="1.0" encoding="GB18030"?><p>${number}</p>`, 'gb18030'),
      undefined,
      'gb18030',
      'meta',
    ],
  ])('%s', (_what, bytes, header, encoding, by) => {
    const decoded = decodePage(bytes, header)
    expect(decoded).toMatchObject({ encoding, by, damaged: false })
    expect(decoded.text).toContain(number)
  })

  test('Big5, which has no 备', () => {
    const { text, encoding } = decodePage(
      bytesOf('<meta charset=big5><p>浙ICP備10000001號</p>', 'big5'),
      undefined,
    )
    expect({ text: text.includes('浙ICP備10000001號'), encoding }).toEqual({ text: true, encoding: 'big5' })
  })

  test('bytes that are not what they say', () => {
    expect(decodePage(bytesOf(meta('utf-8'), 'gbk'), undefined)).toMatchObject({
      encoding: 'utf-8',
      damaged: true,
    })
  })
})
