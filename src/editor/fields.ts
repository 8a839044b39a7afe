// From the keys that a file writes to fields of the catalogue, and the language in which it writes them.
import { catalogue } from '../draft/catalogue.ts'
import type { Field, GroupField } from '../draft/field.ts'
import { keyFor } from '../draft/words.ts'
import { hasHan } from '../facts/text.ts'
import type { Language } from '../report/language.ts'
import { readLine } from './line.ts'

/** What a list holds, or the field itself. */
export const itemOf = (field: Field): Field => (field.kind === 'list' ? field.item : field)

/** The group or list that keys lead to. */
export function fieldBelow(keys: readonly string[]): Field | undefined {
  let field: Field | undefined = catalogue
  for (const word of keys) {
    const group: Field | undefined = field && itemOf(field)
    if (group?.kind !== 'group') return undefined
    field = fieldIn(group, word)
  }
  return field
}

/** The field of a group that a word names. */
export function fieldIn(group: GroupField, word: string): Field | undefined {
  const key = keyFor(group, word)
  return key === undefined ? undefined : group.fields[key]
}

/** The keys that a text writes, wherever they stand. */
function keysIn(text: string): string[] {
  const inJson = [...text.matchAll(/"([^"\\\n]+)"\s*:/g)].map(([, key = '']) => key)
  const inYaml = text.split('\n').flatMap((line) => readLine(line).key ?? [])
  return [...inYaml, ...inJson]
}

/** The language of a file's keys; the given one where it has none yet. */
export function languageOf(text: string, otherwise: Language): Language {
  const known = keysIn(text).filter((key) => !key.startsWith('x-') && key !== '$schema')
  if (known.length === 0) return otherwise
  return known.filter(hasHan).length * 2 >= known.length ? 'zh' : 'en'
}

/** Keys that only a draft has at its top. */
const TOP = /^(?:- +|\{? *)?["']?(?:subject|websites|filing|主体信息|网站信息|备案|接入商档案)["']?\s*[:：]/im
const TOP_IN_JSON = /"(?:subject|websites|filing|主体信息|网站信息|备案|接入商档案)"\s*:/

/** Whether a file is a draft: editors send every YAML file that is open. */
export const looksLikeDraft = (text: string): boolean =>
  TOP.test(text) ||
  TOP_IN_JSON.test(text) ||
  /^# yaml-language-server: \$schema=\S*(?:beian-check|draft)\.schema/m.test(text)
