// The divisions of China: provinces, prefectures, counties, in force and retired; and the region at the start of an address.
import { provinces } from './data/provinces.ts'
import { cityRegions, currentRegions, formerRegions, retiredRegions } from './data/regions.ts'
import { remembering } from './remember.ts'

export type ProvinceName = (typeof provinces)[number]['id']

/** A division of GB/T 2260. `city` and `county` carry their full names: 杭州市, 西湖区. */
export interface Region {
  readonly code: string
  readonly province: ProvinceName
  readonly city?: string
  readonly county?: string
  readonly retired: boolean
}

const municipalities = new Set(['11', '12', '31', '50'])

/**
 * The tables are packed texts. One draft asks a few times, and is answered by searching the text; a run over many
 * drafts fills maps, which takes as long as some hundred searches.
 */
const FEW = 200
let asked = 0

interface Maps {
  readonly inForce: ReadonlyMap<string, string>
  readonly retired: ReadonlyMap<string, string>
  /** Codes of the counties of a name, six digits each, one behind the other; those in force first. */
  readonly counties: ReadonlyMap<string, string>
}

let maps: Maps | undefined

function openMaps(): Maps {
  if (maps !== undefined) return maps
  const [inForce, retired] = [new Map<string, string>(), new Map<string, string>()]
  const counties = new Map<string, string>()
  for (const [names, packed] of [
    [inForce, currentRegions],
    [retired, retiredRegions],
  ] as const) {
    for (const entry of packed.split(';')) {
      const code = entry.slice(0, CODE)
      const name = entry.slice(CODE)
      names.set(code, name)
      if (name !== '' && !code.endsWith('00')) counties.set(name, (counties.get(name) ?? '') + code)
    }
  }
  maps = { inForce, retired, counties }
  return maps
}

const CODE = 6
/** The longest county name: 双江拉祜族佤族布朗族傣族自治县. */
const LONGEST_COUNTY = 15
const countyEnding = /[区县市旗域岛镇]/

const mapsIfMany = (): Maps | undefined => {
  asked += 1
  return asked > FEW ? openMaps() : undefined
}

/** Where an entry that begins so stands in a packed text; -1 for nowhere. */
function entryAt(packed: string, start: string): number {
  return packed.startsWith(start) ? 0 : packed.indexOf(`;${start}`) + 1 || -1
}

/** The name of a division, in force or not any more; undefined for a code that nothing had. */
function nameOf(code: string): string | undefined {
  const many = mapsIfMany()
  const known = many?.inForce.get(code) ?? many?.retired.get(code)
  if (known !== undefined) return known
  for (const packed of many === undefined
    ? [currentRegions, retiredRegions, formerRegions]
    : [formerRegions]) {
    const at = entryAt(packed, code)
    if (at < 0) continue
    const end = packed.indexOf(';', at)
    return packed.slice(at + CODE, end < 0 ? packed.length : end)
  }
  return undefined
}

/** Codes of the counties of a name; those in force first. */
function codesOf(name: string): string[] {
  const many = mapsIfMany()
  if (many !== undefined) return many.counties.get(name)?.match(/\d{6}/g) ?? []
  const codes: string[] = []
  for (const packed of [currentRegions, retiredRegions]) {
    for (let at = packed.indexOf(name); at >= 0; at = packed.indexOf(name, at + name.length)) {
      const end = packed[at + name.length]
      const code = packed.slice(Math.max(at - CODE, 0), at)
      if ((end === ';' || end === undefined) && /^\d{6}$/.test(code) && !code.endsWith('00')) codes.push(code)
    }
  }
  return codes
}

const countiesNamed = remembering((name: string): readonly Region[] =>
  codesOf(name).flatMap((code) => regionByCode(code) ?? []),
)

let openedCities: ReadonlyMap<string, string> | undefined

/** Codes of the prefectures in force, by name. */
function cities(): ReadonlyMap<string, string> {
  openedCities ??= new Map(cityRegions.split(';').map((entry) => [entry.slice(CODE), entry.slice(0, CODE)]))
  return openedCities
}

const provinceByCode = remembering(
  (two: string): ProvinceName | undefined => provinces.find(({ code }) => code === two)?.id,
)

/** The division that a six-digit code stands for, also when the code is retired. */
export const regionByCode = remembering((code: string): Region | undefined => {
  const province = provinceByCode(code.slice(0, 2))
  const own = nameOf(code)
  if (province === undefined || own === undefined) return undefined
  const retired = !isInForce(code)
  if (code.endsWith('0000')) return { code, province, retired }
  const city = cityOf(code, province)
  const base = { code, province, retired, ...(city !== undefined && { city }) }
  return code.endsWith('00') || own === '' ? base : { ...base, county: own }
})

/**
 * Prefectures whose places went to a new province: 海南 was part of 广东 until 1988, 重庆 of 四川 until 1997. Identity
 * numbers given out before keep the old code.
 */
const movedTo: Readonly<Record<string, ProvinceName>> = {
  4410: '海南',
  4411: '海南',
  4421: '海南',
  4422: '海南',
  5102: '重庆',
  5112: '重庆',
  5122: '重庆',
  5123: '重庆',
  5127: '重庆',
  5135: '重庆',
  5170: '重庆',
}

/** The province that a place lies in today, by the code it once had. */
export const provinceToday = (code: string): ProvinceName | undefined =>
  movedTo[code.slice(0, 4)] ?? provinceByCode(code.slice(0, 2))

function isInForce(code: string): boolean {
  return maps === undefined ? entryAt(currentRegions, code) >= 0 : maps.inForce.has(code)
}

/** The prefecture that a code belongs to; a municipality is its own. Counties directly under a province have none. */
function cityOf(code: string, province: ProvinceName): string | undefined {
  if (municipalities.has(code.slice(0, 2))) return `${province}市`
  return nameOf(`${code.slice(0, 4)}00`) || undefined
}

const stem = remembering((name: string): string =>
  name.length <= 2
    ? name
    : name.replace(
        /(?:(?:蒙古族?|哈萨克族?|柯尔克孜|塔吉克|锡伯|维吾尔|[回藏壮满瑶苗侗彝白傣土黎畲羌佤]族|朝鲜族|布依族|土家族|哈尼族|傈僳族|景颇族|拉祜族|纳西族|仡佬族|水族|仫佬族|毛南族|撒拉族|裕固族|保安族|东乡族|普米族|独龙族|怒族|布朗族|达斡尔族|鄂温克族|鄂伦春)+)?自治[州县旗]$|(?:特别行政区|地区|新区|[省市区县盟旗州])$/,
        '',
      ),
)

/** Whether two names are of one place: 延边朝鲜族自治州, 延边州, 延边. */
export const sameRegion = (full: string, written: string): boolean =>
  full === written || stem(full) === stem(written)

/** Makes a table of names by their stems when it is first asked for. */
function stemsOf(names: () => Iterable<string>): () => ReadonlyMap<string, readonly string[]> {
  let stems: Map<string, string[]> | undefined
  return () => {
    if (stems !== undefined) return stems
    stems = new Map()
    for (const full of names()) {
      const alike = stems.get(stem(full))
      if (alike === undefined) stems.set(stem(full), [full])
      else alike.push(full)
    }
    return stems
  }
}

const cityStems = stemsOf(() => cities().keys())
const countyStems = stemsOf(() => openMaps().counties.keys())

/** Prefectures and counties of a name, with or without 市/区/县; within a province or city when given. */
export function findRegion(
  written: string,
  level: 'city' | 'county',
  within: { readonly province?: ProvinceName | undefined; readonly city?: string | undefined } = {},
): readonly Region[] {
  const name = written.trim()
  if (name === '') return []
  const fits = (region: Region): boolean =>
    (within.province === undefined || region.province === within.province) &&
    (within.city === undefined || region.city === undefined || sameRegion(region.city, within.city))
  const found = level === 'city' ? citiesNamed(name) : countiesLike(name)
  const fitting = found.filter(fits)
  if (fitting.length < 2) return fitting
  const exact = fitting.filter((region) => region[level] === name)
  return exact.length > 0 ? exact : fitting
}

const citiesNamed = remembering((name: string): readonly Region[] => {
  const found: Region[] = []
  for (const { id, code } of provinces) {
    const city = { code: `${code}0000`, province: id, city: `${id}市`, retired: false }
    if (municipalities.has(code) && sameRegion(city.city, name)) found.push(city)
  }
  const known = cities()
  // Nearly always the name is there as written, or but for its 市.
  const direct = [name, `${name}市`].find((full) => known.has(full))
  for (const full of direct === undefined ? (cityStems().get(stem(name)) ?? []) : [direct]) {
    const code = known.get(full) ?? ''
    const region =
      municipalities.has(code.slice(0, 2)) || !sameRegion(full, name) ? undefined : regionByCode(code)
    if (region !== undefined) found.push(region)
  }
  // Counties directly under a province (仙桃市, 石河子市) are entered as cities too.
  found.push(...countiesNamed(name).filter((region) => region.city === undefined))
  return found
})

/** Counties of a name as written; where there are none, of the name without its ending. */
const countiesLike = remembering((name: string): readonly Region[] => {
  const exact = countiesNamed(name)
  if (exact.length > 0) return exact
  return (countyStems().get(stem(name)) ?? []).flatMap(countiesNamed)
})

/**
 * Districts that were merged into others of another name.
 * Source: the bureau notes of 2020-2022 for Beijing; decisions on divisions of 2009, 2011, 2015 and 2021 for the rest.
 */
const mergedInto: Readonly<Record<string, string>> = {
  宣武区: '西城区',
  崇文区: '东城区',
  卢湾区: '黄浦区',
  南汇区: '浦东新区',
  闸北区: '静安区',
  塘沽区: '滨海新区',
  汉沽区: '滨海新区',
  大港区: '滨海新区',
}

/** Today's name of a retired county in its city, where it is known. */
export function countyNow(region: Region): string | undefined {
  if (!region.retired || region.county === undefined) return undefined
  const successors = findRegion(stem(region.county), 'county', region).filter(({ retired }) => !retired)
  if (successors.length === 1) return successors[0]?.county
  return municipalities.has(region.code.slice(0, 2)) ? mergedInto[region.county] : undefined
}

/** The region at the start of an address. Names are full (深圳市, 南山区); `end` is where the rest begins. */
export interface RegionPrefix {
  readonly province?: ProvinceName
  readonly city?: string
  readonly county?: string
  /** The county's name is out of date; `countyNow` says what it is called today, where that is known. */
  readonly countyRetired?: boolean
  readonly countyNow?: string
  readonly end: number
}

/** What follows a place name that is only part of a road's, an estate's or an institution's name: 北京路, 南京西路. */
const partOfName =
  /^[东西南北中一二三四五六七八九十内外环上下新老]{0,3}(?:路|街|道|大道|巷|弄|胡同|里|村|镇|乡|小区|花园|大厦|广场|公寓|苑|城|湾|庄|屯|桥|门|站|大学|学院|师范|理工|工业|医科|银行|饭店|酒店|宾馆|医院|机场|农场|林场|牧场|服务区|工业园|高新区|开发区|经济)/

/**
 * Reads the region that an address begins with. Names without 省, 市 or 区 are taken only for provinces and cities,
 * and only where what follows cannot be the rest of a road's name.
 */
export const readRegionPrefix = remembering((text: string): RegionPrefix => {
  const found: { province?: ProvinceName; city?: string; county?: string; end: number; region?: Region } = {
    end: 0,
  }
  readProvince(text, found)
  readCity(text, found)
  const markers = /^(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划)/.exec(text.slice(found.end))
  if (markers !== null) found.end += markers[0].length
  readCounty(text, found)
  const { region, ...prefix } = found
  if (region?.retired !== true) return prefix
  const now = countyNow(region)
  return { ...prefix, countyRetired: true, ...(now !== undefined && { countyNow: now }) }
})

type Found = { province?: ProvinceName; city?: string; county?: string; end: number; region?: Region }

let starts: ReadonlyMap<string, (typeof provinces)[number]> | undefined

/** Provinces by the two characters that their names begin with: no two of them begin alike. */
function provinceStarts(): ReadonlyMap<string, (typeof provinces)[number]> {
  starts ??= new Map(
    provinces.flatMap((province) =>
      [province.id, ...province.aliases].map((name) => [name.slice(0, 2), province] as const),
    ),
  )
  return starts
}

function readProvince(text: string, found: Found): void {
  const province = provinceStarts().get(text.slice(0, 2))
  const name = province === undefined ? undefined : nameAtStart(text, province)
  if (province === undefined || name === undefined) return
  const { id, code } = province
  found.province = id
  found.end = name.length
  if (municipalities.has(code)) found.city = `${id}市`
}

/** The name of the province as the text begins with it. */
function nameAtStart(text: string, { id, aliases }: (typeof provinces)[number]): string | undefined {
  const full = aliases.find((alias) => text.startsWith(alias))
  if (full !== undefined && !partOfName.test(text.slice(full.length))) return full
  const rest = text.slice(id.length)
  // 吉林市 and 海南藏族自治州 are no provinces.
  return !text.startsWith(id) || partOfName.test(rest) || /^[市州]|^藏族/.test(rest) ? undefined : id
}

/**
 * Prefectures whose names begin with the first two characters of a text: these decide for nearly all of them. Searching
 * the packed text is faster than walking through the names.
 */
function citiesStarting(text: string): { readonly full: string; readonly code: string }[] {
  const start = /^[\u4e00-\u9fff]{2}/.exec(text)?.[0]
  const found: { full: string; code: string }[] = []
  if (start === undefined) return found
  for (let at = cityRegions.indexOf(start); at >= 0; at = cityRegions.indexOf(start, at + 1)) {
    // In front of a name stands its code.
    if (!/\d/.test(cityRegions.charAt(at - 1))) continue
    const end = cityRegions.indexOf(';', at)
    const full = cityRegions.slice(at, end < 0 ? undefined : end)
    found.push({ full, code: cityRegions.slice(at - CODE, at) })
  }
  return found
}

function readCity(text: string, found: Found): void {
  const rest = text.slice(found.end)
  // 上海市上海市…, 北京北京市…: the city of a municipality repeated.
  if (found.city !== undefined && rest.startsWith(found.city)) {
    found.end += found.city.length
    return
  }
  for (const { full, code } of citiesStarting(rest)) {
    const short = stem(full)
    const written = rest.startsWith(full)
      ? full
      : rest.startsWith(short) && short.length >= 2
        ? short
        : undefined
    const province = provinceByCode(code.slice(0, 2))
    if (written === undefined || province === undefined) continue
    if (found.province !== undefined && province !== found.province) continue
    const after = rest.slice(written.length)
    if (written !== full && (partOfName.test(after) || /^[县区]/.test(after))) continue
    found.province = province
    found.city = full
    found.end += written.length
    return
  }
}

/** 郊区乡 and 城区镇 are towns, 市中区街道 is a sub-district. */
const goesOn = (name: string, rest: string): boolean =>
  /^(?:街道|乡)/.test(rest) || (/^[郊城矿新]区$/.test(name) && /^[镇村路街]/.test(rest))

function readCounty(text: string, found: Found): void {
  const rest = text.slice(found.end, found.end + LONGEST_COUNTY)
  if (!countyEnding.test(rest)) return
  for (let length = rest.length; length >= 2; length -= 1) {
    if (!countyEnding.test(rest.charAt(length - 1))) continue
    const name = rest.slice(0, length)
    const regions = countiesNamed(name).filter(
      ({ province, city }) =>
        (found.province === undefined || province === found.province) &&
        (found.city === undefined || city === undefined || city === found.city),
    )
    const [first] = regions.filter(({ retired }) => !retired).concat(regions)
    if (first === undefined || goesOn(name, text.slice(found.end + length))) continue
    found.county = name
    found.end += length
    if (regions.every(({ province }) => province === first.province)) found.province = first.province
    if (regions.every(({ code }) => code.slice(0, 4) === first.code.slice(0, 4))) {
      found.region = first
      if (first.city !== undefined) found.city = first.city
    }
    return
  }
}
