// `--format compact`: a line a finding, as compilers write it; editors and grep understand it.
import { linesOf, othersLine, placeText, type Reporter, wantedOf } from './view.ts'

export const compact: Reporter = {
  id: 'compact',
  *render(report, view) {
    for (const file of report.files) {
      for (const finding of wantedOf(file, view)) {
        const { line, column, level, rule } = finding
        const said = [linesOf(finding, view)[0], ...othersLine(finding, view.language, placeText)].join(' → ')
        yield `${placeText({ file: file.file, line, column })}: ${level} ${rule} ${said}\n`
      }
    }
  },
}
