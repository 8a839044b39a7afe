// Fields that the form wants filled in, by the nature of the sponsor and the kind of filing.
import { catalogue, type DraftPath } from '../../src/draft/catalogue.ts'
import { type Field, fieldsOf, type Path } from '../../src/draft/field.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Wanted {
  readonly zh: string
  readonly en: string
  readonly [key: string]: string
}

interface Options {
  /** Fields beyond those of the form that this host or year wants: `subject.certificate.address`, `websites.principal`. */
  also: string[]
  /** The same for units only. */
  alsoUnit: string[]
  /** The same for individuals only. */
  alsoIndividual: string[]
  /** Fields that this host or year does not want. */
  not: string[]
}

/** `undefined` where the draft does not tell whether the sponsor is an individual: only what everyone fills in is wanted. */
type Individual = boolean | undefined

/**
 * What is asked of a field.
 * @param name its keys with dots between them, without places in lists
 */
function isWanted(field: Field, name: string, individual: Individual, options: Options): boolean {
  const { not, also, alsoUnit, alsoIndividual } = options
  if (not.includes(name)) return false
  const required = isRequired(field, individual)
  if (required || also.includes(name)) return true
  return individual !== undefined && (individual ? alsoIndividual : alsoUnit).includes(name)
}

function isRequired({ required }: Field, individual: Individual): boolean {
  if (required === 'everyone') return true
  return individual !== undefined && required === (individual ? 'individual' : 'unit')
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A group counts as absent when nothing in it was filled in. */
function isAbsent(value: unknown): boolean {
  if (!isGroup(value)) return value === undefined
  if (Array.isArray(value)) return value.every((item) => item === undefined)
  for (const key in value) if (!isAbsent(value[key])) return false
  return true
}

/** What the walk asks, and where it notes what is absent. */
interface Asked {
  readonly individual: Individual
  /** The options name fields; mostly they do not, and no names are put together. */
  readonly byName: boolean
  readonly options: Options
  readonly note: (path: Path, field: Field) => void
}

/**
 * Walks the catalogue along a draft and notes wanted fields that are absent; below an absent group nothing more.
 * @param path where the walk is; it comes back as it was
 */
function walk(field: Field, value: unknown, path: (string | number)[], name: string, asked: Asked): void {
  if (field.kind === 'list') {
    const items: unknown[] = Array.isArray(value) ? value : []
    for (let index = 0; index < items.length; index += 1) {
      path.push(index)
      walk(field.item, items[index], path, name, asked)
      path.pop()
    }
  }
  if (field.kind !== 'group') return
  for (const entry of fieldsOf(field)) {
    // By place: every field of every draft comes by here, and taking the pair apart takes longer than the rest.
    const key = entry[0]
    const inner = entry[1]
    const innerValue = isGroup(value) ? value[key] : undefined
    // Nothing is wanted within a value: most fields end here.
    if (typeof innerValue === 'string') continue
    const innerName = asked.byName ? `${name}${name && '.'}${key}` : ''
    path.push(key)
    if (!isAbsent(innerValue)) walk(inner, innerValue, path, innerName, asked)
    else if (isWanted(inner, innerName, asked.individual, asked.options)) asked.note([...path], inner)
    path.pop()
  }
}

/** Values that are there but could not be read are not missing: `draft/type` speaks of them. */
function unreadable(draft: Draft): ReadonlySet<string> {
  return new Set(draft.problems.map((problem) => problem.path.join('/')))
}

export const missing = defineRule({
  id: 'draft/missing',
  level: 'error',
  sources: [guideStep(2), miitInterface('XSD')],
  options: {
    schema: (z) =>
      z.strictObject({
        also: z
          .array(z.string())
          .describe(
            '还要填写的栏目，例如 websites.principal · Fields that are wanted beyond those of the form, such as websites.principal',
          ),
        alsoUnit: z
          .array(z.string())
          .describe('只有单位还要填写的栏目 · Fields that are wanted of units only'),
        alsoIndividual: z
          .array(z.string())
          .describe('只有个人还要填写的栏目 · Fields that are wanted of individuals only'),
        not: z.array(z.string()).describe('不用填写的栏目 · Fields that are not wanted'),
      }),
    defaults: { also: [], alsoUnit: [], alsoIndividual: [], not: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '必填栏目都要填写', en: 'Required fields are filled in' },
    why: {
      zh: '必填栏目空着，系统不接受提交。个人与单位要填的栏目不同：单位还要有主体负责人。',
      en: 'The system takes no filing with an empty required field. Individuals and units differ: a unit also names a principal.',
    },
    messages: {
      missing: say<Wanted>({
        zh: (d) => [`“${d.zh}”没有填写`, `补上“${d.zh}”`],
        en: (d) => [`“${d.en}” is not filled in`, `Fill in “${d.en}”`],
      }),
      missingGroup: say<Wanted>({
        zh: (d) => [`“${d.zh}”整段没有填写`, `按表单补上“${d.zh}”一段，样例见 README`],
        en: (d) => [
          `The whole part “${d.en}” is not filled in`,
          `Add “${d.en}” as on the form; the README has a sample`,
        ],
      }),
      filingNumber: say({
        zh: () => ['新增、变更或已通过的备案要写备案号', '填写主体备案号，例如“京ICP备10000001号”'],
        en: () => [
          'An addition, a change or an approved filing has a filing number',
          'Fill in the number of the filing, such as 京ICP备10000001号',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋 }', says: 'missing' },
      { draft: '网站信息: [{ 网站名称: 山间札记 }]', says: 'missingGroup' },
      { draft: 'filing: { type: add-website }', says: 'filingNumber' },
    ],
    good: [
      {
        draft: `主体信息:
  主办单位性质: 个人
  主办单位名称: 沈知秋
  证件: { 证件类型: 居民身份证, 证件号码: 330106194903070025 }
  所在省: 浙江
  所在市: 杭州市
  通信地址: 文三路 90 号 2 单元 301 室
网站信息:
  网站名称: 山间札记
  域名: example.com
`,
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature } = draft.subject
    const individual = nature === undefined ? undefined : nature === 'individual'
    const skip = unreadable(draft)
    if (skip.has('')) return
    const note = (path: Path, field: Field) => {
      if (skip.has(path.join('/')) || skip.has([...path, 0].join('/'))) return
      // The walk follows the catalogue, so its paths are the catalogue's.
      const at = path as unknown as DraftPath
      report(field.kind === 'group' ? 'missingGroup' : 'missing', {
        at,
        data: { zh: field.zh, en: field.en },
      })
    }
    const { not, also, alsoUnit, alsoIndividual } = options
    const byName = [not, also, alsoUnit, alsoIndividual].some((names) => names.length > 0)
    walk(catalogue, draft, [], '', { individual, byName, options, note })
    const { type, status, number } = draft.filing
    const needsNumber = (type !== undefined && type !== 'new') || status === 'approved'
    if (needsNumber && number === undefined) report('filingNumber', { at: ['filing', 'number'] })
  },
})
