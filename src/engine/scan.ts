// Does batches in this thread: reads each file, checks it, and keeps of it only what has to be told.
import { checkFile, standingsOf, type TakeKey } from './check-file.ts'
import { Dealer } from './deal.ts'
import type { Reminder } from './finding.ts'
import { hashNumber, hashOf, KeyList } from './keys.ts'
import { type FileParts, MOST_REMINDERS } from './report.ts'
import { RuleFailure } from './rule-failure.ts'
import type {
  Batch,
  BatchResult,
  Checked,
  Encoded,
  KeptScanner,
  Notable,
  Recall,
  Recalled,
  SealedTask,
  Sealer,
  Source,
  Standing,
  Supply,
  Tally,
  Task,
  Unreadable,
} from './task.ts'

/** Tells a source, or what came of it, from the reason that there is none. */
export const isUnreadable = (read: Source | FileParts | Unreadable): read is Unreadable => 'zh' in read

/** A scanner that works in this thread. */
export const localScanner = (supply: Supply): KeptScanner => ({
  width: 1,
  scan: (batch) =>
    scan(batch, (task, source, index) => look(task, source, supply, batch.kept?.[index]), supply),
  scanKept: async (batch) => {
    try {
      return await scan(
        batch,
        (task, source, index) => lookUp(task, source, supply, batch.kept?.[index]),
        supply,
      )
    } catch (error) {
      if (error === NOT_KEPT) return undefined
      throw error
    }
  },
  recall: (recall) => recallDrafts(recall, supply),
})

export const emptyTally = (): Tally => ({
  files: 0,
  drafts: 0,
  error: 0,
  warning: 0,
  info: 0,
  suppressed: 0,
  ready: 0,
  safe: 0,
  broken: false,
})

/** Counts a file, or with `-1` takes it out again. */
export function count(
  tally: Tally,
  { findings, suppressed, broken }: Pick<FileParts, 'findings' | 'suppressed' | 'broken'>,
  sign: 1 | -1 = 1,
): void {
  tally.suppressed += sign * suppressed
  tally.broken ||= broken
  for (const { level, fix } of findings) {
    tally[level] += sign
    if (fix !== undefined) tally.ready += sign
    if (fix?.safety === 'safe') tally.safe += sign
  }
}

const numbered = ['drafts', 'error', 'warning', 'info', 'suppressed', 'ready', 'safe'] as const

/** Adds the numbers of a tally, apart from that of files, to a sum. */
export function add(sum: Tally, tally: Tally): void {
  for (const name of numbered) sum[name] += tally[name]
}

/** What the reading of a task brought. */
type Loaded = Source | Unreadable | undefined

/** UTF-16 units after which no more files are read before those that are there are checked. */
const ROOM = 1 << 20

/** Reads a few files, one right after the other: that takes half as long as with checks in between. */
async function loadSome(tasks: readonly Task[], from: number, supply: Supply): Promise<Loaded[]> {
  const loaded: Loaded[] = []
  let units = 0
  for (let at = from; at < tasks.length && units < ROOM; at += 1) {
    const source = await supply.load(tasks[at] as Task)
    loaded.push(source)
    if (source !== undefined && !isUnreadable(source)) units += source.text.length
  }
  return loaded
}

/** How what came of a task is found out. */
type Look = (task: Task, source: Source, index: number) => Promise<Looked | Unreadable> | Looked

async function scan({ tasks, detail }: Batch, look: Look, supply: Supply): Promise<BatchResult> {
  const tally = emptyTally()
  const drafts = new Int32Array(tasks.length)
  const numbers = new Int32Array(tasks.length)
  const lines = new Int32Array(tasks.length)
  const keys = new KeyList()
  const notable: Notable[] = []
  const unreadable: Unreadable[] = []
  const encoded: Encoded[] = []
  const whole = new Set<string>()
  const reminders = new Map<string, Reminder>()
  const checklist = new Map<string, FileParts['checklist'][number]>()
  // Most drafts have the same.
  const listed = new Set<FileParts['checklist']>()
  const fresh: (Uint8Array | undefined)[] = []
  const sealed: (SealedTask | undefined)[] = []
  let before = 0
  let begin = 0
  let loaded: readonly Loaded[] = []
  for (const [index, task] of tasks.entries()) {
    if (index === begin + loaded.length) {
      begin = index
      loaded = await loadSome(tasks, begin, supply)
    }
    const source = loaded[index - begin]
    const looked = source === undefined || isUnreadable(source) ? source : await look(task, source, index)
    if (looked === undefined || 'zh' in looked) {
      if (looked === undefined) whole.add(task.file)
      else if (task.background !== true) unreadable.push(looked)
      drafts[index] = -1
      continue
    }
    const { parts } = looked
    fresh[index] = looked.fresh
    sealed[index] = looked.sealed
    const documents = parts.documents.length
    drafts[index] = documents
    if (task.piece !== undefined && source !== undefined && !isUnreadable(source))
      lines[index] = countLines(source.text)
    keys.addAll(looked.keys, before)
    numbers[index] = (parts.documents.at(-1) ?? -1) + 1
    before += numbers[index] ?? 0
    if (task.background === true) continue
    if (source !== undefined && !isUnreadable(source) && source.encoding !== undefined)
      encoded.push({ file: task.file, encoding: source.encoding })
    tally.files += 1
    tally.drafts += documents
    count(tally, parts)
    for (const reminder of parts.reminders)
      if (reminders.size <= MOST_REMINDERS) reminders.set(JSON.stringify(reminder), reminder)
    if (!listed.has(parts.checklist)) {
      listed.add(parts.checklist)
      for (const entry of parts.checklist) checklist.set(entry.en, entry)
    }
    if (detail) notable.push({ task: index, parts })
    else if (isNotable(parts))
      notable.push({ task: index, parts: { ...parts, reminders: [], checklist: [] } })
  }
  const result: BatchResult = {
    tally,
    drafts,
    numbers,
    lines,
    keys: keys.taken(),
    notable,
    settles: notable.some(({ parts }) => parts.unsettled !== undefined),
    unreadable,
    encoded,
    whole: [...whole],
    reminders: [...reminders.values()],
    checklist: [...checklist.values()],
    ...(supply.memory && { fresh }),
  }
  return supply.sealer === undefined
    ? result
    : { ...result, sealed: [supply.sealer.pack(tasks, result, sealed)] }
}

/** What came of a task, and what to keep of it where that is new. */
interface Looked extends Checked {
  readonly fresh?: Uint8Array
  readonly sealed?: SealedTask
}

class NotKept extends Error {}
/** Made once: where it was thrown does not matter. */
const NOT_KEPT = new NotKept('not kept')

/** What is known of a text from an earlier run. */
function known(
  task: Task,
  source: Source,
  supply: Supply,
  kept: Uint8Array | undefined,
): Checked | undefined {
  return kept === undefined || supply.sealer !== undefined
    ? undefined
    : supply.memory?.open(task, source, kept)
}

function lookUp(task: Task, source: Source, supply: Supply, kept: Uint8Array | undefined): Looked {
  const checked = known(task, source, supply, kept)
  if (checked === undefined) throw NOT_KEPT
  return checked
}

/** Checks a text, unless what came of it is known from an earlier run. */
async function look(
  task: Task,
  source: Source,
  supply: Supply,
  kept: Uint8Array | undefined,
): Promise<Looked | Unreadable> {
  const before = known(task, source, supply, kept)
  if (before !== undefined) return before
  const { memory } = supply
  const keys = new KeyList()
  const take: TakeKey = (kind, value, document) => {
    const { low, high } = hashOf(kind, value)
    keys.add(low, high, document)
  }
  const parts = await checkSafely(task, source, supply, take)
  if (isUnreadable(parts)) return parts
  const checked: Checked = { parts, keys: keys.taken() }
  if (supply.sealer !== undefined)
    return { ...checked, sealed: await seal(task, parts, source, supply, supply.sealer) }
  return memory === undefined ? checked : { ...checked, fresh: memory.seal(task, source, checked) }
}

/** What a shard tells of a file. Which of its values others have too is not known yet, so all of them are told. */
async function seal(
  task: Task,
  parts: FileParts,
  source: Source,
  supply: Supply,
  sealer: Sealer,
): Promise<SealedTask> {
  const standings = await standingsOf({ ...task, documents: parts.documents }, source, supply, () => true)
  return {
    parts: await sealer.parts(parts, source),
    standings: standings.map((each) => sealer.standing(each, supply.rule(each.rule)?.clash?.kind ?? '')),
    // A byte order mark is no text.
    length: source.text.length - (source.text.startsWith('\uFEFF') ? 1 : 0),
  }
}

/** One file that the tool fails on must not take the others with it. */
async function checkSafely(
  task: Task,
  source: Source,
  supply: Supply,
  take: TakeKey,
): Promise<FileParts | Unreadable> {
  try {
    return await checkFile(task, source, supply, take)
  } catch (error) {
    return failedOn(task.file, error)
  }
}

/** What to send us when the tool itself fails: where it happened, never what the draft says. */
function failedOn(file: string, error: unknown): Unreadable {
  if (error instanceof RuleFailure) return { file, ...error.texts }
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const place = /\n +at (?:[\w.<>]+ )?\(?(?:[^()\n]*[/\\])?([\w.-]+:\d+:\d+)\)?/.exec(stack)?.[1] ?? '?'
  const kind = error instanceof Error ? error.name : typeof error
  return {
    file,
    zh: `检查这个文件时工具内部出错（${kind}，${place}），已跳过；请把这一行发给我们`,
    en: `the tool itself failed on this file (${kind}, ${place}) and skipped it; please report this line`,
  }
}

/** Whether there is more to say of a file than how many drafts it has. */
const isNotable = ({ findings, suppressed, broken, documents, unsettled }: FileParts): boolean =>
  unsettled !== undefined ||
  findings.length > 0 ||
  suppressed > 0 ||
  broken ||
  documents.at(-1) !== documents.length - 1

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

async function recallDrafts({ tasks, parts }: Recall, supply: Supply): Promise<Recalled[]> {
  const dealer = new Dealer(parts)
  const hashIn = ({ rule, value }: Standing) => hashOf(supply.rule(rule)?.clash?.kind ?? '', value)
  for (const task of tasks) {
    const shared = new Set(task.hashes)
    const isShared = (kind: string, value: string): boolean => {
      const { low, high } = hashOf(kind, value)
      return shared.has(hashNumber(low, high))
    }
    const source = await supply.load(task)
    // What the tool failed on is told already. A file that is gone meanwhile has nothing to say any more.
    if (source === undefined || isUnreadable(source)) continue
    try {
      for (const standing of await standingsOf(task, source, supply, isShared))
        dealer.add(standing, hashIn(standing))
    } catch {}
  }
  return dealer.dealt()
}
