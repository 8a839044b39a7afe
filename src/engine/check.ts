// Runs the rules on one draft. Pure: values in, findings out.
import type { Draft } from '../draft/normalise.ts'
import { type ActiveRule, sourcesOf } from '../profile/resolve.ts'
import { type Finding, type Level, levels, type Reminder } from './finding.ts'
import type { Context, Messages, Rule, World } from './rule.ts'

/** What one draft says by itself. */
export interface DraftResult {
  readonly findings: readonly Finding[]
  readonly reminders: readonly Reminder[]
}

/** The milder of two levels. */
export function milder(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b
}

type RuleContext = Context<Messages, Messages, unknown>

/** Runs every active rule on a draft, in the order of the registry. */
export function checkDraft(draft: Draft, rules: readonly ActiveRule[], world: World): DraftResult {
  let runner = runners.get(rules)
  if (runner?.world !== world) {
    runner = new Runner(rules, world)
    runners.set(rules, runner)
  }
  return runner.run(draft)
}

/** Active rules with the tools of their checks, which serve for draft after draft. */
class Runner {
  readonly world: World
  readonly #rules: readonly (readonly [rule: Rule, context: RuleContext])[]
  /** Those of the draft that is being checked. */
  #findings: Finding[] = []
  #reminders: Reminder[] = []

  constructor(rules: readonly ActiveRule[], world: World) {
    this.world = world
    this.#rules = rules
      .filter(({ rule }) => rule.check !== undefined)
      .map((entry) => [entry.rule, this.#contextOf(entry)])
  }

  run(draft: Draft): DraftResult {
    const result = { findings: [], reminders: [] }
    this.#findings = result.findings
    this.#reminders = result.reminders
    for (const [rule, context] of this.#rules) rule.check?.(draft, context)
    return result
  }

  #contextOf(entry: ActiveRule): RuleContext {
    const { rule, options, level } = entry
    return {
      options,
      world: this.world,
      report: (message, finding) => {
        const { at, part, slice, fix, atMost, returnCode = rule.returnCode, option, data } = finding
        const sources = finding.sources ?? (option === undefined ? undefined : sourcesOf(entry, option))
        this.#findings.push({
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
      },
      remind: (message, ...[data]) => {
        this.#reminders.push({ rule: rule.id, message, data: data ?? {} })
      },
    }
  }
}

const runners = new WeakMap<readonly ActiveRule[], Runner>()

/**
 * Gives the values by which a draft may clash with others, each kind of them once.
 * @param take told of the kind of a value and of the value
 */
export function eachKey(
  draft: Draft,
  rules: readonly ActiveRule[],
  take: (kind: string, value: string) => void,
): void {
  for (const { rule, options } of looksAround(rules)) {
    if (rule.clash === undefined) continue
    for (const { value } of rule.clash.keys(draft, options)) take(rule.clash.kind, value)
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
