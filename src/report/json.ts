// `--format json`: one object, by the contract.
import type { LocatedFinding } from '../engine/report.ts'
import { jsonPiece, oneLine, safeJson } from './safe.ts'
import {
  fixTitle,
  pathShown,
  type Reporter,
  sourceObjects,
  sourcesBehind,
  type View,
  wantedOf,
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

/** Items of a list, one by one, with what stands between them. */
function* listed(items: Iterable<unknown>, margin: string): Generator<string> {
  let first = true
  for (const item of items) {
    yield `${first ? '' : ','}\n${margin}${jsonPiece(item, margin)}`
    first = false
  }
  yield first ? ']' : `\n${margin.slice(2)}]`
}

export const json: Reporter = {
  id: 'json',
  *render(report, view) {
    yield `{\n  "version": 1,\n  "summary": ${jsonPiece(report.summary, '  ')},\n  "files": [`
    let first = true
    for (const file of report.files) {
      yield `${first ? '' : ','}\n    {\n      "path": ${safeJson(file.file)},\n      "findings": [`
      yield* listed(objects(wantedOf(file, view), view), '        ')
      yield '\n    }'
      first = false
    }
    yield first ? ']\n}\n' : '\n  ]\n}\n'
  },
}

function* objects(findings: Iterable<LocatedFinding>, view: View): Generator<Record<string, unknown>> {
  for (const finding of findings) yield findingObject(finding, view)
}

export const ndjson: Reporter = {
  id: 'ndjson',
  *render(report, view) {
    for (const { file, drafts } of report.files) {
      for (const { document, findings } of drafts) {
        const own = [...objects(wantedOf({ findings }, view), view)]
        yield `${safeJson({ path: file, document, findings: own })}\n`
      }
    }
  },
}
