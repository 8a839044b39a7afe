// Two websites of one name.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideFaq, miitInterface } from '../sources.ts'
import { clashing, foldName, sameWebsite, UsedKey, websiteInCommon } from './uses.ts'

interface Named {
  readonly name: string
  readonly sponsor: string
  readonly [key: string]: string
}

export const websiteName = defineRule({
  id: 'conflict/website-name',
  level: 'warning',
  sources: [guideFaq(4), miitInterface('1020')],
  returnCode: 1020,
  texts: {
    title: { zh: '网站名称不与别的网站重复', en: 'No two websites share a name' },
    why: {
      zh: '冲突检测也比对网站名称。各省松紧不一，重名的常被要求改名或说明。',
      en: 'Website names are compared as well. Provinces differ, but the second of two equal names often has to change or be explained.',
    },
    messages: {
      sameDraft: say<{ name: string }>({
        zh: (d) => [`这份草稿里有两个网站都叫“${d.name}”`, '给每个网站取一个能区分的名称'],
        en: (d) => [
          `Two websites of this draft are called “${d.name}”`,
          'Give each website a name of its own',
        ],
      }),
      otherDraft: say<Named>({
        zh: (d) => [
          `另一份草稿里也有网站叫“${d.name}”${d.sponsor && `（主办单位：${d.sponsor}）`}`,
          '换一个能区分的名称，例如加上主办单位或内容的特点',
        ],
        en: (d) => [
          `A website in another draft is called “${d.name}” too${d.sponsor && ` (sponsor: ${d.sponsor})`}`,
          'Choose a name that tells them apart, such as with the sponsor or the subject in it',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: `主体信息: { 主办单位名称: 沈知秋 }
网站信息: { 网站名称: 山间札记, 域名: example.com }
---
主体信息: { 主办单位名称: 沈知夏 }
网站信息: { 网站名称: 山间 札记, 域名: example.cn }
`,
        says: 'otherDraft',
      },
      {
        draft:
          '网站信息: [{ 网站名称: 山间札记, 域名: example.com }, { 网站名称: 山间札记, 域名: example.cn }]',
        says: 'sameDraft',
      },
    ],
    good: [
      {
        draft:
          '网站信息: [{ 网站名称: 山间札记, 域名: example.com }, { 网站名称: 山间相册, 域名: example.cn }]',
      },
    ],
  },
  clash: {
    kind: 'website-name',
    keys(draft) {
      return draft.websites.flatMap((website, i) => {
        const { name } = website
        if (name === undefined) return []
        return new UsedKey(
          { value: foldName(name), at: ['websites', i, 'name'], shown: name },
          draft,
          website,
        )
      })
    },
    judge(places, report) {
      const clashes = clashing(places, (a, b) => websiteInCommon(a, b) === undefined, true)
      for (const { at, use, others, otherUse, within } of clashes) {
        if (within && sameWebsite(use, otherUse)) continue
        const name = String(at.shown)
        if (within) report('sameDraft', { at, others, data: { name } })
        else report('otherDraft', { at, others, data: { name, sponsor: otherUse.name } })
      }
    },
  },
})
