// Workers for a run over many files. A worker that dies takes one file with it, which is told; the run goes on.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { unpack } from '../engine/pack.ts'
import { add, emptyTally, localScanner } from '../engine/scan.ts'
import type {
  Batch,
  BatchResult,
  Notable,
  Recall,
  Recalled,
  Scanner,
  Supply,
  Task,
  Unreadable,
} from '../engine/task.ts'
import type { Setup } from './settings.ts'
import type { Answer, Order } from './worker.ts'

/** The file that a worker begins with. */
const entry = join(import.meta.dirname, 'worker.cjs')

/** Whether there can be workers: they run the bundle. */
export const hasWorkers = (): boolean => existsSync(join(import.meta.dirname, 'cli.cjs'))

type Job = Order extends infer O ? (O extends Order ? Omit<O, 'number'> : never) : never

interface Waiting {
  readonly resolve: (result: BatchResult | readonly Recalled[]) => void
  readonly reject: (error: unknown) => void
}

/** A worker died of what it was doing. */
class WorkerDied extends Error {}

/** One worker and the orders that it has not answered yet. */
class Hand {
  readonly worker: Worker
  readonly open = new Map<number, Waiting>()
  dead = false

  constructor(setup: Setup) {
    this.worker = new Worker(entry, {
      workerData: setup,
      // Drafts live for a moment. More room for the young makes collecting them rarer, and costs more in memory than it saves.
      // A draft that eats more than this takes its worker with it, and not the run.
      resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 },
    })
    this.worker.on('message', ({ number, result }: Answer) => {
      this.open.get(number)?.resolve(result)
      this.open.delete(number)
    })
    // Why it died matters less than what it was doing: the run finds the file.
    this.worker.on('error', () => this.#die())
    this.worker.on('exit', () => this.#die())
  }

  #die(): void {
    this.dead = true
    for (const { reject } of this.open.values()) reject(new WorkerDied())
    this.open.clear()
  }
}

/** A scanner that works in several threads. Has to rest in the end. */
export class Pool implements Scanner {
  readonly width: number
  readonly #setup: Setup
  readonly #supply: Supply
  readonly #local: Scanner
  #hands: Hand[] = []
  readonly #isHere: (file: string) => boolean
  #number = 0
  /** A worker for what others died of. */
  #cell: Hand | undefined
  #lastAlone: Promise<unknown> = Promise.resolve()

  /** @param isHere tells the files that only this thread can read */
  constructor(setup: Setup, supply: Supply, jobs: number, isHere: (file: string) => boolean) {
    this.#isHere = isHere
    this.width = jobs
    this.#setup = setup
    this.#supply = supply
    this.#local = localScanner(supply)
  }

  /** Workers begin anew when there is something to do again. */
  async rest(): Promise<void> {
    const hands = this.#cell === undefined ? this.#hands : [...this.#hands, this.#cell]
    this.#hands = []
    this.#cell = undefined
    await Promise.all(hands.map(({ worker }) => worker.terminate()))
  }

  async scan(batch: Batch): Promise<BatchResult> {
    if (batch.tasks.some(({ file }) => this.#isHere(file))) return this.#local.scan(batch)
    const result = await survive(this.#send({ scan: batch }))
    if (result !== undefined) return result as BatchResult
    const { kept = [] } = batch
    const results: BatchResult[] = []
    for (const [index, task] of batch.tasks.entries()) {
      const single = await this.#alone({ scan: { ...batch, tasks: [task], kept: [kept[index]] } })
      results.push((single as BatchResult | undefined) ?? this.#lost(task))
    }
    return joined(results)
  }

  #lost(task: Task): BatchResult {
    const result = lost(task)
    const { sealer } = this.#supply
    return sealer === undefined ? result : { ...result, sealed: [sealer.pack([task], result, [])] }
  }

  async recall(recall: Recall): Promise<readonly Recalled[]> {
    if (recall.tasks.some(({ file }) => this.#isHere(file))) return this.#local.recall(recall)
    const result = await survive(this.#send({ recall }))
    if (result !== undefined) return result as readonly Recalled[]
    const parts: Recalled[] = []
    for (const task of recall.tasks) {
      const single = await this.#alone({ recall: { ...recall, tasks: [task] } })
      if (single !== undefined) parts.push(...(single as readonly Recalled[]))
    }
    return parts
  }

  /** Does a job in a worker that has nothing else to do, so that it is clear what it dies of. One after the other. */
  #alone(job: Job): Promise<BatchResult | readonly Recalled[] | undefined> {
    const done = this.#lastAlone.then(() => {
      if (this.#cell === undefined || this.#cell.dead) this.#cell = new Hand(this.#setup)
      return survive(this.#give(this.#cell, job))
    })
    this.#lastAlone = done
    return done
  }

  #send(job: Job): Promise<BatchResult | readonly Recalled[]> {
    const living = this.#hands.filter(({ dead }) => !dead)
    const idle = living.find(({ open }) => open.size === 0)
    // No more workers than there is work for: a cache may know nearly everything.
    if (idle === undefined && living.length < this.width) living.push(new Hand(this.#setup))
    this.#hands = living
    const hand = idle ?? living.reduce((a, b) => (b.open.size < a.open.size ? b : a))
    return this.#give(hand, job)
  }

  #give(hand: Hand, job: Job): Promise<BatchResult | readonly Recalled[]> {
    const number = this.#number
    this.#number += 1
    return new Promise((resolve, reject) => {
      hand.open.set(number, { resolve, reject })
      hand.worker.postMessage({ number, ...job })
    })
  }
}

/** What came of a job; undefined when its worker died. */
async function survive<T>(job: Promise<T>): Promise<T | undefined> {
  try {
    return await job
  } catch (error) {
    if (error instanceof WorkerDied) return undefined
    throw error
  }
}

const crashed = (file: string): Unreadable => ({
  file,
  zh: '检查这个文件时工具崩溃了（可能太大或太深），已跳过；其余文件照常检查',
  en: 'the tool crashed on this file (too big or too deep?); it was skipped, the others were checked',
})

/** What came of a file that a worker died of. */
const lost = ({ file }: Task): BatchResult => ({
  tally: emptyTally(),
  drafts: Int32Array.of(-1),
  numbers: Int32Array.of(0),
  lines: Int32Array.of(0),
  keys: new Uint32Array(),
  notable: [],
  settles: false,
  unreadable: [crashed(file)],
  encoded: [],
  whole: [],
  reminders: [],
  checklist: [],
})

/** Results of single tasks as those of one batch. */
function joined(results: readonly BatchResult[]): BatchResult {
  const tally = emptyTally()
  const keys: number[] = []
  const notable: Notable[] = []
  let before = 0
  for (const [task, result] of results.entries()) {
    add(tally, result.tally)
    tally.files += result.tally.files
    tally.broken ||= result.tally.broken
    for (const [i, key] of result.keys.entries()) keys.push(i % 3 === 2 ? key + before : key)
    const own = result.notable instanceof Uint8Array ? unpack<Notable>(result.notable) : result.notable
    notable.push(...own.map(({ parts }) => ({ task, parts })))
    before += result.numbers[0] ?? 0
  }
  return {
    tally,
    drafts: Int32Array.from(results, ({ drafts }) => drafts[0] ?? 0),
    numbers: Int32Array.from(results, ({ numbers }) => numbers[0] ?? 0),
    lines: Int32Array.from(results, ({ lines }) => lines[0] ?? 0),
    keys: Uint32Array.from(keys),
    notable,
    settles: results.some(({ settles }) => settles),
    unreadable: results.flatMap(({ unreadable }) => unreadable),
    encoded: results.flatMap(({ encoded }) => encoded),
    whole: results.flatMap(({ whole }) => whole),
    reminders: results.flatMap(({ reminders }) => reminders),
    checklist: results.flatMap(({ checklist }) => checklist),
    fresh: results.map(({ fresh }) => fresh?.[0]),
    sealed: results.flatMap(({ sealed = [] }) => sealed),
  }
}
