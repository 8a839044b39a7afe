// Whether a visitor sees an element, as far as the page's own HTML and CSS tell. Compared with Chromium in the tests.
import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import names from 'colord/plugins/names'
import { type Element, isTag, type ParentNode } from 'domhandler'
import { declaredFor, type Sheets } from './css.ts'
import { splitOutside } from './split.ts'

extend([names, a11y])

/** Why nobody sees an element. */
export type Hiding =
  | 'display'
  | 'visibility'
  | 'opacity'
  | 'font-size'
  | 'colour'
  | 'offscreen'
  | 'clipped'
  | 'attribute'
  | 'noscript'

/** What an element looks like to its children. */
interface Look {
  readonly hiding: Hiding | undefined
  readonly visibility: string
  /** Pixels. */
  readonly fontSize: number
  /** undefined where it cannot be told, such as var(). */
  readonly color: string | undefined
  /** What is behind the text: a colour, or undefined where a picture or a gradient is. */
  readonly background: string | undefined
}

const root: Look = {
  hiding: undefined,
  visibility: 'visible',
  fontSize: 16,
  color: '#000000',
  background: '#ffffff',
}

/** Text of a colour this near to what is behind it cannot be read. */
const LEAST_CONTRAST = 1.1
/** Text as small as this cannot be seen. */
const LEAST_SIZE = 1

/** Tells for every element of a page whether it is seen. Looks are worked out once each. */
export class Visibility {
  readonly #sheets: Sheets
  readonly #looks = new Map<Element, Look>()

  constructor(sheets: Sheets) {
    this.#sheets = sheets
  }

  /** Why an element is not seen; undefined for one that is. */
  of(element: Element): Hiding | undefined {
    const { hiding, visibility, fontSize, color, background } = this.#look(element)
    if (hiding !== undefined) return hiding
    if (visibility !== 'visible') return 'visibility'
    if (fontSize < LEAST_SIZE) return 'font-size'
    if (color !== undefined && background !== undefined && isSame(color, background)) return 'colour'
    return undefined
  }

  #look(element: Element): Look {
    const known = this.#looks.get(element)
    if (known !== undefined) return known
    // From the outside in, without recursion: pages may be nested deeply.
    const chain: Element[] = []
    let next: ParentNode | null = element
    while (next !== null && isTag(next) && !this.#looks.has(next)) {
      chain.push(next)
      next = next.parent
    }
    let look = next !== null && isTag(next) ? (this.#looks.get(next) ?? root) : root
    for (const each of chain.reverse()) {
      look = lookOf(each, declaredFor(each, this.#sheets), look)
      this.#looks.set(each, look)
    }
    return look
  }
}

function lookOf(element: Element, css: ReadonlyMap<string, string>, parent: Look): Look {
  const visibility = css.get('visibility')
  return {
    hiding: parent.hiding ?? hidingOf(element, css),
    visibility: visibility === undefined || visibility === 'inherit' ? parent.visibility : visibility,
    fontSize: fontSizeOf(element, css, parent.fontSize),
    color: colorOf(element, css, parent.color),
    background: backgroundOf(element, css, parent.background),
  }
}

/** Elements that browsers do not show. */
const neverShown: readonly string[] = ['head', 'script', 'style', 'template', 'title', 'datalist', 'noframes']

/** What takes an element away with everything in it. */
function hidingOf(element: Element, css: ReadonlyMap<string, string>): Hiding | undefined {
  const display = css.get('display')
  if (element.name === 'noscript') return 'noscript'
  if (display === 'none' || neverShown.includes(element.name) || isFolded(element)) return 'display'
  if (display === undefined) {
    if (element.attribs.hidden !== undefined) return 'attribute'
    if (element.name === 'input' && element.attribs.type === 'hidden') return 'attribute'
    if (element.name === 'dialog' && element.attribs.open === undefined) return 'attribute'
  }
  if (css.has('opacity') && opacityOf(css.get('opacity') ?? '') <= 0.05) return 'opacity'
  if (/opacity\(\s*(?:0\.?0*|\.0+)%?\s*\)/.test(css.get('filter') ?? '')) return 'opacity'
  if (css.get('content-visibility') === 'hidden') return 'display'
  if (/scale(?:3d|x|y)?\(\s*0(?:\.0+)?\s*[,)]/.test(css.get('transform') ?? '')) return 'clipped'
  return offscreen(css) ?? clipped(css)
}

/** A share of one; percents are shares too. */
const opacityOf = (value: string): number => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)

/** Inside a <details> that is closed, where only the summary shows. */
const isFolded = ({ parent, name }: Element): boolean =>
  parent !== null &&
  isTag(parent) &&
  parent.name === 'details' &&
  parent.attribs.open === undefined &&
  name !== 'summary'

/** Lengths in pixels; em and rem by the usual 16. Undefined for what depends on the window. */
function pixels(value: string | undefined): number | undefined {
  const found = /^(-?[\d.]+)(px|em|rem|pt)?$/.exec(value?.trim() ?? '')
  if (found === null) return undefined
  const factor = found[2] === 'em' || found[2] === 'rem' ? 16 : found[2] === 'pt' ? 4 / 3 : 1
  return Number(found[1]) * factor
}

/** Far enough away that no screen shows it. */
const FAR = -500

function offscreen(css: ReadonlyMap<string, string>): Hiding | undefined {
  const far = (name: string): boolean => (pixels(css.get(name)) ?? 0) <= FAR
  if (far('text-indent')) return 'offscreen'
  const placed = /^(?:absolute|fixed)$/.test(css.get('position') ?? '')
  if (placed && ['left', 'top', 'right', 'bottom'].some(far)) return 'offscreen'
  const relative = css.get('position') === 'relative'
  if (relative && (far('left') || far('top'))) return 'offscreen'
  if (['margin-left', 'margin-top'].some(far)) return 'offscreen'
  return undefined
}

function clipped(css: ReadonlyMap<string, string>): Hiding | undefined {
  const cuts = /hidden|clip/.test(
    `${css.get('overflow') ?? ''} ${css.get('overflow-y') ?? ''} ${css.get('overflow-x') ?? ''}`,
  )
  const flat = (name: string): boolean => {
    const size = pixels(css.get(name))
    return size !== undefined && size <= 1
  }
  const block = css.get('display') !== 'inline'
  if (cuts && block && ['height', 'max-height', 'width', 'max-width'].some(flat)) return 'clipped'
  const placed = /^(?:absolute|fixed)$/.test(css.get('position') ?? '')
  if (placed && /^rect\(\s*(?:0|1)(?:px)?(?:[\s,]+(?:0|1)(?:px)?){3}\s*\)$/.test(css.get('clip') ?? ''))
    return 'clipped'
  if (/^(?:inset\(\s*(?:50|100)%\s*\)|circle\(\s*0(?:px|%)?\b.*\))$/.test(css.get('clip-path') ?? ''))
    return 'clipped'
  return undefined
}

const namedSizes: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

function fontSizeOf(element: Element, css: ReadonlyMap<string, string>, parent: number): number {
  const value = css.get('font-size') ?? sizeInShorthand(css.get('font'))
  if (value === undefined) return element.name === 'font' && element.attribs.size !== undefined ? 16 : parent
  if (value in namedSizes) return namedSizes[value] ?? parent
  const found = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value.trim())
  if (found === null) return parent
  const size = Number(found[1])
  switch (found[2]) {
    case 'px':
      return size
    case 'pt':
      return (size * 4) / 3
    case 'em':
      return size * parent
    case 'rem':
      return size * 16
    case '%':
      return (size / 100) * parent
    default:
      return size === 0 ? 0 : parent
  }
}

const sizeInShorthand = (font: string | undefined): string | undefined =>
  font === undefined ? undefined : /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)?)(?:\/|\s)/.exec(font)?.[1]

/** A colour as #rrggbb; `transparent` for one that shows nothing; undefined for what cannot be told. */
function plainColor(value: string): string | undefined {
  const color = colord(value.trim())
  if (!color.isValid()) return value.trim() === 'transparent' ? 'transparent' : undefined
  return color.alpha() <= 0.05 ? 'transparent' : color.alpha(1).toHex()
}

/** Colours of the time before CSS: <font color>, <body text>, <a> in a body with link. */
function colorOf(
  element: Element,
  css: ReadonlyMap<string, string>,
  parent: string | undefined,
): string | undefined {
  const value = css.get('color')
  if (value !== undefined && value !== 'inherit' && value !== 'currentcolor') return plainColor(value)
  if (element.name === 'a' && element.attribs.href !== undefined && value === undefined) return '#0000ee'
  const old =
    element.name === 'font'
      ? element.attribs.color
      : element.name === 'body'
        ? element.attribs.text
        : undefined
  return old === undefined || value !== undefined ? parent : (plainColor(old) ?? parent)
}

function backgroundOf(
  element: Element,
  css: ReadonlyMap<string, string>,
  parent: string | undefined,
): string | undefined {
  const image = css.get('background-image')
  const shorthand = css.get('background')
  if ((image !== undefined && image !== 'none') || /url\(|gradient\(/.test(shorthand ?? '')) return undefined
  if (element.attribs.background !== undefined) return undefined
  const value = css.get('background-color') ?? colorInShorthand(shorthand) ?? element.attribs.bgcolor
  if (value === undefined || value === 'inherit' || value === 'none') return parent
  const color = plainColor(value)
  return color === 'transparent' ? parent : color
}

const colorInShorthand = (shorthand: string | undefined): string | undefined =>
  shorthand === undefined
    ? undefined
    : splitOutside(shorthand.replace(/\s+/g, ' '), ' ').find(
        (word) => colord(word).isValid() || word === 'transparent' || word.startsWith('var('),
      )

const isSame = (color: string, background: string): boolean =>
  color === 'transparent' || colord(color).contrast(background) < LEAST_CONTRAST
