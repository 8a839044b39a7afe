// Small helpers of the commands that list things.
import { widthOf } from '../report/width.ts'
import { UsageError } from './io.ts'

/** Pads a text to a number of columns; a Chinese character counts two. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** The format of a listing command. */
export function requireFormat(format: string | undefined): 'terminal' | 'json' {
  if (format === undefined || format === 'terminal') return 'terminal'
  if (format === 'json') return 'json'
  throw new UsageError({
    zh: `这个命令的 --format 只有 terminal 和 json，收到“${format}”`,
    en: `--format of this command is terminal or json, not “${format}”`,
  })
}
