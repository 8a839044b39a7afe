// `--fix`, `--fix=all` and `--fix-dry-run`: fixes the files of a run, then says what is left.
import { resolve } from 'node:path'
import type { Refusal } from '../draft/edit.ts'
import { fixSource } from '../engine/fix.ts'
import { checkOne, type Source, type Supply } from '../engine/run.ts'
import type { Notice } from '../inputs/notice.ts'
import { type Language, many } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { maskLine } from '../report/view.ts'
import type { Io } from './io.ts'
import { writeText } from './write.ts'

/** What `--fix` was asked to do. */
export interface FixOptions {
  /** Suggested fixes too, not only those that keep the meaning. */
  readonly all: boolean
  /** Show what would change and leave the files alone. */
  readonly dryRun: boolean
  readonly showValues: boolean
  /** Standard output belongs to a report for a program: changes are shown on standard error. */
  readonly aside: boolean
}

/** What became of files that were to be changed. */
export interface ChangedFiles {
  /** The sources as they are now (or would be, in a dry run). */
  readonly files: readonly (readonly [file: string, source: Source])[]
  /** Files that could not be written, and why. */
  readonly unwritten: readonly Notice[]
}

const reasons = {
  shared: { zh: '这个值由锚点（&、*）共用', en: 'the value is shared by an anchor (&, *)' },
  absent: { zh: '文件里找不到要改的地方', en: 'the file has no such place' },
  shape: { zh: '这里的写法不便自动修改', en: 'the file is written in another way there' },
  'side-effect': { zh: '会连带改动别的内容', en: 'something else would change with it' },
} as const satisfies Record<Refusal, Record<Language, string>>

/** Fixes files one by one. */
export async function fixFiles(
  files: readonly (readonly [file: string, source: Source])[],
  supply: Supply,
  options: FixOptions,
  language: Language,
  io: Io,
): Promise<ChangedFiles> {
  const after: [string, Source][] = []
  const unwritten: Notice[] = []
  let count = 0
  let written = 0
  for (const [file, source] of files) {
    const check = async (current: Source) => {
      const { broken, findings } = await checkOne(file, current, supply)
      return broken ? [] : findings
    }
    const fixed = await fixSource(source, check, ({ safety }) => safety === 'safe' || options.all)
    let kept = fixed.source
    if (fixed.source.text !== source.text) {
      if (options.dryRun) {
        const out = options.aside ? io.stderr : io.stdout
        out.write(await diffOf(file, source.text, fixed.source.text, options.showValues))
      }
      const problem = options.dryRun
        ? undefined
        : await writeText(resolve(io.cwd, file), source.text, fixed.source.text)
      if (problem === undefined) {
        count += fixed.applied.length
        written += 1
      } else {
        unwritten.push({ file, ...problem })
        kept = source
      }
    }
    for (const { finding, why } of fixed.refused) {
      const place = `${oneLine(file)}:${finding.line}:${finding.column}`
      io.stderr.write(
        language === 'zh'
          ? `${place}：${finding.rule} 没有自动修正：${reasons[why].zh}\n`
          : `${place}: ${finding.rule} was not fixed: ${reasons[why].en}\n`,
      )
    }
    after.push([file, kept])
  }
  io.stderr.write(`${summary(count, written, options.dryRun)[language]}\n`)
  return { files: after, unwritten }
}

function summary(count: number, files: number, dryRun: boolean): Record<Language, string> {
  if (count === 0) return { zh: '没有可以自动修正的地方', en: 'nothing to fix' }
  return dryRun
    ? {
        zh: `可以修正 ${count} 处（${files} 个文件），文件没有改动`,
        en: `would make ${many(count, 'fix', 'fixes')} in ${many(files, 'file')}; nothing was changed`,
      }
    : {
        zh: `已修正 ${count} 处（${files} 个文件）`,
        en: `made ${many(count, 'fix', 'fixes')} in ${many(files, 'file')}`,
      }
}

/**
 * A unified diff. With personal values it can be applied with `patch`; masked ones are for reading.
 */
export async function diffOf(file: string, old: string, text: string, showValues: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const name = oneLine(file)
  const patch = createTwoFilesPatch(name, name, old, text, undefined, undefined, { context: 3 })
  // The head of another program's making comes before the names.
  const lines = patch.slice(patch.search(/^--- /m)).split('\n')
  return lines.map((line) => safeLine(showValues ? line : maskLine(line))).join('\n')
}

/** A line of a diff as it may be printed. Line ends, tabs and a byte order mark stay: they have to fit the file. */
function safeLine(line: string): string {
  const [, head = '', middle = '', end = ''] = /^([-+ ]?\uFEFF?)(.*?)(\r?)$/s.exec(line) ?? []
  return head + middle.split('\t').map(oneLine).join('\t') + end
}
