// What a home page is checked with: the rules that hold, and the filing that it is held against.
import { siteRules } from '../../rules/site/index.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { builtin } from '../engine/registry.ts'
import type { Filed } from '../engine/rule.ts'
import { isUnreadable } from '../engine/scan.ts'
import { dateInChina } from '../engine/time.ts'
import { readDate } from '../facts/dates.ts'
import { findFilingNumbers, provinceOfLetter } from '../facts/filing-number.ts'
import { Inputs, STDIN } from '../inputs/read.ts'
import type { Layer } from '../profile/profile.ts'
import { active, hostOfChain, layersOf, resolve } from '../profile/resolve.ts'
import type { PageSettings } from '../site/check.ts'
import { filedOf, nothingFiled, websiteAt } from '../site/filed.ts'
import { requireProfile, requireProvince } from './choose.ts'
import { configAt, configFor, type UserConfig } from './config.ts'
import { type Io, UsageError } from './io.ts'
import { profileFor, ruleLayer } from './settings.ts'

/** A page is seen by people of today: unlike a draft it is not read by the guide of 2007 unless somebody says so. */
export const PROFILE_OF_PAGES = 'today'

/** Options that say what a page is checked with, as commander gives them. */
export interface SiteSettingsOptions {
  readonly draft?: string
  readonly profile?: string
  readonly province?: string
  readonly opened?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
}

/** What holds for every page of a run. */
export interface SiteCircumstances {
  readonly config: UserConfig
  readonly drafts: readonly Draft[]
  /** The profile of the command line. */
  readonly profile: string | undefined
  readonly province: string | undefined
  /** YYYY-MM-DD. */
  readonly opened: string | undefined
  readonly override: Layer
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
}

/**
 * Reads config and draft and looks at the words of the command line.
 * @throws UsageError where one of them is not right
 */
export async function circumstancesOf(options: SiteSettingsOptions, io: Io): Promise<SiteCircumstances> {
  const config = await configOf(options, io)
  const { profile, province, rule = [] } = options
  const today = dateInChina(io.now())
  return {
    config,
    drafts: options.draft === undefined ? [] : await readDrafts(options.draft, io),
    profile: profile === undefined ? undefined : requireProfile(profile, config.registry),
    province: province === undefined ? undefined : requireProvince(province),
    opened: openedOf(options.opened, today),
    override: ruleLayer(rule, config.registry),
    today,
  }
}

/** What holds for one page. */
export function settingsOfPage(
  html: string,
  host: string | undefined,
  { config, drafts, override, today, ...named }: SiteCircumstances,
): PageSettings {
  const { profiles } = config.registry
  const draft = draftFor(drafts, host)
  const profile = profileFor(draft, named, config, PROFILE_OF_PAGES)
  const own: Filed = draft === undefined ? nothingFiled : filedOf(draft, host, today)
  const province = named.province ?? own.province
  // Nobody said where the filing is: what its province wants holds all the same, and its number says which.
  const letter = findFilingNumbers(html, today)[0]?.letter
  const wanting = province ?? (letter === undefined ? undefined : provinceOfLetter(letter)?.id)
  const resolved = resolve(siteRules, [...layersOf(profile, wanting, profiles), ...config.layers, override])
  const optionOf = (rule: string, option: string): unknown => {
    const options = resolved.find((entry) => entry.rule.id === rule)?.options
    return typeof options === 'object' && options !== null ? Reflect.get(options, option) : undefined
  }
  const want = optionOf('site/number-suffix', 'want')
  const title = profiles.head(profile)?.title ?? { zh: profile, en: profile }
  return {
    rules: active(resolved),
    world: { today, profile: { id: profile, title, host: hostOfChain(profile, profiles) } },
    filed: { ...own, province, opened: named.opened },
    // They hold for the footer to paste, whether or not the rules about them are on.
    target: String(optionOf('site/link-target', 'target') ?? ''),
    want: want === 'site' || want === 'subject' ? want : 'either',
  }
}

/** The draft that a page belongs to: the one with its domain, else the first. */
function draftFor(drafts: readonly Draft[], host: string | undefined): Draft | undefined {
  return drafts.find((draft) => websiteAt(draft, host) !== undefined) ?? drafts[0]
}

async function configOf({ config, draft }: SiteSettingsOptions, io: Io): Promise<UserConfig> {
  if (config === false) return { layers: [], read: [], registry: builtin }
  const { dirname, resolve: resolvePath } = await import('node:path')
  if (typeof config === 'string') return configAt(resolvePath(io.cwd, config))
  const folder = draft === undefined || draft === '-' ? io.cwd : dirname(resolvePath(io.cwd, draft))
  return configFor(folder, io.cwd)
}

/** The drafts of `--draft`. Its findings are the business of the check itself. */
async function readDrafts(file: string, io: Io): Promise<Draft[]> {
  const source = await new Inputs(io).read(file === '-' ? STDIN : file)
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

function openedOf(word: string | undefined, today: string): string | undefined {
  if (word === undefined) return undefined
  const date = readDate(word)
  if (date.kind === 'date' && date.iso <= today) return date.iso
  throw new UsageError({
    zh: `--opened 后面写网站开通的日期，例如 --opened 2026-03-01，收到“${word}”`,
    en: `--opened takes the day on which the website opened, such as --opened 2026-03-01, not “${word}”`,
  })
}
