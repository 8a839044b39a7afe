// What a fix changes in the text, to the character, for programs that make fixes themselves.
import type { Splice } from '../draft/edit.ts'
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
  #starts: number[] | undefined

  constructor(file: string, view: RunView) {
    this.#file = file
    this.#view = view
  }

  /**
   * The replacements that make a finding's fix, in the order of the file.
   * @returns undefined when there is no fix, when it cannot be made in this text, or when it would show a masked value
   */
  async of(finding: LocatedFinding): Promise<readonly Replacement[] | undefined> {
    if (finding.told !== undefined) return finding.told.replacements
    if (finding.fix === undefined || !isShown(finding, this.#view)) return undefined
    this.#source ??= this.#view.source(this.#file)
    const source = await this.#source
    if (source === undefined) return undefined
    const starts = this.#lineStarts(source.text)
    const splices = await splicesOf(finding, source, starts)
    return splices?.map((splice) => replacement(source.text, starts, splice)).reverse()
  }

  #lineStarts(text: string): readonly number[] {
    if (this.#starts === undefined) {
      this.#starts = [0]
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
    }
    return this.#starts
  }
}

/** What is masked elsewhere must not be told by a fix. */
const isShown = ({ fix }: LocatedFinding, view: RunView): boolean =>
  (fix?.edits ?? []).every(
    (edit) =>
      edit.op === 'remove' || edit.op === 'rename' || valueAt(edit.path, edit.value, view) === edit.value,
  )

async function splicesOf(
  { fix, document, line }: LocatedFinding,
  { text, format }: Source,
  starts: readonly number[],
): Promise<readonly Splice[] | undefined> {
  const { editText } = await import('../draft/edit.ts')
  const edits = (fix?.edits ?? []).map((edit) => ({ document, edit }))
  if (format !== 'lines') {
    if (text.length > MOST_CHARACTERS) return undefined
    const made = await editText(text, format, edits)
    return 'text' in made ? made.splices : undefined
  }
  const from = starts[line - 1] ?? 0
  const own = text.slice(from, starts[line] ?? text.length)
  const made = await editText(
    own,
    format,
    edits.map(({ edit }) => ({ document: 0, edit })),
  )
  if (!('text' in made)) return undefined
  return made.splices.map((splice) => ({ ...splice, from: from + splice.from, to: from + splice.to }))
}

function replacement(text: string, starts: readonly number[], splice: Splice): Replacement {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const start = positionOf(splice.from, starts, mark)
  const end = positionOf(splice.to, starts, mark)
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: splice.from - mark,
    charLength: splice.to - splice.from,
    text: splice.text,
  }
}

/** Line and column of an offset; the last line start that is not behind it. */
function positionOf(
  offset: number,
  starts: readonly number[],
  mark: number,
): { line: number; column: number } {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 - (low === 0 ? mark : 0) }
}
