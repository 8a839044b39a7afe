// The first look at a run: how much there is of what, and which drafts the page has room to show as a form.
import type { Level } from '../../engine/finding.ts'
import type { Counts, DraftReport, LocatedFinding, RunReport } from '../../engine/report.ts'
import { type View, wantedOf } from '../view.ts'

/** Forms on one page; a page with more of them is slow to open and nobody reads it. */
const MOST_FORMS = 100
/** Findings in these forms, all together. */
const MOST_FINDINGS = 3000
/** Runs of no more drafts than this show the clean ones as well. */
const MOST_CLEAN = 20

/** The parts of the form that problems are counted by. */
export type FormPart = 'subject' | 'website' | 'access' | 'other'
type State = 'error' | 'milder' | 'clean'

/** A draft that is shown as a form. */
export interface Entry {
  readonly file: string
  /** Number of its file among those shown, from 1. */
  readonly fileNumber: number
  readonly document: number
  /** Where its first finding stands; undefined when it is clean. */
  readonly line: number | undefined
  /** Whether its file has other drafts. */
  readonly isOneOfMany: boolean
  /** Domain by which the run knows it; undefined when it has none or nothing was found in it. */
  readonly name: string | undefined
  readonly counts: Counts
}

/** What a run has in all. */
export interface Survey {
  readonly entries: readonly Entry[]
  readonly states: Readonly<Record<State, number>>
  readonly rules: ReadonlyMap<string, number>
  readonly parts: Readonly<Record<FormPart, number>>
  readonly findings: number
  /** Findings in drafts that are not among the entries. */
  readonly rest: number
}

/** Goes through a run and keeps only numbers and the drafts that will be shown. */
export function survey(report: RunReport, view: View): Survey {
  const entries: Entry[] = []
  const states = { error: 0, milder: 0, clean: 0 }
  const parts = { subject: 0, website: 0, access: 0, other: 0 }
  const rules = new Map<string, number>()
  let findings = 0
  let rest = 0
  let laidOut = 0
  let fileNumber = 0
  const showsClean = report.summary.drafts <= MOST_CLEAN
  for (const { file, drafts } of report.files) {
    const before = entries.length
    let seen = 0
    for (const { document, findings: all } of drafts) {
      seen += 1
      const own = [...wantedOf({ findings: all }, view)]
      const counts = countsOf(own)
      states[counts.error > 0 ? 'error' : own.length > 0 ? 'milder' : 'clean'] += 1
      findings += own.length
      for (const { rule, at } of own) {
        rules.set(rule, (rules.get(rule) ?? 0) + 1)
        parts[partOf(at.path)] += 1
      }
      if (entries.length >= MOST_FORMS || laidOut >= MOST_FINDINGS) rest += own.length
      else if (own.length > 0 || showsClean) {
        if (entries.length === before) fileNumber += 1
        laidOut += own.length
        const [first] = own
        entries.push({
          ...{ file, fileNumber, document, line: first?.line },
          ...{ isOneOfMany: seen > 1, name: nameOf(own), counts },
        })
      }
    }
    // The first of several is known to be one only when the second comes.
    const first = entries[before]
    if (seen > 1 && first !== undefined) entries[before] = { ...first, isOneOfMany: true }
  }
  return { entries, states, rules, parts, findings, rest }
}

function countsOf(findings: readonly LocatedFinding[]): Counts {
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 }
  for (const { level } of findings) counts[level] += 1
  return counts
}

/** The anchor of a finding begins with the draft's name: its first domain, or its number. */
function nameOf([first]: DraftReport['findings']): string | undefined {
  const name = first?.anchor.split(': ')[0] ?? ''
  return name === '' || name.startsWith('#') ? undefined : name
}

function partOf([first, , third]: LocatedFinding['at']['path']): FormPart {
  if (first === 'subject') return 'subject'
  if (first === 'websites') return third === 'access' ? 'access' : 'website'
  return 'other'
}
