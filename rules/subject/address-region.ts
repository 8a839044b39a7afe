// Province, city and county in their fields agree with each other and with those in the address.
import type { Draft } from '../../src/draft/normalise.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import {
  countyNow,
  findRegion,
  type ProvinceName,
  readRegionPrefix,
  sameRegion as same,
} from '../../src/facts/regions.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Pair {
  readonly inField: string
  readonly inAddress: string
  readonly address: Secret
  readonly [key: string]: string | Secret
}

/** Zones that people name where a county belongs. Some forms list them, some do not. */
const zone =
  /(?:开发区|高新区|经开区|新区|示范区|合作区|园区|保税区|自贸区|管理区|试验区|风景区|度假区|旅游区)$/

/** Zones that the list of counties has too, although they lie in districts: an address in one may be of any of them. */
const listedZone = /(?:开发区|(?:工业|产业|创意|化工)园区)$/

/** Cities without districts: their towns stand where a county belongs. */
const hasNoCounties = (city: string): boolean => /^(?:东莞|中山|儋州|嘉峪关)市?$/.test(city)

/** Words that stand where a county belongs and name none. */
const noCounty = /^(?:市辖区|县|市区|城区|郊区)$/

const messages = {
  cityElsewhere: say<{ city: string; province: string; real: string }>({
    zh: (d) => [`“${d.city}”不在“${d.province}”，在“${d.real}”`, '改正所在省或所在市'],
    en: (d) => [
      `“${d.city}” is not in “${d.province}” but in “${d.real}”`,
      'Correct the province or the city',
    ],
  }),
  cityUnknown: say<{ city: string; province: string }>({
    zh: (d) => [`没有在“${d.province}”找到“${d.city}”`, '写地级市（直辖市写市名）；近年更名的请核对'],
    en: (d) => [
      `“${d.city}” was not found in “${d.province}”`,
      'Write the prefecture-level city; see whether its name has changed',
    ],
  }),
  cityIsCounty: say<{ county: string; city: string }>({
    zh: (d) => [`“${d.county}”是区县，所在市应是“${d.city}”`, `所在市写“${d.city}”，所在县写“${d.county}”`],
    en: (d) => [
      `“${d.county}” is a district or county; its city is “${d.city}”`,
      `Write “${d.city}” for the city and “${d.county}” for the county`,
    ],
  }),
  countyElsewhere: say<{ county: string; city: string; real: string }>({
    zh: (d) => [`“${d.county}”不属于“${d.city}”，属于“${d.real}”`, '改正所在市或所在县'],
    en: (d) => [
      `“${d.county}” does not belong to “${d.city}” but to “${d.real}”`,
      'Correct the city or the county',
    ],
  }),
  countyUnknown: say<{ county: string; city: string }>({
    zh: (d) => [`没有在“${d.city}”找到“${d.county}”`, '写现行的区县名；开发区按所属的区县填写'],
    en: (d) => [
      `“${d.county}” was not found in “${d.city}”`,
      'Write a present district or county; a development zone goes by the district it lies in',
    ],
  }),
  zone: say<{ county: string; level: 'city' | 'county' }>({
    zh: (d) => [
      `“${d.county}”是功能区，不是行政区划`,
      `表单里没有这一项时，选它所在的${d.level === 'city' ? '地级市' : '区县'}`,
    ],
    en: (d) => [
      `“${d.county}” is a zone, not an administrative division`,
      `Where the form does not list it, choose the ${d.level === 'city' ? 'city' : 'district or county'} it lies in`,
    ],
  }),
  countyRetired: say<{ county: string; now: string }>({
    zh: (d) => [
      `“${d.county}”已经撤并或更名${d.now === '' ? '' : `，现在是“${d.now}”`}`,
      d.now === '' ? '写现行的区县名' : `改为“${d.now}”`,
    ],
    en: (d) => [
      `“${d.county}” has been merged or renamed${d.now === '' ? '' : `; today it is “${d.now}”`}`,
      d.now === '' ? 'Write its present name' : `Change it to “${d.now}”`,
    ],
  }),
  noCounty: say<{ county: string }>({
    zh: (d) => [`“${d.county}”不是具体的区县`, '写实际的区县，例如“西湖区”'],
    en: (d) => [`“${d.county}” is not the name of a district`, 'Write the district itself, such as “西湖区”'],
  }),
  provinceDiffers: say<Pair>({
    zh: (d) => [`所在省是“${d.inField}”，通信地址却在“${d.inAddress}”`, '两处改成一致'],
    en: (d) => [
      `The province is “${d.inField}”, but the address is in “${d.inAddress}”`,
      'Make the two agree',
    ],
  }),
  cityDiffers: say<Pair>({
    zh: (d) => [`所在市是“${d.inField}”，通信地址却在“${d.inAddress}”`, '两处改成一致'],
    en: (d) => [`The city is “${d.inField}”, but the address is in “${d.inAddress}”`, 'Make the two agree'],
  }),
  countyDiffers: say<Pair>({
    zh: (d) => [`所在县是“${d.inField}”，通信地址却在“${d.inAddress}”`, '两处改成一致'],
    en: (d) => [`The county is “${d.inField}”, but the address is in “${d.inAddress}”`, 'Make the two agree'],
  }),
}

export const addressRegion = defineRule({
  id: 'subject/address-region',
  level: 'error',
  sources: [guideStep(2), miitInterface('1019')],
  returnCode: 1019,
  texts: {
    title: { zh: '所在省、市、县与通信地址一致', en: 'Province, city and county agree with the address' },
    why: {
      zh: '省、市、县在各自的栏目里选择，与通信地址里写的不能矛盾；代码上下级不符时系统直接退回。',
      en: 'Province, city and county are chosen in their own fields; they must not contradict the address or each other.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '主体信息: { 所在省: 浙江, 所在市: 南京市 }', says: 'cityElsewhere' },
      { draft: '主体信息: { 所在省: 四川, 所在市: 绵阳市, 所在县: 武侯区 }', says: 'countyElsewhere' },
      { draft: '主体信息: { 所在省: 四川, 通信地址: 浙江省杭州市文三路90号 }', says: 'provinceDiffers' },
      {
        draft: '主体信息: { 所在省: 浙江, 所在市: 宁波市, 通信地址: 杭州市西湖区文三路90号 }',
        says: 'cityDiffers',
      },
      {
        draft: '主体信息: { 所在省: 浙江, 所在市: 杭州市, 所在县: 上城区, 通信地址: 西湖区文三路90号 }',
        says: 'countyDiffers',
      },
      {
        draft: '主体信息: { 所在省: 北京, 所在市: 北京市, 所在县: 宣武区 }',
        says: 'countyRetired',
        fixed: '主体信息: { 所在省: 北京, 所在市: 北京市, 所在县: 西城区 }',
      },
      { draft: '主体信息: { 所在省: 上海, 所在市: 上海市, 所在县: 市辖区 }', says: 'noCounty' },
      {
        draft: '主体信息: { 所在省: 上海, 通信地址: 上海市市辖区漕溪路1200弄35号602室 }',
        says: 'noCounty',
      },
      { draft: '主体信息: { 所在省: 浙江, 所在市: 望山市 }', says: 'cityUnknown' },
      { draft: '主体信息: { 所在省: 浙江, 所在市: 西湖区 }', says: 'cityIsCounty' },
      { draft: '主体信息: { 所在省: 浙江, 所在市: 杭州市, 所在县: 望山区 }', says: 'countyUnknown' },
      { draft: '主体信息: { 所在省: 四川, 所在市: 成都市, 所在县: 高新区 }', says: 'zone' },
    ],
    good: [
      {
        draft:
          '主体信息: { 所在省: 浙江, 所在市: 杭州, 所在县: 西湖区, 通信地址: 浙江省杭州市西湖区文三路90号 }',
      },
      { draft: '主体信息: { 所在省: 广东, 所在市: 东莞市, 所在县: 东城街道 }' },
      { draft: '主体信息: { 所在省: 浙江, 所在市: 义乌市 }' },
      { draft: '主体信息: { 所在省: 上海, 所在市: 浦东新区 }' },
      { draft: '主体信息: { 所在省: 湖北省, 所在市: 仙桃市, 通信地址: 沔州大道18号 }' },
      { draft: '主体信息: { 所在省: 北京, 所在市: 北京市, 所在县: 海淀区, 通信地址: 北京路18号 }' },
    ],
  },
  check(draft, { report }) {
    if (checkCity(draft, report)) checkCounty(draft, report)
    checkAddress(draft, report)
  },
})

type Report = Context<typeof messages, Record<never, never>, undefined>['report']

const isCity = (city: string, province: ProvinceName): boolean =>
  findRegion(city, 'city', { province }).length > 0 || findRegion(city, 'county', { province }).length > 0

/** The city of a district that stands in its place; a municipality's districts are often entered so. */
function onlyCounty(city: string, province: ProvinceName): string | undefined {
  if (findRegion(city, 'city', { province }).length > 0) return undefined
  const [county] = findRegion(city, 'county', { province }).filter(
    ({ retired, county }) => !retired && county === city,
  )
  return county?.city === undefined || same(county.city, province) ? undefined : county.city
}

/** Whether the city is one of the province, or nothing speaks against it. */
function checkCity({ subject: { province, city } }: Draft, report: Report): boolean {
  if (province === undefined || city === undefined || same(city, province)) return true
  const district = /[区县旗]$/.test(city) ? onlyCounty(city, province) : undefined
  if (district !== undefined) {
    report('cityIsCounty', {
      at: ['subject', 'city'],
      atMost: 'warning',
      data: { county: city, city: district },
    })
    return false
  }
  if (/^(?:市辖区|县|省直辖|自治区直辖)/.test(city) || isCity(city, province)) return true
  const [real] = findRegion(city, 'city')
  const at = ['subject', 'city'] as const
  if (real === undefined && zone.test(city))
    report('zone', { at, atMost: 'info', data: { county: city, level: 'city' } })
  else if (real === undefined) report('cityUnknown', { at, atMost: 'warning', data: { city, province } })
  else report('cityElsewhere', { at, data: { city, province, real: real.province } })
  return false
}

function checkCounty({ subject: { province, city, county } }: Draft, report: Report): void {
  if (county === undefined) return
  const at = ['subject', 'county'] as const
  const known = city !== undefined && findRegion(city, 'city', { province }).length > 0
  if (city !== undefined && hasNoCounties(city)) return
  const found = findRegion(county, 'county', { province, city: known ? city : undefined })
  if (found.some(({ retired }) => !retired)) return
  if (noCounty.test(county)) return report('noCounty', { at, atMost: 'warning', data: { county } })
  const elsewhere = findRegion(county, 'county', { province }).find(
    (region) => !region.retired && region.city !== undefined && region.county === county,
  )
  const [retired] = found
  if (city !== undefined && !same(county, city) && elsewhere?.city !== undefined) {
    // A county that moved to another city is often still written with the old one.
    const level = retired === undefined ? 'error' : 'warning'
    report('countyElsewhere', { at, atMost: level, data: { county, city, real: elsewhere.city } })
  } else if (retired !== undefined) {
    reportRetired(county, countyNow(retired), report)
  } else if (city !== undefined && !same(county, city)) {
    if (zone.test(county)) report('zone', { at, atMost: 'info', data: { county, level: 'county' } })
    else report('countyUnknown', { at, atMost: 'warning', data: { county, city } })
  }
}

function reportRetired(county: string, now: string | undefined, report: Report): void {
  const at = ['subject', 'county'] as const
  const edits = [{ op: 'set', path: at, value: now ?? '' }] as const
  report('countyRetired', {
    at,
    atMost: 'warning',
    data: { county, now: now ?? '' },
    ...(now !== undefined && { fix: { safety: 'suggested', edits } as const }),
  })
}

function checkAddress({ subject: { province, city, county, address } }: Draft, report: Report): void {
  if (address === undefined) return
  const generic = address.indexOf('市辖区')
  if (generic >= 0)
    report('noCounty', {
      at: ['subject', 'address'],
      slice: [generic, generic + 3],
      atMost: 'warning',
      data: { county: '市辖区' },
    })
  const written = readRegionPrefix(address)
  const data = { address: secret('address', address) }
  const where = { at: ['subject', 'address'], slice: [0, written.end] } as const
  // A lone district's name may be one that people use there, although only another province has it on its list.
  const lone = address.slice(0, written.end) === written.county
  const elsewhere = province !== undefined && (written.province ?? province) !== province
  if (lone && county !== undefined && elsewhere) return
  const differs = (inField: string | undefined, ...inAddress: (string | undefined)[]): inField is string =>
    inField !== undefined &&
    inAddress[0] !== undefined &&
    inAddress.every((name) => name === undefined || !same(inField, name))
  if (province !== undefined && written.province !== undefined && province !== written.province)
    report('provinceDiffers', { ...where, data: { ...data, inField: province, inAddress: written.province } })
  else if (differs(city, written.city, written.county))
    report('cityDiffers', { ...where, data: { ...data, inField: city, inAddress: written.city ?? '' } })
  else if (
    differs(county, written.county, written.countyNow) &&
    !zone.test(county) &&
    !listedZone.test(written.county ?? '')
  )
    report('countyDiffers', { ...where, data: { ...data, inField: county, inAddress: written.county ?? '' } })
}
