// What a run over many drafts comes to, at a glance: small charts, and a list to go on from. Numbers stand beside every
// bar, so that nothing is told by length or colour alone.
import { draftPlace, type Page, tally } from './draft.ts'
import { html, type Markup } from './markup.ts'
import type { FormPart, Survey } from './survey.ts'

/** Rules that the chart names. */
const MOST_RULES = 10
/** A list of more drafts goes into two columns where there is room. */
const LONG = 20
const formParts = ['subject', 'website', 'access', 'other'] as const satisfies readonly FormPart[]

interface Bar {
  readonly name: string
  readonly count: number
  /** Behind the name, smaller. */
  readonly note?: string
}

const bar = (share: number): Markup =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="6"></rect><rect class="fill" width="${(share * 100).toFixed(1)}" height="6"></rect></svg>`

function bars(title: string, id: string, rows: readonly Bar[]): Markup {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return html`<figure aria-labelledby="${id}"><figcaption id="${id}">${title}</figcaption>
<ul class="bars">${rows.map(
    ({ name, count, note }) =>
      html`<li><span class="name">${name}${note !== undefined && html` <small>${note}</small>`}</span> <span class="count">${count}</span>${bar(count / most)}</li>`,
  )}</ul></figure>
`
}

/** One bar for all drafts, divided by what became of them. */
function stacked({ states }: Survey, { say }: Page): Markup {
  const shares = [
    ['error', states.error, say('withErrors')],
    ['warning', states.milder, say('withWarnings')],
    ['ok', states.clean, say('clean')],
  ] as const
  const all = Math.max(1, states.error + states.milder + states.clean)
  let from = 0
  const pieces = shares.map(([kind, count]) => {
    const width = (count / all) * 100
    const piece = html`<rect class="${kind}" x="${from.toFixed(2)}" width="${width.toFixed(2)}" height="10"></rect>`
    from += width
    return piece
  })
  return html`<figure aria-labelledby="by-state"><figcaption id="by-state">${say('byState')}</figcaption>
<svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${pieces}</svg>
<ul class="legend">${shares.map(([kind, count, name]) => html`<li class="${kind}"><span class="name">${name}</span> <span class="count">${count}</span></li>`)}</ul></figure>
`
}

/** Charts and the list of drafts that have a form on the page. */
export function overview(found: Survey, page: Page): Markup {
  const { view, say } = page
  const rules = [...found.rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_RULES)
  const troubled = found.entries.flatMap((entry, index) =>
    entry.counts.error + entry.counts.warning + entry.counts.info > 0 ? [{ entry, number: index + 1 }] : [],
  )
  const left = found.states.error + found.states.milder - troubled.length
  const cleanLeft = found.states.clean - (found.entries.length - troubled.length)
  const omitted = [
    ...(left > 0 ? [say('moreDrafts', left)] : []),
    ...(cleanLeft > 0 ? [say('cleanLeft', cleanLeft)] : []),
  ]
  return html`<section class="overview" aria-labelledby="overview"><h2 id="overview">${say('overview')}</h2>
<div class="charts">${stacked(found, page)}${
    found.findings > 0 && [
      bars(
        say('byPart'),
        'by-part',
        formParts.map((part) => ({ name: say(part), count: found.parts[part] })),
      ),
      bars(
        say('byRule'),
        'by-rule',
        rules.map(([id, count]) => ({
          name: view.rules.get(id)?.texts.title[view.language] ?? id,
          count,
          note: id,
        })),
      ),
    ]
  }</div>
${
  troubled.length > 0 &&
  html`<h3>${say('list')}</h3><ol class="index${troubled.length > LONG && ' long'}">${troubled.map(
    ({ entry, number }) =>
      html`<li><span><a href="#d${number}">${draftPlace(entry, page)}</a>${entry.name !== undefined && html` <small>${entry.name}</small>`}</span> <span class="tally">${tally(entry.counts, page)}</span></li>`,
  )}</ol>`
}
${omitted.length > 0 && html`<p class="nothing">${omitted.join(' ')}</p>`}
</section>
`
}
