// Reports as a run would make them, of any size, and a view to show them.
import { ruleTable } from '../../rules/index.ts'
import { fileReport, type LocatedFinding, type RunReport, runReport } from '../../src/engine/report.ts'
import { noInk } from '../../src/report/ink.ts'
import type { RunView } from '../../src/report/view.ts'

export const runView = (language: 'zh' | 'en'): RunView => ({
  language,
  showValues: false,
  ink: noInk,
  width: Number.POSITIVE_INFINITY,
  rules: ruleTable(),
  quiet: false,
  cwd: '/drafts',
  root: '/drafts',
  version: '0.0.0',
  today: '2026-11-23',
  trouble: [],
  source: async () => undefined,
})

const finding = (line: number): LocatedFinding => ({
  rule: 'subject/real-name',
  message: `No words for this one, so its key is shown. ${'x'.repeat(100)}`,
  data: {},
  level: 'error',
  at: { path: ['subject', 'name'] },
  related: [],
  document: 0,
  path: ['subject', 'name'],
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  source: { text: '', from: 0, mark: false },
  anchor: `#${line}`,
})

/** A report of one file with as many findings. */
export function reportOf(count: number): RunReport {
  const findings = Array.from({ length: count }, (_, index) => finding(index + 1))
  const rest = { broken: false, suppressed: 0, reminders: [], checklist: [] }
  return runReport([fileReport({ file: 'a.yaml', documents: [0], findings, ...rest })])
}
