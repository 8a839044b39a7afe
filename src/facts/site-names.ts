// What a website's name is made of: signs, letters, a web address, words of the lists, the sponsor's own name.

import { approvalWords, type Scope, type WordGroup, wordGroups } from './data/name-words.ts'
import { themeWords } from './data/theme-words.ts'
import { canonicalDomain, readDomain } from './domains.ts'
import { findRegion, readRegionPrefix } from './regions.ts'
import { remembering } from './remember.ts'
import { hasHan, toHalfWidth } from './text.ts'

export type WordGroupId = (typeof wordGroups)[number]['id']
export type ApprovalField = (typeof approvalWords)[number]['field']

/** Words of one group that stand in a name. Offsets are of the first, into the name as written. */
export interface GroupHit {
  readonly group: (typeof wordGroups)[number]
  readonly words: readonly string[]
  readonly from: number
  readonly to: number
}

/** A word that belongs to a field which needs an approval. */
export interface ApprovalHit {
  readonly field: ApprovalField
  /** The approval is still given out. */
  readonly live: boolean
  /** The word names the field itself. */
  readonly sure: boolean
  readonly word: string
  readonly from: number
  readonly to: number
}

/** Signs, spaces and pictures: what is left of a name without them are its letters and digits. */
const signs =
  /[\s\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u00a1-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3006\u3008-\u3020\u3030-\u303f\ufe10-\ufe6f\uff00-\uff0f\uff1a-\uff20\uffe0-\uffef\u{1f000}-\u{1faff}]|\ufe0f/gu

/** Brackets, the hyphen and the middle dot stand in legal names too. Sources: hosts of 2018-2025. */
const usualSigns = '（）()-·'

/** How many letters, digits and Han characters a name has. */
export const letterCount = remembering(
  (name: string): number => Array.from(toHalfWidth(name).replace(signs, '')).length,
)

/** The first sign that hosts do not accept in a name, or undefined. */
export function unusualSign(name: string): { text: string; from: number; to: number } | undefined {
  for (const match of name.matchAll(signs)) {
    if (usualSigns.includes(match[0])) continue
    return { text: match[0], from: match.index, to: match.index + match[0].length }
  }
  return undefined
}

export const isDigits = (name: string): boolean => /^[\d\s.,_-]+$/.test(toHalfWidth(name))
export const hasLatin = (name: string): boolean => /[A-Za-z]/.test(toHalfWidth(name))

// Whole names only: 测试之家 and 软件测试网 are websites about testing.
const placeholders =
  /^(?:(?:这是)?(?:一个)?(?:测试|示例|样例|默认)+(?:用|一下|备案)?(?:的)?(?:网站|站点?|网页|页面?|名称)?\d{0,4}|(?:我的|个人|新建|某)?网站\d{0,4}|我的(?:个人)?(?:主页|网页|博客|站点)|个人(?:主页|网页|站点)?|网站名称?|无|没有|暂无|未命名|无名|首页|(?:公司|单位|企业|未命名|无名)网站|(?:网站)?名称待定|待定|待填写?|(?:x{2,}|某某+|某)(?:的)?(?:公司|单位|企业)?(?:网站?|官网|主页|名称)?|test(?:ing|site|web|website|page)?\d{0,4}|demo\d{0,4}|website|mysite|none|null|n\/a)$/i

/** The beginnings of all of them: most names need not be held against the long rule, which takes long to compile. */
const mayBePlaceholder = /^[测示样默这一我个新某网无没暂未首公单企名待xtdmwn]/i

/** A text that stands in for a name: 测试网站, 我的网站, 个人. */
export function isPlaceholderName(name: string): boolean {
  const text = toHalfWidth(name).trim()
  return mayBePlaceholder.test(text) && placeholders.test(text)
}

/**
 * Whether a name is an address of the web, and how sure that is.
 * @param domains the website's own domains, as written
 */
export function addressInName(name: string, domains: readonly string[]): 'sure' | 'likely' | undefined {
  const text = toHalfWidth(name)
  if (/^(?:https?:|www\.)/i.test(text)) return 'sure'
  if (!/[.。]/.test(text)) return undefined
  const domain = canonicalDomain(text)
  if (domains.some((own) => canonicalDomain(own) === domain)) return 'sure'
  const reading = readDomain(domain)
  if (reading.kind !== 'ok' || !reading.listed || hasHan(reading.suffix)) return undefined
  // A Chinese name with .com behind it is a domain to some and a brand to others.
  return hasHan(domain) ? 'likely' : 'sure'
}

const inScope = (scope: Scope, sponsor: SponsorKind): boolean =>
  scope === 'non-state'
    ? sponsor !== 'state'
    : scope === 'individual'
      ? sponsor === 'individual'
      : sponsor !== 'individual'

/** What kind of sponsor a nature is, as far as words go. */
export type SponsorKind = 'individual' | 'state' | 'unit'

/** The kind of a nature; the state, its institutions and the army may use the words kept for them. */
export function sponsorKind(nature: string): SponsorKind {
  if (nature === 'individual') return 'individual'
  return ['government', 'institution', 'military', 'mass-organisation'].includes(nature) ? 'state' : 'unit'
}

/** A text of the same length with certain pieces blanked out. */
const without = (text: string, pieces: string): string =>
  pieces.split(' ').reduce((rest, piece) => rest.replaceAll(piece, ' '.repeat(piece.length)), text)

/** Where the name ends with a word, perhaps with 网 or 站 behind it; -1 where it does not. */
function tailOf(text: string, word: string): number {
  for (const end of ['', '网站', '网', '站', '小站']) {
    if (text.endsWith(word + end)) return text.length - end.length - word.length
  }
  return -1
}

/** Where a word stands in a name, as the group wants it. */
function placeOf(text: string, word: string, where: WordGroup['where']): number {
  if (where === 'head') return text.startsWith(word) ? 0 : -1
  if (where === 'tail') return tailOf(text, word)
  return text.indexOf(word, where === 'inside' ? 1 : 0)
}

const wordsOf = remembering((words: string): readonly string[] => words.split(' '))

/** Whether a text has any word of a list: most names have none, and their places need not be looked for. */
const hasAny = (text: string, words: string): boolean => wordsOf(words).some((word) => text.includes(word))

/**
 * The words of the lists that stand in a name.
 * @param wanted the groups that hold
 */
export function listedWords(name: string, kind: SponsorKind, wanted: ReadonlySet<WordGroupId>): GroupHit[] {
  const hits: GroupHit[] = []
  if (wanted.size === 0) return hits
  const text = toHalfWidth(name).toUpperCase()
  for (const group of wordGroups) {
    if (!wanted.has(group.id) || !inScope(group.scope, kind) || !hasAny(text, group.words)) continue
    const seen = 'harmless' in group ? without(text, group.harmless) : text
    const found = group.words
      .split(' ')
      .map((word) => ({ word, from: placeOf(seen, word, group.where) }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.word.length - a.word.length)
    const [first] = found
    if (first === undefined) continue
    const words = found
      .map(({ word }) => word)
      .filter(
        (word, i, all) =>
          !all.some((other, k) => k !== i && other.length > word.length && other.includes(word)),
      )
    hits.push({ group, words, from: first.from, to: first.from + first.word.length })
  }
  return hits
}

let allApprovalWords: string | undefined

/** Words of fields that need an approval, those that name the field first. */
export function approvalsInName(name: string): ApprovalHit[] {
  // A foundation is no fund.
  const text = without(toHalfWidth(name).toUpperCase(), '基金会')
  allApprovalWords ??= approvalWords.map(({ sure, words }) => `${sure} ${words}`.trim()).join(' ')
  if (!hasAny(text, allApprovalWords)) return []
  return approvalWords.flatMap(({ field, live, sure, words }) => {
    const first = firstWord(text, sure) ?? firstWord(text, words)
    if (first === undefined) return []
    const { word, from } = first
    return [{ field, live, sure: sure.split(' ').includes(word), word, from, to: from + word.length }]
  })
}

/** The word of a list that stands first in a text, the longest of those that start there. */
function firstWord(text: string, words: string): { word: string; from: number } | undefined {
  const [first] = words
    .split(' ')
    .map((word) => ({ word, from: word === '' ? -1 : text.indexOf(word) }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.word.length - a.word.length)
  return first
}

/** What names of local portals say behind the place. */
const portalWords =
  /(?:生活|信息|便民|同城|百事通|百姓|旅游|美食|房产|人才|招聘|二手|特产|资讯|热线|论坛|社区|门户)*(?:之?窗|在线|网站?|站|同城|百事通|便民|门户)$/

/**
 * Whether a name is nothing but the name of a province, a city or a county, perhaps with 网 behind it.
 * @param portal names of local portals count too: 成都生活网
 */
export function isPlaceName(name: string, portal = false): boolean {
  const text = name.replace(portal ? portalWords : /(?:之?窗|在线|网站?|站)$/, '')
  if (text.length < 2) return false
  const prefix = readRegionPrefix(text)
  if (prefix.end === text.length && (prefix.province ?? prefix.city ?? prefix.county) !== undefined)
    return true
  return [...findRegion(text, 'city'), ...findRegion(text, 'county')].some(
    ({ city, county }) => text === city || text === county || `${text}市` === city,
  )
}

/** The place that a name begins with; the whole name where none is known. */
export const placeIn = (name: string): string => name.slice(0, readRegionPrefix(name).end) || name

/** What says nothing about which unit it is. */
const common =
  /有限责任公司|股份有限公司|有限公司|分公司|公司|集团|股份|有限|责任|科技|网络|信息|技术|文化|传媒|商贸|贸易|实业|发展|服务|管理|咨询|工程|官方|官网|网站|门户|平台|商城|中国|[省市县区]/g

/**
 * Whether the name of a website shows whose it is: two neighbouring characters of the unit's name that are not common
 * to many, or nothing but characters of that name in their order (临远二中 for 临远县第二中学).
 */
export function isLinked(siteName: string, unitName: string): boolean {
  const unit = toHalfWidth(unitName)
  const bare = toHalfWidth(siteName).replace(common, ' ')
  const own = unit.replace(common, ' ')
  for (let at = 0; at + 2 <= bare.length; at++) {
    const pair = bare.slice(at, at + 2)
    if (!pair.includes(' ') && own.includes(pair)) return true
  }
  const letters = bare.replace(/\s/g, '')
  let from = 0
  for (const letter of letters) {
    const found = unit.indexOf(letter, from)
    if (found < 0) return false
    from = found + 1
  }
  return letters.length >= 2
}

/** A unit's name without its region and its legal form: 沐光茶业 of 清河县沐光茶业有限公司. */
export function shortUnitName(unitName: string): string {
  const plain = unitName.replace(/[（(][^（()）]*[)）]/g, '')
  const region = readRegionPrefix(plain)
  return plain
    .slice(region.end)
    .replace(/^[\u4e00-\u9fff]{1,4}[市县](?=[\u4e00-\u9fff]{4})/, '')
    .replace(/(?:股份有限公司|有限责任公司|集团有限公司|有限公司|分公司|集团|公司)$/, '')
    .replace(/^[省市县区]/, '')
}

/** Endings that tell of a personal website and are on no list. */
const personalEndings = ['札记', '随笔', '笔记', '手记', '小记', '日常', '点滴']
const plainThemes = ['日常随笔', '生活点滴', '学习笔记', '读书札记', '周末手记']

/** What the remark says that the website is about. */
function themesOf(remark: string): string[] {
  const pattern =
    /(?:记录|分享|介绍|展示|整理|收集|讲述|关于|内容[为是：:]?)(?:个人|自己|本人|一些|我)?(?:的|在)?([\u4e00-\u9fff]{2,6}?)(?:的|时|等|和|与|及|使用|[，。、；,.;]|$)/g
  return Array.from(remark.matchAll(pattern), (match) => match[1] ?? '')
}

/** Themes that the Latin words of names and domains tell: 摄影 of wangshu-photo.cn. */
function latinThemes(texts: readonly string[]): string[] {
  // Short words count only alone, and the suffix of a domain tells nothing.
  const tokens = texts.flatMap(
    (text) =>
      text
        .toLowerCase()
        .replace(/(?<![a-z.])([a-z]*)\.[a-z.]+$/, '$1')
        .match(/[a-z]+/g) ?? [],
  )
  const says = (word: string): boolean =>
    tokens.some((token) => token === word || (word.length >= 4 && token.includes(word)))
  return themeWords.filter(([, words]) => words.split(' ').some(says)).map(([theme]) => theme)
}

/** What is left of a name without the words and signs that are refused. */
function cleaned(name: string, refused: readonly string[]): string {
  let text = toHalfWidth(name).replace(signs, '')
  for (const word of [...refused].sort((a, b) => b.length - a.length)) text = text.split(word).join('')
  return text.replace(/(?:个人|我的|小站|[的之]?[网站家])$/, '').replace(/^(?:我的|个人|的)/, '')
}

/** What a helper needs to think of other names. */
export interface NameIdeasInput {
  readonly name: string
  readonly kind: SponsorKind
  readonly sponsor: string
  readonly remark: string
  /** Domains of the website, as written: their words tell a theme where the name has none. */
  readonly domains: readonly string[]
  /** Words of the name that were refused. */
  readonly refused: readonly string[]
  /** Whether a name passes every rule of the profile. */
  readonly passes: (name: string) => boolean
}

const MOST_IDEAS = 5

/** Three to five other names from the draft's own words, each of which passes. */
export function siteNameIdeas(input: NameIdeasInput): string[] {
  const { name, kind, sponsor, passes } = input
  const candidates = kind === 'individual' ? personalIdeas(input) : unitIdeas(sponsor)
  const ideas = new Set<string>()
  for (const idea of candidates) {
    if (idea !== name && passes(idea)) ideas.add(idea)
    if (ideas.size === MOST_IDEAS) break
  }
  return [...ideas]
}

function* personalIdeas({ name, remark, domains, refused }: NameIdeasInput): Generator<string> {
  const core = cleaned(name, refused)
  const own = [core, ...themesOf(remark)].filter((text) => hasHan(text) && letterCount(text) >= 2)
  if (letterCount(core) === 1 && hasHan(core)) yield* [`${core}与日常`, `${core}的札记`, `${core}的点滴`]
  const cores = own.length > 0 ? own : latinThemes([name, ...domains])
  // The first ending of each core before the second of any: the ideas differ more.
  for (const ending of personalEndings.slice(0, 4)) {
    for (const text of cores) {
      const base = personalEndings.find((known) => text.endsWith(known))
      yield base === undefined ? text + ending : text.slice(0, -base.length) + ending
    }
  }
  yield* plainThemes
}

function* unitIdeas(sponsor: string): Generator<string> {
  // A company is known by its trade name; 登山协会 without its place could be any.
  const short = sponsor.endsWith('公司') ? shortUnitName(sponsor) : sponsor
  const region = readRegionPrefix(sponsor)
  const place = sponsor.slice(0, region.end).replace(/[省市县区]$/, '')
  yield short
  yield sponsor
  yield `${short}官网`
  if (!short.startsWith(place)) yield `${place}${short}`
  yield `${short}官方网站`
  yield `${short}门户`
}
