// The HTML report in a real browser: what it shows and hides, by keyboard, on paper, in the dark, for screen readers,
// and that it asks for nothing and runs nothing of a draft's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium } from '../chromium.ts'
import { draft } from '../cli/drafts.ts'
import { type Call, ROOT, runCli } from '../cli/run-cli.ts'
import { Browser } from './browser.ts'
import { HOSTILE_NAME, hostileDraft, hostileTexts } from './hostile.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  if (chromium === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'beian-check-page-'))
  browser = await Browser.start(chromium)
}, 120_000)
afterAll(async () => {
  if (chromium === undefined) return
  await browser.stop()
  rmSync(folder, { recursive: true, force: true })
}, 120_000)

/** Opens the report of a check from the disk. */
async function open(args: readonly string[], call: Call = { cwd: ROOT }): Promise<void> {
  const { stdout } = await runCli([...args, '--format', 'html'], call)
  const file = join(folder, 'report.html')
  writeFileSync(file, stdout)
  await browser.open(pathToFileURL(file).href)
  expect(browser.requests).toEqual([pathToFileURL(file).href])
}

const look = (media: '' | 'print', scheme: 'light' | 'dark'): Promise<unknown> =>
  browser.send('Emulation.setEmulatedMedia', {
    media,
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  })

const width = (pixels: number): Promise<unknown> =>
  browser.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: pixels, height: 900, deviceScaleFactor: 1, mobile: false },
  })

/** Texts of all elements that a selector finds and that can be seen. */
const seen = (selector: string): Promise<string[]> =>
  browser.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((node) => node.checkVisibility()).map((node) => node.textContent.trim())`,
  )

const choose = (name: string, value: string): Promise<unknown> =>
  browser.evaluate(`{
    const field = document.getElementById('filter').elements[${JSON.stringify(name)}]
    field.value = ${JSON.stringify(value)}
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }`)

const toggle = (value: string): Promise<unknown> =>
  browser.evaluate(`document.querySelector('#filter input[value="${value}"]').click()`)

const batch = 'fixtures/drafts/agency-batch.yaml'
const region = 'fixtures/drafts/wrong-region.yaml'

describe.skipIf(chromium === undefined)('in Chromium', { timeout: 120_000 }, () => {
  test('levels, fields and drafts are filtered, and it is said how many are left', async () => {
    await open([batch, region])
    expect(browser.complaints).toEqual([])
    const all = await seen('.finding')
    expect(all).toHaveLength(16)
    expect(await seen('#shown')).toEqual(['显示 16 条，共 16 条'])
    expect(await seen('tr[data-state="ok"]')).not.toEqual([])
    expect(await seen('tr[data-state="empty"]')).toEqual([])

    await toggle('error')
    expect(await seen('#shown')).toEqual(['显示 2 条，共 16 条'])
    expect(await seen('.finding.error')).toEqual([])
    expect((await seen('.finding')).length).toBe(2)
    await toggle('error')

    await toggle('ok')
    expect(await seen('tr[data-state="ok"]')).toEqual([])
    expect(await seen('#d1 .part')).toEqual([])
    await toggle('empty')
    expect(await seen('tr[data-state="empty"]')).not.toEqual([])
    await toggle('ok')

    await choose('draft', 'd2')
    expect(await seen('.draft > header .file')).toEqual([`${batch} #2`])
    await choose('draft', 'f1')
    expect(await seen('.draft > header .file')).toEqual([`${batch} #1`, `${batch} #2`])
    // A link to a draft that is out of sight brings it back.
    await browser.evaluate(`document.querySelector('.index a[href="#d3"]').click()`)
    expect(await seen('.finding')).toEqual(all)
    expect(await browser.evaluate('location.hash')).toBe('#d3')
  })

  test('a draft that cannot be read shows its line; files that are not there are named', async () => {
    await open(['fixtures/drafts/full-width-colon.yaml', 'no.yaml'])
    expect(await seen('pre mark')).toEqual(['：'])
    expect(await seen('.trouble li')).toEqual([expect.stringContaining('no.yaml')])
  })

  test('the keyboard is enough', async () => {
    await open([batch, region, '--lang', 'en'])
    const focus = (): Promise<string> =>
      browser.evaluate(
        `(document.activeElement.closest('label') ?? document.activeElement).textContent.trim().slice(0, 40)`,
      )
    const outline = (): Promise<string> =>
      browser.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    await browser.press('Tab')
    expect(await focus()).toBe('Skip to content')
    await browser.press('Enter')
    expect(await browser.evaluate('document.activeElement.id')).toBe('content')
    const stops: string[] = []
    for (let step = 0; step < 8; step += 1) {
      await browser.press('Tab')
      expect(await outline()).toBe('solid')
      stops.push(await focus())
    }
    const links = [`${batch} #2`, region]
    const boxes = ['Error', 'Warning', 'Info', 'Fields without problems', 'Empty fields']
    expect(stops).toEqual([...links, ...boxes, expect.stringMatching(/^Draft/)])
    await browser.press('ArrowDown')
    expect(await browser.evaluate('document.activeElement.value')).toBe('f1')
    expect((await seen('.draft')).length).toBe(2)
  })

  const screens = [
    ['light', 'zh', 1100],
    ['dark', 'en', 1100],
    ['light', 'en', 400],
    ['dark', 'zh', 400],
  ] as const
  test.each(screens)('axe finds nothing: %s, %s, %i wide', async (scheme, lang, pixels) => {
    await look('', scheme)
    await width(pixels)
    await open(['fixtures/drafts', '--lang', lang])
    await toggle('empty')
    const wide = 'document.documentElement.scrollWidth'
    expect(await browser.evaluate(wide)).toBeLessThanOrEqual(pixels)
    await browser.evaluate(axe.source)
    const violations = await browser.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => html + failureSummary)]))`,
    )
    expect(violations).toEqual([])
    expect(
      await browser.evaluate(
        `axe.run({ runOnly: ['color-contrast'] }).then(({ passes }) => passes[0].nodes.length)`,
      ),
    ).toBeGreaterThan(50)
    await look('', 'light')
    await width(1100)
  })

  test('on paper: all that the filter leaves, dark on light, whatever the screen is', async () => {
    await open([region])
    await toggle('ok')
    await look('print', 'dark')
    const color = (property: string): Promise<string> =>
      browser.evaluate(`getComputedStyle(document.body)[${JSON.stringify(property)}]`)
    expect([await color('backgroundColor'), await color('color')]).toEqual([
      'rgb(255, 255, 255)',
      'rgb(0, 0, 0)',
    ])
    expect(await seen('#filter, .skip')).toEqual([])
    expect((await seen('.finding')).length).toBe(13)
    expect(await seen('tr[data-state="ok"]')).toEqual([])
    const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true })
    expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    await look('', 'light')
  })

  test.each(hostileTexts.filter((text) => text.includes('<')).map((text) => [JSON.stringify(text), text]))(
    'nothing of a draft runs: %s',
    async (_name, text) => {
      await open([HOSTILE_NAME, '--show-values'], { files: { [HOSTILE_NAME]: hostileDraft(text) } })
      expect(browser.complaints).toEqual([])
      expect(await browser.evaluate('document.scripts.length')).toBe(1)
      expect((await seen('.finding')).length).toBeGreaterThan(5)
    },
  )

  test('without the script all is shown', async () => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value: true })
    await open([batch])
    await browser.send('Emulation.setScriptExecutionDisabled', { value: false })
    expect(await seen('#filter')).toEqual([])
    expect((await seen('.finding')).length).toBe(2)
    expect(await seen('tr[data-state="empty"]')).not.toEqual([])
  })

  test('the policy stops what is not the page’s own', async () => {
    await open(['a.yaml'], { files: { 'a.yaml': draft() } })
    const insert = (name: string, property: string, value: string): Promise<unknown> =>
      browser.evaluate(`{
        const node = document.createElement('${name}')
        node.${property} = '${value}'
        document.body.append(node)
      }`)
    await expect(insert('script', 'text', 'window.ran = true')).rejects.toThrow(/TrustedScript/)
    await insert('img', 'src', 'https://images.invalid/a.png')
    await expect.poll(() => browser.complaints.join()).toMatch(/images\.invalid.*Content Security Policy/)
    expect(await browser.evaluate('window.ran === undefined')).toBe(true)
  })
})
