// Certificate numbers of the sponsor and of the principals, by the standard of each paper.
import type { Certificate, DraftPath } from '../../src/draft/catalogue.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import {
  type CertificateReading,
  type CertificateType,
  readCertificateNumber,
} from '../../src/facts/certificates.ts'
import { certificateTypes } from '../../src/facts/data/certificate-types.ts'
import { normaliseNumber, type ResidentIdReading, readResidentId } from '../../src/facts/resident-id.ts'
import { readUnifiedCode, type UnifiedCodeReading } from '../../src/facts/unified-code.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miitInterface, standard } from '../sources.ts'

interface Number {
  readonly number: Secret
  readonly [key: string]: Secret
}

const compare = { zh: '对照证件原件逐位核对', en: 'Compare it with the document digit by digit' } as const

const paperNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = Object.fromEntries(
  certificateTypes.map(({ id, zh, en }) => [id, { zh, en }]),
)

const messages = {
  length: say<{ number: Secret; got: number; belong: number }>({
    zh: (d) => [`证件号码“${d.number}”有 ${d.got} 位，应为 ${d.belong} 位`, compare.zh],
    en: (d) => [`The number “${d.number}” has ${d.got} characters; ${d.belong} belong there`, compare.en],
  }),
  characters: say<{ number: Secret; sign: string }>({
    zh: (d) => [
      `证件号码“${d.number}”里有不会出现的字符${d.sign === '' ? '' : `“${d.sign}”`}`,
      `${compare.zh}；数字 0、1 容易写成字母 O、I`,
    ],
    en: (d) => [
      `The number “${d.number}” has a character${d.sign === '' ? '' : ` (“${d.sign}”)`} that such numbers do not have`,
      `${compare.en}; 0 and 1 are easily taken for O and I`,
    ],
  }),
  region: say<Number>({
    zh: (d) => [`证件号码“${d.number}”里的地区代码不存在`, compare.zh],
    en: (d) => [`The region code in “${d.number}” does not exist`, compare.en],
  }),
  unknownRegion: say<Number>({
    zh: (d) => [`证件号码“${d.number}”前六位的地区代码不在现有代码表里（含已撤销的）`, compare.zh],
    en: (d) => [
      `The region code of “${d.number}” is in none of our tables, retired codes included`,
      compare.en,
    ],
  }),
  birthDate: say<Number>({
    zh: (d) => [`身份证号码“${d.number}”第 7-14 位不是真实的日期`, compare.zh],
    en: (d) => [`Digits 7-14 of “${d.number}” are no date of the calendar`, compare.en],
  }),
  future: say<Number>({
    zh: (d) => [`身份证号码“${d.number}”里的出生日期在今天之后`, compare.zh],
    en: (d) => [`The birth date in “${d.number}” lies in the future`, compare.en],
  }),
  checkDigit: say<Number>({
    zh: (d) => [`证件号码“${d.number}”的校验位与其他各位不符，应该有一位写错了`, compare.zh],
    en: (d) => [`The check digit of “${d.number}” does not fit the rest: some digit is mistyped`, compare.en],
  }),
  department: say<Number>({
    zh: (d) => [`统一社会信用代码“${d.number}”的前两位不是登记管理部门和机构类别的代码`, compare.zh],
    en: (d) => [
      `The first two characters of “${d.number}” are no registration department and class`,
      compare.en,
    ],
  }),
  fake: say<Number>({
    zh: (d) => [`证件号码“${d.number}”像是占位的号码`, '填写证件上的真实号码'],
    en: (d) => [`The number “${d.number}” looks made up`, 'Write the real number, as on the document'],
  }),
  old15: say<Number>({
    zh: (d) => [`“${d.number}”是 15 位的旧身份证号码，2013 年起停止使用`, '填写现用身份证上的 18 位号码'],
    en: (d) => [
      `“${d.number}” is an old identity number of 15 digits, out of use since 2013`,
      'Write the 18 characters of the present card',
    ],
  }),
  oldLicence: say<Number>({
    zh: (d) => [
      `“${d.number}”是旧的工商注册号，现在的营业执照是 18 位统一社会信用代码`,
      '换发过执照的，填写新执照上的代码',
    ],
    en: (d) => [
      `“${d.number}” is an old registration number; licences of today carry a code of 18 characters`,
      'Write the code of the present licence',
    ],
  }),
  oldCertificate: say<Number>({
    zh: (d) => [
      `“${d.number}”是旧证书的号码，现在的证书上是 18 位统一社会信用代码`,
      '换发过证书的，填写新证书上的代码',
    ],
    en: (d) => [
      `“${d.number}” is the number of an old certificate; those of today carry a code of 18 characters`,
      'Write the code of the present certificate',
    ],
  }),
  otherPermit: say<{ number: Secret; paper: string }>({
    zh: (d) => [
      `“${d.number}”是${paperNames[d.paper]?.zh}的号码，与证件类型不符`,
      `把证件类型改为${paperNames[d.paper]?.zh}`,
    ],
    en: (d) => [
      `“${d.number}” is the number of a ${paperNames[d.paper]?.en} and does not fit the certificate type`,
      `Change the certificate type to ${paperNames[d.paper]?.en}`,
    ],
  }),
  notResident: say<Number>({
    zh: (d) => [
      `“${d.number}”是港澳台居民居住证的号码，证件类型却是居民身份证`,
      '把证件类型改为港澳居民居住证或台湾居民居住证',
    ],
    en: (d) => [
      `“${d.number}” is the number of a residence permit for Hong Kong, Macao or Taiwan residents`,
      'Change the certificate type to that permit',
    ],
  }),
  notPermit: say<Number>({
    zh: (d) => [`“${d.number}”是内地居民身份证的号码，与证件类型不符`, '核对证件类型'],
    en: (d) => [
      `“${d.number}” is the number of a mainland identity card and does not fit the paper`,
      'Check the certificate type',
    ],
  }),
  homeId: say<{ number: Secret; place: '香港' | '台湾' }>({
    zh: (d) => [
      `“${d.number}”像是${d.place}身份证的号码，与证件类型不符`,
      d.place === '香港'
        ? '填写港澳居民来往内地通行证的号码（H 或 M 加 8 位数字），或居住证的号码'
        : '填写台湾居民来往大陆通行证的号码（8 位数字），或居住证的号码',
    ],
    en: (d) => [
      `“${d.number}” looks like the number of an identity card of ${d.place === '香港' ? 'Hong Kong' : 'Taiwan'}`,
      d.place === '香港'
        ? 'Write the number of the mainland travel permit (H or M and 8 digits), or of the residence permit'
        : 'Write the number of the mainland travel permit (8 digits), or of the residence permit',
    ],
  }),
  unitCode: say<Number>({
    zh: (d) => [
      `“${d.number}”是统一社会信用代码，不是身份证号码`,
      '填写本人身份证的号码；以单位备案的，改主办单位性质和证件类型',
    ],
    en: (d) => [
      `“${d.number}” is the code of a unit, not the number of an identity card`,
      'Write the number of the person’s card; where a unit files, change the nature and the certificate type',
    ],
  }),
  form: say<Number>({
    zh: (d) => [`证件号码“${d.number}”不是这种证件的号码形式`, `${compare.zh}，并核对证件类型`],
    en: (d) => [
      `“${d.number}” does not have the form of such a document’s number`,
      `${compare.en}, and check the certificate type`,
    ],
  }),
  spelling: say<Number>({
    zh: (d) => [
      `证件号码“${d.number}”里有空格、连字符、全角字符或小写字母`,
      '用半角数字，字母大写，中间不留空格',
    ],
    en: (d) => [
      `The number “${d.number}” has spaces, dashes, full-width characters or lower-case letters`,
      'Use ordinary digits and capital letters without spaces',
    ],
  }),
}

type Tools = Context<typeof messages, typeof reminders, undefined>

const reminders = {
  realPapers: say({
    zh: () => ['身份证、营业执照等证件是真的、在有效期内，填写内容与证件逐字一致'],
    en: () => ['The papers are real and valid, and the draft agrees with them letter by letter'],
  }),
}

export const certificateNumber = defineRule({
  id: 'subject/certificate-number',
  level: 'error',
  sources: [
    guideStep(2),
    standard('GB 11643', '公民身份号码', 'Citizen identification number', 1999),
    standard('GB 32100', '法人和其他组织统一社会信用代码编码规则', 'Unified social credit code', 2015),
    standard('GB 11714', '全国组织机构代码编制规则', 'Organisation codes', 1997),
    miitInterface('1008, 1015'),
  ],
  returnCode: 1008,
  texts: {
    title: { zh: '证件号码真实、无误', en: 'Certificate numbers are right' },
    why: {
      zh: '证件号码自带校验位，写错一位也会被系统退回；证件号码必须与证件一致。',
      en: 'These numbers carry check digits: the system returns a filing with a single wrong digit.',
    },
    messages,
    reminders,
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070026 } }',
        says: 'checkDigit',
      },
      {
        draft: '主体信息: { 证件: { 证件类型: 居民身份证, 证件号码: 31011519480512001x } }',
        says: 'spelling',
        fixed: '主体信息: { 证件: { 证件类型: 居民身份证, 证件号码: 31011519480512001X } }',
      },
      {
        draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件号码: 91310115MA0T1K2C4O } }',
        says: 'characters',
      },
      { draft: '主体信息: { 证件: { 证件类型: 居民身份证, 证件号码: 330106490307002 } }', says: 'old15' },
      {
        draft: '主体信息: { 证件: { 证件类型: 台湾居民居住证, 证件号码: 810000194901010003 } }',
        says: 'otherPermit',
      },
      {
        draft: '主体信息: { 证件: { 证件类型: 港澳居民来往内地通行证, 证件号码: A023456(7) } }',
        says: 'homeId',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 证件: { 证件类型: 居民身份证, 证件号码: 91310115MA0T1K2C44 } }',
        says: 'unitCode',
      },
      {
        draft: '主体信息: { 证件: { 证件类型: 社会团体法人登记证书, 证件号码: 社证字第3456号 } }',
        says: 'oldCertificate',
      },
    ],
    good: [
      { draft: '主体信息: { 证件: { 证件类型: 居民身份证, 证件号码: 330106194903070025 } }' },
      { draft: '主体信息: { 证件: { 证件类型: 营业执照, 证件号码: 91310115MA0T1K2C44 } }' },
    ],
  },
  check(draft, tools) {
    const { nature, certificate } = draft.subject
    // A person's paper of a unit is told by subject/certificate-type; the number is then that of the right paper.
    const told = nature !== undefined && nature !== 'individual' && certificate.type === 'resident-id'
    if (!told || !isUnitCode(certificate.number))
      checkOne(certificate, ['subject', 'certificate', 'number'], tools)
    for (const { person, at } of peopleOf(draft))
      checkOne(person.certificate, [...at, 'certificate', 'number'], tools)
    if (draft.subject.certificate.number !== undefined) tools.remind('realPapers')
  },
})

const isUnitCode = (number: string | undefined): boolean =>
  number !== undefined && readUnifiedCode(normaliseNumber(number)).kind === 'valid'

/** The paper of residents of Hong Kong, Macao or Taiwan that a number belongs to, where another one is named. */
function permitOf(number: string, today: string): CertificateType | undefined {
  if (/^[HM]\d{8}(?:\d{2})?$/.test(number)) return 'hk-macao-travel-permit'
  const reading = readResidentId(number, today)
  return reading.kind === 'residence-permit' ? permits[reading.of] : undefined
}

const isPermit = (type: CertificateType): boolean =>
  /^(?:hk-macao|taiwan)-(?:travel|residence)-permit$/.test(type)

/** Identity cards of the places themselves: A123456(7), A123456789. */
function homeOf(number: string): '香港' | '台湾' | undefined {
  if (/^[A-Z]{1,2}\d{6}(?:\([\dA]\)|[\dA])$/.test(number)) return '香港'
  return /^[A-Z][1289]\d{8}$/.test(number) && !/^[HM]/.test(number) ? '台湾' : undefined
}

/** What a number is where it is not of the paper named; undefined where nothing else fits. */
function tellOther(normal: string, type: CertificateType, { at, number }: Where, tools: Tools): boolean {
  if (type === 'resident-id' && isUnitCode(normal)) {
    tools.report('unitCode', { at, data: { number } })
    return true
  }
  if (!isPermit(type)) return false
  const paper = permitOf(normal, tools.world.today)
  const place = homeOf(normal)
  if (paper !== undefined && paper !== type) tools.report('otherPermit', { at, data: { number, paper } })
  else if (place !== undefined) tools.report('homeId', { at, data: { number, place } })
  else return false
  return true
}

function checkOne({ type, number: written }: Certificate, at: DraftPath, tools: Tools): void {
  if (type === undefined || written === undefined) return
  const reading = readCertificateNumber(type, written, tools.world.today)
  const number = secret('identity', written)
  const misfits =
    reading.kind === 'form' || (reading.kind === 'resident-id' && reading.reading.kind === 'bad')
  if (misfits && tellOther(reading.normal, type, { at, number }, tools)) return
  tell(reading, type, { at, number }, tools)
  if (reading.normal === written || reading.kind === 'fake') return
  const fix = { safety: 'safe', edits: [{ op: 'set', path: at, value: reading.normal }] } as const
  tools.report('spelling', { at, data: { number }, fix })
}

interface Where {
  readonly at: DraftPath
  readonly number: Secret
}

function tell(reading: CertificateReading, type: CertificateType, { at, number }: Where, tools: Tools): void {
  switch (reading.kind) {
    case 'ok':
      return
    case 'fake':
      return tools.report('fake', { at, ...(!reading.sure && { atMost: 'warning' }), data: { number } })
    case 'form':
      return tools.report('form', { at, atMost: 'warning', data: { number } })
    case 'check-digit':
      return tools.report('checkDigit', { at, ...(!reading.sure && { atMost: 'warning' }), data: { number } })
    case 'old-licence':
      return tools.report('oldLicence', { at, atMost: 'info', data: { number } })
    case 'old-certificate':
      return tools.report('oldCertificate', { at, atMost: 'info', data: { number } })
    case 'resident-id':
      return tellResident(reading.reading, type, { at, number }, tools)
    case 'unified-code':
      return tellUnified(reading.reading, { at, number }, tools)
  }
}

/** 81 and 82 are numbers of Hong Kong and Macao residents, 83 those of Taiwan residents. */
const permits = {
  hk: 'hk-macao-residence-permit',
  macao: 'hk-macao-residence-permit',
  taiwan: 'taiwan-residence-permit',
} as const

const RESIDENT_LENGTH = 18
const RESIDENT_CODE = 1015

function tellResident(
  reading: ResidentIdReading,
  type: CertificateType,
  { at, number }: Where,
  { report }: Tools,
): void {
  const returnCode = RESIDENT_CODE
  const isResident = type === 'resident-id'
  switch (reading.kind) {
    case 'old15':
      return report('old15', { at, returnCode, data: { number } })
    case 'valid':
      if (!isResident) return report('notPermit', { at, data: { number } })
      if (reading.region === undefined)
        report('unknownRegion', { at, returnCode, atMost: 'warning', data: { number } })
      return
    case 'residence-permit':
      if (isResident) return report('notResident', { at, data: { number } })
      return permits[reading.of] === type
        ? undefined
        : report('otherPermit', { at, data: { number, paper: permits[reading.of] } })
    case 'bad':
      switch (reading.reason) {
        case 'length':
          return report('length', {
            at,
            returnCode,
            data: { number, got: reading.length, belong: RESIDENT_LENGTH },
          })
        case 'characters':
          return report('characters', { at, returnCode, data: { number, sign: '' } })
        case 'province':
          return report('region', { at, returnCode, data: { number } })
        case 'birth-date':
          return report('birthDate', { at, returnCode, data: { number } })
        case 'future':
          return report('future', { at, returnCode, data: { number } })
        case 'check-digit':
          return report('checkDigit', { at, returnCode, data: { number } })
        case 'fake':
          return report('fake', { at, returnCode, data: { number } })
      }
  }
}

function tellUnified(reading: UnifiedCodeReading, { at, number }: Where, { report }: Tools): void {
  if (reading.kind === 'valid') return
  switch (reading.reason) {
    case 'length':
      return report('length', { at, data: { number, got: reading.length, belong: 18 } })
    case 'characters':
      return report('characters', { at, data: { number, sign: reading.sign } })
    case 'department':
      return report('department', { at, data: { number } })
    case 'region':
      return report('region', { at, data: { number } })
    case 'check-digit':
    case 'organisation-code':
      return report('checkDigit', { at, data: { number } })
  }
}
