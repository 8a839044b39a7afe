// `beian-check -i draft.yaml`: goes through the findings with the user, writes what was decided, and checks again.
import { resolve } from 'node:path'
import { checkOne, type Source, type Supply } from '../engine/run.ts'
import type { Notice } from '../inputs/notice.ts'
import { Interrupted, terminalPrompter } from '../interactive/prompter.ts'
import { walkThrough } from '../interactive/walk.ts'
import { oneLine } from '../report/safe.ts'
import { findingLines } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import type { ChangedFiles } from './fix.ts'
import { requireTerminal } from './init.ts'
import type { Io } from './io.ts'
import { writeText } from './write.ts'

/** Walks through files one after the other. */
export async function walkFiles(
  files: readonly (readonly [file: string, source: Source])[],
  supply: Supply,
  view: View,
  io: Io,
): Promise<ChangedFiles> {
  const prompter = terminalPrompter(requireTerminal(io), view.language)
  const after: [string, Source][] = []
  const unwritten: Notice[] = []
  let ended = false
  for (const [file, source] of files) {
    if (ended) {
      after.push([file, source])
      continue
    }
    let latest = source
    try {
      const walked = await walkThrough(source, {
        prompter,
        view,
        check: async (current) => {
          latest = current
          return (await checkOne(file, current, supply)).findings
        },
        settings: (draft) => supply.settings(file, draft),
        show: (finding, number, total) => {
          io.stdout.write(`\n${oneLine(file)} (${number}/${total})\n`)
          for (const line of findingLines(finding, view)) io.stdout.write(`${line}\n`)
        },
        print: (line) => io.stdout.write(`${line}\n`),
      })
      latest = walked.source
      ended = walked.quit
    } catch (error) {
      // Ctrl-C ends it like "stop here": what was decided is kept.
      if (!(error instanceof Interrupted)) throw error
      ended = true
    }
    const problem = await keep(file, source, latest, view, io)
    if (problem !== undefined) unwritten.push(problem)
    after.push([file, problem === undefined ? latest : source])
  }
  io.stdout.write('\n')
  return { files: after, unwritten }
}

/** Writes what was decided; what comes back says why it could not. */
async function keep(
  file: string,
  old: Source,
  latest: Source,
  { language }: View,
  io: Io,
): Promise<Notice | undefined> {
  if (latest.text === old.text) return undefined
  const problem = await writeText(resolve(io.cwd, file), old.text, latest.text)
  if (problem !== undefined) return { file, ...problem }
  io.stdout.write(language === 'zh' ? `\n已写入 ${oneLine(file)}\n` : `\nWrote ${oneLine(file)}\n`)
  return undefined
}
