// Runs the rules on one draft. Pure: values in, findings out.
import type { Draft } from '../draft/normalise.ts'
import { type ActiveRule, sourcesOf } from '../profile/resolve.ts'
import { type Finding, type Level, levels, type Reminder } from './finding.ts'
import type { Messages, Remind, Report, World } from './rule.ts'

/** What one draft says by itself. */
export interface DraftResult {
  readonly findings: readonly Finding[]
  readonly reminders: readonly Reminder[]
}

/** The milder of two levels. */
export function milder(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b
}

/** Runs every active rule on a draft, in the order of the registry. */
export function checkDraft(draft: Draft, rules: readonly ActiveRule[], world: World): DraftResult {
  const findings: Finding[] = []
  const reminders: Reminder[] = []
  for (const entry of rules) {
    const { rule, options } = entry
    rule.check?.(draft, {
      report: reporter(entry, findings),
      remind: reminder(entry, reminders),
      options,
      world,
    })
  }
  return { findings, reminders }
}

/** The values by which a draft may clash with others, each kind of them once. */
export function* keysOf(
  draft: Draft,
  rules: readonly ActiveRule[],
): Generator<{ kind: string; value: string }> {
  for (const { rule, options } of looksAround(rules)) {
    if (rule.clash === undefined) continue
    const { kind } = rule.clash
    for (const { value } of rule.clash.keys(draft, options)) yield { kind, value }
  }
}

const around = new WeakMap<readonly ActiveRule[], readonly ActiveRule[]>()

/** Of the rules that look between drafts, one of each kind. */
function looksAround(rules: readonly ActiveRule[]): readonly ActiveRule[] {
  let found = around.get(rules)
  if (found === undefined) {
    const kinds = new Map(
      rules.flatMap((entry) => (entry.rule.clash ? [[entry.rule.clash.kind, entry]] : [])),
    )
    found = [...kinds.values()]
    around.set(rules, found)
  }
  return found
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
