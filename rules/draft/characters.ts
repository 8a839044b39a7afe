// Characters that nobody sees, or that look like others. They come along when a value is copied, and what is compared letter by
// letter (names, numbers, domains) no longer agrees.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import type { OddCharacters } from '../../src/facts/characters.ts'
import { miitInterface } from '../sources.ts'

type Where = {
  readonly code: string
  readonly behind: number
  readonly count: number
}

const names: readonly (readonly [RegExp, { zh: string; en: string }])[] = [
  [/[\u200b\u2060-\u2064]/, { zh: '零宽空格', en: 'zero-width space' }],
  [/\u200c|\u200d|\u034f/, { zh: '零宽连接符', en: 'zero-width joiner' }],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, { zh: '文字方向符', en: 'direction mark' }],
  [/\ufeff/, { zh: '字节序标记', en: 'byte order mark' }],
  [/\u00ad/, { zh: '软连字符', en: 'soft hyphen' }],
  [/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/, { zh: '异体选择符', en: 'variation selector' }],
  [/\p{Cc}/u, { zh: '控制字符', en: 'control character' }],
]

/** What a character is called, for those that cannot be shown. */
function nameOf(code: string, language: 'zh' | 'en'): string {
  const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16))
  const name = names.find(([pattern]) => pattern.test(character))?.[1][language]
  return name === undefined ? code : language === 'zh' ? `${name}（${code}）` : `${name} (${code})`
}

/** U+200B; marks that stand behind a letter have their own. */
const codeOf = (text: string): string =>
  Array.from(text, (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  )

const place = {
  zh: (behind: number): string => (behind === 0 ? '最前面' : `第 ${behind} 个字后面`),
  en: (behind: number): string => (behind === 0 ? 'at the beginning' : `after character ${behind}`),
}

const pieces = {
  zh: ({ count, behind }: Where): string =>
    count === 1 ? place.zh(behind) : `共 ${count} 个，第一个在${place.zh(behind)}`,
  en: ({ count, behind }: Where): string =>
    count === 1 ? place.en(behind) : `${count} of them, the first ${place.en(behind)}`,
}

export const characters = defineRule({
  id: 'draft/characters',
  level: 'error',
  sources: [miitInterface('XSD, 5001')],
  texts: {
    title: {
      zh: '没有看不见的字符，也没有只是看着像的字符',
      en: 'No characters that nobody sees, and none that only look right',
    },
    why: {
      zh: '从聊天窗口、网页、PDF 复制文字时，常会带上看不见的字符，或把“文”复制成部首“⽂”。看着一样，系统逐字比对时却不一致。',
      en: 'Text copied from chats, web pages or PDFs often brings invisible characters along, or a radical “⽂” instead of “文”. It looks the same, but a system that compares letter by letter finds a difference.',
    },
    messages: {
      invisible: say<Where>({
        zh: (d) => [
          `这里有看不见的字符：${nameOf(d.code, 'zh')}，${pieces.zh(d)}`,
          '删掉它，或重新输入这一项',
        ],
        en: (d) => [
          `There is an invisible character here: ${nameOf(d.code, 'en')}, ${pieces.en(d)}`,
          'Delete it, or type the value anew',
        ],
      }),
      turning: say<Where>({
        zh: (d) => [
          `这里有看不见的字符：${nameOf(d.code, 'zh')}，${pieces.zh(d)}；它使显示的顺序与实际内容不同`,
          '重新输入这一项',
        ],
        en: (d) => [
          `There is an invisible character here: ${nameOf(d.code, 'en')}, ${pieces.en(d)}; it shows the text in another order than it has`,
          'Type the value anew',
        ],
      }),
      lookalike: say<Where & { written: string; right: string; rightCode: string }>({
        zh: (d) => [
          `“${d.written}”（${d.code}）看着像“${d.right}”（${d.rightCode}），但不是同一个字；${pieces.zh(d)}`,
          `写成“${d.right}”`,
        ],
        en: (d) => [
          `“${d.written}” (${d.code}) looks like “${d.right}” (${d.rightCode}) but is another character; ${pieces.en(d)}`,
          `Write “${d.right}”`,
        ],
      }),
      half: say<Where>({
        zh: (d) => [`这里只有半个字符（${d.code}），${pieces.zh(d)}`, '多半是生僻字被截断了；重新输入这个字'],
        en: (d) => [
          `There is only half a character here (${d.code}), ${pieces.en(d)}`,
          'A rare character was probably cut in two; type it anew',
        ],
      }),
      lost: say<Where>({
        zh: (d) => [`这里有字丢失了，只剩“\ufffd”，${pieces.zh(d)}`, '文件转换过编码？对照原件重新输入'],
        en: (d) => [
          `A character is lost here, “\ufffd” is what is left, ${pieces.en(d)}`,
          'Was the file converted from another encoding? Type it anew from the original',
        ],
      }),
      private: say<Where>({
        zh: (d) => [
          `这里有自造字（${d.code}），别人看不到它的字形，${pieces.zh(d)}`,
          '生僻字请用 Unicode 里的标准字；没有的，按接入商要求处理',
        ],
        en: (d) => [
          `There is a character of somebody’s own font here (${d.code}); nobody else sees its shape, ${pieces.en(d)}`,
          'Use the character that Unicode has for it; ask the host where there is none',
        ],
      }),
      key: say<Where & { key: string }>({
        zh: (d) => [`栏名“${d.key}”里有看不见或只是看着像的字符（${d.code}）`, `重新写成“${d.key}”`],
        en: (d) => [
          `The key “${d.key}” has a character that is invisible or only looks right (${d.code})`,
          `Type “${d.key}” anew`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息:\n  - 域名: "shanjian\\u200b-notes.cn"\n',
        says: 'invisible',
        fixed: '网站信息:\n  - 域名: "shanjian-notes.cn"\n',
      },
      {
        draft: '主体信息:\n  通信地址: ⽂三路90号2单元301室\n',
        says: 'lookalike',
        fixed: '主体信息:\n  通信地址: 文三路90号2单元301室\n',
      },
    ],
    good: [
      { draft: '主体信息:\n  通信地址: 文三路90号2单元301室\n网站信息:\n  - 域名: shanjian-notes.cn\n' },
    ],
  },
  check(draft, { report }) {
    for (const problem of draft.problems) {
      if (problem.kind !== 'characters') continue
      const { odd, path, part, fixed } = problem
      const data = { code: codeOf(odd.written), behind: odd.behind, count: odd.count }
      if (part === 'key') {
        report('key', { at: path, part, atMost: 'warning', data: { ...data, key: fixed } })
        continue
      }
      // The path leads to this very value: it was read there.
      const at = path as unknown as DraftPath
      const level = path.at(-1) === 'remark' ? ({ atMost: 'warning' } as const) : {}
      const edits = [{ op: 'set', path: at, value: fixed }] as const
      const fix = (safety: 'safe' | 'suggested') => ({ fix: { safety, edits } }) as const
      switch (odd.kind) {
        case 'invisible':
          report('invisible', { at, ...level, data, ...fix('safe') })
          break
        case 'turning':
          report('turning', { at, ...level, data, ...fix('suggested') })
          break
        case 'lookalike': {
          const { written, right } = odd
          report('lookalike', {
            at,
            ...level,
            data: { ...data, written, right, rightCode: codeOf(right) },
            ...fix('safe'),
          })
          break
        }
        default:
          report(odd.kind satisfies Exclude<OddCharacters['kind'], 'invisible' | 'turning' | 'lookalike'>, {
            at,
            ...level,
            data,
          })
      }
    }
  },
})
