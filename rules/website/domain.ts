// Domains are registrable ones: no www., no scheme, no path; the suffix stands on MIIT's list.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import {
  asciiOf,
  canonicalDomain,
  type DomainReading,
  insideBrackets,
  readDomain,
  readInside,
} from '../../src/facts/domains.ts'
import { parseIp } from '../../src/facts/ip.ts'
import { hasHan } from '../../src/facts/text.ts'
import { miit2009, miitInterface } from '../sources.ts'

interface Domain {
  readonly domain: string
  readonly [key: string]: string
}

interface Better {
  readonly domain: string
  readonly better: string
  readonly [key: string]: string
}

const messages = {
  url: say<Better>({
    zh: (d) => [`域名一栏写了网址“${d.domain}”`, `只写域名：“${d.better}”`],
    en: (d) => [`“${d.domain}” is a web address`, `Write the domain only: “${d.better}”`],
  }),
  www: say<Better>({
    zh: (d) => [`“${d.domain}”带有“www.”，备案的是注册的域名`, `改为“${d.better}”`],
    en: (d) => [
      `“${d.domain}” has “www.” in front; what is filed is the registered domain`,
      `Change it to “${d.better}”`,
    ],
  }),
  subdomain: say<Better>({
    zh: (d) => [`“${d.domain}”是子域名，备案的是注册的域名`, `改为“${d.better}”`],
    en: (d) => [
      `“${d.domain}” is a subdomain; what is filed is the registered domain`,
      `Change it to “${d.better}”`,
    ],
  }),
  wildcard: say<Better>({
    zh: (d) => [`“${d.domain}”是泛域名`, `改为“${d.better}”`],
    en: (d) => [`“${d.domain}” is a wildcard`, `Change it to “${d.better}”`],
  }),
  ip: say<Domain>({
    zh: (d) => [`域名一栏写了 IP “${d.domain}”`, 'IP 写在接入信息里，这里写域名'],
    en: (d) => [
      `“${d.domain}” is an IP address`,
      'The IP belongs to the access entry; write the domain here',
    ],
  }),
  email: say<Domain>({
    zh: () => ['域名一栏写了邮箱', '写域名，例如 shanjian-notes.cn'],
    en: () => [
      'A mail address stands in the field of the domain',
      'Write a domain, such as shanjian-notes.cn',
    ],
  }),
  platform: say<{ domain: string; platform: string }>({
    zh: (d) => [
      `“${d.domain}”是平台“${d.platform}”分给用户的子域名，不能用来备案`,
      '注册一个自己的域名，解析到大陆的服务器，备案自己的域名',
    ],
    en: (d) => [
      `“${d.domain}” is a subdomain that the platform “${d.platform}” gives its users; it cannot be filed`,
      'Register a domain of your own, point it to a server in the mainland, and file that one',
    ],
  }),
  brackets: say<Better>({
    zh: (d) => [`域名“${d.domain}”两边的括号或引号不是域名的一部分`, `去掉，写成“${d.better}”`],
    en: (d) => [
      `The brackets or quotes around “${d.domain}” are no part of the domain`,
      `Write “${d.better}” without them`,
    ],
  }),
  label: say<{ domain: string; label: string }>({
    zh: (d) => [
      `域名“${d.domain}”里的“${d.label}”不是域名能用的写法`,
      '域名只有字母、数字、连字符和汉字，连字符不在首尾',
    ],
    en: (d) => [
      `“${d.label}” in “${d.domain}” cannot stand in a domain`,
      'Domains have letters, digits, Chinese characters, and hyphens inside',
    ],
  }),
  'no-suffix': say<Domain>({
    zh: (d) => [`“${d.domain}”没有后缀，不是完整的域名`, '写完整的域名，例如 shanjian-notes.cn'],
    en: (d) => [`“${d.domain}” has no suffix`, 'Write the full domain, such as shanjian-notes.cn'],
  }),
  'public-suffix': say<Domain>({
    zh: (d) => [`“${d.domain}”是公共后缀，不是注册的域名`, '写完整的域名，例如 shanjian-notes.com.cn'],
    en: (d) => [
      `“${d.domain}” is a public suffix, not a registered domain`,
      'Write the full domain, such as shanjian-notes.com.cn',
    ],
  }),
  mistyped: say<{ domain: string; suffix: string; near: string }>({
    zh: (d) => [
      `域名“${d.domain}”的后缀“.${d.suffix}”像是“.${d.near}”的笔误`,
      `核对域名；是“.${d.near}”的，请改正`,
    ],
    en: (d) => [
      `The suffix “.${d.suffix}” of “${d.domain}” looks like a slip for “.${d.near}”`,
      `Check the domain; where “.${d.near}” is meant, correct it`,
    ],
  }),
  several: say<Domain>({
    zh: (d) => [`“${d.domain}”里有几个域名`, '每个域名单独一项：[域名一, 域名二]，或一行一个，前面加“- ”'],
    en: (d) => [
      `There are several domains in “${d.domain}”`,
      'Write them as a list: [first, second], or one per line after “- ”',
    ],
  }),
  covered: say<Better>({
    zh: (d) => [`“${d.domain}”不用另写，“${d.better}”已经包含它`, '去掉这一项'],
    en: (d) => [`“${d.domain}” is not needed: “${d.better}” covers it`, 'Remove this entry'],
  }),
  twice: say<Domain>({
    zh: (d) => [`域名“${d.domain}”在同一个网站里写了两次`, '留下一个'],
    en: (d) => [`“${d.domain}” is listed twice under one website`, 'Keep one of them'],
  }),
  spelling: say<Better>({
    zh: (d) => [`域名“${d.domain}”里有全角字符、空格、大写字母或多余的点`, `写成“${d.better}”`],
    en: (d) => [
      `“${d.domain}” has full-width characters, spaces, capitals or an extra dot`,
      `Write “${d.better}”`,
    ],
  }),
}

type Report = Context<typeof messages, Record<never, never>, undefined>['report']

export const domain = defineRule({
  id: 'website/domain',
  level: 'error',
  sources: [miitInterface('Ym, 1004'), miit2009('域名', 'domains')],
  returnCode: 1004,
  texts: {
    title: { zh: '域名是注册的域名', en: 'Domains are registered ones' },
    why: {
      zh: '备案的是注册下来的域名本身，不带 www.，也不是网址。平台分给用户的子域名不归自己，不能备案。',
      en: 'What is filed is the registered domain itself, without www. or a path. A subdomain that a platform gives out is not one’s own and cannot be filed.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 域名: www.shanjian-notes.cn }',
        says: 'www',
        fixed: '网站信息: { 域名: shanjian-notes.cn }',
      },
      {
        draft: '网站信息: { 域名: "http://shanjian-notes.cn/" }',
        says: 'url',
        fixed: '网站信息: { 域名: "shanjian-notes.cn" }',
      },
      {
        draft: '网站信息: { 域名: blog.shanjian-notes.cn }',
        says: 'subdomain',
        fixed: '网站信息: { 域名: shanjian-notes.cn }',
      },
      {
        draft: '网站信息: { 域名: ShanJian-Notes。CN }',
        says: 'spelling',
        fixed: '网站信息: { 域名: shanjian-notes.cn }',
      },
      { draft: '网站信息: { 域名: shanjian.github.io }', says: 'platform' },
      {
        draft: '网站信息: { 域名: 【shanjian-notes.cn】 }',
        says: 'brackets',
        fixed: '网站信息: { 域名: shanjian-notes.cn }',
      },
      { draft: '网站信息: { 域名: shanjian_notes.cn }', says: 'label' },
      {
        draft: '网站信息: { 域名: shanjian-notes.con }',
        says: 'mistyped',
        fixed: '网站信息: { 域名: shanjian-notes.com }',
      },
      {
        draft: '网站信息: { 域名: [shanjian-notes.cn, SHANJIAN-notes.cn] }',
        says: 'twice',
        fixed: '网站信息: { 域名: [shanjian-notes.cn] }',
      },
      {
        draft: '网站信息: { 域名: [shanjian-notes.cn, www.shanjian-notes.cn] }',
        says: 'covered',
        fixed: '网站信息: { 域名: [shanjian-notes.cn] }',
      },
      { draft: '网站信息: { 域名: "shanjian-notes.cn, example.cn" }', says: 'several' },
    ],
    good: [{ draft: '网站信息: { 域名: [shanjian-notes.cn, 山间札记.中国, shanjian.com.cn] }' }],
  },
  check(draft, { report }) {
    for (const [i, { domains }] of draft.websites.entries()) {
      // A single domain can neither stand there twice nor be covered by another.
      if (domains.length < 2) {
        const name = domains[0]?.name
        if (name !== undefined)
          tell(name, canonicalDomain(name), ['websites', i, 'domains', 0, 'name'], report)
        continue
      }
      const names = domains.map(({ name }) => (name === undefined ? undefined : canonicalDomain(name)))
      // The domains that the website has, or will have once its subdomains are changed.
      const kept = new Set(names.filter((name) => name !== undefined && name === keptName(name)))
      const seen = new Set<string>()
      for (const [k, { name }] of domains.entries()) {
        const canonical = names[k]
        if (name === undefined || canonical === undefined) continue
        const at = ['websites', i, 'domains', k, 'name'] as const
        const remove = {
          safety: 'suggested',
          edits: [{ op: 'remove', path: ['websites', i, 'domains', k] }],
        } as const
        const ascii = asciiOf(canonical) ?? canonical
        const better = keptName(canonical)
        if (seen.has(ascii)) report('twice', { at, data: { domain: name }, fix: remove })
        else if (better !== undefined && better !== canonical && kept.has(better)) {
          report('covered', { at, data: { domain: shown(name), better: shown(better) }, fix: remove })
        } else tell(name, canonical, at, report)
        seen.add(ascii)
        if (better !== undefined) kept.add(better)
      }
    }
  },
})

/** Sites of government bodies are filed by their own name below gov.cn. */
const isGovernment = (suffix: string): boolean => suffix === 'gov.cn'

/** What is filed for a domain, an address of the web or a wildcard; undefined where nothing can be read. */
function keptName(canonical: string): string | undefined {
  const reading = readInside(canonical)
  if (reading.kind !== 'ok' || reading.platform) return undefined
  return isGovernment(reading.suffix) ? reading.name : reading.registrable
}

/** A domain as it is filed, of a suffix that exists: nearly every domain. */
const isRegistered = ({
  name,
  registrable,
  suffix,
  listed,
  platform,
}: DomainReading & { kind: 'ok' }): boolean =>
  listed && !platform && (name === registrable || isGovernment(suffix))

/** Both forms of a Chinese domain: the one people write and the one on the wire. */
function shown(written: string): string {
  const canonical = canonicalDomain(written)
  const ascii = asciiOf(canonical)
  return ascii === undefined || ascii === canonical || !hasHan(canonical) ? written : `${written}（${ascii}）`
}

/** Several domains in one text: a list where the form wants one field each. */
function isList(written: string): boolean {
  const pieces = written.split(/[\s;；,，、]+/).filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => readInside(canonicalDomain(piece)).kind === 'ok')
}

function tell(written: string, canonical: string, at: DraftPath, report: Report): void {
  const plain = readDomain(canonical)
  if (plain.kind === 'ok' && canonical === written && isRegistered(plain)) return
  const domain = shown(written)
  const set = (value: string, safety: 'safe' | 'suggested') =>
    ({ safety, edits: [{ op: 'set', path: at, value }] }) as const
  if (isList(written)) return report('several', { at, data: { domain: written } })
  if (isIpv6(canonical)) return report('ip', { at, data: { domain: written } })
  if (insideBrackets(written) !== undefined) {
    const better = keptName(canonical) ?? canonical
    const fix = set(better, better === canonical ? 'safe' : 'suggested')
    return report('brackets', {
      at,
      atMost: 'warning',
      data: { domain: written, better: shown(better) },
      fix,
    })
  }
  const reading = readInside(canonical)
  switch (reading.kind) {
    case 'url':
    case 'wildcard':
      // An address inside an address: nothing that can be read.
      return report('label', { at, data: { domain, label: reading.host } })
    case 'label':
      return report('label', {
        at,
        ...sliceOf(reading.label, written),
        data: { domain, label: reading.label },
      })
    case 'ip':
    case 'email':
    case 'no-suffix':
    case 'public-suffix':
      return report(reading.kind, { at, data: { domain } })
    case 'ok':
  }
  const { name, registrable, suffix, listed } = reading
  if (reading.platform) return report('platform', { at, data: { domain, platform: suffix } })
  if (plain.kind === 'url' || plain.kind === 'wildcard') {
    const better = isGovernment(suffix) ? name : registrable
    return report(plain.kind, { at, data: { domain, better: shown(better) }, fix: set(better, 'suggested') })
  }
  if (name !== registrable && !isGovernment(suffix)) {
    const message = name === `www.${registrable}` ? 'www' : 'subdomain'
    report(message, { at, data: { domain, better: shown(registrable) }, fix: set(registrable, 'suggested') })
  } else if (canonical !== written) {
    // A space inside may stand for a sign that was lost: shanjian notes.cn, shanjian-notes.cn.
    const safety = /[^\s.。．｡]\s+[^\s.。．｡]/.test(written.trim()) ? 'suggested' : 'safe'
    report('spelling', {
      at,
      atMost: 'warning',
      data: { domain, better: canonical },
      fix: set(canonical, safety),
    })
  }
  const near = listed ? undefined : mistypedSuffixes[suffix]
  if (near !== undefined) {
    const fix = set(`${registrable.slice(0, -suffix.length)}${near}`, 'suggested')
    report('mistyped', { at, data: { domain, suffix, near }, fix })
  }
}

/** Slips of the finger that are no suffix anywhere. */
const mistypedSuffixes: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  vom: 'com',
  xom: 'com',
  cpm: 'com',
  comm: 'com',
  c0m: 'com',
  nte: 'net',
  ent: 'net',
  nett: 'net',
  cnn: 'cn',
  cnm: 'cn',
}

const isIpv6 = (text: string): boolean => parseIp(text.replace(/^\[(.*)\]$/, '$1')) !== undefined

/** Where the label stands, when the value holds it as it was read. */
function sliceOf(label: string, written: string): { slice?: readonly [number, number] } {
  const from = written.indexOf(label)
  return from < 0 ? {} : { slice: [from, from + label.length] }
}
