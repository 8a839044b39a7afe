// English key and Chinese label may stand side by side in one file, but not for the same field.
import { defineRule, say } from '../../src/engine/rule.ts'
import { miitInterface } from '../sources.ts'

export const duplicateKey = defineRule({
  id: 'draft/duplicate-key',
  level: 'error',
  sources: [miitInterface('XSD')],
  texts: {
    title: { zh: '同一栏只写一次', en: 'Each field once' },
    why: {
      zh: '中文栏名和英文栏名指的是同一栏。写了两次时，无法知道以哪一个为准。',
      en: 'The Chinese label and the English key name one field. When both are there, nobody can tell which one holds.',
    },
    messages: {
      twice: say<{ key: string; other: string }>({
        zh: (d) => [`“${d.key}”与“${d.other}”是同一栏，写了两次`, '留下正确的一个，删掉另一个'],
        en: (d) => [
          `“${d.key}” and “${d.other}” are the same field, written twice`,
          'Keep the right one and delete the other',
        ],
      }),
    },
  },
  examples: {
    bad: [{ draft: 'subject:\n  name: 沈知秋\n  主办单位名称: 沈知夏\n', says: 'twice' }],
    good: [{ draft: 'subject:\n  name: 沈知秋\n网站信息:\n  - 网站名称: 山间札记\n' }],
  },
  check(draft, { report }) {
    for (const problem of draft.problems) {
      if (problem.kind !== 'sameFieldTwice') continue
      report('twice', { at: problem.path, part: 'key', data: { key: problem.key, other: problem.other } })
    }
  },
})
