// Layers become the level and options of each rule, with a note of where they come from.
import type { Level, LevelSetting } from '../engine/finding.ts'
import type { KnownHost, Rule } from '../engine/rule.ts'
import { builtinIds, builtinProfile } from './builtin.ts'
import { hostOf, type Layer, type Profile } from './profile.ts'

/** How one rule holds, and which layers said so (the first is the rule itself). */
export interface Resolved {
  readonly rule: Rule
  readonly level: LevelSetting
  readonly options: unknown
  readonly layers: readonly string[]
}

export interface ActiveRule extends Resolved {
  readonly level: Level
}

/** A profile and the profiles that it builds on, the broadest first. */
export function chainOf(id: string): Profile[] {
  const chain: Profile[] = []
  let next: string | undefined = id
  while (next !== undefined && !chain.some((profile) => profile.id === next)) {
    const profile: Profile | undefined = builtinProfile(next)
    if (profile === undefined) break
    chain.unshift(profile)
    next = profile.extends
  }
  return chain
}

/** The layers of a profile for a draft of a province: base, era, host, then what the province asks. */
export function layersOf(profileId: string, province: string | undefined): Layer[] {
  const chain = chainOf(profileId)
  const layers = chain.map(({ id, rules = {} }) => ({ name: id, rules }))
  for (const { id, provinces = {} } of chain) {
    const overlay = province === undefined ? undefined : provinces[province]
    if (overlay !== undefined) layers.push({ name: `${id}/${province}`, rules: overlay.rules })
  }
  return layers
}

/** Applies layers to rules, later ones over earlier ones. Options merge key by key. */
export function resolve(rules: readonly Rule[], layers: readonly Layer[]): Resolved[] {
  return rules.map((rule) => {
    let level: LevelSetting = rule.level
    let options = rule.options?.defaults
    const names = ['rule']
    for (const layer of layers) {
      const setting = layer.rules[rule.id]
      if (setting === undefined) continue
      const [newLevel, newOptions] = typeof setting === 'string' ? [setting, undefined] : setting
      level = newLevel
      if (newOptions !== undefined) options = { ...asObject(options), ...newOptions }
      names.push(layer.name)
    }
    return { rule, level, options, layers: names }
  })
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** The rules that are on. */
export function active(resolved: readonly Resolved[]): ActiveRule[] {
  return resolved.filter((entry): entry is ActiveRule => entry.level !== 'off')
}

let hosts: readonly KnownHost[] | undefined

/** Every host that some built-in profile describes. */
export function knownHosts(): readonly KnownHost[] {
  hosts ??= builtinIds().flatMap((id) => {
    const profile = builtinProfile(id)
    const host = profile === undefined ? undefined : hostOf(profile)
    return host === undefined ? [] : [host]
  })
  return hosts
}

/** The host of a profile, its own or that of the profile it builds on. */
export function hostOfChain(id: string): KnownHost | undefined {
  for (const profile of chainOf(id).reverse()) {
    const host = hostOf(profile)
    if (host !== undefined) return host
  }
  return undefined
}
