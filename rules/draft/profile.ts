// The profile that a draft names must exist.
import { defineRule, say } from '../../src/engine/rule.ts'
import { nearest } from '../../src/facts/text.ts'
import { guideStep } from '../sources.ts'

export const profile = defineRule({
  id: 'draft/profile',
  level: 'error',
  sources: [guideStep(4)],
  texts: {
    title: { zh: '接入商档案是有的', en: 'The profile that the draft names exists' },
    why: {
      zh: '各家接入商要求不同，草稿按“接入商档案”检查。名称写错时只能按默认档案检查，结果可能不对。',
      en: "Hosts differ, so a draft is checked by its host's profile. With a wrong name the default profile is taken, and the result may be wrong.",
    },
    messages: {
      unknown: say<{ value: string; nearest: string | undefined; used: string; profiles: readonly string[] }>(
        {
          zh: (d) => [
            `没有叫“${d.value}”的接入商档案，这次按“${d.used}”检查`,
            d.nearest === undefined
              ? `可以写：${d.profiles.join('、')}；说明见 beian-check profiles`
              : `是不是“${d.nearest}”？`,
          ],
          en: (d) => [
            `There is no profile “${d.value}”; “${d.used}” was used`,
            d.nearest === undefined
              ? `It may be: ${d.profiles.join(', ')}; see beian-check profiles`
              : `Is “${d.nearest}” meant?`,
          ],
        },
      ),
    },
  },
  examples: {
    bad: [
      { draft: '接入商档案: aliyum\n', says: 'unknown', fixed: '接入商档案: aliyun\n' },
      { draft: '接入商档案: 松涛网络\n', says: 'unknown' },
    ],
    good: [{ draft: '接入商档案: aliyun' }, { draft: '接入商档案: jinyong' }],
  },
  check(draft, { report, world }) {
    const value = draft.profile
    if (value === undefined || world.profiles.includes(value)) return
    const named = world.hosts.find(({ names, aliases }) => [...names, ...aliases].includes(value))?.profile
    const near = named ?? nearest(value, world.profiles)
    report('unknown', {
      at: ['profile'],
      data: { value, nearest: near, used: world.profile.id, profiles: world.profiles },
      ...(near !== undefined && {
        fix: { safety: 'suggested', edits: [{ op: 'set', path: ['profile'], value: near }] } as const,
      }),
    })
  },
})
