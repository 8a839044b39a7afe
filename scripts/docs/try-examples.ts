// What the tool says about the examples of a rule, in both languages.
import type { Level } from '../../src/engine/finding.ts'
import type { Example, Messages, Rule } from '../../src/engine/rule.ts'
import { toldOfPage } from '../../test/rules/check-page.ts'
import { checkRule } from '../../test/rules/check-rule.ts'
import { print } from './print.ts'

/** A finding in words, and whether it comes with a fix that keeps the meaning. */
export interface Said {
  readonly level: Level
  readonly zh: readonly [message: string, hint?: string]
  readonly en: readonly [message: string, hint?: string]
  readonly fix: 'safe' | 'suggested' | undefined
}

/** Rules that the engine speaks for: about texts that cannot be read, and about ignores. */
const engineRules: ReadonlySet<string> = new Set(['draft/syntax', 'draft/ignore'])

export const isSaidByEngine = ({ id }: Rule): boolean => engineRules.has(id)

/** What a rule says about one of its examples; the same words come once. */
export async function saidOf(rule: Rule, example: Example<Messages>): Promise<Said[]> {
  const said = await saidAbout(rule, example)
  const first = new Map(said.map((one) => [one.zh.join('\n'), one]))
  return [...first.values()]
}

function saidAbout(rule: Rule, example: Example<Messages>): Promise<Said[]> {
  if (rule.checkPage !== undefined) return saidOfPage(rule, example)
  return isSaidByEngine(rule) ? saidByEngine(rule, example.draft) : saidByRule(rule, example)
}

async function saidOfPage(
  { id }: Rule,
  { draft, page = '', options, profile, known }: Example<Messages>,
): Promise<Said[]> {
  const told = await toldOfPage(page, {
    rule: id,
    draft,
    ...(options !== undefined && { options }),
    ...(profile !== undefined && { profile }),
    // Every part that an example knows has a value.
    ...(known !== undefined && { known: known as object }),
  })
  return told.map(({ level, words }) => ({ level, zh: words.zh, en: words.en, fix: undefined }))
}

async function saidByRule(rule: Rule, { draft, options, profile }: Example<Messages>): Promise<Said[]> {
  const told = await checkRule(rule.id, draft, {
    showValues: true,
    ...(options !== undefined && { options }),
    ...(profile !== undefined && { profile }),
  })
  return told.map(({ level, words, fix }) => ({ level, zh: words.zh, en: words.en, fix: fix?.safety }))
}

interface JsonFinding {
  readonly rule: string
  readonly severity: Level
  readonly message: string
  readonly hint: string | null
  readonly fix: { readonly safe: boolean } | null
}

async function saidByEngine({ id }: Rule, draft: string): Promise<Said[]> {
  const [zh, en] = await Promise.all([findingsOf(draft, 'zh'), findingsOf(draft, 'en')])
  return zh.flatMap(({ rule, severity, message, hint, fix }, i) => {
    const other = en[i]
    if (rule !== id || other === undefined) return []
    return {
      level: severity,
      zh: [message, hint ?? ''] as const,
      en: [other.message, other.hint ?? ''] as const,
      fix: fix === null ? undefined : fix.safe ? ('safe' as const) : ('suggested' as const),
    }
  })
}

async function findingsOf(draft: string, language: string): Promise<JsonFinding[]> {
  const { files } = JSON.parse(
    await print(['--no-config', '--show-values', '--lang', language, '--format', 'json', '-'], {
      input: draft,
    }),
  )
  return files[0].findings
}
