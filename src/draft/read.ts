// Text to plain values, fast. All scalars come out as text: a filing has no numbers, and the last digit counts.
// js-yaml reads values about ten times faster than `yaml`, which keeps positions; where the two could differ,
// and for every syntax error, `yaml` reads instead. A property test compares the two readers.
import { FAILSAFE_SCHEMA, loadAll, Type } from 'js-yaml'
import type { SyntaxProblem } from './syntax.ts'

/** How the text of a file is to be read. `lines` is NDJSON: a draft a line. */
export type Format = 'yaml' | 'json' | 'lines'

/** One draft of a file as the user wrote it: plain objects, lists, texts and null. */
export interface RawDocument {
  /** Number of the draft in its file, from 0. */
  readonly document: number
  readonly value: unknown
}

export interface ReadResult {
  readonly format: Format
  readonly documents: readonly RawDocument[]
  readonly problems: readonly SyntaxProblem[]
}

/** YAML's merge key `<<`, the one thing beyond plain texts that stored drafts use. */
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data: unknown) => data === '<<',
})
const schema = FAILSAFE_SCHEMA.extend({ implicit: [merge] })

/**
 * What only `yaml` reads by the standard: directives, complex keys, tags, a dash with nothing behind it, and quoted
 * texts over several lines.
 * Found by comparing both readers over generated texts; the property test keeps the list true.
 */
const needsExactReader =
  /^(?:%|[ \t]*(?:- )*\? |[ \t]*\?$|[ \t]*(?:-[ \t]+)*-[ \t]*(?:#[^\n]*)?$)|(?:^|[\s[{,:-])!|^[^#\n]*(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*)\\?$/m

/** The format that a file's name promises; a name that promises nothing is looked into. */
export function formatOf(path: string, text: string): Format {
  const lower = path.toLowerCase()
  if (lower.endsWith('.json')) return 'json'
  if (lower.endsWith('.ndjson') || lower.endsWith('.jsonl')) return 'lines'
  if (lower.endsWith('.yaml') || lower.endsWith('.yml')) return 'yaml'
  return looksLikeJson(text) ? 'json' : 'yaml'
}

function looksLikeJson(text: string): boolean {
  if (!/^[\s\uFEFF]*[{[]/.test(text)) return false
  try {
    JSON.parse(withoutBom(text))
    return true
  } catch {
    return false
  }
}

const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

/**
 * Reads the drafts of one file.
 * @param text the whole file, decoded; a byte order mark may be there.
 * @returns the drafts that could be read, and a problem for each that could not. Never throws on bad input.
 */
export async function readText(text: string, format: Format): Promise<ReadResult> {
  if (withoutBom(text).trim() === '') {
    const nothing = { document: 0, cause: 'empty', from: 0, to: 0, near: '' } as const
    return { format, documents: [], problems: [nothing] }
  }
  if (format === 'lines') return readLines(text)
  if (format === 'json') return readJson(text)
  return readYaml(text)
}

/** Strings, with the colon behind a key, and what stands between strings as digits. */
const jsonToken = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*/g

/**
 * JSON values with numbers as they are written, or undefined when the text is not JSON.
 * `duplicates` tells that an object holds a key twice, which JSON.parse hides.
 */
function parseJson(text: string): { value: unknown; duplicates: boolean } | undefined {
  try {
    let keys = 0
    let numbers = false
    for (const token of text.matchAll(jsonToken)) {
      if (token[1] !== undefined) keys += 1
      else if (!token[0].startsWith('"')) numbers = true
    }
    let value: unknown = JSON.parse(text)
    if (numbers)
      value = JSON.parse(text.replace(jsonToken, (token) => (token.startsWith('"') ? token : `"${token}"`)))
    return { value, duplicates: keys !== countKeys(value) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function countKeys(root: unknown): number {
  let keys = 0
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    const inner = Object.values(value)
    if (!Array.isArray(value)) keys += inner.length
    for (const item of inner) if (typeof item === 'object' && item !== null) open.push(item)
  }
  return keys
}

async function readJson(text: string): Promise<ReadResult> {
  const body = withoutBom(text)
  const parsed = parseJson(body)
  if (parsed === undefined || parsed.duplicates) {
    const { explainJson } = await import('./syntax.ts')
    return { format: 'json', documents: [], problems: explainJson(body, text.length - body.length, 0) }
  }
  const values: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  return { format: 'json', documents: values.map((value, document) => ({ document, value })), problems: [] }
}

async function readLines(text: string): Promise<ReadResult> {
  const documents: RawDocument[] = []
  const problems: SyntaxProblem[] = []
  let offset = 0
  let document = 0
  for (const line of text.split('\n')) {
    const body = offset === 0 ? withoutBom(line) : line
    if (body.trim() !== '') {
      const parsed = parseJson(body)
      if (parsed === undefined || parsed.duplicates) {
        const { explainJson } = await import('./syntax.ts')
        problems.push(...explainJson(body, offset + line.length - body.length, document))
      } else documents.push({ document, value: parsed.value })
      document += 1
    }
    offset += line.length + 1
  }
  return { format: 'lines', documents, problems }
}

async function readYaml(text: string): Promise<ReadResult> {
  const fast = needsExactReader.test(text) ? undefined : fastYaml(withoutBom(text))
  if (fast !== undefined) return { format: 'yaml', documents: numbered(fast), problems: [] }
  const { exactYaml } = await import('./exact.ts')
  const { values, problems } = exactYaml(text)
  return { format: 'yaml', documents: numbered(values), problems }
}

function fastYaml(text: string): unknown[] | undefined {
  try {
    return loadAll(text, null, { schema })
  } catch {
    return undefined
  }
}

/** Numbers the drafts. A top-level list holds a draft an item; documents with nothing in them hold none. */
function numbered(values: readonly unknown[]): RawDocument[] {
  const single = values.length === 1 ? values[0] : undefined
  if (Array.isArray(single)) return single.map((value, document) => ({ document, value }))
  const documents = values.map((value, document) => ({ document, value }))
  const filled = documents.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return filled.length > 0 || documents.length === 0 ? filled : documents.slice(0, 1)
}
