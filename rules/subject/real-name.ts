// An individual files under the name on the identity card; principals are persons with their real names too.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import { type PersonNameReading, readPersonName } from '../../src/facts/person-names.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miit2009 } from '../sources.ts'

interface Name {
  readonly name: string
  readonly [key: string]: string
}

const asOnCard = { zh: '填写身份证上的姓名，一字不差', en: 'Write the name as on the identity card' } as const

const messages = {
  title: say<{ name: string; title: string }>({
    zh: (d) => [`“${d.name}”是称呼，不是姓名：“${d.title}”不会出现在身份证上`, asOnCard.zh],
    en: (d) => [
      `“${d.name}” is a form of address; “${d.title}” is not part of any name on an identity card`,
      asOnCard.en,
    ],
  }),
  placeholder: say<Name>({
    zh: (d) => [`“${d.name}”像是占位的文字，不是真实姓名`, asOnCard.zh],
    en: (d) => [`“${d.name}” looks like a placeholder, not like a real name`, asOnCard.en],
  }),
  'company-word': say<{ name: string; word: string }>({
    zh: (d) => [
      `“${d.name}”带有“${d.word}”，像单位名称`,
      '个人备案填写身份证上的姓名；以单位备案时，把主办单位性质改为企业等',
    ],
    en: (d) => [
      `“${d.name}” has “${d.word}” in it, like the name of a unit`,
      'An individual files under the name on the card; for a unit, change the nature',
    ],
  }),
  'site-word': say<{ name: string; word: string }>({
    zh: (d) => [`“${d.name}”像网站名称，不是姓名`, `${asOnCard.zh}；网站名称写在网站信息里`],
    en: (d) => [
      `“${d.name}” looks like the name of a website`,
      `${asOnCard.en}; the website's name belongs to the website`,
    ],
  }),
  siteName: say<Name>({
    zh: (d) => [`“${d.name}”与网站名称相同，不像姓名`, asOnCard.zh],
    en: (d) => [`“${d.name}” is the website's name as well, not that of a person`, asOnCard.en],
  }),
  digits: say<Name>({
    zh: (d) => [`姓名“${d.name}”里有数字`, asOnCard.zh],
    en: (d) => [`The name “${d.name}” has digits in it`, asOnCard.en],
  }),
  latin: say<Name>({
    zh: (d) => [`“${d.name}”是拉丁字母，持居民身份证的人填写中文姓名`, asOnCard.zh],
    en: (d) => [
      `“${d.name}” is in Latin letters; holders of a resident identity card write the Chinese name`,
      asOnCard.en,
    ],
  }),
  mixed: say<Name>({
    zh: (d) => [`姓名“${d.name}”里夹有字母`, asOnCard.zh],
    en: (d) => [`The name “${d.name}” mixes letters and Chinese`, asOnCard.en],
  }),
  symbols: say<{ name: string; signs: string }>({
    zh: (d) => [`姓名“${d.name}”里有符号“${d.signs}”`, '只写姓名；少数民族姓名用间隔号“·”'],
    en: (d) => [
      `The name “${d.name}” has the sign “${d.signs}” in it`,
      'Write the name only; names of minorities take the dot “·”',
    ],
  }),
  'too-short': say<Name>({
    zh: (d) => [`“${d.name}”只有一个字，不像完整的姓名`, asOnCard.zh],
    en: (d) => [`“${d.name}” is a single character, not a full name`, asOnCard.en],
  }),
  'too-long': say<{ name: string; length: number; most: number }>({
    zh: (d) => [
      `“${d.name}”有 ${d.length} 个字，姓名一般不超过 ${d.most} 个字`,
      `${asOnCard.zh}；少数民族姓名各部分之间用“·”`,
    ],
    en: (d) => [
      `“${d.name}” has ${d.length} characters; names have ${d.most} at most`,
      `${asOnCard.en}; names of minorities have “·” between their parts`,
    ],
  }),
  'middle-dot': say<{ name: string; fixed: string }>({
    zh: (d) => [`“${d.name}”里的间隔号不是身份证上的“·”`, `写成“${d.fixed}”`],
    en: (d) => [`The dot in “${d.name}” is not the “·” of the identity card`, `Write “${d.fixed}”`],
  }),
  spaces: say<{ name: string; fixed: string }>({
    zh: (d) => [`姓名“${d.name}”中间有空格`, `写成“${d.fixed}”`],
    en: (d) => [`The name “${d.name}” has a space in it`, `Write “${d.fixed}”`],
  }),
  nickname: say<Name>({
    zh: (d) => [`“${d.name}”像是平时的叫法，请核对是否与身份证一致`, asOnCard.zh],
    en: (d) => [`“${d.name}” looks like what friends say; please compare it with the card`, asOnCard.en],
  }),
}

export const realName = defineRule({
  id: 'subject/real-name',
  level: 'error',
  sources: [guideStep(2), miit2009('主办者与负责人姓名', 'names of sponsors and principals')],
  texts: {
    title: { zh: '姓名是身份证上的真实姓名', en: 'Names are those on the identity card' },
    why: {
      zh: '主办单位性质为个人时，主办单位名称就是本人姓名；审核时与证件逐字核对，不一致就不予批准。负责人的姓名也一样。',
      en: 'For an individual the sponsor’s name is the person’s own. Reviewers compare it with the paper letter by letter; the same holds for principals.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林先生 }', says: 'title' },
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 张三 }', says: 'placeholder' },
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋工作室 }', says: 'company-word' },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 阿依古丽.艾合买提 }',
        says: 'middle-dot',
        fixed: '主体信息: { 主办单位性质: 个人, 主办单位名称: 阿依古丽·艾合买提 }',
      },
    ],
    good: [
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 沈知秋 }' },
      { draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 𠮷田青 }' },
      { draft: 'subject: { nature: individual, name: John Carter, certificate: { type: passport } }' },
    ],
  },
  check(draft, { report }) {
    const { nature, name, certificate } = draft.subject
    if (nature === 'individual' && name !== undefined) {
      if (draft.websites.some((website) => website.name === name)) {
        report('siteName', { at: ['subject', 'name'], data: { name } })
      } else tell(name, ['subject', 'name'], foreign(certificate.type), report)
    }
    for (const { person, at } of peopleOf(draft)) {
      if (person.name === undefined || person.name === name) continue
      const { type } = person.certificate
      tell(
        person.name,
        [...at, 'name'],
        foreign(type ?? (nature === 'individual' ? certificate.type : undefined)),
        report,
      )
    }
  },
})

/** Papers on which a Latin name can stand. */
const foreign = (type: string | undefined): boolean =>
  type === 'passport' || type === 'foreign-permanent-resident-id' || type === 'overseas-certificate'

type Report = Context<typeof messages, Record<never, never>, undefined>['report']

function tell(name: string, at: DraftPath, latin: boolean, report: Report): void {
  // Quotes around a whole value are told of by draft/type.
  const reading: PersonNameReading = readPersonName(name, { latin })
  switch (reading.kind) {
    case 'ok':
      return
    case 'title':
      return report('title', { at, data: { name, title: reading.title } })
    case 'company-word':
    case 'site-word':
      return report(reading.kind, { at, data: { name, word: reading.word } })
    case 'symbols':
      return report('symbols', {
        at,
        slice: [reading.from, reading.to],
        data: { name, signs: name.slice(reading.from, reading.to) },
      })
    case 'too-long':
      return report('too-long', { at, data: { name, length: reading.length, most: reading.most } })
    case 'middle-dot':
    case 'spaces': {
      const fix = { safety: 'safe', edits: [{ op: 'set', path: at, value: reading.fixed }] } as const
      return report(reading.kind, { at, data: { name, fixed: reading.fixed }, fix })
    }
    case 'nickname':
      return report('nickname', { at, ...(reading.sure ? {} : { atMost: 'warning' }), data: { name } })
    case 'placeholder':
    case 'digits':
    case 'latin':
    case 'mixed':
    case 'too-short':
      return report(reading.kind, { at, data: { name } })
  }
}
