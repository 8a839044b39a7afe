// Runs the rules about pages on HTML, the way rule tests and rule examples need it.
import { siteRules } from '../../rules/site/index.ts'
import { normalise } from '../../src/draft/normalise.ts'
import { readText } from '../../src/draft/read.ts'
import type { Level } from '../../src/engine/finding.ts'
import type { LocatedFinding } from '../../src/engine/report.ts'
import type { Words } from '../../src/engine/rule.ts'
import { DEFAULT_PROFILE } from '../../src/profile/builtin.ts'
import { active, layersOf, resolve } from '../../src/profile/resolve.ts'
import { noInk } from '../../src/report/ink.ts'
import { type View, wordsOf } from '../../src/report/view.ts'
import { checkPage, fixPage, type PageResult, type PageSettings } from '../../src/site/check.ts'
import { filedOf } from '../../src/site/filed.ts'
import type { PageSource } from '../../src/site/page.ts'
import { worldOf } from './check-rule.ts'

/** A finding as tests look at it. */
export interface ToldOfPage {
  readonly rule: string
  readonly message: string
  readonly level: Level
  readonly line: number
  readonly column: number
  readonly words: { readonly zh: Words; readonly en: Words }
}

export interface PageCircumstances {
  readonly options?: Readonly<Record<string, unknown>>
  readonly profile?: string
  /** YAML of the draft that the page is held against. */
  readonly draft?: string
  readonly known?: Partial<PageSource>
  /** The day of opening. */
  readonly opened?: string
  /** Only this rule, on even where the profile has it off. */
  readonly rule?: string
}

const viewIn = (language: 'zh' | 'en'): View => ({
  language,
  showValues: true,
  ink: noInk,
  width: 80,
  rules: new Map(siteRules.map((rule) => [rule.id, rule])),
  quiet: false,
})

async function settingsFor(circumstances: PageCircumstances): Promise<PageSettings> {
  const { draft = '', options, profile = DEFAULT_PROFILE, rule } = circumstances
  const value = draft === '' ? {} : (await readText(draft, 'yaml')).documents[0]?.value
  const own = normalise(value ?? {})
  const world = worldOf(profile)
  const level = siteRules.find(({ id }) => id === rule)?.level
  const resolved = active(
    resolve(siteRules, [
      ...layersOf(profile, own.subject.province),
      ...(rule === undefined || level === undefined
        ? []
        : [{ name: 'test', rules: { [rule]: options === undefined ? level : ([level, options] as const) } }]),
    ]),
  )
  const target = resolved.find((entry) => entry.rule.id === 'site/link-target')?.options
  const suffix = resolved.find((entry) => entry.rule.id === 'site/number-suffix')?.options
  return {
    rules: rule === undefined ? resolved : resolved.filter((entry) => entry.rule.id === rule),
    world,
    filed: { ...filedOf(own, undefined, world.today), opened: circumstances.opened },
    target: (target as { target: string } | undefined)?.target ?? '',
    want: (suffix as { want: PageSettings['want'] } | undefined)?.want ?? 'either',
  }
}

/** Checks a page. */
export async function pageResult(html: string, circumstances: PageCircumstances = {}): Promise<PageResult> {
  const source = { name: 'index.html', html, ...circumstances.known }
  return checkPage(source, await settingsFor(circumstances))
}

const toldOf = (finding: LocatedFinding): ToldOfPage => ({
  rule: finding.rule,
  message: finding.message,
  level: finding.level,
  line: finding.line,
  column: finding.column,
  words: { zh: wordsOf(finding, viewIn('zh')), en: wordsOf(finding, viewIn('en')) },
})

/** What is found in a page. */
export async function toldOfPage(html: string, circumstances: PageCircumstances = {}): Promise<ToldOfPage[]> {
  return (await pageResult(html, circumstances)).findings.map(toldOf)
}

/** A page after its fixes. */
export async function fixedPage(html: string, circumstances: PageCircumstances = {}): Promise<string> {
  const source = { name: 'index.html', html, ...circumstances.known }
  return fixPage(source, await settingsFor(circumstances), () => true).html
}
