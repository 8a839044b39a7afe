// The main path: files → drafts → findings → places. Reading and settings come in as functions, results go out as data.
import type { Locator } from '../draft/locate.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { type Format, readText } from '../draft/read.ts'
import type { SyntaxProblem } from '../draft/syntax.ts'
import type { ChecklistEntry } from '../profile/profile.ts'
import type { ActiveRule } from '../profile/resolve.ts'
import { checkDraft } from './check.ts'
import { ClashCollector } from './clash.ts'
import type { Finding, Level, Reminder } from './finding.ts'
import { anchorOf, draftName } from './fingerprint.ts'
import {
  type FileReport,
  fileReport,
  type LocatedFinding,
  type LocatedRelated,
  type RunReport,
  runReport,
} from './report.ts'
import type { World } from './rule.ts'
import { type Ignore, ignoresOf } from './suppress.ts'

/** The text of a file, decoded, and how to read it. */
export interface Source {
  readonly text: string
  readonly format: Format
}

/** What holds for one draft. */
export interface Settings {
  readonly rules: readonly ActiveRule[]
  readonly world: World
  /** What the profile leaves to the user's own eyes. */
  readonly checklist: readonly ChecklistEntry[]
}

/** What a run needs from outside. */
export interface Supply {
  /** Reads a file again when it has something to show; a file that cannot be read any more gives undefined. */
  load(file: string): Promise<Source | undefined>
  /** The rules and the world for a draft of a file. */
  settings(file: string, draft: Draft): Settings
  /** Whether there is such a rule. */
  isRule(id: string): boolean
}

/** What a file says by itself. */
export interface OneFile {
  readonly broken: boolean
  readonly findings: readonly LocatedFinding[]
}

/** What is known of a file before clashes with other files are judged. */
interface Checked {
  readonly file: string
  readonly format: Format
  readonly documents: readonly number[]
  readonly broken: boolean
  readonly findings: { document: number; finding: Finding; anchor: string }[]
  /** Drafts with findings, for places of findings that come later. */
  readonly drafts: ReadonlyMap<number, Draft>
  readonly ignores: readonly Ignore[]
  readonly rules: readonly ActiveRule[]
  readonly reminders: Reminder[]
  readonly checklist: readonly ChecklistEntry[]
}

const SYNTAX_RULE = 'draft/syntax'
const IGNORE_RULE = 'draft/ignore'

/** Checks files one after the other, then what they say about each other. Files keep the order given. */
export async function run(
  files: readonly (readonly [file: string, source: Source])[],
  supply: Supply,
): Promise<RunReport> {
  const clashes = new ClashCollector()
  const checked: Checked[] = []
  for (const [file, source] of files) checked.push(await checkFile(file, source, supply, clashes))
  const byFile = new Map(checked.map((entry) => [entry.file, entry]))
  for (const { draft, finding } of clashes.findings()) {
    const own = byFile.get(draft.file)
    const values = own?.drafts.get(draft.document)
    const anchor = values === undefined ? '' : placeName(values, draft.document, finding)
    own?.findings.push({ document: draft.document, finding, anchor })
  }
  const locators = new Locators(supply)
  const reports: FileReport[] = []
  for (const entry of checked) reports.push(await locateAll(entry, locators, supply))
  return runReport(reports)
}

/** Checks one file by itself. */
export async function checkOne(file: string, source: Source, supply: Supply): Promise<OneFile> {
  const { broken, files } = await run([[file, source]], { ...supply, load: async () => source })
  return { broken, findings: [...files].flatMap(({ findings }) => [...findings]) }
}

async function checkFile(
  file: string,
  source: Source,
  supply: Supply,
  clashes: ClashCollector,
): Promise<Checked> {
  const { documents, problems } = await readText(source.text, source.format)
  const findings = problems.map((problem) => ({
    document: problem.document,
    finding: syntaxFinding(problem),
    anchor: `#${problem.document}`,
  }))
  const reminders: Reminder[] = []
  const drafts = new Map<number, Draft>()
  let active: readonly ActiveRule[] = []
  const checklist = new Set<ChecklistEntry>()
  for (const { document, value } of documents) {
    const draft = normalise(value)
    const { rules, world, checklist: entries } = supply.settings(file, draft)
    for (const entry of entries) if (isFor(entry, draft)) checklist.add(entry)
    const result = checkDraft(draft, rules, world)
    active = rules
    drafts.set(document, draft)
    for (const finding of result.findings)
      findings.push({ document, finding, anchor: placeName(draft, document, finding) })
    reminders.push(...result.reminders)
    clashes.add({ file, document }, result.keys)
  }
  const numbers = [...documents, ...problems].map(({ document }) => document).sort((a, b) => a - b)
  const broken = problems.length > 0
  return {
    file,
    format: source.format,
    documents: numbers,
    broken,
    findings,
    drafts,
    ignores: await ignoresOf(source.text, source.format === 'yaml', documents),
    rules: active,
    reminders,
    checklist: [...checklist],
  }
}

const placeName = (draft: Draft, document: number, { at }: Finding): string =>
  `${draftName(draft, document)}: ${anchorOf(draft, at.path)}`

const isFor = (entry: ChecklistEntry, { subject: { nature } }: Draft): boolean =>
  entry.for === undefined ||
  nature === undefined ||
  (entry.for === 'individual') === (nature === 'individual')

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

/** Opens each file at most once, and only when something in it has to be shown. */
class Locators {
  readonly #supply: Supply
  readonly #open = new Map<string, Promise<Locator | undefined>>()

  constructor(supply: Supply) {
    this.#supply = supply
  }

  of(file: string): Promise<Locator | undefined> {
    let locator = this.#open.get(file)
    if (locator === undefined) {
      locator = this.#load(file)
      this.#open.set(file, locator)
    }
    return locator
  }

  async #load(file: string): Promise<Locator | undefined> {
    const source = await this.#supply.load(file)
    if (source === undefined) return undefined
    const { openLocator } = await import('../draft/locate.ts')
    return openLocator(source.text, source.format)
  }
}

async function locateAll(entry: Checked, locators: Locators, supply: Supply): Promise<FileReport> {
  const { file, documents, broken, reminders, checklist, ignores } = entry
  const located: LocatedFinding[] = []
  for (const { document, finding, anchor } of entry.findings)
    located.push(await locateFinding(file, document, finding, anchor, locators))
  const used = new Set<Ignore>()
  const findings = located.filter((finding) => {
    const ignore = ignores.find(({ rule, covers }) => rule === finding.rule && covers(finding))
    if (ignore === undefined || finding.rule === SYNTAX_RULE) return true
    used.add(ignore)
    return false
  })
  const suppressed = located.length - findings.length
  for (const ignore of ignores) {
    const finding = judgeIgnore(ignore, used.has(ignore), entry.rules, supply)
    if (finding !== undefined)
      findings.push(await locateFinding(file, ignore.document, finding, '', locators))
  }
  findings.sort(byPlace)
  return fileReport({ file, documents, broken, findings, suppressed, reminders, checklist })
}

/** What is to be said of an ignore itself. */
function judgeIgnore(
  { rule, reason, at }: Ignore,
  used: boolean,
  rules: readonly ActiveRule[],
  { isRule }: Supply,
): Finding | undefined {
  const own = rules.find((entry) => entry.rule.id === IGNORE_RULE)
  if (own === undefined) return undefined
  const isActive = rules.some((entry) => entry.rule.id === rule)
  // A rule that this profile does not ask for may be asked for by the next.
  const message = !isRule(rule)
    ? 'unknown'
    : !used && isActive
      ? 'unused'
      : reason === ''
        ? 'noReason'
        : undefined
  if (message === undefined) return undefined
  return { rule: IGNORE_RULE, message, data: { name: rule }, level: own.level, at, related: [] }
}

async function locateFinding(
  file: string,
  document: number,
  finding: Finding,
  anchor: string,
  locators: Locators,
): Promise<LocatedFinding> {
  const locator = await locators.of(file)
  const place = locator?.locate(document, finding.at) ?? { from: 0, to: 0, path: finding.at.path }
  const start = locator?.positionOf(place.from) ?? { line: 1, column: 1 }
  const end = locator?.positionOf(place.to) ?? start
  const related: LocatedRelated[] = []
  for (const other of finding.related) {
    const there = await locators.of(other.file)
    const found = there?.locate(other.document, { path: other.path })
    const position = found && there ? there.positionOf(found.from) : { line: 1, column: 1 }
    related.push({ ...other, path: found?.path ?? other.path, ...position })
  }
  return {
    ...finding,
    related,
    anchor,
    document,
    path: place.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    source: locator?.lineText(start.line) ?? '',
  }
}

function byPlace(a: LocatedFinding, b: LocatedFinding): number {
  return (
    a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.message, b.message)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
