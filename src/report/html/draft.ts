// One draft on the page: the form with what is filled in, and beside each field what was found.
import { fieldAt } from '../../draft/catalogue.ts'
import type { Bilingual, Field } from '../../draft/field.ts'
import type { Draft } from '../../draft/normalise.ts'
import type { Level } from '../../engine/finding.ts'
import { levels } from '../../engine/finding.ts'
import type { LocatedFinding, LocatedRelated } from '../../engine/report.ts'
import { artifactPath, artifactPlace } from '../artifact.ts'
import { sourceText } from '../source-text.ts'
import { fixTitle, linesOf, othersLeft, quotedLine, type RunView, sourcesBehind, valueAt } from '../view.ts'
import { type Head, layOut, type Part, type Row } from './form.ts'
import { html, type Markup } from './markup.ts'
import type { Entry } from './survey.ts'
import { type Say, wordPair } from './words.ts'

/** What every part of the page is made with. */
export interface Page {
  readonly view: RunView
  readonly say: Say
  /** Numbers of the drafts on the page, by `placeKey`. */
  readonly numbers: ReadonlyMap<string, number>
}

/** What tells the drafts of a run apart. */
export const placeKey = ({ file, document }: Pick<Entry, 'file' | 'document'>): string =>
  `${document} ${file}`

/** Findings told of one draft, the worst first. */
const MOST_FINDINGS = 500
/** Values shown of one field. */
const MOST_VALUES = 50

type State = Level | 'ok' | 'empty'

const marks = { error: '✕', warning: '!', info: 'i', ok: '✓', empty: '–' } as const satisfies Record<
  State,
  string
>

/** A level or state, by sign and word: colour alone says nothing to some. */
export const badge = (state: State, { say }: Page): Markup =>
  html`<span class="badge ${state}"><span aria-hidden="true">${marks[state]}</span> <span class="word">${say(state)}</span></span>`

/** How many there are of each level; nothing for a level that there is none of. */
export const tally = (counts: Entry['counts'], page: Page): Markup[] =>
  levels
    .filter((level) => counts[level] > 0)
    .map((level) => html`<span class="badge ${level}">${page.say(level)} ${counts[level]}</span> `)

/** Another place, with a link to it where it is on the page. */
function relatedPlace(place: LocatedRelated, index: number, { view, numbers }: Page): Markup {
  const words = artifactPlace(place, view)
  const number = numbers.get(placeKey(place))
  const linked = number === undefined ? html`${words}` : html`<a href="#d${number}">${words}</a>`
  return html`${index > 0 && ' · '}${linked}`
}

/** As many other places as a finding names. */
const NAMED = 5

/** One finding with its reason, what to write, its fix and its source. */
export function findingItem(finding: LocatedFinding, page: Page): Markup {
  const { view, say } = page
  const [message, hint] = linesOf(finding, view)
  const title = fixTitle(finding, view)
  const related = finding.related.slice(0, NAMED).map((place, index) => relatedPlace(place, index, page))
  const left = othersLeft(finding, NAMED, view.language)
  const [source] = sourcesBehind(finding, view)
  const origin = source === undefined ? '' : `${say('source')}${sourceText(source, view.language)} · `
  const code = finding.returnCode === undefined ? '' : ` · ${say('code')} ${finding.returnCode}`
  return html`<li class="finding ${finding.level}" data-level="${finding.level}">
<p class="message">${badge(finding.level, page)} ${message}</p>
${hint !== undefined && html`<p class="hint"><b>${say('write')}</b> ${hint}</p>`}
${title !== undefined && html`<p class="hint"><b>${say('fix')}</b> ${title}</p>`}
${related.length > 0 && html`<p class="hint"><b>${say('also')}</b> ${related}${left !== undefined && ` · ${left}`}</p>`}
<p class="origin">${origin}${say('line', finding.line)}${code} · <code>${finding.rule}</code></p>
</li>
`
}

export const findingList = (findings: readonly LocatedFinding[], page: Page): Markup =>
  html`<ul class="findings">${findings.map((finding) => findingItem(finding, page))}</ul>`

/** The worst of what was found, or whether there is something filled in. */
function stateOf({ findings, values }: Pick<Row, 'findings' | 'values'>): State {
  for (const level of levels) if (findings.some((finding) => finding.level === level)) return level
  return values.length > 0 ? 'ok' : 'empty'
}

const optionsOf = (field: Field) =>
  field.kind === 'option'
    ? field.options
    : field.kind === 'list' && field.item.kind === 'option'
      ? field.item.options
      : []

/** A value as it may be shown: options by their names, pieces that were found marked. */
function valueShown({ path, text }: Row['values'][number], { field, findings }: Row, { view }: Page): Markup {
  const option = optionsOf(field).find(({ id }) => id === text)
  if (option !== undefined) return html`${option[view.language]}`
  const shown = valueAt(path, text, view)
  const inner = fieldAt(path)
  const key = path.at(-1)
  // Of a domain or an approval, what is beside its name says what it is.
  const group = field.kind === 'list' && field.item.kind === 'group' ? field.item : undefined
  const label =
    group !== undefined && key !== group.shorthand && inner !== undefined
      ? html`<span class="aside">${inner[view.language]}</span> `
      : ''
  if (shown.length !== text.length) return html`${label}${shown}`
  const slices = findings.flatMap(({ at }) =>
    at.slice !== undefined && at.path.join('/') === path.join('/') ? [at.slice] : [],
  )
  const pieces: Markup[] = []
  let end = 0
  for (const [from, to] of slices.sort(([a], [b]) => a - b)) {
    if (from < end || to <= from) continue
    pieces.push(html`${shown.slice(end, from)}<mark>${shown.slice(from, to)}</mark>`)
    end = to
  }
  return html`${label}${pieces}${shown.slice(end)}`
}

/** All that a field holds. A value that could not be read is not an empty one. */
function valuesShown(row: Row, page: Page): Markup {
  const { say } = page
  const [first, ...more] = row.values
  if (first === undefined) {
    const isUnusable = row.findings.some(({ rule }) => rule === 'draft/type')
    return html`<span class="nothing">${say(isUnusable ? 'unusable' : 'empty')}</span>`
  }
  if (more.length === 0) return valueShown(first, row, page)
  const left = row.values.length - MOST_VALUES
  return html`<ul class="values">${row.values
    .slice(0, MOST_VALUES)
    .map(
      (each) => html`<li>${valueShown(each, row, page)}</li>`,
    )}${left > 0 && html`<li class="nothing">${say('moreValues', left)}</li>`}</ul>`
}

function rowMarkup(row: Row, page: Page): Markup {
  const { view } = page
  const state = stateOf(row)
  const result =
    row.findings.length > 0 ? findingList(row.findings, page) : state === 'ok' ? badge('ok', page) : ''
  return html`<tr role="row" class="row ${state}" data-state="${state}">
<th role="rowheader" scope="row">${row.label[view.language]}</th>
<td role="cell" class="value" lang="zh-CN">${valuesShown(row, page)}</td>
<td role="cell" class="result">${result}</td>
</tr>
`
}

interface Group {
  readonly head: Head | undefined
  readonly rows: Row[]
}

/** Rows under the person they belong to. Papers have no heading: their labels say whose they are. */
function groupsOf(rows: Part['rows']): Group[] {
  const groups: Group[] = []
  let current: Group | undefined
  for (const row of rows) {
    const head = current?.head
    const isInside = head?.path.every((step, index) => row.path[index] === step)
    if (row.kind === 'head' && row.path.at(-1) !== 'certificate') {
      current = { head: row, rows: [] }
      groups.push(current)
      continue
    }
    if (current === undefined || (head !== undefined && isInside !== true)) {
      current = { head: undefined, rows: [] }
      groups.push(current)
    }
    if (row.kind === 'row') current.rows.push(row)
    else if (row.findings.length > 0) current.rows.push(wholeGroup(row, row.label))
  }
  return groups
}

/** What was found about a group of fields as a whole, as a row of its own. */
const wholeGroup = ({ path, findings }: Head, label: Bilingual): Row => ({
  kind: 'row',
  path,
  label,
  field: { kind: 'text', ...label },
  values: [],
  findings,
})

function groupMarkup({ head, rows }: Group, page: Page): Markup {
  const { view } = page
  const all =
    head !== undefined && head.findings.length > 0 ? [wholeGroup(head, wordPair('all')), ...rows] : rows
  const title =
    head !== undefined &&
    html`<tr role="row" class="head"><th role="columnheader" scope="rowgroup" colspan="3">${head.label[view.language]}</th></tr>`
  return html`<tbody role="rowgroup" data-group>${title}${all.map((row) => rowMarkup(row, page))}</tbody>
`
}

function partMarkup(part: Part, id: string, page: Page): Markup {
  const { view, say } = page
  const { label, number, name, kind } = part
  const title = [label[view.language], ...(number === undefined ? [] : [String(number)])].join(' ')
  // The page is a form: what is not filled in of 备案 is not asked for either.
  const isBlank =
    kind === 'filing' &&
    part.findings.length === 0 &&
    part.rows.every((row) => row.findings.length === 0 && (row.kind === 'head' || row.values.length === 0))
  if (isBlank) return html``
  return html`<div class="part ${kind}" data-part>
<h3 id="${id}">${title}${name !== undefined && html` <small lang="zh-CN">${valueAt([], name, view)}</small>`}</h3>
${part.findings.length > 0 && findingList(part.findings, page)}
${part.absent && part.findings.length === 0 && html`<p class="nothing">${say(kind === 'access' ? 'noAccess' : 'noWebsite')}</p>`}
${
  !part.absent &&
  html`<table role="table" aria-labelledby="${id}">
<colgroup><col class="label"><col class="value"><col></colgroup>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${say('field')}</th><th role="columnheader" scope="col">${say('value')}</th><th role="columnheader" scope="col">${say('result')}</th></tr></thead>
${groupsOf(part.rows).map((group) => groupMarkup(group, page))}</table>`
}
</div>
`
}

/** A draft without values has no fields to show: what was found stands with its lines. */
const unlaidMarkup = (
  why: Unlaid,
  findings: readonly LocatedFinding[],
  page: Page,
): Markup => html`<p class="nothing">${page.say(why)}</p>
${findings.map((finding) => {
  const [before, piece, after] = quotedLine(finding, page.view)
  return html`<pre><code><span class="number">${finding.line}</span>${before}<mark>${piece}</mark>${after}</code></pre>
${findingList([finding], page)}`
})}`

/** Why a draft is not laid out: it could not be read, or its file is not at hand, as with reports from elsewhere. */
export type Unlaid = 'unparsed' | 'gone'

/**
 * The section of one draft.
 * @param draft its values, or why there are none
 * @param number among those on the page, from 1
 */
export function draftSection(
  entry: Entry,
  draft: Draft | Unlaid,
  findings: readonly LocatedFinding[],
  number: number,
  page: Page,
): Markup {
  const { say } = page
  const id = `d${number}`
  const told = worstOf(findings)
  const form = typeof draft === 'string' ? undefined : layOut(draft, told)
  const place = draftPlace(entry, page)
  const name = (typeof draft === 'string' ? undefined : draft.subject.name) ?? entry.name
  const state = levels.find((level) => entry.counts[level] > 0)
  return html`<section class="draft" id="${id}" data-draft="${number}" data-file="${entry.fileNumber}" aria-labelledby="${id}-title${name !== undefined && ` ${id}-file`}">
<header>
${titleMarkup(name, place, id, page)}
<p class="tally">${state === undefined ? badge('ok', page) : tally(entry.counts, page)}</p>
</header>
${told.length < findings.length && html`<p class="nothing">${say('more', findings.length - told.length)}</p>`}
${typeof draft === 'string' && unlaidMarkup(draft, told, page)}
${
  form !== undefined &&
  form.findings.length > 0 &&
  html`<div class="part" data-part><h3>${say('whole')}</h3>${findingList(form.findings, page)}</div>`
}
${form?.parts.map((part, index) => partMarkup(part, `${id}-${index + 1}`, page))}
${form?.isCut === true && html`<p class="nothing">${say('moreParts')}</p>`}
</section>
`
}

/** A draft is called by its sponsor or its domain, one that has neither by its file. */
function titleMarkup(name: string | undefined, place: string, id: string, { view }: Page): Markup {
  if (name === undefined) return html`<h2 id="${id}-title" class="file">${place}</h2>`
  return html`<h2 id="${id}-title" lang="zh-CN">${valueAt([], name, view)}</h2>
<p class="file" id="${id}-file">${place}</p>`
}

/** Of very many findings the worst, as the form has room for. */
function worstOf(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  return [...findings]
    .sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
    .slice(0, MOST_FINDINGS)
}

/** File and, where it holds several, number of a draft. */
export const draftPlace = ({ file, document, isOneOfMany }: Entry, { view }: Page): string =>
  `${artifactPath(file, view)}${isOneOfMany ? ` #${document + 1}` : ''}`
