import { describe, expect, test } from 'vitest'
import { judgeAddress, maskAddress, mostDetailed, readAddress } from '../../src/facts/address/index.ts'
import fc from '../property.ts'
import { ordinary, ordinaryUnder, refused } from './addresses.ts'

describe('an ordinary address goes down to the door', () => {
  for (const [province, addresses] of Object.entries(ordinary)) {
    test.each(addresses)(`${province}: %s`, (address) => {
      expect(judgeAddress(address)).toMatchObject({ kind: 'ok' })
    })
  }

  test.each(ordinaryUnder)('%s is enough under %o', (address, options, depth) => {
    expect(judgeAddress(address, options)).toMatchObject({ kind: 'ok', depth })
  })

  test('the corpus covers all provinces and enough shapes', () => {
    expect(Object.keys(ordinary).length).toBeGreaterThanOrEqual(31 + 2)
    expect(Object.values(ordinary).flat().length).toBeGreaterThanOrEqual(150)
    expect(refused.length).toBeGreaterThanOrEqual(150)
  })
})

describe('an address that does not', () => {
  for (const [address, kind, missing, options] of refused) {
    test(`${address}: ${kind} ${missing ?? ''} ${JSON.stringify(options ?? {})}`, () => {
      expect(judgeAddress(address, options)).toMatchObject(
        missing === undefined ? { kind } : { kind, missing },
      )
    })
  }
})

describe('what is said about the place', () => {
  test.each([
    ['北京市海淀区中关村大街', { level: 'road', text: '中关村大街', from: 6, to: 11 }],
    ['石家庄路', { level: 'road', text: '石家庄路', from: 0, to: 4 }],
    ['漕溪路１２００弄', { level: 'lane', text: '１２００弄', from: 3, to: 8 }],
    ['阳光花园3栋2单元', { level: 'unit', text: '2单元', from: 6, to: 9 }],
    ['街口镇', { level: 'town', text: '街口镇', from: 0, to: 3 }],
    ['对面山村', { level: 'village', text: '对面山村', from: 0, to: 4 }],
    ['中关村东二路', { level: 'road', text: '中关村东二路', from: 0, to: 6 }],
  ])('%s was understood up to its last level', (address, last) => {
    expect(judgeAddress(address)).toMatchObject({ kind: 'missing', last })
  })

  test.each([
    ['42-2-1', '42-2-1', '42号楼2单元1室'],
    ['3-2-501', '3-2-501', '3号楼2单元501室'],
    ['软件园5#2-301', '5#2-301', '5号楼2单元301室'],
    ['软件园5#301', '5#301', '5号楼301室'],
    ['3幢1-502', '1-502', '1单元502室'],
    ['1幢9-5', '9-5', undefined],
    ['阳光花园3-501', '3-501', '3号楼501室'],
    ['中关村大街18#', '18#', '18号'],
    ['人民路18号2-301', '2-301', undefined],
    ['1-2-3-401', '1-2-3-401', undefined],
  ])('%s: the shorthand is %s, probably %s', (address, text, expanded) => {
    const verdict = judgeAddress(address)
    expect(verdict).toMatchObject({ kind: 'shorthand', text })
    expect('expanded' in verdict ? verdict.expanded : undefined).toBe(expanded)
  })

  test.each([
    ['人民路与中山路交叉口', '交叉口', 7],
    ['火车站对面', '对面', 3],
    ['县政府旁边', '旁边', 3],
  ])('%s points with %s', (address, text, from) => {
    expect(judgeAddress(address)).toEqual({ kind: 'vague', text, from, to: from + text.length })
  })

  test('a refused symbol is shown as it was written', () => {
    expect(judgeAddress('文化路１８－２号', { symbols: 'refuse' })).toEqual({
      kind: 'symbols',
      text: '－',
      from: 5,
      to: 6,
    })
  })
})

describe('a remark that nothing finer exists', () => {
  test.each([
    '主办单位通信地址已为最详细的地址',
    '主办单位地址已是最详细地址',
    '此地址已是最详细地址',
    '通信地址已为最详细地址',
    '地址已经是最详细的',
    '地址為最詳細地址',
  ])('%s', (remark) => {
    expect(mostDetailed(remark)).toBe(true)
  })

  test.each(['', '地址详细', '已为最详细', '地址在路口，电话已为最新', '最详细的地址见营业执照'])(
    'not: %s',
    (remark) => {
      expect(mostDetailed(remark)).toBe(false)
    },
  )

  test('makes up for a missing number, not for a missing place', () => {
    const options = { mostDetailedRemark: true }
    expect(judgeAddress('龙泉镇人民路', options)).toMatchObject({ kind: 'ok-by-remark', missing: 'number' })
    expect(judgeAddress('龙泉镇人民路（地址已为最详细）')).toMatchObject({ kind: 'ok-by-remark' })
    expect(judgeAddress('北京市海淀区', options)).toMatchObject({ kind: 'missing', missing: 'road' })
    expect(judgeAddress('火车站对面', options)).toMatchObject({ kind: 'vague' })
    expect(judgeAddress('中关村大街18号', options)).toMatchObject({ kind: 'ok' })
  })
})

describe('the levels read', () => {
  test.each([
    ['青县马厂镇李家庄村3组18号', 'town:马厂镇 village:李家庄村 group:3组 number:18号'],
    ['漕溪路1200弄35号602室', 'road:漕溪路 lane:1200弄 number:35号 room:602室'],
    ['阳光花园3栋2单元501室', 'estate:阳光花园 building:3栋 unit:2单元 room:501室'],
    ['清华大学计算机系2班', 'school:清华大学 department:计算机系 class:2班'],
    ['东四十条甲22号', 'road:东四十条 number:甲22号'],
    ['三门路569号2号楼', 'road:三门路 number:569号 building:2号楼'],
    ['民族路101号附4号', 'road:民族路 number:101号附4号'],
    ['6号大街452号', 'road:6号大街 number:452号'],
    ['街面街18号街面房', 'road:街面街 number:18号'],
    ['143团2连18号', 'town:143团 village:2连 number:18号'],
    ['淘宝网https://shop1.example.com/', 'site:https://shop1.example.com/'],
  ])('%s → %s', (address, expected) => {
    const { parts } = readAddress(address)
    expect(parts.map(({ level, text }) => `${level}:${text}`).join(' ')).toBe(expected)
  })

  test('the region in front is set apart', () => {
    const { region, parts } = readAddress('北京市海淀区中关村大街18号')
    expect(region.end).toBe(6)
    expect(parts.map((part) => part.from)).toEqual([6, 11])
  })
})

describe('masking hides the finest number', () => {
  test.each([
    ['阳光花园3栋2单元501室', '阳光花园3栋2单元***室'],
    ['阳光花园18号楼', '阳光花园**号楼'],
    ['中关村大街18号', '中关村大街**号'],
    ['国贸大厦Ａ１２０３', '国贸大厦*****'],
    ['幸福路十八号四〇二室', '幸福路十八号***室'],
    ['阳光花园42-2-1', '阳光花园**-*-*'],
    ['中关村大街', '中关村大街'],
  ])('%s → %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })
})

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    ...'号 路 街 弄 楼 号楼 单元 室 层 村 组 镇 小区 大厦 学院 对面 路口 国道 信箱 附 之 甲 东 十八 三 18 A SOHO # - （ ） ， 中山 阳光 大学 XX 𠮷 １'.split(
      ' ',
    ),
  )
  const address = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  test('parts are in order, inside the text, and quote it', () => {
    fc.assert(
      fc.property(address, (text) => {
        let end = 0
        for (const part of readAddress(text).parts) {
          expect(part.from).toBeGreaterThanOrEqual(end)
          expect(part.text).toBe(text.slice(part.from, part.to))
          expect(part.text).not.toBe('')
          end = part.to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('a verdict quotes the text at its offsets, and masking keeps the length', () => {
    fc.assert(
      fc.property(address, (text) => {
        const verdict = judgeAddress(text, { symbols: 'refuse', postBox: false })
        if ('from' in verdict) expect(verdict.text).toBe(text.slice(verdict.from, verdict.to))
        expect(maskAddress(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('long texts are read in linear time', () => {
  test.each([
    '一',
    '一门',
    '1-',
    '甲1',
    '路',
    '里',
    '号',
    'a',
    'a-',
    '对面',
    '东',
    '第一',
    '(',
    '18号附',
    '某',
    '#',
  ])('%s again and again', { timeout: 60_000 }, (piece) => {
    // Anything that looks back over what it has read would take minutes.
    const text = `人民路${piece.repeat(100_000)}`
    expect(judgeAddress(text).kind).toMatch(/^[a-z-]+$/)
    expect(maskAddress(text).length).toBeGreaterThan(0)
  })
})
