// What pages tell people to type is typed, in a shell, beside drafts like theirs.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../cli/run-cli.ts'
import { blocksOf, pages, proseOf } from './pages.ts'

/** Lines that cannot be typed here, and why. Each is tested elsewhere. */
const elsewhere: readonly (readonly [line: RegExp, why: string])[] = [
  [/^beian-check (?:init|-i)\b/, 'asks questions on a terminal: test/interactive'],
  [/ --watch /, 'goes on until it is ended: test/cli/watch.test.ts'],
  [/ site https:/, 'asks the network: test/site'],
  [/completion zsh/, 'belongs into zsh: test/completion'],
  [/^npm (?:pack|install)\b|^--yes \.\/beian-check-|^node build\//, 'packs, installs: test/package'],
  [
    /^parallel |^ {2}'beian-check --shard |^beian-check merge /,
    'takes several machines: test/docs/scale.test.ts',
  ],
  [/^npm (?:ci|cit|test|run)\b/, 'what .ci/run does, or its scripts, whose names are looked up below'],
]

const lines = pages.flatMap((page) =>
  blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/^npm ci && npx /, '').replace(/^npx /, ''))
    .filter((line) => line !== '' && !elsewhere.some(([pattern]) => pattern.test(line)))
    .map((line) => [page, line] as const),
)

describe('typed as it stands', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-check-'))
    const put = (fixture: string, to: string): void =>
      copyFileSync(join(ROOT, 'fixtures', fixture), join(folder, to))
    for (const path of [
      'bin',
      'drafts',
      'more/old',
      'wwwroot',
      'fixtures/drafts',
      '.config/fish/completions',
    ])
      mkdirSync(join(folder, path), { recursive: true })
    symlinkSync(join(ROOT, 'bin/beian-check.js'), join(folder, 'bin/beian-check'))
    put('drafts/first-attempt.yaml', 'draft.yaml')
    put('drafts/first-attempt.yaml', 'fixtures/drafts/first-attempt.yaml')
    put('drafts/clash-first.yaml', 'drafts/first.yaml')
    put('drafts/clash-second.yaml', 'drafts/second.yaml')
    put('drafts/yunqi-software.json', 'more/old/yunqi.json')
    put('drafts/host-archive.ndjson', 'archive.ndjson')
    writeFileSync(join(folder, 'wwwroot/index.html'), '<title>山间札记</title><body><p>欢迎</p></body>\n')
    const git = (...words: string[]): unknown => execFileSync('git', words, { cwd: folder, stdio: 'ignore' })
    git('init', '--initial-branch=main')
    git('add', 'drafts')
    git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--message', 'Drafts')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(lines)('%s: %s', (_page, line) => {
    const { status, stderr } = spawnSync('bash', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, HOME: folder, BEIAN_CHECK_LANG: 'en' },
    })
    // Drafts with errors and pages without a number give 1; 2 would be a command that nobody can run.
    expect(stderr).not.toMatch(/error:|Error|not found|There is no/)
    expect([0, 1], stderr).toContain(status)
  })
})

test('there is something to type on the pages that tell it', () => {
  const told = new Set(lines.map(([page]) => page))
  expect([...told]).toEqual(
    expect.arrayContaining([
      'README.md',
      'README.zh-CN.md',
      'docs/command-line.md',
      'docs/around.md',
      'CONTRIBUTING.md',
    ]),
  )
})

test.each(pages)('%s: its npm scripts exist', (page) => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const text = [proseOf(page), ...blocksOf(page).map((block) => block.text)].join('\n')
  for (const [, name = ''] of text.matchAll(/npm run (\w+(?:[:-]\w+)*)/g))
    expect(scripts).toHaveProperty([name])
})
