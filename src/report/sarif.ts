// SARIF 2.1.0 (OASIS, errata 01), for GitHub code scanning, editors and archives of findings. Nothing in it depends on
// the machine or the hour: the same drafts give the same bytes.
import { type Level, levels } from '../engine/finding.ts'
import type { LocatedFinding, LocatedRelated, Replacement, RunReport, Summary } from '../engine/report.ts'
import type { Rule } from '../engine/rule.ts'
import { artifactPlace, artifactUri } from './artifact.ts'
import { Fingerprints } from './fingerprint.ts'
import { breadcrumb } from './names.ts'
import { Replacements } from './replacements.ts'
import { ruleMarkdown, ruleText } from './rule-help.ts'
import { jsonPiece, oneLine, safeJson } from './safe.ts'
import {
  fixTitle,
  linesOf,
  othersLine,
  pathShown,
  type Reporter,
  type RunView,
  sourceObjects,
  sourcesBehind,
  wantedOf,
} from './view.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Level,
  string
>

/** What GitHub calls the levels of a rule. */
const problemSeverities = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
} as const satisfies Record<Level, string>

/** Results of a run: GitHub refuses a report with more. Source: GitHub, "SARIF support for code scanning". */
const MOST_RESULTS = 25_000
/** Related places of a result; GitHub shows no more. Same source. */
const MOST_RELATED = 100

/** The folder that paths start from: where it lies is the reader's affair. */
const BASE = '%SRCROOT%'

type Json = Readonly<Record<string, unknown>>

/** subject/real-name → SubjectRealName. */
const ruleName = (id: string): string =>
  id.replace(/(?:^|[/-])([a-z])/g, (_all, letter: string) => letter.toUpperCase())

function descriptor(rule: Rule, { language }: RunView): Json {
  const { id, level, returnCode, texts, sources } = rule
  return {
    id,
    name: ruleName(id),
    shortDescription: { text: texts.title[language] },
    fullDescription: { text: texts.why[language] },
    help: { text: ruleText(rule, language), markdown: ruleMarkdown(rule, language) },
    defaultConfiguration: { level: sarifLevels[level] },
    properties: {
      tags: ['icp-filing', id.split('/')[0]],
      'problem.severity': problemSeverities[level],
      sources: sourceObjects(sources, language),
      ...(returnCode !== undefined && { returnCode }),
    },
  }
}

/** Where a file is: relative to the repository, except what lies outside it or nowhere. */
function artifactLocation(file: string, view: RunView): Json {
  const uri = artifactUri(file, view)
  return /^(?:file:|\.\.\/|%3C)/.test(uri) ? { uri } : { uri, uriBaseId: BASE }
}

/** Columns without the byte order mark: to SARIF it is no part of the text. */
function regionOf({ line, column, endLine, endColumn, source }: LocatedFinding): Json {
  const marked = line === 1 && source.mark
  const without = (at: number, value: number): number => Math.max(1, value - (marked && at === 1 ? 1 : 0))
  return {
    startLine: line,
    startColumn: without(line, column),
    endLine,
    endColumn: without(endLine, endColumn),
  }
}

function logicalLocation(finding: LocatedFinding, view: RunView): Json {
  const path = pathShown(finding.path, view)
  const name = oneLine(path.join('.'))
  return name === ''
    ? { fullyQualifiedName: `#${finding.document}`, kind: 'object' }
    : { name: oneLine(breadcrumb(path, view.language)), fullyQualifiedName: name, kind: 'property' }
}

/** A link's text, where brackets would end it. */
const linkText = (text: string): string => text.replace(/[\\[\]]/g, '\\$&')

function relatedLocation(related: LocatedRelated, index: number, view: RunView): Json {
  return {
    id: index + 1,
    physicalLocation: {
      artifactLocation: artifactLocation(related.file, view),
      region: { startLine: related.line, startColumn: related.column },
    },
    message: { text: breadcrumb(pathShown(related.path, view), view.language) || `#${related.document}` },
  }
}

function fixOf(
  finding: LocatedFinding,
  replacements: readonly Replacement[],
  file: string,
  view: RunView,
): Json {
  return {
    description: { text: oneLine(fixTitle(finding, view) ?? '') },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file, view),
        replacements: replacements.map(({ text, ...deletedRegion }) => ({
          deletedRegion,
          insertedContent: { text },
        })),
      },
    ],
    properties: { safe: finding.fix?.safety === 'safe' },
  }
}

function resultOf(
  finding: LocatedFinding,
  file: string,
  fingerprint: string,
  replacements: readonly Replacement[] | undefined,
  ruleIndex: number,
  view: RunView,
): Json {
  const [message, hint] = linesOf(finding, view)
  const { rule, level, document, related, returnCode } = finding
  // GitHub shows related locations only where the message links to them.
  const others = othersLine(
    finding,
    view.language,
    (place, index) => `[${linkText(artifactPlace(place, view))}](${index + 1})`,
  )
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: sarifLevels[level],
    message: { text: [message, ...(hint === undefined ? [] : [hint]), ...others].join(' → ') },
    locations: [
      {
        physicalLocation: { artifactLocation: artifactLocation(file, view), region: regionOf(finding) },
        logicalLocations: [logicalLocation(finding, view)],
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related
        .slice(0, MOST_RELATED)
        .map((other, index) => relatedLocation(other, index, view)),
    }),
    // GitHub goes by the second name; it would make one of the text of the line otherwise.
    partialFingerprints: { 'beianCheck/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    ...(replacements !== undefined && { fixes: [fixOf(finding, replacements, file, view)] }),
    properties: {
      document,
      ...(hint !== undefined && { hint }),
      sources: sourceObjects(sourcesBehind(finding, view), view.language),
      ...(returnCode !== undefined && { returnCode }),
    },
  }
}

function head(view: RunView): string {
  const driver = {
    name: 'beian-check',
    semanticVersion: view.version,
    shortDescription: {
      text:
        view.language === 'zh'
          ? '提交网站备案之前，先检查草稿'
          : 'Checks drafts of Chinese ICP filings before they are submitted',
    },
    language: view.language === 'zh' ? 'zh-CN' : 'en-US',
    rules: [...view.rules.values()].map((rule) => descriptor(rule, view)),
  }
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder that paths start from.' } } },
  }
  const whole = jsonPiece(run, '    ')
  const opened = whole.slice(0, whole.lastIndexOf('\n'))
  return `{\n  "$schema": ${safeJson(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    ${opened},\n      "results": [`
}

/** Room for each level: the worst first. */
function roomFor({ errors, warnings, infos }: Summary, { quiet }: RunView): Record<Level, number> {
  const counts = { error: errors, warning: quiet ? 0 : warnings, info: quiet ? 0 : infos }
  const room = { error: 0, warning: 0, info: 0 }
  let left = MOST_RESULTS
  for (const level of levels) {
    room[level] = Math.min(counts[level], left)
    left -= room[level]
  }
  return room
}

/** Says that findings are left out; undefined when none is. */
function leftOut({ summary }: RunReport, view: RunView): Json | undefined {
  const { errors, warnings, infos } = summary
  const left = (view.quiet ? errors : errors + warnings + infos) - MOST_RESULTS
  if (left <= 0) return undefined
  const text =
    view.language === 'zh'
      ? `还有 ${left} 条没有列出：代码扫描最多收 ${MOST_RESULTS} 条，级别高的在前。全部见 JSON 报告。`
      : `${left} more findings are left out: code scanning takes ${MOST_RESULTS}, the worst first. A JSON report has them all.`
  return { level: 'warning', message: { text } }
}

function invocation(report: RunReport, view: RunView): Json {
  const { broken } = report
  const more = leftOut(report, view)
  const notifications = [
    ...(more === undefined ? [] : [more]),
    ...view.trouble.map((entry) => ({
      level: 'error',
      message: { text: oneLine(entry[view.language]) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(entry.file, view) } }],
    })),
  ]
  return {
    executionSuccessful: !broken && view.trouble.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  }
}

export const sarif: Reporter = {
  id: 'sarif',
  async *render(report, view) {
    const indexes = new Map([...view.rules.keys()].map((id, index) => [id, index]))
    const room = roomFor(report.summary, view)
    yield head(view)
    let first = true
    for (const file of report.files) {
      const fingerprints = new Fingerprints(artifactUri(file.file, view))
      const replacements = new Replacements(file.file, view)
      for (const finding of wantedOf(file, view)) {
        if (room[finding.level] === 0) continue
        room[finding.level] -= 1
        const made = await replacements.of(finding)
        const ruleIndex = indexes.get(finding.rule) ?? -1
        const result = resultOf(finding, file.file, fingerprints.of(finding), made, ruleIndex, view)
        yield `${first ? '' : ','}\n        ${jsonPiece(result, '        ')}`
        first = false
      }
    }
    const invocations = jsonPiece([invocation(report, view)], '      ')
    yield `${first ? ']' : '\n      ]'},\n      "invocations": ${invocations}\n    }\n  ]\n}\n`
  },
}
