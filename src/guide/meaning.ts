// What a refusal is about: the words of the form it concerns, the rules of ours that look at them, and who acts.
import type { Bilingual } from '../draft/field.ts'

/**
 * Who puts it right. `you`: the filer finds the right value (how it gets into the filing depends on the mode).
 * `host`: only the access provider can. `bureau`: only the province's administration can. `nobody`: nothing is wrong.
 */
export type Who = 'you' | 'host' | 'bureau' | 'nobody'

/** The meaning of a return code or of a reviewer's words. */
export interface Meaning extends Bilingual {
  /** Fields as the README writes their paths: `websites[].domains[].name`. */
  readonly fields: readonly string[]
  /** Rules that foresee it; empty where no draft can show it. */
  readonly rules: readonly string[]
  readonly who: Who
}

/** What of it a draft can show: all of it, a part, or nothing. */
export type Foreseeable = 'yes' | 'partly' | 'no'
