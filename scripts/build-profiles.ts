// Packs rules/profiles/*.yaml into src/profile/data/builtin.ts, checked. `--check` only tells whether it is up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { profileSchema } from '../src/profile/schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'rules/profiles')
const target = join(root, 'src/profile/data/builtin.ts')

const entries: string[] = []
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.yaml')) continue
  const profile = profileSchema.parse(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'core' }))
  if (profile.id !== basename(file, '.yaml')) throw new Error(`${file}: its id is ${profile.id}`)
  const text = JSON.stringify(profile).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  entries.push(`  '${profile.id}':\n    '${text}',`)
}
const module = `// Made by scripts/build-profiles.ts from rules/profiles/*.yaml. Do not edit.
// One JSON text a profile: only the profiles in use are parsed.
export const builtinProfiles = {
${entries.join('\n')}
} as const satisfies Record<string, string>
`

if (!process.argv.includes('--check')) writeFileSync(target, module)
else if (readFileSync(target, 'utf8') !== module) {
  console.error('src/profile/data/builtin.ts is out of date: run npm run build:profiles')
  process.exitCode = 1
}
