// The library's functions in Node, as the bundle of the command holds them: both are one code.
import { readFile } from 'node:fs/promises'
import { embeddedIpTable } from '../cli/ip-data.ts'
import type { Profile } from '../profile/profile.ts'
import { checkText, fixText, profileFrom } from './check.ts'
import type { CheckResult, DraftOptions, FixDraftOptions, FixResult } from './types.ts'

export { checkFilesAt } from './files.ts'

export const checkDraftText = (draft: string | object, options: DraftOptions): Promise<CheckResult> =>
  checkText(draft, options, embeddedIpTable())

export const fixDraftText = (text: string, options: FixDraftOptions): Promise<FixResult> =>
  fixText(text, options, embeddedIpTable())

/** A profile by its id, its file, or the object that it would be. */
export async function loadProfileFrom(profile: string | object): Promise<Profile> {
  const isFile = typeof profile === 'string' && /[/\\]|\.(?:ya?ml|json)$/.test(profile)
  return profileFrom(isFile ? await readFile(profile, 'utf8') : profile)
}
