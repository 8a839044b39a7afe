// The process as the command line sees it. Handed in, so that commands run the same in a test and in a shell.

/** A stream for text. */
export interface Output {
  write(text: string): void
  readonly isTTY: boolean
  /** Columns of the terminal, where it is one. */
  readonly columns: number | undefined
}

/** Where to ask a person. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

export interface Io {
  /** Arguments behind the program's name. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdout: Output
  readonly stderr: Output
  /** Everything on standard input, or its beginning: at least `most` bytes and one more. */
  readonly stdin: (most?: number) => Promise<Uint8Array>
  /** Standard input piece by piece; no more of it is read than is asked for. */
  readonly stdinChunks?: () => AsyncIterable<Uint8Array>
  /** The terminal of a person who can be asked; undefined in a pipe or in CI. */
  readonly terminal?: () => Terminal | undefined
  /** Calls `stop` when the user presses Ctrl-C, instead of ending the process. */
  readonly onInterrupt?: (stop: () => void) => void
  /** Standard input and output as streams, for a program to talk to; undefined at a terminal. */
  readonly pipes?: () => Terminal | undefined
  /**
   * Does a work that a signal may end: then `tidy` is called, and the process ends with 130 (SIGINT), 143 (SIGTERM) or 129
   * (SIGHUP).
   */
  readonly guard?: <T>(work: () => Promise<T>, tidy: () => void) => Promise<T>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Does a work that leaves something behind if a signal ends it: `tidy` puts that right. */
export const guarded = <T>(
  { guard }: Pick<Io, 'guard'>,
  work: () => Promise<T>,
  tidy: () => void,
): Promise<T> => (guard === undefined ? work() : guard(work, tidy))

/** Exit statuses, by the contract; 70 for a failure of the tool itself (EX_SOFTWARE), 130 as shells have it after Ctrl-C. */
export const EXIT = { clean: 0, findings: 1, trouble: 2, bug: 70, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Something the user can put right: bad usage, bad config, unreadable input. Told in one message, status 2. */
export class UsageError extends Error {
  readonly texts: { readonly zh: string; readonly en: string }
  /** Further ones of the same file, a line each. */
  readonly more: readonly { readonly zh: string; readonly en: string }[]

  constructor(
    texts: { readonly zh: string; readonly en: string },
    more: readonly { readonly zh: string; readonly en: string }[] = [],
  ) {
    super(texts.en)
    this.name = 'UsageError'
    this.texts = texts
    this.more = more
  }
}
