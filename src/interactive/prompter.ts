// Asks one question at a time, with Inquirer's prompts. Escape goes back; what is typed is judged while it is typed.
import type { Level } from '../engine/finding.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import {
  createPrompt,
  ExitPromptError,
  isEnterKey,
  isTabKey,
  Separator,
  select,
  useKeypress,
  usePrefix,
  useState,
} from './inquirer.ts'

/** What is said about a value while it is typed. An error has to be confirmed to be kept. */
export interface Verdict {
  readonly level: Level
  readonly text: string
}

export interface TextQuestion {
  readonly message: string
  readonly default?: string | undefined
  /** Words under the prompt while nothing is to be said of the value. */
  readonly help?: string
  judge(value: string): Verdict | undefined
  /** How the answer stays on the screen. */
  shown(value: string): string
}

export interface Choice<V> {
  readonly value: V
  readonly name: string
  readonly description?: string
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
  keys: { zh: '回车确认 · Tab 改默认值 · Esc 上一步', en: 'Enter: next · Tab: edit the default · Esc: back' },
  choose: { zh: '↑↓ 选择 · 回车确认', en: '↑↓: move · Enter: choose' },
  back: { zh: '← 上一步', en: '← back' },
} as const satisfies Record<string, Record<Language, string>>

const marks = { error: '✗', warning: '!', info: 'i' } as const satisfies Record<Level, string>

const field = createPrompt<string | typeof BACK, TextQuestion & { language: Language }>((config, done) => {
  const { language } = config
  const [value, setValue] = useState('')
  const [fallback, setFallback] = useState(config.default ?? '')
  const [doubted, setDoubted] = useState<string | undefined>(undefined)
  const [finished, setFinished] = useState(false)
  const prefix = usePrefix({ status: finished ? 'done' : 'idle' })
  useKeypress((key, readline) => {
    if (key.name === 'escape') {
      setFinished(true)
      done(BACK)
    } else if (isEnterKey(key)) {
      const answer = (value === '' ? fallback : value).trim()
      if (config.judge(answer)?.level === 'error' && doubted !== answer) {
        setDoubted(answer)
        // Enter has emptied the line.
        readline.write(value)
        return
      }
      setValue(answer)
      setFinished(true)
      done(answer)
    } else if (isTabKey(key) && value === '') {
      readline.clearLine(0)
      readline.write(fallback)
      setValue(fallback)
      setFallback('')
    } else {
      setValue(readline.line)
    }
  })
  const shown = oneLine(finished ? config.shown(value) : value)
  const line = `${prefix} ${config.message} ${value === '' && fallback !== '' && !finished ? `(${oneLine(fallback)}) ` : ''}${shown}`
  if (finished) return line
  const answer = (value === '' ? fallback : value).trim()
  const verdict = answer === '' ? undefined : config.judge(answer)
  const below =
    verdict === undefined
      ? [config.help, words.keys[language]].filter((text) => text !== undefined).join(' · ')
      : `${marks[verdict.level]} ${oneLine(verdict.text)}${doubted === answer ? ` · ${words.keep[language]}` : ''}`
  return [line, `  ${below}`]
})

/** Prompts on a terminal. */
export function terminalPrompter(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  language: Language,
): Prompter {
  const ask = async <A>(answer: Promise<A>): Promise<A> => {
    try {
      return await answer
    } catch (error) {
      throw error instanceof ExitPromptError ? new Interrupted() : error
    }
  }
  return {
    text: (question) => ask(field({ ...question, language }, streams)),
    choose: (question) => {
      type Value = (typeof question.choices)[number]['value'] | typeof BACK
      const choices: (Choice<Value> | Separator)[] = [...question.choices]
      if (question.back) choices.push(new Separator(' '), { value: BACK, name: words.back[language] })
      return ask(
        select<Value>(
          {
            message: question.message,
            choices: choices.map((choice) =>
              choice instanceof Separator ? choice : { ...choice, name: oneLine(choice.name) },
            ),
            pageSize: 12,
            loop: false,
            theme: { style: { keysHelpTip: () => words.choose[language] } },
            ...(question.default !== undefined && { default: question.default }),
          },
          streams,
        ),
      )
    },
  }
}
