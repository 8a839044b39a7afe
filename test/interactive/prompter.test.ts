// The prompts themselves, key by key: Inquirer's own test helper for the one that judges while one types, streams of our
// own for what is asked through Inquirer's prompts.
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { render } from '@inquirer/testing'
import { describe, expect, test } from 'vitest'
import {
  BACK,
  field,
  Interrupted,
  type TextQuestion,
  terminalPrompter,
} from '../../src/interactive/prompter.ts'
import { widthOf } from '../../src/report/width.ts'

const question: TextQuestion = {
  message: '主办单位名称',
  help: '身份证上的姓名',
  judge: (value) =>
    value === ''
      ? { level: 'error', text: '这一项必填' }
      : value.endsWith('先生')
        ? { level: 'error', text: '是称呼', ideas: ['林望舒', '林舒'] }
        : undefined,
  shown: () => '***',
  back: true,
}

const ask = (more: Partial<TextQuestion> = {}, columns = 80) =>
  render(field, { ...question, ...more, language: 'zh', columns: () => columns })

describe('a text', () => {
  test('help and keys stand under the prompt', async () => {
    const { getScreen, events, answer } = await ask()
    expect(getScreen()).toBe('? 主办单位名称\n  身份证上的姓名 · 回车确认 · Esc 上一步')
    events.type('沈知秋')
    expect(getScreen()).toContain('? 主办单位名称 沈知秋\n')
    events.keypress('enter')
    expect(await answer).toBe('沈知秋')
  })

  test('the message changes with every key', async () => {
    const { getScreen, events, answer } = await ask()
    events.type('林先')
    expect(getScreen()).not.toContain('✗')
    events.type('生')
    expect(getScreen()).toContain('? 主办单位名称 林先生\n  ✗ 是称呼 · Tab 换成建议的写法')
    events.keypress('backspace')
    expect(getScreen()).toContain('身份证上的姓名')
    events.keypress('enter')
    expect(await answer).toBe('林先')
  })

  test('an error has to be confirmed by a second Enter', async () => {
    const { getScreen, events, answer } = await ask()
    events.type('林先生')
    events.keypress('enter')
    expect(getScreen()).toContain('? 主办单位名称 林先生\n')
    expect(getScreen()).toContain('按回车保留，或继续修改')
    events.keypress('enter')
    expect(await answer).toBe('林先生')
  })

  test('another error has to be confirmed anew', async () => {
    const { getScreen, events, answer } = await ask()
    events.type('林先生')
    events.keypress('enter')
    events.keypress('backspace')
    events.keypress('backspace')
    events.type('大先生')
    expect(getScreen()).not.toContain('按回车保留')
    events.keypress('enter')
    expect(getScreen()).toContain('按回车保留')
    events.keypress('enter')
    expect(await answer).toBe('林大先生')
  })

  test('what is required is not skipped by one Enter', async () => {
    const { getScreen, events, answer } = await ask()
    events.keypress('enter')
    expect(getScreen()).toContain('✗ 这一项必填')
    events.type('沈知秋')
    events.keypress('enter')
    expect(await answer).toBe('沈知秋')
  })

  test('Enter takes the default, Tab opens it for editing', async () => {
    const first = await ask({ default: '沈知秋' })
    expect(first.getScreen()).toContain('? 主办单位名称 (***)\n')
    expect(first.getScreen()).toContain('Tab 编辑括号里的内容')
    first.events.keypress('enter')
    expect(await first.answer).toBe('沈知秋')
    const second = await ask({ default: '沈知秋' })
    second.events.keypress('tab')
    second.events.keypress('backspace')
    second.events.type('春')
    second.events.keypress('enter')
    expect(await second.answer).toBe('沈知春')
  })

  test('Tab goes through what is suggested', async () => {
    const { getScreen, events, answer } = await ask()
    events.type('林先生')
    events.keypress('tab')
    expect(getScreen()).toContain('主办单位名称 林望舒\n')
    events.keypress('tab')
    expect(getScreen()).toContain('主办单位名称 林舒\n')
    events.keypress('tab')
    expect(getScreen()).toContain('主办单位名称 林望舒\n')
    events.keypress('enter')
    expect(await answer).toBe('林望舒')
  })

  test('hidden characters are shown, not sent to the terminal', async () => {
    const { getScreen, events } = await ask()
    events.type('x\u200b\u202ey')
    expect(getScreen({ raw: true })).toContain('x\\u200b\\u202ey')
    expect(getScreen({ raw: true })).not.toMatch(/[\u200b\u202e]/)
  })

  test.each([20, 40])('messages are wrapped at %i columns', async (columns) => {
    const { getScreen } = await ask({ help: '从路、小区写到门牌、房号，不重复省市，写到门牌为止' }, columns)
    const [, ...below] = getScreen().split('\n')
    expect(below.length).toBeGreaterThan(1)
    for (const line of below) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  })
})

/** A terminal that is fed keys and remembers what was written. */
function terminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  let written = ''
  output.on('data', (chunk) => {
    written += String(chunk)
  })
  // Standard output stays open when what is piped into it ends.
  const streams = { input, output: Object.assign(output, { columns: 60, rows: 30, _isStdio: true }) }
  return {
    prompter: terminalPrompter(streams, 'zh'),
    screen: () => stripVTControlCharacters(written),
    /** Waits until something was written, then presses keys. */
    async press(after: string, keys: string): Promise<void> {
      const from = Date.now()
      while (!stripVTControlCharacters(written).includes(after)) {
        if (Date.now() - from > 20_000) throw new Error(`never shown: ${after}\n${written}`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      input.write(keys)
    },
  }
}

const DOWN = '\u001b[B'
const choices = ['甲', '乙', '丙'].map((name, index) => ({ value: index, name, search: `word${index}` }))
const many = Array.from({ length: 31 }, (_, i) => ({ value: `v${i}`, name: `省${i}`, search: `Prov${i}` }))

describe('a choice', () => {
  test('a short list is walked through, from its default', async () => {
    const { prompter, press, screen } = terminal()
    const answer = prompter.choose({ message: '哪个', choices, default: 1, back: false })
    await press('丙', `${DOWN}\r`)
    expect(await answer).toBe(2)
    expect(screen()).toContain('❯ 乙')
    expect(screen()).toMatch(/✔ 哪个 丙\n$/)
    expect(screen()).not.toContain('上一步')
  })

  test('what the rules say of a choice stands under the list while it is pointed at', async () => {
    for (const noted of [choices, many]) {
      const { prompter, press, screen } = terminal()
      const [first, second, ...rest] = noted
      const answer = prompter.choose<string | number>({
        message: '哪个',
        choices: [
          { value: 'a', name: '先', ...first, note: { level: 'error', text: '不能选\u001b这个' } },
          { value: 'b', name: '后', ...second, note: { level: 'warning', text: '最好不选' } },
          ...rest,
        ],
        back: true,
      })
      await press('✗ 不能选\\u001b这个', DOWN)
      await press('! 最好不选', DOWN)
      await press(`❯ ${rest[0]?.name}`, '\r')
      expect(await answer).toBe(rest[0]?.value)
      expect(screen().split('❯').at(-1)).not.toContain('最好不选')
    }
  })

  test('a long list is searched, by its name or by other words', async () => {
    for (const [typed, wanted] of [
      ['省17', 'v17'],
      ['prov23', 'v23'],
    ] as const) {
      const { prompter, press } = terminal()
      const answer = prompter.choose({ message: '哪个', choices: many, default: 'v5', back: true })
      await press('❯ 省5', typed)
      await press(`❯ 省${wanted.slice(1)}`, '\r')
      expect(await answer).toBe(wanted)
    }
  })

  test('a search without a result says so and takes nothing', async () => {
    const { prompter, press } = terminal()
    const answer = prompter.choose({ message: '哪个', choices: many, default: 'v5', back: true })
    await press('❯ 省5', 'xyz')
    await press('没有这一项', '\r\u0015省3')
    await press('❯ 省3\n', '\r')
    expect(await answer).toBe('v3')
  })

  test('back: by its entry, and by Escape', async () => {
    const first = terminal()
    const one = first.prompter.choose({ message: '哪个', choices, back: true })
    await first.press('上一步', `${DOWN}${DOWN}${DOWN}\r`)
    expect(await one).toBe(BACK)
    const second = terminal()
    const two = second.prompter.choose({ message: '哪个', choices, back: true })
    await second.press('上一步', '\u001b')
    expect(await two).toBe(BACK)
    expect(second.screen()).not.toContain('✔')
  })
})

describe('on a terminal', () => {
  test('an answer leaves one line, as it may be shown', async () => {
    const { prompter, press, screen } = terminal()
    const answer = prompter.text(question)
    await press('身份证上的姓名', '沈知秋\r')
    expect(await answer).toBe('沈知秋')
    expect(screen()).toMatch(/✔ 主办单位名称 \*\*\*\n$/)
  })

  test('Escape goes back from a text', async () => {
    const { prompter, press } = terminal()
    const answer = prompter.text(question)
    await press('身份证上的姓名', '沈\u001b')
    expect(await answer).toBe(BACK)
  })

  test('Ctrl-C ends a text and a choice', async () => {
    const first = terminal()
    const text = expect(first.prompter.text(question)).rejects.toThrow(Interrupted)
    await first.press('身份证上的姓名', '沈\u0003')
    await text
    const second = terminal()
    const choice = expect(second.prompter.choose({ message: '哪个', choices, back: true })).rejects.toThrow(
      Interrupted,
    )
    await second.press('丙', '\u0003')
    await choice
  })
})
