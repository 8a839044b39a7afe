// Findings that the user has looked at and set aside, in the draft itself and with a reason.
//   # beian-check-ignore RULE: reason         for the value on this line, or on the next one
//   # beian-check-ignore-file RULE: reason    for the whole file
//   "x-beian-check-ignore": [{ "rule": …, "path": …, "reason": … }]    in JSON, which has no comments
import type { Comment } from '../draft/comments.ts'
import type { RawDocument } from '../draft/read.ts'
import type { Place } from './finding.ts'
import type { LocatedFinding } from './report.ts'
import type { Source } from './rule.ts'

/** One thing to ignore. */
export interface Ignore {
  readonly rule: string
  readonly reason: string
  /** Where it stands, for messages about it. */
  readonly document: number
  readonly at: Place
  /** Whether a finding is meant. `line` is where the finding begins, from 1. */
  covers(finding: Pick<LocatedFinding, 'document' | 'line' | 'path' | 'at'>): boolean
}

const MARK = 'beian-check-ignore'
const KEY = `x-${MARK}`

/** What of a file is to be ignored; an empty list for nearly every file. */
export async function ignoresOf(
  text: string,
  comments: boolean,
  documents: readonly RawDocument[],
): Promise<Ignore[]> {
  if (!text.includes(MARK)) return []
  const written = documents.flatMap((entry) => [...inKeys(entry)])
  if (!comments) return written
  const { commentsOf } = await import('../draft/comments.ts')
  return [...commentsOf(text).flatMap((comment) => [...inComment(comment)]), ...written]
}

/** The rules, separated by commas, then a colon and the reason. */
const pattern = /^#[ \t]*beian-check-ignore(-file)?(?![\w-])[ \t]*([\w/, -]*)(?:[:：][ \t]*(.*))?$/

function* inComment({ text, from, to, document, lines: [first, last] }: Comment): Generator<Ignore> {
  const found = pattern.exec(text)
  if (found === null) return
  const [, whole, names = '', reason = ''] = found
  const at: Place = { path: [], offsets: [from, to] }
  const covers: Ignore['covers'] = ({ line }) => whole !== undefined || (first <= line && line <= last)
  for (const name of names.split(','))
    yield { rule: name.trim(), reason: reason.trim(), document, at, covers }
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
    const wanted = text('path').replace(/\[(\d+)\]/g, '.$1')
    const at: Place = { path: Array.isArray(written) ? [KEY, index] : [KEY] }
    const covers: Ignore['covers'] = (finding) =>
      finding.document === document &&
      (wanted === '' || [finding.path, finding.at.path].some((path) => isBelow(path.join('.'), wanted)))
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
