// Layers become the level and options of each rule, with a note of where they come from.
import type { Level, LevelSetting } from '../engine/finding.ts'
import type { KnownHost, Rule, Source } from '../engine/rule.ts'
import { builtinProfiles, type ProfileSource } from './builtin.ts'
import { type DocumentId, documents } from './documents.ts'
import { type ChecklistEntry, hostOf, type Layer, type Procedure, type Profile } from './profile.ts'

/** How one rule holds, and which layers said so (the first is the rule itself). */
export interface Resolved {
  readonly rule: Rule
  readonly level: LevelSetting
  readonly options: unknown
  readonly layers: readonly string[]
  /** Where each option comes from, by its dotted name. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** The layer that set an option and the documents it names. */
export interface Origin {
  readonly layer: string
  readonly sources: readonly DocumentId[]
}

export interface ActiveRule extends Resolved {
  readonly level: Level
}

/** A profile and the profiles that it builds on, the broadest first. */
export function chainOf(id: string, profiles: ProfileSource = builtinProfiles): Profile[] {
  const chain: Profile[] = []
  let next: string | undefined = id
  while (next !== undefined && !chain.some((profile) => profile.id === next)) {
    const profile: Profile | undefined = profiles.get(next)
    if (profile === undefined) break
    chain.unshift(profile)
    next = profile.extends
  }
  return chain
}

/** The layers of a profile for a draft of a province: base, era, host, then what the province asks. */
export function layersOf(
  profileId: string,
  province: string | undefined,
  profiles: ProfileSource = builtinProfiles,
): Layer[] {
  const chain = chainOf(profileId, profiles)
  const layers = chain.map(({ id, rules = {} }) => ({ name: id, rules }))
  for (const { id, provinces = {} } of chain) {
    const overlay = province === undefined ? undefined : provinces[province]
    if (overlay?.rules !== undefined) layers.push({ name: `${id}/${province}`, rules: overlay.rules })
  }
  return layers
}

/** What a profile leaves to the user's own eyes, for a draft of a province. */
export function checklistOf(
  profileId: string,
  province: string | undefined,
  profiles: ProfileSource = builtinProfiles,
): ChecklistEntry[] {
  return chainOf(profileId, profiles).flatMap(({ checklist = [], provinces = {} }) => [
    ...checklist,
    ...((province === undefined ? undefined : provinces[province]?.checklist) ?? []),
  ])
}

/** How a filing goes its way by a profile: its own word, or that of the profile it builds on. */
export function procedureOf(
  profileId: string,
  profiles: ProfileSource = builtinProfiles,
): Procedure | undefined {
  return chainOf(profileId, profiles).findLast(({ procedure }) => procedure !== undefined)?.procedure
}

/** Applies layers to rules, later ones over earlier ones. Options merge key by key, also below a key; lists are replaced. */
export function resolve(rules: readonly Rule[], layers: readonly Layer[]): Resolved[] {
  return rules.map((rule) => {
    let level: LevelSetting = rule.level
    let options = rule.options?.defaults
    const names = ['rule']
    const origins = new Map<string, Origin>()
    for (const layer of layers) {
      const setting = layer.rules[rule.id]
      if (setting === undefined) continue
      names.push(layer.name)
      if (typeof setting === 'string') {
        level = setting
        continue
      }
      const [newLevel, newOptions, sources = []] = setting
      level = newLevel
      options = merge(options, newOptions)
      for (const path of leaves(newOptions)) origins.set(path, { layer: layer.name, sources })
    }
    return { rule, level, options, layers: names, origins }
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function merge(old: unknown, given: unknown): unknown {
  if (!isObject(old) || !isObject(given)) return given
  const merged: Record<string, unknown> = { ...old }
  for (const [key, value] of Object.entries(given)) merged[key] = merge(old[key], value)
  return merged
}

/** Dotted names of the single settings: `words.forum`. */
function* leaves(options: Readonly<Record<string, unknown>>, above = ''): Generator<string> {
  for (const [key, value] of Object.entries(options)) {
    if (isObject(value)) yield* leaves(value, `${above}${key}.`)
    else yield above + key
  }
}

/** The sources of the layer that set an option; undefined where it is the rule's own default. */
export function sourcesOf(
  { origins }: Pick<Resolved, 'origins'>,
  option: string,
): readonly Source[] | undefined {
  const sources = origins.get(option)?.sources ?? []
  return sources.length === 0 ? undefined : sources.map((id) => documents[id])
}

/** The rules that are on. */
export function active(resolved: readonly Resolved[]): ActiveRule[] {
  return resolved.filter((entry): entry is ActiveRule => entry.level !== 'off')
}

const hostsOf = new WeakMap<ProfileSource, readonly KnownHost[]>()

/** Every host that some profile describes. */
export function knownHosts(profiles: ProfileSource = builtinProfiles): readonly KnownHost[] {
  let hosts = hostsOf.get(profiles)
  if (hosts === undefined) {
    hosts = profiles.ids().flatMap((id) => {
      const profile = profiles.head(id)
      const host = profile === undefined ? undefined : hostOf(profile)
      return host === undefined ? [] : [host]
    })
    hostsOf.set(profiles, hosts)
  }
  return hosts
}

/** The host of a profile, its own or that of the profile it builds on. */
export function hostOfChain(id: string, profiles: ProfileSource = builtinProfiles): KnownHost | undefined {
  for (const profile of chainOf(id, profiles).reverse()) {
    const host = hostOf(profile)
    if (host !== undefined) return host
  }
  return undefined
}
