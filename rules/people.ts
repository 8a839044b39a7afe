// The people of a filing with their places: the principal of the subject and those of the websites.
import type { Person } from '../src/draft/catalogue.ts'
import type { Draft } from '../src/draft/normalise.ts'

type PrincipalPath = readonly ['subject', 'principal'] | readonly ['websites', number, 'principal']

export interface PersonEntry {
  readonly person: Person
  readonly at: PrincipalPath
}

/** Every principal, in the order of the form. Absent ones are there with empty fields. */
export function* peopleOf(draft: Draft): Generator<PersonEntry> {
  yield { person: draft.subject.principal, at: ['subject', 'principal'] }
  for (const [i, { principal }] of draft.websites.entries())
    yield { person: principal, at: ['websites', i, 'principal'] }
}
