// `checkFiles`: the command's own way from paths to findings, with a quiet process.
import { resolve } from 'node:path'
import type { Io } from '../cli/io.ts'
import { UsageError } from '../cli/io.ts'
import { checkPaths } from '../cli/session.ts'
import { findingObject, type ReportedFinding } from '../report/json.ts'
import { oneLine } from '../report/safe.ts'
import { remindOf } from '../report/view.ts'
import { ownLayer, profileId, registryOf, viewOf } from './check.ts'
import type { CheckOptions, CheckSummary } from './types.ts'

/** Options of a check of files. */
export interface FilesOptions extends CheckOptions {
  /** The folder from which paths are meant; the process's own unless given. */
  readonly cwd?: string
  /** A config file, or false for none; found upwards from each draft unless given. */
  readonly config?: string | false
}

/** What was found in one file. */
export interface FileResult {
  /** As the caller named it. */
  readonly path: string
  readonly findings: readonly ReportedFinding[]
}

/** A file that was named but cannot be checked. */
export interface UnreadableFile {
  readonly path: string
  readonly message: string
}

/** What was found in all files. */
export interface FilesResult {
  readonly summary: CheckSummary & { readonly files: number }
  /** In the order given; those of a folder in alphabetical order. */
  readonly files: readonly FileResult[]
  readonly unreadable: readonly UnreadableFile[]
  /** What no tool can see, for the user's own eyes. */
  readonly reminders: readonly string[]
}

const silent = { write: () => {}, isTTY: false, columns: undefined }

/** A process that says nothing and has nothing to say. */
const quiet = (cwd: string, today: string | undefined): Io => ({
  args: [],
  env: {},
  cwd,
  stdout: silent,
  stderr: silent,
  stdin: async () => new Uint8Array(),
  now: () => (today === undefined ? Date.now() : Date.parse(`${today}T12:00:00+08:00`)),
})

/** Checks the files that paths name. */
export async function checkFilesAt(paths: readonly string[], options: FilesOptions): Promise<FilesResult> {
  const { signal, config, language = 'zh', cwd = process.cwd() } = options
  signal?.throwIfAborted()
  const own = registryOf(options)
  const profile = profileId(options.profile, own)
  try {
    const session = await checkPaths(
      paths,
      {
        lang: language,
        ...(config !== undefined && { config }),
        ...(profile !== undefined && { profile }),
        base: {
          registry: own,
          layers: [ownLayer(options, own)],
          ...(signal !== undefined && { signal }),
        },
      },
      quiet(resolve(cwd), options.today),
    )
    signal?.throwIfAborted()
    const view = viewOf(options, session.registry)
    const { summary, files, reminders } = session.report
    return {
      summary,
      files: [...files].map(({ file, findings }) => ({
        path: file,
        findings: [...findings].map((finding) => findingObject(finding, view)),
      })),
      unreadable: session.trouble.map((entry) => ({ path: entry.file, message: entry[language] })),
      reminders: reminders.first.map((reminder) => oneLine(remindOf(reminder, view)[0])),
    }
  } catch (error) {
    throw error instanceof UsageError
      ? new Error([error.texts, ...error.more].map((texts) => texts[language]).join('\n'))
      : error
  }
}
