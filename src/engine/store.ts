// Keeps what came of a run as small as it can, and makes the report from it file by file when it is asked for.
import type { ChecklistEntry } from '../profile/profile.ts'
import { byPlace, settle, settledAnchor } from './check-file.ts'
import type { PlacedFinding } from './clash.ts'
import type { Level, Reminder } from './finding.ts'
import { KeyTable } from './keys.ts'
import type { Packable } from './pack.ts'
import {
  type DraftReport,
  type FileParts,
  type FileReport,
  fileReport,
  type LocatedFinding,
  MOST_REMINDERS,
  type Replacement,
  type RunReport,
} from './report.ts'
import { add, count, emptyTally } from './scan.ts'
import type { BatchResult, Before, Encoded, Notable, RecallTask, Tally, Task, Unreadable } from './task.ts'

/** Makes what there is to say small, and reads it again. */
export interface Packer {
  pack(list: readonly Packable[]): Uint8Array
  unpack<T extends Packable>(packed: Uint8Array): readonly T[]
}

/** A key that a draft shares with others: its hash as a number, and the number of the draft. */
export interface SharedKey {
  readonly hash: number
  readonly draft: number
}

/** A batch in its place in the order of the run, with what came of it. */
export interface Slot {
  readonly tasks: readonly Task[]
  result: BatchResult | undefined
  /** The number of its first draft, in the order in which batches were done. */
  first: number
  /** For a piece: drafts and lines of its file before it. */
  before: Before
  /** What its files say that others say too, list by list as it was found. */
  readonly clashes: (readonly PlacedFinding[] | Uint8Array)[]
  /** The numbers of its clashes. */
  readonly clashTally: Tally
}

const NO_KEYS = new Uint32Array()

/** Findings that stay as they are: packing the few of most runs would take longer than it is worth. */
const MOST_UNPACKED = 2000

const nothingBefore: Before = { drafts: 0, lines: 0, length: 0 }
const slotOf = (tasks: readonly Task[]): Slot => ({
  tasks,
  result: undefined,
  first: 0,
  before: nothingBefore,
  clashes: [],
  clashTally: emptyTally(),
})

/** All that is known of a run. */
export class RunStore {
  readonly keys = new KeyTable()
  #slots: Slot[]
  readonly #packer: Packer | undefined
  /** Slots in the order in which they were done. */
  readonly #done: Slot[] = []
  #numbers = 0
  #unpacked = 0

  constructor(batches: readonly (readonly Task[])[], packer: Packer | undefined) {
    this.#slots = batches.map(slotOf)
    this.#packer = packer
  }

  /** The batches to work on. */
  get slots(): readonly Slot[] {
    return this.#slots
  }

  take(slot: Slot, result: BatchResult): void {
    const { notable } = result
    const packed =
      notable instanceof Uint8Array
        ? notable
        : this.#packed(
            notable,
            notable.reduce((sum, { parts }) => sum + parts.findings.length, 0),
          )
    this.keys.add(result.keys, this.#numbers)
    // The keys live in the table from now on.
    slot.result = { ...result, notable: packed, keys: NO_KEYS }
    slot.first = this.#numbers
    this.#done.push(slot)
    for (const numbers of result.numbers) this.#numbers += numbers
  }

  #packed<T extends Packable>(list: readonly T[], findings: number): readonly T[] | Uint8Array {
    if (this.#packer === undefined) return list
    this.#unpacked += findings
    return this.#unpacked > MOST_UNPACKED ? this.#packer.pack(list) : list
  }

  /** Puts one batch in the place of each file whose pieces cannot be read by themselves; these are to be done. */
  replacePieces(): Slot[] {
    const files = new Set(this.#slots.flatMap(({ result }) => result?.whole ?? []))
    const made = new Map<string, Slot>()
    for (const slot of this.#slots)
      for (const { piece: _piece, ...task } of slot.tasks)
        if (files.has(task.file)) made.set(task.file, slotOf([task]))
    const placed = new Set<string>()
    if (files.size > 0) {
      this.#slots = this.#slots.flatMap((slot) => {
        const file = slot.tasks[0]?.piece === undefined ? undefined : slot.tasks[0].file
        const single = file === undefined ? undefined : made.get(file)
        if (file === undefined || single === undefined) return [slot]
        slot.result = undefined
        if (placed.has(file)) return []
        placed.add(file)
        return [single]
      })
    }
    return [...made.values()]
  }

  /** Everything is done: tells each piece what stands before it. */
  settle(): void {
    let file: string | undefined
    let before = nothingBefore
    for (const slot of this.#slots) {
      const [task] = slot.tasks
      if (task?.piece === undefined) continue
      if (task.file !== file) before = nothingBefore
      file = task.file
      slot.before = before
      before = {
        drafts: before.drafts + (slot.result?.numbers[0] ?? 0),
        lines: before.lines + (slot.result?.lines[0] ?? 0),
        length: before.length + (slot.result?.lengths?.[0] ?? 0),
      }
    }
  }

  /** The tasks that hold drafts, with what these share; in the order of the run. */
  tasksOf(keys: readonly SharedKey[]): RecallTask[] {
    const wanted = new Map<Slot, Map<number, SharedKey[]>>()
    for (const { hash, draft } of keys) {
      const slot = this.#slotOf(draft)
      if (slot?.result === undefined) continue
      let rest = draft - slot.first
      let index = 0
      for (; rest >= (slot.result.numbers[index] ?? 0); index += 1) rest -= slot.result.numbers[index] ?? 0
      const tasks = wanted.get(slot) ?? new Map<number, SharedKey[]>()
      wanted.set(slot, tasks)
      const own = tasks.get(index)
      if (own === undefined) tasks.set(index, [{ hash, draft: rest }])
      else own.push({ hash, draft: rest })
    }
    return this.#slots.flatMap((slot) => {
      const tasks = [...(wanted.get(slot) ?? [])].sort(([a], [b]) => a - b)
      return tasks.flatMap(([index, own]): RecallTask[] => {
        const task = slot.tasks[index]
        const documents = [...new Set(own.map(({ draft }) => draft))].sort((a, b) => a - b)
        const hashes = [...new Set(own.map(({ hash }) => hash))]
        return task === undefined ? [] : [{ ...task, documents, hashes, before: slot.before }]
      })
    })
  }

  #slotOf(number: number): Slot | undefined {
    let low = 0
    let high = this.#done.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#done[middle]?.first ?? 0) <= number) low = middle
      else high = middle - 1
    }
    return this.#done[low]
  }

  /** Takes findings about several files. */
  addClashes(placed: readonly PlacedFinding[]): void {
    const byFile = grouped(placed)
    for (const own of byFile.values()) own.sort((a, b) => a.document - b.document)
    for (const slot of this.#slots) {
      const clashes: PlacedFinding[] = []
      for (const { file, piece } of slot.tasks) {
        const own = byFile.get(file)
        if (own === undefined) continue
        const end = slot.before.drafts + (slot.result?.numbers[0] ?? 0)
        const behind = piece === undefined ? -1 : own.findIndex(({ document }) => document >= end)
        const findings = own.splice(0, behind < 0 ? own.length : behind)
        count(slot.clashTally, { findings, suppressed: 0, broken: false })
        for (const finding of findings) clashes.push({ file, finding })
      }
      if (clashes.length === 0) continue
      slot.clashes.push(this.#packed(clashes, clashes.length))
    }
  }

  /** What is wrong with several pieces of a file is told once. */
  unreadable(): Unreadable[] {
    const all = this.#slots.flatMap(({ result }) => result?.unreadable ?? [])
    return [...new Map(all.map((each) => [`${each.file}\0${each.en}`, each])).values()]
  }

  encoded(): Encoded[] {
    return this.#slots.flatMap(({ result }) => result?.encoded ?? [])
  }

  report(): RunReport {
    const tally = this.#tally()
    const reminders = new Map<string, Reminder>()
    const checklist = new Map<string, ChecklistEntry>()
    for (const { result } of this.#slots) {
      for (const reminder of result?.reminders ?? [])
        if (reminders.size <= MOST_REMINDERS) reminders.set(JSON.stringify(reminder), reminder)
      for (const entry of result?.checklist ?? []) checklist.set(entry.en, entry)
    }
    const first = [...reminders.values()]
    return {
      summary: {
        files: tally.files,
        drafts: tally.drafts,
        errors: tally.error,
        warnings: tally.warning,
        infos: tally.info,
        suppressed: tally.suppressed,
      },
      fixes: { ready: tally.ready, safe: tally.safe },
      broken: tally.broken,
      files: { [Symbol.iterator]: () => this.#files() },
      reminders: { first: first.slice(0, MOST_REMINDERS), more: first.length > MOST_REMINDERS },
      checklist: [...checklist.values()],
    }
  }

  #tally(): Tally {
    const sum = emptyTally()
    let file: string | undefined
    for (const { tasks, result } of this.#slots) {
      if (result === undefined) continue
      add(sum, result.tally)
      // The pieces of a file are one.
      const [task] = tasks
      sum.files += task?.piece !== undefined && task.file === file ? 0 : result.tally.files
      sum.broken ||= result.tally.broken
      file = task?.file
    }
    for (const slot of this.#slots) {
      add(sum, slot.clashTally)
      if (slot.result?.settles === true) this.#recount(slot, sum)
    }
    return sum
  }

  /** What files set aside changes with their clashes, which were counted as they are. */
  #recount(slot: Slot, sum: Tally): void {
    const byFile = this.#clashesOf(slot)
    for (const { parts } of this.#notable(slot)) {
      const clashes = byFile.get(parts.file) ?? []
      if (parts.unsettled === undefined || clashes.length === 0) continue
      count(sum, { ...parts, findings: [...parts.findings, ...clashes] }, -1)
      count(sum, withClashes(moved(parts, slot.before), clashes))
    }
  }

  /** The clashes of each file of a slot, or of the piece of one that it holds. */
  #clashesOf({ clashes }: Slot): ReadonlyMap<string, readonly LocatedFinding[]> {
    return grouped(
      clashes.flatMap((list) =>
        list instanceof Uint8Array ? (this.#packer?.unpack<PlacedFinding>(list) ?? []) : list,
      ),
    )
  }

  #notable({ result }: Slot): readonly Notable[] {
    const notable = result?.notable ?? []
    return notable instanceof Uint8Array ? (this.#packer?.unpack<Notable>(notable) ?? []) : notable
  }

  *#files(): Generator<FileReport> {
    for (let index = 0; index < this.#slots.length; index += 1) {
      const slot = this.#slots[index]
      const [task] = slot?.tasks ?? []
      if (slot === undefined || task === undefined) continue
      if (task.piece === undefined) {
        yield* this.#filesOf(slot)
        continue
      }
      const pieces: Slot[] = []
      for (; this.#slots[index]?.tasks[0]?.file === task.file; index += 1)
        pieces.push(this.#slots[index] ?? slot)
      index -= 1
      if (task.background !== true) yield this.#inPieces(task.file, pieces)
    }
  }

  *#filesOf(slot: Slot): Generator<FileReport> {
    const notable = new Map(this.#notable(slot).map(({ task, parts }) => [task, parts]))
    const clashes = this.#clashesOf(slot)
    for (const [index, { file, background }] of slot.tasks.entries()) {
      const drafts = slot.result?.drafts[index] ?? -1
      if (drafts < 0 || background === true) continue
      const first = notable.get(index) ?? cleanParts(file, drafts)
      yield fileReport(withClashes(first, clashes.get(file) ?? []))
    }
  }

  /** A file of very many drafts: nothing of it is made before it is asked for. */
  #inPieces(file: string, slots: readonly Slot[]): FileReport {
    const all = { [Symbol.iterator]: () => this.#pieces(file, slots) }
    const { counts, suppressed } = countPieces(slots, all)
    return {
      file,
      drafts: {
        *[Symbol.iterator](): Generator<DraftReport> {
          for (const parts of all) yield* fileReport(parts).drafts
        },
      },
      findings: {
        *[Symbol.iterator](): Generator<LocatedFinding> {
          for (const { findings } of all) yield* findings
        },
      },
      counts,
      broken: slots.some(({ result }) => result?.tally.broken === true),
      suppressed,
      reminders: [],
      checklist: [],
    }
  }

  *#pieces(file: string, slots: readonly Slot[]): Generator<FileParts> {
    for (const slot of slots) {
      const clashes = this.#clashesOf(slot).get(file) ?? []
      const parts = this.#notable(slot)[0]?.parts ?? cleanParts(file, slot.result?.drafts[0] ?? 0)
      yield withClashes(moved(parts, slot.before), clashes)
    }
  }
}

/** The findings of each file. */
function grouped(placed: readonly PlacedFinding[]): Map<string, LocatedFinding[]> {
  const byFile = new Map<string, LocatedFinding[]>()
  for (const { file, finding } of placed) {
    const own = byFile.get(file)
    if (own === undefined) byFile.set(file, [finding])
    else own.push(finding)
  }
  return byFile
}

const cleanParts = (file: string, drafts: number): FileParts => ({
  file,
  documents: Array.from({ length: drafts }, (_, document) => document),
  broken: false,
  findings: [],
  suppressed: 0,
  reminders: [],
  checklist: [],
})

/** The numbers of a file of many pieces; where findings are set aside these have to be gone through. */
function countPieces(
  slots: readonly Slot[],
  all: Iterable<FileParts>,
): { counts: Record<Level, number>; suppressed: number } {
  const sum = emptyTally()
  if (
    slots.some(({ clashes }) => clashes.length > 0) &&
    slots.some(({ result }) => result?.settles === true)
  ) {
    for (const parts of all) count(sum, parts)
  } else {
    for (const { result, clashTally } of slots) {
      if (result !== undefined) add(sum, result.tally)
      add(sum, clashTally)
    }
  }
  const { error, warning, info, suppressed } = sum
  return { counts: { error, warning, info }, suppressed }
}

function withClashes(parts: FileParts, clashes: readonly LocatedFinding[]): FileParts {
  if (clashes.length === 0) return parts
  if (parts.unsettled !== undefined) return { ...parts, ...settle(parts.unsettled, clashes) }
  return { ...parts, findings: [...parts.findings, ...clashes].sort(byPlace) }
}

/** Counts drafts and lines of a piece from the beginning of its file. */
function moved(parts: FileParts, { drafts, lines, length }: Before): FileParts {
  const finding = (each: LocatedFinding): LocatedFinding => ({
    ...each,
    document: each.document + drafts,
    line: each.line + lines,
    endLine: each.endLine + lines,
    anchor: settledAnchor(each.anchor, drafts),
    ...(each.told?.replacements && {
      told: { ...each.told, replacements: each.told.replacements.map(replacement) },
    }),
  })
  const replacement = (each: Replacement): Replacement => ({
    ...each,
    startLine: each.startLine + lines,
    endLine: each.endLine + lines,
    charOffset: each.charOffset + length,
  })
  const { unsettled } = parts
  return {
    ...parts,
    documents: parts.documents.map((document) => document + drafts),
    findings: parts.findings.map(finding),
    ...(unsettled && {
      unsettled: {
        located: unsettled.located.map(finding),
        ignores: unsettled.ignores.map(({ whenUsed, whenUnused, ...ignore }) => ({
          ...ignore,
          document: ignore.document + drafts,
          ...(whenUsed && { whenUsed: finding(whenUsed) }),
          ...(whenUnused && { whenUnused: finding(whenUnused) }),
        })),
      },
    }),
  }
}
