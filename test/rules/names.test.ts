// Names of websites beyond the corpus: options of provinces, documents shown, and the names that are offered instead.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type Circumstances, checkRule } from './check-rule.ts'

const told = (
  name: string,
  subject: Record<string, unknown>,
  website: Record<string, unknown> = {},
  circumstances: Circumstances = { profile: 'today' },
) => checkRule('website/name', stringify({ subject, websites: [{ name, ...website }] }), circumstances)

const person = { nature: 'individual', name: '林知远' }
const company = { nature: 'enterprise', name: '清河县沐光茶业有限公司' }

describe('provinces differ', () => {
  test.each([
    ['山间Notes', { ...person, province: '浙江' }, []],
    ['山间Notes', { ...person, province: '山东' }, ['letters']],
    ['山间Notes', { ...person, province: '四川' }, ['letters']],
    ['山间Notes', { ...person, province: '重庆' }, []],
    ['沐光Tea', { ...company, province: '四川' }, []],
    ['沐光Tea', { ...company, province: '重庆' }, ['letters']],
    ['沐光茶业资讯', { ...company, province: '浙江' }, []],
    ['沐光茶业资讯', { ...company, province: '天津' }, ['word']],
    ['沐光茶业电子商务', { ...company, province: '四川' }, ['word']],
    ['散步的个人网站', { ...person, province: '河南' }, ['word']],
  ])('%s %o', async (name, subject, messages) => {
    expect((await told(name, subject)).map(({ message }) => message)).toEqual(messages)
  })

  test('a place is refused in Yunnan and doubted elsewhere', async () => {
    const levels = async (province: string) =>
      (await told('怒江网', { ...company, province })).map(({ message, level }) => [message, level])
    expect(await levels('云南')).toEqual([['place', 'error']])
    expect(await levels('浙江')).toEqual([['place', 'warning']])
  })
})

describe('what other words say', () => {
  test.each([
    ['中国茶', company, {}, 'error'],
    ['爱中国茶', company, {}, 'warning'],
    ['中国清河', { nature: 'government', name: '清河县人民政府' }, {}, undefined],
    ['沐光基金', { nature: 'foundation', name: '清河县沐光公益基金会' }, {}, 'info'],
    ['沐光药品', company, {}, 'warning'],
    [
      '沐光药品',
      company,
      { approvals: [{ type: '药品和医疗器械', number: '浙药监备2026第1号' }] },
      undefined,
    ],
    ['沐光药品', company, { remark: '仅介绍茶叶，不涉及药品' }, 'info'],
    ['沐光药品', company, { remark: '该网站不涉及前置审批业务' }, 'info'],
    ['沐光药品', company, { remark: '仅介绍茶叶，不含评论' }, 'warning'],
    ['新闻快报', person, {}, 'error'],
    ['新闻快报', person, { remark: '不涉及新闻' }, 'warning'],
    ['新闻快报', person, { remark: '不含评论与广告' }, 'error'],
    ['一叶知味', company, { remark: '一叶知味为本公司的产品' }, undefined],
    ['林知远的小院', person, {}, 'warning'],
    ['林 知 远', person, {}, undefined],
  ])('%s by %o with %o: %s', async (name, subject, website, level) => {
    const found = await told(name, subject, website)
    expect(found[0]?.level).toBe(name === '林 知 远' ? 'error' : level)
  })
})

describe('other names', () => {
  const rows = readFileSync(new URL('../corpus/site-names.refuse.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

  test.each(rows)('%s %s by %s: three to five that pass', async (nature = '', name = '', sponsor = '') => {
    const subject = { nature, name: sponsor }
    const found = await told(name, subject)
    const hint = found[0]?.words.zh[1] ?? ''
    if (found[0]?.message === 'long') return
    const ideas = hint.startsWith('可以改成：') ? hint.slice('可以改成：'.length).split('、') : []
    expect(ideas.length, hint).toBeGreaterThanOrEqual(nature === 'individual' ? 3 : 2)
    expect(ideas.length).toBeLessThanOrEqual(5)
    for (const idea of ideas) expect(await told(idea, subject), idea).toEqual([])
  })

  test('a name that has to change is not also asked how it goes with the unit', async () => {
    const found = await told('中国银行', company)
    expect(found.map(({ message }) => message)).not.toContain('unlinked')
  })

  test('the words of a remark are taken without its 使用', async () => {
    const [found] = await told('山间工作室', person, { remark: '本网站为个人网站，做记录山间散步使用' })
    expect(found?.words.zh[1]).toContain('山间散步札记')
  })

  test('the place of a unit is put before its name once', async () => {
    const [found] = await told('数学学院', { nature: 'institution', name: '广东岭海师范大学' })
    expect(found?.words.zh[1]).toContain('广东岭海师范大学')
    expect(found?.words.zh[1]).not.toContain('广东广东')
  })

  test('they come from the words of the draft', async () => {
    const [found] = await told('山间工作室', person, { remark: '记录登山路上的野花，不涉及经营' })
    expect(found?.words.zh[1]).toMatch(/可以改成：山间札记、登山路上.*札记/)
    const [unit] = await told('茶香万里', company)
    expect(unit?.words.zh[1]).toContain('沐光茶业')
  })
})
