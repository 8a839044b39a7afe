// What a rule says about a draft: plain data. Words, language, colour and line numbers come later.

import type { Path } from '../draft/field.ts'
import type { MaskKind } from '../draft/mask.ts'
import type { Source } from './rule.ts'

/** error: would be refused. warning: often refused or slows the review. info: worth knowing. */
export type Level = 'error' | 'warning' | 'info'
/** What a profile may say of a rule. */
export type LevelSetting = Level | 'off'

export const levels = ['error', 'warning', 'info'] as const satisfies readonly Level[]

/** A personal value inside a finding's data. Reporters show it masked unless the user asks for values. */
export interface Secret {
  readonly secret: MaskKind
  readonly value: string
}

/** What a message can be about. */
export type Datum = string | number | boolean | undefined | readonly string[] | Secret

/** Marks a personal value, so that no reporter prints it by accident. */
export const secret = (kind: MaskKind, value: string): Secret => ({ secret: kind, value })

/** Where in a draft, without positions: a data path, its key or value, and a piece of the value. */
export interface Place {
  readonly path: Path
  readonly part?: 'value' | 'key'
  /** UTF-16 offsets into the value. */
  readonly slice?: readonly [from: number, to: number]
  /** UTF-16 offsets into the file, where there are no values because it cannot be read. */
  readonly offsets?: readonly [from: number, to: number]
}

/** One change of a draft on data paths. */
export type Edit =
  | {
      readonly op: 'set'
      readonly path: Path
      readonly value: string
      /** In a page, which has no paths: the UTF-16 offsets that the value takes the place of. */
      readonly offsets?: readonly [from: number, to: number]
    }
  | { readonly op: 'insert'; readonly path: Path; readonly key?: string; readonly value: string }
  | { readonly op: 'remove'; readonly path: Path }
  /** Another key for what stands there. */
  | { readonly op: 'rename'; readonly path: Path; readonly key: string }

/** `safe` keeps the meaning (spaces, width, case, punctuation); `suggested` changes what the user claims. */
export interface Fix {
  readonly safety: 'safe' | 'suggested'
  readonly edits: readonly [Edit, ...Edit[]]
}

/** A draft of a run: its file as the user named it, and its number in that file. */
export interface DraftId {
  readonly file: string
  readonly document: number
}

/** Another place that a finding is about, perhaps in another file. */
export interface Related extends DraftId {
  readonly path: Path
}

export interface Finding {
  readonly rule: string
  /** Key of the message among the rule's texts. */
  readonly message: string
  readonly data: Readonly<Record<string, Datum>>
  readonly level: Level
  readonly at: Place
  readonly related: readonly Related[]
  readonly fix?: Fix
  /** Documents of this case, where the rule's own do not say it. */
  readonly sources?: readonly Source[]
  /** MIIT's return code that this would come back as. */
  readonly returnCode?: number
}

/** Something that no tool can see, to be checked by the user before submitting. */
export interface Reminder {
  readonly rule: string
  readonly message: string
  readonly data: Readonly<Record<string, Datum>>
}
