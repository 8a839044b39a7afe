// Legal names of units: how they end by the nature of the unit, and what is written instead of one.
import type { natures } from './data/natures.ts'
import { canonicalDomain, readDomain } from './domains.ts'
import { hasKnownSurname, readPersonName } from './person-names.ts'
import { toHalfWidth } from './text.ts'

export type NatureId = (typeof natures)[number]['id']

export type UnitNameReading =
  | { readonly kind: 'ok' }
  | { readonly kind: 'placeholder' | 'domain' | 'person' | 'no-ending' }
  | {
      readonly kind: 'site-word' | 'letters' | 'digits' | 'sign'
      readonly text: string
      readonly from: number
    }
  /** The ending belongs to units of other natures. */
  | { readonly kind: 'nature'; readonly ending: string; readonly fits: NatureId; readonly sure: boolean }

/**
 * Endings that tell the nature, the longest first. `sure`: no unit of another nature may be named so.
 * Sources: MIIT 2009 and hosts of 2018-2021 (…公司 is an enterprise); national rules of naming for the rest.
 */
const tellingEndings: readonly { pattern: RegExp; fits: readonly NatureId[]; sure: boolean }[] = [
  {
    pattern: /(?:有限责任公司|有限公司|股份公司|分公司|公司)$/,
    fits: ['enterprise', 'collective', 'overseas'],
    sure: true,
  },
  {
    pattern: /(?:人民政府|街道办事处|人民法院|人民检察院|公安局|税务局|财政局|教育局|民政局)$/,
    fits: ['government'],
    sure: true,
  },
  { pattern: /(?:基金会)$/, fits: ['foundation', 'overseas'], sure: true },
  { pattern: /(?:律师事务所)$/, fits: ['law-firm', 'overseas'], sure: false },
  { pattern: /(?:公证处)$/, fits: ['notary', 'institution'], sure: true },
  { pattern: /(?:仲裁委员会|仲裁院)$/, fits: ['arbitration', 'institution', 'government'], sure: true },
  {
    pattern: /(?:司法鉴定所|司法鉴定中心)$/,
    fits: ['judicial-appraisal', 'institution', 'enterprise', 'private-non-enterprise'],
    sure: false,
  },
  {
    pattern: /(?:协会|学会|商会|联谊会|促进会|研究会)$/,
    fits: ['social-group', 'mass-organisation', 'overseas', 'private-non-enterprise'],
    sure: true,
  },
  {
    pattern: /(?:村民委员会|居民委员会)$/,
    fits: ['mass-organisation', 'social-group', 'government', 'institution', 'collective'],
    sure: false,
  },
  { pattern: /(?:寺|道观|教堂)$/, fits: ['religious', 'institution', 'social-group'], sure: false },
  { pattern: /合作社$/, fits: ['enterprise', 'collective'], sure: true },
  {
    pattern: /\((?:个体工商户|有限合伙|普通合伙|特殊普通合伙|个人独资)\)$/,
    fits: ['enterprise', 'law-firm', 'overseas'],
    sure: true,
  },
  {
    pattern: /(?:小学|中学|大学)$/,
    fits: ['institution', 'private-non-enterprise', 'military', 'overseas'],
    sure: false,
  },
]

/** Endings of names that units of any kind have. One character each, or a few. */
const endings =
  /(?:[司社厂店行部院所坊馆场站室铺摊屋园庄栈阁堂吧楼处团校学会局厅署办组队政府会所城库港寺庙观宫庵堂营连旅区厨轩斋居记台矿殿档舍]|大厦|书城|广场|大排档|养殖户|种植户|专业户|兵团第?.{1,3}师|中心|集团|幼儿园|大学|小学|中学|医院|合伙\)|合作社|联社|经营户|工商户\)?|基地|商行|超市|市场|农场|牧场|林场|茶场|公所|学堂|工作室|银行|理事会|执行局|联盟|总会|分会|支队|大队|教堂|会堂|使馆|文化中心|代表处|海关|公寓|民宿|酒家|苗圃|监狱|精舍|农家乐|委员会|政府)$/u

const siteWords = /(?:官网|官方网站|网站|门户网|主页|论坛)$/

const placeholder =
  /^(?:[省市县区镇乡](?:人民)?政府|个体户|个体工商户|测试.*|某.*|公司|公司名称|单位名称|企业名称|主办单位|有限公司|无|没有|暂无|待定|test.*|demo.*|company)$/i

/** Brackets, the middle dot, quotation marks, the ideographic comma and the hyphen stand in registered names. */
const usualSigns = /[()（）·“”"、\-—《》〇○]/

/**
 * Reads the name of a unit.
 * @param domains domains of its websites, as written
 */
export function readUnitName(name: string, nature: NatureId, domains: readonly string[]): UnitNameReading {
  const text = toHalfWidth(name).trim()
  if (placeholder.test(text) || /某某|xx|\*\*/i.test(text)) return { kind: 'placeholder' }
  if (isDomain(text, domains)) return { kind: 'domain' }
  const site = siteWords.exec(text)
  if (site !== null) return { kind: 'site-word', text: site[0], from: site.index }
  // A name without brackets and notes: 沐光茶业（集团）有限公司, 阿林面馆（个体工商户）.
  const bare = text.replace(/\([^()]*\)/g, '')
  // What stands behind a whole name in brackets is no part of it, but for the legal form.
  const short = /[(（]简称|(?<=公司)[(（][^()（）]*(?:网|网站|商城|平台|品牌|店)(?=[)）]$)/.exec(name)
  if (short !== null) return { kind: 'sign', text: short[0], from: short.index }
  const sign =
    nature === 'overseas'
      ? undefined
      : ([...name].find((character) => isSign(character)) ?? strayBracket(name))
  const telling = tellingEndings.find(({ pattern }) => pattern.test(bare) || pattern.test(text))
  const [fits] = telling?.fits ?? []
  if (telling !== undefined && fits !== undefined && !telling.fits.includes(nature)) {
    const ending = telling.pattern.exec(text)?.[0] ?? telling.pattern.exec(bare)?.[0] ?? ''
    return { kind: 'nature', ending, fits, sure: telling.sure }
  }
  if (sign !== undefined) return { kind: 'sign', text: sign, from: name.indexOf(sign) }
  const letters = /[A-Za-z]+/.exec(text)
  if (letters !== null && nature !== 'overseas' && nature !== 'military')
    return { kind: 'letters', text: letters[0], from: letters.index }
  const digits = /\d+/.exec(text)
  if (digits !== null && nature !== 'military') return { kind: 'digits', text: digits[0], from: digits.index }
  if (telling !== undefined || endings.test(bare) || endings.test(text) || nature === 'overseas') {
    return { kind: 'ok' }
  }
  if (looksLikePerson(text)) return { kind: 'person' }
  return nature === 'military' ? { kind: 'ok' } : { kind: 'no-ending' }
}

/** Two or three characters behind a usual family name. Longer names of persons are rare, short names of firms are not. */
const looksLikePerson = (text: string): boolean =>
  /^[\u3400-\u9fff]{2,3}$/.test(text) &&
  hasKnownSurname(text) &&
  readPersonName(text, { latin: false }).kind === 'ok'

function isDomain(text: string, domains: readonly string[]): boolean {
  if (/^(?:https?:|www\.)/i.test(text)) return true
  const domain = canonicalDomain(text)
  if (domains.some((own) => canonicalDomain(own) === domain)) return true
  return /^[\x20-\x7e]+\.[a-z]{2,}$/i.test(text) && readDomain(domain).kind === 'ok'
}

/** A bracket without its other half. */
function strayBracket(name: string): string | undefined {
  const text = toHalfWidth(name)
  if (text.split('(').length === text.split(')').length) return undefined
  return /[()（）]/.exec(name)?.[0]
}

const isSign = (character: string): boolean =>
  !usualSigns.test(character) &&
  /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u2000-\u2bff\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\u{1f000}-\u{1faff}]/u.test(
    character,
  )
