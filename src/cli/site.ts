// `beian-check site URL|FOLDER|FILE…`: whether a home page shows its filing number as it should.
import type { Registry } from '../engine/registry.ts'
import { type FileReport, fileReport, runReport } from '../engine/report.ts'
import { readSize } from '../inputs/size.ts'
import { chooseLanguage, type Language, many } from '../report/language.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import type { View } from '../report/view.ts'
import { checkPage, fixPage, type PageResult, type PageSettings } from '../site/check.ts'
import { unreadNumber } from '../site/filed.ts'
import type { PageSource } from '../site/page.ts'
import { withPages } from '../site/registry.ts'
import { type FetchOptions, FetchProblem } from './fetch-page.ts'
import { diffOf } from './fix.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { type FoundPage, isAddress, openPage } from './open-page.ts'
import { screenOf } from './screen.ts'
import { type CheckedPage, siteLines, siteObject } from './site-report.ts'
import {
  circumstancesOf,
  type SiteCircumstances,
  type SiteSettingsOptions,
  settingsOfPage,
} from './site-settings.ts'
import { requireFormat } from './table.ts'
import { warningLimit } from './warning-limit.ts'
import { writeText } from './write.ts'

/** Options of the command, as commander gives them. */
export interface SiteOptions extends SiteSettingsOptions {
  readonly lang?: string
  readonly format?: string
  readonly fix?: boolean
  readonly fixAll?: boolean
  readonly fixDryRun?: boolean
  readonly maxWarnings?: string
  readonly showValues?: boolean
  readonly allowPrivate?: boolean
  readonly timeout?: string
  readonly maxSize?: string
}

interface Checked extends CheckedPage {
  readonly report: FileReport
}

/** Looks at home pages. Status 1 for error-level findings, 2 where a page or the draft could not be read. */
export async function site(pages: readonly string[], options: SiteOptions, io: Io): Promise<ExitCode> {
  const format = requireFormat(options.format)
  const limit = warningLimit(options)
  const limits: FetchOptions = {
    allowPrivate: options.allowPrivate ?? false,
    timeout: timeoutOf(options.timeout),
    maxBytes: maxBytesOf(options.maxSize),
  }
  const fixing = fixingOf(pages, options)
  if (pages.includes('-') && options.draft === '-') throw onlyOneStdin()
  const around = await circumstancesOf(options, io)
  const { config } = around
  const language = chooseLanguage(options.lang ?? config.lang, io.env)
  const run: Run = { around, limits, fixing, language, io }
  for (const number of around.drafts.flatMap((draft) => unreadNumber(draft, around.today) ?? []))
    tell(run, options.draft ?? '', {
      zh: `草稿里的备案号“${number}”读不出来，没有拿它核对；照通过时给的号码写，例如“浙ICP备10000001号-1”`,
      en: `its filing number “${number}” cannot be read and is not compared; copy it as given, such as “浙ICP备10000001号-1”`,
    })
  const checked: Checked[] = []
  let trouble = false
  for (const name of pages) {
    try {
      checked.push(await checkOne(name, run))
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      trouble = true
      tell(run, name, error.texts)
    }
  }
  const report = runReport(checked.map((each) => each.report))
  const view = await viewIn(language, config.registry, options.showValues ?? false, io)
  if (format === 'json') io.stdout.write(`${safeJson(siteObject(checked, report, view), 2)}\n`)
  else if (checked.length > 0)
    for (const line of siteLines(checked, report, view)) io.stdout.write(`${line}\n`)
  if (trouble) return EXIT.trouble
  const { errors, warnings } = report.summary
  const most = limit ?? config.maxWarnings ?? Number.POSITIVE_INFINITY
  return errors > 0 || warnings > most ? EXIT.findings : EXIT.clean
}

interface Fixing {
  /** Suggested fixes too, not only those that keep the meaning. */
  readonly all: boolean
  /** Show what would change and leave the file alone. */
  readonly dryRun: boolean
  /** Standard output belongs to a program: changes are shown on standard error. */
  readonly aside: boolean
  readonly showValues: boolean
}

interface Run {
  readonly around: SiteCircumstances
  readonly limits: FetchOptions
  readonly fixing: Fixing | undefined
  readonly language: Language
  readonly io: Io
}

function tell({ language, io }: Run, name: string, { zh, en }: { zh: string; en: string }): void {
  io.stderr.write(`${oneLine(language === 'zh' ? `${name}：${zh}` : `${name}: ${en}`)}\n`)
}

async function checkOne(name: string, run: Run): Promise<Checked> {
  const opened = await openPage(name, run.limits, run.io)
  const { html, host } = opened
  const settings = settingsOfPage(html, host, run.around)
  // A certificate file is looked for only where the profile wants one: of a website nothing more is asked than that.
  const wantsFile = settings.rules.some(({ rule }) => rule.id === 'site/certificate-file')
  const certificate = wantsFile ? await opened.certificate() : undefined
  const source = {
    name,
    html,
    encoding: opened.encoding,
    visited: opened.visited,
    styles: opened.styles,
    ...(host !== undefined && { host }),
    ...(certificate && { certificate }),
  }
  const result =
    run.fixing !== undefined && opened.file !== undefined
      ? await mend(opened, source, settings, run.fixing, run)
      : checkPage(source, settings)
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

/** Fixes a page of a file, or shows how; then says what is left. */
async function mend(
  { name, file = '', html, reading }: FoundPage,
  source: Omit<PageSource, 'today'>,
  settings: PageSettings,
  { all, dryRun, aside, showValues }: Fixing,
  run: Run,
): Promise<PageResult> {
  const wanted = ({ safety }: { safety: string }): boolean => all || safety === 'safe'
  const fixed = fixPage(source, settings, wanted, await escaperFor(reading))
  const count = fixed.applied.length
  if (fixed.html === html) tell(run, name, { zh: '没有可以自动修正的地方', en: 'nothing to fix' })
  else if (dryRun) {
    const out = aside ? run.io.stderr : run.io.stdout
    out.write(await diffOf(name, html, fixed.html, showValues))
    tell(run, name, {
      zh: `可以修正 ${count} 处，文件没有改动`,
      en: `would make ${many(count, 'fix', 'fixes')}; nothing was changed`,
    })
  } else {
    const refused = await writeText(file, html, fixed.html, reading)
    if (refused !== undefined) throw new FetchProblem(refused)
    tell(run, name, { zh: `已修正 ${count} 处`, en: `made ${many(count, 'fix', 'fixes')}` })
  }
  return checkPage({ ...source, html: fixed.html }, settings)
}

/** Characters that the page's encoding does not have are written as references: 备 in a Big5 page. */
async function escaperFor({ encoding, decode }: FoundPage['reading']): Promise<(text: string) => string> {
  if (/^utf-/.test(encoding)) return (text) => text
  const { default: iconv } = await import('iconv-lite')
  const fits = (character: string): boolean => decode(iconv.encode(character, encoding)) === character
  return (text) => Array.from(text, (each) => (fits(each) ? each : `&#${each.codePointAt(0) ?? 0};`)).join('')
}

/** What the options for fixing come to; nothing when there is none. */
function fixingOf(pages: readonly string[], options: SiteOptions): Fixing | undefined {
  const { fix = false, fixAll = false, fixDryRun = false, showValues = false, format } = options
  if (!fix && !fixAll && !fixDryRun) return undefined
  if (pages.every((page) => isAddress(page) || page === '-')) throw cannotFix()
  return { all: fixAll, dryRun: fixDryRun, aside: format === 'json', showValues }
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
    zh: '网址和标准输入里的网页不能直接修改：--fix 后面写本地的文件或文件夹，再上传',
    en: 'A page of the web or of standard input cannot be changed from here: name the local file or folder with --fix, then upload it',
  })

const onlyOneStdin = (): UsageError =>
  new UsageError({
    zh: '网页和草稿不能都从标准输入读：其中一个写文件名',
    en: 'Page and draft cannot both come from standard input: name a file for one of them',
  })

async function viewIn(language: Language, registry: Registry, showValues: boolean, io: Io): Promise<View> {
  return {
    language,
    // A home page is public, and so is what a filing says of it.
    showValues,
    ...(await screenOf(io)),
    rules: withPages(registry).rules,
    quiet: false,
  }
}
