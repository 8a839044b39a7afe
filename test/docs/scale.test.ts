// What docs/scale.md says of several machines is done here to the letter, with several slots of this one.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonDraft, yamlDraft } from '../bench/drafts.ts'
import { ROOT, withFolder } from '../cli/run-cli.ts'
import { blocksOf } from './pages.ts'

const blocks = blocksOf('docs/scale.md')
const blockWith = (word: string): string => blocks.find(({ text }) => text.includes(word))?.text ?? ''

const hasParallel = spawnSync('parallel', ['--version']).status === 0
const mayMiss = process.env.CI !== 'true'

const drafts: Record<string, string> = { 'drafts/broken.yaml': 'subject:\n  name：a\n' }
for (let n = 0; n < 60; n += 1) drafts[`drafts/${n}.yaml`] = yamlDraft(n)
drafts['drafts/archive.ndjson'] = Array.from({ length: 20 }, (_, n) => `${jsonDraft(n + 20)}\n`).join('')

/** A folder with drafts, and a shell that finds the program; `npx --yes` is as good as nothing. */
async function withShell(
  files: Readonly<Record<string, string>>,
  use: (
    run: (
      line: string,
      env?: Record<string, string>,
    ) => { status: number | null; stdout: string; stderr: string },
    folder: string,
  ) => void,
): Promise<void> {
  await withFolder(files, async (folder) => {
    const bin = join(folder, '.bin')
    mkdirSync(bin)
    const programs = {
      'beian-check': `exec node '${join(ROOT, 'bin/beian-check.js')}' "$@"`,
      npx: 'shift; exec "$@"',
    }
    for (const [name, line] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    use((line, env = {}) => {
      const { PATH = '', HOME = folder } = process.env
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: `${bin}:${PATH}`,
          HOME,
          PARALLEL_HOME: join(folder, '.parallel'),
          LC_ALL: 'C.UTF-8',
          ...env,
        },
        maxBuffer: 1 << 28,
      })
      return { status, stdout, stderr }
    }, folder)
  })
}

describe.skipIf(!hasParallel && mayMiss)('GNU parallel', () => {
  const lines = blockWith('--sshlogin').replace('host1,host2', '2/:')

  test('in several slots and merge give what one run gives', { timeout: 120_000 }, async () => {
    expect(lines).toContain('2/:')
    await withShell(drafts, (run) => {
      const whole = run('beian-check --format json drafts/')
      const [merge = '', ...parts] = lines.trim().split('\n').reverse()
      run(parts.reverse().join('\n'))
      const merged = run(merge.replace('merge', 'merge --format json'))
      expect(merged.stdout).toBe(whole.stdout)
      expect(merged.status).toBe(whole.status)
      expect(JSON.parse(whole.stdout).summary.errors).toBeGreaterThan(0)
    })
  })

  test('feeds the filter, and the answers come in order', { timeout: 120_000 }, async () => {
    const line = blockWith('--pipe').trim().replace('1M', '8k')
    expect(line).toContain('8k')
    const archive = Array.from({ length: 40 }, (_, n) => `${jsonDraft(n)}\n`).join('')
    await withShell({ 'archive.ndjson': archive }, (run) => {
      const rules = (text: string): string[][] =>
        text
          .split('\n')
          .filter((each) => each !== '')
          .map((each) => JSON.parse(each).findings.map(({ rule }: { rule: string }) => rule))
      run(line)
      const answers = run('cat answers.ndjson')
      const single = run('beian-check --format ndjson - < archive.ndjson')
      expect(rules(answers.stdout)).toEqual(rules(single.stdout))
      expect(rules(answers.stdout)).toHaveLength(40)
    })
  })
})

describe('the page', () => {
  test('the matrix of GitHub Actions gives what one run gives', { timeout: 120_000 }, async () => {
    const { jobs } = parse(blockWith('matrix:'))
    const steps: { run?: string }[] = jobs.check.steps
    const check = steps.flatMap(({ run }) => run ?? []).join('\n')
    const [report = ''] = jobs.report.steps.flatMap(({ run }: { run?: string }) => run ?? [])
    const matrix: number[] = jobs.check.strategy.matrix.part
    await withShell(drafts, (run, folder) => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what the page says
      for (const part of matrix) run(check.replaceAll('${{ matrix.part }}', String(part)))
      const whole = run('beian-check --format github --format sarif=whole.sarif drafts/')
      const merged = run(report)
      expect(merged).toEqual(whole)
      expect(run('cmp whole.sarif drafts.sarif')).toEqual({ status: 0, stdout: '', stderr: '' })
      expect(readdirSync(folder).filter((name) => name.endsWith('.shard'))).toHaveLength(matrix.length)
    })
  })

  test('the Indexed Job does its part by its index', { timeout: 120_000 }, async () => {
    const job = parse(blockWith('kind: Job'))
    expect([job.apiVersion, job.kind, job.spec.completionMode]).toEqual(['batch/v1', 'Job', 'Indexed'])
    const [container] = job.spec.template.spec.containers
    const [script] = container.args
    const count: number = job.spec.completions
    expect(script).toContain(`$part/${count}`)
    await withShell(drafts, (run) => {
      for (let index = 0; index < count; index += 1) run(script, { JOB_COMPLETION_INDEX: String(index) })
      const whole = run('beian-check --format compact drafts/')
      expect(run('beian-check merge --format compact part-*.shard')).toEqual(whole)
    })
  })
})
