// Every format says the same findings, in its own grammar, whatever a draft or a file name says.
// Outputs are read back by parsers that are not ours.
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parse, parseFragment } from 'parse5'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { reporterNames } from '../../src/report/index.ts'
import { markdown } from '../../src/report/markdown.ts'
import { draft, fixtures } from '../cli/drafts.ts'
import { type Call, ROOT, runCli, runFormats, withFolder } from '../cli/run-cli.ts'
import { HOSTILE_NAME, hostileDraft, hostileTexts, raw } from './hostile.ts'
import { reportOf, runView } from './made.ts'
import { readSarif } from './read-sarif.ts'

/** A finding as any format tells it. */
interface Told {
  readonly file: string
  readonly line: number
  readonly level: string
  readonly rule: string
  /** What is said, without hints. */
  readonly message: string
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Tag[]
  text: string
}

/** Reads XML strictly: anything that is not well-formed throws. */
function parseXml(text: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag: Tag = { name, attributes: { ...attributes } as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(tag)
    open.push(tag)
  })
  parser.on('text', (piece) => {
    const tag = open.at(-1)
    if (tag !== undefined) tag.text += piece
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  return root.children[0] ?? root
}

const levelOf: Readonly<Record<string, string>> = {
  critical: 'error',
  minor: 'warning',
  notice: 'info',
  note: 'info',
  错误: 'error',
  警告: 'warning',
  提示: 'info',
}

const gitlabReport = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{40}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string(),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
)

/** A workflow command as GitHub's runner reads a line. */
function readCommand(line: string) {
  const undo = (text: string, codes: string): string =>
    text.replace(new RegExp(`%(${codes})`, 'g'), (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  const end = line.indexOf('::', 2)
  expect(line.startsWith('::') && end > 0, line).toBe(true)
  const [, name = '', words = ''] = /^(\S+) ?(.*)$/.exec(line.slice(2, end)) ?? []
  const properties = words.split(',').map((word) => {
    const at = word.indexOf('=')
    return [word.slice(0, at), undo(word.slice(at + 1), '0D|0A|3A|2C|25')] as const
  })
  return {
    name,
    properties: Object.fromEntries(properties),
    message: undo(line.slice(end + 2), '0D|0A|25'),
  }
}

interface Node {
  readonly nodeName: string
  readonly childNodes?: readonly Node[]
  readonly value?: string
}

const within = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(within)]
const textOf = (node: Node): string =>
  within(node)
    .map(({ value }) => value ?? '')
    .join('')

/** Rows of the first table of a Markdown text, as GitHub would show it. Nothing but tables, lists and text may come of it. */
function markdownRows(text: string): string[][] {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const nodes = within(parseFragment(html) as Node)
  const names = new Set(nodes.map(({ nodeName }) => nodeName))
  for (const name of ['a', 'img', 'script', 'svg', 'code', 'em', 'del', '#comment'])
    expect(names, name).not.toContain(name)
  const [table] = nodes.filter(({ nodeName }) => nodeName === 'table')
  return within(table ?? { nodeName: '' })
    .filter(({ nodeName }) => nodeName === 'tr')
    .map((tr) => (tr.childNodes ?? []).filter(({ nodeName }) => /^t[dh]$/.test(nodeName)).map(textOf))
}

interface Element extends Node {
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
}

const attribute = (node: Element, name: string): string | undefined =>
  node.attrs?.find((entry) => entry.name === name)?.value
const withClass = (node: Node, name: string): Node[] =>
  within(node).filter((inner) => (attribute(inner, 'class') ?? '').split(' ').includes(name))

/** Findings of a page, and that nothing of a draft became markup. */
function readPage(text: string): Told[] {
  const nodes = within(parse(text) as Node)
  const names = new Set(nodes.map(({ nodeName }) => nodeName))
  for (const name of ['img', 'iframe', 'object', 'link', 'base', '#comment'])
    expect(names).not.toContain(name)
  expect(nodes.filter(({ nodeName }) => nodeName === 'script')).toHaveLength(1)
  for (const node of nodes as Element[])
    for (const { name, value } of node.attrs ?? []) {
      expect(name).not.toMatch(/^(?:on|style|src|xlink)/)
      if (name === 'href') expect(value).toMatch(/^#/)
    }
  return nodes
    .filter((node) => attribute(node, 'data-draft') !== undefined)
    .flatMap((section) => {
      const file = withClass(section, 'file').map(textOf)[0] ?? ''
      return withClass(section, 'finding').map((finding) => {
        const [message = ''] = withClass(finding, 'message').map(textOf)
        const [origin = ''] = withClass(finding, 'origin').map(textOf)
        return {
          file: file.replace(/ #\d+$/, ''),
          line: Number(/第 (\d+) 行/.exec(origin)?.[1]),
          level: attribute(finding, 'data-level') ?? '',
          rule: origin.split(' · ').at(-1) ?? '',
          message: message.replace(/^\S+ \S+ /, ''),
        }
      })
    })
}

const place = /^(.*):(\d+):(\d+)$/

/** How each format is read back. */
const readers: Readonly<Record<string, (text: string) => readonly Told[]>> = {
  compact: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, file = '', at, level = '', rule = '', message = ''] =
          /^(.*?):(\d+):\d+: (error|warning|info) (\S+) (.*)$/.exec(line) ?? []
        return { file, line: Number(at), level, rule, message }
      }),
  github: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map(readCommand)
      .filter(({ properties }) => properties.title !== 'beian-check')
      .map(({ name, properties, message }) => ({
        file: properties.file ?? '',
        line: Number(properties.line),
        level: levelOf[name] ?? name,
        rule: properties.title ?? '',
        message: message.split('\n')[0] ?? '',
      })),
  gitlab: (text) =>
    gitlabReport.parse(JSON.parse(text)).map(({ description, check_name, severity, location }) => ({
      file: location.path,
      line: location.lines.begin,
      level: levelOf[severity] ?? severity,
      rule: check_name,
      message: description.split(' → ')[0] ?? '',
    })),
  sarif: (text) =>
    readSarif(text).results.map(({ ruleId, level, message, locations: [{ physicalLocation }] }) => ({
      file: shownName(decodeURIComponent(physicalLocation.artifactLocation.uri)),
      line: physicalLocation.region.startLine,
      level: levelOf[level] ?? level,
      rule: ruleId,
      message: message.text.split(' → ')[0] ?? '',
    })),
  html: readPage,
  junit: (text) =>
    parseXml(text).children.flatMap((suite) =>
      suite.children.flatMap((testcase) => {
        expect(testcase.attributes.file).toBe(suite.attributes.name)
        return testcase.children.flatMap((part) =>
          part.text.split('\n').map((line) => {
            const [, at, level = '', rule = '', said = ''] =
              /^(\d+):\d+ (\S+) (\S+) {2}(.*)$/.exec(line) ?? []
            return {
              file: suite.attributes.name ?? '',
              line: Number(at),
              level: levelOf[level] ?? level,
              rule,
              message: said.split(' → ')[0] ?? '',
            }
          }),
        )
      }),
    ),
  checkstyle: (text) =>
    parseXml(text).children.flatMap((file) =>
      file.children.map(({ attributes }) => ({
        file: file.attributes.name ?? '',
        line: Number(attributes.line),
        level: attributes.severity ?? '',
        rule: (attributes.source ?? '').replace('beian-check/', ''),
        message: attributes.message?.split(' → ')[0] ?? '',
      })),
    ),
  markdown: (text) =>
    markdownRows(text)
      .slice(1)
      .map((cells) => {
        expect(cells).toHaveLength(6)
        const [level = '', where = '', , message = '', , rule = ''] = cells
        const [, file = '', line] = place.exec(where) ?? []
        const word = level.replace(/^\S+\u00a0/, '')
        return { file, line: Number(line), level: levelOf[word] ?? word, rule, message }
      }),
}

const key = ({ file, line, level, rule, message }: Told): string =>
  [file, line, level, rule, message].join(' ')
const sorted = (findings: readonly Told[]): string[] => findings.map(key).sort()

interface Finding {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly line: number
}

/** Findings by `--format json`, whose contract other tests hold. */
function expectedOf(report: string): Told[] {
  const { files }: { files: { path: string; findings: Finding[] }[] } = JSON.parse(report)
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, line }) => ({
      file: shownName(path),
      line,
      level: severity,
      rule,
      message,
    })),
  )
}

/** A file name as it is printed. */
const shownName = (name: string): string =>
  name
    .replaceAll('\n', ' ')
    .replace(
      new RegExp(raw.source, 'gu'),
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )

test('every format that lists findings is read back here', () => {
  const others = ['terminal', 'json', 'ndjson']
  expect([...Object.keys(readers), ...others].sort()).toEqual([...reporterNames].sort())
})

/** What JSON says, and what each format says, of one run. */
async function compare(args: readonly string[], call: Call): Promise<readonly Told[]> {
  const { reports } = await runFormats(args, call)
  const expected = expectedOf(reports.json)
  for (const [format, read] of Object.entries(readers)) {
    const report = reports[format as keyof typeof reports]
    expect(report.replaceAll('\n', ''), format).not.toMatch(raw)
    // What is no character of XML is spelled out there.
    const spell = (told: Told): Told =>
      /junit|checkstyle/.test(format)
        ? { ...told, message: told.message.replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff') }
        : told
    expect(sorted(read(report)), format).toEqual(sorted(expected.map(spell)))
  }
  return expected
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

  test('tell every finding of every fixture apart', async () => {
    const { stdout } = await runCli(['fixtures/drafts', '--format', 'gitlab'], { cwd: ROOT })
    const all = gitlabReport.parse(JSON.parse(stdout)).map(({ fingerprint }) => fingerprint)
    expect(new Set(all).size).toBe(all.length)
  })
})

test('junit counts what it holds', async () => {
  const { stdout } = await runCli(['fixtures/drafts', 'nothing.yaml', '--format', 'junit'], { cwd: ROOT })
  const suites = parseXml(stdout)
  const cases = suites.children.flatMap(({ children }) => children)
  expect(suites.attributes.tests).toBe(String(cases.length))
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
