// What some provinces ask of their own: whole rules on short drafts, each with and without the slip.
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkRule } from './check-rule.ts'

const told = async (rule: string, subject: object, website: object = {}) => {
  const found = await checkRule(rule, stringify({ subject, websites: [website] }), { profile: 'today' })
  return found.map(({ message, level }) => `${level} ${message}`)
}

const unit = { nature: 'enterprise', name: '清河县沐光茶业有限公司' }
const person = { nature: 'individual', name: '林知远' }

describe('services', () => {
  const other = { services: ['其他'], remark: '内部资料查询' }
  test.each([
    ['浙江', unit, other, []],
    ['黑龙江', unit, other, ['warning refusedUnit']],
    ['江西', unit, other, ['warning refusedUnit']],
    ['江西', unit, { services: ['单位门户网站'] }, []],
    ['陕西', person, { services: ['博客/个人空间'], remark: '散步札记' }, ['warning individual']],
    ['湖北', person, { services: ['博客/个人空间'], remark: '散步札记' }, []],
  ])('%s: %o %o', async (province, subject, website, expected) => {
    expect(await told('website/services', { ...subject, province }, website)).toEqual(expected)
  })
})

describe('suffixes and words of domains', () => {
  test.each([
    ['北京', 'muguang.org', ['error refused']],
    ['北京', 'muguang.me', ['warning refused']],
    ['北京', 'muguang.com', []],
    ['浙江', 'muguang.org', ['warning unlisted']],
    ['上海', 'muguang-game.cn', ['warning word']],
    ['浙江', 'muguang-game.cn', []],
  ])('%s: %s', async (province, domain, expected) => {
    expect(await told('website/domain-suffix', { ...unit, province }, { domains: [domain] })).toEqual(
      expected,
    )
  })

  test('a remark that speaks of the word explains it', async () => {
    const website = { domains: ['muguang-game.cn'], remark: '介绍茶叶，不涉及游戏' }
    expect(await told('website/domain-suffix', { ...unit, province: '上海' }, website)).toEqual([])
  })
})

test('a foreigner files no website of an individual in Hebei', async () => {
  const certificate = { type: 'passport', number: 'AB123456' }
  const subject = { ...person, certificate }
  expect(await told('subject/other-province', { ...subject, province: '河北' })).toEqual(['error foreigner'])
  expect(await told('subject/other-province', { ...subject, province: '浙江' })).toEqual([])
})

test('a unit in Jiangsu has a landline, elsewhere it may do without', async () => {
  const principal = { name: '林知远', mobile: '13000000001', email: 'lin@example.cn' }
  const missing = async (province: string) =>
    (
      await checkRule('draft/missing', stringify({ subject: { ...unit, province, principal } }), {
        profile: 'today',
      })
    ).map(({ path }) => path.join('.'))
  expect(await missing('江苏')).toContain('subject.principal.phone')
  expect(await missing('浙江')).not.toContain('subject.principal.phone')
})

test('an individual in Tianjin gives a second phone, elsewhere one mobile is enough', async () => {
  const missing = async (subject: object) =>
    (await checkRule('draft/missing', stringify({ subject }), { profile: 'today' })).map(({ path }) =>
      path.join('.'),
    )
  const principal = { mobile: '13000000001', email: 'lin@example.cn' }
  expect(await missing({ ...person, province: '天津', principal })).toContain('subject.principal.phone')
  expect(await missing({ ...unit, province: '天津', principal })).not.toContain('subject.principal.phone')
  expect(await missing({ ...person, province: '浙江', principal })).not.toContain('subject.principal.phone')
})

test('a post box stands for street and door in Jiangsu', async () => {
  const rule = 'subject/address-door-number'
  expect(await told(rule, { ...unit, province: '江苏', address: '南京市1601信箱43分箱' })).toEqual([])
  expect(await told(rule, { ...unit, province: '浙江', address: '杭州市1601信箱43分箱' })).toEqual([
    'error post-box',
  ])
})

test('a post box stands for street and door at West.cn', async () => {
  const draft = stringify({ subject: { ...unit, province: '浙江', address: '杭州市1601信箱43分箱' } })
  expect(await checkRule('subject/address-door-number', draft, { profile: 'west' })).toEqual([])
})

test.each([
  ['青海', 'government', '沈知秋', ['warning letter']],
  ['青海', 'institution', '沈知秋', ['warning letter']],
  ['青海', 'enterprise', '沈知秋', ['error notLegal']],
  ['河北', 'enterprise', 'JOHN SMITH', ['warning letter']],
  ['山西', 'enterprise', 'JOHN SMITH', ['warning letter']],
  ['山东', 'enterprise', 'JOHN SMITH', ['warning letter']],
  ['河北', 'enterprise', '沈知秋', ['error notLegal']],
  ['浙江', 'enterprise', 'JOHN SMITH', ['error notLegal']],
])('the principal in %s of a unit (%s) of %s', async (province, nature, legalRepresentative, expected) => {
  const subject = { ...unit, nature, province, legalRepresentative, principal: { name: '林知远' } }
  expect(await told('subject/principal', subject)).toEqual(expected)
})

test('servers in several provinces want a remark in Tianjin', async () => {
  const website = { access: { location: ['天津', '上海'] }, remark: '公司介绍' }
  expect(await told('filing/remark', { ...unit, province: '天津' }, website)).toEqual(['warning missing'])
  expect(await told('filing/remark', { ...unit, province: '浙江' }, website)).toEqual([])
})

test.each([
  ['福建', 14, ['warning guardian']],
  ['福建', 17, []],
  ['安徽', 17, ['warning guardian']],
  ['河南', 14, ['warning guardian']],
  ['辽宁', 17, ['warning proof']],
  ['辽宁', 14, ['error young']],
])('in %s somebody of %i', async (province, years, expected) => {
  const number = years === 14 ? '330106201201010020' : '330106200901010027'
  const certificate = { type: 'resident-id', number }
  expect(await told('subject/age', { ...person, province, certificate })).toEqual(expected)
})

test('a person in two places is told once that he is young', async () => {
  const certificate = { type: 'resident-id', number: '330106201501010022' }
  const subject = { ...person, certificate, principal: { name: '林知远', certificate }, province: '浙江' }
  expect(await told('subject/age', subject)).toEqual(['error young'])
})
