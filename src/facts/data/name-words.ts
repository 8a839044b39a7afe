// Words for which names of websites are refused, in groups: where they may not stand, for whom, how sure that is, and
// which documents say so. Facts gathered from MIIT (2009), provinces and hosts (2013-2026).
// A group is off unless a profile turns it on: lists differ by host, province and year.

/** Whom a group is about. `non-state` is everybody but the state and the army. */
export type Scope = 'individual' | 'unit' | 'non-state'

export const wordGroups = [
  {
    id: 'national',
    zh: '国字号或国家机关的用词',
    en: 'words kept for the state',
    words: '中国 中华 中央 人民 人大 国家',
    where: 'head',
    scope: 'non-state',
    sources: ['miit-2009', 'tencent-2022', 'inspur-2021', 'huawei-2026'],
  },
  {
    id: 'national-inside',
    zh: '国字号的用词',
    en: 'words kept for the state',
    words: '中国 中华 中央 国家',
    where: 'inside',
    scope: 'non-state',
    sources: ['xinnet-2023'],
  },
  {
    id: 'national-weak',
    zh: '近似国字号的用词',
    en: 'words near those kept for the state',
    words: '华夏 全国',
    where: 'head',
    scope: 'non-state',
    sources: ['lists-of-hosts'],
  },
  {
    id: 'oversight',
    zh: '监督、投诉类用词',
    en: 'words of oversight and complaint',
    words: '反腐 纪检 监察 信访 维权 投诉',
    where: 'head',
    scope: 'non-state',
    sources: ['huawei-2026', 'cenje-2014'],
  },
  {
    id: 'sensitive',
    zh: '敏感词',
    en: 'sensitive words',
    words: '反腐 赌博 廉政 色情',
    where: 'any',
    scope: 'non-state',
    sources: ['tencent-2022', 'inspur-2021', 'huawei-2026', 'xinnet-2023'],
  },
  {
    id: 'unlawful',
    zh: '法律禁止的内容',
    en: 'content that the law forbids',
    words: '六合彩 博彩 赌场 邪教 法轮 淫秽',
    where: 'any',
    scope: 'non-state',
    sources: ['measures-2000', 'miit-2009'],
  },
  {
    id: 'superstition',
    zh: '封建迷信类用词',
    en: 'words of superstition',
    words: '算命 风水 占卜 八字 看相',
    where: 'any',
    scope: 'non-state',
    sources: ['300cn-2021', 'measures-2000'],
  },
  {
    id: 'government',
    zh: '国家机关的名称',
    en: 'names of state organs',
    words:
      '国务院 人民政府 监察委 监察局 公安局 公安厅 派出所 检察院 人民法院 税务局 教育局 教育厅 财政局 财政厅 民政局 司法局 工商局 卫生局 环保局 国土局 统计局 审计局 发改委 市政府 县政府 省政府 镇政府 区政府 街道办事处 管理局 委员会办公室 监察',
    where: 'any',
    scope: 'non-state',
    sources: ['miit-2009'],
  },
  {
    id: 'company',
    zh: '公司的用词，个人不能用',
    en: 'words of companies, not for individuals',
    words: '有限公司 公司 集团 企业',
    where: 'any',
    scope: 'individual',
    sources: ['miit-2009', 'inspur-2021', 'netease-2016', 'xinnet-2023', 'tencent-2022'],
  },
  {
    id: 'organisation-tail',
    zh: '单位或行业用词结尾的名称，个人不能用',
    en: 'names that end as those of organisations and trades do, not for individuals',
    words:
      '工作室 商城 俱乐部 合作社 协会 学会 学校 学院 科技 贸易 传媒 银行 联合会 基金会 研究院 研究所 事务所 商行 专卖店 旗舰店 官网 培训',
    where: 'tail',
    scope: 'individual',
    sources: ['inspur-2021', 'lists-of-hosts', 'xinnet-2023'],
  },
  {
    id: 'organisation',
    zh: '单位或行业的用词，个人常因此被退回',
    en: 'words of organisations and trades; individuals are often refused',
    words:
      '工作室 商城 俱乐部 合作社 协会 学校 学院 科技 贸易 传媒 银行 联盟 联合会 研究院 研究所 事务所 中心 商店 商行 专卖 旗舰 门户 组织',
    harmless: '中心情 中心事 中心愿 中心意 中心思 中心动 中心灵 心中心',
    where: 'any',
    scope: 'individual',
    sources: ['inspur-2021', 'lists-of-hosts'],
  },
  {
    id: 'business',
    zh: '经营类用词，个人网站不能用于经营',
    en: 'words of business, which a personal website may not do',
    words:
      '官网 购物 电商 交易 招聘 求职 婚介 交友 房产 广告 推广 营销 返现 折扣 报价 淘宝 转让 售后 品牌 炒股 彩票 体彩 刮刮乐 股票 证券 投资 咨询 代购 批发 维修 定做 定制 沙龙 排行榜 宣传 工坊 系统 媒体 引擎 邮局 首页',
    where: 'any',
    scope: 'individual',
    sources: ['lists-of-hosts'],
  },
  {
    id: 'business-tail',
    zh: '经营类用词结尾的名称，个人不能用',
    en: 'names that end in a word of business, not for individuals',
    words: '购物 交易 招聘 求职 婚介 交友 房产 返现 彩票 炒股 代购 批发 营销 推广 报价',
    where: 'tail',
    scope: 'individual',
    sources: ['lists-of-hosts', 'inspur-2021'],
  },
  {
    id: 'personal',
    zh: '说明是个人网站的词，看不出内容',
    en: 'a word that says only that the website is a person’s',
    words: '个人网站 个人',
    where: 'any',
    scope: 'individual',
    sources: ['tencent-2022'],
  },
  {
    id: 'format',
    zh: '网站形式的用词',
    en: 'words for a kind of website',
    words: '导航 平台 热线 社团 网络 网站 网址 主页 资讯 空间 爱好者 作品展示 作品展现',
    where: 'tail',
    scope: 'individual',
    sources: ['xinnet-2023', 'lists-of-hosts', 'tencent-2022'],
  },
  {
    id: 'format-everyone',
    zh: '网站形式的用词',
    en: 'words for a kind of website',
    words: '资讯 网站 网络 网址 爱好者 作品展示 论坛 社区 工作室 平台 主页 热线 社团 导航 分享',
    where: 'tail',
    scope: 'non-state',
    sources: ['tencent-2022'],
  },
  {
    id: 'bulletin',
    zh: '电子公告类用词，要先取得电子公告服务专项审批',
    en: 'words of bulletin boards, which need an approval of their own',
    words: '论坛 BBS 聊天室 留言板',
    where: 'any',
    scope: 'non-state',
    sources: ['miit-2009'],
  },
  {
    id: 'forum-tail',
    zh: '论坛、博客类用词，个人备案基本不再批准',
    en: 'words of forums and blogs, for which individuals hardly get a filing any more',
    words: '论坛 社区 博客 贴吧 聊天室 BBS',
    where: 'tail',
    scope: 'individual',
    sources: ['huawei-2026', 'xinnet-2023', 'inspur-2021', 'tencent-2022'],
  },
  {
    id: 'forum',
    zh: '论坛、博客类用词，多数省要求前置审批或说明',
    en: 'words of forums and blogs; most provinces want an approval or an explanation',
    words: '论坛 社区 博客 贴吧 聊天室 BBS',
    where: 'any',
    scope: 'non-state',
    sources: ['inspur-2021', 'xinnet-2023', 'huawei-2026', 'tencent-2022'],
  },
  {
    id: 'forum-more',
    zh: '互动类用词，可能被要求前置审批',
    en: 'words of exchange, for which an approval may be asked',
    words: '在线 交流',
    where: 'any',
    scope: 'individual',
    sources: ['xinnet-2023', 'tencent-2022'],
  },
  {
    id: 'forum-more-everyone',
    zh: '互动类用词，可能被要求前置审批',
    en: 'words of exchange, for which an approval may be asked',
    words: '在线 交流',
    where: 'any',
    scope: 'non-state',
    sources: ['tencent-2022'],
  },
  {
    id: 'sichuan',
    zh: '当地列为须前置审批的用词',
    en: 'words that the province ties to an approval',
    words: '论坛 空间 社区 电子商务 新闻 医药 广播 视频',
    where: 'any',
    scope: 'unit',
    sources: ['tencent-2022'],
  },
  {
    id: 'trade',
    zh: '行业用词结尾的名称，像经营性网站',
    en: 'names that end in a word of a trade look like a business',
    words: '服务 下载 设计 管理 农业 产业 传播 艺术 技术 行业',
    where: 'tail',
    scope: 'individual',
    sources: ['lists-of-hosts'],
  },
  {
    id: 'trade-weak',
    zh: '有的接入商不接受个人使用的词',
    en: 'words that some hosts do not accept from individuals',
    words: '评论 服务 行业 管理 传播 产业 农业 技术 下载 搜索 合伙 框架 大众 论文 期刊',
    where: 'any',
    scope: 'individual',
    sources: ['lists-of-hosts'],
  },
] as const satisfies readonly WordGroup[]

/** A group of words as this table writes it. */
export interface WordGroup {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Words, one space between; Latin ones in capitals. */
  readonly words: string
  /** Texts in which a word stands by chance: 山中心情 has no 中心. */
  readonly harmless?: string
  /** Only at the head of the name, only behind it, only at its end (but for 网, 站), or anywhere. */
  readonly where: 'head' | 'inside' | 'tail' | 'any'
  readonly scope: Scope
  readonly sources: readonly string[]
}

/**
 * Content that needs an approval, by the form's fields. `live`: the approval is still given out; the others were
 * abolished (education and medical care 2015, bulletins 2010) but a province may still ask. `sure` are the words that
 * name the field itself; the other `words` belong to it more or less, and 电影 alone is in the names of diaries too.
 */
export const approvalWords = [
  { field: 'news', live: true, sure: '新闻 时政 通讯社', words: '日报 晚报' },
  { field: 'publishing', live: true, sure: '出版', words: '网络文学' },
  { field: 'education', live: false, sure: '教育', words: '学历 网校 自考 培训' },
  { field: 'health', live: false, sure: '医院 医疗 诊所 卫生', words: '整形 保健' },
  { field: 'medicine', live: true, sure: '药品 药店 药房 医药 医疗器械 药监', words: '药物' },
  { field: 'culture', live: true, sure: '网络音乐 网络游戏 手游', words: '游戏 演出' },
  {
    field: 'broadcast',
    live: true,
    sure: '影视 视频 视听 广电 电视台 电视剧 直播 免费电影 在线电影 电影网 电影院 电影天堂 电影下载',
    words: '电视 广播',
  },
  { field: 'ride-hailing', live: true, sure: '网约车', words: '' },
  {
    field: 'finance',
    live: true,
    sure: '交易所 金融 资产管理 理财 财富管理 网贷 网络借贷 借贷 贷款 P2P 众筹 互联网保险 支付 信托',
    words: '交易中心 基金 保险',
  },
  { field: 'religion', live: true, sure: '宗教 佛教 道教 基督教 天主教 伊斯兰教', words: '伊斯兰' },
] as const
