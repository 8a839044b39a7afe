// Names of hosting companies. The access provider must be the legal name to the letter; this tells how a written
// name relates to it: the same in another shape, nearly it, how people call it, or another host's.
import { withoutInvisible } from './text.ts'
import { simplify } from './traditional.ts'

/** The names of a host: legal ones, and how people call it. */
export interface HostNames {
  readonly names: readonly string[]
  readonly aliases: readonly string[]
}

/** A way to write the same name otherwise. */
export type Shape = 'spaces' | 'brackets' | 'width' | 'traditional' | 'punctuation' | 'case'

/** What a written name is, seen from the host that it should name. `name` is the legal name that it comes nearest to. */
export type ProviderReading<H extends HostNames> =
  | { readonly kind: 'exact' }
  /** The legal name, written otherwise. */
  | { readonly kind: 'shape'; readonly name: string; readonly shapes: readonly Shape[] }
  /** The legal name without 有限公司. */
  | { readonly kind: 'noLegalForm'; readonly name: string; readonly form: string }
  /** What people call the host. */
  | { readonly kind: 'shortName'; readonly name: string }
  /** One character too many, too few or another; `slice` is where, in UTF-16 offsets of the written name. */
  | {
      readonly kind: 'oneCharacter'
      readonly name: string
      readonly slice: readonly [from: number, to: number]
    }
  /** Another name around the host's own short name. */
  | { readonly kind: 'similar'; readonly name: string }
  | { readonly kind: 'otherHost'; readonly host: H }
  | { readonly kind: 'unknown' }

const withoutSpaces = (text: string): string => withoutInvisible(text).replace(/\s/g, '')
const withBrackets = (text: string): string => text.replace(/[（〔【［[]/g, '(').replace(/[）〕】］\]]/g, ')')
const withoutPunctuation = (text: string): string => text.replace(/[。.,，、;；:：'"“”‘’「」《》]/g, '')

const steps: readonly (readonly [shape: Shape, change: (text: string) => string])[] = [
  ['spaces', withoutSpaces],
  ['brackets', withBrackets],
  ['width', (text) => text.normalize('NFKC')],
  ['traditional', simplify],
  ['punctuation', withoutPunctuation],
  ['case', (text) => text.toLowerCase()],
]

/** A name without what keeps no names apart: spaces, width, kind of brackets, traditional forms, case. */
const plainNames = new Map<string, string>()

function plain(text: string): string {
  const known = plainNames.get(text)
  if (known !== undefined) return known
  let result = text
  for (const [, change] of steps) result = change(result)
  // The names of hosts come again and again; those of drafts would pile up.
  if (plainNames.size < 1000) plainNames.set(text, result)
  return result
}

/** Which shapes tell two writings of one name apart: the steps that take something away from one of them only. */
function shapesBetween(text: string, name: string): Shape[] {
  const shapes: Shape[] = []
  let [left, right] = [text, name]
  for (const [shape, change] of steps) {
    const [nextLeft, nextRight] = [change(left), change(right)]
    if ((left === nextLeft) !== (right === nextRight)) shapes.push(shape)
    ;[left, right] = [nextLeft, nextRight]
  }
  // Both were changed and met: they differ in the kind of brackets.
  return shapes.length > 0 ? shapes : ['brackets']
}

const LEGAL_FORMS = ['股份有限公司', '有限责任公司', '有限公司', '股份公司', '公司', '集团']

/** The legal form that a company's name ends with (`有限公司`), or undefined. Spaces and width do not matter. */
export function legalForm(name: string): string | undefined {
  const text = plain(name)
  return LEGAL_FORMS.find((form) => text.length > form.length && text.endsWith(form))
}

/** Endings of organisations that may provide access; a trailing remark in brackets is not looked at. */
const ORGANISATIONS =
  /(?:公司|集团|中心|大学|学院|研究院|研究所|局|厂|站|社|合作社|co\.?,?\s?ltd\.?|inc\.?|limited)$/iu

/** Whether a name ends the way legal names end. */
export function looksLikeLegalName(name: string): boolean {
  return ORGANISATIONS.test(simplify(withoutSpaces(name.normalize('NFKC'))).replace(/\([^()]*\)$/, ''))
}

/** Reads a provider's name against the host that it should name and all hosts that are known. */
export function readProvider<H extends HostNames>(
  text: string,
  own: H,
  hosts: readonly H[],
): ProviderReading<H> {
  if (own.names.includes(text)) return { kind: 'exact' }
  const others = hosts.filter((host) => !host.names.some((name) => own.names.includes(name)))
  const folded = plain(text)
  for (const matches of [sameName, calls, nearlyNames, mentions]) {
    if (matches(folded, own, 2)) return readOwn(text, folded, own)
    const other = others.find((host) => matches(folded, host, 3))
    if (other !== undefined) return { kind: 'otherHost', host: other }
  }
  return { kind: 'unknown' }
}

/** Whether a provider's name is neither the host's nor nearly so: what the host says of its servers does not apply. */
export function isOtherHost<H extends HostNames>(
  provider: string | undefined,
  own: H | undefined,
  hosts: readonly H[],
): boolean {
  if (provider === undefined || own === undefined) return false
  const { kind } = readProvider(provider, own, hosts)
  return kind === 'otherHost' || kind === 'unknown'
}

const sameName = (folded: string, host: HostNames): boolean =>
  host.names.some((name) => plain(name) === folded)

/** How people call it, or the legal name without its legal form. */
const calls = (folded: string, host: HostNames): boolean =>
  host.aliases.some((alias) => plain(alias) === folded) ||
  host.names.some((name) => withoutForm(name) === folded)

const nearlyNames = (folded: string, host: HostNames): boolean =>
  host.names.some((name) => oneChange(folded, plain(name)) !== undefined)

/** Short names of two characters stand in other companies' names by chance: there the shortest that counts is given. */
const mentions = (folded: string, host: HostNames, shortest: number): boolean =>
  host.aliases.some((alias) => alias.length >= shortest && folded.includes(plain(alias)))

function withoutForm(name: string): string | undefined {
  const form = legalForm(name)
  return form === undefined ? undefined : plain(name).slice(0, -form.length)
}

function readOwn<H extends HostNames>(text: string, folded: string, own: H): ProviderReading<H> {
  const [first = ''] = own.names
  const same = own.names.find((name) => plain(name) === folded)
  if (same !== undefined) return { kind: 'shape', name: same, shapes: shapesBetween(text, same) }
  const bare = own.names.find((name) => withoutForm(name) === folded)
  if (bare !== undefined) return { kind: 'noLegalForm', name: bare, form: legalForm(bare) ?? '' }
  if (own.aliases.some((alias) => plain(alias) === folded)) return { kind: 'shortName', name: first }
  for (const name of own.names) {
    const changed = oneChange(folded, plain(name))
    // Where the shape differs too, the offsets of the folded name are not those of the text.
    if (changed !== undefined) {
      return { kind: 'oneCharacter', name, slice: folded === text ? changed : [0, text.length] }
    }
  }
  return { kind: 'similar', name: first }
}

/** Where `text` differs from `other` when one character was added, left out or changed; UTF-16 offsets into `text`. */
function oneChange(text: string, other: string): readonly [from: number, to: number] | undefined {
  const [left, right] = [[...text], [...other]]
  if (Math.abs(left.length - right.length) > 1 || right.length < 4) return undefined
  let head = 0
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1
  let tail = 0
  const shorter = Math.min(left.length, right.length) - head
  while (tail < shorter && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  if (left.length - head - tail > 1 || right.length - head - tail > 1) return undefined
  const before = left.slice(0, head).join('').length
  return [
    before,
    before + (left.slice(head, left.length - tail).join('').length || (left[head]?.length ?? 0)),
  ]
}
