// Mail addresses, domains and home pages.
import { describe, expect, test } from 'vitest'
import {
  canonicalDomain,
  canonicalHomepage,
  insideBrackets,
  isBelow,
  readDomain,
  readHomepage,
} from '../../src/facts/domains.ts'
import { canonicalEmail, readEmail } from '../../src/facts/email.ts'

describe('mail addresses', () => {
  test.each(
    'shen@example.cn a.b+c@vip.163.com 10000@qq.com x@sina.com.cn x@yahoo.com.cn x@163.net x@me.com x@mail.com x@gmx.com x@189.cn x@live.cn x@company.example.org x@qq.cn'.split(
      ' ',
    ),
  )('%s is right', (email) => {
    expect(readEmail(email)).toEqual({ kind: 'ok' })
  })

  test.each([
    ['shen@gmial.com', 'shen@gmail.com'],
    ['shen@gmai.com', 'shen@gmail.com'],
    ['shen@gmail.con', 'shen@gmail.com'],
    ['shen@qq.con', 'shen@qq.com'],
    ['shen@qq.cm', 'shen@qq.com'],
    ['shen@163.con', 'shen@163.com'],
    ['shen@126.co', 'shen@126.com'],
    ['shen@hotmial.com', 'shen@hotmail.com'],
    ['shen@outlok.com', 'shen@outlook.com'],
    ['shen@foxmial.com', 'shen@foxmail.com'],
    ['shen@aliyun.con', 'shen@aliyun.com'],
    ['shen@yaho.com', 'shen@yahoo.com'],
  ])('%s is a slip for %s', (email, suggestion) => {
    expect(readEmail(email)).toMatchObject({ kind: 'typo', suggestion })
  })

  test.each([
    ['shen.example.cn', 'no-at'],
    ['a@b.cn;c@d.cn', 'several'],
    ['a@b@c.cn', 'several'],
    ['沈@example.cn', 'local'],
    ['a..b@example.cn', 'local'],
    ['@example.cn', 'local'],
    ['shen@example', 'domain'],
    ['shen@-example.cn', 'domain'],
    ['shen@1.2.3.4', 'domain'],
    ['test@test.com', 'placeholder'],
    ['xxx@xxx.com', 'placeholder'],
  ])('%s: %s', (email, kind) => {
    expect(readEmail(email).kind).toBe(kind)
  })

  test('canonical form', () => expect(canonicalEmail('shen ＠example。cn ')).toBe('shen@example.cn'))
})

describe('domains', () => {
  test.each([
    ['example.com', 'example.com', 'com', true],
    ['www.example.com.cn', 'example.com.cn', 'com.cn', true],
    ['a.b.cn', 'b.cn', 'cn', true],
    ['x.bj.cn', 'x.bj.cn', 'bj.cn', true],
    ['例子.中国', '例子.中国', '中国', true],
    ['xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s', 'xn--fiqs8s', true],
    ['x.org', 'x.org', 'org', false],
    ['x.co.uk', 'x.co.uk', 'co.uk', false],
    ['ＡＢ。ＣＮ', 'ab.cn', 'cn', true],
    ['Example.CN.', 'example.cn', 'cn', true],
    ['［ab.cn］', 'ab.cn', 'cn', true],
    ['【ab.cn】', 'ab.cn', 'cn', true],
    ['（<ab.cn>）', 'ab.cn', 'cn', true],
    ['"ab.cn"', 'ab.cn', 'cn', true],
    ['taobao.com', 'taobao.com', 'com', true],
    ['www.taobao.com', 'taobao.com', 'com', true],
  ])('%s is registered as %s', (text, registrable, suffix, listed) => {
    expect(readDomain(canonicalDomain(text))).toMatchObject({ kind: 'ok', registrable, suffix, listed })
  })

  test.each([
    ['http://x.cn/a', 'url'],
    ['x.cn/a', 'url'],
    ['x.cn:8080', 'url'],
    ['*.x.cn', 'wildcard'],
    ['1.2.3.4', 'ip'],
    ['a@x.cn', 'email'],
    ['x', 'no-suffix'],
    ['com.cn', 'public-suffix'],
    ['-a.cn', 'label'],
    ['a_b.cn', 'label'],
    ['a..cn', 'label'],
    [`${'a'.repeat(64)}.cn`, 'label'],
  ])('%s: %s', (text, kind) => {
    expect(readDomain(canonicalDomain(text)).kind).toBe(kind)
  })

  test.each([
    ['yunqi.github.io', 'yunqi.github.io', 'github.io'],
    ['blog.yunqi.vercel.app', 'yunqi.vercel.app', 'vercel.app'],
    ['shop36.taobao.com', 'shop36.taobao.com', 'taobao.com'],
  ])('%s stands on a platform', (text, registrable, suffix) => {
    expect(readDomain(text)).toMatchObject({ kind: 'ok', platform: true, registrable, suffix })
  })

  test.each(['[]', '（）', '[a.cn', 'a.cn]', '“a.cn'])('%s has no pair of brackets around', (text) => {
    expect(insideBrackets(text)).toBeUndefined()
  })

  test('the form on the wire', () => {
    expect(readDomain('例子.中国')).toMatchObject({ ascii: 'xn--fsqu00a.xn--fiqs8s' })
    expect(isBelow('www.例子.中国', 'xn--fsqu00a.xn--fiqs8s')).toBe(true)
    expect(isBelow('notexample.cn', 'example.cn')).toBe(false)
  })
})

describe('home pages', () => {
  test.each([
    ['www.x.cn', 'www.x.cn'],
    ['http://www.x.cn/', 'www.x.cn'],
    ['HTTPS://X.cn:8080/a?b#c', 'x.cn'],
    ['x.cn:8080', 'x.cn'],
    ['www。x。cn', 'www.x.cn'],
    ['（www.x.cn）', 'www.x.cn'],
  ])('%s is on %s', (text, host) => {
    expect(readHomepage(canonicalHomepage(text))).toEqual({ kind: 'ok', host })
  })
  test.each([
    ['ftp://x.cn', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://a:b@x.cn', 'credentials'],
    ['http://1.2.3.4/', 'ip'],
    ['www.x.cn;www.y.cn', 'several'],
    ['首页', 'host'],
  ])('%s: %s', (text, kind) => {
    expect(readHomepage(canonicalHomepage(text)).kind).toBe(kind)
  })
})
