// The manual page, made from the program's own commands, options and examples.
import type { Command } from 'commander'
import { version } from '../package.json'
import { examplesOf, groupedOptions } from '../src/cli/help.ts'
import { reporterNames, reporters } from '../src/report/index.ts'
import { programIn } from './docs/program.ts'

/** Text for roff: nothing of it is a request or an escape. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')

/** Words in bold up to the first placeholder, which is in italics. */
const term = (flags: string): string =>
  flags
    .split(/([<[].*?[\]>](?!\]))/)
    .map((piece, i) =>
      piece === '' ? '' : i % 2 === 1 ? `\\fI${plain(piece)}\\fR` : `\\fB${plain(piece)}\\fR`,
    )
    .join('')

const entry = (head: string, text: string): string => `.TP\n${head}\n${plain(text)}`

function* commandParts(command: Command, name: string): Generator<string> {
  const usage = `${name} ${command.usage()}`.replace('[options] ', '')
  yield `.SS ${plain(usage)}\n${plain(command.description())}.`
  const help = command.createHelp()
  for (const option of help.visibleOptions(command))
    if (option.long !== '--help') yield entry(term(option.flags), option.description)
  for (const inner of command.commands) yield* commandParts(inner, `${name} ${inner.name()}`)
}

/** The page as roff. */
export function manPage(): string {
  const program = programIn('en')
  const parts = [
    `.\\" Made by npm run build:docs.\n.TH BEIAN\\-CHECK 1 "" "beian\\-check ${plain(version)}" "User Commands"`,
    '.SH NAME\nbeian\\-check \\- check drafts of Chinese ICP filings before they are submitted',
    `.SH SYNOPSIS\n.B beian\\-check\n[\\fIoptions\\fR] \\fIpaths\\fR...\n.br\n.B beian\\-check\n\\fIcommand\\fR [\\fIoptions\\fR]`,
    `.SH DESCRIPTION\n${plain(program.description())}\nPaths are drafts, folders, globs, or \\fB\\-\\fR for standard input.`,
    '.SH OPTIONS',
    ...[...groupedOptions(program, 'en')]
      .filter(([, options]) => options.length > 0)
      .flatMap(([title, options]) => [
        `.SS ${plain(title.replace(/:$/, ''))}`,
        ...options.map((option) => entry(term(option.flags), option.description)),
      ]),
    '.SH FORMATS',
    ...reporterNames.map((name) => entry(`\\fB${plain(name)}\\fR`, reporters[name].en)),
    '.SH COMMANDS',
    ...program.commands.flatMap((command) => [...commandParts(command, command.name())]),
    '.SH EXIT STATUS',
    entry('0', 'No error.'),
    entry('1', 'At least one error, or more warnings than --max-warnings.'),
    entry('2', 'Something could not be done: bad usage, bad config, a file that cannot be read, no file.'),
    entry('70', 'The tool itself failed; it prints what to report.'),
    entry('130, 143', 'Ended by Ctrl-C or SIGTERM; there is no report.'),
    '.SH ENVIRONMENT',
    entry(
      '\\fBBEIAN_CHECK_LANG\\fR',
      'Language where --lang is not given: zh or en. Then the locale counts, then it is Chinese.',
    ),
    entry(
      '\\fBNO_COLOR\\fR, \\fBFORCE_COLOR\\fR',
      'No colours; colours even where the output is no terminal.',
    ),
    entry(
      '\\fBFORCE_HYPERLINK\\fR',
      'Names of files lead to them in terminals that show links: 1 in any terminal, 0 in none.',
    ),
    '.SH FILES',
    entry('\\fIbeian\\-check.config.yaml\\fR', 'The config, found upwards from each draft.'),
    entry('\\fI.beian\\-checkignore\\fR', 'Files that are not checked, in the syntax of .gitignore.'),
    '.SH EXAMPLES',
    ...examplesOf('', 'en').map(([line, what]) => entry(`\\fB${plain(line)}\\fR`, what)),
  ]
  return `${parts.join('\n')}\n`
}
