// Every fix of every rule: drafts before and after. Examples of the rules first, then what they do not show.
import { rules } from '../../rules/index.ts'
import type { Circumstances } from './check-rule.ts'

/** The engine speaks for these: their examples are texts that cannot be read, or ignores. */
const spoken = ['draft/syntax', 'draft/ignore']

/** A draft that one rule has something to say about. */
export interface ExampleCase {
  readonly rule: string
  readonly message: string
  readonly draft: string
  readonly fixed: string | undefined
  readonly circumstances: Circumstances
}

/** The bad examples of all rules. */
export const examples: readonly ExampleCase[] = rules
  .filter(({ id }) => !spoken.includes(id))
  .flatMap(({ id, examples: { bad } }) =>
    bad.map(({ draft, says = '', fixed, options, profile }) => ({
      rule: id,
      message: says,
      draft,
      fixed,
      circumstances: { ...(options && { options }), ...(profile !== undefined && { profile }) },
    })),
  )

const subject = (text: string) => `主体信息: { ${text} }\n`
const person = (text: string) => subject(`主体负责人: { ${text} }`)
const site = (text: string) => `网站信息: { ${text} }\n`
const entry = (text: string) => site(`接入信息: { ${text} }`)
const card = (text: string) => subject(`证件: { 证件类型: 居民身份证, 证件号码: ${text} }`)
const licence = (text: string) =>
  subject(`主办单位性质: 企业, 证件: { 证件类型: 营业执照, 证件号码: ${text} }`)
const address = (text: string) => subject(`主办单位性质: 个人, 所在省: 浙江, 通信地址: ${text}`)
const named = (text: string) => subject(`主办单位性质: 个人, 主办单位名称: ${text}`)

/** Fixes that no example shows: rule, message, before, after. */
const more: readonly (readonly [string, string, string, string, Circumstances?])[] = [
  ['draft/profile', 'unknown', '接入商档案: 阿里云\n', '接入商档案: aliyun\n'],
  ['subject/real-name', 'spaces', named('沈 知秋'), named('沈知秋')],
  ['subject/real-name', 'middle-dot', named('阿依古丽・艾合买提'), named('阿依古丽·艾合买提')],
  [
    'subject/certificate-number',
    'spelling',
    card('３３０１０６１９４９０３０７００２５'),
    card('330106194903070025'),
  ],
  ['subject/certificate-number', 'spelling', card('330106 19490307 0025'), card('330106194903070025')],
  ['subject/certificate-number', 'spelling', licence('91330106ma2b3c4d11'), licence('91330106MA2B3C4D11')],
  [
    'subject/address-door-number',
    'spaces',
    subject('通信地址: 文三路９０号２单元301室'),
    subject('通信地址: 文三路90号2单元301室'),
  ],
  ['subject/address-door-number', 'shorthand', address('文三路42-2-301'), address('文三路42号楼2单元301室')],
  [
    'contact/phone',
    'spelling',
    person('办公电话: ０５７１－８０００００２２'),
    person('办公电话: 0571-80000022'),
  ],
  ['contact/phone', 'spelling', person('办公电话: +86-571-80000022'), person('办公电话: 0571-80000022')],
  ['contact/mobile', 'spelling', person('手机号码: １３００００００００１'), person('手机号码: 13000000001')],
  ['contact/mobile', 'spelling', person('应急联系电话: 130 0000 0002'), person('应急联系电话: 13000000002')],
  ['contact/email', 'typo', person('电子邮箱: shen@163.con'), person('电子邮箱: shen@163.com')],
  [
    'contact/email',
    'spelling',
    person('电子邮箱: shen zhi@example.cn'),
    person('电子邮箱: shenzhi@example.cn'),
  ],
  [
    'contact/email',
    'spelling',
    person('电子邮箱: "ａ１２@example.cn"'),
    person('电子邮箱: "a12@example.cn"'),
  ],
  ['website/domain', 'spelling', site('域名: shanjian notes.cn'), site('域名: shanjiannotes.cn')],
  ['website/domain', 'wildcard', site("域名: '*.shanjian-notes.cn'"), site("域名: 'shanjian-notes.cn'")],
  [
    'website/domain',
    'twice',
    site('域名: [{ 域名: a1.cn }, { 域名: b1.cn }, { 域名: A1.CN }]'),
    site('域名: [{ 域名: a1.cn }, { 域名: b1.cn }]'),
  ],
  ['website/domain', 'brackets', site('域名: ［a1.cn］'), site('域名: a1.cn')],
  ['website/domain', 'brackets', site("域名: '<www.a1.cn>'"), site("域名: 'a1.cn'")],
  ['website/domain', 'url', site("域名: 'https://blog.a1.cn/b'"), site("域名: 'a1.cn'")],
  [
    'website/homepage',
    'spelling',
    site("域名: a1.cn, 首页网址: 'http:\\\\www.a1.cn'"),
    site("域名: a1.cn, 首页网址: 'http://www.a1.cn'"),
  ],
  [
    'access/provider',
    'shape',
    entry('接入服务提供商: "上海金咏　信息科技有限公司"'),
    entry('接入服务提供商: "上海金咏信息科技有限公司"'),
  ],
  [
    'access/ip',
    'shape',
    entry('网站IP: [１０１．８０．１６．８, 101.80.16.9]'),
    entry('网站IP: [101.80.16.8, 101.80.16.9]'),
  ],
  ['access/ip', 'wrapped', entry('网站IP: "http://101.80.16.8/"'), entry('网站IP: "101.80.16.8"')],
  ['access/method', 'surplus', entry('接入方式: [专线, 虚拟主机]'), entry('接入方式: [虚拟主机]')],
]

/** A draft that has a fix, and what it is after that. */
export interface FixCase extends ExampleCase {
  readonly fixed: string
}

export const fixCases: readonly FixCase[] = [
  ...examples.flatMap((example) =>
    example.fixed === undefined ? [] : [{ ...example, fixed: example.fixed }],
  ),
  ...more.map(([rule, message, draft, fixed, circumstances = {}]) => ({
    rule,
    message,
    draft,
    fixed,
    circumstances,
  })),
]
