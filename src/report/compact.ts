// `--format compact`: a line a finding, as compilers write it; editors and grep understand it.
import type { LocatedRelated } from '../engine/report.ts'
import { oneLine } from './safe.ts'
import { linesOf, othersLine, type Reporter, wantedOf } from './view.ts'

const placeOf = ({ file, line, column }: LocatedRelated): string => `${oneLine(file)}:${line}:${column}`

export const compact: Reporter = {
  id: 'compact',
  *render(report, view) {
    for (const file of report.files) {
      for (const finding of wantedOf(file, view)) {
        const { line, column, level, rule } = finding
        const said = [linesOf(finding, view)[0], ...othersLine(finding, view.language, placeOf)].join(' → ')
        yield `${oneLine(file.file)}:${line}:${column}: ${level} ${rule} ${said}\n`
      }
    }
  },
}
