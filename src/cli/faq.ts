// `beian-check faq [words…]`: the questions behind the guide, then and now.
import { nearest } from '../facts/text.ts'
import { type FaqTopic, faq, type Holds, searchFaq } from '../guide/faq.ts'
import type { Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine, safeJson } from '../report/safe.ts'
import { sourceText } from '../report/source-text.ts'
import { sourceObjects } from '../report/view.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'
import { padEnd, requireFormat } from './table.ts'

const texts = {
  answer: { zh: '须知的回答（2007）', en: 'The guide’s answer (2007)' },
  now: { zh: '现在', en: 'Today' },
  holds: { zh: '是否仍适用', en: 'Still holds' },
  also: { zh: '也可能是问', en: 'Perhaps you mean' },
  more: {
    zh: '用 beian-check faq 编号、名称或自己的话 查看，例如 beian-check faq 换空间',
    en: 'beian-check faq NUMBER, NAME or your own words shows one, such as beian-check faq lost password',
  },
} as const satisfies Record<string, Record<Language, string>>

const holding = {
  yes: { zh: '是', en: 'yes' },
  partly: { zh: '部分适用：道理不变，办法变了', en: 'partly: the idea, not the way' },
  no: { zh: '不再适用', en: 'no' },
} as const satisfies Record<Holds, Record<Language, string>>

/** Prints one question, those that words may mean, or all. */
export function answer(
  words: readonly string[],
  options: { readonly format?: string },
  language: Language,
  io: Io,
): ExitCode {
  const format = requireFormat(options.format)
  const query = words.join(' ').trim()
  const { found, exact } = query === '' ? { found: faq, exact: false } : searchFaq(query)
  if (found.length === 0) throw nothingFor(query)
  if (format === 'json') {
    const topics = found.map((topic) => topicObject(topic, language))
    io.stdout.write(`${safeJson({ version: 1, query: query === '' ? null : query, topics }, 2)}\n`)
    return EXIT.clean
  }
  const width = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY
  const lines = query === '' ? listLines(language, width) : answerLines(found, exact, language, width)
  for (const line of lines) io.stdout.write(`${line}\n`)
  return EXIT.clean
}

function nothingFor(query: string): UsageError {
  const near = nearest(
    query,
    faq.map(({ id }) => id),
  )
  const names = faq.map(({ number, id }) => `${number} ${id}`)
  if (/^\d{3,5}$/.test(query))
    return new UsageError({
      zh: `${query} 像是退回代码：beian-check next 草稿文件 --code ${query}`,
      en: `${query} looks like a return code: beian-check next DRAFT --code ${query}`,
    })
  return new UsageError({
    zh: `没有关于“${query}”的问答${near === undefined ? '。' : `，是不是“${near}”？`}可用：${names.join('、')}`,
    en: `No question is about “${query}”${near === undefined ? '.' : `; is “${near}” meant?`} There are: ${names.join(', ')}`,
  })
}

function* listLines(language: Language, width: number): Generator<string> {
  const longest = Math.max(...faq.map(({ id }) => id.length))
  for (const { number, id, question } of faq) {
    const head = `${number}  ${padEnd(id, longest)}  `
    yield* hanging(head, question[language], width)
  }
  yield ''
  yield* wrap(texts.more[language], width)
}

function* answerLines(
  [first, ...others]: readonly FaqTopic[],
  exact: boolean,
  language: Language,
  width: number,
): Generator<string> {
  if (first === undefined) return
  const { number, question, source, holds, today, todaySources } = first
  yield* hanging(`${number}. `, question[language], width)
  yield ''
  yield texts.answer[language]
  for (const line of first.answer) yield* hanging('  - ', line[language], width)
  yield* hanging('    ', sourceText(source, language), width)
  yield ''
  yield* wrap(`${texts.holds[language]}${language === 'zh' ? '：' : ': '}${holding[holds][language]}`, width)
  yield ''
  yield texts.now[language]
  for (const line of today) yield* hanging('  - ', line[language], width)
  for (const each of todaySources) yield* hanging('    ', sourceText(each, language), width)
  if (exact || others.length === 0) return
  yield ''
  yield texts.also[language]
  for (const topic of others) yield* hanging(`  ${topic.number}  `, topic.question[language], width)
}

function* hanging(head: string, text: string, width: number): Generator<string> {
  const [line = '', ...rest] = wrap(oneLine(text), width - head.length)
  yield head + line
  for (const next of rest) yield ' '.repeat(head.length) + next
}

function topicObject(topic: FaqTopic, language: Language): Record<string, unknown> {
  const { number, id, question, source, holds, today, todaySources } = topic
  return {
    number,
    id,
    question: question[language],
    answer: topic.answer.map((line) => line[language]),
    sources: sourceObjects([source], language),
    holds,
    today: today.map((line) => line[language]),
    todaySources: sourceObjects(todaySources, language),
  }
}
