// The numbers of a run in words.
import type { RunReport } from '../engine/report.ts'
import { type Language, many } from './language.ts'

const nothing = { zh: '没有发现问题', en: 'no problems found' } as const satisfies Record<Language, string>

/** Counts in one sentence. */
export function summaryText(report: RunReport, language: Language): string {
  const { files, drafts, errors, warnings, infos, suppressed } = report.summary
  const { ready, safe } = report.fixes
  const found = errors + warnings + infos
  if (language === 'zh') {
    const scope = files === drafts ? `${drafts} 份草稿` : `${files} 个文件、${drafts} 份草稿`
    const fixes = ready > 0 ? `；${ready} 处有现成的改法${safeness(ready, safe).zh}` : ''
    const aside = suppressed > 0 ? `；另有 ${suppressed} 条已忽略` : ''
    if (found === 0) return `${scope}：${nothing.zh}${aside}`
    return `${scope}：${errors} 个错误，${warnings} 个警告，${infos} 条提示${fixes}${aside}`
  }
  const scope = files === drafts ? many(drafts, 'draft') : `${many(files, 'file')}, ${many(drafts, 'draft')}`
  const aside = suppressed > 0 ? `; ${suppressed} more ignored` : ''
  if (found === 0) return `${scope}: ${nothing.en}${aside}`
  const fixes = ready > 0 ? `; ${ready} with a ready fix${safeness(ready, safe).en}` : ''
  return `${scope}: ${many(errors, 'error')}, ${many(warnings, 'warning')}, ${many(infos, 'info')}${fixes}${aside}`
}

/** How many of the ready fixes keep the meaning. */
function safeness(ready: number, safe: number): Record<Language, string> {
  if (safe === ready) return { zh: '，都不改变含义', en: ' (safe)' }
  if (safe === 0) return { zh: '，改前请确认', en: ' (to be confirmed)' }
  return { zh: `（其中 ${safe} 处不改变含义）`, en: ` (${safe} of them safe)` }
}
