// The JSON Schema accepts what the reader takes without a remark about its shape, and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { normalise } from '../../src/draft/normalise.ts'
import { formatOf, readText } from '../../src/draft/read.ts'
import { fixtures } from '../cli/drafts.ts'
import { ROOT, runCli } from '../cli/run-cli.ts'
import { draftValues } from '../draft-values.ts'
import fc from '../property.ts'

const schemaOf = (name: string) => JSON.parse(readFileSync(join(ROOT, `schema/${name}.schema.json`), 'utf8'))

/** A strict validator; words for editors only are named. */
function validator(name: string) {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowMatchingProperties: true,
    strictTuples: false,
    formats: { uri: (text) => URL.canParse(text) },
  })
  for (const keyword of [
    'markdownDescription',
    'markdownEnumDescriptions',
    'errorMessage',
    'patternErrorMessage',
  ])
    ajv.addKeyword(keyword)
  return ajv.compile(schemaOf(name))
}

const validate = validator('draft')

const fits = (value: unknown): boolean => normalise(value).problems.length === 0

/** The documents of a file with numbers, booleans and nulls, as an editor's validator sees them. */
function asEditorsSee(file: string, text: string): unknown[] {
  if (file.endsWith('.json')) return [JSON.parse(text)]
  if (file.endsWith('.ndjson'))
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const documents = parseAllDocuments(text, { schema: 'core', merge: true })
  return Array.isArray(documents) ? documents.map((document) => document.toJS()) : []
}

describe('drafts', () => {
  test.each(fixtures)('%s: the validator agrees with the reader', async (file) => {
    const text = readFileSync(join(ROOT, 'fixtures/drafts', file), 'utf8')
    const { documents, problems } = await readText(text, formatOf(file, text))
    if (problems.length > 0) return
    const seen = asEditorsSee(file, text)
    expect(seen.map((value) => validate(value))).toEqual(documents.map(({ value }) => fits(value)))
  })

  const person = { name: '沈知秋', certificate: { type: 'resident-id', number: 330106194903 } }
  test.each<[string, unknown, boolean]>([
    ['English keys', { subject: { nature: 'individual', name: '沈知秋' } }, true],
    ['Chinese keys', { 主体信息: { 主办单位性质: '个人', 主办者名称: '沈知秋' } }, true],
    ['keys in both languages', { subject: { 主办单位性质: 'individual' } }, true],
    ['full-width and capital letters', { SUBJECT: { ＱＱ: 1 } }, false],
    ['a full-width key that there is', { subject: { principal: { ＱＱ: '10001' } } }, true],
    ['an alias of an option', { subject: { nature: '公司', province: '浙江省' } }, true],
    ['a code of MIIT', { subject: { nature: 5 }, websites: { access: { method: [1, '4'] } } }, true],
    ['no such option', { subject: { nature: '私人' } }, false],
    ['a mistyped key', { subject: { naem: '沈知秋' } }, false],
    ['the same field twice', { subject: { name: '沈知秋', 主办单位名称: '沈知秋' } }, false],
    ['keys of the user', { 'x-编号': { any: ['thing'] }, subject: { 'x-note': 1 } }, true],
    ['$schema at the top', { $schema: './a.json' }, true],
    ['$schema elsewhere', { subject: { $schema: './a.json' } }, false],
    ['a single value for a list', { websites: { domains: 'a.cn', access: { ips: '1.2.3.4' } } }, true],
    ['lists', { websites: [{ domains: ['a.cn', { name: 'b.cn', owner: '沈知秋' }] }] }, true],
    ['a list in a list', { websites: [{ domains: [['a.cn']] }] }, false],
    ['nothing written yet', { subject: null, websites: [{ name: null, access: '' }] }, true],
    ['a text for a group', { subject: { principal: '沈知秋' } }, false],
    ['a list for a text', { subject: { address: ['文三路', '90号'] } }, false],
    ['a group', { subject: { principal: person } }, true],
    ['too long', { subject: { remark: '长'.repeat(1025) } }, false],
    ['several drafts', [{ subject: {} }, { websites: [] }], true],
    ['one of several is wrong', [{ subject: {} }, { websit: [] }], false],
  ])('%s', (_what, value, valid) => {
    const drafts = Array.isArray(value) ? value : [value]
    expect(drafts.every(fits)).toBe(valid)
    expect(validate(value)).toBe(valid)
  })

  test('agrees with the reader on generated drafts', () => {
    fc.assert(
      fc.property(draftValues(), (value) => validate(value) === fits(value)),
      { numRuns: 400 },
    )
  })
})

describe('the config and profiles', () => {
  const config = validator('config')
  const profile = validator('profile')
  test.each<[unknown, boolean]>([
    [{ extends: 'jinyong', rules: { 'contact/phone': 'warning' } }, true],
    [{ rules: { 'access/own-ip': ['error', { ranges: ['101.80.16.0/24'] }] } }, true],
    [{ rules: { 'my-host/footer': ['error', { any: 1 }] } }, true],
    [{ rules: { 'contact/fone': 'warning' } }, false],
    [{ rules: { 'contact/phone': 'loud' } }, false],
    [{ rules: { 'access/own-ip': ['error', { range: [] }] } }, false],
    [{ rulez: {} }, false],
  ])('config %j: %s', (value, valid) => {
    expect(config(value)).toBe(valid)
  })

  test('every profile that comes with the tool is one', async () => {
    const { stdout } = await runCli(['profiles', '--format', 'json'])
    for (const { id } of JSON.parse(stdout).profiles) {
      const [document] = parseAllDocuments(readFileSync(join(ROOT, `rules/profiles/${id}.yaml`), 'utf8'))
      expect([id, profile(document?.toJS()), profile.errors]).toEqual([id, true, null])
    }
  })
})

describe('beian-check schema', () => {
  test.each([
    [[], 'draft'],
    [['draft'], 'draft'],
    [['config'], 'config'],
    [['profile'], 'profile'],
  ])('%j prints it', async (args, name) => {
    const { status, stdout } = await runCli(['schema', ...args])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(schemaOf(name))
  })

  test('no such schema: a suggestion, status 2', async () => {
    const { status, stderr } = await runCli(['schema', 'confg'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('是不是“config”')])
  })

  test('a copy beside drafts is no draft', async () => {
    const files = { 'a.yaml': '主体信息: {}\n', 'beian-check.schema.json': '{"$defs":{}}' }
    const { stdout } = await runCli(['.', '--format', 'json'], { files })
    expect(JSON.parse(stdout).files.map(({ path }: { path: string }) => path)).toEqual(['a.yaml'])
  })
})
