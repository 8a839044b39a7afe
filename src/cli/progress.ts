// How far a long run is, on one line of a person's terminal; never in a pipe or in CI.
import type { Language } from '../report/language.ts'
import type { Io } from './io.ts'

/** Short runs say nothing. */
const PATIENCE_MS = 1000
const EVERY_MS = 100
const WIDTH = 24

/** A line that shows how much is done, and goes away at the end. */
export interface Progress {
  show(done: number): void
  end(): void
}

/** A progress line for so many portions of work; undefined where nobody looks. */
export function progressFor(total: number, language: Language, io: Io): Progress | undefined {
  const { CI = '' } = io.env
  if (!io.stderr.isTTY || (CI !== '' && CI !== 'false')) return undefined
  const start = io.now()
  let next = start + PATIENCE_MS
  let shown = false
  return {
    show(done) {
      const now = io.now()
      if (now < next) return
      next = now + EVERY_MS
      shown = true
      const full = Math.round((WIDTH * done) / total)
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
      const seconds = done === 0 ? 0 : Math.round(((now - start) * (total - done)) / done / 1000)
      const left = language === 'zh' ? `约剩 ${seconds} 秒` : `about ${seconds} s left`
      io.stderr.write(`\r${bar} ${Math.floor((100 * done) / total)}%  ${left}\u001b[K`)
    },
    end() {
      if (shown) io.stderr.write('\r\u001b[K')
    },
  }
}
