// The people of a filing with their places: the principal of the subject and those of the websites.
import type { Certificate, Person } from '../src/draft/catalogue.ts'
import type { Draft } from '../src/draft/normalise.ts'
import { rememberingLast } from '../src/facts/remember.ts'

type PrincipalPath = readonly ['subject', 'principal'] | readonly ['websites', number, 'principal']

export interface PersonEntry {
  readonly person: Person
  readonly at: PrincipalPath
}

/** Every principal, in the order of the form. Absent ones are there with empty fields. */
export const peopleOf = rememberingLast((draft: Draft): readonly PersonEntry[] => [
  { person: draft.subject.principal, at: ['subject', 'principal'] },
  ...draft.websites.map(({ principal }, i) => ({
    person: principal,
    at: ['websites', i, 'principal'] as const,
  })),
])

export interface CertificateEntry {
  readonly certificate: Certificate
  readonly at: readonly ['subject', 'certificate'] | readonly [...PrincipalPath, 'certificate']
  /** The name that stands beside it. */
  readonly name: string | undefined
}

/** Every certificate of a person: an individual's own, and those of the principals. */
export const certificatesOf = rememberingLast((draft: Draft): readonly CertificateEntry[] => {
  const { nature, name, certificate } = draft.subject
  const ofPeople = peopleOf(draft).map(
    ({ person, at }): CertificateEntry => ({
      certificate: person.certificate,
      at: [...at, 'certificate'],
      name: person.name,
    }),
  )
  return nature === 'individual'
    ? [{ certificate, at: ['subject', 'certificate'], name }, ...ofPeople]
    : ofPeople
})
