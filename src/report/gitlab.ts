// GitLab Code Quality: a JSON list; shown in merge requests. Source: GitLab, "Code Quality report format". Of entries with
// one fingerprint GitLab shows the first only, so each has its own.
import { createHash } from 'node:crypto'
import type { Level } from '../engine/finding.ts'
import { artifactPath, artifactPlace, artifactUri } from './artifact.ts'
import { Fingerprints } from './fingerprint.ts'
import { oneLine, safeJson } from './safe.ts'
import { linesOf, othersLine, type Reporter, type RunView, type Trouble, wantedOf } from './view.ts'

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<
  Level,
  string
>

/** A file that could not be read: the worst there is, as nothing in it was checked. */
function unreadable(entry: Trouble, view: RunView): object {
  const name = artifactUri(entry.file, view)
  return {
    description: oneLine(entry[view.language]),
    check_name: 'beian-check/unreadable',
    fingerprint: createHash('sha256').update(`unreadable\n${name}`).digest('hex').slice(0, 40),
    severity: 'blocker',
    location: { path: artifactPath(entry.file, view), lines: { begin: 1, end: 1 } },
  }
}

export const gitlab: Reporter = {
  id: 'gitlab',
  *render(report, view) {
    let first = true
    for (const entry of view.trouble) {
      yield `${first ? '[' : ','}\n  ${safeJson(unreadable(entry, view))}`
      first = false
    }
    for (const file of report.files) {
      const path = artifactPath(file.file, view)
      // Names that look alike when printed are still two files.
      const fingerprints = new Fingerprints(artifactUri(file.file, view))
      for (const finding of wantedOf(file, view)) {
        const others = othersLine(finding, view.language, (place) => artifactPlace(place, view))
        const issue = {
          description: [...linesOf(finding, view), ...others].join(' → '),
          check_name: finding.rule,
          fingerprint: fingerprints.of(finding),
          severity: severities[finding.level],
          location: { path, lines: { begin: finding.line, end: finding.endLine } },
        }
        yield `${first ? '[' : ','}\n  ${safeJson(issue)}`
        first = false
      }
    }
    yield first ? '[]\n' : '\n]\n'
  },
}
