// `--cache`: what came of each file, kept for the next run. An entry can be opened only by who has the file's text: it is
// encrypted with a key made from it. So the cache tells nobody what is in a draft, and an entry of another text does not open.
import { createCipheriv, createDecipheriv, createHash, hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { version } from '../../package.json'
import type { FileParts } from '../engine/report.ts'
import type { Checked, KeptScanner, Memory, Scanner, Source, Task } from '../engine/task.ts'
import type { Notice } from '../inputs/notice.ts'
import type { ChecklistEntry } from '../profile/profile.ts'
import type { SettingsMaker, Setup } from './settings.ts'

/** The first bytes of a cache; the number changes with the layout. */
const MAGIC = Buffer.from('beian-check cache 3\n')
const DIGEST = 32

/** Whether a file begins like a cache, of whatever layout. */
export const isCache = (head: string): boolean => head.startsWith('beian-check cache ')

/** Bytes of the name of a file in a cache: a hash of its path. */
const NAME = 16
const TAG = 16
const CIPHER = 'aes-256-gcm'
/** The same for all: a key follows from what is sealed, so it never seals two things. */
const NONCE = Buffer.alloc(12)

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Contents of a file for a digest; a file that is not there has none. */
function contentsOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}

/** All that results follow from, apart from drafts and configs. */
function digestOf({ today, profile, rule, ipData, maxSize }: Setup): Buffer {
  const words = JSON.stringify([version, today, profile ?? null, rule, maxSize ?? null])
  return sha256(words, ...(ipData ?? []).map(contentsOf))
}

/** Seals and opens entries. Every thread of a run has one. */
export class CacheMemory implements Memory {
  readonly #settings: SettingsMaker
  readonly #base: string
  readonly #configs = new Map<string, string>()
  #checklist: readonly ChecklistEntry[] | undefined
  /** Lists of entries by their numbers: most drafts have the same. */
  readonly #lists = new Map<string, readonly ChecklistEntry[]>()
  readonly #numbers = new WeakMap<readonly ChecklistEntry[], readonly number[]>()

  constructor(settings: SettingsMaker) {
    this.#settings = settings
    this.#base = digestOf(settings.setup).toString('base64')
  }

  open(task: Task, source: Source, entry: Uint8Array): Checked | undefined {
    const decipher = createDecipheriv(CIPHER, this.#secretOf(task, source), NONCE)
    decipher.setAuthTag(entry.subarray(0, TAG))
    try {
      const text = decipher.update(entry.subarray(TAG))
      decipher.final()
      return this.#unpack(task, JSON.parse(text.toString()))
    } catch {
      return undefined
    }
  }

  seal(task: Task, source: Source, checked: Checked): Uint8Array {
    const cipher = createCipheriv(CIPHER, this.#secretOf(task, source), NONCE)
    const body = Buffer.concat([cipher.update(JSON.stringify(this.#pack(checked)), 'utf8'), cipher.final()])
    return new Uint8Array(Buffer.concat([cipher.getAuthTag(), body]))
  }

  /** The key of an entry: of one text under one name and one config. */
  #secretOf({ file, piece }: Task, { text, format }: Source): Buffer {
    const about = `${this.#base}${this.#configDigest(file)}${file}\0${piece?.from ?? ''}\0${piece?.to ?? ''}\0${format}\0`
    return hash('sha256', about + text, 'buffer')
  }

  #configDigest(file: string): string {
    const config = this.#settings.configOf(file)
    const name = config?.file ?? ''
    let digest = this.#configs.get(name)
    if (digest === undefined) {
      const files = [...(config?.read ?? []), ...(config?.ipData ?? [])]
      digest = sha256(...files.flatMap((each) => [`\0${each}\0`, contentsOf(each)])).toString('base64')
      this.#configs.set(name, digest)
    }
    return digest
  }

  /** Entries of checklists by their number among those of all profiles. */
  get #entries(): readonly ChecklistEntry[] {
    if (this.#checklist === undefined) {
      const { profiles } = this.#settings.registry
      this.#checklist = profiles.ids().flatMap((id) => {
        const { checklist = [], provinces = {} } = profiles.get(id) ?? {}
        return [...checklist, ...Object.values(provinces).flatMap((province) => province.checklist ?? [])]
      })
    }
    return this.#checklist
  }

  #pack({ parts, keys }: Checked): Packed {
    const { documents, checklist, broken, findings, suppressed, reminders, unsettled } = parts
    const plain = documents.every((document, index) => document === index)
    let numbers = this.#numbers.get(checklist)
    if (numbers === undefined) {
      numbers = checklist.map((entry) => this.#entries.indexOf(entry))
      this.#numbers.set(checklist, numbers)
    }
    return {
      broken,
      findings,
      suppressed,
      reminders,
      ...(unsettled && { unsettled }),
      documents: plain ? documents.length : documents,
      checklist: numbers,
      keys: [...keys],
    }
  }

  #unpack({ file }: Task, packed: Packed): Checked {
    const { documents, checklist, keys, broken, findings, suppressed, reminders, unsettled } = packed
    const numbers = typeof documents === 'number' ? Array.from({ length: documents }, (_, i) => i) : documents
    const parts: FileParts = {
      file,
      broken,
      findings,
      suppressed,
      reminders,
      ...(unsettled && { unsettled }),
      documents: numbers,
      checklist: this.#listOf(checklist),
    }
    return { parts, keys: Uint32Array.from(keys) }
  }

  #listOf(numbers: readonly number[]): readonly ChecklistEntry[] {
    const key = numbers.join()
    let list = this.#lists.get(key)
    if (list === undefined) {
      list = numbers.flatMap((number) => this.#entries[number] ?? [])
      this.#lists.set(key, list)
    }
    return list
  }
}

/** A result as it is written. */
interface Packed extends Omit<FileParts, 'file' | 'documents' | 'checklist'> {
  /** The numbers of the drafts; how many there are, where they are counted from 0. */
  readonly documents: number | readonly number[]
  readonly checklist: readonly number[]
  readonly keys: readonly number[]
}

/** A file of entries. */
export class Cache {
  readonly #name: string
  readonly #file: string
  readonly #digest: Buffer
  readonly #entries = new Map<string, Uint8Array>()
  #changed = false

  /**
   * @param name the file as it is named to the user
   * @param file its absolute path
   */
  constructor(name: string, file: string, setup: Setup) {
    this.#name = name
    this.#file = file
    this.#digest = digestOf(setup)
  }

  /**
   * Reads the entries of earlier runs.
   * @returns a note when there is a file that cannot be used
   */
  load(): Notice | undefined {
    let bytes: Buffer
    try {
      bytes = readFileSync(this.#file)
    } catch (error) {
      const isNew = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      return isNew ? undefined : spoilt(this.#name)
    }
    const body = bytes.subarray(0, -DIGEST)
    if (!body.subarray(0, MAGIC.length).equals(MAGIC)) return spoilt(this.#name)
    if (!sha256(body).equals(bytes.subarray(-DIGEST))) return spoilt(this.#name)
    const start = MAGIC.length + DIGEST
    // Results of another day, version or profile do not hold.
    if (!body.subarray(MAGIC.length, start).equals(this.#digest)) return undefined
    for (let at = start; at < body.length; ) {
      const size = body.readUInt32LE(at + NAME)
      const from = at + NAME + 4
      this.#entries.set(body.toString('latin1', at, at + NAME), body.subarray(from, from + size))
      at = from + size
    }
    return undefined
  }

  /**
   * A scanner that uses what is kept, and keeps what is new.
   * @param local opens what is kept in this thread: faster than sending it to another
   * @param scanner does the batches in which something is not kept; may be the same
   */
  around(local: KeptScanner, scanner: Scanner): Scanner {
    return {
      width: scanner.width,
      recall: (recall) => (this.#changed ? scanner : local).recall(recall),
      rest: async () => scanner.rest?.(),
      scan: async (batch) => {
        const names = batch.tasks.map(nameOf)
        const entries = names.map((name) => this.#entries.get(name))
        const isElsewhere = scanner !== local
        if (isElsewhere && !entries.includes(undefined)) {
          const known = await local.scanKept({ ...batch, kept: entries })
          if (known !== undefined) return known
        }
        // A view would be sent to a worker with all that lies behind it.
        const kept = isElsewhere ? entries.map((entry) => entry?.slice()) : entries
        const { fresh = [], ...result } = await scanner.scan({ ...batch, kept })
        for (const [index, name] of names.entries()) {
          const entry = fresh[index]
          if (entry === undefined) continue
          this.#entries.set(name, entry)
          this.#changed = true
        }
        return result
      },
    }
  }

  /** Writes the entries, readable by their owner only; returns a note when that cannot be done. */
  async save(): Promise<Notice | undefined> {
    if (!this.#changed) return undefined
    const pieces: Uint8Array[] = [MAGIC, this.#digest]
    for (const [name, entry] of this.#entries) {
      const head = Buffer.alloc(NAME + 4)
      head.write(name, 'latin1')
      head.writeUInt32LE(entry.length, NAME)
      pieces.push(head, entry)
    }
    const { default: writeFileAtomic } = await import('write-file-atomic')
    try {
      await writeFileAtomic(this.#file, Buffer.concat([...pieces, sha256(...pieces)]), { mode: 0o600 })
      return undefined
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      if (code === undefined) throw error
      return { file: this.#name, zh: `缓存写不进去（${code}）`, en: `the cache cannot be written (${code})` }
    }
  }
}

const nameOf = ({ file, piece }: Task): string =>
  sha256(`${file}\0${piece?.from ?? ''}`).toString('latin1', 0, NAME)

const spoilt = (file: string): Notice => ({
  file,
  zh: '缓存已损坏或不是缓存文件，没有使用；这次全部重新检查',
  en: 'the cache is spoilt, or no cache; it was not used and everything was checked anew',
})
