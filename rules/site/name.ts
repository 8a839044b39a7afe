// The page goes by the website's name that was filed.
import { defineRule, say } from '../../src/engine/rule.ts'
import { toHalfWidth } from '../../src/facts/text.ts'
import { documents } from '../../src/profile/documents.ts'

const messages = {
  other: say<{ title: string; name: string }>({
    zh: (d) => [`网页标题“${d.title}”里没有备案的网站名称“${d.name}”`, '让标题和备案的名称一致，或变更备案'],
    en: (d) => [
      `The title “${d.title}” does not have the filed name “${d.name}”`,
      'Let the title agree with the filing, or file a change',
    ],
  }),
  none: say<{ name: string }>({
    zh: (d) => [`网页没有标题；备案的网站名称是“${d.name}”`, `写上 <title>${d.name}</title>`],
    en: (d) => [`The page has no title; the filed name is “${d.name}”`, `Write <title>${d.name}</title>`],
  }),
}

const plain = (text: string): string => toHalfWidth(text).replace(/\s/g, '').toLowerCase()

export const name = defineRule({
  id: 'site/name',
  level: 'warning',
  sources: [documents['tencent-2022'], documents['huawei-2026']],
  texts: {
    title: { zh: '网页标题与备案的网站名称一致', en: 'The title of the page is the filed name' },
    why: {
      zh: '巡查时会核对网站的实际名称和内容；名称对不上的，会要求变更备案。',
      en: 'Inspections compare the real name and content of a site; where they differ a change is asked for.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '网站信息: { 网站名称: 山间札记 }', page: '<title>青禾茶业</title><p>茶</p>', says: 'other' },
      { draft: '网站信息: { 网站名称: 山间札记 }', page: '<p>读书</p>', says: 'none' },
    ],
    good: [
      { draft: '网站信息: { 网站名称: 山间札记 }', page: '<title>山间札记 - 读书与登山</title>' },
      { draft: '', page: '<title>青禾茶业</title>' },
    ],
  },
  checkPage(page, { report, filed }) {
    if (filed.name === undefined) return
    const { title } = page
    if (title === undefined || title.text === '') {
      report('none', { at: title?.at ?? [0, 0], data: { name: filed.name } })
    } else if (!plain(title.text).includes(plain(filed.name))) {
      report('other', { at: title.at, data: { title: title.text, name: filed.name } })
    }
  },
})
