// Command lines in pages, held against the program's own commands, options and values.
import { programIn } from '../../scripts/docs/program.ts'
import { type CommandModel, modelOf, type OptionModel, type Values } from '../../src/completion/model.ts'

const commands: readonly CommandModel[] = modelOf(programIn('en'), 'en')
const [mainJob] = commands

/** Options that are read before commander, and so are in no list. */
const wordsForOptions: Readonly<Record<string, string>> = { '--fix=all': '--fix-all', '--fix=safe': '--fix' }

/** The words behind `beian-check` in a line of a shell; undefined where it is not run. Ends at pipes, redirections and comments. */
export function commandOf(line: string): string[] | undefined {
  const [, rest] = /(?:^|[\s(])beian-check(?=[\s)]|$)(.*)/.exec(line) ?? []
  if (rest === undefined || /(?:install|uninstall|man|npm|cd|import) (?:.* )?beian-check/.test(line))
    return undefined
  const words = rest.match(/'[^']*'|"[^"]*"|[|<>()]|&&|;|[^\s'"|<>();]+/g) ?? []
  const end = words.findIndex((word) => /^(?:[|<>();]|&&|#.*)$/.test(word))
  return (end < 0 ? words : words.slice(0, end)).map((word) => word.replace(/^['"]|['"]$/g, ''))
}

/** A word that stands for others: `FILE`, `规则名`, `…`, `<rule>`, `[paths…]`. */
const isPlaceholder = (word: string): boolean =>
  /^(?:[A-Z]+(?:=[A-Z]+)?|[\p{Script=Han}]+|[<[].*|.*…)$/u.test(word)

function isAllowed(word: string, values: Values | undefined): boolean {
  if (values === undefined || values.words.length === 0 || values.files || isPlaceholder(word)) return true
  const name = values.behind === undefined ? word : word.replace(/=.*/, '')
  const behind = values.behind?.words ?? []
  const rest = word.includes('=') ? word.slice(word.indexOf('=') + 1) : undefined
  const known = values.words.some((value) => value.word === name || value.word.endsWith(`/${name}`))
  return known && (rest === undefined || behind.length === 0 || behind.includes(rest))
}

const optionIn = (command: CommandModel, name: string): OptionModel | undefined =>
  command.options.find(({ names }) => names.includes(name))

/** Whether some command has an option of this name. */
export const isOption = (word: string): boolean =>
  commands.some(
    (command) => optionIn(command, (wordsForOptions[word] ?? word).replace(/=.*/, '')) !== undefined,
  )

/** The words of a command line that the program would not understand; values with their option. */
export function problemsOf(words: readonly string[]): string[] {
  const problems: string[] = []
  let command = mainJob
  let isFirst = true
  for (let i = 0; i < words.length && command !== undefined; i += 1) {
    const word = words[i] ?? ''
    if (word.startsWith('-') && word !== '-') {
      const [name = '', glued] = (wordsForOptions[word] ?? word).split(/=(.*)/)
      const option =
        optionIn(command, name) ?? (mainJob && name === '--lang' ? optionIn(mainJob, name) : undefined)
      if (option === undefined) problems.push(word)
      else if (option.values !== undefined && glued === undefined && !name.startsWith('--changed')) {
        i += 1
        if (!isAllowed(words[i] ?? '', option.values)) problems.push(`${word} ${words[i]}`)
      } else if (glued !== undefined && !isAllowed(glued, option.values)) problems.push(word)
      continue
    }
    const inner = commands.find(({ name }) => name === `${command?.name} ${word}`.trim())
    if (inner !== undefined && (isFirst || command !== mainJob)) command = inner
    else if (isFirst && command !== mainJob && !isAllowed(word, command.argument)) problems.push(word)
    isFirst = inner !== undefined
  }
  return problems
}
