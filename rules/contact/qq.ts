// QQ numbers of the principals, where one is given.
import { defineRule, say } from '../../src/engine/rule.ts'
import { toHalfWidth } from '../../src/facts/text.ts'
import { peopleOf } from '../people.ts'
import { miitInterface } from '../sources.ts'

/** Five digits at least, the first of them not 0. */
const form = /^[1-9]\d{4,10}$/

export const qq = defineRule({
  id: 'contact/qq',
  level: 'warning',
  sources: [miitInterface('Qq, 1013')],
  returnCode: 1013,
  texts: {
    title: { zh: 'QQ 号码是 5 到 11 位数字', en: 'QQ numbers have 5 to 11 digits' },
    why: {
      zh: 'QQ 可以不填；填了就要是号码，系统按位数核对。',
      en: 'The field may stay empty; what is in it has to be a number, whose length the system checks.',
    },
    messages: {
      form: say({
        zh: () => ['这里写的不是 QQ 号码', '只写 QQ 号码的数字；没有就不填'],
        en: () => ['This is not a QQ number', 'Write its digits only, or leave the field out'],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主体负责人: { QQ: 1234 } }', says: 'form' },
      { draft: '主体信息: { 主体负责人: { QQ: 无 } }', says: 'form' },
    ],
    good: [{ draft: '主体信息: { 主体负责人: { QQ: 100020003 } }' }],
  },
  check(draft, { report }) {
    for (const { person, at } of peopleOf(draft)) {
      if (person.qq === undefined || form.test(toHalfWidth(person.qq).replace(/\s/g, ''))) continue
      report('form', { at: [...at, 'qq'], data: {} })
    }
  },
})
