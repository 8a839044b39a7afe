// `beian-check explain RULE`: what a rule asks, why, where it comes from, and how it looks right and wrong.
import type { Bilingual } from '../draft/field.ts'
import type { Registry } from '../engine/registry.ts'
import type { Rule } from '../engine/rule.ts'
import type { Language } from '../report/language.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceText } from '../report/source-text.ts'
import { sourceObjects } from '../report/view.ts'
import { withPages } from '../site/registry.ts'
import { requireRule } from './choose.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { requireFormat } from './table.ts'

const texts = {
  level: { zh: '级别', en: 'level' },
  why: { zh: '为什么', en: 'Why' },
  wrong: { zh: '会被指出', en: 'Pointed out' },
  right: { zh: '可以这样写', en: 'Right' },
  fixed: { zh: '改好之后', en: 'After the fix' },
  options: { zh: '选项（默认值）', en: 'Options (defaults)' },
  sources: { zh: '出处', en: 'Sources' },
  code: { zh: '对应的退回代码', en: 'Return code' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
} as const satisfies Record<string, Record<Language, string>>

/** Prints one rule. */
export async function explain(
  id: string,
  options: { readonly format?: string },
  language: Language,
  registry: Registry,
  io: Io,
): Promise<ExitCode> {
  const rule = requireRule(id, withPages(registry))
  const notes = await optionNotes(rule)
  if (requireFormat(options.format) === 'json') {
    io.stdout.write(`${safeJson({ version: 1, rule: ruleObject(rule, language) }, 2)}\n`)
  } else for (const line of ruleLines(rule, notes, language)) io.stdout.write(`${oneLine(line)}\n`)
  return EXIT.clean
}

function ruleObject(rule: Rule, language: Language): Record<string, unknown> {
  const { id, level, texts: own, examples, options, returnCode } = rule
  return {
    id,
    severity: level,
    title: own.title[language],
    why: own.why[language],
    messages: Object.keys(own.messages),
    sources: sourceObjects(rule.sources, language),
    returnCode: returnCode ?? null,
    options: options?.defaults ?? null,
    examples,
  }
}

const indent = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)

/** What each option means, by its name. The rule's schema says it in both languages, `中文 · English`; plugins say nothing. */
async function optionNotes({ options }: Rule): Promise<ReadonlyMap<string, Bilingual>> {
  if (options === undefined) return new Map()
  const { z } = await import('zod')
  const schema = options.schema(z)
  const fields: Readonly<Record<string, { readonly description?: string | undefined }>> =
    schema instanceof z.ZodObject ? schema.shape : {}
  const notes = Object.entries(fields).flatMap(([name, { description = '' }]) => {
    const [zh = '', en = ''] = description.split(' · ')
    return description === '' ? [] : [[name, { zh, en }] as const]
  })
  return new Map(notes)
}

function* ruleLines(
  rule: Rule,
  notes: ReadonlyMap<string, Bilingual>,
  language: Language,
): Generator<string> {
  const { title, why } = rule.texts
  yield `${rule.id}  ${title[language]}`
  yield `${texts.level[language]}: ${texts[rule.level][language]}`
  yield ''
  yield `${texts.why[language]}`
  yield `  ${why[language]}`
  yield* exampleLines(rule.examples.bad, 'wrong', language)
  yield* exampleLines(rule.examples.good, 'right', language)
  const defaults = rule.options?.defaults
  if (typeof defaults === 'object' && defaults !== null) {
    yield ''
    yield texts.options[language]
    for (const [name, value] of Object.entries(defaults)) {
      yield `  ${name}: ${JSON.stringify(value)}`
      const note = notes.get(name)
      if (note !== undefined) yield `    ${note[language]}`
    }
  }
  if (rule.sources.length > 0) yield* ['', texts.sources[language]]
  for (const source of rule.sources) yield `  ${sourceText(source, language)}`
  if (rule.returnCode !== undefined) yield `  ${texts.code[language]}: ${rule.returnCode}`
}

function* exampleLines(
  examples: Rule['examples']['bad'] | readonly { draft: string; page?: string; fixed?: string }[],
  title: 'wrong' | 'right',
  language: Language,
): Generator<string> {
  for (const { draft, page, fixed } of examples) {
    yield ''
    yield `  ${texts[title][language]}`
    if (page !== undefined) yield* indent(page)
    if (draft !== '') yield* indent(draft)
    if (fixed === undefined) continue
    yield `  ${texts.fixed[language]}`
    yield* indent(fixed)
  }
}
