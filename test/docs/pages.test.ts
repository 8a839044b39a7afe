// What pages say of each other is so: both READMEs tell the same, links lead somewhere, commands and options exist.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fill } from '../../scripts/docs/fill.ts'
import { ROOT } from '../cli/run-cli.ts'
import { commandOf, isOption, problemsOf } from './command-lines.ts'
import { blocksOf, headingsOf, linksOf, pages, picturesOf, proseOf, textOf } from './pages.ts'

const english = 'README.md'
const chinese = 'README.zh-CN.md'

describe('both READMEs', () => {
  test('have the same sections', () => {
    const levels = (page: string): string[] => headingsOf(page).map((line) => line.replace(/ .*/, ''))
    expect(levels(chinese)).toEqual(levels(english))
    const han = /\p{Script=Han}/u
    expect(
      headingsOf(chinese)
        .slice(1)
        .every((line) => han.test(line)),
    ).toBe(true)
    expect(headingsOf(english).some((line) => han.test(line))).toBe(false)
  })

  test('have the same blocks, but for the language of comments and outputs', () => {
    const code = (page: string) =>
      blocksOf(page).map(({ language, file, text }) => ({
        language,
        file,
        text: language === 'text' ? '' : text.replace(/ +# .*$/gm, ''),
      }))
    expect(code(chinese)).toEqual(code(english))
  })

  test('have the same links, but for the one to each other', () => {
    const others = (page: string): string[] => linksOf(page).filter((target) => !target.startsWith('README'))
    expect(others(chinese).sort()).toEqual(others(english).sort())
    expect(linksOf(chinese)).toContain(english)
    expect(linksOf(english)).toContain(chinese)
  })

  test('have as many paragraphs, list entries and rows', () => {
    const shape = (page: string): string[] =>
      proseOf(page)
        .split(/\n{2,}/)
        .map((part) =>
          part.trim().replace(/^(\W?).*$/gms, (_all, mark: string) => (/[-|#<]/.test(mark) ? mark : 'p')),
        )
    expect(shape(chinese)).toEqual(shape(english))
  })

  test.each([english, chinese])('%s shows what the tool prints now', async (page) => {
    expect(await fill(page)).toBe(textOf(page))
  })

  test('show the output of the same draft', () => {
    const shown = (page: string) => textOf(page).match(/<!-- begin output: --lang (?:zh|en) (.*) -->/)?.[1]
    expect(shown(english)).toBeDefined()
    expect(shown(chinese)).toBe(shown(english))
  })
})

/** Options of other programs that pages speak of. */
const ofOthers = new Set(['--no'])

/** The anchor that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

describe.each(pages)('%s', (page) => {
  test('its links lead somewhere', () => {
    for (const link of [...linksOf(page), ...picturesOf(page)]) {
      if (/^(?:https?:|mailto:)/.test(link)) continue
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      expect(existsSync(join(ROOT, target)), `${page} → ${link}`).toBe(true)
      if (anchor !== undefined)
        expect(headingsOf(target).map(anchorOf), `${page} → ${link}`).toContain(decodeURIComponent(anchor))
    }
  })

  test('its commands and options exist', () => {
    const shown = blocksOf(page).flatMap(({ language, text }) => (language === 'sh' ? text.split('\n') : []))
    const inline = [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
    for (const line of [...shown, ...inline]) {
      const words = commandOf(line)
      if (words !== undefined) expect(problemsOf(words), `${page}: ${line}`).toEqual([])
    }
    for (const code of inline) {
      const [word = ''] = code.split(/[ ,]/)
      if (/^--?[a-z]/.test(word)) expect(isOption(word) || ofOthers.has(word), `${page}: ${code}`).toBe(true)
    }
  })
})

test('the map of the code has every folder', () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const folders = new Set(
    tracked.split('\n').flatMap((path) => {
      const [top = '', inner = '', ...more] = path.split('/')
      if (top.startsWith('.') || inner === '') return []
      return top === 'src' && more.length > 0 ? [`${top}/${inner}`] : top === 'src' ? [] : [top]
    }),
  )
  folders.delete('docs')
  expect(linksOf('CONTRIBUTING.md')).toEqual(expect.arrayContaining([...folders]))
})

test('the index of the documentation has every page', () => {
  const own = pages.filter((page) => /^docs\/[^/]+\.md$/.test(page) && page !== 'docs/README.md')
  const targets = linksOf('docs/README.md').map((link) => link.replace(/#.*/, ''))
  expect(targets).toEqual(expect.arrayContaining(own.map((page) => page.replace('docs/', ''))))
})

test('a command that does not exist would be found', () => {
  const problems = (line: string): string[] => problemsOf(commandOf(line) ?? [])
  expect(problems('beian-check --nothing a.yaml')).toEqual(['--nothing'])
  expect(problems('$ npx beian-check --lang fr a.yaml')).toEqual(['--lang fr'])
  expect(problems('beian-check explain subject/reel-name')).toEqual(['subject/reel-name'])
  expect(problems('beian-check profiles show nowhere')).toEqual(['nowhere'])
  expect(problems('beian-check --rule subject/real-nam=off a.yaml')).toEqual(['--rule subject/real-nam=off'])
  expect(problems('source <(beian-check completion tcsh)')).toEqual(['tcsh'])
  expect(problems("beian-check -i --format json=a.json --fix=all 'a/**' # --nothing")).toEqual([])
})
