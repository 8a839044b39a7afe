// `--shard i/n`: checks one part of a run and writes what `merge` needs to put the parts together.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { version } from '../../package.json'
import type { Scanner, Task } from '../engine/task.ts'
import { STDIN } from '../inputs/read.ts'
import { readUpTo } from '../inputs/size.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { isShardReport, type ShardHead, ShardWriter } from '../shard/report-file.ts'
import { keyedHash, readShard, type Shard, shareOf } from '../shard/share.ts'
import { makeFolder } from './folder.ts'
import { type Io, UsageError } from './io.ts'
import type { SettingsMaker } from './settings.ts'

/** The shard that `--shard` means. @throws UsageError when it means none */
function shardOf(word: string): Shard {
  const shard = readShard(word)
  if (shard !== undefined) return shard
  throw new UsageError({
    zh: `--shard ${word}：写第几份/共几份，例如 --shard 2/5`,
    en: `--shard ${word}: write which part of how many, such as --shard 2/5`,
  })
}

/** The file that a shard's report is written to unless one is named. */
const shardFileOf = ({ index, count }: Shard): string => `beian-check-${index}-of-${count}.shard`

/** Drafts, and bytes of each, that the key of a run is made from: enough that nobody guesses all they say. */
const KEY_DRAFTS = 8
const KEY_BYTES = 65_536

/**
 * A key that all machines with the same drafts come to, and nobody without them: made from what the first of them say. A
 * secret of the user's own goes into it too.
 */
function keyOf(files: readonly string[], { cwd, env }: Pick<Io, 'cwd' | 'env'>): Buffer {
  const hash = createHash('sha256').update(`${env.BEIAN_CHECK_SHARD_SECRET ?? ''}\0`)
  for (const file of files.filter((each) => each !== STDIN).slice(0, KEY_DRAFTS)) {
    try {
      hash.update(readUpTo(resolve(cwd, file), KEY_BYTES).subarray(0, KEY_BYTES))
    } catch {
      // A file that cannot be read is told when it is its turn.
    }
    hash.update('\0')
  }
  return hash.digest()
}

/** Where a report is written: folders on the way are made, and through a link the file itself is replaced. */
function placeOf(path: string): string {
  makeFolder(dirname(path))
  if (!existsSync(path)) return path
  const place = realpathSync(path)
  if (statSync(place).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  return place
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}

/** Does a piece of the writing of a report. @throws UsageError when the system does not let it be written */
function written<T>(file: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new UsageError({
      zh: `${file}：本份结果写不进去（${code}）`,
      en: `${file}: the part's report cannot be written (${code})`,
    })
  }
}

/** What makes a run a part of a larger one. */
export class ShardRun {
  readonly tasks: readonly Task[]
  readonly key: Uint8Array
  readonly #all: readonly Task[]
  readonly #file: string
  readonly #writer: ShardWriter
  readonly #order = new Map<Task, number>()

  /**
   * Begins a shard's report.
   * @param word `--shard`
   * @param named `--shard-report`
   * @param all the tasks of the whole run
   * @param notices what there is to say of files, whatever shard they are in
   * @throws UsageError when the word means no shard, or the report cannot be written
   */
  static async open(
    word: string,
    named: string | undefined,
    all: readonly Task[],
    settings: SettingsMaker,
    notices: Pick<ShardHead, 'trouble' | 'notes'>,
    io: Io,
  ): Promise<ShardRun> {
    const shard = shardOf(word)
    const file = named ?? shardFileOf(shard)
    const { requireNoDraft, requireOwn } = await import('./outputs.ts')
    requireNoDraft(file, io)
    requireOwn(file, isShardReport, io)
    return written(file, () => new ShardRun(shard, file, all, settings, notices, io))
  }

  private constructor(
    shard: Shard,
    file: string,
    all: readonly Task[],
    settings: SettingsMaker,
    notices: Pick<ShardHead, 'trouble' | 'notes'>,
    io: Pick<Io, 'cwd' | 'env'>,
  ) {
    this.tasks = shareOf(all, shard)
    this.#all = all
    this.#file = file
    for (const [index, task] of all.entries()) this.#order.set(task, index)
    const names = [...new Set(all.map((task) => task.file))]
    this.key = keyOf(names, io)
    const { profile, rule, today, maxSize } = settings.setup
    this.#writer = new ShardWriter(placeOf(resolve(io.cwd, file)), {
      version,
      shard,
      list: sha256(JSON.stringify(all)),
      contents: keyedHash(this.key, 'contents'),
      configs: sha256(...settings.filesRead(names).map((each) => readFileSync(each))),
      profile: profile ?? null,
      rules: rule,
      maxSize: maxSize ?? null,
      today,
      ...notices,
    })
  }

  /** A scanner that writes what came of each batch. */
  around(scanner: Scanner): Scanner {
    return {
      width: scanner.width,
      recall: (recall) => scanner.recall(recall),
      rest: async () => scanner.rest?.(),
      scan: async (batch) => {
        const { sealed = [], ...result } = await scanner.scan(batch)
        const order = this.#orderOf(batch.tasks[0])
        for (const [index, piece] of sealed.entries())
          written(this.#file, () => this.#writer.add(order + index, piece))
        return result
      },
    }
  }

  /** A file whose pieces cannot be read by themselves stands where its first piece did. */
  #orderOf(task: Task | undefined): number {
    const known = task && this.#order.get(task)
    return known ?? this.#all.findIndex(({ file }) => file === task?.file)
  }

  close(language: Language, io: Pick<Io, 'stderr'>): void {
    written(this.#file, () => this.#writer.close())
    io.stderr.write(`${oneLine(texts.written[language](this.#file))}\n`)
  }

  drop(): void {
    this.#writer.drop()
  }
}

const texts = {
  written: {
    zh: (file: string) => `本份结果已写入 ${file}；各份都完成后用 beian-check merge 合并`,
    en: (file: string) => `The part's report is in ${file}; put all parts together with beian-check merge`,
  },
} as const
