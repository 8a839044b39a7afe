// The rules of a page's own <style> elements, as far as they hold for a screen, with the weight of their selectors.
import { compile } from 'css-select'
import { parse, type Selector } from 'css-what'
import type { AnyNode, Element } from 'domhandler'
import type { AtRule, ChildNode } from 'postcss'
import parseSafely from 'postcss-safe-parser'
import { splitOutside } from './split.ts'

type Weight = readonly [ids: number, classes: number, names: number]

interface Declared {
  readonly value: string
  readonly important: boolean
}

/** Declarations of one selector. */
interface Sheet {
  readonly matches: (element: Element) => boolean
  readonly weight: Weight
  readonly declarations: ReadonlyMap<string, Declared>
}

/** The style sheets of a page, in their order. */
export type Sheets = readonly Sheet[]

/** Media that a visitor's screen is; anything narrower may or may not hold. */
const forScreens = (params: string): boolean =>
  params
    .toLowerCase()
    .split(',')
    .some((query) => /^(?:only\s+)?(?:all|screen)?$/.test(query.trim()))

/** Whether the media attribute of a style sheet lets it hold for a screen. */
export const isForScreens = (media: string | undefined): boolean => media === undefined || forScreens(media)

/** Reads style sheets. What cannot be read, selectors of states included, is left out. */
export function readSheets(texts: readonly string[]): Sheets {
  return texts.flatMap((text) => {
    try {
      return [...sheetsOf(nodesOf(text))]
    } catch {
      return []
    }
  })
}

function nodesOf(css: string): readonly ChildNode[] {
  const root = parseSafely(css)
  return root.type === 'root' ? root.nodes : []
}

/** Nobody nests rules deeper. */
const DEEPEST = 8

/** @param around the selectors that these rules are nested in, as one */
function* sheetsOf(nodes: readonly ChildNode[], around?: string, depth = 0): Generator<Sheet> {
  if (depth > DEEPEST) return
  for (const node of nodes) {
    if (node.type === 'atrule') {
      if (isOpen(node)) yield* sheetsOf(node.nodes ?? [], around, depth + 1)
    } else if (node.type === 'rule') {
      const selector = around === undefined ? node.selector : nested(node.selector, around)
      yield* sheetsOfRule(selector, declarationsOf(node.nodes))
      yield* sheetsOf(node.nodes, selector, depth + 1)
    }
  }
}

/** `footer { & a { … } p { … } }` speaks of `footer a` and `footer p`. */
const nested = (selector: string, around: string): string =>
  splitOutside(selector, ',')
    .map((each) => (each.includes('&') ? each : `& ${each}`).replaceAll('&', `:is(${around})`))
    .join(',')

const isOpen = ({ name, params }: AtRule): boolean =>
  (name === 'media' && forScreens(params)) || name === 'layer' || name === 'supports'

function declarationsOf(nodes: readonly ChildNode[]): Map<string, Declared> {
  const declarations = new Map<string, Declared>()
  for (const node of nodes) {
    if (node.type !== 'decl') continue
    declarations.set(node.prop.toLowerCase(), {
      value: node.value.toLowerCase(),
      important: node.important ?? false,
    })
  }
  return declarations
}

function* sheetsOfRule(selector: string, declarations: ReadonlyMap<string, Declared>): Generator<Sheet> {
  try {
    for (const tokens of parse(selector)) {
      // ::before and its like style no element of the page.
      if (tokens.some(({ type }) => type === 'pseudo-element')) continue
      const query = compile<AnyNode, Element>([tokens])
      yield { matches: query, weight: weightOf(tokens), declarations }
    }
  } catch {
    // A selector for a state (:hover) or of a later CSS does not tell how the page looks at rest.
  }
}

function weightOf(tokens: readonly Selector[]): Weight {
  let [ids, classes, names] = [0, 0, 0]
  for (const token of tokens) {
    if (token.type === 'attribute') {
      if (token.name === 'id' && token.action === 'equals') ids += 1
      else classes += 1
    } else if (token.type === 'pseudo') classes += 1
    else if (token.type === 'tag') names += 1
  }
  return [ids, classes, names]
}

/** What the sheets and the element's own style attribute declare for it, the stronger over the weaker. */
export function declaredFor(element: Element, sheets: Sheets): Map<string, string> {
  const ranked: { important: boolean; weight: Weight; prop: string; value: string }[] = []
  for (const { matches, weight, declarations } of sheets) {
    if (!matches(element)) continue
    for (const [prop, { value, important }] of declarations) ranked.push({ important, weight, prop, value })
  }
  for (const [prop, { value, important }] of inlineOf(element))
    ranked.push({ important, weight: [Number.POSITIVE_INFINITY, 0, 0], prop, value })
  // Sorting is stable: of equals the later one holds.
  ranked.sort((a, b) => Number(a.important) - Number(b.important) || compareWeights(a.weight, b.weight))
  return new Map(ranked.map(({ prop, value }) => [prop, value]))
}

function compareWeights(a: Weight, b: Weight): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  return a[1] - b[1] || a[2] - b[2]
}

function inlineOf(element: Element): Map<string, Declared> {
  const { style } = element.attribs
  if (style === undefined) return new Map()
  try {
    const [rule] = nodesOf(`a{${style.replace(/[{}]/g, '')}}`)
    return rule?.type === 'rule' ? declarationsOf(rule.nodes) : new Map()
  } catch {
    return new Map()
  }
}
