// The profiles that come with the tool: rules/profiles/*.yaml, packed into JSON texts by scripts/build-profiles.ts.
import { builtinProfiles } from './data/builtin.ts'
import type { Profile } from './profile.ts'

export const DEFAULT_PROFILE = 'jinyong'

const opened = new Map<string, Profile>()

/** Ids of the built-in profiles, in alphabetical order. */
export const builtinIds = (): string[] => Object.keys(builtinProfiles).sort()

/** A built-in profile by its id, or undefined. */
export function builtinProfile(id: string): Profile | undefined {
  const known = opened.get(id)
  if (known !== undefined) return known
  if (!Object.hasOwn(builtinProfiles, id)) return undefined
  // The build script has checked every text against the profile's schema.
  const profile: Profile = JSON.parse(builtinProfiles[id as keyof typeof builtinProfiles])
  opened.set(id, profile)
  return profile
}
