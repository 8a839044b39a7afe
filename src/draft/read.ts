// Text to plain values, fast. All scalars come out as text: a filing has no numbers, and the last digit counts.
// Most drafts are plain enough for the reader in plain.ts. js-yaml reads the others, about ten times faster than `yaml`,
// which keeps positions; where the two could differ, and for every syntax error, `yaml` reads instead. A property test
// compares the readers.
import { scanJson } from './json-scan.ts'
import { MAX_DEPTH } from './limits.ts'
import { plainValues } from './plain.ts'
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

/** The format that a file's name promises; a name that promises nothing is looked into. */
export function formatOf(path: string, text: string): Format {
  const lower = path.toLowerCase()
  if (lower.endsWith('.json')) return 'json'
  if (lower.endsWith('.ndjson') || lower.endsWith('.jsonl')) return 'lines'
  if (lower.endsWith('.yaml') || lower.endsWith('.yml')) return 'yaml'
  return looksLikeJson(text) ? 'json' : looksLikeLines(text) ? 'lines' : 'yaml'
}

/** Whether a line holds a draft as JSON, or would but for a slip. Flow style and JSON over several lines are none. */
export const isDraftLine = (line: string): boolean =>
  /^\{.*\}\s*$/.test(line) && (looksLikeJson(line) || /^\{\s*"/.test(line))

/** A draft a line, and a second one: no YAML is like that. */
function looksLikeLines(text: string): boolean {
  const lines = withoutBom(text).trimStart()
  const end = lines.indexOf('\n')
  return end > 0 && lines.slice(end).trimStart().startsWith('{') && isDraftLine(lines.slice(0, end))
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

/** What of a file of a draft a line is to be read. */
export interface Part {
  /** Tells the drafts that need be read; all of them unless given. */
  readonly isWanted?: (document: number) => boolean
  /** The text is a piece of the file: no draft need begin in it. */
  readonly isPiece?: boolean
}

/**
 * Reads the drafts of one file.
 * @param text the whole file, decoded; a byte order mark may be there.
 * @param part what of a file of a draft a line is to be read
 * @returns the drafts that could be read, and a problem for each that could not. Never throws on bad input.
 */
export async function readText(
  text: string,
  format: Format,
  { isWanted, isPiece = false }: Part = {},
): Promise<ReadResult> {
  // A byte order mark is a blank too.
  if (text.trim() === '') {
    if (isPiece) return { format, documents: [], problems: [] }
    return { format, documents: [], problems: [nothing('')] }
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    const problem = { document: 0, cause: 'nulByte', from: nul, to: nul + 1, near: '' } as const
    return { format, documents: [], problems: [problem] }
  }
  if (format === 'lines') return readLines(text, isWanted)
  const result = await (format === 'json' ? readJson(text) : readYaml(text))
  // A list of drafts that are still to come.
  return result.documents.length + result.problems.length > 0
    ? result
    : { ...result, problems: [nothing('[]')] }
}

/** What is to be said of a file in which there is no draft. */
const nothing = (near: string): SyntaxProblem => ({ document: 0, cause: 'empty', from: 0, to: 0, near })

/** What came of a text of JSON. `duplicates`: an object holds a key twice, which JSON.parse hides. */
type Parsed = { readonly value: unknown } | 'notJson' | 'duplicates' | 'tooDeep'

/** JSON values with numbers as they are written. */
function parseJson(text: string): Parsed {
  try {
    const plain: unknown = JSON.parse(text)
    const { keys, quoted } = scanJson(text)
    const value: unknown = quoted === undefined ? plain : JSON.parse(quoted)
    const shape = shapeOf(value)
    if (shape.depth > MAX_DEPTH) return 'tooDeep'
    return keys === shape.keys ? { value } : 'duplicates'
  } catch (error) {
    if (error instanceof SyntaxError) return 'notJson'
    throw error
  }
}

/** Counts keys and levels without calling itself: the values may lie any number of levels deep. */
function shapeOf(root: unknown): { keys: number; depth: number } {
  let keys = 0
  let depth = 0
  let level: unknown[] = [root]
  while (level.length > 0) {
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      const inner = Object.values(value)
      if (!Array.isArray(value)) keys += inner.length
      for (const item of inner) if (typeof item === 'object' && item !== null) next.push(item)
    }
    depth += 1
    level = next
  }
  return { keys, depth }
}

/** Why a text of JSON gives no values. `shift` is where it begins in its file. */
async function jsonProblems(
  text: string,
  why: Exclude<Parsed, object>,
  shift: number,
  document: number,
): Promise<SyntaxProblem[]> {
  if (why === 'tooDeep') return [{ document, cause: 'tooDeep', from: shift, to: shift, near: '' }]
  const { explainJson } = await import('./syntax.ts')
  return explainJson(text, shift, document)
}

async function readJson(text: string): Promise<ReadResult> {
  const body = withoutBom(text)
  const parsed = parseJson(body)
  if (typeof parsed === 'string') {
    const problems = await jsonProblems(body, parsed, text.length - body.length, 0)
    return { format: 'json', documents: [], problems }
  }
  const values: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  return { format: 'json', documents: values.map((value, document) => ({ document, value })), problems: [] }
}

async function readLines(text: string, isWanted?: (document: number) => boolean): Promise<ReadResult> {
  const documents: RawDocument[] = []
  const problems: SyntaxProblem[] = []
  let offset = 0
  let document = 0
  for (const line of text.split('\n')) {
    const body = offset === 0 ? withoutBom(line) : line
    if (body.trim() !== '') {
      const parsed = (isWanted?.(document) ?? true) ? parseJson(body) : undefined
      if (typeof parsed === 'string')
        problems.push(...(await jsonProblems(body, parsed, offset + line.length - body.length, document)))
      else if (parsed !== undefined) documents.push({ document, value: parsed.value })
      document += 1
    }
    offset += line.length + 1
  }
  return { format: 'lines', documents, problems }
}

async function readYaml(text: string): Promise<ReadResult> {
  const plain = plainValues(text)
  if (plain !== undefined) return { format: 'yaml', documents: numbered([plain.value]), problems: [] }
  const { fastYaml } = await import('./fast-yaml.ts')
  const fast = fastYaml(withoutBom(text))
  if (!Array.isArray(fast) && fast?.deepAt !== undefined) {
    const from = fast.deepAt + text.length - withoutBom(text).length
    return {
      format: 'yaml',
      documents: [],
      problems: [{ document: 0, cause: 'tooDeep', from, to: from, near: '' }],
    }
  }
  if (Array.isArray(fast)) return await yamlOf(text, fast)
  const { exactYaml } = await import('./exact.ts')
  const { values, problems } = exactYaml(text)
  if (problems.length > 0) return { format: 'yaml', documents: [], problems }
  // Comments alone are an empty draft, not none.
  return await yamlOf(text, values.length > 0 ? values : [null])
}

/** What a YAML text holds. A draft is no plain text: one that begins like a key has a colon that is none. */
async function yamlOf(text: string, values: readonly unknown[]): Promise<ReadResult> {
  const plain = values.findIndex((value) => typeof value === 'string' && /^[^\s:：]{1,24}[:：]/.test(value))
  if (plain < 0) return { format: 'yaml', documents: numbered(values), problems: [] }
  const { explainPlainText } = await import('./syntax.ts')
  const problem = explainPlainText(text, plain)
  if (problem === undefined) return { format: 'yaml', documents: numbered(values), problems: [] }
  return { format: 'yaml', documents: [], problems: [problem] }
}

/** Numbers the drafts. A top-level list holds a draft an item; documents with nothing in them hold none. */
function numbered(values: readonly unknown[]): RawDocument[] {
  const single = values.length === 1 ? values[0] : undefined
  if (Array.isArray(single)) return single.map((value, document) => ({ document, value }))
  const documents = values.map((value, document) => ({ document, value }))
  const filled = documents.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return filled.length > 0 || documents.length === 0 ? filled : documents.slice(0, 1)
}
