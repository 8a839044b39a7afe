// What people of all kinds write: each mistake is told for what it is, once.
import { describe, expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'

const messagesOf = async (id: string, text: string): Promise<string[]> =>
  (await checkRule(id, text)).map(({ message }) => message)

describe('papers from Hong Kong, Macao and Taiwan', () => {
  test.each([
    ['港澳居民来往内地通行证', 'A023456(7)', ['homeId']],
    ['港澳居民居住证', 'A0234567', ['homeId']],
    ['台湾居民来往大陆通行证', 'T134679258', ['homeId']],
    ['港澳居民来往内地通行证', '810000194901010003', ['otherPermit']],
    ['台湾居民来往大陆通行证', '830000194901010007', ['otherPermit']],
    ['港澳居民居住证', 'H01346792', ['otherPermit']],
    ['港澳居民来往内地通行证', 'H01346792', []],
    ['港澳居民来往内地通行证', 'X01346792', ['form']],
  ])('%s with %s', async (type, number, messages) => {
    const text = `主体信息: { 证件: { 证件类型: ${type}, 证件号码: "${number}" } }`
    expect(await messagesOf('subject/certificate-number', text)).toEqual(messages)
  })
})

describe('the code of a unit with an identity card', () => {
  const draft = (nature: string): string =>
    `主体信息: { 主办单位性质: ${nature}, 证件: { 证件类型: 居民身份证, 证件号码: 91310115MA0T1K2C44 } }`

  test('a unit is told by the certificate type only', async () => {
    expect(await messagesOf('subject/certificate-type', draft('企业'))).toEqual(['unfit'])
    expect(await messagesOf('subject/certificate-number', draft('企业'))).toEqual([])
  })
  test('an individual is told what the number is', async () => {
    expect(await messagesOf('subject/certificate-number', draft('个人'))).toEqual(['unitCode'])
  })
})

test.each(['变更接入', '更换接入商', '转接入'])('%s is an added access', async (type) => {
  const [found] = await checkRule('draft/type', `备案: { 备案类型: ${type} }`)
  expect(found?.words.zh[1]).toContain('这里选“新增接入”')
  expect(found?.words.en[1]).toContain('add an access provider')
})

test('a private hospital may have the code of an enterprise', async () => {
  const text =
    '主体信息: { 主办单位性质: 医疗机构, 证件: { 证件类型: 医疗机构执业许可证, 证件号码: 91310115MA0T1K2C44 } }'
  expect(await messagesOf('subject/certificate-type', text)).toEqual([])
})

describe('places', () => {
  test.each([
    ['所在省: 吉林, 所在市: 延边州, 所在县: 延吉市, 通信地址: 延吉市光明街2号', []],
    ['所在省: 吉林, 所在市: 延边, 通信地址: 吉林省延边朝鲜族自治州延吉市光明街2号', []],
    ['所在省: 四川, 所在市: 甘孜州, 所在县: 康定市', []],
    ['所在省: 河北, 所在市: 雄安新区', ['zone']],
  ])('%s', async (fields, messages) => {
    expect(await messagesOf('subject/address-region', `主体信息: { ${fields} }`)).toEqual(messages)
  })

  test('a zone in the place of a city leads to a city', async () => {
    const [found] = await checkRule('subject/address-region', '主体信息: { 所在省: 河北, 所在市: 雄安新区 }')
    expect(found?.words.zh[1]).toContain('地级市')
  })

  test.each([
    ['上海市浦东新区', '上海'],
    ['杭州', '浙江'],
    ['广东省深圳市', '广东'],
  ])('the server stands in %s: %s', async (place, province) => {
    const [found] = await checkRule('draft/type', `网站信息: { 接入信息: { 服务器放置地点: ${place} } }`)
    expect(found?.words.zh[1]).toBe(`是不是“${province}”？`)
  })

  test('a village leads to its doors or to the remark', async () => {
    const text = '主体信息: { 主办单位性质: 个人, 通信地址: 石埠子镇召忽村 }'
    const [found] = await checkRule('subject/address-door-number', text)
    expect(found?.words.zh[1]).toContain('召忽村3组18号')
    expect(found?.words.zh[1]).toContain('备注')
  })
})

test('a wrong province is told once: the phone goes by the city', async () => {
  const text = '主体信息: { 所在省: 江苏, 所在市: 杭州市, 主体负责人: { 办公电话: 0571-80000022 } }'
  expect(await messagesOf('subject/address-region', text)).toEqual(['cityElsewhere'])
  expect(await messagesOf('contact/phone', text)).toEqual([])
})

test.each(['+852-20000002', '00853 20000002', '+886-2-20000002'])(
  '%s is no phone of the mainland',
  async (phone) => {
    const text = `主体信息: { 主体负责人: { 办公电话: "${phone}" } }`
    expect(await messagesOf('contact/phone', text)).toEqual(['abroad'])
  },
)

test('brackets around a mail address are taken away', async () => {
  const [found] = await checkRule(
    'contact/email',
    '主体信息: { 主体负责人: { 电子邮箱: <shen@example.cn> } }',
  )
  expect(found).toMatchObject({
    message: 'spelling',
    fix: { safety: 'safe', edits: [{ value: 'shen@example.cn' }] },
  })
})

test('a sole trader is told what to choose', async () => {
  const [found] = await checkRule('draft/type', '主体信息: { 主办单位性质: 个体工商户 }')
  expect(found?.words.zh[1]).toContain('企业')
})

test('signs in a name are quoted as they stand', async () => {
  const [found] = await checkRule(
    'subject/real-name',
    '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋（个人） }',
  )
  expect(found?.words.zh[0]).toContain('“（”')
})
