// The JSON Schemas of the config and of profiles: their zod schemas, with every rule and its options by name.
import { z } from 'zod'
import { allRules as rules } from '../../rules/all.ts'
import type { Rule } from '../../src/engine/rule.ts'
import { builtinIds } from '../../src/profile/builtin.ts'
import { documents } from '../../src/profile/documents.ts'
import { configSchema, profileSchema } from '../../src/profile/schema.ts'
import type { Schema } from './draft-schema.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** zod's own translation, as a schema for what a user writes. */
function fromZod(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _draft, ...made } = z.toJSONSchema(schema, { io: 'input' })
  return withoutNoise(made) as Record<string, unknown>
}

/** Bounds of safe integers and names that may be any text say nothing to a reader. */
function withoutNoise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNoise)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !(key === 'maximum' && inner === Number.MAX_SAFE_INTEGER) &&
      !(key === 'propertyNames' && isObject(inner) && Object.keys(inner).join() === 'type'),
  )
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNoise(inner)]))
}

/** Options are merged over the defaults, so none is required. */
function optional(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(optional)
  if (!isObject(value)) return value
  const { required: _required, ...kept } = value
  return Object.fromEntries(Object.entries(kept).map(([key, inner]) => [key, optional(inner)]))
}

const level: Schema = {
  enum: ['error', 'warning', 'info', 'off'],
  markdownEnumDescriptions: [
    '错误：会被退回 · would be refused',
    '警告：常被退回或拖慢审核 · often refused, or slows the review',
    '提示 · worth knowing',
    '不检查 · not checked',
  ],
}

function settingSchema(options: Schema, sourced: boolean): Schema {
  const items = [level, options, ...(sourced ? [documentList] : [])]
  return { anyOf: [level, { type: 'array', prefixItems: items, items: false, minItems: 2 }] }
}

const documentList: Schema = { type: 'array', items: { enum: Object.keys(documents) } }

function ruleSchema(rule: Rule, sourced: boolean): Schema {
  const { title, why } = rule.texts
  const defaults = rule.options?.defaults
  const options =
    rule.options === undefined
      ? { type: 'object', maxProperties: 0 }
      : { ...(optional(fromZod(rule.options.schema(z))) as object), default: defaults }
  return {
    description: `${title.zh} · ${title.en}`,
    markdownDescription: `**${title.zh}** · ${title.en}\n\n${why.zh}  \n${why.en}`,
    ...settingSchema(options, sourced),
  }
}

/** Rules by name; those of plugins have names outside the folders of our own. */
function rulesSchema(sourced: boolean): Schema {
  const folders = [...new Set(rules.map(({ id }) => id.split('/')[0]))]
  return {
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, sourced)])),
    patternProperties: {
      [`^(?!(?:${folders.join('|')})/)[a-z0-9-]+/[a-z0-9-]+$`]: settingSchema({ type: 'object' }, sourced),
    },
    additionalProperties: false,
  }
}

/** Replaces the settings of rules by those with names. */
function file(schema: z.ZodType, title: string, sourced: boolean): Schema {
  const made = fromZod(schema)
  const properties = isObject(made.properties) ? made.properties : {}
  const profiles = { type: 'string', examples: builtinIds() }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...made,
    properties: {
      $schema: { type: 'string' },
      ...properties,
      rules: { $ref: '#/$defs/rules' },
      ...(isObject(properties.profile) && { profile: profiles }),
      ...(isObject(properties.provinces) && { provinces: withNamedRules(properties.provinces) }),
    },
    $defs: { rules: rulesSchema(sourced) },
  }
}

/** The overlay of each province takes the same settings of rules. */
function withNamedRules(value: unknown): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'properties' && isObject(inner) && 'rules' in inner
        ? { ...inner, rules: { $ref: '#/$defs/rules' } }
        : withNamedRules(inner),
    ]),
  )
}

/** The schema of `beian-check.config.yaml`. */
export const configFileSchema = (): Schema =>
  file(configSchema, 'beian-check 的配置 · Config of beian-check', false)

/** The schema of a profile. */
export const profileFileSchema = (): Schema =>
  file(profileSchema, 'beian-check 的接入商档案 · Profile of beian-check', true)
