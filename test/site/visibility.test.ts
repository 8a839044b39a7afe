// Whether a number can be seen: our reading of HTML and CSS against a browser that draws the page.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/site/page.ts'
import { chromium, chromiumFlags } from '../chromium.ts'
import { ROOT } from '../cli/run-cli.ts'

const folder = join(ROOT, 'fixtures/pages')
const names = readdirSync(folder).filter((name) => name.endsWith('.html'))
const htmlOf = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** What a name promises: seen, hidden, or only written by a script. */
const expected = (name: string): string => /^[a-z]+/.exec(name)?.[0] ?? ''

function ours(html: string): string {
  const { numbers, elsewhere } = readPage({ name: 'a.html', html, today: '2026-11-23' })
  const [number] = numbers
  if (number !== undefined) return number.hiding === undefined ? 'seen' : 'hidden'
  return elsewhere.some(({ place }) => place === 'script') ? 'scripted' : 'hidden'
}

describe('our verdict', () => {
  test.each(names)('%s', (name) => {
    expect(ours(htmlOf(name))).toBe(expected(name))
  })
})

/** Runs in the browser: finds the number's text in a document and tells whether a visitor sees it. */
const judge = `
function verdict(page) {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const element = node.parentElement
    if (!/ICP备\\d/.test(node.data) || element.closest('script')) continue
    return isSeen(page, node, element) ? 'seen' : 'hidden'
  }
  return 'hidden'
}
function isSeen(page, node, element) {
  const style = page.defaultView.getComputedStyle(element)
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false
  if (parseFloat(style.fontSize) < 1) return false
  if (distance(style.color, backgroundOf(page, element)) < 16) return false
  const range = page.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()].some((box) => {
    if (box.width < 2 || box.height < 2) return false
    const hit = page.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return hit !== null && (hit === element || element.contains(hit))
  })
}
function backgroundOf(page, element) {
  for (let each = element; each; each = each.parentElement) {
    const { backgroundColor } = page.defaultView.getComputedStyle(each)
    if (!/rgba\\(.*, 0\\)|transparent/.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}
function distance(a, b) {
  const [x, y] = [a, b].map((color) => color.match(/[\\d.]+/g).map(Number))
  if (x[3] === 0) return 0
  return Math.max(...[0, 1, 2].map((at) => Math.abs(x[at] - y[at])))
}
window.onload = () => {
  const found = [...document.querySelectorAll('iframe')].map((frame) => [frame.title, verdict(frame.contentDocument)])
  document.body.innerHTML = '<pre id="found">' + JSON.stringify(found) + '</pre>'
}
`

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** What the browser sees in each page: all of them in one start, each in a frame of its own. */
function browsers(): Map<string, string> {
  const place = mkdtempSync(join(tmpdir(), 'beian-check-chromium-'))
  try {
    const frames = names.map(
      (name) =>
        `<iframe title="${name}" width="900" height="500" srcdoc="${attribute(htmlOf(name))}"></iframe>`,
    )
    const page = join(place, 'all.html')
    writeFileSync(
      page,
      `<!DOCTYPE html><meta charset="utf-8"><body>${frames.join('\n')}<script>${judge}</script></body>`,
    )
    const { stdout, stderr } = spawnSync(
      chromium ?? '',
      [
        ...chromiumFlags,
        `--user-data-dir=${join(place, 'profile')}`,
        '--virtual-time-budget=10000',
        '--dump-dom',
        `file://${page}`,
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 120_000 },
    )
    const found = /<pre id="found">(.*)<\/pre>/s.exec(stdout)?.[1]
    if (found === undefined) throw new Error(`Chromium gave no verdict: ${stderr.slice(-2000)}`)
    return new Map(JSON.parse(found))
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

test.skipIf(chromium === undefined)(
  'Chromium sees the same',
  () => {
    const seen = browsers()
    const wanted = Object.fromEntries(
      names.map((name) => [name, expected(name) === 'scripted' ? 'seen' : expected(name)]),
    )
    expect(Object.fromEntries(names.map((name) => [name, seen.get(name)]))).toEqual(wanted)
  },
  180_000,
)
