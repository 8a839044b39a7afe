// The pure core of the library: texts in, findings out. What lies outside (the table of IPs) is handed in.
import type { Draft } from '../draft/normalise.ts'
import { formatOf } from '../draft/read.ts'
import { fixSource } from '../engine/fix.ts'
import { builtin, extended, type Registry } from '../engine/registry.ts'
import type { LocatedFinding, RunReport } from '../engine/report.ts'
import { run, type Source, type Supply } from '../engine/run.ts'
import { settingsByDraft } from '../engine/settings.ts'
import { dateInChina } from '../engine/time.ts'
import type { IpTable } from '../facts/ip-table.ts'
import { adoptRule, PluginError } from '../plugin/adopt.ts'
import { DEFAULT_PROFILE } from '../profile/builtin.ts'
import type { Layer, Profile } from '../profile/profile.ts'
import { noInk } from '../report/ink.ts'
import { findingObject } from '../report/json.ts'
import { oneLine } from '../report/safe.ts'
import { remindOf, type View } from '../report/view.ts'
import type { CheckOptions, CheckResult, DraftOptions, FixDraftOptions, FixResult } from './types.ts'

/** The name of a text that was given none. */
const UNNAMED = 'draft'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The rules and profiles of a call. */
export function registryOf({ plugins = [], profile }: CheckOptions): Registry {
  let registry = builtin
  for (const { rules = [], profiles = [] } of plugins)
    registry = extended(registry, { rules: rules.map(adoptRule), profiles })
  return isObject(profile) ? extended(registry, { rules: [], profiles: [profile] }) : registry
}

/** The id of the profile that a call asks for. */
export function profileId(profile: string | Profile | undefined, { profiles }: Registry): string | undefined {
  const id = isObject(profile) ? profile.id : profile
  if (id === undefined || profiles.head(id) !== undefined) return id
  throw new RangeError(`There is no profile “${id}”; there are: ${profiles.ids().join(', ')}`)
}

/** The layer that a call's own settings make. */
export function ownLayer({ rules = {} }: CheckOptions, registry: Registry): Layer {
  const unknown = Object.keys(rules).find((id) => !registry.rules.has(id))
  if (unknown !== undefined) throw new RangeError(`There is no rule “${unknown}”`)
  return { name: 'options', rules }
}

/** How the words of findings are made. */
export const viewOf = ({ language = 'zh', showValues = false }: CheckOptions, registry: Registry): View => ({
  language,
  showValues,
  ink: noInk,
  width: Number.POSITIVE_INFINITY,
  rules: registry.rules,
  quiet: false,
})

interface Setup {
  readonly file: string
  readonly source: Source
  readonly view: View
  readonly check: (source: Source) => Promise<RunReport>
}

function setup(draft: string | object, options: DraftOptions, ip: IpTable): Setup {
  const { file = UNNAMED, signal, today = dateInChina(Date.now()) } = options
  const registry = registryOf(options)
  const fixed = profileId(options.profile, registry)
  const isKnown = (id: string): boolean => registry.profiles.head(id) !== undefined
  const profileOf = ({ profile: named = DEFAULT_PROFILE }: Draft): string =>
    fixed ?? (isKnown(named) ? named : DEFAULT_PROFILE)
  const settings = settingsByDraft(profileOf, {
    registry,
    layers: [ownLayer(options, registry)],
    today,
    ip,
  })
  const text = typeof draft === 'string' ? draft : JSON.stringify(draft, null, 2)
  const format = typeof draft === 'string' ? formatOf(file, text) : 'json'
  const supply = (source: Source): Supply => ({
    load: async () => source,
    settings: (_file, one) => settings(one),
    rule: (id) => registry.rules.get(id),
  })
  return {
    file,
    source: { text, format },
    view: viewOf(options, registry),
    check: async (source) => {
      signal?.throwIfAborted()
      const { report, unreadable } = await run([{ file }], supply(source), { detail: true })
      signal?.throwIfAborted()
      const [failed] = unreadable
      if (failed !== undefined) throw new Error(failed[options.language ?? 'zh'])
      return report
    },
  }
}

/** The result of a run over one text. */
function resultOf({ summary, files, broken, reminders }: RunReport, view: View): CheckResult {
  const { files: _files, ...counts } = summary
  return {
    summary: counts,
    findings: [...findingsIn(files)].map((finding) => findingObject(finding, view)),
    reminders: reminders.first.map((reminder) => oneLine(remindOf(reminder, view)[0])),
    broken,
  }
}

function* findingsIn(files: RunReport['files']): Generator<LocatedFinding> {
  for (const { findings } of files) yield* findings
}

/** Checks a text, or values as the JSON text that they make. */
export async function checkText(
  draft: string | object,
  options: DraftOptions,
  ip: IpTable,
): Promise<CheckResult> {
  const { source, view, check } = setup(draft, options, ip)
  return resultOf(await check(source), view)
}

/** Makes the fixes of a text and checks what came of it. */
export async function fixText(text: string, options: FixDraftOptions, ip: IpTable): Promise<FixResult> {
  const { source, view, check } = setup(text, options, ip)
  const findings = async (current: Source): Promise<LocatedFinding[]> => {
    const { broken, files } = await check(current)
    return broken ? [] : [...findingsIn(files)]
  }
  const fixed = await fixSource(source, findings, ({ safety }) => safety === 'safe' || options.all === true)
  return {
    text: fixed.source.text,
    applied: fixed.applied.map((finding) => findingObject(finding, view)),
    refused: fixed.refused.map(({ finding }) => findingObject(finding, view)),
    left: resultOf(await check(fixed.source), view),
  }
}

/**
 * A profile by its id, from YAML text, or from an object.
 * @throws RangeError when there is no such profile, TypeError when it is none
 */
export async function profileFrom(given: string | object): Promise<Profile> {
  if (typeof given === 'string') {
    const known = builtin.profiles.get(given)
    if (known !== undefined) return known
    if (/^[a-z0-9.-]+$/.test(given)) profileId(given, builtin)
  }
  const { parseProfile } = await import('../plugin/parse-profile.ts')
  try {
    return await parseProfile(given)
  } catch (error) {
    throw error instanceof PluginError ? new TypeError(error.message) : error
  }
}
