// Reads YAML with the `yaml` library: the exact reader, which also keeps positions. Loaded only when needed.
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseAllDocuments, visit } from 'yaml'
import { MAX_DEPTH } from './limits.ts'
import { duplicateKey, explainYaml, type SyntaxProblem } from './syntax.ts'

/** More references than any draft has; beyond that a small file can stand for a huge one. */
const MAX_REFERENCES = 1000

/** The library calls itself for every level, and the process ends when the stack does: far below that, but far above a draft. */
const MOST_OPEN = 500

/** Problems of a file that are told; each looks for its cause in the lines around. */
const MOST_PROBLEMS = 50

/** Parses all documents of a text the way every part of the tool reads YAML; nothing where it is nested too deep for that. */
export function parseDocuments(text: string): Document.Parsed[] {
  if (tooDeepAt(text) !== undefined) return []
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    merge: true,
    keepSourceTokens: false,
    prettyErrors: false,
    strict: true,
    // Warnings would go to standard error, past everything that makes messages.
    logLevel: 'error',
    // The library compares each key with all before it; `judgeShape` looks them up.
    uniqueKeys: false,
  })
  return Array.isArray(parsed) ? parsed : []
}

const opening = /(?:^|[\s[{,:?"'-])([[{])|[\]}]|^(?:[ \t]|[-?:](?=[ \t]))+|^---/gm

/** Where a text has so many levels open, judged by brackets and margins alone, that no parser should walk into it. */
function tooDeepAt(text: string): number | undefined {
  let open = 0
  for (const { 0: found, 1: bracket, index } of text.matchAll(opening)) {
    if (bracket !== undefined) open += 1
    else if (found === ']' || found === '}') open = Math.max(0, open - 1)
    else if (found === '---') open = 0
    else if (found.length > MOST_OPEN) return index
    if (open > MOST_OPEN) return index
  }
  return undefined
}

/**
 * Values and problems of a YAML text.
 * @returns values only when the whole text can be read; otherwise the problems, in words and with their offsets.
 */
export function exactYaml(text: string): { values: unknown[]; problems: SyntaxProblem[] } {
  const deep = tooDeepAt(text)
  if (deep !== undefined)
    return { values: [], problems: [{ document: 0, cause: 'tooDeep', from: deep, to: deep, near: '' }] }
  const documents = parseDocuments(text)
  const problems: SyntaxProblem[] = []
  for (const [index, document] of documents.entries()) {
    const problem = firstProblem(text, document, index)
    if (problem !== undefined) problems.push(problem)
    if (problems.length === MOST_PROBLEMS) break
  }
  const values: unknown[] = []
  for (const [index, document] of problems.length > 0 ? [] : documents.entries()) {
    try {
      values.push(isAlias(document.contents) ? null : document.toJS({ maxAliasCount: MAX_REFERENCES }))
    } catch (error) {
      // The library says so by a ReferenceError: an alias without its anchor, or too many of them.
      const problem =
        error instanceof ReferenceError ? brokenReference(document, index) : badMerge(text, document, index)
      if (problem === undefined) throw error
      problems.push(problem)
    }
  }
  return problems.length > 0 ? { values: [], problems } : { values, problems }
}

function firstProblem(text: string, document: Document.Parsed, index: number): SyntaxProblem | undefined {
  const own = judgeShape(document)
  const [error] = document.errors
  if (error !== undefined && (own === undefined || error.pos[0] < own.from))
    return explainYaml(text, error, index)
  if (own === undefined) return undefined
  if (own.cause === 'duplicateKey') return duplicateKey(text, own.from, index)
  return { document: index, cause: own.cause, from: own.from, to: own.from, near: '' }
}

/** The first key that stands twice, or where there are more levels than a draft may have. */
function judgeShape(
  document: Document.Parsed,
): { cause: 'tooDeep' | 'duplicateKey'; from: number } | undefined {
  let level: unknown[] = [document.contents]
  let twice = Number.POSITIVE_INFINITY
  for (let depth = 1; level.length > 0; depth++) {
    const next: unknown[] = []
    for (const node of level) {
      if (!isMap(node) && !isSeq(node)) continue
      if (depth > MAX_DEPTH) return { cause: 'tooDeep', from: node.range?.[0] ?? 0 }
      if (isSeq(node)) {
        for (const item of node.items) next.push(item)
        continue
      }
      twice = Math.min(twice, repeatedKey(node.items) ?? twice)
      for (const { key, value } of node.items) next.push(key, value)
    }
    level = next
  }
  return Number.isFinite(twice) ? { cause: 'duplicateKey', from: twice } : undefined
}

/** The offset of the first key that is there already. YAML's merge key may stand several times. */
function repeatedKey(items: readonly { readonly key: unknown }[]): number | undefined {
  const seen = new Set<unknown>()
  for (const { key } of items) {
    if (!isScalar(key) || key.value === '<<') continue
    if (seen.has(key.value)) return key.range?.[0] ?? 0
    seen.add(key.value)
  }
  return undefined
}

function brokenReference(document: Document.Parsed, index: number): SyntaxProblem {
  let problem: SyntaxProblem = { document: index, cause: 'tooComplex', from: 0, to: 0, near: '' }
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return undefined
      const [from, to] = alias.range ?? [0, 0]
      problem = { document: index, cause: 'unknownAlias', from, to, near: `*${alias.source}` }
      return visit.BREAK
    },
  })
  return problem
}

/** The first merge key with something else than mappings behind it, which the library throws an error of no class at. */
function badMerge(text: string, document: Document.Parsed, index: number): SyntaxProblem | undefined {
  let problem: SyntaxProblem | undefined
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || !isMergeKey(key.value) || mergesMappings(document, value)) return undefined
      const [from] = key.range ?? [0]
      const to = from + '<<'.length
      problem = { document: index, cause: 'mergeSource', from, to, near: text.slice(from, to) }
      return visit.BREAK
    },
  })
  return problem
}

const isMergeKey = (key: unknown): boolean =>
  key === '<<' || (typeof key === 'symbol' && key.description === '<<')

function mergesMappings(document: Document.Parsed, value: Pair['value']): boolean {
  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
  const source = resolved(value)
  return isMap(source) || (isSeq(source) && source.items.every((item) => isMap(resolved(item))))
}
