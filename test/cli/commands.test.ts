// The commands beside the main job: explain, rules, profiles, help, version.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eastAsianWidth } from 'get-east-asian-width'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { allRules as rules } from '../../rules/all.ts'
import { builtinIds } from '../../src/profile/builtin.ts'
import { clean } from './drafts.ts'
import { ROOT, runCli } from './run-cli.ts'

const han = /\p{Script=Han}/u
const source = z.strictObject({ title: z.string(), year: z.int(), ref: z.string().optional() })
const severity = z.enum(['error', 'warning', 'info', 'off'])

async function ok(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(args)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).not.toMatch(/undefined|\[object|NaN/)
  return stdout
}

async function refused(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).not.toMatch(/^\s+at /m)
  return stderr
}

describe('explain', () => {
  test.each(rules.map(({ id }) => id))('%s', async (id) => {
    const rule = rules.find((each) => each.id === id)
    const zh = await ok('explain', id, '--lang', 'zh')
    const en = await ok('explain', id, '--lang', 'en')
    expect(zh).toContain(`${id}  ${rule?.texts.title.zh}\n`)
    expect(en).toContain(`${id}  ${rule?.texts.title.en}\n`)
    expect(zh).toContain(rule?.texts.why.zh)
    expect(en).toContain(rule?.texts.why.en)
    for (const each of rule?.sources ?? []) {
      expect(zh).toContain(`${each.title.zh}，${each.year}`)
      expect(en).toContain(`${each.title.en}, ${each.year}`)
    }
    for (const lang of ['zh', 'en'] as const) {
      const { version, rule: told } = JSON.parse(await ok('explain', id, '--lang', lang, '--format', 'json'))
      expect(version).toBe(1)
      z.strictObject({
        id: z.literal(id),
        severity: z.enum(['error', 'warning', 'info']),
        title: z.literal(rule?.texts.title[lang] ?? ''),
        why: z.literal(rule?.texts.why[lang] ?? ''),
        messages: z.array(z.string()).min(1),
        sources: z.array(source).min(1),
        returnCode: z.int().nullable(),
        options: z.record(z.string(), z.unknown()).nullable(),
        examples: z.looseObject({ bad: z.array(z.looseObject({ draft: z.string() })) }),
      }).parse(told)
    }
  })

  test('the part behind the slash is enough where only one rule has it', async () => {
    expect(await ok('explain', 'real-name')).toBe(await ok('explain', 'subject/real-name'))
  })

  test('an unknown rule, with the nearest', async () => {
    expect(await refused('explain', 'subject/reel-name')).toBe(
      '没有规则“subject/reel-name”，是不是“subject/real-name”？（beian-check rules 列出全部）\n',
    )
    expect(await refused('--lang', 'en', 'explain', 'nothing-like-it')).toMatch(
      /^There is no rule “nothing-like-it”/,
    )
  })

  test('no rule, an unknown format, an unknown option', async () => {
    expect(await refused('explain')).toMatch(/rule/)
    expect(await refused('explain', 'real-name', '--format', 'ndjson')).toMatch(/只有 terminal 和 json/)
    expect(await refused('explain', 'real-name', '--quiet')).toMatch(/--quiet/)
  })
})

describe('rules', () => {
  const table = (text: string): string[][] =>
    text
      .split('\n\n')[0]
      ?.split('\n')
      .map((line) => line.split(/ +/)) ?? []

  test.each(['zh', 'en'])('a line each in %s', async (lang) => {
    const text = await ok('rules', '--lang', lang)
    expect(table(text).map(([id]) => id)).toEqual(rules.map(({ id }) => id))
    expect(han.test(text)).toBe(lang === 'zh')
  })

  test('columns stand under each other', async () => {
    for (const lang of ['zh', 'en']) {
      const lines = (await ok('rules', '--lang', lang)).split('\n\n')[0]?.split('\n') ?? []
      const starts = lines.map((line) => {
        const before = /^\S+ +\S+ +/.exec(line)?.[0] ?? ''
        return Array.from(before).reduce((sum, each) => sum + eastAsianWidth(each.codePointAt(0) ?? 0), 0)
      })
      expect(new Set(starts).size).toBe(1)
    }
  })

  test.each(builtinIds())('as JSON, with the levels of %s', async (profile) => {
    const told = z
      .strictObject({
        version: z.literal(1),
        profile: z.literal(profile),
        rules: z.array(
          z.strictObject({
            id: z.string(),
            severity,
            title: z.string(),
            sources: z.array(source).min(1),
            returnCode: z.int().nullable(),
            options: z.record(z.string(), z.unknown()).nullable(),
          }),
        ),
      })
      .parse(JSON.parse(await ok('rules', '--profile', profile, '--format', 'json')))
    expect(told.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    const methods = told.rules.find(({ id }) => id === 'access/method')?.options
    if (profile === 'jinyong') expect(methods).toEqual({ methods: ['virtual-host'] })
  })

  test('the rules that the guide asks for are on by default, at their levels', async () => {
    const { profile, rules: told } = JSON.parse(await ok('rules', '--format', 'json'))
    const levels = new Map(told.map((rule: { id: string; severity: string }) => [rule.id, rule.severity]))
    expect(profile).toBe('jinyong')
    expect(Object.fromEntries([...guide.keys()].map((id) => [id, levels.get(id)]))).toEqual(
      Object.fromEntries(guide),
    )
  })

  test('an unknown profile, an unknown format', async () => {
    expect(await refused('rules', '--profile', 'jinyon')).toMatch(/是不是“jinyong”/)
    expect(await refused('rules', '-f', 'table', '--lang', 'en')).toMatch(/is terminal or json, not “table”/)
  })
})

/** The levels of the contract. */
const guide = new Map([
  ['subject/real-name', 'error'],
  ['subject/address-door-number', 'error'],
  ['subject/certificate-number', 'error'],
  ['contact/phone', 'error'],
  ['contact/mobile', 'error'],
  ['contact/email', 'error'],
  ['website/no-optional-approvals', 'warning'],
  ['website/no-optional-services', 'info'],
  ['access/provider', 'error'],
  ['access/own-ip', 'error'],
  ['access/method', 'error'],
  ['access/location-matches-ip', 'error'],
  ['website/has-access', 'error'],
  ['filing/no-refile', 'error'],
  ['conflict/domain', 'error'],
  ['conflict/certificate', 'error'],
  ['draft/syntax', 'error'],
  ['draft/unknown-key', 'warning'],
  ['draft/missing', 'error'],
  ['draft/type', 'error'],
])

describe('profiles', () => {
  test.each(['zh', 'en'])('a line each in %s, the default marked', async (lang) => {
    const text = await ok('profiles', '--lang', lang)
    for (const id of builtinIds())
      expect(text).toMatch(new RegExp(`^[* ] ${id.replaceAll('.', '\\.')} `, 'm'))
    expect([...text.matchAll(/^\* (\S+) +\d{4}/gm)].map(([, id]) => id)).toEqual(['jinyong'])
    expect(text).toContain('上海金咏信息科技有限公司')
  })

  test('as JSON', async () => {
    const told = z
      .strictObject({
        version: z.literal(1),
        profiles: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            asOf: z.string().regex(/^\d{4}/),
            providers: z.array(z.string()),
            default: z.boolean(),
          }),
        ),
      })
      .parse(JSON.parse(await ok('profiles', '--format', 'json', '--lang', 'en')))
    expect(told.profiles.map(({ id }) => id)).toEqual(builtinIds())
    expect(told.profiles.filter((each) => each.default).map(({ id }) => id)).toEqual(['jinyong'])
  })
})

describe('help and version', () => {
  const options = [
    '--profile',
    '--config',
    '--no-config',
    '--rule',
    '--format',
    '--lang',
    '--quiet',
    '--max-warnings',
    '--show-values',
    '--ip-data',
    '--allow-empty',
    '--help',
    '--version',
  ]

  test.each([
    ['zh', ['--help']],
    ['zh', ['-h', '--lang', 'zh']],
    ['en', ['--help', '--lang', 'en']],
    ['en', ['--lang=en', '-h']],
  ] as const)('in %s: %j', async (lang, args) => {
    const text = await ok(...args)
    for (const option of options) expect(text).toContain(option)
    for (const command of ['explain', 'rules', 'profiles'])
      expect(text).toMatch(new RegExp(`^ {2}${command}`, 'm'))
    expect(text).toContain(lang === 'zh' ? '先检查草稿' : 'before it is submitted')
    expect(text.split('\n').filter((line) => /^ {2}\S/.test(line) && han.test(line)).length > 0).toBe(
      lang === 'zh',
    )
  })

  test.each(['explain', 'rules', 'profiles'])('of %s', async (command) => {
    expect(await ok(command, '--help', '--lang', 'en')).toMatch(new RegExp(`Usage: beian-check ${command}`))
    expect(han.test(await ok(command, '--help'))).toBe(true)
  })

  test.each(['--version', '-V'])('%s', async (option) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(await ok(option)).toBe(`${version}\n`)
  })
})

describe('words that look like commands', () => {
  test.each(['--help', '-h'])('%s behind -- is a file: checked, and not there', async (word) => {
    const said = await runCli(['--lang', 'en', '--', word])
    expect(said).toMatchObject({ status: 2, stdout: '' })
    expect(said.stderr).toContain(`${word}: no such file`)
  })

  test.each(['explian', 'lint', 'check', 'help'])('%s is a file that is not there', async (word) => {
    const { status, stderr } = await runCli([word])
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^${word}：没有这个文件`))
  })

  test('a draft named as a command is checked when it is written as a path', async () => {
    expect(await runCli(['./rules'], { files: { rules: clean } })).toMatchObject({ status: 0, stderr: '' })
  })

  test.each(['constructor', '__proto__', 'toString'])('%s is no command', async (word) => {
    expect((await runCli([word])).stderr).toContain('没有这个文件')
  })

  test('a value of an option is no command', async () => {
    const { status, stdout } = await runCli(['--config', 'rules', 'a.yaml'], {
      files: { 'a.yaml': clean, rules: 'lang: en' },
    })
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('no problems found'),
    })
  })

  test('a command behind --lang is a command', async () => {
    expect(await ok('--lang', 'en', 'profiles')).toBe(await ok('profiles', '--lang', 'en'))
  })
})
