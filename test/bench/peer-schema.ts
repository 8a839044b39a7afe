// What other validators are asked for: about thirty constraints on the same drafts, as a JSON Schema of the labels. They have no
// rules of the domain and do not look between files.

const text = { type: 'string', minLength: 1, maxLength: 200 }
const certificate = {
  type: 'object',
  required: ['证件类型', '证件号码'],
  properties: {
    证件类型: { enum: ['居民身份证', '营业执照', '护照'] },
    证件号码: { type: 'string', pattern: '^[0-9]{17}[0-9X]$' },
    证件住所: text,
  },
  additionalProperties: false,
}
const person = {
  type: 'object',
  required: ['姓名', '证件', '手机号码', '电子邮箱'],
  properties: {
    姓名: { type: 'string', minLength: 2, maxLength: 30 },
    证件: certificate,
    办公电话: { type: 'string', pattern: '^0[0-9]{2,3}-[0-9]{7,8}$' },
    手机号码: { type: 'string', pattern: '^1[3-9][0-9]{9}$' },
    电子邮箱: { type: 'string', pattern: '^[^@ ]+@[^@ ]+[.][a-z]+$' },
  },
  additionalProperties: false,
}
const access = {
  type: 'object',
  required: ['接入服务提供商', '接入方式', '网站IP', '服务器放置地点'],
  properties: {
    接入服务提供商: { const: '上海金咏信息科技有限公司' },
    接入方式: { const: '虚拟主机' },
    网站IP: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', pattern: '^([0-9]{1,3}[.]){3}[0-9]{1,3}$' },
    },
    服务器放置地点: { const: '上海' },
  },
  additionalProperties: false,
}
const website = {
  type: 'object',
  required: ['网站名称', '域名', '首页网址', '接入信息'],
  properties: {
    网站名称: { type: 'string', minLength: 3, maxLength: 60 },
    域名: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['域名'],
        properties: {
          域名: { type: 'string', pattern: '^[a-z0-9-]+[.][a-z]+$' },
          域名所有者: text,
          到期日: {},
        },
      },
    },
    首页网址: { type: 'string', pattern: '^www[.]' },
    网站语言: { type: 'array', items: text },
    网站负责人: person,
    接入信息: { type: 'array', minItems: 1, items: access },
  },
  additionalProperties: false,
}

export const peerSchema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  type: 'object',
  required: ['备案', '主体信息', '网站信息'],
  properties: {
    接入商档案: text,
    备案: {
      type: 'object',
      required: ['备案类型'],
      properties: { 备案类型: text, 报备方式: text, 状态: text },
    },
    主体信息: {
      type: 'object',
      required: [
        '主办单位性质',
        '主办单位名称',
        '证件',
        '所在省',
        '所在市',
        '所在县',
        '通信地址',
        '主体负责人',
      ],
      properties: {
        主办单位性质: { enum: ['个人', '企业'] },
        主办单位名称: { type: 'string', minLength: 2, maxLength: 60 },
        证件: certificate,
        所在省: text,
        所在市: text,
        所在县: text,
        通信地址: { type: 'string', pattern: '号' },
        投资人或主管单位: text,
        主体负责人: person,
      },
      additionalProperties: false,
    },
    网站信息: { type: 'array', minItems: 1, items: website },
  },
}
