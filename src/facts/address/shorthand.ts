// Finds dashes and # that stand for building, unit and room: 42-2-1, 5#2-301, 3幢1-502. Reviewers refuse them
// (hosts' notes since 2010); the pairs of shop fronts and doors (169号15-19, 18-2号, B12-3铺) are ordinary.
import type { NumberGroups, Stretch, Token } from './levels.ts'
import { isDigit } from './lexicon.ts'

export interface Shorthand extends Stretch {
  /** How it is probably meant, in words: 42号楼2单元1室. Absent when there are several readings. */
  readonly expanded?: string
}

/** Bare, or behind these, three numbers are building, unit and room. */
const doorMeasures = new Set(['', '号', '室', '房', '户'])

/**
 * @param text the folded address
 * @param tokens what was read from it
 * @param floorAndFlat two numbers behind a building are floor and flat, as in 重庆
 */
export function findShorthand(
  text: string,
  tokens: readonly Token[],
  floorAndFlat: boolean,
): Shorthand | undefined {
  const index = tokens.findIndex(
    (token, i) => token.measure === '#' || isDashed(text, token, tokens[i - 1], floorAndFlat),
  )
  const token = tokens[index]
  if (token === undefined) return undefined
  if (token.measure === '#') return expandSign(text, tokens, index)
  return { ...stretch(text, token.from, token.to), ...expand(text, token.groups ?? [], tokens[index - 1]) }
}

function isDashed(text: string, token: Token, before: Token | undefined, floorAndFlat: boolean): boolean {
  const { groups } = token
  if (
    groups === undefined ||
    groups.length < 2 ||
    token.level === 'note' ||
    !doorMeasures.has(token.measure ?? '号')
  )
    return false
  const [first, second, third] = groups.map(([from, to]) => text.slice(from, to))
  if (first === undefined || second === undefined) return false
  const joiner = text[groups[0]?.[1] ?? 0]
  if (!isDigit(first.charCodeAt(0)) || (joiner !== '-' && joiner !== '/')) return false
  if (third !== undefined) return first.length < 3
  if (joiner === '/') return false
  if (token.measure !== '' || floorAndFlat || first.length > 2) return false
  if (before?.level === 'building' || before?.level === 'unit' || before?.level === 'estate') return true
  return second.length >= 3
}

function expandSign(text: string, tokens: readonly Token[], index: number): Shorthand {
  const sign = tokens[index]
  if (sign === undefined) return stretch(text, 0, 0)
  const number = text.slice(sign.from, sign.to - 1)
  const next = tokens[index + 1]
  const joined = next?.measure === '' && next.from <= sign.to + 1 ? next : undefined
  if (joined === undefined) {
    const before = tokens[index - 1]?.level
    return {
      ...stretch(text, sign.from, sign.to),
      expanded: `${number}${before === 'road' || before === 'lane' ? '号' : '号楼'}`,
    }
  }
  const rest = (joined.groups ?? []).map(([from, to]) => text.slice(from, to))
  const whole = stretch(text, sign.from, joined.to)
  const expanded = inWords([number, ...rest])
  return expanded === undefined ? whole : { ...whole, expanded }
}

function expand(text: string, groups: NumberGroups, before: Token | undefined): { expanded?: string } {
  const numbers = groups.map(([from, to]) => text.slice(from, to))
  const [first, second] = numbers
  // Behind a building 2-301 is unit and room; 9-5 may as well be floor and flat.
  if (numbers.length === 2 && before?.level === 'building')
    return (second ?? '').length > 2 ? { expanded: `${first}单元${second}室` } : {}
  if (numbers.length === 2 && before?.level === 'unit') return {}
  if (numbers.length === 2 && before?.level !== 'estate') return {}
  const expanded = inWords(numbers)
  return expanded === undefined ? {} : { expanded }
}

function inWords(numbers: readonly string[]): string | undefined {
  const [building, middle, room] = numbers
  if (numbers.length === 2) return `${building}号楼${middle}室`
  if (numbers.length === 3) return `${building}号楼${middle}单元${room}室`
  return undefined
}

const stretch = (text: string, from: number, to: number): Stretch => ({
  text: text.slice(from, to),
  from,
  to,
})
