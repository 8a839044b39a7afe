// Units in copyright lines of pages, and what only looks like one.
import { describe, expect, test } from 'vitest'
import { findCopyrightHolders } from '../../src/facts/copyright.ts'

describe('holders of the copyright', () => {
  test.each<[text: string, ...names: string[]]>([
    ['© 2026 杭州青禾茶业有限公司', '杭州青禾茶业有限公司'],
    ['Copyright © 2012-2026 杭州青禾茶业有限公司 All Rights Reserved', '杭州青禾茶业有限公司'],
    ['版权所有：杭州青禾茶业有限公司', '杭州青禾茶业有限公司'],
    ['版权所有 2026年杭州青禾茶业有限公司', '杭州青禾茶业有限公司'],
    ['版权归杭州青禾茶业有限公司所有', '杭州青禾茶业有限公司'],
    ['杭州青禾茶业（集团）股份公司 版权所有', '杭州青禾茶业(集团)股份公司'],
    ['© 临源县第一中学', '临源县第一中学'],
    ['© 青禾茶业有限公司　云栖软件有限公司', '青禾茶业有限公司', '云栖软件有限公司'],
    // Makers of the page.
    ['© 2026 山间札记 技术支持：云栖软件有限公司'],
    ['© 2026 青禾茶业有限公司 网站建设:云栖软件有限公司', '青禾茶业有限公司'],
    ['版权所有 青禾茶业有限公司 设计制作 云栖软件有限公司', '青禾茶业有限公司'],
    // Not a copyright line; no full legal name.
    ['杭州青禾茶业有限公司的新茶上市'],
    ['© 2026 山间札记 版权所有'],
    ['© 有限公司'],
    [''],
  ])('%s', (text, ...names) => {
    expect(findCopyrightHolders(text).map(({ name }) => name)).toEqual(names)
  })

  test('with their place in the text', () => {
    const text = '读书\n© 2026 青禾茶业有限公司 版权所有\n登山'
    const [holder] = findCopyrightHolders(text)
    expect(text.slice(holder?.from, holder?.to)).toBe('青禾茶业有限公司')
  })
})
