// The machine formats: their shape by the contract, their counts, and places that point at what is meant.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ruleTable } from '../../rules/index.ts'
import { clean, draft, fixtures, withError } from './drafts.ts'
import { type Call, ROOT, runCli } from './run-cli.ts'

const place = z.int().min(1)
const path = z.array(z.union([z.string(), z.int().min(0)]))
const source = z.strictObject({ title: z.string().min(1), year: z.int(), ref: z.string().min(1).optional() })
const finding = z.strictObject({
  rule: z.string().refine((id) => ruleTable().has(id)),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  hint: z.string().min(1).nullable(),
  path,
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
  document: z.int().min(0),
  sources: z.array(source).min(1),
  returnCode: z.int().nullable(),
  fix: z.strictObject({ title: z.string().min(1), safe: z.boolean() }).nullable(),
  related: z.array(
    z.strictObject({ file: z.string(), document: z.int().min(0), path, line: place, column: place }),
  ),
})
const count = z.int().min(0)
const report = z.strictObject({
  version: z.literal(1),
  summary: z.strictObject({
    files: count,
    drafts: count,
    errors: count,
    warnings: count,
    infos: count,
    suppressed: count,
  }),
  files: z.array(z.strictObject({ path: z.string(), findings: z.array(finding) })),
})
const line = z.strictObject({ path: z.string(), document: count, findings: z.array(finding) })

type Finding = z.infer<typeof finding>

async function json(
  args: readonly string[],
  call: Call = {},
  said: string | RegExp = /^$/,
): Promise<z.infer<typeof report>> {
  const { stdout, stderr } = await runCli([...args, '--format', 'json'], call)
  expect(stderr).toMatch(said)
  return report.parse(JSON.parse(stdout))
}

async function ndjson(args: readonly string[], call: Call = {}): Promise<z.infer<typeof line>[]> {
  const { stdout, stderr } = await runCli([...args, '--format', 'ndjson'], call)
  expect(stderr).toBe('')
  expect(stdout.endsWith('\n') || stdout === '').toBe(true)
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((text) => line.parse(JSON.parse(text)))
}

/** What stands at a finding's place, found without the tool's own help. */
function textAt(text: string, { line: from, column, endLine, endColumn }: Finding): string {
  const lines = text.split('\n')
  const offset = (number: number, inLine: number): number =>
    lines.slice(0, number - 1).reduce((sum, each) => sum + each.length + 1, 0) + inLine - 1
  expect(column).toBeLessThanOrEqual((lines[from - 1]?.length ?? 0) + 1)
  expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1]?.length ?? 0) + 1)
  return text.slice(offset(from, column), offset(endLine, endColumn))
}

const short = (found: Finding, text: string): string =>
  `${found.document} ${found.severity} ${found.rule} ${found.path.join('.')} = ${textAt(text, found)}`

const fixture = (name: string): string => readFileSync(join(ROOT, 'fixtures/drafts', name), 'utf8')
const inRoot = (name: string) => [`fixtures/drafts/${name}`] as const

/**
 * What each fixture gives: document, level, rule, path, and the text at its place. Each line was read and is right:
 * a rule that says something new about a fixture gets its line here after the same reading.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  'agency-batch.yaml': [
    '1 info website/no-optional-services websites.0.services = services',
    '1 error access/location-matches-ip websites.0.access.0.location = 四川',
  ],
  'clash-first.yaml': [],
  'clash-second.yaml': [],
  'first-attempt.yaml': [
    '0 error subject/real-name subject.name = 林先生',
    '0 error subject/certificate-number subject.certificate.number = 44030419461105003x',
    '0 error subject/certificate-number subject.certificate.number = 44030419461105003x',
    '0 error subject/address-door-number subject.address = 科技南路科苑花园',
    '0 error contact/phone subject.principal.phone = 0755-00000000',
    '0 error contact/mobile subject.principal.mobile = 13800138000',
    '0 error contact/email subject.principal.email = wangshu.lin@gmial.com',
    '0 error website/name websites.0.name = www.wangshu-photo.cn',
    '0 error website/domain websites.0.domains = www.wangshu-photo.cn',
    '0 error website/homepage websites.0.homepage = www.wangshu-photos.cn',
    '0 warning website/no-optional-approvals websites.0.approvals.0 = 新闻',
    '0 warning website/no-optional-approvals websites.0.approvals.1 = 出版',
    '0 info website/no-optional-services websites.0.services = 网站服务内容',
    '0 error access/provider websites.0.access.0.provider = 上海金咏信息科技公司',
    '0 error access/method websites.0.access.0.method = 主机托管',
    '0 error access/ip websites.0.access.0.ips = 192.168.1.20',
  ],
  'full-width-colon.yaml': ['0 error draft/syntax  = ：'],
  'host-archive.ndjson': [],
  'linyuan-school.yaml': [],
  'other-host.yaml': ['0 error access/provider websites.0.access.provider = 阿里云计算有限公司'],
  'qinghe-tea.yaml': [],
  'refused-once.yaml': ['0 error filing/no-refile filing.status = 被拒绝'],
  'shanjian-notes.yaml': [],
  'three-slips.yaml': [
    '0 error subject/address-door-number subject.address = 珞喻路',
    '0 error access/provider websites.0.access.0.provider = 上海金咏',
    '0 error access/location-matches-ip websites.0.access.0.location = 湖北',
  ],
  'wrong-region.yaml': [
    '0 error subject/certificate-type subject.certificate.type = 居民身份证',
    '0 error subject/address-region subject.county = 武侯区',
    '0 error subject/address-region subject.address = 四川省成都市武侯区',
    '0 error subject/address-door-number subject.address = 对面',
    '0 error subject/certificate-number subject.principal.certificate.number = "510107194909190029"',
    '0 warning contact/phone subject.principal.phone = 0571-80000055',
    '0 error contact/mobile subject.principal.mobile = 1300000005',
    '0 error contact/mobile subject.principal.emergencyPhone = 1300000005',
    '0 error contact/mobile subject.principal.emergencyPhone = 1300000005',
    '0 error contact/email subject.principal.email = example',
    '0 error website/domain websites.0.domains.1 = JINCHENG-WATER.com.cn',
    '0 error access/location-matches-ip websites.0.access.0.location = 四川',
    '0 error website/has-access websites.1.access = name: 锦城灌溉',
  ],
  'wrong-shapes.json': [
    '0 error draft/missing subject.name = "subject"',
    '0 error draft/type subject.nature = "私企"',
    '0 warning draft/unknown-key subject.naem = "naem"',
    '0 error draft/type subject.certificate = "91360102MA00000000"',
    '0 error draft/type subject.address = "address"',
    '0 error website/has-access websites.0.access = { "name": "滕王阁文创", "domains": "tengwangge-shop.cn" }',
  ],
  'yunqi-software.json': [],
}

test('every fixture has its expectations', () => {
  expect(Object.keys(expected).sort()).toEqual(fixtures)
})

describe.each(fixtures)('%s', (name) => {
  test('--format json has the shape of the contract and the expected findings', async () => {
    for (const lang of ['zh', 'en']) {
      const { summary, files } = await json([...inRoot(name), '--lang', lang], { cwd: ROOT })
      const findings = files.flatMap((file) => file.findings)
      const of = (severity: string): number => findings.filter((found) => found.severity === severity).length
      expect(files.map((file) => file.path)).toEqual([`fixtures/drafts/${name}`])
      expect(summary).toMatchObject({
        files: 1,
        errors: of('error'),
        warnings: of('warning'),
        infos: of('info'),
        suppressed: 0,
      })
      expect(findings.map((found) => short(found, fixture(name)))).toEqual(expected[name])
    }
  })

  test('--format ndjson has a line for each draft with the same findings', async () => {
    const { summary, files } = await json(inRoot(name), { cwd: ROOT })
    const lines = await ndjson(inRoot(name), { cwd: ROOT })
    expect(lines.map(({ document }) => document)).toEqual([...Array(summary.drafts).keys()])
    expect(lines.flatMap(({ findings }) => findings)).toEqual(files.flatMap(({ findings }) => findings))
    for (const { document, findings } of lines) {
      expect(findings.every((found) => found.document === document)).toBe(true)
    }
  })

  test('findings come in the order of the text', async () => {
    const { files } = await json(inRoot(name), { cwd: ROOT })
    const places = files.flatMap(({ findings }) => findings.map((found) => found.line * 1e6 + found.column))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test.each<[string, (text: string) => string, number]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n'), 0],
    ['a byte order mark', (text) => `\uFEFF${text}`, 1],
    ['CRLF and a byte order mark', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`, 1],
    ['no line end at the end', (text) => text.trimEnd(), 0],
  ])('places hold with %s', async (_what, change, shift) => {
    const text = change(fixture(name))
    const plain = await json([name], { files: { [name]: fixture(name) } })
    const changed = await json([name], { files: { [name]: text } })
    const found = changed.files.flatMap(({ findings }) => findings)
    const first = (number: number): number => (number === 1 ? shift : 0)
    expect(found.map((each) => short(each, text))).toEqual(expected[name])
    expect(found).toEqual(
      plain.files.flatMap(({ findings }) =>
        findings.map((each) => ({
          ...each,
          column: each.column + first(each.line),
          endColumn: each.endColumn + first(each.endLine),
        })),
      ),
    )
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-16LE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('is read in %s', async (_what, encode) => {
    const call = { files: { [name]: encode(fixture(name)) } }
    const { files } = await json([name], call, /^.*：按 UTF-16 [LB]E 编码读取，--fix 写回时编码不变\n$/)
    const found = files.flatMap(({ findings }) => findings)
    expect(found.map((each) => short(each, `\uFEFF${fixture(name)}`))).toEqual(expected[name])
  })
})

describe('places', () => {
  const columnsOf = async (text: string, name = 'a.yaml'): Promise<string[]> => {
    const { files } = await json([name], { files: { [name]: text } })
    return files.flatMap(({ findings }) =>
      findings.map(
        (each) => `${each.line}:${each.column}-${each.endLine}:${each.endColumn} ${textAt(text, each)}`,
      ),
    )
  }

  test('columns count UTF-16 units: a character beyond the basic plane counts two', async () => {
    const flow = `{ subject: { remark: "𠮷𠮷", address: 文三路 }, websites: [] }`
    expect(flow.indexOf('文三路')).toBe(38)
    expect(await columnsOf(flow)).toContain('1:39-1:42 文三路')
  })

  test('quoted values, escapes and block texts', async () => {
    expect(await columnsOf(draft({ address: '"文三路"' }))).toEqual(['11:12-11:17 "文三路"'])
    expect(await columnsOf(draft({ address: "'文三路'" }))).toEqual(["11:12-11:17 '文三路'"])
    expect(await columnsOf(draft({ address: '"\\u6587三路"' }))).toEqual(['11:12-11:22 "\\u6587三路"'])
    expect(await columnsOf(draft({ address: '&a 文三路' }))).toEqual(['11:15-11:18 文三路'])
  })

  test('tabs count one', async () => {
    expect(await columnsOf('{\t"subject":\t{ "address":\t"文三路" } }', 'a.json')).toContain(
      '1:27-1:32 "文三路"',
    )
  })

  test('a finding about a part of a value points at the part', async () => {
    expect(await columnsOf(draft({ address: '浙江省杭州市西湖区文三路对面' }))).toEqual(['11:24-11:26 对面'])
  })

  test('in NDJSON the line is the line of the draft', async () => {
    const one = JSON.stringify({ subject: { nature: 'x' } })
    const { files } = await json(['a.ndjson'], { files: { 'a.ndjson': `${one}\n\n${one}\n` } })
    const types = files.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'draft/type')
    expect(types.map((each) => [each.document, each.line, each.column])).toEqual([
      [0, 1, 22],
      [1, 3, 22],
    ])
  })

  test('paths have English keys and leave out what the user left out', async () => {
    const { files } = await json(inRoot('first-attempt.yaml'), { cwd: ROOT })
    const paths = files.flatMap(({ findings }) => findings.map((each) => each.path.join('.')))
    expect(paths).toContain('subject.principal.mobile')
    expect(paths).toContain('websites.0.domains')
    for (const each of paths) expect(each).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('several files', () => {
  const both = [...inRoot('clash-first.yaml'), ...inRoot('clash-second.yaml')]

  test('clashes are told at the later file and point at the earlier one', async () => {
    const { summary, files } = await json(both, { cwd: ROOT })
    expect(summary).toMatchObject({ files: 2, drafts: 2 })
    expect(files.map(({ path: file }) => file)).toEqual(both)
    const told = files.map(({ findings }) =>
      findings.map(
        ({ rule, line: at, column, related }) =>
          `${at}:${column} ${rule} ← ${related.map((each) => `${each.file}:${each.line}:${each.column}`).join(' ')}`,
      ),
    )
    expect(told).toMatchInlineSnapshot(`
      [
        [],
        [
          "5:38 conflict/certificate ← fixtures/drafts/clash-first.yaml:5:38",
          "12:11 conflict/website-name ← fixtures/drafts/clash-first.yaml:12:11",
          "13:14 conflict/domain ← fixtures/drafts/clash-first.yaml:13:14",
          "14:15 conflict/homepage ← fixtures/drafts/clash-first.yaml:14:15",
        ],
      ]
    `)
    for (const { file, line: at, column, path: steps } of files.flatMap(({ findings }) =>
      findings.flatMap(({ related }) => related),
    )) {
      const text = readFileSync(join(ROOT, file), 'utf8').split('\n')[at - 1] ?? ''
      expect(column).toBeLessThanOrEqual(text.length)
      expect(steps.length).toBeGreaterThan(0)
    }
  })

  test('all fixtures at once: counts are those of all lines', async () => {
    const { summary, files } = await json(['fixtures/drafts'], { cwd: ROOT })
    const lines = await ndjson(['fixtures/drafts'], { cwd: ROOT })
    expect(summary).toMatchObject({ files: fixtures.length, drafts: lines.length })
    const findings = files.flatMap((file) => file.findings)
    expect(summary.errors + summary.warnings + summary.infos).toBe(findings.length)
    expect(lines.flatMap((each) => each.findings)).toHaveLength(findings.length)
  })

  test('nothing but the report is on standard output', async () => {
    const call = { files: { 'a.yaml': withError } }
    const { status, stdout, stderr } = await runCli(['a.yaml', 'no.yaml', '--format', 'json'], call)
    expect(status).toBe(2)
    expect(report.parse(JSON.parse(stdout)).summary).toMatchObject({ files: 1, errors: 1 })
    expect(stderr).toMatch(/^no\.yaml：/)
  })

  test('no file at all is still an object, and no line', async () => {
    expect(await json(['*.yaml', '--allow-empty'])).toMatchObject({ summary: { files: 0 }, files: [] })
    expect(await ndjson(['*.yaml', '--allow-empty'])).toEqual([])
  })

  test('clean drafts have their line', async () => {
    expect(await ndjson(['a.yaml'], { files: { 'a.yaml': clean } })).toEqual([
      { path: 'a.yaml', document: 0, findings: [] },
    ])
  })
})
