// Reads YAML with the `yaml` library: the exact reader, which also keeps positions. Loaded only when needed.
import { type Document, isAlias, parseAllDocuments, visit } from 'yaml'
import { explainYaml, type SyntaxProblem } from './syntax.ts'

/** More references than any draft has; beyond that a small file can stand for a huge one. */
const MAX_REFERENCES = 1000

/** Parses all documents of a text the way every part of the tool reads YAML. */
export function parseDocuments(text: string): Document.Parsed[] {
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    merge: true,
    keepSourceTokens: false,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
  })
  return Array.isArray(parsed) ? parsed : []
}

/**
 * Values and problems of a YAML text.
 * @returns values only when the whole text can be read; otherwise the problems, in words and with their offsets.
 */
export function exactYaml(text: string): { values: unknown[]; problems: SyntaxProblem[] } {
  const documents = parseDocuments(text)
  const problems = documents.flatMap((document, index) =>
    document.errors.slice(0, 1).map((error) => explainYaml(text, error, index)),
  )
  const values: unknown[] = []
  for (const [index, document] of problems.length > 0 ? [] : documents.entries()) {
    try {
      values.push(isAlias(document.contents) ? null : document.toJS({ maxAliasCount: MAX_REFERENCES }))
    } catch (error) {
      // The library says so by a ReferenceError: an alias without its anchor, or too many of them.
      if (!(error instanceof ReferenceError)) throw error
      problems.push(brokenReference(document, index))
    }
  }
  return problems.length > 0 ? { values: [], problems } : { values, problems }
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
