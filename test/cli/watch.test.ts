// `--watch`, as a process that goes on while drafts are saved.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, draft, withError } from './drafts.ts'
import { ROOT, runCli, withFolder } from './run-cli.ts'
import { hasTmux, Screen } from './screen.ts'

const PROGRAM = join(ROOT, 'bin/beian-check.js')

/** A running watch: what it has printed since it was last asked. */
class Watch {
  readonly #child: ChildProcess
  #printed = ''

  constructor(cwd: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [PROGRAM, '--watch', '--lang', 'en', ...args], {
      cwd,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text
      })
  }

  /** Waits for the end of a check that says something. Returns what was printed until then. */
  async says(what: RegExp): Promise<string> {
    for (let tries = 0; tries < 400; tries += 1) {
      if (what.test(this.#printed) && /Waiting for changes …[^\n]*\n$/.test(this.#printed)) {
        const printed = this.#printed
        this.#printed = ''
        return printed
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`it does not say ${what}:\n${this.#printed}`)
  }

  /** Ctrl-C. Returns the exit status. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#child.once('exit', resolve))
    if (this.#child.exitCode !== null) return this.#child.exitCode
    this.#child.kill('SIGINT')
    return ended
  }
}

async function watching(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  use: (watch: Watch, cwd: string) => Promise<void>,
): Promise<void> {
  await withFolder(files, async (cwd) => {
    const watch = new Watch(cwd, args)
    try {
      await use(watch, cwd)
    } finally {
      expect(await watch.end()).toBe(130)
    }
  })
}

/** Saves as many editors do: a new file beside the old one takes its place. */
function saveByRename(file: string, text: string): void {
  writeFileSync(`${file}~`, text)
  renameSync(`${file}~`, file)
}

describe('checks again', () => {
  test(
    'a file that is written, or put in place, or gone and back',
    () =>
      watching({ 'a.yaml': withError }, ['a.yaml'], async (watch, cwd) => {
        const file = join(cwd, 'a.yaml')
        const first = await watch.says(/1 draft: 1 error/)
        expect(first).not.toContain('\u001b')
        writeFileSync(file, clean)
        await watch.says(/1 draft: no problems found/)
        saveByRename(file, withError)
        await watch.says(/1 draft: 1 error/)
        saveByRename(file, clean)
        await watch.says(/1 draft: no problems found/)
        rmSync(file)
        await watch.says(/a\.yaml: no such file/)
        writeFileSync(file, withError)
        await watch.says(/1 draft: 1 error/)
      }),
    60_000,
  )

  test(
    'folders: clashes come and go, new drafts and new folders are seen, configs are those of now',
    () =>
      watching(
        { 'd/a.yaml': clean, 'd/b/c.yaml': draft({ domain: 'two.cn', name: '水边札记' }) },
        ['d'],
        async (watch, cwd) => {
          await watch.says(/2 drafts: no problems found/)
          saveByRename(join(cwd, 'd/b/c.yaml'), clean.replace('沈知秋', '林望舒'))
          await watch.says(/conflict\/domain/)
          rmSync(join(cwd, 'd/b/c.yaml'))
          await watch.says(/1 draft: no problems found/)
          mkdirSync(join(cwd, 'd/new'))
          await watch.says(/1 draft: no problems found/)
          writeFileSync(
            join(cwd, 'd/new/d.yaml'),
            draft({ domain: 'two.cn', name: '水边札记', address: '文三路' }),
          )
          await watch.says(/2 drafts: 1 error/)
          writeFileSync(
            join(cwd, 'd/beian-check.config.yaml'),
            'rules: { subject/address-door-number: off }\n',
          )
          await watch.says(/2 drafts: no problems found/)
          writeFileSync(join(cwd, 'd/.beian-checkignore'), 'new\n')
          await watch.says(/1 draft: no problems found/)
        },
      ),
    60_000,
  )

  test(
    'a report that it writes itself is no change',
    () =>
      watching({ 'a.yaml': withError }, ['.', '--format', 'json=out.json'], async (watch, cwd) => {
        await watch.says(/1 draft: 1 error/)
        writeFileSync(join(cwd, 'a.yaml'), clean)
        const printed = await watch.says(/1 draft: no problems found/)
        expect(printed.match(/Waiting/g)).toHaveLength(1)
      }),
    60_000,
  )
})

test.skipIf(!hasTmux)(
  'in a terminal the screen is cleared, and Ctrl-C ends it',
  () =>
    withFolder({ 'a.yaml': withError }, async (cwd) => {
      const screen = new Screen(cwd)
      screen.start(
        `cd ${cwd} && ${process.execPath} ${PROGRAM} --watch --lang en a.yaml; echo END $?; sleep 100`,
      )
      try {
        expect(await screen.see('Waiting for changes')).toContain('1 draft: 1 error')
        saveByRename(join(cwd, 'a.yaml'), clean)
        const now = await screen.see(/no problems found[\s\S]*Waiting/)
        expect(now).not.toContain('1 error')
        screen.type('C-c')
        await screen.see('END 130')
      } finally {
        screen.end()
      }
    }),
  60_000,
)

test.each([[['-']], [['-i', 'a.yaml']], [['--fix', 'a.yaml']], [['--files-from', '-']]])(
  'what cannot be watched: %j',
  async (args) => {
    const { status, stdout, stderr } = await runCli(['--watch', ...args, '--lang', 'en'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^--watch checks files and folders/)
  },
)
