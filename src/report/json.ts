// `--format json`: one object, by the contract.
import type { LocatedFinding } from '../engine/run.ts'
import { oneLine, safeJson } from './safe.ts'
import {
  fixTitle,
  pathShown,
  type Reporter,
  sourceObjects,
  sourcesBehind,
  summarise,
  type View,
  wordsOf,
} from './view.ts'

/** One finding as every machine format shows it. */
export function findingObject(finding: LocatedFinding, view: View): Record<string, unknown> {
  const [message, hint] = wordsOf(finding, view)
  const title = fixTitle(finding, view)
  return {
    rule: finding.rule,
    severity: finding.level,
    message: oneLine(message),
    hint: hint === undefined ? null : oneLine(hint),
    path: pathShown(finding.path, view),
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    document: finding.document,
    sources: sourceObjects(sourcesBehind(finding, view), view.language),
    returnCode: finding.returnCode ?? null,
    fix: title === undefined ? null : { title: oneLine(title), safe: finding.fix?.safety === 'safe' },
    related: finding.related.map(({ file, document, path, line, column }) => ({
      file,
      document,
      path: pathShown(path, view),
      line,
      column,
    })),
  }
}

const wanted =
  (view: View) =>
  (finding: LocatedFinding): boolean =>
    !view.quiet || finding.level === 'error'

export const json: Reporter = {
  id: 'json',
  *render(report, view) {
    const files = report.files.map(({ file, findings }) => ({
      path: file,
      findings: findings.filter(wanted(view)).map((finding) => findingObject(finding, view)),
    }))
    yield `${safeJson({ version: 1, summary: summarise(report), files }, 2)}\n`
  },
}

export const ndjson: Reporter = {
  id: 'ndjson',
  *render(report, view) {
    for (const { file, documents, findings } of report.files) {
      const shown = findings.filter(wanted(view))
      for (const document of documents) {
        const own = shown.filter((finding) => finding.document === document)
        yield `${safeJson({ path: file, document, findings: own.map((finding) => findingObject(finding, view)) })}\n`
      }
    }
  },
}
