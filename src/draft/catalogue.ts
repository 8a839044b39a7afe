// The field catalogue: the one source of what a filing has. Keys, labels, options, limits and who must fill in what.
// Sources: MIIT enterprise interface V3.0 (2013) for tags and lengths; the form of 2007 and the forms of hosts for labels.
import { certificateTypes } from '../facts/data/certificate-types.ts'
import { natures } from '../facts/data/natures.ts'
import { provinces } from '../facts/data/provinces.ts'
import type {
  Field,
  Fields,
  GroupField,
  ListField,
  Option,
  OptionField,
  PathIn,
  TextField,
  ValueOf,
} from './field.ts'

const text = (zh: string, en: string, more: Omit<TextField, 'kind' | 'zh' | 'en'> = {}): TextField => ({
  kind: 'text',
  zh,
  en,
  ...more,
})

const option = <const Id extends string>(
  zh: string,
  en: string,
  options: readonly Option<Id>[],
  more: Omit<OptionField<Id>, 'kind' | 'zh' | 'en' | 'options'> = {},
): OptionField<Id> => ({ kind: 'option', zh, en, options, ...more })

const group = <const F extends Fields>(
  zh: string,
  en: string,
  fields: F,
  more: Omit<GroupField<F>, 'kind' | 'zh' | 'en' | 'fields'> = {},
): GroupField<F> => ({ kind: 'group', zh, en, fields, ...more })

const list = <const I extends Field>(
  item: I,
  more: Omit<ListField<I>, 'kind' | 'zh' | 'en' | 'item'> = {},
): ListField<I> => ({ kind: 'list', zh: item.zh, en: item.en, item, ...more })

export const filingTypes = [
  { id: 'new', zh: '首次备案', en: 'first filing' },
  { id: 'add-website', zh: '新增网站', en: 'add a website', aliases: ['新增互联网信息服务'] },
  { id: 'add-access', zh: '新增接入', en: 'add an access provider' },
  { id: 'change', zh: '变更备案', en: 'change' },
] as const

export const filingModes = [
  { id: 'self', zh: '自行备案', en: 'filed by oneself', codes: [0] },
  { id: 'agent', zh: '代为备案', en: 'filed by the host', codes: [1] },
] as const

export const filingStatuses = [
  { id: 'draft', zh: '未提交', en: 'not submitted' },
  { id: 'submitted', zh: '已提交', en: 'submitted' },
  { id: 'rejected', zh: '被拒绝', en: 'refused', aliases: ['refused', '已拒绝', '拒绝'] },
  { id: 'approved', zh: '已通过', en: 'approved', aliases: ['通过'] },
] as const

/** MIIT's codes: 1, 2, 4, 8, 16 on today's form. */
export const accessMethods = [
  { id: 'dedicated-line', zh: '专线', en: 'dedicated line', codes: [1], aliases: ['专线接入'] },
  { id: 'colocation', zh: '主机托管', en: 'colocation', codes: [2], aliases: ['服务器托管', '托管主机'] },
  {
    id: 'virtual-host',
    zh: '虚拟主机',
    en: 'virtual host',
    codes: [4],
    aliases: ['虚拟空间', 'virtual hosting'],
  },
  { id: 'cloud', zh: '云接入', en: 'cloud', codes: [16], aliases: ['云服务', '云主机', '云服务器'] },
  { id: 'other', zh: '其他', en: 'other', codes: [8], aliases: ['其他方式', '其它', '其它方式'] },
] as const

const certificate = group('证件', 'certificate', {
  type: option('证件类型', 'certificate type', certificateTypes, { tag: 'Zjlx' }),
  number: text('证件号码', 'certificate number', { tag: 'Zjhm', max: 255, mask: 'identity' }),
  address: text('证件住所', 'address on the certificate', { tag: 'Zjzs', max: 1024, mask: 'address' }),
  expires: text('证件有效期', 'valid until'),
})

const subjectCertificate = group(
  certificate.zh,
  certificate.en,
  {
    ...certificate.fields,
    type: { ...certificate.fields.type, required: 'everyone' },
    number: { ...certificate.fields.number, required: 'everyone' },
  },
  { required: 'everyone' },
)

const personFields = {
  name: text('姓名', 'name', { tag: 'Fzr_xm', max: 128, required: 'unit', labels: ['负责人姓名'] }),
  certificate,
  phone: text('办公电话', 'office phone', {
    tag: 'Fzr_dhhm',
    max: 128,
    mask: 'phone',
    labels: ['固定电话', '电话号码'],
  }),
  mobile: text('手机号码', 'mobile', {
    tag: 'Fzr_sjhm',
    max: 128,
    mask: 'phone',
    required: 'unit',
    labels: ['手机', '移动电话'],
  }),
  emergencyPhone: text('应急联系电话', 'emergency phone', {
    mask: 'phone',
    labels: ['应急联系方式', '应急电话'],
  }),
  email: text('电子邮箱', 'e-mail', {
    tag: 'Fzr_dzyj',
    max: 128,
    mask: 'email',
    required: 'unit',
    labels: ['电子邮件', '邮箱'],
  }),
  qq: text('QQ', 'QQ', { tag: 'Qq', max: 128, mask: 'account' }),
}

const filing = group('备案', 'filing', {
  type: option('备案类型', 'kind of filing', filingTypes),
  mode: option('报备方式', 'mode', filingModes, { tag: 'Bbfs' }),
  status: option('状态', 'status', filingStatuses),
  number: text('备案号', 'filing number'),
})

const subject = group(
  '主体信息',
  'subject',
  {
    nature: option('主办单位性质', 'nature', natures, { tag: 'Dwxz', required: 'everyone' }),
    name: text('主办单位名称', 'name of the sponsor', {
      tag: 'Dwmc',
      max: 255,
      required: 'everyone',
      labels: ['主办单位或主办人名称', '主办者名称'],
    }),
    certificate: subjectCertificate,
    province: option('所在省', 'province', provinces, { tag: 'Shengid', required: 'everyone' }),
    city: text('所在市', 'city', { tag: 'Shiid', required: 'everyone' }),
    county: text('所在县', 'county', { tag: 'Xianid', labels: ['所在区', '所在区县', '所在县/区'] }),
    address: text('通信地址', 'mailing address', {
      tag: 'Xxdz',
      max: 1024,
      mask: 'address',
      required: 'everyone',
      labels: ['通讯地址', '详细地址'],
    }),
    investor: text('投资人或主管单位', 'investor or superior unit', {
      tag: 'Tzr',
      max: 255,
      labels: ['投资人或上级主管单位', '投资者或主管单位'],
    }),
    legalRepresentative: text('法定代表人', 'legal representative', { max: 128 }),
    principal: group('主体负责人', 'principal of the subject', personFields, { required: 'unit' }),
    remark: text('备注', 'remark', { tag: 'Bz', max: 1024 }),
  },
  { required: 'everyone' },
)

const access = group('接入信息', 'access', {
  provider: text('接入服务提供商', 'access provider', {
    required: 'everyone',
    max: 255,
    labels: ['接入服务提供者', '接入服务提供者名称', '接入商'],
  }),
  method: list(option('接入方式', 'access method', accessMethods), { required: 'everyone', tag: 'Jrfs' }),
  ips: list(text('网站IP', 'IP address'), {
    required: 'everyone',
    tag: 'Qsip',
    labels: ['网站IP地址', 'IP地址', 'IP'],
  }),
  location: list(option('服务器放置地点', 'place of the server', provinces), {
    required: 'everyone',
    tag: 'Fbdd',
    labels: ['服务器放置地', '服务器放置地区'],
  }),
})

const domain = group(
  '域名',
  'domain',
  {
    name: text('域名', 'domain', { tag: 'Ym', max: 128, required: 'everyone' }),
    owner: text('域名所有者', 'owner of the domain'),
    expires: text('到期日', 'valid until', { labels: ['域名到期日'] }),
  },
  { shorthand: 'name' },
)

const approval = group(
  '前置审批或专项审批内容',
  'approvals',
  {
    type: text('审批类型', 'approval', { tag: 'Nrlx_id', required: 'everyone', labels: ['类型'] }),
    number: text('审批号', 'approval number', { tag: 'Qzsph', max: 512, labels: ['前置审批号', '批准文号'] }),
  },
  { shorthand: 'type' },
)

const website = group('网站信息', 'website', {
  name: text('网站名称', 'website name', { tag: 'Wzmc', max: 512, required: 'everyone' }),
  domains: list(domain, { required: 'everyone', labels: ['网站域名', '网站域名列表'] }),
  homepage: text('首页网址', 'home page', { tag: 'Syurl', max: 255, labels: ['网站首页网址', '首页URL'] }),
  approvals: list(approval, { labels: ['涉及需前置审批或专项审批的内容', '前置审批'] }),
  services: list(text('网站服务内容', 'services', { tag: 'Fwnr_id' })),
  languages: list(text('网站语言', 'languages', { tag: 'Yylb_id' }), { labels: ['语言类别'] }),
  principal: group('网站负责人', 'principal of the website', personFields),
  remark: text('备注', 'remark', { tag: 'Wz_Bz', max: 1024 }),
  access: list(access),
})

/** The whole filing, as a tree of fields. */
export const catalogue = group('备案草稿', 'draft', {
  profile: text('接入商档案', 'profile'),
  filing,
  subject,
  websites: list(website, { required: 'everyone' }),
})

export type DraftValues = ValueOf<typeof catalogue>
export type DraftPath = PathIn<DraftValues>
export type Website = DraftValues['websites'][number]
export type Access = Website['access'][number]
export type Person = Website['principal']
export type Certificate = Person['certificate']
export type AccessMethod = Access['method'][number]

/** The field at the end of a path, or undefined where the catalogue has none. List places may be any number. */
export function fieldAt(path: readonly (string | number)[]): Field | undefined {
  let field: Field | undefined = catalogue
  for (const step of path) {
    if (field === undefined) return undefined
    if (typeof step === 'number') field = field.kind === 'list' ? field.item : undefined
    else field = field.kind === 'group' ? field.fields[step] : undefined
  }
  return field
}
