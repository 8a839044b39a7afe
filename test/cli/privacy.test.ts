// Personal values never reach an output unless they are asked for, and hidden characters never reach it at all.
// All persons here are invented; their numbers have valid check digits.
import { describe, expect, test } from 'vitest'
import { draft } from './drafts.ts'
import { runCli, runFormats } from './run-cli.ts'
import { flat, pieces } from './secrets.ts'

const ids = {
  sponsor: '33010619480917207X',
  principal: '510107194302281148',
}

interface Case {
  readonly what: string
  readonly text: string
  /** Values that stand on lines with findings: hidden, but there with --show-values. */
  readonly secrets: readonly string[]
  /** Values that must be hidden, and are not shown by --show-values either, as nothing is found on their line. */
  readonly elsewhere?: readonly string[]
  readonly name?: string
}

const languages = ['zh', 'en'] as const

async function outputs(text: string, name: string, more: readonly string[] = []): Promise<string[]> {
  const printed: string[] = []
  for (const lang of languages) {
    const { reports, stderr } = await runFormats([name, '--lang', lang, ...more], { files: { [name]: text } })
    for (const report of Object.values(reports)) {
      // SARIF carries the rules with their examples, whose numbers are invented: only results are of the draft.
      const own = report.replace(/"tool": \{[\s\S]*?\n {6}\},/, '')
      expect(own).toMatch(/(?:draft|subject|contact|website|access)\/[a-z-]+/)
      printed.push(own + stderr)
    }
  }
  return printed
}

async function keepsSecret({ text, secrets, elsewhere = [], name = 'a.yaml' }: Case): Promise<void> {
  for (const output of await outputs(text, name)) {
    for (const value of [...secrets, ...elsewhere]) {
      expect(output).not.toContain(value)
      for (const piece of pieces(value)) expect(flat(output), `a piece of ${value}`).not.toContain(piece)
    }
  }
  const [shown = ''] = await outputs(text, name, ['--show-values'])
  for (const value of secrets) expect(shown).toContain(value)
}

const people = (lines: readonly string[]): string =>
  draft().replace(
    'websites:',
    ['  principal:', ...lines.map((line) => `    ${line}`), 'websites:'].join('\n'),
  )

const number = (written: string): string =>
  draft().replace('number: 330106194903070025', `number: ${written}`)

const comment = (text: string): string => draft({ website: `services: [博客/个人空间] # ${text}` })

const cases: Case[] = [
  {
    what: 'an identity number with a wrong check digit',
    text: number('330106194809172070'),
    secrets: ['330106194809172070'],
  },
  { what: 'one that is quoted', text: number('"330106194809172070"'), secrets: ['330106194809172070'] },
  {
    what: 'one with spaces',
    text: number('330106 19480917 2070'),
    secrets: ['330106 19480917 2070'],
  },
  {
    what: 'one in full width',
    text: number('３３０１０６１９４８０９１７２０７０'),
    secrets: ['３３０１０６１９４８０９１７２０７０'],
  },
  { what: 'one with a small x', text: number('33010619480917207x'), secrets: ['33010619480917207x'] },
  { what: 'one of 15 digits', text: number('330106480917207'), secrets: ['330106480917207'] },
  { what: 'one digit too many', text: number('3301061948091720700'), secrets: ['3301061948091720700'] },
  { what: 'one from nowhere', text: number('990106194809172077'), secrets: ['990106194809172077'] },
  {
    what: 'one where the name should be',
    text: draft().replace('name: 沈知秋', `name: ${ids.sponsor}`),
    secrets: [ids.sponsor],
  },
  {
    what: 'one as the name of a website',
    text: draft({ name: ids.sponsor }),
    secrets: [ids.sponsor],
  },
  {
    what: 'two on one line, the wrong one beside the right one',
    text: people([
      'name: 林望舒',
      `certificate: { type: 驾照, number: ${ids.principal}, address: 四川省成都市 }`,
    ]),
    secrets: [ids.principal],
  },
  {
    what: 'mobiles of ten and twelve digits',
    text: people(['name: 沈知秋', 'mobile: 1300000601', 'emergencyPhone: 130000060234']),
    secrets: ['1300000601', '130000060234'],
  },
  {
    what: 'a mobile written twice',
    text: people(['name: 沈知秋', 'mobile: 13000006021', 'emergencyPhone: 13000006021']),
    secrets: ['13000006021'],
  },
  {
    what: 'a mobile in groups, with the country code',
    text: people(['name: 沈知秋', 'mobile: +86 130 0000 603', 'emergencyPhone: 130-0000-604']),
    secrets: ['+86 130 0000 603', '130-0000-604'],
  },
  {
    what: 'two mobiles in one field',
    text: people(['name: 沈知秋', 'mobile: 13000006051/13000006052']),
    secrets: ['13000006051', '13000006052'],
  },
  {
    what: 'a landline where a mobile should be',
    text: people(['name: 沈知秋', 'mobile: 0571-80006061']),
    secrets: ['0571-80006061'],
  },
  {
    what: 'landlines in many ways',
    text: people(['name: 沈知秋', 'phone: (0999)80006071-801']),
    secrets: ['(0999)80006071-801'],
  },
  {
    what: 'a landline too short',
    text: people(['name: 沈知秋', 'phone: 0571-806072']),
    secrets: ['0571-806072'],
  },
  {
    what: 'mail addresses',
    text: people(['name: 沈知秋', 'email: secret.person@gmial.com', 'qq: 1']),
    secrets: ['secret.person@gmial.com'],
  },
  {
    what: 'a mail address with a full-width sign',
    text: people(['name: 沈知秋', 'email: veiled_lady＠example.com']),
    secrets: ['veiled_lady＠example.com'],
  },
  {
    what: 'a mail address without a sign',
    text: people(['name: 沈知秋', 'email: nobodyknows.example.com']),
    secrets: ['nobodyknows.example.com'],
  },
  {
    what: 'two mail addresses',
    text: people(['name: 沈知秋', 'email: first.one@example.com; second.one@example.com']),
    secrets: ['first.one@example.com', 'second.one@example.com'],
  },
  {
    what: 'QQ as a list',
    text: people(['name: 沈知秋', 'qq: [31415926, 27182818]']),
    secrets: [],
    elsewhere: ['31415926', '27182818'],
  },
  {
    what: 'values in comments behind a wrong address',
    text: draft({ address: `文三路 # 沈知秋 ${ids.sponsor} 手机 13000006091 邮箱 secret.mail@example.com` }),
    secrets: [ids.sponsor, '13000006091', 'secret.mail@example.com'],
  },
  {
    what: 'values in comments',
    text: comment(
      `${ids.sponsor} 13000006092 0571-80006093 (0571)80006094 80006095 aa.bb@example.com 31415926`,
    ),
    secrets: [
      ids.sponsor,
      '13000006092',
      '0571-80006093',
      '(0571)80006094',
      '80006095',
      'aa.bb@example.com',
      '31415926',
    ],
  },
  {
    what: 'a landline in groups in a comment',
    text: comment('0571 8000 6185'),
    secrets: ['0571 8000 6185'],
  },
  {
    what: 'values in comments, beside Chinese',
    text: comment(
      `电话13000006096，身份证${ids.sponsor}。微信13000006097、QQ31415926；邮箱cc.dd@example.com`,
    ),
    secrets: ['13000006096', ids.sponsor, '13000006097', '31415926', 'cc.dd@example.com'],
  },
  {
    what: 'values beside a wrong one in a flow mapping',
    text: draft().replace(
      'websites:',
      `  principal: { name: 沈先生, mobile: 13000006101, phone: 0571-80006102, email: on.one.line@example.com, qq: 31415926 }\nwebsites:`,
    ),
    secrets: ['13000006101', '0571-80006102', 'on.one.line@example.com', '31415926'],
  },
  {
    what: 'a whole draft on one line of JSON',
    name: 'a.json',
    text: JSON.stringify({
      subject: {
        nature: '私人',
        name: '沈知秋',
        certificate: { type: 'resident-id', number: ids.sponsor },
        principal: {
          name: '沈先生',
          mobile: '13000006111',
          phone: '0571-80006112',
          email: 'in.json@example.com',
        },
      },
    }),
    secrets: [ids.sponsor, '13000006111', '0571-80006112', 'in.json@example.com'],
  },
  {
    what: 'remarks',
    text: draft({
      top: `x-note: ${ids.principal}`,
      website: `remark: ${'很'.repeat(1200)} 13000006121 ${ids.sponsor}`,
    }),
    secrets: [],
    elsewhere: [ids.principal, '13000006121', ids.sponsor],
  },
  {
    what: 'an unknown key and its value',
    text: draft({ top: `13000006131: { 手机号: 13000006132 }\nmobil: 13000006133` }),
    secrets: ['13000006131', '13000006132', '13000006133'],
  },
  {
    what: 'values of the wrong type',
    text: people([
      'name: 沈知秋',
      'mobile: [13000006141, 13000006142]',
      'email: { work: wrong.type@example.com }',
    ]),
    secrets: ['13000006141', '13000006142', 'wrong.type@example.com'],
  },
  {
    what: 'a certificate that is a text',
    text: draft().replace(/ {2}certificate:\n(?: {4}.*\n){3}/, `  certificate: ${ids.sponsor}\n`),
    secrets: [ids.sponsor],
  },
  {
    what: 'an option that is a number',
    text: draft().replace('nature: individual', 'nature: 13000006151'),
    secrets: ['13000006151'],
  },
  {
    what: 'an unknown profile',
    text: draft({ top: 'profile: 13000006152' }),
    secrets: ['13000006152'],
  },
  {
    what: 'a home page with a phone',
    text: draft().replace('homepage: www.shanjian-notes.cn', 'homepage: www.elsewhere.cn/?tel=13000006153'),
    secrets: ['13000006153'],
  },
  {
    what: 'a provider with a phone',
    text: draft().replace('上海金咏信息科技有限公司', '金咏 13000006154'),
    secrets: ['13000006154'],
  },
  {
    what: 'an address with a phone',
    text: draft({ address: '文三路（电话 13000006155）' }),
    secrets: ['13000006155'],
  },
  {
    what: 'an IP field with a phone',
    text: draft().replace('ips: 101.80.16.8', 'ips: 0571-80006156'),
    secrets: ['0571-80006156'],
  },
  {
    what: 'a syntax error on the line',
    text: people(['name: 沈知秋', 'mobile：13000006161', 'email: no.comma@example.com']),
    secrets: ['13000006161'],
    elsewhere: ['no.comma@example.com'],
  },
  {
    what: 'an open quote',
    text: people([
      'name: 沈知秋',
      `certificate: { type: 身份证, number: "${ids.sponsor} }`,
      'mobile: 13000006162',
    ]),
    secrets: [ids.sponsor],
    elsewhere: ['13000006162'],
  },
  {
    what: 'a key twice',
    text: people(['name: 沈知秋', 'mobile: 13000006163', 'mobile: 13000006164']),
    secrets: ['13000006164'],
    elsewhere: ['13000006163'],
  },
  {
    what: 'a field twice, in both languages',
    text: people(['name: 沈知秋', 'mobile: 13000006165', '手机号码: 13000006166']),
    secrets: ['13000006165'],
    elsewhere: ['13000006166'],
  },
  {
    what: 'broken JSON',
    name: 'a.json',
    text: `{ "subject": { "certificate": { "number": ${ids.sponsor} }, "phone": 0571-80006167 } }`,
    secrets: [ids.sponsor, '0571-80006167'],
  },
  {
    what: 'a broken line of NDJSON',
    name: 'a.ndjson',
    text: `{"subject":{"name":"沈知秋"}}\n{"subject":{"mobile":"13000006168","email":"in.lines@example.com",}}\n`,
    secrets: ['13000006168', 'in.lines@example.com'],
  },
  {
    what: 'a mobile in groups in a comment',
    text: comment('130 0000 6181'),
    secrets: ['130 0000 6181'],
  },
  {
    what: 'a mobile with dashes in a comment',
    text: comment('130-0000-6182'),
    secrets: ['130-0000-6182'],
  },
  {
    what: 'a mobile in other groups in a comment',
    text: comment('1300 0006 183'),
    secrets: ['1300 0006 183'],
  },
  { what: 'a hotline in a comment', text: comment('400-800-6184'), secrets: ['400-800-6184'] },
  {
    what: 'an identity number with spaces in a comment',
    text: comment('330106 19480917 207X'),
    secrets: ['330106 19480917 207X'],
  },
  {
    what: 'an identity number in groups in a comment',
    text: comment('330106 1948 0917 207X'),
    secrets: ['330106 1948 0917 207X'],
  },
  {
    what: 'an identity number in its field with spaces, beside a wrong value',
    text: people(['name: 林望舒', 'certificate: { type: 驾照, number: 510107 1943 0228 1148 }']),
    secrets: ['510107 1943 0228 1148'],
  },
  { what: 'a number before 号 in a comment', text: comment('手机13000006186号'), secrets: ['13000006186'] },
  { what: 'a number before a full stop', text: comment('13000006187.thanks'), secrets: ['13000006187'] },
  {
    what: 'an address before a phone on one line',
    text: JSON.stringify({
      subject: { nature: '私人', address: '文三路90号2单元301室', phone: '0571-80006188' },
    }),
    secrets: ['301室'],
  },
]

describe('personal values', () => {
  test.each(cases)('$what', keepsSecret)

  test('clashes name no numbers', async () => {
    const other = draft({ domain: 'two.cn', name: '水边札记' }).replace('name: 沈知秋', 'name: 林望舒')
    const files = { 'a.yaml': draft(), 'b.yaml': other }
    const { reports } = await runFormats(['a.yaml', 'b.yaml'], { files })
    for (const report of Object.values(reports)) {
      expect(report).toContain('conflict/certificate')
      expect(report.replace(/"tool": \{[\s\S]*?\n {6}\},/, '')).not.toContain('19490307')
    }
  })

  test('nothing of a draft is in the message about a failure of the tool itself', async () => {
    const { stderr, status } = await runCli(['-'], {
      stdin: draft(),
      get now(): number {
        throw new Error('13000006171')
      },
    })
    expect(status).toBe(70)
    expect(stderr).not.toContain('13000006171')
    expect(stderr).toMatch(/^ {2}beian-check \d/m)
  })
})

describe('hidden characters', () => {
  // Escape sequences, a bell, a backspace, C1 controls, direction overrides and isolates, zero width, line separators.
  const nasty = [
    '\u001b[31m',
    '\u001b]0;x\u0007',
    '\b',
    '\u009b2J',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u2028',
    '\u061c',
    '\u00ad',
  ]
  const raw = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
  const printed = (text: string): string => text.replaceAll('\n', '')

  test.each(
    nasty.map((text) => [
      JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
      text,
    ]),
  )('in values: %s', async (_what, text) => {
    const bad = `文三路${text}对面`
    const escaped = JSON.stringify(bad).replace(
      /[^ -~]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    const drafts: Record<string, string> = {
      'a.yaml': draft({ address: escaped, name: escaped, domain: escaped }),
      'b.json': JSON.stringify({
        subject: { nature: bad, [bad]: '1' },
        profile: bad,
        websites: [{ name: bad }],
      }),
      'c.yaml': draft({ address: bad, website: `${bad}: ${bad}`, name: `'${bad}'` }),
      'd.yaml': `subject：${bad}`,
      'e.yaml': draft({ address: `文三路 # ${bad}` }),
    }
    for (const [name, content] of Object.entries(drafts)) {
      for (const more of [[], ['--show-values']]) {
        const { reports, stderr } = await runFormats([name, ...more], { files: { [name]: content } })
        expect(printed(stderr)).not.toMatch(raw)
        for (const [format, report] of Object.entries(reports)) {
          expect(report).toMatch(/(?:draft|subject|website)\/[a-z-]+/)
          expect(printed(report), `${name} ${format}`).not.toMatch(raw)
        }
      }
    }
  })

  test.skipIf(process.platform === 'win32')('in file names', async () => {
    const name = 'a\u001b[2J\u202eb\u0007c\nd.yaml'
    const files = {
      [name]: draft({ address: '文三路' }),
      [`clash${name}`]: draft().replace('沈知秋', '林望舒'),
    }
    const { reports } = await runFormats([name, `clash${name}`], { files })
    for (const report of Object.values(reports)) {
      expect(report).toContain('conflict/')
      expect(printed(report)).not.toMatch(raw)
      expect(report).not.toMatch(/^d\.yaml/m)
    }
    // A program needs the name as it is: JSON escapes it.
    expect(reports.json).toContain('"path":')
    expect(reports.ndjson).toContain('"path":')
    const missing = await runCli([name])
    expect(missing.status).toBe(2)
    expect(missing.stderr.trim().split('\n')).toHaveLength(1)
    expect(printed(missing.stderr)).not.toMatch(raw)
  })

  test('in words of the command line', async () => {
    const bad = 'x\u001b[31m\u202e\ny'
    for (const args of [
      ['--format', bad],
      ['--rule', `${bad}=off`],
      ['--rule', `subject/real-name=${bad}`],
      ['--profile', bad],
      ['--lang', bad],
      ['--config', bad],
      ['--ip-data', bad],
      ['--max-warnings', bad],
      [`--${bad}`],
    ]) {
      const { status, stdout, stderr } = await runCli(['a.yaml', ...args], { files: { 'a.yaml': draft() } })
      expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' })
      expect(printed(stderr), args[0]).not.toMatch(raw)
    }
  })
})
