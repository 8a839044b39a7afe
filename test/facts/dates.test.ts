import { describe, expect, test } from 'vitest'
import { daysLater, monthsLater, readDate } from '../../src/facts/dates.ts'

describe('dates of certificates and domains', () => {
  test.each([
    ['2030-05-01', '2030-05-01'],
    ['2030/5/1', '2030-05-01'],
    ['2030.05.01', '2030-05-01'],
    ['2030年5月1日', '2030-05-01'],
    ['20300501', '2030-05-01'],
    ['２０３０年５月１日', '2030-05-01'],
    ['2010.05.01-2030.05.01', '2030-05-01'],
    ['2010年5月1日至2030年5月1日', '2030-05-01'],
    ['2030-05-01T00:00:00+08:00', '2030-05-01'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toEqual({ kind: 'date', iso })
  })

  test.each(['长期', '长期有效', '2010-05-01至长期', 'long-term'])('%s has no end', (text) => {
    expect(readDate(text)).toEqual({ kind: 'long-term' })
  })

  test.each(['2030-02-30', '2030-13-01', '明年', '', '2030', '30-05-01'])('%s is no date', (text) => {
    expect(readDate(text)).toEqual({ kind: 'bad' })
  })

  test.each([
    ['2026-01-15', 3, '2026-04-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(monthsLater(from, months)).toBe(to)
  })

  test.each([
    ['2026-10-24', 30, '2026-11-23'],
    ['2027-02-01', 30, '2027-03-03'],
    ['2028-02-01', 29, '2028-03-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(daysLater(from, days)).toBe(to)
  })
})
