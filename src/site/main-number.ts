// The number of a page that rules speak of, where it shows several.
import type { Filed } from '../engine/rule.ts'
import { subjectNumber } from '../facts/filing-number.ts'
import type { Page, PageNumber } from './page.ts'

/** The number that is filed, else one that is seen, else one at the bottom; of equals the last. */
export function mainNumber(page: Page, filed: Filed): PageNumber | undefined {
  const own = filed.number === undefined ? undefined : subjectNumber(filed.number)
  const rank = ({ reading, hiding, inFooter }: PageNumber): number =>
    (own !== undefined && reading.canonical !== undefined && subjectNumber(reading.canonical) === own
      ? 4
      : 0) +
    (hiding === undefined ? 2 : 0) +
    (inFooter ? 1 : 0)
  let best: PageNumber | undefined
  for (const number of page.numbers) if (best === undefined || rank(number) >= rank(best)) best = number
  return best
}
