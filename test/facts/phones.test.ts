// Phones as people write them.
import { describe, expect, test } from 'vitest'
import {
  areaCodeOf,
  areaOf,
  canonicalLandline,
  canonicalMobile,
  readLandline,
  readMobile,
  splitPhones,
} from '../../src/facts/phones.ts'

describe('landlines that are right', () => {
  test.each([
    ['010-60000001', '010-60000001', '北京'],
    ['01060000001', '010-60000001', '北京'],
    ['(010)60000001', '010-60000001', '北京'],
    ['（０１０）６０００ ０００１', '010-60000001', '北京'],
    ['010 6000 0001', '010-60000001', '北京'],
    ['010-6000-0001', '010-60000001', '北京'],
    ['086-010-60000001-123', '010-60000001-123', '北京'],
    ['+86-10-60000001', '010-60000001', '北京'],
    ['0086 10 60000001', '010-60000001', '北京'],
    ['0571-80000002转8001', '0571-80000002-8001', '浙江'],
    ['0571—80000002', '0571-80000002', '浙江'],
    ['0931-2000003', '0931-2000003', '甘肃'],
    ['021-60000012', '021-60000012', '上海'],
    ['0898-60000004', '0898-60000004', '海南'],
  ])('%s is %s of %s', (text, canonical, province) => {
    const reading = readLandline(text)
    expect(reading.kind).toBe('ok')
    if (reading.kind !== 'ok') return
    expect(canonicalLandline(reading)).toBe(canonical)
    expect(reading.province).toBe(province)
  })
})

describe('landlines that are not', () => {
  test.each([
    ['60000001', 'no-area-code'],
    ['010-00000000', 'fake'],
    ['010-12345678', 'fake'],
    ['00000000000', 'fake'],
    ['0399-80000002', 'unknown-area-code'],
    ['010-6000000', 'length'],
    ['0571-800000021', 'length'],
    ['0571-10000002', 'first-digit'],
    ['13000000001', 'mobile'],
    ['400-000-0001', 'service-number'],
    ['95500', 'service-number'],
    ['571-80000002', 'no-zero'],
    ['21-60000012', 'no-zero'],
    ['99-80000002', 'characters'],
    ['无', 'characters'],
    ['010-6000000a', 'characters'],
  ])('%s: %s', (text, kind) => {
    const reading = readLandline(text)
    expect(reading.kind).toBe(kind)
  })
})

describe('mobiles', () => {
  test.each([
    ['13000000000', 'ok'],
    ['19200000000', 'ok'],
    ['16500000000', 'ok'],
    ['+86 130 0000 0001', 'ok'],
    ['86-13000000001', 'ok'],
    ['013000000001', 'ok'],
    ['１３０００００００１１', 'ok'],
    ['1300000001', 'length'],
    ['130000000011', 'length'],
    ['13800138000', 'fake'],
    ['11111111111', 'fake'],
    ['13812345678', 'fake'],
    ['13888888888', 'fake'],
    ['12345678901', 'fake'],
    ['0571-80000002', 'landline'],
    ['80000002', 'landline'],
    ['15400000001', 'unknown-prefix'],
    ['1440000000001', 'data-card'],
    ['17490000001', 'satellite'],
    ['一三八', 'characters'],
  ])('%s: %s', (text, kind) => {
    expect(readMobile(text).kind).toBe(kind)
  })

  test('canonical form', () => {
    expect(canonicalMobile('+86 130-0000-0001')).toBe('13000000001')
  })
})

test('several numbers keep their places', () => {
  expect(splitPhones('0571-80000002；0571-80000003')).toEqual([
    { text: '0571-80000002', from: 0, to: 13 },
    { text: '0571-80000003', from: 14, to: 27 },
  ])
})

test.each([
  ['010', '北京'],
  ['0755', '广东'],
  ['0991', '新疆'],
  ['0000', undefined],
  ['01', undefined],
])('area code %s is of %s', (code, province) => {
  expect(areaOf(code)?.province).toBe(province)
})

test.each([
  ['杭州市', '0571'],
  ['北京市', '010'],
  ['潮阳市', '0754'],
  ['汕头', '0754'],
  ['没有市', undefined],
])('the area code of %s is %s', (city, code) => {
  expect(areaCodeOf(city)).toBe(code)
})
