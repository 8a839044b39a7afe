// Finds fields and options by what people write: English key, Chinese label, traditional characters, full width or half,
// any case.
import { asSeen } from '../facts/characters.ts'
import { remembering } from '../facts/remember.ts'
import { toHalfWidth } from '../facts/text.ts'
import { simplify } from '../facts/traditional.ts'
import type { GroupField, Option } from './field.ts'

const fold = remembering((word: string): string => toHalfWidth(asSeen(word)).trim().toLowerCase())

/** What a word stands for in a table of folded spellings, as it is written or with simplified characters. */
function entryFor<T>(table: ReadonlyMap<string, T>, word: string): T | undefined {
  const folded = fold(word)
  return table.get(folded) ?? table.get(simplify(folded))
}

const keysOf = new WeakMap<GroupField, ReadonlyMap<string, string>>()

/** Every spelling under which a group's fields may be written, folded, and the English key it stands for. */
function keyTable(group: GroupField): ReadonlyMap<string, string> {
  let table = keysOf.get(group)
  if (table === undefined) {
    const filled = new Map<string, string>()
    for (const [key, field] of Object.entries(group.fields)) {
      for (const word of [key, field.zh, ...(field.labels ?? [])]) filled.set(fold(word), key)
    }
    keysOf.set(group, filled)
    table = filled
  }
  return table
}

/** The English key that `word` stands for in `group`, or undefined. */
export function keyFor(group: GroupField, word: string): string | undefined {
  if (Object.hasOwn(group.fields, word)) return word
  return entryFor(keyTable(group), word)
}

/** The spellings a user may choose from: English keys and official labels, without variants. */
export function keyWords(group: GroupField): string[] {
  return Object.entries(group.fields).flatMap(([key, field]) => (key === field.zh ? [key] : [key, field.zh]))
}

const optionsOf = new WeakMap<readonly Option[], ReadonlyMap<string, Option>>()

function optionTable(options: readonly Option[]): ReadonlyMap<string, Option> {
  let table = optionsOf.get(options)
  if (table === undefined) {
    const filled = new Map<string, Option>()
    for (const option of options) {
      const codes = (option.codes ?? []).map(String)
      for (const word of [...codes, ...(option.aliases ?? []), option.en, option.zh, option.id]) {
        filled.set(fold(word), option)
      }
    }
    optionsOf.set(options, filled)
    table = filled
  }
  return table
}

/** The id of the option that `word` stands for, or undefined. */
export function optionFor<Id extends string>(options: readonly Option<Id>[], word: string): Id | undefined {
  // The table of a list holds its own options only.
  return entryFor(optionTable(options), word)?.id as Id | undefined
}

/** The spellings a user may choose from: ids and Chinese names. */
export function optionWords(options: readonly Option[]): string[] {
  return options.flatMap((option) => [option.id, option.zh])
}
