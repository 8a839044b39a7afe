// `beian-check lsp`, spoken to by a real client over its standard streams, as an editor does.
import type { ChildProcess } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  type Range,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ReportedFinding } from '../../src/report/json.ts'
import { clean, draft, fixtures, unparsable, withError } from '../cli/drafts.ts'
import { ROOT, runCli } from '../cli/run-cli.ts'
import fc from '../property.ts'
import { type Editor, startEditor, uriOf } from './client.ts'

const bin = join(ROOT, 'bin/beian-check.js')
const command = [process.execPath, bin, 'lsp', '--stdio']

let folder: string
let editor: Editor

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'beian-check-')))
  editor = await startEditor(command, folder, {}, { BEIAN_CHECK_LANG: 'en' })
})
afterAll(async () => {
  expect(await editor.close()).toBe(0)
  expect(editor.errors()).toBe('')
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
const anyName = (ending = 'yaml'): string => {
  count += 1
  return join(folder, `draft-${count}.${ending}`)
}

const rules = (diagnostics: Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code))

/** URIs of what a test has opened; what is typed in one test is nothing to the next. */
const opened = new Set<string>()
afterEach(async () => {
  for (const uri of opened) await editor.closeFile(uri)
  opened.clear()
})

const change = (uri: string, version: number, edits: { range?: Range; text: string }[]): Promise<void> =>
  editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: edits as { range: Range; text: string }[],
  })

/** Opens a text; `|` is the cursor. */
function open(text: string, ending = 'yaml') {
  const plain = text.replace('|', '')
  const uri = editor.open(anyName(ending), plain, ending === 'yaml' ? 'yaml' : 'json')
  opened.add(uri)
  const document = TextDocument.create(uri, 'yaml', 1, plain)
  return { uri, document, position: document.positionAt(Math.max(0, text.indexOf('|'))) }
}

describe('diagnostics', () => {
  test.each(fixtures)('%s: findings and places of the command', async (name) => {
    const text = readFileSync(join(ROOT, 'fixtures/drafts', name), 'utf8')
    const uri = editor.open(join(folder, 'other', name), text)
    opened.add(uri)
    const said = await editor.diagnostics(uri, (_list, version) => version === 1)
    const { stdout } = await runCli(['-', '--stdin-filename', name, '--format', 'json', '--lang', 'en'], {
      stdin: text,
      now: Date.now(),
    })
    const report: { files: { findings: ReportedFinding[] }[] } = JSON.parse(stdout)
    const found = report.files[0]?.findings ?? []
    expect(said.map(({ code, range, message, severity }) => ({ code, range, message, severity }))).toEqual(
      found.map(({ rule, severity, message, hint, line, column, endLine, endColumn }) => ({
        code: rule,
        range: {
          start: { line: line - 1, character: column - 1 },
          end: { line: endLine - 1, character: endColumn - 1 },
        },
        message: hint === null ? message : `${message}\n${hint}`,
        severity: { error: 1, warning: 2, info: 3 }[severity],
      })),
    )
  })

  test('as one types, by incremental changes', async () => {
    const { uri, document } = open(clean)
    expect(await editor.diagnostics(uri, (_list, version) => version === 1)).toEqual([])
    const second = clean.lastIndexOf('文三路90号2单元301室') + '文三路'.length
    const other = {
      start: document.positionAt(second),
      end: document.positionAt(second + '90号2单元301室'.length),
    }
    await change(uri, 2, [{ range: other, text: '' }])
    const found = await editor.diagnostics(uri, (_list, version) => version === 2)
    expect(rules(found)).toContain('subject/address-door-number')
    await change(uri, 3, [{ text: clean }])
    expect(await editor.diagnostics(uri, (_list, version) => version === 3)).toEqual([])
  })

  test('a text that cannot be read, and one that is no draft', async () => {
    const broken = open(unparsable)
    const found = await editor.diagnostics(broken.uri, (list) => list.length > 0)
    expect(found).toMatchObject([{ code: 'draft/syntax', range: { start: { line: 1 } } }])
    const compose = open('services:\n  web:\n    image: nginx\n')
    expect(await editor.diagnostics(compose.uri, (_list, version) => version === 1)).toEqual([])
  })

  test('clashes with other drafts of the folder, open or not, and with what is typed in them', async () => {
    const own = join(folder, 'archive')
    mkdirSync(own)
    const [a, b] = [join(own, 'a.yaml'), join(own, 'b.yaml')]
    writeFileSync(a, draft())
    writeFileSync(b, draft({ name: '南屏晚钟', domain: 'nanping.cn' }))
    const { connection, ...client } = await startEditor(command, own, {}, { BEIAN_CHECK_LANG: 'en' })
    const uri = client.open(b, draft({ name: '南屏晚钟' }))
    const clashes = await client.diagnostics(uri, (list) =>
      rules(list).some((rule) => rule.startsWith('conflict/')),
    )
    const clash = clashes.find(({ code }) => String(code).startsWith('conflict/'))
    expect(clash?.relatedInformation).toMatchObject([{ location: { uri: uriOf(a) } }])
    // The other one is opened and changed: the clash is gone in both.
    const other = client.open(a, draft())
    await client.diagnostics(other, (list) => rules(list).some((rule) => rule.startsWith('conflict/')))
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: other, version: 2 },
      contentChanges: [{ text: draft({ domain: 'else.cn' }) }],
    })
    await client.diagnostics(uri, (list) => !rules(list).some((rule) => rule.startsWith('conflict/')))
    // It is closed unsaved: what is on disk holds again.
    await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: other } })
    await client.diagnostics(uri, (list) => rules(list).some((rule) => rule.startsWith('conflict/')))
    rmSync(a)
    await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(a), type: 3 }],
    })
    await client.diagnostics(uri, (list) => !rules(list).some((rule) => rule.startsWith('conflict/')))
    await client.close()
  })

  test('configs, plugins and profiles as for the command; a config that changes', async () => {
    const own = join(folder, 'configured')
    mkdirSync(own)
    const config = join(own, 'beian-check.config.yaml')
    const rule = `export default ({ defineRule, say }) => defineRule({ id: 'my/rule', level: 'info',
      texts: { title: { zh: '题', en: 'title' }, messages: { no: say({ zh: () => ['不'], en: () => ['no'] }) } },
      check: (draft, { report }) => report('no', { at: ['websites', 0, 'name'] }) })`
    writeFileSync(join(own, 'rule.mjs'), rule)
    writeFileSync(config, 'plugins: ./rule.mjs\n')
    const client = await startEditor(command, own, {}, { BEIAN_CHECK_LANG: 'zh' })
    const uri = client.open(join(own, 'draft.yaml'), clean)
    const found = await client.diagnostics(uri, (list) => list.length > 0)
    expect(found).toMatchObject([{ code: 'my/rule', message: '不', severity: 3 }])
    const told = (file: string): Promise<void> =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(file), type: 2 }],
      })
    const changed = async (text: string): Promise<void> => {
      writeFileSync(config, text)
      await told(config)
    }
    const editPlugin = async (): Promise<void> => {
      writeFileSync(join(own, 'rule.mjs'), rule.replace("['不']", "['不行']"))
      utimesSync(join(own, 'rule.mjs'), 1, 1)
      await told(join(own, 'rule.mjs'))
    }
    await editPlugin()
    expect(await client.diagnostics(uri, (list) => list[0]?.message === '不行')).toHaveLength(1)
    await changed('plugins: ./rule.mjs\nrules: { my/rule: off }\n')
    expect(await client.diagnostics(uri, (list) => list.length === 0)).toEqual([])
    await changed('lang: en\nrules: { my/rule: off }\nplugins: ./rule.mjs\nprofile: nobody\n')
    await client.diagnostics(uri, (list) => list[0]?.message.includes('nobody') ?? false)
    await changed('rulez: {}\n')
    const wrong = await client.diagnostics(uri, (list) => list[0]?.message.includes('rulez') ?? false)
    expect(wrong).toMatchObject([
      { message: expect.stringContaining('没有“rulez”这一项'), range: { start: { line: 0 } } },
    ])
    await client.close()
  })
})

describe('completion', () => {
  const complete = async (text: string, ending?: string) => {
    const { uri, document, position } = open(text, ending)
    const found = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    })
    const items = Array.isArray(found) ? found : (found?.items ?? [])
    return { document, items, labels: items.map(({ label }) => label) }
  }

  test.each<[string, string, string[], string[]]>([
    [
      'keys at the top, English where nothing is written',
      '|',
      ['profile', 'filing', 'subject', 'websites'],
      ['主体信息'],
    ],
    [
      'Chinese keys in a Chinese file',
      '主体信息:\n  主办单位性质: 个人\n  |',
      ['主办单位名称', '证件'],
      ['name', '主办单位性质'],
    ],
    [
      'English keys in an English file',
      'subject:\n  nature: individual\n  n|',
      ['name', 'address'],
      ['主办单位名称'],
    ],
    ['in a list', '网站信息:\n  - 网站名称: 山间札记\n    |', ['域名', '接入信息'], ['网站名称']],
    ['at the dash', 'websites:\n  - |', ['name', 'domains', 'access'], []],
    ['a list at the margin of its key', 'websites:\n- name: a\n  access:\n  - |', ['provider', 'ips'], []],
    ['options right behind the colon', 'subject:\n  nature: |', ['individual', 'enterprise'], ['个人']],
    ['options in Chinese', '主体信息:\n  主办单位性质: |', ['个人', '企业'], ['individual']],
    ['options without a space', '主体信息:\n  主办单位性质:|', ['个人'], []],
    ['options of a list', 'websites:\n  access:\n    method:\n      - |', ['virtual-host', 'cloud'], []],
    ['options in brackets', 'websites:\n  access: { method: [virtual-host, |', ['cloud'], []],
    ['keys in braces', 'subject: { name: 沈知秋, | }', ['nature', 'address'], ['name']],
    ['a value in braces', 'subject: { nature: |', ['individual'], []],
    [
      'in a text that cannot be read',
      'subject:\n  name: "沈知秋\n  certificate:\n    type: res|\n',
      ['resident-id'],
      [],
    ],
    [
      'after a forgotten bracket',
      'subject: { name: 沈知秋\nwebsites:\n  - |',
      ['name', 'domains'],
      ['nature'],
    ],
    ['profiles', 'profile: |\nsubject: {}', ['aliyun', 'today'], []],
    ['providers', 'websites:\n  access:\n    provider: |', ['上海金咏信息科技有限公司'], []],
    ['a second draft of the file', '主体信息: {}\n---\n主体信息:\n  |', ['主办单位名称'], []],
  ])('%s', async (_what, text, there, notThere) => {
    const { labels } = await complete(text)
    expect(labels).toEqual(expect.arrayContaining(there))
    for (const label of notThere) expect(labels).not.toContain(label)
  })

  test.each<[string, string, string[]]>([
    ['keys', '{ "subject": { "name": "沈知秋", "|" } }', ['nature', 'address']],
    ['Chinese keys', '{ "主体信息": { "主办单位名称": "沈知秋", | } }', ['主办单位性质', '通信地址']],
    ['options', '{ "subject": { "nature": "|" } }', ['individual']],
    ['items', '{ "websites": [{ "access": { "method": ["|"] } }] }', ['cloud']],
  ])('JSON: %s', async (_what, text, there) => {
    expect((await complete(text, 'json')).labels).toEqual(expect.arrayContaining(there))
  })

  test.each<[string, string, string, string]>([
    ['a key', 'subject:\n  na|', 'nature', 'subject:\n  nature: '],
    ['a group', '主体信息:\n  证|', '证件', '主体信息:\n  证件:\n    '],
    ['a list of groups', 'subject: {}\nweb|', 'websites', 'subject: {}\nwebsites:\n  - '],
    ['an option without a space', '主体信息:\n  主办单位性质:|', '个人', '主体信息:\n  主办单位性质: 个人'],
    ['a key whose value is there', 'subject:\n  na|: x', 'name', 'subject:\n  name: x'],
  ])('what is inserted: %s', async (_what, text, label, after) => {
    const { document, items } = await complete(text)
    const edit = items.find((item) => item.label === label)?.textEdit
    if (edit === undefined || !('range' in edit)) throw new Error(`no ${label}`)
    expect(TextDocument.applyEdits(document, [edit])).toBe(after)
  })
})

describe('hover', () => {
  const hover = async (text: string, ending?: string): Promise<string> => {
    const { uri, position } = open(text, ending)
    await editor.diagnostics(uri, (_list, version) => version === 1)
    const found = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })
    return found === null ? '' : JSON.stringify(found.contents)
  }
  test.each<[string, string, string[]]>([
    ['a key', 'subject:\n  na|ture: individual', ['nature', '主办单位性质', 'Required']],
    ['a value', 'subject:\n  nature: indi|vidual', ['主办单位性质']],
    ['a Chinese key', '网站信息:\n  - 网站|名称: 山间札记', ['网站名称', 'At most 512 characters']],
    ['in braces', 'subject: { na|me: 沈知秋 }', ['name of the sponsor']],
    [
      'the rule behind a finding',
      '主体信息:\n  主办单位性质: 个人\n  主办单位名称: 林|先生',
      ['subject/real-name', 'Source'],
    ],
  ])('%s', async (_what, text, words) => {
    const said = await hover(text)
    for (const word of words) expect(said).toContain(word)
  })

  test('JSON', async () => {
    expect(await hover('{ "websites": [{ "home|page": "a.cn" }] }', 'json')).toContain('首页网址')
  })
  test('nothing to say', async () => {
    expect(await hover('subject: {}\nx-mine: va|lue')).toBe('')
  })
})

describe('code actions', () => {
  const actionsFor = async (text: string, only?: string[], ending = 'yaml') => {
    const { uri, document } = open(text, ending)
    const diagnostics = await editor.diagnostics(uri, (_list, version) => version === 1)
    const range = { start: document.positionAt(0), end: document.positionAt(text.length) }
    const context = { diagnostics, ...(only && { only }) }
    const found = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    })
    const actions = (found ?? []).filter((action): action is CodeAction => 'edit' in action)
    const applied = (action: CodeAction | undefined): string =>
      TextDocument.applyEdits(document, action?.edit?.changes?.[uri] ?? [])
    return { actions, applied }
  }
  const wide = draft().replace('homepage: www.', 'homepage: ｗｗｗ.')

  test('a safe fix is preferred and changes its value only', async () => {
    const { actions, applied } = await actionsFor(wide)
    const fix = actions.find(({ isPreferred }) => isPreferred)
    expect(fix?.title).toMatch(/^Fix: /)
    expect(applied(fix)).toBe(draft())
    expect(fix?.diagnostics?.[0]?.code).toBe('website/homepage')
  })

  test('all safe fixes at once', async () => {
    const { actions, applied } = await actionsFor(wide, ['source.fixAll'])
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.beian-check'])
    expect(applied(actions[0])).toBe(draft())
  })

  test('ignore with a reason that is still to be written', async () => {
    const { actions, applied } = await actionsFor(withError)
    const ignore = actions.find(({ title }) => title.startsWith('Ignore subject/address-door-number'))
    const text = applied(ignore)
    for (const uri of opened) await editor.closeFile(uri)
    expect(text).toContain('  # beian-check-ignore subject/address-door-number: \n  address: 文三路\n')
    const { uri } = open(text)
    const left = await editor.diagnostics(uri, (_list, version) => version === 1)
    expect(rules(left)).toEqual(['draft/ignore'])
  })

  test('in JSON', async () => {
    const json = JSON.stringify({ subject: { nature: 'individual', address: '文三路' } }, null, 2)
    const { actions, applied } = await actionsFor(json, undefined, 'json')
    const ignore = actions.find(({ title }) => title.startsWith('Ignore subject/address-door-number'))
    expect(JSON.parse(applied(ignore))['x-beian-check-ignore']).toMatchObject([
      { rule: 'subject/address-door-number' },
    ])
  })
})

describe('document symbols', () => {
  const symbols = async (text: string, ending?: string) => {
    const { uri } = open(text, ending)
    const found = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    const shown = (list: unknown): unknown =>
      Array.isArray(list)
        ? list.map(({ name, detail, children }) => [`${name} ${detail}`.trim(), shown(children)].flat())
        : []
    return shown(found)
  }
  test('subject, websites, access', async () => {
    const text = `${clean}  - name: 南屏晚钟\n    access: [{ provider: 甲 }, { provider: 乙 }]\n`
    expect(await symbols(text)).toEqual([
      ['subject 沈知秋'],
      ['website 山间札记', ['access 上海金咏信息科技有限公司']],
      ['website 南屏晚钟', ['access 甲'], ['access 乙']],
    ])
  })
  test('JSON, and a text that is being typed', async () => {
    expect(
      await symbols('{ "主体信息": { "主办单位名称": "沈知秋", "主体负责人": { "姓名": "周" } } }', 'json'),
    ).toEqual([['subject 沈知秋', ['principal of the subject 周']]])
    expect(await symbols('subject:\n  name: 沈知秋\n  addr')).toEqual([['subject 沈知秋']])
  })
})

test('it offers nothing that would change how a draft is written', () => {
  expect(editor.capabilities).not.toHaveProperty('documentFormattingProvider')
  expect(editor.capabilities).not.toHaveProperty('documentOnTypeFormattingProvider')
})

/** Asks everything that an editor asks, at a place of a document. */
async function askAll(client: Editor, uri: string, document: TextDocument, offset: number): Promise<void> {
  const { connection } = client
  const textDocument = { uri }
  const position = document.positionAt(offset)
  const range = { start: position, end: position }
  await Promise.all([
    connection.sendRequest(CompletionRequest.type, { textDocument, position }),
    connection.sendRequest(HoverRequest.type, { textDocument, position }),
    connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
  ])
}

describe('whatever is typed', () => {
  const edit = async (uri: string, text: string, version: number, offset: number): Promise<void> => {
    await change(uri, version, [{ text }])
    await askAll(editor, uri, TextDocument.create(uri, 'yaml', version, text), offset)
  }

  test.each(['first-attempt.yaml', 'yunqi-software.json', 'host-archive.ndjson'])(
    '%s, from the first letter to the last',
    async (name) => {
      const text = readFileSync(join(ROOT, 'fixtures/drafts', name), 'utf8').slice(0, 1500)
      const { uri } = open(`${text.slice(0, 1)}|`, name.split('.').at(-1))
      let version = 1
      for (let length = 2; length < text.length; length += 13) {
        version += 1
        await edit(uri, text.slice(0, length), version, length)
      }
      await editor.diagnostics(uri, (_list, seen) => seen === version)
      expect(editor.errors()).toBe('')
    },
  )

  test('any text, torn anywhere, in each format', async () => {
    const pieces = fc.constantFrom(
      ...[
        '主体信息',
        'subject',
        'websites',
        'name',
        ':',
        '：',
        ' ',
        '\n',
        '\r\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ',',
      ],
      ...[
        '"',
        "'",
        '#',
        '&a',
        '*a',
        '<<',
        '|',
        '>',
        '%',
        '@',
        '`',
        '!t',
        '?',
        '---',
        '\t',
        '\0',
        '\uFEFF',
        '𠮷',
        '\uD842',
      ],
      ...['__proto__', 'constructor', '个人', '# beian-check-ignore', 'x-beian-check-ignore', 'toString: {}'],
    )
    const texts = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))
    let version = 1
    for (const ending of ['yaml', 'json', 'ndjson']) {
      const { uri } = open('subject: {}', ending)
      await fc.assert(
        fc.asyncProperty(texts, fc.nat(100), async (text, offset) => {
          version += 1
          await edit(uri, text, version, Math.min(offset, text.length))
        }),
        { numRuns: 40 },
      )
    }
    expect(editor.errors()).toBe('')
  })

  test('aliases that grow, deep nesting, a file of one long line', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...[...'bcdefghijklm'].map((l, i) => `${l}: &${l} [*${'abcdefghijkl'[i]}, *${'abcdefghijkl'[i]}]`),
    ]
    const texts = [
      `subject: {}\n${bomb.join('\n')}\n`,
      `subject: ${'['.repeat(5000)}`,
      `subject:\n  name: ${'林'.repeat(200_000)}\n`,
      `websites:\n${'  - name: a\n'.repeat(3000)}`,
    ]
    for (const text of texts) {
      const { uri } = open(text)
      await editor.diagnostics(uri, (_list, version) => version === 1)
      await askAll(editor, uri, TextDocument.create(uri, 'yaml', 1, text), text.length)
    }
    expect(editor.errors()).toBe('')
  })
})

test('names of files as editors write them', async () => {
  const own = join(folder, "备案 (副本)+1 'x'")
  mkdirSync(own)
  writeFileSync(join(own, 'a.yaml'), draft())
  // VS Code escapes more than Node does.
  const uri = uriOf(join(own, 'b.yaml')).replace(/[()+']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  const client = await startEditor(command, own, {}, { BEIAN_CHECK_LANG: 'en' })
  client.open(uri, draft({ name: '南屏晚钟' }))
  await client.diagnostics(uri, (list) => rules(list).some((rule) => rule.startsWith('conflict/')))
  // What is typed counts, and not the file, also for the others.
  const other = client.open(join(own, 'a.yaml'), draft({ domain: 'else.cn' }))
  const clashes = (list: Diagnostic[]) => rules(list).filter((rule) => rule.startsWith('conflict/'))
  await client.diagnostics(uri, (list) => clashes(list).length === 0)
  expect(clashes(await client.diagnostics(other, (_list, version) => version === 1))).toEqual([])
  expect(await client.close()).toBe(0)
})

describe('the end', () => {
  const start = () => startEditor(command, folder)
  const status = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

  test('exit without shutdown is a failure, as the protocol has it', async () => {
    const client = await start()
    const ended = status(client.process)
    await client.connection.sendNotification(ExitNotification.type)
    expect(await ended).toBe(1)
  })
  test('an editor that goes away takes the server with it', async () => {
    const client = await start()
    const ended = status(client.process)
    client.process.stdin?.end()
    expect(await ended).toBe(1)
  })
})

test('what a plugin prints is no part of the protocol', async () => {
  const own = join(folder, 'talkative')
  mkdirSync(own)
  writeFileSync(
    join(own, 'talk.mjs'),
    "console.log('said by a plugin'); export default { profiles: [] , rules: [] }",
  )
  writeFileSync(join(own, 'beian-check.config.yaml'), 'plugins: ./talk.mjs\n')
  const client = await startEditor(command, own)
  const uri = client.open(join(own, 'a.yaml'), withError)
  await client.diagnostics(uri, (_list, version) => version === 1)
  expect(client.errors()).toBe('said by a plugin\n')
  expect(await client.close()).toBe(0)
})

test('at a terminal it says that an editor starts it', async () => {
  const { status, stdout, stderr } = await runCli(['lsp', '--lang', 'en'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('started by an editor')
})
