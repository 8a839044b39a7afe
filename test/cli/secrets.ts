// Invented personal values, each of them given out once, and how to look for their pieces in what the program says.
import { residentIdCheckDigit } from '../../src/facts/resident-id.ts'

/**
 * Pieces of a value that would give it away: any six characters running, spaces and separators left out; of a mail
 * address what stands before the at sign.
 */
export function pieces(value: string): string[] {
  const at = value.search(/[@＠]/)
  const local = at < 0 ? value : value.slice(0, at)
  const bare = local.normalize('NFKC').replace(/[\s()+-]/g, '')
  if (bare.length <= 6) return [bare]
  return Array.from({ length: bare.length - 5 }, (_, at) => bare.slice(at, at + 6))
}

/** What was said, without the separators that a value may be written with, to look for pieces of values. */
export const flat = (said: string): string => said.normalize('NFKC').replace(/[\s()+-]/g, '')

/** Gives out values and remembers them. Their digits are in no order, so that no piece is in two of them by chance. */
export class Secrets {
  readonly given: string[] = []
  #seed = 20071

  #digits(count: number): string {
    let digits = ''
    while (digits.length < count) {
      this.#seed = (this.#seed * 48_271) % 2_147_483_647
      digits += String(this.#seed % 10)
    }
    return digits
  }

  #give(value: string): string {
    this.given.push(value)
    return value
  }

  #first17(): string {
    const [year, month, day] = [this.#digits(1), this.#digits(1), this.#digits(1)]
    return `33010619${30 + Number(year)}0${(Number(month) % 9) + 1}1${day}${this.#digits(3)}`
  }

  /** An identity number with its right check digit, of somebody born before 1950. */
  id(): string {
    const first = this.#first17()
    return this.#give(first + residentIdCheckDigit(first))
  }

  /** An identity number whose check digit is wrong. */
  badId(): string {
    const first = this.#first17()
    return this.#give(first + (residentIdCheckDigit(first) === '1' ? '2' : '1'))
  }

  /** Not one of those that examples of rules have: 13000000001. */
  mobile = (): string => this.#give(`130000${1 + (Number(this.#digits(1)) % 9)}${this.#digits(4)}`)
  phone = (): string => this.#give(`0571-8000${this.#digits(4)}`)
  mail = (): string => this.#give(`hidden.${this.#digits(6)}@example.com`)
  qq = (): string => this.#give(`3${this.#digits(8)}`)
  passport = (): string => this.#give(`E7${this.#digits(7)}`)
  /** The last level of an address. */
  room = (): string => this.#give(`4${this.#digits(3)}室`)

  /** The values of which a piece that no other one has stands in a text. */
  seenIn(said: string): string[] {
    const all = flat(said)
    const owners = new Map<string, number>()
    for (const piece of this.given.flatMap(pieces)) owners.set(piece, (owners.get(piece) ?? 0) + 1)
    return this.given.filter((value) =>
      pieces(value).some((piece) => owners.get(piece) === 1 && all.includes(piece)),
    )
  }
}
