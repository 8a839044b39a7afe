// `init` without a terminal: which questions come, what they suggest and say, and the draft that comes out.
import { describe, expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import { normalise } from '../../src/draft/normalise.ts'
import { readText } from '../../src/draft/read.ts'
import { checkDraft } from '../../src/engine/check.ts'
import { natures } from '../../src/facts/data/natures.ts'
import { type Answers, textAt } from '../../src/interactive/answers.ts'
import { draftText } from '../../src/interactive/draft-text.ts'
import { interviewFrom } from '../../src/interactive/interview.ts'
import { Interrupted } from '../../src/interactive/prompter.ts'
import type { Language } from '../../src/report/language.ts'
import { type Answer, CTRL_C, ENTER, ESCAPE, scripted } from './script.ts'

const sink = { write: () => undefined, isTTY: false, columns: undefined }
const io = {
  args: [],
  env: {},
  cwd: '.',
  stdout: sink,
  stderr: sink,
  stdin: async () => new Uint8Array(),
  now: () => Date.parse('2026-11-23T04:00:00Z'),
}
const settings = (answers: Answers) =>
  settingsOf(textAt(answers, ['profile']) ?? 'today', textAt(answers, ['subject', 'province']), io)

async function interview(
  answers: Readonly<Record<string, Answer | readonly Answer[]>>,
  start: Answers = {},
  language: Language = 'zh',
) {
  const { prompter, asked } = scripted(answers)
  const kept: Answers[] = []
  const printed: string[] = []
  const result = interviewFrom(start, {
    prompter,
    language,
    rules: ruleTable(),
    profiles: {
      usual: 'today',
      options: ['today', 'aliyun', 'jinyong', 'miit-2009'].map((value) => ({ value, zh: value, en: value })),
    },
    settings,
    keep: (state) => kept.push(state),
    print: (line) => printed.push(line),
  })
  return { asked, kept, printed, result, messages: () => asked.map(({ message }) => message) }
}

const person = {
  主办单位名称: '沈知秋',
  证件号码: '330106194903070025',
  通信地址: '文三路90号2单元301室',
  证件住所: '浙江省杭州市西湖区文三路90号2单元301室',
  手机号码: '13000000001',
  应急联系电话: '13000000002',
  电子邮箱: 'zhiqiu@example.com',
  '网站 1 · 网站名称': '山间札记',
  '网站 1 · 域名': 'shanjian-notes.cn',
  '网站 1 · 备注': '记录登山路上的野花',
  '网站 1 · 接入服务提供商': '阿里云计算有限公司',
  '网站 1 · 接入方式': '云接入',
  '网站 1 · 网站IP': '47.96.12.34',
} as const

const company = {
  接入商档案: 'aliyun',
  主办单位性质: '企业',
  主办单位名称: '青禾茶业有限公司',
  证件号码: '91330106MA2B3C4D11',
  通信地址: '文三路90号2单元301室',
  证件住所: '浙江省杭州市西湖区文三路90号',
  法定代表人: '沈知秋',
  '主体负责人 · 证件号码': '330106194903070025',
  '主体负责人 · 手机号码': '13000000001',
  '主体负责人 · 电子邮箱': 'zhiqiu@example.com',
  '网站 1 · 网站名称': '青禾茶业',
  '网站 1 · 域名': 'qinghe-tea.cn, qinghe.cn',
  '网站 1 · 网站IP': '47.96.12.34',
  '还有别的网站吗？': ['有', '没有'],
  '网站 2 · 网站名称': '青禾茶业商城',
  '网站 2 · 域名': 'qinghe-shop.cn',
  '网站 2 · 网站IP': '47.96.12.35',
} as const

/** What the check says of a draft's text, apart from hints. */
async function findingsOf(text: string): Promise<string[]> {
  const { documents, problems } = await readText(text, 'yaml')
  expect(problems).toEqual([])
  const draft = normalise(documents[0]?.value)
  expect(draft.problems).toEqual([])
  const { rules, world } = settingsOf(draft.profile ?? 'jinyong', draft.subject.province, io)
  return checkDraft(draft, rules, world)
    .findings.filter(({ level }) => level === 'error')
    .map(({ rule }) => rule)
}

describe('an individual', () => {
  test('is asked in the order of the form, and only what the nature needs', async () => {
    const { result, messages } = await interview(person)
    await result
    expect(messages()).toEqual([
      '接入商档案',
      '备案类型',
      '主办单位性质',
      '主办单位名称',
      '证件类型',
      '证件号码',
      '所在省',
      '所在市',
      '所在县 (可不填)',
      '通信地址',
      '证件住所',
      '手机号码',
      '应急联系电话 (可不填)',
      '电子邮箱',
      '网站 1 · 网站名称',
      '网站 1 · 域名',
      '网站 1 · 首页网址 (可不填)',
      '网站 1 · 网站服务内容',
      '网站 1 · 备注 (可不填)',
      '网站 1 · 接入服务提供商',
      '网站 1 · 接入方式',
      '网站 1 · 网站IP',
      '网站 1 · 服务器放置地点',
      '还有别的网站吗？',
      '写成草稿文件？',
    ])
  })

  test('gets sensible defaults from what was entered before', async () => {
    const { result, asked } = await interview(person)
    await result
    const defaults = Object.fromEntries(asked.map(({ message, default: value }) => [message, value]))
    expect(defaults).toMatchObject({
      接入商档案: 'today',
      备案类型: 'new',
      证件类型: 'resident-id',
      所在省: '浙江',
      所在市: '杭州市',
      '所在县 (可不填)': '西湖区',
      '网站 1 · 首页网址 (可不填)': 'www.shanjian-notes.cn',
      '网站 1 · 网站服务内容': '其他',
      '网站 1 · 服务器放置地点': '浙江',
    })
  })

  test('ends with a review that masks personal values, and a draft that passes', async () => {
    const { result, printed } = await interview(person)
    const text = draftText(await result, 'zh', 'my.yaml')
    expect(await findingsOf(text)).toEqual([])
    const review = printed.join('\n')
    expect(review).toContain('主办单位名称: 沈知秋')
    expect(review).toContain('手机号码: 130******01')
    for (const secret of ['330106194903070025', '13000000001', '13000000002', 'zhiqiu@', '301室'])
      expect(review).not.toContain(secret)
  })
})

describe('a unit with two websites', () => {
  test('is asked for its people, and suggested what its host wants', async () => {
    const { result, asked } = await interview(company)
    const answers = await result
    const defaults = Object.fromEntries(asked.map(({ message, default: value }) => [message, value]))
    expect(defaults).toMatchObject({
      '主体负责人 · 姓名': '沈知秋',
      所在省: '浙江',
      '网站 1 · 接入服务提供商': '阿里云计算有限公司',
      '网站 1 · 接入方式': 'cloud',
      '网站 2 · 首页网址 (可不填)': 'www.qinghe-shop.cn',
    })
    expect(textAt(answers, ['websites', 0, 'domains'])).toBe('qinghe-tea.cn, qinghe.cn')
    expect(textAt(answers, ['websites', 1, 'name'])).toBe('青禾茶业商城')
    expect(answers['x-more']).toBeUndefined()
  })

  test.each(['zh', 'en'] as const)('makes the same draft in %s', async (language) => {
    const { result } = await interview(company)
    const text = draftText(await result, language, 'my.yaml')
    expect(text).toMatchSnapshot()
    const { documents } = await readText(text, 'yaml')
    const draft = normalise(documents[0]?.value)
    expect(draft.problems).toEqual([])
    expect(draft.subject.nature).toBe('enterprise')
    expect(draft.websites[0]?.domains.map(({ name }) => name)).toEqual(['qinghe-tea.cn', 'qinghe.cn'])
    expect(draft.websites[1]?.access[0]?.method).toEqual(['cloud'])
  })
})

describe('only what is needed', () => {
  test('the number of an earlier filing, when there is one', async () => {
    const { result, messages } = await interview({
      ...person,
      备案类型: '新增网站',
      备案号: '浙ICP备12345678号',
    })
    const answers = await result
    expect(messages()[2]).toBe('备案号')
    expect(draftText(answers, 'zh', 'a.yaml')).toContain(
      '备案:\n  备案类型: 新增网站\n  备案号: 浙ICP备12345678号\n',
    )
    const first = await interview(person)
    expect(draftText(await first.result, 'zh', 'a.yaml')).not.toContain('备案类型')
  })

  test('somebody else for a website of a unit', async () => {
    const { result, messages, asked } = await interview({
      ...company,
      '网站 2 · 网站负责人 · 姓名': '林望舒',
      '网站 2 · 网站负责人 · 证件号码': '11010519491231002X',
      '网站 2 · 网站负责人 · 手机号码': '13000000003',
      '网站 2 · 网站负责人 · 电子邮箱': 'wangshu@example.com',
      '网站 2 · 网站负责人 · ': ENTER,
      '网站 2 · 网站负责人': '另有其人',
    })
    const text = draftText(await result, 'zh', 'a.yaml')
    expect(messages().filter((message) => message.startsWith('网站 1 · 网站负责人'))).toEqual([
      '网站 1 · 网站负责人',
    ])
    expect(messages().filter((message) => message.startsWith('网站 2 · 网站负责人'))).toEqual([
      '网站 2 · 网站负责人',
      '网站 2 · 网站负责人 · 姓名',
      '网站 2 · 网站负责人 · 证件类型',
      '网站 2 · 网站负责人 · 证件号码',
      '网站 2 · 网站负责人 · 办公电话 (可不填)',
      '网站 2 · 网站负责人 · 手机号码',
      '网站 2 · 网站负责人 · 应急联系电话 (可不填)',
      '网站 2 · 网站负责人 · 电子邮箱',
    ])
    const { documents } = await readText(text, 'yaml')
    expect(normalise(documents[0]?.value).websites.map(({ principal }) => principal.name)).toEqual([
      undefined,
      '林望舒',
    ])
    // A further website mostly lies where the one before lies.
    const second = asked.find(({ message }) => message === '网站 2 · 网站IP')
    expect(second?.default).toBe('47.96.12.34')
  })

  test.each(natures)('$id: the papers suggested are those of today', async ({ id }) => {
    const { result, asked } = await interview({
      ...company,
      ...person,
      接入商档案: 'today',
      主办单位性质: id,
    })
    await result
    const papers = asked.find(({ message }) => message === '证件类型')
    const at = papers?.values?.indexOf(papers.default) ?? -1
    expect(papers?.notes?.[at]).toBeUndefined()
  })
})

describe('what is said of a value', () => {
  test('one value of several: the suggestion is the whole list', async () => {
    const { result, asked } = await interview({
      ...person,
      '网站 1 · 域名': 'shanjian.cn, www.shanjian-notes.cn',
    })
    await result
    expect(asked.find(({ message }) => message === '网站 1 · 域名')?.ideas).toEqual([
      'shanjian.cn, shanjian-notes.cn',
    ])
  })

  test('a choice: what the rules say of each option', async () => {
    const { result, asked } = await interview({
      ...person,
      接入商档案: 'jinyong',
      '网站 1 · 接入服务提供商': '上海金咏信息科技有限公司',
      '网站 1 · 接入方式': '虚拟主机',
    })
    await result
    const methods = asked.find(({ message }) => message === '网站 1 · 接入方式')
    expect(methods?.default).toBe('virtual-host')
    expect(methods?.notes?.map((note) => note?.includes('只按“虚拟主机”报备') ?? false)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
  })

  test('the review shows what is still missing', async () => {
    const { result, printed } = await interview({ ...person, 电子邮箱: '' })
    await result
    const at = printed.findIndex((line) => line.startsWith('  电子邮箱'))
    expect(printed[at + 1]).toBe('    ✗ 这一项必填')
  })

  test.each([
    ['主办单位名称', '林先生', '“林先生”是称呼'],
    ['证件号码', '33010619490307002', '17 位'],
    ['通信地址', '文三路', '缺门牌号'],
    ['手机号码', '1380013800', '10 位'],
    ['电子邮箱', 'a@gmial.com', 'gmail.com'],
    ['网站 1 · 网站名称', '中国山间', '国字号'],
    ['网站 1 · 域名', 'www.shanjian-notes.cn', 'www.'],
    ['网站 1 · 网站IP', '192.168.1.1', '不是公网 IP'],
    ['手机号码', '', '必填'],
  ])('%s %s: %s', async (question, value, verdict) => {
    const { result, asked } = await interview({ ...person, [question]: value })
    await result
    const said = asked.find(({ message }) => message.startsWith(question))?.verdict
    expect(said).toContain(verdict)
  })

  test('nothing of a right one, and nothing of fields that come later', async () => {
    const { result, asked } = await interview(person)
    await result
    expect(asked.filter(({ verdict }) => verdict !== undefined)).toEqual([])
  })
})

describe('forward and back', () => {
  test('Escape asks the question before again, with its answer', async () => {
    const { result, asked } = await interview({
      ...person,
      通信地址: [ESCAPE, '文三路90号2单元301室'],
      所在县: [ENTER, '拱墅区'],
    })
    const answers = await result
    expect(textAt(answers, ['subject', 'county'])).toBe('拱墅区')
    expect(asked.filter(({ message }) => message.startsWith('所在县')).map((entry) => entry.default)).toEqual(
      ['西湖区', '西湖区'],
    )
  })

  test('an answer can be changed at the review', async () => {
    const { result } = await interview({
      ...person,
      '写成草稿文件？': ['change', 'write'],
      '修改哪一项？': '手机号码',
      手机号码: ['13000000001', '13000000009'],
    })
    expect(textAt(await result, ['subject', 'principal', 'mobile'])).toBe('13000000009')
  })

  test('a change of the nature leaves nothing of the other one behind', async () => {
    const { result } = await interview({
      ...company,
      主办单位性质: ['企业', '个人'],
      主办单位名称: ['青禾茶业有限公司', '沈知秋'],
      '写成草稿文件？': ['change', 'write'],
      '修改哪一项？': '主办单位性质',
    })
    const answers = await result
    expect(textAt(answers, ['subject', 'nature'])).toBe('individual')
    expect(textAt(answers, ['subject', 'legalRepresentative'])).toBeUndefined()
  })

  test('Ctrl-C keeps what was entered, and the next run goes on there', async () => {
    const first = await interview({ ...person, 电子邮箱: CTRL_C })
    await expect(first.result).rejects.toThrow(Interrupted)
    const kept = first.kept.at(-1) ?? {}
    expect(textAt(kept, ['subject', 'principal', 'mobile'])).toBe('13000000001')
    const second = await interview(person, kept)
    await second.result
    expect(second.messages()[0]).toBe('电子邮箱')
  })
})
