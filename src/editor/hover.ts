// What is shown under the pointer: the meaning of a field, and the rules behind findings there.
import type { Format } from '../draft/read.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Language } from '../report/language.ts'
import { sourceText } from '../report/source-text.ts'
import { sourcesBehind, type View } from '../report/view.ts'
import { fieldText } from './complete.ts'
import { cursorAt } from './cursor.ts'
import { fieldBelow, fieldIn, itemOf } from './fields.ts'

/** What is to be shown, and of which piece of the text. */
export interface Hover {
  /** Markdown. */
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What a place of a draft means. `findings` are those of that place. */
export async function hoverAt(
  text: string,
  format: Format,
  offset: number,
  findings: readonly LocatedFinding[],
  view: View,
): Promise<Hover | undefined> {
  const end = offset + (/^[^:：,{}[\]\n#"]*/.exec(text.slice(offset))?.[0].trimEnd().length ?? 0)
  const cursor = await cursorAt(text, format, end)
  const below = fieldBelow(cursor.keys)
  const holder = below && itemOf(below)
  const word = cursor.key ?? unquoted(text.slice(cursor.from, cursor.to))
  const named =
    holder?.kind === 'group' ? fieldIn(holder, word) : cursor.key === undefined ? holder : undefined
  const parts = [
    ...(named === undefined ? [] : [fieldText(named, view.language)]),
    ...rulesOf(findings, view),
  ]
  if (parts.length === 0) return undefined
  return {
    text: parts.join('\n\n---\n\n'),
    from: Math.min(cursor.from, offset),
    to: Math.max(end, cursor.from),
  }
}

const unquoted = (word: string): string => word.trim().replace(/^["']|["']$/g, '')

const because = { zh: '出处', en: 'Source' } as const satisfies Record<Language, string>

/** Each rule once. */
function rulesOf(findings: readonly LocatedFinding[], view: View): string[] {
  const { language } = view
  const shown = new Map<string, string>()
  for (const finding of findings) {
    const rule = view.rules.get(finding.rule)
    if (rule === undefined || shown.has(rule.id)) continue
    const sources = sourcesBehind(finding, view).map((source) => sourceText(source, language))
    const lines = [
      `**${rule.texts.title[language]}** \`${rule.id}\``,
      rule.texts.why[language],
      ...(sources.length > 0 ? [`${because[language]}: ${sources.join('; ')}`] : []),
    ]
    shown.set(rule.id, lines.join('\n\n'))
  }
  return [...shown.values()]
}
