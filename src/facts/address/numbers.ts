// Reads the numbers of an address with the word behind them: 18号附3号, 甲5号, B座, 二〇一室, 12-3铺, T3航站楼.
import type { AddressLevel, NumberGroups } from './levels.ts'
import {
  isAlphanumeric,
  isDigit,
  isDirection,
  isNameOnly,
  isNumeral,
  isSeparator,
  isStem,
  longestAt,
  tables,
  type Word,
} from './lexicon.ts'

/** A number with its measure; `level` is undefined when it stands bare and only its neighbours can tell. */
export interface NumberReading {
  readonly level: AddressLevel | undefined
  readonly to: number
  readonly groups: NumberGroups
  readonly measure: string
}

/** What the reader knows so far, as far as a number depends on it. */
export interface NumberContext {
  readonly end: number
  /** The part before is a road still waiting for its number: 18号街面房 is then 18号. */
  readonly afterRoad: boolean
}

/** No house number in Chinese characters is longer (一千二百三十四); keeps the scan linear. */
const longestNumeral = 7

/**
 * Reads a number that starts exactly at `at`.
 * @param text the folded address
 * @returns undefined when nothing here can be read as a number
 */
export function readNumber(text: string, at: number, context: NumberContext): NumberReading | undefined {
  const first = text[at]
  if (first === undefined || isNameOnly(text, at)) return undefined
  const next = text.charCodeAt(at + 1)
  if ((isStem(first) || first === '附') && isDigit(next)) return readArabic(text, at, at + 1, context)
  if (first === '第' || first === '负') {
    if (isDigit(next)) return readArabic(text, at, at + 1, context)
    return isNumeral(text[at + 1]) ? readNumeral(text, at, at + 1, context) : undefined
  }
  if (isNumeral(first)) return readNumeral(text, at, at, context)
  if (first === '№') return isDigit(next) ? readArabic(text, at, at + 1, context) : undefined
  if (isAlphanumeric(text.charCodeAt(at))) return readArabic(text, at, skipNumberSign(text, at), context)
  if (first === '#') return { level: 'building', to: at + 1, groups: [], measure: '#' }
  return readDesignator(text, at, context)
}

/** NO.18, No18: the digits behind the sign are the number. */
function skipNumberSign(text: string, at: number): number {
  const head = text.slice(at, at + 2)
  if (head !== 'NO' && head !== 'No' && head !== 'no') return at
  let digits = at + 2
  while (digits < at + 4 && (text[digits] === '.' || text[digits] === ' ')) digits++
  return isDigit(text.charCodeAt(digits)) ? digits : at
}

function readArabic(
  text: string,
  from: number,
  start: number,
  context: NumberContext,
): NumberReading | undefined {
  const groups: [number, number][] = []
  let at = start
  while (at < context.end) {
    const to = groupEnd(text, at)
    if (to === at) break
    groups.push([at === start ? from : at, to])
    at = to
    if (!isJoiner(text, at) || !isAlphanumeric(text.charCodeAt(at + 1))) break
    at++
  }
  const last = groups.at(-1)
  if (last === undefined) return undefined
  at = last[1]
  const floor = text[at - 1] === 'F' || text[at - 1] === 'f'
  if (floor && isDigit(text.charCodeAt(at - 2))) {
    return { level: 'floor', to: at, groups: [...groups.slice(0, -1), [last[0], at - 1]], measure: 'F' }
  }
  const measure = measureAt(text, at, context)
  if (measure !== undefined) return withTail(text, measure, at, groups, context)
  const lettersOnly = !isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(start))
  if (lettersOnly && groups.length === 1 && !isPlainBreak(text, at, context.end)) return undefined
  return { level: undefined, to: at, groups, measure: '' }
}

/** Digits with single letters between or behind (2C15, 12F) and up to two before; three are a name (SOHO). */
function groupEnd(text: string, at: number): number {
  group.lastIndex = at
  return group.test(text) ? group.lastIndex : at
}

const group = /(?:[A-Za-z]{1,2}(?![A-Za-z]))?(?:\d+(?:[A-Za-z](?![A-Za-z])\d+)*(?:[A-Za-z](?![A-Za-z]))?)?/y

const isJoiner = (text: string, at: number): boolean => {
  const character = text[at]
  return (
    character === '-' || character === '~' || character === '/' || character === '之' || character === '至'
  )
}

function readNumeral(
  text: string,
  from: number,
  start: number,
  context: NumberContext,
): NumberReading | undefined {
  let at = start
  const stop = Math.min(context.end, start + longestNumeral)
  while (at < stop && isNumeral(text[at])) at++
  const measure = measureAt(text, at, context)
  if (measure === undefined) return undefined
  const to = at + measure.text.length
  if (tables().loose.has(measure.text)) {
    if (!isPlainBreak(text, to, context.end)) return undefined
  } else if (startsLevelWord(text, to, context.end)) {
    return undefined
  }
  return withTail(text, measure, at, [[from, at]], context)
}

/** 东区, 乙座, 西户: a direction or a stem where a number would stand. 前楼 is a room of a lane house, no floor. */
function readDesignator(text: string, at: number, context: NumberContext): NumberReading | undefined {
  if (!isDirection(text[at]) && !isStem(text[at])) return undefined
  if (longestAt(tables().names, text, at, context.end)?.level === 'room') return undefined
  const measure = measureAt(text, at + 1, context)
  if (measure === undefined) return undefined
  const to = at + 1 + measure.text.length
  const fits = tables().directions.has(measure.text) || (isStem(text[at]) && measure.text.startsWith('号'))
  if (!fits || !isPlainBreak(text, to, context.end)) return undefined
  return { level: measure.level, to, groups: [[at, at + 1]], measure: measure.text }
}

const plainDoor: Word = { text: '号', level: 'number', weak: false }

function measureAt(text: string, at: number, context: NumberContext): Word | undefined {
  const { measures, fragile } = tables()
  const word = longestAt(measures, text, at, context.end)
  if (word === undefined || word.text.length < 2) return word
  const to = at + word.text.length
  if (word.text === '号楼' && '下上顶旁'.includes(text[to] ?? ' ')) return plainDoor
  if (fragile.has(word.text) && (context.afterRoad || !isPlainBreak(text, to, context.end))) return plainDoor
  return word
}

/** The additions behind a door, a floor or a room: 18号附3号, 5号之二, 12楼之1, 18号甲. */
function withTail(
  text: string,
  measure: Word,
  at: number,
  groups: NumberGroups,
  context: NumberContext,
): NumberReading {
  const to = at + measure.text.length
  const { level } = measure
  const hasTail = level === 'number' || level === 'floor' || level === 'room'
  return { level, to: hasTail ? tailEnd(text, to, context.end) : to, groups, measure: measure.text }
}

function tailEnd(text: string, from: number, end: number): number {
  if (isStem(text[from]) && isPlainBreak(text, from + 1, end) && !isDigit(text.charCodeAt(from + 1)))
    return from + 1
  if (text[from] !== '附' && text[from] !== '之') return from
  let at = from + 1
  while (
    at < end &&
    at < from + 1 + longestNumeral &&
    (isAlphanumeric(text.charCodeAt(at)) || isNumeral(text[at]) || text[at] === '-')
  )
    at++
  if (at === from + 1) return from
  return text[at] === '号' && at < end ? at + 1 : at
}

/** Nothing that could be the rest of a name follows. */
export function isPlainBreak(text: string, at: number, end: number): boolean {
  if (at >= end) return true
  const code = text.charCodeAt(at)
  return isSeparator(code) || isAlphanumeric(code) || code === 0x23 || isNumeral(text[at]) || isStem(text[at])
}

const levelStarts = '路街道巷村镇乡桥庄屯里胡坊湾沟营区团'

const startsLevelWord = (text: string, at: number, end: number): boolean =>
  at < end && levelStarts.includes(text.charAt(at))
