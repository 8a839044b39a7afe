// Ordinary names and addresses that have to pass under today's practice, and others that must not, with the reason.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Level } from '../../src/engine/finding.ts'
import { checkRule } from './check-rule.ts'

type Row = Readonly<Record<string, string>>

function rowsOf(file: string): Row[] {
  const path = new URL(`../corpus/${file}`, import.meta.url)
  const text = readFileSync(path, 'utf8')
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

const filled = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== undefined))

const siteDraft = ({ nature, name, sponsor, remark }: Row): string =>
  stringify({ subject: filled({ nature, name: sponsor }), websites: [filled({ name, remark })] })

const unitDraft = ({ nature, certificate, name }: Row): string =>
  stringify({ subject: { nature, name, ...(certificate && { certificate: { type: certificate } }) } })

const addressDraft = ({ nature, province, city, county, address }: Row): string =>
  stringify({ subject: filled({ nature, province, city, county, address }) })

const personDraft = ({ certificate, name }: Row): string =>
  stringify({ subject: { nature: 'individual', name, certificate: { type: certificate } } })

const circumstances = { profile: 'today' }

/** The rows of a file that do not come out as they should, with what was said. */
async function wrong(
  file: string,
  rules: readonly string[],
  draftOf: (row: Row) => string,
  right: (levels: readonly Level[], row: Row) => boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const row of rowsOf(file)) {
    const draft = draftOf(row)
    const told = (await Promise.all(rules.map((rule) => checkRule(rule, draft, circumstances)))).flat()
    if (
      right(
        told.map(({ level }) => level),
        row,
      )
    )
      continue
    found.push(
      `${Object.values(row).join(' ')}: ${told.map(({ words }) => words.zh[0]).join('; ') || 'nothing'}`,
    )
  }
  return found
}

const passes = (levels: readonly Level[]): boolean => levels.every((level) => level === 'info')
const isTold = (levels: readonly Level[]): boolean => !passes(levels)
const isRefused = (levels: readonly Level[], row: Row): boolean =>
  row.level === 'warning' ? isTold(levels) : levels.includes('error')

const address = ['subject/address-door-number', 'subject/address-region']

describe.each([
  ['site-names', ['website/name'], siteDraft, isRefused],
  ['units', ['subject/unit-name'], unitDraft, isTold],
  ['persons', ['subject/real-name'], personDraft, isTold],
  ['addresses', address, addressDraft, isRefused],
] as const)('%s', (file, rules, draftOf, refused) => {
  test('ordinary ones pass', { timeout: 60_000 }, async () => {
    expect(await wrong(`${file}.pass.tsv`, rules, draftOf, passes)).toEqual([])
  })
  test('those that must not are told', { timeout: 60_000 }, async () => {
    expect(await wrong(`${file}.refuse.tsv`, rules, draftOf, refused)).toEqual([])
  })
})
