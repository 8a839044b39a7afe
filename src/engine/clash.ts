// Judges values that stand in two places of a run although each may stand only once: domains, certificates, names.
import type { LocatedFinding } from './report.ts'
import type { Messages, Occurrence, ReportClash, Rule } from './rule.ts'
import type { Standing } from './task.ts'

/** A finding together with the file that it belongs to. */
export interface PlacedFinding {
  readonly file: string
  readonly finding: LocatedFinding
}

/**
 * Every clash among places, as findings of the drafts concerned.
 * @param standings in the order of files and drafts
 */
export function judgeClashes(
  standings: Iterable<Standing>,
  ruleOf: (id: string) => Rule | undefined,
): PlacedFinding[] {
  const groups = new Map<string, Standing[]>()
  for (const standing of standings) {
    const id = `${standing.rule}\n${standing.value}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [standing])
    else group.push(standing)
  }
  const placed: PlacedFinding[] = []
  for (const places of groups.values()) {
    const [first, second] = places
    if (first === undefined || second === undefined) continue
    const rule = ruleOf(first.rule)
    if (rule !== undefined) rule.clash?.judge(places, reporter(rule, places, placed))
  }
  return placed
}

function reporter(rule: Rule, places: readonly Standing[], placed: PlacedFinding[]): ReportClash<Messages> {
  const standingOf = new Map<Occurrence, Standing>(places.map((place) => [place, place]))
  return (message, { at, others, data }) => {
    const here = standingOf.get(at)
    if (here === undefined || here.background === true) return
    const { file, document, path, level, anchor, place } = here
    const related = others.flatMap((other) => standingOf.get(other) ?? []).map(relatedOf)
    const more = places.length - 1 - related.length
    placed.push({
      file,
      finding: {
        rule: rule.id,
        message,
        data: data ?? {},
        level,
        at: { path },
        related,
        ...(more > 0 && { relatedMore: more }),
        ...(rule.returnCode !== undefined && { returnCode: rule.returnCode }),
        anchor,
        document,
        ...place,
      },
    })
  }
}

const relatedOf = ({ file, document, place: { path, line, column } }: Standing) => ({
  file,
  document,
  path,
  line,
  column,
})
