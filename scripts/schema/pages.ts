// The JSON Schemas as files: of drafts, of the config, of profiles.
import { configFileSchema, profileFileSchema } from './config-schema.ts'
import { draftSchema } from './draft-schema.ts'
import { fieldNotes } from './field-notes.ts'

const text = (schema: unknown): string => `${JSON.stringify(schema, null, 1)}\n`

/** Generated files by their path in the project. */
export const schemaPages: readonly (readonly [string, () => Promise<string>])[] = [
  ['schema/draft.schema.json', async () => text(draftSchema(await fieldNotes()))],
  ['schema/config.schema.json', async () => text(configFileSchema())],
  ['schema/profile.schema.json', async () => text(profileFileSchema())],
]
