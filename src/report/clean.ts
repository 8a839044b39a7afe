// The terminal reporter for a run without findings: needs no colours and no layout, so nothing more is loaded.
import { many } from './language.ts'
import { checklistLine, type Reporter, remindersShown } from './view.ts'

export const clean: Reporter = {
  id: 'terminal',
  *render(report, view) {
    const { drafts } = report.summary
    const chinese = view.language === 'zh'
    yield chinese ? `${drafts} 份草稿：没有发现问题\n` : `${many(drafts, 'draft')}: no problems found\n`
    const lines = remindersShown(report, view)
    const more = checklistLine(report, view)
    if (view.quiet || (lines.length === 0 && more === undefined)) return
    yield chinese ? '\n请自行核对（工具看不到的）\n' : '\nPlease check yourself (no tool can see these)\n'
    for (const line of lines) yield `  [ ] ${line}\n`
    if (more !== undefined) yield `  ${more}\n`
  },
}
