// The text of the files of a run.
import { isAbsolute, join } from 'node:path'
import type { Io } from '../cli/io.ts'
import { brokenUtf8At, decode } from '../draft/decode.ts'
import { formatOf } from '../draft/read.ts'
import type { Source } from '../engine/run.ts'
import { type Notice, noText, tooLarge, unreadable } from './notice.ts'
import { MAX_SIZE, readUpTo } from './size.ts'

/** The name under which standard input appears in reports, unless `--stdin-filename` gives another. */
export const STDIN = '<stdin>'

/** Whether a path is an open file of a process, such as `<(command)` gives in a shell. It can be read once. */
export const isDescriptor = (place: string): boolean =>
  /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/(?:self|\d+)\/fd\/\d+)$/.test(place)

/** Reads the files that a run names. What can be read only once, such as standard input, is kept. */
export class Inputs {
  readonly #io: Pick<Io, 'cwd' | 'stdin'>
  readonly #stdinName: string
  readonly #kept = new Map<string, Source>()

  readonly #most: number

  /**
   * @param stdinName the file's name that stands for standard input
   * @param most the largest file that is read, in bytes; files of a draft a line may be larger
   */
  constructor(io: Pick<Io, 'cwd' | 'stdin'>, stdinName: string = STDIN, most: number = MAX_SIZE) {
    this.#io = io
    this.#stdinName = stdinName
    this.#most = most
  }

  /** Whether a file can be read once only, and so by this process only. */
  isOnce(file: string): boolean {
    return file === this.#stdinName || isDescriptor(this.#placeOf(file))
  }

  #placeOf(file: string): string {
    return isAbsolute(file) ? file : join(this.#io.cwd, file)
  }

  /** The text of a file, or why there is none. */
  async read(file: string): Promise<Source | Notice> {
    const kept = this.#kept.get(file)
    if (kept !== undefined) return kept
    const isStdin = file === this.#stdinName
    const place = this.#placeOf(file)
    try {
      const most = isLines(file) ? Number.POSITIVE_INFINITY : this.#most
      const bytes = isStdin ? await this.#io.stdin(most) : readUpTo(place, most)
      if (bytes.length > most) return tooLarge(file, most)
      const decoded = decode(bytes)
      if (decoded === undefined) return noText(file, lineOf(bytes, brokenUtf8At(bytes)))
      const { text, encoding } = decoded
      const source: Source = { text, format: formatOf(file, text), ...(encoding !== 'utf-8' && { encoding }) }
      if (isStdin || isDescriptor(place)) this.#kept.set(file, source)
      return source
    } catch (error) {
      return unreadable(file, error)
    }
  }
}

/** The line (from 1) that a byte lies on. */
function lineOf(bytes: Uint8Array, at: number | undefined): number | undefined {
  return at === undefined ? undefined : bytes.subarray(0, at).filter((byte) => byte === LINE_END).length + 1
}

const LINE_END = 10

const isLines = (file: string): boolean => /\.(?:ndjson|jsonl)$/i.test(file)
