// `beian-check -i draft.yaml`: goes through the findings with the user, writes what was decided, and checks again.
import { resolve } from 'node:path'
import { checkOne, type Source, type Supply } from '../engine/run.ts'
import { Interrupted, terminalPrompter } from '../interactive/prompter.ts'
import { walkThrough } from '../interactive/walk.ts'
import { oneLine } from '../report/safe.ts'
import { findingLines } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { requireTerminal } from './init.ts'
import type { Io } from './io.ts'
import { writeText } from './write.ts'

/** Walks through files one after the other. Returns the sources as they are on disk afterwards. */
export async function walkFiles(
  files: readonly (readonly [file: string, source: Source])[],
  supply: Supply,
  view: View,
  io: Io,
): Promise<[file: string, source: Source][]> {
  const prompter = terminalPrompter(requireTerminal(io), view.language)
  const after: [string, Source][] = []
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
    after.push([file, await keep(file, source, latest, view, io)])
  }
  io.stdout.write('\n')
  return after
}

async function keep(file: string, old: Source, latest: Source, view: View, io: Io): Promise<Source> {
  if (latest.text === old.text) return old
  const problem = await writeText(resolve(io.cwd, file), old.text, latest.text)
  const { language } = view
  if (problem !== undefined) {
    io.stderr.write(`${oneLine(file)}${language === 'zh' ? '：' : ': '}${problem[language]}\n`)
    return old
  }
  io.stdout.write(language === 'zh' ? `\n已写入 ${oneLine(file)}\n` : `\nWrote ${oneLine(file)}\n`)
  return latest
}
