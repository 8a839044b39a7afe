// The words that say which level a piece of an address is. Data only: lexicon.ts turns them into lookups.
// All words are in simplified characters and half width; the reader folds the text first.
import type { AddressLevel } from './levels.ts'

/** A level with its words, separated by spaces. */
export type LevelWords = readonly (readonly [AddressLevel, string])[]

/** Behind a name, these end a part wherever they stand: 中山|路, 龙泉|镇. */
export const firmWords: LevelWords = [
  ['county', '自治县 自治旗'],
  ['town', '街道办事处 街道办 街道 街办 办事处 民族乡 镇 乡 苏木 农场 林场 牧场 渔场 茶场 种畜场 团场'],
  ['community', '社区居委会 社区 居委会 居民委员会'],
  ['village', '自然村 行政村 村民委员会 村委会 村委 村 嘎查 牧委会 邨'],
  ['group', '村民小组 生产队'],
  [
    'zone',
    '高新技术产业开发区 经济技术开发区 经济开发区 高新技术开发区 高新技术产业园 开发区 工业园区 工业园 工业区 工业城 高新区 经开区 ' +
      '科技园区 科技园 科学园 科学城 产业园区 产业园 园区 软件园 创业园 创业城 物流园 保税区 自贸区 孵化园 孵化器 创意园 文创园 ' +
      '新区 示范区 试验区 管理区 片区 产业基地 创业基地 创新基地 生产基地 工业基地 区',
  ],
  ['road', '大街 大道 路 街 胡同 巷 横街 环路 国道 省道 县道 高速公路 东段 西段 南段 北段 中段'],
  [
    'estate',
    '小区 花园 公寓 新村 家园 嘉园 家属院 家属区 宿舍 别墅 山庄 住宅区 生活区 安置区 安置房 住宅楼 家属楼 大院 佳苑 名苑 新苑 嘉苑 ' +
      '名城 豪庭 公馆 雅苑 雅居 花苑 华庭 华府 佳园 名邸 新居 小镇',
  ],
  [
    'tower',
    '大厦 大楼 商厦 写字楼 商务楼 商务中心 购物中心 商业中心 国际中心 商贸城 商业城 电脑城 数码城 百货大楼 综合楼 办公楼 商业楼 研发楼 实训楼 航站楼 塔楼 双子塔 会所',
  ],
  ['school', '大学 学院 中学 高中 职校 技校 党校 技工学校 职业学校 学校 校区'],
  ['room', '亭子间 前楼 后楼 客堂间 统客堂 前客堂 后客堂 灶间 灶披间'],
  ['post-box', '邮政信箱 邮政专用信箱'],
  ['landmark', '火车站 高铁站 汽车站 客运站 地铁站 幼儿园 服务区 收费站'],
]

/** These end a part only before a number, a break or the end: 永安|里3门, but 十里河村 is one name. */
export const weakWords: LevelWords = [
  ['county', '县 旗'],
  ['village', '庄 屯 寨 湾 塆 冲 坝 坪 畈 圩 营 堡 沟 岭 浩特 艾里 庄子'],
  ['group', '组 队 社 大队 分队'],
  ['zone', '基地 空港 生态城 港区 艺术区 街区'],
  ['road', '公路 马路 道 条 弄 里弄 高速 环线 横路 马道 后街 夹道 坡 路段'],
  ['estate', '园 苑 城 府 庭 阁 轩 居 郡 邸 墅 里 坊 新城 国际城 广场 壹号 院 天地 家属 世家 天下 人家 公社'],
  ['tower', '楼 座 塔 中心 国际 商城 商场 酒店 大酒店 宾馆 饭店 市场 百货 馆 厅 仓库 厂房 车间 SOHO'],
  [
    'department',
    '系 专业 研究生院 教务处 图书馆 实验室 研究所 研究院 办公室 信息中心 网络中心 学生处 团委 学生会 教研室',
  ],
  ['class', '班 班级'],
  ['post-box', '信箱 邮箱'],
  [
    'landmark',
    '车站 站 医院 卫生院 卫生所 卫生室 政府 银行 邮局 公园 超市 机场 码头 大桥 立交桥 立交 桥 加油站 派出所 法院 小学 电影院 ' +
      '有限公司 公司 厂 工厂 局 所 店 门市部 经营部 商店 网吧 药店 寺 庙 教堂 水库 景区 体育场 菜场 菜市场 农贸市场 批发市场 一中 二中 三中 四中',
  ],
]

/** Inside a longer name these are no level words: 铁路|新村, 区域|中心. At the end of a name they do not apply (邮电路). */
export const plainWords =
  '铁路 公路 马路 道路 电路 线路 路桥 路局 村镇 乡镇 乡村 农村 街坊 村民 区域 区间 镇江 园林 城市'

/** Words that only point at a place. `firm`: anywhere behind a name; `weak`: only where the name ends. */
export const vagueWords = {
  firm:
    '斜对面 正对面 对面 对过 附近 旁边 隔壁 十字路口 丁字路口 三岔路口 路口 交叉口 交叉处 交汇处 交界处 交汇口 红绿灯 ' +
    '转角处 转角 拐角处 拐角 转弯处 路边 路旁 街边 斜对过',
  weak:
    '旁 边 侧 处 口 交汇 交叉 桥下 桥头 桥边 桥旁 楼下 楼上 正门 大门口 大门 门口 前门 后门 侧门 东门 西门 南门 北门 东门口 西门口 南门口 北门口 ' +
    '东侧 西侧 南侧 北侧 东边 西边 南边 北边 东面 西面 南面 北面 以东 以西 以南 以北 往东 往西 往南 往北 向东 向西 向南 向北 ' +
    '路东 路西 路南 路北 东头 西头 南头 北头 东口 西口 南口 北口 东北角 西南角 东南角 西北角 背后 后面 前面 里面 周边 一带 左侧 右侧 左边 右边 路段',
}

/** Behind a number: what kind of number it is. */
export const measureWords: LevelWords = [
  ['town', '团 团场 师 农场'],
  ['community', '社区'],
  ['village', '村 连 分场 号村 号屯'],
  ['group', '组 队 社 村民小组 小组 生产队 大队 分队 屯 居民组'],
  [
    'road',
    '路 街 大街 大道 道 条 胡同 国道 省道 县道 乡道 高速 公路 马路 段 号路 号大街 号大道 号街 号公路 号支路 支路 横路',
  ],
  ['lane', '弄 巷 支弄 号弄 号巷'],
  ['number', '号 号院 号大院 号院落 号别墅 号门牌 号厂房 号车间 号仓库'],
  ['estate', '区 期 小区 组团 街坊 号街坊 院 大院 园 苑 号小区 号地块 地块 号地 号公馆'],
  [
    'building',
    '栋 幢 座 号楼 号栋 号幢 号座 #楼 #栋 # 栋楼 幢楼 排 塔 塔楼 号塔 号公寓 号公寓楼 号宿舍 号宿舍楼 号教学楼 号仓 号库 ' +
      '号写字楼 号商业楼 号综合楼 号办公楼 号研发楼 号住宅楼 号家属楼 号商务楼 号大楼 号大厦 公寓 厂房 号馆 馆 翼',
  ],
  ['unit', '单元 门 梯 号门 号梯'],
  ['floor', '层 楼 层楼 F f'],
  [
    'room',
    '室 房 户 铺 间 店 卡 档 柜 厅 舱 号房 号房间 号室 号铺 号商铺 号店 号店铺 号店面 号门面 号门面房 号门市 号门市房 门市 门面 商铺 号柜台 柜台 号柜 号档 号档口 档口 ' +
      '号摊位 摊位 号摊 号工位 工位 号卡位 卡位 号卡座 号间 号厅 号车库 号展位 展位 床 办公室 号办公室 单位 厢房',
  ],
  ['class', '班 级 届'],
  ['post-box', '信箱 号信箱 邮政信箱 号邮政信箱 邮箱 号邮箱 分箱 号分箱 专用信箱'],
  ['school', '中学 中'],
  ['tower', '航站楼 号航站楼'],
  [
    'landmark',
    '号线 号桥 号口 号出口 出口 号井 号矿 号码头 号桥桥头 号地铁口 号地铁站 小学 号闸 号渠 路公交',
  ],
  ['distance', '米 公里 千米 m km 公里处 米处'],
]

/** Measures that, after a number in Chinese characters, are often just part of a name: 三门路, 八户镇, 五里店. */
export const looseMeasures =
  '楼 门 区 期 座 排 团 连 店 房 铺 间 院 级 档 户 社 塔 村 段 师 里 路 街 道 条 巷 园 苑 中 馆 柜 梯 卡 厅 屯 翼 届 床 公寓 支路 横路 大街 大道 胡同 ' +
  '马路 公路 米 公里 中学 小学 农场'

/** A direction may stand where a number would: 东区, 南楼, 西塔. */
export const directionMeasures = '座 塔 楼 区 栋 幢 单元 院 翼 门面 厅 馆 塔楼 户 厢房'

/** Before these, 号 belongs to a longer word only when the word ends there: 6号大街452号, but 18号街面房. */
export const fragileMeasures =
  '号路 号大街 号大道 号街 号公路 号支路 号弄 号巷 号村 号屯 号地 号桥 号井 号渠 号闸 号矿 号口 号仓 号库 号馆 号厅 号间 号摊 号柜 号档'

/** Whole texts that stand in for an address not yet written. */
export const placeholderTexts =
  '测试 测试地址 无 没有 暂无 同上 如上 同住所 同证件地址 同证件住所 同营业执照地址 同身份证地址 详见营业执照 请填写详细地址 保密 不详 未知 待定 待填 待补充 地址 住址 通信地址 通讯地址 详细地址 联系地址 家庭住址 办公地址 请填写 请输入 ' +
  '请填写地址 见附件 详见证件 家 家里 公司 中国 地球 国内 略 空 test none null na n/a tbd todo address asdf qwer qwerty undefined'

/** Traditional and banker's forms, each followed by the form the tables use. */
export const foldedPairs =
  '號号樓楼區区鎮镇鄉乡廈厦棟栋單单層层莊庄園园門门戶户鋪铺舖铺縣县學学隊队組组團团連连業业開开發发產产創创術术軟软場场廣广國国際际寫写綜综對对邊边處处' +
  '郵邮橋桥衚胡衕同館馆醫医廠厂機机關关閣阁灣湾軒轩東东環环衛卫實实驗验專专職职農农漁渔貿贸務务數数碼码購购經经濟济試试範范倉仓庫库網网層层側侧' +
  '轉转彎弯叉叉匯汇帶带線线條条銀银電电飯饭賓宾藥药壹一貳二贰二叁三參三肆四伍五陸六陆六柒七捌八玖九拾十兩两臺台華华龍龙馬马師师級级屆届' +
  '〇零—-–-‐-‑-−-─-﹣-〜~'
