// After a refusal the refused filing is corrected, not filed again; seen in one draft and between drafts.
import { describe, expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'

const rule = 'filing/no-refile'

describe('one draft', () => {
  test.each([
    ['被拒绝', '首次备案', 'rejected'],
    ['已提交', '首次备案', 'submitted'],
    ['被拒绝', undefined, 'rejected'],
    ['rejected', 'new', 'rejected'],
    ['已通过', '首次备案', undefined],
    ['未提交', '首次备案', undefined],
    ['被拒绝', '变更备案', undefined],
    ['被拒绝', '新增接入', undefined],
    [undefined, undefined, undefined],
  ])('状态 %s, 备案类型 %s: %s', async (status, type, message) => {
    const filing = [status && `状态: ${status}`, type && `备案类型: ${type}`].filter(Boolean).join(', ')
    const found = await checkRule(rule, `备案: { ${filing} }\n主体信息: { 主办单位名称: 沈知秋 }`)
    expect(found.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message])
    for (const finding of found) expect(finding).toMatchObject({ level: 'error', path: ['filing', 'status'] })
  })
})

const draftOf = (filing: string, name: string, domain: string): string =>
  `备案: { ${filing} }\n主体信息: { 主办单位名称: ${name} }\n网站信息: { 域名: ${domain} }\n`

describe('between drafts', () => {
  test.each([
    ['状态: 被拒绝, 备案类型: 新增网站', '状态: 未提交', '沈知秋', 'example.com', 'refusedElsewhere'],
    ['状态: 已提交, 备案类型: 新增网站', '状态: 未提交', '沈知秋', 'example.com', 'submittedElsewhere'],
    [
      '状态: 被拒绝, 备案类型: 新增网站',
      '备案类型: 新增网站',
      '沈 知秋',
      'WWW.example.com',
      'refusedElsewhere',
    ],
    ['状态: 被拒绝, 备案类型: 新增网站', '状态: 未提交', '沈知秋', 'example.cn', undefined],
    ['状态: 被拒绝, 备案类型: 新增网站', '状态: 未提交', '沈知夏', 'example.com', undefined],
    ['状态: 被拒绝, 备案类型: 新增网站', '状态: 已通过', '沈知秋', 'example.com', undefined],
    ['状态: 已通过', '状态: 未提交', '沈知秋', 'example.com', undefined],
    ['状态: 被拒绝, 备案类型: 新增网站', '备案类型: 变更备案', '沈知秋', 'example.com', undefined],
  ])('%s; then %s of %s with %s: %5$s', async (first, second, name, domain, message) => {
    const one = draftOf(first, '沈知秋', 'example.com')
    const two = draftOf(second, name, domain)
    for (const [text, document] of [
      [`${one}---\n${two}`, 1],
      [`${two}---\n${one}`, 0],
    ] as const) {
      const found = await checkRule(rule, text)
      expect(found.map((finding) => [finding.message, finding.document])).toEqual(
        message === undefined ? [] : [[message, document]],
      )
    }
  })

  test('two domains of one website are one finding', async () => {
    const first = draftOf('状态: 被拒绝', '沈知秋', '[example.com, example.cn]')
    const found = await checkRule(
      rule,
      `${first}---\n${draftOf('状态: 未提交', '沈知秋', '[example.cn, example.com]')}`,
    )
    expect(found.map(({ message }) => message)).toEqual(['rejected', 'refusedElsewhere'])
  })
})
