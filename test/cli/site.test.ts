// `beian-check site`: home pages in files, folders and on a server; findings, fixes, statuses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { draft } from './drafts.ts'
import { type Result, runCli, withFolder } from './run-cli.ts'
import { html, redirect, withServer } from './site-server.ts'

const number = '浙ICP备10000001号-1'
const approved = draft({ top: `备案: { 状态: 已通过, 备案号: ${number} }` })
const target = 'https://beian.miit.gov.cn/'
const police =
  '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=33010602000001">浙公网安备33010602000001号</a>'

/** A home page of today without findings, but for what is changed. */
const page = (footer = `<a href="${target}">${number}</a> ${police}`, title = '山间札记'): string =>
  `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>山间札记</h1>
<p>读书与登山。</p>
<footer>${footer}</footer>
</body></html>
`

const finding = z.looseObject({
  rule: z.string().regex(/^site\//),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(4),
  hint: z.string().nullable(),
  path: z.array(z.never()),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int(),
  endColumn: z.int(),
  document: z.literal(0),
  sources: z.array(z.looseObject({ title: z.string(), year: z.int() })).min(1),
  returnCode: z.null(),
  fix: z.strictObject({ title: z.string(), safe: z.boolean() }).nullable(),
  related: z.array(z.never()),
})
const schema = z.strictObject({
  version: z.literal(1),
  summary: z.strictObject({
    files: z.int(),
    drafts: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
    suppressed: z.int(),
  }),
  files: z.array(z.strictObject({ path: z.string(), findings: z.array(finding) })),
  pages: z.array(
    z.strictObject({
      path: z.string(),
      file: z.string().nullable(),
      url: z.string().nullable(),
      redirects: z.array(z.string()),
      encoding: z.string(),
      numbers: z.array(
        z.strictObject({
          text: z.string(),
          number: z.string().nullable(),
          visible: z.boolean(),
          href: z.string().nullable(),
        }),
      ),
      footer: z.string().nullable(),
    }),
  ),
  reminders: z.array(z.string()),
})

interface Told {
  readonly status: number
  readonly rules: string[]
  readonly object: z.infer<typeof schema>
}

async function told(content: string | Uint8Array, ...args: string[]): Promise<Told> {
  const files = { 'index.html': content, 'draft.yaml': approved }
  return read(await runCli(['site', 'index.html', '--profile', 'today', '-f', 'json', ...args], { files }))
}

function read({ status, stdout, stderr }: Result): Told {
  expect(stderr).toBe('')
  const object = schema.parse(JSON.parse(stdout))
  const rules = object.files.flatMap(({ findings }) =>
    findings.map(({ rule, severity }) => `${rule} ${severity}`),
  )
  return { status, rules, object }
}

describe('a page', () => {
  test.each<[what: string, content: string, args: string[], rules: string[]]>([
    ['as it should be', page(), [], []],
    ['as it should be, against its draft', page(), ['--draft', 'draft.yaml'], []],
    ['without a number', page(police), [], ['site/filing-number error']],
    [
      'with a number that a script writes',
      page(`${police}<script>w("${number}")</script>`),
      [],
      ['site/filing-number error'],
    ],
    ['with a number in a comment', page(`${police}<!-- ${number} -->`), [], ['site/filing-number error']],
    [
      'with a number in a picture',
      page(`${police}<img src="icp.png" alt="备案号">`),
      [],
      ['site/filing-number error'],
    ],
    ['with a licence only', page(`${police} 浙ICP证030173号`), [], ['site/filing-number error']],
    ['with a licence too', page(`<a href="${target}">${number}</a> 浙ICP证030173号 ${police}`), [], []],
    [
      'hidden',
      page(`<span style="display: none"><a href="${target}">${number}</a></span> ${police}`),
      [],
      ['site/visible error'],
    ],
    ['without a link', page(`${number} ${police}`), [], ['site/link-target error']],
    [
      'with an old link',
      page(`<a href="http://www.miibeian.gov.cn">${number}</a> ${police}`),
      [],
      ['site/link-target warning'],
    ],
    [
      'with another link',
      page(`<a href="https://www.example.com">${number}</a> ${police}`),
      [],
      ['site/link-target error'],
    ],
    [
      'of another number',
      page(`<a href="${target}">浙ICP备10000009号-1</a> ${police}`),
      ['--draft', 'draft.yaml'],
      ['site/number-matches error'],
    ],
    [
      'of another website',
      page(`<a href="${target}">浙ICP备10000001号-2</a> ${police}`),
      ['--draft', 'draft.yaml'],
      ['site/number-matches error'],
    ],
    [
      'of another province',
      page(`<a href="${target}">京ICP备10000001号-1</a> ${police}`),
      ['--province', '浙江'],
      ['site/number-matches error'],
    ],
    [
      'without -N',
      page(`<a href="${target}">浙ICP备10000001号</a> ${police}`),
      [],
      ['site/number-suffix warning'],
    ],
    [
      'with -N in Guangdong',
      page(`<a href="${target}">粤ICP备10000001号-1</a> ${police}`),
      [],
      ['site/number-suffix info'],
    ],
    ['without -N in Guangdong', page(`<a href="${target}">粤ICP备10000001号</a> ${police}`), [], []],
    [
      'with a wrong letter',
      page(`<a href="${target}">川ICP备10000001号-1</a> ${police}`),
      [],
      ['site/number-format error'],
    ],
    [
      'without the public security',
      page(`<a href="${target}">${number}</a>`),
      [],
      ['site/police-number info'],
    ],
    ['of another name', page(undefined, '林间手记'), ['--draft', 'draft.yaml'], ['site/name warning']],
    [
      'of another domain',
      page().replace('<title>', '<link rel="canonical" href="https://www.example.com/"><title>'),
      ['--draft', 'draft.yaml'],
      ['site/domain error'],
    ],
    [
      'with the number on top',
      `<meta charset="utf-8"><p><a href="${target}">${number}</a></p>${'<p>读书</p>'.repeat(9)}${police}`,
      [],
      ['site/footer warning'],
    ],
    [
      'with another company as its owner',
      page(`<a href="${target}">${number}</a> ${police}<p>© 2026 杭州云栖软件有限公司</p>`),
      ['--draft', 'draft.yaml'],
      ['site/owner warning'],
    ],
    [
      'that sends on to another',
      `<meta charset="utf-8"><meta http-equiv="Refresh" content="0;URL='/home/'"><p>${police}</p>`,
      [],
      ['site/filing-number error'],
    ],
    [
      'with a level of the command line',
      page(police),
      ['--rule', 'site/filing-number=warning'],
      ['site/filing-number warning'],
    ],
  ])('%s', async (_what, content, args, rules) => {
    const { status, rules: found } = await told(content, ...args)
    expect(found).toEqual(rules)
    expect(status).toBe(rules.some((each) => each.endsWith('error')) ? 1 : 0)
  })

  test('places count lines and UTF-16 units', async () => {
    const { object } = await told(page(`${number} ${police}`).replaceAll('\n', '\r\n'))
    expect(object.files[0]?.findings[0]).toMatchObject({
      line: 6,
      column: 9,
      endLine: 6,
      endColumn: 9 + number.length,
    })
  })

  test.each(['gbk', 'gb18030', 'utf-16le'])('in %s', async (encoding) => {
    const text = page().replace('utf-8', encoding)
    const bytes =
      encoding === 'utf-16le' ? Buffer.from(`\ufeff${text}`, 'utf16le') : iconv.encode(text, encoding)
    const { rules, object } = await told(bytes)
    expect({ rules, encoding: object.pages[0]?.encoding }).toEqual({ rules: [], encoding })
  })

  test('number, link and footer are in the object', async () => {
    const { object } = await told(page(), '--draft', 'draft.yaml')
    expect(object.pages[0]).toMatchObject({
      numbers: [{ text: number, number, visible: true, href: target }],
      footer: expect.stringContaining(`<a href="${target}" target="_blank" rel="noopener">${number}</a>`),
    })
  })

  test.each<[what: string, link: string, rules: string[], reminders: number]>([
    ['beside the page', '<link rel=stylesheet href="css/hide.css?v=2">', ['site/visible error'], 0],
    ['from the root', '<link rel=stylesheet href="/css/hide.css">', ['site/visible error'], 0],
    ['by an escaped name', '<link rel=stylesheet href="css/%68ide.css">', ['site/visible error'], 0],
    ['for print', '<link rel=stylesheet media=print href="css/hide.css">', [], 0],
    [
      'that is overruled later',
      '<link rel=stylesheet href="css/hide.css"><style>footer { display: block }</style>',
      [],
      0,
    ],
    ['as an alternative', '<link rel="alternate stylesheet" href="css/hide.css">', [], 0],
    ['that is not there', '<link rel=stylesheet href="a.css">', [], 1],
    ['of the web', '<link rel=stylesheet href="https://www.example.com/a.css">', [], 1],
    ['outside the folder', '<link rel=stylesheet href="../outside.css">', [], 1],
  ])('a style sheet %s', async (_what, link, rules, reminders) => {
    const files = {
      'www/index.html': page().replace('<title>', `${link}<title>`),
      'www/css/hide.css': 'footer { display: none }',
      'outside.css': 'footer { display: none }',
    }
    const told = read(await runCli(['site', 'www', '-p', 'today', '-f', 'json'], { files }))
    expect({
      rules: told.rules.filter((each) => !each.startsWith('site/police')),
      reminders: told.object.reminders.length,
    }).toEqual({ rules, reminders })
  })

  test.each<[what: string, opened: string, rules: string[], reminders: number]>([
    ['late', '2026-10-23', ['site/police-number warning'], 0],
    ['on the last day', '2026-10-24', [], 1],
    ['just opened', '2026年11月22日', [], 1],
  ])('the public security, %s', async (_what, opened, rules, reminders) => {
    const told_ = await told(page(`<a href="${target}">${number}</a>`), '--opened', opened)
    expect({ rules: told_.rules, reminders: told_.object.reminders.length }).toEqual({ rules, reminders })
  })

  test('warnings may be limited', async () => {
    const content = page(`<a href="http://www.miibeian.gov.cn">${number}</a> ${police}`)
    expect((await told(content, '--max-warnings', '1')).status).toBe(0)
    expect((await told(content, '--max-warnings', '0')).status).toBe(1)
  })

  test('the footer follows the province', async () => {
    const { object } = await told(page(`粤ICP备10000001号-1 ${police}`))
    expect(object.pages[0]?.footer).toContain('>粤ICP备10000001号</a>')
  })

  test('from standard input, such as a browser gives it', async () => {
    const { status, stdout } = await runCli(['site', '-', '-p', 'today', '-f', 'json'], { stdin: page() })
    expect({ status, object: schema.parse(JSON.parse(stdout)).files }).toEqual({
      status: 0,
      object: [{ path: '-', findings: [] }],
    })
    const wrong = await runCli(['site', '-', '--draft', '-'], { stdin: '' })
    expect(wrong).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/不能都从标准输入读/),
    })
  })
})

test('a number of the draft that is none is told, and not compared', async () => {
  const files = { 'index.html': page(), 'draft.yaml': draft({ top: '备案: { 备案号: 浙备10000001 }' }) }
  const args = ['site', 'index.html', '--draft', 'draft.yaml', '-p', 'today', '--lang', 'en']
  const { status, stderr } = await runCli(args, { files })
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringMatching(/^draft\.yaml: its filing number “浙备10000001” cannot be read/),
  })
})

describe('the profile of 2007', () => {
  const old = page(`<a href="http://www.miibeian.gov.cn/">浙ICP备07000001号</a>`)
  const run = (files: Record<string, string | Uint8Array>) =>
    runCli(['site', '.', '-f', 'json', '--profile', 'jinyong'], { files })

  test('the certificate file lies in /cert', async () => {
    expect(read(await run({ 'index.html': old, 'cert/bazs.cert': 'x' })).rules).toEqual([])
    expect(read(await run({ 'index.html': old, 'cert/bazs.cert': '' })).rules).toEqual([
      'site/certificate-file error',
    ])
    expect(read(await run({ 'index.html': old })).rules).toEqual(['site/certificate-file error'])
    expect(read(await run({ 'wwwroot/index.htm': old, 'wwwroot/cert/bazs.cert': 'x' })).rules).toEqual([])
  })

  test('of a server only the page and the certificate file are asked', () =>
    withServer(
      { '/': html(old), '/cert/bazs.cert': html('x', 'application/octet-stream') },
      async ({ url, asked }) => {
        const args = ['site', `${url}/`, '-f', 'json', '--profile', 'jinyong', '--allow-private']
        expect(read(await runCli(args)).rules).toEqual([])
        expect(asked).toEqual(['GET /', 'GET /cert/bazs.cert'])
      },
    ))

  test.each([
    ['no file', {}],
    ['a page instead of a file', { '/cert/bazs.cert': html('<p>not found</p>') }],
  ])('%s on the server', (_what, more) =>
    withServer({ '/': html(old), ...more }, async ({ url }) => {
      const args = ['site', url, '-f', 'json', '--profile', 'jinyong', '--allow-private']
      expect(read(await runCli(args)).rules).toEqual(['site/certificate-file error'])
    }),
  )
})

describe('a server', () => {
  const run = (...args: string[]) => runCli(['site', ...args, '-f', 'json', '-p', 'today', '--allow-private'])

  test('GBK by the header; redirects are reported', () =>
    withServer(
      {
        '/': redirect('/home'),
        '/home': html(iconv.encode(page().replace('utf-8', 'x'), 'gbk'), 'text/html; charset=gb2312'),
      },
      async ({ url, asked }) => {
        const { rules, object, status } = read(await run(`${url}/`))
        expect({ rules, status }).toEqual({ rules: ['site/redirect info'], status: 0 })
        expect(object.pages[0]).toMatchObject({ encoding: 'gbk', url: `${url}/home`, redirects: [`${url}/`] })
        expect(asked).toEqual(['GET /', 'GET /home'])
      },
    ))

  test('a preview on the machine says nothing of the domain, the page itself does', () =>
    withServer(
      {
        '/': html(page()),
        '/other': html(
          page().replace('<title>', '<link rel="canonical" href="https://www.example.com/"><title>'),
        ),
      },
      ({ url }) =>
        withFolder({ 'draft.yaml': approved }, async (folder) => {
          const run = async (address: string) => {
            const args = [
              'site',
              address,
              '--draft',
              'draft.yaml',
              '-f',
              'json',
              '-p',
              'today',
              '--allow-private',
            ]
            return read(await runCli(args, { cwd: folder })).rules
          }
          expect(await run(url)).toEqual([])
          expect(await run(`${url}/other`)).toEqual(['site/domain error'])
        }),
    ))

  test('nothing is asked without --allow-private', () =>
    withServer({ '/': html(page()) }, async ({ url, asked }) => {
      const { status, stdout, stderr } = await runCli(['site', url, '--lang', 'en'])
      expect({ status, stdout, asked }).toEqual({ status: 2, stdout: '', asked: [] })
      expect(stderr).toMatch(/127\.0\.0\.1 is the machine itself.*--allow-private/)
    }))

  test.each([
    ['application/pdf', /不是网页/],
    ['image/png', /不是网页/],
  ])('%s is no page', (type, words) =>
    withServer({ '/': html('x', type) }, async ({ url }) => {
      const { status, stderr } = await runCli(['site', url, '--allow-private'])
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(words) })
    }),
  )

  test('limits of size and time', () =>
    withServer({ '/': html('x'.repeat(5000)), '/slow': () => {} }, async ({ url }) => {
      expect((await runCli(['site', url, '--allow-private', '--max-size', '1K'])).stderr).toMatch(/超过 1 KB/)
      expect((await runCli(['site', `${url}/slow`, '--allow-private', '--timeout', '0.2'])).stderr).toMatch(
        /0\.2 秒/,
      )
    }))

  test('one that fails leaves the others', () =>
    withServer({ '/': html(page()) }, async ({ url }) => {
      const { status, stdout, stderr } = await run(`${url}/none`, url)
      expect(status).toBe(2)
      expect(stderr).toMatch(/返回 404/)
      expect(schema.parse(JSON.parse(stdout)).files.map(({ path }) => path)).toEqual([url])
    }))
})

/** Runs in a folder that stays, so that files can be looked at afterwards. */
const inFolder = (folder: string, ...args: string[]): Promise<Result> =>
  runCli(['site', ...args, '-p', 'today'], { cwd: folder })

describe('--fix', () => {
  const footer = `<p style="text-align: center"><a href="${target}" target="_blank" rel="noopener">${number}</a></p>`
  const fix = (
    content: string | Uint8Array,
    ...args: string[]
  ): Promise<{ bytes: Buffer; result: Result; again: Buffer }> =>
    withFolder({ 'index.html': content, 'draft.yaml': approved }, async (folder) => {
      const file = join(folder, 'index.html')
      const all = ['index.html', '--draft', 'draft.yaml', '--fix', ...args]
      const result = await inFolder(folder, ...all)
      const bytes = readFileSync(file)
      await inFolder(folder, ...all)
      return { bytes, result, again: readFileSync(file) }
    })

  test.each<[what: string, before: string, after: string]>([
    ['into the footer that is there', page(police), page(`${police}${footer}\n`)],
    [
      'before </body>',
      '<meta charset=utf-8><body>\r\n<h1>山间札记</h1>\r\n</body>\r\n</html>',
      `<meta charset=utf-8><body>\r\n<h1>山间札记</h1>\r\n${footer}\r\n</body>\r\n</html>`,
    ],
    ['at the end', '<meta charset=utf-8><p>山间札记', `<meta charset=utf-8><p>山间札记${footer}\n`],
    [
      'not into a footer that nobody sees',
      '<meta charset=utf-8><body><h1>山间札记</h1><footer hidden>旧</footer></body>',
      `<meta charset=utf-8><body><h1>山间札记</h1><footer hidden>旧</footer>${footer}\n</body>`,
    ],
    [
      'a wrong target, in place',
      page(`<a  class=x HREF='http://www.miitbeian.gov.cn' >${number}</a>`),
      page(`<a  class=x HREF='${target}' >${number}</a>`),
    ],
    [
      'a wrong target without quotes',
      page(`<a href=http://www.miitbeian.gov.cn/>${number}</a>`),
      page(`<a href="${target}">${number}</a>`),
    ],
    [
      'a missing link',
      page(`版权所有 ${number}`),
      page(`版权所有 <a href="${target}" target="_blank" rel="noopener">${number}</a>`),
    ],
    [
      'the way it is written, then its link',
      page('浙icp备１0000001号 - 1'),
      page(`<a href="${target}" target="_blank" rel="noopener">${number}</a>`),
    ],
    [
      'another number',
      page(`<a href="${target}">浙ICP备10000009号</a>`),
      page(`<a href="${target}">${number}</a>`),
    ],
  ])('%s', async (_what, before, after) => {
    const { bytes, again } = await fix(before)
    expect(bytes.toString()).toBe(after)
    expect(again.equals(bytes)).toBe(true)
  })

  test('the status is that of what is left, and standard error says what was done', async () => {
    const { result } = await fix(page(police), '--lang', 'en')
    expect(result).toMatchObject({ status: 0, stderr: 'index.html: made 1 fix\n' })
    expect((await fix(page())).result.stderr).toBe('index.html：没有可以自动修正的地方\n')
  })

  test.each(['gbk', 'gb18030', 'utf-16le'])('a page in %s keeps its encoding', async (encoding) => {
    const text = page(police).replace('utf-8', encoding)
    const write = (content: string): Buffer =>
      encoding === 'utf-16le' ? Buffer.from(`\ufeff${content}`, 'utf16le') : iconv.encode(content, encoding)
    const { bytes } = await fix(write(text))
    expect(bytes.equals(write(text.replace(police, `${police}${footer}\n`)))).toBe(true)
  })

  test('Big5, which has no 备: as a reference', async () => {
    const text = '<meta charset=big5><body><h1>山間札記</h1></body>'
    const { bytes, again } = await fix(iconv.encode(text, 'big5'))
    expect(iconv.decode(bytes, 'big5')).toContain('浙ICP&#22791;10000001&#21495;-1')
    expect(again.equals(bytes)).toBe(true)
  })

  test('what changes a claim waits for --fix=all', async () => {
    const run = (content: string, filing: string, ...args: string[]): Promise<string> =>
      withFolder({ 'index.html': content, 'draft.yaml': draft({ top: filing }) }, async (folder) => {
        await inFolder(folder, 'index.html', '--draft', 'draft.yaml', ...args)
        return readFileSync(join(folder, 'index.html'), 'utf8')
      })
    // The draft has no word that this number was given.
    const other = page(`<a href="${target}">浙ICP备10000009号-1</a>`)
    const unsaid = `备案: { 备案号: ${number} }`
    expect(await run(other, unsaid, '--fix')).toBe(other)
    expect(await run(other, unsaid, '--fix=all')).toBe(page(`<a href="${target}">${number}</a>`))
    const hidden = page(`<span hidden><a href="${target}">${number}</a></span>`)
    expect(await run(hidden, unsaid, '--fix')).toBe(hidden)
    expect(await run(hidden, unsaid, '--fix=all')).toContain(`</span>${footer}\n</footer>`)
    const top = `<meta charset=utf-8><body><p><a href="${target}">${number}</a></p>${'<p>读书与登山</p>'.repeat(9)}</body>`
    expect(await run(top, unsaid, '--fix')).toBe(top)
    expect(await run(top, unsaid, '--fix=all')).toContain(`${footer}\n</body>`)
  })

  test('--fix-dry-run shows the change and makes none', () =>
    withFolder({ 'index.html': page(police), 'draft.yaml': approved }, async (folder) => {
      const args = ['index.html', '--draft', 'draft.yaml', '--fix-dry-run']
      const { status, stdout, stderr } = await inFolder(folder, ...args)
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: 'index.html：可以修正 1 处，文件没有改动\n',
      })
      expect(stdout).toContain(`+<footer>${police}${footer}\n`)
      const json = await inFolder(folder, ...args, '-f', 'json')
      expect(JSON.parse(json.stdout)).toMatchObject({ version: 1 })
      expect(json.stderr).toContain(`+<footer>${police}${footer}\n`)
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(page(police))
    }))

  test('without a number nothing is made up', async () => {
    const { bytes } = await withFolder({ 'index.html': page(police) }, async (folder) => {
      await inFolder(folder, 'index.html', '--fix')
      return { bytes: readFileSync(join(folder, 'index.html')) }
    })
    expect(bytes.toString()).toBe(page(police))
  })

  test('a page of the web cannot be fixed', async () => {
    const { status, stderr } = await runCli(['site', 'https://www.shanjian-notes.cn/', '--fix'])
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/--fix 后面写本地的文件/) })
  })
})

describe('for people', () => {
  test.each(['zh', 'en'] as const)('the footer, ready to paste, in %s', async (lang) => {
    const { stdout, status } = await runCli(
      ['site', 'index.html', '--draft', 'draft.yaml', '-p', 'today', '--lang', lang],
      { files: { 'index.html': page(police), 'draft.yaml': approved }, isTTY: true, columns: 80 },
    )
    expect(status).toBe(1)
    expect(stdout).toContain(`<a href="${target}" target="_blank" rel="noopener">${number}</a></p>\n`)
    expect(stdout).toMatch(lang === 'zh' ? /1 个网页：1 个错误/ : /1 page: 1 error/)
    expect(stdout).not.toMatch(/undefined|\[object|NaN/)
  })

  test('without a number: where to write it', async () => {
    const { stdout } = await runCli(['site', 'index.html', '-p', 'today'], {
      files: { 'index.html': page(police) },
    })
    expect(stdout).toContain('--draft')
  })

  test('in colour where it is wanted', async () => {
    const { stdout } = await runCli(['site', 'index.html', '-p', 'today'], {
      files: { 'index.html': page(police) },
      env: { FORCE_COLOR: '1' },
    })
    expect(stdout).toContain('\u001b[31m1 个网页：1 个错误')
  })

  test('phones and mail of the page are masked', async () => {
    const files = { 'index.html': page(`${number} 13800000001 lin@shanjian-notes.cn`) }
    const { stdout } = await runCli(['site', 'index.html', '-p', 'today'], { files })
    expect(stdout).not.toMatch(/13800000001|lin@/)
    expect(stdout).toContain(number)
    const shown = await runCli(['site', 'index.html', '-p', 'today', '--show-values'], { files })
    expect(shown.stdout).toMatch(/13800000001/)
    const own = { 'index.html': page(`<a href="${target}">${number}</a> 浙公网安备33010602000001号`) }
    const code = await runCli(['site', 'index.html', '-p', 'today'], { files: own })
    expect(code.stdout).toContain('code=33010602000001"')
  })

  test('a clean page', async () => {
    const { stdout, status } = await runCli(['site', 'index.html', '-p', 'today'], {
      files: { 'index.html': page() },
    })
    expect({ stdout, status }).toEqual({
      stdout: 'index.html\n  没有发现问题\n1 个网页：0 个错误，0 个警告，0 条提示\n',
      status: 0,
    })
  })

  test('what a page holds does not reach the terminal raw', async () => {
    const bad = page(`<a href="https://x.example/\u001b[31m">${number}</a>\u202e`, '山\u001b]0;x\u0007间')
    const { stdout } = await runCli(['site', 'index.html', '-p', 'today', '--draft', 'draft.yaml'], {
      files: { 'index.html': bad, 'draft.yaml': approved },
    })
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('wrong use', () => {
  test.each<[args: string[], files: Record<string, string>, words: RegExp]>([
    [['site'], {}, /少一个参数/],
    [['site', 'no.html'], {}, /没有这个文件；网址要带/],
    [['site', '.'], { 'a.txt': '' }, /没有首页/],
    [['site', '.'], { 'index.php': '<?php' }, /index\.php/],
    [['site', 'a.html', '--province', '浙'], { 'a.html': '' }, /没有省份“浙”/],
    [['site', 'a.html', '--draft', 'no.yaml'], { 'a.html': '' }, /no\.yaml：没有这个文件/],
    [['site', 'a.html', '--draft', 'd.yaml'], { 'a.html': '', 'd.yaml': 'a：b\n c: d' }, /草稿读不出来/],
    [['site', 'a.html', '--timeout', 'soon'], { 'a.html': '' }, /--timeout 后面写秒数/],
    [['site', 'a.html', '--opened', 'soon'], { 'a.html': '' }, /--opened 后面写网站开通的日期/],
    [['site', 'a.html', '--opened', '2027-01-01'], { 'a.html': '' }, /--opened/],
    [['site', 'a.html', '--max-warnings', 'x'], { 'a.html': '' }, /--max-warnings/],
    [['site', 'https://a.cn', '-', '--fix-all'], {}, /不能直接修改/],
    [['site', 'a.html', '--format', 'sarif'], { 'a.html': '' }, /只有 terminal 和 json/],
    [['site', 'a.html', '--rule', 'site/visable=off'], { 'a.html': '' }, /是不是“site\/visible”/],
    [['site', 'a.html', '--profile', 'jinyon'], { 'a.html': '' }, /是不是“jinyong”/],
  ])('%j', async (args, files, words) => {
    const { status, stderr } = await runCli(args, { files })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(words) })
  })

  test('a config may set the levels of pages', async () => {
    const files = {
      'index.html': page(police),
      'beian-check.config.yaml': 'rules: { site/filing-number: off }',
    }
    expect(read(await runCli(['site', 'index.html', '-p', 'today', '-f', 'json'], { files })).rules).toEqual(
      [],
    )
    const bad = {
      ...files,
      'beian-check.config.yaml': 'rules: { site/number-suffix: [warning, { wnat: site }] }',
    }
    expect((await runCli(['site', 'index.html'], { files: bad })).stderr).toMatch(
      /没有选项“wnat”，是不是“want”/,
    )
  })
})
