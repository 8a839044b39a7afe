// What profiles and the user's config may hold, as zod schemas. Loaded only when there is something to check.
import { z } from 'zod'
import { provinces } from '../facts/data/provinces.ts'
import { isDocument } from './documents.ts'

const level = z.enum(['error', 'warning', 'info', 'off'])
const options = z.record(z.string(), z.unknown())
/** What a user may write: a level, or a level with options. */
const rules = z.record(z.string(), z.union([level, z.tuple([level, options])]))
const documentIds = z.array(z.string().refine(isDocument))
const sourcedRules = z.record(
  z.string(),
  z.union([level, z.tuple([level, options]), z.tuple([level, options, documentIds])]),
)
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const checklist = z.array(
  bilingual.extend({ for: z.enum(['individual', 'unit']).optional(), sources: documentIds.optional() }),
)

const procedure = z.strictObject({
  submit: z.enum(['ministry', 'host']),
  site: z.string(),
  lookAfterDays: z.number().int().positive(),
  sources: documentIds,
})

/** A profile file under rules/profiles. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: bilingual,
  asOf: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  extends: z.string().optional(),
  host: z
    .strictObject({ names: z.array(z.string()).min(1), aliases: z.array(z.string()).optional() })
    .optional(),
  rules: sourcedRules.optional(),
  procedure: procedure.optional(),
  checklist: checklist.optional(),
  provinces: z
    .partialRecord(
      z.enum(provinces.map(({ zh }) => zh)),
      z.strictObject({ rules: sourcedRules.optional(), checklist: checklist.optional() }),
    )
    .optional(),
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
  /** ES modules with rules and profiles. */
  plugins: z.union([z.string(), z.array(z.string())]).optional(),
  /** YAML files, a profile each. */
  profiles: z.union([z.string(), z.array(z.string())]).optional(),
})

export type Config = z.infer<typeof configSchema>
