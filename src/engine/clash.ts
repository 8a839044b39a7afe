// Finds values that stand in two places of a run although each may stand only once: domains, certificates, names.
import type { RuleKey } from './check.ts'
import type { DraftId, Finding } from './finding.ts'
import type { Messages, Occurrence, ReportClash } from './rule.ts'

/** A finding together with the draft that it belongs to. */
export interface PlacedFinding {
  readonly draft: DraftId
  readonly finding: Finding
}

interface Group {
  readonly entry: RuleKey['rule']
  readonly places: Occurrence[]
}

/** Collects keys over all drafts of a run; `findings` judges them at the end. */
export class ClashCollector {
  readonly #groups = new Map<string, Group>()

  /** Takes the keys of one draft. Drafts come in the order of the run. */
  add(draft: DraftId, keys: readonly RuleKey[]): void {
    for (const { rule: entry, value, at, owner, shown } of keys) {
      const id = `${entry.rule.id}\n${value}`
      let group = this.#groups.get(id)
      if (group === undefined) {
        group = { entry, places: [] }
        this.#groups.set(id, group)
      }
      group.places.push({ file: draft.file, document: draft.document, path: at, owner, shown })
    }
  }

  /** Every clash, as findings of the drafts concerned. */
  findings(): PlacedFinding[] {
    const placed: PlacedFinding[] = []
    for (const { entry, places } of this.#groups.values()) {
      if (places.length > 1) entry.rule.clash?.judge(places, reporter(entry, placed))
    }
    return placed
  }
}

function reporter({ rule, level }: RuleKey['rule'], placed: PlacedFinding[]): ReportClash<Messages> {
  return (message, { at, others, data }) => {
    placed.push({
      draft: { file: at.file, document: at.document },
      finding: {
        rule: rule.id,
        message,
        data: data ?? {},
        level,
        at: { path: at.path },
        related: others.map(({ file, document, path }) => ({ file, document, path })),
        ...(rule.returnCode !== undefined && { returnCode: rule.returnCode }),
      },
    })
  }
}
