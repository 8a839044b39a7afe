// The library in a browser: bundled as a web page would have it, and run in headless Chromium.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { chromium, chromiumFlags } from '../chromium.ts'
import { ROOT, runCli, withFolder } from '../cli/run-cli.ts'

const DRAFT = readFileSync(join(ROOT, 'fixtures/drafts/first-attempt.yaml'), 'utf8')

const page = `
import { checkDraft, fixDraft, loadProfile } from 'beian-check'
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
const options = { language: 'en', today: '2026-11-23', file: 'draft.yaml', ipData: { ipv4: bytes(IPV4) } }
const say = (value) => { document.body.textContent = JSON.stringify(value) }
try {
  const { findings, summary } = await checkDraft(DRAFT, options)
  const { text } = await fixDraft(DRAFT, options)
  say({ findings, summary, fixed: text !== DRAFT, profile: (await loadProfile('today')).id })
} catch (error) {
  say({ error: String(error), stack: error.stack })
}
`

async function bundled(): Promise<string> {
  const ip = readFileSync(join(ROOT, 'dist/ip/ipv4.bin')).toString('base64')
  // A package may import itself by its name: this goes through its exports, as in anybody's project.
  const made = await build({
    stdin: { contents: page, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
    write: false,
    metafile: true,
    define: { DRAFT: JSON.stringify(DRAFT), IPV4: JSON.stringify(ip) },
  })
  const external = Object.values(made.metafile.inputs).flatMap(({ imports }) =>
    imports.filter((one) => one.external),
  )
  expect(external).toEqual([])
  expect(Object.keys(made.metafile.inputs)).toContain('dist/browser/index.js')
  return made.outputFiles[0]?.text ?? ''
}

test.skipIf(chromium === undefined)(
  'a page checks a draft as the command does',
  async () => {
    const script = (await bundled()).replaceAll('</script', '<\\/script')
    expect(script).not.toMatch(/["']node:/)
    await withFolder({}, async (folder) => {
      const file = join(folder, 'page.html')
      writeFileSync(
        file,
        `<!doctype html><meta charset="utf-8"><body><script type="module">${script}</script>`,
      )
      const { stdout, stderr } = spawnSync(
        chromium ?? '',
        [
          ...chromiumFlags,
          `--user-data-dir=${join(folder, 'profile')}`,
          '--virtual-time-budget=60000',
          '--dump-dom',
          pathToFileURL(file).href,
        ],
        { encoding: 'utf8', timeout: 100_000 },
      )
      const body = /<body>([\s\S]*?)<\/body>/.exec(stdout)?.[1] ?? ''
      const text = body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      if (!text.startsWith('{')) throw new Error(`the page says nothing:\n${stdout.slice(0, 300)}\n${stderr}`)
      const said = JSON.parse(text)
      const command = await runCli(['-', '--format', 'json', '--lang', 'en', '--no-config'], { stdin: DRAFT })
      const { files, summary } = JSON.parse(command.stdout)
      expect(said).toMatchObject({ fixed: true, profile: 'today' })
      expect(said.findings).toEqual(files[0].findings)
      expect({ files: 1, ...said.summary }).toEqual(summary)
    })
  },
  120_000,
)
