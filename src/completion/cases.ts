// What bash and zsh have in common: both look up what may stand somewhere in one `case`.
import type { CommandModel, Values } from './model.ts'

/** A word for bash and zsh, whatever is in it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/**
 * The patterns of the `case`: a command, a colon, and an option for its value, `-` for its options, nothing for its
 * argument.
 * @param setting the shell's setting of variables that says what may stand there
 */
export function casesOf(model: readonly CommandModel[], setting: (values: Values) => string): string {
  const lines: string[] = []
  const add = (patterns: readonly string[], values: Values): void => {
    lines.push(`    ${patterns.map(quoted).join('|')}) ${setting(values)} ;;`)
  }
  for (const { name, options, commands, argument } of model) {
    for (const { names, values } of options)
      if (values !== undefined)
        add(
          names.map((option) => `${name}:${option}`),
          values,
        )
    const all = options.flatMap(({ names, what }) => names.map((word) => ({ word, what })))
    add([`${name}:-`], { words: all, files: false })
    add([`${name}:`], { ...argument, words: [...commands, ...argument.words] })
  }
  return lines.join('\n')
}

/** A pattern of all options whose value may stand behind them as a word of its own. */
export function takingPattern(model: readonly CommandModel[]): string {
  const taking = model.flatMap(({ options }) => options.filter(({ values }) => values !== undefined))
  return [...new Set(taking.flatMap(({ names }) => names))].join('|')
}

/** A pattern of all commands, each as the command before it and its own word. */
export const commandPattern = (model: readonly CommandModel[]): string =>
  model
    .filter(({ name }) => name !== '')
    .map(({ name }) => quoted(name.includes(' ') ? name : ` ${name}`))
    .join('|')
