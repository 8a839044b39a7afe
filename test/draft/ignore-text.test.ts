// An ignore written into a draft: it stands where it covers its finding and nothing else changes, in any layout.
import { describe, expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import { commentsOf } from '../../src/draft/comments.ts'
import { withIgnore } from '../../src/draft/ignore-text.ts'
import type { Format } from '../../src/draft/read.ts'
import type { LocatedFinding } from '../../src/engine/report.ts'
import { checkOne } from '../../src/engine/run.ts'
import { NOW, quietIo } from '../cli/run-cli.ts'
import { formattedJson, formattedYaml, pickFrom } from '../formatted.ts'
import fc from '../property.ts'

const settings = settingsOf('jinyong', undefined, quietIo(NOW))

async function findings(text: string, format: Format): Promise<readonly LocatedFinding[]> {
  const source = { text, format }
  const { broken, findings } = await checkOne('a', source, {
    load: async () => source,
    settings: () => settings,
    rule: (id) => ruleTable().get(id),
  })
  expect(broken, text).toBe(false)
  return findings
}

const REASON = '已与接入商确认: #1'

const nameOf = ({ rule, message, document, at }: LocatedFinding): string =>
  JSON.stringify([rule, message, document, at.path])

const ignore = (text: string, format: Format, { rule, document, line, path }: LocatedFinding) =>
  withIgnore(text, format, { rule, reason: REASON, document, line, path })

const bad = {
  主体信息: {
    主办单位性质: '个人',
    主办单位名称: '林先生',
    证件: { 证件类型: '居民身份证', 证件号码: '330106194903070026' },
    所在省: '浙江',
    所在市: '杭州市',
    通信地址: '文三路',
    主体负责人: { 手机号码: '123', 电子邮箱: 'a@gmial.com' },
  },
  网站信息: [
    {
      网站名称: '8848',
      域名: ['www.shanjian-notes.cn', 'qinghe-tea.cn'],
      前置审批: ['新闻'],
      接入信息: { 接入方式: ['虚拟主机', '专线'], 网站IP: ['10.0.0.1', '101.80.16.8'] },
    },
    { 网站名称: '9527' },
  ],
}

describe.each([
  ['yaml', formattedYaml],
  ['json', formattedJson],
] as const)('%s', (format, write) => {
  test('covers its finding, and what stands on the lines of its value at most', async () => {
    let written = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1000), { minLength: 40, maxLength: 120 }),
        fc.nat(),
        async (numbers, which) => {
          const { text } = write([bad, bad], pickFrom(numbers))
          const before = await findings(text, format)
          const finding = before[which % before.length]
          if (finding === undefined) throw new Error('there are findings')
          const edited = await ignore(text, format, finding)
          // Inside a text over several lines there is no room for a comment.
          if (edited === undefined) return
          written += 1
          const after = await findings(edited, format)
          const left = after.map(nameOf)
          expect(left).not.toContain(nameOf(finding))
          expect(after.filter(({ rule }) => rule === 'draft/ignore')).toEqual([])
          // A value that begins on the line may go on below it.
          const comment =
            format === 'yaml' ? commentsOf(edited).find((entry) => entry.text.includes(REASON)) : undefined
          const last = comment === undefined ? finding.line : comment.lines[1] - 1
          for (const other of before.filter(
            ({ line, rule }) => line < finding.line || line > last || rule !== finding.rule,
          ))
            expect(left).toContain(nameOf(other))
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
    expect(written).toBeGreaterThan(40)
  })
})

describe('where it stands', () => {
  const at = async (text: string, rule: string): Promise<string> => {
    const finding = (await findings(text, 'yaml')).find((entry) => entry.rule === rule)
    return (finding && (await ignore(text, 'yaml', finding))) ?? 'not written'
  }
  const IP = '# beian-check-ignore access/ip: 已与接入商确认: #1\n'

  test.each<[string, string, string]>([
    [
      'above an item of a list',
      '网站信息:\n  - 接入信息:\n      网站IP:\n        - 101.80.16.8\n        - 10.0.0.1\n',
      `网站信息:\n  - 接入信息:\n      网站IP:\n        - 101.80.16.8\n        ${IP}        - 10.0.0.1\n`,
    ],
    [
      'above a line of braces',
      '网站信息: { 接入信息: {\n  网站IP: 10.0.0.1 } }\n',
      `网站信息: { 接入信息: {\n  ${IP}  网站IP: 10.0.0.1 } }\n`,
    ],
    [
      'above a block text',
      '网站信息:\n  接入信息:\n    网站IP: |\n      10.0.0.1\n',
      `网站信息:\n  接入信息:\n    ${IP}    网站IP: |\n      10.0.0.1\n`,
    ],
    [
      'in a later draft',
      'x-a: b\n---\n网站信息: { 接入信息: { 网站IP: 10.0.0.1 } }\n',
      `x-a: b\n---\n${IP}网站信息: { 接入信息: { 网站IP: 10.0.0.1 } }\n`,
    ],
    [
      'above a draft on the line of its dashes',
      '--- { 网站信息: { 接入信息: { 网站IP: 10.0.0.1 } } }\n',
      `${IP}--- { 网站信息: { 接入信息: { 网站IP: 10.0.0.1 } } }\n`,
    ],
  ])('%s', async (_what, text, wanted) => {
    expect(await at(text, 'access/ip')).toBe(wanted)
  })

  test('a reason over several lines becomes one', async () => {
    const text = '网站信息: { 接入信息: { 网站IP: 10.0.0.1 } }\n'
    const entry = { rule: 'access/ip', reason: ' 一\n二 ', document: 0, line: 1, path: [] }
    expect(await withIgnore(text, 'yaml', entry)).toBe(`# beian-check-ignore access/ip: 一 二\n${text}`)
  })
})
