// `beian-check next [drafts…]`: what to do now, and what a refusal means for this draft.
import { siteRules } from '../../rules/site/index.ts'
import { filingModes, filingStatuses, filingTypes } from '../draft/catalogue.ts'
import type { Bilingual, Option } from '../draft/field.ts'
import { type Locator, openLocator } from '../draft/locate.ts'
import { maskWithin } from '../draft/mask.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { optionFor, optionWords } from '../draft/words.ts'
import type { Registry } from '../engine/registry.ts'
import type { LocatedFinding } from '../engine/report.ts'
import { isUnreadable } from '../engine/scan.ts'
import type { Circumstances, FilingMode, FilingStatus } from '../guide/data/steps.ts'
import type { FieldPlace } from '../guide/fields.ts'
import type { Foreseeable, Who } from '../guide/meaning.ts'
import { type Concern, type Explained, type Plan, planOf, type Told } from '../guide/next.ts'
import type { Notice } from '../inputs/notice.ts'
import { Inputs, STDIN } from '../inputs/read.ts'
import { DEFAULT_PROFILE } from '../profile/builtin.ts'
import { hostOfChain, layersOf, procedureOf, resolve } from '../profile/resolve.ts'
import { noInk } from '../report/ink.ts'
import { findingObject } from '../report/json.ts'
import type { Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { breadcrumb } from '../report/names.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceText } from '../report/source-text.ts'
import { pathShown, sourceObjects, type View, valueAt, wordsOf } from '../report/view.ts'
import { requireOneOf } from './choose.ts'
import type { UserConfig } from './config.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { checkPaths, inputSize, type SessionOptions, tellNotices } from './session.ts'
import { profileFor } from './settings.ts'
import { shellWord } from './shell-word.ts'
import { PROFILE_OF_PAGES } from './site-settings.ts'
import { requireFormat } from './table.ts'

/** Options of the command, as commander gives them. */
export interface NextOptions extends SessionOptions {
  readonly format?: string
  readonly status?: string
  readonly mode?: string
  readonly reason?: readonly string[]
  readonly code?: readonly string[]
  readonly showValues?: boolean
}

/** The plan of one draft and where it stands. */
interface Planned {
  readonly file: string | undefined
  readonly document: number
  readonly profile: string
  readonly plan: Plan
  readonly locator: Locator | undefined
}

/** Prints what to do with each draft. Findings are the business of the check itself, so they do not set the status. */
export async function next(paths: readonly string[], options: NextOptions, io: Io): Promise<ExitCode> {
  const format = requireFormat(options.format)
  const asked: Asked = {
    told: toldBy(options),
    status: optionWord({ zh: '状态', en: 'status' }, options.status, filingStatuses),
    mode: optionWord({ zh: '报备方式', en: 'mode' }, options.mode, filingModes),
  }
  const inputs = new Inputs(io, options.stdinFilename, inputSize(options))
  const general = paths.length === 0 && options.filesFrom === undefined && options.stdinFilename === undefined
  const session = await checkPaths(paths, { ...options, ...(general && { allowEmpty: true }), inputs }, io)
  const { report, trouble, language, config } = session
  const { registry } = session
  const planned: Planned[] = []
  const unread: Notice[] = []
  if (general) {
    const profile = profileFor(undefined, options, config)
    planned.push(
      plan(
        { file: undefined, document: 0, draft: normalise({}) },
        profile,
        asked,
        { registry, config },
        [],
        undefined,
      ),
    )
  }
  for (const { file, findings } of report.files) {
    const source = await inputs.read(file)
    if (isUnreadable(source)) continue
    const own = session.configOf(file)
    const { documents, problems } = await readText(source.text, source.format)
    if (problems.length > 0) unread.push(unreadIn(file))
    const locator = await openLocator(source.text, source.format)
    for (const { document, value } of documents) {
      const draft = normalise(value)
      const theirs = [...findings].filter((finding) => finding.document === document)
      const profile = profileFor(draft, options, own)
      planned.push(
        plan({ file, document, draft }, profile, asked, { registry, config: own }, theirs, locator),
      )
    }
  }
  const view: View = {
    language,
    showValues: options.showValues ?? false,
    ink: noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    rules: session.registry.rules,
    quiet: false,
  }
  if (format === 'json') {
    const plans = planned.map((each) => planObject(each, view))
    io.stdout.write(`${safeJson({ version: 1, plans }, 2)}\n`)
  } else {
    for (const [index, each] of planned.entries()) {
      if (index > 0) io.stdout.write('\n')
      for (const line of planLines(each, view)) io.stdout.write(`${line.trimEnd()}\n`)
    }
  }
  tellNotices({ ...session, notes: [...session.notes, ...unread] }, io)
  return trouble.length > 0 || report.broken ? EXIT.trouble : EXIT.clean
}

/** A file with a draft that has to be mended before there is anything to say of it. */
const unreadIn = (file: string): Notice => ({
  file,
  zh: '有草稿读不出来；错在哪里，见 beian-check 对它的检查',
  en: 'a draft in it cannot be read; checking it with beian-check says where the slip is',
})

interface Asked {
  readonly told: readonly Told[]
  readonly status: FilingStatus | undefined
  readonly mode: FilingMode | undefined
}

/** What holds beside the profile: what configs bring. */
interface Around {
  readonly registry: Registry
  readonly config: UserConfig | undefined
}

function toldBy({ code = [], reason = [] }: NextOptions): Told[] {
  const numbers = code.flatMap((words) => words.split(/[,，、\s]+/).filter((word) => word !== ''))
  for (const word of numbers) {
    if (/^\d{3,5}$/.test(word)) continue
    throw new UsageError({
      zh: `--code 后面写退回代码的数字，例如 --code 1041，收到“${word}”；文字理由用 --reason`,
      en: `--code takes the number of a return code, such as --code 1041, not “${word}”; for words use --reason`,
    })
  }
  const words = reason.filter((text) => text.trim() !== '')
  return [...numbers.map((word) => ({ code: Number(word) })), ...words.map((text) => ({ reason: text }))]
}

function optionWord<Id extends string>(
  what: Bilingual,
  word: string | undefined,
  options: readonly Option<Id>[],
): Id | undefined {
  if (word === undefined) return undefined
  const id = optionFor(options, word)
  if (id === undefined) requireOneOf(what, word, optionWords(options))
  return id
}

function plan(
  { file, document, draft }: { file: string | undefined; document: number; draft: Draft },
  profile: string,
  { told, status, mode }: Asked,
  around: Around,
  findings: readonly LocatedFinding[],
  locator: Locator | undefined,
): Planned {
  const { profiles } = around.registry
  // A profile of the user's own may leave it to the guide.
  const procedure = procedureOf(profile, profiles) ?? procedureOf(DEFAULT_PROFILE)
  if (procedure === undefined) throw new Error(`${DEFAULT_PROFILE} has no procedure`)
  const provider = draft.websites
    .flatMap(({ access }) => access)
    .find((entry) => entry.provider !== undefined)
  const word = file === undefined ? undefined : file === STDIN ? '-' : shellWord(file)
  const about: Circumstances = {
    type: draft.filing.type ?? 'new',
    mode: mode ?? draft.filing.mode ?? (procedure.submit === 'host' ? 'agent' : 'self'),
    // A reason for a refusal says that there was one.
    status: status ?? (told.length > 0 ? 'rejected' : (draft.filing.status ?? 'draft')),
    procedure,
    wantsCertificate: wantsCertificate(profile, around),
    host: provider?.provider ?? hostOfChain(profile, profiles)?.names[0],
    websites: draft.websites.length,
    errors: findings.filter(({ level }) => level === 'error').length,
    number: draft.filing.number,
    told: told.length > 0,
    file: word,
    forSite: forSite(word, profile, profileFor(draft, {}, around.config, PROFILE_OF_PAGES)),
  }
  return { file, document, profile, plan: planOf(draft, about, told, findings), locator }
}

/** What `beian-check site` has to be told to look with the same eyes. */
const forSite = (file: string | undefined, profile: string, usual: string): string =>
  [
    ...(file === undefined ? [] : [` --draft ${file}`]),
    ...(profile === usual ? [] : [` --profile ${shellWord(profile)}`]),
  ].join('')

/** The profile says so by the rule that looks for it. */
const wantsCertificate = (profile: string, { registry: { profiles }, config }: Around): boolean =>
  resolve(siteRules, [...layersOf(profile, undefined, profiles), ...(config?.layers ?? [])]).some(
    ({ rule, level }) => rule.id === 'site/certificate-file' && level !== 'off',
  )

const texts = {
  draftless: { zh: '（没有草稿，按档案说明）', en: '(no draft: the way in general)' },
  profile: { zh: '档案', en: 'profile' },
  reason: { zh: '拒绝理由', en: 'Reason' },
  code: { zh: '退回代码', en: 'Return code' },
  unknownReason: {
    zh: '看不出这条理由指哪一项。请把原文（不缩略）再贴一次，或问接入商要退回代码；也可逐条对照下面检查到的错误',
    en: 'What this reason is about cannot be told. Paste its full words, ask the host for the return code, or go through the errors below',
  },
  unknownCode: {
    zh: '接口规范（V3.0，2013）里没有这个代码；可能是接入商自己的，或后来新增的。请看代码旁边的文字，用 --reason 贴上来',
    en: 'The interface (V3.0, 2013) has no such code; it may be the host’s own or a later one. Paste the words beside it with --reason',
  },
  unsure: { zh: '可能是', en: 'perhaps' },
  fields: { zh: '涉及的栏目', en: 'fields concerned' },
  empty: { zh: '（没有填）', en: '(empty)' },
  causes: { zh: '草稿里查到的原因', en: 'found in the draft' },
  noCause: {
    zh: '草稿里没有查到对应的问题，请照证件和接入商的说明核对上面的栏目',
    en: 'nothing in the draft shows it: compare these fields with the papers and the host’s words',
  },
  unseen: {
    zh: '草稿里看不出来，只有系统或接入商知道',
    en: 'no draft shows it; only the system or the host can tell',
  },
  rules: { zh: '对应的规则', en: 'rules' },
  who: { zh: '谁来改', en: 'who acts' },
  suspects: { zh: '没有给出理由的，先看检查到的错误', en: 'Errors of the draft, likely reasons too' },
  steps: { zh: '接下来', en: 'What to do' },
} as const satisfies Record<string, Record<Language, string>>

const actors = {
  you: { zh: '你', en: 'you' },
  host: { zh: '接入商', en: 'access provider' },
  bureau: { zh: '省通信管理局', en: 'administration' },
} as const satisfies Record<'you' | 'host' | 'bureau', Record<Language, string>>

/** Who puts a refusal right: after submitting, at the ministry's site only the host can change the data. */
function whoText(who: Who, { procedure, mode }: Circumstances, language: Language): string {
  const chinese = language === 'zh'
  switch (who) {
    case 'nobody':
      return chinese ? '不用改' : 'nobody: nothing is wrong'
    case 'host':
      return chinese ? '接入商（请它处理）' : 'the access provider: ask it to'
    case 'bureau':
      return chinese
        ? '省通信管理局（带证明材料联系）'
        : 'the province’s administration: turn to it with proof'
    case 'you':
      if (procedure.submit === 'host')
        return chinese ? '你，在接入商的备案系统里改' : 'you, in the host’s filing system'
      if (mode === 'agent')
        return chinese
          ? '接入商：你给出对的内容和用户名，由它修改'
          : 'the access provider, with the right data and your user name'
      return chinese
        ? '接入商：你给出对的内容、用户名和密码，由它代为修改'
        : 'the access provider, with the right data, your user name and password'
  }
}

function headLine({ file, profile, plan: { about } }: Planned, language: Language): string[] {
  const name = (options: readonly Option[], id: string): string =>
    options.find((option) => option.id === id)?.[language] ?? id
  const facts = [
    name(filingTypes, about.type),
    name(filingModes, about.mode),
    name(filingStatuses, about.status),
    `${texts.profile[language]} ${profile}`,
  ]
  return [file === undefined ? texts.draftless[language] : oneLine(file), `  ${facts.join(' · ')}`]
}

function* planLines(planned: Planned, view: View): Generator<string> {
  const { language } = view
  const { plan } = planned
  yield* headLine(planned, language)
  for (const each of plan.explained) {
    yield ''
    yield* explainedLines(each, planned, view)
  }
  if (plan.suspects.length > 0) {
    yield ''
    yield `  ${texts.suspects[language]}`
    for (const finding of plan.suspects) yield* findingLine(finding, view)
  }
  yield ''
  yield `  ${texts.steps[language]}`
  for (const [index, step] of plan.steps.entries()) {
    const number = `${index + 1}.`.padStart(5)
    const words = `[${actors[step.who][language]}] ${stepText(step, plan, view)}`
    yield* hanging(`${number} `, words, view)
    const [source] = step.sources
    yield* hanging('      ', sourceText(source, language), view)
  }
}

/** The words of a step; the provider's name in them is the draft's, and whatever stands there. */
function stepText(step: Plan['steps'][number], { about }: Plan, { language, showValues }: View): string {
  const words = oneLine(step.text[language](about))
  return showValues ? words : maskWithin(words)
}

/** A text behind a head, its further lines indented as far. */
function* hanging(head: string, text: string, { width }: View): Generator<string> {
  const [first = '', ...rest] = wrap(text, width - head.length)
  yield head + first
  for (const line of rest) yield ' '.repeat(head.length) + line
}

function* explainedLines({ told, concerns }: Explained, planned: Planned, view: View): Generator<string> {
  const { language } = view
  yield* hanging('  ', titleOf(told, view), view)
  if (concerns.length === 0)
    yield* hanging('    ', texts['code' in told ? 'unknownCode' : 'unknownReason'][language], view)
  for (const concern of concerns) yield* concernLines(concern, planned, view)
}

/** A reason is the user's own text and may hold a phone or an identity number. */
function titleOf(told: Told, view: View): string {
  const { language } = view
  if ('code' in told) return `${texts.code[language]} ${told.code}`
  const words = view.showValues ? told.reason : valueAt([], told.reason, view)
  return language === 'zh'
    ? `${texts.reason.zh}“${oneLine(words)}”`
    : `${texts.reason.en} “${oneLine(words)}”`
}

function* concernLines(concern: Concern, planned: Planned, view: View): Generator<string> {
  const { language } = view
  const { meaning, unsure, who, foreseeable, places, findings } = concern
  const colon = language === 'zh' ? '：' : ': '
  yield* hanging('    ', `${unsure ? `${texts.unsure[language]}${colon}` : ''}${meaning[language]}`, view)
  if (places.length > 0 && planned.file !== undefined) {
    yield `      ${texts.fields[language]}`
    for (const place of placesShown(places)) yield* hanging('        ', placeLine(place, planned, view), view)
  }
  if (findings.length > 0) {
    yield `      ${texts.causes[language]}`
    for (const finding of findings) yield* findingLine(finding, view)
  } else if (planned.file !== undefined && who !== 'nobody') {
    const unseen = foreseeable === 'no' || meaning.rules.length === 0
    yield* hanging('      ', texts[unseen ? 'unseen' : 'noCause'][language], view)
  }
  if (meaning.rules.length > 0)
    yield* hanging('      ', `${texts.rules[language]}${colon}${meaning.rules.join(' ')}`, view)
  yield* hanging(
    '      ',
    `${texts.who[language]}${colon}${whoText(who, planned.plan.about, language)}`,
    view,
  )
}

/** Places with values; where there are none, one of the empty ones stands for all. */
function placesShown(places: readonly FieldPlace[]): readonly FieldPlace[] {
  const filled = places.filter(({ value }) => value !== undefined)
  return filled.length > 0 ? filled : places.slice(0, 1)
}

function placeLine({ path, value }: FieldPlace, { document, locator }: Planned, view: View): string {
  const { language } = view
  const found = value === undefined ? undefined : locator?.locate(document, { path })
  const at = found && locator ? locator.positionOf(found.from) : undefined
  const place = at === undefined ? '' : `${at.line}:${at.column}  `
  const shown = value === undefined ? texts.empty[language] : oneLine(valueAt(path, value, view))
  return `${place}${breadcrumb(pathShown(path, view), language)}${language === 'zh' ? '：' : ': '}${shown}`
}

function* findingLine(finding: LocatedFinding, view: View): Generator<string> {
  const [message] = wordsOf(finding, view)
  yield* hanging('        ', `${finding.line}:${finding.column}  ${oneLine(message)} (${finding.rule})`, view)
}

function planObject(planned: Planned, view: View): Record<string, unknown> {
  const { file, document, profile, plan } = planned
  const { language } = view
  const { type, mode, status, procedure } = plan.about
  return {
    path: file ?? null,
    document,
    profile,
    type,
    mode,
    status,
    submit: { where: procedure.submit, site: procedure.site },
    reasons: plan.explained.map((each) => ({
      code: 'code' in each.told ? each.told.code : null,
      reason: 'reason' in each.told ? oneLine(valueAt([], each.told.reason, view)) : null,
      known: each.concerns.length > 0,
      meanings: each.concerns.map((concern) => concernObject(concern, planned, view)),
    })),
    suspects: plan.suspects.map((finding) => findingObject(finding, view)),
    steps: plan.steps.map((step) => ({
      id: step.id,
      who: step.who,
      text: stepText(step, plan, view),
      sources: sourceObjects(step.sources, language),
    })),
  }
}

function concernObject(concern: Concern, planned: Planned, view: View): Record<string, unknown> {
  const { id, meaning, unsure, who, foreseeable, places, findings } = concern
  const { language } = view
  const foreseen: Foreseeable | null = foreseeable ?? null
  return {
    id,
    meaning: meaning[language],
    unsure,
    who,
    whoText: whoText(who, planned.plan.about, language),
    foreseeable: foreseen,
    fields: places.map(({ path, value }) => {
      const found = value === undefined ? undefined : planned.locator?.locate(planned.document, { path })
      const at = found && planned.locator ? planned.locator.positionOf(found.from) : undefined
      return {
        path: pathShown(path, view),
        label: breadcrumb(pathShown(path, view), language),
        value: value === undefined ? null : oneLine(valueAt(path, value, view)),
        line: at?.line ?? null,
        column: at?.column ?? null,
      }
    }),
    rules: meaning.rules,
    findings: findings.map((finding) => findingObject(finding, view)),
  }
}
