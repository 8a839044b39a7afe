// Runs the rules on one draft. Pure: values in, findings out.
import type { Draft } from '../draft/normalise.ts'
import { type ActiveRule, sourcesOf } from '../profile/resolve.ts'
import { type Finding, type Level, levels, type Reminder } from './finding.ts'
import type { Key, Messages, Remind, Report, World } from './rule.ts'

/** What one draft says by itself, and the keys by which it may clash with others. */
export interface DraftResult {
  readonly findings: readonly Finding[]
  readonly reminders: readonly Reminder[]
  readonly keys: readonly RuleKey[]
}

export interface RuleKey extends Key {
  readonly rule: ActiveRule
}

/** The milder of two levels. */
export function milder(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b
}

/** Runs every active rule on a draft, in the order of the registry. */
export function checkDraft(draft: Draft, rules: readonly ActiveRule[], world: World): DraftResult {
  const findings: Finding[] = []
  const reminders: Reminder[] = []
  const keys: RuleKey[] = []
  for (const entry of rules) {
    const { rule, options } = entry
    rule.check?.(draft, {
      report: reporter(entry, findings),
      remind: reminder(entry, reminders),
      options,
      world,
    })
    if (rule.clash === undefined) continue
    for (const key of rule.clash.keys(draft, options)) keys.push({ ...key, rule: entry })
  }
  return { findings, reminders, keys }
}

function reporter(entry: ActiveRule, findings: Finding[]): Report<Messages> {
  const { rule, level } = entry
  return (message, finding) => {
    const { at, part, slice, fix, atMost, returnCode = rule.returnCode, option, data } = finding
    const sources = finding.sources ?? (option === undefined ? undefined : sourcesOf(entry, option))
    findings.push({
      rule: rule.id,
      message,
      data: data ?? {},
      level: atMost === undefined ? level : milder(level, atMost),
      at: { path: at, ...(part && { part }), ...(slice && { slice }) },
      related: [],
      ...(fix && { fix }),
      ...(sources && { sources }),
      ...(returnCode !== undefined && { returnCode }),
    })
  }
}

function reminder({ rule }: ActiveRule, reminders: Reminder[]): Remind<Messages> {
  return (message, ...[data]) => {
    reminders.push({ rule: rule.id, message, data: data ?? {} })
  }
}
