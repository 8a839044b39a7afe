// One mobile, one sponsor: provinces that ask for it look the number up in all filings.
import { levels, secret } from '../../src/engine/finding.ts'
import { defineRule, type Occurrence, say } from '../../src/engine/rule.ts'
import { canonicalMobile, readMobile, splitPhones } from '../../src/facts/phones.ts'
import { documents } from '../../src/profile/documents.ts'
import { peopleOf } from '../people.ts'
import { clashing, differentSponsors, UsedKey } from './uses.ts'

/** The finding goes to the draft whose province is stricter: the milder come first. */
const byLevel = (a: Occurrence, b: Occurrence): number => levels.indexOf(b.level) - levels.indexOf(a.level)

export const mobile = defineRule({
  id: 'conflict/mobile',
  level: 'error',
  sources: [documents['tencent-2022']],
  texts: {
    title: { zh: '一个手机号码只用于一个主办单位', en: 'A mobile serves one sponsor' },
    why: {
      zh: '有的省不许负责人的手机号码用在几个主办单位名下，代办时统一写自己的号码会被退回。',
      en: 'Some provinces take a mobile for one sponsor only. An agency’s own number in the filings of its clients comes back.',
    },
    messages: {
      otherSponsor: say<{ here: string; other: string }>({
        zh: (d) => [
          `这个手机号码在这里用于“${d.here}”，在另一份草稿里用于“${d.other}”`,
          '写这个主办单位的负责人本人的手机号码；同一人负责几家的，给每家用不同的号码',
        ],
        en: (d) => [
          `This mobile serves “${d.here}” here and “${d.other}” in another draft`,
          'Write the mobile of this sponsor’s own principal; who answers for several sponsors needs a number for each',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋, 主体负责人: { 手机号码: 13000000001 } }
---
主体信息: { 主办单位名称: 保定松涛商贸有限公司, 主体负责人: { 手机号码: +86 130-0000-0001 } }
`,
        says: 'otherSponsor',
      },
    ],
    good: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋, 主体负责人: { 手机号码: 13000000001 } }
网站信息: { 网站名称: 山间札记, 网站负责人: { 手机号码: 13000000001 } }
---
主体信息: { 主办单位名称: 沈知秋, 主体负责人: { 手机号码: 13000000001 } }
---
主体信息: { 主办单位名称: 保定松涛商贸有限公司, 主体负责人: { 手机号码: 13000000002 } }
`,
      },
    ],
  },
  clash: {
    kind: 'mobile',
    keys(draft) {
      const keys = new Map<string, UsedKey>()
      for (const { person, at } of peopleOf(draft)) {
        for (const { text } of splitPhones(person.mobile ?? '')) {
          const value = canonicalMobile(text)
          const { kind } = readMobile(text)
          if (keys.has(value) || (kind !== 'ok' && kind !== 'unknown-prefix')) continue
          const key = { value, at: [...at, 'mobile'], shown: secret('phone', value) } as const
          keys.set(value, new UsedKey(key, draft))
        }
      }
      return keys.values()
    },
    judge(places, report) {
      const sorted = [...places].sort(byLevel)
      for (const { at, use, others, otherUse } of clashing(sorted, differentSponsors, false)) {
        report('otherSponsor', { at, others, data: { here: use.name, other: otherUse.name } })
      }
    },
  },
})
