// What a profile is: data that says which rules hold for a host, a year or a province, and how strictly.
import type { Bilingual } from '../draft/field.ts'
import type { LevelSetting } from '../engine/finding.ts'
import type { KnownHost } from '../engine/rule.ts'

/** A rule's level, or its level with options. */
export type RuleSetting = LevelSetting | readonly [LevelSetting, Readonly<Record<string, unknown>>]
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** A profile as its YAML file writes it. */
export interface Profile {
  readonly id: string
  readonly title: Bilingual
  /** The day or year that its facts are of, such as 2007-09-26 or 2026. */
  readonly asOf: string
  /** The profile that this one builds on. */
  readonly extends?: string
  readonly host?: { readonly names: readonly string[]; readonly aliases?: readonly string[] }
  readonly rules?: RuleSettings
  /** What a province asks beyond that, by the province's short name. */
  readonly provinces?: Readonly<Record<string, { readonly rules: RuleSettings }>>
}

/** One layer of settings with its name, in the order in which layers apply. */
export interface Layer {
  readonly name: string
  readonly rules: RuleSettings
}

/** The host that a profile describes, or undefined for a profile of a year or a standard. */
export function hostOf(profile: Profile): KnownHost | undefined {
  if (profile.host === undefined) return undefined
  const { names, aliases = [] } = profile.host
  return { profile: profile.id, title: profile.title, names, aliases }
}
