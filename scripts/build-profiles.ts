// Packs rules/profiles/*.yaml into src/profile/data/, checked. `--check` only tells whether it is up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { allRules as rules } from '../rules/all.ts'
import { resolve } from '../src/profile/resolve.ts'
import { profileSchema } from '../src/profile/schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'rules/profiles')
const target = join(root, 'src/profile/data')

type Profile = z.infer<typeof profileSchema>

/** Every rule that a profile names is there, with options that its schema takes. */
function checkSettings(file: string, settings: Profile['rules'] = {}): void {
  for (const id of Object.keys(settings)) {
    if (!rules.some((rule) => rule.id === id)) throw new Error(`${file}: there is no rule ${id}`)
  }
  for (const { rule, options } of resolve(rules, [{ name: file, rules: settings }])) {
    if (rule.options === undefined) continue
    const parsed = rule.options.schema(z).safeParse(options)
    if (!parsed.success) throw new Error(`${file}: ${rule.id}: ${parsed.error.message}`)
  }
}

const quoted = (value: unknown): string =>
  `'${JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const heads: string[] = []
const texts: string[] = []
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.yaml')) continue
  const profile = profileSchema.parse(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'core' }))
  if (profile.id !== basename(file, '.yaml')) throw new Error(`${file}: its id is ${profile.id}`)
  checkSettings(file, profile.rules)
  for (const overlay of Object.values(profile.provinces ?? {})) checkSettings(file, overlay?.rules)
  const {
    rules: _rules,
    procedure: _procedure,
    provinces: _provinces,
    checklist: _checklist,
    ...head
  } = profile
  heads.push(`  '${profile.id}': ${quoted(head)},`)
  texts.push(`  '${profile.id}': ${quoted(profile)},`)
}

const note = '// Made by scripts/build-profiles.ts from rules/profiles/*.yaml. Do not edit.\n'
const modules = {
  'heads.ts': `${note}// What every run needs of every profile: names and hosts. One JSON text a profile.
export const profileHeads = {\n${heads.join('\n')}\n} as const satisfies Record<string, string>\n`,
  'texts.ts': `${note}// One JSON text a profile: only those in use are parsed. In the bundle each is a file of its own.
const texts: Readonly<Record<string, string>> = {\n${texts.join('\n')}\n}

/** The whole of a profile, as JSON. */
export const profileText = (id: string): string | undefined => texts[id]\n`,
}
for (const [file, text] of Object.entries(modules)) {
  const path = join(target, file)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`src/profile/data/${file} is out of date: run npm run build:profiles`)
    process.exitCode = 1
  }
}
