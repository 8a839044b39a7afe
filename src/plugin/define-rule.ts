// How rules of one's own are written: like those under rules/, but sources, reasons and examples may be left out.
import type { Bilingual } from '../draft/field.ts'
import type { Draft } from '../draft/normalise.ts'
import type { Level } from '../engine/finding.ts'
import type { Clash, Context, Example, Messages, Source } from '../engine/rule.ts'

/**
 * A rule of one's own.
 * @typeParam M the messages, by key
 * @typeParam O the options
 */
export interface CustomRuleSpec<M extends Messages, O> {
  /** A name of your own, a slash, and the rule's name: `my-host/test-site`. */
  readonly id: `${string}/${string}`
  /** How serious a finding is, unless a profile or a config says otherwise. */
  readonly level: Level
  /** Documents that say so; shown with every finding. */
  readonly sources?: readonly Source[]
  /** Options with their defaults. What a user gives must have the same types. */
  readonly options?: { readonly defaults: O }
  readonly texts: {
    /** What the rule asks, in a few words. */
    readonly title: Bilingual
    /** Why it asks that; shown by `explain`. */
    readonly why?: Bilingual
    /** What may be said, by key; made with `say`. */
    readonly messages: M
  }
  /** Pieces of drafts in YAML, shown by `explain`. */
  readonly examples?: {
    readonly bad: readonly Example<M>[]
    readonly good: readonly Example<M>[]
  }
  /** Looks at one draft and reports what is wrong. Must not change the draft. */
  check?(
    draft: Draft,
    context: Pick<Context<M, Record<never, never>, O>, 'report' | 'options' | 'world'>,
  ): void
  /** Names values that may not stand in two places of a run. */
  readonly clash?: Clash<M, O>
}

/** A rule that was checked by the compiler; hand it to a plugin or to `plugins` of a call. */
export interface CustomRule {
  readonly id: string
  readonly level: Level
  readonly sources?: readonly Source[]
  readonly options?: { readonly defaults: unknown }
  readonly texts: { readonly title: Bilingual; readonly why?: Bilingual; readonly messages: Messages }
  readonly examples?: {
    readonly bad: readonly unknown[]
    readonly good: readonly unknown[]
  }
  readonly check?: (draft: Draft, context: never) => void
  readonly clash?: unknown
}

/**
 * Writes a rule of one's own; TypeScript checks that every report has a message and its data.
 * @returns the same object
 */
export const defineRule = <M extends Messages, O = undefined>(spec: CustomRuleSpec<M, O>): CustomRule => spec
