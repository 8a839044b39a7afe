// Words and small pieces of Markdown that the generated pages share. Both languages stand side by side in them.
import type { Bilingual } from '../../src/draft/field.ts'
import type { LevelSetting } from '../../src/engine/finding.ts'
import type { Source } from '../../src/engine/rule.ts'
import { sourceText } from '../../src/report/source-text.ts'

export const levelNames = {
  error: 'error 错误',
  warning: 'warning 警告',
  info: 'info 提示',
  off: 'off 关闭',
} as const satisfies Record<LevelSetting, string>

/** Says on top of a page that it is made, and from what. */
export const madeFrom = (source: string): string =>
  `<!-- Made from ${source} by npm run build:docs: do not edit. -->`

export const bothLines = ({ zh, en }: Bilingual): string => `${zh}<br>${en}`

/** A source in both languages, for a list or a cell. */
export const sourceLines = (source: Source, between: string): string =>
  `${sourceText(source, 'zh')}${between}${sourceText(source, 'en')}`

/** Text in a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')

/** A value as code in a cell. */
export const code = (value: unknown): string =>
  `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|')}\``

/** A table in Markdown. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
