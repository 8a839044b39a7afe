// The library's face in a browser: texts and values, no files. Nothing here touches the network or the page.
import type { IpTable } from './facts/ip-table.ts'
import type { CheckResult, DraftOptions, FixDraftOptions, FixResult } from './library/types.ts'
import type { Profile } from './profile/profile.ts'

export { say } from './engine/rule.ts'
export type * from './library/public-types.ts'
export { defineRule } from './plugin/define-rule.ts'

/** The tables of IP addresses, as the package ships them under `beian-check/ip/`. */
export interface IpBytes {
  /** The bytes of `ip/ipv4.bin`. */
  readonly ipv4?: Uint8Array
  /** The bytes of `ip/ipv6.bin`. */
  readonly ipv6?: Uint8Array
}

/** Options that only a browser needs. */
export interface BrowserOptions {
  /** Without it no address has a known province, and rules about it say nothing. */
  readonly ipData?: IpBytes
}

async function tableOf({ ipData = {} }: BrowserOptions): Promise<IpTable> {
  const { emptyRanges, openIpTable, openRanges } = await import('./facts/ip-table.ts')
  const { ipv4, ipv6 } = ipData
  return openIpTable(
    () => (ipv4 === undefined ? emptyRanges : openRanges(ipv4)),
    () => (ipv6 === undefined ? emptyRanges : openRanges(ipv6)),
  )
}

/**
 * Checks a draft.
 * @param draft its text (YAML, JSON or lines of JSON), or its values
 * @returns findings by their place, each with its message and what to write instead
 * @throws RangeError for a profile or a rule that does not exist; the reason of `signal` when it stops the work
 */
export async function checkDraft(
  draft: string | object,
  options: DraftOptions & BrowserOptions = {},
): Promise<CheckResult> {
  const { checkText } = await import('./library/check.ts')
  return checkText(draft, options, await tableOf(options))
}

/**
 * Makes the fixes of a draft's text; every other character stays as it was.
 * @throws as `checkDraft`
 */
export async function fixDraft(
  text: string,
  options: FixDraftOptions & BrowserOptions = {},
): Promise<FixResult> {
  const { fixText } = await import('./library/check.ts')
  return fixText(text, options, await tableOf(options))
}

/**
 * Loads a profile.
 * @param profile the id of a built-in profile, the YAML text of one's own, or the object that it would be
 * @throws RangeError when there is no such profile, TypeError that says which part of it is not right
 */
export async function loadProfile(profile: string | object): Promise<Profile> {
  const { profileFrom } = await import('./library/check.ts')
  return profileFrom(profile)
}
