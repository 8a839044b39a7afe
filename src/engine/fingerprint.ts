// What a finding is, apart from where its line happens to be: the same after lines move and other items come and go.
import { fieldAt } from '../draft/catalogue.ts'
import type { Path } from '../draft/field.ts'
import { maskWithin } from '../draft/mask.ts'
import type { Draft } from '../draft/normalise.ts'

/** Places of list items by what they are: the domain or the name of a website, a domain itself, else the number. */
function itemName(draft: Draft, path: Path, at: number): string {
  const index = path[at]
  const website = path[0] === 'websites' && typeof path[1] === 'number' ? draft.websites[path[1]] : undefined
  if (website !== undefined && at === 1)
    return impersonal(website.domains[0]?.name) ?? impersonal(website.name) ?? `#${index}`
  if (website !== undefined && at === 3 && path[2] === 'domains' && typeof index === 'number')
    return impersonal(website.domains[index]?.name) ?? `#${index}`
  return `#${index}`
}

/** A name that is public; a slip can put a phone or a mail address there. */
const impersonal = (name: string | undefined): string | undefined =>
  name !== undefined && /[\d０-９@＠]/.test(name) && maskWithin(name) !== name ? undefined : name

/**
 * A text that stands for a place in a draft. No line numbers, and nothing personal: keys that the form does not have
 * are left out, because a slip can put anything there.
 */
export function anchorOf(draft: Draft, path: Path): string {
  const steps: string[] = []
  for (const [at, step] of path.entries()) {
    if (typeof step === 'number') steps.push(itemName(draft, path, at))
    else steps.push(fieldAt(path.slice(0, at + 1)) === undefined ? '?' : step)
  }
  return steps.join('/')
}

/** What tells a draft from the others of its file; undefined for one without a domain. */
export function draftName(draft: Draft): string | undefined {
  return impersonal(draft.websites[0]?.domains[0]?.name)
}
