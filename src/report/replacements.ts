// What a fix changes in the text, to the character, for programs that make fixes themselves.
import type { Splice } from '../draft/edit.ts'
import { type Lines, TextLines } from '../draft/text-lines.ts'
import type { LocatedFinding, Replacement } from '../engine/report.ts'
import type { Source } from '../engine/run.ts'
import { type RunView, valueAt } from './view.ts'

/** A fix is tried on the whole file, so a large one with many would take for ever. Lines of NDJSON go one by one. */
const MOST_CHARACTERS = 200_000

/** Answers for the findings of one file, which is read and divided into lines once. */
export class Replacements {
  readonly #view: RunView
  readonly #file: string
  #source: Promise<Source | undefined> | undefined
  #text: TextLines | undefined
  readonly #big: Lines | undefined

  constructor(file: string, view: RunView) {
    this.#file = file
    this.#view = view
    this.#big = view.lines?.(file)
  }

  /**
   * The replacements that make a finding's fix, in the order of the file.
   * @returns undefined when there is no fix, when it cannot be made in this text, or when it would show a masked value
   */
  async of(finding: LocatedFinding): Promise<readonly Replacement[] | undefined> {
    if (finding.told !== undefined) return finding.told.replacements
    if (finding.fix === undefined || !isShown(finding, this.#view)) return undefined
    if (this.#big !== undefined) return inLine(finding, this.#big)
    this.#source ??= this.#view.source(this.#file)
    const source = await this.#source
    if (source === undefined) return undefined
    this.#text ??= new TextLines(source.text)
    return source.format === 'lines' ? inLine(finding, this.#text) : inText(finding, source, this.#text)
  }
}

/** What is masked elsewhere must not be told by a fix. */
const isShown = ({ fix }: LocatedFinding, view: RunView): boolean =>
  (fix?.edits ?? []).every(
    (edit) =>
      edit.op === 'remove' || edit.op === 'rename' || valueAt(edit.path, edit.value, view) === edit.value,
  )

/** Of a draft a line only its line is edited. */
async function inLine(
  { fix, line }: LocatedFinding,
  lines: Lines,
): Promise<readonly Replacement[] | undefined> {
  const own = lines.at(line)
  if (own === undefined) return undefined
  const { editText } = await import('../draft/edit.ts')
  const made = await editText(
    own.text,
    'lines',
    (fix?.edits ?? []).map((edit) => ({ document: 0, edit })),
  )
  if (!('text' in made)) return undefined
  const before = line === 1 ? lines.mark : 0
  const replacements = made.splices.map(({ from, to, text }) => ({
    startLine: line,
    startColumn: from + 1 - before,
    endLine: line,
    endColumn: to + 1 - before,
    charOffset: own.from + from - lines.mark,
    charLength: to - from,
    text,
  }))
  return replacements.reverse()
}

async function inText(
  { fix, document }: LocatedFinding,
  { text, format }: Source,
  lines: TextLines,
): Promise<readonly Replacement[] | undefined> {
  if (text.length > MOST_CHARACTERS) return undefined
  const { editText } = await import('../draft/edit.ts')
  const made = await editText(
    text,
    format,
    (fix?.edits ?? []).map((edit) => ({ document, edit })),
  )
  return 'text' in made ? made.splices.map((splice) => replacement(splice, lines)).reverse() : undefined
}

function replacement(splice: Splice, lines: TextLines): Replacement {
  const start = lines.positionOf(splice.from)
  const end = lines.positionOf(splice.to)
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: splice.from - lines.mark,
    charLength: splice.to - splice.from,
    text: splice.text,
  }
}
