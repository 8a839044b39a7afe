// What was answered so far: a draft in the making, with English keys, as a plain tree.
import type { Path } from '../draft/field.ts'

export interface Answers {
  readonly [key: string]: unknown
}

/** The answer at a path, or undefined. */
export function answerAt(answers: Answers, path: Path): unknown {
  let value: unknown = answers
  for (const step of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  return value
}

/** The answers with another one at a path; an empty text or list takes the answer away. */
export function withAnswer(answers: Answers, path: Path, value: unknown): Answers {
  const copy: Answers = { ...answers }
  let holder: object = copy
  for (const [index, step] of path.slice(0, -1).entries()) {
    // Only what lies on the way is copied: drafts share what they say nothing of.
    const made = copyOf(Reflect.get(holder, step)) ?? (typeof path[index + 1] === 'number' ? [] : {})
    Reflect.set(holder, step, made)
    holder = made
  }
  const last = path.at(-1)
  if (last === undefined) return copy
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
  return copy
}

const copyOf = (value: unknown): object | undefined =>
  Array.isArray(value) ? [...value] : typeof value === 'object' && value !== null ? { ...value } : undefined

export const textAt = (answers: Answers, path: Path): string | undefined => {
  const value = answerAt(answers, path)
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : undefined
}
