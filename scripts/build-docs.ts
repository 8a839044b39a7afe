// Makes the parts of the documentation that follow from the code: the list of rules, the table of fields, the sample
// output, the JSON Schemas. `--check` only tells whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { allRules as rules } from '../rules/all.ts'
import { main } from '../src/cli/main.ts'
import { catalogue } from '../src/draft/catalogue.ts'
import type { Field } from '../src/draft/field.ts'
import { wordGroups } from '../src/facts/data/name-words.ts'
import { sentences, type Target } from '../src/guide/data/sentences.ts'
import { builtinIds, profileHead } from '../src/profile/builtin.ts'
import { documents, isDocument } from '../src/profile/documents.ts'
import { reporterNames, reporters } from '../src/report/index.ts'
import { manPage } from './man-page.ts'
import { schemaPages } from './schema/pages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const checkOnly = process.argv.includes('--check')
/** The day of the sample output, so that it stays the same. */
const SAMPLE_DAY = Date.parse('2026-11-23T04:00:00Z')

async function output(args: readonly string[]): Promise<string> {
  let text = ''
  const sink = {
    write: (piece: string) => {
      text += piece
    },
    isTTY: true,
    columns: 80,
  }
  const io = {
    args,
    env: { NO_COLOR: '1' },
    cwd: root,
    stdout: sink,
    stderr: sink,
    stdin: async () => new Uint8Array(),
    now: () => SAMPLE_DAY,
  }
  await main(io)
  return text
}

function* fieldRows(field: Field, path: string, chinese: string): Generator<string> {
  if (field.kind === 'list') {
    yield* fieldRows(field.item, `${path}[]`, chinese)
    return
  }
  if (field.kind === 'group') {
    for (const [key, inner] of Object.entries(field.fields)) {
      const place = path === '' ? key : `${path}.${key}`
      const label = path === '' || field.zh === inner.zh ? inner.zh : `${chinese}${inner.zh}`
      yield* fieldRows(
        inner,
        place,
        inner.kind === 'text' || inner.kind === 'option' ? label : `${inner.zh} › `,
      )
    }
    return
  }
  const options =
    field.kind === 'option' && field.options.length <= 8
      ? field.options.map(({ id, zh }) => `\`${id}\` ${zh}`)
      : []
  yield `| \`${path}\` | ${chinese.replace(/ › $/, '')} | ${options.join(', ')} |`
}

const fieldTable = (): string =>
  ['| path | 中文 | options |', '|---|---|---|', ...fieldRows(catalogue, '', '')].join('\n')

function ruleTable(): string {
  const rows = rules.map(({ id, level, texts, sources, returnCode }) => {
    const source = sources
      .map(({ title, year, ref }) => [title.en, year, ...(ref ? [ref.en] : [])].join(', '))
      .join('; ')
    return `| \`${id}\` | ${level} | ${texts.title.zh}<br>${texts.title.en} | ${source} | ${returnCode ?? ''} |`
  })
  return `# Rules

Made from the rules by \`npm run build:docs\`. \`beian-check explain RULE\` shows reasons, examples and options.

| rule | level | what it asks | source | return code |
|---|---|---|---|---|
${rows.join('\n')}

## Profiles

A rule that is off in \`base\` is turned on by the others. \`beian-check profiles show NAME --province P\` prints what holds,
from which layer and document.

${profileTable()}

## The guide, sentence by sentence

Where the tool takes up each sentence of the guide of 2007: a rule, a step of \`beian-check next\`, an answer of
\`beian-check faq\`, a line of \`beian-check checklist\`, or a command.

${sentenceTable()}

## Word lists of \`website/name\`

Off unless a profile turns a list on: hosts, provinces and years contradict each other.

${wordTable()}
`
}

/** Profiles with their hosts, and what they build on. */
function profileTable(): string {
  const rows = builtinIds().flatMap((id) => {
    const head = profileHead(id)
    if (head === undefined) return []
    const names = head.host?.names.join('<br>') ?? ''
    return [
      `| \`${id}\` | ${head.title.zh}<br>${head.title.en} | ${head.asOf} | ${head.extends ?? ''} | ${names} |`,
    ]
  })
  return ['| profile | what | as of | builds on | provider |', '|---|---|---|---|---|', ...rows].join('\n')
}

/** The sentences of the guide and what takes them up. */
function sentenceTable(): string {
  const rows = sentences.map(
    ({ place, opens, zh, en, where }) =>
      `| ${place} | ${opens}… | ${zh}<br>${en} | ${where.map(targetText).join('<br>')} |`,
  )
  return ['| place | opening words | what it says | where |', '|---|---|---|---|', ...rows].join('\n')
}

function targetText(target: Target): string {
  if ('rule' in target) return `rule \`${target.rule}\``
  if ('checklist' in target) return `checklist, by \`${target.checklist.replace(/#.*/, '')}\``
  if ('next' in target) return `next: \`${target.next}\``
  if ('faq' in target) return `faq ${target.faq}`
  if ('command' in target) return `\`beian-check ${target.command}\``
  if ('profile' in target) return `profile \`${target.profile}\``
  return `– (${target.nothing})`
}

/** The word lists for names of websites. */
function wordTable(): string {
  const rows = wordGroups.map(({ id, zh, en, words, where, scope, sources }) => {
    const said = sources
      .filter(isDocument)
      .map((source) => `${documents[source].title.en}, ${documents[source].year}`)
    return `| \`${id}\` | ${zh}<br>${en} | ${words} | ${where} | ${scope} | ${said.join('; ')} |`
  })
  return ['| list | what | words | where | for | source |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

/** The reporters and what they are for. */
function formatTable(): string {
  const rows = reporterNames.map((name) => {
    const { zh, en, extension } = reporters[name]
    return `| \`${name}\` | ${zh}<br>${en} | \`${name}=report.${extension}\` |`
  })
  return ['| format | what | to a file |', '|---|---|---|', ...rows].join('\n')
}

async function fill(readme: string): Promise<string> {
  let filled = readme.replace(
    /(<!-- begin fields -->\n)[\s\S]*?(<!-- end fields -->)/,
    (_all, begin, end) => `${begin}${fieldTable()}\n${end}`,
  )
  filled = filled.replace(
    /(<!-- begin formats -->\n)[\s\S]*?(<!-- end formats -->)/,
    (_all, begin, end) => `${begin}${formatTable()}\n${end}`,
  )
  filled = filled.replace(
    /(<!-- begin profiles -->\n)[\s\S]*?(<!-- end profiles -->)/,
    (_all, begin, end) => `${begin}${profileTable()}\n${end}`,
  )
  for (const [all, command = ''] of readme.matchAll(
    /<!-- begin output: (.*) -->\n[\s\S]*?<!-- end output -->/g,
  )) {
    const text = await output(command.split(' '))
    filled = filled.replace(
      all,
      () => `<!-- begin output: ${command} -->\n\`\`\`text\n${text}\`\`\`\n<!-- end output -->`,
    )
  }
  return filled
}

const pages: readonly (readonly [string, () => Promise<string>])[] = [
  ['README.md', () => fill(readFileSync(`${root}/README.md`, 'utf8'))],
  ['docs/reporters.md', () => fill(readFileSync(`${root}/docs/reporters.md`, 'utf8'))],
  ['rules/README.md', async () => ruleTable()],
  ['docs/beian-check.1', async () => manPage()],
  ...schemaPages,
]
for (const [page, make] of pages) {
  const text = await make()
  if (!checkOnly) writeFileSync(`${root}/${page}`, text)
  else if (readFileSync(`${root}/${page}`, 'utf8') !== text) {
    console.error(`${page} is out of date: run npm run build:docs`)
    process.exitCode = 1
  }
}
