// What reviewers write, and what it is taken to mean. The sentences are made up after the kinds that hosts publish.
import { describe, expect, test } from 'vitest'
import { allRules } from '../../rules/all.ts'
import { fieldAt } from '../../src/draft/catalogue.ts'
import { topics } from '../../src/guide/data/reasons.ts'
import { readReason } from '../../src/guide/reasons.ts'
import fc from '../property.ts'

const table: readonly (readonly [reason: string, topics: string])[] = [
  ['通信地址不详细，请具体到门牌号', 'address-door-number'],
  ['主办单位通信地址请写到门牌号、房间号', 'address-door-number'],
  ['地址过于简单，须精确到室', 'address-door-number'],
  ['请填写详细地址', 'address-door-number'],
  ['通讯地址不够具体', 'address-door-number'],
  ['通信地址与所选区县不符', 'address-region'],
  ['所在市、所在县选择错误', 'address-region'],
  ['通信地址不能出现“市辖区”，请写实际区名', 'address-region'],
  ['主办单位名称与营业执照不一致', 'sponsor-name'],
  ['主办单位名称须填写真实姓名', 'sponsor-name'],
  ['单位名称请填写全称', 'sponsor-name'],
  ['姓名与证件不一致', 'sponsor-name'],
  ['身份证号码错误', 'certificate-number'],
  ['主办单位证件号码填写有误，请核实', 'certificate-number'],
  ['统一社会信用代码与执照不符', 'certificate-number'],
  ['证件信息不真实', 'certificate-number'],
  ['证件类型选择错误，请选择营业执照', 'certificate-type'],
  ['港澳居民请使用来往内地通行证，不接受护照', 'certificate-type'],
  ['身份证已过期，请换证后重新提交', 'certificate-expiry'],
  ['法人证件有效期不足三个月', 'certificate-expiry'],
  ['证件住所与证件不一致，请照证件填写', 'certificate-address'],
  ['营业执照住所有误', 'certificate-address'],
  ['身份证照片不清晰', 'papers'],
  ['营业执照反光，请重新上传', 'papers'],
  ['缺少互联网信息服务备案承诺书', 'papers'],
  ['核验单未盖公章', 'papers'],
  ['请更换备案幕布照片', 'papers'],
  ['单位不能跨省备案', 'other-province'],
  ['外省户籍请提供居住证', 'other-province'],
  ['负责人未满18周岁', 'age'],
  ['投资者或上级主管单位名称填写有误', 'investor'],
  ['主体负责人必须为法定代表人', 'principal'],
  ['网站负责人非单位员工，请更换负责人', 'principal'],
  ['多次致电无人接听', 'unreachable'],
  ['短信核验超时未完成', 'unreachable'],
  ['主体负责人表示对备案不知情', 'unreachable'],
  ['办公电话为空号', 'phone'],
  ['座机请填写区号', 'phone'],
  ['联系电话填写不正确', 'phone'],
  ['主体负责人手机号码停机', 'mobile'],
  ['手机号已在其他主体使用', 'mobile'],
  ['应急联系电话不能与手机号码相同', 'emergency-phone'],
  ['电子邮箱格式错误', 'email'],
  ['邮箱地址无效', 'email'],
  ['QQ号填写错误', 'qq'],
  ['网站名称不符合命名规范', 'site-name'],
  ['个人网站不得使用企业名称', 'site-name'],
  ['网站名称含有“中国”字头', 'site-name'],
  ['网站命名不能为纯数字', 'site-name'],
  ['域名未实名认证', 'domain-owner'],
  ['域名 a.com、b.com 所有者与主体不一致', 'domain-owner'],
  ['域名持有人与主办单位不符，请办理过户', 'domain-owner'],
  ['网站名称重复', 'site-name-taken'],
  ['网站名称已存在，请更换', 'site-name-taken'],
  ['该域名已在其他接入商备案', 'domain-filed'],
  ['个人不能备案.org域名', 'domain-suffix'],
  ['网站未备案先开通', 'content'],
  ['域名证书即将到期', 'domain-expiry'],
  ['域名已过期', 'domain-expiry'],
  ['域名有效期不足', 'domain-expiry'],
  ['域名后缀未获工信部批复', 'domain-suffix'],
  ['域名填写错误', 'domain'],
  ['域名已被其他主体备案', 'domain-filed'],
  ['该域名已备案，请核实', 'domain-filed'],
  ['一个网站只能填一个域名，请分开提交', 'domain-count'],
  ['首页网址与域名不符', 'homepage'],
  ['首页URL填写错误', 'homepage'],
  ['网站涉及前置审批，请提供批准文件', 'approval'],
  ['名称含“医疗”，须取得相关许可证', 'approval'],
  ['服务内容请选择单位门户网站', 'services'],
  ['网站语言选择不全', 'languages'],
  ['网站内容与主体不符', 'content'],
  ['未备案前网站不得开启访问，请关闭', 'content'],
  ['已备案网站底部未悬挂备案号', 'content'],
  ['网站为企业内容，个人不能备案', 'content'],
  ['接入服务提供商名称填写错误', 'provider'],
  ['接入单位请填写我司全称', 'provider'],
  ['IP地址不属于我司', 'own-ip'],
  ['网站IP未报备', 'own-ip'],
  ['IP填写有误', 'own-ip'],
  ['接入方式应为虚拟主机', 'access-method'],
  ['服务器放置地点与IP所在地不一致', 'server-place'],
  ['IP归属地为上海，请修改放置地', 'server-place'],
  ['请在备注中说明网站用途', 'remark'],
  ['该主体已在工信部有备案记录，请选择新增网站', 'refiled'],
  ['重复备案', 'refiled'],
  ['提示信息冲突，无法提交', 'refiled'],
  ['备案类型选择错误', 'refiled'],
  ['主体为空壳，请先注销', 'empty-subject'],
  ['备案密码错误', 'password'],
  ['主办单位在黑名单中', 'blacklist'],
  ['单位性质选择错误，个体工商户请按企业备案', 'nature'],
  // Several at once, numbered or not, and full-width forms.
  ['1、通信地址请写到门牌号；2、手机号码为空号；3.邮箱格式错误', 'address-door-number mobile email'],
  ['ＩＰ地址有误。网站名称不规范', 'own-ip site-name'],
  ['主体负责人手机号码无法接通；网站负责人邮箱错误', 'mobile email'],
  ['The door number is missing', 'address-door-number?'],
  // Not known.
  ['请按规定修改后重新提交', ''],
  ['不符合要求', ''],
  ['', ''],
  ['今天天气很好', ''],
]

const told = (reason: string): string =>
  readReason(reason)
    .topics.map(({ topic, unsure }) => topic.id + (unsure ? '?' : ''))
    .join(' ')

describe('reasons', () => {
  test.each(table)('%s', (reason, expected) => {
    expect(told(reason)).toBe(expected)
  })

  test('every topic has a sentence', () => {
    const seen = new Set(table.flatMap(([, expected]) => expected.replaceAll('?', '').split(' ')))
    expect(topics.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([])
  })

  test.each([
    ['主体负责人手机号码无法接通', 'subject'],
    ['网站负责人的邮箱错误', 'websites'],
    ['互联网信息服务负责人手机停机', 'websites'],
    ['手机停机', undefined],
  ])('%s: whose data', (reason, side) => {
    expect(readReason(reason).topics[0]?.side).toBe(side)
  })

  test('any text is read, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(Array.isArray(readReason(text).topics)).toBe(true)
      }),
    )
    expect(readReason('域名'.repeat(50_000)).topics.length).toBeGreaterThan(0)
  })
})

describe('topics', () => {
  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s names fields and rules that exist',
    (_id, topic) => {
      for (const field of topic.fields) {
        const path = field
          .split('.')
          .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
        expect(fieldAt(path), field).toBeDefined()
      }
      for (const id of topic.rules) {
        expect(allRules.map((rule) => rule.id)).toContain(id)
      }
      expect(topic.zh).toMatch(/\p{Script=Han}/u)
      expect(topic.en).not.toMatch(/[，。；]/)
    },
  )

  test('their ids differ', () => {
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
  })
})
