// Papers and numbers of former years that systems of today no longer take.
import { defineRule, say } from '../../src/engine/rule.ts'
import { certificateTypes } from '../../src/facts/data/certificate-types.ts'
import { normaliseNumber } from '../../src/facts/resident-id.ts'
import { documents } from '../../src/profile/documents.ts'
import { certificatesOf } from '../people.ts'

/** Types that stood in the list of 2016 and are gone from that of 2023. */
const gone = new Set(certificateTypes.flatMap((type) => ('until' in type ? [type.id as string] : [])))

const nameOf = (id: string, language: 'zh' | 'en'): string =>
  certificateTypes.find((type) => type.id === id)?.[language] ?? id

export const certificateToday = defineRule({
  id: 'subject/certificate-today',
  level: 'warning',
  sources: [documents['form-2023']],
  texts: {
    title: { zh: '证件类型和号码是现行的', en: 'Documents and numbers are current ones' },
    why: {
      zh: '三证合一后，企业用 18 位统一社会信用代码；15 位注册号、组织机构代码证和个别旧证件在现在的系统里选不到或会被退回。',
      en: 'Units have an 18-character unified code now; 15-digit registration numbers, organisation code certificates and some old types can no longer be chosen, or are sent back.',
    },
    messages: {
      type: say<{ type: string }>({
        zh: (d) => [`现在的系统已没有“${nameOf(d.type, 'zh')}”这一证件类型`, '换用现行的证件'],
        en: (d) => [
          `Current systems no longer offer “${nameOf(d.type, 'en')}”`,
          'Use a document that is accepted today',
        ],
      }),
      organisationCode: say({
        zh: () => [
          '组织机构代码证已由统一社会信用代码取代',
          '填写登记证书或营业执照上的 18 位统一社会信用代码',
        ],
        en: () => [
          'Organisation code certificates were replaced by the unified social credit code',
          'Give the 18-character code of the certificate or licence',
        ],
      }),
      registration: say({
        zh: () => [
          '营业执照写的是 15 位注册号，三证合一后用 18 位统一社会信用代码',
          '填写新版营业执照上的 18 位代码',
        ],
        en: () => [
          'The licence has a 15-digit registration number; since the certificates were merged it is an 18-character code',
          'Give the 18-character code of the new licence',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 军官证 } }', says: 'type' },
      {
        draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 营业执照, 证件号码: 110100000000015 } }',
        says: 'registration',
      },
      {
        draft: '主体信息: { 主办单位性质: 事业单位, 证件: { 证件类型: 组织机构代码证 } }',
        says: 'organisationCode',
      },
    ],
    good: [
      {
        draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 营业执照, 证件号码: 91310115MA0T1K2C44 } }',
      },
    ],
  },
  check(draft, { report }) {
    const { nature, certificate } = draft.subject
    const at = ['subject', 'certificate'] as const
    if (certificate.type === 'organisation-code') report('organisationCode', { at: [...at, 'type'] })
    if (certificate.type === 'business-licence' && /^\d{15}$/.test(normaliseNumber(certificate.number ?? '')))
      report('registration', { at: [...at, 'number'] })
    if (nature !== 'individual' && certificate.type !== undefined && gone.has(certificate.type))
      report('type', { at: [...at, 'type'], data: { type: certificate.type } })
    for (const { certificate: own, at: place } of certificatesOf(draft)) {
      if (own.type !== undefined && gone.has(own.type))
        report('type', { at: [...place, 'type'], data: { type: own.type } })
    }
  },
})
