// One certificate belongs to one sponsor.
import { secret } from '../../src/engine/finding.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { toHalfWidth } from '../../src/facts/text.ts'
import { guideFaq, miitInterface } from '../sources.ts'
import { clashing, differentSponsors, UsedKey } from './uses.ts'

/** A number without what is not part of it; undefined for what can hardly be one. */
function plainNumber(text: string): string | undefined {
  const number = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase()
  return number.length >= 6 && /\d/.test(number) ? number : undefined
}

export const certificate = defineRule({
  id: 'conflict/certificate',
  level: 'error',
  sources: [guideFaq(4), miitInterface('1003')],
  returnCode: 1003,
  texts: {
    title: { zh: '一个证件号码只属于一个主办单位', en: 'A certificate number belongs to one sponsor' },
    why: {
      zh: '系统按证件认主办单位：同一号码配了两个名称，后交的会被当作冲突退回。',
      en: 'The system knows sponsors by their certificate. One number under two names comes back as a clash.',
    },
    messages: {
      otherName: say<{ here: string; other: string }>({
        zh: (d) => [
          `这个证件号码在这里属于“${d.here}”，在另一份草稿里属于“${d.other}”`,
          '对照证件原件核对两份的号码和名称，改正填错的一份；主办单位改过名的，走变更备案',
        ],
        en: (d) => [
          `This certificate number belongs to “${d.here}” here and to “${d.other}” in another draft`,
          'Compare number and name of both with the certificate and correct the wrong one; a new name of the sponsor is a “change”',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070028 } }
---
主体信息: { 主办单位名称: 沈知夏, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070028 } }
`,
        says: 'otherName',
      },
      {
        draft: `主体信息: { 主办单位名称: 保定松涛商贸有限公司, 证件: { 证件类型: 营业执照, 证件号码: 91130600MA00000A1x } }
---
主体信息: { 主办单位名称: 保定松涛贸易有限公司, 证件: { 证件类型: 营业执照, 证件号码: 9113 0600 MA00 000A 1X } }
`,
        says: 'otherName',
      },
    ],
    good: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070028 } }
网站信息: { 域名: example.com }
---
主体信息: { 主办单位名称: 沈知秋, 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070028 } }
网站信息: { 域名: example.cn }
`,
      },
    ],
  },
  clash: {
    kind: 'certificate',
    keys(draft) {
      const { number } = draft.subject.certificate
      const value = number === undefined ? undefined : plainNumber(number)
      if (value === undefined) return []
      const key = {
        value,
        at: ['subject', 'certificate', 'number'],
        shown: secret('identity', value),
      } as const
      return [new UsedKey(key, draft)]
    },
    judge(places, report) {
      const differ = clashing(places, differentSponsors, false)
      for (const { at, use, others, otherUse } of differ) {
        report('otherName', { at, others, data: { here: use.name, other: otherUse.name } })
      }
    },
  },
})
