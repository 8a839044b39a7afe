// Findings that the user has looked at and set aside, in the draft itself and with a reason.
//   # beian-check-ignore RULE: reason         for the value on this line, or on the next one
//   # beian-check-ignore-file RULE: reason    for the whole file
//   "x-beian-check-ignore": [{ "rule": …, "path": …, "reason": … }]    in JSON, which has no comments
import type { Path } from '../draft/field.ts'
import type { RawDocument } from '../draft/read.ts'
import type { Place } from './finding.ts'
import type { Source } from './rule.ts'

/** One thing to ignore. */
export interface Ignore {
  readonly rule: string
  readonly reason: string
  /** Where it stands, for messages about it. */
  readonly document: number
  readonly at: Place
  /** Whether a finding is meant. `line` is where the finding begins, from 1. */
  covers(finding: { readonly document: number; readonly line: number; readonly path: Path }): boolean
}

const MARK = 'beian-check-ignore'
const KEY = `x-${MARK}`

/** What of a file is to be ignored; an empty list for nearly every file. */
export function ignoresOf(text: string, comments: boolean, documents: readonly RawDocument[]): Ignore[] {
  if (!text.includes(MARK)) return []
  return [...(comments ? inComments(text) : []), ...documents.flatMap((entry) => [...inKeys(entry)])]
}

/** The rules, separated by commas, then a colon and the reason. */
const comment = /(?:^|\s)#[ \t]*beian-check-ignore(-file)?(?![\w-])[ \t]*([\w/, -]*)(?:[:：][ \t]*(.*))?$/

function* inComments(text: string): Generator<Ignore> {
  const lines = text.split('\n')
  let from = 0
  for (const [index, line] of lines.entries()) {
    const found = line.includes(MARK) ? comment.exec(line.replace(/\r$/, '')) : null
    if (found !== null) {
      const alone = line.slice(0, found.index).trim() === ''
      const target = alone ? nextValue(lines, index) : index + 1
      const start = from + line.indexOf('#', found.index)
      const at: Place = { path: [], offsets: [start, from + line.trimEnd().length] }
      const covers: Ignore['covers'] = (finding) => found[1] !== undefined || finding.line === target
      const names = (found[2] ?? '').split(',').map((name) => name.trim())
      for (const rule of names) yield { rule, reason: (found[3] ?? '').trim(), document: 0, at, covers }
    }
    from += line.length + 1
  }
}

/** The next line (from 1) that holds a value, past comments and blank lines. */
function nextValue(lines: readonly string[], from: number): number {
  for (let index = from + 1; index < lines.length; index++) {
    if (!/^\s*(?:#.*)?$/.test(lines[index] ?? '')) return index + 1
  }
  return from + 2
}

function* inKeys({ document, value }: RawDocument): Generator<Ignore> {
  if (typeof value !== 'object' || value === null || !(KEY in value)) return
  const written: unknown = Reflect.get(value, KEY)
  const entries: unknown[] = Array.isArray(written) ? written : [written]
  for (const [index, entry] of entries.entries()) {
    const text = (name: string): string => {
      const own: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined
      return typeof own === 'string' ? own.trim() : ''
    }
    const wanted = text('path')
    const at: Place = { path: Array.isArray(written) ? [KEY, index] : [KEY] }
    const covers: Ignore['covers'] = (finding) =>
      finding.document === document && (wanted === '' || isBelow(finding.path.join('.'), wanted))
    yield {
      rule: typeof entry === 'string' ? entry : text('rule'),
      reason: text('reason'),
      document,
      at,
      covers,
    }
  }
}

const isBelow = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`)

/** Where the rule about ignores has its facts from: itself. */
export const ownSource: Source = {
  title: { zh: 'beian-check 使用说明', en: 'beian-check, manual' },
  year: 2026,
}
