// The people of a filing with their places: the principal of the subject and those of the websites.
import type { Certificate, Person } from '../src/draft/catalogue.ts'
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

export interface CertificateEntry {
  readonly certificate: Certificate
  readonly at: readonly ['subject', 'certificate'] | readonly [...PrincipalPath, 'certificate']
  /** The name that stands beside it. */
  readonly name: string | undefined
}

/** Every certificate of a person: an individual's own, and those of the principals. */
export function* certificatesOf(draft: Draft): Generator<CertificateEntry> {
  const { nature, name, certificate } = draft.subject
  if (nature === 'individual') yield { certificate, at: ['subject', 'certificate'], name }
  for (const { person, at } of peopleOf(draft))
    yield { certificate: person.certificate, at: [...at, 'certificate'], name: person.name }
}
