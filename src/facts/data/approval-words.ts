// Fields of content that need an approval before filing, the words that show them, and what the form calls them.
// Sources: order 33 (2005) and the form's list; word lists of MIIT 2009 and of hosts (2018-2022).
export const approvalFields = [
  { id: 'news', zh: '新闻', en: 'news', words: '新闻 NEWS 时政 时事 通讯社 日报 晚报' },
  { id: 'publishing', zh: '出版', en: 'publishing', words: '出版 电子书 期刊 网络文学 小说' },
  { id: 'education', zh: '教育', en: 'education', words: '教育 学历 网校 远程教育 自考 校外培训 学科培训' },
  { id: 'health', zh: '医疗保健', en: 'medical care', words: '医院 医疗 诊所 门诊 保健 整形 口腔' },
  {
    id: 'medicine',
    zh: '药品和医疗器械',
    en: 'medicines and medical devices',
    words: '药品 药房 药店 医药 大药房 医疗器械 中药',
  },
  { id: 'bulletin', zh: '电子公告服务', en: 'bulletin boards', words: '电子公告 论坛 BBS 社区 留言板 贴吧' },
  { id: 'culture', zh: '文化', en: 'culture', words: '文化 网络游戏 手游 游戏 GAME 动漫 演出 网络音乐' },
  {
    id: 'broadcast',
    zh: '广播电影电视节目',
    en: 'radio, film and television',
    words: '影视 节目 视频 电影 电视 直播 视听 广播',
  },
  { id: 'ride-hailing', zh: '网络预约车', en: 'ride hailing', words: '网约车 打车 租车 出行' },
  {
    id: 'finance',
    zh: '互联网金融',
    en: 'internet finance',
    words: '金融 理财 网贷 P2P 借贷 贷款 基金 股票 证券 期货 保险 支付 众筹',
  },
  { id: 'religion', zh: '宗教', en: 'religion', words: '宗教 佛教 佛学 道教 基督 天主 伊斯兰 清真寺 寺院' },
] as const
