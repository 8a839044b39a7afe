// Whether a number can be seen: our reading of HTML and CSS against a browser that draws the page.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
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

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const WIDTH = 360
const HEIGHT = 170
const COLUMNS = 5

/** A picture of all pages, each in a frame of its own. */
function picture(htmls: readonly string[], place: string): PNG {
  const frames = htmls.map((html, at) => {
    const [left, top] = [(at % COLUMNS) * WIDTH, Math.floor(at / COLUMNS) * HEIGHT]
    const box = `position: absolute; left: ${left}px; top: ${top}px; border: 0`
    return `<iframe style="${box}" width="${WIDTH}" height="${HEIGHT}" srcdoc="${attribute(html)}"></iframe>`
  })
  const [page, image] = [join(place, 'all.html'), join(place, 'all.png')]
  writeFileSync(page, `<!DOCTYPE html><meta charset="utf-8"><body>${frames.join('\n')}</body>`)
  rmSync(image, { force: true })
  const size = `${WIDTH * COLUMNS},${HEIGHT * Math.ceil(htmls.length / COLUMNS)}`
  const { stderr } = spawnSync(
    chromium ?? '',
    [
      ...chromiumFlags,
      '--hide-scrollbars',
      `--user-data-dir=${join(place, 'profile')}`,
      '--virtual-time-budget=2000',
      `--window-size=${size}`,
      `--screenshot=${image}`,
      `file://${page}`,
    ],
    { encoding: 'utf8', timeout: 120_000 },
  )
  if (!existsSync(image)) throw new Error(`Chromium drew nothing: ${stderr.slice(-2000)}`)
  return PNG.sync.read(readFileSync(image))
}

/** Nobody notices a smaller difference of a colour. */
const LEAST_DIFFERENCE = 24

/** Whether two pictures differ in the frame of a page. */
function differ(a: PNG, b: PNG, at: number): boolean {
  const [left, top] = [(at % COLUMNS) * WIDTH, Math.floor(at / COLUMNS) * HEIGHT]
  for (let y = top; y < top + HEIGHT; y++) {
    for (let offset = (y * a.width + left) * 4; offset < (y * a.width + left + WIDTH) * 4; offset++)
      if (Math.abs((a.data[offset] ?? 0) - (b.data[offset] ?? 0)) >= LEAST_DIFFERENCE) return true
  }
  return false
}

/** What the browser draws of each number: a page looks otherwise without it, or it was never seen. */
function drawn(): Map<string, string> {
  const place = mkdtempSync(join(tmpdir(), 'beian-check-chromium-'))
  try {
    const htmls = names.map(htmlOf)
    const blank = htmls.map((html) => html.replace(/.ICP备\d+号-1/g, '\u00a0'.repeat(8)))
    const [whole, without] = [picture(htmls, place), picture(blank, place)]
    return new Map(names.map((name, at) => [name, differ(whole, without, at) ? 'seen' : 'hidden']))
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

// In CI the browser has to be there; elsewhere the comparison is skipped where it is not.
test.skipIf(chromium === undefined && process.env.CI === undefined)(
  'Chromium draws what we say can be seen, and nothing of the rest',
  () => {
    const seen = drawn()
    const wanted = Object.fromEntries(
      names.map((name) => [name, expected(name) === 'scripted' ? 'seen' : expected(name)]),
    )
    expect(Object.fromEntries(names.map((name) => [name, seen.get(name)]))).toEqual(wanted)
  },
  180_000,
)
