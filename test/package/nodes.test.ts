// The package under every Node that it says it runs on, and as one file: the same words, statuses and bytes as under the
// Node of this run.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clean, draft, unparsable, withError } from '../cli/drafts.ts'
import { ROOT, withFolder } from '../cli/run-cli.ts'
import { html, redirect, withServer } from '../cli/site-server.ts'
import { startEditor } from '../editor/client.ts'
import { megabytes, type Packed, pack } from './packed.ts'

/** `npm ci --prefix test/ci` installs them where they exist: on Linux, where the registry answers. */
const nodes = [22, 24].map((major) => ({
  major,
  node: join(ROOT, `test/ci/node_modules/node${major}/bin/node`),
}))
const missing = nodes.filter(({ node }) => !existsSync(node))
for (const { major } of missing)
  console.warn(`Node ${major} is missing (npm ci --prefix test/ci): the package is not tried under it`)

const wide = draft().replace('www.', 'ｗｗｗ.')
const plugin = `import { defineRule, say } from 'beian-check'
export default defineRule({
  id: 'own/rule',
  level: 'info',
  texts: { title: { zh: '题', en: 'title' }, messages: { seen: say({ zh: () => ['看到了'], en: () => ['seen'] }) } },
  check: (_draft, { report }) => report('seen', { at: ['websites', 0, 'name'] }),
})
`
const script = `import { checkDraft, fixDraft } from 'beian-check'
const { findings } = await checkDraft(${JSON.stringify(withError)}, { language: 'en', today: '2026-11-23' })
console.log(JSON.stringify(findings), (await fixDraft(${JSON.stringify(wide)})).text)
`
const files = {
  'clean.yaml': clean,
  'error.yaml': withError,
  'wide.yaml': wide,
  'broken.yaml': unparsable,
  ...Object.fromEntries(
    Array.from({ length: 130 }, (_, index) => [
      `many/${index}.yaml`,
      draft({ domain: `site-${index % 120}.cn`, name: `山间札记${index}` }),
    ]),
  ),
}

/** What a person does with it, each in the same folder after the one before. */
const jobs: readonly (readonly string[])[] = [
  ['clean.yaml'],
  ['error.yaml', '--lang', 'en'],
  ['error.yaml', 'broken.yaml', '--format', 'json'],
  ['many', '--format', 'json', '--jobs', '2'],
  ['wide.yaml', '--fix', '--lang', 'en'],
  ['explain', 'subject/real-name'],
  ['profiles', '--format', 'json'],
  ['schema'],
  ['error.yaml', '--format', 'sarif'],
  ['--version'],
]

let packed: Packed
let here = ''
let expected: Awaited<ReturnType<typeof doAll>>
beforeAll(async () => {
  packed = pack('nodes-test')
  here = packed.install('here')
  expected = await doAll(process.execPath, binIn(here))
}, 120_000)
afterAll(() => packed.remove())

const binIn = (place: string): string => join(place, 'node_modules/beian-check/bin/beian-check.js')

/** Everything that is said and done by a Node. */
const doAll = (node: string, bin: string) =>
  withFolder(files, async (cwd) => {
    const said = jobs.map((args) => {
      const { status, stdout, stderr } = spawnSync(node, [bin, ...args], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      return { args, status, stdout, stderr }
    })
    return { said, wide: readFileSync(join(cwd, 'wide.yaml'), 'utf8') }
  })

describe.each(nodes)('Node $major', ({ major, node }) => {
  const trial = test.skipIf(!existsSync(node))

  trial('checks, fixes and explains as this Node does', async () => {
    expect(await doAll(node, binIn(packed.install(`node-${major}`, node)))).toEqual(expected)
    expect(expected.said.map(({ status }) => status)).toEqual([0, 1, 2, 1, 0, 0, 0, 0, 1, 0])
    expect(expected.wide).toBe(draft())
  })

  trial('asks for pages of the web, and only where it may', () =>
    withServer(
      { '/': redirect('/home'), '/home': html('<p>浙ICP备10000001号-1</p>') },
      async ({ url, asked }) => {
        const run = (...args: string[]) =>
          new Promise<string>((resolve) => {
            const child = spawn(node, [binIn(here), 'site', url, '--lang', 'en', '-f', 'json', ...args])
            let said = ''
            for (const stream of [child.stdout, child.stderr])
              stream.on('data', (text) => {
                said += text
              })
            child.on('close', () => resolve(said))
          })
        expect(await run()).toContain('127.0.0.1 is the machine itself')
        expect(asked).toEqual([])
        expect(JSON.parse(await run('--allow-private'))).toMatchObject({
          pages: [{ url: `${url}/home`, numbers: [{ number: '浙ICP备10000001号-1' }] }],
        })
        expect(asked).toEqual(['GET /', 'GET /home'])
      },
    ),
  )

  trial('is a library, takes plugins, serves editors', async () => {
    await withFolder({}, async (folder) => {
      writeFileSync(join(here, 'use.mjs'), script)
      writeFileSync(join(here, 'rule.mjs'), plugin)
      writeFileSync(join(here, 'draft.yaml'), clean)
      writeFileSync(join(here, 'own.yaml'), 'plugins: ./rule.mjs\n')
      const run = (by: string, ...args: string[]) =>
        spawnSync(by, args, { cwd: here, encoding: 'utf8', env: { PATH: process.env.PATH } })
      const used = run(node, 'use.mjs')
      expect(used).toMatchObject({ status: 0, stderr: '' })
      expect(used.stdout).toBe(run(process.execPath, 'use.mjs').stdout)
      const ruled = run(node, binIn(here), 'draft.yaml', '--config', 'own.yaml', '--lang', 'en')
      expect(ruled.stdout + ruled.stderr).toContain('own/rule')
      const editor = await startEditor([node, binIn(here), 'lsp'], folder, {}, { BEIAN_CHECK_LANG: 'en' })
      const uri = editor.open(join(folder, 'draft.yaml'), withError)
      const found = await editor.diagnostics(uri, (_list, version) => version === 1)
      expect(found.map(({ code }) => code)).toEqual(['subject/address-door-number'])
      expect(await editor.close()).toBe(0)
      expect(editor.errors()).toBe('')
    })
  })
})

test('as one file, in a folder of its own', () =>
  withFolder({}, async (folder) => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/build-single.mjs'), folder])
    expect(readdirSync(folder)).toEqual(['beian-check.cjs'])
    const file = join(folder, 'beian-check.cjs')
    expect(statSync(file).size).toBeLessThanOrEqual(megabytes('as one file'))
    expect(await doAll(process.execPath, file)).toEqual(expected)
  }))
