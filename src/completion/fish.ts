// The completion of fish: one line for each option and each list of words.
import type { CommandModel, OptionModel, Values, Word } from './model.ts'

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

/** Words with their meanings, as the list of arguments that fish expands again. */
const listed = (words: readonly Word[]): string =>
  words
    .map(({ word, what }) => (what === '' ? word : `${word}\\t"${what.replace(/["\\$]/g, '\\$&')}"`))
    .join(' ')

/** The words that a value may be; those that something follows come with it. */
function wordsOf({ words, behind }: Values): readonly Word[] {
  if (behind === undefined || behind.words.length === 0) return words
  return words.flatMap(({ word, what }) => behind.words.map((end) => ({ word: `${word}=${end}`, what })))
}

/** When a command's completions hold. */
function condition({ name }: CommandModel, all: readonly CommandModel[]): string {
  const seen = (words: readonly string[]): string => `__fish_seen_subcommand_from ${words.join(' ')}`
  const below = all.filter(
    (other) => other.name !== name && other.name.startsWith(name === '' ? '' : `${name} `),
  )
  const mine = name === '' ? [] : name.split(' ').map((word) => seen([word]))
  const level = name === '' ? 0 : name.split(' ').length
  const inner = below.map((other) => other.name.split(' ')[level] ?? '')
  const not = inner.length === 0 ? [] : [`not ${seen([...new Set(inner)])}`]
  return [...mine, ...not].join('; and ')
}

function optionLine({ names, what, values }: OptionModel, when: string): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
  const takes = values === undefined ? [] : values.files || values.behind?.files === true ? ['-r'] : ['-x']
  const words = values === undefined ? [] : wordsOf(values)
  const list = words.length === 0 ? [] : ['-a', quoted(listed(words))]
  return [
    'complete -c beian-check',
    '-n',
    quoted(when),
    ...flags,
    ...takes,
    ...list,
    '-d',
    quoted(what),
  ].join(' ')
}

/** The script for fish. */
export function fishScript(model: readonly CommandModel[]): string {
  const lines = model.flatMap((command) => {
    const when = condition(command, model)
    const words = [...command.commands, ...command.argument.words]
    const noFiles = command.argument.files ? [] : ['-f']
    return [
      ...(words.length === 0 && noFiles.length === 0
        ? []
        : [
            [
              'complete -c beian-check',
              '-n',
              quoted(when),
              ...noFiles,
              ...(words.length > 0 ? ['-a', quoted(listed(words))] : []),
            ].join(' '),
          ]),
      ...command.options.map((option) => optionLine(option, when)),
    ]
  })
  return `# Completes beian-check in fish. Made by: beian-check completion fish\n${lines.join('\n')}\n`
}
