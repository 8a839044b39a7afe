// `--format compact`: a line a finding, as compilers write it; editors and grep understand it.
import { oneLine } from './safe.ts'
import { linesOf, type Reporter, wantedOf } from './view.ts'

export const compact: Reporter = {
  id: 'compact',
  *render(report, view) {
    for (const file of report.files) {
      for (const finding of wantedOf(file, view)) {
        const { line, column, level, rule } = finding
        yield `${oneLine(file.file)}:${line}:${column}: ${level} ${rule} ${linesOf(finding, view)[0]}\n`
      }
    }
  },
}
