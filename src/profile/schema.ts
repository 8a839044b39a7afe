// What profiles and the user's config may hold, as zod schemas. Loaded only when there is something to check.
import { z } from 'zod'

const level = z.enum(['error', 'warning', 'info', 'off'])
const setting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])])
const rules = z.record(z.string(), setting)
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** A profile file under rules/profiles. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: bilingual,
  asOf: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  extends: z.string().optional(),
  host: z
    .strictObject({ names: z.array(z.string()).min(1), aliases: z.array(z.string()).optional() })
    .optional(),
  rules: rules.optional(),
  provinces: z.record(z.string(), z.strictObject({ rules })).optional(),
})

/** The user's config file. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  profile: z.string().optional(),
  rules: rules.optional(),
  lang: z.enum(['zh', 'en']).optional(),
  maxWarnings: z.number().int().min(0).optional(),
  ipData: z.union([z.string(), z.array(z.string())]).optional(),
})

export type Config = z.infer<typeof configSchema>
