// The profiles that come with the tool, as a table.
import { builtinIds, profileHead } from '../../src/profile/builtin.ts'
import { bothLines, code, table } from './words.ts'

export function profileTable(): string {
  const rows = builtinIds().flatMap((id) => {
    const head = profileHead(id)
    if (head === undefined) return []
    return [
      [code(id), bothLines(head.title), head.asOf, head.extends ?? '', head.host?.names.join('<br>') ?? ''],
    ]
  })
  return table(['profile', 'what', 'as of', 'builds on', 'provider'], rows)
}
