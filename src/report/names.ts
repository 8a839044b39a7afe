// Levels and places in the words of people.
import { catalogue } from '../draft/catalogue.ts'
import type { Field, Path } from '../draft/field.ts'
import type { Level } from '../engine/finding.ts'
import type { Language } from './language.ts'
import { oneLine } from './safe.ts'

export const levelNames = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
} as const satisfies Record<Level, Record<Language, string>>

/** The place of a field in the words of the form: 主体信息 › 通信地址. */
export function breadcrumb(path: Path, language: Language): string {
  const names: string[] = []
  let field: Field | undefined = catalogue
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      field = field?.kind === 'list' ? field.item : undefined
      if (index < path.length - 1 || names.length === 0 || step > 0)
        names.push(`${names.pop() ?? ''} ${step + 1}`.trim())
      continue
    }
    if (field?.kind === 'list') field = field.item
    field = field?.kind === 'group' ? field.fields[step] : undefined
    names.push(field === undefined ? oneLine(step) : field[language])
  }
  return names.join(' › ')
}
