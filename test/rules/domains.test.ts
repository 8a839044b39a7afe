// Domains that are somebody else's, brackets and quotes around values, languages of websites.
import { describe, expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'

const site = (fields: string): string => `主体信息: { 主办单位性质: 企业 }\n网站信息: { ${fields} }\n`

describe('a subdomain of a platform', () => {
  test.each([
    ['yunqi.github.io', 'github.io'],
    ['https://yunqi.github.io/blog/', 'github.io'],
    ['"*.yunqi.pages.dev"', 'pages.dev'],
    ['Shop36.TAOBAO.com', 'taobao.com'],
  ])('%s is told and gets no fix', async (domain, platform) => {
    const found = await checkRule('website/domain', site(`域名: ${domain}`))
    expect(found).toMatchObject([{ message: 'platform', level: 'error', fix: undefined }])
    expect(found[0]?.words.zh[0]).toContain(`平台“${platform}”`)
  })

  test('is told once, under the rules of today too', async () => {
    const text = site('域名: yunqi.github.io, 首页网址: yunqi.github.io')
    for (const id of ['website/domain-suffix', 'website/homepage'])
      expect(await checkRule(id, text, { profile: 'today' })).toEqual([])
  })

  test('the platform files its own domain', async () => {
    expect(await checkRule('website/domain', site('域名: taobao.com'))).toEqual([])
    const [www] = await checkRule('website/domain', site('域名: www.taobao.com'))
    expect(www?.message).toBe('www')
  })

  test('two who share a platform do not clash', async () => {
    const one = '主体信息: { 主办单位名称: 沈知秋 }\n网站信息: { 域名: a1.github.io }\n'
    const two = '主体信息: { 主办单位名称: 沈知夏 }\n网站信息: { 域名: b1.github.io }\n'
    expect(await checkRule('conflict/domain', `${one}---\n${two}`)).toEqual([])
  })
})

describe('what stands around a domain or a home page', () => {
  test.each(['［a1.cn］', '【a1.cn】', '（a1.cn）', '《a1.cn》', "'<a1.cn>'", "'[a1.cn]'"])(
    '%s',
    async (domain) => {
      const text = site(`域名: ${domain}, 首页网址: www.a1.cn`)
      const found = await checkRule('website/domain', text)
      expect(found).toMatchObject([{ message: 'brackets', level: 'warning', fix: { safety: 'safe' } }])
      expect(await checkRule('website/homepage', text)).toEqual([])
      expect(await checkRule('website/domain-suffix', text, { profile: 'today' })).toEqual([])
    },
  )

  test('quotes around a value are told once, by draft/type', async () => {
    const text = site('域名: “a1.cn”, 首页网址: “www.a1.cn”, 接入信息: { 服务器放置地点: “上海” }')
    for (const id of ['website/domain', 'website/homepage']) expect(await checkRule(id, text)).toEqual([])
    const found = await checkRule('draft/type', text)
    expect(found.map(({ message }) => message)).toEqual(['quoted', 'quoted', 'quoted'])
  })
})

test.each([
  ['http://61.152.1.1:8080/', 'ip'],
  ['http://localhost/', 'no-suffix'],
  ['http://com.cn/', 'public-suffix'],
])('an address of %s is told for what it is: %s', async (domain, message) => {
  expect(await checkRule('website/domain', site(`域名: '${domain}'`))).toMatchObject([
    { message, fix: undefined },
  ])
})

describe('website/languages', () => {
  test.each([
    ['中文简体', []],
    ['[简体中文, 英文, 日文, 俄语, 韩语, 蒙文]', []],
    ['[zh-CN, en, Zh-Hant]', []],
    ['中文', ['chinese']],
    ['Chinese', ['chinese']],
    ['中英文', ['unknown']],
    ['中文 英语', ['several']],
    ['中文简体/英语', ['several']],
    ['德语', ['unknown']],
    ['[英语, English]', ['twice']],
  ])('%s: %j', async (languages, messages) => {
    const found = await checkRule('website/languages', site(`网站语言: ${languages}`))
    expect(found.map(({ message }) => message)).toEqual(messages)
    expect(found.every(({ level }) => level === 'warning')).toBe(true)
  })

  test.each([
    ['维吾尔', '维吾尔语'],
    ['俄罗期语', '俄罗斯语'],
  ])('%s is near %s', async (written, near) => {
    const [found] = await checkRule('website/languages', site(`网站语言: ${written}`))
    expect(found?.words.zh[1]).toBe(`是不是“${near}”？`)
  })
})

describe('subject/investor by province', () => {
  const unit = (province: string, nature: string, investor: string): string =>
    `主体信息: { 主办单位性质: ${nature}, 主办单位名称: 清河县茶叶学会, 法定代表人: 沈知秋, 所在省: ${province}, 投资人或主管单位: ${investor} }\n`

  test.each([
    ['福建', '社会团体', '沈知秋', ['superior']],
    ['宁夏', '民办非企业单位', '沈知秋', ['superior']],
    ['宁夏', '社会团体', '清河县茶叶学会', ['itself']],
    ['福建', '事业单位', '清河县茶叶学会', ['itself']],
    ['福建', '社会团体', '清河县民政局', []],
    ['山东', '政府机关', '清河县茶叶学会', ['itself']],
    ['山东', '社会团体', '沈知秋', []],
    ['云南', '政府机关', '清河县茶叶学会', []],
    ['福建', '企业', '沈知秋', ['ownName']],
    ['宁夏', '企业', '清河县茶叶学会', ['legal']],
  ])('%s, %s: %s', async (province, nature, investor, messages) => {
    const found = await checkRule('subject/investor', unit(province, nature, investor), { profile: 'today' })
    expect(found.map(({ message }) => message)).toEqual(messages)
  })
})
