// `beian-check merge REPORT…`: the reports of all shards of a run become the report of the run.
import { resolve } from 'node:path'
import { version } from '../../package.json'
import { movedStanding } from '../engine/check-file.ts'
import { Dealer } from '../engine/deal.ts'
import { hashNumber } from '../engine/keys.ts'
import { conclude as concludeRun } from '../engine/run.ts'
import { type Packer, RunStore } from '../engine/store.ts'
import type { BatchResult, Recall, Recalled, Task } from '../engine/task.ts'
import { type Notice, unreadable as whyUnreadable } from '../inputs/notice.ts'
import { Inputs, STDIN } from '../inputs/read.ts'
import { chooseLanguage } from '../report/language.ts'
import { halvesOf } from '../shard/hashes.ts'
import { ShardFile, type ShardHead, SpoiltShard } from '../shard/report-file.ts'
import type { ToldBatch, ToldStandings } from '../shard/seal.ts'
import { type CheckOptions, conclude, targetsFor } from './check.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { encodingNotes, setupOf, supplyFor } from './session.ts'
import { SettingsMaker } from './settings.ts'
import { warningLimit } from './warning-limit.ts'

/** A batch of the run, in its place, with the file that tells of it. */
interface Part {
  readonly file: ShardFile
  readonly entry: ShardFile['entries'][number]
  readonly tasks: readonly Task[]
}

/** Puts the reports of shards together and tells what they say. */
export async function merge(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const targets = await targetsFor(options, paths, io)
  const limit = warningLimit(options)
  const files = paths.map((path) => openShard(path, io))
  try {
    const notes = agreed(files)
    const store = await storeOf(files)
    const { parts } = store
    const names = [...new Set(parts.flatMap(({ tasks }) => tasks.map(({ file }) => file)))]
    const settings = new SettingsMaker(setupOf(options, io))
    await settings.prepare(names)
    const { registry } = settings
    const config = settings.configOf(names[0] ?? STDIN)
    const recall = recallFrom(parts)
    const supply = { rule: (id: string) => registry.rules.get(id) }
    const { report, unreadable, encoded } = await concludeRun(store.store, supply, { recall, width: 1 })
    const inputs = new Inputs(io, undefined, settings.setup.maxSize)
    const source = async (file: string) => {
      const read = await supplyFor(settings, inputs).load({ file })
      return read === undefined || 'zh' in read ? undefined : read
    }
    const [first] = files
    const session = {
      report,
      trouble: [...(first?.head.trouble ?? []), ...unreadable],
      notes: [...(first?.head.notes ?? []), ...encodingNotes(encoded), ...notes],
      language: chooseLanguage(options.lang ?? config?.lang, io.env),
      config,
      configOf: (file: string) => settings.configOf(file),
      source,
      lines: () => undefined,
      registry,
    }
    return await conclude(session, targets, options, limit, io)
  } catch (error) {
    throw error instanceof SpoiltShard ? spoilt(error.file) : error
  } finally {
    for (const file of files) file.close()
  }
}

function openShard(path: string, io: Pick<Io, 'cwd'>): ShardFile {
  let opened: ReturnType<typeof ShardFile.open>
  try {
    opened = ShardFile.open(path, resolve(io.cwd, path))
  } catch (error) {
    const { zh, en } = whyUnreadable(path, error)
    throw new UsageError({ zh: `${path}：${zh}`, en: `${path}: ${en}` })
  }
  if (opened instanceof ShardFile) return opened
  if (opened === 'incomplete') throw spoilt(path)
  throw new UsageError({
    zh: `${path}：这不是 --shard 写出的结果，或出自另一个版本`,
    en: `${path}: this is no report that --shard wrote, or one of another version`,
  })
}

const spoilt = (path: string): UsageError =>
  new UsageError({
    zh: `${path}：不完整或已损坏，请重新运行这一份`,
    en: `${path}: incomplete or spoilt; run this part again`,
  })

/** What parts of one run agree in, and how it is named when they do not. */
const agreements: readonly {
  readonly of: (head: ShardHead) => string
  readonly shown: boolean
  readonly zh: string
  readonly en: string
}[] = [
  { of: (head) => head.version, shown: true, zh: '出自不同版本', en: 'were made by different versions' },
  {
    of: ({ shard }) => String(shard.count),
    shown: true,
    zh: '不是分成同样多份',
    en: 'were not divided into the same number of parts',
  },
  {
    of: (head) => head.profile ?? '-',
    shown: true,
    zh: '用了不同的接入商档案',
    en: 'go by different profiles',
  },
  {
    of: (head) => head.rules.join(' ') || '-',
    shown: true,
    zh: '用了不同的 --rule',
    en: 'go by different --rule',
  },
  {
    of: (head) => String(head.maxSize ?? '-'),
    shown: true,
    zh: '用了不同的 --max-size',
    en: 'go by different --max-size',
  },
  { of: (head) => head.configs, shown: false, zh: '用了不同的配置', en: 'go by different configs' },
  { of: (head) => head.list, shown: false, zh: '检查的不是同一批文件', en: 'are not about the same files' },
  {
    of: (head) => head.contents,
    shown: false,
    zh: '检查的草稿内容不同（或 BEIAN_CHECK_SHARD_SECRET 不同）',
    en: 'are of drafts with different contents (or of different BEIAN_CHECK_SHARD_SECRET)',
  },
]

/**
 * Makes sure that reports are the parts of one run, each once.
 * @returns what else there is to say of them
 * @throws UsageError that says which is missing, there twice, or of another run
 */
function agreed(files: readonly ShardFile[]): Notice[] {
  const [first] = files
  if (first === undefined) return []
  if (first.head.version !== version)
    throw new UsageError({
      zh: `${first.name} 出自 ${first.head.version}，这里是 ${version}；请用同一个版本`,
      en: `${first.name} was made by ${first.head.version}, this is ${version}; use one version`,
    })
  for (const file of files) {
    const differing = agreements.find(({ of }) => of(file.head) !== of(first.head))
    if (differing === undefined) continue
    const { of, shown, zh, en } = differing
    const values = shown ? [` (${of(first.head)})`, ` (${of(file.head)})`] : ['', '']
    throw new UsageError({
      zh: `${first.name}${values[0]} 和 ${file.name}${values[1]} ${zh}，不能合并`,
      en: `${first.name}${values[0]} and ${file.name}${values[1]} ${en}; they cannot be put together`,
    })
  }
  requireAll(files, first.head.shard.count)
  return files
    .filter(({ head }) => head.today !== first.head.today)
    .map(({ name, head }) => ({
      file: name,
      zh: `检查的日期是 ${head.today}，${first.name} 是 ${first.head.today}；与日期有关的结果可能不同`,
      en: `was made on ${head.today}, ${first.name} on ${first.head.today}; findings about dates may differ`,
    }))
}

function requireAll(files: readonly ShardFile[], count: number): void {
  const byIndex = new Map<number, ShardFile>()
  for (const file of files) {
    const { index } = file.head.shard
    const other = byIndex.get(index)
    if (other !== undefined)
      throw new UsageError({
        zh: `第 ${index}/${count} 份给了两次：${other.name}、${file.name}`,
        en: `part ${index}/${count} is there twice: ${other.name}, ${file.name}`,
      })
    byIndex.set(index, file)
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index))
  if (missing.length === 0) return
  const names = missing.slice(0, 10).map((index) => `${index}/${count}`)
  throw new UsageError({
    zh: `还少第 ${names.join('、')}${missing.length > 10 ? ' 等' : ''} 份；全部给出才能合并`,
    en: `part ${names.join(', ')}${missing.length > 10 ? ' and others' : ''} is missing; merge needs all of them`,
  })
}

/** All that the shards say, in the order of the run. */
async function storeOf(files: readonly ShardFile[]): Promise<{ store: RunStore; parts: readonly Part[] }> {
  const packer: Packer = await import('../engine/pack.ts')
  const found = files.flatMap((file) => file.entries.map((entry) => ({ file, entry })))
  found.sort((a, b) => a.entry.order - b.entry.order)
  const told = found.map(({ file, entry }) => {
    const { tasks, result } = file.result(entry)
    // Kept packed, as in any run: the findings of an archive are many.
    return { part: { file, entry, tasks }, result: batchResult(result, packer) }
  })
  const wanted = withoutPieces(told)
  const store = new RunStore(
    wanted.map(({ part }) => part.tasks),
    packer,
  )
  for (const [index, { result }] of wanted.entries()) {
    const slot = store.slots[index]
    if (slot !== undefined) store.take(slot, result)
  }
  return { store, parts: wanted.map(({ part }) => part) }
}

/** A file that had to be read as a whole stands for its pieces, and once. */
function withoutPieces<T extends { readonly part: Part; readonly result: BatchResult }>(
  told: readonly T[],
): T[] {
  const whole = new Set(told.flatMap(({ result }) => [...result.whole]))
  const placed = new Set<string>()
  return told.filter(({ part: { tasks } }) => {
    const [task] = tasks
    if (task === undefined || !whole.has(task.file)) return true
    if (task.piece !== undefined || placed.has(task.file)) return false
    placed.add(task.file)
    return true
  })
}

function batchResult(told: ToldBatch['result'], packer: Packer): BatchResult {
  return {
    ...told,
    drafts: Int32Array.from(told.drafts),
    numbers: Int32Array.from(told.numbers),
    lines: Int32Array.from(told.lines),
    keys: Uint32Array.from(told.keys),
    notable: packer.pack(told.notable),
  }
}

/** Reads the places of shared values from the shards' reports. */
function recallFrom(parts: readonly Part[]): (recall: Recall) => Promise<Recalled[]> {
  const placeOf = new Map<string, { part: Part; index: number }>()
  for (const part of parts)
    for (const [index, task] of part.tasks.entries()) placeOf.set(nameOf(task), { part, index })
  let open: { part: Part; standings: ToldStandings } | undefined
  return async ({ tasks, parts: count }) => {
    const dealer = new Dealer(count)
    for (const task of tasks) {
      const place = placeOf.get(nameOf(task))
      if (place === undefined) continue
      const { part, index } = place
      const shared = new Set(task.hashes)
      if (open?.part !== part) open = { part, standings: part.file.standings(part.entry) }
      for (const standing of open.standings[index] ?? []) {
        const hash = halvesOf(standing.value)
        if (!task.documents.includes(standing.document) || !shared.has(hashNumber(hash.low, hash.high)))
          continue
        dealer.add(movedStanding(standing, task.before), hash)
      }
    }
    return dealer.dealt()
  }
}

const nameOf = ({ file, piece }: Task): string => `${piece?.from ?? ''}\n${file}`
