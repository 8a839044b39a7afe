// One file: drafts → findings → places. What it says about other files are keys, by which those are found later.
import type { Locator } from '../draft/locate.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import type { SyntaxProblem } from '../draft/syntax.ts'
import type { ChecklistEntry } from '../profile/profile.ts'
import type { ActiveRule } from '../profile/resolve.ts'
import { checkDraft, eachKey } from './check.ts'
import type { Finding, Level, Place, Reminder } from './finding.ts'
import { anchorOf, draftName } from './fingerprint.ts'
import type { FileParts, LocatedFinding, LocatedIgnore, Unsettled } from './report.ts'
import { coversFile, type Ignore, IgnoreTable, ignoresOf } from './suppress.ts'
import type { Before, RecallTask, Source, Spot, Standing, Supply, Task } from './task.ts'

const SYNTAX_RULE = 'draft/syntax'
const IGNORE_RULE = 'draft/ignore'

/** A finding before its place is looked up. */
interface Unplaced {
  readonly document: number
  readonly finding: Finding
  readonly anchor: string
}

/** Takes a key of a draft; `draft` counts the readable drafts of the task. */
export type TakeKey = (kind: string, value: string, document: number) => void

/** Checks one file by itself. */
export async function checkFile(
  { file, piece }: Task,
  source: Source,
  supply: Supply,
  takeKey: TakeKey,
): Promise<FileParts> {
  const { documents, problems } = await readText(source.text, source.format, { isPiece: piece !== undefined })
  // The number of a draft in its file is not known yet in a piece of it.
  const nameOf = (document: number): string => (piece === undefined ? `#${document}` : `${LATER}${document}`)
  const found: Unplaced[] = problems.map((problem) => ({
    document: problem.document,
    finding: syntaxFinding(problem),
    anchor: nameOf(problem.document),
  }))
  const reminders: Reminder[] = []
  const checklists = new Set<readonly ChecklistEntry[]>()
  const rulesOf = new Map<number, readonly ActiveRule[]>()
  for (const { document, value } of documents) {
    const draft = normalise(value)
    const settings = supply.settings(file, draft)
    checklists.add(checklistFor(settings.checklist, draft))
    const result = checkDraft(draft, settings.rules, settings.world)
    for (const finding of result.findings)
      found.push({ document, finding, anchor: placeName(draft, nameOf(document), finding.at) })
    reminders.push(...result.reminders)
    eachKey(draft, settings.rules, (kind, value) => takeKey(kind, value, document))
    rulesOf.set(document, settings.rules)
  }
  const numbers = documents.map(({ document }) => document)
  if (problems.length > 0) {
    numbers.push(...problems.map(({ document }) => document))
    numbers.sort((a, b) => a - b)
  }
  const ignores = await ignoresOf(source.text, source.format === 'yaml', documents)
  const parts = {
    file,
    documents: numbers,
    broken: problems.length > 0,
    reminders,
    checklist: united(checklists),
  }
  if (found.length + ignores.length === 0) return { ...parts, findings: [], suppressed: 0 }
  const locator = await open(source, documents.length > 0)
  const located = found.map((entry) => locateFinding(entry, locator))
  if (ignores.length === 0) return { ...parts, findings: located.sort(byPlace), suppressed: 0 }
  // An ignore for the whole file is for every draft in it; the drafts may go by different profiles.
  const everywhere = [...new Set(rulesOf.values())].flat()
  const rulesFor = ({ document, covers }: Ignore): readonly ActiveRule[] =>
    (coversFile(covers) ? undefined : rulesOf.get(document)) ?? everywhere
  const unsettled = {
    located,
    ignores: ignores.map((ignore) => locateIgnore(ignore, rulesFor(ignore), supply, locator)),
  }
  return { ...parts, ...settle(unsettled, []), unsettled }
}

/** Begins an anchor whose draft is numbered from the beginning of a piece. */
const LATER = '\u0000'

/** The anchor of a draft in a piece, once it is known how many drafts stand before the piece. */
export const settledAnchor = (anchor: string, before: number): string =>
  anchor.startsWith(LATER)
    ? anchor.slice(1).replace(/^\d+/, (number) => `#${Number(number) + before}`)
    : anchor

const open = async ({ text, format }: Source, readable = true): Promise<Locator> =>
  (await import('../draft/locate.ts')).openLocator(text, format, readable)

const placeName = (draft: Draft, name: string, { path }: Place): string =>
  `${draftName(draft) ?? name}: ${anchorOf(draft, path)}`

/** The checklists that were made of each list of a profile, by whom they are for. */
const checklistsOf = new WeakMap<
  readonly ChecklistEntry[],
  Map<Exclude<ChecklistEntry['for'], undefined> | undefined, readonly ChecklistEntry[]>
>()

/** What a profile's checklist leaves to the eyes of the user of a draft: the same list for drafts that are alike. */
function checklistFor(
  checklist: readonly ChecklistEntry[],
  { subject: { nature } }: Draft,
): readonly ChecklistEntry[] {
  let lists = checklistsOf.get(checklist)
  if (lists === undefined) {
    lists = new Map()
    checklistsOf.set(checklist, lists)
  }
  const who = nature === undefined ? undefined : nature === 'individual' ? 'individual' : 'unit'
  let list = lists.get(who)
  if (list === undefined) {
    list = checklist.filter((entry) => entry.for === undefined || who === undefined || entry.for === who)
    lists.set(who, list)
  }
  return list
}

/** The entries of several lists, each once. */
function united(lists: ReadonlySet<readonly ChecklistEntry[]>): readonly ChecklistEntry[] {
  const [first = []] = lists
  return lists.size > 1 ? [...new Set([...lists].flat())] : first
}

function syntaxFinding({ cause, from, to, near, otherLine }: SyntaxProblem): Finding {
  const level: Level = 'error'
  return {
    rule: SYNTAX_RULE,
    message: cause,
    data: { near, otherLine },
    level,
    at: { path: [], offsets: [from, to] },
    related: [],
  }
}

/**
 * Sets aside what the file's ignores cover, and judges these.
 * @param clashes findings about this file and others
 */
export function settle(
  { located, ignores }: Unsettled,
  clashes: readonly LocatedFinding[],
): Pick<FileParts, 'findings' | 'suppressed'> {
  const table = new IgnoreTable(ignores)
  const used = new Set<LocatedIgnore>()
  const all = [...located, ...clashes]
  const findings = all.filter((finding) => {
    const ignore = table.find(finding)
    if (ignore === undefined || finding.rule === SYNTAX_RULE) return true
    used.add(ignore)
    return false
  })
  const suppressed = all.length - findings.length
  for (const ignore of ignores) {
    const finding = used.has(ignore) ? ignore.whenUsed : ignore.whenUnused
    if (finding !== undefined) findings.push(finding)
  }
  return { findings: findings.sort(byPlace), suppressed }
}

/** An ignore with what is to be said of it, used or not. */
function locateIgnore(
  ignore: Ignore,
  rules: readonly ActiveRule[],
  supply: Supply,
  locator: Locator,
): LocatedIgnore {
  const { rule, document, covers } = ignore
  const said = (used: boolean): LocatedFinding | undefined => {
    const finding = judgeIgnore(ignore, used, rules, supply)
    return finding && locateFinding({ document, finding, anchor: '' }, locator)
  }
  const [whenUsed, whenUnused] = [said(true), said(false)]
  return { rule, document, covers, ...(whenUsed && { whenUsed }), ...(whenUnused && { whenUnused }) }
}

/** What is to be said of an ignore itself. */
function judgeIgnore(
  { rule, reason, at }: Ignore,
  used: boolean,
  rules: readonly ActiveRule[],
  supply: Supply,
): Finding | undefined {
  const own = rules.find((entry) => entry.rule.id === IGNORE_RULE)
  if (own === undefined) return undefined
  const isActive = rules.some((entry) => entry.rule.id === rule)
  // A rule that this profile does not ask for may be asked for by the next.
  const message =
    supply.rule(rule) === undefined
      ? 'unknown'
      : !used && isActive
        ? 'unused'
        : reason === ''
          ? 'noReason'
          : undefined
  if (message === undefined) return undefined
  return { rule: IGNORE_RULE, message, data: { name: rule }, level: own.level, at, related: [] }
}

const locateFinding = ({ document, finding, anchor }: Unplaced, locator: Locator): LocatedFinding => ({
  ...finding,
  related: [],
  anchor,
  document,
  ...spotOf(document, finding.at, locator),
})

function spotOf(document: number, at: Place, locator: Locator): Spot {
  const { from, to, path } = locator.locate(document, at)
  const { line, column } = locator.positionOf(from)
  const { line: endLine, column: endColumn } = locator.positionOf(to)
  return { path, line, column, endLine, endColumn, source: locator.excerptAt({ line, column }) }
}

/** The places of a task where one of the shared values may stand. */
export async function standingsOf(
  {
    file,
    piece,
    documents: wanted,
    before,
    background,
  }: Task & Pick<RecallTask, 'documents'> & Partial<Pick<RecallTask, 'before'>>,
  source: Source,
  supply: Supply,
  isShared: (kind: string, value: string) => boolean,
): Promise<Standing[]> {
  const { documents } = await readText(source.text, source.format, {
    isWanted: (document) => wanted.includes(document),
    isPiece: piece !== undefined,
  })
  const standings: Standing[] = []
  let locator: Locator | undefined
  for (const { document, value } of documents) {
    if (!wanted.includes(document)) continue
    const draft = normalise(value)
    const { rules } = supply.settings(file, draft)
    for (const { rule, level, options } of rules) {
      for (const key of rule.clash?.keys(draft, options) ?? []) {
        if (!isShared(rule.clash?.kind ?? '', key.value)) continue
        locator ??= await open(source)
        const spot = spotOf(document, { path: key.at }, locator)
        // What stands before a piece is not known while its file is looked through for the first time.
        const number = document + (before?.drafts ?? 0)
        const name = piece !== undefined && before === undefined ? `${LATER}${number}` : `#${number}`
        standings.push({
          file,
          document: number,
          path: key.at,
          owner: key.owner,
          shown: key.shown,
          ...(background && { background }),
          rule: rule.id,
          value: key.value,
          level,
          anchor: placeName(draft, name, { path: key.at }),
          place: movedSpot(spot, before?.lines ?? 0),
        })
      }
    }
  }
  return standings
}

const movedSpot = (spot: Spot, lines: number): Spot => ({
  ...spot,
  line: spot.line + lines,
  endLine: spot.endLine + lines,
})

/** A place in a piece, counted from the beginning of its file. */
export const movedStanding = (standing: Standing, { drafts, lines }: Before): Standing => ({
  ...standing,
  document: standing.document + drafts,
  anchor: settledAnchor(standing.anchor, drafts),
  place: movedSpot(standing.place, lines),
})

/** Order of findings in a file. */
export function byPlace(a: LocatedFinding, b: LocatedFinding): number {
  return (
    a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.message, b.message)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
