// Makes drafts for benchmarks and tests of scale: as many as wanted, always the same, one in ten with a problem.
// People are invented; identity numbers are of people born before 1950 with made-up sequence numbers.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const surnames = [...'沈林陈许何吕施张孔曹严华金魏陶姜']
const given = [...'知秋清和文远青山云溪书宁安之竹松梅兰墨白石泉明月江枫晓岚若素怀瑾']
const first = [...'山溪云竹松梅兰墨石泉枫岚橙桐柏荷菊莲柳槐杏桃梨桂枣栗榆樟枇芦荻薇']
const second = [...'间畔边下里上前旁居舍斋亭轩坞园院坡岸桥井径巷渡口台阁楼堂庐圃池湾']
const themes = ['札记', '手记', '笔记', '随笔', '小集', '日记', '图志', '书话']
/** Counties with the telephone code of their city. */
const places = [
  ['330106', '浙江', '杭州市', '西湖区', '0571'],
  ['310104', '上海', '上海市', '徐汇区', '021'],
  ['320106', '江苏', '南京市', '鼓楼区', '025'],
  ['510107', '四川', '成都市', '武侯区', '028'],
  ['440106', '广东', '广州市', '天河区', '020'],
] as const
const streets = ['文三路', '天目山路', '学院路', '解放路', '建设路']

/** One draft as its parts, before it is written down. */
interface Parts {
  profile: string
  type: string
  name: string
  number: string
  place: (typeof places)[number]
  street: string
  address: string
  phone: string
  mobile: string
  email: string
  siteName: string
  domain: string
  homepage: string
  language: string
  provider: string
  method: string
  ip: string
  location: string
  /** A key that the form does not have. */
  extra?: string
}

const pick = <T>(list: readonly [T, ...T[]] | readonly T[], n: number): T => list[n % list.length] as T
const digits = (n: number, length: number): string => String(n).padStart(length, '0')

/** The check digit of ISO 7064 MOD 11-2. */
function withCheckDigit(body: string): string {
  let sum = 0
  for (const [i, digit] of [...body].entries()) sum += Number(digit) * (2 ** (17 - i) % 11)
  return body + '10X98765432'.charAt(sum % 11)
}

function identity(region: string, n: number): string {
  const day = new Date(Date.UTC(1930, 0, 1 + (n % 6500))).toISOString().slice(0, 10).replaceAll('-', '')
  return withCheckDigit(`${region}${day}${digits(1 + (Math.floor(n / 6500) % 999), 3)}`)
}

function cleanParts(n: number): Parts {
  const place = pick(places, n)
  const name = pick(surnames, n) + pick(given, n >> 4) + pick(given, (n >> 9) + 7)
  const siteName =
    pick(first, n) + pick(second, n >> 5) + pick(first, (n >> 10) + 11) + pick(second, (n >> 15) + 5)
  const street = `${pick(streets, n >> 2)}${1 + (n % 480)}号${1 + (n % 9)}单元${101 + (n % 700)}室`
  const domain = `biji${digits(n, 7)}.cn`
  return {
    profile: 'jinyong',
    type: '首次备案',
    name,
    number: identity(place[0], n),
    place,
    street,
    address: street,
    phone: `${place[4]}-${place[4].length === 3 ? '6' : '8'}${digits(1_000_203 + (n % 7000) * 13, 7)}`,
    mobile: `1300000${digits(1023 + (n % 900) * 7, 4)}`,
    email: `mail${n}@${domain}`,
    siteName: siteName + pick(themes, n >> 20),
    domain,
    homepage: `www.${domain}`,
    language: '中文简体',
    provider: '上海金咏信息科技有限公司',
    method: '虚拟主机',
    ip: `101.80.${16 + ((n >> 8) % 16)}.${n % 256}`,
    location: '上海',
  }
}

/** What goes wrong in one draft of ten, in turn. */
const problems: readonly ((parts: Parts, n: number) => void)[] = [
  (parts) => {
    parts.address = parts.address.replace(/\d+号.*/, '')
  },
  (parts) => {
    parts.provider = '上海金咏信息科技公司'
  },
  (parts) => {
    parts.number = parts.number.slice(0, 17) + (parts.number.endsWith('1') ? '2' : '1')
  },
  (parts) => {
    parts.domain = `www.${parts.domain}`
  },
  (parts) => {
    parts.method = '主机托管'
  },
  (parts) => {
    parts.mobile = parts.mobile.slice(0, 10)
  },
  (parts) => {
    parts.email = parts.email.replace('@', '#')
  },
  (parts) => {
    parts.location = '浙江'
  },
  (parts) => {
    parts.extra = '网站IP地址'
  },
  // The domain of an earlier draft: a clash.
  (parts, n) => {
    parts.domain = cleanParts(n - 13).domain
    parts.homepage = `www.${parts.domain}`
  },
]

/** The parts of draft number `n`; every tenth has a problem. */
function partsOf(n: number): Parts {
  const parts = cleanParts(n)
  if (n % 10 === 3 && n > 13) problems[Math.floor(n / 10) % problems.length]?.(parts, n)
  return parts
}

/** Draft number `n` as YAML of about 60 lines, in the words of the form. */
export function yamlDraft(n: number): string {
  const p = partsOf(n)
  const [, province, city, county] = p.place
  return `# 第 ${n + 1} 份，由代理公司整理
接入商档案: ${p.profile}

备案:
  备案类型: ${p.type}
  报备方式: 自行备案
  状态: 未提交

主体信息:
  主办单位性质: 个人
  主办单位名称: ${p.name}
  证件:
    证件类型: 居民身份证
    证件号码: '${p.number}'
    证件住所: ${province}${province === '上海' ? '市' : '省'}${province === '上海' ? '' : city}${county}${p.street}
  所在省: ${province}
  所在市: ${city}
  所在县: ${county}
  通信地址: ${p.address}
  投资人或主管单位: ${p.name}
  主体负责人:
    姓名: ${p.name}
    证件:
      证件类型: 居民身份证
      证件号码: '${p.number}'
    办公电话: ${p.phone}
    手机号码: '${p.mobile}'
    电子邮箱: ${p.email}

# 网站一份，域名已实名
网站信息:
  - 网站名称: ${p.siteName}
    域名:
      - 域名: ${p.domain}
        域名所有者: ${p.name}
        到期日: 2031-0${1 + (n % 9)}-1${n % 10}
    首页网址: ${p.homepage}
    网站语言:
      - ${p.language}
    网站负责人:
      姓名: ${p.name}
      证件:
        证件类型: 居民身份证
        证件号码: '${p.number}'
        证件住所: ${province}${province === '上海' ? '市' : '省'}${province === '上海' ? '' : city}${county}${p.street}
      办公电话: ${p.phone}
      手机号码: '${p.mobile}'
      电子邮箱: ${p.email}
    接入信息:
      - 接入服务提供商: ${p.provider}
        接入方式: ${p.method}
        ${p.extra ?? '网站IP'}:
          - ${p.ip}
        服务器放置地点: ${p.location}

# 内部备注，不属于备案
x-archive:
  customer: ${digits(n, 8)}
  folder: ${digits(n >> 10, 4)}
  checked: no
`
}

/** The same draft as one line of NDJSON. */
export function jsonDraft(n: number): string {
  const p = partsOf(n)
  const [, province, city, county] = p.place
  const person = {
    name: p.name,
    certificate: { type: '居民身份证', number: p.number },
    phone: p.phone,
    mobile: p.mobile,
    email: p.email,
  }
  return JSON.stringify({
    profile: p.profile,
    filing: { type: p.type, mode: '自行备案', status: '未提交' },
    subject: {
      nature: '个人',
      name: p.name,
      certificate: { type: '居民身份证', number: p.number },
      province,
      city,
      county,
      address: p.address,
      principal: person,
    },
    websites: [
      {
        name: p.siteName,
        domains: [{ name: p.domain, owner: p.name }],
        homepage: p.homepage,
        languages: [p.language],
        principal: person,
        access: [
          {
            provider: p.provider,
            method: p.method,
            [p.extra === undefined ? 'ips' : 'ip-address']: [p.ip],
            location: p.location,
          },
        ],
      },
    ],
  })
}

/** Writes drafts `from` to `to` (without) as YAML files, a thousand a folder. */
export function writeDrafts(folder: string, from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    const inner = join(folder, digits(Math.floor(n / 1000), 4))
    if (n % 1000 === 0 || n === from) mkdirSync(inner, { recursive: true })
    writeFileSync(join(inner, `${digits(n, 7)}.yaml`), yamlDraft(n))
  }
}

/** Lines of NDJSON, in pieces of a thousand. */
export function* jsonLines(from: number, to: number): Generator<string> {
  let piece = ''
  for (let n = from; n < to; n += 1) {
    piece += `${jsonDraft(n)}\n`
    if (n % 1000 === 999) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
