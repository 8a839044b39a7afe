// How reports look where they are printed: colours and columns of the terminal, or neither.
import { colorInk, type Ink, noInk } from '../report/ink.ts'
import { showsLinks } from '../report/links.ts'
import type { Io } from './io.ts'

/** Ink and width for standard output. */
export async function screenOf(io: Io): Promise<{ readonly ink: Ink; readonly width: number }> {
  return {
    ink: wantsColor(io) ? await colorInk(io.stdout.isTTY && showsLinks(io.env)) : noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
  }
}

/** NO_COLOR and FORCE_COLOR as everywhere; otherwise colour on a terminal only. */
function wantsColor({ env, stdout }: Io): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return stdout.isTTY && env.TERM !== 'dumb'
}
