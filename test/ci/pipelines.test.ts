// The GitHub Action and the job for GitLab, run by the shells that run them there.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { clean, withError, withWarning } from '../cli/drafts.ts'
import { ROOT, withFolder } from '../cli/run-cli.ts'

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

/** Puts an `npx` in front of the path that writes down its words and runs the program of this folder. */
function fakeNpx(folder: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const program = join(ROOT, 'bin/beian-check.js')
  const lines = [
    '#!/bin/sh',
    'echo "$@" >> "$NPX_LOG"',
    'shift 2',
    `exec "${process.execPath}" "${program}" "$@"`,
  ]
  writeFileSync(join(bin, 'npx'), `${lines.join('\n')}\n`)
  chmodSync(join(bin, 'npx'), 0o755)
  return `${bin}:${process.env.PATH}`
}

describe('action.yml', () => {
  const action = z
    .object({
      inputs: z.record(z.string(), z.object({ description: z.string().min(1), default: z.string() })),
      outputs: z.record(z.string(), z.object({ value: z.string() })),
      runs: z.object({
        using: z.literal('composite'),
        steps: z.array(
          z.object({
            id: z.string(),
            shell: z.literal('bash'),
            'working-directory': z.string(),
            env: z.record(z.string(), z.string()),
            run: z.string(),
          }),
        ),
      }),
    })
    .parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')))

  interface Ran {
    readonly status: number | null
    readonly stdout: string
    readonly stderr: string
    readonly output: string
    readonly summary: string
    readonly npx: string
  }

  /** Runs the steps as the runner does: expressions filled in, the shell with its options, the files it reads. */
  function run(folder: string, given: Record<string, string>, actionPath = ROOT): Ran {
    const fill = (text: string): string =>
      text.replace(/\$\{\{ *(inputs|github)\.([\w-]+) *\}\}/g, (_all, kind, name) =>
        kind === 'github' ? actionPath : (given[name] ?? action.inputs[name]?.default ?? `no input ${name}`),
      )
    const [step] = action.runs.steps
    if (step === undefined) throw new Error('no step')
    expect(step.run).not.toContain('${'.concat('{'))
    const file = (name: string): string => join(folder, name)
    for (const name of ['output', 'summary', 'npx.log']) writeFileSync(file(name), '')
    writeFileSync(file('step.sh'), step.run)
    const env = Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, fill(text)]))
    const work = join(folder, 'work')
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file('step.sh')], {
      cwd: join(work, fill(step['working-directory'])),
      encoding: 'utf8',
      env: {
        ...env,
        PATH: fakeNpx(folder),
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: work,
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        NPX_LOG: file('npx.log'),
        BEIAN_CHECK_LANG: 'en',
      },
    })
    const text = (name: string): string => readFileSync(file(name), 'utf8')
    const { status, stdout, stderr } = ended
    return { status, stdout, stderr, output: text('output'), summary: text('summary'), npx: text('npx.log') }
  }

  test('annotations, a summary, the status', () =>
    withFolder({ 'work/drafts/a.yaml': withError, 'work/other.yaml': withError }, async (folder) => {
      const ran = run(folder, { paths: 'drafts\n' })
      expect(ran).toMatchObject({ status: 1, stderr: '', output: 'status=1\n', npx: '' })
      expect(ran.stdout).toMatch(
        /^::error file=drafts\/a\.yaml,line=11,.*title=subject\/address-door-number::/m,
      )
      expect(ran.stdout).not.toContain('other.yaml')
      expect(ran.summary).toMatch(/^## beian-check\n\n\*\*1 draft: 1 error/)
    }))

  test('several paths with spaces, options, a folder, a profile; nothing of them is run as a command', () =>
    withFolder({ 'work/in/a b.yaml': withWarning, 'work/in/c.yaml': clean }, async (folder) => {
      const ran = run(folder, {
        'working-directory': 'in',
        paths: 'a b.yaml\r\n\nc.yaml\n$(touch gone).yaml\n--fix',
        args: '--max-warnings 0\n--lang  zh --ignore *.none',
        profile: 'jinyong',
        summary: 'false',
      })
      expect(ran).toMatchObject({ status: 2, output: 'status=2\n', summary: '' })
      expect(ran.stdout).toMatch(/^::warning file=in\/a b\.yaml,/m)
      expect(ran.stderr).toContain('$(touch gone).yaml：没有这个文件')
      expect(ran.stderr).toContain('--fix：没有这个文件')
      expect(spawnSync('ls', [join(folder, 'work/in')], { encoding: 'utf8' }).stdout).not.toContain('gone')
    }))

  test('clean drafts pass', () =>
    withFolder({ 'work/a.yaml': clean }, async (folder) => {
      expect(run(folder, {})).toMatchObject({ status: 0, output: 'status=0\n' })
    }))

  test('the published package is run where the action is not built, or a version is asked for', () =>
    withFolder(
      { 'work/a.yaml': clean, 'action/package.json': `{"version":"${version}"}` },
      async (folder) => {
        expect(run(folder, {}, join(folder, 'action'))).toMatchObject({
          status: 0,
          npx: expect.stringMatching(new RegExp(`^--yes beian-check@${version.replaceAll('.', '\\.')} `)),
        })
      },
    ))

  test('a version that is asked for', () =>
    withFolder({ 'work/a.yaml': clean }, async (folder) => {
      expect(run(folder, { version: '9.1.0' }).npx).toMatch(/^--yes beian-check@9\.1\.0 --format github /)
    }))
})

/** The rule that `withError` goes against. */
const DOOR = 'subject/address-door-number'

const inWork = (files: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text = '']) => [`work/${name}`, text]))

describe('ci/gitlab.yml', () => {
  const job = z
    .object({
      'beian-check': z.object({
        image: z.string(),
        variables: z.record(z.string(), z.string()),
        script: z.array(z.string()),
        artifacts: z.object({ when: z.literal('always'), reports: z.object({ codequality: z.string() }) }),
      }),
    })
    .parse(parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8')))['beian-check']

  test.each([
    ['drafts', { 'drafts/a.yaml': clean }, []],
    ['drafts', { 'drafts/a.yaml': withError }, ['drafts/a.yaml']],
    ['drafts/**/*.yaml', { 'drafts/x/a.yaml': clean, 'drafts/x/y/b.yaml': withError }, ['drafts/x/y/b.yaml']],
    ['--fix --fix.yaml', { '--fix': withError, '--fix.yaml': withError }, ['--fix', '--fix.yaml']],
  ])('its script checks %s, writes the report and ends with the status', (paths, drafts, wrong) =>
    withFolder(inWork(drafts), async (folder) => {
      const status = wrong.length > 0 ? 1 : 0
      const log = join(folder, 'npx.log')
      const ended = spawnSync('sh', ['-e', '-c', job.script.join('\n')], {
        cwd: join(folder, 'work'),
        encoding: 'utf8',
        env: {
          ...job.variables,
          BEIAN_CHECK_PATHS: paths,
          BEIAN_CHECK_ARGS: '--lang en --profile jinyong',
          PATH: fakeNpx(folder),
          CI: 'true',
          GITLAB_CI: 'true',
          CI_PROJECT_DIR: join(folder, 'work'),
          NPX_LOG: log,
        },
      })
      expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status, stderr: '' })
      expect(readFileSync(log, 'utf8')).toMatch(/^--yes beian-check@latest --format terminal /)
      expect(ended.stdout).toMatch(status === 0 ? /^1 draft: no problems found/m : /^\d drafts?: \d error/m)
      const report = JSON.parse(readFileSync(join(folder, 'work', job.artifacts.reports.codequality), 'utf8'))
      const told = report.filter(({ check_name }: { check_name: string }) => check_name === DOOR)
      expect(told.map(({ location }: { location: { path: string } }) => location.path)).toEqual(wrong)
    }),
  )
})

test('docs/ci.md: its pieces are YAML, and name inputs and variables that there are', () => {
  const guide = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')
  const pieces = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text ?? ''))
  expect(pieces).toHaveLength(3)
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  for (const name of Object.keys(pieces[0][1].with)) expect(Object.keys(action.inputs)).toContain(name)
  const job = parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'))['beian-check']
  for (const name of Object.keys(pieces[1].variables)) expect(Object.keys(job.variables)).toContain(name)
})
