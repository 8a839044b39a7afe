// Canonical drafts: both languages of keys and options, lists of one, short forms, and what does not fit.
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/draft/normalise.ts'

describe('keys and options in both languages', () => {
  test.each([
    [{ subject: { nature: 'individual' } }],
    [{ 主体信息: { 主办单位性质: '个人' } }],
    [{ subject: { 主办单位性质: 'individual' } }],
    [{ 主体信息: { nature: ' 个人 ' } }],
    [{ subject: { nature: '5' } }],
    [{ 主體信息: { 主辦單位性質: '個人' } }],
  ])('%j', (value) => {
    const draft = normalise(value)
    expect(draft.subject.nature).toBe('individual')
    expect(draft.problems).toEqual([])
  })

  test.each([
    ['虚拟主机', 'virtual-host'],
    ['virtual-host', 'virtual-host'],
    ['主机托管', 'colocation'],
    ['云接入', 'cloud'],
    ['其它', 'other'],
    ['虛擬主機', 'virtual-host'],
  ])('method %s', (word, id) => {
    expect(normalise({ websites: { access: { method: word } } }).websites[0]?.access[0]?.method).toEqual([id])
  })

  test.each([['上海'], ['上海市'], ['Shanghai']])('location %s', (word) => {
    expect(normalise({ websites: { access: { location: word } } }).websites[0]?.access[0]?.location).toEqual([
      '上海',
    ])
  })
})

test('labels and options in traditional characters', () => {
  const draft = normalise({
    備案: { 備案類型: '變更備案', 報備方式: '代為備案' },
    主體信息: {
      證件: { 證件類型: '港澳居民來往內地通行證', 證件號碼: 'H12093745' },
      所在省: '廣東',
      所在縣: '香洲区',
      主體負責人: { 辦公電話: '0756-8880502', 手機號碼: '13900000001', 電子郵箱: 'a@example.cn' },
      備註: '無',
    },
    網站信息: {
      網站名稱: '佩珊的编织',
      首頁網址: 'a.cn',
      網站服務內容: '其他',
      接入信息: { 服務器放置地點: '遼寧' },
    },
  })
  expect(draft.problems).toEqual([])
  expect(draft.subject.province).toBe('广东')
  expect(draft.websites[0]?.access[0]?.location).toEqual(['辽宁'])
})

test('a list may be a single value, and an item its short form', () => {
  const draft = normalise({ 网站信息: { 域名: 'a.cn', 接入信息: { 网站IP: '101.80.16.8' } } })
  expect(draft.websites[0]?.domains).toEqual([{ name: 'a.cn', owner: undefined, expires: undefined }])
  expect(draft.websites[0]?.access[0]?.ips).toEqual(['101.80.16.8'])
})

test('groups and lists are always there', () => {
  const draft = normalise(null)
  expect(draft.websites).toEqual([])
  expect(draft.subject.principal.certificate.number).toBeUndefined()
})

describe('nothing is written in many ways', () => {
  test.each([[null], [undefined], [''], ['  '], ['~'], ['null']])('%j', (value) => {
    expect(normalise({ subject: { name: value } }).subject.name).toBeUndefined()
  })
})

describe('what does not fit', () => {
  test.each([
    ['a slip in a key', { subject: { adress: 'x' } }, 'unknownKey', ['subject', 'adress']],
    [
      'the same field twice',
      { subject: { name: 'a', 主办单位名称: 'b' } },
      'sameFieldTwice',
      ['subject', 'name'],
    ],
    ['a list for a text', { subject: { name: ['a'] } }, 'notText', ['subject', 'name']],
    ['a text for a group', { subject: 'a' }, 'notGroup', ['subject']],
    ['an option that is none', { subject: { nature: '私人' } }, 'notAnOption', ['subject', 'nature']],
    [
      'an option in a list',
      { websites: [{ access: [{ method: ['cloud', '卫星'] }] }] },
      'notAnOption',
      ['websites', 0, 'access', 0, 'method', 1],
    ],
    ['too long a text', { subject: { name: '长'.repeat(256) } }, 'tooLong', ['subject', 'name']],
    ['an empty draft', '', 'empty', []],
    ['a text for a draft', '山间札记', 'notGroup', []],
  ])('%s', (_name, value, kind, path) => {
    expect(normalise(value).problems).toMatchObject([{ kind, path }])
  })

  test('notes of the user are free', () => {
    expect(normalise({ $schema: 'x', 'x-note': { a: 1 }, subject: { 'x-id': 7 } }).problems).toEqual([])
  })

  test('the nearest key is named', () => {
    expect(normalise({ subject: { adress: 'x' } }).problems).toMatchObject([{ nearest: 'address' }])
    expect(normalise({ 主体信息: { 通讯地质: 'x' } }).problems[0]).toMatchObject({ kind: 'unknownKey' })
  })

  test('keys of Object are no fields', () => {
    const value: unknown = JSON.parse('{"__proto__": {"name": "x"}, "constructor": 1, "toString": 2}')
    expect(normalise(value).problems.map(({ kind }) => kind)).toEqual([
      'unknownKey',
      'unknownKey',
      'unknownKey',
    ])
  })

  test('references cannot multiply a draft without bound', () => {
    const ips = Array.from({ length: 2000 }, () => '101.80.16.8')
    const access = Array.from({ length: 2000 }, () => ({ ips }))
    const websites = Array.from({ length: 2000 }, () => ({ access }))
    expect(normalise({ websites }).problems.some(({ kind }) => kind === 'tooMany')).toBe(true)
  })
})
