// `beian-check schema [draft|config|profile]`: the JSON Schemas that come with the tool, for editors.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { EXIT, type ExitCode, type Io } from './io.ts'

export const schemaNames = ['draft', 'config', 'profile'] as const
export type SchemaName = (typeof schemaNames)[number]

/** The name under which a copy lies beside drafts. */
export const SCHEMA_COPY = 'beian-check.schema.json'

/** Beside the bundle schemas lie in `schema/`; beside the sources in the project's own folder of that name. */
const folders = ['schema', '../../schema'] as const

/** The text of a schema. */
export function schemaText(name: SchemaName): string {
  for (const folder of folders) {
    const file = join(import.meta.dirname, folder, `${name}.schema.json`)
    if (existsSync(file)) return readFileSync(file, 'utf8')
  }
  throw new Error(`the schema ${name} is not there: the package is incomplete`)
}

/** Prints a schema. */
export function printSchema(name: SchemaName, io: Io): ExitCode {
  io.stdout.write(`${JSON.stringify(JSON.parse(schemaText(name)), null, 2)}\n`)
  return EXIT.clean
}

/**
 * How a draft can name its schema so that it holds on every machine and offline: the copy in the `node_modules` of the
 * draft's project, or a copy that lies beside the draft or above it.
 * @param draft the draft's absolute path
 * @returns a path relative to the draft with forward slashes; undefined where there is no such file
 */
export function schemaReference(draft: string): string | undefined {
  const start = dirname(draft)
  let folder = start
  while (true) {
    for (const name of [SCHEMA_COPY, 'node_modules/beian-check/dist/schema/draft.schema.json']) {
      const file = join(folder, name)
      if (existsSync(file)) return asReference(relative(start, file))
    }
    const above = dirname(folder)
    if (above === folder) return undefined
    folder = above
  }
}

function asReference(path: string): string {
  const slashes = path.split(sep).join('/')
  return slashes.startsWith('.') ? slashes : `./${slashes}`
}
