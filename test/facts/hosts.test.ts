// How a written provider's name relates to the hosts that are known.
import { describe, expect, test } from 'vitest'
import { isOtherHost, legalForm, looksLikeLegalName, readProvider } from '../../src/facts/hosts.ts'

const jinyong = { names: ['上海金咏信息科技有限公司'], aliases: ['金咏', '金咏网络', '上海金咏', '双云'] }
const aliyun = { names: ['阿里云计算有限公司'], aliases: ['阿里云', '万网', 'Aliyun', '阿里'] }
const tencent = { names: ['腾讯云计算（北京）有限责任公司'], aliases: ['腾讯云', '腾讯'] }
const hosts = [jinyong, aliyun, tencent]

describe('readProvider', () => {
  test.each([
    ['上海金咏信息科技有限公司', jinyong, 'exact'],
    ['上海金咏信息科技', jinyong, 'noLegalForm'],
    ['金咏', jinyong, 'shortName'],
    ['上海金咏', jinyong, 'shortName'],
    ['金咏 网络', jinyong, 'shortName'],
    ['上海金永信息科技有限公司', jinyong, 'oneCharacter'],
    ['上海金咏信息科有限公司', jinyong, 'oneCharacter'],
    ['上海市金咏信息科技有限公司', jinyong, 'oneCharacter'],
    ['上海金咏网络科技有限公司', jinyong, 'similar'],
    ['上海金咏公司', jinyong, 'similar'],
    ['aliyun', aliyun, 'shortName'],
    ['阿里云计算', aliyun, 'noLegalForm'],
    ['河北松涛网络有限公司', jinyong, 'unknown'],
    ['无', jinyong, 'unknown'],
  ] as const)('“%s” is %3$s', (text, own, kind) => {
    expect(readProvider(text, own, hosts).kind).toBe(kind)
  })

  test.each([
    ['上海金咏信息科技有限公司 ', jinyong, ['spaces']],
    ['上海 金咏信息科技有限公司', jinyong, ['spaces']],
    ['上海金咏信息科技\u200b有限公司', jinyong, ['spaces']],
    ['上海金詠信息科技有限公司', jinyong, ['traditional']],
    ['上海金咏信息科技有限公司。', jinyong, ['punctuation']],
    ['腾讯云计算(北京)有限责任公司', tencent, ['brackets']],
    ['腾讯云计算〔北京〕有限责任公司', tencent, ['brackets']],
    ['騰訊雲計算 (北京) 有限責任公司', tencent, ['spaces', 'brackets', 'traditional']],
  ] as const)('“%s” is the legal name otherwise written: %3$s', (text, own, shapes) => {
    expect(readProvider(text, own, hosts)).toEqual({ kind: 'shape', name: own.names[0], shapes })
  })

  test.each([
    ['阿里云计算有限公司', jinyong, aliyun],
    ['阿里云', jinyong, aliyun],
    ['阿里云计算', jinyong, aliyun],
    ['阿里雲計算有限公司', jinyong, aliyun],
    ['阿里云计箅有限公司', jinyong, aliyun],
    ['腾讯云计算(北京)有限责任公司', jinyong, tencent],
    ['上海金咏信息科技有限公司', aliyun, jinyong],
    ['金咏', aliyun, jinyong],
  ] as const)('“%s” names another host', (text, own, host) => {
    expect(readProvider(text, own, hosts)).toEqual({ kind: 'otherHost', host })
  })

  test.each([
    ['上海金永信息科技有限公司', [3, 4]],
    ['上海市金咏信息科技有限公司', [2, 3]],
    ['上海金咏信息科技有限公司司', [12, 13]],
    ['上海𠮷咏信息科技有限公司', [2, 4]],
  ] as const)('shows where “%s” differs', (text, slice) => {
    expect(readProvider(text, jinyong, hosts)).toMatchObject({ kind: 'oneCharacter', slice })
  })
})

test.each([
  ['阿里云计算有限公司', true],
  ['河北松涛网络有限公司', true],
  ['上海金咏', false],
  ['上海金永信息科技有限公司', false],
  [undefined, false],
] as const)('isOtherHost(%s) for 上海金咏: %s', (provider, other) => {
  expect(isOtherHost(provider, jinyong, hosts)).toBe(other)
})

test('without a host nothing is another host', () => {
  expect(isOtherHost('河北松涛网络有限公司', undefined, hosts)).toBe(false)
})

test.each([
  ['河北松涛网络有限公司', '有限公司', true],
  ['腾讯云计算（北京）有限责任公司', '有限责任公司', true],
  ['松涛网络股份有限公司', '股份有限公司', true],
  ['河北松涛網絡有限公司', '有限公司', true],
  ['中国联合网络通信有限公司保定市分公司', '公司', true],
  ['松涛大学网络中心', undefined, true],
  ['Songtao Networks Co., Ltd.', undefined, true],
  ['松涛网络', undefined, false],
  ['松涛', undefined, false],
  ['无', undefined, false],
] as const)('%s ends as %s, looks legal: %s', (name, form, legal) => {
  expect(legalForm(name)).toBe(form)
  expect(looksLikeLegalName(name)).toBe(legal)
})
