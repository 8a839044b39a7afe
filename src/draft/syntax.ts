// Says in a webmaster's words why a file cannot be read: where, and what was probably typed.
// The parsers' own messages speak of implicit keys and tokens; here each becomes a cause from a closed list.
import { type ParseError, parse } from 'jsonc-parser'
import type { YAMLError } from 'yaml'
import { isKeyEnd, stringEnd } from './json-scan.ts'

/** Why a text cannot be read. Each has its words in the rule `draft/syntax`. */
export type SyntaxCause =
  | 'empty'
  | 'tab'
  | 'fullWidthColon'
  | 'noSpaceAfterColon'
  | 'noSpaceAfterDash'
  | 'noColon'
  | 'unclosedQuote'
  | 'unclosedBracket'
  | 'fullWidthQuote'
  | 'afterQuote'
  | 'indentation'
  | 'colonInValue'
  | 'duplicateKey'
  | 'badEscape'
  | 'badStart'
  | 'unknownAlias'
  | 'mergeSource'
  | 'tag'
  | 'tooComplex'
  | 'tooDeep'
  | 'nulByte'
  | 'jsonComma'
  | 'jsonTrailingComma'
  | 'jsonQuote'
  | 'jsonComment'
  | 'jsonEnd'
  | 'jsonControl'
  | 'other'

export interface SyntaxProblem {
  /** Number of the draft in its file, from 0. */
  readonly document: number
  readonly cause: SyntaxCause
  /** UTF-16 offsets into the decoded file. */
  readonly from: number
  readonly to: number
  /** The piece of text that the cause is about, short. */
  readonly near: string
  /** Line (from 1) of the other place, for a key that stands twice. */
  readonly otherLine?: number
}

interface Line {
  readonly text: string
  readonly from: number
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line.replace(/\r$/, ''), from })
    from += line.length + 1
  }
  return lines
}

function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Suspect {
  readonly cause: SyntaxCause
  readonly from: number
  readonly to: number
  readonly near: string
}

/** What people type wrong on one line, most telling first. The first group is what stands before the slip. */
const slips: readonly (readonly [SyntaxCause, RegExp])[] = [
  ['tab', /^( *)(\t+)/],
  ['fullWidthColon', /^(\s*(?:- +)?["']?[^\s:：#"'，。]{1,24}["']?\s?)(：)/],
  ['noSpaceAfterColon', /^(\s*(?:- +)?)([A-Za-z]{2,24}:(?!\/\/)[^\s:][^:]*)$/],
  ['noSpaceAfterDash', /^(\s*)(-[^\s:#"'-][^:#]*:(?: .*)?)$/],
  ['noSpaceAfterColon', /^(\s*(?:- +)?)([\u4e00-\u9fff]{1,16}(?:IP)?:[^\s:][^:]*)$/],
]

function slipOn(line: Line | undefined): Suspect | undefined {
  if (line === undefined || /^\s*#/.test(line.text)) return undefined
  for (const [cause, pattern] of slips) {
    const match = pattern.exec(line.text)
    if (match === null) continue
    const from = line.from + (match[1] ?? '').length
    const near = match[2] ?? ''
    return { cause, from, to: from + near.length, near: cause === 'tab' ? '' : line.text.trim() }
  }
  return undefined
}

/**
 * A document that came out as one text, because the colons behind its keys are none to YAML.
 * @returns undefined where the text has no such colon.
 */
export function explainPlainText(text: string, document: number): SyntaxProblem | undefined {
  for (const line of linesOf(text)) {
    const slip = slipOn(line)
    if (slip?.cause === 'fullWidthColon' || slip?.cause === 'noSpaceAfterColon') return { document, ...slip }
  }
  return undefined
}

/** The first quoted text that is still open at the end of its line and never closed on a later one. */
function openQuote(lines: readonly Line[]): Suspect | undefined {
  for (const line of lines) {
    const match = /(?:^|[:,[{-] *)(["'])((?:(?!\1)[^\\]|\\.)*)$/.exec(line.text)
    if (match === null) continue
    const from = line.from + line.text.length - (match[2] ?? '').length - 1
    return {
      cause: 'unclosedQuote',
      from,
      to: line.from + line.text.length,
      near: line.text.slice(from - line.from),
    }
  }
  return undefined
}

const causeOfYamlCode: Readonly<Record<string, SyntaxCause>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indentation',
  BAD_DQ_ESCAPE: 'badEscape',
  BAD_SCALAR_START: 'badStart',
  BAD_ALIAS: 'unknownAlias',
  ALIAS_PROPS: 'unknownAlias',
  BLOCK_AS_IMPLICIT_KEY: 'colonInValue',
  BLOCK_IN_FLOW: 'unclosedBracket',
  MULTILINE_IMPLICIT_KEY: 'noColon',
  TAG_RESOLVE_FAILED: 'tag',
  KEY_OVER_1024_CHARS: 'noColon',
  RESOURCE_EXHAUSTION: 'tooComplex',
}

function causeOfYaml(error: YAMLError): SyntaxCause {
  if (/^Flow (?:sequence|map)/.test(error.message)) return 'unclosedBracket'
  if (error.code === 'MISSING_CHAR') {
    if (/quote/.test(error.message)) return 'unclosedQuote'
    if (/[\]}]/.test(error.message) || /flow/i.test(error.message)) return 'unclosedBracket'
    return 'noColon'
  }
  if (error.code === 'UNEXPECTED_TOKEN' && /scalar|flow-seq|flow-map/.test(error.message)) return 'afterQuote'
  return causeOfYamlCode[error.code] ?? 'other'
}

/**
 * Turns an error of the `yaml` library into a problem with its likely cause.
 * The library points where it gave up; the slip often stands on that line or on one of the two before it.
 */
export function explainYaml(text: string, error: YAMLError, document: number): SyntaxProblem {
  const lines = linesOf(text)
  const at = lineIndexAt(lines, Math.min(error.pos[0], Math.max(0, text.length - 1)))
  const cause = causeOfYaml(error)
  if (cause !== 'unclosedQuote' && cause !== 'badEscape') {
    for (const index of [at, at - 1, at - 2, at + 1]) {
      const slip = slipOn(lines[index])
      if (slip !== undefined) return { document, ...slip }
    }
  }
  if (cause === 'unclosedQuote') {
    const quote = openQuote(lines)
    if (quote !== undefined) return { document, ...quote }
  }
  const crooked = cause === 'noColon' || cause === 'colonInValue' ? crookedLine(lines, at) : undefined
  if (crooked !== undefined) return { document, ...crooked }
  return { document, cause, ...wholeWord(lines[at], error.pos[0]) }
}

const keyAndValue = /^( *(?:- +)?)[^\s#:"'[{][^:]*:(?: |$)/

/**
 * A line that would be read but for its indentation: it goes in below a value, or stands between two levels.
 * Where the library gave up is that line or the value before it.
 */
function crookedLine(lines: readonly Line[], at: number): Suspect | undefined {
  const here = lines[at]
  const next = lines[at + 1]
  const indent = keyAndValue.exec(here?.text ?? '')?.[1]?.length
  if (here === undefined || indent === undefined) return undefined
  const deeper = keyAndValue.exec(next?.text ?? '')?.[1]?.length
  const line = next !== undefined && deeper !== undefined && deeper > indent ? next : here
  if (line === here && here.text.split(': ').length > 2) return undefined
  const near = line.text.trim()
  const from = line.from + line.text.length - line.text.trimStart().length
  return { cause: 'indentation', from, to: from + near.length, near }
}

/** From an offset to the end of what stands there on its line. */
function wholeWord(line: Line | undefined, offset: number): { from: number; to: number; near: string } {
  if (line === undefined) return { from: offset, to: offset, near: '' }
  const inLine = Math.min(Math.max(offset - line.from, 0), line.text.length)
  const rest = line.text.slice(inLine)
  const near = (rest.trim() === '' ? line.text : rest).trim()
  const from = rest.trim() === '' ? line.from + line.text.length - line.text.trimStart().length : offset
  return { from, to: from + near.length, near }
}

/** A key of YAML, at an offset, that stood there before. */
export function duplicateKey(text: string, offset: number, document: number): SyntaxProblem {
  const lines = linesOf(text)
  const index = lineIndexAt(lines, offset)
  const key = /^["']?([^"':\s]+(?: [^"':\s]+)*)/.exec(text.slice(offset, offset + 80))?.[1] ?? ''
  const indent = offset - (lines[index]?.from ?? 0)
  let otherLine: number | undefined
  for (let above = index - 1; above >= 0 && otherLine === undefined; above -= 1) {
    const line = lines[above]
    if (line?.text.slice(indent).replace(/^["']/, '').startsWith(key)) otherLine = above + 1
  }
  const found = { document, cause: 'duplicateKey', from: offset, to: offset + key.length, near: key } as const
  return otherLine === undefined ? found : { ...found, otherLine }
}

// jsonc-parser's ParseErrorCode is a const enum, which isolated modules cannot read; these are its published numbers.
const causeOfJsonCode: Readonly<Record<number, SyntaxCause>> = {
  1: 'jsonQuote',
  3: 'jsonQuote',
  4: 'jsonEnd',
  5: 'noColon',
  6: 'jsonComma',
  7: 'jsonEnd',
  8: 'jsonEnd',
  9: 'jsonEnd',
  10: 'jsonComment',
  11: 'jsonComment',
  12: 'unclosedQuote',
  14: 'badEscape',
  15: 'badEscape',
  16: 'jsonControl',
}

/**
 * Says why a text is not JSON, or which key stands twice.
 * @param shift where the text begins in its file.
 */
export function explainJson(text: string, shift: number, document: number): SyntaxProblem[] {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  } catch (error) {
    // The parser calls itself for every level, and came to the end of the stack.
    if (!(error instanceof RangeError)) throw error
    return [{ document, cause: 'tooDeep', from: shift, to: shift, near: '' }]
  }
  const first = errors[0]
  if (first === undefined) return duplicateJsonKeys(text, shift, document)
  const lines = linesOf(text)
  const offset = Math.min(first.offset, Math.max(text.trimEnd().length - 1, 0))
  const line = lines[lineIndexAt(lines, offset)]
  const before = text.slice(0, first.offset).trimEnd()
  const closing = /^[\]}]/.test(text.slice(first.offset).trimStart())
  let cause = causeOfJsonCode[first.error] ?? 'other'
  if (closing && before.endsWith(',')) cause = 'jsonTrailingComma'
  if (text.slice(first.offset).startsWith('：')) cause = 'fullWidthColon'
  if (/^[“”]/.test(text.slice(first.offset))) cause = 'fullWidthQuote'
  const place =
    cause === 'jsonTrailingComma'
      ? { from: before.length - 1, to: before.length, near: ',' }
      : wholeWord(line, offset)
  return [{ document, cause, ...place, from: place.from + shift, to: place.to + shift }]
}

function duplicateJsonKeys(text: string, shift: number, document: number): SyntaxProblem[] {
  const seen: Map<unknown, number>[] = []
  for (let at = text.search(/["{}]/); at >= 0 && at < text.length; at++) {
    const sign = text[at]
    if (sign === '{') seen.push(new Map())
    else if (sign === '}') seen.pop()
    else if (sign === '"') {
      const end = stringEnd(text, at)
      const keys = seen.at(-1)
      if (keys !== undefined && isKeyEnd(text, end)) {
        const key: unknown = JSON.parse(text.slice(at, end))
        const first = keys.get(key)
        if (first !== undefined) {
          const otherLine = lineIndexAt(linesOf(text), first) + 1
          const [from, to] = [at + shift, end + shift]
          return [{ document, cause: 'duplicateKey', from, to, near: String(key), otherLine }]
        }
        keys.set(key, at)
      }
      at = end - 1
    }
  }
  return [{ document, cause: 'other', from: shift, to: shift, near: '' }]
}
