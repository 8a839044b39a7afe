// The name of the website: what the form itself demands of it. Word lists of hosts and provinces come on top of this.
import type { Draft } from '../../src/draft/normalise.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { canonicalDomain, readDomain } from '../../src/facts/domains.ts'
import { hasHan, toHalfWidth } from '../../src/facts/text.ts'
import { miit2009, miitInterface } from '../sources.ts'

interface Options {
  /** Fewest characters that a name may have. */
  shortest: number
}

interface Name {
  readonly name: string
  readonly [key: string]: string
}

const rename = {
  zh: '写网站的中文名称，能看出网站的内容',
  en: 'Write a Chinese name that tells what the website is about',
} as const

// Whole names only: 测试之家 and 软件测试网 are websites about testing.
const placeholders =
  /^(?:(?:这是)?(?:一个)?测试(?:用|一下|备案)?(?:的)?(?:网站|站点?|网页|页面?|名称)?\d{0,4}|(?:我的|个人|新建|某)?网站\d{0,4}|网站名称?|无|没有|暂无|未命名|无名|首页|待定|待填写?|x{2,}(?:的)?(?:网站?|公司|名称)?|test(?:ing|site|web|website|page)?\d{0,4}|demo\d{0,4}|website|mysite|none|null|n\/a)$/i

/** Signs, spaces and pictures: what is left of a name without them are its letters and digits. */
const signs =
  /[\s\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u00a1-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3006\u3008-\u3020\u3030-\u303f\ufe10-\ufe6f\uff00-\uff0f\uffe0-\uffef\u{1f000}-\u{1faff}]|\ufe0f/gu

export const name = defineRule({
  id: 'website/name',
  level: 'error',
  sources: [miitInterface('Wzmc'), miit2009('网站名称', 'names of websites')],
  texts: {
    title: { zh: '网站名称是名称，不是网址', en: 'The website’s name is a name' },
    why: {
      zh: '网站名称要能反映网站内容；填域名、网址、纯数字或符号会被退回。',
      en: 'The name tells what the website is about; a domain, an address, digits or signs alone are refused.',
    },
    messages: {
      domain: say<Name>({
        zh: (d) => [`网站名称“${d.name}”是域名或网址`, rename.zh],
        en: (d) => [`The website’s name “${d.name}” is a domain or an address`, rename.en],
      }),
      digits: say<Name>({
        zh: (d) => [`网站名称“${d.name}”全是数字`, rename.zh],
        en: (d) => [`The website’s name “${d.name}” is all digits`, rename.en],
      }),
      latin: say<Name>({
        zh: (d) => [`网站名称“${d.name}”没有汉字，多数省要求有中文`, rename.zh],
        en: (d) => [
          `The website’s name “${d.name}” has no Chinese characters; most provinces want some`,
          rename.en,
        ],
      }),
      symbols: say<Name>({
        zh: (d) => [`网站名称“${d.name}”只有符号`, rename.zh],
        en: (d) => [`The website’s name “${d.name}” is nothing but signs`, rename.en],
      }),
      placeholder: say<Name>({
        zh: (d) => [`网站名称“${d.name}”像是占位的文字`, rename.zh],
        en: (d) => [`The website’s name “${d.name}” looks like a placeholder`, rename.en],
      }),
      short: say<{ name: string; shortest: number }>({
        zh: (d) => [`网站名称“${d.name}”不到 ${d.shortest} 个字，容易被退回`, '写得具体一些，三个汉字以上'],
        en: (d) => [
          `The website’s name “${d.name}” has fewer than ${d.shortest} characters and is often refused`,
          'Make it more telling, three Chinese characters or more',
        ],
      }),
    },
  },
  options: {
    schema: (z) => z.strictObject({ shortest: z.number().int().min(1) }),
    defaults: { shortest: 3 } satisfies Options as Options,
  },
  examples: {
    bad: [
      { draft: '网站信息: { 网站名称: www.shanjian-notes.cn }', says: 'domain' },
      { draft: '网站信息: { 网站名称: 8848 }', says: 'digits' },
      { draft: '网站信息: { 网站名称: ShanJian Notes }', says: 'latin' },
      { draft: '网站信息: { 网站名称: 测试网站 }', says: 'placeholder' },
      { draft: '网站信息: { 网站名称: 札记 }', says: 'short' },
      { draft: '网站信息: { 网站名称: ★☆★ }', says: 'symbols' },
    ],
    good: [{ draft: '网站信息: { 网站名称: 山间札记 }' }, { draft: '网站信息: { 网站名称: 青禾茶业 }' }],
  },
  check(draft, { report, options }) {
    for (const [i, website] of draft.websites.entries()) {
      const { name } = website
      if (name === undefined) continue
      const at = ['websites', i, 'name'] as const
      const text = toHalfWidth(name)
      const letters = Array.from(text.replace(signs, '')).length
      const address = addressIn(text, website)
      if (address !== undefined) report('domain', { at, atMost: address, data: { name } })
      else if (placeholders.test(text)) report('placeholder', { at, data: { name } })
      else if (letters === 0) report('symbols', { at, data: { name } })
      else if (/^[\d\s.,_-]+$/.test(text)) report('digits', { at, data: { name } })
      else if (!hasHan(text)) report('latin', { at, atMost: 'warning', data: { name } })
      else if (letters < options.shortest)
        report('short', { at, atMost: 'warning', data: { name, shortest: options.shortest } })
    }
  },
})

/** Whether a name is an address of the web, and how sure that is: with a scheme or www., or a domain, its own or another. */
function addressIn(text: string, website: Draft['websites'][number]): 'error' | 'warning' | undefined {
  if (/^(?:https?:|www\.)/i.test(text)) return 'error'
  if (!/[.。]/.test(text)) return undefined
  const domain = canonicalDomain(text)
  const own = website.domains.some(({ name }) => name !== undefined && canonicalDomain(name) === domain)
  if (own) return 'error'
  const reading = readDomain(domain)
  if (reading.kind !== 'ok' || !reading.listed || hasHan(reading.suffix)) return undefined
  // A Chinese name with .com behind it is a domain to some and a brand to others.
  return hasHan(domain) ? 'warning' : 'error'
}
