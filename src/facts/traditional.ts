// Traditional and simplified characters that names of companies and the words of the form are made of.

/** In pairs. */
const TRADITIONAL =
  '雲云計计網网絡络電电訊讯騰腾華华為为廣广東东業业發发責责務务術术數数碼码據据團团國国聯联詠咏資资經经營营開开銀银際际' +
  '軟软維维優优實实濟济創创傳传導导機机統统線线話话視视訂订設设備备雙双長长飛飞馬马龍龙龜龟動动無无豐丰慶庆寧宁贛赣' +
  '滬沪蘇苏濱滨陝陕貴贵齊齐體体檔档顯显億亿萬万興兴衛卫護护運运輸输遠远連连達达進进選选點点鏈链鋒锋錢钱門门間间問问' +
  '陽阳陸陆隆隆雜杂離离靈灵頂顶項项順顺預预領领題题風风魚鱼鳥鸟麗丽黃黄齡龄愛爱學学處处見见規规訪访詢询認认證证識识' +
  '諾诺謀谋譯译議议讀读變变財财貨货質质購购賽赛贊赞車车軌轨載载輕轻辦办農农這这適适鄉乡醫医釋释鑫鑫鐵铁鑽钻闊阔關关' +
  // The words of the form.
  '狀状態态單单個个構构會会軍军隊队執执師师職职號号類类區区縣县郵邮詳详細细負负應应繫系係系註注頁页審审專专內内語语' +
  '託托虛虚擬拟報报過过絕绝稱称遼辽肅肃爾尔灣湾臺台場场遊游館馆駐驻員员眾众組组織织鑑鉴鑒鉴療疗來来書书記记對对償偿' +
  '許许級级'

let simplified: ReadonlyMap<string, string> | undefined

/** The text with simplified characters in the place of those traditional ones that the table knows. */
export function simplify(text: string): string {
  if (simplified === undefined) {
    const table = new Map<string, string>()
    const characters = [...TRADITIONAL]
    for (let i = 0; i + 1 < characters.length; i += 2) table.set(characters[i] ?? '', characters[i + 1] ?? '')
    simplified = table
  }
  let result = ''
  for (const character of text) result += simplified.get(character) ?? character
  return result
}
