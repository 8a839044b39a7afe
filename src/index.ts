// The library's public face in Node. Each function loads what it needs when it is called; nothing is done at import.
import type { FilesOptions, FilesResult } from './library/files.ts'
import { library } from './library/load.ts'
import type { CheckResult, DraftOptions, FixDraftOptions, FixResult } from './library/types.ts'
import type { Profile } from './profile/profile.ts'

export { say } from './engine/rule.ts'
export type { FileResult, FilesOptions, FilesResult, UnreadableFile } from './library/files.ts'
export type * from './library/public-types.ts'
export { defineRule } from './plugin/define-rule.ts'

/**
 * Checks a draft. Reads no config and no file.
 * @param draft its text (YAML, JSON or lines of JSON), or its values
 * @returns findings by their place, each with its message and what to write instead
 * @throws RangeError for a profile or a rule that does not exist; the reason of `signal` when it stops the work
 * @example
 * ```js
 * const { findings } = await checkDraft('主体信息: { 主办单位性质: 个人 }', { profile: 'today', language: 'en' })
 * for (const { line, message, hint } of findings) console.log(line, message, hint)
 * ```
 */
export async function checkDraft(draft: string | object, options: DraftOptions = {}): Promise<CheckResult> {
  return (await library()).checkDraftText(draft, options)
}

/**
 * Checks files as the command does: folders and globs, configs found upwards, clashes between all drafts.
 * @param paths files, folders and globs
 * @throws Error for a config or a profile that is not right; the reason of `signal` when it stops the work
 */
export async function checkFiles(paths: readonly string[], options: FilesOptions = {}): Promise<FilesResult> {
  return (await library()).checkFilesAt(paths, options)
}

/**
 * Makes the fixes of a draft's text; every other character stays as it was. Writes no file.
 * @param text the draft as YAML, JSON or lines of JSON
 * @throws as `checkDraft`
 */
export async function fixDraft(text: string, options: FixDraftOptions = {}): Promise<FixResult> {
  return (await library()).fixDraftText(text, options)
}

/**
 * Loads a profile.
 * @param profile the id of a built-in profile, the path of a YAML file, or the object that it would be
 * @throws RangeError when there is no such profile, TypeError that says which part of it is not right
 */
export async function loadProfile(profile: string | object): Promise<Profile> {
  return (await library()).loadProfileFrom(profile)
}
