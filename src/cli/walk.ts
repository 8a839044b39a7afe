// `beian-check -i draft.yaml`: goes through the findings with the user, writes what was decided, and checks again.
import { resolve } from 'node:path'
import type { LocatedFinding } from '../engine/report.ts'
import { run, type Source, type Supply } from '../engine/run.ts'
import type { Notice } from '../inputs/notice.ts'
import { Interrupted, type Prompter, terminalPrompter } from '../interactive/prompter.ts'
import { type Walk, type Walked, walkThrough } from '../interactive/walk.ts'
import { oneLine } from '../report/safe.ts'
import { findingLines } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import type { ChangedFiles } from './fix.ts'
import { requireTerminal } from './init.ts'
import type { Io } from './io.ts'
import { writeText } from './write.ts'

type Read = (file: string) => Promise<Source | Notice>

/**
 * Walks through files one after the other.
 * @param read what a file says now
 */
export async function walkFiles(
  files: readonly (readonly [file: string, source: Source])[],
  supply: Supply,
  read: Read,
  view: View,
  io: Io,
): Promise<ChangedFiles> {
  const prompter = terminalPrompter(requireTerminal(io), view.language)
  const texts = new Map(files)
  const others = await clashing(texts, supply)
  const unwritten: Notice[] = []
  for (const [file, source] of files) {
    const walk = walkOf(file, others.get(file) ?? [], { texts, supply, read, prompter, view, io })
    const { quit, trouble } = await untilStopped(source, walk)
    if (trouble !== undefined) unwritten.push({ file, ...trouble })
    if (texts.get(file)?.text !== source.text) {
      const name = oneLine(file)
      io.stdout.write(view.language === 'zh' ? `\n已写入 ${name}\n` : `\nWrote ${name}\n`)
    }
    if (quit) break
  }
  io.stdout.write('\n')
  return { files: [...texts], unwritten }
}

/** Ctrl-C ends it like "stop here": what was decided is written already. */
async function untilStopped(source: Source, walk: Walk): Promise<Pick<Walked, 'quit' | 'trouble'>> {
  try {
    return await walkThrough(source, walk)
  } catch (error) {
    if (error instanceof Interrupted) return { quit: true }
    throw error
  }
}

interface Surroundings {
  /** What all files say, as far as the walk has come. */
  readonly texts: Map<string, Source>
  readonly supply: Supply
  readonly read: Read
  readonly prompter: Prompter
  readonly view: View
  readonly io: Io
}

function walkOf(
  file: string,
  others: readonly string[],
  { texts, supply, read, prompter, view, io }: Surroundings,
): Walk {
  return {
    prompter,
    view,
    read: async () => {
      const now = await read(file)
      if ('text' in now) texts.set(file, now)
      return now
    },
    write: (old, text) => writeText(resolve(io.cwd, file), old, text),
    check: (current) => {
      texts.set(file, current)
      return findingsOf(file, [...others, file], texts, supply)
    },
    settings: (draft) => supply.settings(file, draft),
    show: (finding, number, total) => {
      io.stdout.write(`\n${oneLine(file)} (${number}/${total})\n`)
      for (const line of findingLines(finding, view)) io.stdout.write(`${line}\n`)
    },
    print: (line) => io.stdout.write(`${line}\n`),
  }
}

/** Supply of texts that need not be those on the disk. */
const withTexts = (supply: Supply, texts: ReadonlyMap<string, Source>): Supply => ({
  ...supply,
  load: async (task) => texts.get(task.file) ?? (await supply.load(task)),
})

/** The findings of a file, with those of its clashes with a few others. */
async function findingsOf(
  file: string,
  files: readonly string[],
  texts: ReadonlyMap<string, Source>,
  supply: Supply,
): Promise<readonly LocatedFinding[]> {
  const tasks = files.map((name) => ({ file: name }))
  const { report } = await run(tasks, withTexts(supply, texts))
  for (const found of report.files) if (found.file === file) return [...found.findings]
  return []
}

/** For each file the others that it clashes with, as they are at the beginning. */
async function clashing(
  texts: ReadonlyMap<string, Source>,
  supply: Supply,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  if (texts.size < 2) return found
  const { report } = await run(
    [...texts.keys()].map((file) => ({ file })),
    withTexts(supply, texts),
  )
  for (const { file, findings } of report.files) {
    const others = new Set<string>()
    for (const { related } of findings) for (const other of related) others.add(other.file)
    others.delete(file)
    if (others.size > 0) found.set(file, [...others])
  }
  return found
}
