// The system's conflict detection: what may not stand in two places, in one draft or between drafts.
import { describe, expect, test } from 'vitest'
import { runCli } from '../cli/run-cli.ts'
import { checkRule } from './check-rule.ts'

interface Site {
  readonly name?: string
  readonly domain?: string
  readonly homepage?: string
}

const site = ({ name, domain, homepage }: Site): string =>
  `{ ${[name && `网站名称: ${name}`, domain && `域名: ${domain}`, homepage && `首页网址: '${homepage}'`].filter(Boolean).join(', ')} }`

const draft = (sponsor: string, sites: readonly Site[], filing = ''): string =>
  `备案: { ${filing} }\n主体信息: { 主办单位名称: ${sponsor} }\n网站信息: [${sites.map(site).join(', ')}]\n`

const told = async (rule: string, ...drafts: string[]) =>
  (await checkRule(rule, drafts.join('---\n'))).map(({ message, document }) => `${message} @${document}`)

describe('conflict/domain', () => {
  test.each([
    ['example.com', 'example.com', ['otherDraft @1']],
    ['example.com', 'EXAMPLE.COM', ['otherDraft @1']],
    ['example.com', 'www.example.com', ['otherDraft @1']],
    ['example.com', 'http://example.com/', ['otherDraft @1']],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s', ['otherDraft @1']],
    ['例子.中国', '例子。中国', ['otherDraft @1']],
    ['例子.中国', 'XN--FSQU00A.中国', ['otherDraft @1']],
    ['example.com', 'ｅｘａｍｐｌｅ.com.', ['otherDraft @1']],
    ['example.com', 'example.cn', []],
    ['a.com.cn', 'b.com.cn', []],
    ['[example.com, example.cn]', 'example.cn', ['otherDraft @1']],
  ])('%s and %s of two sponsors', async (one, two, messages) => {
    const found = await told(
      'conflict/domain',
      draft('沈知秋', [{ domain: one }]),
      draft('沈知夏', [{ domain: two }]),
    )
    expect(found).toEqual(messages)
  })

  test('two websites of one draft', async () => {
    const sites = [
      { name: '山间札记', domain: 'example.com' },
      { name: '山间相册', domain: 'example.com' },
    ]
    expect(await told('conflict/domain', draft('沈知秋', sites))).toEqual(['sameDraft @0'])
  })

  test('one website may repeat its own domain', async () => {
    expect(
      await told('conflict/domain', draft('沈知秋', [{ domain: '[example.com, www.example.com]' }])),
    ).toEqual([])
  })

  test('one sponsor in two drafts is the affair of conflict/website', async () => {
    const text = draft('沈知秋', [{ domain: 'example.com' }])
    expect(await told('conflict/domain', text, text)).toEqual([])
    expect(await told('conflict/website', text, text)).toEqual(['twice @1'])
  })

  test('the approved filing keeps the domain, wherever it stands', async () => {
    const approved = draft('沈知秋', [{ domain: 'example.com' }], '状态: 已通过, 备案号: 浙ICP备10000001号')
    const fresh = draft('沈知夏', [{ domain: 'example.com' }])
    expect(await told('conflict/domain', fresh, approved)).toEqual(['otherDraft @0'])
  })

  test('a domain is named as it is written', async () => {
    const [found] = await checkRule(
      'conflict/domain',
      `${draft('沈知秋', [{ domain: 'xn--fsqu00a.中国' }])}---\n${draft('沈知夏', [{ domain: '例子.中国' }])}`,
    )
    expect(found?.words.zh[0]).toBe('域名“例子.中国”在另一份草稿里也有（主办单位：沈知秋）')
    const one = draft('沈知秋', [{ domain: '例子.中国' }])
    const [twice] = await checkRule('conflict/website', `${one}---\n${one}`)
    expect(twice?.words.zh[0]).toBe('“沈知秋”的网站 例子.中国 在另一份草稿里也要备案')
  })

  test('the other sponsor is named, and not one who is unknown', async () => {
    const two = draft('沈知夏', [{ domain: 'example.com' }])
    const [named] = await checkRule(
      'conflict/domain',
      `${draft('沈知秋', [{ domain: 'example.com' }])}---\n${two}`,
    )
    expect(named?.words.zh[0]).toBe('域名“example.com”在另一份草稿里也有（主办单位：沈知秋）')
    const [unnamed] = await checkRule('conflict/domain', `网站信息: { 域名: example.com }\n---\n${two}`)
    expect(unnamed?.words.zh[0]).toBe('域名“example.com”在另一份草稿里也有')
    expect(unnamed?.words.en[0]).toBe('Another draft has the domain “example.com” too')
  })
})

describe('conflict/website', () => {
  test.each([
    ['', '', ['twice @1']],
    ['状态: 已通过', '', ['approved @1']],
    ['', '状态: 已通过', ['approved @0']],
    ['状态: 已通过', '备案类型: 新增网站', ['approved @1']],
    ['状态: 已通过', '备案类型: 新增接入', []],
    ['状态: 已通过', '备案类型: 变更备案', []],
    ['状态: 已通过', '状态: 已通过', ['twice @1']],
    ['备案类型: 新增接入', '备案类型: 新增接入', []],
    // filing/no-refile speaks of these.
    ['状态: 被拒绝', '', []],
    ['状态: 已提交', '', []],
    ['状态: 被拒绝', '状态: 被拒绝', []],
    ['状态: 被拒绝', '状态: 已通过', []],
  ])('one website, {%s} and {%s}', async (one, two, messages) => {
    const sites = [{ domain: 'example.com' }]
    expect(await told('conflict/website', draft('沈知秋', sites, one), draft('沈知秋', sites, two))).toEqual(
      messages,
    )
  })

  test('two domains of one website are one finding', async () => {
    const one = draft('沈知秋', [{ domain: '[example.com, example.cn]' }])
    expect(
      await told('conflict/website', one, draft('沈知秋', [{ domain: '[example.cn, example.com]' }])),
    ).toEqual(['twice @1'])
  })

  test('sponsors without a name are not taken for one', async () => {
    const text = '网站信息: { 域名: example.com }\n'
    expect(await told('conflict/website', text, text)).toEqual([])
    expect(await told('conflict/domain', text, text)).toEqual(['otherDraft @1'])
  })
})

describe('conflict/certificate', () => {
  const subject = (name: string | undefined, number: string): string =>
    `主体信息: { ${name === undefined ? '' : `主办单位名称: ${name}, `}证件: { 证件号码: '${number}' } }\n`

  test.each([
    ['沈知秋', '330106194903070028', '沈知夏', '330106194903070028', ['otherName @1']],
    ['沈知秋', '330106194903070028', '沈知夏', '330106 19490307 0028', ['otherName @1']],
    ['沈知秋', '11010519491231002x', '沈知夏', '１１０１０５１９４９１２３１００２Ｘ', ['otherName @1']],
    ['沈知秋', '330106194903070028', '沈知秋', '330106194903070028', []],
    ['沈知秋', '330106194903070028', '沈 知秋', '330106194903070028', []],
    ['阿依古丽·买买提', '330106194903070028', '阿依古丽•买买提', '330106194903070028', []],
    ['沈知秋', '330106194903070028', undefined, '330106194903070028', []],
    ['沈知秋', '330106194903070028', '沈知夏', '110105194912310021', []],
    ['沈知秋', '无', '沈知夏', '无', []],
    ['沈知秋', '待补充证件号', '沈知夏', '待补充证件号', []],
  ])('%s with %s, %s with %s', async (name, number, other, otherNumber, messages) => {
    expect(await told('conflict/certificate', subject(name, number), subject(other, otherNumber))).toEqual(
      messages,
    )
  })

  test('a change may give a filed sponsor its new name', async () => {
    const filed = `备案: { 状态: 已通过 }\n${subject('保定松涛商贸有限公司', '91130600MA00000A1X')}`
    const renamed = `备案: { 备案类型: 变更备案 }\n${subject('保定松涛贸易有限公司', '91130600MA00000A1X')}`
    expect(await told('conflict/certificate', filed, renamed)).toEqual([])
  })

  test('no word shows the number', async () => {
    const number = '330106194903070028'
    const found = await checkRule(
      'conflict/certificate',
      `${subject('沈知秋', number)}---\n${subject('沈知夏', number)}`,
    )
    expect(found).toHaveLength(1)
    expect(JSON.stringify(found)).not.toContain(number)
    expect(found[0]?.path).toEqual(['subject', 'certificate', 'number'])
  })
})

describe('conflict/website-name', () => {
  test.each([
    ['沈知夏', 'example.cn', '山间札记', ['otherDraft @1']],
    ['沈知夏', 'example.cn', ' 山间 札记', ['otherDraft @1']],
    ['沈知秋', 'example.cn', '山间札记', ['otherDraft @1']],
    ['沈知秋', 'example.com', '山间札记', []],
    ['沈知夏', 'example.cn', '山间相册', []],
  ])('山间札记 of 沈知秋, and of %s with %s: %s', async (sponsor, domain, name, messages) => {
    const one = draft('沈知秋', [{ name: '山间札记', domain: 'example.com' }])
    expect(await told('conflict/website-name', one, draft(sponsor, [{ name, domain }]))).toEqual(messages)
  })

  test('is a warning', async () => {
    const sites = [{ name: '山间札记' }, { name: '山间札记' }]
    const found = await checkRule('conflict/website-name', draft('沈知秋', sites))
    expect(found).toMatchObject([{ message: 'sameDraft', level: 'warning', path: ['websites', 1, 'name'] }])
  })
})

describe('conflict/homepage', () => {
  test.each([
    ['http://www.example.com/', 'https://example.com', ['otherDraft @1']],
    ['www.Example.com', 'example.com/', ['otherDraft @1']],
    ['example.com/Notes', 'example.com/Notes/', ['otherDraft @1']],
    ['example.com/Notes', 'example.com/notes', []],
    ['http://例子.中国', 'www.xn--fsqu00a.xn--fiqs8s/', ['otherDraft @1']],
    ['www.example.com.', 'http://example.com:80', ['otherDraft @1']],
    ['example.com:8080', 'example.com', []],
    ['例子.中国:8080', '例子.中国', []],
    ['www.example.com', 'blog.example.com', []],
    ['www.example.com', 'www.example.cn', []],
  ])('%s and %s', async (one, two, messages) => {
    const found = await told(
      'conflict/homepage',
      draft('沈知秋', [{ homepage: one }]),
      draft('沈知夏', [{ homepage: two }]),
    )
    expect(found).toEqual(messages)
  })

  test('the same website filed twice is told by conflict/website', async () => {
    const text = draft('沈知秋', [{ domain: 'example.com', homepage: 'www.example.com' }])
    expect(await told('conflict/homepage', text, text)).toEqual([])
  })
})

describe('conflict/mobile', () => {
  const person = (sponsor: string, mobile: string, province = '', type = '首次备案'): string =>
    `备案: { 备案类型: ${type} }\n主体信息: { 主办单位名称: ${sponsor}, 所在省: ${province}, 主体负责人: { 手机号码: '${mobile}' } }\n`

  test.each([
    ['13000000001', '130-0000-0001', ['otherSponsor @1']],
    ['13000000001;13000000002', '13000000003；13000000002', ['otherSponsor @1']],
    ['13000000001', '13000000002', []],
    ['8888', '8888', []],
  ])('%s and %s of two sponsors', async (one, two, messages) => {
    expect(await told('conflict/mobile', person('沈知秋', one), person('沈知夏', two))).toEqual(messages)
  })

  test('one sponsor, also under a new name, may use it again and again', async () => {
    const one = person('沈知秋', '13000000001')
    expect(await told('conflict/mobile', one, one)).toEqual([])
    expect(await told('conflict/mobile', one, person('沈知夏', '13000000001', '', '变更备案'))).toEqual([])
  })

  test('a principal of a website counts, and a number twice in a draft once', async () => {
    const two = `主体信息: { 主办单位名称: 沈知夏, 主体负责人: { 手机号码: 13000000001 } }
网站信息: { 网站负责人: { 手机号码: 13000000001 } }\n`
    expect(await told('conflict/mobile', person('沈知秋', '13000000001'), two)).toEqual(['otherSponsor @1'])
  })

  test('is asked for by the profile, and told in the province that is stricter', async () => {
    const files = {
      'a.yaml': person('沈知秋', '13000000001', '天津'),
      'b.yaml': person('沈知夏', '13000000001', '浙江'),
    }
    const found = async (...more: string[]) => {
      const { stdout } = await runCli(['.', '--format', 'compact', ...more], { files })
      return stdout.split('\n').filter((line) => line.includes('conflict/mobile'))
    }
    expect(await found()).toEqual([])
    expect(await found('--profile', 'today')).toEqual([
      'a.yaml:2:46: error conflict/mobile 这个手机号码在这里用于“沈知秋”，在另一份草稿里用于“沈知夏” → 另见 b.yaml:2:46',
    ])
  })
})

describe('many drafts', () => {
  const sites = [{ name: '山间札记', domain: 'example.com', homepage: 'www.example.com' }]

  test.each(['conflict/domain', 'conflict/website-name', 'conflict/homepage'])(
    '%s: every draft but the first',
    async (rule) => {
      const drafts = ['沈知秋', '沈知夏', '沈知春', '沈知冬'].map((name) => draft(name, sites))
      expect((await told(rule, ...drafts)).map((word) => word.slice(-1))).toEqual(['1', '2', '3'])
    },
  )

  test('hundreds of copies are told in linear time, with a few others named each', async () => {
    const drafts = Array.from({ length: 400 }, () => draft('沈知秋', sites))
    expect(await told('conflict/website', ...drafts)).toHaveLength(399)
  })
})
