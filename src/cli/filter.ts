// `beian-check --format ndjson -`: a line in, a line out, in order, for as long as there are lines. Nothing is kept of a
// line once it is answered, and none is read while the reader of the answers is busy. So clashes are looked for within a
// draft, not between lines.
import { decode } from '../draft/decode.ts'
import type { Bilingual } from '../draft/field.ts'
import { isDraftLine } from '../draft/read.ts'
import type { FileReport, LocatedFinding } from '../engine/report.ts'
import { run, type Supply } from '../engine/run.ts'
import { tooLarge } from '../inputs/notice.ts'
import { Inputs, STDIN } from '../inputs/read.ts'
import { MAX_SIZE } from '../inputs/size.ts'
import { draftLine, unreadableLine } from '../report/json.ts'
import { chooseLanguage, many } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import type { View } from '../report/view.ts'
import type { CheckOptions } from './check.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { setupOf, supplyFor } from './session.ts'
import { SettingsMaker } from './settings.ts'

const LINE_END = 10

/** Lines of a stream without their ends; undefined for one of more bytes than are read. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array | undefined> {
  let open: Uint8Array[] = []
  let size = 0
  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size <= most) open.push(piece)
    else open = []
  }
  const line = (): Uint8Array | undefined => {
    const whole = size > most ? undefined : open.length === 1 ? open[0] : Buffer.concat(open)
    open = []
    size = 0
    return whole
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      take(chunk.subarray(from, end))
      from = end + 1
      yield line()
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  if (size > 0) yield line()
}

/** A stream that has been looked into. */
class Peeked implements AsyncIterable<Uint8Array> {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #seen: Uint8Array[] = []
  /** Whether all of it has been seen. */
  ended = false
  /** Whether a line end is more than one byte in it. */
  isWide = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The first line that is not blank, as far as it goes within `most` bytes. */
  async firstLine(most: number): Promise<string> {
    let text = ''
    for (let size = 0; size <= most; ) {
      const { value, done } = await this.#chunks.next()
      if (done === true) {
        this.ended = true
        break
      }
      this.#seen.push(value)
      size += value.length
      const decoded = decode(Buffer.concat(this.#seen))
      this.isWide = decoded?.encoding.startsWith('utf-16') ?? false
      text = (decoded?.text ?? Buffer.concat(this.#seen).toString('latin1')).replace(/^[\s\uFEFF]+/, '')
      if (text.includes('\n')) break
    }
    return text.split('\n', 1)[0] ?? ''
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let next = this.#seen.shift(); next !== undefined; next = this.#seen.shift()) yield next
    for (let next = await this.#chunks.next(); next.done !== true; next = await this.#chunks.next())
      yield next.value
  }

  async all(most: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of this) {
      chunks.push(chunk)
      size += chunk.length
      if (size > most) break
    }
    return Buffer.concat(chunks)
  }
}

/**
 * Answers each line of standard input.
 * @returns the exit status; or, where standard input holds no lines, a process that has it still to be read
 */
export async function filter(
  options: CheckOptions,
  limit: number | undefined,
  viewOf: (language: View['language'], registry: SettingsMaker['registry']) => Promise<View>,
  io: Io,
): Promise<ExitCode | Io> {
  const file = options.stdinFilename ?? STDIN
  const setup = setupOf(options, io)
  const most = setup.maxSize ?? MAX_SIZE
  const input = new Peeked(io.stdinChunks?.() ?? inOne(io))
  const first = await input.firstLine(most)
  const isEmpty = first === '' && input.ended
  // The share of a machine that got no lines.
  if (isEmpty && options.allowEmpty === true) return EXIT.clean
  const hasLines = /\.(?:ndjson|jsonl)$/i.test(file) || isDraftLine(first)
  if (isEmpty || input.isWide || !hasLines)
    return { ...io, stdin: (bytes = Number.POSITIVE_INFINITY) => input.all(bytes) }
  const settings = new SettingsMaker(setup)
  await settings.prepare([file])
  const config = settings.configOf(file)
  const language = chooseLanguage(options.lang ?? config?.lang, io.env)
  const view = await viewOf(language, settings.registry)
  const answers = new Answers(file, supplyFor(settings, new Inputs(io)), view)
  for await (const line of linesOf(input, most)) {
    const answer = await answers.to(line ?? tooLarge(file, most))
    if (answer !== undefined) io.stdout.write(answer)
  }
  if (answers.unreadable > 0) io.stderr.write(`${oneLine(texts[language](answers.unreadable))}\n`)
  if (answers.broken) return EXIT.trouble
  const warnings = limit ?? config?.maxWarnings ?? Number.POSITIVE_INFINITY
  return answers.errors > 0 || answers.warnings > warnings ? EXIT.findings : EXIT.clean
}

const texts = {
  zh: (count: number) => `有 ${count} 行读不出来，见输出里的 unreadable`,
  en: (count: number) => `${many(count, 'line')} could not be read; see “unreadable” in the output`,
} as const

async function* inOne(io: Io): AsyncGenerator<Uint8Array> {
  yield await io.stdin()
}

const notText: Bilingual = {
  zh: '这一行不是文本，或编码无法识别；请用 UTF-8',
  en: 'this line is no text, or of an unknown encoding; use UTF-8',
}

/** What a line says. A mark of UTF-16 with nothing behind it is not blank. */
function textOf(line: Uint8Array): string | Bilingual {
  const decoded = decode(line)
  if (decoded === undefined) return notText
  const { text, encoding } = decoded
  return encoding.startsWith('utf-16') && isBlank(text) ? notText : text
}

const isBlank = (text: string): boolean => text.replace('\uFEFF', '').trim() === ''

/** Answers lines one after the other, and counts. */
class Answers {
  readonly #file: string
  readonly #supply: Supply
  readonly #view: View
  #line = 0
  #document = 0
  errors = 0
  warnings = 0
  unreadable = 0
  broken = false

  constructor(file: string, supply: Supply, view: View) {
    this.#file = file
    this.#supply = supply
    this.#view = view
  }

  /** The answer to a line, or to why there is none; undefined for a blank one. */
  async to(line: Uint8Array | Bilingual): Promise<string | undefined> {
    const before = this.#line
    this.#line += 1
    const read = line instanceof Uint8Array ? textOf(line) : line
    if (typeof read !== 'string') {
      this.unreadable += 1
      this.broken = true
      this.#document += 1
      return unreadableLine(this.#file, this.#document - 1, oneLine(read[this.#view.language]))
    }
    if (isBlank(read)) return undefined
    const load = async () => ({ text: read, format: 'lines' }) as const
    const { report } = await run([{ file: this.#file }], { ...this.#supply, load })
    this.errors += report.summary.errors
    this.warnings += report.summary.warnings
    this.broken ||= report.broken
    const [only] = report.files
    const document = this.#document
    this.#document += 1
    const findings = only === undefined ? [] : moved(only, document, before)
    return draftLine(this.#file, document, findings, this.#view)
  }
}

/** Findings of a line, counted from the beginning of the stream. */
const moved = ({ findings }: FileReport, document: number, lines: number): LocatedFinding[] =>
  [...findings].map((finding) => ({
    ...finding,
    document,
    line: finding.line + lines,
    endLine: finding.endLine + lines,
    related: finding.related.map((other) => ({ ...other, document, line: other.line + lines })),
  }))
