// What the rules on clashes know of a place where a value stands: whose it is, how far that filing is, which website.
// It travels as text in the key's owner, so that a key stays small and plain wherever drafts are checked.

import type { Website } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import type { Key, Occurrence } from '../../src/engine/rule.ts'
import { asciiOf, canonicalDomain, readInside } from '../../src/facts/domains.ts'
import { remembering, rememberingLast } from '../../src/facts/remember.ts'
import { toHalfWidth, withoutInvisible } from '../../src/facts/text.ts'

type Status = 'draft' | 'submitted' | 'rejected' | 'approved'
type FilingType = 'new' | 'add-website' | 'add-access' | 'change'

/** Who uses a value, and in which filing. */
export interface Use {
  /** Folded name of the sponsor, empty where the draft does not say. */
  readonly sponsor: string
  /** The name as written. */
  readonly name: string
  readonly status: Status
  readonly type: FilingType
  /** The website's registrable domains, sorted. */
  readonly domains: readonly string[]
}

/** The use that a draft, or one of its websites, makes of a value; packed for `Key.owner`. */
function packUse(draft: Draft, website: Website | undefined): string {
  const name = draft.subject.name ?? ''
  const use: Use = {
    sponsor: foldName(name),
    name,
    status: draft.filing.status ?? 'draft',
    type: draft.filing.type ?? 'new',
    domains: website === undefined ? [] : [...domainPlaces(website).keys()].sort(),
  }
  return JSON.stringify(use)
}

/** What `packUse` made of the websites of a draft so far. */
const packed = rememberingLast((_draft: Draft) => new Map<Website | undefined, string>())

/** A key whose owner is packed when it is asked for: nearly all keys of a run meet no other, and nobody asks. */
export class UsedKey implements Key {
  readonly value: Key['value']
  readonly at: Key['at']
  readonly shown: Key['shown']
  readonly #draft: Draft
  readonly #website: Website | undefined

  constructor({ value, at, shown }: Omit<Key, 'owner'>, draft: Draft, website?: Website) {
    this.value = value
    this.at = at
    this.shown = shown
    this.#draft = draft
    this.#website = website
  }

  get owner(): string {
    const known = packed(this.#draft)
    const owner = known.get(this.#website) ?? packUse(this.#draft, this.#website)
    known.set(this.#website, owner)
    return owner
  }
}

/** Opens what `packUse` packed. */
export function openUse(owner: string): Use {
  const use: Use = JSON.parse(owner)
  return use
}

/** What is registered of a domain: in its form on the wire, and as it is written. */
interface Registered {
  readonly wire: string
  readonly written: string
}

/** The registrable domains of a website, each once, and where each stands first. */
function domainPlaces({ domains }: Website): Map<string, { readonly k: number; readonly written: string }> {
  const places = new Map<string, { k: number; written: string }>()
  domains.forEach(({ name }, k) => {
    const domain = name === undefined ? undefined : registered(name)
    if (domain !== undefined && !places.has(domain.wire))
      places.set(domain.wire, { k, written: domain.written })
  })
  return places
}

/** The domains of every website of a draft, as keys. */
export function domainKeys(draft: Draft): Key[] {
  const keys: Key[] = []
  draft.websites.forEach((website, i) => {
    domainPlaces(website).forEach(({ k, written }, domain) => {
      const at = ['websites', i, 'domains', k, 'name'] as const
      keys.push(new UsedKey({ value: domain, at, shown: written }, draft, website))
    })
  })
  return keys
}

/** The domain that a group of `domainKeys` shares, in its form on the wire. */
export function domainOfGroup([first]: readonly Occurrence[]): string {
  const written = String(first?.shown ?? '')
  return asciiOf(written) ?? written
}

/** What is registered of a domain; undefined for what is no domain. */
const registered = remembering((text: string): Registered | undefined => {
  const inner = readInside(canonicalDomain(text))
  if (inner.kind !== 'ok') return undefined
  return { wire: asciiOf(inner.registrable) ?? inner.registrable, written: inner.registrable }
})

/** A name without what keeps no names apart: spaces, width, case, the variants of the middle dot. */
export function foldName(name: string): string {
  return withoutInvisible(toHalfWidth(name))
    .replace(/\s/g, '')
    .replace(/[•・‧∙⋅]/g, '·')
    .toLowerCase()
}

/** Whether two drafts are of one sponsor. Drafts without a name are of nobody known. */
export const sameSponsor = (a: Use, b: Use): boolean => a.sponsor !== '' && a.sponsor === b.sponsor

/** Whether two drafts are of two sponsors. A change may give a filed one its new name. */
export const differentSponsors = (a: Use, b: Use): boolean =>
  a.sponsor !== '' &&
  b.sponsor !== '' &&
  a.sponsor !== b.sponsor &&
  a.type !== 'change' &&
  b.type !== 'change'

/** The first domain by which two drafts speak of one website, that is of one sponsor's; undefined for two websites. */
export function websiteInCommon(a: Use, b: Use): string | undefined {
  return sameSponsor(a, b) ? a.domains.find((domain) => b.domains.includes(domain)) : undefined
}

/** Whether two websites of one draft have a domain in common: the rule on domains says that already. */
export const sameWebsite = (a: Use, b: Use): boolean => a.domains.some((domain) => b.domains.includes(domain))

/** Filings that speak of a website that is filed already. */
const speaksOfFiled = ({ type }: Use): boolean => type === 'add-access' || type === 'change'

/**
 * What two drafts of one website are to each other. `refiled`: one was refused or is under review, the other files it
 * anew. `twice`: both file it. `ordinary`: records of one story, or a change of what was filed.
 */
export function storyOf(a: Use, b: Use): 'refiled' | 'twice' | 'ordinary' {
  if (speaksOfFiled(a) || speaksOfFiled(b)) return 'ordinary'
  const statuses = [a.status, b.status]
  const fresh = statuses.includes('draft')
  if (fresh && (statuses.includes('rejected') || statuses.includes('submitted'))) return 'refiled'
  if (fresh || a.status === b.status) return a.status === 'rejected' ? 'ordinary' : 'twice'
  return 'ordinary'
}

/** Settled filings come first: the finding goes to the draft that can still be changed, and that the run is about. */
const order = ['approved', 'submitted', 'rejected', 'draft'] as const satisfies readonly Status[]

/** As many other places as one finding names. */
const MANY = 10

interface Clashing {
  readonly at: Occurrence
  readonly use: Use
  readonly others: readonly Occurrence[]
  /** The use at the first of the others. */
  readonly otherUse: Use
  /** The first of the others is in the same draft. */
  readonly within: boolean
}

/** A place with its use opened and its draft named. */
interface Opened {
  readonly place: Occurrence
  readonly use: Use
  readonly draft: string
}

/**
 * The places that clash with places before them, settled filings first.
 * @param between whether uses in two drafts clash
 * @param within whether two places in one draft clash
 */
export function* clashing(
  places: readonly Occurrence[],
  between: (before: Use, here: Use) => boolean,
  within: boolean,
): Generator<Clashing> {
  // Places of equal owners are alike, so a few of each are enough to look through: thousands of copies stay linear.
  const byOwner = new Map<string, Opened[]>()
  const byDraft = new Map<string, Opened[]>()
  for (const here of settledFirst(places)) {
    const alike = entryOf(byOwner, here.place.owner)
    const own = entryOf(byDraft, here.draft)
    const others = within ? [...own] : []
    for (const [first, ...more] of byOwner.values()) {
      if (others.length >= MANY) break
      if (first === undefined || !between(first.use, here.use)) continue
      others.push(...[first, ...more].filter(({ draft }) => draft !== here.draft))
    }
    const [other] = others
    if (other !== undefined) {
      const { use: otherUse, draft } = other
      const named = others.slice(0, MANY).map(({ place }) => place)
      yield { at: here.place, use: here.use, others: named, otherUse, within: draft === here.draft }
    }
    if (alike.length <= MANY) alike.push(here)
    if (own.length < MANY) own.push(here)
  }
}

function entryOf(table: Map<string, Opened[]>, key: string): Opened[] {
  const entry = table.get(key) ?? []
  table.set(key, entry)
  return entry
}

function settledFirst(places: readonly Occurrence[]): Opened[] {
  const opened = new Map<string, Use>()
  const sorted: Opened[] = []
  for (const place of places) {
    const use = opened.get(place.owner) ?? openUse(place.owner)
    opened.set(place.owner, use)
    sorted.push({ place, use, draft: `${place.document}\n${place.file}` })
  }
  const rank = ({ place, use }: Opened): number =>
    place.background === true ? -1 : order.indexOf(use.status)
  return sorted.sort((a, b) => rank(a) - rank(b))
}
