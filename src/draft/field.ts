// The words in which the field catalogue is written, and the types that follow from it.
// A catalogue is plain data; the type of a draft (`ValueOf`) and of every path in it (`PathIn`) is derived from it.
import type { MaskKind } from './mask.ts'

/** A text in both languages of the tool. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** One entry of an option list of the form. `codes` are MIIT's numbers where they are known. */
export interface Option<Id extends string = string> extends Bilingual {
  readonly id: Id
  readonly aliases?: readonly string[]
  readonly codes?: readonly number[]
}

interface Described extends Bilingual {
  /** Further spellings of the label that official forms use. */
  readonly labels?: readonly string[]
  /** Who has to fill it in. `individual` is 个人, `unit` is everybody else. */
  readonly required?: 'everyone' | 'unit' | 'individual'
  /** The tag of MIIT's enterprise interface V3.0 (2013). */
  readonly tag?: string
  /** Shown masked unless the user asks for the values. */
  readonly mask?: MaskKind
}

export interface TextField extends Described {
  readonly kind: 'text'
  /** Longest value that MIIT's interface takes, in characters. */
  readonly max?: number
}

export interface OptionField<Id extends string = string> extends Described {
  readonly kind: 'option'
  readonly options: readonly Option<Id>[]
}

/** A group of fields. `shorthand` names the field that a bare text stands for. */
export interface GroupField<F extends Fields = Fields> extends Described {
  readonly kind: 'group'
  readonly fields: F
  readonly shorthand?: string
}

export interface ListField<I extends Field = Field> extends Described {
  readonly kind: 'list'
  readonly item: I
}

export type Field = TextField | OptionField | GroupField | ListField
export interface Fields {
  readonly [key: string]: Field
}

/**
 * The value that a field has in a canonical draft: groups and lists are always there, scalars may be absent.
 * A list keeps the places of the file, so a scalar in it that could not be read is there as undefined.
 */
export type ValueOf<F extends Field> = F extends TextField
  ? string | undefined
  : F extends OptionField<infer Id>
    ? Id | undefined
    : F extends GroupField<infer G>
      ? { readonly [K in keyof G]: ValueOf<G[K]> }
      : F extends ListField<infer I>
        ? readonly ValueOf<I>[]
        : never

/** Every path into a value of a draft, from the whole down; list places are numbers. */
export type PathIn<V> =
  | readonly []
  | (V extends readonly (infer I)[]
      ? readonly [number, ...PathIn<NonNullable<I>>]
      : V extends object
        ? { [K in keyof V & string]: readonly [K, ...PathIn<NonNullable<V[K]>>] }[keyof V & string]
        : never)

/** A path of any kind, as stored in findings and printed in reports. English keys, list places from 0. */
export type Path = readonly (string | number)[]

const entries = new WeakMap<Fields, readonly (readonly [key: string, field: Field])[]>()

/** The fields of a group with their keys, made once: every draft is led through them several times. */
export function fieldsOf({ fields }: GroupField): readonly (readonly [key: string, field: Field])[] {
  let list = entries.get(fields)
  if (list === undefined) {
    list = Object.entries(fields)
    entries.set(fields, list)
  }
  return list
}
