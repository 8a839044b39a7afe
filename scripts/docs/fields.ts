// Every field of a draft, as a table.
import { catalogue } from '../../src/draft/catalogue.ts'
import type { Field } from '../../src/draft/field.ts'
import { code, table } from './words.ts'

/** @param language of the heads; the rows have both. */
export const fieldTable = (language: string): string =>
  table(language === 'zh' ? ['路径', '栏目', '选项'] : ['path', '中文', 'options'], [
    ...fieldRows(catalogue, '', ''),
  ])

/** Longer lists of options are in the JSON Schema. */
const MOST_OPTIONS = 8

function* fieldRows(field: Field, path: string, chinese: string): Generator<string[]> {
  if (field.kind === 'list') {
    yield* fieldRows(field.item, `${path}[]`, chinese)
    return
  }
  if (field.kind === 'group') {
    for (const [key, inner] of Object.entries(field.fields)) {
      const place = path === '' ? key : `${path}.${key}`
      const label = path === '' || field.zh === inner.zh ? inner.zh : `${chinese}${inner.zh}`
      const isLeaf = inner.kind === 'text' || inner.kind === 'option'
      yield* fieldRows(inner, place, isLeaf ? label : `${inner.zh} › `)
    }
    return
  }
  const options =
    field.kind === 'option' && field.options.length <= MOST_OPTIONS
      ? field.options.map(({ id, zh }) => `${code(id)} ${zh}`)
      : []
  yield [code(path), chinese.replace(/ › $/, ''), options.join(', ')]
}
