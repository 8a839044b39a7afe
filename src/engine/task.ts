// The work of a run in portions that any thread can take, and what comes back: plain data that can be sent.
import type { Encoding } from '../draft/decode.ts'
import type { Excerpt } from '../draft/excerpt.ts'
import type { Draft } from '../draft/normalise.ts'
import type { Format } from '../draft/read.ts'
import type { ChecklistEntry } from '../profile/profile.ts'
import type { ActiveRule } from '../profile/resolve.ts'
import type { Level, Reminder } from './finding.ts'
import type { FileParts, Told } from './report.ts'
import type { Occurrence, Rule, World } from './rule.ts'

/** The text of a file, decoded, and how to read it. */
export interface Source {
  readonly text: string
  readonly format: Format
  /** Where it is not UTF-8. */
  readonly encoding?: Encoding
}

/** A file in another encoding than UTF-8. */
export interface Encoded {
  readonly file: string
  readonly encoding: Encoding
}

/** A file that was named but cannot be checked, and why. */
export interface Unreadable {
  readonly file: string
  readonly zh: string
  readonly en: string
}

/** What holds for one draft. */
export interface Settings {
  readonly rules: readonly ActiveRule[]
  readonly world: World
  /** What the profile leaves to the user's own eyes. */
  readonly checklist: readonly ChecklistEntry[]
}

/** A piece of a file of a draft a line: the lines that begin in these bytes. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** A file to check, or a piece of one. */
export interface Task {
  readonly file: string
  readonly piece?: Piece
  /** Only to know what clashes with the others: the file itself is neither shown nor counted. */
  readonly background?: true
}

/** What a task says by itself: all that a run keeps of it. */
export interface Checked {
  readonly parts: FileParts
  /** Keys of its drafts: both halves of the hash, and the number of the draft in the task. */
  readonly keys: Uint32Array
}

/** Makes what came of a text an entry to be kept for later runs, and opens entries again. */
export interface Memory {
  /** @returns undefined when the entry is of another text, of other settings, or spoilt */
  open(task: Task, source: Source, entry: Uint8Array): Checked | undefined
  seal(task: Task, source: Source, checked: Checked): Uint8Array
}

/** Makes what a shard of a run tells of its drafts to those that have not got them. */
export interface Sealer {
  /** A place where a value stands: the value hashed, what may not be told masked. */
  standing(standing: Standing, kind: string): Standing
  /** What came of a file, with all that reporters show of it, masked. */
  parts(parts: FileParts, source: Source): Promise<FileParts>
  /** Packs what came of a batch. */
  pack(tasks: readonly Task[], result: BatchResult, sealed: readonly (SealedTask | undefined)[]): SealedBatch
}

/** What a shard tells of a task. */
export interface SealedTask {
  readonly parts: FileParts
  readonly standings: readonly Standing[]
  /** UTF-16 units of its text. */
  readonly length: number
}

/** What a shard tells of a batch, packed. */
export interface SealedBatch {
  /** What came of it. */
  readonly result: Uint8Array
  /** The places of its keys, for when they turn out to be shared. */
  readonly standings: Uint8Array
}

/** What a run needs from outside. */
export interface Supply {
  /** Reads what a task is about; undefined for a piece that can only be read with the rest of its file. */
  load(task: Task | RecallTask): Promise<Source | Unreadable | undefined>
  /** The rules and the world for a draft of a file. */
  settings(file: string, draft: Draft): Settings
  /** A rule by its id. */
  rule(id: string): Rule | undefined
  /** Where results are kept over runs. */
  readonly memory?: Memory
  /** The run is a shard of a larger one. */
  readonly sealer?: Sealer
}

/** Tasks that are done together. */
export interface Batch {
  readonly tasks: readonly Task[]
  /** Keep what each file leaves to the user's own eyes. */
  readonly detail: boolean
  /** What an earlier run kept of each task. */
  readonly kept?: readonly (Uint8Array | undefined)[]
}

/** The numbers of a batch. */
export interface Tally {
  files: number
  drafts: number
  error: number
  warning: number
  info: number
  suppressed: number
  /** Findings with a ready fix, and those of them that keep the meaning. */
  ready: number
  safe: number
  broken: boolean
}

/** What there is to say of the task with this number in its batch. */
export interface Notable {
  readonly task: number
  readonly parts: FileParts
}

/** What came of a batch. Clean files leave next to nothing. */
export interface BatchResult {
  readonly tally: Tally
  /** Drafts of each task; -1 for a file that cannot be read. */
  readonly drafts: Int32Array
  /** One more than the highest number of a draft of each task: drafts with nothing in them are skipped. */
  readonly numbers: Int32Array
  /** Lines of each task that is a piece. */
  readonly lines: Int32Array
  /** UTF-16 units of each task, where shards are put together. */
  readonly lengths?: readonly number[]
  /** Keys of the drafts, which are numbered through the batch. */
  readonly keys: Uint32Array
  /** Packed where there is much of it. */
  readonly notable: readonly Notable[] | Uint8Array
  /** Some of its files set findings aside. */
  readonly settles: boolean
  readonly unreadable: readonly Unreadable[]
  readonly encoded: readonly Encoded[]
  /** Tasks whose piece can only be read with the rest of its file. */
  readonly whole: readonly string[]
  readonly reminders: readonly Reminder[]
  readonly checklist: readonly ChecklistEntry[]
  /** What to keep of each task that was not kept before. */
  readonly fresh?: readonly (Uint8Array | undefined)[]
  /** What a shard tells of it; in several pieces where a worker died of the whole. */
  readonly sealed?: readonly SealedBatch[]
}

/** Drafts to read again, because they may share a value with others. */
export interface Recall {
  readonly tasks: readonly RecallTask[]
  /** Into how many parts what is found is dealt out. */
  readonly parts: number
}

/** What was found of one part of the hashes; packed where there are several. */
export interface Recalled {
  readonly part: number
  readonly standings: readonly Standing[] | Uint8Array
}

export interface RecallTask extends Task {
  /** Numbers of drafts in the task. */
  readonly documents: readonly number[]
  /** The hashes that these share with others, as numbers. */
  readonly hashes: readonly number[]
  /** What of the file stands before this piece. */
  readonly before: Before
}

/** What stands before a piece of a file. */
export interface Before {
  readonly drafts: number
  readonly lines: number
  /** UTF-16 units; known where shards are put together. */
  readonly length: number
}

/** A place where a shared value stands, with all that a finding about it needs. */
export interface Standing extends Occurrence {
  readonly rule: string
  readonly value: string
  readonly level: Level
  readonly anchor: string
  /** Its path, position and line as the file has them. */
  readonly place: Spot
}

/** Where something stands in its file. */
export interface Spot {
  readonly path: Occurrence['path']
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly source: Excerpt
  readonly told?: Told
}

/** Does the work of a run, in this thread or in others. */
export interface Scanner {
  scan(batch: Batch): Promise<BatchResult>
  recall(recall: Recall): Promise<readonly Recalled[]>
  /** Gives back the memory that it needs for work: there may be none for it for a while. */
  rest?(): Promise<void>
  /** How many batches it can work on at a time. */
  readonly width: number
}

/** A scanner that can tell whether it has anything to do. */
export interface KeptScanner extends Scanner {
  /** What came of a batch in an earlier run; undefined unless that is known of each of its tasks. */
  scanKept(batch: Batch): Promise<BatchResult | undefined>
}
