// The reader: walks an address once, left to right, and says which stretch is which level.
import type { AddressLevel, Token } from './levels.ts'
import { isDigit, isLetter, isNumeral, isSeparator, longestAt, tables, type Word } from './lexicon.ts'
import { isNameEnd, readName, vagueAt } from './names.ts'
import { type NumberReading, readNumber } from './numbers.ts'
import { siteEnd } from './site.ts'

type Level = Token['level']
type Levels = ReadonlySet<Level | undefined>

const roads: Levels = new Set<Level>(['road', 'lane'])
/** Levels inside a building: a number behind one of these is a room. */
const inside: Levels = new Set<Level>(['building', 'unit', 'floor', 'room'])
/** Where a bare number followed by more characters starts a name: 798艺术区. */
const openForName: Levels = new Set<Level | undefined>([
  undefined,
  'county',
  'town',
  'community',
  'zone',
  'name',
  'school',
  'landmark',
  'vague',
])
/** A level word directly behind one of these continues it: 中关村|大街 is one road. */
const continuable: Levels = new Set<Level>([
  'village',
  'zone',
  'road',
  'lane',
  'estate',
  'tower',
  'school',
  'landmark',
  'community',
  'name',
  'county',
])
/** A number of these kinds directly behind an unexplained name is its end: 临沂|第一中学. */
const extensible: Levels = new Set<Level>(['village', 'estate', 'landmark', 'school'])
/** What a bare number means behind these levels. */
const bareMeanings: Partial<Record<Level, AddressLevel>> = {
  road: 'number',
  lane: 'number',
  village: 'number',
  group: 'number',
  community: 'number',
  zone: 'number',
  town: 'number',
  tower: 'room',
  building: 'room',
  unit: 'room',
  floor: 'room',
  room: 'room',
  number: 'room',
  landmark: 'room',
  department: 'room',
  'post-box': 'post-box',
  vague: 'number',
}

/**
 * Reads the detail part of an address.
 * @param text the folded address
 * @param from where the detail starts: behind the region prefix
 * @returns the parts in order, also names that no level word explains; offsets are into `text`
 */
export function readTokens(text: string, from: number): Token[] {
  const tokens: Token[] = []
  const end = text.length
  let at = from
  while (at < end) {
    if (isSeparator(text.charCodeAt(at)) || isConjunction(text, at, tokens)) at++
    else
      at =
        readSite(text, at, tokens) ||
        readSide(text, at, tokens) ||
        readNumbered(text, at, end, tokens) ||
        readNamed(text, at, at, end, tokens)
  }
  return tokens
}

/** 人民路与中山路: the 与 belongs to neither name. */
const isConjunction = (text: string, at: number, tokens: readonly Token[]): boolean =>
  text[at] === '与' && tokens.at(-1)?.to === at

/** The flat to one side of a landing, at the end of an address: 5层东门, 3层东, 2单元左. */
function readSide(text: string, at: number, tokens: Token[]): number {
  const before = tokens.at(-1)
  if (before?.to !== at || (before.level !== 'floor' && before.level !== 'unit')) return 0
  if (!/^[东西南北中左右](?:门|手|边|侧)?$/.test(text.slice(at, at + 3))) return 0
  tokens.push({ level: 'room', from: at, to: text.length })
  return text.length
}

function readSite(text: string, at: number, tokens: Token[]): number {
  const to = isLetter(text.charCodeAt(at)) ? siteEnd(text, at) : 0
  if (to > 0) tokens.push({ level: 'site', from: at, to })
  return to
}

function readNumbered(text: string, at: number, end: number, tokens: Token[]): number {
  const before = tokens.at(-1)
  const reading = readNumber(text, at, { end, afterRoad: roads.has(before?.level) })
  if (reading === undefined) return 0
  if (reading.level === undefined && opensName(text, reading.to, end) && openForName.has(before?.level)) {
    return readNamed(text, at, reading.to, end, tokens)
  }
  const level = numberLevel(text, at, reading, before)
  if (level === 'unit' && before?.level === 'floor' && before.measure === '楼') before.level = 'building'
  const { measure, groups, to } = reading
  if (before !== undefined && isContinuedBy(before, at, level)) {
    tokens[tokens.length - 1] = { level, from: before.from, to }
  } else {
    tokens.push({ level, from: at, to, measure, groups })
  }
  return to
}

/** 经|七路 and 中关村|三路 are one name; 阳光花园|3栋 are two parts. */
function isContinuedBy(before: Token, at: number, level: Level): boolean {
  if (before.to !== at || before.measure !== undefined) return false
  if (level === 'road') return continuable.has(before.level)
  return before.level === 'name' && extensible.has(level)
}

function numberLevel(
  text: string,
  at: number,
  reading: NumberReading,
  before: Token | undefined,
): AddressLevel {
  const previous = before?.level
  const { level, groups } = reading
  if (previous === 'post-box' && (level === 'number' || level === undefined)) return 'post-box'
  if (level === 'number' && reading.measure === '号' && inside.has(previous)) return 'room'
  if (level !== undefined) return level
  if (before?.measure === undefined && before?.to === at && isHighway(text, before)) return 'road'
  const first = groups[0]
  const digits = first === undefined ? 0 : countDigits(text, first[0], first[1])
  if (digits > 5) return 'note'
  if (previous === 'estate' || previous === 'school' || previous === 'name') {
    const whole = groups.length === 1 && digits < 3
    return whole ? (previous === 'name' ? 'number' : 'building') : 'room'
  }
  return bareMeanings[previous ?? 'note'] ?? 'number'
}

/** 国道107 is the name of a road, not a door. */
const isHighway = (text: string, { level, to }: Token): boolean =>
  level === 'road' && text[to - 1] === '道' && '国省县乡'.includes(text.charAt(to - 2))

function countDigits(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (isDigit(text.charCodeAt(at))) count++
  return count
}

const opensName = (text: string, at: number, end: number): boolean =>
  at < end && !isSeparator(text.charCodeAt(at)) && text[at] !== '#' && vagueAt(text, at, end) === 0

function readNamed(text: string, at: number, scanFrom: number, end: number, tokens: Token[]): number {
  const before = tokens.at(-1)
  const touching = before?.to === at ? before : undefined
  if (at === scanFrom) {
    const vague = before === undefined ? wholeVague(text, at, end) : vagueAt(text, at, end)
    if (vague > 0) {
      tokens.push({ level: 'vague', from: at, to: at + vague })
      return at + vague
    }
    const grown = touching === undefined ? 0 : growName(text, at, end, touching)
    if (grown > 0) return grown
  } else if (touching?.level === 'name') {
    tokens.pop()
    const { level, to } = readName(text, touching.from, scanFrom, end)
    tokens.push({ level, from: touching.from, to })
    return to
  }
  const { level, to } = readName(text, at, scanFrom, end)
  const campus = text.slice(at, to).endsWith('校区')
  tokens.push({ level: campus ? level : departmentOf(before, level), from: at, to })
  return to
}

/** At the very start a vague word counts only when it is all there is: 对面山村 is a village. */
function wholeVague(text: string, at: number, end: number): number {
  const length = vagueAt(text, at, end)
  return at + length >= end ? length : 0
}

/** A second 学院 behind a university is its department; a campus (校区) is not. */
const departmentOf = (before: Token | undefined, level: Level): Level =>
  before?.level === 'school' && (level === 'school' || level === 'name') ? 'department' : level

/** Lets a level word without a name of its own continue the part before; returns the new end, 0 when it does not. */
function growName(text: string, at: number, end: number, before: Token): number {
  if (before.level === 'town') return growTown(text, at, end, before)
  if (before.measure !== undefined || !continuable.has(before.level)) return 0
  const word = longestAt(tables().names, text, at, end)
  if (word !== undefined && continues(before.level, word)) {
    const to = at + word.text.length
    if (!word.weak || isNameEnd(text, to, end)) {
      before.level = word.level
      before.to = to
      return to
    }
  }
  return growByDirection(text, at, end, before)
}

/** 文三路|电脑城 and 清华大学|图书馆 are two parts, 人民路|街道 and 科技路|小区 are one. */
function continues(level: Level, word: Word): boolean {
  if (word.level === 'department' || word.level === 'class') return false
  const apart = word.level === 'tower' || word.level === 'landmark' || word.level === 'zone'
  return level !== 'road' || !apart || word.text.length === 1
}

/** 杨镇|街道, 杨镇|路: but a 新村 or 大街 of a town is a part of its own. */
function growTown(text: string, at: number, end: number, before: Token): number {
  const word = longestAt(tables().names, text, at, end)
  if (word === undefined || (word.weak && !isNameEnd(text, at + word.text.length, end))) return 0
  const to = at + word.text.length
  const level = word.level
  if (level === 'town' || word.text.length === 1) {
    before.level = level
    before.to = to
    return to
  }
  return 0
}

/** 中关村|南大街, 中关村|东二路: directions and numerals between a name and a road word belong to the road. */
function growByDirection(text: string, at: number, end: number, before: Token): number {
  let word = at
  while (word < at + 3 && isOrdinal(text[word])) word++
  if (word === at) return 0
  const road = longestAt(tables().names, text, word, end)
  if (road?.level !== 'road') return 0
  const to = word + road.text.length
  if (road.weak && !isNameEnd(text, to, end)) return 0
  before.level = 'road'
  before.to = to
  return to
}

const isOrdinal = (character: string | undefined): boolean =>
  character !== undefined && ('东西南北中前后上下内外新老'.includes(character) || isNumeral(character))
