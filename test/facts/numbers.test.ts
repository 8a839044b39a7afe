// Identity and licence numbers. All are made up; birth dates lie before 1950 or are of the published test values.
import { describe, expect, test } from 'vitest'
import { looksFake, readCertificateNumber } from '../../src/facts/certificates.ts'
import { countyNow, findRegion, readRegionPrefix, regionByCode } from '../../src/facts/regions.ts'
import { ageOn, normaliseNumber, readResidentId, residentIdCheckDigit } from '../../src/facts/resident-id.ts'
import {
  isOrganisationCode,
  isRegistrationNumber,
  readUnifiedCode,
  unifiedCodeCheckSign,
} from '../../src/facts/unified-code.ts'

const TODAY = '2026-11-23'

describe('resident identity numbers', () => {
  test.each([
    ['330106194903070025', 'valid'],
    ['31011519480512001X', 'valid'],
    ['110100199001010000', 'valid'],
    ['310100198512310016', 'valid'],
    ['440100200002299995', 'valid'],
    ['11010519491231002X', 'valid'],
    ['810000199001010000', 'residence-permit'],
    ['820000199202020012', 'residence-permit'],
    ['830000199311110027', 'residence-permit'],
    ['330106490307002', 'old15'],
  ])('%s: %s', (number, kind) => {
    expect(readResidentId(number, TODAY).kind).toBe(kind)
  })

  test.each([
    ['330106194903070026', 'check-digit'],
    ['33010619490307002', 'length'],
    ['3301061949030700255', 'length'],
    ['990106194903070025', 'province'],
    ['330106194913070025', 'birth-date'],
    ['330106194902300025', 'birth-date'],
    ['330106177603070025', 'birth-date'],
    ['330106202703070022', 'future'],
    ['3301061949O3070025', 'characters'],
    ['111111111111111111', 'fake'],
  ])('%s is bad: %s', (number, reason) => {
    expect(readResidentId(number, TODAY)).toMatchObject({ kind: 'bad', reason })
  })

  test('any single wrong digit is noticed', () => {
    const right = '330106194903070025'
    for (let place = 0; place < right.length; place += 1) {
      for (const digit of '0123456789') {
        if (digit === right[place]) continue
        const wrong = right.slice(0, place) + digit + right.slice(place + 1)
        expect(readResidentId(wrong, TODAY).kind, wrong).toBe('bad')
      }
    }
  })

  test('what a number says', () => {
    expect(readResidentId('31011519480512001X', TODAY)).toMatchObject({
      birthDate: '1948-05-12',
      sex: 'male',
      age: 78,
    })
    expect(residentIdCheckDigit('33010619490307002')).toBe('5')
    expect(ageOn('1948-11-24', TODAY)).toBe(77)
    expect(normaliseNumber(' ３３0106 19490307002x')).toBe('33010619490307002X')
  })
})

describe('codes of organisations', () => {
  test.each([
    ['91310115MA0T1K2C44', 'valid'],
    ['911101000123456719', 'valid'],
    ['913101001234567888', 'valid'],
    ['51440100A1B2C3D48E', 'valid'],
    ['123205004660001255', 'valid'],
  ])('%s: %s', (code, kind) => {
    expect(readUnifiedCode(code).kind).toBe(kind)
  })

  test.each([
    ['91310115MA0T1K2C45', 'check-digit'],
    ['91310115MA0T1K2C4O', 'characters'],
    ['91310115MA0T1K2C4', 'length'],
    ['00310115MA0T1K2C44', 'department'],
    ['91990115MA0T1K2C44', 'region'],
  ])('%s is bad: %s', (code, reason) => {
    expect(readUnifiedCode(code)).toMatchObject({ kind: 'bad', reason })
  })

  test('any single wrong sign is noticed', () => {
    const right = '91310115MA0T1K2C44'
    for (let place = 0; place < right.length; place += 1) {
      for (const sign of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (sign === right[place]) continue
        expect(readUnifiedCode(right.slice(0, place) + sign + right.slice(place + 1)).kind).toBe('bad')
      }
    }
    expect(unifiedCodeCheckSign('91310115MA0T1K2C4')).toBe('4')
  })

  test.each([['01234567-1'], ['12345678-8'], ['MA0Q2W3E-2'], ['MA0Q2W3E2']])(
    'organisation code %s',
    (code) => {
      expect(isOrganisationCode(code)).toBe(true)
      expect(isOrganisationCode(code.replace(/.$/, (c) => (c === '9' ? '0' : '9')))).toBe(false)
    },
  )

  test.each([['110100000000015'], ['310100400000023'], ['440100600000030']])(
    'registration number %s',
    (number) => {
      expect(isRegistrationNumber(number)).toBe(true)
      expect(isRegistrationNumber(number.replace(/.$/, (c) => String((Number(c) + 1) % 10)))).toBe(false)
    },
  )
})

describe('numbers by the paper', () => {
  test.each([
    ['passport', 'E00000001', 'ok'],
    ['passport', 'AB-1', 'form'],
    ['hk-macao-travel-permit', 'H00000001', 'ok'],
    ['hk-macao-travel-permit', 'X00000001', 'form'],
    ['taiwan-travel-permit', '00000001', 'ok'],
    ['taiwan-travel-permit', '0000000003(B)', 'ok'],
    ['foreign-permanent-resident-id', 'USA310090010105', 'ok'],
    ['foreign-permanent-resident-id', '931840199001010011', 'ok'],
    ['business-licence', '110100000000015', 'old-licence'],
    ['business-licence', '110100000000016', 'check-digit'],
    ['business-licence', '1101000000000', 'old-licence'],
    ['organisation-code', '12345678-8', 'ok'],
    ['organisation-code', 'MA0Q2W3E-3', 'check-digit'],
    ['resident-id', '123456789012345678', 'fake'],
    ['military-code', '12345部队', 'ok'],
    ['medical-permit', '测试', 'fake'],
    ['passport', '123456789', 'fake'],
    ['foreign-permanent-resident-id', '931840199001010012', 'check-digit'],
    ['business-licence', '330106194903070025', 'resident-id'],
    ['institution-certificate', '330106194903070025', 'resident-id'],
    ['business-licence', '330106194903070026', 'unified-code'],
    ['resident-id', '330106-19490307-0025', 'resident-id'],
    ['social-group-certificate', '社证字第3456号', 'old-certificate'],
    ['institution-certificate', '事证第133010600123号', 'old-certificate'],
    ['institution-certificate', '133010600123', 'old-certificate'],
    ['private-non-enterprise-certificate', '民证字第010123号', 'old-certificate'],
    ['law-firm-permit', '23301201010123456', 'old-certificate'],
  ] as const)('%s %s: %s', (type, number, kind) => {
    expect(readCertificateNumber(type, number, TODAY).kind).toBe(kind)
  })

  test('dashes and spaces are taken out of identity numbers, and stay in organisation codes', () => {
    const normal = (type: 'resident-id' | 'organisation-code', number: string) =>
      readCertificateNumber(type, number, TODAY).normal
    expect(normal('resident-id', '330106-19490307-0025')).toBe('330106194903070025')
    expect(normal('organisation-code', '12345678-8')).toBe('12345678-8')
  })

  test('a passport of nine digits in order is only likely made up', () => {
    expect(readCertificateNumber('passport', '123456789', TODAY)).toMatchObject({ kind: 'fake', sure: false })
    expect(readCertificateNumber('passport', '111111111', TODAY)).toMatchObject({ kind: 'fake', sure: true })
    expect(readCertificateNumber('resident-id', '123456789', TODAY)).toMatchObject({
      kind: 'fake',
      sure: true,
    })
  })

  test.each([['000000'], ['11111111'], ['123456789'], ['xxxxxx'], ['无']])('%s looks made up', (number) => {
    expect(looksFake(number)).toBe(true)
  })
  test.each([['E00000001'], ['330106194903070025'], ['91310115MA0T1K2C44'], ['00000001']])(
    '%s does not',
    (number) => {
      expect(looksFake(number)).toBe(false)
    },
  )
})

describe('regions', () => {
  test.each([
    ['广东省深圳市南山区科技南路18号', { province: '广东', city: '深圳市', county: '南山区', end: 9 }],
    ['浙江义乌市福田路', { province: '浙江', city: '金华市', county: '义乌市', end: 5 }],
    ['上海南京西路1号', { province: '上海', city: '上海市', end: 2 }],
    ['南京西路1号', { end: 0 }],
    ['北京路18号', { end: 0 }],
    ['湖北省仙桃市沔州大道', { province: '湖北', county: '仙桃市', end: 6 }],
    [
      '北京宣武区广安门',
      { province: '北京', county: '宣武区', countyRetired: true, countyNow: '西城区', end: 5 },
    ],
    ['朝阳区建国路', { county: '朝阳区', end: 3 }],
    ['海南藏族自治州共和县', { province: '青海', end: 10 }],
  ])('%s', (text, region) => {
    expect(readRegionPrefix(text)).toMatchObject(region)
  })

  test.each([
    ['110104', '宣武区', true],
    ['330106', '西湖区', false],
    ['419001', '济源市', false],
    // Codes of the first cards (1984 on), when districts were counties of prefectures.
    ['330724', '东阳县', true],
    ['132121', '大名县', true],
    ['512222', '开县', true],
  ])('code %s is %s', (code, county, retired) => {
    expect(regionByCode(code)).toMatchObject({ county, retired })
  })

  test('names are found with and without their endings', () => {
    expect(findRegion('苏州', 'city')).toMatchObject([{ city: '苏州市' }])
    expect(findRegion(' ', 'county')).toEqual([])
    expect(findRegion('海淀', 'county', { province: '北京' })).toMatchObject([{ county: '海淀区' }])
    expect(findRegion('西湖区', 'county', { province: '浙江', city: '杭州' })).toHaveLength(1)
    expect(findRegion('望山市', 'city')).toEqual([])
    const [old] = findRegion('密云县', 'county', { province: '北京' })
    expect(old && countyNow(old)).toBe('密云区')
  })

  test('many questions are answered as the first ones are', () => {
    const before = readRegionPrefix('广东省深圳市南山区科技南路18号')
    for (let n = 0; n < 500; n += 1) regionByCode('110104')
    expect(readRegionPrefix('广东省深圳市南山区科技南路18号')).toEqual(before)
    expect(regionByCode('110104')).toMatchObject({ county: '宣武区', retired: true })
    expect(regionByCode('000000')).toBeUndefined()
  })
})
