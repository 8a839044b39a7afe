// What a person reads: the whole text for two drafts, the marker, colours, widths.
import { eastAsianWidth } from 'get-east-asian-width'
import { describe, expect, test } from 'vitest'
import { clean, draft, fixtures, withError, withInfo, withWarning } from './drafts.ts'
import { type Call, ROOT, runCli } from './run-cli.ts'

const ESCAPE = String.fromCharCode(27)
const colored = (text: string): boolean => text.includes(ESCAPE)

const columnsOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0)

async function printed(args: readonly string[], call: Call = {}): Promise<string> {
  const { stdout, stderr } = await runCli(args, call)
  expect(stderr).toBe('')
  return stdout
}

describe('the whole text', () => {
  const show = (name: string, lang: string): Promise<string> =>
    printed([`fixtures/drafts/${name}`, '--lang', lang], { cwd: ROOT })

  test('first-attempt.yaml in Chinese', async () => {
    expect(await show('first-attempt.yaml', 'zh')).toMatchInlineSnapshot(`
      "fixtures/drafts/first-attempt.yaml
        错误 4:11  主体信息 › 主办单位名称
          “林先生”是称呼，不是姓名：“先生”不会出现在身份证上
          4 |   主办单位名称: 林先生
            |                 ^^^^^^
          怎么写：填写身份证上的姓名，一字不差
          subject/real-name · 网站备案须知（双云网络），2007，第 2 步

        错误 7:11  主体信息 › 证件 › 证件号码
          证件号码“440*************3x”的校验位与其他各位不符，应该有一位写错了
          7 |     证件号码: 440*************3x   # 小写 x，末位也对不上
            |               ^^^^^^^^^^^^^^^^^^
          怎么写：对照证件原件逐位核对
          subject/certificate-number · 网站备案须知（双云网络），2007，第 2 步 · 退回代码 1015

        错误 7:11  主体信息 › 证件 › 证件号码
          证件号码“440*************3x”里有空格、连字符、全角字符或小写字母
          7 |     证件号码: 440*************3x   # 小写 x，末位也对不上
            |               ^^^^^^^^^^^^^^^^^^
          怎么写：用半角数字，字母大写，中间不留空格
          可修正：改为“440*************3X”（不改变含义）
          subject/certificate-number · 网站备案须知（双云网络），2007，第 2 步 · 退回代码 1008

        错误 11:9  主体信息 › 通信地址
          通信地址只写到小区“科苑花园”，缺门牌号
          11 |   通信地址: 科技南路科苑花园
             |             ^^^^^^^^^^^^^^^^
          怎么写：补上门牌号，例如“文三路90号2单元301室”
          subject/address-door-number · 网站备案须知（双云网络），2007，第 2 步

        错误 14:11  主体信息 › 主体负责人 › 办公电话
          办公电话“075********00”像是占位的号码
          14 |     办公电话: 075********00
             |               ^^^^^^^^^^^^^
          怎么写：填写能接通的真实号码
          contact/phone · 网站备案须知（双云网络），2007，第 2 步 · 退回代码 1010

        错误 15:11  主体信息 › 主体负责人 › 手机号码
          手机号码“138******00”像是占位的号码
          15 |     手机号码: 138******00
             |               ^^^^^^^^^^^
          怎么写：填写能接通的真实号码
          contact/mobile · 网站备案须知（双云网络），2007，第 2 步 · 退回代码 1011

        错误 16:11  主体信息 › 主体负责人 › 电子邮箱
          电子邮箱“w**********@gmial.com”的“gmial.com”像是“gmail.com”的笔误
          16 |     电子邮箱: w**********@gmial.com
             |               ^^^^^^^^^^^^^^^^^^^^^
          怎么写：如果应为“gmail.com”，请改正
          可修正：改为“w**********@gmail.com”（请确认后再改）
          contact/email · 网站备案须知（双云网络），2007，第 2 步 · 退回代码 1009

        错误 19:11  网站信息 1 › 网站名称
          网站名称“www.wangshu-photo.cn”是域名或网址
          19 |   - 网站名称: www.wangshu-photo.cn
             |               ^^^^^^^^^^^^^^^^^^^^
          怎么写：可以改成：摄影札记、摄影随笔、摄影笔记、摄影手记、日常随笔
          website/name · 工信部备案系统企业侧接口规范 V3.0，2013，Wzmc

        错误 20:9  网站信息 1 › 域名 1 › 域名
          “www.wangshu-photo.cn”带有“www.”，备案的是注册的域名
          20 |     域名: www.wangshu-photo.cn
             |           ^^^^^^^^^^^^^^^^^^^^
          怎么写：改为“wangshu-photo.cn”
          可修正：改为“wangshu-photo.cn”（请确认后再改）
          website/domain · 工信部备案系统企业侧接口规范 V3.0，2013，Ym, 1004 · 退回代码 1004

        错误 21:11  网站信息 1 › 首页网址
          首页网址“www.wangshu-photos.cn”不在本网站的域名上：wangshu-photo.cn
          21 |     首页网址: www.wangshu-photos.cn
             |               ^^^^^^^^^^^^^^^^^^^^^
          怎么写：改为“www.wangshu-photo.cn”这样的网址，或补上漏写的域名
          可修正：改为“www.wangshu-photo.cn”（请确认后再改）
          website/homepage · 工信部备案系统企业侧接口规范 V3.0，2013，Syurl, 1041 · 退回代码 1041

        警告 22:23  网站信息 1 › 前置审批或专项审批内容 1 › 审批类型
          个人不能办理“新闻”审批
          22 |     涉及需前置审批或专项审批的内容: [新闻, 出版]
             |                                      ^^^^
          怎么写：去掉这一项；网站确实涉及的，由取得批准的单位备案
          可修正：删去这一项（请确认后再改）
          website/no-optional-approvals · 网站备案须知（双云网络），2007，第 3 步 · 退回代码 1033

        警告 22:27  网站信息 1 › 前置审批或专项审批内容 2 › 审批类型
          个人不能办理“出版”审批
          22 |     涉及需前置审批或专项审批的内容: [新闻, 出版]
             |                                            ^^^^
          怎么写：去掉这一项；网站确实涉及的，由取得批准的单位备案
          可修正：删去这一项（请确认后再改）
          website/no-optional-approvals · 网站备案须知（双云网络），2007，第 3 步 · 退回代码 1033

        提示 23:5  网站信息 1 › 网站服务内容
          勾选了 2 项网站服务内容：博客/个人空间、网络图片
          23 |     网站服务内容: [博客/个人空间, 网络图片]
             |     ^^^^^^^^^^^^
          怎么写：接入商没有要求时不勾选，审核更快
          可修正：删去这一项（请确认后再改）
          website/no-optional-services · 网站备案须知（双云网络），2007，第 3 步

        错误 25:18  网站信息 1 › 接入信息 1 › 接入服务提供商
          “上海金咏信息科技公司”与接入商的全称“上海金咏信息科技有限公司”不一致
          25 |       - 接入服务提供商: 上海金咏信息科技公司
             |                         ^^^^^^^^^^^^^^^^^^^^
          怎么写：如果就是这家接入商，改为“上海金咏信息科技有限公司”
          可修正：改为“上海金咏信息科技有限公司”（请确认后再改）
          access/provider · 网站备案须知（双云网络），2007，第 4 步

        错误 26:15  网站信息 1 › 接入信息 1 › 接入方式
          接入方式选了“主机托管”，“上海金咏信息科技有限公司”只按“虚拟主机”报备
          26 |         接入方式: 主机托管
             |                   ^^^^^^^^
          怎么写：改为“虚拟主机”
          可修正：改为“虚拟主机”（请确认后再改）
          access/method · 网站备案须知（双云网络），2007，第 4 步 · 退回代码 1035

        错误 27:15  网站信息 1 › 接入信息 1 › 网站IP
          “192.168.1.20”不是公网 IP：192.168.0.0/16 是内网地址
          27 |         网站IP: 192.168.1.20
             |                 ^^^^^^^^^^^^
          怎么写：填写接入商给这个空间的公网 IP
          access/ip · 网站备案须知（双云网络），2007，第 4 步 · 退回代码 1006

      1 份草稿：13 个错误，2 个警告，1 条提示；9 处有现成的改法（其中 1 处不改变含义）
      逐条处理：beian-check -i fixtures/drafts/first-attempt.yaml；自动修正：--fix（1 处）、--fix=all（9 处）

      请自行核对（工具看不到的）
        [ ] 身份证、营业执照等证件是真的、在有效期内，填写内容与证件逐字一致
        [ ] 电话、手机有人接听，邮箱能收到信
        [ ] 网站IP是“上海金咏信息科技有限公司”给这个空间的 IP：192.168.1.20
      "
    `)
  })

  test('first-attempt.yaml in English', async () => {
    expect(await show('first-attempt.yaml', 'en')).toMatchInlineSnapshot(`
      "fixtures/drafts/first-attempt.yaml
        error 4:11  subject › name of the sponsor
          “林先生” is a form of address; “先生” is not part of any name on an identity card
          4 |   主办单位名称: 林先生
            |                 ^^^^^^
          write: Write the name as on the identity card
          subject/real-name · Guide to website filing (Shuangyun hosting), 2007, step 2

        error 7:11  subject › certificate › certificate number
          The check digit of “440*************3x” does not fit the rest: some digit is mistyped
          7 |     证件号码: 440*************3x   # 小写 x，末位也对不上
            |               ^^^^^^^^^^^^^^^^^^
          write: Compare it with the document digit by digit
          subject/certificate-number · Guide to website filing (Shuangyun hosting), 2007, step 2 · would come back as 1015

        error 7:11  subject › certificate › certificate number
          The number “440*************3x” has spaces, dashes, full-width characters or lower-case letters
          7 |     证件号码: 440*************3x   # 小写 x，末位也对不上
            |               ^^^^^^^^^^^^^^^^^^
          write: Use ordinary digits and capital letters without spaces
          fix: change to “440*************3X” (keeps the meaning)
          subject/certificate-number · Guide to website filing (Shuangyun hosting), 2007, step 2 · would come back as 1008

        error 11:9  subject › mailing address
          The address stops at “科苑花园” (housing estate); the door number is missing
          11 |   通信地址: 科技南路科苑花园
             |             ^^^^^^^^^^^^^^^^
          write: Add the door number, such as “文三路90号2单元301室”
          subject/address-door-number · Guide to website filing (Shuangyun hosting), 2007, step 2

        error 14:11  subject › principal of the subject › office phone
          The office phone “075********00” looks made up
          14 |     办公电话: 075********00
             |               ^^^^^^^^^^^^^
          write: Write a real number that is answered
          contact/phone · Guide to website filing (Shuangyun hosting), 2007, step 2 · would come back as 1010

        error 15:11  subject › principal of the subject › mobile
          The mobile “138******00” looks made up
          15 |     手机号码: 138******00
             |               ^^^^^^^^^^^
          write: Write a real number that is answered
          contact/mobile · Guide to website filing (Shuangyun hosting), 2007, step 2 · would come back as 1011

        error 16:11  subject › principal of the subject › e-mail
          “gmial.com” in “w**********@gmial.com” looks like a typo of “gmail.com”
          16 |     电子邮箱: w**********@gmial.com
             |               ^^^^^^^^^^^^^^^^^^^^^
          write: Write “gmail.com” if that is meant
          fix: change to “w**********@gmail.com” (please confirm)
          contact/email · Guide to website filing (Shuangyun hosting), 2007, step 2 · would come back as 1009

        error 19:11  website 1 › website name
          The website’s name “www.wangshu-photo.cn” is a domain or an address
          19 |   - 网站名称: www.wangshu-photo.cn
             |               ^^^^^^^^^^^^^^^^^^^^
          write: These would pass: 摄影札记, 摄影随笔, 摄影笔记, 摄影手记, 日常随笔
          website/name · MIIT filing system, enterprise interface V3.0, 2013, Wzmc

        error 20:9  website 1 › domain 1 › domain
          “www.wangshu-photo.cn” has “www.” in front; what is filed is the registered domain
          20 |     域名: www.wangshu-photo.cn
             |           ^^^^^^^^^^^^^^^^^^^^
          write: Change it to “wangshu-photo.cn”
          fix: change to “wangshu-photo.cn” (please confirm)
          website/domain · MIIT filing system, enterprise interface V3.0, 2013, Ym, 1004 · would come back as 1004

        error 21:11  website 1 › home page
          The home page “www.wangshu-photos.cn” is on none of the domains: wangshu-photo.cn
          21 |     首页网址: www.wangshu-photos.cn
             |               ^^^^^^^^^^^^^^^^^^^^^
          write: Write an address such as “www.wangshu-photo.cn”, or add the domain that is missing
          fix: change to “www.wangshu-photo.cn” (please confirm)
          website/homepage · MIIT filing system, enterprise interface V3.0, 2013, Syurl, 1041 · would come back as 1041

        warning 22:23  website 1 › approvals 1 › approval
          An individual cannot hold the approval “新闻”
          22 |     涉及需前置审批或专项审批的内容: [新闻, 出版]
             |                                      ^^^^
          write: Remove it; a website that needs it is filed by a unit that holds it
          fix: remove it (please confirm)
          website/no-optional-approvals · Guide to website filing (Shuangyun hosting), 2007, step 3 · would come back as 1033

        warning 22:27  website 1 › approvals 2 › approval
          An individual cannot hold the approval “出版”
          22 |     涉及需前置审批或专项审批的内容: [新闻, 出版]
             |                                            ^^^^
          write: Remove it; a website that needs it is filed by a unit that holds it
          fix: remove it (please confirm)
          website/no-optional-approvals · Guide to website filing (Shuangyun hosting), 2007, step 3 · would come back as 1033

        info 23:5  website 1 › services
          Services are ticked: 博客/个人空间, 网络图片
          23 |     网站服务内容: [博客/个人空间, 网络图片]
             |     ^^^^^^^^^^^^
          write: Leave them unticked unless the host asks for one; the review is faster
          fix: remove it (please confirm)
          website/no-optional-services · Guide to website filing (Shuangyun hosting), 2007, step 3

        error 25:18  website 1 › access 1 › access provider
          “上海金咏信息科技公司” is not the host's legal name “上海金咏信息科技有限公司”
          25 |       - 接入服务提供商: 上海金咏信息科技公司
             |                         ^^^^^^^^^^^^^^^^^^^^
          write: If this host is meant, write “上海金咏信息科技有限公司”
          fix: change to “上海金咏信息科技有限公司” (please confirm)
          access/provider · Guide to website filing (Shuangyun hosting), 2007, step 4

        error 26:15  website 1 › access 1 › access method
          The access method is “colocation”; “上海金咏信息科技有限公司” files only as “virtual host”
          26 |         接入方式: 主机托管
             |                   ^^^^^^^^
          write: Choose “virtual host”
          fix: change to “虚拟主机” (please confirm)
          access/method · Guide to website filing (Shuangyun hosting), 2007, step 4 · would come back as 1035

        error 27:15  website 1 › access 1 › IP address
          “192.168.1.20” is not a public IP: 192.168.0.0/16 is private
          27 |         网站IP: 192.168.1.20
             |                 ^^^^^^^^^^^^
          write: Write the public IP that the host gave to this site
          access/ip · Guide to website filing (Shuangyun hosting), 2007, step 4 · would come back as 1006

      1 draft: 13 errors, 2 warnings, 1 info; 9 with a ready fix (1 of them safe)
      One by one: beian-check -i fixtures/drafts/first-attempt.yaml; by itself: --fix (1), --fix=all (9)

      Please check yourself (no tool can see these)
        [ ] The papers are real and valid, and the draft agrees with them letter by letter
        [ ] Phones and mobiles are answered, the mailbox is read
        [ ] The IP is the one that “上海金咏信息科技有限公司” gave to this site: 192.168.1.20
      "
    `)
  })

  test('other-host.yaml in Chinese', async () => {
    expect(await show('other-host.yaml', 'zh')).toMatchInlineSnapshot(`
      "fixtures/drafts/other-host.yaml
        错误 15:17  网站信息 1 › 接入信息 1 › 接入服务提供商
          这里写的是“阿里云计算有限公司”，这次却按“上海金咏信息科技有限公司”的档案检查
          15 |       provider: 阿里云计算有限公司
             |                 ^^^^^^^^^^^^^^^^^^
          怎么写：网站放在那里的，用 --profile aliyun，或在草稿里写“接入商档案: aliyun”；否则改为“上海金咏信息科技有限公司”
          access/provider · 网站备案须知（双云网络），2007，第 4 步

      1 份草稿：1 个错误，0 个警告，0 条提示
      逐条处理：beian-check -i fixtures/drafts/other-host.yaml

      请自行核对（工具看不到的）
        [ ] 身份证、营业执照等证件是真的、在有效期内，填写内容与证件逐字一致
      "
    `)
  })

  test('other-host.yaml in English', async () => {
    expect(await show('other-host.yaml', 'en')).toMatchInlineSnapshot(`
      "fixtures/drafts/other-host.yaml
        error 15:17  website 1 › access 1 › access provider
          This draft names “阿里云计算有限公司”; it is checked by the profile of “上海金咏信息科技有限公司”
          15 |       provider: 阿里云计算有限公司
             |                 ^^^^^^^^^^^^^^^^^^
          write: For a site hosted there use --profile aliyun, or write “profile: aliyun” into the draft; otherwise write “上海金咏信息科技有限公司”
          access/provider · Guide to website filing (Shuangyun hosting), 2007, step 4

      1 draft: 1 error, 0 warnings, 0 infos
      One by one: beian-check -i fixtures/drafts/other-host.yaml

      Please check yourself (no tool can see these)
        [ ] The papers are real and valid, and the draft agrees with them letter by letter
      "
    `)
  })

  test('a clean draft', async () => {
    expect(await show('shanjian-notes.yaml', 'zh')).toMatchInlineSnapshot(`
      "1 份草稿：没有发现问题

      请自行核对（工具看不到的）
        [ ] 身份证、营业执照等证件是真的、在有效期内，填写内容与证件逐字一致
        [ ] 电话、手机有人接听，邮箱能收到信
        [ ] 与“上海金咏信息科技有限公司”的接入合同有效，合同一方就是主办单位
        [ ] 网站IP是“上海金咏信息科技有限公司”给这个空间的 IP：101.80.16.8
      "
    `)
  })

  test('clashes point at the other place', async () => {
    const args = ['fixtures/drafts/clash-first.yaml', 'fixtures/drafts/clash-second.yaml', '-q']
    expect(await printed(args, { cwd: ROOT })).toMatchInlineSnapshot(`
      "fixtures/drafts/clash-second.yaml
        错误 5:38  主体信息 › 证件 › 证件号码
          这个证件号码在这里属于“西安长乐图书有限公司”，在另一份草稿里属于“西安长乐古籍修复有限公司”
          5 |   certificate: { type: 营业执照, number: 915*************8K }
            |                                          ^^^^^^^^^^^^^^^^^^
          怎么写：对照证件原件核对两份的号码和名称，改正填错的一份；主办单位改过名的，走变更备案
          另一处：fixtures/drafts/clash-first.yaml:5:38
          conflict/certificate · 网站备案须知（双云网络），2007，问答 4 · 退回代码 1003

        错误 13:14  网站信息 1 › 域名 1 › 域名
          域名“changle-books.cn”在另一份草稿里也有（主办单位：西安长乐古籍修复有限公司）
          13 |     domains: changle-books.cn
             |              ^^^^^^^^^^^^^^^^
          怎么写：先核对域名，填错的改正；没有填错的，请省通信管理局处理，并按要求提供域名归属的证明
          另一处：fixtures/drafts/clash-first.yaml:13:14
          conflict/domain · 网站备案须知（双云网络），2007，问答 4 · 退回代码 1005

        错误 14:15  网站信息 1 › 首页网址
          首页网址“http://changle-books.cn/”在另一份草稿里也有（主办单位：西安长乐古籍修复有限公司）
          14 |     homepage: http://changle-books.cn/
             |               ^^^^^^^^^^^^^^^^^^^^^^^^
          怎么写：核对网址，填错的改正；没有填错的，请省通信管理局处理
          另一处：fixtures/drafts/clash-first.yaml:14:15
          conflict/homepage · 网站备案须知（双云网络），2007，问答 4 · 退回代码 1021

      2 份草稿：3 个错误，1 个警告，0 条提示
      "
    `)
  })

  test('a file that cannot be read', async () => {
    expect(await show('full-width-colon.yaml', 'zh')).toMatchInlineSnapshot(`
      "fixtures/drafts/full-width-colon.yaml
        错误 3:9
          “主办单位性质：个人”用了全角冒号“：”
          3 |   主办单位性质：个人
            |               ^^
          怎么写：换成半角冒号加一个空格，例如“网站名称: 山间札记”
          draft/syntax · 工信部备案系统企业侧接口规范 V3.0，2013，5001

      1 份草稿：1 个错误，0 个警告，0 条提示
      "
    `)
  })
})

interface Marked {
  readonly source: string
  readonly marker: string
}

/** Quoted lines with the line of the marker below each. */
function marked(text: string): Marked[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const below = lines[index + 1] ?? ''
    return /^ +\d+ \| /.test(line) && /^ +\| *\^+$/.test(below) ? [{ source: line, marker: below }] : []
  })
}

/** The text over the marker, by columns on the screen. */
function over({ source, marker }: Marked): string {
  const from = marker.indexOf('^')
  let column = 0
  let piece = ''
  for (const character of source) {
    if (column >= from && column < marker.length) piece += character
    column += eastAsianWidth(character.codePointAt(0) ?? 0)
  }
  return piece
}

describe('the marker', () => {
  const overIn = async (text: string, name = 'a.yaml', call: Call = {}): Promise<string[]> =>
    marked(await printed([name, '--show-values'], { ...call, files: { [name]: text } })).map(over)

  test.each<[string, string, string]>([
    ['Chinese before it and in it', draft({ address: '文三路' }), '文三路'],
    ['a piece of a value', draft({ address: '浙江省杭州市西湖区文三路对面' }), '对面'],
    [
      'characters beyond the basic plane',
      draft({ address: '文三路 # 𠮷' }).replace('address:', '"address" :'),
      '文三路',
    ],
    ['a key', draft({ website: 'services: [博客/个人空间]' }), 'services'],
    ['full-width Latin', draft({ address: 'ＡＢＣ路对面' }), '对面'],
    ['quotes', draft({ address: '"文三路"' }), '"文三路"'],
    ['Windows line ends', draft({ address: '文三路' }).replaceAll('\n', '\r\n'), '文三路'],
    [
      'hidden characters before it',
      draft({ website: '"\\e\u200b" : 1\n    services: [博客/个人空间]' }),
      'services',
    ],
  ])('%s', async (_what, text, piece) => {
    expect(await overIn(text)).toContain(piece)
  })

  test('tabs and everything on one line', async () => {
    const text = `{\t"websites": [],\t"subject":\t{ "name":\t"𠮷沈",\t"nature":\t"私人" } }`
    expect(await overIn(text, 'a.json')).toContain('"私人"')
  })

  test('hidden characters on the same line', async () => {
    expect(await overIn('{ "x-a": "\u200b\u202e", "subject": { "nature": "私人" } }', 'a.json')).toContain(
      '"私人"',
    )
  })

  test('a byte order mark on the line is left out', async () => {
    const text = '\uFEFF{ "subject": { "nature": "私人" } }'
    expect(await overIn(text, 'a.json')).toContain('"私人"')
    expect(await printed(['a.json'], { files: { 'a.json': text } })).not.toContain('ufeff')
  })

  test('stands under masked values too', async () => {
    const text = draft().replace('330106194903070025', '330106194903070026')
    const [found] = marked(await printed(['a.yaml'], { files: { 'a.yaml': text } }))
    expect(found && over(found)).toBe('330*************26')
  })

  test('long lines are cut around it', async () => {
    const before = `"x-note": "${'长'.repeat(200)}", `
    const text = `{ ${before}"subject": { "nature": "私人" }, "x-more": "${'长'.repeat(200)}" }`
    for (const columns of [80, 60, 40]) {
      const call: Call = { isTTY: true, columns, env: { NO_COLOR: '1' } }
      const found = await overIn(text, 'a.json', call)
      expect(found, String(columns)).toContain('"私人"')
    }
  })
})

describe('links to files', () => {
  const kitty = { TERM: 'xterm-kitty' }
  const name = 'a b%\u202e.yaml'
  const heading = async (call: Call, ...args: string[]): Promise<string> =>
    (await printed([name, ...args], { files: { [name]: withError }, ...call })).split('\n')[0] ?? ''

  test.each<[string, Call, boolean]>([
    ['kitty', { isTTY: true, env: kitty }, true],
    ['Windows Terminal', { isTTY: true, env: { WT_SESSION: '1' } }, true],
    ['VS Code', { isTTY: true, env: { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.2' } }, true],
    [
      'an old VS Code',
      { isTTY: true, env: { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.9.2' } },
      false,
    ],
    ['iTerm2', { isTTY: true, env: { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.0' } }, true],
    ['GNOME Terminal', { isTTY: true, env: { VTE_VERSION: '6003' } }, true],
    ['the first of them with links, which crashed', { isTTY: true, env: { VTE_VERSION: '5000' } }, false],
    ['Apple’s Terminal', { isTTY: true, env: { TERM_PROGRAM: 'Apple_Terminal' } }, false],
    ['any other', { isTTY: true, env: { TERM: 'xterm-256color' } }, false],
    ['a pipe', { env: kitty }, false],
    ['a pipe in colours', { env: { ...kitty, FORCE_COLOR: '1' } }, false],
    ['NO_COLOR', { isTTY: true, env: { ...kitty, NO_COLOR: '1' } }, false],
    ['tmux', { isTTY: true, env: { ...kitty, TMUX: '/tmp/x' } }, false],
    ['SSH', { isTTY: true, env: { ...kitty, SSH_CONNECTION: '1 2 3 4' } }, false],
    ['CI', { isTTY: true, env: { ...kitty, CI: 'true' } }, false],
    ['when asked for', { isTTY: true, env: { FORCE_HYPERLINK: '1' } }, true],
    ['when refused', { isTTY: true, env: { ...kitty, FORCE_HYPERLINK: '0' } }, false],
  ])('%s', async (_what, call, expected) => {
    expect((await heading(call)).includes(`${ESCAPE}]8;;`)).toBe(expected)
  })

  test('lead to the file, whatever its name is', async () => {
    const line = await heading({ isTTY: true, env: kitty })
    const [, url = '', text = ''] = line.replaceAll(`${ESCAPE}\\`, `${ESCAPE}]8;;`).split(`${ESCAPE}]8;;`)
    expect(url).toMatch(/^file:\/\/\/\S*\/a%20b%25%E2%80%AE\.yaml$/)
    expect(text).toContain('a b%')
    expect(text).not.toContain('\u202e')
  })

  test('standard input is no file', async () => {
    expect(await printed(['-'], { stdin: withError, isTTY: true, env: kitty })).not.toContain(`${ESCAPE}]8;;`)
  })
})

describe('colours', () => {
  const files = { 'a.yaml': draft({ address: '文三路', website: 'services: [博客/个人空间]' }) }
  const run = (call: Call, ...args: string[]): Promise<string> =>
    printed(['a.yaml', ...args], { files, ...call })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '')

  test.each<[string, Call, boolean]>([
    ['a pipe', {}, false],
    ['a terminal', { isTTY: true, columns: 200 }, true],
    ['CI, which has no terminal', { env: { CI: 'true' } }, false],
    ['CI that asks for them', { env: { CI: 'true', FORCE_COLOR: '1' } }, true],
    ['a terminal, NO_COLOR', { isTTY: true, columns: 200, env: { NO_COLOR: '1' } }, false],
    ['a terminal, empty NO_COLOR', { isTTY: true, columns: 200, env: { NO_COLOR: '' } }, true],
    ['a dumb terminal', { isTTY: true, columns: 200, env: { TERM: 'dumb' } }, false],
    ['a pipe, FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['a terminal, FORCE_COLOR=0', { isTTY: true, columns: 200, env: { FORCE_COLOR: '0' } }, false],
    ['NO_COLOR and FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
  ])('%s', async (_what, call, expected) => {
    expect(colored(await run(call))).toBe(expected)
  })

  test('take nothing away and add nothing', async () => {
    const wide: Call = { isTTY: true, columns: 10_000 }
    expect(plain(await run(wide))).toBe(await run({}))
    const calm = { 'a.yaml': clean }
    expect(plain(await printed(['a.yaml'], { ...wide, files: calm }))).toBe(
      await printed(['a.yaml'], { files: calm }),
    )
  })

  test('never in machine formats', async () => {
    for (const format of ['json', 'ndjson']) {
      expect(colored(await run({ isTTY: true, env: { FORCE_COLOR: '1' } }, '--format', format))).toBe(false)
    }
  })

  test('a level has its own', async () => {
    const first = async (text: string): Promise<string> => {
      const call = { files: { 'a.yaml': text }, env: { FORCE_COLOR: '1' } }
      return (await printed(['a.yaml', '--lang', 'en'], call)).split('\n')[1] ?? ''
    }
    expect(await first(withError)).toContain(`${ESCAPE}[31merror`)
    expect(await first(withWarning)).toContain(`${ESCAPE}[33mwarning`)
    expect(await first(withInfo)).toContain(`${ESCAPE}[34minfo`)
  })
})

describe.each([
  [80, 'zh'],
  [80, 'en'],
  [60, 'zh'],
  [60, 'en'],
])('%i columns in %s', (columns, lang) => {
  const call: Call = { cwd: ROOT, isTTY: true, columns, env: { NO_COLOR: '1' } }

  test.each(fixtures)('no line of %s is wider', async (name) => {
    const text = await printed([`fixtures/drafts/${name}`, '--lang', lang], call)
    const tooWide = text.split('\n').filter((line) => columnsOf(line) > columns)
    expect(tooWide).toEqual([])
  })

  test('no line about clashes is wider', async () => {
    const text = await printed(['fixtures/drafts', '--lang', lang], call)
    expect(text.split('\n').filter((line) => columnsOf(line) > columns)).toEqual([])
  })

  test('wrapping loses nothing', async () => {
    const squeeze = (text: string): string => text.replace(/\s+/g, '')
    const words = (text: string): string =>
      text
        .split('\n')
        .filter((line) => !/^ +\d* *\|/.test(line))
        .join(' ')
    const args = ['fixtures/drafts/first-attempt.yaml', '--lang', lang]
    const narrow = await printed(args, call)
    const wide = await printed(args, { cwd: ROOT })
    expect(squeeze(words(narrow))).toBe(squeeze(words(wide)))
  })
})

test('a terminal that does not tell its width has 80 columns', async () => {
  const args = ['fixtures/drafts/first-attempt.yaml']
  const call: Call = { cwd: ROOT, isTTY: true, env: { NO_COLOR: '1' } }
  expect(await printed(args, call)).toBe(await printed(args, { ...call, columns: 80 }))
})
