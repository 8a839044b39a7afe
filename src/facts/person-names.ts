// Names of persons as the identity card has them, and what people write instead of one.
import { compoundSurnames, surnames } from './data/surnames.ts'
import { hasHan, isHan, toHalfWidth, withoutInvisible } from './text.ts'

export type PersonNameReading =
  | { readonly kind: 'ok' }
  /** 先生, 老师 … instead of a given name. */
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'company-word' | 'site-word'; readonly word: string }
  | { readonly kind: 'digits' | 'mixed' | 'too-short' }
  | { readonly kind: 'latin' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'symbols'; readonly from: number; readonly to: number; readonly text: string }
  /** Right but for the dot between the parts of a minority's name, or for spaces. */
  | { readonly kind: 'middle-dot' | 'spaces'; readonly fixed: string }
  /** Looks like what friends call somebody; `sure` for 小 or 老 and one of the commonest family names, and nothing more. */
  | { readonly kind: 'nickname'; readonly sure: boolean }

export interface PersonNameOptions {
  /** Papers of foreigners carry Latin names. */
  readonly latin: boolean
}

const titles = [
  '先生',
  '女士',
  '小姐',
  '女仕',
  '太太',
  '夫人',
  '老师',
  '同志',
  '师傅',
  '老板',
  '经理',
  '总经理',
  '董事长',
  '主任',
  '校长',
  '院长',
  '书记',
  '工程师',
  '站长',
  '医生',
  '教授',
  '律师',
  '大哥',
  '大姐',
  '大妈',
  '大爷',
  '大叔',
  '阿姨',
  '叔叔',
  '同学',
  '大夫',
  '护士',
  '店长',
  '馆长',
  '会长',
  '部长',
  '处长',
  '局长',
  '科长',
  '所长',
  '厂长',
  '村长',
  '队长',
  '警官',
  '教练',
  '记者',
  '编辑',
  '设计师',
  '摄影师',
  '大师',
  '大侠',
  '法师',
  '居士',
  '管理员',
  '版主',
  '楼主',
  '博主',
  '网友',
  '总',
] as const
/** Endings that are given names too (李总, 王总 are titles, 高总 could be a name): only behind one common family name. */
const weakTitles: ReadonlySet<string> = new Set(['总'])

const placeholders: ReadonlySet<string> = new Set(
  '张三 李四 王五 赵六 钱七 孙八 某某 某某某 张某 张某某 李某 李某某 王某 王某某 某人 某 测试 测试人 测试员 个人 个人网站 本人 姓名 名字 真实姓名 无 没有 暂无 匿名 保密 法人 法人代表 法定代表人 网管 未知 不详 同上 待定 管理员 站长 网友 博主 群主 游客 访客 网站负责人 负责人 联系人 用户 客服 小明 路人甲'.split(
    ' ',
  ),
)
const latinPlaceholders =
  /^(?:x{2,}|test\w{0,8}|demo|admin\w{0,5}|name|none|null|user\w{0,5}|n\/?a|a{3,}|abc|asdf\w{0,8}|tbd|todo)$/i

const companyWords = [
  '有限公司',
  '有限责任公司',
  '股份公司',
  '公司',
  '工作室',
  '事务所',
  '合作社',
  '俱乐部',
  '集团',
  '企业',
  '协会',
  '商行',
  '商店',
  '商铺',
  '商场',
  '超市',
  '酒店',
  '饭店',
  '餐厅',
  '诊所',
  '医院',
  '学校',
  '幼儿园',
  '科技',
  '贸易',
  '传媒',
  '网络',
  '软件',
  '团队',
  '研究院',
  '研究所',
  '基金会',
  '委员会',
  '经营部',
  '服务部',
  '门市部',
  '大学',
  '中学',
  '小学',
  '银行',
  '铺子',
] as const
/** These end names of firms too, and hardly a name of four characters. */
const shopEndings = /^.{3,}[店馆厂铺]$/u
const siteWords = [
  '网站',
  '论坛',
  '博客',
  '主页',
  '官网',
  '空间',
  '社区',
  '平台',
  '在线',
  '资讯',
  '日记',
  '笔记',
  '札记',
  '贴吧',
  '频道',
  '小站',
  '小屋',
  '驿站',
  '之家',
  '网',
] as const

/** Middle dots that look like the one of the identity card (·, U+00B7). */
const wrongDots = /[.．•・‧∙⋅●▪﹒｡。･ᐧ]/u

/** Longest name on the card without a dot: a double surname and a double given name, with room for rare cases. */
const MOST_HAN = 6
/** The chip of the card holds 15 characters of a name; longer names are printed on the card in full, up to 25 or so. */
const MOST_WITH_DOTS = 30

/** Whether a name starts with a family name that many people have. */
export function hasKnownSurname(name: string): boolean {
  return (
    surnames.includes(Array.from(name)[0] ?? '') ||
    compoundSurnames.split(' ').some((surname) => name.startsWith(surname))
  )
}

/**
 * Reads a person's name.
 * @param text as written, trimmed.
 */
export function readPersonName(text: string, { latin }: PersonNameOptions): PersonNameReading {
  // Two or three Han characters are nearly every name. Only they are Han: there is nothing to take away or to change.
  if (/^[\u4e00-\u9fff]{2,3}$/.test(text))
    return placeholders.has(text) ? { kind: 'placeholder' } : readHan(text)
  const half = toHalfWidth(withoutInvisible(text))
  if (placeholders.has(half) || latinPlaceholders.test(half)) return { kind: 'placeholder' }
  if (/^[A-Za-z][A-Za-z .,'’-]*$/.test(half)) return latin ? { kind: 'ok' } : { kind: 'latin' }
  if (/\d/.test(half)) return { kind: 'digits' }
  const spaced = withoutSpaces(half)
  if (spaced !== undefined) return keep(readPersonName(spaced, { latin }), { kind: 'spaces', fixed: spaced })
  if (wrongDots.test(half)) {
    const fixed = half.replace(new RegExp(wrongDots, 'gu'), '·')
    const parts = fixed.split('·')
    if (parts.length > 1 && parts.every((part) => part.length > 0 && isHan(part))) {
      return keep(readPersonName(fixed, { latin }), { kind: 'middle-dot', fixed })
    }
  }
  if (/[A-Za-z]/.test(half)) return { kind: 'mixed' }
  const symbol = firstSign(half)
  if (symbol !== undefined) return { kind: 'symbols', ...symbol }
  return half.includes('·') ? readDotted(half) : readHan(half)
}

/** What is wrong with the mended name matters more than how it was to be mended. */
const keep = (inner: PersonNameReading, outer: PersonNameReading): PersonNameReading =>
  inner.kind === 'ok' || inner.kind === 'nickname' ? outer : inner

/** The name without spaces, where it has some between Han characters. */
function withoutSpaces(text: string): string | undefined {
  if (!/\s/.test(text) || !hasHan(text)) return undefined
  return text.replace(/\s+/g, '')
}

/** The first character that is neither Han nor a middle dot, with what follows it of the kind. */
function firstSign(text: string): { from: number; to: number; text: string } | undefined {
  let from = 0
  let signs = ''
  for (const character of text) {
    const plain = character === '·' || isHan(character)
    if (plain && signs !== '') break
    if (plain) from += character.length
    else signs += character
  }
  return signs === '' ? undefined : { from, to: from + signs.length, text: signs }
}

function readDotted(text: string): PersonNameReading {
  const parts = text.split('·')
  const empty = parts.indexOf('')
  if (empty >= 0) {
    const from = Math.max(0, parts.slice(0, empty).join('·').length)
    return { kind: 'symbols', from, to: from + 1, text: '·' }
  }
  const { length } = Array.from(text)
  return length > MOST_WITH_DOTS ? { kind: 'too-long', length, most: MOST_WITH_DOTS } : { kind: 'ok' }
}

function readHan(text: string): PersonNameReading {
  const characters = Array.from(text)
  const { length } = characters
  return isRevealing(text, length) ? readRevealing(text, characters) : judgeLength(text, characters)
}

let lastOfWords: ReadonlySet<string> | undefined

/** Whether a name may be a title, a firm or a site: few names of persons end with a character that these words end with. */
function isRevealing(text: string, length: number): boolean {
  lastOfWords ??= new Set(
    [...titles, ...companyWords, ...siteWords, ...'店馆厂铺某试'].map((word) => word.slice(-1)),
  )
  return length > 4 || lastOfWords.has(text.slice(-1)) || /^[某Ｘ×]/.test(text)
}

/** What words at the end of a name tell, or within a long one. */
function readRevealing(text: string, characters: readonly string[]): PersonNameReading {
  const { length } = characters
  if (length > 1 && titles.some((word) => word === text)) return { kind: 'placeholder' }
  const title = titles.find((word) => text.endsWith(word) && text.length > word.length)
  if (title !== undefined) {
    const before = text.slice(0, -title.length)
    const strong = !weakTitles.has(title) && (hasKnownSurname(before) || Array.from(before).length <= 3)
    if (strong || (weakTitles.has(title) && Array.from(before).length === 1 && hasKnownSurname(before))) {
      return { kind: 'title', title }
    }
  }
  if (/^[某Ｘ×]|某某?$|^.+测试$/.test(text)) return { kind: 'placeholder' }
  const company =
    length >= 3
      ? companyWords.find((word) => text.endsWith(word) || (length > 4 && text.includes(word)))
      : undefined
  if (company !== undefined && length > 2) return { kind: 'company-word', word: company }
  if (shopEndings.test(text)) return { kind: 'company-word', word: characters.at(-1) ?? '' }
  const site = siteWords.find((word) => text.endsWith(word) && (word.length > 1 ? length >= 4 : length >= 3))
  if (site !== undefined) return { kind: 'site-word', word: site }
  return judgeLength(text, characters)
}

function judgeLength(text: string, characters: readonly string[]): PersonNameReading {
  const { length } = characters
  if (length < 2) return { kind: 'too-short' }
  if (length > MOST_HAN && !looksTibetanOrMongol(text)) return { kind: 'too-long', length, most: MOST_HAN }
  if (looksLikeNickname(characters)) return { kind: 'nickname', sure: isAddressAmongFriends(characters) }
  return { kind: 'ok' }
}

/** Names without a family name may run to eight characters or so without a dot: 巴特尔, 乌兰其其格, 次仁多吉旺堆. */
const looksTibetanOrMongol = (text: string): boolean =>
  Array.from(text).length <= 9 &&
  /(?:其其格|巴特尔|高娃|图雅|苏荣|多吉|卓玛|次仁|扎西|旺堆|央金|拉姆|尼玛|格桑|顿珠|罗布|平措|旦增|丹增|洛桑|才让|措|娜仁|乌兰|萨仁|那顺|阿木尔|布和|买买提|古丽|热西提|艾力|吐尔|玉素甫|江$|木果|曲布|阿乌|扎丁|且$|各$|呷|嘎|仁青|德吉|平措|白玛|贡布|才旦|索朗|索南|益西|坚赞|土登|加措|班旦|巴桑|达瓦|普布|边巴|强巴|斯琴|其木格|图门|赛音|朝克图|宝音|格日勒|苏日|乌日|哈斯|呼和|朝鲁|额尔|敖特根|毕力格|宝力|青格|陶格|特木|巴图|布赫|孟和|牧仁|乌云|萨其|阿依|努尔|热合|吾买|阿卜|木拉|叶尔|别克|艾买|库尔班|依明|肉孜|沙吾|帕提|玛丽|米热|艾合|古力|娜扎|阿旺|曲扎|曲珍|旺姆|拉珍|央宗|赤列|占堆|欧珠|次旦|晋美|嘉措|江白|群培|群宗|白珍|玉珍|仓决|米玛|拉巴|多布杰|桑珠|桑吉|仁增|云丹|旺久|旺杰|洛追|更登|丹巴|卓嘎|央吉|拉吉|扎巴|曲吉|热扎|那日|图力|古尔|特尔|日布|阿拉坦|阿拉腾|巴雅尔|吉日木|照日格|多杰|南杰|四郎|泽仁|阿牛|买合|木合|木提|哈提|哈尔|塔尔)/.test(
    text,
  )

/** What behind 小 or 老 makes a pet name: 小草, 小豆. */
const petWords = '草豆米宝鱼猫狗熊兔猪鸡鸭妹弟哥姐子'

/** How many of the commonest family names 小 and 老 go before: 小王, 老李. Beyond them a given name may follow: 小平. */
const FAMILIAR = 60

/** 小王, 老李: 小 and 老 are hardly ever family names, so the given name is missing. */
const isAddressAmongFriends = ([first = '', second = '', ...rest]: readonly string[]): boolean =>
  rest.length === 0 && /^[小老]$/.test(first) && surnames.slice(0, FAMILIAR).includes(second)

/**
 * Whether a name looks like what friends or readers call somebody: 小王, 阿强, 豆豆, 快乐小屋, 蓝天白云. Names like 小平
 * exist, and so do family names that no list has: this is never sure.
 */
function looksLikeNickname(characters: readonly string[]): boolean {
  const [first = '', second = ''] = characters
  const { length } = characters
  if (length === 2 && first === second && !surnames.includes(first)) return true
  if (length === 2 && /^[小老阿大]$/.test(first))
    return surnames.includes(second) || (/^[小老]$/.test(first) && petWords.includes(second))
  const text = characters.join('')
  if (hasKnownSurname(text) || looksTibetanOrMongol(text)) return false
  if (length === 3 && /^[小老]|^.[之的]/.test(text)) return true
  return length >= 4
}
