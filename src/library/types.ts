// What the library takes and gives: plain data, and nothing of the process.
import type { CustomRule } from '../plugin/define-rule.ts'
import type { Profile, RuleSettings } from '../profile/profile.ts'
import type { ReportedFinding } from '../report/json.ts'
import type { Language } from '../report/language.ts'

/** What holds for a check. Everything may be left out. */
export interface CheckOptions {
  /** The profile whose rules apply, over the one that a draft names: an id, or a profile from `loadProfile`. */
  readonly profile?: string | Profile
  /** Levels and options of single rules, over those of the profile. */
  readonly rules?: RuleSettings
  /** Rules and profiles of one's own. */
  readonly plugins?: readonly Plugin[]
  /** The language of messages; Chinese unless given. */
  readonly language?: Language
  /** Identity numbers, phones and mail addresses in full; masked unless given. */
  readonly showValues?: boolean
  /** Today in China as YYYY-MM-DD; the clock's day unless given. */
  readonly today?: string
  /** Stops the work: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Rules and profiles of one's own. */
export interface Plugin {
  readonly rules?: readonly CustomRule[]
  readonly profiles?: readonly Profile[]
}

/** Options of a check of one text. */
export interface DraftOptions extends CheckOptions {
  /** The name under which the draft appears; its ending tells YAML (`.yaml`), JSON and lines of JSON (`.ndjson`). */
  readonly file?: string
}

/** How many drafts and findings there are. */
export interface CheckSummary {
  readonly drafts: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that the draft itself sets aside. */
  readonly suppressed: number
}

/** What was found in one text. */
export interface CheckResult {
  readonly summary: CheckSummary
  /** By place. */
  readonly findings: readonly ReportedFinding[]
  /** What no tool can see, for the user's own eyes. */
  readonly reminders: readonly string[]
  /** True when some part of the text could not be read; it has a finding of `draft/syntax` then. */
  readonly broken: boolean
}

/** Options of `fixDraft`. */
export interface FixDraftOptions extends DraftOptions {
  /** Suggested fixes too, which change what the filing claims; only those that keep the meaning unless given. */
  readonly all?: boolean
}

/** What became of a text. */
export interface FixResult {
  /** The text with its fixes; every other byte is as it was. */
  readonly text: string
  /** The findings whose fixes were made. */
  readonly applied: readonly ReportedFinding[]
  /** The findings whose fixes could not be made without changing something else. */
  readonly refused: readonly ReportedFinding[]
  /** What is left in the new text. */
  readonly left: CheckResult
}
