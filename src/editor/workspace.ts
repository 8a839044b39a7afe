// The drafts of the folders that an editor has open: what each says, and what it says about the others. Texts that are
// being edited stand for their files.
import { statSync } from 'node:fs'
import { dirname, isAbsolute, relative } from 'node:path'
import { forgetConfigs } from '../cli/config.ts'
import type { Io } from '../cli/io.ts'
import { SettingsMaker, type Setup } from '../cli/settings.ts'
import { normalise } from '../draft/normalise.ts'
import { formatOf, readText } from '../draft/read.ts'
import { eachKey } from '../engine/check.ts'
import type { LocatedFinding } from '../engine/report.ts'
import { run } from '../engine/run.ts'
import { isUnreadable } from '../engine/scan.ts'
import type { Source, Supply } from '../engine/task.ts'
import { dateInChina } from '../engine/time.ts'
import { findFiles } from '../inputs/find.ts'
import { Inputs } from '../inputs/read.ts'

/** What was said to the server when it was started. */
export interface WorkspaceOptions {
  readonly profile: string | undefined
  readonly config: string | false | undefined
  readonly rule: readonly string[]
  readonly ipData: readonly string[] | undefined
}

/** Bytes of a file that is looked at for clashes; bigger ones are archives and not being filed now. */
const LARGEST = 2_000_000
/** Other drafts that one is compared with at a time. */
const MOST_OTHERS = 50
/** Files between two looks at what the editor wants. */
const FILES_A_TURN = 20

export class Workspace {
  readonly #folders: readonly string[]
  readonly #options: WorkspaceOptions
  readonly #io: Io
  /** The text of a file that is being edited. */
  readonly #openText: (file: string) => string | undefined
  readonly #makers = new Map<string, SettingsMaker>()
  readonly #keysOf = new Map<string, ReadonlySet<string>>()
  readonly #filesWith = new Map<string, Set<string>>()
  readonly #inputs: Inputs
  #day = ''

  constructor(
    folders: readonly string[],
    options: WorkspaceOptions,
    io: Io,
    openText: (file: string) => string | undefined,
  ) {
    this.#folders = folders
    this.#options = options
    this.#io = io
    this.#openText = openText
    this.#inputs = new Inputs(io)
  }

  /** Looks at all drafts of the folders, for clashes with them. */
  async readAll(): Promise<void> {
    let count = 0
    for (const folder of this.#folders) {
      const io: Io = { ...this.#io, cwd: folder }
      const { files } = await findFiles([folder], { allowEmpty: true }, io)
      for (const file of files) {
        if (this.#openText(file) === undefined) await this.reread(file)
        count += 1
        if (count % FILES_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }

  /** Looks at a file again, or forgets it when it is gone. */
  async reread(file: string): Promise<void> {
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (this.#openText(file) === undefined && (size === undefined || size > LARGEST))
      this.#setKeys(file, new Set())
    else await this.#takeKeys(file)
  }

  /** Forgets what a file says: it is no draft. */
  forget(file: string): void {
    this.#setKeys(file, new Set())
  }

  /** Whether a file says how drafts are checked: YAML that is no draft may be a profile. */
  isSetting(file: string): boolean {
    return !this.#keysOf.has(file)
  }

  /** Forgets configs, profiles and plugins: one of them has changed. */
  forgetSettings(): void {
    forgetConfigs()
    this.#makers.clear()
  }

  /** The rules and profiles for a file, and its config; read before. */
  async settingsOf(file: string): Promise<SettingsMaker> {
    const day = dateInChina(this.#io.now())
    if (day !== this.#day) this.#makers.clear()
    this.#day = day
    const root = this.#rootOf(file)
    let maker = this.#makers.get(root)
    if (maker === undefined) {
      const setup: Setup = { cwd: root, today: day, maxSize: undefined, ...this.#options }
      maker = new SettingsMaker(setup)
      this.#makers.set(root, maker)
    }
    await maker.prepare([file])
    return maker
  }

  #rootOf(file: string): string {
    const holding = this.#folders.filter((folder) => {
      const way = relative(folder, file)
      return !way.startsWith('..') && !isAbsolute(way)
    })
    return holding.sort((a, b) => b.length - a.length)[0] ?? dirname(file)
  }

  /** What is found in a file, by itself and beside the others. */
  async check(file: string): Promise<readonly LocatedFinding[]> {
    await this.#takeKeys(file)
    // The last one of those that clash is told, and that is the one that somebody is writing.
    const files = [...this.neighbours(file).sort().slice(0, MOST_OTHERS), file]
    for (const each of files) await this.settingsOf(each)
    const { report, unreadable } = await run(
      files.map((each) => ({ file: each })),
      this.#supply(),
    )
    const failed = unreadable.find((entry) => entry.file === file)
    if (failed !== undefined) throw new Unchecked(failed)
    for (const { file: name, findings } of report.files) if (name === file) return [...findings]
    return []
  }

  /** What a text would say in the place of a file, by itself. */
  async checkText(file: string, source: Source): Promise<readonly LocatedFinding[]> {
    await this.settingsOf(file)
    const { report } = await run([{ file }], { ...this.#supply(), load: async () => source })
    return report.broken ? [] : [...report.files].flatMap(({ findings }) => [...findings])
  }

  /** The other files that share a value which may stand in one place only. */
  neighbours(file: string): string[] {
    const others = new Set<string>()
    for (const key of this.#keysOf.get(file) ?? [])
      for (const other of this.#filesWith.get(key) ?? []) if (other !== file) others.add(other)
    return [...others]
  }

  #supply(): Supply {
    return {
      load: async ({ file }) => (await this.#read(file)) ?? { file, zh: '读不到', en: 'cannot be read' },
      settings: (file, draft) => {
        const maker = this.#makers.get(this.#rootOf(file))
        if (maker === undefined) throw new Error('settings are made before a run')
        return maker.of(file, draft)
      },
      rule: (id) => {
        for (const { registry } of this.#makers.values()) {
          const rule = registry.rules.get(id)
          if (rule !== undefined) return rule
        }
        return undefined
      },
    }
  }

  async #read(file: string): Promise<Source | undefined> {
    const text = this.#openText(file)
    if (text !== undefined) return { text, format: formatOf(file, text) }
    const read = await this.#inputs.read(file)
    return isUnreadable(read) ? undefined : read
  }

  async #takeKeys(file: string): Promise<void> {
    const source = await this.#read(file)
    if (source === undefined) {
      this.#setKeys(file, new Set())
      return
    }
    const { documents, problems } = await readText(source.text, source.format)
    // While a line is being typed the values of before still stand.
    if (problems.length > 0 && this.#keysOf.has(file)) return
    const maker = await this.settingsOf(file)
    const keys = new Set<string>()
    for (const { value } of documents) {
      const draft = normalise(value)
      eachKey(draft, maker.of(file, draft).rules, (kind, value) => keys.add(`${kind}\n${value}`))
    }
    this.#setKeys(file, keys)
  }

  #setKeys(file: string, keys: ReadonlySet<string>): void {
    for (const key of this.#keysOf.get(file) ?? []) this.#filesWith.get(key)?.delete(file)
    if (keys.size === 0) this.#keysOf.delete(file)
    else this.#keysOf.set(file, keys)
    for (const key of keys) {
      const files = this.#filesWith.get(key) ?? new Set()
      files.add(file)
      this.#filesWith.set(key, files)
    }
  }
}

/** A file that could not be checked, with the words why. */
export class Unchecked extends Error {
  readonly texts: { readonly zh: string; readonly en: string }

  constructor(texts: { readonly zh: string; readonly en: string }) {
    super(texts.en)
    this.name = 'Unchecked'
    this.texts = texts
  }
}
