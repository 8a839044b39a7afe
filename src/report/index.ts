// The reporters by name. Help, documentation and messages about formats derive from this table.
import type { Bilingual } from '../draft/field.ts'
import type { Reporter } from './view.ts'

/** A reporter as it is known before it is loaded. */
export interface ReporterEntry extends Bilingual {
  /** The usual ending of a file that holds such a report. */
  readonly extension: string
  /** Lines for a person's log, or text that goes on to a program, which nothing may be added to. */
  readonly reader: 'people' | 'programs'
  load(): Promise<Reporter>
}

export const reporters = {
  terminal: {
    zh: '给人看的文字：每个问题带原文、标记、怎么写（默认）',
    en: 'text for people, with lines, markers, what to write (default)',
    extension: 'txt',
    reader: 'people',
    load: async () => (await import('./terminal.ts')).terminal,
  },
  compact: {
    zh: '一条一行：文件:行:列: 级别 规则 说明',
    en: 'a line a finding: file:line:column: level rule message',
    extension: 'txt',
    reader: 'people',
    load: async () => (await import('./compact.ts')).compact,
  },
  json: {
    zh: '一个 JSON 对象',
    en: 'one JSON object',
    extension: 'json',
    reader: 'programs',
    load: async () => (await import('./json.ts')).json,
  },
  ndjson: {
    zh: '一份草稿一行 JSON，适合管道',
    en: 'a line of JSON a draft, for pipes',
    extension: 'ndjson',
    reader: 'programs',
    load: async () => (await import('./json.ts')).ndjson,
  },
  sarif: {
    zh: 'SARIF 2.1.0，用于代码扫描和编辑器',
    en: 'SARIF 2.1.0, for code scanning and editors',
    extension: 'sarif',
    reader: 'programs',
    load: async () => (await import('./sarif.ts')).sarif,
  },
  github: {
    zh: 'GitHub Actions 注释',
    en: 'annotations for GitHub Actions',
    extension: 'txt',
    reader: 'programs',
    load: async () => (await import('./github.ts')).github,
  },
  gitlab: {
    zh: 'GitLab 代码质量（Code Quality）',
    en: 'GitLab Code Quality',
    extension: 'json',
    reader: 'programs',
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  junit: {
    zh: 'JUnit XML，一份草稿一个用例',
    en: 'JUnit XML, a test case a draft',
    extension: 'xml',
    reader: 'programs',
    load: async () => (await import('./junit.ts')).junit,
  },
  checkstyle: {
    zh: 'Checkstyle XML',
    en: 'Checkstyle XML',
    extension: 'xml',
    reader: 'programs',
    load: async () => (await import('./checkstyle.ts')).checkstyle,
  },
  markdown: {
    zh: 'Markdown 表格，用作 CI 的任务摘要',
    en: 'Markdown tables, for the summary of a CI job',
    extension: 'md',
    reader: 'programs',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  html: {
    zh: '网页：按表单排好，每栏旁边是检查结果，可筛选、打印',
    en: 'a page laid out as the form, with a filter; can be printed',
    extension: 'html',
    reader: 'programs',
    load: async () => (await import('./html.ts')).htmlReporter,
  },
} as const satisfies Record<string, ReporterEntry>

export type ReporterName = keyof typeof reporters

const isName = (word: string): word is ReporterName => Object.hasOwn(reporters, word)

/** All names, in the order of the table. */
export const reporterNames: readonly ReporterName[] = Object.keys(reporters).filter(isName)
