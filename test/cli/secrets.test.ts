// Personal values by the dozen, in every place of drafts and in everything that the program says or writes of them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as library from '../../src/index.ts'
import { reporterNames } from '../../src/report/index.ts'
import { draft } from './drafts.ts'
import { runCli, withFolder } from './run-cli.ts'
import { Secrets } from './secrets.ts'

/** Something wrong with every field that is masked, and with those beside it. */
const wrongEverywhere = (s: Secrets): string => `# 联系 ${s.mobile()} ${s.mail()}
profile: jinyong
主体信息:
  主办单位性质: 个人
  主办单位名称: 沈先生   # 身份证 ${s.id()}
  证件: { 证件类型: 居民身份证, 证件号码: ${s.badId()}, 证件住所: 浙江省杭州市西湖区文三路90号2单元${s.room()} }
  所在省: 浙江
  所在市: 宁波市
  所在县: 西湖区
  通信地址: 春风路90号2单元${s.room()}（电话 ${s.phone()}）
  主体负责人:
    姓名: 王老师
    证件: { 证件类型: 护照, 证件号码: ${s.passport()} }
    办公电话: ${s.phone().replace('0571', '0199')}
    手机号码: ${s.mobile()}1
    应急联系电话: ${s.mobile().slice(0, 10)}
    电子邮箱: ${s.mail().replace('example', 'gmial')}
    QQ: ${s.qq()}a
  备注: 代办人 ${s.mobile()}，${s.id()}
网站信息:
  - 网站名称: 山间论坛${s.mobile()}
    域名: [{ 域名: www.shanjian.cn.com, 域名所有者: ${s.id()}, 到期日: ${s.mobile()} }]
    首页网址: www.elsewhere.cn/?tel=${s.mobile()}
    前置审批或专项审批内容: [{ 审批类型: 新闻, 审批号: ${s.id()} }, ${s.mobile()}]
    网站服务内容: [${s.mobile()}, 博客/个人空间]
    网站语言: ${s.phone()}
    网站负责人: { 姓名: 林望舒, 手机号码: "${s.mobile()}１", 电子邮箱: ${s.mail().replace('@', '＠')} }
    备注: ${s.mail()}
    接入信息:
      - 接入服务提供商: 金咏 ${s.mobile()}
        接入方式: ${s.mobile()}
        网站IP: ${s.phone()}
        服务器放置地点: ${s.mobile()}
x-note: ${s.id()}
`

/** Values where nobody expects them: keys, options, ignores, groups that should be texts, references. */
const wrongPlaces = (s: Secrets): string => `# beian-check-ignore website/name: 见 ${s.id()} ${s.mobile()}
# beian-check-ignore ${s.mobile()}: 电话
profile: ${s.mobile()}
备案: { 备案类型: ${s.mobile()}, 状态: ${s.id()}, 备案号: ${s.mobile()} }
${s.mobile()}: 1
subject:
  nature: ${s.id()}
  name: { 姓名: ${s.id()} }
  certificate: ${s.id()}
  address: [ "文三路90号2单元${s.room()}", ${s.mobile()} ]
  principal:
    - name: 林望舒
      mobile: ${s.mobile()}
  ${s.mail()}: 2
websites: &w
  name: "山间\\u200b札记 ${s.mobile()}"
  domains: "shanjian.cn\\u200b"
  principal: { certificate: { type: ${s.mobile()}, number: "${s.id()}\\u200b" }, mobile: "\\u202e${s.mobile()}", phone: ⾧${s.phone()} }
  access: [{ provider: ${s.id()}, ips: [${s.id()}] }]
`

/** Texts that cannot be read, each with a value on the line that is quoted and on the one beside. */
const unreadable: Record<string, (s: Secrets) => string> = {
  'colon.yaml': (s) =>
    `subject:\n  phone: ${s.phone()}\n  mobile：${s.mobile()} ${s.id()}\n  mail: ${s.mail()}\n`,
  'quote.yaml': (s) => `subject:\n  name: "${s.id()}\n  mobile: ${s.mobile()}\n`,
  'tab.yaml': (s) => `subject:\n\tmobile: ${s.mobile()} ${s.mail()}\n`,
  'twice.yaml': (s) =>
    `subject:\n  ${s.mobile()}: a ${s.mail()}\n  ${s.mobile()}: b\n  mobile: ${s.id()}\n  mobile: ${s.id()}\n`,
  'bracket.yaml': (s) => `websites: [ ${s.mobile()}, { name: ${s.id()} \nsubject: ${s.mail()}\n`,
  'anchor.yaml': (s) => `subject: { mobile: *${s.mobile()}, name: ${s.id()} }\n`,
  'tag.yaml': (s) => `subject: !<${s.mail()} { mobile: ${s.mobile()} }\n`,
  'escape.yaml': (s) => `subject: { name: "\\q${s.mobile()}", mobile: ${s.id()} }\n`,
  'indent.yaml': (s) => `subject:\n    name: ${s.id()}\n  mobile: ${s.mobile()}\n`,
  'text.yaml': (s) => `身份证号码：${s.id()}\n手机：${s.mobile()}\n邮箱：${s.mail()}\n`,
  'nul.yaml': (s) => `subject: { mobile: ${s.mobile()}\0, name: ${s.id()} }\n`,
  'comma.json': (s) => `{ "subject": { "mobile": "${s.mobile()}" "name": "${s.id()}" } }\n`,
  'quote.json': (s) => `{ "subject": { mobile: ${s.mobile()}, "name": "${s.id()} } }\n`,
  'twice.json': (s) =>
    `{ "${s.mobile()}": 1, "subject": { "mobile": "${s.mobile()}", "mobile": "${s.id()}" } }\n`,
  'lines.ndjson': (s) =>
    `{"subject":{"mobile":"${s.mobile()}","name":"${s.id()}",}}\n{"subject":{"name":${s.mobile()}"${s.mail()}"}}\n`,
  'deep.yaml': (s) => `subject: ${'['.repeat(150)}${s.mobile()}, ${s.id()}\n`,
}

/** Drafts that clash with each other in everything. */
function clashing(s: Secrets): Record<string, string> {
  const text = draft({ website: `remark: ${s.mobile()}` })
    .replace('330106194903070025', s.id())
    .replaceAll('2单元301室', `2单元${s.room()}`)
    .replace(
      'websites:',
      `  principal: { name: 沈知秋, mobile: ${s.mobile()}, phone: ${s.phone()}, email: ${s.mail()}, qq: ${s.qq()} }\nwebsites:`,
    )
  return { 'clash-1.yaml': text, 'clash-2.yaml': text.replaceAll('沈知秋', '林望舒') }
}

interface Seeded {
  readonly files: Readonly<Record<string, string>>
  readonly secrets: Secrets
}

/** All drafts, with the values in them. */
function seeded(): Seeded {
  const s = new Secrets()
  const files: Record<string, string> = {
    'everywhere.yaml': wrongEverywhere(s),
    'places.yaml': wrongPlaces(s),
    ...clashing(s),
  }
  for (const [name, text] of Object.entries(unreadable)) files[name] = text(s)
  return { files, secrets: s }
}

/** What a run says and the files that it leaves behind, besides the drafts. */
async function run(
  cwd: string,
  args: readonly string[],
  more: { stdin?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { stdout, stderr } = await runCli(args, { cwd, ...more })
  return stdout + stderr
}

const formats = reporterNames.flatMap((name) => ['--format', `${name}=out/${name}`])

/**
 * Everything that is said of drafts or written about them. A new way to say something gets a line here; what it writes goes
 * to `out/`, or beside it, where it is found.
 */
const ways: Readonly<Record<string, (cwd: string, names: readonly string[]) => Promise<string>>> = {
  'every reporter': (cwd) => run(cwd, ['.', ...formats, '--lang', 'zh']),
  'every reporter in English': (cwd) => run(cwd, ['.', ...formats, '--lang', 'en']),
  'in colour': (cwd) => run(cwd, ['.'], { env: { FORCE_COLOR: '1' } }),
  'in GitHub Actions': (cwd) =>
    run(cwd, ['.'], { env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'out-summary.md') } }),
  'by the rules of today': (cwd) => run(cwd, ['.', '--profile', 'today', '--quiet']),
  'a baseline': async (cwd) =>
    (await run(cwd, ['.', '--write-baseline', 'out-baseline.json'])) +
    (await run(cwd, ['everywhere.yaml', '--baseline', 'out-baseline.json'])),
  'a cache': async (cwd) => {
    const args = ['.', '--cache', '--cache-location', 'out-cache']
    return (await run(cwd, args)) + (await run(cwd, [...args, '--lang', 'en']))
  },
  'a dry run of fixes': (cwd) => run(cwd, ['.', '--fix-dry-run']),
  'a dry run of all fixes, beside a report': (cwd) =>
    run(cwd, ['.', '--fix-dry-run', '--fix-all', '--format', 'json']),
  'what is next': async (cwd, names) =>
    (await run(cwd, ['next', ...names])) +
    (await run(cwd, [
      'next',
      ...names,
      '--format',
      'json',
      '--lang',
      'en',
      '--code',
      '1041',
      '--reason',
      '通信地址不详细',
      '--reason',
      '证件号码与姓名不符',
    ])),
  'a checklist': async (cwd, names) =>
    (await run(cwd, ['checklist', ...names])) +
    (await run(cwd, ['checklist', ...names, '--format', 'json', '--lang', 'en'])),
  'standard input': async (cwd, names) => {
    let said = ''
    for (const name of names)
      said += await run(cwd, ['-', '--stdin-filename', name], {
        stdin: readFileSync(join(cwd, name), 'utf8'),
      })
    return said
  },
  // Names, numbers and domains of websites are public, and a page is compared with them in full.
  'a page compared with drafts': async (cwd) => {
    writeFileSync(join(cwd, 'index.html'), '<html><body><footer>浙ICP备10000001号-1</footer></body></html>')
    let said = 'everywhere.yaml'
    for (const name of ['clash-1.yaml', 'clash-2.yaml', ...Object.keys(unreadable)])
      for (const format of ['terminal', 'json'])
        said += await run(cwd, ['site', 'index.html', '--draft', name, '--format', format])
    return said
  },
  'the library': async (cwd, names) => {
    let said = JSON.stringify(await library.checkFiles([...names], { cwd }))
    for (const name of names) {
      const text = readFileSync(join(cwd, name), 'utf8')
      said += JSON.stringify(await library.checkDraft(text, { file: name, language: 'en' }))
      const { text: _own, ...rest } = await library.fixDraft(text, { file: name, all: true })
      said += JSON.stringify(rest)
    }
    return said
  },
  // Last: it changes the drafts.
  fixes: async (cwd, names) => {
    const said = await run(cwd, ['.', '--fix-all', '--format', 'compact'])
    expect(readdirSync(cwd).filter((name) => names.includes(name))).toHaveLength(names.length)
    return said
  },
}

/** Files beside the drafts. */
function leftBehind(cwd: string, names: readonly string[]): string {
  return readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .filter((name) => !names.includes(name) && statSync(join(cwd, name)).isFile())
    .map((name) => readFileSync(join(cwd, name), 'utf8'))
    .join('\n')
}

describe('of all that is said of drafts, nothing gives a personal value away', () => {
  const { files, secrets } = seeded()
  const names = Object.keys(files)
  test('the values are there to be found', () => {
    expect(secrets.given.length).toBeGreaterThan(90)
    expect(secrets.seenIn(Object.values(files).join('\n'))).toEqual(secrets.given)
  })

  test.each(Object.entries(ways))('%s', (_what, way) =>
    withFolder(files, async (cwd) => {
      const said = await way(cwd, names)
      const all = `${said}\n${leftBehind(cwd, names)}`
      expect(all).toContain('everywhere.yaml')
      expect(secrets.seenIn(all)).toEqual([])
    }),
  )

  test('but --show-values does', () =>
    withFolder(files, async (cwd) => {
      const said = await run(cwd, ['.', '--show-values'])
      expect(secrets.seenIn(said).length).toBeGreaterThan(secrets.given.length / 2)
    }))
})
