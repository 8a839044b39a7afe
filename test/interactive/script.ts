// A person who answers from a script, and what the screen said meanwhile.
import {
  BACK,
  type ChoiceQuestion,
  Interrupted,
  type Prompter,
  type TextQuestion,
} from '../../src/interactive/prompter.ts'

/** An answer: words to type, a choice by its name or value, Enter for the default, Escape, or Ctrl-C. */
export type Answer = string | { readonly key: 'enter' | 'back' | 'ctrl-c' }

export const ENTER: Answer = { key: 'enter' }
export const ESCAPE: Answer = { key: 'back' }
export const CTRL_C: Answer = { key: 'ctrl-c' }

export interface Asked {
  readonly message: string
  readonly default: unknown
  /** The default as the screen shows it. */
  readonly shown?: string
  readonly choices?: readonly string[]
  readonly values?: readonly unknown[]
  /** What is said of each choice. */
  readonly notes?: readonly (string | undefined)[]
  readonly back: boolean
  readonly verdict?: string | undefined
  readonly ideas?: readonly string[] | undefined
}

/** Answers questions by the start of their message; a list of answers is used up one by one. */
export function scripted(answers: Readonly<Record<string, Answer | readonly Answer[]>>): {
  prompter: Prompter
  asked: Asked[]
} {
  const asked: Asked[] = []
  const used = new Map<string, number>()
  const answerTo = (message: string): Answer => {
    const key = Object.keys(answers).find((start) => message.startsWith(start))
    const answer = key === undefined ? undefined : answers[key]
    if (key === undefined || answer === undefined) return ENTER
    if (!Array.isArray(answer)) return answer as Answer
    const at = used.get(key) ?? 0
    used.set(key, at + 1)
    return (answer as readonly Answer[])[at] ?? ENTER
  }
  const special = (answer: Answer): typeof BACK | undefined => {
    if (typeof answer === 'string' || answer.key === 'enter') return undefined
    if (answer.key === 'ctrl-c') throw new Interrupted()
    return BACK
  }
  if (asked.length > 500) throw new Error('asked too often')
  return {
    asked,
    prompter: {
      text: async (question: TextQuestion) => {
        const answer = answerTo(question.message)
        const value = typeof answer === 'string' ? answer : (question.default ?? '')
        asked.push({
          message: question.message,
          default: question.default,
          shown: question.shown(question.default ?? ''),
          back: question.back,
          verdict: question.judge(value)?.text,
          ideas: question.judge(value)?.ideas,
        })
        if (asked.length > 500) throw new Error(`asked too often: ${question.message}`)
        return special(answer) ?? value
      },
      choose: async <V>(question: ChoiceQuestion<V>) => {
        const answer = answerTo(question.message)
        asked.push({
          message: question.message,
          default: question.default,
          choices: question.choices.map(({ name }) => name),
          values: question.choices.map(({ value: each }) => each),
          notes: question.choices.map(({ note }) => note?.text),
          back: question.back,
        })
        if (asked.length > 500) throw new Error(`asked too often: ${question.message}`)
        const stop = special(answer)
        if (stop !== undefined) return stop
        const wanted = question.choices.find(({ value, name }) =>
          typeof answer === 'string' ? name === answer || value === answer : value === question.default,
        )
        const picked = wanted ?? (typeof answer === 'string' ? undefined : question.choices[0])
        if (picked === undefined)
          throw new Error(`no choice ${JSON.stringify(answer)} for ${question.message}`)
        return picked.value
      },
    },
  }
}
