// The access entries of a draft with their places, for the rules of this folder.
import type { Access } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { rememberingLast } from '../../src/facts/remember.ts'

export interface Entry {
  readonly access: Access
  /** `['websites', i, 'access', j]` */
  readonly at: readonly ['websites', number, 'access', number]
}

/** Every access entry, in the order of the draft. */
export const entriesOf = rememberingLast((draft: Draft): readonly Entry[] =>
  draft.websites.flatMap((website, i) =>
    website.access.map((access, j): Entry => ({ access, at: ['websites', i, 'access', j] })),
  ),
)
