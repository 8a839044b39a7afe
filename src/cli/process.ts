// Connects the process to `main`. Nothing else in src/ touches it.
import { fstatSync, statSync, writeSync } from 'node:fs'
import { type Output, UsageError } from './io.ts'
import { main } from './main.ts'

/** What a worker runs. */
export async function work(): Promise<void> {
  const worker = await import('./worker.ts')
  worker.work()
}
export { main }

/** The functions of the library, which share this bundle. */
export const library = () => import('../library/node.ts')

async function readStdin(most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    total += chunk.length
    if (total > most) break
  }
  return Buffer.concat(chunks)
}

/** Whether a descriptor is a terminal: a character device that is not the null device. node:tty would load the network. */
function isTerminal(descriptor: number): boolean {
  const stat = fstatSync(descriptor)
  return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}

/**
 * Opening process.stdout costs milliseconds, as long as the whole check of a draft; a file or a pipe is written
 * directly. A reader that goes away (`| head`) is no failure of ours: stop quietly.
 */
function output(descriptor: 1 | 2): Output {
  const terminal =
    isTerminal(descriptor) && (descriptor === 1 ? process.stdout : process.stderr).isTTY === true
  const stream = () => (descriptor === 1 ? process.stdout : process.stderr)
  return {
    isTTY: terminal,
    columns: terminal ? stream().columns : undefined,
    write: (text) => {
      if (terminal) stream().write(text)
      else writeAll(descriptor, Buffer.from(text))
    },
  }
}

function writeAll(descriptor: 1 | 2, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EPIPE') process.exit()
      // The pipe is full and does not block: give the reader a moment.
      if (code !== 'EAGAIN') {
        // Where there is nowhere to say it, the status still says how the run went.
        if (descriptor === 2) return
        throw new UsageError({
          zh: `标准输出写不进去（${String(code)}），报告不完整`,
          en: `Standard output cannot be written (${String(code)}); the report is not complete`,
        })
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** Standard input and output for a program to talk to; what plugins print goes to standard error from now on. */
function pipes() {
  if (process.stdin.isTTY) return undefined
  globalThis.console = new console.Console(process.stderr)
  return { input: process.stdin, output: process.stdout }
}

/** Statuses of a process that a signal ends, as shells have them. */
const signalStatus = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** While a work goes on, a signal tidies up and ends the process with its status. */
async function guard<T>(work: () => Promise<T>, tidy: () => void): Promise<T> {
  const stop = (signal: keyof typeof signalStatus): void => {
    tidy()
    process.exit(signalStatus[signal])
  }
  const signals = Object.keys(signalStatus) as (keyof typeof signalStatus)[]
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

/** Runs the command line of this process. */
export async function run(): Promise<void> {
  const stdout = output(1)
  const stderr = output(2)
  const status = await main({
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    stdout,
    stderr,
    stdin: readStdin,
    stdinChunks: () => process.stdin,
    terminal: () =>
      process.stdin.isTTY && process.stdout.isTTY
        ? { input: process.stdin, output: process.stdout }
        : undefined,
    onInterrupt: (stop) => process.once('SIGINT', stop),
    guard,
    pipes,
    now: Date.now,
  })
  // A terminal may still have something to write. Otherwise everything is written, and leaving at once saves waiting for
  // work of the compiler that nobody needs any more.
  if (stdout.isTTY || stderr.isTTY) process.exitCode = status
  else process.exit(status)
}
