// `--format html`: one page that lays each filing out as the official form has it, with what was found beside every
// field. It opens from a disk, asks nothing of any network, and holds no data in its script.
import { createHash } from 'node:crypto'
import { type Draft, normalise } from '../draft/normalise.ts'
import { readText } from '../draft/read.ts'
import { type Lines, TextLines } from '../draft/text-lines.ts'
import { levels } from '../engine/finding.ts'
import type { LocatedFinding, RunReport } from '../engine/report.ts'
import type { Source } from '../engine/run.ts'
import { documents } from '../profile/documents.ts'
import { artifactPath } from './artifact.ts'
import {
  badge,
  draftPlace,
  draftSection,
  findingItem,
  type Page,
  placeKey,
  type Unlaid,
} from './html/draft.ts'
import { html, Markup } from './html/markup.ts'
import { overview } from './html/overview.ts'
import { script } from './html/script.ts'
import { style } from './html/style.ts'
import { type Entry, type Survey, survey } from './html/survey.ts'
import { wordsIn } from './html/words.ts'
import { sourceText } from './source-text.ts'
import { summaryText } from './summary.ts'
import { type Reporter, type RunView, remindersShown, wantedOf } from './view.ts'

/** Findings that are listed without a form. */
const MOST_REST = 1000
/** Files with a draft a line are read whole up to this many characters. */
const MOST_CHARACTERS = 1_000_000
/** Names of files that could not be read. */
const MOST_TROUBLE = 200

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only this very style and this very script; nothing from anywhere, nothing to anywhere. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

/** Style and script are ours and go in as they are: the hashes are of these very bytes. */
const head = ({ entries }: Survey, page: Page): Markup => {
  const { view, say } = page
  const [only, second] = entries
  const place = only !== undefined && second === undefined ? `${draftPlace(only, page)} · ` : ''
  return html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="beian-check ${view.version}">
<title>${place}${say('title')}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
`
}

function verdict(report: RunReport, { states }: Survey, page: Page): Markup {
  const { view, say } = page
  const { errors, warnings, infos } = report.summary
  const unread = view.trouble.length > 0 || report.broken
  const kind = errors > 0 ? 'error' : warnings + infos > 0 || unread ? 'warning' : 'ok'
  const words =
    errors > 0 ? 'refused' : unread ? 'unread' : !view.quiet && warnings + infos > 0 ? 'doubtful' : 'fine'
  const said =
    words === 'refused' && states.error < report.summary.drafts
      ? say('refusedSome', states.error, report.summary.drafts)
      : say(words)
  const sign = { error: '✕', warning: '!', ok: '✓' }[kind]
  const quiet = view.quiet ? ` · ${say('quiet')}` : ''
  return html`<header>
<h1>${say('title')}</h1>
<div class="verdict ${kind}"><span class="sign" aria-hidden="true">${sign}</span>
<div><strong>${said}</strong><p>${summaryText(report, view.language)}${quiet}</p></div></div>
<p class="meta">${say('made')} ${view.today} · beian-check ${view.version}</p>
<p class="meta${view.showValues ? ' unmasked' : ''}">${say(view.showValues ? 'unmasked' : 'masked')}</p>
</header>
`
}

/** The filter, out of sight until the script that makes it work has run. */
function filter(found: Survey, page: Page): Markup {
  const { say } = page
  const box = (value: string, label: string, checked: boolean): Markup =>
    html`<label><input type="checkbox" value="${value}"${checked && html` checked`}> ${label}</label>`
  return html`<form id="filter" class="filter" hidden aria-label="${say('filter')}">
<fieldset><legend>${say('show')}</legend>
${found.findings > 0 && levels.map((level) => box(level, say(level), true))}
${box('ok', say('okRows'), true)}
${box('empty', say('emptyRows'), false)}</fieldset>
${found.entries.length > 1 && draftChoice(found.entries, page)}
${found.findings > 0 && html`<output id="shown" aria-live="polite" data-words="${say('shown')}"></output>`}
</form>
`
}

/** Which draft to look at: any by itself, or all of one file. */
function draftChoice(entries: readonly Entry[], page: Page): Markup {
  const { view, say } = page
  const options = entries.map((entry, index) => {
    const isFirst = entries[index - 1]?.fileNumber !== entry.fileNumber
    const file = isFirst && entry.isOneOfMany
    return html`${file && html`<option value="f${entry.fileNumber}">${artifactPath(entry.file, view)}</option>`}<option value="d${index + 1}">${draftPlace(entry, page)}</option>`
  })
  return html`<label>${say('draft')} <select name="draft"><option value="">${say('allDrafts')}</option>${options}</select></label>`
}

const troubleList = ({ view, say }: Page): Markup =>
  html`<section class="trouble" aria-labelledby="trouble"><h2 id="trouble">${say('unreadable')}</h2>
<ul>${view.trouble.slice(0, MOST_TROUBLE).map((entry) => html`<li><code>${artifactPath(entry.file, view)}</code> ${entry[view.language]}</li>`)}</ul>
${view.trouble.length > MOST_TROUBLE && html`<p class="nothing">${say('moreFiles', view.trouble.length - MOST_TROUBLE)}</p>`}</section>
`

type Values = (entry: Entry) => Promise<Draft | Unlaid>

/** The drafts of a file, each normalised when it is asked for. */
async function draftsOf(file: string, view: RunView): Promise<Values> {
  const lines = view.lines?.(file)
  const inText = (): Promise<Values> => draftsInText(file, view)
  return lines === undefined ? inText() : byLine(lines, async (entry) => (await inText())(entry))
}

async function draftsInText(file: string, view: RunView): Promise<Values> {
  const source = await view.source(file)
  if (source === undefined) return async () => 'gone'
  if (source.format === 'lines' && source.text.length > MOST_CHARACTERS)
    return byLine(new TextLines(source.text), async ({ document }) =>
      draftOf(await valuesIn(source), document),
    )
  const values = await valuesIn(source)
  return async ({ document }) => draftOf(values, document)
}

/** Of a large file with a draft a line only the lines in question are read; where a clean draft stands is not known. */
const byLine =
  (lines: Lines, whole: Values): Values =>
  async (entry) =>
    entry.line === undefined ? whole(entry) : draftOnLine(lines.at(entry.line)?.text)

const draftOnLine = async (text: string | undefined): Promise<Draft | Unlaid> =>
  text === undefined ? 'gone' : draftOf(await valuesIn({ text, format: 'lines' }), 0)

const draftOf = (values: ReadonlyMap<number, unknown>, document: number): Draft | Unlaid =>
  values.has(document) ? normalise(values.get(document)) : 'unparsed'

async function valuesIn({ text, format }: Source): Promise<ReadonlyMap<number, unknown>> {
  const { documents } = await readText(text, format)
  return new Map(documents.map(({ document, value }) => [document, value]))
}

/** The drafts of the survey, in its order. Files are read one at a time. */
async function* forms(report: RunReport, entries: readonly Entry[], page: Page): AsyncGenerator<Markup> {
  let next = 0
  for (const { file, drafts } of report.files) {
    if (next >= entries.length) return
    if (entries[next]?.file !== file) continue
    const valuesOf = await draftsOf(file, page.view)
    for (const { document, findings } of drafts) {
      const entry = entries[next]
      if (entry === undefined || entry.file !== file || entry.document !== document) continue
      next += 1
      yield draftSection(entry, await valuesOf(entry), [...wantedOf({ findings }, page.view)], next, page)
    }
  }
}

/** Findings of the drafts beyond the survey's. */
function* beyond(
  report: RunReport,
  entries: readonly Entry[],
  view: RunView,
): Generator<[string, LocatedFinding]> {
  let next = 0
  for (const { file, drafts } of report.files) {
    for (const { document, findings } of drafts) {
      const entry = entries[next]
      if (entry !== undefined && entry.file === file && entry.document === document) next += 1
      else for (const finding of wantedOf({ findings }, view)) yield [file, finding]
    }
  }
}

function* rest(report: RunReport, found: Survey, page: Page): Generator<Markup> {
  const { view, say } = page
  yield html`<section class="rest" data-rest aria-labelledby="rest"><h2 id="rest">${say('rest')}</h2><p class="nothing">${say('restWhy')}</p>
<table role="table" aria-labelledby="rest"><colgroup><col class="place"><col></colgroup><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${say('place')}</th><th role="columnheader" scope="col">${say('problem')}</th></tr></thead>
<tbody role="rowgroup" data-group>
`
  let count = 0
  for (const [file, finding] of beyond(report, found.entries, view)) {
    if (count >= MOST_REST) break
    count += 1
    const place = `${artifactPath(file, view)}:${finding.line}:${finding.column}`
    yield html`<tr role="row" class="row" data-state="${finding.level}"><th role="rowheader" scope="row">${place}</th><td role="cell"><ul class="findings">${findingItem(finding, page)}</ul></td></tr>
`
  }
  const left = found.rest - count
  yield html`</tbody></table>${left > 0 && html`<p class="nothing">${say('more', left)}</p>`}</section>
`
}

/** What no tool can see, to be ticked off on the page or on paper. */
function todo(report: RunReport, page: Page): Markup {
  const { view, say } = page
  const box = (text: Markup): Markup =>
    html`<li><label><input type="checkbox"> <span>${text}</span></label></li>`
  const own = remindersShown(report, view)
  const prepare = report.checklist.map((entry) => {
    const [source] = entry.sources ?? []
    const origin = source === undefined ? undefined : sourceText(documents[source], view.language)
    return html`${entry[view.language]}${origin !== undefined && html` <small>${origin}</small>`}`
  })
  if (view.quiet || own.length + prepare.length === 0) return html``
  return html`<section class="todo" aria-labelledby="todo"><h2 id="todo">${say('yourself')}</h2>
<ul>${own.map((line) => box(html`${line}`))}</ul>
${prepare.length > 0 && html`<h3>${say('prepare')}</h3><ul>${prepare.map(box)}</ul>`}
</section>
`
}

async function* page(report: RunReport, view: RunView): AsyncGenerator<Markup> {
  const found = survey(report, view)
  const numbers = new Map(found.entries.map((entry, index) => [placeKey(entry), index + 1]))
  const own: Page = { view, say: wordsIn(view.language), numbers }
  yield head(found, own)
  yield verdict(report, found, own)
  yield html`<main id="content" tabindex="-1">
`
  if (view.trouble.length > 0) yield troubleList(own)
  if (report.summary.drafts > 1) yield overview(found, own)
  if (found.entries.length > 0) yield filter(found, own)
  yield* forms(report, found.entries, own)
  if (found.rest > 0) yield* rest(report, found, own)
  yield todo(report, own)
  yield html`</main>
<footer><p>${levels.map((level) => html`<span>${badge(level, own)} ${own.say(`${level}Means`)}</span> `)}${badge('ok', own)}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`
}

export const htmlReporter: Reporter = {
  id: 'html',
  async *render(report, view) {
    for await (const piece of page(report, view)) yield piece.text
  },
}
