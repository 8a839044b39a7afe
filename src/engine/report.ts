// What a run hands to reporters: numbers first, then file by file what was found and where.
import type { Excerpt } from '../draft/excerpt.ts'
import type { Bilingual, Path } from '../draft/field.ts'
import type { ChecklistEntry } from '../profile/profile.ts'
import type { DraftId, Finding, Level, Reminder } from './finding.ts'
import type { Words } from './rule.ts'
import type { Ignore } from './suppress.ts'

export interface LocatedRelated extends DraftId {
  readonly path: Path
  readonly line: number
  readonly column: number
}

/**
 * What is told of a finding whose draft is not at hand, because it was found on another machine: masked there, in both
 * languages. It goes before what follows from the finding itself.
 */
export interface Told {
  readonly words?: { readonly zh: Words; readonly en: Words }
  /** The line: what stands before the marked piece, the piece, and what follows. */
  readonly quoted?: readonly [head: string, piece: string, tail: string]
  readonly fix?: Bilingual
  /** What the fix changes in the text; undefined when that is not to be told. */
  readonly replacements?: readonly Replacement[] | undefined
}

/** A piece of a file and what takes its place: lines and columns from 1, columns and offsets in UTF-16 units, no BOM. */
export interface Replacement {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly charOffset: number
  readonly charLength: number
  readonly text: string
}

/** A finding with its place in the file, as reporters show it. */
export interface LocatedFinding extends Omit<Finding, 'related'> {
  readonly document: number
  /** The path as the file has it, English keys. */
  readonly path: Path
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** What stands on the line where it begins. */
  readonly source: Excerpt
  readonly related: readonly LocatedRelated[]
  /** How many more places have the same value; `related` names the first ones only. */
  readonly relatedMore?: number
  /** What it is, wherever its line happens to be: draft and place. Nothing personal is in it. */
  readonly anchor: string
  readonly told?: Told
}

/** What a file says before its ignores set anything aside. Clashes with other files are not known yet then. */
export interface Unsettled {
  readonly located: readonly LocatedFinding[]
  readonly ignores: readonly LocatedIgnore[]
}

/** An ignore, and what is to be said of it itself. */
export interface LocatedIgnore extends Pick<Ignore, 'rule' | 'document' | 'covers'> {
  readonly whenUsed?: LocatedFinding
  readonly whenUnused?: LocatedFinding
}

/** One draft of a file with what was found in it. */
export interface DraftReport {
  /** Number of the draft in its file, from 0. */
  readonly document: number
  readonly findings: readonly LocatedFinding[]
}

/** How many findings there are of each level. */
export type Counts = Readonly<Record<Level, number>>

/**
 * What was found in one file. A file of a draft a line may hold a million of them: go through `drafts` or `findings`
 * with `for…of`, as often as you like, and keep nothing.
 */
export interface FileReport {
  readonly file: string
  /** Its drafts in their order, clean ones too. */
  readonly drafts: Iterable<DraftReport>
  /** All findings of the file by their place. */
  readonly findings: Iterable<LocatedFinding>
  readonly counts: Counts
  /** True when some part of the file could not be read; its other drafts were still checked. */
  readonly broken: boolean
  /** How many more there are that the user has set aside. */
  readonly suppressed: number
  readonly reminders: readonly Reminder[]
  /** Entries of the profiles' checklists that hold for its drafts. */
  readonly checklist: readonly ChecklistEntry[]
}

/** The numbers of a run. */
export interface Summary {
  readonly files: number
  readonly drafts: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
}

/** What a run found. The numbers are known before the first file is looked at. */
export interface RunReport {
  readonly summary: Summary
  /** How many findings have a ready fix, and how many of these keep the meaning. */
  readonly fixes: { readonly ready: number; readonly safe: number }
  /** True when some file, or a part of it, could not be read. */
  readonly broken: boolean
  /** In the order of the run. Made when they are asked for; go through them as often as you like, and keep nothing. */
  readonly files: Iterable<FileReport>
  /** What the rules leave to the user's own eyes, each once; `more` when there are too many to say. */
  readonly reminders: { readonly first: readonly Reminder[]; readonly more: boolean }
  /** Entries of the profiles' checklists that hold for some draft of the run, each once. */
  readonly checklist: readonly ChecklistEntry[]
}

/** A file's findings as its report shows them. */
export interface FileParts {
  readonly file: string
  /** Numbers of its drafts, in their order. */
  readonly documents: readonly number[]
  readonly broken: boolean
  /** By place. */
  readonly findings: readonly LocatedFinding[]
  readonly suppressed: number
  readonly reminders: readonly Reminder[]
  readonly checklist: readonly ChecklistEntry[]
  /** Of a file that sets findings aside: `findings` and `suppressed` follow from it, and change with clashes. */
  readonly unsettled?: Unsettled
}

/** Makes the report of one file. */
export function fileReport(parts: FileParts): FileReport {
  const { file, documents, broken, findings, suppressed, reminders, checklist } = parts
  return {
    file,
    broken,
    suppressed,
    reminders,
    checklist,
    findings,
    counts: countLevels(findings),
    drafts: {
      *[Symbol.iterator]() {
        const own = new Map<number, LocatedFinding[]>(documents.map((document) => [document, []]))
        for (const finding of findings) own.get(finding.document)?.push(finding)
        for (const [document, found] of own) yield { document, findings: found }
      },
    },
  }
}

function countLevels(findings: Iterable<LocatedFinding>): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { level } of findings) counts[level] += 1
  return counts
}

/** As many reminders as a report says; a run over an archive has one for every draft. */
export const MOST_REMINDERS = 10

/** Makes the report of a run from those of its files. */
export function runReport(files: Iterable<FileReport>): RunReport {
  const summary = { files: 0, drafts: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0 }
  const fixes = { ready: 0, safe: 0 }
  const reminders = new Map<string, Reminder>()
  const checklist = new Set<ChecklistEntry>()
  let broken = false
  for (const file of files) {
    summary.files += 1
    for (const _draft of file.drafts) summary.drafts += 1
    summary.errors += file.counts.error
    summary.warnings += file.counts.warning
    summary.infos += file.counts.info
    summary.suppressed += file.suppressed
    for (const { fix } of file.findings) {
      if (fix !== undefined) fixes.ready += 1
      if (fix?.safety === 'safe') fixes.safe += 1
    }
    for (const reminder of file.reminders) reminders.set(JSON.stringify(reminder), reminder)
    for (const entry of file.checklist) checklist.add(entry)
    broken ||= file.broken
  }
  const first = [...reminders.values()]
  return {
    summary,
    fixes,
    broken,
    files,
    reminders: { first: first.slice(0, MOST_REMINDERS), more: first.length > MOST_REMINDERS },
    checklist: [...checklist],
  }
}
