// Numbers in footers: of filings, licences and the public security, right and wrong.
import { describe, expect, test } from 'vitest'
import { provinces } from '../../src/facts/data/provinces.ts'
import { readFooterLink } from '../../src/facts/filing-links.ts'
import {
  findFilingNumbers,
  findLicences,
  findPoliceNumbers,
  provinceOfLetter,
  subjectNumber,
} from '../../src/facts/filing-number.ts'
import fc from '../property.ts'

const TODAY = '2026-11-23'

describe('filing numbers', () => {
  test.each<[text: string, canonical: string | undefined, faults: string]>([
    ['京ICP备10000001号-1', '京ICP备10000001号-1', ''],
    ['陇ICP备2021000002号-3', '陇ICP备2021000002号-3', ''],
    ['粤ICP备2023000003号', '粤ICP备2023000003号', ''],
    ['备案号：沪ICP备07000001号', '沪ICP备07000001号', ''],
    ['© 2026 山间札记 浙ICP备10000001号-12 版权所有', '浙ICP备10000001号-12', ''],
    ['浙icp备10000001号', '浙ICP备10000001号', 'case'],
    ['浙Icp备10000001号', '浙ICP备10000001号', 'case'],
    ['浙ＩＣＰ备１０００００01号', '浙ICP备10000001号', 'width'],
    ['浙 ICP备 10000001 号', '浙ICP备10000001号', 'spaces'],
    ['浙ICP备\u00a010000001号', '浙ICP备10000001号', 'spaces'],
    ['浙ICP備10000001號', '浙ICP备10000001号', 'words'],
    ['浙ICP备案10000001号', '浙ICP备10000001号', 'words'],
    ['浙ICP备字10000001号', '浙ICP备10000001号', 'words'],
    ['浙ICP备字第10000001号', '浙ICP备10000001号', 'words'],
    ['浙ICP备10000001-1号', '浙ICP备10000001号-1', 'words'],
    ['浙ICP备10000001号-1号', '浙ICP备10000001号-1', 'words'],
    ['浙ICP备10000001号-1All rights reserved', '浙ICP备10000001号-1', ''],
    ['浙ICP备10000001', '浙ICP备10000001号', 'no-hao'],
    ['浙ICP备10000001号—1', '浙ICP备10000001号-1', 'dash'],
    ['浙ICP备10000001号_2', '浙ICP备10000001号-2', 'dash'],
    ['浙ICP备10000001号3', '浙ICP备10000001号-3', 'dash'],
    ['川ICP备10000001号', '蜀ICP备10000001号', 'letter'],
    ['甘ICP备10000001号', '陇ICP备10000001号', 'letter'],
    ['贵ICP备10000001号', '黔ICP备10000001号', 'letter'],
    ['ICP备10000001号', undefined, 'no-letter'],
    ['备案号ICP备10000001号', undefined, 'no-letter'],
    ['浙ICP备1000001号', undefined, 'digits'],
    ['浙ICP备100000012号', undefined, 'digits'],
    ['浙ICP备2099000001号', '浙ICP备2099000001号', 'year'],
    ['浙ICP备99000001号', '浙ICP备99000001号', 'year'],
    ['浙ICP备XXXXXXXX号', undefined, 'sample'],
    ['浙ICP备********号', undefined, 'sample'],
    ['浙ICP备10000001号-2A', '浙ICP备10000001号-2', 'app'],
    ['浙ICP备10000001号 2007-2026', '浙ICP备10000001号', ''],
    ['浙ICP备10000001号2007-2026', '浙ICP备10000001号', ''],
  ])('%s', (text, canonical, faults) => {
    const [reading] = findFilingNumbers(text, TODAY)
    expect({ canonical: reading?.canonical, faults: reading?.faults.join(' ') }).toEqual({
      canonical,
      faults,
    })
    expect(text.slice(reading?.from, reading?.to)).toBe(reading?.text)
  })

  test.each(['京ICP证030173号', '粤B2-20090059-5', 'ICP', '备案号', '浙公网安备33010602000001号', ''])(
    '%s is none',
    (text) => {
      expect(findFilingNumbers(text, TODAY)).toEqual([])
    },
  )

  test('every province has its letter', () => {
    for (const { letter, id } of provinces) {
      if (letter === '') continue
      expect(provinceOfLetter(letter)?.id).toBe(id)
      expect(findFilingNumbers(`${letter}ICP备10000001号`, TODAY)[0]?.faults).toEqual([])
    }
    expect(provinceOfLetter('川')).toBeUndefined()
    expect(provinceOfLetter('')).toBeUndefined()
  })

  test('the subject’s number', () => {
    expect(subjectNumber('浙ICP备10000001号-12')).toBe('浙ICP备10000001号')
    expect(subjectNumber('浙ICP备10000001号')).toBe('浙ICP备10000001号')
  })

  test('what is put right has no fault left but the year', () => {
    const piece = fc.constantFrom(
      '浙',
      '川',
      '备',
      '備',
      'ICP',
      'icp',
      ' ',
      '10000001',
      '2021000002',
      '号',
      '號',
      '-1',
      '—2',
      '3',
      'A',
      '案',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('')
        for (const reading of findFilingNumbers(text, TODAY)) {
          expect(text.slice(reading.from, reading.to)).toBe(reading.text)
          if (reading.canonical === undefined) continue
          expect(findFilingNumbers(reading.canonical, TODAY)).toMatchObject([
            { canonical: reading.canonical, faults: [] },
          ])
        }
      }),
    )
  })
})

test.each([
  ['京ICP证030173号', ['京ICP证030173号']],
  ['粤B2-20090059-5', ['粤B2-20090059-5']],
  ['增值电信业务经营许可证：京B2-20050283', ['京B2-20050283']],
  ['京ICP备10000001号 京ICP证030173号', ['京ICP证030173号']],
  ['京ICP备10000001号', []],
])('licences in %s', (text, expected) => {
  expect(findLicences(text).map((each) => each.text)).toEqual(expected)
})

test.each<[text: string, faults: string | undefined]>([
  ['京公网安备11010102000001号', ''],
  ['京公网安备 11010102000001号', ''],
  ['川公网安备51010402000002号', ''],
  ['甘公网安备62010202000003号', ''],
  ['贵公网安备52010202000001号', ''],
  ['黔公网安备52010202000001号', ''],
  ['蜀公网安备51010402000002号', 'county'],
  ['京公网安备33010602000001号', 'county'],
  ['京公网安备1101010200001号', 'digits'],
  ['京公网安备11010101000001号', 'form'],
  ['公网安备11010102000001号', 'no-letter'],
  ['京公网安备11010102000001', 'no-hao'],
  ['京ICP备10000001号', undefined],
])('%s of the public security', (text, faults) => {
  expect(findPoliceNumbers(text)[0]?.faults.join(' ')).toBe(faults)
})

test.each([
  ['https://beian.miit.gov.cn/', 'ministry today true'],
  ['https://beian.miit.gov.cn', 'ministry today true'],
  ['//beian.miit.gov.cn', 'ministry today true'],
  ['https://beian.miit.gov.cn/#/Integrated/index', 'ministry today true'],
  ['http://www.beian.miit.gov.cn/', 'ministry today false'],
  ['HTTP://WWW.MIIBEIAN.GOV.CN', 'ministry 2007 false'],
  ['http://www.miitbeian.gov.cn/publish/query/indexFirst.action', 'ministry 2013 false'],
  ['beian.miit.gov.cn', 'relative'],
  ['#', 'relative'],
  ['', 'relative'],
  ['/beian', 'relative'],
  ['javascript:;', 'script'],
  ['mailto:a@example.com', 'other'],
  ['https://beian.mitt.gov.cn/', 'other near beian.miit.gov.cn'],
  ['https://beian.miit.gov.com/', 'other near beian.miit.gov.cn'],
  ['https://beian.miit.gov.cn.example.com/', 'other'],
  ['https://example.com/beian.miit.gov.cn', 'other'],
  ['https://beian.mps.gov.cn/#/query/webSearch?code=33010602000001', 'police today 33010602000001'],
  [
    'http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=33010602000001',
    'police old 33010602000001',
  ],
])('the link %s', (href, expected) => {
  const link = readFooterLink(href)
  const told =
    link.kind === 'ministry'
      ? `ministry ${link.era} ${link.secure}`
      : link.kind === 'police'
        ? `police ${link.today ? 'today' : 'old'} ${link.code}`
        : link.kind === 'other' && link.near !== undefined
          ? `other near ${link.near}`
          : link.kind
  expect(told).toBe(expected)
})
