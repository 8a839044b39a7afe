// The prompts in a real terminal. Needs tmux; where it is missing the tests are skipped, except in CI.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/beian-check.js', import.meta.url))
const hasTmux = spawnSync('tmux', ['-V']).status === 0
if (!hasTmux && process.env.CI === 'true') throw new Error('CI needs tmux: apt-get install tmux')
if (!hasTmux) console.warn('tmux is missing: the tests of the prompts in a terminal are skipped')

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let folder: string
let socket: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beian-check-'))
  socket = join(folder, 'tmux')
})
afterEach(() => {
  spawnSync('tmux', ['-S', socket, 'kill-server'])
  rmSync(folder, { recursive: true, force: true })
})

const tmux = (...args: string[]): string =>
  execFileSync('tmux', ['-u', '-S', socket, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
  })

const screen = (): string => tmux('capture-pane', '-p', '-t', 't').replace(/[ \n]+$/, '')

/** Waits until the screen says something. */
async function see(text: string | RegExp): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const now = screen()
    if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now
    await pause(100)
  }
  throw new Error(`the screen does not say ${text}:\n${screen()}`)
}

function start(...args: string[]): void {
  const command = `cd ${folder} && ${process.execPath} ${bin} ${args.join(' ')}; echo END $?; sleep 100`
  tmux('new-session', '-d', '-s', 't', '-x', '90', '-y', '60', '-e', 'BEIAN_CHECK_LANG=zh', command)
}

async function type(question: string, ...keys: string[]): Promise<void> {
  await see(new RegExp(`\\? ${question}`))
  for (const key of keys) tmux('send-keys', '-t', 't', key)
  await pause(150)
}

describe.skipIf(!hasTmux)('in a terminal', () => {
  test('init: live messages, Ctrl-C, going on, review, and the written draft', async () => {
    start('init', 'my.yaml')
    await type('接入商档案', 'Enter')
    await type('主办单位性质', 'Enter')
    await type('主办单位名称', '林先生')
    await see('✗ “林先生”是称呼')
    await type('主办单位名称', 'C-u')
    await type('主办单位名称', '沈知秋', 'Enter')
    await type('证件类型', 'Enter')
    await type('证件号码', '330106194903070025', 'Enter')
    await type('所在省', 'Enter')
    await type('所在市', 'Enter')
    await type('所在县', 'Enter')
    await type('通信地址', 'C-c')
    const ended = await see('END 130')
    expect(ended).toContain('my.yaml.partial.json')
    expect(ended).not.toContain('330106194903070025')
    expect(existsSync(join(folder, 'my.yaml'))).toBe(false)
    tmux('kill-server')

    start('init', 'my.yaml')
    await see('接着上次没填完的继续')
    await type('通信地址', '文三路90号2单元301室', 'Enter')
    await type('证件住所', 'Enter')
    await type('手机号码', '13000000001', 'Enter')
    await type('应急联系电话', '13000000002', 'Enter')
    await type('电子邮箱', 'zhiqiu@example.com', 'Enter')
    await type('网站 1 · 网站名称', '山间札记', 'Enter')
    await type('网站 1 · 域名', 'shanjian-notes.cn', 'Enter')
    await type('网站 1 · 首页网址', 'Escape')
    // Node waits a moment for the rest of an escape sequence.
    await see('网站 1 · 域名 (shanjian-notes.cn)')
    await type('网站 1 · 域名', 'Enter')
    await type('网站 1 · 首页网址', 'Enter')
    await type('网站 1 · 网站服务内容', 'Enter')
    await type('网站 1 · 备注', '记录登山路上的野花', 'Enter')
    await type('网站 1 · 接入服务提供商', '阿里云计算有限公司', 'Enter')
    await type('网站 1 · 接入方式', 'Enter')
    await type('网站 1 · 网站IP', '47.96.12.34', 'Enter')
    await type('网站 1 · 服务器放置地点', 'Enter')
    await type('还有别的网站吗', 'Enter')
    await see('手机号码: 130******01')
    await type('写成草稿文件', 'Enter')
    await type('在旁边放一份 beian-check.schema.json', 'Enter')
    const last = await see('END 0')
    expect(last).toContain('1 份草稿：0 个错误')
    expect(last).not.toContain('13000000001')
    const written = readFileSync(join(folder, 'my.yaml'), 'utf8')
    expect(written).toMatch(/^# yaml-language-server: \$schema=\.\/beian-check\.schema\.json\n/)
    expect(JSON.parse(readFileSync(join(folder, 'beian-check.schema.json'), 'utf8'))).toHaveProperty(
      '$defs.subject',
    )
    expect(written).toContain('  主办单位名称: 沈知秋\n')
    expect(written).toContain('通信地址: 文三路90号2单元301室')
    expect(existsSync(join(folder, 'my.yaml.partial.json'))).toBe(false)
  }, 90_000)

  test('-i: edit with a live message, ignore with a reason, stop; the file is written', async () => {
    writeFileSync(
      join(folder, 'w.yaml'),
      '主体信息:\n  主办单位性质: 个人\n  主办单位名称: 林先生 # 待核对\n  通信地址: 文三路\n',
    )
    start('-i', 'w.yaml')
    await see('draft/missing')
    // What is missing comes first: leave it.
    for (let left = 0; left < 10 && !screen().includes('是称呼'); left++) {
      tmux('send-keys', '-t', 't', 'Enter')
      await pause(400)
    }
    await see('“林先生”是称呼')
    await type('怎么处理', 'Enter')
    await type('新的内容', '望舒老师')
    await see('✗ “望舒老师”是称呼')
    await type('新的内容', 'C-u', '林望舒', 'Enter')
    await see('缺门牌号')
    await type('怎么处理', 'Down', 'Down', 'Enter')
    await type('理由', '村里没有门牌', 'Enter')
    await pause(500)
    if (!screen().includes('END')) tmux('send-keys', '-t', 't', 'C-c')
    await see(/END [01]/)
    expect(readFileSync(join(folder, 'w.yaml'), 'utf8')).toBe(
      '主体信息:\n  主办单位性质: 个人\n  主办单位名称: 林望舒 # 待核对\n  # beian-check-ignore subject/address-door-number: 村里没有门牌\n  通信地址: 文三路\n',
    )
  }, 60_000)
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
