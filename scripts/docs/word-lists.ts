// The word lists for names of websites, as a table.
import { wordGroups } from '../../src/facts/data/name-words.ts'
import { documents, isDocument } from '../../src/profile/documents.ts'
import { bothLines, code, sourceLines, table } from './words.ts'

export function wordTable(): string {
  const rows = wordGroups.map((group) => {
    const said = group.sources
      .filter(isDocument)
      .map((source) => sourceLines(documents[source], '<br>'))
      .join('<br>')
    return [code(group.id), bothLines(group), group.words, group.where, group.scope, said]
  })
  return table(['list', '意思 · what', '词 · words', 'where', 'for', '出处 · source'], rows)
}
