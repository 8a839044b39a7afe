// The command line: what runs, and how its end becomes an exit status.
import { version } from '../../package.json'
import { chooseLanguage, type Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { isCommand } from './command-names.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'

/** Runs the command line. Never throws: trouble becomes a message on standard error and a status. */
export async function main(io: Io): Promise<ExitCode> {
  const language = languageOf(io)
  try {
    // Setting up the options takes a good part of a start, and most runs only name files.
    if (namesFilesOnly(io.args)) {
      const { check } = await import('./check.ts')
      return await check(io.args, {}, io)
    }
    const { runProgram } = await import('./program.ts')
    return await runProgram(io, language)
  } catch (error) {
    if (error instanceof UsageError) {
      for (const texts of [error.texts, ...error.more]) io.stderr.write(`${oneLine(texts[language])}\n`)
      return EXIT.trouble
    }
    tellBug(error, language, io)
    return EXIT.bug
  }
}

function languageOf(io: Io): Language {
  const at = io.args.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = io.args[at]
  const value = word === '--lang' ? io.args[at + 1] : word?.slice('--lang='.length)
  return chooseLanguage(value, io.env)
}

/** What to send us when the tool itself fails: where it happened, never what the draft says. */
function tellBug(error: unknown, language: Language, io: Io): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  const places = frames
    .slice(0, 4)
    .map((line) => oneLine(line.trim().replace(/\(?(?:file:\/\/)?\/.*\//, '(')))
  const kind = error instanceof Error ? error.name : typeof error
  const report = [`beian-check ${version}, node ${process.version}, ${process.platform}: ${kind}`, ...places]
  const intro =
    language === 'zh'
      ? '工具内部出错，草稿没有改动。请把下面几行（不含草稿内容）发给我们：'
      : 'The tool itself failed; no draft was changed. Please report these lines (nothing of the draft is in them):'
  io.stderr.write(`${intro}\n${report.map((line) => `  ${line}\n`).join('')}`)
}

function namesFilesOnly(args: readonly string[]): boolean {
  const [first = ''] = args
  return first !== '' && !isCommand(first) && args.every((word) => word === '-' || !word.startsWith('-'))
}
