// The document fits the nature of the sponsor: an individual has an identity card, an enterprise a licence.
import { defineRule, say } from '../../src/engine/rule.ts'
import { certificateTypes } from '../../src/facts/data/certificate-types.ts'
import { natures } from '../../src/facts/data/natures.ts'
import { remembering } from '../../src/facts/remember.ts'
import { normaliseNumber } from '../../src/facts/resident-id.ts'
import { readUnifiedCode } from '../../src/facts/unified-code.ts'
import { guideStep, miitInterface } from '../sources.ts'

type NatureId = (typeof natures)[number]['id']

const nameOf = (id: string, language: 'zh' | 'en'): string =>
  [...natures, ...certificateTypes].find((entry) => entry.id === id)?.[language] ?? id

/** The papers that a nature may show, in the order of the form. */
const papersFor = remembering((nature: NatureId): readonly string[] =>
  certificateTypes.filter((type) => type.natures.some((fits) => fits === nature)).map(({ id }) => id),
)

/** Papers that today's forms no longer list fit still, but are not proposed. */
const isGone = (paper: string): boolean =>
  certificateTypes.some((type) => type.id === paper && 'until' in type)

/**
 * The class in a unified code and the natures it fits. Source: GB 32100; classes of other departments are left open. Bodies
 * of a profession, such as hospitals, have the code of the form in which they were founded.
 */
const naturesOfClass: Readonly<Record<string, readonly NatureId[]>> = {
  '11': ['government', 'mass-organisation'],
  '12': ['institution', 'medical', 'notary', 'arbitration', 'judicial-appraisal'],
  '51': ['social-group', 'religious'],
  '52': ['private-non-enterprise', 'medical', 'judicial-appraisal'],
  '53': ['foundation'],
  '91': ['enterprise', 'medical', 'judicial-appraisal'],
  '92': ['enterprise', 'individual', 'medical'],
  '93': ['enterprise', 'collective'],
}

export const certificateType = defineRule({
  id: 'subject/certificate-type',
  level: 'error',
  sources: [guideStep(2), miitInterface('Dwxz, Zjlx')],
  returnCode: 1008,
  texts: {
    title: { zh: '证件类型与主办单位性质相符', en: 'The document fits the nature of the sponsor' },
    why: {
      zh: '每种主办单位性质只接受对应的证件：个人用身份证等个人证件，企业用营业执照，事业单位用事业单位法人证书。',
      en: 'Each nature goes with certain documents: an individual shows an identity card, an enterprise its licence, an institution its certificate.',
    },
    messages: {
      unfit: say<{ nature: string; type: string }>({
        zh: (d) => [
          `主办单位性质是“${nameOf(d.nature, 'zh')}”，证件类型却是“${nameOf(d.type, 'zh')}”`,
          `可用的证件：${listed(d.nature, 'zh')}；或者核对主办单位性质`,
        ],
        en: (d) => [
          `The nature is “${nameOf(d.nature, 'en')}”, but the document is “${nameOf(d.type, 'en')}”`,
          `Documents that fit: ${listed(d.nature, 'en')}; or check the nature`,
        ],
      }),
      classUnfit: say<{ nature: string; department: string }>({
        zh: (d) => [
          `统一社会信用代码以 ${d.department} 开头，与主办单位性质“${nameOf(d.nature, 'zh')}”不符`,
          '核对主办单位性质和证件号码',
        ],
        en: (d) => [
          `The code begins with ${d.department}, which does not go with the nature “${nameOf(d.nature, 'en')}”`,
          'Check the nature and the number',
        ],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 居民身份证 } }', says: 'unfit' },
      { draft: '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 营业执照 } }', says: 'unfit' },
      {
        draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 营业执照, 证件号码: 123205004660001255 } }',
        says: 'classUnfit',
      },
    ],
    good: [
      {
        draft: '主体信息: { 主办单位性质: 企业, 证件: { 证件类型: 营业执照, 证件号码: 91310115MA0T1K2C44 } }',
      },
      { draft: '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 台胞证 } }' },
    ],
  },
  check(draft, { report }) {
    const { nature, certificate } = draft.subject
    if (nature === undefined) return
    const { type, number } = certificate
    if (type !== undefined && !papersFor(nature).includes(type)) {
      return report('unfit', { at: ['subject', 'certificate', 'type'], data: { nature, type } })
    }
    const code = number === undefined ? undefined : readUnifiedCode(normaliseNumber(number))
    const fits = code?.kind === 'valid' ? naturesOfClass[code.department] : undefined
    if (code?.kind !== 'valid' || fits === undefined || fits.includes(nature)) return
    report('classUnfit', {
      at: ['subject', 'certificate', 'number'],
      atMost: 'warning',
      data: { nature, department: code.department },
    })
  },
})

function listed(nature: string, language: 'zh' | 'en'): string {
  const id = natures.find((entry) => entry.id === nature)?.id
  const papers = id === undefined ? [] : papersFor(id).filter((paper) => !isGone(paper))
  return papers.map((paper) => nameOf(paper, language)).join(language === 'zh' ? '、' : ', ')
}
