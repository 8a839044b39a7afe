// `beian-check checklist [paths…]`: what remains for the user's own eyes, by profile and province.
import type { FileReport } from '../engine/report.ts'
import type { Source } from '../engine/rule.ts'
import { documents } from '../profile/documents.ts'
import { noInk } from '../report/ink.ts'
import { type Language, many } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceText } from '../report/source-text.ts'
import { remindOf, sourceObjects, type View } from '../report/view.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { checkPaths, type SessionOptions, tellNotices } from './session.ts'
import { requireFormat } from './table.ts'

interface Item {
  readonly text: string
  readonly sources: readonly Source[]
}

/** What the rules and the profile leave to the user, for one file. */
function itemsOf(file: FileReport, view: View): Item[] {
  const items = new Map<string, Item>()
  for (const reminder of file.reminders) {
    const text = oneLine(remindOf(reminder, view)[0])
    items.set(text, { text, sources: view.rules.get(reminder.rule)?.sources ?? [] })
  }
  for (const { zh, en, sources = [] } of file.checklist) {
    const text = oneLine(view.language === 'zh' ? zh : en)
    items.set(text, { text, sources: sources.map((id) => documents[id]) })
  }
  return [...items.values()]
}

/** Prints the checklist of each draft. Findings are the business of the check itself. */
export async function checklist(
  paths: readonly string[],
  options: SessionOptions & { readonly format?: string },
  io: Io,
): Promise<ExitCode> {
  const format = requireFormat(options.format)
  const session = await checkPaths(paths, { ...options, detail: true }, io)
  const { report, trouble, language } = session
  const view: View = {
    language,
    showValues: false,
    ink: noInk,
    width: io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    rules: session.registry.rules,
    quiet: false,
  }
  const files = [...report.files].map((file) => ({ file, items: itemsOf(file, view) }))
  if (format === 'json') {
    const entries = files.map(({ file, items }) => ({
      path: file.file,
      items: items.map(({ text, sources }) => ({ text, sources: sourceObjects(sources, language) })),
    }))
    io.stdout.write(`${safeJson({ version: 1, files: entries }, 2)}\n`)
  } else for (const { file, items } of files) print(file, items, view, io)
  tellNotices(session, io)
  return trouble.length > 0 || report.broken ? EXIT.trouble : EXIT.clean
}

const texts = {
  none: { zh: '没有要另外核对的', en: 'nothing else to see to' },
  errors: {
    zh: (count: number) => `另有 ${count} 个错误要先改，见 beian-check 的检查结果`,
    en: (count: number) => `${many(count, 'error')} to mend first: see what beian-check says of the draft`,
  },
} as const satisfies Record<string, Record<Language, unknown>>

function print(file: FileReport, items: readonly Item[], view: View, io: Io): void {
  const { language, width } = view
  io.stdout.write(`${oneLine(file.file)}\n`)
  if (items.length === 0) io.stdout.write(`  ${texts.none[language]}\n`)
  for (const { text, sources } of items) {
    const [first = '', ...rest] = wrap(text, width - 6)
    io.stdout.write(`  [ ] ${first}\n`)
    for (const line of rest) io.stdout.write(`      ${line}\n`)
    const [source] = sources
    if (source === undefined) continue
    for (const line of wrap(sourceText(source, language), width - 6)) io.stdout.write(`      ${line}\n`)
  }
  const errors = file.counts.error
  if (errors > 0) io.stdout.write(`\n  ${texts.errors[language](errors)}\n`)
}
