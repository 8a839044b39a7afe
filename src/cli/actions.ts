// Standard output inside GitHub Actions, where the runner obeys every line that looks like one of its commands.
import { randomUUID } from 'node:crypto'
import type { RunReport } from '../engine/report.ts'
import { githubBeside } from '../report/github.ts'
import { type ReporterName, reporters } from '../report/index.ts'
import { pour, type RunView } from '../report/view.ts'
import type { Io } from './io.ts'

/** Prints a report to the log of a job. Annotations go with the text for people. */
export async function printInActions(
  format: ReporterName,
  report: RunReport,
  view: RunView,
  io: Io,
): Promise<void> {
  const { load, reader } = reporters[format]
  const reporter = await load()
  const write = (text: string): void => io.stdout.write(text)
  if (reader === 'people') {
    // What a draft says may look like a command; the runner is told not to listen until it hears a word nobody guesses.
    const word = randomUUID()
    write(`::stop-commands::${word}\n`)
    await pour(reporter.render(report, view), write)
    write(`::${word}::\n`)
  } else await pour(reporter.render(report, view), write)
  if (format === 'terminal') await pour(githubBeside.render(report, view), write)
}
