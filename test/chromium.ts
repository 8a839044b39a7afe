// Where Chromium is. Tests in it are skipped where it is missing, and say so; in CI it has to be there.
import { spawnSync } from 'node:child_process'

/** The command that starts Chromium; undefined where there is none. */
export const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
if (chromium === undefined && process.env.CI === 'true') throw new Error('CI needs chromium')
if (chromium === undefined) console.warn('chromium is missing: the tests in a browser are skipped')

/** No window, no network of its own, no first-run pages. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
