// The marked parts of pages that are otherwise written by hand: `<!-- begin NAME -->` … `<!-- end NAME -->`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../package.json'
import { reporterNames, reporters } from '../../src/report/index.ts'
import { commandTables, optionTables } from './command-tables.ts'
import { fieldTable } from './fields.ts'
import { guideTable } from './guide-table.ts'
import { print, root } from './print.ts'
import { profileTable } from './profile-table.ts'
import { bothLines, code, table } from './words.ts'

const formatTable = (): string =>
  table(
    ['format', 'what', 'to a file'],
    reporterNames.map((name) => {
      const reporter = reporters[name]
      return [code(name), bothLines(reporter), code(`${name}=report.${reporter.extension}`)]
    }),
  )

/** The lines for pre-commit, with the version of this tree. */
const hookLines = (): string => `\`\`\`yaml
- repo: https://github.com/OWNER/beian-check
  rev: v${version}
  hooks: [{ id: beian-check, files: ^drafts/ }]
\`\`\``

/** Parts by name; `output` runs what stands behind the colon. */
const parts: Readonly<Record<string, (words: string) => string | Promise<string>>> = {
  commands: commandTables,
  hook: hookLines,
  options: optionTables,
  fields: fieldTable,
  formats: formatTable,
  guide: guideTable,
  profiles: profileTable,
  output: async (words) => `\`\`\`text\n${await print(words.split(' '))}\`\`\``,
}

/** A page with its marked parts made anew. */
export async function fill(page: string): Promise<string> {
  const text = readFileSync(join(root, page), 'utf8')
  let filled = text
  for (const [all, name = '', words = ''] of text.matchAll(
    /<!-- begin (\w+)(?:: (.*))? -->\n[\s\S]*?<!-- end \1 -->/g,
  )) {
    const make = parts[name]
    if (make === undefined) throw new Error(`${page}: there is no part “${name}” to fill in`)
    const made = await make(words)
    const [begin = ''] = all.split('\n', 1)
    filled = filled.replace(all, () => `${begin}\n${made}\n<!-- end ${name} -->`)
  }
  return filled
}
