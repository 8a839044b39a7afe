// Tells what a reviewer's words are about: sentence by sentence, the longest phrase first.
import { toHalfWidth, withoutInvisible } from '../facts/text.ts'
import { type Topic, topics } from './data/reasons.ts'

/** What a refusal says, as far as it could be read. */
export interface ReasonReading {
  readonly topics: readonly TopicReading[]
}

/** A topic that was read out of a reason. */
export interface TopicReading {
  readonly topic: Topic
  /** The words that told it. */
  readonly words: string
  /** Only a hint told it: the reason may mean something else. */
  readonly unsure: boolean
  /** Whose data is meant, where the reviewer says so. */
  readonly side: 'subject' | 'websites' | undefined
}

interface Hit {
  readonly topic: Topic
  readonly from: number
  readonly to: number
  /** Characters that the phrase itself has, gaps left out. */
  readonly weight: number
}

interface Phrase {
  readonly topic: Topic
  readonly pattern: RegExp
  readonly weight: number
}

/** How far the two halves of a phrase may stand apart: `域名…实名`. */
const GAP = '.{0,16}?'
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function compile(words: (topic: Topic) => string | undefined): Phrase[] {
  return topics.flatMap((topic) =>
    (words(topic)?.split('|') ?? []).map((phrase) => ({
      topic,
      pattern: new RegExp(phrase.split('…').map(escaped).join(GAP), 'gi'),
      weight: phrase.replaceAll('…', '').length,
    })),
  )
}

let compiled: { readonly phrases: readonly Phrase[]; readonly hints: readonly Phrase[] } | undefined

/** Longer reasons are cut: reviewers write a few sentences, and every phrase is tried on each. */
const LONGEST = 4000

/** Reads a reviewer's words. Topics come in the order in which they are named; none when nothing is known. */
export function readReason(text: string): ReasonReading {
  compiled ??= { phrases: compile(({ phrases }) => phrases), hints: compile(({ hints }) => hints) }
  const found = new Map<string, TopicReading>()
  const plain = withoutInvisible(toHalfWidth(text)).slice(0, LONGEST)
  for (const sentence of plain.split(/[。;；!?\n]|(?<=\D)\d{1,2}[.、)](?!\d)/)) {
    let hits = longestFirst(sentence, compiled.phrases)
    const unsure = hits.length === 0
    if (unsure) hits = longestFirst(sentence, compiled.hints)
    for (const { topic, from, to } of hits) {
      const known = found.get(topic.id)
      if (known !== undefined && (!known.unsure || unsure)) continue
      found.set(topic.id, { topic, words: sentence.slice(from, to), unsure, side: sideOf(sentence, from) })
    }
  }
  const all = [...found.values()]
  // What one sentence says clearly, another's hint does not add to.
  const sure = all.filter(({ unsure }) => !unsure)
  return { topics: sure.length > 0 ? sure : all }
}

function longestFirst(sentence: string, phrases: readonly Phrase[]): Hit[] {
  const hits: Hit[] = []
  for (const { topic, pattern, weight } of phrases) {
    for (const match of sentence.matchAll(pattern))
      hits.push({ topic, from: match.index, to: match.index + match[0].length, weight })
  }
  hits.sort((a, b) => b.weight - a.weight || a.to - a.from - (b.to - b.from) || a.from - b.from)
  const kept: Hit[] = []
  for (const hit of hits) {
    if (!kept.some(({ from, to }) => hit.from < to && from < hit.to)) kept.push(hit)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Whose data: the last 主体… or 网站负责人 named before the words. */
function sideOf(sentence: string, before: number): TopicReading['side'] {
  const head = sentence.slice(0, before + 5)
  const subject = Math.max(head.lastIndexOf('主体负责人'), head.lastIndexOf('主体信息'))
  const websites = Math.max(
    head.lastIndexOf('网站负责人'),
    head.lastIndexOf('服务负责人'),
    head.lastIndexOf('网站信息'),
  )
  if (subject < 0 && websites < 0) return undefined
  return subject > websites ? 'subject' : 'websites'
}
