// JUnit's XML: a suite a file, a test case a draft. A draft with errors fails; one that cannot be read is an error.
import type { DraftReport, FileReport, LocatedFinding } from '../engine/report.ts'
import { artifactPath, artifactPlace } from './artifact.ts'
import { levelNames } from './names.ts'
import { linesOf, othersLine, type Reporter, type RunView, wantedOf } from './view.ts'
import { XML_HEAD, xmlAttributes, xmlText } from './xml.ts'

type Outcome = 'passed' | 'failure' | 'error'

/** What becomes of a draft; the engine reports what cannot be read under this rule. */
function outcomeOf(findings: Iterable<LocatedFinding>): Outcome {
  let outcome: Outcome = 'passed'
  for (const { rule, level } of findings) {
    if (rule === 'draft/syntax') return 'error'
    if (level === 'error') outcome = 'failure'
  }
  return outcome
}

function* lines(findings: Iterable<LocatedFinding>, view: RunView): Generator<string> {
  for (const finding of findings) {
    const { line, column, level, rule } = finding
    const others = othersLine(finding, view.language, (place) => artifactPlace(place, view))
    const said = [...linesOf(finding, view), ...others].join(' → ')
    yield xmlText(`${line}:${column} ${levelNames[level][view.language]} ${rule}  ${said}`)
  }
}

function* testCase({ findings }: DraftReport, name: string, file: string, view: RunView): Generator<string> {
  const wanted = [...wantedOf({ findings }, view)]
  const outcome = outcomeOf(wanted)
  const [first] = wanted.filter(({ level }) => level === 'error')
  const line = first === undefined ? {} : { line: first.line }
  yield `    <testcase${xmlAttributes({ name, classname: 'beian-check', file, ...line, time: 0 })}`
  if (wanted.length === 0) {
    yield '/>\n'
    return
  }
  yield '>\n'
  const rest = wanted.filter(({ level }) => level !== 'error')
  if (first !== undefined && outcome !== 'passed') {
    const errors = wanted.filter(({ level }) => level === 'error')
    const more = errors.length > 1 ? ` (+${errors.length - 1})` : ''
    const head = { message: linesOf(first, view)[0] + more, type: first.rule }
    yield `      <${outcome}${xmlAttributes(head)}>${[...lines(errors, view)].join('\n')}</${outcome}>\n`
  }
  if (rest.length > 0) yield `      <system-out>${[...lines(rest, view)].join('\n')}</system-out>\n`
  yield '    </testcase>\n'
}

function countsOf({ drafts }: FileReport): Readonly<Record<Outcome | 'tests', number>> {
  const counts = { tests: 0, failure: 0, error: 0, passed: 0 }
  for (const { findings } of drafts) {
    counts.tests += 1
    counts[outcomeOf(findings)] += 1
  }
  return counts
}

function* suite(file: FileReport, view: RunView): Generator<string> {
  const name = artifactPath(file.file, view)
  const { tests, failure: failures, error: errors } = countsOf(file)
  yield `  <testsuite${xmlAttributes({ name, tests, failures, errors, skipped: 0, time: 0 })}>\n`
  for (const draft of file.drafts)
    yield* testCase(draft, tests === 1 ? name : `${name} #${draft.document + 1}`, name, view)
  yield '  </testsuite>\n'
}

function* unreadable(view: RunView): Generator<string> {
  for (const entry of view.trouble) {
    const name = artifactPath(entry.file, view)
    yield `  <testsuite${xmlAttributes({ name, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 })}>\n`
    yield `    <testcase${xmlAttributes({ name, classname: 'beian-check', file: name, time: 0 })}>\n`
    yield `      <error${xmlAttributes({ message: entry[view.language], type: 'unreadable' })}/>\n`
    yield '    </testcase>\n  </testsuite>\n'
  }
}

export const junit: Reporter = {
  id: 'junit',
  *render(report, view) {
    const totals = {
      tests: report.summary.drafts + view.trouble.length,
      failures: 0,
      errors: view.trouble.length,
    }
    for (const file of report.files) {
      const { failure, error } = countsOf(file)
      totals.failures += failure
      totals.errors += error
    }
    yield `${XML_HEAD}<testsuites${xmlAttributes({ name: 'beian-check', ...totals, time: 0 })}>\n`
    yield* unreadable(view)
    for (const file of report.files) yield* suite(file, view)
    yield '</testsuites>\n'
  },
}
