// Edits on data paths: what is meant changes, every other byte stays, and what cannot be changed alone is refused.
import { describe, expect, test } from 'vitest'
import { type DocumentEdit, editText } from '../../src/draft/edit.ts'
import type { Path } from '../../src/draft/field.ts'
import type { Format } from '../../src/draft/read.ts'
import type { Edit } from '../../src/engine/finding.ts'

const set = (path: string, value: string, document = 0): DocumentEdit => ({
  document,
  edit: { op: 'set', path: steps(path), value },
})
const insert = (path: string, key: string | undefined, value: string, document = 0): DocumentEdit => ({
  document,
  edit: { op: 'insert', path: steps(path), value, ...(key !== undefined && { key }) } satisfies Edit,
})
const remove = (path: string, document = 0): DocumentEdit => ({
  document,
  edit: { op: 'remove', path: steps(path) },
})
const rename = (path: string, key: string, document = 0): DocumentEdit => ({
  document,
  edit: { op: 'rename', path: steps(path), key },
})
const steps = (path: string): Path =>
  path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))

async function edited(text: string, edits: DocumentEdit[], format: Format = 'yaml'): Promise<string> {
  const made = await editText(text, format, edits)
  return 'text' in made ? made.text : `refused: ${made.refused}`
}

const name = (value: string): DocumentEdit[] => [set('subject.name', value)]

describe('set: a value in its own style', () => {
  test.each<[string, string, string]>([
    [
      'plain',
      'subject:\n  name: a   # 待核对\n  city: b\n',
      'subject:\n  name: 新名   # 待核对\n  city: b\n',
    ],
    ['single quotes', "subject: { name: 'a' }\n", "subject: { name: '新名' }\n"],
    ['double quotes', 'subject: { name: "a\\u0041" }\n', 'subject: { name: "新名" }\n'],
    ['flow, no spaces', 'subject: {name: a,city: b}', 'subject: {name: 新名,city: b}'],
    ['no final line end', 'subject:\n  name: a', 'subject:\n  name: 新名'],
    ['CRLF', 'subject:\r\n  name: a\r\n  city: b\r\n', 'subject:\r\n  name: 新名\r\n  city: b\r\n'],
    ['a byte order mark', '\uFEFFsubject: { name: a }\n', '\uFEFFsubject: { name: 新名 }\n'],
    [
      'a byte order mark right before the key',
      '\uFEFFsubject:\n  name: a\n',
      '\uFEFFsubject:\n  name: 新名\n',
    ],
    ['its label', '主体信息:\n  主办单位名称:   a\n', '主体信息:\n  主办单位名称:   新名\n'],
    ['a quoted key', '"subject":\n  "name" : a\n', '"subject":\n  "name" : 新名\n'],
    [
      'a value on the next line',
      'subject:\n  name:\n    a\n  city: b\n',
      'subject:\n  name:\n    新名\n  city: b\n',
    ],
    [
      'plain over two lines',
      'subject:\n  name: a\n    b # c\n  city: b\n',
      'subject:\n  name: 新名 # c\n  city: b\n',
    ],
    [
      'quoted over two lines',
      'subject:\n  name: "a\n    b" # c\n  city: b\n',
      'subject:\n  name: "新名" # c\n  city: b\n',
    ],
    [
      'a literal block',
      'subject:\n  name: |\n    a\n    b\n\n  city: b\n',
      'subject:\n  name: 新名\n\n  city: b\n',
    ],
    [
      'a folded block',
      'subject:\n  name: >-\n    a\n    b\n  # c\n  city: b\n',
      'subject:\n  name: 新名\n  # c\n  city: b\n',
    ],
    ['a block at the end', 'subject:\n  name: |-\n    a\n', 'subject:\n  name: 新名\n'],
    ['a block at the end without a line end', 'subject:\n  name: |-\n    a', 'subject:\n  name: 新名'],
    [
      'a block, CRLF',
      'subject:\r\n  name: >-\r\n    a\r\n  city: b\r\n',
      'subject:\r\n  name: 新名\r\n  city: b\r\n',
    ],
    ['an empty value', 'subject:\n  name:\n  city: b\n', 'subject:\n  name: 新名\n  city: b\n'],
    [
      'an empty value with a comment',
      'subject:\n  name: # 待填\n  city: b\n',
      'subject:\n  name: 新名 # 待填\n  city: b\n',
    ],
    ['an empty value in braces', 'subject: { name: , city: b }', 'subject: { name: 新名 , city: b }'],
    ['an empty quoted value', 'subject: { name: "" }', 'subject: { name: "新名" }'],
    [
      'a value that is not there, block',
      'subject:\n  city: b # c\n\nwebsites: []\n',
      'subject:\n  city: b # c\n  name: 新名\n\nwebsites: []\n',
    ],
    ['a value that is not there, flow', 'subject: { city: b }\n', 'subject: { city: b, name: 新名 }\n'],
    [
      'a value that is not there, in the language of the keys',
      '主体信息:\n  所在市: b\n',
      '主体信息:\n  所在市: b\n  主办单位名称: 新名\n',
    ],
    ['an anchor nobody uses', 'subject:\n  name: &n a\n', 'subject:\n  name: &n 新名\n'],
    ['a tag', 'subject:\n  name: !!str a\n', 'subject:\n  name: !!str 新名\n'],
    [
      'behind an explicit key',
      'subject:\n  ? name\n  : a\n  ? city\n  : b\n',
      'subject:\n  ? name\n  : 新名\n  ? city\n  : b\n',
    ],
    [
      'in a document with a directive',
      '%YAML 1.2\n---\nsubject: { name: a }\n',
      '%YAML 1.2\n---\nsubject: { name: 新名 }\n',
    ],
    ['tabs before a comment', 'subject:\n  name: a\t# c\n', 'subject:\n  name: 新名\t# c\n'],
    [
      'a lone carriage return as a line end stays',
      'subject: {name: a} # x\ry\n',
      'subject: {name: 新名} # x\ry\n',
    ],
  ])('%s', async (_what, text, wanted) => {
    expect(await edited(text, name('新名'))).toBe(wanted)
  })
})

describe('set: a value that needs quotes gets them', () => {
  test.each<[string, string, string]>([
    ['a: b', 'plain', '"a: b"'],
    ['a #b', 'plain', '"a #b"'],
    ['# a', 'plain', '"# a"'],
    ['- a', 'plain', '"- a"'],
    ['null', 'plain', '"null"'],
    ['~', 'plain', '"~"'],
    ['yes', 'plain', '"yes"'],
    ['a:', 'plain', '"a:"'],
    ['[a]', 'plain', '"[a]"'],
    ['"a"', 'plain', '"\\"a\\""'],
    [' a ', 'plain', '" a "'],
    ['a\nb', 'plain', '"a\\nb"'],
    ['@a', 'plain', '"@a"'],
    ['%a', 'plain', '"%a"'],
    ['---', 'plain', '"---"'],
    ['a\u2028b', 'plain', '"a\u2028b"'],
    ['330106194903070025', 'plain', '330106194903070025'],
    ['0571-80000002', 'plain', '0571-80000002'],
    ['http://a.cn/#b', 'plain', 'http://a.cn/#b'],
    ['𠮷田', 'plain', '𠮷田'],
    ["it's", 'plain', "it's"],
    ["it's", 'single', "'it''s'"],
    ['a\tb', 'single', '"a\\tb"'],
    ['a"b\\', 'double', '"a\\"b\\\\"'],
    ['a, b', 'plain', 'a, b'],
    ['a, b', 'flow', '"a, b"'],
    ['{a}', 'flow', '"{a}"'],
    ['a]', 'flow', '"a]"'],
  ])('%j in %s becomes %s', async (value, style, wanted) => {
    const quote = { plain: '', flow: '', single: "'", double: '"' }[style] ?? ''
    const [open, close] = style === 'flow' ? ['{ ', ' }'] : ['\n  ', '']
    const old = `subject: ${open}name: ${quote}x${quote}${close}\n`
    expect(await edited(old, name(value))).toBe(old.replace(`${quote}x${quote}`, () => wanted))
  })
})

describe('set: lists, short forms, options', () => {
  test.each<[string, string, DocumentEdit, string]>([
    [
      'an item',
      'websites:\n  - domains: [a.cn, b.cn]\n',
      set('websites.0.domains.1.name', 'c.cn'),
      'websites:\n  - domains: [a.cn, c.cn]\n',
    ],
    [
      'a single value for a list',
      'websites: { domains: a.cn }\n',
      set('websites.0.domains.0.name', 'c.cn'),
      'websites: { domains: c.cn }\n',
    ],
    [
      'an item that is a group',
      'websites:\n- domains:\n  - name: a.cn\n    owner: x\n',
      set('websites.0.domains.0.name', 'c.cn'),
      'websites:\n- domains:\n  - name: c.cn\n    owner: x\n',
    ],
    [
      'an option by its Chinese word',
      '网站信息:\n  - 接入信息: { 接入方式: 主机托管 }\n',
      set('websites.0.access.0.method.0', 'virtual-host'),
      '网站信息:\n  - 接入信息: { 接入方式: 虚拟主机 }\n',
    ],
    [
      'an option by its id',
      'websites:\n  - access: { method: colocation }\n',
      set('websites.0.access.0.method.0', 'virtual-host'),
      'websites:\n  - access: { method: virtual-host }\n',
    ],
    [
      'in a later document',
      'subject: { name: a }\n---\n# c\nsubject: { name: a }\n...\n',
      set('subject.name', '新名', 1),
      'subject: { name: a }\n---\n# c\nsubject: { name: 新名 }\n...\n',
    ],
    [
      'in a draft of a list',
      '- subject: { name: a }\n- subject: { name: a }\n',
      set('subject.name', '新名', 1),
      '- subject: { name: a }\n- subject: { name: 新名 }\n',
    ],
  ])('%s', async (_what, text, edit, wanted) => {
    expect(await edited(text, [edit])).toBe(wanted)
  })
})

describe('rename: another key, all else stays', () => {
  test.each<[string, string, string, DocumentEdit[]]>([
    [
      'plain',
      'subject:\n  adress :  a # b\n',
      'subject:\n  address :  a # b\n',
      [rename('subject.adress', 'address')],
    ],
    [
      'quoted',
      '{ "subject": { "adress":"a" } }',
      '{ "subject": { "address":"a" } }',
      [rename('subject.adress', 'address')],
    ],
    [
      'single quotes',
      "subject: { 'adress': a }",
      "subject: { 'address': a }",
      [rename('subject.adress', 'address')],
    ],
    ['a group', 'subjct:\r\n  name: a\r\n', 'subject:\r\n  name: a\r\n', [rename('subjct', 'subject')]],
    ['in Chinese', '主体:\n  通讯地址: a\n', '主体信息:\n  通讯地址: a\n', [rename('主体', '主体信息')]],
    ['in a list', 'websites:\n  - nam: a\n', 'websites:\n  - name: a\n', [rename('websites.0.nam', 'name')]],
    [
      'in a later draft',
      'a: b\n---\nsubjct: { name: a }\n',
      'a: b\n---\nsubject: { name: a }\n',
      [rename('subjct', 'subject', 1)],
    ],
    [
      'together with a value beside it',
      'subject: { adress: a, name: b }',
      'subject: { address: a, name: c }',
      [rename('subject.adress', 'address'), set('subject.name', 'c')],
    ],
    [
      'a key that is taken',
      'subject: { adress: a, 通信地址: b }',
      'refused: shape',
      [rename('subject.adress', 'address')],
    ],
    ['an own key that is taken', 'x-a: b\nx-b: c\n', 'refused: shape', [rename('x-a', 'x-b')]],
    [
      'a key that is merged in',
      'x-a: &a { adress: b }\nsubject: { <<: *a }\n',
      'refused: absent',
      [rename('subject.adress', 'address')],
    ],
    ['an item of a list', 'websites: [a]', 'refused: shape', [rename('websites.0', 'name')]],
    [
      'a key that is not there',
      'subject: { name: a }',
      'refused: absent',
      [rename('subject.adress', 'address')],
    ],
  ])('%s', async (_what, text, wanted, edits) => {
    expect(await edited(text, edits, text.startsWith('{ "') ? 'json' : 'yaml')).toBe(wanted)
  })
})

describe('insert', () => {
  test.each<[string, string, DocumentEdit, string]>([
    [
      'a key at the end of a block',
      'subject:\n    city: b\nwebsites: []\n',
      insert('subject', 'county', 'c'),
      'subject:\n    city: b\n    county: c\nwebsites: []\n',
    ],
    [
      'a key behind a nested block',
      'subject:\n  principal:\n    qq: 12345\n# end\n',
      insert('subject', 'county', 'c'),
      'subject:\n  principal:\n    qq: 12345\n  county: c\n# end\n',
    ],
    [
      'a key behind a block text',
      'subject:\n  remark: |\n    a\n',
      insert('subject', 'county', 'c'),
      'subject:\n  remark: |\n    a\n  county: c\n',
    ],
    [
      'a key without a final line end',
      'subject:\n  city: b',
      insert('subject', 'county', 'c'),
      'subject:\n  city: b\n  county: c',
    ],
    [
      'a key, CRLF',
      'subject:\r\n  city: b\r\n',
      insert('subject', 'county', 'c'),
      'subject:\r\n  city: b\r\n  county: c\r\n',
    ],
    [
      'a key in an item',
      'websites:\n  - name: a\n',
      insert('websites.0', 'homepage', 'b.cn'),
      'websites:\n  - name: a\n    homepage: b.cn\n',
    ],
    ['a key in empty braces', 'subject: {}\n', insert('subject', 'county', 'c'), 'subject: { county: c }\n'],
    [
      'a key in braces over lines',
      'subject: {\n  city: b\n}\n',
      insert('subject', 'county', 'c'),
      'subject: {\n  city: b,\n  county: c\n}\n',
    ],
    [
      'a quoted key among quoted ones',
      '"subject":\n  "city": b\n',
      insert('subject', 'county', 'c'),
      '"subject":\n  "city": b\n  "county": "c"\n',
    ],
    [
      'an item in a block',
      'websites:\n  - services:\n      - a\n',
      insert('websites.0.services', undefined, 'b'),
      'websites:\n  - services:\n      - a\n      - b\n',
    ],
    [
      'an item in brackets',
      'websites:\n  - services: [a]\n',
      insert('websites.0.services', undefined, 'b'),
      'websites:\n  - services: [a, b]\n',
    ],
    [
      'an item in empty brackets',
      'websites:\n  - services: []\n',
      insert('websites.0.services', undefined, 'b'),
      'websites:\n  - services: [b]\n',
    ],
    [
      'an item in a list at the margin',
      'websites:\n- services:\n  - a\n',
      insert('websites.0.services', undefined, 'b'),
      'websites:\n- services:\n  - a\n  - b\n',
    ],
    [
      'a key with a trailing comma',
      'subject: { city: b, }\n',
      insert('subject', 'county', 'c'),
      'subject: { city: b, county: c, }\n',
    ],
    [
      'a key that was left empty',
      'subject:\n  county: # 待填\n  city: b\n',
      insert('subject', 'county', 'c'),
      'subject:\n  county: c # 待填\n  city: b\n',
    ],
    [
      'an item behind one with an anchor',
      'websites:\n  - services:\n      - &a a\n',
      insert('websites.0.services', undefined, 'b'),
      'websites:\n  - services:\n      - &a a\n      - b\n',
    ],
  ])('%s', async (_what, text, edit, wanted) => {
    expect(await edited(text, [edit])).toBe(wanted)
  })
})

describe('remove', () => {
  test.each<[string, string, DocumentEdit, string]>([
    ['a line', 'subject:\n  city: b # c\n  county: c\n', remove('subject.city'), 'subject:\n  county: c\n'],
    [
      'the last line',
      'subject:\n  city: b\n  county: c\n\nwebsites: []\n',
      remove('subject.county'),
      'subject:\n  city: b\n\nwebsites: []\n',
    ],
    [
      'the last line without a line end',
      'subject:\n  city: b\n  county: c',
      remove('subject.county'),
      'subject:\n  city: b',
    ],
    [
      'CRLF',
      'subject:\r\n  city: b\r\n  county: c\r\n',
      remove('subject.city'),
      'subject:\r\n  county: c\r\n',
    ],
    [
      'CRLF, without a final line end',
      'subject:\r\n  city: b\r\n  county: c',
      remove('subject.county'),
      'subject:\r\n  city: b',
    ],
    [
      'a group',
      'subject:\n  principal:\n    qq: 12345\n    name: a\n  city: b\n',
      remove('subject.principal'),
      'subject:\n  city: b\n',
    ],
    [
      'a block text',
      'subject:\n  remark: |\n    a\n    b\n  city: b\n',
      remove('subject.remark'),
      'subject:\n  city: b\n',
    ],
    [
      'the first in braces',
      'subject: { city: b, county: c }\n',
      remove('subject.city'),
      'subject: { county: c }\n',
    ],
    [
      'the last in braces',
      'subject: { city: b, county: c }\n',
      remove('subject.county'),
      'subject: { city: b }\n',
    ],
    ['the only one in braces', 'subject: { city: b }\n', remove('subject.city'), 'subject: {}\n'],
    [
      'the first item',
      'websites:\n  - services: [a, b]\n',
      remove('websites.0.services.0'),
      'websites:\n  - services: [b]\n',
    ],
    [
      'an item of a block',
      'websites:\n  - services:\n      - a\n      - b # c\n      - d\n',
      remove('websites.0.services.1'),
      'websites:\n  - services:\n      - a\n      - d\n',
    ],
    [
      'the only item of a block, with its key',
      'websites:\n  - name: x\n    services:\n      - a\n',
      remove('websites.0.services.0'),
      'websites:\n  - name: x\n',
    ],
    [
      'the first key of an item',
      'websites:\n  - homepage: x\n    name: y\n',
      remove('websites.0.homepage'),
      'websites:\n  - name: y\n',
    ],
    [
      'an item that is a group',
      'websites:\n  - name: x\n    homepage: a\n  - name: y\n',
      remove('websites.0'),
      'websites:\n  - name: y\n',
    ],
    [
      'an item with an anchor',
      'websites:\n  - services:\n      - a\n      - &b !!str b # c\n      - d\n',
      remove('websites.0.services.1'),
      'websites:\n  - services:\n      - a\n      - d\n',
    ],
    ['an empty value', 'subject:\n  city:\n  county: c\n', remove('subject.city'), 'subject:\n  county: c\n'],
  ])('%s', async (_what, text, edit, wanted) => {
    expect(await edited(text, [edit])).toBe(wanted)
  })
})

describe('JSON', () => {
  const json = '{\n  "subject": {\n    "name": "a",\n    "city": "b"\n  }\n}\n'
  test.each<[string, string, Format, DocumentEdit, string]>([
    ['a value', json, 'json', set('subject.name', '沈"知秋'), json.replace('"a"', '"沈\\"知秋"')],
    [
      'a number becomes a text',
      '{"subject":{"name":12}}',
      'json',
      set('subject.name', '13'),
      '{"subject":{"name":"13"}}',
    ],
    [
      'null becomes a text',
      '{"subject":{"name":null}}',
      'json',
      set('subject.name', '13'),
      '{"subject":{"name":"13"}}',
    ],
    [
      'a value that is not there',
      json,
      'json',
      set('subject.county', 'c'),
      json.replace('"b"\n', '"b",\n    "county": "c"\n'),
    ],
    [
      'a value that is not there, on one line',
      '{"subject":{"name":"a"}}',
      'json',
      set('subject.county', 'c'),
      '{"subject":{"name":"a", "county": "c"}}',
    ],
    ['an entry goes', json, 'json', remove('subject.name'), json.replace('"name": "a",\n    ', '')],
    ['the last entry goes', json, 'json', remove('subject.city'), json.replace(',\n    "city": "b"', '')],
    [
      'an item goes',
      '{"websites":[{"services":["a", "b"]}]}',
      'json',
      remove('websites.0.services.1'),
      '{"websites":[{"services":["a"]}]}',
    ],
    [
      'a draft of an array',
      '[{"subject":{"name":"a"}},\n {"subject":{"name":"a"}}]',
      'json',
      set('subject.name', 'z', 1),
      '[{"subject":{"name":"a"}},\n {"subject":{"name":"z"}}]',
    ],
    [
      'a byte order mark',
      `\uFEFF${json}`,
      'json',
      set('subject.name', 'z'),
      `\uFEFF${json.replace('"a"', '"z"')}`,
    ],
    [
      'CRLF',
      json.replaceAll('\n', '\r\n'),
      'json',
      set('subject.county', 'c'),
      json.replace('"b"\n', '"b",\n    "county": "c"\n').replaceAll('\n', '\r\n'),
    ],
    [
      'escapes elsewhere stay',
      '{"subject":{"name":"a","city":"\\u676d\\/b"}}',
      'json',
      set('subject.name', 'z'),
      '{"subject":{"name":"z","city":"\\u676d\\/b"}}',
    ],
    [
      'a long number elsewhere stays',
      '{"x-n":110105194912310021,"subject":{"name":"a"}}',
      'json',
      set('subject.name', 'z'),
      '{"x-n":110105194912310021,"subject":{"name":"z"}}',
    ],
    [
      'a line',
      '{"subject":{"name":"a"}}\n\n{"subject":{"name":"a"}}\r\n{"x-a":1}',
      'lines',
      set('subject.name', 'z', 1),
      '{"subject":{"name":"a"}}\n\n{"subject":{"name":"z"}}\r\n{"x-a":1}',
    ],
    [
      'a line behind a byte order mark',
      '\uFEFF{"subject":{"name":"a"}}\n{"subject":{"name":"a"}}\n',
      'lines',
      set('subject.name', 'z'),
      '\uFEFF{"subject":{"name":"z"}}\n{"subject":{"name":"a"}}\n',
    ],
    [
      'a separator character in a value is escaped or kept',
      '{"subject":{"name":"a"}}',
      'json',
      set('subject.name', 'x\u0007'),
      '{"subject":{"name":"x\\u0007"}}',
    ],
  ])('%s', async (_what, text, format, edit, wanted) => {
    const out = await edited(text, [edit], format)
    expect(out).toBe(wanted)
  })
})

describe('several edits at once', () => {
  test('places before and behind each other, in several drafts', async () => {
    const text =
      'subject: { name: a, city: b }\nwebsites:\n  - services: [x, y, z]\n---\nsubject: { name: a }\n'
    expect(
      await edited(text, [
        remove('websites.0.services.0'),
        set('subject.city', '很长很长的城市'),
        set('subject.name', 'q'),
        remove('websites.0.services.1'),
        set('subject.name', 'm', 1),
      ]),
    ).toBe(
      'subject: { name: q, city: 很长很长的城市 }\nwebsites:\n  - services: [z]\n---\nsubject: { name: m }\n',
    )
  })

  test('all of them or none', async () => {
    expect(await edited('subject: { name: a }\n', [set('subject.name', 'b'), remove('subject.city')])).toBe(
      'refused: absent',
    )
  })

  test('two for the same value', async () => {
    expect(await edited('subject: { name: a }\n', [set('subject.name', 'b'), set('subject.name', 'c')])).toBe(
      'refused: shape',
    )
  })
})

describe('refused', () => {
  test.each<[string, string, DocumentEdit, string]>([
    ['a value of an alias', 'x-a: &n a\nsubject:\n  name: *n\n', set('subject.name', 'b'), 'shared'],
    ['a value inside an alias', 'x-a: &s { name: a }\nsubject: *s\n', set('subject.name', 'b'), 'shared'],
    [
      'a value that an alias shares',
      'subject:\n  name: &n a\n  legalRepresentative: *n\n',
      set('subject.name', 'b'),
      'side-effect',
    ],
    [
      'a value inside of what is shared',
      'subject: &s\n  name: a\nx-copy: *s\n',
      set('subject.name', 'b'),
      'side-effect',
    ],
    [
      'an item taken out of what is shared',
      'websites:\n  - services: &s [a, b]\n  - services: *s\n',
      remove('websites.0.services.0'),
      'side-effect',
    ],
    [
      'an anchor that is still used',
      'subject:\n  name: &n a\n  legalRepresentative: *n\n',
      remove('subject.name'),
      'side-effect',
    ],
    [
      'a merged value',
      'x-a: &s { name: a }\nsubject:\n  <<: *s\n  city: b\n',
      remove('subject.name'),
      'absent',
    ],
    ['what is not there', 'subject: { city: b }\n', remove('subject.name'), 'absent'],
    ['what has no holder', 'x-a: b\n', set('subject.certificate.number', 'b'), 'absent'],
    ['a draft that is not there', 'x-a: b\n', set('subject.name', 'b', 3), 'absent'],
    ['a list where a text is meant', 'subject: { name: [a] }\n', set('subject.name', 'b'), 'shape'],
    ['a group where a text is meant', 'subject:\n  name:\n    a: b\n', set('subject.name', 'b'), 'shape'],
    ['a key that is there', 'subject: { city: b }\n', insert('subject', 'city', 'c'), 'shape'],
    ['a key into a list', 'websites: [a]\n', insert('websites', 'name', 'b'), 'shape'],
    [
      'an item into a text',
      'websites:\n  - services: a\n',
      insert('websites.0.services', undefined, 'b'),
      'shape',
    ],
    ['the whole draft', 'subject: { city: b }\n', remove(''), 'shape'],
  ])('%s', async (_what, text, edit, why) => {
    expect(await edited(text, [edit])).toBe(`refused: ${why}`)
  })

  test('a value over a merged one is written beside it, and hides it here only', async () => {
    const text = 'x-a: &s { name: a }\nsubject:\n  <<: *s\n  city: b\nx-b: *s\n'
    expect(await edited(text, name('b'))).toBe(text.replace('city: b\n', 'city: b\n  name: b\n'))
  })
})
