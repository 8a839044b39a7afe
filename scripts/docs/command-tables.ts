// Commands and options in both languages, as tables, from the program itself.
import type { Command, Option } from 'commander'
import { groupedOptions } from '../../src/cli/help.ts'
import { programIn } from './program.ts'
import { cell, code, table } from './words.ts'

/** A command with its whole name, in both languages. */
interface Pair {
  readonly name: string
  readonly zh: Command
  readonly en: Command
}

function* pairs(zh: Command, en: Command, above: string): Generator<Pair> {
  for (const [i, inner] of en.commands.entries()) {
    const other = zh.commands[i]
    if (other === undefined) continue
    const name = `${above} ${inner.name()}`
    yield { name, zh: other, en: inner }
    yield* pairs(other, inner, name)
  }
}

const optionsOf = (command: Command): Option[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')

const optionRow = (en: Option, zh: Option | undefined): string[] => [
  code(en.flags),
  cell(`${en.description}\n${zh?.description ?? ''}`),
]

/** What each command is for, and its options beyond those of the main job. */
export function commandTables(): string {
  const [zh, en] = [programIn('zh'), programIn('en')]
  const known = new Set(optionsOf(en).map(({ long }) => long))
  const own = ({ long }: Option): boolean => !known.has(long)
  return [...pairs(zh, en, 'beian-check')]
    .map(({ name, zh, en }) => {
      const others = optionsOf(zh)
      const rows = optionsOf(en).flatMap((option, i) => (own(option) ? [optionRow(option, others[i])] : []))
      const usage = en.usage().replace(/\[(?:options|command)\] ?/g, '')
      const said = `**\`${`${name} ${usage}`.trim()}\`**\\\n${en.description()} · ${zh.description()}`
      return rows.length === 0 ? said : `${said}\n\n${table(['option', 'meaning'], rows)}`
    })
    .join('\n\n')
}

/** The options of the main job by what they are about. */
export function optionTables(): string {
  const zhOptions = new Map(optionsOf(programIn('zh')).map((option) => [option.flags, option]))
  return Array.from(groupedOptions(programIn('en'), 'en'), ([title, options]) => {
    const rows = options
      .filter(({ long }) => long !== '--help')
      .map((option) => optionRow(option, zhOptions.get(option.flags)))
    return rows.length === 0
      ? []
      : [`**${title.replace(/:$/, '')}**\n\n${table(['option', 'meaning'], rows)}`]
  })
    .flat()
    .join('\n\n')
}
