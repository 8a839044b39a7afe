// 网站语言: the ones of the form, each once. A form had a box for other languages, so an unknown one is no more than a warning.
import { defineRule, say } from '../../src/engine/rule.ts'
import { languages as known } from '../../src/facts/data/languages.ts'
import { remembering } from '../../src/facts/remember.ts'
import { nearest, toHalfWidth } from '../../src/facts/text.ts'
import { miitInterface } from '../sources.ts'

const fold = (text: string): string =>
  toHalfWidth(text)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')

/** The language that a text names, in the words of the form. */
const languageOf = remembering((text: string): string | undefined => {
  const word = fold(text)
  return known.find(({ zh, aliases }) => zh === word || aliases.split(' ').some((one) => fold(one) === word))
    ?.zh
})

/** The form tells two ways of writing it apart. */
const isChinese = (text: string): boolean => /^(?:中文|汉语|chinese|zh)$/i.test(text)

/** Several languages in one text, where the form ticks each. */
const pieces = (text: string): string[] => text.split(/[\s,，、;；/和及]+/).filter((piece) => piece !== '')
const isList = (text: string): boolean => {
  const all = pieces(text)
  return all.length > 1 && all.every((piece) => isChinese(piece) || languageOf(piece) !== undefined)
}

export const languages = defineRule({
  id: 'website/languages',
  level: 'warning',
  sources: [miitInterface('Yylb_id, 1066')],
  returnCode: 1066,
  texts: {
    title: { zh: '网站语言是表单上有的', en: 'The languages of the website are those of the form' },
    why: {
      zh: '网站语言从表单的 17 种里勾选，网站用到的都要勾。表单上没有的，系统按语言有误退回（代码 1066）；个别接入商的表单可以另填。',
      en: 'Languages are ticked from the form’s list of 17, each that the website uses. The system returns others (1066); the forms of some hosts have a box for them.',
    },
    messages: {
      chinese: say<{ written: string }>({
        zh: (d) => [
          `网站语言写了“${d.written}”，表单上分“中文简体”和“中文繁体”`,
          '一般是“中文简体”；两种都有的，写两项',
        ],
        en: (d) => [
          `The language is given as “${d.written}”; the form tells 中文简体 (simplified Chinese) and 中文繁体 (traditional) apart`,
          'Usually it is 中文简体; with both, list both',
        ],
      }),
      several: say<{ written: string }>({
        zh: (d) => [`“${d.written}”是几种语言`, '每种单独一项：[中文简体, 英语]'],
        en: (d) => [`“${d.written}” is several languages`, 'List each by itself: [中文简体, 英语]'],
      }),
      unknown: say<{ written: string; near: string }>({
        zh: (d) => [
          `网站语言里没有“${d.written}”`,
          d.near === ''
            ? '填表单上的语言，例如中文简体、英语；表单上没有的，问接入商怎么填'
            : `是不是“${d.near}”？`,
        ],
        en: (d) => [
          `The form has no language “${d.written}”`,
          d.near === ''
            ? 'Use one of the form, such as 中文简体 or 英语; ask the host about any other'
            : `Is “${d.near}” meant?`,
        ],
      }),
      twice: say<{ language: string }>({
        zh: (d) => [`网站语言“${d.language}”写了两次`, '留下一个'],
        en: (d) => [`The language “${d.language}” is listed twice`, 'Keep one of them'],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 网站语言: 中文 }',
        says: 'chinese',
        fixed: '网站信息: { 网站语言: 中文简体 }',
      },
      { draft: '网站信息: { 网站语言: 中文简体、英语 }', says: 'several' },
      { draft: '网站信息: { 网站语言: [中文简体, 火星文] }', says: 'unknown' },
      {
        draft: '网站信息: { 网站语言: [中文简体, 简体中文] }',
        says: 'twice',
        fixed: '网站信息: { 网站语言: [中文简体] }',
      },
    ],
    good: [
      { draft: '网站信息: { 网站语言: [中文简体, 英语] }' },
      { draft: '网站信息: { 网站语言: [简体中文, 维吾尔文, English] }' },
    ],
  },
  check(draft, { report }) {
    for (const [i, website] of draft.websites.entries()) {
      const seen = new Set<string>()
      for (const [k, written] of website.languages.entries()) {
        if (written === undefined) continue
        const at = ['websites', i, 'languages', k] as const
        const language = languageOf(written)
        if (language !== undefined && seen.has(language)) {
          const edits = [{ op: 'remove', path: at }] as const
          report('twice', { at, data: { language }, fix: { safety: 'suggested', edits } })
        } else if (isChinese(written)) {
          const edits = [{ op: 'set', path: at, value: '中文简体' }] as const
          report('chinese', { at, data: { written }, fix: { safety: 'suggested', edits } })
        } else if (language === undefined) {
          const names = known.map(({ zh }) => zh)
          if (isList(written)) report('several', { at, data: { written } })
          else report('unknown', { at, data: { written, near: nearest(written, names) ?? '' } })
        } else seen.add(language)
      }
    }
  },
})
