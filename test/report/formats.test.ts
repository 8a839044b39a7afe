// Every format says the same findings, in its own grammar, whatever a draft or a file name says.
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/report/index.ts'
import { markdown } from '../../src/report/markdown.ts'
import { draft, fixtures } from '../cli/drafts.ts'
import { type Call, ROOT, runCli, runFormats, withFolder } from '../cli/run-cli.ts'
import { HOSTILE_NAME, hostileDraft, hostileTexts } from './hostile.ts'
import { reportOf, runView } from './made.ts'
import { gitlabReport, parseXml, readAll, readers, type Told } from './readers.ts'

test('every format that lists findings is read back here', () => {
  const others = ['terminal', 'json', 'ndjson']
  expect([...Object.keys(readers), ...others].sort()).toEqual([...reporterNames].sort())
})

/** What every format says of one run. */
async function compare(args: readonly string[], call: Call): Promise<readonly Told[]> {
  const { reports } = await runFormats(args, call)
  return readAll(reports)
}

describe('every format says what JSON says', () => {
  const args = fixtures.map((name) => `fixtures/drafts/${name}`)

  test('of every fixture', async () => {
    expect((await compare(args, { cwd: ROOT })).length).toBeGreaterThan(40)
    const errors = await compare([...args, '--quiet'], { cwd: ROOT })
    expect(new Set(errors.map(({ level }) => level))).toEqual(new Set(['error']))
  })

  test('of a clean draft: nothing', async () => {
    expect(await compare(['a.yaml'], { files: { 'a.yaml': draft() } })).toEqual([])
  })

  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('of %s', async (_name, text) => {
    const files = { [HOSTILE_NAME]: hostileDraft(text) }
    for (const more of [[], ['--show-values']])
      expect((await compare([HOSTILE_NAME, ...more], { files })).length).toBeGreaterThan(5)
  })
})

describe('a clash', () => {
  const one = draft({ domain: 'shanjian.cn' })
  const copies = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n + 100}.yaml`, one]))
  const listing = reporterNames.filter((name) => !['json', 'ndjson'].includes(name))

  test('names the other place in every format', async () => {
    const { reports } = await runFormats(['.'], { files: copies(2) })
    for (const name of listing) expect(reports[name], name).toMatch(/(?<!file=)100\.yaml:14:15/)
    expect(reports.sarif).toContain('另见 [100.yaml:14:15](1)')
  })

  test('of very many names the first, and says how many there are', async () => {
    const { reports } = await runFormats(['.', '--lang', 'en'], { files: copies(30) })
    const told = /conflict\/website.*see also 100\.yaml:14:15, 101\.yaml:14:15, 102\.yaml:14:15 and 26 more/
    expect(reports.compact).toMatch(told)
    for (const name of listing.filter((each) => each !== 'compact'))
      expect(reports[name], name).toMatch(/(?:and 26|24) more/)
    const { files } = JSON.parse(reports.json)
    const [, second, ...others] = files.map(({ findings }: { findings: unknown[] }) => findings[0])
    expect(second).toMatchObject({ related: [{ file: '100.yaml' }], relatedMore: 28 })
    expect(others.at(-1)).toMatchObject({ relatedMore: 19 })
  })
})

describe('github', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `${String.fromCharCode(97 + i)}.yaml`,
      draft({ address: '文三路', domain: `shanjian-${i}.cn`, website: 'services: [博客/个人空间]' }),
    ]),
  )
  const annotations = (text: string) =>
    text.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line))

  test('the worst come first, and it is told that there are more than GitHub shows', async () => {
    const { stdout } = await runCli(['.', '--format', 'github'], { files: many })
    const [more = '', ...rest] = annotations(stdout)
    expect(more).toMatch(/^::notice title=beian-check::.*12 个错误.*10 条/)
    const names = rest.map((line) => /^::(\w+)/.exec(line)?.[1] ?? '')
    const order = ['error', 'warning', 'notice']
    expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    expect(names.length).toBeGreaterThan(24)
  })

  test('is added to the text for people inside GitHub Actions, ten of a kind', async () => {
    const call = { files: many, env: { GITHUB_ACTIONS: 'true' } }
    const { stdout } = await runCli(['.'], call)
    const [, word = ''] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(stdout) ?? []
    const [text = '', rest = ''] = stdout.split(`\n::${word}::\n`)
    expect(text).toContain('subject/address-door-number')
    expect(text).not.toMatch(/^::error/m)
    const errors = annotations(rest).filter((line) => line.startsWith('::error'))
    expect(errors).toHaveLength(10)
    // The word is another one each time.
    expect((await runCli(['.'], call)).stdout).not.toContain(word)
  })

  test('any other format comes alone', async () => {
    const call = { files: { 'a.yaml': draft({ address: '文三路' }) }, env: { GITHUB_ACTIONS: 'true' } }
    const json = await runCli(['a.yaml', '--format', 'json'], call)
    expect(JSON.parse(json.stdout)).toHaveProperty('version', 1)
    const text = await runCli(['a.yaml', '--format', 'compact'], call)
    expect(annotations(text.stdout)).toEqual([])
    const markdown = await runCli(['a.yaml', '--format', 'markdown'], call)
    expect(markdown.stdout).toMatch(/^## beian-check\n/)
  })

  test('what a draft says is no command inside GitHub Actions', async () => {
    const files = { 'a.json': hostileDraft('::error::x ##[error]') }
    const { stdout } = await runCli(['a.json', '-f', 'compact'], { files, env: { GITHUB_ACTIONS: 'true' } })
    const [, word = ''] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(stdout) ?? []
    expect(stdout.endsWith(`\n::${word}::\n`)).toBe(true)
    expect(hostileDraft('')).not.toContain(word)
  })
})

describe('names of files in CI reports', () => {
  const files = { 'clients/tea/a.yaml': draft({ address: '文三路' }) }
  const names = async (format: string, env: (folder: string) => Record<string, string>) => {
    return withFolder(files, async (folder) => {
      const { stdout } = await runCli(['a.yaml', '--format', format], {
        cwd: `${folder}/clients/tea`,
        env: env(folder),
      })
      return (readers[format]?.(stdout) ?? []).map(({ file }) => file)
    })
  }

  test.each(['github', 'gitlab', 'junit', 'checkstyle'])('%s: from the repository', async (format) => {
    const github = (folder: string) => ({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder })
    expect(await names(format, github)).toEqual(['clients/tea/a.yaml'])
    expect(await names(format, (folder) => ({ CI_PROJECT_DIR: folder }))).toEqual(['clients/tea/a.yaml'])
    expect(await names(format, () => ({}))).toEqual(['a.yaml'])
  })
})

describe('fingerprints', () => {
  const fingerprints = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
    const { stdout } = await runCli(['.', '--format', 'gitlab'], { files })
    return gitlabReport.parse(JSON.parse(stdout)).map(({ fingerprint }) => fingerprint)
  }
  const bad = draft({ address: '文三路', website: 'services: [博客/个人空间]' })

  test('stay when lines move, and when other drafts come', async () => {
    const was = await fingerprints({ 'a.yaml': bad })
    expect(was).toHaveLength(2)
    expect(await fingerprints({ 'a.yaml': `# moved\n\n${bad}` })).toEqual(was)
    const more = await fingerprints({ 'a.yaml': bad, 'b.yaml': bad.replaceAll('shanjian', 'linjian') })
    expect(more).toEqual(expect.arrayContaining(was))
  })

  test('are no hash of a personal value', async () => {
    const numbers = ['330106194903070026', '330106194903070027']
    const [one, other] = await Promise.all(
      numbers.map((number) => fingerprints({ 'a.yaml': draft().replace('330106194903070025', number) })),
    )
    expect(one).toHaveLength(1)
    expect(one).toEqual(other)
  })

  test('tell files apart whose names look alike', async () => {
    const all = await fingerprints({ 'a b.yaml': bad, 'a\nb.yaml': bad })
    expect(new Set(all).size).toBe(all.length)
  })

  test('tell every finding of every fixture apart', async () => {
    const { stdout } = await runCli(['fixtures/drafts', '--format', 'gitlab'], { cwd: ROOT })
    const all = gitlabReport.parse(JSON.parse(stdout)).map(({ fingerprint }) => fingerprint)
    expect(new Set(all).size).toBe(all.length)
  })
})

test('gitlab: a file that cannot be read comes first', async () => {
  const { stdout } = await runCli(['a.yaml', 'no.yaml', '--format', 'gitlab'], {
    files: { 'a.yaml': draft({ address: '文三路' }) },
  })
  const issues = gitlabReport.parse(JSON.parse(stdout))
  expect(issues.map(({ check_name, severity, location }) => [check_name, severity, location.path])).toEqual([
    ['beian-check/unreadable', 'blocker', 'no.yaml'],
    ['subject/address-door-number', 'critical', 'a.yaml'],
  ])
})

test('junit counts what it holds', async () => {
  const { stdout } = await runCli(['fixtures/drafts', 'nothing.yaml', '--format', 'junit'], { cwd: ROOT })
  const suites = parseXml(stdout)
  const cases = suites.children.flatMap(({ children }) => children)
  const outcomes = (name: string) =>
    cases.flatMap(({ children }) => children.filter((part) => part.name === name))
  expect(suites.attributes).toMatchObject({
    tests: String(cases.length),
    failures: String(outcomes('failure').length),
    errors: String(outcomes('error').length),
  })
  for (const { attributes, children } of cases) {
    const [said] = children.filter(({ name, text }) => name !== 'system-out' && text !== '')
    expect(attributes.line).toBe(said && /^\d+/.exec(said.text)?.[0])
  }
  for (const { attributes, children } of suites.children) {
    const count = (name: string) =>
      String(children.filter((entry) => entry.children.some((part) => part.name === name)).length)
    expect(attributes).toMatchObject({
      tests: String(children.length),
      failures: count('failure'),
      errors: count('error'),
    })
  }
  const names = cases.map(({ attributes }) => attributes.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('fixtures/drafts/agency-batch.yaml #2')
  expect(names).toContain('nothing.yaml')
})

test('markdown ends before GitHub drops it, and says so', () => {
  const text = [...(markdown.render(reportOf(20_000), runView('zh')) as Iterable<string>)].join('')
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576)
  const rows = text.match(/^\| ❌/gm)?.length ?? 0
  expect(rows).toBeGreaterThan(1000)
  expect(rows + Number(/还有 (\d+) 条没有列出/.exec(text)?.[1])).toBe(20_000)
})
