// The profiles that come with the tool: rules/profiles/*.yaml, packed into JSON texts by scripts/build-profiles.ts.
import { profileHeads } from './data/heads.ts'
import { profileText } from './data/texts.ts'
import type { Profile, ProfileHead } from './profile.ts'

export const DEFAULT_PROFILE = 'jinyong'

const heads = new Map<string, ProfileHead>()
const opened = new Map<string, Profile>()

/** Ids of the built-in profiles, in alphabetical order. */
export const builtinIds = (): string[] => Object.keys(profileHeads).sort()

/** What a built-in profile is, without its rules; undefined for an id that is none. */
export function profileHead(id: string): ProfileHead | undefined {
  const known = heads.get(id)
  if (known !== undefined) return known
  if (!Object.hasOwn(profileHeads, id)) return undefined
  // The build script has checked every text against the profile's schema.
  const head: ProfileHead = JSON.parse(profileHeads[id as keyof typeof profileHeads])
  heads.set(id, head)
  return head
}

/** A built-in profile by its id, or undefined. */
export function builtinProfile(id: string): Profile | undefined {
  const known = opened.get(id)
  if (known !== undefined) return known
  const text = Object.hasOwn(profileHeads, id) ? profileText(id) : undefined
  if (text === undefined) return undefined
  const profile: Profile = JSON.parse(text)
  opened.set(id, profile)
  return profile
}

/** Where profiles come from. */
export interface ProfileSource {
  /** In alphabetical order. */
  ids(): readonly string[]
  /** What a profile is, without its rules. */
  head(id: string): ProfileHead | undefined
  get(id: string): Profile | undefined
}

export const builtinProfiles: ProfileSource = { ids: builtinIds, head: profileHead, get: builtinProfile }
