// Decides how deep an address goes, and what should come next where it stops too early.
import type { AddressLevel, AddressPart, Token } from './levels.ts'
import type { AddressDepth, AddressOptions, AddressVerdict, MissingLevel } from './verdict.ts'

/** As much of the region prefix as matters here. */
export interface RegionReach {
  readonly province?: unknown
  readonly city?: unknown
  readonly county?: unknown
  readonly end: number
}

type Levels = ReadonlySet<Token['level']>
type LevelList = readonly Token['level'][]

/** A door number needs one of these before it: 海淀区18号 is nowhere. */
const doorPlaces: LevelList = [
  'road',
  'lane',
  'village',
  'group',
  'community',
  'zone',
  'estate',
  'tower',
  'town',
  'landmark',
  'school',
  'name',
  'department',
]
/** A room is found by one of these alone; by a road only together with a building. */
const roomPlaces: LevelList = [
  'estate',
  'tower',
  'school',
  'landmark',
  'village',
  'group',
  'zone',
  'community',
  'lane',
  'name',
  'department',
]
/** A village group needs more than its town: 官桥镇官桥八组, not 官桥镇八组. */
const groupPlaces: LevelList = ['village', 'community', 'name', 'zone', 'landmark', 'estate', 'road']
/** Deepest first. */
const depthOrder: readonly AddressLevel[] = [
  'room',
  'floor',
  'unit',
  'building',
  'number',
  'class',
  'department',
  'group',
  'village',
  'post-box',
]
/** Levels that say nothing about how far the address goes. */
const silent: LevelList = ['vague', 'distance', 'site', 'note', 'name']

/**
 * @param text the address as written
 * @param tokens what was read behind the region
 * @param region where the region prefix ends and what it holds
 */
export function judgeDepth(
  text: string,
  tokens: readonly Token[],
  region: RegionReach,
  asked: AddressOptions,
): AddressVerdict {
  const has = new Set<Token['level']>()
  for (const token of tokens) has.add(token.level)
  const depth = reachedDepth(tokens, has, asked)
  if (depth === undefined) return judgeShallow(text, tokens, has, region, asked)
  const missing = missingBehindDoor(depth, has, asked)
  const deepest = partOf(text, lastOf(tokens, depthOrder))
  if (deepest === undefined) return { kind: 'too-short' }
  if (missing === undefined) return { kind: 'ok', deepest, depth }
  return { kind: asked.mostDetailedRemark ? 'ok-by-remark' : 'missing', last: deepest, missing }
}

function reachedDepth(
  tokens: readonly Token[],
  has: Levels,
  asked: AddressOptions,
): AddressDepth | undefined {
  if (has.has('number')) {
    if (has.has('room')) return holds(has, doorPlaces) || has.has('building') ? 'room' : undefined
    if (holds(has, doorPlaces)) return 'number'
  }
  // The buildings of a lane are its doors: 江南大道1333弄6号楼.
  if (has.has('road') && has.has('lane') && has.has('building') && !has.has('room')) return 'number'
  if (has.has('room') && (holds(has, roomPlaces) || (has.has('road') && has.has('building')))) {
    if (!has.has('lane') || has.has('building')) return 'room'
  }
  if (has.has('road') && tokens.some(isShopFront)) return 'room'
  if (asked.floorEnough && has.has('building') && has.has('floor') && holds(has, roomPlaces)) return 'floor'
  if (has.has('school') && has.has('class')) return 'class'
  if (has.has('school') && has.has('department')) return 'department'
  if (has.has('group') && holds(has, groupPlaces)) return 'group'
  if (count(tokens, 'village') > 1) return 'group'
  if (asked.villageEnough && (has.has('village') || has.has('group'))) return 'village'
  return asked.postBox && has.has('post-box') ? 'post-box' : undefined
}

/** A shop on a road has its own door: 红旗中路B12-3铺. */
const isShopFront = ({ level, measure }: Token): boolean =>
  level === 'room' && measure !== undefined && /[铺店档摊市]|门面/.test(measure)

/** A door is there, but more is asked. */
function missingBehindDoor(
  depth: AddressDepth,
  has: Levels,
  asked: AddressOptions,
): MissingLevel | undefined {
  const named = has.has('department') || has.has('class') || has.has('room') || has.has('building')
  if (asked.schoolDepartment === 'required' && has.has('school') && !named) return 'class'
  const rural = has.has('village') || has.has('group')
  return asked.room === 'required' && depth === 'number' && !rural ? 'room' : undefined
}

function judgeShallow(
  text: string,
  tokens: readonly Token[],
  has: Levels,
  region: RegionReach,
  asked: AddressOptions,
): AddressVerdict {
  const postBox = stretchOf(text, tokens, 'post-box')
  if (postBox !== undefined) return { kind: 'post-box', ...postBox }
  const numbered = has.has('number') || has.has('room')
  const vague = numbered
    ? undefined
    : (stretchOf(text, tokens, 'vague') ?? stretchOf(text, tokens, 'distance'))
  if (vague !== undefined) return { kind: 'vague', ...vague }
  const lastToken = tokens.findLast((token) => !silent.includes(token.level))
  const last = partOf(text, lastToken) ?? regionPart(text, region)
  if (last === undefined && text.trim().length < 5) return { kind: 'too-short' }
  const missing = nextLevel(has, last, asked)
  if (asked.mostDetailedRemark && last !== undefined && holds(has, doorPlaces)) {
    return { kind: 'ok-by-remark', last, missing }
  }
  if (last !== undefined && isLandmark(last.level) && !has.has('road') && !has.has('lane')) {
    return { kind: 'landmark', text: last.text, from: last.from, to: last.to }
  }
  return last === undefined ? { kind: 'missing', missing } : { kind: 'missing', last, missing }
}

const isLandmark = (level: AddressLevel): boolean => level === 'landmark' || level === 'tower'

function nextLevel(has: Levels, last: AddressPart | undefined, asked: AddressOptions): MissingLevel {
  if (has.has('school') && asked.schoolDepartment === 'required') return 'class'
  if (has.has('road') || has.has('lane')) return 'number'
  if (has.has('building') || has.has('floor') || has.has('unit'))
    return holds(has, roomPlaces) ? 'room' : 'road'
  if (has.has('estate')) return 'building-number'
  if (has.has('village') || has.has('group') || has.has('school')) return 'number'
  if (has.has('tower')) return 'room'
  if (has.has('zone') || has.has('community')) return 'road'
  return last?.level === 'town' && !urbanTown.test(last.text) ? 'village' : 'road'
}

/** A sub-district of a city has roads, a town or township has villages. */
const urbanTown = /[办辦]|街道$/u

const holds = (has: Levels, levels: LevelList): boolean => levels.some((level) => has.has(level))

function count(tokens: readonly Token[], level: AddressLevel): number {
  let found = 0
  for (const token of tokens) if (token.level === level) found++
  return found
}

function lastOf(tokens: readonly Token[], order: readonly AddressLevel[]): Token | undefined {
  for (const level of order) {
    const found = tokens.findLast((token) => token.level === level)
    if (found !== undefined) return found
  }
  return undefined
}

function partOf(text: string, token: Token | undefined): AddressPart | undefined {
  if (token === undefined || token.level === 'name') return undefined
  return { level: token.level, text: text.slice(token.from, token.to), from: token.from, to: token.to }
}

function regionPart(text: string, region: RegionReach): AddressPart | undefined {
  if (region.end === 0) return undefined
  const level = region.county !== undefined ? 'county' : region.city !== undefined ? 'city' : 'province'
  return { level, text: text.slice(0, region.end), from: 0, to: region.end }
}

/** From the first to the last part of a level. */
function stretchOf(text: string, tokens: readonly Token[], level: AddressLevel) {
  const from = tokens.find((token) => token.level === level)?.from
  const to = tokens.findLast((token) => token.level === level)?.to
  return from === undefined || to === undefined ? undefined : { text: text.slice(from, to), from, to }
}
