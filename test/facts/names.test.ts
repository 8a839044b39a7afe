// Names of persons: what the identity card has, and what people write instead.
import { describe, expect, test } from 'vitest'
import { readPersonName } from '../../src/facts/person-names.ts'

const right =
  '沈知秋 王伟 李娜 张王晓明 欧阳景行 慕容鸣筝 司马光 诸葛亮 上官婉儿 𠮷田青 刘䶮 䶮田 阿依古丽·艾合买提 买买提·吐尔逊 迪丽热巴·迪力木拉提 扎西顿珠 格桑梅朵 次仁 次仁多吉旺堆 巴特尔 乌兰其其格 努尔兰 古力娜扎 张网 李站 王中心 马东 於梨华 張偉 黃國華 歐陽修 范冰冰 林心如 小平 阿来 老舍 大山 王小丫 江一燕 秦半夏 裴书言 贺兰亭 闻人素 夏天 丁一 安以轩 沙小荷 单于晨 乐嘉 冼星海 梁平台 方明 关之琳 万茜 巫启贤 顾晓棠 陆怀远 温如瑾 令狐冲 傅明远 周慕白 〇一 尉迟恭 长孙无忌 东方朔 南宫适 百里奚 第五伦 完颜阿骨打 爱新觉罗载湉 曾国藩 单雄信 查良镛 仇英 盖叫天 乜海 缪荃孙 逄蒙 覃子豪 尹吉甫 翟让 祝允明 朱熹 毛文锡 费孝通 蓝天野 高峰 黄河 江山 平安 石磊 田地 白云 万里 雷雨 金山 方圆 成功 文明 武术 康健 常胜 洪流 路遥 马上 牛群 唐诗 宋词 元曲'.split(
    ' ',
  )

describe('real names', () => {
  test.each(right)('%s', (name) => {
    expect(readPersonName(name, { latin: false })).toEqual({ kind: 'ok' })
  })
  test('foreign papers carry Latin names', () => {
    expect(readPersonName("Anne-Marie O'Neill", { latin: true }).kind).toBe('ok')
    expect(readPersonName('John Carter', { latin: false }).kind).toBe('latin')
  })
})

describe('no real names', () => {
  test.each([
    [
      'title',
      '王先生 李小姐 张老师 陈女士 刘经理 欧阳先生 林总 赵师傅 孙阿姨 周站长 吴老板 郑主任 王太太 冯教授',
    ],
    [
      'placeholder',
      '张三 李四 王五 测试 某某 个人 xxx 王某 某人 本人 姓名 无 admin test 匿名 待定 同上 站长 管理员 demo Name',
    ],
    [
      'company-word',
      '上海青禾茶业有限公司 沈知秋工作室 锦城水利设备公司 青禾茶业集团 西湖摄影协会 长乐书店有限责任公司 江滩读书俱乐部',
    ],
    [
      'site-word',
      '山间札记 李明博客 王大拿网 锦里骑行日记 江城论坛 半夏官网 东湖观鸟网站 沈知秋的小站 何青山小屋 沈知秋之家',
    ],
    ['digits', '张伟123 13000000001 李4 沈知秋1949'],
    ['latin', 'Zhang ZhangWei Wei.Zhang Li-Na'],
    ['mixed', '张Wei A张伟 李娜VIP'],
    ['too-short', '张 李 𠮷'],
    ['symbols', '张伟! 张伟（本人） 沈-知秋 张伟/李娜 张伟、李娜 ★张伟 ·张伟 张··伟'],
    ['too-long', '一二三四五六七八九 天地玄黄宇宙洪荒'],
    [
      'middle-dot',
      '阿依古丽.艾合买提 阿依古丽•艾合买提 阿依古丽・艾合买提 阿依古丽．艾合买提 买买提。吐尔逊',
    ],
    ['spaces', '张　伟'],
    ['nickname', '小王 豆豆 阿陈 老李'],
  ])('%s', (kind, names) => {
    for (const name of names.split(' '))
      expect([name, readPersonName(name, { latin: false }).kind]).toEqual([name, kind])
  })
  test.each([
    ['小王', true],
    ['老李', true],
    ['豆豆', false],
    ['阿强', false],
    ['小平', undefined],
    ['老舍', undefined],
  ])('%s is what friends say: sure %s', (name, sure) => {
    const reading = readPersonName(name, { latin: false })
    expect(reading.kind === 'nickname' ? reading.sure : undefined).toBe(sure)
  })
  test.each([
    ['阿依古丽.艾合买提', '阿依古丽·艾合买提'],
    ['张 伟', '张伟'],
  ])('%s is mended to %s', (name, fixed) => {
    expect(readPersonName(name, { latin: false })).toMatchObject({ fixed })
  })
})
