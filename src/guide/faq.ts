// Finds the question that somebody means: by number, by name, or by words of theirs.
import { nearest, toHalfWidth } from '../facts/text.ts'
import { type FaqTopic, faq } from './data/faq.ts'

export { type FaqTopic, faq, type Holds } from './data/faq.ts'

/** Questions that answer a search, the best first. */
export interface FaqSearch {
  readonly found: readonly FaqTopic[]
  /** A number or a name was given, so there is nothing to choose. */
  readonly exact: boolean
}

/** A topic that has less than this part of the best one's points is not meant. */
const WORTH_NAMING = 0.5

/** Looks a question up. Words are Chinese or English; nothing fitting gives an empty list. */
export function searchFaq(words: string): FaqSearch {
  const query = toHalfWidth(words).trim().toLowerCase()
  const named = faq.find(({ number, id }) => query === String(number) || query === id)
  if (named !== undefined) return { found: [named], exact: true }
  const points = faq
    .map((topic) => ({ topic, score: scoreOf(topic, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.topic.number - b.topic.number)
  const best = points[0]?.score ?? 0
  const found = points.filter(({ score }) => score >= best * WORTH_NAMING)
  return { found: found.map(({ topic }) => topic), exact: false }
}

/** How much of a query a topic answers: long words count more than short ones. */
function scoreOf({ id, question, words }: FaqTopic, query: string): number {
  let score = 0
  for (const word of words.zh.split('|')) if (query.includes(word)) score += word.length * 2
  const english = words.en.split('|')
  const asked = query.match(/[a-z]{3,}/g) ?? []
  for (const word of english) {
    if (word.includes(' ') ? query.includes(word) : asked.some((one) => isForm(one, word)))
      score += word.length
  }
  // A part of the name or of the question, as a last resort.
  if (query.length > 1 && (id.includes(query) || question.zh.includes(query))) score += query.length
  if (score > 0) return score
  return asked.some(
    (word) =>
      word.length > 4 &&
      nearest(
        word,
        english.filter((one) => one.length > 4),
      ) !== undefined,
  )
    ? 1
    : 0
}

/** The same word in another form: change, changed, changing, changes. */
function isForm(asked: string, word: string): boolean {
  const stem = word.replace(/(?:ed|ing|e|s)$/, '')
  return asked === word || (stem.length > 3 && asked.startsWith(stem) && asked.length - stem.length <= 4)
}
