// Values of the wrong shape: a list where a text belongs, an option that the form does not have, a text too long.
import { type DraftPath, fieldAt } from '../../src/draft/catalogue.ts'
import type { Option, Path } from '../../src/draft/field.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { findRegion, readRegionPrefix } from '../../src/facts/regions.ts'
import { miitInterface } from '../sources.ts'

const shapes = {
  text: { zh: '一段文字', en: 'a text' },
  list: { zh: '一个列表', en: 'a list' },
  group: { zh: '一组栏目', en: 'a group of fields' },
} as const

type Shape = keyof typeof shapes
const MANY = 8

/** The options of the form, as many as a line can hold. */
function listed(options: readonly Option[], language: 'zh' | 'en'): string {
  const names = options.slice(0, MANY).map((option) => (language === 'zh' ? option.zh : option.id))
  return names.join(language === 'zh' ? '、' : ', ') + (options.length > MANY ? '…' : '')
}

/** The province that a place lies in, where a province belongs: 杭州, 上海市浦东新区. */
function provinceOf(place: string, path: Path): string | undefined {
  if (!path.includes('province') && !path.includes('location')) return undefined
  return readRegionPrefix(place).province ?? findRegion(place, 'city')[0]?.province
}

/** Sole traders are the most frequent who do not find themselves among the natures. */
const isSoleTrader = ({ path, value }: { path: string; value: string }): boolean =>
  path === 'subject/nature' && value.startsWith('个体')

/** The guide's third question: whoever changes the host has the old access taken away and a new one added. */
const isOtherHost = ({ path, value }: { path: string; value: string }): boolean =>
  path === 'filing/type' && /^(?:变更|更改|更换|转)接入/.test(value)

function optionsAt(path: string): readonly Option[] {
  const field = fieldAt(path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step)))
  return field?.kind === 'option' ? field.options : []
}

function labelAt(path: Path, language: 'zh' | 'en'): string {
  return fieldAt(path)?.[language] ?? ''
}

export const type = defineRule({
  id: 'draft/type',
  level: 'error',
  sources: [miitInterface('XSD, 5001')],
  texts: {
    title: { zh: '内容要符合这一栏的形式', en: 'Each value has the shape of its field' },
    why: {
      zh: '表单的每一栏只接受一种形式：文字、选项、列表或一组栏目。形式不对的内容提交时会被系统退回。',
      en: 'Each field of the form takes one kind of value: a text, an option, a list or a group. The system returns anything else.',
    },
    messages: {
      notText: say<{ zh: string; en: string; found: Shape }>({
        zh: (d) => [`“${d.zh}”应是一段文字，这里写成了${shapes[d.found].zh}`, `写成一行：${d.zh}: …`],
        en: (d) => [
          `“${d.en}” is a text; here it is ${shapes[d.found].en}`,
          'Write it on one line behind its key',
        ],
      }),
      notGroup: say<{ zh: string; en: string; found: Shape }>({
        zh: (d) => [
          `“${d.zh}”应是一组栏目，这里写成了${shapes[d.found].zh}`,
          '换行并缩进，逐栏填写“栏目: 内容”；检查冒号是否半角、后面是否有空格',
        ],
        en: (d) => [
          `“${d.en}” is a group of fields; here it is ${shapes[d.found].en}`,
          'Write its fields below it, indented, one “key: value” a line; see that colons are plain and followed by a space',
        ],
      }),
      noColon: say<{ zh: string; en: string; key: string; fullWidth: boolean }>({
        zh: (d) => [
          `“${d.key}”后面${d.fullWidth ? '是全角冒号“：”' : '的冒号少一个空格'}，“${d.zh}”被当成了一段文字`,
          `写成半角冒号加空格：${d.key}: …`,
        ],
        en: (d) => [
          `“${d.key}” has ${d.fullWidth ? 'a full-width colon “：”' : 'no space after its colon'}, so “${d.en}” was read as a text`,
          `Write an ordinary colon and a space: ${d.key}: …`,
        ],
      }),
      notAnOption: say<{ zh: string; en: string; value: string; path: string; nearest: string | undefined }>({
        zh: (d) => [
          `“${d.zh}”没有“${d.value}”这个选项`,
          isSoleTrader(d)
            ? '个体工商户一般选“企业”，证件用营业执照；没有字号的，有的省按“个人”备案，先问接入商'
            : isOtherHost(d)
              ? '换接入商的，请原接入单位取消接入，由现接入单位增加接入：这里选“新增接入”'
              : d.nearest
                ? `是不是“${d.nearest}”？`
                : `可选：${listed(optionsAt(d.path), 'zh')}`,
        ],
        en: (d) => [
          `“${d.en}” has no option “${d.value}”`,
          isSoleTrader(d)
            ? 'A sole trader usually chooses “enterprise” and shows the business licence; without a trade name, some provinces want “individual”: ask the host'
            : isOtherHost(d)
              ? 'To change the host, have the old one cancel its access and the new one add theirs: choose “add an access provider”'
              : d.nearest
                ? `Is “${d.nearest}” meant?`
                : `It may be: ${listed(optionsAt(d.path), 'en')}`,
        ],
      }),
      tooLong: say<{ zh: string; en: string; length: number; max: number }>({
        zh: (d) => [`“${d.zh}”有 ${d.length} 个字，最多 ${d.max} 个`, '写短一些'],
        en: (d) => [`“${d.en}” has ${d.length} characters, at most ${d.max} are taken`, 'Make it shorter'],
      }),
      quoted: say<{ zh: string; en: string }>({
        zh: (d) => [
          `“${d.zh}”的内容两头有中文引号，会被当作内容的一部分`,
          `去掉引号；确实要用时，写半角的 " 或 '`,
        ],
        en: (d) => [
          `The value of “${d.en}” has typographic quotes around it, which become part of it`,
          `Leave them out, or write plain " or '`,
        ],
      }),
      tooMany: say<{ max: number }>({
        zh: (d) => [
          `草稿里的内容超过 ${d.max} 项，后面的没有读取`,
          '一份草稿只写一次备案；引用（*）不要成倍展开',
        ],
        en: (d) => [
          `The draft holds more than ${d.max} values; the rest was not read`,
          'One draft is one filing; do not multiply values by references (*)',
        ],
      }),
      empty: say({
        zh: () => ['草稿是空的', '从“主体信息”开始填写，样例见 README'],
        en: () => ['The draft is empty', 'Begin with “subject”; the README has a sample'],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息: { 主办单位性质: 私人 }', says: 'notAnOption' },
      { draft: 'subject: { name: [沈知秋, 沈知夏] }', says: 'notText' },
      { draft: '主体信息:\n  主体负责人: 沈知秋\n', says: 'notGroup' },
      { draft: '主体信息:\n  主办单位名称： 沈知秋\n', says: 'noColon' },
      {
        draft: '主体信息:\n  所在市: “杭州市”\n',
        says: 'quoted',
        fixed: '主体信息:\n  所在市: 杭州市\n',
      },
    ],
    good: [{ draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 域名: example.com }' }],
  },
  check(draft, { report }) {
    for (const problem of draft.problems) {
      const { path } = problem
      const label = { zh: labelAt(path, 'zh'), en: labelAt(path, 'en') }
      switch (problem.kind) {
        case 'notText':
        case 'notGroup':
          report(problem.kind, { at: path, data: { ...label, found: problem.found } })
          break
        case 'noColon':
          report('noColon', {
            at: path,
            data: { ...label, key: problem.key, fullWidth: problem.fullWidth },
          })
          break
        case 'notAnOption':
          report('notAnOption', {
            at: path,
            data: {
              ...label,
              value: problem.value,
              path: path.join('/'),
              nearest: problem.nearest ?? provinceOf(problem.value, path),
            },
          })
          break
        case 'tooLong':
          report('tooLong', { at: path, data: { ...label, length: problem.length, max: problem.max } })
          break
        case 'quoted': {
          // The path leads to this very value: it was read there.
          const at = path as unknown as DraftPath
          const edits = [{ op: 'set', path: at, value: problem.inner }] as const
          report('quoted', { at: path, atMost: 'warning', data: label, fix: { safety: 'safe', edits } })
          break
        }
        case 'tooMany':
          report('tooMany', { at: path, data: { max: problem.max } })
          break
        case 'empty':
          report('empty', { at: path })
          break
        case 'unknownKey':
        case 'sameFieldTwice':
        case 'moreUnknown':
          break
      }
    }
  },
})
