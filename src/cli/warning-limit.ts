// How many warnings a run may have before its status is 1.
import { UsageError } from './io.ts'

/**
 * The number behind `--max-warnings`; undefined when it is not there.
 * @throws UsageError for what is no number
 */
export function warningLimit({ maxWarnings: word }: { readonly maxWarnings?: string }): number | undefined {
  if (word === undefined) return undefined
  if (/^\d+$/.test(word)) return Number(word)
  throw new UsageError({
    zh: `--max-warnings 后面写一个数，例如 --max-warnings 0`,
    en: '--max-warnings takes a number, such as --max-warnings 0',
  })
}
