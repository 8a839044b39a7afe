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
  /** What it covers: lines (from 1) of the file, or a path of its draft and all below it. */
  readonly covers: { readonly lines: readonly [first: number, last: number] } | { readonly path: string }
}

const MARK = 'beian-check-ignore'
const KEY = `x-${MARK}`
const WHOLE_FILE = [1, Number.MAX_SAFE_INTEGER] as const

/** Whether an ignore is for the whole file. */
export const coversFile = (covers: Ignore['covers']): boolean =>
  'lines' in covers && covers.lines === WHOLE_FILE

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
const pattern = /^#[ \t]*beian-check-ignore(-file)?(?![\w-])[ \t]*([\w/,-][\w/, -]*)?(?:[:：](.*))?$/

function* inComment({ text, from, to, document, lines: [first, last] }: Comment): Generator<Ignore> {
  const found = pattern.exec(text)
  if (found === null) return
  const [, whole, names = '', reason = ''] = found
  const at: Place = { path: [], offsets: [from, to] }
  const covers = { lines: whole === undefined ? ([first, last] as const) : WHOLE_FILE }
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
    yield {
      rule: typeof entry === 'string' ? entry : text('rule'),
      reason: text('reason'),
      document,
      at,
      covers: { path: wanted },
    }
  }
}

/** Longer values than this are rare, and searched one by one. */
const FEW_LINES = 100

type Covering = Pick<Ignore, 'rule' | 'document' | 'covers'>

/** Finds the ignore for a finding without going through all of them: a file may hold very many. */
export class IgnoreTable<I extends Covering> {
  readonly #table = new Map<string, I>()
  readonly #long = new Map<string, I>()

  constructor(ignores: readonly I[]) {
    for (const ignore of ignores) {
      const { rule, document, covers } = ignore
      if ('path' in covers) this.#add(this.#table, [rule, document, covers.path], ignore)
      else {
        const [first, last] = covers.lines
        if (last - first > FEW_LINES) this.#add(this.#long, [rule, first, last], ignore)
        else for (let line = first; line <= last; line++) this.#add(this.#table, [rule, line], ignore)
      }
    }
  }

  #add(table: Map<string, I>, key: readonly (string | number)[], ignore: I): void {
    const name = key.join('\n')
    if (!table.has(name)) table.set(name, ignore)
  }

  /** The ignore that a finding is set aside by. */
  find({
    rule,
    line,
    document,
    path,
    at,
  }: Pick<LocatedFinding, 'rule' | 'document' | 'line' | 'path' | 'at'>): I | undefined {
    const onLine = this.#table.get(`${rule}\n${line}`)
    if (onLine !== undefined) return onLine
    for (const ignore of this.#long.values()) {
      const { covers } = ignore
      if (ignore.rule === rule && 'lines' in covers && covers.lines[0] <= line && line <= covers.lines[1])
        return ignore
    }
    for (const steps of [path, at.path]) {
      for (let length = steps.length; length >= 0; length--) {
        const found = this.#table.get(`${rule}\n${document}\n${steps.slice(0, length).join('.')}`)
        if (found !== undefined) return found
      }
    }
    return undefined
  }
}

/** Where the rule about ignores has its facts from: itself. */
export const ownSource: Source = {
  title: { zh: 'beian-check 使用说明', en: 'beian-check, manual' },
  year: 2026,
}
