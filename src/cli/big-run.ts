// A run with more to it than a few files: workers, a line of progress, results kept from the last run.
import { resolve } from 'node:path'
import { type RunResult, run, type Supply } from '../engine/run.ts'
import { localScanner } from '../engine/scan.ts'
import type { Scanner, Task } from '../engine/task.ts'
import type { Notice } from '../inputs/notice.ts'
import type { Language } from '../report/language.ts'
import type { Cache } from './cache.ts'
import { guarded, type Io } from './io.ts'
import { hasWorkers, Pool } from './pool.ts'
import { progressFor } from './progress.ts'
import { equipped, type SessionOptions } from './session.ts'
import type { SettingsMaker } from './settings.ts'
import type { ShardRun } from './shard.ts'

/** The cache of a folder, unless another place is named. */
export const CACHE_FILE = '.beian-check-cache'

/** Who a run works for, and with what. */
export interface BigRun {
  readonly jobs: number
  readonly tasks: readonly Task[]
  readonly supply: Supply
  readonly settings: SettingsMaker
  readonly shard: ShardRun | undefined
  readonly options: SessionOptions
  readonly language: Language
  readonly io: Io
}

/** What came of it, and what there is to say of the cache. */
export interface BigRunResult extends RunResult {
  readonly notes: readonly Notice[]
}

/** Checks drafts in several threads where that pays. */
export async function runBig(big: BigRun): Promise<BigRunResult> {
  const { jobs, tasks, settings, shard, options, language, io } = big
  const setup = shard === undefined ? settings.setup : { ...settings.setup, shardKey: shard.key }
  const supply = await equipped(big.supply, settings, setup)
  const progress = progressFor(tasks.length, language, io)
  const pool =
    jobs > 1 && hasWorkers()
      ? new Pool(setup, supply, jobs, (file) => options.inputs?.isOnce(file) ?? false)
      : undefined
  const { cache, notes } = await openCache(options, settings, io)
  const local = localScanner(supply)
  const whole: Scanner = pool ?? local
  const keeping = cache?.around(local, whole) ?? whole
  const scanner = shard?.around(keeping) ?? keeping
  const work = async (): Promise<BigRunResult> => {
    const result = await run(tasks, supply, {
      detail: options.detail ?? false,
      scanner,
      ...(progress && { progress: (done) => progress.show(done) }),
    })
    shard?.close(language, io)
    const unsaved = await cache?.save()
    return { ...result, notes: unsaved === undefined ? notes : [...notes, unsaved] }
  }
  const stopped = (): void => {
    progress?.end()
    shard?.drop()
    io.stderr.write(language === 'zh' ? '已中断，没有报告\n' : 'Interrupted; there is no report\n')
  }
  try {
    return await guarded(io, work, stopped)
  } catch (error) {
    shard?.drop()
    throw error
  } finally {
    progress?.end()
    await pool?.rest()
  }
}

/** Makes sure that nothing but a cache is replaced by one. Throws a UsageError. */
export async function requireCachePlace(
  { cacheLocation = CACHE_FILE }: SessionOptions,
  io: Io,
): Promise<void> {
  const { requireNoDraft, requireOwn } = await import('./outputs.ts')
  const { isCache } = await import('./cache.ts')
  requireNoDraft(cacheLocation, io)
  // What has the usual name is a cache, however spoilt.
  if (cacheLocation !== CACHE_FILE) requireOwn(cacheLocation, isCache, io)
}

async function openCache(
  options: SessionOptions,
  { setup }: SettingsMaker,
  io: Io,
): Promise<{ cache: Cache | undefined; notes: readonly Notice[] }> {
  if (setup.cache === undefined) return { cache: undefined, notes: [] }
  await requireCachePlace(options, io)
  const { cacheLocation = CACHE_FILE } = options
  const { Cache } = await import('./cache.ts')
  const cache = new Cache(cacheLocation, resolve(io.cwd, cacheLocation), setup)
  const note = cache.load()
  return { cache, notes: note === undefined ? [] : [note] }
}
