// The library as its users see it: the built package, by its name.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, draft, fixtures, unparsable, withError } from '../cli/drafts.ts'
import { ROOT, runCli, withFolder } from '../cli/run-cli.ts'

// By its name, as a package that imports itself: through `exports`, from dist/.
const library: typeof import('../../src/index.ts') = await import(/* @vite-ignore */ `${'beian-check'}`)
const { checkDraft, checkFiles, defineRule, fixDraft, loadProfile, say } = library

const DAY = { today: '2026-11-23' } as const

describe('checkDraft', () => {
  test.each(fixtures)('%s: the findings of the command', async (name) => {
    const file = join(ROOT, 'fixtures/drafts', name)
    const { stdout } = await runCli([file, '--format', 'json', '--no-config', '--lang', 'en'])
    const { findings, summary } = await checkDraft(readFileSync(file, 'utf8'), {
      file,
      language: 'en',
      ...DAY,
    })
    const said = JSON.parse(stdout)
    expect(findings).toEqual(said.files[0].findings)
    expect({ files: 1, ...summary }).toEqual(said.summary)
  })

  test('values instead of a text', async () => {
    const { findings } = await checkDraft({ 主体信息: { 主办单位性质: '私人' } }, DAY)
    expect(findings.map(({ rule }) => rule)).toContain('draft/type')
  })

  test('personal values are masked unless asked for', async () => {
    const text = withError.replace('330106194903070025', '330106194903070026')
    const [masked, full] = [await checkDraft(text, DAY), await checkDraft(text, { ...DAY, showValues: true })]
    expect(JSON.stringify(masked)).not.toContain('330106194903070026')
    expect(JSON.stringify(full)).toContain('330106194903070026')
  })

  test('a text that cannot be read', async () => {
    const { broken, findings } = await checkDraft(unparsable, { file: 'a.yaml' })
    expect([broken, findings[0]?.rule, findings[0]?.line]).toEqual([true, 'draft/syntax', 2])
  })

  test('levels of the call, and rules of its own', async () => {
    const rule = defineRule({
      id: 'mine/long-name',
      level: 'warning',
      options: { defaults: { most: 3 } },
      texts: {
        title: { zh: '名称要短', en: 'Short names' },
        messages: {
          long: say<{ most: number }>({ zh: (d) => [`最多 ${d.most} 字`], en: (d) => [`at most ${d.most}`] }),
        },
      },
      check({ websites }, { report, options }) {
        for (const [i, { name = '' }] of websites.entries())
          if (name.length > options.most)
            report('long', { at: ['websites', i, 'name'], data: { most: options.most } })
      },
    })
    const rules = { 'mine/long-name': ['error', { most: 2 }] } as const
    const { findings } = await checkDraft(clean, { ...DAY, plugins: [{ rules: [rule] }], rules })
    expect(findings).toMatchObject([
      { rule: 'mine/long-name', severity: 'error', message: '最多 2 字', line: 13 },
    ])
  })

  test('what does not exist', async () => {
    await expect(checkDraft(clean, { profile: 'tody' })).rejects.toThrow(/no profile “tody”/)
    await expect(checkDraft(clean, { rules: { 'contact/fone': 'off' } })).rejects.toThrow(/no rule/)
    const bad = { id: 'subject/mine' } as never
    await expect(checkDraft(clean, { plugins: [{ rules: [bad] }] })).rejects.toThrow(/take one of your own/)
  })

  test('a signal stops it', async () => {
    const reason = new Error('no longer needed')
    await expect(checkDraft(clean, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('checkFiles', () => {
  const files = { 'a.yaml': draft(), 'b/b.yaml': draft({ name: '南屏晚钟' }), 'note.txt': 'x' }

  test('folders, clashes and configs, as the command', async () => {
    await withFolder({ ...files, 'beian-check.config.yaml': 'lang: en\n' }, async (cwd) => {
      const result = await checkFiles(['.'], { cwd, language: 'en', ...DAY })
      const { stdout } = await runCli(['.', '--format', 'json', '--lang', 'en'], { cwd })
      const said = JSON.parse(stdout)
      expect(result).toMatchObject({ summary: said.summary, files: said.files, unreadable: [] })
      expect(result.files.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain(
        'conflict/website',
      )
    })
  })

  test('what cannot be read is told apart', async () => {
    await withFolder(files, async (cwd) => {
      const { unreadable } = await checkFiles(['a.yaml', 'gone.yaml'], { cwd, language: 'en' })
      expect(unreadable).toEqual([{ path: 'gone.yaml', message: expect.any(String) }])
    })
  })

  test('a signal stops it while it works', async () => {
    await withFolder(files, async (cwd) => {
      const stop = new AbortController()
      const work = checkFiles(['.'], { cwd, signal: stop.signal })
      stop.abort(new Error('enough'))
      await expect(work).rejects.toThrow('enough')
    })
  })

  test('the process stays as it was', async () => {
    const before = [process.cwd(), process.exitCode, process.listenerCount('SIGINT'), { ...process.env }]
    await checkFiles(['fixtures/drafts'], { cwd: ROOT })
    expect([process.cwd(), process.exitCode, process.listenerCount('SIGINT'), { ...process.env }]).toEqual(
      before,
    )
  })
})

describe('fixDraft', () => {
  test('safe fixes; others when asked for; nothing else changes', async () => {
    const text = `${draft().replace('shanjian-notes.cn]', 'ＳＨＡＮＪＩＡＮ-notes.cn]')}# 备注\n`
    const fixed = await fixDraft(text, DAY)
    expect(fixed.text).toBe(`${draft()}# 备注\n`)
    expect(fixed.applied.length).toBeGreaterThan(0)
    expect([fixed.refused, fixed.left.findings]).toEqual([[], []])
  })
})

describe('loadProfile', () => {
  const yaml = 'id: my-host\ntitle: { zh: 某云, en: Some Cloud }\nasOf: "2026"\nextends: today\n'
  test('by id, from a file, from an object', async () => {
    expect((await loadProfile('today')).title.en).toBe('Current practice')
    await withFolder({ 'p.yaml': yaml }, async (cwd) => {
      const profile = await loadProfile(join(cwd, 'p.yaml'))
      expect(profile.id).toBe('my-host')
      const { findings } = await checkDraft(clean, { profile, ...DAY })
      expect(findings.length).toBeGreaterThan(0)
    })
    await expect(loadProfile('tody')).rejects.toThrow(RangeError)
    await expect(loadProfile({ id: 'x' })).rejects.toThrow(TypeError)
  })
})

test('the package is found by its name where it is installed', async () => {
  const main =
    "import { checkDraft } from 'beian-check'\nconsole.log((await checkDraft('a: 1')).summary.drafts)\n"
  await withFolder({ 'main.mjs': main }, async (cwd) => {
    mkdirSync(join(cwd, 'node_modules'))
    symlinkSync(ROOT, join(cwd, 'node_modules/beian-check'))
    const { execFileSync } = await import('node:child_process')
    expect(execFileSync(process.execPath, ['main.mjs'], { cwd, encoding: 'utf8' })).toBe('1\n')
  })
})
