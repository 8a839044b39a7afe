// What a profile is: data that says which rules hold for a host, a year or a province, and how strictly.
import type { Bilingual } from '../draft/field.ts'
import type { LevelSetting } from '../engine/finding.ts'
import type { KnownHost } from '../engine/rule.ts'
import type { DocumentId } from './documents.ts'

type Options = Readonly<Record<string, unknown>>

/** A rule's level; with options; with the documents that say so. */
export type RuleSetting =
  | LevelSetting
  | readonly [LevelSetting, Options]
  | readonly [LevelSetting, Options, readonly DocumentId[]]
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What a profile is, without what it asks. */
export interface ProfileHead {
  readonly id: string
  readonly title: Bilingual
  /** The day or year that its facts are of, such as 2007-09-26 or 2026. */
  readonly asOf: string
  /** The profile that this one builds on. */
  readonly extends?: string
  readonly host?: { readonly names: readonly string[]; readonly aliases?: readonly string[] }
}

/** A profile as its YAML file writes it. */
export interface Profile extends ProfileHead {
  readonly rules?: RuleSettings
  /** How a filing goes its way. */
  readonly procedure?: Procedure
  /** What the user has to see to, beyond what rules remind of. */
  readonly checklist?: readonly ChecklistEntry[]
  /** What a province asks beyond that, by the province's short name. */
  readonly provinces?: Readonly<Record<string, ProvinceOverlay>>
}

/** The way of a filing: where it is submitted and when there is something to see. */
export interface Procedure {
  /** `ministry`: the filer enters it at the ministry's site; `host`: only in the access provider's own system. */
  readonly submit: 'ministry' | 'host'
  /** The ministry's filing site. */
  readonly site: string
  /** Days after which the filer looks at the progress. */
  readonly lookAfterDays: number
  readonly sources: readonly DocumentId[]
}

/** What a province asks. */
export interface ProvinceOverlay {
  readonly rules?: RuleSettings
  readonly checklist?: readonly ChecklistEntry[]
}

/** Something that no tool can see, with the document that asks for it. */
export interface ChecklistEntry extends Bilingual {
  readonly for?: 'individual' | 'unit'
  readonly sources?: readonly DocumentId[]
}

/** One layer of settings with its name, in the order in which layers apply. */
export interface Layer {
  readonly name: string
  readonly rules: RuleSettings
}

/** The host that a profile describes, or undefined for a profile of a year or a standard. */
export function hostOf(profile: ProfileHead): KnownHost | undefined {
  if (profile.host === undefined) return undefined
  const { names, aliases = [] } = profile.host
  return { profile: profile.id, title: profile.title, names, aliases }
}
