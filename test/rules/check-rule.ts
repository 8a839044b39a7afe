// Runs one rule on a draft written as YAML, the way rule tests and rule examples need it.
import { rules, ruleTable } from '../../rules/index.ts'
import { embeddedIpTable } from '../../src/cli/ip-data.ts'
import { type Draft, normalise } from '../../src/draft/normalise.ts'
import { readText } from '../../src/draft/read.ts'
import { checkDraft } from '../../src/engine/check.ts'
import { judgeClashes } from '../../src/engine/clash.ts'
import type { Fix, Level, Reminder } from '../../src/engine/finding.ts'
import type { Words, World } from '../../src/engine/rule.ts'
import type { Standing } from '../../src/engine/task.ts'
import { builtinIds, builtinProfile, DEFAULT_PROFILE } from '../../src/profile/builtin.ts'
import {
  type ActiveRule,
  active,
  hostOfChain,
  knownHosts,
  layersOf,
  resolve,
} from '../../src/profile/resolve.ts'
import { noInk } from '../../src/report/ink.ts'
import { remindOf, type View, wordsOf } from '../../src/report/view.ts'

/** The day on which tests live. */
export const TODAY = '2026-11-23'

export interface Told {
  readonly message: string
  readonly level: Level
  readonly path: readonly (string | number)[]
  readonly slice: readonly [number, number] | undefined
  readonly fix: Fix | undefined
  readonly document: number
  readonly words: { readonly zh: Words; readonly en: Words }
}

export interface Circumstances {
  readonly options?: Readonly<Record<string, unknown>>
  readonly profile?: string
  readonly today?: string
  /** Whether the words show personal values in full. */
  readonly showValues?: boolean
}

const table = embeddedIpTable()

/** The world of a test: a fixed day, the embedded IP table, a profile. */
export function worldOf(profile: string = DEFAULT_PROFILE, today: string = TODAY): World {
  const title = builtinProfile(profile)?.title ?? { zh: profile, en: profile }
  return {
    today,
    ip: table,
    profile: { id: profile, title, host: hostOfChain(profile) },
    profiles: builtinIds(),
    hosts: knownHosts(),
  }
}

export const viewIn = (language: 'zh' | 'en', showValues = false): View => ({
  language,
  showValues,
  ink: noInk,
  width: 80,
  rules: ruleTable(),
  quiet: false,
})

/** One rule as it holds for a draft. A rule that is off in the profile is tried at its own level. */
export function onlyRule(
  id: string,
  { subject: { province } }: Draft,
  { profile = DEFAULT_PROFILE, options }: Circumstances = {},
): readonly ActiveRule[] {
  const rule = ruleTable().get(id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  const layers = layersOf(profile, province)
  const isOff = !active(resolve(rules, layers)).some((entry) => entry.rule.id === id)
  const own = [
    ...layers,
    ...(isOff ? [{ name: 'test', rules: { [id]: rule.level } }] : []),
    ...(options ? [{ name: 'test', rules: { [id]: [rule.level, options] as const } }] : []),
  ]
  return active(resolve(rules, own)).filter((entry) => entry.rule.id === id)
}

interface Checked {
  readonly findings: Told[]
  readonly reminders: Reminder[]
}

const nowhere = {
  file: 'test.yaml',
  anchor: '',
  place: {
    path: [],
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    source: { text: '', from: 0, mark: false },
  },
}

/** Everything that one rule says about the drafts of a YAML text. */
export async function checkAll(
  id: string,
  text: string,
  circumstances: Circumstances = {},
): Promise<Checked> {
  const { documents, problems } = await readText(text, 'yaml')
  if (problems.length > 0) throw new Error(`not YAML: ${JSON.stringify(problems)}\n${text}`)
  const world = worldOf(circumstances.profile, circumstances.today)
  const standings: Standing[] = []
  const told: Told[] = []
  const reminders: Reminder[] = []
  const add = (document: number, finding: ReturnType<typeof checkDraft>['findings'][number]): void => {
    told.push({
      message: finding.message,
      level: finding.level,
      path: finding.at.path,
      slice: finding.at.slice,
      fix: finding.fix,
      document,
      words: {
        zh: wordsOf(finding, viewIn('zh', circumstances.showValues)),
        en: wordsOf(finding, viewIn('en', circumstances.showValues)),
      },
    })
  }
  for (const { document, value } of documents) {
    const draft = normalise(value)
    const own = onlyRule(id, draft, circumstances)
    const result = checkDraft(draft, own, world)
    for (const finding of result.findings) add(document, finding)
    reminders.push(...result.reminders)
    for (const { rule, level, options } of own) {
      for (const { value, at, owner, shown } of rule.clash?.keys(draft, options) ?? [])
        standings.push({ ...nowhere, document, path: at, owner, shown, rule: id, value, level })
    }
  }
  for (const { finding } of judgeClashes(standings, (name) => ruleTable().get(name)))
    add(finding.document, finding)
  return { findings: told, reminders }
}

/** The findings of one rule on a YAML text. */
export async function checkRule(
  id: string,
  text: string,
  circumstances: Circumstances = {},
): Promise<Told[]> {
  return (await checkAll(id, text, circumstances)).findings
}

/** The reminders of one rule on a YAML text, in words. */
export async function remindersOf(
  id: string,
  text: string,
  circumstances: Circumstances = {},
): Promise<string[]> {
  const { reminders } = await checkAll(id, text, circumstances)
  return reminders.map((reminder) => remindOf(reminder, viewIn('zh'))[0])
}
