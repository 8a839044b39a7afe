// A source on one line: title, year, reference.
import type { Source } from '../engine/rule.ts'
import type { Language } from './language.ts'
import { oneLine } from './safe.ts'

/** Title, year and reference of a source. */
export function sourceText(source: Source, language: Language): string {
  const comma = language === 'zh' ? '，' : ', '
  const parts = [
    source.title[language],
    source.year,
    ...(source.ref === undefined ? [] : [source.ref[language]]),
  ]
  return oneLine(parts.join(comma))
}
