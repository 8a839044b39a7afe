// What an ignore covers, what is said of ignores themselves, and what only looks like one.
import { describe, expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import type { Format } from '../../src/draft/read.ts'
import type { LocatedFinding } from '../../src/engine/report.ts'
import { run } from '../../src/engine/run.ts'
import { NOW, quietIo } from '../cli/run-cli.ts'

async function findings(text: string, format: Format = 'yaml'): Promise<LocatedFinding[]> {
  const source = { text, format }
  const { report } = await run([{ file: 'a.yaml' }], {
    load: async () => source,
    settings: (_file, draft) => settingsOf(draft.profile ?? 'jinyong', draft.subject.province, quietIo(NOW)),
    rule: (id) => ruleTable().get(id),
  })
  return [...report.files].flatMap((file) => [...file.findings])
}

const rules = ['access/ip', 'draft/ignore', 'draft/syntax', 'subject/address-door-number', 'website/name']

/** What the drafts here are about: they are short, so most other rules have something to say. */
async function told(text: string, format: Format = 'yaml'): Promise<string[]> {
  const found = (await findings(text, format)).filter(({ rule }) => rules.includes(rule))
  return found.map(
    ({ rule, message, line }) => `${line} ${rule}${rule === 'draft/ignore' ? ` ${message}` : ''}`,
  )
}

const NAME = '# beian-check-ignore website/name: 商标名'
const IP = '# beian-check-ignore access/ip: 内网演示'
const DOOR = '# beian-check-ignore subject/address-door-number: 村里没有门牌'

describe('a comment covers', () => {
  test.each<[string, string]>([
    ['the value on its line', `网站信息:\n  - 网站名称: 8848 ${NAME}\n`],
    ['the value on the next line', `网站信息:\n  ${NAME}\n  - 网站名称: 8848\n`],
    [
      'the next value past blank lines and other comments',
      `网站信息:\n  - ${NAME}\n\n    # 备注\n    网站名称: 8848\n`,
    ],
    [
      'the first value of an item behind a dash of its own',
      `网站信息:\n  ${NAME}\n  -\n    网站名称: 8848\n`,
    ],
    ['with Windows line ends', `网站信息:\r\n  ${NAME}\r\n  - 网站名称: 8848\r\n`],
    ['behind a byte order mark', `\uFEFF${NAME}\n网站信息: { 网站名称: 8848 }\n`],
    ['a value in a flow mapping', `网站信息:\n  - { 网站名称: 8848, 备注: 登山 } ${NAME}\n`],
    [
      'a value on a line of its own in a flow mapping',
      `网站信息: [{\n  ${NAME}\n  网站名称: 8848,\n  备注: 登山 }]\n`,
    ],
    ['a quoted value', `网站信息:\n  - 网站名称: "8848" ${NAME}\n`],
    ['a value over several lines, from above', `主体信息:\n  ${DOOR}\n  通信地址:\n    临园村\n    村口\n`],
    ['a value over several lines, from its end', `主体信息:\n  通信地址: 临园村\n    村口 ${DOOR}\n`],
    ['a block text, from above', `主体信息:\n  ${DOOR}\n  通信地址: >-\n    临园村\n  所在省: 浙江\n`],
    ['a block text, from its first line', `主体信息:\n  通信地址: | ${DOOR}\n    临园村\n  所在省: 浙江\n`],
    [
      'a list of texts under its key',
      `网站信息:\n  - 接入信息:\n      ${IP}\n      网站IP:\n        - 192.168.1.1\n        - 10.0.0.1\n`,
    ],
    [
      'a list of texts behind its key',
      `网站信息:\n  - 接入信息:\n      网站IP: ${IP}\n        - 192.168.1.1\n`,
    ],
    ['a list of texts in brackets', `网站信息:\n  - 接入信息:\n      网站IP: [192.168.1.1] ${IP}\n`],
    [
      'a full-width colon and no space',
      '网站信息:\n  - 网站名称: 8848 #beian-check-ignore website/name：商标名\n',
    ],
    [
      'several rules',
      `网站信息:\n  - { 网站名称: 8848, 接入信息: { 网站IP: 10.0.0.1 } } # beian-check-ignore website/name, access/ip: 演示\n`,
    ],
    [
      'the file',
      `# beian-check-ignore-file website/name: 内部代号\n网站信息:\n  - 网站名称: 8848\n  - 网站名称: 9527\n`,
    ],
    [
      'the file, from its end',
      `网站信息:\n  - 网站名称: 8848\n# beian-check-ignore-file website/name: 内部代号\n`,
    ],
    [
      'a value of a later draft',
      `备注: 无\n---\n网站信息:\n  ${NAME}\n  - 网站名称: 8848\n`.replace('备注: 无', 'x-a: b'),
    ],
    [
      'a value of a draft whose comment stands before its ---',
      `x-a: b\n${NAME}\n---\n网站信息: { 网站名称: 8848 }\n`,
    ],
    ['a value of a draft in a list', `- x-a: b\n${NAME}\n- 网站信息: { 网站名称: 8848 }\n`],
  ])('%s', async (_what, text) => {
    expect(await told(text)).toEqual([])
  })
})

describe('a comment does not cover', () => {
  test.each<[string, string, string[]]>([
    [
      'values further down',
      `网站信息:\n  ${NAME}\n  - 备注: 登山\n    网站名称: 8848\n`,
      ['2 draft/ignore unused', '4 website/name'],
    ],
    [
      'values further up',
      `网站信息:\n  - 网站名称: 8848\n    ${NAME}\n    备注: 登山\n`,
      ['2 website/name', '3 draft/ignore unused'],
    ],
    [
      'other rules',
      `网站信息:\n  - 网站名称: 8848 ${IP}\n`,
      ['2 draft/ignore unused', '2 website/name'].reverse(),
    ],
    [
      'the members of a group under its key',
      `网站信息:\n  - ${IP}\n    接入信息:\n      网站IP: 10.0.0.1\n`,
      ['2 draft/ignore unused', '4 access/ip'],
    ],
    [
      'the items above it',
      `网站信息:\n  - 接入信息:\n      网站IP:\n        - 10.0.0.1\n        - 10.0.0.2 ${IP}\n`,
      ['4 access/ip'],
    ],
    [
      'what follows the document end',
      `网站信息: { 网站名称: 8848 }\n...\n${NAME}\n`,
      ['1 website/name', '3 draft/ignore unused'],
    ],
  ])('%s', async (_what, text, said) => {
    expect(await told(text)).toEqual(said)
  })
})

describe('what looks like a comment and is none', () => {
  test.each<[string, string]>([
    ['in a block text', `主体信息:\n  备注: |\n    网站说明\n    ${NAME}\n网站信息: { 网站名称: 8848 }\n`],
    ['in a folded text', `主体信息:\n  备注: >\n    网站说明\n    ${NAME}\n网站信息: { 网站名称: 8848 }\n`],
    ['in double quotes', `网站信息: { 备注: "a ${NAME}", 网站名称: 8848 }\n`],
    ['in single quotes', `网站信息: { 备注: 'a ${NAME}', 网站名称: 8848 }\n`],
    ['in a quoted text over lines', `网站信息:\n  备注: "a\n    ${NAME}\n    b"\n  网站名称: 8848\n`],
    [
      'without a space before the number sign',
      `网站信息:\n  - 网站名称: 8848\n    备注: a${NAME.replace(': ', '：')}\n`,
    ],
    ['another word', '网站信息:\n  - 网站名称: 8848 # beian-check-ignored website/name: 商标\n'],
  ])('%s', async (_what, text) => {
    expect((await told(text)).map((line) => line.replace(/^\d+ /, ''))).toEqual(['website/name'])
  })
})

describe('what is said of an ignore', () => {
  test.each<[string, string, string[]]>([
    [
      'no reason',
      '网站信息:\n  - 网站名称: 8848 # beian-check-ignore website/name\n',
      ['2 draft/ignore noReason'],
    ],
    [
      'an empty reason',
      '网站信息:\n  - 网站名称: 8848 # beian-check-ignore website/name:  \n',
      ['2 draft/ignore noReason'],
    ],
    ['nothing to ignore', `网站信息:\n  - 网站名称: 山间札记 ${NAME}\n`, ['2 draft/ignore unused']],
    [
      'nothing to ignore in a file',
      '# beian-check-ignore-file website/name: 旧\nx-a: b\n',
      ['1 draft/ignore unused'],
    ],
    [
      'no such rule',
      '网站信息:\n  - 网站名称: 山间札记 # beian-check-ignore website/nam: 商标\n',
      ['2 draft/ignore unknown'],
    ],
    [
      'one of two unused',
      '网站信息:\n  - 网站名称: 8848 # beian-check-ignore website/name, access/ip: 商标\n',
      ['2 draft/ignore unused'],
    ],
    [
      'the second of two for the same',
      `网站信息:\n  ${NAME}\n  - 网站名称: 8848 ${NAME}\n`,
      ['3 draft/ignore unused'],
    ],
    [
      'a rule that is off here',
      '网站信息:\n  - 网站名称: 山间札记 # beian-check-ignore subject/age: 省里另有规定\n',
      [],
    ],
  ])('%s', async (_what, text, said) => {
    expect(await told(text)).toEqual(said)
  })

  test('it stands where the comment is, in its draft', async () => {
    const found = await findings(`x-a: b\n---\nx-b: c\n---\n网站信息: { 网站名称: 山间札记 } ${NAME}\n`)
    expect(found.filter(({ rule }) => rule === 'draft/ignore')).toMatchObject([
      { document: 2, line: 5, column: 22, endColumn: 22 + NAME.length },
    ])
  })

  test('it is judged by the profile of its own draft', async () => {
    const here = (profile: string): string =>
      `profile: ${profile}\n# beian-check-ignore website/domain-suffix: 没有这回事\n网站信息: { 网站名称: 山间札记 }\n`
    const lines = async (...drafts: string[]) =>
      (await told(drafts.join('---\n'))).filter((line) => line.includes('draft/ignore'))
    const [asked, other] = [here('today'), 'profile: jinyong\n']
    expect(await lines(asked, other)).toEqual(['2 draft/ignore unused'])
    expect(await lines(other, asked)).toEqual(['4 draft/ignore unused'])
    expect(await lines(here('jinyong'), 'profile: today\n')).toEqual([])
    const whole = '# beian-check-ignore-file website/domain-suffix: 没有这回事\n'
    expect(await lines(`${whole}${other}`, 'profile: today\n')).toEqual(['1 draft/ignore unused'])
    expect(await lines(`${whole}profile: today\n`, other)).toEqual(['1 draft/ignore unused'])
  })

  test('a file that cannot be read stays one', async () => {
    const text = '# beian-check-ignore-file draft/syntax: 不看\n网站信息:\n  - 网站名称：8848\n  x: [\n'
    expect((await findings(text)).map(({ rule }) => rule)).toEqual(['draft/syntax'])
  })
})

describe('x-beian-check-ignore', () => {
  const entry = (path: string, more = '"reason":"商标名"'): string =>
    `{"x-beian-check-ignore":[{"rule":"website/name","path":"${path}",${more}}],"websites":[{"name":"8848"}]}`

  test.each<[string, string, Format, string[]]>([
    ['by the path of the value', entry('websites.0.name'), 'json', []],
    ['by the path of a group', entry('websites.0'), 'json', []],
    ['with brackets', entry('websites[0].name'), 'json', []],
    ['without a path: the whole draft', entry(''), 'json', []],
    ['another path', entry('websites.1.name'), 'json', ['1 draft/ignore unused', '1 website/name']],
    [
      'a path that only begins alike',
      entry('websites.0.na'),
      'json',
      ['1 draft/ignore unused', '1 website/name'],
    ],
    ['no reason', entry('', '"reason":" "'), 'json', ['1 draft/ignore noReason']],
    [
      'a rule by itself has no reason',
      entry('').replace(/\[\{"rule.*?\}\]/, '"website/name"'),
      'json',
      ['1 draft/ignore noReason'],
    ],
    ['a draft of a list by itself', `[${entry('')},${entry('')}]`, 'json', []],
    ['a line by itself', `${entry('')}\n{"websites":[{"name":"8848"}]}\n`, 'lines', ['2 website/name']],
    [
      'in YAML too',
      `x-beian-check-ignore: { rule: website/name, reason: 商标名 }\n网站信息: { 网站名称: 8848 }\n`,
      'yaml',
      [],
    ],
    [
      'a comment is none in JSON',
      `{"websites":[{"name":"8848","remark":"${NAME}"}]}`,
      'json',
      ['1 website/name'],
    ],
  ])('%s', async (_what, text, format, said) => {
    expect(await told(text, format)).toEqual(said)
  })
})
