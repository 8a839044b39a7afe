// Whatever stands in a draft, in the user's files or in their names: every report of it is whole, and none of it is
// obeyed by a terminal, a browser or the log of a CI system.
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/draft/catalogue.ts'
import type { Field } from '../../src/draft/field.ts'
import { reporterNames } from '../../src/report/index.ts'
import { draft } from '../cli/drafts.ts'
import { type Call, runCli, runFormats, withFolder } from '../cli/run-cli.ts'
import { HOSTILE_NAME, hostileTexts, raw } from './hostile.ts'
import { readAll } from './readers.ts'

const [evil = ''] = hostileTexts
/** What may stand in YAML as it is: its grammar has no place for control characters and halves of characters. */
const printable = evil.replace(/[\p{Cs}\ufffe\uffff]/gu, '').replace(/[^\P{Cc}]/gu, '')
const config = 'beian-check.config.yaml'

/** A draft with the text in every field that there is. */
function everywhere(field: Field, text: string): unknown {
  if (field.kind === 'list') return [everywhere(field.item, text)]
  if (field.kind !== 'group') return text
  return Object.fromEntries(
    Object.entries(field.fields).map(([key, inner]) => [key, everywhere(inner, text)]),
  )
}

/** A draft with the text as a key in every group that there is. */
function keysEverywhere(field: Field, text: string): unknown {
  if (field.kind === 'list') return [keysEverywhere(field.item, text)]
  if (field.kind !== 'group') return 'x'
  const own = Object.entries(field.fields).map(([key, inner]) => [key, keysEverywhere(inner, text)])
  return Object.fromEntries([...own, [text, text]])
}

const quoted = (text: string): string => JSON.stringify(text)

const plugin = `const evil = ${quoted(evil)}
const both = { zh: evil, en: evil }
const say = { zh: () => [evil, evil], en: () => [evil, evil] }
export default {
  id: 'my-host/evil', level: 'error', returnCode: 1008,
  texts: { title: both, why: both, messages: { bad: say } },
  sources: [{ title: both, year: 2020, ref: both }],
  examples: { bad: [{ draft: evil }], good: [{ draft: evil }] },
  check(_draft, { report }) { report('bad', { at: ['subject', 'name'], fix: { safety: 'safe', edits: [{ op: 'set', path: ['subject', 'name'], value: evil }] } }) },
}`

const profile = `id: my-host
title: { zh: ${quoted(evil)}, en: ${quoted(evil)} }
asOf: "2026"
extends: base
host: { names: [${quoted(evil)}] }
checklist: [{ zh: ${quoted(evil)}, en: ${quoted(evil)} }]
rules: { access/provider: [error, { names: [${quoted(evil)}] }] }
`

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly args: readonly string[]
  /** Nothing of the text is shown by a report. */
  readonly isSilent?: true
}

const bad = draft({ address: '文三路', name: '" a "' })
const ignoring = (entry: unknown): string =>
  JSON.stringify({
    ...JSON.parse(JSON.stringify({ subject: { nature: 'x' } })),
    'x-beian-check-ignore': entry,
  })

const cases: Readonly<Record<string, Case>> = {
  'every value': { files: { 'a.json': JSON.stringify(everywhere(catalogue, evil)) }, args: ['a.json'] },
  'every value, shown': {
    files: { 'a.json': JSON.stringify(everywhere(catalogue, evil)) },
    args: ['a.json', '--show-values'],
  },
  'every value, by escapes of YAML': {
    files: { 'a.yaml': `subject: { nature: ${quoted(evil)}, name: ${quoted(`${evil}先生`)} }\n` },
    args: ['a.yaml'],
  },
  'every value, as it is in YAML': {
    files: { 'a.yaml': `subject:\n  nature: '${printable.replaceAll("'", "''")}'\n` },
    args: ['a.yaml'],
  },
  'every value, in UTF-16': {
    files: { 'a.json': Buffer.from(`\ufeff${JSON.stringify(everywhere(catalogue, evil))}`, 'utf16le') },
    args: ['a.json'],
  },
  'every key': { files: { 'a.json': JSON.stringify(keysEverywhere(catalogue, evil)) }, args: ['a.json'] },
  'a line for a draft': {
    files: { 'a.ndjson': `${JSON.stringify(everywhere(catalogue, evil))}\n{"subject": ${quoted(evil)}}\n` },
    args: ['a.ndjson'],
  },
  'the rule of an ignore': { files: { 'a.json': ignoring([{ rule: evil, reason: 'x' }]) }, args: ['a.json'] },
  'the place and the reason of an ignore': {
    files: { 'a.json': ignoring([{ rule: 'website/name', path: evil, reason: evil }]) },
    args: ['a.json'],
    isSilent: true,
  },
  'an ignore in a comment': {
    files: { 'a.yaml': `# beian-check-ignore website/name: ${printable}\n${bad}` },
    args: ['a.yaml'],
    isSilent: true,
  },
  'broken YAML': { files: { 'a.yaml': `subject:\n  ${printable}：evil\n  name: "x\n` }, args: ['a.yaml'] },
  'broken JSON': { files: { 'a.json': `{"subject": {"name": "${evil}` }, args: ['a.json'] },
  'JSON with what it does not allow': { files: { 'a.json': `{"subject": evil ${evil}}` }, args: ['a.json'] },
  'a rule of a plugin': {
    files: { 'a.yaml': bad, [config]: 'plugins: ./p.mjs', 'p.mjs': plugin },
    args: ['a.yaml'],
  },
  'a profile': {
    files: { 'a.yaml': bad, [config]: 'profiles: ./p.yaml\nprofile: my-host', 'p.yaml': profile },
    args: ['a.yaml'],
  },
  'the name of a file': {
    files: { [HOSTILE_NAME]: JSON.stringify({ subject: { nature: '私企' } }) },
    args: ['.'],
  },
  'the name of a folder': { files: { [`d-${HOSTILE_NAME}/a.yaml`]: bad }, args: ['.'] },
  'the name of a file, as a command of GitHub': {
    files: { '::error::evil.yaml': bad },
    args: ['::error::evil.yaml'],
  },
  'the name of a file that clashes': {
    files: {
      [HOSTILE_NAME]: JSON.stringify({ websites: [{ name: 'x', domains: 'a.cn' }] }),
      'b.json': JSON.stringify({ websites: [{ name: 'x', domains: 'a.cn' }] }),
    },
    args: ['.'],
  },
}

/** Lines that a CI system would obey, wherever they come from. */
const commands = (text: string): string[] =>
  text
    .split(/[\r\n]/)
    .filter((line) => /^\s*::[\w-]+(?: [^:]*)?::/.test(line) || /##(?:vso|teamcity)?\[/i.test(line))

/** Everything that a run writes to a terminal and into a log. */
function expectSafe(text: string, what: string): void {
  expect(text.replaceAll('\n', ''), what).not.toMatch(raw)
  expect(commands(text), what).toEqual([])
}

/** Annotations are commands of ours; what is in them is read back elsewhere. */
const withoutOwn = (text: string): string => text.replace(/^::(?:error|warning|notice) [^\n]*$/gm, '')

describe('in every format, to a file and to standard output', () => {
  test.each(Object.entries(cases))('%s', async (_what, { files, args, isSilent }) => {
    await withFolder(files, async (cwd) => {
      const { reports, stderr } = await runFormats(args, { cwd })
      expectSafe(stderr, 'stderr')
      expect(readAll(reports).length).toBeGreaterThan(0)
      for (const name of reporterNames) {
        const printed = await runCli([...args, '--format', name], { cwd })
        expect(printed.stdout, name).toBe(reports[name])
        expectSafe(name === 'github' ? withoutOwn(printed.stdout) : printed.stdout, name)
      }
      if (isSilent !== true) expect(reports.terminal).toMatch(/evil|\\u202e/)
    })
  })
})

describe('on a terminal with colours', () => {
  // Ours are plain colours; a text's own would be there twice, or otherwise.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a terminal obeys
  const colours = /\u001b\[(?:\d{1,2}|38;5;\d+)m/g
  test.each(Object.entries(cases))('%s', async (_what, { files, args }) => {
    const call: Call = { files, isTTY: true, columns: 80 }
    const { stdout, stderr } = await runCli(args, call)
    const plain = await runCli(args, { ...call, env: { NO_COLOR: '1' } })
    expect(stdout.replaceAll(colours, '')).toBe(plain.stdout)
    expectSafe(plain.stdout, 'stdout')
    expectSafe(stderr.replaceAll(colours, ''), 'stderr')
  })
})

describe('inside GitHub Actions', () => {
  test.each(Object.entries(cases))('%s', async (_what, { files, args }) => {
    const { stdout } = await runCli(args, { files, env: { GITHUB_ACTIONS: 'true' } })
    const [, word = ''] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(stdout) ?? []
    const [, rest = ''] = stdout.split(`\n::${word}::\n`)
    expectSafe(withoutOwn(rest), 'annotations')
  })
})

describe('what is said on standard error', () => {
  const clean = { 'a.yaml': draft() }
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a file that is not there', clean, [`${evil}.yaml`.replaceAll('\0', '')]],
    ['a file that is not there, as a command of GitHub', clean, ['::error::evil.yaml']],
    ['a glob', clean, [`evil*${evil}.yaml`.replaceAll('\0', '')]],
    ['a rule', clean, ['a.yaml', '--rule', evil]],
    ['a profile', clean, ['a.yaml', '--profile', evil]],
    ['a format', clean, ['a.yaml', '--format', evil]],
    ['a language', clean, ['a.yaml', '--lang', evil]],
    ['an option', clean, ['a.yaml', `--${evil}`]],
    ['a number', clean, ['a.yaml', '--max-warnings', evil]],
    ['a file for a report', clean, ['a.yaml', '--format', 'json=a.yaml/evil\u001b[2J##[error]']],
    ['a baseline', clean, ['a.yaml', '--baseline', 'evil\u001b[2J##[error]']],
    ['a rule to explain', clean, ['explain', evil]],
    ['a key of the config', { ...clean, [config]: `${quoted(evil)}: 1\n` }, ['a.yaml']],
    ['a rule in the config', { ...clean, [config]: `rules: { ${quoted(evil)}: error }\n` }, ['a.yaml']],
    [
      'a level in the config',
      { ...clean, [config]: `rules: { website/name: ${quoted(evil)} }\n` },
      ['a.yaml'],
    ],
    ['a profile in the config', { ...clean, [config]: `profile: ${quoted(evil)}\n` }, ['a.yaml']],
    ['a parent of the config', { ...clean, [config]: `extends: ${quoted(`./${evil}`)}\n` }, ['a.yaml']],
    ['a plugin', { ...clean, [config]: `plugins: ${quoted(`./${evil}`)}\n` }, ['a.yaml']],
    ['broken config', { ...clean, [config]: `rules: [${printable}\n` }, ['a.yaml']],
    [
      'a plugin that throws',
      { ...clean, [config]: 'plugins: ./p.mjs', 'p.mjs': `throw new Error(${quoted(evil)})` },
      ['a.yaml'],
    ],
    [
      'a rule that throws',
      {
        ...clean,
        [config]: 'plugins: ./p.mjs',
        'p.mjs': plugin.replace("report('bad'", "throw new Error(evil); report('bad'"),
      },
      ['a.yaml'],
    ],
    [
      'a profile that is none',
      { ...clean, [config]: 'profiles: ./p.yaml', 'p.yaml': `${profile}${quoted(evil)}: 1\n` },
      ['a.yaml'],
    ],
  ])('%s', async (_what, files, args) => {
    const { status, stdout, stderr } = await runCli(args, { files })
    expect(status).toBe(2)
    expect(stderr).not.toBe('')
    expectSafe(stderr, 'stderr')
    expectSafe(stdout, 'stdout')
  })
})

/** A page with the text in its title, its text, its attributes and around its number. */
const webPage = (text: string): string =>
  `<!doctype html><title>${text}</title><p>${text}</p><footer title="${text}"><a href="https://evil.example/${text}">浙ICP备10000001号-1 ${text}</a> 京ICP备${text}号 <a href='${text}'>浙ICP证B2-${text}</a></footer>`

describe('other commands', () => {
  const files = {
    'a.yaml': bad,
    [config]: 'plugins: ./p.mjs\nprofiles: ./p.yaml\nprofile: my-host',
    'p.mjs': plugin,
    'p.yaml': profile,
    'page.html': webPage(evil),
    [`${HOSTILE_NAME}.html`]: webPage(evil),
    [HOSTILE_NAME]: JSON.stringify(everywhere(catalogue, `${evil}　`)),
  }
  test.each<readonly string[]>([
    ['explain', 'my-host/evil'],
    ['explain', 'my-host/evil', '--format', 'json'],
    ['rules'],
    ['profiles'],
    ['profiles', 'show', 'my-host'],
    ['checklist', 'a.yaml'],
    ['checklist', HOSTILE_NAME],
    ['next', HOSTILE_NAME],
    ['next', 'a.yaml', '--reason', evil],
    ['faq', evil],
    ['site', 'page.html'],
    ['site', 'page.html', '--format', 'json'],
    ['site', 'page.html', '--fix-dry-run', '--draft', 'a.yaml'],
    ['site', `${HOSTILE_NAME}.html`],
    [HOSTILE_NAME, '--fix-dry-run'],
    ['a.yaml', '--fix-dry-run'],
    [HOSTILE_NAME, '--fix'],
    [HOSTILE_NAME, '--write-baseline', 'base.json'],
  ])('%j %j', async (...args) => {
    const { stdout, stderr } = await runCli(args, { files })
    expectSafe(stdout, 'stdout')
    expectSafe(stderr, 'stderr')
    expect(stdout + stderr).not.toBe('')
  })
})

test('a name that is no UTF-8 is told, and the other drafts are checked', async () => {
  await withFolder({ 'a.yaml': bad }, async (cwd) => {
    const name = Buffer.from([...Buffer.from(`${cwd}/evil`), 0xff, 0x1b, ...Buffer.from('.yaml')])
    try {
      writeFileSync(name, bad)
    } catch {
      // Some file systems take no such name.
      return
    }
    const { reports, stderr } = await runFormats(['.'], { cwd })
    expectSafe(stderr, 'stderr')
    expect(stderr).toContain('evil')
    const found = readAll(reports)
    expect(found.map(({ file }) => file)).toContain('a.yaml')
  })
})
