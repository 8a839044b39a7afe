// Annotations for GitHub Actions, by its workflow commands: ::error file=…,line=…::message.
// Source: GitHub, "Workflow commands for GitHub Actions"; escapes as the runner's ActionCommand undoes them.
import { type Level, levels } from '../engine/finding.ts'
import type { LocatedFinding, RunReport, Summary } from '../engine/report.ts'
import { artifactPath, artifactPlace } from './artifact.ts'
import { many } from './language.ts'
import { sourceText } from './source-text.ts'
import { linesOf, othersLeft, type Reporter, type RunView, sourcesBehind, wantedOf } from './view.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Level,
  string
>

/** How many annotations of a kind GitHub shows for one step. */
const SHOWN = 10
/** As many other places as an annotation names. */
const NAMED = 5

const escapeData = (text: string): string =>
  text.replace(/[%\r\n]/g, (character) => escapes[character] ?? character)
const escapeProperty = (text: string): string =>
  text.replace(/[%\r\n:,]/g, (character) => escapes[character] ?? character)
const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
}

function command(
  level: Level,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  return `::${commands[level]} ${written.join(',')}::${escapeData(message)}\n`
}

function annotation(file: string, finding: LocatedFinding, view: RunView): string {
  const { line, column, endLine, endColumn, level, rule } = finding
  const source = sourcesBehind(finding, view)[0]
  const related = finding.related.slice(0, NAMED).map((other) => `→ ${artifactPlace(other, view)}`)
  const left = othersLeft(finding, NAMED, view.language)
  const said = [
    ...linesOf(finding, view),
    ...related,
    ...(left === undefined ? [] : [`→ ${left}`]),
    ...(source === undefined ? [] : [`(${sourceText(source, view.language)})`]),
  ]
  // Columns mean something to GitHub only within one line.
  const columns = line === endLine ? { col: column, endColumn } : {}
  const properties = { file: artifactPath(file, view), line, endLine, ...columns, title: rule }
  return command(level, properties, said.join('\n'))
}

const countOf = ({ errors, warnings, infos }: Summary, level: Level): number =>
  ({ error: errors, warning: warnings, info: infos })[level]

/** GitHub drops what is beyond its limit without a word. */
function* tellOfMore({ summary }: RunReport, view: RunView): Generator<string> {
  const beyond = levels.some((level) => (!view.quiet || level === 'error') && countOf(summary, level) > SHOWN)
  if (!beyond) return
  const { errors, warnings, infos } = summary
  const text =
    view.language === 'zh'
      ? `共 ${errors} 个错误、${warnings} 个警告、${infos} 条提示；GitHub 每个步骤每类只显示 ${SHOWN} 条注释，全部见日志`
      : `${many(errors, 'error')}, ${many(warnings, 'warning')} and ${many(infos, 'info')} in all; GitHub shows ${SHOWN} annotations of a kind for a step, the log has them all`
  yield command('info', { title: 'beian-check' }, text)
}

/** The worst first: what is beyond GitHub's limit should be what matters least. */
function* annotate(report: RunReport, view: RunView, most: number): Generator<string> {
  yield* tellOfMore(report, view)
  for (const entry of view.trouble)
    yield command('error', { file: artifactPath(entry.file, view) }, entry[view.language])
  for (const level of levels) {
    if (countOf(report.summary, level) === 0) continue
    let count = 0
    for (const { file, counts, findings } of report.files) {
      if (count >= most) break
      if (counts[level] === 0) continue
      for (const finding of wantedOf({ findings }, view)) {
        if (finding.level !== level || count >= most) continue
        yield annotation(file, finding, view)
        count += 1
      }
    }
  }
}

export const github: Reporter = {
  id: 'github',
  render: (report, view) => annotate(report, view, Number.POSITIVE_INFINITY),
}

/** Beside a report for people on the same log: only what GitHub shows, so that the log does not say all things twice. */
export const githubBeside: Reporter = {
  id: 'github',
  render: (report, view) => annotate(report, view, SHOWN),
}
