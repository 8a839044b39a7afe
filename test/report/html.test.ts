// The HTML report of very much: what is left out is said, and the page stays one that a browser opens.
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { fileReport, type LocatedFinding, type RunReport, runReport } from '../../src/engine/report.ts'
import { htmlReporter } from '../../src/report/html.ts'
import { pour, type RunView } from '../../src/report/view.ts'
import { reportOf, runView } from './made.ts'

async function page(report: RunReport, more: Partial<RunView> = {}): Promise<string> {
  let text = ''
  await pour(htmlReporter.render(report, { ...runView('zh'), ...more }), (piece) => {
    text += piece
  })
  const problems: string[] = []
  parse(text, { onParseError: ({ code }) => problems.push(code) })
  expect(problems).toEqual([])
  return text
}

const count = (text: string, piece: string): number => text.split(piece).length - 1

const [sample] = reportOf(1).files[Symbol.iterator]().next().value?.findings ?? []
/** A finding in the name of a draft. */
function finding(document: number, line: number): LocatedFinding {
  if (sample === undefined) throw new Error('there is one')
  return { ...sample, document, line, endLine: line }
}

const rest = { broken: false, suppressed: 0, reminders: [], checklist: [] }

/** Files with a draft each, of which every so manyth has a finding. */
const manyFiles = (files: number, every: number): RunReport =>
  runReport(
    Array.from({ length: files }, (_, index) =>
      fileReport({
        file: `${index}.yaml`,
        documents: [0],
        findings: index % every === 0 ? [finding(0, 2)] : [],
        ...rest,
      }),
    ),
  )

describe('bounded', () => {
  test('findings of one draft', async () => {
    const text = await page(reportOf(20_000))
    expect(count(text, 'class="finding error"')).toBe(500)
    expect(text).toContain('另有 19500 条没有列出')
    expect(text.length).toBeLessThan(1_000_000)
  })

  test.each([
    ['a few, clean ones too', 20, 4, 20, 0, /^$/],
    ['more: clean ones are left out', 40, 4, 10, 0, /没有问题的 30 份没有展开/],
    [
      'many: of the others the problems are listed',
      600,
      4,
      100,
      50,
      /另有 50 份有问题的没有展开.*没有问题的 450 份没有展开/,
    ],
    ['very many: and in the end only counted', 3000, 1, 100, 1000, /另有 2900 份有问题的没有展开/],
  ])('drafts: %s', async (_what, files, every, forms, listed, says) => {
    const text = await page(manyFiles(files, every))
    expect(count(text, 'data-draft="')).toBe(forms)
    const [, others = ''] = text.split('data-rest')
    expect(count(others, 'class="finding ')).toBe(listed)
    expect(/<p class="nothing">(另有 \d+ 份|没有问题的)[^<]*/.exec(text)?.[0] ?? '').toMatch(says)
    expect(text.includes('另有 1900 条没有列出')).toBe(files === 3000)
    expect(text.length).toBeLessThan(1_500_000)
  })

  test('websites and values of one draft', async () => {
    const website = { 网站名称: '甲', 域名: Array.from({ length: 300 }, (_, index) => `a${index}.cn`) }
    const draft = {
      主体信息: { 主办单位名称: '沈知秋' },
      网站信息: Array.from({ length: 300 }, () => website),
    }
    const source: RunView['source'] = async () => ({ text: JSON.stringify(draft), format: 'json' })
    const text = await page(reportOf(1), { source })
    expect(count(text, 'data-part')).toBeLessThan(45)
    expect(text).toContain('后面的没有列成表')
    expect(text).toContain('另有 250 项')
    expect(text.length).toBeLessThan(1_000_000)
  })
})

test('of a large file with a draft a line the right lines are shown', async () => {
  const drafts = 9000
  const nameOf = (index: number): string => `公司第${index}号`
  const text = Array.from(
    { length: drafts },
    (_, index) => `${JSON.stringify({ subject: { name: nameOf(index) }, 'x-note': 'x'.repeat(90) })}\n`,
  ).join('')
  expect(text.length).toBeGreaterThan(1_000_000)
  const wanted = [0, 1, 17, drafts - 1]
  const file = fileReport({
    file: 'a.ndjson',
    documents: Array.from({ length: drafts }, (_, document) => document),
    findings: wanted.map((document) => finding(document, document + 1)),
    ...rest,
  })
  const made = await page(runReport([file]), { source: async () => ({ text, format: 'lines' }) })
  for (const document of wanted) expect(made).toContain(`lang="zh-CN">${nameOf(document)}</h2>`)
  expect(count(made, 'data-draft="')).toBe(wanted.length)
})

test('a draft whose file is not at hand is shown by its problems', async () => {
  const text = await page(reportOf(2))
  expect(text).toContain('草稿文件不在手边')
  expect(count(text, 'class="finding error"')).toBe(2)
})
