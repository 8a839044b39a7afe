// Ordinary names and addresses that have to pass under today's practice, and others that must not, with the reason.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
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

const today = { profile: 'today' }

describe('names of websites', () => {
  test.each(rowsOf('site-names.pass.tsv'))('$nature $name passes', async (row) => {
    const told = await checkRule('website/name', siteDraft(row), today)
    expect(told.filter(({ level }) => level !== 'info').map(({ message }) => message)).toEqual([])
  })
  test.each(rowsOf('site-names.refuse.tsv'))('$nature $name is told ($reason)', async (row) => {
    const told = await checkRule('website/name', siteDraft(row), today)
    const levels = told.map(({ level }) => level)
    if (row.level === 'error') expect(levels).toContain('error')
    else expect(levels.some((level) => level !== 'info')).toBe(true)
  })
})

describe('names of units', () => {
  test.each(rowsOf('units.pass.tsv'))('$nature $name passes', async (row) => {
    expect(
      (await checkRule('subject/unit-name', unitDraft(row), today)).map(({ message }) => message),
    ).toEqual([])
  })
  test.each(rowsOf('units.refuse.tsv'))('$nature $name is told ($reason)', async (row) => {
    expect(await checkRule('subject/unit-name', unitDraft(row), today)).not.toEqual([])
  })
})

describe('addresses', () => {
  const rules = ['subject/address-door-number', 'subject/address-region']
  const told = async (row: Row) =>
    (await Promise.all(rules.map((rule) => checkRule(rule, addressDraft(row), today)))).flat()
  test.each(rowsOf('addresses.pass.tsv'))('$province $city $county $address passes', async (row) => {
    const found = (await told(row)).filter(({ level }) => level !== 'info')
    expect(found.map(({ message }) => message)).toEqual([])
  })
  test.each(rowsOf('addresses.refuse.tsv'))('$province $address is told ($reason)', async (row) => {
    expect((await told(row)).map(({ level }) => level)).toContain('error')
  })
})
