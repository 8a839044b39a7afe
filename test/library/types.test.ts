// The declarations that the package ships say what the sources say. The compiler compares them (npm run check:types);
// their comments are compared here.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type * as browser from '../../src/browser.ts'
import type * as node from '../../src/index.ts'
import type * as shippedBrowser from '../../types/browser.d.ts'
import type * as shipped from '../../types/index.d.ts'
import { ROOT } from '../cli/run-cli.ts'

/** True when two types are the same to the last property; false does not compile where true is wanted. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** True when each can stand for the other: what can be said of generic functions. */
type Alike<A, B> = A extends B ? (B extends A ? true : false) : false

/** If one of these does not compile, run npm run build:types. */
const same: readonly true[] = [
  true satisfies Same<keyof typeof node, keyof typeof shipped>,
  true satisfies Same<keyof typeof browser, keyof typeof shippedBrowser>,
  true satisfies Same<typeof node.checkDraft, typeof shipped.checkDraft>,
  true satisfies Same<typeof node.checkFiles, typeof shipped.checkFiles>,
  true satisfies Same<typeof node.fixDraft, typeof shipped.fixDraft>,
  true satisfies Same<typeof node.loadProfile, typeof shipped.loadProfile>,
  true satisfies Same<node.CustomRule, shipped.CustomRule>,
  true satisfies Alike<
    node.CustomRuleSpec<Record<'a', node.Message<{ n: string }>>, { x: number }>,
    shipped.CustomRuleSpec<Record<'a', shipped.Message<{ n: string }>>, { x: number }>
  >,
  true satisfies Same<node.Draft, shipped.Draft>,
  true satisfies Same<node.Profile, shipped.Profile>,
  true satisfies Same<typeof browser.checkDraft, typeof shippedBrowser.checkDraft>,
  true satisfies Same<typeof browser.fixDraft, typeof shippedBrowser.fixDraft>,
  true satisfies Same<typeof browser.loadProfile, typeof shippedBrowser.loadProfile>,
]

const comments = (text: string): string[] =>
  [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([comment]) => comment.replace(/[\s*]+/g, ' '))

test('every comment of the declarations stands in the sources', () => {
  expect(same.every((each) => each)).toBe(true)
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => comments(readFileSync(join(ROOT, 'src', name), 'utf8')))
  const known = new Set(sources)
  for (const name of ['index.d.ts', 'browser.d.ts']) {
    const shown = comments(readFileSync(join(ROOT, 'types', name), 'utf8'))
    expect(shown.length).toBeGreaterThan(50)
    expect(shown.filter((comment) => !known.has(comment))).toEqual([])
  }
})
