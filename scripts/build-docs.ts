// Makes the documentation that follows from the code: the pages of the rules, tables and outputs in pages written by hand, the manual
// page, the JSON Schemas. `--check` only tells whether they are up to date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { allRules as rules } from '../rules/all.ts'
import { apiPage } from './docs/api-page.ts'
import { fill } from './docs/fill.ts'
import { picture } from './docs/picture.ts'
import { root } from './docs/print.ts'
import { ruleIndex } from './docs/rule-index.ts'
import { rulePage } from './docs/rule-page.ts'
import { manPage } from './man-page.ts'
import { schemaPages } from './schema/pages.ts'

const checkOnly = process.argv.includes('--check')
const RULE_PAGES = 'docs/rules'

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))

/** Pages written by hand that have parts to fill in. */
const filledPages = ['README.md', 'README.zh-CN.md', 'rules/README.md', ...filesIn('docs')].filter(
  (page) =>
    page.endsWith('.md') &&
    !page.startsWith(`${RULE_PAGES}/`) &&
    readFileSync(join(root, page), 'utf8').includes('<!-- begin '),
)

const pages: readonly (readonly [string, () => string | Promise<string>])[] = [
  ...filledPages.map((page) => [page, () => fill(page)] as const),
  [`${RULE_PAGES}/README.md`, () => ruleIndex(rules)],
  ...rules.map((rule) => [`${RULE_PAGES}/${rule.id}.md`, () => rulePage(rule)] as const),
  ...(['zh', 'en'] as const).map(
    (language) =>
      [
        `docs/images/three-slips.${language}.svg`,
        () => picture(['--lang', language, 'fixtures/drafts/three-slips.yaml']),
      ] as const,
  ),
  ['docs/api.md', apiPage],
  ['man/beian-check.1', async () => manPage()],
  ...schemaPages,
]

function textOf(page: string): string | undefined {
  try {
    return readFileSync(join(root, page), 'utf8')
  } catch {
    return undefined
  }
}

for (const [page, make] of pages) {
  const text = await make()
  if (textOf(page) === text) continue
  if (checkOnly) {
    console.error(`${page} is out of date: run npm run build:docs`)
    process.exitCode = 1
    continue
  }
  mkdirSync(join(root, dirname(page)), { recursive: true })
  writeFileSync(join(root, page), text)
}

const made = new Set(pages.map(([page]) => page))
for (const page of filesIn(RULE_PAGES).filter((page) => !made.has(page))) {
  if (checkOnly) {
    console.error(`${page} belongs to no rule: run npm run build:docs`)
    process.exitCode = 1
  } else rmSync(join(root, page))
}
