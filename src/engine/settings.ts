// From a profile, a province and the user's own layers to what holds for a draft.
import type { Draft } from '../draft/normalise.ts'
import type { IpTable } from '../facts/ip-table.ts'
import type { Layer } from '../profile/profile.ts'
import { active, checklistOf, hostOfChain, knownHosts, layersOf, resolve } from '../profile/resolve.ts'
import type { Registry } from './registry.ts'
import type { World } from './rule.ts'
import type { Settings } from './task.ts'

/** What settings follow from, apart from the draft. */
export interface Circumstances {
  readonly registry: Registry
  /** The user's layers, later over earlier. */
  readonly layers: readonly Layer[]
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  readonly ip: IpTable
}

/** What holds for a draft of a profile and a province. */
export function settingsFor(
  profile: string,
  province: string | undefined,
  { registry, layers, today, ip }: Circumstances,
): Settings {
  const { profiles } = registry
  const all = [...layersOf(profile, province, profiles), ...layers]
  const title = profiles.head(profile)?.title ?? { zh: profile, en: profile }
  const world: World = {
    today,
    ip,
    profile: { id: profile, title, host: hostOfChain(profile, profiles) },
    profiles: profiles.ids(),
    hosts: knownHosts(profiles),
  }
  return {
    rules: active(resolve([...registry.rules.values()], all)),
    world,
    checklist: checklistOf(profile, province, profiles),
  }
}

/**
 * Settings for drafts, made once for each profile and province.
 * @param profileOf the profile of a draft
 */
export function settingsByDraft(
  profileOf: (draft: Draft) => string,
  circumstances: Circumstances,
): (draft: Draft) => Settings {
  const made = new Map<string, Settings>()
  return (draft) => {
    const profile = profileOf(draft)
    const { province } = draft.subject
    const key = `${profile}\n${province ?? ''}`
    let settings = made.get(key)
    if (settings === undefined) {
      settings = settingsFor(profile, province, circumstances)
      made.set(key, settings)
    }
    return settings
  }
}
