// The questions of `init`, in the order of the form: sponsor, websites, access. Which ones there are, and what they
// suggest, follows from the answers so far.
import { fieldAt, filingTypes } from '../draft/catalogue.ts'
import type { Bilingual, Path } from '../draft/field.ts'
import type { Settings } from '../engine/run.ts'
import { certificateTypes } from '../facts/data/certificate-types.ts'
import { natures } from '../facts/data/natures.ts'
import { provinces } from '../facts/data/provinces.ts'
import { services } from '../facts/data/services.ts'
import { parseIp } from '../facts/ip.ts'
import { areaCodeOf } from '../facts/phones.ts'
import { findRegion, type Region, regionByCode } from '../facts/regions.ts'
import { normaliseNumber } from '../facts/resident-id.ts'
import { type Answers, answerAt, textAt } from './answers.ts'

export interface Option extends Bilingual {
  readonly value: string
}

/** One question of the form. */
export interface Question extends Bilingual {
  readonly path: Path
  /** A list to choose from; a text is asked for otherwise. */
  readonly options?: readonly Option[]
  /** Several values, with commas between them. */
  readonly several?: boolean
  readonly optional?: boolean
  readonly default?: string | undefined
  readonly help?: Bilingual
}

/** The profiles that there are, and the one to suggest. */
export interface Profiles {
  readonly options: readonly Option[]
  readonly usual: string
}

/** Where the answer about another website is kept; it is no part of the draft. */
export const moreKey = (website: number): Path => ['x-more', website]

/** Where it is kept whether a website has a principal of its own. */
const ownKey = (website: number): Path => ['x-own-principal', website]

/** Whether a question is about the draft itself. */
export const isOfDraft = ({ path }: Question): boolean => !String(path[0]).startsWith('x-')

/** Every question that the answers lead to, in the order of the form. */
export function questionsFor(answers: Answers, settings: Settings, profiles: Profiles): Question[] {
  const list = [...filingQuestions(answers, profiles), ...subjectQuestions(answers, settings)]
  if (answerAt(answers, ['subject', 'nature']) === undefined) return list
  for (let website = 0; ; website++) {
    list.push(...websiteQuestions(answers, website, settings))
    const path = moreKey(website)
    list.push({
      path,
      zh: '还有别的网站吗？',
      en: 'Is there another website?',
      options: yesNo,
      default: 'no',
    })
    if (answerAt(answers, path) !== 'yes') return list
  }
}

const yesNo: readonly Option[] = [
  { value: 'no', zh: '没有', en: 'no' },
  { value: 'yes', zh: '有', en: 'yes' },
]

/** A question with the labels of the catalogue. */
function field(path: Path, more: Partial<Question> = {}): Question {
  const found = fieldAt(path)
  return { path, zh: found?.zh ?? String(path.at(-1)), en: found?.en ?? String(path.at(-1)), ...more }
}

/** A question whose label alone would not say whose value is meant. */
const within = (group: Bilingual, question: Question): Question => ({
  ...question,
  zh: `${group.zh} · ${question.zh}`,
  en: `${group.en} · ${question.en}`,
})

const optionsOf = (
  entries: readonly { readonly id: string; readonly zh: string; readonly en: string }[],
): Option[] => entries.map(({ id, zh, en }) => ({ value: id, zh, en }))

function* filingQuestions(answers: Answers, { options, usual }: Profiles): Generator<Question> {
  yield field(['profile'], { options, default: usual })
  yield field(['filing', 'type'], { options: optionsOf(filingTypes), default: 'new' })
  const type = textAt(answers, ['filing', 'type'])
  if (type === undefined || type === 'new') return
  yield field(['filing', 'number'], {
    help: {
      zh: '已有的备案号，例如 浙ICP备12345678号',
      en: 'the number there is, such as 浙ICP备12345678号',
    },
  })
}

function* subjectQuestions(answers: Answers, { rules }: Settings): Generator<Question> {
  const at = (...steps: string[]) => ['subject', ...steps]
  yield field(at('nature'), { options: optionsOf(natures), default: 'individual' })
  const nature = textAt(answers, at('nature'))
  if (nature === undefined) return
  const unit = nature !== 'individual'
  yield field(at('name'), {
    help: unit
      ? { zh: '证件上的单位全称', en: 'the full name on the certificate' }
      : { zh: '身份证上的姓名', en: 'the name on the identity card' },
  })
  const papers = certificateTypes.filter(
    (type) => !('until' in type) && type.natures.some((fits: string) => fits === nature),
  )
  yield field(at('certificate', 'type'), { options: optionsOf(papers), default: papers[0]?.id })
  yield field(at('certificate', 'number'))
  const region = regionOf(textAt(answers, at('certificate', 'number')))
  yield field(at('province'), {
    options: optionsOf(provinces.filter(({ code }) => Number(code) < 71)),
    default: region?.province,
  })
  const same =
    region !== undefined && region.province === textAt(answers, at('province')) ? region : undefined
  const municipal = /^(?:北京|上海|天津|重庆)$/.test(textAt(answers, at('province')) ?? '')
  yield field(at('city'), { default: municipal ? `${textAt(answers, at('province'))}市` : same?.city })
  yield field(at('county'), { optional: true, default: same?.retired === true ? undefined : same?.county })
  yield field(at('address'), {
    help: {
      zh: '从路、小区写到门牌、房号，不重复省市',
      en: 'from the road down to the door, without province and city',
    },
  })
  if (rules.some(({ rule }) => rule.id === 'subject/certificate-address')) {
    yield field(at('certificate', 'address'), {
      help: { zh: '证件上印的住所，逐字照抄', en: 'as printed on the certificate, word for word' },
    })
  }
  const group = fieldAt(['subject', 'principal'])
  if (unit) {
    yield field(at('legalRepresentative'))
    const ask = personQuestions(answers, at('principal'), group ?? { zh: '', en: '' })
    const legal = textAt(answers, at('legalRepresentative'))
    for (const question of ask)
      yield question.path.at(-1) === 'name' ? { ...question, default: legal } : question
    return
  }
  yield* reachQuestions(at('principal'))
}

/** How a person is reached. */
function* reachQuestions(person: Path): Generator<Question> {
  yield field([...person, 'mobile'])
  yield field([...person, 'emergencyPhone'], {
    optional: true,
    help: { zh: '与手机号码不同', en: 'another number than the mobile' },
  })
  yield field([...person, 'email'])
}

/** Who a person is and how to reach them; the group says whose values are meant. */
function* personQuestions(answers: Answers, person: Path, group: Bilingual): Generator<Question> {
  const ask = (step: Path, more: Partial<Question> = {}): Question =>
    within(group, field([...person, ...step], more))
  yield ask(['name'])
  const papers = certificateTypes.filter(
    (type) => !('until' in type) && type.natures.some((fits) => fits === 'individual'),
  )
  yield ask(['certificate', 'type'], { options: optionsOf(papers), default: 'resident-id' })
  yield ask(['certificate', 'number'])
  const city = textAt(answers, ['subject', 'city'])
  const code = city === undefined ? undefined : areaCodeOf(city)
  yield ask(['phone'], {
    optional: true,
    help:
      code === undefined
        ? { zh: '区号-号码', en: 'area code-number' }
        : { zh: `区号-号码，${city}的区号是 ${code}`, en: `area code-number; that of ${city} is ${code}` },
  })
  for (const question of reachQuestions(person)) yield within(group, question)
}

function* websiteQuestions(
  answers: Answers,
  website: number,
  { rules, world }: Settings,
): Generator<Question> {
  const at = (...steps: (string | number)[]): Path => ['websites', website, ...steps]
  const group = { zh: `网站 ${website + 1}`, en: `website ${website + 1}` }
  const ask = (path: Path, more: Partial<Question> = {}): Question => within(group, field(path, more))
  const individual = answerAt(answers, ['subject', 'nature']) === 'individual'
  /** Further websites mostly lie where the one before lies. */
  const before = (...steps: (string | number)[]): string | undefined =>
    website === 0 ? undefined : textAt(answers, ['websites', website - 1, ...steps])
  yield ask(at('name'), {
    help: { zh: '看得出内容的名称，不写域名', en: 'a name that tells what it is about, not the domain' },
  })
  yield ask(at('domains'), {
    several: true,
    help: { zh: '不带 www；多个用逗号隔开', en: 'without www; commas between several' },
  })
  const [domain] = [answerAt(answers, at('domains'))].flat()
  yield ask(at('homepage'), {
    optional: true,
    default: typeof domain === 'string' ? `www.${domain}` : undefined,
  })
  const wanted = rules.find(({ rule }) => rule.id === 'website/services')?.options
  if (wanted !== undefined) {
    const usual: unknown = Reflect.get(Object(wanted), individual ? 'individual' : 'unit')
    const names = Array.isArray(usual) ? usual.map(String) : []
    const listed = services.filter(({ zh }) => !individual || names.length === 0 || names.includes(zh))
    yield ask(at('services'), {
      options: listed.map(({ zh, en }) => ({ value: zh, zh, en })),
      default: names[0],
      several: true,
    })
  }
  yield ask(at('remark'), {
    optional: true,
    help: { zh: '网站内容，一两句话', en: 'what the website is about, a sentence or two' },
  })
  if (!individual) yield* ownPrincipal(answers, website, group)
  const methods = rules.find(({ rule }) => rule.id === 'access/method')?.options
  const allowed: unknown = Reflect.get(Object(methods), 'methods')
  // Where the profile leaves it open, most websites of today are on a cloud; there was none in the years before.
  const usual = [allowed].flat()[0] ?? (world.profile.id === 'miit-2009' ? 'virtual-host' : 'cloud')
  yield ask(at('access', 0, 'provider'), {
    default: world.profile.host?.names[0] ?? before('access', 0, 'provider'),
    help: { zh: '接入商执照上的公司全称', en: "the legal name on the host's licence" },
  })
  const methodField = fieldAt(['websites', 0, 'access', 0, 'method', 0])
  yield ask(at('access', 0, 'method'), {
    options: methodField?.kind === 'option' ? optionsOf(methodField.options) : [],
    default: before('access', 0, 'method') ?? String(usual),
    several: true,
  })
  yield ask(at('access', 0, 'ips'), {
    several: true,
    default: before('access', 0, 'ips'),
    help: {
      zh: '接入商给的公网 IP；多个用逗号隔开',
      en: 'the public IP that the host gave; commas between several',
    },
  })
  const [ip] = [answerAt(answers, at('access', 0, 'ips'))].flat()
  yield ask(at('access', 0, 'location'), {
    options: optionsOf(provinces.filter(({ code }) => Number(code) < 71)),
    default: typeof ip === 'string' ? provinceOf(ip, world.ip) : undefined,
    several: true,
  })
}

/** Whether somebody else than the principal of the subject is responsible for a website, and if so who. */
function* ownPrincipal(answers: Answers, website: number, group: Bilingual): Generator<Question> {
  const path = ownKey(website)
  yield within(group, {
    path,
    zh: '网站负责人',
    en: 'principal of the website',
    options: [
      { value: 'no', zh: '就是主体负责人', en: 'the principal of the subject' },
      { value: 'yes', zh: '另有其人', en: 'somebody else' },
    ],
    default: 'no',
  })
  if (answerAt(answers, path) !== 'yes') return
  yield* personQuestions(answers, ['websites', website, 'principal'], {
    zh: `${group.zh} · 网站负责人`,
    en: `${group.en} · principal`,
  })
}

/** The place that an identity number or a unified code names, as far as it is still called so. */
function regionOf(number: string | undefined): Region | undefined {
  const region = regionByCode(regionCodeOf(normaliseNumber(number ?? '')))
  if (region?.retired !== true) return region
  const { code, province, city, retired } = region
  const inForce = city !== undefined && findRegion(city, 'city', { province }).length > 0
  return inForce ? { code, province, city, retired } : { code, province, retired }
}

function regionCodeOf(text: string): string {
  if (/^\d{17}[\dX]$/.test(text) && !text.startsWith('9')) return text.slice(0, 6)
  return /^[0-9A-Z]{18}$/.test(text) ? text.slice(2, 8) : ''
}

function provinceOf(text: string, table: Settings['world']['ip']): string | undefined {
  const ip = parseIp(text)
  const place = ip === undefined ? undefined : table.province(ip)
  return place?.kind === 'province' ? place.province : undefined
}
