// What a worker does: batches of a run, one after the other, as the main thread sends them.
import { parentPort, workerData } from 'node:worker_threads'
import { pack } from '../engine/pack.ts'
import { localScanner } from '../engine/scan.ts'
import type { Batch, BatchResult, Recall, Recalled, Scanner } from '../engine/task.ts'
import { Inputs } from '../inputs/read.ts'
import { equipped, supplyFor } from './session.ts'
import { SettingsMaker, type Setup } from './settings.ts'

/** A portion of work, as it is sent. */
export type Order = { readonly number: number } & ({ readonly scan: Batch } | { readonly recall: Recall })

/** What came of it. */
export interface Answer {
  readonly number: number
  readonly result: BatchResult | readonly Recalled[]
}

/** Runs in a worker for as long as the main thread wants it. */
export function work(): void {
  const setup: Setup = workerData
  const settings = new SettingsMaker(setup)
  const inputs = new Inputs({ cwd: setup.cwd, stdin: async () => new Uint8Array() }, undefined, setup.maxSize)
  // Orders wait in line: configs are read in between.
  let last: Promise<void> = Promise.resolve()
  let scanner: Scanner | undefined
  const answer = async (order: Order): Promise<void> => {
    const tasks = 'scan' in order ? order.scan.tasks : order.recall.tasks
    await settings.prepare(tasks.map(({ file }) => file))
    scanner ??= localScanner(await equipped(supplyFor(settings, inputs), settings, setup))
    if ('recall' in order) {
      send({ number: order.number, result: await scanner.recall(order.recall) }, [])
      return
    }
    const { notable, ...rest } = await scanner.scan(order.scan)
    const packed = notable instanceof Uint8Array ? notable : pack(notable)
    const result: BatchResult = { ...rest, notable: packed }
    send({ number: order.number, result }, [packed.buffer as ArrayBuffer, rest.keys.buffer as ArrayBuffer])
  }
  parentPort?.on('message', (order: Order) => {
    last = last.then(() => answer(order))
  })
}

function send(answer: Answer, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(answer, transfer)
}
