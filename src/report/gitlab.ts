// GitLab Code Quality: a JSON list; shown in merge requests. Source: GitLab, "Code Quality report format".
import type { Level } from '../engine/finding.ts'
import { artifactPath } from './artifact.ts'
import { Fingerprints } from './fingerprint.ts'
import { safeJson } from './safe.ts'
import { linesOf, type Reporter, wantedOf } from './view.ts'

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<
  Level,
  string
>

export const gitlab: Reporter = {
  id: 'gitlab',
  *render(report, view) {
    let first = true
    for (const file of report.files) {
      const path = artifactPath(file.file, view)
      const fingerprints = new Fingerprints(path)
      for (const finding of wantedOf(file, view)) {
        const [message, hint] = linesOf(finding, view)
        const issue = {
          description: hint === undefined ? message : `${message} → ${hint}`,
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
