// Checkstyle's XML, which many review tools read. Only files with findings are in it.
import { artifactPath, artifactPlace } from './artifact.ts'
import { linesOf, othersLine, type Reporter, wantedOf } from './view.ts'
import { XML_HEAD, xmlAttributes } from './xml.ts'

export const checkstyle: Reporter = {
  id: 'checkstyle',
  *render(report, view) {
    yield `${XML_HEAD}<checkstyle version="4.3">\n`
    for (const entry of view.trouble) {
      yield `  <file${xmlAttributes({ name: artifactPath(entry.file, view) })}>\n`
      const error = { line: 1, severity: 'error', message: entry[view.language], source: 'beian-check' }
      yield `    <error${xmlAttributes(error)}/>\n  </file>\n`
    }
    for (const file of report.files) {
      let open = false
      for (const finding of wantedOf(file, view)) {
        if (!open) yield `  <file${xmlAttributes({ name: artifactPath(file.file, view) })}>\n`
        open = true
        const { line, column, level: severity, rule } = finding
        const others = othersLine(finding, view.language, (place) => artifactPlace(place, view))
        const message = [...linesOf(finding, view), ...others].join(' → ')
        const source = `beian-check/${rule}`
        yield `    <error${xmlAttributes({ line, column, severity, message, source })}/>\n`
      }
      if (open) yield '  </file>\n'
    }
    yield '</checkstyle>\n'
  },
}
