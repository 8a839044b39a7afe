// SARIF: valid by OASIS's schema, its fixes exact to the character, nothing masked in them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { decode } from '../../src/draft/decode.ts'
import { sarif as sarifReporter } from '../../src/report/sarif.ts'
import { pour } from '../../src/report/view.ts'
import { draft, fixtures, unparsable } from '../cli/drafts.ts'
import { type Call, ROOT, runCli } from '../cli/run-cli.ts'
import { reportOf, runView } from './made.ts'
import { type Region, type Result, type Run, readSarif } from './read-sarif.ts'

async function sarif(args: readonly string[], call: Call = {}): Promise<Run> {
  const { stdout } = await runCli([...args, '--format', 'sarif'], call)
  return readSarif(stdout)
}

test('every fixture, in both languages, with values and without', async () => {
  for (const more of [[], ['--lang', 'en'], ['--show-values'], ['--quiet']]) {
    const run = await sarif([...fixtures.map((name) => `fixtures/drafts/${name}`), ...more], { cwd: ROOT })
    expect(run.results.length).toBeGreaterThan(30)
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  }
})

test('a clean draft, and a run with nothing to read', async () => {
  const run = await sarif(['a.yaml'], { files: { 'a.yaml': draft() } })
  expect(run).toMatchObject({ results: [], columnKind: 'utf16CodeUnits' })
  expect(run.invocations).toEqual([{ executionSuccessful: true }])
  const nothing = await sarif(['a.yaml'])
  expect(nothing.invocations[0].executionSuccessful).toBe(false)
  expect(nothing.invocations[0].toolExecutionNotifications).toHaveLength(1)
})

test('a draft that cannot be parsed is a result, and the run was no success', async () => {
  const run = await sarif(['a.yaml'], { files: { 'a.yaml': unparsable } })
  expect(run.results.map(({ ruleId }) => ruleId)).toEqual(['draft/syntax'])
  expect(run.invocations[0].executionSuccessful).toBe(false)
})

test('every rule brings its help', async () => {
  const run = await sarif(['a.yaml', '--lang', 'en'], { files: { 'a.yaml': draft() } })
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([...ruleTable().keys()])
  for (const { id, help } of run.tool.driver.rules) {
    const rule = ruleTable().get(id)
    expect(help.text).toContain(rule?.texts.why.en)
    expect(help.markdown).toContain(`\n${rule?.examples.bad[0]?.draft.trimEnd()}\n`)
  }
})

test('GitHub takes it: no text of a rule is longer than 1024 characters, and no more results than 25,000', async () => {
  for (const { texts } of ruleTable().values())
    for (const text of [texts.title.zh, texts.title.en, texts.why.zh, texts.why.en])
      expect(text.length).toBeLessThanOrEqual(1024)
  let text = ''
  await pour(sarifReporter.render(reportOf(25_010), runView('en')), (piece) => {
    text += piece
  })
  const { runs }: { runs: Run[] } = JSON.parse(text)
  expect(runs[0]?.results).toHaveLength(25_000)
  expect(runs[0]?.invocations[0].toolExecutionNotifications).toMatchObject([
    { level: 'warning', message: { text: expect.stringMatching(/^10 more findings are left out/) } },
  ])
})

test('names of files are percent-encoded', async () => {
  const files = { 'a b/客户 #1%.yaml': draft({ address: '文三路' }) }
  const [result] = (await sarif(['a b'], { files })).results
  const { uri } = result?.locations[0].physicalLocation.artifactLocation ?? { uri: '' }
  expect(uri).toMatch(/^[\w%/.-]+$/)
  expect(decodeURIComponent(uri)).toBe('a b/客户 #1%.yaml')
  const stdin = await sarif(['-'], { stdin: draft({ address: '文三路' }) })
  expect(stdin.results[0]?.locations[0].physicalLocation.artifactLocation).toEqual({ uri: '%3Cstdin%3E' })
})

test('a clash names the other places', async () => {
  const other = draft().replace('沈知秋', '林望舒')
  const { results } = await sarif(['.'], { files: { 'a.yaml': draft(), 'b/c d.yaml': other } })
  const clash = results.find(({ ruleId }) => ruleId === 'conflict/certificate')
  const uris = clash?.relatedLocations?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)
  expect([clash?.locations[0].physicalLocation.artifactLocation.uri, ...(uris ?? [])].sort()).toEqual([
    'a.yaml',
    'b/c%20d.yaml',
  ])
})

describe('places and fixes', () => {
  const bad = draft({ domain: 'WWW.shanjian-notes.cn', website: 'services: [博客/个人空间]' })
  const json = JSON.stringify({
    subject: {
      nature: '个人',
      name: '沈知秋',
      certificate: { type: 'resident-id', number: '33010619490307002５' },
    },
    websites: [{ name: '山间札记', domains: ['HTTP://shanjian-notes.cn'] }],
  })
  const full = { 'a.yaml': bad, 'crlf.yaml': bad.replaceAll('\n', '\r\n') }
  const cases: Readonly<Record<string, string | Uint8Array>> = {
    ...full,
    'bom.yaml': `\uFEFFprofile: jinyong\n${bad}`,
    'bom-first.json': `\uFEFF${json}`,
    'utf16.yaml': Buffer.from(`\uFEFF${bad}`, 'utf16le'),
    'two.yaml': `${draft()}---\n${bad}`,
    'lines.ndjson': `${JSON.stringify({ subject: {} })}\n\n${json}\n`,
    'one.json': json,
    'rare.yaml': bad.replace('沈知秋', '𠮷田 青'),
  }

  /** Offset of a place, as SARIF counts. */
  const offsetOf = (text: string, line: number, column: number): number =>
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, each) => sum + each.length + 1, 0) +
    column -
    1

  /** Makes the fixes of one result. */
  function apply(text: string, { fixes }: Result): string {
    let fixed = text
    const replacements = fixes?.[0]?.artifactChanges[0]?.replacements ?? []
    for (const { deletedRegion, insertedContent } of [...replacements].reverse()) {
      const { startLine, startColumn, endLine, endColumn, charOffset, charLength }: Region = deletedRegion
      expect(offsetOf(text, startLine, startColumn)).toBe(charOffset)
      expect(offsetOf(text, endLine, endColumn)).toBe(charOffset + charLength)
      fixed = fixed.slice(0, charOffset) + insertedContent.text + fixed.slice(charOffset + charLength)
    }
    return fixed
  }

  test.each(Object.entries(cases))('of %s are exact', async (name, content) => {
    const { results } = await sarif([name, '--show-values'], { files: { [name]: content } })
    const text = (decode(Buffer.from(content))?.text ?? '').replace(/^\uFEFF/, '')
    const fixable = results.filter(({ fixes }) => fixes !== undefined)
    expect(fixable.length).toBeGreaterThan(0)
    for (const result of fixable) {
      const fixed = apply(text, result)
      expect(fixed).not.toBe(text)
      const after = await sarif([name, '--show-values'], { files: { [name]: fixed } })
      const ids = (run: readonly Result[]) => run.map((each) => each.partialFingerprints['beianCheck/v1'])
      expect(ids(after.results)).not.toContain(result.partialFingerprints['beianCheck/v1'])
    }
  })

  test('tell no masked value; with --show-values they are there', async () => {
    const phone = draft({ website: 'principal: { name: 沈知秋, mobile: "１3000000000" }' })
    const mobiles = async (...more: string[]) =>
      (await sarif(['a.yaml', ...more], { files: { 'a.yaml': phone } })).results.filter(
        ({ ruleId, fixes }) => ruleId === 'contact/mobile' && fixes !== undefined,
      )
    expect(await mobiles()).toEqual([])
    expect(JSON.stringify(await mobiles('--show-values'))).toContain('13000000000')
  })

  test('a byte order mark is no column', async () => {
    const { results } = await sarif(['a.yaml'], { files: { 'a.yaml': '\uFEFFprofil: jinyong\n' } })
    const unknown = results.find(({ ruleId }) => ruleId === 'draft/unknown-key')
    expect(unknown?.locations[0].physicalLocation.region).toMatchObject({
      startLine: 1,
      startColumn: 1,
      endColumn: 7,
    })
  })
})

test('the same drafts give the same bytes', async () => {
  const args = ['fixtures/drafts', '--format', 'sarif']
  const one = await runCli(args, { cwd: ROOT })
  expect((await runCli(args, { cwd: ROOT, now: Date.parse('2026-11-23T13:00:00+08:00') })).stdout).toBe(
    one.stdout,
  )
  expect(one.stdout).not.toContain(ROOT)
})

test('the schema is the one of OASIS, and finds what is wrong', () => {
  const schema = readFileSync(join(ROOT, 'test/report/sarif/sarif-schema-2.1.0.json'), 'utf8')
  expect(JSON.parse(schema).id).toMatch(/^https:\/\/docs\.oasis-open\.org\/sarif\//)
  expect(() => readSarif('{"version":"2.1.0","runs":[{"tool":{}}]}')).toThrow('driver')
})
