// The rules and profiles that a run knows: those that come with the tool, and those that a config or a caller brings.
import { ruleTable } from '../../rules/index.ts'
import { builtinProfiles, type ProfileSource } from '../profile/builtin.ts'
import type { Profile } from '../profile/profile.ts'
import type { Rule } from './rule.ts'

export interface Registry {
  /** By id, in the order in which they run. */
  readonly rules: ReadonlyMap<string, Rule>
  readonly profiles: ProfileSource
}

/** What comes with the tool. */
export const builtin: Registry = {
  get rules() {
    return ruleTable()
  },
  profiles: builtinProfiles,
}

/** What a plugin adds. */
export interface Additions {
  readonly rules: readonly Rule[]
  readonly profiles: readonly Profile[]
}

/** Everything that one registry or the other knows. */
export function union(base: Registry, { rules, profiles }: Registry): Registry {
  if (rules === base.rules && profiles === base.profiles) return base
  return extended(base, {
    rules: [...rules.values()].filter(({ id }) => !base.rules.has(id)),
    profiles: profiles.ids().flatMap((id) => (base.profiles.head(id) ? [] : (profiles.get(id) ?? []))),
  })
}

/** A registry with more in it. What is there already by the same id stays. */
export function extended(base: Registry, { rules, profiles }: Additions): Registry {
  if (rules.length + profiles.length === 0) return base
  const added = new Map(profiles.map((profile) => [profile.id, profile]))
  const profileOf = (id: string): Profile | undefined => base.profiles.get(id) ?? added.get(id)
  const table = new Map(base.rules)
  for (const rule of rules) if (!table.has(rule.id)) table.set(rule.id, rule)
  return {
    rules: table,
    profiles: {
      ids: () => [...new Set([...base.profiles.ids(), ...added.keys()])].sort(),
      get: profileOf,
      head: (id) => base.profiles.head(id) ?? added.get(id),
    },
  }
}
