// `beian-check next`: what to do now, by status, mode and profile, and what a refusal means for this draft.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { clean, draft, unparsable, withError } from './drafts.ts'
import { runCli } from './run-cli.ts'

const step = z.strictObject({
  id: z.string(),
  who: z.enum(['you', 'host', 'bureau']),
  text: z.string().min(4),
  sources: z.array(z.looseObject({ title: z.string(), year: z.int() })).min(1),
})
const finding = z.looseObject({ rule: z.string(), line: z.int(), message: z.string() })
const place = z.strictObject({
  path: z.array(z.union([z.string(), z.int()])),
  label: z.string(),
  value: z.string().nullable(),
  line: z.int().nullable(),
  column: z.int().nullable(),
})
const meaning = z.strictObject({
  id: z.string(),
  meaning: z.string(),
  unsure: z.boolean(),
  who: z.enum(['you', 'host', 'bureau', 'nobody']),
  whoText: z.string(),
  foreseeable: z.enum(['yes', 'partly', 'no']).nullable(),
  fields: z.array(place),
  rules: z.array(z.string()),
  findings: z.array(finding),
})
const schema = z.strictObject({
  version: z.literal(1),
  plans: z.array(
    z.strictObject({
      path: z.string().nullable(),
      document: z.int(),
      profile: z.string(),
      type: z.string(),
      mode: z.string(),
      status: z.string(),
      submit: z.strictObject({ where: z.enum(['ministry', 'host']), site: z.string() }),
      reasons: z.array(
        z.strictObject({
          code: z.int().nullable(),
          reason: z.string().nullable(),
          known: z.boolean(),
          meanings: z.array(meaning),
        }),
      ),
      suspects: z.array(finding),
      steps: z.array(step).min(1),
    }),
  ),
})

async function plans(text: string | undefined, ...args: string[]) {
  const { status, stdout, stderr } = await runCli(
    ['next', ...(text === undefined ? [] : ['a.yaml']), '--format', 'json', ...args],
    text === undefined ? {} : { files: { 'a.yaml': text } },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return schema.parse(JSON.parse(stdout)).plans
}

async function planOf(text: string | undefined, ...args: string[]) {
  const [plan] = await plans(text, ...args)
  if (plan === undefined) throw new Error('no plan')
  return plan
}

const stepsOf = async (text: string | undefined, ...args: string[]): Promise<string[]> =>
  (await planOf(text, ...args)).steps.map(({ id }) => id)

const filed = (filing: string, more: Parameters<typeof draft>[0] = {}): string =>
  draft({ ...more, top: `备案: { ${filing} }` })

describe('the way of a filing', () => {
  test.each<[what: string, text: string, args: string[], steps: string]>([
    [
      'not submitted, by oneself, 2007',
      clean,
      [],
      'prepare submit-at-ministry add-websites finish host-opinion province-review look after-approval',
    ],
    [
      'not submitted, by the host, 2007',
      filed('报备方式: 代为备案'),
      [],
      'prepare hand-to-host add-websites host-opinion province-review look after-approval',
    ],
    [
      'with an error',
      withError,
      [],
      'fix-first prepare submit-at-ministry add-websites finish host-opinion province-review look after-approval',
    ],
    [
      'not submitted, today',
      clean,
      ['--profile', 'aliyun', '--rule', 'filing/remark=off'],
      'fix-first prepare submit-at-host add-websites host-opinion confirm-by-message province-review look after-approval',
    ],
    [
      'submitted by oneself',
      filed('状态: 已提交'),
      [],
      'do-not-refile-submitted change-submitted-self host-opinion province-review look',
    ],
    [
      'submitted by the host',
      filed('状态: 已提交, 报备方式: 代为备案'),
      [],
      'do-not-refile-submitted change-submitted-agent host-opinion province-review look',
    ],
    [
      'submitted today',
      filed('状态: 已提交'),
      ['-p', 'today'],
      'do-not-refile-submitted change-submitted-today host-opinion confirm-by-message province-review look',
    ],
    [
      'refused',
      filed('状态: 被拒绝'),
      [],
      'no-refile read-reason correct-draft host-corrects back-to-province look-again',
    ],
    [
      'refused with a reason',
      clean,
      ['--code', '1041'],
      'no-refile correct-draft host-corrects back-to-province look-again',
    ],
    [
      'refused today',
      filed('状态: 被拒绝'),
      ['-p', 'huawei'],
      'no-refile read-reason correct-draft correct-order-today back-to-province look-again',
    ],
    [
      'approved, 2007',
      filed('状态: 已通过, 备案号: 浙ICP备10000001号'),
      [],
      'place-number check-page certificate-file keep-true change-provider',
    ],
    [
      'approved, today, number not noted',
      clean,
      ['-p', 'tencent', '--status', 'approved'],
      'note-number place-number check-page police keep-true keep-access paid-services change-provider',
    ],
    [
      'another access provider',
      filed('备案类型: 新增接入, 备案号: 浙ICP备10000001号'),
      [],
      'prepare change-provider-new submit-at-ministry add-websites finish host-opinion province-review look after-approval',
    ],
  ])('%s', async (_what, text, args, expected) => {
    expect((await stepsOf(text, ...args)).join(' ')).toBe(expected)
  })

  test('the number of websites, the host and the site are those of the draft and the profile', async () => {
    const two = `${clean}  - name: 林间手记\n    domains: [linjian.cn]\n`
    const texts = (await planOf(two)).steps.map(({ text }) => text)
    expect(texts.join('\n')).toContain('草稿里有 2 个网站')
    expect(texts.join('\n')).toContain('www.miibeian.gov.cn')
    expect(texts.join('\n')).toContain('上海金咏信息科技有限公司核对')
    const miit = await planOf(two, '--profile', 'miit-2009', '--lang', 'en')
    expect(miit.submit).toEqual({ where: 'ministry', site: 'www.miibeian.gov.cn' })
    expect(miit.steps.map(({ text }) => text).join('\n')).toContain('The draft has 2 websites')
  })

  test('commands can be copied: names are quoted, and the page is read by the same profile', async () => {
    const text = filed('状态: 已通过, 备案号: 浙ICP备10000001号')
    const checkPage = async (file: string, ...args: string[]): Promise<string | undefined> => {
      const files = { [file]: text }
      const { stdout } = await runCli(['next', file, '--format', 'json', ...args], { files })
      const [plan] = schema.parse(JSON.parse(stdout)).plans
      return plan?.steps.find(({ id }) => id === 'check-page')?.text
    }
    expect(await checkPage('a.yaml')).toContain('--draft a.yaml --profile jinyong')
    expect(await checkPage('a.yaml', '-p', 'today')).toMatch(/--draft a\.yaml$/)
    expect(await checkPage("it's my draft.yaml")).toContain("--draft 'it'\\''s my draft.yaml'")
  })

  test('each draft by the config of its own folder', async () => {
    const files = {
      'old/a.yaml': clean,
      'new/b.yaml': clean,
      'new/beian-check.config.yaml': 'profile: today\n',
    }
    const { stdout } = await runCli(['next', 'old/a.yaml', 'new/b.yaml', '--format', 'json'], { files })
    expect(schema.parse(JSON.parse(stdout)).plans.map(({ path, profile }) => [path, profile])).toEqual([
      ['old/a.yaml', 'jinyong'],
      ['new/b.yaml', 'today'],
    ])
  })

  test('without a draft: the way in general', async () => {
    const plan = await planOf(undefined, '--profile', 'today')
    expect(plan).toMatchObject({ path: null, status: 'draft', mode: 'agent', suspects: [] })
  })

  test('a plan a draft', async () => {
    expect(await plans(`${clean}---\n${withError}`)).toMatchObject([{ document: 0 }, { document: 1 }])
  })
})

describe('a refusal', () => {
  const wrong = filed('状态: 被拒绝', { address: '文三路' }).replace(
    'homepage: www.shanjian-notes.cn',
    'homepage: www.shanjian-note.cn',
  )

  test('a code: meaning, fields of this draft with places, rules, who, and what the check finds', async () => {
    const { reasons, suspects } = await planOf(wrong, '--code', '1041')
    expect(reasons).toMatchObject([
      {
        code: 1041,
        known: true,
        meanings: [
          {
            id: '1041',
            who: 'you',
            foreseeable: 'yes',
            rules: ['website/homepage'],
            fields: [
              { path: ['websites', 0, 'homepage'], value: 'www.shanjian-note.cn', line: 16, column: 15 },
              { path: ['websites', 0, 'domains', 0, 'name'], value: 'shanjian-notes.cn', line: 15 },
            ],
            findings: [{ rule: 'website/homepage', line: 16 }],
          },
        ],
      },
    ])
    // The other error is told too: reviewers name one objection at a time.
    expect(suspects.map(({ rule }) => rule)).toEqual(['subject/address-door-number'])
  })

  test('words: the same, and several reasons at once', async () => {
    const { reasons, suspects } = await planOf(
      wrong,
      '--reason',
      '通信地址请写到门牌号；首页网址与域名不符',
      '--reason',
      '天气不好',
      '--code',
      '1016、9999',
    )
    expect(reasons.map(({ known, meanings }) => [known, meanings.map(({ id }) => id)])).toEqual([
      [true, ['1016']],
      [false, []],
      [true, ['address-door-number', 'homepage']],
      [false, []],
    ])
    expect(reasons[2]?.meanings[0]?.findings).toMatchObject([
      { rule: 'subject/address-door-number', line: 12 },
    ])
    expect(suspects).toEqual([])
  })

  test('without a reason the errors of the draft are the suspects, but for refiling itself', async () => {
    const { suspects, steps } = await planOf(wrong)
    expect(suspects.map(({ rule }) => rule)).toEqual(['subject/address-door-number', 'website/homepage'])
    expect(steps[0]).toMatchObject({ id: 'no-refile' })
  })

  test.each([
    [[], '用户名和密码'],
    [['--mode', '代为备案'], '你给出对的内容和用户名，'],
    [['--profile', 'today'], '在接入商的备案系统里改'],
  ])('who changes it: %j', async (args, words) => {
    const { reasons } = await planOf(wrong, '--code', '1041', ...args)
    expect(reasons[0]?.meanings[0]?.whoText).toContain(words)
  })

  test('the website that a reason names', async () => {
    const two = `${wrong}  - name: 林间手记\n    domains: [linjian.cn]\n    homepage: linjian.com\n`
    const { reasons } = await planOf(two, '--reason', 'linjian.cn 首页网址与域名不符')
    expect(reasons[0]?.meanings[0]?.fields.map(({ value }) => value)).toEqual(['linjian.com', 'linjian.cn'])
    expect(reasons[0]?.meanings[0]?.findings).toHaveLength(1)
  })

  test('no personal value is printed, neither of the draft nor of the reason', async () => {
    const files = {
      'a.yaml': clean.replace(
        '  province',
        '  principal: { mobile: "13000000001", email: shen@example.cn }\n  province',
      ),
    }
    const args = [
      'next',
      'a.yaml',
      '--reason',
      '手机13000000001停机，身份证号330106194903070025有误',
      '--code',
      '1007',
    ]
    for (const format of ['terminal', 'json']) {
      const { stdout } = await runCli([...args, '--format', format], { files })
      for (const value of ['13000000001', '330106194903070025', 'shen@', '文三路90号2单元301室'])
        expect(stdout).not.toContain(value)
      expect((await runCli([...args, '--format', format, '--show-values'], { files })).stdout).toContain(
        '330106194903070025',
      )
    }
  })

  test('hidden characters of a reason do not reach the terminal', async () => {
    const { stdout } = await runCli(['next', '--reason', 'IP\u001b[31m 有误\u202e'])
    expect(stdout).toContain('\\u001b')
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('for people', () => {
  test.each(['zh', 'en'])('fits 80 columns in %s', async (lang) => {
    const { stdout } = await runCli(
      ['next', 'a.yaml', '--lang', lang, '--code', '1041,1063,9999', '--reason', '网站负责人手机号码停机'],
      { files: { 'a.yaml': withError }, isTTY: true, columns: 80 },
    )
    expect(stdout).not.toMatch(/undefined|\[object|NaN/)
    if (lang === 'en') {
      // Names and the reason stay Chinese, the sentences do not.
      expect(stdout).toContain('What to do')
      expect(stdout).not.toMatch(/[。；]/)
    }
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
  })
})

describe('wrong use', () => {
  test.each([
    [['next', '--code', 'abc'], /退回代码的数字.*“abc”/],
    [['next', '--status', '通過了吗'], /没有状态/],
    [['next', '--mode', 'slef', '--lang', 'en'], /There is no mode “slef”; is “self” meant\?/],
    [['next', 'no.yaml'], /^no\.yaml：没有这个文件/],
    [['next', '--profile', 'jinyon'], /是不是“jinyong”/],
  ])('%j', async (args, message) => {
    const { status, stderr } = await runCli(args)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(message) })
  })

  test('a file that cannot be read leaves the others their plans', async () => {
    const { status, stdout, stderr } = await runCli(['next', 'a.yaml', 'b.yaml', '--format', 'json'], {
      files: { 'a.yaml': unparsable, 'b.yaml': clean },
    })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'a.yaml：有草稿读不出来；错在哪里，见 beian-check 对它的检查\n',
    })
    expect(schema.parse(JSON.parse(stdout)).plans.map(({ path }) => path)).toContain('b.yaml')
  })

  test('standard input', async () => {
    const { status, stdout } = await runCli(['next', '-', '--format', 'json'], { stdin: withError })
    expect(status).toBe(0)
    expect(schema.parse(JSON.parse(stdout)).plans[0]?.steps[0]?.id).toBe('fix-first')
  })
})
