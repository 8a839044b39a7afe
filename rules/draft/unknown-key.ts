// A key that the form does not have is not read, so what stands behind it would be lost unnoticed.
import { defineRule, say } from '../../src/engine/rule.ts'
import { miitInterface } from '../sources.ts'

export const unknownKey = defineRule({
  id: 'draft/unknown-key',
  level: 'warning',
  sources: [miitInterface('XSD')],
  texts: {
    title: { zh: '只用表单里有的栏目', en: 'Only keys that the form has' },
    why: {
      zh: '表单里没有的栏目不会被读取，写在里面的内容也就没有检查。自己的备忘可以写在 x- 开头的栏目里。',
      en: 'A key that the form does not have is not read, so its value is not checked. Notes of your own go under keys that begin with x-.',
    },
    messages: {
      unknown: say<{ key: string }>({
        zh: (d) => [`表单里没有“${d.key}”这一栏，内容没有读取`, '对照 README 的栏目表；自己的备忘用 x- 开头'],
        en: (d) => [
          `The form has no “${d.key}”; its value was not read`,
          'See the list of keys in the README; notes of your own begin with x-',
        ],
      }),
      near: say<{ key: string; nearest: string }>({
        zh: (d) => [`表单里没有“${d.key}”这一栏，内容没有读取`, `是不是“${d.nearest}”？`],
        en: (d) => [`The form has no “${d.key}”; its value was not read`, `Is “${d.nearest}” meant?`],
      }),
      elsewhere: say<{ key: string; zhHome: string; enHome: string }>({
        zh: (d) => [`“${d.key}”不在这一级，内容没有读取`, `移到“${d.zhHome}”下面`],
        en: (d) => [`“${d.key}” does not belong here; its value was not read`, `Move it to “${d.enHome}”`],
      }),
      more: say<{ told: number }>({
        zh: (d) => [`表单里没有的栏目超过 ${d.told} 个，后面的不再列出`, '检查这个文件是不是备案草稿'],
        en: (d) => [
          `There are more than ${d.told} keys that the form does not have; the rest is not listed`,
          'See whether this file is a draft of a filing at all',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: 'subject: { adress: 杭州市西湖区文三路 90 号 }',
        says: 'near',
        fixed: 'subject: { address: 杭州市西湖区文三路 90 号 }',
      },
      { draft: 'subject: { adress: 文三路 90 号, address: 文三路 91 号 }', says: 'near' },
      { draft: 'favourite-colour: 青', says: 'unknown' },
      { draft: '主体信息: { 手机号码: 13000000001 }', says: 'elsewhere' },
    ],
    good: [{ draft: '$schema: ./draft.schema.json\nx-客户编号: A-17' }],
  },
  check(draft, { report }) {
    for (const problem of draft.problems) {
      if (problem.kind !== 'unknownKey' && problem.kind !== 'moreUnknown') continue
      const at = { at: problem.path, part: 'key' } as const
      if (problem.kind === 'moreUnknown') {
        report('more', { ...at, data: { told: problem.told } })
        continue
      }
      const { key, home, nearest, free } = problem
      if (home !== undefined) report('elsewhere', { ...at, data: { key, zhHome: home.zh, enHome: home.en } })
      else if (nearest === undefined) report('unknown', { ...at, data: { key } })
      else {
        const fix = {
          safety: 'suggested',
          edits: [{ op: 'rename', path: problem.path, key: nearest }],
        } as const
        report('near', { ...at, data: { key, nearest }, ...(free && { fix }) })
      }
    }
  },
})
