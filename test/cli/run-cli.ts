// Runs the command line in this process, in a folder of its own that is gone afterwards.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExitCode, Io, Output } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'
import { type ReporterName, reporterNames } from '../../src/report/index.ts'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Noon in China on the day on which tests live. */
export const NOW = Date.parse('2026-11-23T12:00:00+08:00')

export interface Call {
  /** Files of the temporary folder, by their path in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Where the command runs: a folder inside the temporary one, or any other by its absolute path. */
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
  readonly columns?: number
  readonly now?: number
}

export interface Result {
  readonly status: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Makes a folder with the given files, calls `use` with its path, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'beian-check-')))
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function output(isTTY: boolean, columns: number | undefined): Output & { text: string } {
  return {
    text: '',
    isTTY,
    columns,
    write(text) {
      this.text += text
    },
  }
}

/** A process that nobody listens to, on a given day. */
export const quietIo = (now: number): Io => ({
  args: [],
  env: {},
  cwd: '.',
  stdout: output(false, undefined),
  stderr: output(false, undefined),
  stdin: async () => new Uint8Array(),
  now: () => now,
})

/** Runs the command line. The environment is empty unless given: Chinese, no colours. */
export async function runCli(args: readonly string[], call: Call = {}): Promise<Result> {
  return withFolder(call.files ?? {}, async (folder) => {
    const stdout = output(call.isTTY ?? false, call.columns)
    const stderr = output(call.isTTY ?? false, call.columns)
    const status = await main({
      args,
      env: call.env ?? {},
      cwd: resolve(folder, call.cwd ?? '.'),
      stdout,
      stderr,
      stdin: async () => new Uint8Array(Buffer.from(call.stdin ?? '')),
      now: () => call.now ?? NOW,
    })
    return { status, stdout: stdout.text, stderr: stderr.text }
  })
}

/**
 * Runs the command line once and takes its report in every format.
 * @returns the report of each format, and what was said beside them
 */
export async function runFormats(
  args: readonly string[],
  call: Call = {},
): Promise<{ readonly reports: Readonly<Record<ReporterName, string>>; readonly stderr: string }> {
  return withFolder(call.files ?? {}, async (folder) => {
    const out = `${folder}.out`
    const formats = reporterNames.flatMap((name) => ['--format', `${name}=${join(out, name)}`])
    try {
      const cwd = resolve(folder, call.cwd ?? '.')
      const { stderr } = await runCli([...args, ...formats], { ...call, files: {}, cwd })
      const entries = reporterNames.map((name) => [name, readFileSync(join(out, name), 'utf8')])
      return { reports: Object.fromEntries(entries), stderr }
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
}
