// Every message of every rule is seen at least once: here those that no example of the rule shows.
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { checkRule } from './check-rule.ts'

const subject = (text: string) => `主体信息: { ${text} }`
const person = (text: string) => subject(`主体负责人: { ${text} }`)
const site = (text: string) => `网站信息: { ${text} }`
const ips = (text: string) => site(`接入信息: { 网站IP: ${text} }`)
const number = (type: string, value: string, nature = '个人') =>
  subject(`主办单位性质: ${nature}, 证件: { 证件类型: ${type}, 证件号码: "${value}" }`)
const address = (text: string) => subject(`主办单位性质: 个人, 通信地址: ${text}`)
const name = (text: string) => subject(`主办单位性质: 个人, 主办单位名称: ${text}`)

const cases: readonly (readonly [rule: string, message: string, draft: string, more?: object])[] = [
  ['draft/type', 'tooLong', subject(`主办单位名称: ${'长'.repeat(256)}`)],
  ['draft/type', 'tooMany', site(`域名: [${'a.cn, '.repeat(60_000)}]`)],
  ['draft/type', 'empty', '---\n'],
  ['draft/characters', 'turning', name('"\\u202e沈知秋"')],
  ['draft/characters', 'half', name('"沈知\\ud842"')],
  ['draft/characters', 'lost', name('沈知\ufffd')],
  ['draft/characters', 'private', name('沈知\ue123')],
  ['draft/characters', 'key', '主体信息: { "主办单位名称\\u200b": 沈知秋 }'],
  ['subject/real-name', 'site-word', name('山间论坛')],
  ['subject/real-name', 'siteName', `${name('山间札记')}\n${site('网站名称: 山间札记')}`],
  ['subject/real-name', 'digits', name('沈知秋2')],
  [
    'subject/real-name',
    'latin',
    subject('主办单位性质: 个人, 主办单位名称: Shen Zhiqiu, 证件: { 证件类型: 居民身份证 }'),
  ],
  [
    'subject/real-name',
    'mixed',
    subject('主办单位性质: 个人, 主办单位名称: 沈Zhiqiu, 证件: { 证件类型: 居民身份证 }'),
  ],
  ['subject/real-name', 'symbols', name('沈知秋★')],
  ['subject/real-name', 'too-short', name('沈')],
  ['subject/real-name', 'too-long', name('沈知秋林望舒顾南屏')],
  ['subject/real-name', 'spaces', name('沈 知秋')],
  ['subject/real-name', 'nickname', name('小王')],
  ['subject/certificate-number', 'length', number('居民身份证', '3301061949030700')],
  ['subject/certificate-number', 'region', number('居民身份证', '990106194903070025')],
  ['subject/certificate-number', 'birthDate', number('居民身份证', '330106194902300025')],
  ['subject/certificate-number', 'future', number('居民身份证', '330106209903070025')],
  ['subject/certificate-number', 'fake', number('居民身份证', '111111111111111111')],
  ['subject/certificate-number', 'unknownRegion', number('居民身份证', '339999194903070020')],
  ['subject/certificate-number', 'oldLicence', number('营业执照', '1101000000000', '企业')],
  ['subject/certificate-number', 'notResident', number('居民身份证', '810000199001010019')],
  ['subject/certificate-number', 'notPermit', number('港澳居民居住证', '330106194903070025')],
  ['subject/certificate-number', 'form', number('护照', '12')],
  ['subject/certificate-number', 'department', number('营业执照', 'F1330106MA2B3C4D1T', '企业')],
  ['subject/certificate-expiry', 'soon', subject('证件: { 证件类型: 营业执照, 证件有效期: 2026-12-01 }')],
  ['subject/age', 'proof', number('居民身份证', '330106200901010027')],
  [
    'subject/age',
    'old',
    '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站负责人: { 证件: { 证件类型: 居民身份证, 证件号码: "330106194903070025" } } }',
    { options: { oldest: 65 } },
  ],
  [
    'subject/other-province',
    'refused',
    subject(
      '主办单位性质: 个人, 所在省: 云南, 证件: { 证件类型: 居民身份证, 证件号码: "330106194903070025" }',
    ),
    { profile: 'today' },
  ],
  [
    'subject/other-province',
    'permit',
    subject(
      '主办单位性质: 个人, 所在省: 上海, 证件: { 证件类型: 居民身份证, 证件号码: "330106194903070025" }',
    ),
    { profile: 'today' },
  ],
  ['subject/address-door-number', 'nothingUnderstood', address('春暖花开面朝大海')],
  [
    'subject/address-door-number',
    'symbols',
    address('文三路90号★2单元301室'),
    { options: { symbols: 'refuse' } },
  ],
  ['subject/address-door-number', 'landmark', address('青石桥')],
  ['subject/address-door-number', 'placeholder', address('测试地址')],
  ['subject/address-door-number', 'tooShort', address('文')],
  ['contact/phone', 'unknown-area-code', person('办公电话: 0199-6000001')],
  ['contact/phone', 'length', person('办公电话: 010-600001')],
  ['contact/phone', 'first-digit', person('办公电话: 010-10000001')],
  ['contact/phone', 'service-number', person('办公电话: 400-800-0001')],
  ['contact/phone', 'mobile', person('办公电话: 13000000001'), { options: { mobile: 'refuse' } }],
  ['contact/phone', 'characters', person('办公电话: 请打手机')],
  ['contact/mobile', 'emergencyLandline', person('应急联系电话: 010-6000')],
  ['contact/mobile', 'unknown-prefix', person('手机号码: 14200000001')],
  ['contact/mobile', 'satellite', person('手机号码: 17490000001')],
  ['contact/mobile', 'characters', person('手机号码: 一三零零零零零零零零一')],
  ['contact/mobile', 'data-card', person('手机号码: 1440000000001')],
  ['contact/phone', 'badMobile', person('办公电话: 13800138000')],
  ['contact/email', 'several', person('电子邮箱: a1@example.com b2@example.com')],
  ['contact/email', 'local', person('电子邮箱: 知秋@example.com')],
  ['contact/email', 'domain', person('电子邮箱: zhiqiu@example')],
  ['contact/email', 'placeholder', person('电子邮箱: test@test.com')],
  ['website/domain', 'wildcard', site("域名: '*.example.com'")],
  ['website/domain', 'ip', site('域名: 101.80.16.8')],
  ['website/domain', 'email', site("域名: 'a@example.com'")],
  ['website/domain', 'no-suffix', site('域名: example')],
  ['website/domain', 'public-suffix', site('域名: com.cn')],
  ['website/domain-expiry', 'soon', site('域名: [{ 域名: example.com, 到期日: 2026-12-31 }]')],
  ['website/homepage', 'several', site("域名: example.com, 首页网址: 'www.example.com;m.example.com'")],
  ['website/homepage', 'scheme', site("域名: example.com, 首页网址: 'ftp://www.example.com'")],
  ['website/homepage', 'credentials', site("域名: example.com, 首页网址: 'http://me@www.example.com'")],
  ['website/homepage', 'ip', site("域名: example.com, 首页网址: 'http://101.80.16.8/'")],
  ['access/ip', 'notIp', ips('服务器')],
  ['access/ip', 'badPrefix', ips('101.80.16.0/40')],
  [
    'filing/no-refile',
    'submittedElsewhere',
    '备案: { 备案类型: 新增网站, 状态: 已提交, 备案号: 浙ICP备10000001号 }\n主体信息: { 主办单位名称: 沈知秋 }\n网站信息: { 域名: example.com }\n---\n主体信息: { 主办单位名称: 沈知秋 }\n网站信息: { 域名: www.example.com }\n',
  ],
  ['draft/unknown-key', 'more', Array.from({ length: 201 }, (_, i) => `k${i}: v\n`).join('')],
]

describe('messages that no example shows', () => {
  test.each(cases.map(([rule, message, draft, more]) => ({ rule, message, draft, more: more ?? {} })))(
    '$rule $message',
    async ({ rule, message, draft, more }) => {
      const told = await checkRule(rule, draft, more)
      expect(told.map((finding) => finding.message)).toContain(message)
    },
  )
})

/** Messages with tests of their own: test/cli/suppress and test/rules/access. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'draft/ignore': ['unused', 'noReason', 'unknown'],
  'access/provider': ['similar'],
  'access/ip': ['wrapped', 'several', 'mixed'],
  'access/location-matches-ip': ['alsoIn', 'noIpThere', 'notMainland'],
}

test('every message has an example or a case', () => {
  const without = rules
    .filter(({ id }) => id !== 'draft/syntax')
    .flatMap(({ id, texts, examples }) =>
      Object.keys(texts.messages)
        .filter((message) => !examples.bad.some(({ says }) => says === message))
        .filter((message) => !cases.some(([rule, said]) => rule === id && said === message))
        .filter((message) => !elsewhere[id]?.includes(message))
        .map((message) => `${id} ${message}`),
    )
  expect(without).toEqual([])
})
