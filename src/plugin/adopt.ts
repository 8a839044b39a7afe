// Makes rules of the engine from what a plugin exports, whoever wrote it: nothing is taken on trust.
import type { z } from 'zod'
import { ruleTable } from '../../rules/index.ts'
import { siteRuleIds } from '../../rules/site/ids.ts'
import type { Bilingual } from '../draft/field.ts'
import { levels } from '../engine/finding.ts'
import type { Messages, Rule, Words } from '../engine/rule.ts'
import { RuleFailure } from '../engine/rule-failure.ts'

/** Why a plugin cannot be used, in words. */
export class PluginError extends Error {
  readonly texts: Bilingual

  constructor(texts: Bilingual) {
    super(texts.en)
    this.name = 'PluginError'
    this.texts = texts
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBilingual = (value: unknown): boolean =>
  isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string'

const isMessage = (value: unknown): boolean =>
  isObject(value) && typeof value.zh === 'function' && typeof value.en === 'function'

const areExamples = (list: unknown): boolean =>
  Array.isArray(list) && list.every((entry) => isObject(entry) && typeof entry.draft === 'string')

const validId = /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/

/** What each part of a rule must be, in the order in which a person would write them. */
const parts: readonly (readonly [
  isRight: (rule: Readonly<Record<string, unknown>>) => boolean,
  Bilingual,
])[] = [
  [
    ({ id }) => typeof id === 'string' && validId.test(id),
    {
      zh: 'id 写成“自己的名字/规则名”，用小写字母、数字和连字符，例如 my-host/test-site',
      en: 'its id is “your-name/rule-name” in small letters, digits and hyphens, such as my-host/test-site',
    },
  ],
  [
    ({ id }) =>
      ![...ruleTable().keys(), ...siteRuleIds].some((own) => own.split('/')[0] === String(id).split('/')[0]),
    {
      zh: 'id 斜杠前面的名字是自带规则用的，换一个自己的',
      en: 'the name before the slash belongs to the rules of the tool; take one of your own',
    },
  ],
  [
    ({ level }) => levels.some((known) => known === level),
    { zh: 'level 写 error、warning 或 info', en: 'its level is error, warning or info' },
  ],
  [
    ({ texts }) => isObject(texts) && isBilingual(texts.title),
    { zh: 'texts.title 要有 zh 和 en', en: 'texts.title needs zh and en' },
  ],
  [
    ({ texts }) => isObject(texts) && (texts.why === undefined || isBilingual(texts.why)),
    { zh: 'texts.why 要有 zh 和 en', en: 'texts.why needs zh and en' },
  ],
  [
    ({ texts }) =>
      isObject(texts) &&
      [texts.messages, texts.reminders ?? {}].every(
        (group) => isObject(group) && Object.values(group).every(isMessage),
      ),
    {
      zh: 'texts.messages 和 texts.reminders 里每一条都用 say({ zh: …, en: … }) 写，zh 和 en 是函数',
      en: 'every entry of texts.messages and texts.reminders is made with say({ zh: …, en: … }); zh and en are functions',
    },
  ],
  [
    ({ sources }) =>
      sources === undefined ||
      (Array.isArray(sources) && sources.every((source) => isObject(source) && isBilingual(source.title))),
    { zh: 'sources 是列表，每项有 title 和 year', en: 'sources is a list; each has a title and a year' },
  ],
  [
    ({ examples }) =>
      examples === undefined ||
      (isObject(examples) && areExamples(examples.bad) && areExamples(examples.good)),
    {
      zh: 'examples 写成 { bad: [{ draft }], good: [{ draft }] }，draft 是一段 YAML',
      en: 'examples is { bad: [{ draft }], good: [{ draft }] }, each draft a piece of YAML',
    },
  ],
  [
    ({ options }) => options === undefined || (isObject(options) && isObject(options.defaults)),
    { zh: 'options.defaults 写各选项的默认值', en: 'options.defaults holds the default of each option' },
  ],
  [
    ({ check, clash }) => typeof check === 'function' || isObject(clash),
    { zh: '要有 check(draft, { report })', en: 'it needs check(draft, { report })' },
  ],
]

/** A schema that takes values like the given one: plugins write defaults, not schemas. */
function schemaLike(zod: typeof z, value: unknown): z.ZodType {
  if (typeof value === 'string') return zod.string()
  if (typeof value === 'number') return zod.number()
  if (typeof value === 'boolean') return zod.boolean()
  if (Array.isArray(value)) return zod.array(value.length > 0 ? schemaLike(zod, value[0]) : zod.unknown())
  if (!isObject(value)) return zod.unknown()
  const shape = Object.entries(value).map(([key, inner]) => [key, schemaLike(zod, inner)] as const)
  return zod.strictObject(Object.fromEntries(shape))
}

type Check = NonNullable<Rule['check']>

/** A check whose failures are told with the name of the rule. */
const guarded =
  (id: string, check: Check): Check =>
  (draft, context) => {
    try {
      check(draft, context)
    } catch (error) {
      throw new RuleFailure(id, error)
    }
  }

type Say = Messages[string]['zh']

/** Words of a message, whatever its function does: what fails or gives no texts is told in its place. */
const spoken =
  (key: string, say: Say, { zh, en }: Bilingual, language: keyof Bilingual): Say =>
  (data) => {
    const failed = (why: string): Words => [
      { zh: `${zh}${key}（${why}）`, en: `${en}${key} (${why})` }[language],
    ]
    try {
      const said: unknown = say(data)
      const isRight = Array.isArray(said) && said.length > 0 && said.every((text) => typeof text === 'string')
      return isRight ? (said as unknown as Words) : failed(typeof said)
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error))
    }
  }

function spokenMessages(id: string, messages: Messages): Messages {
  const about = { zh: `规则“${id}”的文字写不出来：`, en: `the words of rule “${id}” cannot be made: ` }
  return Object.fromEntries(
    Object.entries(messages).map(([key, { zh, en }]) => [
      key,
      { zh: spoken(key, zh, about, 'zh'), en: spoken(key, en, about, 'en') },
    ]),
  )
}

/**
 * A rule of the engine from a rule of a plugin.
 * @throws PluginError that says which part is not right
 */
export function adoptRule(given: unknown): Rule {
  if (!isObject(given)) {
    throw new PluginError({
      zh: '导出的不是规则；用 export default defineRule({ … })',
      en: 'what it exports is no rule; write export default defineRule({ … })',
    })
  }
  for (const [isRight, { zh, en }] of parts) {
    if (isRight(given)) continue
    const name = typeof given.id === 'string' ? given.id : ''
    throw new PluginError({ zh: `规则“${name}”：${zh}`, en: `rule “${name}”: ${en}` })
  }
  // Every part was looked at just now; data and options are the rule's own affair, as with our rules.
  const spec = given as unknown as Omit<Rule, 'options'> & { options?: { defaults: unknown } }
  const { options, ...rest } = spec
  const { texts, check } = rest
  return {
    ...rest,
    ...(check !== undefined && { check: guarded(rest.id, check) }),
    sources: rest.sources ?? [],
    texts: {
      ...texts,
      why: texts.why ?? texts.title,
      messages: spokenMessages(rest.id, texts.messages),
      ...(texts.reminders !== undefined && { reminders: spokenMessages(rest.id, texts.reminders) }),
    },
    examples: rest.examples ?? { bad: [], good: [] },
    ...(options !== undefined && {
      options: { defaults: options.defaults, schema: (zod: typeof z) => schemaLike(zod, options.defaults) },
    }),
  }
}
