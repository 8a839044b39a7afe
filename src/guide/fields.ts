// Places of a draft by pattern, as the README writes them: `websites[].domains[].name`.
import type { Path } from '../draft/field.ts'
import type { Draft } from '../draft/normalise.ts'

/** A field of a draft that a refusal concerns; `value` is undefined where the draft leaves it empty. */
export interface FieldPlace {
  readonly path: Path
  readonly value: string | undefined
}

/** Every place of a draft that a pattern names. A list without items gives one place, the list itself. */
export function placesOf(draft: Draft, pattern: string): FieldPlace[] {
  const steps = pattern
    .split('.')
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))
  return walk(draft, steps, [])
}

function walk(value: unknown, steps: readonly string[], path: Path): FieldPlace[] {
  const [step, ...rest] = steps
  if (step === undefined) return [{ path, value: typeof value === 'string' ? value : undefined }]
  if (step !== '[]') {
    const inner: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
    return walk(inner, rest, [...path, step])
  }
  if (!Array.isArray(value) || value.length === 0) return [{ path, value: undefined }]
  return value.flatMap((item, index) => walk(item, rest, [...path, index]))
}

/** Whether a place lies at a pattern or below it, or the other way round. */
export function touches(path: Path, pattern: string): boolean {
  const steps = pattern.replaceAll('[]', '').split('.')
  const names = path.filter((step) => typeof step === 'string')
  return steps.every((step, index) => names[index] === undefined || names[index] === step)
}
