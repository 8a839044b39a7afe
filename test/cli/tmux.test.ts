// The prompts in a real terminal, from the first question to the file. Needs tmux; where it is missing the tests are
// skipped, except in CI.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { widthOf } from '../../src/report/width.ts'
import { hasTmux, Screen } from './screen.ts'

const bin = fileURLToPath(new URL('../../bin/beian-check.js', import.meta.url))

let folder: string
let screen: Screen

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beian-check-'))
  screen = new Screen(folder)
})
afterEach(() => {
  screen.end()
  rmSync(folder, { recursive: true, force: true })
})

function start(args: string, { language = 'zh', columns = 90, rows = 60 } = {}): void {
  const run = `BEIAN_CHECK_LANG=${language} ${process.execPath} ${bin} ${args}`
  screen.start(`cd ${folder} && ${run}; echo END $?; sleep 100`, { columns, rows })
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

type Answer = readonly [question: string, ...keys: string[]]
async function answerAll(...answers: readonly Answer[]): Promise<void> {
  for (const [question, ...keys] of answers) await screen.answer(question, ...keys)
}

const individual: readonly Answer[] = [
  ['接入商档案', 'Enter'],
  ['备案类型', 'Enter'],
  ['主办单位性质', 'Enter'],
  ['主办单位名称', '沈知秋', 'Enter'],
  ['证件类型', 'Enter'],
  ['证件号码', '330106194903070025', 'Enter'],
  ['所在省', 'Enter'],
  ['所在市', 'Enter'],
  ['所在县', 'Enter'],
]
const website: readonly Answer[] = [
  ['网站 1 · 网站名称', '山间札记', 'Enter'],
  ['网站 1 · 域名', 'shanjian-notes.cn', 'Enter'],
  ['网站 1 · 首页网址', 'Enter'],
  ['网站 1 · 网站服务内容', 'Enter'],
  ['网站 1 · 备注', '记录登山路上的野花', 'Enter'],
  ['网站 1 · 接入服务提供商', '阿里云计算有限公司', 'Enter'],
  ['网站 1 · 接入方式', 'Enter'],
  ['网站 1 · 网站IP', '47.96.12.34', 'Enter'],
  ['网站 1 · 服务器放置地点', 'Enter'],
  ['还有别的网站吗', 'Enter'],
]

describe.skipIf(!hasTmux)('init', () => {
  test('live messages, Ctrl-C, going on, going back, review, and the written draft', async () => {
    start('init my.yaml')
    await answerAll(...individual.slice(0, 3), ['主办单位名称', '林先生'])
    await screen.see('✗ “林先生”是称呼')
    screen.type('C-u')
    await answerAll(...individual.slice(3))
    await screen.answer('通信地址', 'C-c')
    const ended = await screen.see('END 130')
    expect(ended).toContain('my.yaml.partial.json')
    expect(ended).not.toContain('330106194903070025')
    expect(existsSync(join(folder, 'my.yaml'))).toBe(false)
    screen.end()
    screen = new Screen(mkdtempSync(join(folder, 'again-')))

    start('init my.yaml')
    await screen.see('接着上次没填完的继续')
    await answerAll(
      ['通信地址', '文三路90号2单元301室', 'Enter'],
      ['证件住所', '浙江省杭州市西湖区文三路90号', 'Enter'],
      ['手机号码', '13000000001', 'Enter'],
      ['应急联系电话', '13000000002', 'Enter'],
      ['电子邮箱', 'zhiqiu@gmial.com'],
    )
    await screen.see('Tab 换成建议的写法')
    screen.type('Tab')
    await screen.see('zhiqiu@gmail.com')
    screen.type('Enter')
    await answerAll(...website.slice(0, 2), ['网站 1 · 首页网址', 'Escape'])
    // Going back shows the answer as it was given.
    await screen.see('? 网站 1 · 域名 (shanjian-notes.cn)')
    screen.type('Enter')
    await answerAll(...website.slice(2))
    const review = await screen.see('? 写成草稿文件')
    expect(review).toContain('手机号码: 130******01')
    expect(review).not.toContain('13000000001')
    screen.type('Enter')
    await screen.answer('在旁边放一份 beian-check.schema.json', 'Enter')
    const last = await screen.see('END 0')
    expect(last).toContain('1 份草稿：没有发现问题')
    expect(last).not.toContain('13000000001')
    const written = read('my.yaml')
    expect(written).toMatch(/^# yaml-language-server: \$schema=\.\/beian-check\.schema\.json\n/)
    expect(JSON.parse(read('beian-check.schema.json'))).toHaveProperty('$defs.subject')
    expect(written).toContain('  主办单位名称: 沈知秋\n')
    expect(written).toContain('电子邮箱: zhiqiu@gmail.com')
    expect(existsSync(join(folder, 'my.yaml.partial.json'))).toBe(false)
  }, 120_000)

  test('40 columns: nothing is wider, and the cursor stays behind what is typed', async () => {
    start('init my.yaml --no-schema', { columns: 40 })
    await answerAll(...individual, ['通信地址', '青石路很长很长的路名一百九十号望湖小区'])
    screen.type('12号楼3单元501室')
    const typed = await screen.see(/小区12[\s\S]*501室/)
    const rows = typed.split('\n')
    const { column, row } = screen.cursor()
    expect(rows[row]).toMatch(/501室$/)
    expect(column).toBe(widthOf(rows[row] ?? ''))
    for (let step = 0; step < 7; step++) screen.type('BSpace')
    screen.type('8号楼401室', 'Enter')
    await answerAll(
      ['证件住所', '浙江省杭州市西湖区文三路90号', 'Enter'],
      ['手机号码', '13000000001', 'Enter'],
      ['应急联系电话', '13000000002', 'Enter'],
      ['电子邮箱', 'zhiqiu@example.com', 'Enter'],
      ...website,
      ['写成草稿文件', 'Enter'],
    )
    const last = await screen.see('END 0')
    for (const line of last.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
    expect(read('my.yaml')).toContain('通信地址: 青石路很长很长的路名一百九十号望湖小区12号楼8号楼401室')
  }, 120_000)

  test('a unit with two websites, in English', async () => {
    start('init unit.yaml --profile aliyun --no-schema', { language: 'en', columns: 80 })
    const site = (number: number, name: string, domain: string): Answer[] => [
      [`website ${number} · website name`, name, 'Enter'],
      [`website ${number} · domain`, domain, 'Enter'],
      [`website ${number} · home page`, 'Enter'],
      [`website ${number} · services`, 'Enter'],
      [`website ${number} · remark`, '介绍茶叶的种植与冲泡', 'Enter'],
      [`website ${number} · principal of the website`, 'Enter'],
      [`website ${number} · access provider`, 'Enter'],
      [`website ${number} · access method`, 'Enter'],
      [`website ${number} · IP address`, ...(number === 1 ? ['47.96.12.34'] : []), 'Enter'],
      [`website ${number} · place of the server`, 'Enter'],
    ]
    await answerAll(['kind of filing', 'Enter'], ['nature', 'enterprise'])
    await screen.see('❯ enterprise')
    screen.type('Enter')
    await answerAll(
      ['name of the sponsor', '青禾茶业有限公司', 'Enter'],
      ['certificate type', 'Enter'],
      ['certificate number', '91330106MA2B3C4D11', 'Enter'],
      ['province', 'Enter'],
      ['city', 'Enter'],
      ['county', 'Enter'],
      ['mailing address', '文三路90号2单元301室', 'Enter'],
      ['address on the certificate', '浙江省杭州市西湖区文三路90号', 'Enter'],
      ['legal representative', '沈知秋', 'Enter'],
      ['principal of the subject · name', 'Enter'],
      ['principal of the subject · certificate type', 'Enter'],
      ['principal of the subject · certificate number', '330106194903070025', 'Enter'],
      ['principal of the subject · office phone', '0571-80000022', 'Enter'],
      ['principal of the subject · mobile', '13000000001', 'Enter'],
      ['principal of the subject · emergency phone', '13000000002', 'Enter'],
      ['principal of the subject · e-mail', 'zhiqiu@example.com', 'Enter'],
      ...site(1, '青禾茶业', 'qinghe-tea.cn'),
      ['Is there another website', 'Down', 'Enter'],
      ...site(2, '青禾茶业商城', 'qinghe-shop.cn'),
      ['Is there another website', 'Enter'],
      ['Write the draft', 'Enter'],
    )
    const last = await screen.see('END 0')
    expect(last).toMatch(/1 draft: no problems found/)
    expect(read('unit.yaml')).toContain('    name: 沈知秋 # 姓名\n')
    expect(read('unit.yaml').match(/provider: 阿里云计算有限公司/g)).toHaveLength(2)
  }, 120_000)
})

describe.skipIf(!hasTmux)('-i', () => {
  const text = `主体信息:
  主办单位性质: 个人
  主办单位名称: 林先生 # 待核对
  证件: { 证件类型: 居民身份证, 证件号码: "330106194903070025" }
  所在省: 浙江
  所在市: 杭州市
  通信地址: 文三路
网站信息:
  - 网站名称: 8848
    域名: www.shanjian-notes.cn
    接入信息: { 接入服务提供商: 上海金咏信息科技有限公司, 接入方式: 主机托管, 网站IP: 101.80.16.8, 服务器放置地点: 上海 }
`
  /** Waits for the prompt behind a finding. */
  const asked = (finding: string): Promise<string> =>
    screen.see(new RegExp(`${finding}(?:(?!✔)[\\s\\S])*\\? 怎么处理`))

  test('edit with a live message, ignore, take a suggestion, fix, leave, stop; a fresh check ends it', async () => {
    writeFileSync(join(folder, 'w.yaml'), text)
    start('-i w.yaml', { columns: 140, rows: 200 })
    await asked('“林先生”是称呼')
    screen.type('Enter')
    await screen.answer('新的内容', '望舒老师')
    await screen.see('✗ “望舒老师”是称呼')
    screen.type('C-u')
    await screen.answer('新的内容', '林望舒', 'Enter')
    await asked('缺门牌号')
    screen.type('Down', 'Down', 'Enter')
    await screen.answer('理由', '村里没有门牌', 'Enter')
    const [, suggested = ''] = /可以改成：[^、]*、([^、]*)/.exec(await asked('“8848”全是数字')) ?? []
    screen.type('Down', 'Enter')
    await asked('带有“www.”')
    screen.type('Enter')
    await asked('接入方式选了“主机托管”')
    screen.type('Down', 'Down', 'Enter')
    const last = await screen.see('END 1')
    expect(last).toContain('已写入 w.yaml')
    expect(last).toContain('1 份草稿：1 个错误')
    expect(last).toContain('另有 1 条已忽略')
    expect(read('w.yaml')).toBe(
      text
        .replace('林先生', '林望舒')
        .replace('  通信地址', '  # beian-check-ignore subject/address-door-number: 村里没有门牌\n  通信地址')
        .replace('8848', suggested)
        .replace('www.', ''),
    )
  }, 120_000)

  test('clashes with another draft; a file changed meanwhile; back; one that is read-only', async () => {
    const clean = text
      .replace('林先生', '林望舒')
      .replace('文三路', '文三路90号2单元301室')
      .replace('8848', '山间札记')
      .replace('www.', '')
      .replace('主机托管', '虚拟主机')
    const other = clean.replace('林望舒', '林舒').replace('山间札记', '林间札记')
    writeFileSync(join(folder, 'a.yaml'), clean)
    writeFileSync(join(folder, 'b.yaml'), other)
    writeFileSync(join(folder, 'c.yaml'), text, { mode: 0o444 })
    start('-i a.yaml b.yaml c.yaml', { rows: 400 })
    await asked('在另一份草稿里属于')
    writeFileSync(join(folder, 'b.yaml'), `# 改过\n${other}`)
    screen.type('Enter')
    await screen.answer('新的内容 \\(330', '11010519491231002X', 'Enter')
    await asked('文件刚在别处改过[\\s\\S]*在另一份草稿里属于')
    screen.type('Enter')
    await screen.answer('新的内容 \\(330', '11010519491231002X', 'Enter')
    await asked('在另一份草稿里也有')
    expect(read('b.yaml')).toContain('11010519491231002X')
    screen.type('Escape')
    await asked('在另一份草稿里属于')
    expect(read('b.yaml')).toBe(`# 改过\n${other}`)
    screen.type('Up', 'Up', 'Up', 'Up', 'Down', 'Enter')
    await asked('在另一份草稿里也有')
    screen.type('Down', 'Enter')
    await asked('c.yaml \\(1/')
    screen.type('Enter')
    await screen.answer('新的内容', '林望舒', 'Enter')
    await screen.see('c.yaml：文件是只读的，没有写入')
    await screen.see('END 2')
    expect(read('c.yaml')).toContain('林先生')
  }, 120_000)

  test('Ctrl-C keeps what was decided', async () => {
    writeFileSync(join(folder, 'w.yaml'), text)
    start('-i w.yaml', { rows: 200, columns: 40 })
    await asked('“林先生”是称呼')
    screen.type('Enter')
    await screen.answer('新的内容', '林望舒', 'Enter')
    await asked('缺门牌号')
    screen.type('C-c')
    await screen.see('END 1')
    expect(read('w.yaml')).toBe(text.replace('林先生', '林望舒'))
  }, 120_000)
})

describe('without a terminal', () => {
  test.each([
    [['init', 'x.yaml'], '没有可以提问的终端'],
    [['-i', 'x.yaml'], '-i 要在终端里'],
  ])('%s says so, status 2', (args, words) => {
    writeFileSync(join(folder, 'a.yaml'), '')
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, BEIAN_CHECK_LANG: 'zh' },
      input: '',
    })
    expect(status).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
