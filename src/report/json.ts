// `--format json`: one object, by the contract.
import type { Level } from '../engine/finding.ts'
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

/** One finding as every machine format and the library show it. */
export interface ReportedFinding {
  readonly rule: string
  readonly severity: Level
  /** What is wrong with this value. Personal values are masked unless they were asked for. */
  readonly message: string
  /** What to write instead. */
  readonly hint: string | null
  /** Where in the draft: English keys, list places from 0. */
  readonly path: readonly (string | number)[]
  /** From 1, as are the other positions; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Number of the draft in its file, from 0. */
  readonly document: number
  /** The documents that say so. */
  readonly sources: readonly ReportedSource[]
  /** MIIT's return code that this would come back as. */
  readonly returnCode: number | null
  /** What a fix would do; `safe` when it keeps the meaning. */
  readonly fix: { readonly title: string; readonly safe: boolean } | null
  /** Other places that it is about. */
  readonly related: readonly ReportedPlace[]
  /** How many more places have the same value; there only where `related` does not name them all. */
  readonly relatedMore?: number
}

/** A document behind a finding. */
export interface ReportedSource {
  readonly title: string
  readonly year: number
  readonly ref?: string
}

/** A place in a file of the run. */
export interface ReportedPlace {
  readonly file: string
  readonly document: number
  readonly path: readonly (string | number)[]
  readonly line: number
  readonly column: number
}

/** One finding as every machine format shows it. */
export function findingObject(finding: LocatedFinding, view: View): ReportedFinding {
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
    ...(finding.relatedMore !== undefined && { relatedMore: finding.relatedMore }),
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

function* objects(findings: Iterable<LocatedFinding>, view: View): Generator<ReportedFinding> {
  for (const finding of findings) yield findingObject(finding, view)
}

/** What is said of one draft, on a line. */
export function draftLine(
  path: string,
  document: number,
  findings: Iterable<LocatedFinding>,
  view: View,
): string {
  const own = [...objects(wantedOf({ findings }, view), view)]
  return `${safeJson({ path, document, findings: own })}\n`
}

/** A line for a draft that could not be read, and why. */
export const unreadableLine = (path: string, document: number, unreadable: string): string =>
  `${safeJson({ path, document, findings: [], unreadable })}\n`

export const ndjson: Reporter = {
  id: 'ndjson',
  *render(report, view) {
    for (const { file, drafts } of report.files)
      for (const { document, findings } of drafts) yield draftLine(file, document, findings, view)
  },
}
