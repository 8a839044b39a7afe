// Ignores that do nothing any more, name no rule, or do not say why.
import { defineRule, say } from '../../src/engine/rule.ts'
import { ownSource } from '../../src/engine/suppress.ts'

export const ignore = defineRule({
  id: 'draft/ignore',
  level: 'warning',
  sources: [ownSource],
  texts: {
    title: {
      zh: '忽略说明写明规则和理由，并且仍有用',
      en: 'Ignores name their rule and reason, and still do something',
    },
    why: {
      zh: '忽略一条检查是一个决定，要能看出是谁、为什么定的；草稿改好以后，忽略说明就该删掉，免得遮住新问题。',
      en: 'To ignore a finding is a decision: its reason has to be there. Once the draft is right the ignore goes, or it would hide new problems.',
    },
    messages: {
      unused: say<{ name: string }>({
        zh: (d) => [`这里没有“${d.name}”的问题可忽略`, '删掉这条忽略说明'],
        en: (d) => [`There is nothing of “${d.name}” to ignore here`, 'Delete this ignore'],
      }),
      noReason: say<{ name: string }>({
        zh: (d) => [`忽略“${d.name}”没有写理由`, `写成 # beian-check-ignore ${d.name}: 理由`],
        en: (d) => [
          `No reason is given for ignoring “${d.name}”`,
          `Write # beian-check-ignore ${d.name}: reason`,
        ],
      }),
      unknown: say<{ name: string }>({
        zh: (d) => [`没有规则“${d.name}”，这条忽略说明不起作用`, 'beian-check rules 列出全部规则'],
        en: (d) => [
          `There is no rule “${d.name}”; this ignore does nothing`,
          'beian-check rules lists the rules',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: 'x-beian-check-ignore: [{ rule: website/nam, reason: 已与接入商确认 }]', says: 'unknown' },
    ],
    good: [
      {
        draft: '网站信息:\n  # beian-check-ignore website/name: 已与接入商确认\n  网站名称: 札记\n',
      },
    ],
  },
})
