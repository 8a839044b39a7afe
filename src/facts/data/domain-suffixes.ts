// Domain suffixes that may be filed, as published by a host on 2022-08-30 from MIIT's list; gs.cn added from CNNIC's table.
// The official list of today is at domain.miit.gov.cn. An unknown suffix is no proof against a domain.

/** The day of the list. */
export const suffixListDate = '2022-08-30'

export const asciiSuffixes =
  'cn ren wang citic top sohu xin com net club xyz vip site shop ink info mobi red pro kim ltd group biz auto link work law beer store tech fun online art design wiki love center video social team show cool zone world today city chat company live fund gold plus guru run pub email life co fashion fit luxe yoga baidu cloud host space press website archi asia bio black blue green lotto organic pet pink poker promo ski vote voto icu fans tv cc unicom jpmorgan chase band cab cafe cash fan fyi games market mba news media sale shopping studio tax technology vin baby college monster protection rent security storage theatre bond cyou uno school global me'

export const chineseSuffixes =
  '中国 政务 公益 公司 网络 网址 商城 网店 中信 商标 广东 佛山 信息 手机 在线 中文网 集团 我爱你 商店 企业 娱乐 游戏 购物 餐厅 招聘 时尚 移动 网站 联通 世界 健康'

/** Second levels under .cn: functions, then regions. */
export const cnSecondLevels =
  'gov org ac mil net edu com 政务 公益 bj tj sh cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn gs qh nx xj tw hk mo'
