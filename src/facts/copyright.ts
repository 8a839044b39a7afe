// Who a page names as the holder of its copyright: the units in lines such as “© 2026 青禾茶业有限公司 版权所有”.
import { toHalfWidth } from './text.ts'

/** A unit in a copyright line, with its place in the text. */
export interface CopyrightHolder {
  readonly name: string
  readonly from: number
  readonly to: number
}

const mark = /版权|copyright|©|\(c\)|all rights reserved|保留.{0,4}权利/i

/** Whoever made or runs the page stands in such lines too, behind words of their own. */
const makers =
  /(?:技术|网络|运维|安全|网站)?(?:支持|维护|提供|运营|设计|制作|建设|开发|承建|承办|托管)+(?:单位|方|商)?\s*(?:[:：]\s*)?\S+|(?:powered|designed|hosted|built) by[:：]?\s*\S+/gi

/** Endings of full legal names. A short name (青禾茶业) cannot be told from other words. */
const unit =
  /[\p{Script=Han}()A-Za-z\d·]{2,40}?(?:有限责任公司|有限公司|股份公司|集团公司|事务所|合作社|研究院|研究所|基金会|协会|学会|商会|大学|学院|中学|小学|医院|人民政府)/gu

/** Words that stand before a name without a space. */
const before = /^(?:\d{4}年?|版权|所有|归|属于|为|by|copyright|\(c\))+/i

/** Units named in the copyright lines of a text. */
export function findCopyrightHolders(text: string): CopyrightHolder[] {
  const holders: CopyrightHolder[] = []
  let start = 0
  for (const line of toHalfWidth(text).split('\n')) {
    if (mark.test(line)) holders.push(...holdersIn(line, start))
    start += line.length + 1
  }
  return holders
}

function holdersIn(line: string, start: number): CopyrightHolder[] {
  const own = line.replace(makers, (all) => ' '.repeat(all.length))
  return [...own.matchAll(unit)].flatMap(({ 0: found, index }) => {
    const head = before.exec(found)?.[0].length ?? 0
    const from = start + index + head
    const name = found.slice(head)
    return name.length < 4 ? [] : [{ name, from, to: from + name.length }]
  })
}
