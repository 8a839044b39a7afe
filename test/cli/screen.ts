// A terminal for tests, by tmux: types keys, and waits until the screen says something.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const hasTmux = spawnSync('tmux', ['-V']).status === 0
if (!hasTmux && process.env.CI === 'true') throw new Error('CI needs tmux: see .ci/run')
if (!hasTmux) console.warn('tmux is missing: the tests in a terminal are skipped')

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export class Screen {
  readonly #socket: string

  /** @param folder where tmux keeps its socket */
  constructor(folder: string) {
    this.#socket = join(folder, 'tmux')
  }

  /** Runs a shell command in a new terminal. */
  start(command: string, { columns = 90, rows = 50 } = {}): void {
    const size = ['-x', String(columns), '-y', String(rows)]
    this.#tmux('new-session', '-d', '-s', 't', ...size, command)
  }

  /** Types: names of keys as tmux has them, or text. */
  type(...keys: readonly string[]): void {
    this.#tmux('send-keys', '-t', 't', ...keys)
  }

  /** What is on the screen. */
  text(): string {
    return this.#tmux('capture-pane', '-p', '-t', 't').replace(/[ \n]+$/, '')
  }

  /** Waits until the screen says something, at most half a minute. */
  async see(what: string | RegExp): Promise<string> {
    for (let tries = 0; tries < 300; tries += 1) {
      const now = this.text()
      if (typeof what === 'string' ? now.includes(what) : what.test(now)) return now
      await pause(100)
    }
    throw new Error(`the screen does not say ${what}:\n${this.text()}`)
  }

  /** Where the cursor is, from 0. */
  cursor(): { readonly column: number; readonly row: number } {
    const [column = 0, row = 0] = this.#tmux('display-message', '-p', '-t', 't', '#{cursor_x} #{cursor_y}')
      .split(' ')
      .map(Number)
    return { column, row }
  }

  /** Waits until a prompt of Inquirer asks for something, then types. */
  async answer(question: string, ...keys: readonly string[]): Promise<void> {
    await this.see(new RegExp(`^\\?\u034f* ${question}`, 'm'))
    for (const key of keys) this.type(key)
  }

  end(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
  }

  #tmux(...args: readonly string[]): string {
    return execFileSync('tmux', ['-u', '-S', this.#socket, ...args], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8' },
    })
  }
}
