// How long the papers of a filing are still valid.
import { defineRule, say } from '../../src/engine/rule.ts'
import { monthsLater, readDate } from '../../src/facts/dates.ts'
import { certificatesOf } from '../people.ts'
import { miitInterface } from '../sources.ts'

interface Options {
  /** Months that a person's paper has to be valid still. */
  person: number
  /** Months that a unit's paper has to be valid still. */
  unit: number
}

export const certificateExpiry = defineRule({
  id: 'subject/certificate-expiry',
  level: 'error',
  sources: [miitInterface('1008')],
  returnCode: 1008,
  options: {
    schema: (z) =>
      z.strictObject({
        person: z
          .number()
          .int()
          .min(0)
          .describe('个人证件还要有几个月有效期 · Months that a person’s paper has to be valid still'),
        unit: z
          .number()
          .int()
          .min(0)
          .describe('单位证件还要有几个月有效期 · Months that a unit’s paper has to be valid still'),
      }),
    defaults: { person: 1, unit: 1 } satisfies Options as Options,
  },
  texts: {
    title: { zh: '证件在有效期内', en: 'The documents are valid' },
    why: {
      zh: '过期的证件不能备案；审核要一两个月，快到期的证件也容易被退回。',
      en: 'Nothing can be filed with an expired document. The review takes weeks, so documents about to expire are sent back too.',
    },
    messages: {
      expired: say<{ date: string }>({
        zh: (d) => [`证件已于 ${d.date} 到期`, '换领新证后再提交，填写新证的有效期'],
        en: (d) => [`The document expired on ${d.date}`, 'Renew it first and give the new date'],
      }),
      soon: say<{ date: string; months: number }>({
        zh: (d) => [`证件将于 ${d.date} 到期，剩余不足 ${d.months} 个月`, '先换领新证，再提交备案'],
        en: (d) => [
          `The document expires on ${d.date}, in less than ${d.months} months`,
          'Renew it before filing',
        ],
      }),
      unreadable: say<{ written: string }>({
        zh: (d) => [`证件有效期“${d.written}”不是日期`, '写成 2035-06-30 这样的日期，或“长期”'],
        en: (d) => [`“${d.written}” is not a date`, 'Write it as 2035-06-30, or 长期 where there is no end'],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件有效期: 2020-01-31 } }', says: 'expired' },
      { draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件有效期: 明年 } }', says: 'unreadable' },
    ],
    good: [
      { draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件有效期: 长期 } }' },
      { draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件有效期: 2060年1月31日 } }' },
    ],
  },
  check(draft, { report, options, world }) {
    const own = { certificate: draft.subject.certificate, at: ['subject', 'certificate'] as const }
    const isUnit = draft.subject.nature !== 'individual'
    const people = certificatesOf(draft).filter(({ at }) => at.length > 2)
    for (const { certificate, at } of [own, ...people]) {
      const { expires } = certificate
      if (expires === undefined) continue
      const place = [...at, 'expires'] as const
      const reading = readDate(expires)
      const ofUnit = isUnit && at.length === 2
      const months = ofUnit ? options.unit : options.person
      if (reading.kind === 'bad')
        report('unreadable', { at: place, atMost: 'warning', data: { written: expires } })
      else if (reading.kind === 'long-term') continue
      else if (reading.iso < world.today) report('expired', { at: place, data: { date: reading.iso } })
      else if (reading.iso < monthsLater(world.today, months))
        report('soon', {
          at: place,
          atMost: 'warning',
          option: ofUnit ? 'unit' : 'person',
          data: { date: reading.iso, months },
        })
    }
  },
})
