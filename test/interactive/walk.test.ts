// `-i` without a terminal: what can be done with each finding, and the text that comes out.
import { describe, expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import type { Draft } from '../../src/draft/normalise.ts'
import { type Format, readText } from '../../src/draft/read.ts'
import type { LocatedFinding } from '../../src/engine/report.ts'
import { checkOne, type Source } from '../../src/engine/run.ts'
import { type Walk, walkThrough } from '../../src/interactive/walk.ts'
import { noInk } from '../../src/report/ink.ts'
import { type Answer, CTRL_C, ESCAPE, scripted } from './script.ts'

const sink = { write: () => undefined, isTTY: false, columns: undefined }
const io = {
  args: [],
  env: {},
  cwd: '.',
  stdout: sink,
  stderr: sink,
  stdin: async () => new Uint8Array(),
  now: () => Date.parse('2026-11-23T04:00:00Z'),
}
const settings = (draft: Draft) => settingsOf(draft.profile ?? 'jinyong', draft.subject.province, io)

async function walk(
  text: string,
  answers: Readonly<Record<string, Answer | readonly Answer[]>>,
  format: Format = 'yaml',
  disk: Partial<Pick<Walk, 'read' | 'write'>> = {},
) {
  const { prompter, asked } = scripted(answers)
  const shown: string[] = []
  const printed: string[] = []
  const source: Source = { text, format }
  let written = text
  const result = walkThrough(source, {
    prompter,
    read: async () => ({ text: written, format }),
    write: async (_old, edited) => {
      written = edited
      return undefined
    },
    ...disk,
    view: { language: 'zh', showValues: false, ink: noInk, width: 80, rules: ruleTable(), quiet: false },
    settings,
    check: async (current): Promise<readonly LocatedFinding[]> => {
      const { findings } = await checkOne('a.yaml', current, {
        load: async () => current,
        settings: (_file, draft) => settings(draft),
        rule: (id) => ruleTable().get(id),
      })
      return findings
    },
    show: (finding) => shown.push(`${finding.rule} ${finding.message}`),
    print: (line) => printed.push(line),
  })
  return { result, asked, shown, printed, written: () => written }
}

const draft = `# 我的草稿
主体信息:
  主办单位性质: 个人
  主办单位名称: 林先生   # 待核对
  证件: { 证件类型: 居民身份证, 证件号码: "330106194903070025" }
  所在省: 浙江
  所在市: 杭州市
  通信地址: 文三路90号2单元301室
  主体负责人:
    电子邮箱: zhiqiu@gmial.com
网站信息:
  - 网站名称: 8848
    域名: shanjian-notes.cn
    接入信息:
      接入服务提供商: 上海金咏信息科技有限公司
      接入方式: 虚拟主机
      网站IP: 101.80.16.8
      服务器放置地点: 上海
`

describe('one by one', () => {
  test('edit, fix, choose another name: exactly these values change', async () => {
    const { result, shown, asked } = await walk(draft, {
      '怎么处理？': ['自己改', '改为“z*****@gmail.com”', '改成“写作札记”'],
      新的内容: '林望舒',
    })
    const { source, changes, quit } = await result
    expect(shown).toEqual(['subject/real-name title', 'contact/email typo', 'website/name digits'])
    expect({ changes, quit }).toEqual({ changes: 3, quit: false })
    expect(source.text).toBe(
      draft
        .replace('林先生', '林望舒')
        .replace('zhiqiu@gmial.com', 'zhiqiu@gmail.com')
        .replace('8848', '写作札记'),
    )
    expect(asked[0]?.choices).toEqual(['自己改', '先不处理', '忽略，写明理由', '结束（保留已做的修改）'])
  })

  test('a typed value is judged by the rules of its place', async () => {
    const { result, asked } = await walk(draft, { '怎么处理？': ['自己改', 'quit'], 新的内容: '望舒老师' })
    await result
    expect(asked.find(({ message }) => message === '新的内容')?.verdict).toContain('“望舒老师”是称呼')
  })

  test('leave and stop keep what was done', async () => {
    const { result, shown } = await walk(draft, { '怎么处理？': ['skip', 'fix', 'quit'] })
    const { source, changes, quit } = await result
    expect(shown.length).toBe(3)
    expect({ changes, quit }).toEqual({ changes: 1, quit: true })
    expect(source.text).toBe(draft.replace('gmial', 'gmail'))
  })

  test('what was left is not shown again', async () => {
    const { result, shown } = await walk(draft, { '怎么处理？': ['skip', 'skip', 'skip'] })
    expect((await result).source.text).toBe(draft)
    expect(shown.length).toBe(3)
  })

  test('Ctrl-C is told to the caller', async () => {
    const { result } = await walk(draft, { '怎么处理？': CTRL_C })
    await expect(result).rejects.toThrow()
  })
})

describe('nothing is lost', () => {
  test('each decision is written at once', async () => {
    const { result, written } = await walk(draft, { '怎么处理？': ['skip', 'fix', CTRL_C] })
    await expect(result).rejects.toThrow()
    expect(written()).toBe(draft.replace('gmial', 'gmail'))
  })

  test('back takes the last decision back and asks again', async () => {
    const { result, shown, asked } = await walk(draft, {
      '怎么处理？': ['skip', 'fix', ESCAPE, 'skip', ESCAPE, ESCAPE, 'quit'],
    })
    const { source, changes } = await result
    expect(shown.map((line) => line.split('/')[0])).toEqual([
      'subject',
      'contact',
      'website',
      'contact',
      'website',
      'contact',
      'subject',
    ])
    expect({ text: source.text, changes }).toEqual({ text: draft, changes: 0 })
    expect(asked.map(({ back }) => back)).toEqual([false, true, true, true, true, true, false])
  })

  test('back from typing asks the same finding again', async () => {
    const { result, shown } = await walk(draft, { '怎么处理？': ['edit', 'quit'], 新的内容: ESCAPE })
    expect((await result).source.text).toBe(draft)
    expect(shown).toEqual(['subject/real-name title', 'subject/real-name title'])
  })

  test('what somebody else wrote meanwhile is gone on with', async () => {
    const other = draft.replace('林先生', '林望舒')
    const now: string[] = [draft, draft]
    let written: string | undefined
    const { result, shown, printed } = await walk(
      draft,
      { '怎么处理？': ['skip', 'fix', 'fix', 'quit'] },
      'yaml',
      {
        read: async () => ({ text: written ?? now.shift() ?? other, format: 'yaml' }),
        write: async (old, text) => {
          if (old !== other) return { zh: '有改动', en: 'changed' }
          written = text
          return undefined
        },
      },
    )
    const { source, trouble } = await result
    expect(trouble).toBeUndefined()
    expect(printed).toEqual(['文件刚在别处改过，按新的内容继续'])
    expect(shown).toEqual([
      'subject/real-name title',
      'contact/email typo',
      'contact/email typo',
      'website/name digits',
    ])
    expect(source.text).toBe(other.replace('gmial', 'gmail'))
  })

  test('a file that cannot be written ends it at the first decision, and says why', async () => {
    const { result, shown } = await walk(draft, { '怎么处理？': ['skip', 'fix', 'fix'] }, 'yaml', {
      write: async () => ({ zh: '文件是只读的', en: 'read-only' }),
    })
    const { source, changes, trouble } = await result
    expect(trouble?.zh).toBe('文件是只读的')
    expect({ text: source.text, changes, shown: shown.length }).toEqual({ text: draft, changes: 0, shown: 2 })
  })

  test('a file that is gone ends it', async () => {
    const { result } = await walk(draft, {}, 'yaml', { read: async () => ({ zh: '没有了', en: 'gone' }) })
    expect((await result).trouble?.en).toBe('gone')
  })
})

describe('what was left stays left', () => {
  test('when the draft gets another name', async () => {
    const { result, shown } = await walk(draft.replace('域名: ', '域名: www.'), {
      '怎么处理？': ['skip', 'skip', 'skip', 'fix'],
    })
    expect((await result).source.text).toBe(draft)
    expect(shown).toHaveLength(4)
  })

  test('when an item before it goes', async () => {
    const text = `profile: base\n网站信息:\n  - 域名: [ "-a.cn", "-b.cn", c.cn ]\n    前置审批: [新闻, 出版, 药品]\n主体信息: { 主办单位性质: 个人 }\n`
    const all = await walk(text, { '怎么处理？': 'skip' })
    await all.result
    const first = all.shown.findIndex((line) => line.startsWith('website/no-optional-approvals'))
    const skips = Array.from({ length: first }, () => 'skip')
    const { result, shown, asked } = await walk(text, {
      '怎么处理？': [...skips, 'skip', 'fix', ...Array.from({ length: 20 }, () => 'skip')],
    })
    const { source } = await result
    expect(asked.length).toBe(all.shown.length)
    expect(shown).toEqual(all.shown)
    expect(source.text).toBe(text.replace('新闻, 出版, 药品', '新闻, 药品'))
  })
})

describe('what can be done', () => {
  test('an option is chosen from the list, each with what the rules say of it', async () => {
    const text = draft.replace('接入方式: 虚拟主机', '接入方式: 专线')
    const { result, asked } = await walk(text, {
      '怎么处理？': ['skip', 'skip', 'skip', 'edit', 'quit'],
      新的内容: '虚拟主机',
    })
    expect((await result).source.text).toBe(draft)
    const question = asked.find(({ message }) => message === '新的内容')
    expect(question?.default).toBe('dedicated-line')
    expect(question?.choices?.[0]).toBe('专线')
    expect(question?.notes?.[0]).toContain('虚拟主机')
    expect(question?.notes?.[2]).toBeUndefined()
  })

  test('what is missing is filled in, a list with its first value', async () => {
    const text = draft.replace('    域名: shanjian-notes.cn\n', '').replace('      接入方式: 虚拟主机\n', '')
    const { result } = await walk(text, {
      '怎么处理？': ['skip', 'skip', '现在填写', 'skip', '现在填写', 'skip'],
      新的内容: ['shanjian-notes.cn', '虚拟主机'],
    })
    const { documents } = await readText((await result).source.text, 'yaml')
    expect(documents[0]?.value).toMatchObject({
      网站信息: [{ 域名: 'shanjian-notes.cn', 接入信息: { 接入方式: '虚拟主机' } }],
    })
  })

  test('the value that is there can be edited, and is masked until it is', async () => {
    const text = draft.replace('330106194903070025', '330106194903070026')
    const { result, asked } = await walk(text, {
      '怎么处理？': ['skip', 'edit', 'quit'],
      新的内容: '330106194903070025',
    })
    expect((await result).source.text).toBe(draft)
    const question = asked.find(({ message }) => message === '新的内容')
    expect(question).toMatchObject({ default: '330106194903070026', shown: '330*************26' })
  })

  test('what cannot be read comes first, and is mended in an editor', async () => {
    const broken = `${draft}  x: [\n`
    const texts = [broken, broken]
    const { result, shown, asked } = await walk(
      broken,
      { '怎么处理？': ['again', 'again', 'quit'] },
      'yaml',
      { read: async () => ({ text: texts.shift() ?? draft, format: 'yaml' }) },
    )
    await result
    expect(shown.map((line) => line.split(' ')[0])).toEqual([
      'draft/syntax',
      'draft/syntax',
      'subject/real-name',
    ])
    expect(asked[0]?.choices).toEqual(['在编辑器里改好了，重新检查', '先不处理', '结束（保留已做的修改）'])
  })

  test('where nothing can be read, nothing else is asked', async () => {
    const { result, shown } = await walk(`${draft}  x: [\n`, { '怎么处理？': 'skip' })
    await result
    expect(shown.map((line) => line.split(' ')[0])).toEqual(['draft/syntax'])
  })
})

describe('ignore with a reason', () => {
  test('YAML: a comment above the value', async () => {
    const { result } = await walk(draft, { '怎么处理？': ['ignore', 'quit'], 理由: '笔名已与接入商确认' })
    expect((await result).source.text).toBe(
      draft.replace(
        '  主办单位名称',
        '  # beian-check-ignore subject/real-name: 笔名已与接入商确认\n  主办单位名称',
      ),
    )
  })

  test('CRLF and a byte order mark stay', async () => {
    const text = `\uFEFF${draft.replaceAll('\n', '\r\n')}`
    const { result } = await walk(text, { '怎么处理？': ['ignore', 'quit'], 理由: '确认' })
    expect((await result).source.text).toBe(
      text.replace('  主办单位名称', '  # beian-check-ignore subject/real-name: 确认\r\n  主办单位名称'),
    )
  })

  test.each([
    ['{\n  "subject": { "nature": "individual", "name": "林先生" }\n}\n', 'json'],
    ['{"subject":{"nature":"individual","name":"林先生"}}', 'json'],
    ['[{"subject":{"nature":"individual"}},\n {"subject":{"nature":"individual","name":"林先生"}}]', 'json'],
    ['{"subject":{"nature":"individual"}}\n{"subject":{"nature":"individual","name":"林先生"}}\n', 'lines'],
    [
      '{"x-beian-check-ignore": [{"rule": "website/name", "reason": "旧"}], "subject":{"nature":"individual","name":"林先生"}}',
      'json',
    ],
  ] as const)('JSON: an entry of x-beian-check-ignore in %s', async (text, format) => {
    const done: Answer[] = []
    const before = await walk(text, { '怎么处理？': 'skip' }, format)
    await before.result
    const at = before.shown.findIndex((shown) => shown.startsWith('subject/real-name'))
    for (let i = 0; i < at; i++) done.push('skip')
    const { result } = await walk(text, { '怎么处理？': [...done, 'ignore', 'quit'], 理由: '笔名' }, format)
    const { source } = await result
    const { documents } = await readText(source.text, format)
    const last: unknown = documents.at(-1)?.value
    expect(last).toMatchObject({
      'x-beian-check-ignore': expect.arrayContaining([
        { rule: 'subject/real-name', path: 'subject.name', reason: '笔名' },
      ]),
      subject: { name: '林先生' },
    })
    const again = await walk(source.text, { '怎么处理？': 'skip' }, format)
    await again.result
    expect(again.shown.some((shown) => shown.startsWith('subject/real-name'))).toBe(false)
  })
})
