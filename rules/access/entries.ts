// The access entries of a draft with their places, for the rules of this folder.
import type { Access } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'

export interface Entry {
  readonly access: Access
  /** `['websites', i, 'access', j]` */
  readonly at: readonly ['websites', number, 'access', number]
}

/** Every access entry, in the order of the draft. */
export function* entriesOf(draft: Draft): Generator<Entry> {
  for (const [i, website] of draft.websites.entries()) {
    for (const [j, access] of website.access.entries()) yield { access, at: ['websites', i, 'access', j] }
  }
}
