// The access entry against what the host of the profile offers, and against where its addresses are.
import { describe, expect, test } from 'vitest'
import { checkRule, remindersOf } from './check-rule.ts'

const access = (fields: string): string => `网站信息: { 接入信息: { ${fields} } }\n`
const JINYONG = '上海金咏信息科技有限公司'
const at = (...more: (string | number)[]) => ['websites', 0, 'access', 0, ...more]

describe('access/provider', () => {
  test.each([
    ['上海 金咏信息科技有限公司', 'jinyong', 'shape', 'safe', JINYONG],
    ['上海金詠信息科技有限公司', 'jinyong', 'shape', 'safe', JINYONG],
    ['上海金咏信息科技', 'jinyong', 'noLegalForm', 'suggested', JINYONG],
    ['金咏', 'jinyong', 'shortName', 'suggested', JINYONG],
    ['双云网络', 'jinyong', 'shortName', 'suggested', JINYONG],
    ['上海金永信息科技有限公司', 'jinyong', 'oneCharacter', 'suggested', JINYONG],
    ['上海金咏网络科技有限公司', 'jinyong', 'similar', 'suggested', JINYONG],
    ['阿里云', 'aliyun', 'shortName', 'suggested', '阿里云计算有限公司'],
    ['阿里云计算', 'aliyun', 'noLegalForm', 'suggested', '阿里云计算有限公司'],
  ])('“%s” under %s is %s, with a %s fix', async (value, profile, message, safety, name) => {
    const found = await checkRule('access/provider', access(`接入服务提供商: '${value}'`), { profile })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ message, level: 'error', path: at('provider') })
    expect(found[0]?.fix).toEqual({ safety, edits: [{ op: 'set', path: at('provider'), value: name }] })
    expect(found[0]?.words.zh.join()).toContain(name)
  })

  test.each([
    ['阿里云计算有限公司', 'jinyong', '--profile aliyun'],
    ['阿里云', 'jinyong', '接入商档案: aliyun'],
    ['阿里雲計算有限公司', 'jinyong', '--profile aliyun'],
    [JINYONG, 'aliyun', '--profile jinyong'],
  ])('“%s” under %s points to %s', async (value, profile, hint) => {
    const found = await checkRule('access/provider', access(`接入服务提供商: ${value}`), { profile })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ message: 'otherHost', level: 'error', fix: undefined })
    expect(found[0]?.words.zh[1]).toContain(hint)
  })

  test.each([
    ['河北松涛网络有限公司', 'jinyong', 'unknown', 'error'],
    ['无', 'jinyong', 'unknown', 'error'],
    ['机房', 'base', 'notALegalName', 'warning'],
  ])('“%s” under %s: %s', async (value, profile, message, level) => {
    const found = await checkRule('access/provider', access(`接入服务提供商: ${value}`), { profile })
    expect(found).toMatchObject([{ message, level, fix: undefined }])
  })

  test.each([
    [JINYONG, 'jinyong'],
    ['阿里云计算有限公司', 'aliyun'],
    ['河北松涛网络有限公司', 'base'],
    ['中国电信股份有限公司保定分公司', 'base'],
  ])('“%s” under %s is right', async (value, profile) => {
    const text = access(`接入服务提供商: ${value}`)
    expect(await checkRule('access/provider', text, { profile })).toEqual([])
    expect(await remindersOf('access/provider', text, { profile })).toEqual([expect.stringContaining(value)])
  })

  test('marks the character', async () => {
    const [found] = await checkRule('access/provider', access('接入服务提供商: 上海金永信息科技有限公司'))
    expect(found?.slice).toEqual([3, 4])
  })
})

describe('access/method', () => {
  test.each([
    ['虚拟主机', 'jinyong', []],
    ['主机托管', 'jinyong', ['only']],
    ['云接入', 'jinyong', ['only']],
    ['[虚拟主机, 专线]', 'jinyong', ['surplus']],
    ['[专线, 主机托管]', 'jinyong', ['only', 'surplus']],
    ['云接入', 'aliyun', []],
    ['[云接入, 虚拟主机]', 'aliyun', []],
    ['专线', 'aliyun', ['notOffered']],
    ['其他', 'base', []],
    ['租的', 'jinyong', []],
  ])('%s under %s: %j', async (methods, profile, messages) => {
    const found = await checkRule('access/method', access(`接入方式: ${methods}`), { profile })
    expect(found.map(({ message }) => message)).toEqual(messages)
  })

  test('the one right method is the suggested fix', async () => {
    const [found] = await checkRule('access/method', access(`接入服务提供商: ${JINYONG}, 接入方式: 主机托管`))
    expect(found?.words.zh).toEqual([
      `接入方式选了“主机托管”，“${JINYONG}”只按“虚拟主机”报备`,
      '改为“虚拟主机”',
    ])
    expect(found?.fix).toEqual({
      safety: 'suggested',
      edits: [{ op: 'set', path: at('method', 0), value: '虚拟主机' }],
    })
  })

  test.each([
    ['河北松涛网络有限公司', []],
    ['阿里云', []],
    ['金咏', ['only']],
    ['上海金永信息科技有限公司', ['only']],
  ])('provider %s: %j', async (provider, messages) => {
    const found = await checkRule('access/method', access(`接入服务提供商: ${provider}, 接入方式: 主机托管`))
    expect(found.map(({ message }) => message)).toEqual(messages)
  })
})

describe('access/own-ip', () => {
  const ranges = ['116.228.0.0/16', '180.153.0.0-180.153.255.255', '2400:3200::/32']

  test.each([
    ['116.228.10.5', []],
    ['116.228.10.5-116.228.10.9', []],
    ['116.228.10.0/24', []],
    ["'2400:3200::1'", []],
    ['202.96.209.5', ['outside']],
    ['116.228.255.250-116.229.0.4', ['outside']],
    ["'2400:3201::1'", ['outside']],
    ['[116.228.10.5, 202.96.209.5]', ['outside']],
    // access/ip speaks of these.
    ['www.example.com', []],
    ['116.228.10', []],
  ])('%s: %j', async (ips, messages) => {
    const found = await checkRule('access/own-ip', access(`网站IP: ${ips}`), { options: { ranges } })
    expect(found.map(({ message }) => message)).toEqual(messages)
    for (const finding of found) expect(finding.level).toBe('error')
  })

  test('without ranges it is for the user to see', async () => {
    const text = access('网站IP: [202.96.209.5, 202.96.209.6]')
    expect(await checkRule('access/own-ip', text)).toEqual([])
    expect(await remindersOf('access/own-ip', text)).toEqual([
      `网站IP是“${JINYONG}”给这个空间的 IP：202.96.209.5、202.96.209.6`,
    ])
    expect(await remindersOf('access/own-ip', text, { profile: 'base' })).toEqual([
      '网站IP是接入商给这个空间的 IP：202.96.209.5、202.96.209.6',
    ])
  })

  test('an address of several entries is named once', async () => {
    const text = '网站信息: [{ 接入信息: { 网站IP: 202.96.209.5 } }, { 接入信息: { 网站IP: 202.96.209.5 } }]'
    expect(await remindersOf('access/own-ip', text, { profile: 'base' })).toEqual([
      '网站IP是接入商给这个空间的 IP：202.96.209.5',
    ])
  })

  test.each(['河北松涛网络有限公司', '阿里云计算有限公司'])('says nothing for %s', async (provider) => {
    const text = access(`接入服务提供商: ${provider}, 网站IP: 202.96.209.5`)
    expect(await checkRule('access/own-ip', text, { options: { ranges } })).toEqual([])
    expect(await remindersOf('access/own-ip', text)).toEqual([])
  })
})

describe('access/ip', () => {
  test.each([
    ['202.96.209.5', []],
    ['202.96.209.5-202.96.209.9', []],
    ['202.96.209.5 - 202.96.209.9', []],
    ['202.96.209.8/29', []],
    ["'2400:3200::1'", []],
    ["'2400:DA00::6666'", []],
    ['[202.96.209.5, 202.96.209.6]', []],
    ['２０２．９６．２０９．５', ['shape']],
    ['202。96。209。5', ['shape']],
    ['202.96. 209.5', ['shape']],
    ['202.96.209.5～202.96.209.9', ['shape']],
    ['202.96.209.9-202.96.209.5', ['reversed']],
    ['www.example.com', ['domain']],
    ['例子.中国', ['domain']],
    ["'202.96.209.5:80'", ['wrapped']],
    ["'http://202.96.209.5/'", ['wrapped']],
    ['202.96.209.5;202.96.209.6', ['several']],
    ["'202.96.209.5，202.96.209.6'", ['several']],
    ['202.96.209.5 202.96.209.6', ['several']],
    ['202.96.209.6-202.96.209.5;202.96.209.9', ['several']],
    ['202.96.209', ['notIp']],
    ['202.96.209.256', ['notIp']],
    ['无', ['notIp']],
    ['202.96.209.0/33', ['badPrefix']],
    ["'202.96.209.5-2400:3200::1'", ['mixed']],
    ['0.0.0.0', ['special']],
    ['0.0.0.0/0', ['special']],
    ['127.0.0.1', ['special']],
    ['10.1.2.3', ['special']],
    ['172.16.0.1', ['special']],
    ['172.32.0.1', []],
    ['192.168.1.10', ['special']],
    ['100.64.1.1', ['special']],
    ['169.254.1.1', ['special']],
    ['192.0.2.1', ['special']],
    ['198.51.100.7', ['special']],
    ['203.0.113.9', ['special']],
    ['224.0.0.1', ['special']],
    ['255.255.255.255', ['special']],
    ["'::1'", ['special']],
    ["'fe80::1'", ['special']],
    ["'fd00::1'", ['special']],
    ["'2001:db8::1'", ['special']],
    ["'4000::1'", ['special']],
  ])('%s: %j', async (ips, messages) => {
    const found = await checkRule('access/ip', access(`网站IP: ${ips}`))
    expect(found.map(({ message }) => message)).toEqual(messages)
    for (const finding of found) expect(finding).toMatchObject({ level: 'error', path: at('ips', 0) })
  })

  test.each([
    ['２０２．９６．２０９．５', 'safe', '202.96.209.5'],
    ['202。96。209。5', 'safe', '202.96.209.5'],
    ['202.96.209.5 ～ 202.96.209.9', 'safe', '202.96.209.5-202.96.209.9'],
    ['202.96.209.9-202.96.209.5', 'suggested', '202.96.209.5-202.96.209.9'],
    ["'http://202.96.209.5:8080/index.html'", 'suggested', '202.96.209.5'],
  ])('%s has a %s fix to %s', async (ips, safety, value) => {
    const [found] = await checkRule('access/ip', access(`网站IP: ${ips}`))
    expect(found?.fix).toEqual({ safety, edits: [{ op: 'set', path: at('ips', 0), value }] })
  })

  test.each([
    ['192.168.1.10', '内网地址', 'is private'],
    ['127.0.0.1', '本机地址', 'the machine itself'],
    ['203.0.113.9', '文档示例地址', 'for documentation'],
    ['224.0.0.1', '组播地址', 'multicast'],
  ])('the words for %s name its purpose', async (ips, zh, en) => {
    const [found] = await checkRule('access/ip', access(`网站IP: ${ips}`))
    expect(found?.words.zh[0]).toContain(zh)
    expect(found?.words.en[0]).toContain(en)
  })
})

describe('access/location-matches-ip', () => {
  const rule = 'access/location-matches-ip'

  test.each([
    ['202.96.209.5', '上海', []],
    ['202.106.0.20', '北京', []],
    ['202.96.128.86', '广东', []],
    ['202.96.209.5', '北京', ['elsewhere']],
    ['202.96.209.5', '上海市', []],
    ['[202.96.209.5, 202.106.0.20]', '[上海, 北京]', []],
    ['[202.96.209.5, 202.106.0.20]', '上海', ['alsoIn']],
    ['[202.96.209.5, 202.106.0.20]', '[上海, 广东]', ['alsoIn']],
    ['[202.96.209.5, 202.106.0.20]', '广东', ['alsoIn', 'alsoIn']],
    ['202.96.209.5', '[上海, 广东]', ['noIpThere']],
    ['8.8.8.8', '上海', ['abroad']],
    ['[202.96.209.5, 8.8.8.8]', '上海', ['abroad']],
    // access/ip speaks of these.
    ['192.168.1.10', '上海', []],
    ['www.example.com', '上海', []],
    ['202.96.209.9-202.96.209.5', '北京', []],
  ])('%s in %s: %j', async (ips, location, messages) => {
    const found = await checkRule(rule, access(`网站IP: ${ips}, 服务器放置地点: ${location}`))
    expect(found.map(({ message }) => message)).toEqual(messages)
    for (const { message, level } of found) expect(level).toBe(message === 'noIpThere' ? 'warning' : 'error')
  })

  test('an address of Hong Kong has words of its own', async () => {
    const [found] = await checkRule(rule, access('网站IP: 202.14.67.4, 服务器放置地点: 上海'))
    expect(found).toMatchObject({ message: 'notMainland', path: at('ips', 0) })
    expect(found?.words.zh[0]).toContain('香港')
  })

  test('the fix sets the province of the IP, and the words say how old the table is', async () => {
    const [found] = await checkRule(rule, access('网站IP: 202.96.209.5, 服务器放置地点: 北京'))
    expect(found?.fix).toEqual({
      safety: 'suggested',
      edits: [{ op: 'set', path: at('location', 0), value: '上海' }],
    })
    expect(found?.words.en[1]).toBe('Choose “Shanghai”; compare with ip138.com or ask the host')
    expect(found?.words.zh[0]).toMatch(/IP 202\.96\.209\.5 在“上海”（IP 表日期 \d{4}-\d\d-\d\d）/)
  })

  test('the IPv6 table is less sure', async () => {
    const [found] = await checkRule(rule, access("网站IP: '2001:4860:4860::8888', 服务器放置地点: 上海"))
    expect(found).toMatchObject({ message: 'abroad', level: 'warning' })
    expect(found?.words.zh[0]).toContain('IPv6 表')
  })

  test('an address of no known province is for the user to look up', async () => {
    const text = access('网站IP: 8.140.8.8, 服务器放置地点: 上海')
    expect(await checkRule(rule, text)).toEqual([])
    expect(await remindersOf(rule, text)).toEqual([expect.stringContaining('8.140.8.8')])
  })

  test('says nothing without a place', async () => {
    expect(await checkRule(rule, access('网站IP: 8.8.8.8'))).toEqual([])
  })
})

describe('draft/profile', () => {
  test.each([
    ['aliyun', undefined],
    ['jinyong', undefined],
    ['base', undefined],
    ['aliyum', 'aliyun'],
    ['Aliyun', 'aliyun'],
    ['阿里云', 'aliyun'],
    ['上海金咏信息科技有限公司', 'jinyong'],
  ])('接入商档案 %s: the fix writes %s', async (value, id) => {
    const found = await checkRule('draft/profile', `接入商档案: ${value}`)
    expect(found.map(({ fix }) => fix?.edits[0])).toEqual(
      id === undefined ? [] : [{ op: 'set', path: ['profile'], value: id }],
    )
  })

  test('a name like none lists what there is', async () => {
    const [found] = await checkRule('draft/profile', '接入商档案: 松涛网络')
    expect(found).toMatchObject({ message: 'unknown', level: 'error', path: ['profile'], fix: undefined })
    expect(found?.words.zh[1]).toContain('aliyun、baidu、base')
  })
})
