// What a shard tells of its drafts to the machine that puts the shards together: findings as reporters show them, masked, in
// both languages; and for each value that may clash a keyed hash with its place. Numbers, phones, mail and addresses stay here.
import { deflateRawSync } from 'node:zlib'
import { version } from '../../package.json'
import type { Excerpt } from '../draft/excerpt.ts'
import { mask, maskWithin } from '../draft/mask.ts'
import type { Datum, Reminder } from '../engine/finding.ts'
import { KeyList } from '../engine/keys.ts'
import type { FileParts, LocatedFinding, Told } from '../engine/report.ts'
import type { Rule } from '../engine/rule.ts'
import type { BatchResult, SealedBatch, SealedTask, Sealer, Source, Standing, Task } from '../engine/task.ts'
import { noInk } from '../report/ink.ts'
import type { Language } from '../report/language.ts'
import { Replacements } from '../report/replacements.ts'
import { fixTitle, pathShown, quotedLine, type RunView, wordsOf } from '../report/view.ts'
import { halvesOf } from './hashes.ts'
import { keyedHash } from './share.ts'

/** What came of a batch, as it is written. */
export interface ToldBatch {
  readonly tasks: readonly Task[]
  readonly result: Omit<
    BatchResult,
    'drafts' | 'numbers' | 'lines' | 'keys' | 'notable' | 'fresh' | 'sealed' | 'lengths'
  > & {
    readonly drafts: readonly number[]
    readonly numbers: readonly number[]
    readonly lines: readonly number[]
    readonly lengths: readonly number[]
    readonly keys: readonly number[]
    readonly notable: readonly { readonly task: number; readonly parts: FileParts }[]
  }
}

/** The places of the keys of each task. */
export type ToldStandings = readonly (readonly Standing[])[]

const viewIn = (language: Language, rules: ReadonlyMap<string, Rule>, source: Source): RunView => ({
  language,
  showValues: false,
  ink: noInk,
  width: Number.POSITIVE_INFINITY,
  rules,
  quiet: false,
  cwd: '',
  root: '',
  today: '',
  version,
  trouble: [],
  source: async () => source,
})

const maskedDatum = (datum: Datum): Datum =>
  typeof datum === 'object' && 'secret' in datum ? mask(datum.secret, datum.value) : datum

const maskedData = (data: Readonly<Record<string, Datum>>): Record<string, Datum> =>
  Object.fromEntries(Object.entries(data).map(([name, datum]) => [name, maskedDatum(datum)]))

/** Of a line nothing is left but whether it begins with a byte order mark, which counts in columns. */
const onlyMark = ({ mark }: Excerpt): Excerpt => ({ text: '', from: 0, mark })

/** Seals what came of the drafts of a shard. */
export class DraftSealer implements Sealer {
  readonly #key: Uint8Array
  readonly #rules: () => ReadonlyMap<string, Rule>
  readonly #nowhere: RunView

  /**
   * @param key the key of the whole run, the same in every shard
   * @param rules those known so far: configs may bring more
   */
  constructor(key: Uint8Array, rules: () => ReadonlyMap<string, Rule>) {
    this.#key = key
    this.#rules = rules
    this.#nowhere = viewIn('zh', rules(), { text: '', format: 'yaml' })
  }

  standing(standing: Standing, kind: string): Standing {
    const { place, path, shown, owner, value } = standing
    const quoted = quotedLine({ ...place, at: { path } }, this.#nowhere)
    return {
      ...standing,
      path: pathShown(path, this.#nowhere),
      value: keyedHash(this.#key, kind, value),
      owner: maskWithin(owner),
      shown: maskedDatum(shown),
      place: {
        ...place,
        path: pathShown(place.path, this.#nowhere),
        source: onlyMark(place.source),
        told: { quoted },
      },
    }
  }

  async parts(parts: FileParts, source: Source): Promise<FileParts> {
    const zh = viewIn('zh', this.#rules(), source)
    const en = viewIn('en', this.#rules(), source)
    const replacements = new Replacements(parts.file, zh)
    const told = async (finding: LocatedFinding): Promise<LocatedFinding> =>
      masked(finding, {
        words: { zh: wordsOf(finding, zh), en: wordsOf(finding, en) },
        quoted: quotedLine(finding, zh),
        ...(finding.fix && { fix: { zh: fixTitle(finding, zh) ?? '', en: fixTitle(finding, en) ?? '' } }),
        replacements: await replacements.of(finding),
      })
    const all = async (findings: readonly LocatedFinding[]): Promise<LocatedFinding[]> => {
      const sealed: LocatedFinding[] = []
      for (const finding of findings) sealed.push(await told(finding))
      return sealed
    }
    const { unsettled } = parts
    return {
      ...parts,
      findings: await all(parts.findings),
      reminders: parts.reminders.map(maskedReminder),
      ...(unsettled && {
        unsettled: {
          located: await all(unsettled.located),
          ignores: await Promise.all(
            unsettled.ignores.map(async ({ whenUsed, whenUnused, ...ignore }) => ({
              ...ignore,
              ...(whenUsed && { whenUsed: await told(whenUsed) }),
              ...(whenUnused && { whenUnused: await told(whenUnused) }),
            })),
          ),
        },
      }),
    }
  }

  pack(
    tasks: readonly Task[],
    result: BatchResult,
    sealed: readonly (SealedTask | undefined)[],
  ): SealedBatch {
    const { drafts, numbers, lines, notable, fresh: _fresh, ...rest } = result
    if (notable instanceof Uint8Array) throw new TypeError('packed already')
    const told: ToldBatch = {
      tasks,
      result: {
        ...rest,
        reminders: rest.reminders.map(maskedReminder),
        drafts: [...drafts],
        numbers: [...numbers],
        lines: [...lines],
        lengths: tasks.map((_, index) => sealed[index]?.length ?? 0),
        keys: keysOf(numbers, sealed),
        notable: notable.map(({ task, parts }) => ({
          task,
          parts: { ...(sealed[task]?.parts ?? parts), reminders: [], checklist: [] },
        })),
      },
    }
    const standings: ToldStandings = tasks.map((_, index) => sealed[index]?.standings ?? [])
    return { result: packed(told), standings: packed(standings) }
  }
}

const packed = (value: unknown): Uint8Array =>
  new Uint8Array(deflateRawSync(JSON.stringify(value), { level: 1 }))

const maskedReminder = (reminder: Reminder): Reminder => ({ ...reminder, data: maskedData(reminder.data) })

/** A finding without what may not be told. Its words and its line are told as they are shown. */
function masked(finding: LocatedFinding, told: Told): LocatedFinding {
  const { fix, path, at, source } = finding
  return {
    ...finding,
    data: {},
    path: path.map((step) => (typeof step === 'string' ? maskWithin(step) : step)),
    at: { ...at, path: at.path.map((step) => (typeof step === 'string' ? maskWithin(step) : step)) },
    source: onlyMark(source),
    // That there is a fix, and whether it keeps the meaning; not what it writes.
    ...(fix && { fix: { safety: fix.safety, edits: [{ op: 'remove', path: [] }] } }),
    told,
  }
}

/** The keys of a batch by the hashes of the values, each once in a draft. */
function keysOf(numbers: Int32Array, sealed: readonly (SealedTask | undefined)[]): number[] {
  const keys = new KeyList()
  let before = 0
  for (const [index, task] of sealed.entries()) {
    const seen = new Set<string>()
    for (const { document, value } of task?.standings ?? []) {
      const name = `${document} ${value}`
      if (seen.has(name)) continue
      seen.add(name)
      const { low, high } = halvesOf(value)
      keys.add(low, high, before + document)
    }
    before += numbers[index] ?? 0
  }
  return [...keys.taken()]
}
