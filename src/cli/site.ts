// `beian-check site URL|FOLDER|FILE…`: whether a home page shows its filing number as it should.
import { siteRules } from '../../rules/site/index.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { builtin, type Registry } from '../engine/registry.ts'
import { type FileReport, fileReport, type RunReport, runReport } from '../engine/report.ts'
import type { Filed } from '../engine/rule.ts'
import { isUnreadable } from '../engine/scan.ts'
import { dateInChina } from '../engine/time.ts'
import { findFilingNumbers, provinceOfLetter } from '../facts/filing-number.ts'
import { Inputs } from '../inputs/read.ts'
import { readSize } from '../inputs/size.ts'
import type { Layer } from '../profile/profile.ts'
import { type ActiveRule, active, hostOfChain, layersOf, resolve } from '../profile/resolve.ts'
import { noInk } from '../report/ink.ts'
import { findingObject } from '../report/json.ts'
import { chooseLanguage, type Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { findingLines } from '../report/terminal.ts'
import { remindersShown, type View } from '../report/view.ts'
import { checkPage, fixPage, type PageResult, type PageSettings } from '../site/check.ts'
import { filedOf, websiteAt } from '../site/filed.ts'
import { withPages } from '../site/registry.ts'
import { requireProfile, requireProvince } from './choose.ts'
import { configAt, configFor, type UserConfig } from './config.ts'
import { FetchProblem } from './fetch-page.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { type FoundPage, isAddress, openPage } from './open-page.ts'
import { profileFor, ruleLayer } from './settings.ts'
import { requireFormat } from './table.ts'
import { writeText } from './write.ts'

/** Options of the command, as commander gives them. */
export interface SiteOptions {
  readonly draft?: string
  readonly profile?: string
  readonly province?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly lang?: string
  readonly format?: string
  readonly fix?: boolean
  readonly allowPrivate?: boolean
  readonly timeout?: string
  readonly maxSize?: string
}

/** One page with what was found in it. */
/** A page is seen by people of today: unlike a draft it is not read by the guide of 2007 unless somebody says so. */
const PROFILE_OF_PAGES = 'today'

interface Checked {
  readonly name: string
  readonly found: FoundPage
  readonly result: PageResult
  readonly report: FileReport
}

/** Looks at home pages. Status 1 for error-level findings, 2 where a page or the draft could not be read. */
export async function site(pages: readonly string[], options: SiteOptions, io: Io): Promise<ExitCode> {
  const format = requireFormat(options.format)
  const limits = {
    allowPrivate: options.allowPrivate ?? false,
    timeout: timeoutOf(options.timeout),
    maxBytes: maxBytesOf(options.maxSize),
  }
  if (options.fix === true && pages.every(isAddress)) throw cannotFix()
  const config = await configOf(options, io)
  const { registry } = config
  if (options.profile !== undefined) requireProfile(options.profile, registry)
  const override = ruleLayer(options.rule ?? [], registry)
  const language = chooseLanguage(options.lang ?? config.lang, io.env)
  const drafts = options.draft === undefined ? [] : await readDrafts(options.draft, io)
  const checked: Checked[] = []
  let trouble = false
  for (const name of pages) {
    try {
      checked.push(await checkOne(name, { options, limits, config, override, drafts, language }, io))
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      trouble = true
      io.stderr.write(`${oneLine(`${name}${language === 'zh' ? '：' : ': '}${error.texts[language]}`)}\n`)
    }
  }
  const report = runReport(checked.map((each) => each.report))
  const view = viewIn(language, registry, io)
  if (format === 'json') io.stdout.write(`${safeJson(reportObject(checked, report, view), 2)}\n`)
  else if (checked.length > 0) for (const line of lines(checked, report, view)) io.stdout.write(`${line}\n`)
  if (trouble) return EXIT.trouble
  return report.summary.errors > 0 ? EXIT.findings : EXIT.clean
}

interface Surroundings {
  readonly options: SiteOptions
  readonly limits: { readonly allowPrivate: boolean; readonly timeout: number; readonly maxBytes: number }
  readonly config: UserConfig
  readonly override: Layer
  readonly drafts: readonly Draft[]
  readonly language: Language
}

async function checkOne(name: string, around: Surroundings, io: Io): Promise<Checked> {
  const { options, limits } = around
  const today = dateInChina(io.now())
  const opened = await openPage(name, limits, io)
  const { html, host } = opened
  const draft = draftFor(around.drafts, host)
  const settings = settingsFor(html, host, draft, around, today)
  // A certificate file is looked for only where the profile wants one: of a website nothing more is asked than that.
  const wantsFile = settings.rules.some(({ rule }) => rule.id === 'site/certificate-file')
  const certificate = wantsFile ? await opened.certificate() : undefined
  const source = {
    name,
    html,
    encoding: opened.encoding,
    visited: opened.visited,
    ...(host !== undefined && { host }),
    ...(certificate && { certificate }),
  }
  let result = checkPage(source, settings)
  if (options.fix === true && opened.file !== undefined) {
    const fixed = fixPage(source, settings, await escaperFor(opened))
    if (await keep(opened, fixed.html, fixed.applied.length, around.language, io))
      result = checkPage({ ...source, html: fixed.html }, settings)
  }
  const report = fileReport({
    file: name,
    documents: [0],
    broken: false,
    findings: result.findings,
    suppressed: 0,
    reminders: result.reminders,
    checklist: [],
  })
  return { name, found: opened, result, report }
}

/** Writes a page back. False when it is as it was. */
async function keep(
  { file = '', html, reading, name }: FoundPage,
  fixed: string,
  count: number,
  language: Language,
  io: Io,
): Promise<boolean> {
  const tell = (zh: string, en: string): void =>
    io.stderr.write(`${oneLine(language === 'zh' ? `${name}：${zh}` : `${name}: ${en}`)}\n`)
  if (fixed === html) {
    tell('没有可以自动修正的地方', 'nothing to fix')
    return false
  }
  const refused = await writeText(file, html, fixed, reading)
  if (refused !== undefined) throw new FetchProblem(refused)
  tell(`已修正 ${count} 处`, `made ${count} ${count === 1 ? 'fix' : 'fixes'}`)
  return true
}

/** Characters that the page's encoding does not have are written as references: 备 in a Big5 page. */
async function escaperFor({ reading }: FoundPage): Promise<(text: string) => string> {
  if (/^utf-/.test(reading.encoding)) return (text) => text
  const { default: iconv } = await import('iconv-lite')
  const fits = (character: string): boolean =>
    reading.decode(iconv.encode(character, reading.encoding)) === character
  return (text) => Array.from(text, (each) => (fits(each) ? each : `&#${each.codePointAt(0) ?? 0};`)).join('')
}

/** The draft that a page belongs to: the one with its domain, else the first. */
function draftFor(drafts: readonly Draft[], host: string | undefined): Draft | undefined {
  return drafts.find((draft) => websiteAt(draft, host) !== undefined) ?? drafts[0]
}

function settingsFor(
  html: string,
  host: string | undefined,
  draft: Draft | undefined,
  { options, config, override }: Surroundings,
  today: string,
): PageSettings {
  const { profiles } = config.registry
  const profile = profileFor(draft, options, config, PROFILE_OF_PAGES)
  const named = options.province === undefined ? undefined : requireProvince(options.province)
  const own: Filed =
    draft === undefined
      ? { number: undefined, province: undefined, name: undefined, domains: [] }
      : filedOf(draft, host, today)
  const province = named ?? own.province
  // Nobody said where the filing is: what its province wants holds all the same, and its number says which.
  const letter = findFilingNumbers(html, today)[0]?.letter
  const wanting = province ?? (letter === undefined ? undefined : provinceOfLetter(letter)?.id)
  const layers = [...layersOf(profile, wanting, profiles), ...config.layers, override]
  const resolved = resolve(siteRules, layers)
  return {
    rules: active(resolved),
    world: {
      today,
      profile: {
        id: profile,
        title: profiles.head(profile)?.title ?? { zh: profile, en: profile },
        host: hostOfChain(profile, profiles),
      },
    },
    filed: { ...own, province },
    target: targetOf(resolved),
  }
}

/** Where the profile wants the number to lead, whether or not the rule about it is on. */
function targetOf(
  resolved: readonly { readonly rule: ActiveRule['rule']; readonly options: unknown }[],
): string {
  const options = resolved.find(({ rule }) => rule.id === 'site/link-target')?.options
  const target: unknown =
    typeof options === 'object' && options !== null ? Reflect.get(options, 'target') : undefined
  return typeof target === 'string' ? target : ''
}

async function configOf({ config, draft }: SiteOptions, io: Io): Promise<UserConfig> {
  if (config === false) return { layers: [], read: [], registry: builtin }
  const { dirname, resolve: resolvePath } = await import('node:path')
  if (typeof config === 'string') return configAt(resolvePath(io.cwd, config))
  const folder = draft === undefined || draft === '-' ? io.cwd : dirname(resolvePath(io.cwd, draft))
  return configFor(folder, io.cwd)
}

/** The drafts of `--draft`. Its findings are the business of the check itself. */
async function readDrafts(file: string, io: Io): Promise<Draft[]> {
  const inputs = new Inputs(io, '-')
  const source = await inputs.read(file)
  if (isUnreadable(source)) throw new UsageError({ zh: `${file}：${source.zh}`, en: `${file}: ${source.en}` })
  const { documents, problems } = await readText(source.text, source.format)
  if (problems.length > 0 || documents.length === 0) {
    throw new UsageError({
      zh: `${file}：草稿读不出来，先运行 beian-check ${file}`,
      en: `${file}: the draft cannot be read; run beian-check ${file} first`,
    })
  }
  return documents.map(({ value }) => normalise(value))
}

function timeoutOf(word: string | undefined): number {
  if (word === undefined) return 15_000
  const seconds = Number(word)
  if (/^\d+(?:\.\d+)?$/.test(word) && seconds > 0 && seconds <= 600) return seconds * 1000
  throw new UsageError({
    zh: `--timeout 后面写秒数（1 到 600），收到“${word}”`,
    en: `--timeout takes seconds from 1 to 600, not “${word}”`,
  })
}

function maxBytesOf(word: string | undefined): number {
  const size = word === undefined ? 2 * 1024 * 1024 : readSize(word)
  if (size !== undefined && size > 0) return size
  throw new UsageError({
    zh: `--max-size ${word}：写字节数，可带 K、M，例如 --max-size 4M`,
    en: `--max-size ${word}: write a number of bytes, with K or M if you like, such as --max-size 4M`,
  })
}

const cannotFix = (): UsageError =>
  new UsageError({
    zh: '网址上的网页不能直接修改：--fix 后面写本地的文件或文件夹，再上传',
    en: 'A page of the web cannot be changed from here: name the local file or folder with --fix, then upload it',
  })

function viewIn(language: Language, registry: Registry, io: Io): View {
  return {
    language,
    // A home page is public, and so is what a filing says of it.
    showValues: true,
    ink: noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    rules: withPages(registry).rules,
    quiet: false,
  }
}

const texts = {
  clean: { zh: '没有发现问题', en: 'no problems found' },
  footer: {
    zh: '可以直接粘贴到首页底部的页脚',
    en: 'The footer, ready to paste at the bottom of the home page',
  },
  noNumber: {
    zh: '备案号写进草稿（备案 › 备案号）后，用 --draft 草稿文件 就能给出现成的页脚',
    en: 'With the filing number in a draft (filing.number) and --draft FILE there is a footer ready to paste',
  },
  yourself: { zh: '请自行核对', en: 'Please check yourself' },
} as const satisfies Record<string, Record<Language, string>>

/** Findings that the footer is the answer to. */
const answered = /^site\/(?:filing-number|number-|visible|footer|link-target)/

function* lines(checked: readonly Checked[], report: RunReport, view: View): Generator<string> {
  const { language, width } = view
  for (const { name, result } of checked) {
    yield oneLine(name)
    for (const finding of result.findings) {
      yield* findingLines(finding, view)
      yield ''
    }
    if (result.findings.length === 0) yield `  ${texts.clean[language]}`
    if (!result.findings.some(({ rule, level }) => level !== 'info' && answered.test(rule))) continue
    if (result.footer === undefined)
      yield* wrap(texts.noNumber[language], width - 2).map((line) => `  ${line}`)
    else {
      yield `  ${texts.footer[language]}`
      // Never wrapped: it is there to be copied.
      yield `    ${oneLine(result.footer)}`
    }
    yield ''
  }
  const { files, errors, warnings, infos } = report.summary
  const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
  yield language === 'zh'
    ? `${files} 个网页：${errors} 个错误，${warnings} 个警告，${infos} 条提示`
    : `${many(files, 'page')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}, ${many(infos, 'info')}`
  const reminders = remindersShown(report, view)
  if (reminders.length === 0) return
  yield ''
  yield texts.yourself[language]
  for (const reminder of reminders) {
    const [first = '', ...rest] = wrap(reminder, width - 6)
    yield `  [ ] ${first}`
    for (const line of rest) yield `      ${line}`
  }
}

/** The object of the contract, and about each page what it was read as and the footer it should have. */
function reportObject(checked: readonly Checked[], report: RunReport, view: View): Record<string, unknown> {
  return {
    version: 1,
    summary: report.summary,
    files: checked.map(({ name, result }) => ({
      path: name,
      findings: result.findings.map((finding) => findingObject(finding, view)),
    })),
    pages: checked.map(({ name, found, result }) => ({
      path: name,
      file: found.file ?? null,
      url: found.visited.at(-1) ?? null,
      redirects: found.visited.slice(0, -1),
      encoding: found.encoding.name,
      numbers: result.page.numbers.map(({ reading, hiding, link }) => ({
        text: reading.text,
        number: reading.canonical ?? null,
        visible: hiding === undefined,
        href: link?.href ?? null,
      })),
      footer: result.footer ?? null,
    })),
    reminders: remindersShown(report, view),
  }
}
