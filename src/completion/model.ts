// What may stand where on the command line: commands and options from the program itself, values from the registries.
import type { Command, Option } from 'commander'
import { allRules } from '../../rules/all.ts'
import { schemaNames } from '../cli/schema.ts'
import { filingModes, filingStatuses } from '../draft/catalogue.ts'
import { levels } from '../engine/finding.ts'
import { provinces } from '../facts/data/provinces.ts'
import { builtinIds, profileHead } from '../profile/builtin.ts'
import { reporterNames, reporters } from '../report/index.ts'
import type { Language } from '../report/language.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A word that may stand somewhere, and what it means; the meaning may be empty. */
export interface Word {
  readonly word: string
  readonly what: string
}

/** What may stand as a value: one of a few words, the name of a file, or with neither anything at all. */
export interface Values {
  readonly words: readonly Word[]
  readonly files: boolean
  /** What follows one of the words and an equals sign. */
  readonly behind?: { readonly words: readonly string[]; readonly files: boolean }
}

export interface OptionModel {
  /** Such as `-f` and `--format`. */
  readonly names: readonly string[]
  readonly what: string
  /** Undefined for an option without a value. */
  readonly values: Values | undefined
}

/** One command, or the main job. */
export interface CommandModel {
  /** Its words, such as `profiles show`; empty for the main job. */
  readonly name: string
  readonly options: readonly OptionModel[]
  /** Commands below it. */
  readonly commands: readonly Word[]
  /** What stands as its first argument. */
  readonly argument: Values
}

const plain = (words: readonly string[]): Word[] => words.map((word) => ({ word, what: '' }))
const oneOf = (words: readonly Word[]): Values => ({ words, files: false })
const anyFile: Values = { words: [], files: true }

/** What the placeholders of options and arguments stand for, such as `<rule>`. */
function placeholders(language: Language): ReadonlyMap<string, Values> {
  const rules = allRules.map(({ id, texts }) => ({ word: id, what: texts.title[language] }))
  const profiles = builtinIds().map((id) => ({ word: id, what: profileHead(id)?.title[language] ?? '' }))
  const optionsOf = (options: readonly { id: string; zh: string; en: string }[]): Values =>
    oneOf(options.map((option) => ({ word: option.id, what: option[language] })))
  return new Map<string, Values>([
    ['file', anyFile],
    ['paths', anyFile],
    ['rule', oneOf(rules)],
    ['id=level', { ...oneOf(rules), behind: { words: [...levels, 'off'], files: false } }],
    ['profile', oneOf(profiles)],
    ['province', oneOf(plain(provinces.map(({ id }) => id)))],
    ['status', optionsOf(filingStatuses)],
    ['mode', optionsOf(filingModes)],
    ['schema', oneOf(plain(schemaNames))],
    ['shell', oneOf(plain(shells))],
    [
      'name',
      {
        ...oneOf(reporterNames.map((name) => ({ word: name, what: reporters[name][language] }))),
        behind: { words: [], files: true },
      },
    ],
  ])
}

/** Placeholders that may be anything. */
export const freePlaceholders: readonly string[] = [
  'date',
  'i/n',
  'glob',
  'n',
  'words',
  'number',
  'revision',
  'seconds',
  'size',
]

/** The placeholder in the flags of an option: `id=level` in `--rule <id=level>`. */
export const placeholderOf = ({ flags }: Pick<Option, 'flags'>): string | undefined =>
  /[<[]([^<>[\]]+)[\]>]$/.exec(flags.replace('[=file]', ''))?.[1]

/** The program and its commands, the main job first. */
export function modelOf(program: Command, language: Language): CommandModel[] {
  const known = placeholders(language)
  const valuesOf = (placeholder: string): Values =>
    placeholder.includes('|')
      ? oneOf(plain(placeholder.split('|')))
      : (known.get(placeholder) ?? { words: [], files: false })
  const describe = (command: Command, name: string): CommandModel[] => {
    const options = command
      .createHelp()
      .visibleOptions(command)
      .map((option): OptionModel => {
        const placeholder = placeholderOf(option)
        return {
          names: [option.short, option.long].flatMap((flag) => flag ?? []),
          what: option.description,
          values: placeholder === undefined ? undefined : valuesOf(placeholder),
        }
      })
    const [argument] = command.registeredArguments
    const own = {
      name,
      options,
      commands: command.commands.map((inner) => ({ word: inner.name(), what: inner.description() })),
      argument: valuesOf(argument?.name() ?? ''),
    }
    return [own, ...command.commands.flatMap((inner) => describe(inner, `${name} ${inner.name()}`.trim()))]
  }
  return describe(program, '')
}
