// How the page looks: light and dark by the reader's system, narrow and wide, on paper.

export const style = `
:root {
  color-scheme: light dark;
  --page: #f3f2ee; --sheet: #fffefc; --ink: #23272c; --soft: #5c636c; --line: #dfdcd4; --label: #f8f6f1;
  --error: #a3261c; --error-soft: #fbebe8; --warning: #7a4f00; --warning-soft: #fbf2df;
  --info: #2a5a85; --info-soft: #e9f0f7; --ok: #2b6844; --ok-soft: #e8f2eb; --mark: #ffe3a3; --focus: #1f6fb5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --sheet: #1b1f24; --ink: #e7e5e0; --soft: #a3a9b1; --line: #333941; --label: #20252b;
    --error: #ff9d90; --error-soft: #3a2220; --warning: #eec57f; --warning-soft: #352c1c;
    --info: #9ac4ea; --info-soft: #1e2c39; --ok: #93d2a9; --ok-soft: #1d3026; --mark: #6b4e12; --focus: #7db8ee;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 7rem; }
body {
  margin: 0; background: var(--page); color: var(--ink); line-height: 1.6;
  font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-size: 1rem; overflow-wrap: anywhere;
}
[hidden] { display: none !important; }
h1, h2, h3, p, ul, ol, figure { margin: 0; }
h1 { font-size: 1.05rem; font-weight: 600; color: var(--soft); letter-spacing: .02em; }
h2 { font-size: 1.35rem; line-height: 1.35; }
h3 { font-size: 1.02rem; line-height: 1.4; }
small { font-size: .85em; font-weight: 400; color: var(--soft); }
a { color: var(--info); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: .9em; }
.skip { position: absolute; left: -999rem; top: .5rem; padding: .5rem 1rem; background: var(--sheet); z-index: 3; }
.skip:focus { left: .5rem; }
body > header, main, body > footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
body > header { padding-top: 2.25rem; }
.verdict { display: flex; gap: .9rem; align-items: flex-start; margin-top: .6rem; }
.verdict .sign {
  flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center;
  font-size: 1.25rem; font-weight: 700; line-height: 1;
}
.verdict strong { display: block; font-size: 1.6rem; line-height: 1.3; font-weight: 650; }
.verdict p { color: var(--soft); margin-top: .15rem; }
.verdict.error .sign { background: var(--error-soft); color: var(--error); }
.verdict.warning .sign { background: var(--warning-soft); color: var(--warning); }
.verdict.ok .sign { background: var(--ok-soft); color: var(--ok); }
.meta { color: var(--soft); font-size: .9rem; margin-top: .9rem; }
.meta + .meta { margin-top: 0; }
.meta.unmasked { color: var(--error); font-weight: 600; }
.filter {
  position: sticky; top: 0; z-index: 2; background: var(--page); border-bottom: 1px solid var(--line);
  margin: 1.25rem 0 0; padding: .7rem 0; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; font-size: .92rem;
}
.filter fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; align-items: center; min-width: 0; }
.filter legend { float: left; padding: 0; margin-right: 1.1rem; color: var(--soft); }
.filter label { display: inline-flex; gap: .4rem; align-items: center; cursor: pointer; min-height: 1.75rem; }
.filter input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--info); }
.filter select { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .5rem; max-width: 15rem; min-width: 0; }
.filter output { color: var(--soft); margin-left: auto; }
.draft, .overview, .todo, .rest, .trouble {
  background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; margin: 1.5rem 0; padding: 1.5rem 1.6rem;
}
.draft > header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
.draft > header p.file { color: var(--soft); font-size: .92rem; flex: 1 1 12rem; }
.tally { display: inline-flex; flex-wrap: wrap; gap: .3rem; }
.badge {
  display: inline-block; font-size: .8rem; line-height: 1.5; font-weight: 500; padding: 0 .55em; border-radius: 999px; white-space: nowrap;
}
.badge.error { color: var(--error); background: var(--error-soft); }
.badge.warning { color: var(--warning); background: var(--warning-soft); }
.badge.info { color: var(--info); background: var(--info-soft); }
.badge.ok { color: var(--ok); background: none; padding: 0; font-weight: 400; }
.row.ok .badge { font-size: 1rem; }
.part { margin-top: 1.75rem; }
.part > h3 { padding-bottom: .45rem; border-bottom: 2px solid var(--ink); }
.part.access { margin-left: 0; }
.part > .findings { padding: .7rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.row > * { border-bottom: 1px solid var(--line); padding: .55rem .75rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
col.label { width: 9.75rem; }
col.value { width: 31%; }
col.place { width: 30%; }
.row > th { font-weight: 400; color: var(--soft); background: var(--label); }
.row.ok > .result .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.row > .result { position: relative; }
.row.error > th { box-shadow: inset 3px 0 0 var(--error); }
.row.warning > th { box-shadow: inset 3px 0 0 var(--warning); }
.row.info > th { box-shadow: inset 3px 0 0 var(--info); }
.head th { text-align: left; font-weight: 600; padding: .9rem .75rem .35rem; border-bottom: 1px solid var(--line); }
th::first-letter, h3::first-letter { text-transform: uppercase; }
.nothing { color: var(--soft); }
p.nothing { padding: .6rem 0; }
.aside { color: var(--soft); font-weight: 400; }
.values { list-style: none; padding: 0; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 .1em; }
.findings { list-style: none; padding: 0; display: grid; gap: .9rem; }
.finding .message { font-weight: 600; }
.finding .hint { margin-top: .2rem; }
.finding .hint b { font-weight: 400; color: var(--soft); margin-right: .35em; }
.finding .origin code { display: inline-block; }
.finding .origin { margin-top: .3rem; font-size: .82rem; color: var(--soft); line-height: 1.5; }
pre { margin: .5rem 0; padding: .6rem .8rem; background: var(--label); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
pre .number { color: var(--soft); margin-right: .8em; user-select: none; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2.5rem; margin-top: 1rem; }
.charts figure:nth-child(3) { grid-column: 1 / -1; }
.charts figure:nth-child(3) .bars { grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); column-gap: 2.5rem; }
figcaption { color: var(--soft); font-size: .92rem; margin-bottom: .5rem; }
.stack { display: block; width: 100%; height: .9rem; border-radius: 6px; }
svg .error { fill: var(--error); }
svg .warning { fill: var(--warning); opacity: .65; }
svg .ok { fill: var(--ok); opacity: .55; }
svg .track { fill: var(--label); }
svg .fill { fill: var(--info); opacity: .75; }
.bars, .legend { list-style: none; padding: 0; font-size: .92rem; display: grid; gap: .45rem; }
.bars li, .legend li { display: grid; align-content: start; grid-template-columns: 1fr auto; gap: .1rem 1rem; }
.bars .bar { grid-column: 1 / -1; display: block; width: 100%; height: .4rem; border-radius: 3px; }
.count { font-variant-numeric: tabular-nums; }
.legend { margin-top: .6rem; }
.legend .name::before { content: ""; display: inline-block; width: .7em; height: .7em; border-radius: 2px; margin-right: .5em; }
.legend .error .name::before { background: var(--error); }
.legend .warning .name::before { background: var(--warning); opacity: .65; }
.legend .ok .name::before { background: var(--ok); opacity: .55; }
.overview h3 { margin-top: 1.75rem; }
.index { list-style: none; padding: 0; margin-top: .4rem; }
.index.long { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); column-gap: 2.5rem; }
.index li { display: flex; flex-wrap: wrap; gap: .1rem 1rem; justify-content: space-between; align-items: baseline; padding: .35rem 0; border-bottom: 1px solid var(--line); }
.rest table { margin-top: .8rem; font-size: .92rem; }
.todo ul { list-style: none; padding: 0; margin-top: .6rem; }
.todo h3 { margin-top: 1.25rem; }
.todo label { display: flex; gap: .65rem; padding: .3rem 0; align-items: flex-start; }
.todo input { flex: none; width: 1.05rem; height: 1.05rem; margin: .3rem 0 0; accent-color: var(--ok); }
.trouble ul { margin: .5rem 0 0; padding-left: 1.2rem; }
body > footer { padding-bottom: 3rem; color: var(--soft); font-size: .85rem; }
body > footer p { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; }
@media (max-width: 44rem) {
  body > header, main, body > footer { padding-left: .9rem; padding-right: .9rem; }
  body > header { padding-top: 1.25rem; }
  .verdict strong { font-size: 1.3rem; }
  .draft, .overview, .todo, .rest, .trouble { padding: 1.1rem 1rem; border-radius: 10px; margin: 1rem 0; }
  .filter { position: static; }
  .filter output { margin-left: 0; }
  colgroup { display: none; }
  table, tbody, .row, .row > *, .head, .head th { display: block; width: auto; }
  .row { border-bottom: 1px solid var(--line); padding: .55rem 0 .55rem .7rem; }
  .row > * { border: 0; padding: .05rem 0; }
  .row > th { background: none; font-size: .88rem; }
  .row.error > th, .row.warning > th, .row.info > th { box-shadow: none; }
  .row.error { box-shadow: inset 3px 0 0 var(--error); }
  .row.warning { box-shadow: inset 3px 0 0 var(--warning); }
  .row.info { box-shadow: inset 3px 0 0 var(--info); }
  .row > .result:not(:empty) { margin-top: .2rem; }
  .row.ok { display: grid; grid-template-columns: 1fr auto; }
  .row.ok > .result { grid-column: 2; grid-row: 1 / span 2; }
  .row.ok > .value { grid-column: 1; }
  .head th { padding-left: .7rem; }
}
@media (forced-colors: active) {
  .badge, .verdict .sign { border: 1px solid; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --label: #f6f6f6;
    --error: #8f1d14; --error-soft: #f7e6e4; --warning: #6b4500; --warning-soft: #f6eeda;
    --info: #1f4a70; --info-soft: #e6edf4; --ok: #1f5636; --ok-soft: #e4efe8; --mark: #ffe9b8;
  }
  @page { margin: 14mm; }
  body { font-size: 10pt; }
  col.label { width: 7.75rem; }
  col.value { width: 29%; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .filter, .skip { display: none !important; }
  body > header, main, body > footer { max-width: none; padding-left: 0; padding-right: 0; }
  body > header { padding-top: 0; }
  .draft, .overview, .todo, .rest, .trouble { border: 0; border-radius: 0; padding: 0; margin: 1.2rem 0; }
  .draft + .draft { break-before: page; }
  .row, .finding, .todo li, figure, h2, h3, .head { break-inside: avoid; }
  h2, h3, .head { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`
