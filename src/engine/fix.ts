// Applies the fixes of findings to a file, in passes, until there is nothing left to fix.
import { type DocumentEdit, editText, type Refusal } from '../draft/edit.ts'
import type { Fix } from './finding.ts'
import type { LocatedFinding } from './report.ts'
import type { Source } from './run.ts'

/** What became of a file's fixes. */
export interface Fixed {
  readonly source: Source
  readonly applied: readonly LocatedFinding[]
  readonly refused: readonly { readonly finding: LocatedFinding; readonly why: Refusal }[]
}

/** A fix may bring others with it; more passes than this mean that two fixes undo each other. */
const MOST_PASSES = 10

/**
 * Fixes one file.
 * @param check the findings of a text, in the order of their places
 * @param wanted which fixes to make
 */
export async function fixSource(
  source: Source,
  check: (source: Source) => Promise<readonly LocatedFinding[]>,
  wanted: (fix: Fix) => boolean,
): Promise<Fixed> {
  let current = source
  const applied: LocatedFinding[] = []
  const refused = new Map<string, { finding: LocatedFinding; why: Refusal }>()
  const seen = new Set([source.text])
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const findings = await check(current)
    const open = findings.filter(
      (finding) => finding.fix !== undefined && wanted(finding.fix) && !refused.has(keyOf(finding)),
    )
    if (open.length === 0) break
    const batch = withoutOverlaps(open)
    const made = await editText(current.text, current.format, batch.flatMap(editsOf))
    let { text } = current
    if ('text' in made) {
      text = made.text
      applied.push(...batch)
    } else {
      // One of them cannot be made: each by itself tells which. The first that can be is made, the next pass goes on.
      for (const finding of batch) {
        const alone = await editText(text, current.format, editsOf(finding))
        if ('refused' in alone) {
          refused.set(keyOf(finding), { finding, why: alone.refused })
          continue
        }
        text = alone.text
        applied.push(finding)
        break
      }
    }
    // Two fixes that undo each other would go on for ever.
    if (text !== current.text && seen.has(text)) break
    seen.add(text)
    current = { ...current, text }
  }
  return { source: current, applied, refused: [...refused.values()] }
}

const keyOf = ({ rule, message, document, at, fix }: LocatedFinding): string =>
  JSON.stringify([rule, message, document, at.path, fix])

const editsOf = ({ document, fix }: LocatedFinding): DocumentEdit[] =>
  (fix?.edits ?? []).map((edit) => ({ document, edit }))

/** The first of those fixes that touch the same value, or one inside the other. */
function withoutOverlaps(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const taken: string[] = []
  return findings.filter((finding) => {
    const paths = editsOf(finding).map(({ document, edit }) => {
      const key = edit.op === 'insert' ? [edit.key ?? ''] : []
      return `/${[document, ...edit.path, ...key].join('/')}/`
    })
    if (paths.some((path) => taken.some((other) => path.startsWith(other) || other.startsWith(path))))
      return false
    taken.push(...paths)
    return true
  })
}
