// The main path: batches of files → what each says by itself → keys that several drafts share → clashes → a report.

import { judgeClashes } from './clash.ts'
import { hashNumber } from './keys.ts'
import type { LocatedFinding, RunReport } from './report.ts'
import { localScanner } from './scan.ts'
import { RunStore, type SharedKey } from './store.ts'
import type {
  Encoded,
  Recalled,
  RecallTask,
  Scanner,
  Source,
  Standing,
  Supply,
  Task,
  Unreadable,
} from './task.ts'

export type { Settings, Source, Supply } from './task.ts'

/** Files that a batch holds: enough to make up for sending it to another thread. */
const BATCH = 64

/** Runs of no more batches than this never have much to say. */
const FEW_BATCHES = 8

/** How a run goes about it. */
export interface RunOptions {
  /** Who does the work; this thread unless given. */
  readonly scanner?: Scanner
  /** Keep what each file leaves to the user's own eyes. */
  readonly detail?: boolean
  /** Told of the tasks that are done. */
  readonly progress?: (done: number) => void
}

/** A report, and the files that could not be read. */
export interface RunResult {
  readonly report: RunReport
  readonly unreadable: readonly Unreadable[]
  /** Files in another encoding than UTF-8. */
  readonly encoded: readonly Encoded[]
}

/** Checks files, then what they say about each other. Files keep the order given, whoever does the work. */
export async function run(
  tasks: readonly Task[],
  supply: Supply,
  { scanner = localScanner(supply), detail = false, progress }: RunOptions = {},
): Promise<RunResult> {
  const size = Math.max(1, Math.min(BATCH, Math.ceil(tasks.length / (scanner.width * 4))))
  const batches = inBatches(tasks, size)
  // What comes from other threads is packed already, however few batches there are.
  const mayPack = batches.length > FEW_BATCHES || scanner.width > 1
  const store = new RunStore(batches, mayPack ? await import('./pack.ts') : undefined)
  let done = 0
  await inParallel(store.slots, atATime(scanner), async (batch) => {
    store.take(batch, await scanner.scan({ tasks: batch.tasks, detail }))
    done += batch.tasks.length
    progress?.(done)
  })
  for (const batch of store.replacePieces())
    store.take(batch, await scanner.scan({ tasks: batch.tasks, detail }))
  return await conclude(store, supply, scanner)
}

/** Everything is checked: finds what drafts say about each other, and makes the report. */
export async function conclude(
  store: RunStore,
  supply: Pick<Supply, 'rule'>,
  scanner: Pick<Scanner, 'recall' | 'rest' | 'width'>,
): Promise<RunResult> {
  store.settle()
  await findClashes(store, supply, scanner)
  return { report: store.report(), unreadable: store.unreadable(), encoded: store.encoded() }
}

/** What a file says by itself. */
export interface OneFile {
  readonly broken: boolean
  readonly findings: readonly LocatedFinding[]
}

/** Checks one file by itself. */
export async function checkOne(file: string, source: Source, supply: Supply): Promise<OneFile> {
  const { report } = await run([{ file }], { ...supply, load: async () => source })
  return { broken: report.broken, findings: [...report.files].flatMap(({ findings }) => [...findings]) }
}

/** Pieces of big files go by themselves. */
function inBatches(tasks: readonly Task[], size: number): Task[][] {
  const batches: Task[][] = []
  let open: Task[] = []
  for (const task of tasks) {
    if (open.length === size || task.piece !== undefined) {
      if (open.length > 0) batches.push(open)
      open = []
    }
    if (task.piece === undefined) open.push(task)
    else batches.push([task])
  }
  if (open.length > 0) batches.push(open)
  return batches
}

/** Batches that are given out at a time: each thread has the next one waiting. One thread has nobody to wait for. */
const atATime = ({ width }: Pick<Scanner, 'width'>): number => (width > 1 ? width * 2 : 1)

/** Works on a few items at a time. */
async function inParallel<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

/** Keys whose drafts are read again at a time, and those that are judged at a time: they bound the memory that clashes take. */
const MOST_RECALLED = 50_000
const MOST_JUDGED = 1_000

/** As many keys are worth the time that it takes to begin with fresh workers. */
const MANY = 10_000

/** Reads the drafts again that share a key, and judges what they share. */
async function findClashes(
  store: RunStore,
  supply: Pick<Supply, 'rule'>,
  scanner: Pick<Scanner, 'recall' | 'rest' | 'width'>,
): Promise<void> {
  for (const keys of sharedKeys(store)) {
    const parts = Math.ceil(keys.length / MOST_JUDGED)
    const rest = async (): Promise<void> => (keys.length > MANY ? scanner.rest?.() : undefined)
    await rest()
    const found: (readonly Recalled[])[] = []
    await inParallel(
      recallBatches(store.tasksOf(keys)).entries(),
      atATime(scanner),
      async ([index, tasks]) => {
        found[index] = await scanner.recall({ tasks, parts })
      },
    )
    await rest()
    const dealt = Array.from({ length: parts }, (): Recalled['standings'][] => [])
    for (const { part, standings } of found.flat()) dealt[part]?.push(standings)
    found.length = 0
    for (const part of dealt) {
      const standings: Standing[] = []
      for (const some of part) for (const each of await unpacked(some)) standings.push(each)
      store.addClashes(judgeClashes(standings, supply.rule))
    }
  }
}

const unpacked = async (standings: Recalled['standings']): Promise<readonly Standing[]> =>
  standings instanceof Uint8Array ? (await import('./pack.ts')).unpack<Standing>(standings) : standings

/** Groups of drafts that share keys, so many at a time that memory stays bounded. */
function* sharedKeys(store: RunStore): Generator<SharedKey[]> {
  const groups = [...store.keys.shared()]
  // Neighbours share files: what stands early in the run comes early.
  groups.sort((a, b) => (a.drafts[0] ?? 0) - (b.drafts[0] ?? 0))
  let keys: SharedKey[] = []
  for (const { low, high, drafts } of groups) {
    const hash = hashNumber(low, high)
    for (const draft of drafts) keys.push({ hash, draft })
    if (keys.length < MOST_RECALLED) continue
    yield keys
    keys = []
  }
  if (keys.length > 0) yield keys
}

/** Pieces of big files that are recalled at a time: what was found in each of them keeps its text in memory. */
const PIECES = 4

function recallBatches(tasks: readonly RecallTask[]): RecallTask[][] {
  const batches: RecallTask[][] = []
  const size = tasks.some(({ piece }) => piece !== undefined) ? PIECES : BATCH
  for (let at = 0; at < tasks.length; at += size) batches.push(tasks.slice(at, at + size))
  return batches
}
