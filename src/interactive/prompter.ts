// Asks one question at a time, with Inquirer's prompts. Escape goes back; what is typed is judged while it is typed.
import { styleText } from 'node:util'
import type { Terminal } from '../cli/io.ts'
import type { Level } from '../engine/finding.ts'
import type { Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine } from '../report/safe.ts'
import { widthOf } from '../report/width.ts'
import {
  AbortPromptError,
  createPrompt,
  createPromptModule,
  ExitPromptError,
  isEnterKey,
  isTabKey,
  Separator,
  useKeypress,
  usePrefix,
  useState,
} from './inquirer.ts'

/** What is said about a value while it is typed. An error has to be confirmed to be kept. */
export interface Verdict {
  readonly level: Level
  readonly text: string
  /** What could be written instead. */
  readonly ideas?: readonly string[]
}

export interface TextQuestion {
  readonly message: string
  readonly default?: string | undefined
  /** Words under the prompt while nothing is to be said of the value. */
  readonly help?: string
  judge(value: string): Verdict | undefined
  /** How the answer stays on the screen, and the default while nobody edits it. */
  shown(value: string): string
  /** Whether there is a question to go back to. */
  readonly back: boolean
}

export interface Choice<V> {
  readonly value: V
  readonly name: string
  /** Further words under which it is found. */
  readonly search?: string
  /** What is said of it while it is pointed at. */
  readonly note?: Verdict | undefined
}

export interface ChoiceQuestion<V> {
  readonly message: string
  readonly choices: readonly Choice<V>[]
  readonly default?: V | undefined
  /** Whether there is a question to go back to. */
  readonly back: boolean
}

/** The answer that asks for the question before. */
export const BACK = Symbol('back')

/** The user ended it with Ctrl-C. */
export class Interrupted extends Error {}

/** Asks a person. Throws Interrupted on Ctrl-C. */
export interface Prompter {
  text(question: TextQuestion): Promise<string | typeof BACK>
  choose<V>(question: ChoiceQuestion<V>): Promise<V | typeof BACK>
}

const words = {
  keep: { zh: '按回车保留，或继续修改', en: 'Enter keeps it as it is, or go on editing' },
  enter: { zh: '回车确认', en: 'Enter: next' },
  tab: { zh: 'Tab 编辑括号里的内容', en: 'Tab: edit what is in brackets' },
  ideas: { zh: 'Tab 换成建议的写法', en: 'Tab: take what is suggested' },
  escape: { zh: 'Esc 上一步', en: 'Esc: back' },
  choose: { zh: '↑↓ 选择 · 回车确认', en: '↑↓: move · Enter: choose' },
  search: { zh: '↑↓ 选择 · 输入文字查找 · 回车确认', en: '↑↓: move · type to search · Enter: choose' },
  none: { zh: '没有这一项', en: 'nothing like it' },
  back: { zh: '← 上一步', en: '← back' },
} as const satisfies Record<string, Record<Language, string>>

/** The sign before a message, by its level. */
export const marks = { error: '✗', warning: '!', info: 'i' } as const satisfies Record<Level, string>

/**
 * Inquirer counts a line by its letters to know on which row of the screen the cursor is; a Chinese character is one
 * letter and two columns. Combining marks that show nothing make up for it.
 * @param columns of the terminal
 */
function fillersFor(line: string, columns: number): string {
  let at = 0
  for (const character of line) {
    const width = widthOf(character)
    // A wide character does not begin in the last column.
    if (width === 2 && at % columns === columns - 1) at += 1
    at += width
  }
  return at < columns ? '' : '\u034f'.repeat(Math.max(0, at - line.length))
}

/** What the prompt for a text is given. */
interface FieldConfig extends TextQuestion {
  readonly language: Language
  readonly columns: () => number
}

/** Inquirer's input prompt says nothing while one types; this one does. */
export const field = createPrompt<string, FieldConfig>((config, done) => {
  const { language } = config
  const columns = config.columns()
  const [value, setValue] = useState('')
  const [fallback, setFallback] = useState(config.default ?? '')
  const [doubted, setDoubted] = useState<string | undefined>(undefined)
  const [offered, setOffered] = useState<readonly string[]>([])
  const prefix = usePrefix({})
  useKeypress((key, readline) => {
    if (isEnterKey(key)) {
      const answer = (value === '' ? fallback : value).trim()
      if (config.judge(answer)?.level === 'error' && doubted !== answer) {
        setDoubted(answer)
        // Enter has emptied the line.
        readline.write(value)
        return
      }
      done(answer)
    } else if (isTabKey(key)) {
      // The default to be edited, or one suggestion after the other.
      const ideas = offered.includes(value) ? offered : (config.judge(value.trim())?.ideas ?? [])
      const next = value === '' ? fallback : (ideas[ideas.indexOf(value) + 1] ?? ideas[0] ?? value)
      setOffered(ideas)
      setFallback('')
      readline.clearLine(0)
      readline.write(next)
      setValue(next)
    } else {
      setValue(readline.line)
    }
  })
  const rest = `${config.message} ${value === '' && fallback !== '' ? `(${oneLine(config.shown(fallback))}) ` : ''}${oneLine(value)}`
  const line = `${prefix}${fillersFor(`? ${rest}`, columns)} ${rest}`
  const answer = (value === '' ? fallback : value).trim()
  // That nothing is there yet is only said once somebody went on.
  const verdict = answer === '' && doubted !== '' ? undefined : config.judge(answer)
  const below =
    verdict === undefined
      ? [
          config.help,
          words.enter[language],
          fallback !== '' && value === '' ? words.tab[language] : undefined,
          config.back ? words.escape[language] : undefined,
        ].filter((text) => text !== undefined)
      : [
          `${marks[verdict.level]} ${oneLine(verdict.text)}`,
          ...(verdict.ideas === undefined ? [] : [words.ideas[language]]),
          ...(doubted === answer ? [words.keep[language]] : []),
        ]
  return [
    line,
    wrap(below.join(' · '), columns - 2)
      .map((text) => `  ${text}`)
      .join('\n'),
  ]
})

/** A question as Inquirer takes it, with whatever its type needs besides. */
interface Inquiry {
  readonly type: string
  readonly message: string
  readonly [property: string]: unknown
}

/** Lists longer than this are searched by typing; shorter ones are walked through. */
const LONG_LIST = 12
const PAGE = 12

/** What is said of a choice, under the list. */
const noteLines = ({ level, text }: Verdict, columns: number): string =>
  wrap(`${marks[level]} ${oneLine(text)}`, columns - 2)
    .map((line) => `  ${line}`)
    .join('\n')

/** A list to choose from, as Inquirer asks it: the answer is the number of a choice, -1 for the question before. */
function listQuestion<V>(
  { message, choices, default: wanted, back }: ChoiceQuestion<V>,
  language: Language,
  columns: number,
) {
  const goBack = back ? [new Separator(' '), { value: -1, name: words.back[language] }] : []
  const listed = choices.map(({ name, search, note }, value) => ({
    value,
    name: oneLine(name),
    found: `${name} ${search ?? ''}`.toLowerCase(),
    ...(note && { description: noteLines(note, columns) }),
  }))
  const start = choices.findIndex(({ value }) => value === wanted)
  const common = { message, pageSize: PAGE, ...(start >= 0 && { default: start }) }
  if (choices.length <= LONG_LIST) {
    const theme = { style: { keysHelpTip: () => words.choose[language] } }
    return { ...common, type: 'select', choices: [...listed, ...goBack], loop: false, theme }
  }
  const source = (term: string | undefined) => {
    if (term === undefined) return [...listed, ...goBack]
    const fitting = listed.filter(({ found }) => found.includes(term.trim().toLowerCase()))
    return fitting.length > 0 ? fitting : [new Separator(words.none[language])]
  }
  const theme = { style: { keysHelpTip: () => words.search[language] } }
  return { ...common, type: 'search', source, theme }
}

/** Prompts on a terminal. */
export function terminalPrompter({ input, output }: Terminal, language: Language): Prompter {
  /** Asks one question. Escape goes back; a question is taken off the screen once it has its answer. */
  const ask = async (question: Inquiry, back: boolean): Promise<unknown> => {
    const leave = new AbortController()
    const onKey = (_text: unknown, key: { readonly name?: string } | undefined): void => {
      if (key?.name === 'escape') leave.abort()
    }
    if (back) input.on('keypress', onKey)
    try {
      const prompt = createPromptModule({ input, output, signal: leave.signal, clearPromptOnDone: true })
      prompt.registerPrompt('field', field)
      return (await prompt([{ ...question, name: 'answer' }])).answer
    } catch (error) {
      if (error instanceof AbortPromptError) return BACK
      throw error instanceof ExitPromptError ? new Interrupted() : error
    } finally {
      input.removeListener('keypress', onKey)
    }
  }
  const columns = (): number => ('columns' in output ? Number(output.columns) : 0) || 80
  const tell = (message: string, answer: string): void => {
    output.write(
      `${styleText('green', '✔')} ${styleText('bold', message)} ${styleText('cyan', oneLine(answer))}\n`,
    )
  }
  return {
    text: async (question) => {
      const answer = await ask({ ...question, type: 'field', language, columns }, question.back)
      if (typeof answer !== 'string') return BACK
      tell(question.message, question.shown(answer))
      return answer
    },
    choose: async (question) => {
      const answer = await ask(listQuestion(question, language, columns()), question.back)
      const picked = typeof answer === 'number' ? question.choices[answer] : undefined
      if (picked === undefined) return BACK
      tell(question.message, picked.name)
      return picked.value
    },
  }
}
