// Goes through the findings of a file one by one: fix, edit, ignore with a reason, or leave for later.
import { fieldAt } from '../draft/catalogue.ts'
import { editText } from '../draft/edit.ts'
import { withIgnore } from '../draft/ignore-text.ts'
import { maskWithin } from '../draft/mask.ts'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { optionFor } from '../draft/words.ts'
import { checkDraft } from '../engine/check.ts'
import { type Edit, levels } from '../engine/finding.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Settings, Source } from '../engine/run.ts'
import type { Language } from '../report/language.ts'
import { fixTitle, type View } from '../report/view.ts'
import { withAnswer } from './answers.ts'
import { verdictOf } from './interview.ts'
import { BACK, type Choice, type Prompter, type Verdict } from './prompter.ts'

/** What a walk needs from outside. */
export interface Walk {
  readonly prompter: Prompter
  readonly view: View
  /** The findings of a text, in the order of their places. */
  check(source: Source): Promise<readonly LocatedFinding[]>
  /** The rules that hold for a draft. */
  settings(draft: Draft): Settings
  /** Shows a finding. */
  show(finding: LocatedFinding, number: number, total: number): void
  print(line: string): void
}

export interface Walked {
  readonly source: Source
  readonly changes: number
  /** The user ended it before the last finding. */
  readonly quit: boolean
}

type Action = 'fix' | 'edit' | 'ignore' | 'skip' | 'quit' | `idea ${string}`

const words = {
  what: { zh: '怎么处理？', en: 'What shall be done?' },
  edit: { zh: '自己改', en: 'edit it' },
  fill: { zh: '现在填写', en: 'fill it in' },
  idea: { zh: '改成', en: 'change to' },
  ignore: { zh: '忽略，写明理由', en: 'ignore it, with a reason' },
  skip: { zh: '先不处理', en: 'leave it for now' },
  quit: { zh: '结束（保留已做的修改）', en: 'stop here (keep what was changed)' },
  value: { zh: '新的内容', en: 'New value' },
  unfit: { zh: '写这一项能有的内容', en: 'write something that fits here' },
  reason: { zh: '理由', en: 'Reason' },
  needed: { zh: '理由必填，以后看得懂为什么', en: 'a reason is needed, for whoever reads it later' },
  refused: {
    zh: '这里的写法不便自动修改，请在编辑器里改',
    en: 'The file is written in another way there; please edit it by hand',
  },
} as const satisfies Record<string, Record<Language, string>>

/** Walks through one file. Nothing is written: the new text comes back. */
export async function walkThrough(source: Source, walk: Walk): Promise<Walked> {
  let current = source
  let changes = 0
  const left = new Set<string>()
  for (;;) {
    const findings = (await walk.check(current)).filter((finding) => finding.rule !== 'draft/syntax')
    const open = findings.filter((finding) => !left.has(idOf(finding)))
    const [finding] = open
    if (finding === undefined) return { source: current, changes, quit: false }
    walk.show(finding, findings.length - open.length + 1, findings.length)
    const action = await walk.prompter.choose({
      message: words.what[walk.view.language],
      choices: actionsFor(finding, walk.view),
      back: false,
    })
    if (action === BACK || action === 'quit') return { source: current, changes, quit: true }
    const text = action === 'skip' ? undefined : await changed(action, current, finding, walk)
    if (text === undefined) left.add(idOf(finding))
    else {
      current = { ...current, text }
      changes += 1
    }
  }
}

/** A finding that was left stays the same one while lines move. */
const idOf = ({ rule, message, anchor, at }: LocatedFinding): string =>
  JSON.stringify([rule, message, anchor, at.slice ?? null])

function actionsFor(finding: LocatedFinding, view: View): Choice<Action>[] {
  const { language } = view
  const title = fixTitle(finding, view)
  const isMissing = finding.rule === 'draft/missing'
  const ideas = Array.isArray(finding.data.ideas) ? finding.data.ideas.map(String) : []
  return [
    ...(title === undefined ? [] : [{ value: 'fix' as const, name: title }]),
    ...ideas.map(
      (idea): Choice<Action> => ({ value: `idea ${idea}`, name: `${words.idea[language]}“${idea}”` }),
    ),
    ...(canEdit(finding)
      ? [{ value: 'edit' as const, name: (isMissing ? words.fill : words.edit)[language] }]
      : []),
    { value: 'skip', name: words.skip[language] },
    ...(finding.rule === 'draft/ignore' ? [] : [{ value: 'ignore' as const, name: words.ignore[language] }]),
    { value: 'quit', name: words.quit[language] },
  ]
}

/** A single value of the form can be typed; a group or a slip in a key cannot. */
function canEdit({ at }: LocatedFinding): boolean {
  if (at.part === 'key' || at.offsets !== undefined) return false
  const field = fieldAt(at.path)
  return field?.kind === 'text' || field?.kind === 'option'
}

async function changed(
  action: Action,
  source: Source,
  finding: LocatedFinding,
  walk: Walk,
): Promise<string | undefined> {
  const { view, prompter, print } = walk
  const { language } = view
  const { document, at, fix } = finding
  let edits: readonly Edit[]
  if (action === 'ignore') {
    const reason = await prompter.text({
      message: words.reason[language],
      judge: (value) => (value === '' ? { level: 'error', text: words.needed[language] } : undefined),
      shown: maskWithin,
      back: true,
    })
    if (reason === BACK || reason === '') return undefined
    const { rule, line, path } = finding
    const text = await withIgnore(source.text, source.format, { rule, reason, document, line, path })
    if (text === undefined) print(words.refused[language])
    return text
  }
  if (action === 'fix') edits = fix?.edits ?? []
  else if (action.startsWith('idea '))
    edits = [{ op: 'set', path: at.path, value: action.slice('idea '.length) }]
  else {
    const value = await prompter.text({
      message: words.value[language],
      judge: await judgeFor(source, finding, walk),
      shown: maskWithin,
      back: true,
    })
    if (value === BACK || value === '') return undefined
    edits = [{ op: 'set', path: at.path, value }]
  }
  const made = await editText(
    source.text,
    source.format,
    edits.map((edit) => ({ document, edit })),
  )
  if ('text' in made) return made.text
  print(words.refused[language])
  return undefined
}

/** Judges a value for a place of a draft while it is typed. */
async function judgeFor(
  source: Source,
  { document, at }: LocatedFinding,
  { view, settings }: Walk,
): Promise<(value: string) => Verdict | undefined> {
  const { documents } = await readText(source.text, source.format)
  const draft = normalise(documents.find((entry) => entry.document === document)?.value)
  const { rules, world } = settings(draft)
  const field = fieldAt(at.path)
  return (value) => {
    const id = field?.kind === 'option' ? optionFor(field.options, value) : value
    if (value === '' || id === undefined) return { level: 'error', text: words.unfit[view.language] }
    const candidate = withAnswer({ ...draft }, at.path, id)
    const { findings } = checkDraft({ ...draft, ...candidate }, rules, world)
    const [worst] = findings
      .filter((finding) => at.path.every((step, i) => finding.at.path[i] === step))
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    if (worst === undefined) return undefined
    return verdictOf(worst, at.path, view)
  }
}
