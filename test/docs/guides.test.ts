// The guides are followed to the letter: their files are written, their commands are typed, and what they show is there.
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, runCli, withFolder } from '../cli/run-cli.ts'
import { blocksOf, pages } from './pages.ts'

/** Commands of a console block, each with the lines that it is said to print; some may be left out between them. */
function* commandsOf(text: string): Generator<{ command: string; shown: string[] }> {
  for (const part of text.split(/^\$ /m).slice(1)) {
    const [command = '', ...shown] = part.trimEnd().split('\n')
    yield { command, shown: shown.map((line) => line.trimEnd()) }
  }
}

function run(command: string, cwd: string): string[] {
  const [program, ...args] = command.split(' ')
  expect(program).toBe('beian-check')
  const bin = join(ROOT, 'bin/beian-check.js')
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' })
  return (stdout + stderr).split('\n').map((line) => line.trimEnd())
}

/** Pages that show commands with what they print. */
const guides = pages.filter((page) => blocksOf(page).some(({ language }) => language === 'console'))

test('the guides are among them', () => {
  expect(guides).toEqual(expect.arrayContaining(['docs/write-a-rule.md', 'docs/profiles.md']))
})

describe.each(guides)('%s', (page) => {
  test('is followed to the letter', async () => {
    const blocks = blocksOf(page)
    let commands = 0
    await withFolder({}, async (folder) => {
      for (const { language, file, text } of blocks) {
        if (file !== undefined) writeFileSync(join(folder, file), text)
        if (language !== 'console') continue
        for (const { command, shown } of commandsOf(text)) {
          const said = run(command, folder)
          let from = 0
          for (const line of shown) {
            const at = said.indexOf(line, from)
            expect(at, `“${line}” after “${command}”:\n${said.join('\n')}`).toBeGreaterThanOrEqual(0)
            from = at + 1
          }
          commands += 1
        }
      }
    })
    expect(commands).toBeGreaterThan(1)
  })
})

test('the README shows the rule of the guide, in at most 15 lines', () => {
  const ruleIn = (page: string): string | undefined =>
    blocksOf(page).find(({ file }) => file === 'no-test-site.mjs')?.text
  expect(ruleIn('README.zh-CN.md')).toBe(ruleIn('README.md'))
  expect(ruleIn('README.md')).toBe(ruleIn('docs/write-a-rule.md'))
  expect(ruleIn('README.md')?.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
})

test('the draft of the README passes under the config of the README', async () => {
  const [draft = '', config = ''] = blocksOf('README.md')
    .filter(({ language }) => language === 'yaml')
    .map(({ text }) => text)
  const files = { 'draft.yaml': draft, 'beian-check.config.yaml': config }
  const { status, stdout, stderr } = await runCli(['draft.yaml', '--format', 'json'], { files })
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout).files[0].findings).toEqual([])
})

test('docs/library.md: its first program runs', async () => {
  const program = blocksOf('docs/library.md').find(({ file }) => file === 'check.mjs')
  await withFolder({ 'check.mjs': program?.text ?? '' }, async (folder) => {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(ROOT, join(folder, 'node_modules/beian-check'))
    const { stdout, stderr } = spawnSync(process.execPath, ['check.mjs'], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toContain('4: contact/email: ')
    expect(stdout).toContain('    电子邮箱: zhiqiu@example.com\n')
  })
})
