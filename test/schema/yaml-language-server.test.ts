// What an editor with Red Hat's YAML language server makes of the schema: completion, hover and its own remarks.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CompletionRequest, HoverRequest } from 'vscode-languageserver-protocol'
import { ROOT, runCli } from '../cli/run-cli.ts'
import { type Editor, startEditor } from '../editor/client.ts'

const server = join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server')

let folder: string
let editor: Editor

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'beian-check-')))
  const { stdout } = await runCli(['schema'])
  writeFileSync(join(folder, 'beian-check.schema.json'), stdout)
  editor = await startEditor([process.execPath, server, '--stdio'], folder)
})
afterAll(async () => {
  await editor.close()
  rmSync(folder, { recursive: true, force: true })
})

const HEAD = '# yaml-language-server: $schema=./beian-check.schema.json\n'
let count = 0

/** Opens a text with the line that names the schema; `|` is the cursor. */
function open(text: string): { uri: string; position: { line: number; character: number } } {
  const at = text.indexOf('|')
  const before = (HEAD + text.slice(0, at < 0 ? text.length : at)).split('\n')
  count += 1
  const uri = editor.open(join(folder, `draft-${count}.yaml`), HEAD + text.replace('|', ''))
  return { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } }
}

async function complete(text: string): Promise<string[]> {
  const { uri, position } = open(text)
  const found = await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
  })
  const items = Array.isArray(found) ? found : (found?.items ?? [])
  return items.map(({ label }) => label)
}

async function hover(text: string): Promise<string> {
  const { uri, position } = open(text)
  const found = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })
  return JSON.stringify(found?.contents ?? '')
}

describe('completion', () => {
  test.each<[string, string, string[]]>([
    ['keys at the top', '|', ['subject', '主体信息', 'websites', '网站信息']],
    ['keys of a group', 'subject:\n  name: 沈知秋\n  |', ['address', '通信地址', 'certificate']],
    ['keys in a list', '网站信息:\n  - 网站名称: 山间札记\n    |', ['domains', '接入信息']],
    ['options', 'subject:\n  nature: |', ['individual', '个人', '企业']],
    ['options of a list field', 'websites:\n  access:\n    method: |', ['virtual-host', '虚拟主机']],
  ])('%s', async (_what, text, labels) => {
    expect(await complete(text)).toEqual(expect.arrayContaining(labels))
  })
})

describe('hover', () => {
  test.each<[string, string, string[]]>([
    [
      'an English key',
      'subject:\n  na|me: 沈知秋\n',
      ['主办单位名称', '必填', 'Required', 'subject/real-name'],
    ],
    ['a Chinese key', '主体信息:\n  主办|单位性质: 个人\n', ['主办单位性质', 'nature']],
    ['another label', '主体信息:\n  通讯|地址: 文三路\n', ['通信地址', 'subject/address-door-number']],
    ['a key in a list', 'websites:\n  - do|mains: a.cn\n', ['域名']],
  ])('%s', async (_what, text, words) => {
    const said = await hover(text)
    for (const word of words) expect(said).toContain(word)
  })
})

describe('remarks', () => {
  test('none on a right draft', async () => {
    const { uri } = open('主体信息: { 主办单位性质: 个人 }\nwebsites: [{ domains: a.cn }]\n')
    expect(await editor.diagnostics(uri, () => true)).toEqual([])
  })

  test.each<[string, string, string]>([
    ['a mistyped key', 'subject:\n  naem: 沈知秋\n', 'naem'],
    ['no such option', 'subject:\n  nature: 私人\n', '"individual", "个人"'],
    ['the same field twice', 'subject:\n  name: a\n  主办单位名称: b\n', '与“name”是同一栏'],
    ['a text for a group', 'subject:\n  principal: 沈知秋\n', '是一组栏目'],
  ])('%s', async (_what, text, words) => {
    const { uri } = open(text)
    const found = await editor.diagnostics(uri, (list) => list.length > 0)
    expect(found.map(({ message }) => message).join('\n')).toContain(words)
  })
})
