// A home page as rules see it: the numbers it shows, where, to whom, and what they link to.
import { type AnyNode, type Document, type Element, isComment, isTag, isText } from 'domhandler'
import { parse, type Token } from 'parse5'
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter'
import { lastUpTo } from '../draft/text-lines.ts'
import { findCopyrightHolders } from '../facts/copyright.ts'
import {
  findFilingNumbers,
  findLicences,
  findPoliceNumbers,
  type LicenceReading,
  type NumberReading,
  type PoliceReading,
} from '../facts/filing-number.ts'
import { isForScreens, readSheets } from './css.ts'
import { type RunningText, runningText, type Span } from './text.ts'
import { type Hiding, Visibility } from './visibility.ts'

/** A link around a number. */
export interface PageLink {
  /** As written, trimmed. */
  readonly href: string
  /** The value of its href in the HTML, without quotes; undefined where the HTML does not have it so. */
  readonly at: Span | undefined
  readonly quoted: boolean
}

type TagLocation = Partial<Token.ElementLocation>

interface Placed {
  readonly at: Span
  /** The very characters stand in the HTML, so they can be replaced. */
  readonly exact: boolean
  readonly hiding: Hiding | undefined
  readonly link: PageLink | undefined
}

/** A filing number in the text of a page. */
export interface PageNumber extends Placed {
  readonly reading: NumberReading
  /** In an element that is a footer by name, or among the last of the text. */
  readonly inFooter: boolean
}

export interface PagePoliceNumber extends Placed {
  readonly reading: PoliceReading
}

/** A filing number that stands in the file, but in no text that is shown. */
export interface NumberElsewhere {
  readonly place: 'comment' | 'script' | 'style' | 'noscript' | 'attribute' | 'title' | 'frame'
  readonly reading: NumberReading
  readonly at: Span
}

/** Where a footer would go. */
export interface FooterPlace {
  readonly offset: number
  readonly into: 'footer' | 'body' | 'end'
  /** How lines of the page end. */
  readonly lineEnd: '\n' | '\r\n'
}

/** What is known of the certificate file in /cert/. */
export interface CertificateFile {
  readonly state: 'found' | 'empty' | 'missing' | 'unknown'
  /** Where it was looked for. */
  readonly place: string
}

/** What a rule about pages looks at. */
export interface Page {
  /** Path or URL as the user named it. */
  readonly name: string
  /** The host that the page was read from; undefined for a file. */
  readonly host: string | undefined
  readonly html: string
  readonly title: { readonly text: string; readonly at: Span } | undefined
  readonly numbers: readonly PageNumber[]
  readonly licences: readonly LicenceReading[]
  readonly police: readonly PagePoliceNumber[]
  readonly elsewhere: readonly NumberElsewhere[]
  /** Units named in copyright lines. */
  readonly holders: readonly { readonly name: string; readonly at: Span }[]
  /** Pictures that by their name or text show the number. */
  readonly images: readonly { readonly at: Span; readonly about: string }[]
  /** Links to the filing system around text that is no number. */
  readonly otherLinks: readonly PageLink[]
  readonly footer: FooterPlace
  /** The page's own word on its address. */
  readonly canonicalHost: string | undefined
  readonly frames: number
  /** Scripts there are, and hardly any text: a program draws the page. */
  readonly drawnByScript: boolean
  /** Where the page sends its visitors on to by itself. */
  readonly refresh: { readonly to: string; readonly at: Span } | undefined
  /** Style sheets in files of their own that were not looked at. */
  readonly styleFiles: number
  readonly certificate: CertificateFile | undefined
  /** How the bytes were read; `undeclared` when neither header nor page names the encoding. */
  readonly encoding: PageEncoding
  /** Addresses that the page was asked at, in order; one when there was no redirect, none for a file. */
  readonly visited: readonly string[]
}

/** How a page's bytes were read. */
export interface PageEncoding {
  readonly name: string
  readonly undeclared: boolean
  readonly damaged: boolean
}

/** What is known of a page apart from its HTML. */
export interface PageSource {
  readonly name: string
  readonly html: string
  readonly host?: string
  readonly certificate?: CertificateFile
  readonly encoding?: PageEncoding
  readonly visited?: readonly string[]
  /** Style sheets in files of their own, by the address that the page has for them. */
  readonly styles?: ReadonlyMap<string, string>
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Reads a page. Total: any text gives a page. */
export function readPage(source: PageSource): Page {
  const { name, html, host, certificate, encoding, visited, styles = new Map(), today } = source
  const document = parsed(html)
  const elements = [...elementsOf(document)]
  const text = runningText(document, html)
  const sheets = elements.filter(isStyle).map((each) => styleText(each, styles))
  const visibility = new Visibility(readSheets(sheets.map((sheet) => sheet ?? '')))
  const isAtBottom = bottomOf(text.text)
  const place = placer(text, visibility, html)
  const visible = text.text.trim().length
  const numbers = findFilingNumbers(text.text, today).map(
    (reading): PageNumber => ({
      reading,
      ...place(reading),
      inFooter: isAtBottom(reading) || isInFooter(text, reading),
    }),
  )
  const shown = numbers.filter(({ hiding }) => hiding !== 'noscript')
  const scripts = elements.filter(({ name: tag }) => tag === 'script').length
  return {
    name,
    host,
    html,
    title: titleOf(elements),
    numbers: shown,
    licences: findLicences(text.text),
    police: findPoliceNumbers(text.text).map((reading) => ({ reading, ...place(reading) })),
    elsewhere: [
      ...numbers
        .filter(({ hiding }) => hiding === 'noscript')
        .map(({ reading, at }) => ({ place: 'noscript' as const, reading, at })),
      ...elsewhereIn(document, today),
    ],
    holders: findCopyrightHolders(text.text).map(({ name: holder, from, to }) => ({
      name: holder,
      at: text.locate(from, to).span,
    })),
    images: elements.flatMap(imageOf),
    otherLinks: elements.flatMap((element) => filingLink(element, html)),
    footer: footerPlace(elements, html, visibility),
    canonicalHost: canonicalHostOf(elements),
    frames: elements.filter(({ name: tag }) => tag === 'frame' || tag === 'iframe').length,
    drawnByScript: scripts > 0 && visible < 200,
    refresh: refreshIn(elements),
    styleFiles: sheets.filter((sheet) => sheet === undefined).length,
    certificate,
    encoding: encoding ?? { name: 'utf-8', undeclared: false, damaged: false },
    visited: visited ?? [],
  }
}

const parsed = (html: string): Document =>
  parse<Htmlparser2TreeAdapterMap>(html, {
    treeAdapter: adapter,
    sourceCodeLocationInfo: true,
    // What a program without JavaScript is shown.
    scriptingEnabled: false,
  })

/** Addresses of the style sheets in files of their own that hold for a screen, as the page has them. */
export const linkedStyles = (html: string): string[] =>
  [...elementsOf(parsed(html))].flatMap((element) =>
    isStyle(element) && element.name === 'link' ? (element.attribs.href ?? []) : [],
  )

/** A style sheet that holds for a screen, in the page or in a file of its own. */
function isStyle({ name, attribs }: Element): boolean {
  if (name !== 'style' && name !== 'link') return false
  const rel = (attribs.rel ?? '').toLowerCase().split(/\s+/)
  if (name === 'link' && (!rel.includes('stylesheet') || rel.includes('alternate'))) return false
  return isForScreens(attribs.media)
}

/** What a style sheet says; undefined for a file that nobody has read. */
const styleText = (element: Element, styles: ReadonlyMap<string, string>): string | undefined =>
  element.name === 'style' ? textOf(element) : styles.get(element.attribs.href ?? '')

function* nodesOf(root: AnyNode): Generator<AnyNode> {
  const open: AnyNode[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (node === undefined) return
    yield node
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child !== undefined) open.push(child)
    }
  }
}

function* elementsOf(root: AnyNode): Generator<Element> {
  for (const node of nodesOf(root)) if (isTag(node)) yield node
}

const textOf = (element: Element): string =>
  [...nodesOf(element)].map((node) => (isText(node) ? node.data : '')).join('')

const spanOf = (node: AnyNode): Span => {
  const location = node.sourceCodeLocation
  return [location?.startOffset ?? 0, location?.endOffset ?? 0]
}

/** Where a reading of the text stands, whether it is seen, and its link. */
function placer(text: RunningText, visibility: Visibility, html: string) {
  return ({ from, to }: { readonly from: number; readonly to: number }): Placed => {
    const { span, exact } = text.locate(from, to)
    const elements = text.elementsAt(from, to)
    const hiding = elements.map((element) => visibility.of(element)).find((each) => each !== undefined)
    const link = elements.map(linkAround).find((each) => each !== undefined)
    return { at: span, exact, hiding, link: link === undefined ? undefined : linkOf(link, html) }
  }
}

function linkAround(element: Element): Element | undefined {
  for (let each: AnyNode | null = element; each !== null; each = each.parent)
    if (isTag(each) && each.name === 'a' && each.attribs.href !== undefined) return each
  return undefined
}

function linkOf(element: Element, html: string): PageLink {
  const href = (element.attribs.href ?? '').trim()
  const attribute = tagOf(element)?.attrs?.href
  const written = attribute === undefined ? '' : html.slice(attribute.startOffset, attribute.endOffset)
  const [head, quote = ''] = /^[^=]*=\s*(["']?)/.exec(written) ?? []
  if (attribute === undefined || head === undefined) return { href, at: undefined, quoted: false }
  const at = [attribute.startOffset + head.length, attribute.endOffset - quote.length] as const
  return { href, at, quoted: quote !== '' }
}

/** Names that footers go by. */
const footerName =
  /foot(?!ball|wear|print)|bottom|copy-?right|beian|(?:^|[\s_-])icp|banquan|dibu|版权|页脚|(?:^|[\s_-])(?:ft|ftr|btm)(?:$|[\s_-])/i
/** A number this far down the text is at the bottom. */
const BOTTOM = 0.7
/** Lines that may stand below it: years, addresses, other numbers. */
const LINES_BELOW = 2

type Reach = Pick<NumberReading, 'from' | 'to'>

/** Tells whether a part of a text is far down, or among the last lines with at least as many above as below. */
function bottomOf(text: string): (reach: Reach) => boolean {
  const deep = text.trimEnd().length * BOTTOM
  const lines = [...text.matchAll(/\S[^\n]*/g)]
  const starts = lines.map(({ index }) => index)
  const ends = lines.map(({ 0: line, index }) => index + line.length)
  return ({ from, to }) => {
    if (from >= deep) return true
    // What stands beside it on its own line counts on both sides.
    const above = lastUpTo(starts, from - 1) + 1
    const below = ends.length - (lastUpTo(ends, to) + 1)
    return below <= LINES_BELOW && above >= Math.max(1, below)
  }
}

function isInFooter(text: RunningText, { from, to }: Reach): boolean {
  const [element] = text.elementsAt(from, to)
  for (let each: AnyNode | null = element ?? null; each !== null; each = each.parent) {
    if (!isTag(each) || each.name === 'body') continue
    if (each.name === 'footer' || each.attribs.role === 'contentinfo') return true
    if (footerName.test(`${each.attribs.id ?? ''} ${each.attribs.class ?? ''}`)) return true
  }
  return false
}

function titleOf(elements: readonly Element[]): Page['title'] {
  const title = elements.find(
    ({ name, parent }) => name === 'title' && parent !== null && isTag(parent) && parent.name !== 'svg',
  )
  return title === undefined ? undefined : { text: textOf(title).trim(), at: spanOf(title) }
}

/** A picture of the number says so in its text or its file's name; the icon of the public security does not count. */
function imageOf(element: Element): { at: Span; about: string }[] {
  if (element.name !== 'img') return []
  const about = [element.attribs.alt, element.attribs.title, element.attribs.src].find(
    (text) =>
      text !== undefined && /备案|icp|beian/i.test(text) && !/公安|police|gongan|ghs|wangan/i.test(text),
  )
  return about === undefined ? [] : [{ at: spanOf(element), about }]
}

const filingHost = /(?:^|\/\/|\.)(?:miibeian|miitbeian|beian\.miit)\.gov\.cn/i

function filingLink(element: Element, html: string): PageLink[] {
  return element.name === 'a' && filingHost.test(element.attribs.href ?? '') ? [linkOf(element, html)] : []
}

function canonicalHostOf(elements: readonly Element[]): string | undefined {
  const link = elements.find(
    ({ name, attribs }) => name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribs.rel ?? ''),
  )
  const meta = elements.find(({ name, attribs }) => name === 'meta' && attribs.property === 'og:url')
  const address = link?.attribs.href ?? meta?.attribs.content ?? ''
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined
}

/** `<meta http-equiv="refresh" content="0; url=/home/">`. */
function refreshIn(elements: readonly Element[]): Page['refresh'] {
  for (const element of elements) {
    const { 'http-equiv': name = '', content = '' } = element.attribs
    if (element.name !== 'meta' || name.trim().toLowerCase() !== 'refresh') continue
    const to = /^\s*\d[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim()
    if (to !== undefined && to !== '') return { to, at: startOf(element) }
  }
  return undefined
}

/** Into the footer that is there and seen, else before </body>, else at the end. */
function footerPlace(elements: readonly Element[], html: string, visibility: Visibility): FooterPlace {
  const lineEnd = html.includes('\r\n') ? '\r\n' : '\n'
  const endOf = (tag: string, wanted: (element: Element) => boolean = () => true): number | undefined =>
    elements
      .filter((element) => element.name === tag && wanted(element))
      .map((element) => tagOf(element)?.endTag?.startOffset)
      .findLast((offset) => offset !== undefined)
  const footer = endOf('footer', (element) => visibility.of(element) === undefined)
  if (footer !== undefined) return { offset: footer, into: 'footer', lineEnd }
  const body = endOf('body') ?? endOf('html')
  if (body !== undefined) return { offset: body, into: 'body', lineEnd }
  return { offset: html.length, into: 'end', lineEnd }
}

/** Places of an element's tags; undefined for one that the HTML leaves out, such as <tbody>. */
function tagOf({ sourceCodeLocation: location }: Element): TagLocation | undefined {
  return location === null || location === undefined ? undefined : location
}

/** Numbers in comments, scripts, style sheets and attributes. */
function* elsewhereIn(document: Document, today: string): Generator<NumberElsewhere> {
  for (const node of nodesOf(document)) {
    if (isComment(node)) yield* readElsewhere('comment', node.data, spanOf(node), today)
    else if (isTag(node) && (node.name === 'script' || node.name === 'style' || node.name === 'title'))
      yield* readElsewhere(node.name, unescaped(textOf(node)), spanOf(node), today)
    else if (isTag(node) && (node.name === 'template' || node.name === 'noframes'))
      yield* readElsewhere('frame', textOf(node), spanOf(node), today)
    else if (isTag(node)) {
      const words = [node.attribs.alt, node.attribs.title, node.attribs.content, node.attribs.value]
      for (const word of words)
        if (word !== undefined) yield* readElsewhere('attribute', word, startOf(node), today)
    }
  }
}

function startOf(element: Element): Span {
  const start = tagOf(element)?.startTag
  return start === undefined ? spanOf(element) : [start.startOffset, start.endOffset]
}

/** Scripts write Chinese as \u4eac too. */
const unescaped = (text: string): string =>
  text.replace(/\\u([\da-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function* readElsewhere(
  place: NumberElsewhere['place'],
  text: string,
  at: Span,
  today: string,
): Generator<NumberElsewhere> {
  for (const reading of findFilingNumbers(text, today)) yield { place, reading, at }
}
