// The HTML of a home page, from the web, a folder or a file.
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { parseIp, specialPurpose } from '../facts/ip.ts'
import { unreadable } from '../inputs/notice.ts'
import { readUpTo, sizeText } from '../inputs/size.ts'
import { decodePage, linkedStyles } from '../site/check.ts'
import type { CertificateFile, PageEncoding } from '../site/page.ts'
import { type FetchOptions, FetchProblem, fetchPage } from './fetch-page.ts'
import type { Io } from './io.ts'
import type { Reading } from './write.ts'

/** A home page that was read. */
export interface FoundPage {
  /** As the user named it. */
  readonly name: string
  readonly html: string
  readonly encoding: PageEncoding
  readonly reading: Reading
  /** The file it lies in; undefined for one of the web. */
  readonly file: string | undefined
  readonly host: string | undefined
  /** Addresses that were asked; none for a file. */
  readonly visited: readonly string[]
  /** Style sheets beside a local page, by the address that the page has for them; none of a page of the web. */
  readonly styles: ReadonlyMap<string, string>
  /** Looks for the certificate file beside it. */
  certificate(): Promise<CertificateFile>
}

/** Whether a word is an address of the web and no file. */
export const isAddress = (word: string): boolean => /^https?:\/\//i.test(word)

const CERTIFICATE = 'cert/bazs.cert'

/**
 * Reads a page.
 * @throws FetchProblem where there is none
 */
export async function openPage(
  name: string,
  limits: FetchOptions,
  io: Pick<Io, 'cwd' | 'stdin'>,
): Promise<FoundPage> {
  if (isAddress(name)) return await openAddress(name, limits)
  return name === '-' ? await openStdin(limits.maxBytes, io) : openFile(name, limits.maxBytes, io.cwd)
}

/** A page that another program brings, such as a browser after the scripts have run. */
async function openStdin(maxBytes: number, io: Pick<Io, 'stdin'>): Promise<FoundPage> {
  const bytes = await io.stdin(maxBytes)
  if (bytes.length > maxBytes) throw tooLarge(maxBytes)
  return {
    name: '-',
    ...decoded(bytes, undefined),
    file: undefined,
    host: undefined,
    visited: [],
    styles: new Map(),
    certificate: async () => ({ state: 'unknown', place: `/${CERTIFICATE}` }),
  }
}

const tooLarge = (maxBytes: number): FetchProblem =>
  new FetchProblem({
    zh: `网页超过 ${sizeText(maxBytes)}；可用 --max-size 放宽`,
    en: `the page is larger than ${sizeText(maxBytes)}; --max-size allows more`,
  })

function decoded(
  bytes: Uint8Array,
  contentType: string | undefined,
): Pick<FoundPage, 'html' | 'encoding' | 'reading'> {
  const { text, encoding, by, damaged } = decodePage(bytes, contentType)
  const plain = !/[^\t\n\f\r\x20-\x7e]/.test(text)
  return {
    html: text,
    encoding: { name: encoding, undeclared: by === 'guess' && !plain, damaged },
    reading: {
      encoding,
      decode: (other) => {
        const again = decodePage(other, `text/html; charset=${encoding}`)
        return again.damaged ? undefined : again.text
      },
    },
  }
}

const pageTypes = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/octet-stream)\b/i

async function openAddress(name: string, limits: FetchOptions): Promise<FoundPage> {
  const { url, visited, contentType, bytes } = await fetchPage(name, limits)
  if (contentType !== undefined && !pageTypes.test(contentType)) {
    throw new FetchProblem({
      zh: `这里不是网页（${contentType}）`,
      en: `this is not a page (${contentType})`,
    })
  }
  return {
    name,
    ...decoded(bytes, contentType),
    file: undefined,
    host: isOfTheMachine(url.hostname) ? undefined : url.hostname,
    visited,
    styles: new Map(),
    certificate: () => certificateAt(new URL(`/${CERTIFICATE}`, url).href, limits),
  }
}

/** The host of a preview, which says nothing of the domain that the page will have. */
function isOfTheMachine(host: string): boolean {
  const ip = parseIp(host.replace(/^\[(.*)\]$/, '$1'))
  if (ip !== undefined)
    return specialPurpose({ version: ip.version, from: ip.value, to: ip.value }) !== undefined
  return !host.includes('.') || /\.(?:localhost|local|test|internal)$/.test(host)
}

/** A server that has no such file answers 404, or a page of its own. */
async function certificateAt(place: string, limits: FetchOptions): Promise<CertificateFile> {
  try {
    const { bytes, contentType } = await fetchPage(place, limits)
    if (/^text\/html\b/i.test(contentType ?? '')) return { state: 'missing', place }
    return { state: bytes.length === 0 ? 'empty' : 'found', place }
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error
    return { state: error.status === 404 || error.status === 410 ? 'missing' : 'unknown', place }
  }
}

/** Home pages of a folder, as servers look for them. */
const homePages = [
  'index.html',
  'index.htm',
  'default.html',
  'default.htm',
  'index.shtml',
  'index.xhtml',
  'home.html',
]

function openFile(name: string, maxBytes: number, cwd: string): FoundPage {
  const file = homePageAt(resolve(cwd, name))
  const page = decoded(readBytes(file, maxBytes), undefined)
  const folder = dirname(file)
  return {
    name,
    ...page,
    file,
    host: undefined,
    visited: [],
    styles: stylesBeside(folder, page.html, maxBytes),
    certificate: async () => certificateIn(folder),
  }
}

/** The style sheets of a page that lie in its folder or below. */
function stylesBeside(folder: string, html: string, maxBytes: number): Map<string, string> {
  const styles = new Map<string, string>()
  for (const href of linkedStyles(html)) {
    const [path = ''] = href.split(/[?#]/)
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) continue
    const file = resolve(folder, `.${sep}${decodedPath(path)}`)
    if (!file.startsWith(folder + sep) || statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
      continue
    try {
      styles.set(href, decodePage(readBytes(file, maxBytes), undefined).text)
    } catch (error) {
      // Left to the user, with the others that were not looked at.
      if (!(error instanceof FetchProblem)) throw error
    }
  }
  return styles
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function homePageAt(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined)
    throw new FetchProblem({
      zh: '没有这个文件；网址要带 http:// 或 https://',
      en: 'no such file; an address begins with http:// or https://',
    })
  if (!stat.isDirectory()) return path
  // The guide's hosts serve the folder wwwroot of what a customer sees.
  for (const folder of [path, join(path, 'wwwroot')]) {
    const names = listed(folder)
    for (const home of homePages) {
      const found = names.find((each) => each.toLowerCase() === home)
      if (found !== undefined) return join(folder, found)
    }
  }
  const program = listed(path).find((each) => /^(?:index|default)\.(?:php|aspx?|jsp)$/i.test(each))
  if (program !== undefined) {
    throw new FetchProblem({
      zh: `文件夹里只有程序 ${program}，网页要运行后才有；请写网站的网址`,
      en: `the folder has only the program ${program}, which makes the page when it runs; name the address of the website`,
    })
  }
  throw new FetchProblem({
    zh: `文件夹里没有首页（${homePages.slice(0, 4).join('、')}……）`,
    en: `the folder has no home page (${homePages.slice(0, 4).join(', ')}…)`,
  })
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function readBytes(file: string, maxBytes: number): Uint8Array {
  try {
    const bytes = readUpTo(file, maxBytes)
    if (bytes.length > maxBytes) throw tooLarge(maxBytes)
    return bytes
  } catch (error) {
    if (error instanceof FetchProblem) throw error
    throw new FetchProblem(unreadable(file, error))
  }
}

function certificateIn(folder: string): CertificateFile {
  const place = join(basename(folder), CERTIFICATE)
  const stat = statSync(join(folder, CERTIFICATE), { throwIfNoEntry: false })
  if (stat === undefined || !stat.isFile()) return { state: 'missing', place: CERTIFICATE }
  return { state: stat.size === 0 ? 'empty' : 'found', place }
}
