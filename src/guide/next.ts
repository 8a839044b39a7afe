// What to do now with one filing: the steps that hold for it, and what a refusal means for this draft.
import type { Draft } from '../draft/normalise.ts'
import type { LocatedFinding } from '../engine/report.ts'
import { returnCode } from './data/codes.ts'
import { type Circumstances, type Step, steps } from './data/steps.ts'
import { type FieldPlace, placesOf, touches } from './fields.ts'
import type { Foreseeable, Meaning, Who } from './meaning.ts'
import { readReason, type TopicReading } from './reasons.ts'

/** A refusal as the user tells it: a return code or a reviewer's words. */
export type Told = { readonly code: number } | { readonly reason: string }

/** One meaning of a refusal, held against the draft. */
export interface Concern {
  readonly id: string
  readonly meaning: Meaning
  /** Only a hint told it. */
  readonly unsure: boolean
  readonly who: Who
  /** What of it a draft can show; undefined for a reviewer's words. */
  readonly foreseeable: Foreseeable | undefined
  readonly places: readonly FieldPlace[]
  /** What the check finds at these places or by these rules: the likely causes. */
  readonly findings: readonly LocatedFinding[]
}

/** A refusal and what it means; no concern where nothing is known. */
export interface Explained {
  readonly told: Told
  readonly concerns: readonly Concern[]
}

/** What to do with a filing. */
export interface Plan {
  readonly about: Circumstances
  readonly steps: readonly Step[]
  readonly explained: readonly Explained[]
  /** Error-level findings that no reason was given for: what a refusal is likely about. */
  readonly suspects: readonly LocatedFinding[]
}

/** Rules about the filing as a whole: they say nothing of what a reviewer disliked. */
const notCauses: readonly string[] = ['filing/no-refile']

/**
 * Makes the plan of one draft.
 * @param findings what the check says of this draft
 */
export function planOf(
  draft: Draft,
  about: Circumstances,
  told: readonly Told[],
  findings: readonly LocatedFinding[],
): Plan {
  const explained = told.map((each) => explain(each, draft, findings))
  const named = new Set(explained.flatMap(({ concerns }) => concerns.flatMap((concern) => concern.findings)))
  const suspects = findings.filter(
    (finding) => finding.level === 'error' && !named.has(finding) && !notCauses.includes(finding.rule),
  )
  return {
    about,
    steps: steps.filter(({ when }) => when(about)),
    explained,
    suspects: about.status === 'rejected' ? suspects : [],
  }
}

function explain(told: Told, draft: Draft, findings: readonly LocatedFinding[]): Explained {
  if ('code' in told) {
    const known = returnCode(told.code)
    if (known === undefined) return { told, concerns: [] }
    const concern = concernOf(String(told.code), known, draft, findings)
    return { told, concerns: [{ ...concern, foreseeable: known.foreseeable }] }
  }
  const { topics } = readReason(told.reason)
  return { told, concerns: topics.map((reading) => ofTopic(reading, told.reason, draft, findings)) }
}

function ofTopic(
  { topic, unsure, side }: TopicReading,
  reason: string,
  draft: Draft,
  findings: readonly LocatedFinding[],
): Concern {
  const onSide = topic.fields.filter((field) => side === undefined || field.startsWith(side))
  const fields = onSide.length > 0 ? onSide : topic.fields
  const concern = concernOf(topic.id, { ...topic, fields }, draft, findings)
  const website = websiteNamed(reason, draft)
  if (website === undefined) return { ...concern, unsure }
  const about = ({ path }: { readonly path: readonly (string | number)[] }): boolean =>
    path[0] !== 'websites' || path[1] === website
  return {
    ...concern,
    unsure,
    places: concern.places.filter(about),
    findings: concern.findings.filter(about),
  }
}

/** The one website whose domain or name stands in a reason; undefined for none or several. */
function websiteNamed(reason: string, { websites }: Draft): number | undefined {
  const text = reason.toLowerCase()
  const named = websites.flatMap(({ domains, name }, index) => {
    const words = [...domains.map((domain) => domain.name), name]
    return words.some((word) => word !== undefined && word.length > 2 && text.includes(word.toLowerCase()))
      ? [index]
      : []
  })
  return named.length === 1 ? named[0] : undefined
}

function concernOf(id: string, meaning: Meaning, draft: Draft, findings: readonly LocatedFinding[]): Concern {
  return {
    id,
    meaning,
    unsure: false,
    who: meaning.who,
    foreseeable: undefined,
    places: meaning.fields.flatMap((field) => placesOf(draft, field)),
    findings: findings.filter(
      ({ rule, at }) =>
        meaning.rules.includes(rule) &&
        (meaning.fields.length === 0 || meaning.fields.some((field) => touches(at.path, field))),
    ),
  }
}
