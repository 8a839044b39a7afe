// The name of the website, for which filings come back most often. What the form itself demands holds everywhere; word
// lists and the rest are turned on by profiles, because hosts, provinces and years contradict each other.
import type { Website } from '../../src/draft/catalogue.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { type Level, type LevelSetting, levels } from '../../src/engine/finding.ts'
import { defineRule, type Source, say } from '../../src/engine/rule.ts'
import { approvalFields } from '../../src/facts/data/approval-words.ts'
import { wordGroups } from '../../src/facts/data/name-words.ts'
import {
  addressInName,
  approvalsInName,
  hasLatin,
  isDigits,
  isLinked,
  isPlaceholderName,
  isPlaceName,
  letterCount,
  listedWords,
  placeIn,
  type SponsorKind,
  siteNameIdeas,
  sponsorKind,
  unusualSign,
  type WordGroupId,
} from '../../src/facts/site-names.ts'
import { hasHan } from '../../src/facts/text.ts'
import { documents, isDocument } from '../../src/profile/documents.ts'
import { miit2009, miitInterface } from '../sources.ts'

/** The causes that profiles weigh one by one. */
const causes = [
  'short',
  'long',
  'latin',
  'letters',
  'sign',
  'person',
  'place',
  'placeIndividual',
  'unlinked',
  'approval',
  'approvalSure',
] as const
type Cause = (typeof causes)[number]

interface Options {
  /** Fewest characters that a name may have. */
  shortest: number
  /** Most characters that the form takes. */
  longest: number
  /** How surely a cause leads to a refusal. */
  causes: Readonly<Record<Cause, LevelSetting>>
  /** Whose names have to do without Latin letters, where `causes.letters` is on. */
  lettersOf: 'individual' | 'unit' | 'everyone'
  /** Whose names may not have words that name a field of approvals, where `causes.approvalSure` is on. */
  approvalSureOf: 'individual' | 'everyone'
  /** The word lists that hold, by their ids in src/facts/data/name-words.ts. */
  words: Readonly<Partial<Record<WordGroupId, LevelSetting>>>
}

interface Name {
  readonly name: string
  /** Other names that would pass; only with the first finding of a name. */
  readonly ideas: readonly string[]
  readonly [key: string]: string | readonly string[]
}

/** One thing that is wrong with a name. */
interface Objection {
  readonly message: Message
  readonly level: Level
  readonly slice?: readonly [from: number, to: number]
  readonly data: Readonly<Record<string, string | number | readonly string[]>>
  /** The option behind it. */
  readonly option?: string
  readonly sources?: readonly Source[]
  /** Words that another name should do without. */
  readonly refused?: readonly string[]
}

const ideasOr = (ideas: readonly string[], otherwise: { zh: string; en: string }) => ({
  zh: ideas.length > 0 ? `可以改成：${ideas.join('、')}` : otherwise.zh,
  en: ideas.length > 0 ? `These would pass: ${ideas.join(', ')}` : otherwise.en,
})

const rename = {
  zh: '写网站的中文名称，能看出网站的内容',
  en: 'Write a Chinese name that tells what the website is about',
}

const messages = {
  domain: say<Name>({
    zh: (d) => [`网站名称“${d.name}”是域名或网址`, ideasOr(d.ideas, rename).zh],
    en: (d) => [`The website’s name “${d.name}” is a domain or an address`, ideasOr(d.ideas, rename).en],
  }),
  digits: say<Name>({
    zh: (d) => [`网站名称“${d.name}”全是数字`, ideasOr(d.ideas, rename).zh],
    en: (d) => [`The website’s name “${d.name}” is all digits`, ideasOr(d.ideas, rename).en],
  }),
  latin: say<Name>({
    zh: (d) => [`网站名称“${d.name}”没有汉字，多数省要求有中文`, ideasOr(d.ideas, rename).zh],
    en: (d) => [
      `The website’s name “${d.name}” has no Chinese characters; most provinces want some`,
      ideasOr(d.ideas, rename).en,
    ],
  }),
  letters: say<Name>({
    zh: (d) => [`网站名称“${d.name}”里有字母，本省要求只用中文`, ideasOr(d.ideas, rename).zh],
    en: (d) => [
      `The website’s name “${d.name}” has Latin letters; this province requires Chinese only`,
      ideasOr(d.ideas, rename).en,
    ],
  }),
  symbols: say<Name>({
    zh: (d) => [`网站名称“${d.name}”只有符号`, ideasOr(d.ideas, rename).zh],
    en: (d) => [`The website’s name “${d.name}” is nothing but symbols`, ideasOr(d.ideas, rename).en],
  }),
  sign: say<Name & { sign: string }>({
    zh: (d) => [`网站名称“${d.name}”里有符号“${d.sign}”`, ideasOr(d.ideas, { zh: '删去符号', en: '' }).zh],
    en: (d) => [
      `There is the symbol “${d.sign}” in the website’s name “${d.name}”`,
      ideasOr(d.ideas, { zh: '', en: 'Leave the symbol out' }).en,
    ],
  }),
  placeholder: say<Name>({
    zh: (d) => [`网站名称“${d.name}”像是占位的文字`, ideasOr(d.ideas, rename).zh],
    en: (d) => [`The website’s name “${d.name}” looks like a placeholder`, ideasOr(d.ideas, rename).en],
  }),
  short: say<Name & { shortest: number }>({
    zh: (d) => [
      `网站名称“${d.name}”不到 ${d.shortest} 个字，容易被退回`,
      ideasOr(d.ideas, { zh: `写得具体一些，${d.shortest} 个汉字以上`, en: '' }).zh,
    ],
    en: (d) => [
      `The website’s name “${d.name}” has fewer than ${d.shortest} characters and is often refused`,
      ideasOr(d.ideas, { zh: '', en: `Make it more specific, ${d.shortest} Chinese characters or more` }).en,
    ],
  }),
  long: say<Name & { longest: number; length: number }>({
    zh: (d) => [`网站名称有 ${d.length} 个字，多数系统最多收 ${d.longest} 个`, '写短一些'],
    en: (d) => [
      `The website’s name has ${d.length} characters; most forms take ${d.longest}`,
      'Make it shorter',
    ],
  }),
  word: say<Name & { words: readonly string[]; about: string }>({
    zh: (d) => [
      `网站名称“${d.name}”里的“${d.words.join('”“')}”是${group(d.about).zh}`,
      ideasOr(d.ideas, { zh: '换一个不含这些词的名称', en: '' }).zh,
    ],
    en: (d) => [
      `“${d.words.join('”, “')}” in the website’s name “${d.name}”: ${group(d.about).en}`,
      ideasOr(d.ideas, { zh: '', en: 'Choose a name without these words' }).en,
    ],
  }),
  person: say<Name & { person: string }>({
    zh: (d) => [
      `网站名称“${d.name}”用了主办者的姓名“${d.person}”，多数省不接受`,
      ideasOr(d.ideas, rename).zh,
    ],
    en: (d) => [
      `The website’s name “${d.name}” has the sponsor’s own name “${d.person}” in it; most provinces do not accept that`,
      ideasOr(d.ideas, rename).en,
    ],
  }),
  place: say<Name>({
    zh: (d) => [`网站名称“${d.name}”是地名，容易被当作当地的官方网站`, ideasOr(d.ideas, rename).zh],
    en: (d) => [
      `The website’s name “${d.name}” is the name of a place and may be taken for its official website`,
      ideasOr(d.ideas, rename).en,
    ],
  }),
  approval: say<Name & { word: string; field: string; live: string }>({
    zh: (d) => [
      d.live === 'yes'
        ? `网站名称“${d.name}”里的“${d.word}”属于“${fieldName(d.field).zh}”，要有审批号才能备案`
        : `网站名称“${d.name}”里的“${d.word}”属于“${fieldName(d.field).zh}”；全国性审批已取消，当地仍可能要求说明`,
      ideasOr(d.ideas, { zh: '有审批就填审批号；没有就换名称，或在备注里说明不涉及', en: '' }).zh,
    ],
    en: (d) => [
      d.live === 'yes'
        ? `“${d.word}” in the website’s name “${d.name}” belongs to ${fieldName(d.field).en}, which needs an approval number`
        : `“${d.word}” in the website’s name “${d.name}” belongs to ${fieldName(d.field).en}; the national approval is abolished, but the province may ask`,
      ideasOr(d.ideas, {
        zh: '',
        en: 'Fill in the approval number; without one, choose another name or say in the remark that it is not concerned',
      }).en,
    ],
  }),
  unlinked: say<Name & { unit: string }>({
    zh: (d) => [
      `看不出网站名称“${d.name}”与主办单位“${d.unit}”的关系`,
      ideasOr(d.ideas, {
        zh: `用单位的全称或简称；是产品或项目名，就在备注里写“${d.name}为本公司的产品”`,
        en: '',
      }).zh,
    ],
    en: (d) => [
      `The website’s name “${d.name}” does not show its link with “${d.unit}”`,
      ideasOr(d.ideas, {
        zh: '',
        en: 'Use the unit’s full or short name; for a product or project, say so in the remark',
      }).en,
    ],
  }),
}
type Message = keyof typeof messages

const group = (id: string): { zh: string; en: string } =>
  wordGroups.find((entry) => entry.id === id) ?? { zh: '不能用的词', en: 'words that may not be used' }

const fieldName = (id: string): { zh: string; en: string } =>
  approvalFields.find((entry) => entry.id === id) ?? { zh: id, en: id }

export const name = defineRule({
  id: 'website/name',
  level: 'error',
  sources: [miitInterface('Wzmc'), miit2009('网站名称', 'names of websites')],
  texts: {
    title: {
      zh: '网站名称能看出内容，不含受限的词',
      en: 'The website’s name tells its content and has no restricted words',
    },
    why: {
      zh: '网站名称是退回最多的一项：域名、纯数字、国字号、公司用词、须审批的行业用词等都会被退回，各省、各接入商的词表不同。',
      en: 'The name is what most filings are sent back for: domains, digits, words kept for the state, company words, words of trades that need an approval. The lists differ by province and host.',
    },
    messages,
  },
  options: {
    schema: (z) => {
      const setting = z.enum(['error', 'warning', 'info', 'off'])
      return z.strictObject({
        shortest: z.number().int().min(1).describe('最少几个字 · Fewest characters of a name'),
        longest: z.number().int().min(1).describe('最多几个字 · Most characters that the form takes'),
        causes: z
          .record(z.enum(causes), setting)
          .describe(
            '每种原因的级别：太短、太长、没有汉字、有字母、有符号、含本人姓名、是地名、个人用地名、看不出与单位的关系、像要审批的、明说要审批的 · The level of each cause: too short, too long, no Chinese, letters, signs, the sponsor’s own name, a place’s name, the same of individuals, no link with the unit, a word of fields that need an approval, a word that names such a field',
          ),
        lettersOf: z
          .enum(['individual', 'unit', 'everyone'])
          .describe(
            '谁的名称不能有字母（causes.letters 打开时） · Whose names have to do without letters, where causes.letters is on',
          ),
        approvalSureOf: z
          .enum(['individual', 'everyone'])
          .describe(
            '谁的名称不能有明说要审批的词（causes.approvalSure 打开时） · Whose names may not have words that name a field of approvals, where causes.approvalSure is on',
          ),
        words: z
          .partialRecord(z.enum(wordGroups.map(({ id }) => id)), setting)
          .describe('各词表的级别，词表见下 · The level of each word list; the lists are below'),
      })
    },
    defaults: {
      shortest: 3,
      longest: 30,
      causes: {
        short: 'warning',
        long: 'info',
        latin: 'warning',
        letters: 'off',
        sign: 'off',
        person: 'off',
        place: 'off',
        placeIndividual: 'off',
        unlinked: 'off',
        approval: 'off',
        approvalSure: 'off',
      },
      lettersOf: 'everyone',
      approvalSureOf: 'individual',
      words: {},
    } satisfies Options as Options,
  },
  examples: {
    bad: [
      { draft: '网站信息: { 网站名称: www.shanjian-notes.cn }', says: 'domain' },
      { draft: '网站信息: { 网站名称: 8848 }', says: 'digits' },
      { draft: '网站信息: { 网站名称: ShanJian Notes }', says: 'latin' },
      { draft: '网站信息: { 网站名称: 测试网站 }', says: 'placeholder' },
      { draft: '网站信息: { 网站名称: 札记 }', says: 'short' },
      { draft: '网站信息: { 网站名称: ★☆★ }', says: 'symbols' },
      {
        draft: '网站信息: { 网站名称: 山间札记★ }',
        says: 'sign',
        profile: 'today',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林知远 }\n网站信息: { 网站名称: 中国野花札记 }',
        says: 'word',
        profile: 'today',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林知远 }\n网站信息: { 网站名称: 林知远 }',
        says: 'person',
        profile: 'today',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人, 主办单位名称: 林知远 }\n网站信息: { 网站名称: 青岛市 }',
        says: 'place',
        profile: 'today',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 主办单位名称: 清河县沐光茶业有限公司 }\n网站信息: { 网站名称: 沐光医药 }',
        says: 'approval',
        profile: 'today',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 企业, 主办单位名称: 清河县沐光茶业有限公司 }\n网站信息: { 网站名称: 一叶知味 }',
        says: 'unlinked',
        profile: 'today',
      },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 主办单位名称: 林知远 }\n网站信息: { 网站名称: 山间札记山间札记山间札记山间札记山间札记山间札记山间札记山间札记 }',
        says: 'long',
      },
      {
        draft: '网站信息: { 网站名称: 山间Notes }',
        says: 'letters',
        options: { causes: { letters: 'warning' } },
      },
    ],
    good: [
      { draft: '网站信息: { 网站名称: 山间札记 }' },
      { draft: '网站信息: { 网站名称: 青禾茶业 }' },
      {
        draft:
          '主体信息: { 主办单位性质: 个人, 主办单位名称: 林知远 }\n网站信息: { 网站名称: 林间Python笔记 }',
        profile: 'today',
      },
    ],
  },
  check(draft, { report, options }) {
    for (const [i, website] of draft.websites.entries()) {
      const { name } = website
      if (name === undefined) continue
      const objections = judge(name, website, draft, options)
      if (objections.length === 0) continue
      const ideas = ideasFor(name, website, draft, options, objections)
      for (const [k, { message, level, slice, data, option, sources }] of objections.entries()) {
        report(message, {
          at: ['websites', i, 'name'],
          atMost: level,
          ...(slice && { slice }),
          ...(option && { option }),
          ...(sources && { sources }),
          // Each objection brought the data of its own message.
          data: { name, ideas: k === 0 ? ideas : [], ...data } as never,
        })
      }
    }
  },
})

/** Everything that is wrong with a name, the worst first. */
function judge(name: string, website: Website, draft: Draft, options: Options): Objection[] {
  const whole = judgeWhole(name, website, draft, options)
  if (whole !== undefined) return [whole]
  const all = [...judgeParts(name, website, draft, options)]
  // A name that has to change anyway need not be explained by the unit.
  const found = all.some(({ level }) => level === 'error')
    ? all.filter(({ message }) => message !== 'unlinked')
    : all
  const start = ({ slice }: Objection): number => slice?.[0] ?? 0
  return found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || start(a) - start(b))
}

/** What makes a whole name no name: nothing else needs to be said then. */
function judgeWhole(name: string, website: Website, draft: Draft, options: Options): Objection | undefined {
  const letters = letterCount(name)
  const domains = website.domains.flatMap((domain) => domain.name ?? [])
  const address = addressInName(name, domains)
  const bad = (message: Message, level: Level = 'error', option?: string, data = {}): Objection => ({
    message,
    level,
    data,
    ...(option && { option }),
    refused: [name],
  })
  const weighed = (message: Cause & Message, option: string, data = {}): Objection | undefined => {
    const level = options.causes[message]
    return level === 'off' ? undefined : bad(message, level, option, data)
  }
  if (address !== undefined)
    return bad('domain', address === 'sure' || options.causes.sign === 'error' ? 'error' : 'warning')
  if (isPlaceholderName(name)) return bad('placeholder')
  if (letters === 0) return bad('symbols')
  if (isDigits(name)) return bad('digits')
  if (!hasHan(name)) return weighed('latin', 'causes.latin')
  const { nature, name: sponsor } = draft.subject
  if (nature === 'individual' && name === sponsor) {
    const objection = weighed('person', 'causes.person', { person: name })
    if (objection !== undefined) return objection
  }
  if (nature !== undefined && sponsorKind(nature) !== 'state') {
    const cause = nature === 'individual' ? 'placeIndividual' : 'place'
    if (options.causes[cause] !== 'off' && isPlaceName(name, nature === 'individual'))
      return {
        ...bad('place', settingOf(options.causes[cause]), `causes.${cause}`),
        refused: [placeIn(name)],
      }
  }
  if (letters < options.shortest) {
    const short = weighed('short', 'shortest', { shortest: options.shortest })
    return short && { ...short, refused: [] }
  }
  return undefined
}

function* judgeParts(name: string, website: Website, draft: Draft, options: Options): Generator<Objection> {
  const { causes } = options
  const { nature, name: sponsor = '' } = draft.subject
  const sign = unusualSign(name)
  if (sign !== undefined && causes.sign !== 'off') {
    const { text, from, to } = sign
    yield {
      message: 'sign',
      level: causes.sign,
      slice: [from, to],
      data: { sign: text },
      option: 'causes.sign',
    }
  }
  const scope = nature === 'individual' ? 'individual' : 'unit'
  const letters = options.lettersOf === 'everyone' || options.lettersOf === scope
  if (hasLatin(name) && letters && causes.letters !== 'off')
    yield { message: 'letters', level: causes.letters, data: {}, option: 'causes.letters' }
  const length = letterCount(name)
  if (length > options.longest && causes.long !== 'off')
    yield {
      message: 'long',
      level: causes.long,
      data: { length, longest: options.longest },
      option: 'longest',
    }
  if (nature === undefined) return
  const kind = sponsorKind(nature)
  if (kind === 'individual') yield* judgePerson(name, sponsor, options)
  yield* judgeWords(name, kind, sponsor, options)
  yield* judgeApprovals(name, kind, website, sponsor, options)
  const explained = (website.remark ?? '').includes(name)
  if (
    kind !== 'individual' &&
    nature !== 'government' &&
    sponsor !== '' &&
    causes.unlinked !== 'off' &&
    !explained &&
    !isLinked(name, sponsor)
  )
    yield { message: 'unlinked', level: causes.unlinked, data: { unit: sponsor }, option: 'causes.unlinked' }
}

function* judgePerson(name: string, sponsor: string, { causes }: Options): Generator<Objection> {
  const from = sponsor.length < 2 ? -1 : name.indexOf(sponsor)
  if (from < 0 || causes.person === 'off') return
  yield {
    message: 'person',
    level: causes.person === 'error' ? 'warning' : causes.person,
    slice: [from, from + sponsor.length],
    data: { person: sponsor },
    option: 'causes.person',
    refused: [sponsor],
  }
}

function* judgeWords(
  name: string,
  kind: SponsorKind,
  sponsor: string,
  { words }: Options,
): Generator<Objection> {
  const hits = listedWords(name, kind, wantedOf(words))
  if (hits.length === 0) return
  hits.sort((a, b) => levels.indexOf(levelOf(words, a.group.id)) - levels.indexOf(levelOf(words, b.group.id)))
  const told = new Set<string>()
  for (const { group, words: found, from, to } of hits) {
    // A unit may use the words of its own registered name; those kept for the state are another matter.
    const own = (word: string) => kind !== 'individual' && sponsor.includes(word)
    // 网站 needs no telling of its own where 个人网站 was told.
    const isTold = (word: string) => Array.from(told).some((longer) => longer.includes(word))
    const fresh = found.filter((word) => !isTold(word) && !own(word))
    if (fresh.length === 0) continue
    for (const word of found) told.add(word)
    yield {
      message: 'word',
      level: levelOf(words, group.id),
      slice: [from, to],
      data: { words: fresh, about: group.id },
      option: `words.${group.id}`,
      sources: group.sources.filter(isDocument).map((id) => documents[id]),
      refused: fresh,
    }
  }
}

const wantedGroups = new WeakMap<Options['words'], ReadonlySet<WordGroupId>>()

/** The groups that are on, looked through once for all drafts of a profile. */
function wantedOf(words: Options['words']): ReadonlySet<WordGroupId> {
  let wanted = wantedGroups.get(words)
  if (wanted === undefined) {
    wanted = new Set(wordGroups.map(({ id }) => id).filter((id) => (words[id] ?? 'off') !== 'off'))
    wantedGroups.set(words, wanted)
  }
  return wanted
}

const levelOf = (words: Options['words'], id: WordGroupId): Level => settingOf(words[id] ?? 'off')

const settingOf = (setting: LevelSetting): Level => (setting === 'off' ? 'info' : setting)

/** Whether a remark says that the website has nothing of a field: the denial names its word, the field, or approvals at large. */
const isDenied = (remark: string, word: string, field: string): boolean =>
  Array.from(remark.matchAll(/(?:[不未无]涉及|不含|不提供|不从事|不发布)([^，。；;,.]*)/g)).some(
    ([, what = '']) =>
      [word, field, '审批', '上述', '此类', '该类', '相关'].some((named) =>
        what.toUpperCase().includes(named),
      ),
  )

function* judgeApprovals(
  name: string,
  kind: SponsorKind,
  website: Website,
  sponsor: string,
  { causes, approvalSureOf }: Options,
): Generator<Objection> {
  if (causes.approval === 'off' || kind === 'state') return
  const numbered = website.approvals.some(({ number }) => number !== undefined)
  for (const { field, live, sure, word, from, to } of approvalsInName(name)) {
    const own = kind === 'unit' && sponsor.includes(word)
    const denied = isDenied(website.remark ?? '', word, fieldName(field).zh)
    if (numbered || (own && (field !== 'finance' || denied))) continue
    // Today only what is still given out is refused; an individual gets none of it.
    const strict = sure && (approvalSureOf === 'everyone' || (kind === 'individual' && live))
    const option = strict && causes.approvalSure !== 'off' ? 'approvalSure' : 'approval'
    // What an individual can never have is not explained away.
    const least = strict && denied && kind === 'individual' ? 'warning' : 'info'
    const level = denied || own ? least : settingOf(causes[option])
    yield {
      message: 'approval',
      level,
      slice: [from, to],
      data: { word, field, live: live ? 'yes' : 'no' },
      option: `causes.${option}`,
      refused: [word],
    }
  }
}

function ideasFor(
  name: string,
  website: Website,
  draft: Draft,
  options: Options,
  objections: readonly Objection[],
): string[] {
  const { nature, name: sponsor = '' } = draft.subject
  if (nature === undefined) return []
  return siteNameIdeas({
    name,
    kind: sponsorKind(nature),
    sponsor,
    remark: website.remark ?? '',
    domains: website.domains.flatMap((domain) => domain.name ?? []),
    refused: objections.flatMap(({ refused = [] }) => refused),
    passes: (idea) => judge(idea, website, draft, options).length === 0,
  })
}
