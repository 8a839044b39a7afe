// Leads through the questions: forward, back, and over again from where an earlier run was broken off.
import { fieldAt } from '../draft/catalogue.ts'
import type { Path } from '../draft/field.ts'
import { mask, maskWithin } from '../draft/mask.ts'
import { normalise } from '../draft/normalise.ts'
import { checkDraft } from '../engine/check.ts'
import { type Finding, levels } from '../engine/finding.ts'
import type { Rule } from '../engine/rule.ts'
import type { Settings } from '../engine/run.ts'
import { noInk } from '../report/ink.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { type View, wordsOf } from '../report/view.ts'
import { type Answers, answerAt, textAt, withAnswer } from './answers.ts'
import { BACK, type Choice, marks, type Prompter, type Verdict } from './prompter.ts'
import { isOfDraft, type Profiles, type Question, questionsFor } from './questions.ts'

/** What an interview needs from outside. */
export interface Interview {
  readonly prompter: Prompter
  readonly language: Language
  readonly rules: ReadonlyMap<string, Rule>
  readonly profiles: Profiles
  /** What holds for answers: their profile and province. */
  settings(answers: Answers): Settings
  /** Keeps what was entered so far. */
  keep(answers: Answers): void
  /** Prints a line. */
  print(line: string): void
}

const words = {
  required: { zh: '这一项必填', en: 'this is required' },
  optional: { zh: '可不填', en: 'optional' },
  review: { zh: '核对一遍：', en: 'Please look it over:' },
  end: { zh: '写成草稿文件？', en: 'Write the draft?' },
  write: { zh: '写入', en: 'write it' },
  change: { zh: '修改某一项', en: 'change something' },
  which: { zh: '修改哪一项？', en: 'What shall be changed?' },
} as const satisfies Record<string, Record<Language, string>>

/** The answers as a draft that can be checked. */
export const draftOf = (answers: Answers): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !key.startsWith('x-')))

/** Splits a text with commas into its values. */
const valuesOf = (text: string): string[] =>
  text
    .split(/[,，、;；\s]+/)
    .map((value) => value.trim())
    .filter((value) => value !== '')

const answerOf = ({ several }: Question, text: string): unknown => (several ? valuesOf(text) : text)

/** What the rules say of a value at a place, the worst first; undefined when they are content. */
export function judge(
  answers: Answers,
  question: Question,
  text: string,
  interview: Pick<Interview, 'language' | 'rules' | 'settings'>,
): Verdict | undefined {
  const { language } = interview
  if (text === '') return question.optional ? undefined : { level: 'error', text: words.required[language] }
  const candidate = withAnswer(answers, question.path, answerOf(question, text))
  const { rules, world } = interview.settings(candidate)
  const { findings } = checkDraft(normalise(draftOf(candidate)), rules, world)
  const own = findings
    // That other fields are still empty is no news here.
    .filter((finding) => finding.rule !== 'draft/missing' && isAt(finding, question.path))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  const [worst] = own
  if (worst === undefined) return undefined
  const verdict = verdictOf(worst, question.path, viewIn(interview))
  const idea = question.several ? ideaInList(worst, question.path, valuesOf(text)) : undefined
  return idea === undefined ? verdict : { ...verdict, ideas: [idea] }
}

/** A finding in the words of a message under the prompt. */
export function verdictOf(finding: Finding, path: Path, view: View): Verdict {
  const [message, hint] = wordsOf(finding, view)
  const ideas = ideasOf(finding, path)
  return {
    level: finding.level,
    text: hint === undefined ? message : `${message} → ${hint}`,
    ...(ideas.length > 0 && { ideas }),
  }
}

/** What a finding suggests to write at a place. */
export function ideasOf({ data, fix, at }: Finding, path: Path): string[] {
  const [edit, ...more] = fix?.edits ?? []
  const isHere = (other: Path): boolean => other.join('/') === path.join('/')
  if (edit?.op === 'set' && more.length === 0 && isHere(edit.path)) return [edit.value]
  return isHere(at.path) && Array.isArray(data.ideas) ? data.ideas.map(String) : []
}

/** What a finding about one value of a list makes of the whole list. */
function ideaInList({ fix }: Finding, path: Path, values: readonly string[]): string | undefined {
  const [edit, ...more] = fix?.edits ?? []
  const at = edit?.path[path.length]
  if (edit === undefined || more.length > 0 || typeof at !== 'number' || at >= values.length) return undefined
  if (edit.op === 'set') return values.with(at, edit.value).join(', ')
  return edit.op === 'remove' && values.length > 1 ? values.toSpliced(at, 1).join(', ') : undefined
}

const viewIn = ({ language, rules }: Pick<Interview, 'language' | 'rules'>): View => ({
  language,
  showValues: false,
  ink: noInk,
  width: Number.POSITIVE_INFINITY,
  rules,
  quiet: false,
})

const isAt = (finding: Finding, path: Path): boolean =>
  path.every((step, index) => finding.at.path[index] === step)

const labelOf = (question: Question, language: Language): string =>
  question.optional ? `${question[language]} (${words.optional[language]})` : question[language]

async function ask(
  question: Question,
  answers: Answers,
  back: boolean,
  interview: Interview,
): Promise<Answers | typeof BACK> {
  const { prompter, language } = interview
  const before = textAt(answers, question.path)
  if (question.options !== undefined) {
    const choices = question.options.map((option) => ({
      value: option.value,
      name: option[language],
      search: `${option.value} ${option.en}`,
      note: isOfDraft(question) ? judge(answers, question, option.value, interview) : undefined,
    }))
    const picked = await prompter.choose({
      message: labelOf(question, language),
      choices,
      default: before ?? usualOf(choices, question.default),
      back,
    })
    if (picked === BACK) return BACK
    return withAnswer(answers, question.path, question.several ? [picked] : picked)
  }
  const text = await prompter.text({
    message: labelOf(question, language),
    default: before ?? question.default,
    ...(question.help && { help: question.help[language] }),
    judge: (value) => judge(answers, question, value, interview),
    back,
    shown: (value) => masked(question.path, value),
  })
  return text === BACK ? BACK : withAnswer(answers, question.path, answerOf(question, text))
}

/** The default, or where the rules have something against it the first choice that they are content with. */
function usualOf(choices: readonly Choice<string>[], wanted: string | undefined): string | undefined {
  const usual = choices.find(({ value }) => value === wanted)
  if (usual?.note === undefined) return wanted
  return choices.find(({ note }) => note === undefined)?.value ?? wanted
}

/** What a question was answered with, told apart from "not asked yet": an optional one may be left empty. */
const seenKey = 'x-seen'

const isSeen = (answers: Answers, question: Question): boolean =>
  answerAt(answers, [seenKey, question.path.join('/')]) === true

const seen = (answers: Answers, question: Question): Answers =>
  withAnswer(answers, [seenKey, question.path.join('/')], true)

/** Asks everything, then shows it for review. Answers from an earlier run are gone on with. */
export async function interviewFrom(start: Answers, interview: Interview): Promise<Answers> {
  let answers = start
  for (;;) {
    const questions = questionsFor(answers, interview.settings(answers), interview.profiles)
    const open = questions.findIndex((question) => !isSeen(answers, question))
    if (open < 0) {
      const reviewed = await review(answers, questions, interview)
      if (reviewed === undefined) return asked(answers, questions)
      answers = reviewed
      interview.keep(answers)
      continue
    }
    const question = questions[open]
    if (question === undefined) return answers
    const answered = await ask(question, answers, open > 0, interview)
    if (answered === BACK) {
      const previous = questions[open - 1]
      if (previous !== undefined) answers = unseen(answers, previous)
    } else {
      answers = seen(answered, question)
    }
    interview.keep(answers)
  }
}

/** The answers to these questions only: a change of the nature leaves answers behind that belong to no question. */
function asked(answers: Answers, questions: readonly Question[]): Answers {
  let kept: Answers = {}
  for (const question of questions) {
    const { path } = question
    // The usual type goes without saying.
    const isUsual = path[0] === 'filing' && answerAt(answers, path) === 'new'
    if (isOfDraft(question) && !isUsual) kept = withAnswer(kept, path, answerAt(answers, path))
  }
  return kept
}

const unseen = (answers: Answers, question: Question): Answers =>
  withAnswer(answers, [seenKey, question.path.join('/')], undefined)

/** Shows all answers, personal ones masked. Undefined means that they are right; else one is to be asked again. */
async function review(
  answers: Answers,
  questions: readonly Question[],
  interview: Interview,
): Promise<Answers | undefined> {
  const { prompter, language, print } = interview
  const filled = questions.filter(
    (question) =>
      isOfDraft(question) && (question.optional !== true || textAt(answers, question.path) !== undefined),
  )
  print('')
  print(words.review[language])
  for (const question of filled) {
    print(`  ${question[language]}: ${shown(question, answers, language)}`)
    const verdict = judge(answers, question, textAt(answers, question.path) ?? '', interview)
    if (verdict !== undefined) print(`    ${marks[verdict.level]} ${oneLine(verdict.text)}`)
  }
  const next = await prompter.choose({
    message: words.end[language],
    choices: [
      { value: 'write', name: words.write[language] },
      { value: 'change', name: words.change[language] },
    ],
    back: false,
  })
  if (next !== 'change') return undefined
  const which = await prompter.choose({
    message: words.which[language],
    choices: questions.map((question, index) => ({ value: index, name: question[language] })),
    back: true,
  })
  const question = typeof which === 'number' ? questions[which] : undefined
  return question === undefined ? answers : unseen(answers, question)
}

/** An answer as the review shows it. */
function shown(question: Question, answers: Answers, language: Language): string {
  const text = textAt(answers, question.path) ?? ''
  const option = question.options?.find(({ value }) => value === text)
  if (option !== undefined) return option[language]
  return masked(question.path, text)
}

function masked(path: Path, text: string): string {
  const kind = fieldAt(path)?.mask
  return kind === undefined ? maskWithin(text) : mask(kind, text)
}
