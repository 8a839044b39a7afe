// `beian-check faq`: the eight questions by number, by name, and by what people ask.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faq } from '../../src/guide/data/faq.ts'
import { searchFaq } from '../../src/guide/faq.ts'
import { runCli } from './run-cli.ts'

async function ok(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(['faq', ...args])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).not.toMatch(/undefined|\[object|NaN/)
  return stdout
}

const source = z.strictObject({ title: z.string(), year: z.int(), ref: z.string().optional() })
const schema = z.strictObject({
  version: z.literal(1),
  query: z.string().nullable(),
  topics: z.array(
    z.strictObject({
      number: z.int(),
      id: z.string(),
      question: z.string(),
      answer: z.array(z.string()).min(1),
      sources: z.array(source).length(1),
      holds: z.enum(['yes', 'partly', 'no']),
      today: z.array(z.string()).min(1),
      todaySources: z.array(source).min(1),
    }),
  ),
})

describe('words that people ask with, and the question they mean', () => {
  test.each<[words: string, best: number]>([
    ['怎么改手机号', 1],
    ['信息写错了', 1],
    ['how do I change my address', 1],
    ['modify', 1],
    ['被驳回了', 2],
    ['审核没通过', 2],
    ['可以重新备案吗', 2],
    ['my filing was rejected', 2],
    ['file again after refusal', 2],
    ['换空间', 3],
    ['换服务器要不要重新接入', 3],
    ['moving to another host', 3],
    ['switch provider', 3],
    ['提示冲突', 4],
    ['域名被占用', 4],
    ['duplicate domain', 4],
    ['收不到验证码', 5],
    ['短信没收到', 5],
    ['no sms code', 5],
    ['验证码丢失', 6],
    ['lost code', 6],
    ['忘记密码', 7],
    ['备案密码怎么找回', 7],
    ['I forgot my password', 7],
    ['passwrod', 7],
    ['用户名忘了', 8],
    ['重置密码要交什么', 8],
    ['forgotten user name', 8],
  ])('%s', (words, best) => {
    expect(searchFaq(words).found[0]?.number).toBe(best)
  })

  test.each(faq.map(({ number, id }) => [number, id] as const))('%i and %s', (number, id) => {
    for (const word of [String(number), id, id.toUpperCase(), `　${number} `]) {
      expect(searchFaq(word)).toMatchObject({ exact: true, found: [{ number }] })
    }
  })

  test.each(['天气', 'qwxz', '9', '!!'])('%s is about none', async (words) => {
    expect(searchFaq(words).found).toEqual([])
    const { status, stdout, stderr } = await runCli(['faq', words])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('8 forgotten-details')
  })

  test('a return code is a matter of another command', async () => {
    const { status, stderr } = await runCli(['faq', '1041'])
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--code 1041') })
  })
})

describe('what is printed', () => {
  test.each(['zh', 'en'] as const)('the list in %s', async (lang) => {
    const lines = (await ok('--lang', lang)).split('\n')
    for (const [index, { number, id, question }] of faq.entries())
      expect(lines[index]).toMatch(new RegExp(`^${number}  ${id} +${question[lang].replace(/[?？]/g, '.')}$`))
  })

  test.each(faq.map(({ id }) => id))(
    '%s in both languages, with its source and what holds today',
    async (id) => {
      const topic = faq.find((each) => each.id === id)
      const zh = await ok(id, '--lang', 'zh')
      const en = await ok(id, '--lang', 'en')
      for (const line of [...(topic?.answer ?? []), ...(topic?.today ?? [])]) {
        expect(zh).toContain(line.zh)
        expect(en).toContain(line.en)
        expect(line.en).not.toMatch(/[，。；]/)
      }
      expect(zh).toContain(`问答 ${topic?.number}`)
      expect(zh).toContain('是否仍适用')
      expect(en).toContain('Still holds: ')
      expect(zh).toContain('现在\n')
    },
  )

  test('several words, the best first and the others named', async () => {
    const text = await ok('password', 'user', 'name', '--lang', 'en')
    expect(text).toMatch(/^8\. /)
    expect(text).toContain('Perhaps you mean')
  })

  test('80 columns', async () => {
    for (const lang of ['zh', 'en']) {
      for (const word of ['7', '']) {
        const args = ['faq', ...(word === '' ? [] : [word]), '--lang', lang]
        const { stdout } = await runCli(args, { isTTY: true, columns: 80 })
        for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
      }
    }
  })

  test('JSON', async () => {
    for (const lang of ['zh', 'en']) {
      expect(schema.parse(JSON.parse(await ok('--format', 'json', '--lang', lang))).topics).toHaveLength(8)
      const one = schema.parse(JSON.parse(await ok('换空间', '--format', 'json', '--lang', lang)))
      expect(one).toMatchObject({ query: '换空间', topics: [{ number: 3, holds: 'partly' }] })
    }
  })

  test('hidden characters of a question do not reach the terminal', async () => {
    const { stderr } = await runCli(['faq', 'x\u001b[31mx\u202e'])
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
