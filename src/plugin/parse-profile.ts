// A profile of the user's own, from YAML or from an object, checked against the schema of profiles.
import type { Profile } from '../profile/profile.ts'
import { PluginError } from './adopt.ts'

/**
 * Makes a profile.
 * @param given YAML or JSON text, or the object that it would be
 * @throws PluginError that says which part is not right
 */
export async function parseProfile(given: unknown): Promise<Profile> {
  const value = typeof given === 'string' ? await fromYaml(given) : given
  const { profileSchema } = await import('../profile/schema.ts')
  const parsed = profileSchema.safeParse(value)
  // The schema is stricter than the type, and has optional parts where the type leaves them out.
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data))
  const [issue] = parsed.error.issues
  const name = issue?.path.map(String).join('.') ?? ''
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''
  if (keys !== '') {
    throw new PluginError({
      zh: `档案里没有“${keys}”这一项${name === '' ? '' : `（在 ${name} 下）`}`,
      en: `a profile has no “${keys}”${name === '' ? '' : ` under ${name}`}`,
    })
  }
  throw new PluginError({
    zh: name === '' ? '这不是档案：要有 id、title、asOf' : `“${name}”缺少或写法不对，见 docs/profiles.md`,
    en:
      name === ''
        ? 'this is no profile: it has an id, a title and asOf'
        : `“${name}” is missing or has the wrong form; see docs/profiles.md`,
  })
}

async function fromYaml(text: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml')
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' })
  const [error] = document.errors
  if (error === undefined) return document.toJS({ maxAliasCount: 100 })
  const { line } = counter.linePos(error.pos[0])
  throw new PluginError({
    zh: `第 ${line} 行读不出来，请检查写法`,
    en: `line ${line} cannot be read; see how it is written`,
  })
}
