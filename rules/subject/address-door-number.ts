// The mailing address goes down to the door: an address grammar says how far it was understood and what is missing.

import type { Draft } from '../../src/draft/normalise.ts'
import { type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import { judgeAddress, levelNames, type MissingLevel, mostDetailed } from '../../src/facts/address/index.ts'
import { guideStep, miit2009 } from '../sources.ts'

interface Options {
  /** A post box may stand for the door. */
  postBox: boolean
  /** Who may stop at the village. */
  villageEnough: 'everyone' | 'unit' | 'nobody'
  /** Signs and brackets in the address. */
  symbols: 'allow' | 'refuse'
  brackets: 'allow' | 'refuse'
  /** Individuals write the room too. */
  room: 'optional' | 'required'
  /** People at a school write department or class. */
  schoolDepartment: 'required' | 'optional'
}

const missingNames = {
  road: { zh: '路名（或小区、村名）', en: 'the road, estate or village' },
  village: { zh: '村名', en: 'the village' },
  number: { zh: '门牌号', en: 'the door number' },
  'building-number': { zh: '楼号', en: 'the building number' },
  room: { zh: '室号', en: 'the room' },
  class: { zh: '院系或班级', en: 'the department or class' },
} as const satisfies Record<MissingLevel, { zh: string; en: string }>

const examples = {
  road: { zh: '文三路90号2单元301室', en: '文三路90号2单元301室' },
  village: { zh: '临园村3组18号', en: '临园村3组18号' },
  number: { zh: '文三路90号2单元301室', en: '文三路90号2单元301室' },
  'building-number': { zh: '阳光花园3栋2单元501室', en: '阳光花园3栋2单元501室' },
  room: { zh: '…大厦1203室', en: '…大厦1203室' },
  class: { zh: '…大学计算机学院2026级2班', en: '…大学计算机学院2026级2班' },
} as const satisfies Record<MissingLevel, { zh: string; en: string }>

interface Piece {
  readonly address: Secret
  readonly piece: Secret
  readonly [key: string]: Secret
}

const example = (missing: MissingLevel, lane: boolean): string =>
  lane && missing === 'number' ? '漕溪路1200弄35号602室' : examples[missing].zh

const messages = {
  missing: say<{ last: string; level: keyof typeof levelNames; missing: MissingLevel; lane: boolean }>({
    zh: (d) => [
      `通信地址只写到${levelNames[d.level].zh}“${d.last}”，缺${missingNames[d.missing].zh}`,
      d.level === 'village'
        ? `补上组和门牌号，例如“${d.last}3组18号”；没有门牌号的，在备注写“通信地址已为最详细地址”`
        : `补上${missingNames[d.missing].zh}，例如“${example(d.missing, d.lane)}”`,
    ],
    en: (d) => [
      `The address stops at “${d.last}” (${levelNames[d.level].en}); ${missingNames[d.missing].en} is missing`,
      d.level === 'village'
        ? `Add group and door number, such as “${d.last}3组18号”; where there is none, say so in the remark: “通信地址已为最详细地址”`
        : `Add ${missingNames[d.missing].en}, such as “${example(d.missing, d.lane)}”`,
    ],
  }),
  nothingUnderstood: say<{ missing: MissingLevel; lane: boolean }>({
    zh: (d) => [
      `通信地址里没有读到${missingNames[d.missing].zh}`,
      `写到门牌号，例如“${example(d.missing, d.lane)}”`,
    ],
    en: (d) => [
      `The address has no ${missingNames[d.missing].en.replace(/^the /, '')}`,
      `Go on to the door, such as “${example(d.missing, d.lane)}”`,
    ],
  }),
  shorthand: say<{ piece: Secret; reading: Secret | undefined }>({
    zh: (d) => [
      `“${d.piece}”是简写，审核时看不出楼号、单元和室号`,
      d.reading ? `写全称，例如“${d.reading}”（请核对）` : '写全称，例如“42号楼2单元101室”',
    ],
    en: (d) => [
      `“${d.piece}” is shorthand; building, unit and room cannot be told`,
      d.reading
        ? `Write it out, such as “${d.reading}” (please check)`
        : 'Write it out, such as “42号楼2单元101室”',
    ],
  }),
  vague: say<Piece>({
    zh: (d) => [
      `“${d.piece}”是大概的位置，不是门牌号`,
      '写街道、门牌号；没有门牌号的，在备注写“通信地址已为最详细地址”',
    ],
    en: (d) => [
      `“${d.piece}” says roughly where, not which door`,
      'Write road and number; where there is none, say so in the remark: “通信地址已为最详细地址”',
    ],
  }),
  landmark: say<Piece>({
    zh: (d) => [`“${d.piece}”是建筑名称，没有门牌号或室号`, '补上路名和门牌号，或者楼层和室号'],
    en: (d) => [
      `“${d.piece}” names a building without number or room`,
      'Add road and number, or floor and room',
    ],
  }),
  'post-box': say<Piece>({
    zh: (d) => [`“${d.piece}”是信箱，这里要写能找到人的地址`, '写街道和门牌号'],
    en: (d) => [
      `“${d.piece}” is a post box; an address where somebody can be found is needed`,
      'Write road and number',
    ],
  }),
  placeholder: say<Piece>({
    zh: () => ['通信地址像是占位的文字', '写真实的通信地址，具体到门牌号'],
    en: () => ['The address looks like a placeholder', 'Write the real address, down to the door number'],
  }),
  symbols: say<Piece>({
    zh: (d) => [`通信地址里有符号“${d.piece}”，接入商不接受`, '去掉符号，用“号楼、单元、室”等文字'],
    en: (d) => [
      `The address has the sign “${d.piece}”, which this host does not take`,
      'Leave signs out; use words such as 号楼, 单元, 室',
    ],
  }),
  latin: say({
    zh: () => ['通信地址里没有汉字', '用中文写街道、门牌号，直到室号'],
    en: () => ['The address has no Chinese characters', 'Write road, number and room in Chinese'],
  }),
  tooShort: say({
    zh: () => ['通信地址太短，看不出在哪里', '写街道、门牌号，直到室号'],
    en: () => ['The address is too short to tell a place', 'Write road, number and room'],
  }),
  spaces: say<{ fixed: Secret }>({
    zh: () => ['通信地址里有全角数字或全角空格', '改用半角数字，去掉空格'],
    en: () => ['The address has full-width digits or spaces', 'Use ordinary digits and no spaces'],
  }),
}

const defaults: Options = {
  postBox: false,
  villageEnough: 'unit',
  symbols: 'allow',
  brackets: 'allow',
  room: 'optional',
  schoolDepartment: 'optional',
}

export const addressDoorNumber = defineRule({
  id: 'subject/address-door-number',
  level: 'error',
  sources: [guideStep(2), miit2009('通信地址', 'mailing address')],
  options: {
    schema: (z) =>
      z.strictObject({
        postBox: z.boolean().describe('可以用邮政信箱代替门牌 · A post box may stand for the door'),
        villageEnough: z
          .enum(['everyone', 'unit', 'nobody'])
          .describe('谁可以只写到村 · Who may stop at the village'),
        symbols: z
          .enum(['allow', 'refuse'])
          .describe('地址里能不能有符号 · Whether signs may stand in the address'),
        brackets: z
          .enum(['allow', 'refuse'])
          .describe('地址里能不能有括号 · Whether brackets may stand in the address'),
        room: z
          .enum(['optional', 'required'])
          .describe('个人要不要写到房号 · Whether individuals write the room too'),
        schoolDepartment: z
          .enum(['required', 'optional'])
          .describe('学校里的人要不要写到院系或班级 · Whether people at a school write department or class'),
      }),
    defaults,
  },
  texts: {
    title: { zh: '通信地址写到门牌号', en: 'The address goes down to the door number' },
    why: {
      zh: '详细地址要具体到门牌号，审核时才能确认找得到人；只写到路名、小区或大厦会被退回。',
      en: 'The detailed address goes down to the door, so that somebody can be found there; a road, estate or tower alone is refused.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '主体信息: { 所在省: 北京, 通信地址: 中关村大街 }', says: 'missing' },
      {
        draft: '主体信息: { 所在省: 浙江, 通信地址: 文三路42-2-1 }',
        says: 'shorthand',
        fixed: '主体信息: { 所在省: 浙江, 通信地址: 文三路42号楼2单元1室 }',
      },
      { draft: '主体信息: { 所在省: 四川, 通信地址: 火车站对面 }', says: 'vague' },
      { draft: '主体信息: { 所在省: 广东, 通信地址: 深圳市1234信箱 }', says: 'post-box' },
      { draft: '主体信息: { 所在省: 上海, 通信地址: 漕溪路1200弄 }', says: 'missing' },
      { draft: '主体信息: { 所在省: 浙江, 通信地址: No.90 Wensan Road }', says: 'latin' },
      {
        draft: '主体信息: { 所在省: 浙江, 通信地址: 文三路９０号 }',
        says: 'spaces',
        fixed: '主体信息: { 所在省: 浙江, 通信地址: 文三路90号 }',
      },
    ],
    good: [
      { draft: '主体信息: { 所在省: 浙江, 通信地址: 文三路90号2单元301室 }' },
      { draft: '主体信息: { 所在省: 上海, 通信地址: 漕溪路1200弄35号602室 }' },
      { draft: '主体信息: { 主办单位性质: 企业, 所在省: 江苏, 通信地址: 震泽镇临园村 }' },
      { draft: '主体信息: { 所在省: 四川, 通信地址: 玉林南路, 备注: 通信地址已为最详细地址 }' },
    ],
  },
  check(draft, context) {
    const { address } = draft.subject
    if (address === undefined) return
    judge(draft, address, context)
    const fixed = tidy(address)
    if (fixed === address) return
    const path = ['subject', 'address'] as const
    const fix = { safety: 'safe', edits: [{ op: 'set', path, value: fixed }] } as const
    context.report('spaces', { at: path, atMost: 'info', data: { fixed: secret('address', fixed) }, fix })
  },
})

/** Full-width digits and letters and ideographic spaces, which forms do not take. */
const tidy = (address: string): string =>
  address
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000+/g, '')

function judge(
  draft: Draft,
  address: string,
  { report, options }: Context<typeof messages, Record<never, never>, Options>,
): void {
  const { nature, province, remark } = draft.subject
  const unit = nature !== undefined && nature !== 'individual'
  const verdict = judgeAddress(address, {
    postBox: options.postBox,
    villageEnough: options.villageEnough === 'everyone' || (options.villageEnough === 'unit' && unit),
    symbols: options.symbols,
    brackets: options.brackets,
    room: unit ? 'optional' : options.room,
    floorEnough: unit,
    schoolDepartment: options.schoolDepartment,
    mostDetailedRemark: remark !== undefined && mostDetailed(remark),
  })
  const at = ['subject', 'address'] as const
  const lane = province === '上海'
  switch (verdict.kind) {
    case 'ok':
    case 'ok-by-remark':
    case 'empty':
      return
    case 'missing': {
      const { last, missing } = verdict
      if (last === undefined) return report('nothingUnderstood', { at, data: { missing, lane } })
      return report('missing', { at, data: { last: last.text, level: last.level, missing, lane } })
    }
    case 'shorthand': {
      const { from, to, text, expanded } = verdict
      // 重庆 writes building and room as two numbers; the address itself need not say 重庆.
      const usual = province === '重庆' && /^\d{1,4}-\d{1,4}$/.test(text)
      const value = expanded === undefined ? undefined : address.slice(0, from) + expanded + address.slice(to)
      report('shorthand', {
        at,
        slice: [from, to],
        ...(usual && { atMost: 'info' as const }),
        data: {
          piece: secret('address', text),
          reading: expanded === undefined ? undefined : secret('address', expanded),
        },
        ...(value !== undefined && {
          fix: { safety: 'suggested', edits: [{ op: 'set', path: at, value }] } as const,
        }),
      })
      return
    }
    case 'vague':
    case 'landmark':
    case 'post-box':
    case 'placeholder':
    case 'symbols': {
      const { from, to, text } = verdict
      const data = { address: secret('address', address), piece: secret('address', text) }
      return report(verdict.kind, { at, slice: [from, to], data })
    }
    case 'latin':
      return report('latin', { at })
    case 'too-short':
      return report('tooShort', { at })
  }
}
