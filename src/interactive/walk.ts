// Goes through the findings of a file one by one: fix, edit, ignore with a reason, or leave for later. Each decision is
// written down at once, and the file is read again before the next one: nothing is lost, and nobody is overwritten.
import { fieldAt } from '../draft/catalogue.ts'
import { editText } from '../draft/edit.ts'
import type { OptionField, Path } from '../draft/field.ts'
import { withIgnore } from '../draft/ignore-text.ts'
import { mask, maskWithin } from '../draft/mask.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { checkDraft } from '../engine/check.ts'
import { type Edit, levels } from '../engine/finding.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Settings, Source } from '../engine/run.ts'
import type { Language } from '../report/language.ts'
import { fixTitle, type View } from '../report/view.ts'
import { answerAt, withAnswer } from './answers.ts'
import { verdictOf } from './interview.ts'
import { BACK, type Choice, type Prompter, type Verdict } from './prompter.ts'

/** Why something could not be done, in words. */
interface Why {
  readonly zh: string
  readonly en: string
}

/** What a walk needs from outside. */
export interface Walk {
  readonly prompter: Prompter
  readonly view: View
  /** What the file says now. */
  read(): Promise<Source | Why>
  /** Writes a text over the one that the file is expected to have. What comes back says why that could not be done. */
  write(old: string, text: string): Promise<Why | undefined>
  /** The findings of a text, in the order of their places. */
  check(source: Source): Promise<readonly LocatedFinding[]>
  /** The rules that hold for a draft. */
  settings(draft: Draft): Settings
  /** Shows a finding. */
  show(finding: LocatedFinding, number: number, total: number): void
  print(line: string): void
}

export interface Walked {
  /** What the file says at the end. */
  readonly source: Source
  readonly changes: number
  /** The user ended it before the last finding. */
  readonly quit: boolean
  /** Why it had to end early. */
  readonly trouble?: Why
}

type Action = 'fix' | 'edit' | 'ignore' | 'again' | 'skip' | 'quit' | `idea ${string}`

const words = {
  what: { zh: '怎么处理？', en: 'What shall be done?' },
  edit: { zh: '自己改', en: 'edit it' },
  fill: { zh: '现在填写', en: 'fill it in' },
  idea: { zh: '改成', en: 'change to' },
  ignore: { zh: '忽略，写明理由', en: 'ignore it, with a reason' },
  again: { zh: '在编辑器里改好了，重新检查', en: 'it is mended in an editor: check again' },
  skip: { zh: '先不处理', en: 'leave it for now' },
  quit: { zh: '结束（保留已做的修改）', en: 'stop here (keep what was changed)' },
  value: { zh: '新的内容', en: 'New value' },
  needed: { zh: '理由必填，以后看得懂为什么', en: 'a reason is needed, for whoever reads it later' },
  reason: { zh: '理由', en: 'Reason' },
  refused: {
    zh: '这里的写法不便自动修改，请在编辑器里改',
    en: 'The file is written in another way there; please edit it by hand',
  },
  elsewhere: {
    zh: '文件刚在别处改过，按新的内容继续',
    en: 'The file was changed elsewhere; going on with what it says now',
  },
} as const satisfies Record<string, Record<Language, string>>

/** A state to come back to. */
interface Step {
  readonly text: string
  readonly left: readonly Left[]
  readonly changes: number
}

/** A finding that was left for later. */
type Left = Pick<LocatedFinding, 'rule' | 'message' | 'document' | 'at'>

/** Walks through one file. */
export async function walkThrough(source: Source, walk: Walk): Promise<Walked> {
  let current = source
  let left: readonly Left[] = []
  let changes = 0
  const past: Step[] = []
  const keep = async (text: string): Promise<Why | undefined> => {
    const problem = text === current.text ? undefined : await walk.write(current.text, text)
    if (problem === undefined) current = { ...current, text }
    return problem
  }
  for (;;) {
    const now = await walk.read()
    if ('zh' in now) return { source: current, changes, quit: false, trouble: now }
    if (now.text !== current.text) {
      walk.print(words.elsewhere[walk.view.language])
      past.length = 0
      current = now
    }
    const findings = await walk.check(current)
    const finding = nextOf(findings, left)
    if (finding === undefined) return { source: current, changes, quit: false }
    const done = findings.filter((entry) => isLeft(entry, left)).length
    walk.show(finding, done + 1, findings.length)
    const action = await walk.prompter.choose({
      message: words.what[walk.view.language],
      choices: actionsFor(finding, walk.view),
      back: past.length > 0,
    })
    if (action === 'quit') return { source: current, changes, quit: true }
    if (action === 'again') continue
    let problem: Why | undefined
    if (action === BACK) {
      const step = past.pop()
      problem = step && (await keep(step.text))
      if (step !== undefined && problem === undefined) ({ left, changes } = step)
    } else {
      const made = action === 'skip' ? undefined : await changed(action, current, finding, walk)
      if (made === BACK) continue
      const step = { text: current.text, left, changes }
      problem = made && (await keep(made.text))
      if (problem === undefined) {
        past.push(step)
        left = made === undefined ? [...left, finding] : made.edits.reduce(movedBy(finding.document), left)
        if (made !== undefined) changes += 1
      }
    }
    // Changed meanwhile: the next round sees the new text. Otherwise nothing can be written there.
    if (problem !== undefined && (await isAsBefore(current, walk)))
      return { source: current, changes, quit: false, trouble: problem }
  }
}

async function isAsBefore({ text }: Source, walk: Walk): Promise<boolean> {
  const now = await walk.read()
  return 'text' in now && now.text === text
}

/** The next one to ask about. What cannot be read comes first: nothing else can be changed before it is mended. */
function nextOf(findings: readonly LocatedFinding[], left: readonly Left[]): LocatedFinding | undefined {
  const broken = findings.filter(({ rule }) => rule === 'draft/syntax')
  return (broken.length > 0 ? broken : findings).find((finding) => !isLeft(finding, left))
}

const isLeft = (finding: LocatedFinding, left: readonly Left[]): boolean =>
  left.some((other) => idOf(other) === idOf(finding))

const idOf = ({ rule, message, document, at }: Left): string =>
  JSON.stringify([rule, message, document, at.path, at.slice ?? null])

/** What was left stays the same when an item before it goes. */
const movedBy =
  (document: number) =>
  (left: readonly Left[], edit: Edit): readonly Left[] => {
    const index = edit.path.at(-1)
    if (edit.op !== 'remove' || typeof index !== 'number') return left
    const list = edit.path.slice(0, -1)
    return left.map((entry) => {
      const step = entry.at.path[list.length]
      const isBehind = typeof step === 'number' && step > index && startsWith(entry.at.path, list)
      if (entry.document !== document || !isBehind) return entry
      return { ...entry, at: { ...entry.at, path: entry.at.path.with(list.length, step - 1) } }
    })
  }

const startsWith = (path: Path, start: Path): boolean => start.every((step, index) => path[index] === step)

function actionsFor(finding: LocatedFinding, view: View): Choice<Action>[] {
  const { language } = view
  const title = fixTitle(finding, view)
  const isMissing = finding.rule === 'draft/missing'
  const ideas = Array.isArray(finding.data.ideas) ? finding.data.ideas.map(String) : []
  const isBroken = finding.rule === 'draft/syntax'
  const canType = !isBroken && slotOf(finding) !== undefined
  const canIgnore = !isBroken && finding.rule !== 'draft/ignore'
  return [
    ...(title === undefined ? [] : [{ value: 'fix' as const, name: title }]),
    ...ideas.map(
      (idea): Choice<Action> => ({ value: `idea ${idea}`, name: `${words.idea[language]}“${idea}”` }),
    ),
    ...(canType
      ? [{ value: 'edit' as const, name: (isMissing ? words.fill : words.edit)[language] }]
      : title === undefined
        ? [{ value: 'again' as const, name: words.again[language] }]
        : []),
    { value: 'skip', name: words.skip[language] },
    ...(canIgnore ? [{ value: 'ignore' as const, name: words.ignore[language] }] : []),
    { value: 'quit', name: words.quit[language] },
  ]
}

/**
 * Where a typed value belongs: a single value of the form can be typed, a group or a slip in a key cannot. A list that is
 * missing takes its first value.
 */
function slotOf({ rule, at }: LocatedFinding): Path | undefined {
  if (at.part === 'key' || at.offsets !== undefined) return undefined
  const path = rule === 'draft/missing' && fieldAt(at.path)?.kind === 'list' ? [...at.path, 0] : at.path
  const field = fieldAt(path)
  if (field?.kind === 'text' || field?.kind === 'option') return path
  const short = field?.kind === 'group' ? field.shorthand : undefined
  return short === undefined ? undefined : [...path, short]
}

interface Change {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** What a decision comes to; undefined where it cannot be made, BACK when the user thought better of it. */
async function changed(
  action: Action,
  source: Source,
  finding: LocatedFinding,
  walk: Walk,
): Promise<Change | typeof BACK | undefined> {
  const { document, at, fix } = finding
  if (action === 'ignore') return await ignored(source, finding, walk)
  let edits: readonly Edit[]
  if (action === 'fix') edits = fix?.edits ?? []
  else if (action.startsWith('idea '))
    edits = [{ op: 'set', path: at.path, value: action.slice('idea '.length) }]
  else {
    const value = await typed(source, finding, walk)
    if (value === BACK) return BACK
    edits = [{ op: 'set', path: at.path, value }]
  }
  const made = await editText(
    source.text,
    source.format,
    edits.map((edit) => ({ document, edit })),
  )
  if ('text' in made) return { text: made.text, edits }
  walk.print(words.refused[walk.view.language])
  return undefined
}

async function ignored(
  source: Source,
  { rule, line, path, document }: LocatedFinding,
  { view: { language }, prompter, print }: Walk,
): Promise<Change | typeof BACK | undefined> {
  const reason = await prompter.text({
    message: words.reason[language],
    judge: (value) => (value === '' ? { level: 'error', text: words.needed[language] } : undefined),
    shown: maskWithin,
    back: true,
  })
  if (reason === BACK || reason === '') return BACK
  const text = await withIgnore(source.text, source.format, { rule, reason, document, line, path })
  if (text !== undefined) return { text, edits: [] }
  print(words.refused[language])
  return undefined
}

/** A value that the user types or chooses, beginning from the one that is there. */
async function typed(source: Source, finding: LocatedFinding, walk: Walk): Promise<string | typeof BACK> {
  const { view, prompter } = walk
  const path = slotOf(finding) ?? finding.at.path
  const { documents } = await readText(source.text, source.format)
  const draft = normalise(documents.find((entry) => entry.document === finding.document)?.value)
  const message = words.value[view.language]
  const judge = judgeFor(draft, path, walk)
  const before = answerAt({ ...draft }, path)
  const field = fieldAt(path)
  if (field?.kind === 'option') {
    const picked = await prompter.choose({
      message,
      choices: choicesOf(field, view.language, judge),
      default: typeof before === 'string' ? before : undefined,
      back: true,
    })
    return picked
  }
  const value = await prompter.text({
    message,
    judge,
    default: typeof before === 'string' ? before : undefined,
    shown: (text) => (field?.mask === undefined ? maskWithin(text) : mask(field.mask, text)),
    back: true,
  })
  return value === '' || value === before ? BACK : value
}

const choicesOf = (
  { options }: OptionField,
  language: Language,
  judge: (value: string) => Verdict | undefined,
): Choice<string>[] =>
  options.map((option) => ({
    value: option.id,
    name: option[language],
    search: `${option.id} ${option.en}`,
    note: judge(option.id),
  }))

/** Judges a value for a place of a draft while it is typed. */
function judgeFor(
  draft: Draft,
  path: Path,
  { view, settings }: Walk,
): (value: string) => Verdict | undefined {
  const { rules, world } = settings(draft)
  return (value) => {
    if (value === '') return undefined
    const candidate = withAnswer({ ...draft }, path, value)
    const { findings } = checkDraft({ ...draft, ...candidate }, rules, world)
    const [worst] = findings
      .filter((finding) => startsWith(finding.at.path, path))
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    return worst === undefined ? undefined : verdictOf(worst, path, view)
  }
}
