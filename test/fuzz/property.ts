// A property as the fuzzing runs it: so many inputs or so long, and of what fails the smallest.
import fc from '../property.ts'

/** What a run is to do. */
export interface Order {
  readonly seed: number
  /** Inputs at most. */
  readonly most: number
  /** Milliseconds at most. */
  readonly time?: number
  /** Where an earlier run with this seed failed. */
  readonly path?: string
}

export interface Failure {
  readonly seed: number
  readonly path: string
  readonly error: string
  /** The smallest input found that fails, written down. */
  readonly input: string
}

export interface Outcome {
  readonly inputs: number
  readonly failure: Failure | undefined
}

export interface Property {
  readonly name: string
  readonly run: (order: Order) => Promise<Outcome>
}

/** Inputs from which pieces can be taken: texts and files. */
export interface Pieces<T> {
  readonly length: (input: T) => number
  readonly without: (input: T, from: number, to: number) => T
}

export const ofText: Pieces<string> = {
  length: (text) => text.length,
  without: (text, from, to) => text.slice(0, from) + text.slice(to),
}

/**
 * Makes a property.
 * @param check throws where it does not hold
 * @param pieces how to make an input smaller that the generator made from a large one
 */
export function property<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
  pieces?: Pieces<T>,
): Property {
  const run = async ({ seed, most, time, path }: Order): Promise<Outcome> => {
    const details = await fc.check(fc.asyncProperty(inputs, check), {
      seed,
      numRuns: most,
      ...(time !== undefined && { interruptAfterTimeLimit: time }),
      ...(path !== undefined && { path }),
    })
    const { failed, numRuns, counterexample, counterexamplePath, errorInstance } = details
    if (!failed || counterexample === null) return { inputs: numRuns, failure: undefined }
    let [input] = counterexample
    let error: unknown = errorInstance
    if (pieces !== undefined) {
      input = await smallest(input, pieces, async (candidate) => {
        try {
          await check(candidate)
          return false
        } catch (thrown) {
          error = thrown
          return true
        }
      })
    }
    const failure = {
      seed,
      path: counterexamplePath ?? '',
      error: wordsOf(error),
      input: fc.stringify(input),
    }
    return { inputs: numRuns, failure }
  }
  return { name, run }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Takes pieces away, large ones first, as long as it still fails. */
async function smallest<T>(
  input: T,
  { length, without }: Pieces<T>,
  fails: (input: T) => Promise<boolean>,
): Promise<T> {
  let small = input
  for (let size = length(input) >> 1; size >= 1; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < length(small); ) {
      const candidate = without(small, at, at + size)
      if (await fails(candidate)) small = candidate
      else at += size
    }
  }
  return small
}
