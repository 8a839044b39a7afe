// A real Chromium without a window, spoken to over a pipe in its DevTools protocol: no port, no library.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromiumFlags } from '../chromium.ts'

const flags = [...chromiumFlags, '--disable-dev-shm-usage', '--hide-scrollbars', '--remote-debugging-pipe']

const keys = {
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
} as const

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** A page in the browser. */
export class Browser {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #listeners = new Set<(message: Message) => void>()
  #next = 1
  #session: string | undefined

  /** What the page complained about: errors, refusals by its policy. */
  readonly complaints: string[] = []
  /** Every address that the page asked for. */
  readonly requests: string[] = []

  private constructor(command: string) {
    this.#folder = mkdtempSync(join(tmpdir(), 'beian-check-browser-'))
    this.#process = spawn(command, [...flags, `--user-data-dir=${this.#folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    let left = ''
    ;(this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (piece: string) => {
      const messages = (left + piece).split('\0')
      left = messages.pop() ?? ''
      for (const message of messages) this.#receive(JSON.parse(message))
    })
  }

  static async start(command: string): Promise<Browser> {
    const browser = new Browser(command)
    const { targetInfos } = await browser.send('Target.getTargets')
    const page = (targetInfos as { type: string; targetId: string }[]).find(({ type }) => type === 'page')
    const { sessionId } = await browser.send('Target.attachToTarget', {
      targetId: page?.targetId,
      flatten: true,
    })
    browser.#session = String(sessionId)
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await browser.send(`${domain}.enable`)
    return browser
  }

  #receive(message: Message): void {
    const { id, method, params } = message
    if (id !== undefined) {
      this.#waiting.get(id)?.(message)
      this.#waiting.delete(id)
      return
    }
    if (
      method === 'Log.entryAdded' ||
      method === 'Runtime.exceptionThrown' ||
      method === 'Runtime.consoleAPICalled'
    )
      this.complaints.push(JSON.stringify(params))
    if (method === 'Network.requestWillBeSent')
      this.requests.push((params as { request: { url: string } }).request.url)
    for (const listener of this.#listeners) listener(message)
  }

  /** Sends a command of the protocol. */
  send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = this.#next++
    const session = this.#session === undefined ? {} : { sessionId: this.#session }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result ?? {})
        else reject(new Error(`${method}: ${error.message}`))
      })
      const input = this.#process.stdio[3] as Writable
      input.write(`${JSON.stringify({ id, method, params, ...session })}\0`)
    })
  }

  /** Opens an address and waits until it is loaded. */
  async open(url: string): Promise<void> {
    this.complaints.length = 0
    this.requests.length = 0
    const loaded = new Promise<void>((resolve) => {
      const listener = ({ method }: Message): void => {
        if (method !== 'Page.loadEventFired') return
        this.#listeners.delete(listener)
        resolve()
      }
      this.#listeners.add(listener)
    })
    await this.send('Page.navigate', { url })
    await loaded
  }

  /** The value of an expression in the page; of a promise what it comes to. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }

  /** Presses a key as a keyboard does. */
  async press(key: keyof typeof keys): Promise<void> {
    const { code, windowsVirtualKeyCode, ...text } = keys[key]
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, windowsVirtualKeyCode, ...text })
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode })
  }

  /** Ends the browser and takes its folder away. */
  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve))
    await this.send('Browser.close').catch(() => this.#process.kill('SIGKILL'))
    await gone
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
