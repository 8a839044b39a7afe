// The province ticked for the server is the province of its IP addresses.
import type { Access } from '../../src/draft/catalogue.ts'
import type { Level } from '../../src/engine/finding.ts'
import { defineRule, type Report, say } from '../../src/engine/rule.ts'
import { provinces } from '../../src/facts/data/provinces.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { type Entry, entriesOf } from './entries.ts'
import { type Placed, placesOf } from './places.ts'

type Province = NonNullable<Access['location'][number]>

const outsideMainland: readonly string[] = ['香港', '澳门', '台湾']

/** Which table said so; the day of the IPv6 data is not handed out. */
const zhTable = (date: string): string => (date === '' ? 'IPv6 表' : `IP 表日期 ${date}`)
const enTable = (date: string): string => (date === '' ? 'IPv6 table' : `IP table of ${date}`)

/** A province in English words. */
const english = (name: string): string => provinces.find(({ id }) => id === name)?.en ?? name

/** IPv6 tables know provinces less surely. */
const atMost = (date: string): { atMost?: Level } => (date === '' ? { atMost: 'warning' } : {})

interface Somewhere {
  readonly ip: string
  readonly province: string
  readonly date: string
  readonly [key: string]: string
}

const messages = {
  elsewhere: say<{ ip: string; province: string; ticked: string; date: string }>({
    zh: (d) => [
      `服务器放置地点勾选了“${d.ticked}”，但 IP ${d.ip} 在“${d.province}”（${zhTable(d.date)}）`,
      `改为“${d.province}”；可到 ip138.com 再查一次，或问接入商`,
    ],
    en: (d) => [
      `The server's place is “${english(d.ticked)}”, but the IP ${d.ip} is in “${english(d.province)}” (${enTable(d.date)})`,
      `Choose “${english(d.province)}”; compare with ip138.com or ask the host`,
    ],
  }),
  alsoIn: say<Somewhere>({
    zh: (d) => [
      `IP ${d.ip} 在“${d.province}”，服务器放置地点没有勾选“${d.province}”（${zhTable(d.date)}）`,
      `把“${d.province}”也勾上；可到 ip138.com 再查一次，或问接入商`,
    ],
    en: (d) => [
      `The IP ${d.ip} is in “${english(d.province)}”, which is not ticked as a place of the server (${enTable(d.date)})`,
      `Tick “${english(d.province)}” as well; compare with ip138.com or ask the host`,
    ],
  }),
  noIpThere: say<{ ticked: string; date: string }>({
    zh: (d) => [
      `服务器放置地点勾选了“${d.ticked}”，但没有一个 IP 在那里（${zhTable(d.date)}）`,
      `去掉“${d.ticked}”，或补上那里的 IP`,
    ],
    en: (d) => [
      `“${english(d.ticked)}” is ticked as a place of the server, but none of the IPs is there (${enTable(d.date)})`,
      `Untick “${english(d.ticked)}”, or add the IP that is there`,
    ],
  }),
  abroad: say<{ ip: string; date: string }>({
    zh: (d) => [
      `IP ${d.ip} 在境外（${zhTable(d.date)}），备案的网站要放在中国内地的服务器上`,
      '填写内地空间的 IP；服务器确实在境外的网站不办理备案',
    ],
    en: (d) => [
      `The IP ${d.ip} is abroad (${enTable(d.date)}); a website that is filed is hosted in mainland China`,
      'Write the IP of a server in mainland China; a website hosted abroad is not filed',
    ],
  }),
  notMainland: say<Somewhere>({
    zh: (d) => [
      `IP ${d.ip} 在${d.province}（${zhTable(d.date)}），备案只受理内地的服务器`,
      `填写内地空间的 IP；服务器放在${d.province}的网站不办理备案`,
    ],
    en: (d) => [
      `The IP ${d.ip} is in ${english(d.province)} (${enTable(d.date)}); a filing takes servers in mainland China only`,
      'Write the IP of a server in mainland China; a website hosted there is not filed',
    ],
  }),
}

const reminders = {
  lookUp: say<{ ips: readonly string[]; date: string }>({
    zh: (d) => [
      `${zhTable(d.date)}，查不到所在省：${d.ips.join('、')}。到 ip138.com 查出在哪个省，服务器放置地点就勾选哪个省`,
    ],
    en: (d) => [
      `No province known (${enTable(d.date)}) for ${d.ips.join(', ')}. Look it up, on ip138.com for instance, and tick that province`,
    ],
  }),
}

export const locationMatchesIp = defineRule({
  id: 'access/location-matches-ip',
  level: 'error',
  sources: [guideStep(4), miitInterface('1036')],
  returnCode: 1036,
  texts: {
    title: { zh: '服务器放置地点与 IP 所在省一致', en: 'The place of the server is the province of its IP' },
    why: {
      zh: '审核时会查 IP 归属地：IP 在哪个省，这里就勾选哪个省。',
      en: 'Reviewers look the IP up: the province to tick is the one where the IP is.',
    },
    messages,
    reminders,
  },
  examples: {
    bad: [
      {
        draft: '网站信息:\n  接入信息: { 网站IP: 202.96.209.5, 服务器放置地点: 北京 }\n',
        says: 'elsewhere',
        fixed: '网站信息:\n  接入信息: { 网站IP: 202.96.209.5, 服务器放置地点: 上海 }\n',
      },
      { draft: '网站信息: { 接入信息: { 网站IP: 8.8.8.8, 服务器放置地点: 上海 } }', says: 'abroad' },
    ],
    good: [{ draft: '网站信息: { 接入信息: { 网站IP: 202.96.209.5, 服务器放置地点: 上海 } }' }],
  },
  check(draft, tools) {
    const { remind, world } = tools
    const unknown = new Map<string, string[]>()
    for (const entry of entriesOf(draft)) {
      const ticked = entry.access.location.filter((province) => province !== undefined)
      if (ticked.length === 0) continue
      const places = placesOf(entry.access, world.ip)
      checkEntry(entry, ticked, places, tools.report)
      for (const { text, where, date } of places) {
        if (where.length === 0) unknown.set(date, [...(unknown.get(date) ?? []), text])
      }
    }
    for (const [date, ips] of unknown) remind('lookUp', { ips, date })
  },
})

/** Whether all IPs are in the one province that is ticked: nearly every entry. */
function isAll([only]: readonly Province[], places: readonly Placed[], { location }: Access): boolean {
  if (only === undefined || outsideMainland.includes(only)) return false
  return (
    location.every((province) => province === only) &&
    places.every(({ where }) => where.length === 1 && where[0] === only)
  )
}

/** The first IP of a province, and the day of the table that says so. */
interface Seen {
  readonly ip: string
  readonly date: string
}

function checkEntry(
  { at, access }: Entry,
  ticked: readonly Province[],
  places: readonly Placed[],
  report: Report<typeof messages>,
): void {
  if (isAll(ticked, places, access)) return
  const seen = new Map<Province, Seen>()
  for (const { text, index, where, date } of places) {
    for (const place of where) {
      const ipAt = [...at, 'ips', index] as const
      if (place === 'abroad') report('abroad', { at: ipAt, ...atMost(date), data: { ip: text, date } })
      else if (outsideMainland.includes(place))
        report('notMainland', { at: ipAt, ...atMost(date), data: { ip: text, province: place, date } })
      else if (!seen.has(place)) seen.set(place, { ip: text, date })
    }
  }
  const missing = [...seen].filter(([province]) => !ticked.includes(province))
  const [only, ...more] = ticked
  for (const [province, { ip, date }] of missing) {
    if (only === undefined || more.length > 0 || seen.size > 1 || access.location.length > 1) {
      report('alsoIn', { at: [...at, 'location'], ...atMost(date), data: { ip, province, date } })
      continue
    }
    const path = [...at, 'location', 0] as const
    const fix = { safety: 'suggested', edits: [{ op: 'set', path, value: province }] } as const
    report('elsewhere', { at: path, ...atMost(date), data: { ip, province, ticked: only, date }, fix })
  }
  const [first] = places
  const allKnown = places.every(({ where }) => where.length > 0)
  if (first === undefined || missing.length > 0 || !allKnown || seen.size === 0) return
  for (const [k, province] of access.location.entries()) {
    if (province === undefined || seen.has(province)) continue
    report('noIpThere', {
      at: [...at, 'location', k],
      atMost: 'warning',
      data: { ticked: province, date: first.date },
    })
  }
}
