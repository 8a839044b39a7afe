// Asks for a page of the web: only the address that the user named and where it leads on the same site, no cookies, no
// private addresses, with limits of time and size.
import { lookup } from 'node:dns/promises'
import { version } from '../../package.json'
import type { Bilingual } from '../draft/field.ts'
import { readDomain } from '../facts/domains.ts'
import { parseIp, specialPurpose } from '../facts/ip.ts'
import { sizeText } from '../inputs/size.ts'

/** Finds the addresses of a host. */
export type Resolver = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** How to ask. */
export interface FetchOptions {
  /** Ask private addresses too: all of them, or those that it says yes to. */
  readonly allowPrivate: boolean | ((address: string) => boolean)
  /** Milliseconds for each request. */
  readonly timeout: number
  /** Most bytes that are read. */
  readonly maxBytes: number
  readonly resolver?: Resolver
}

/** What came back. */
export interface Fetched {
  /** The last address asked. */
  readonly url: URL
  /** Every address asked, in order. */
  readonly visited: readonly string[]
  readonly contentType: string | undefined
  readonly bytes: Uint8Array
}

/** Why nothing usable came back. */
export class FetchProblem extends Error {
  readonly texts: Bilingual
  /** Status of HTTP, where the server answered. */
  readonly status: number | undefined

  constructor(texts: Bilingual, status?: number) {
    super(texts.en)
    this.texts = texts
    this.status = status
  }
}

const problem = (zh: string, en: string, status?: number): FetchProblem =>
  new FetchProblem({ zh, en }, status)

/** More redirects than any website needs. */
const MOST_REDIRECTS = 5

const resolveByDns: Resolver = (host) => lookup(host, { all: true, verbatim: true })

/**
 * Asks for a page.
 * @throws FetchProblem in words for the user
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  let url = webAddress(address)
  const visited: string[] = []
  for (;;) {
    visited.push(url.href)
    const response = await ask(url, options)
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) {
      if (!response.ok) {
        await response.body?.cancel()
        throw statusProblem(response.status)
      }
      const contentType = response.headers.get('content-type') ?? undefined
      return { url, visited, contentType, bytes: await readBody(response, options) }
    }
    await response.body?.cancel()
    const next = nextAddress(url, location)
    if (visited.includes(next.href))
      throw problem('网址来回跳转，打不开', 'its redirects go round in a circle')
    if (visited.length > MOST_REDIRECTS)
      throw problem(`跳转超过 ${MOST_REDIRECTS} 次`, `there are more than ${MOST_REDIRECTS} redirects`)
    url = next
  }
}

/** An address of the web, as the user wrote it. */
function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || url.hostname === '') throw problem('不是网址', 'this is not a web address')
  if (url.username !== '' || url.password !== '')
    throw problem('网址里不要带用户名和密码', 'leave user name and password out of the address')
  return url
}

/** Where a redirect leads; it may not leave the site that the user named. */
function nextAddress(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href))
    throw problem(`跳转的网址“${location}”不对`, `it redirects to “${location}”, which is no address`)
  const next = new URL(location, from)
  next.hash = ''
  if (!/^https?:$/.test(next.protocol))
    throw problem(`跳转到 ${next.protocol} 网址`, `it redirects to an address with ${next.protocol}`)
  if (siteOf(from) !== siteOf(next)) {
    throw problem(
      `跳转到了别的网站 ${next.origin}；要检查那里就直接写那个网址`,
      `it redirects to another site, ${next.origin}; name that address to check it`,
    )
  }
  next.username = ''
  next.password = ''
  return next
}

/** What is registered of a host: www.example.com and example.com are one site. */
function siteOf({ hostname }: URL): string {
  const reading = readDomain(hostname)
  return reading.kind === 'ok' ? reading.registrable : hostname
}

async function ask(url: URL, options: FetchOptions): Promise<Response> {
  const addresses = await addressesOf(url, options)
  const init = {
    redirect: 'manual' as const,
    credentials: 'omit' as const,
    signal: AbortSignal.timeout(options.timeout),
    headers: {
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
      'user-agent': `beian-check/${version}`,
    },
    dispatcher: pinned(addresses),
  }
  try {
    return await fetch(url.href, init)
  } catch (error) {
    throw networkProblem(error, options.timeout)
  }
}

interface Address {
  readonly address: string
  readonly family: number
}

/** The addresses of a host, all of them public unless the user wants others. */
async function addressesOf(
  url: URL,
  { allowPrivate, timeout, resolver = resolveByDns }: FetchOptions,
): Promise<readonly Address[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const literal = parseIp(host)
  let addresses: readonly Address[] = []
  if (literal !== undefined) addresses = [{ address: host, family: literal.version }]
  else {
    try {
      addresses = await within(timeout, resolver(host))
    } catch (error) {
      throw networkProblem(error, timeout)
    }
  }
  for (const { address } of addresses) {
    const allowed = typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate(address)
    const special = allowed ? undefined : purposeOf(address)
    if (special === undefined) continue
    throw problem(
      `${host === address ? '' : `${host} 的地址 `}${address} ${special.zh}，不访问；确实要检查自己内网的网站，用 --allow-private`,
      `${address}${host === address ? '' : `, the address of ${host},`} ${special.en} and is not asked; for a site of your own network use --allow-private`,
    )
  }
  return addresses
}

/** Names are looked up in the time of a request: the system may take minutes. */
async function within<T>(timeout: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), timeout)
  })
  try {
    return await Promise.race([work, end])
  } finally {
    clearTimeout(timer)
  }
}

function purposeOf(address: string): Bilingual | undefined {
  const ip = parseIp(address.split('%', 1).join(''))
  if (ip === undefined) return { zh: '不是 IP 地址', en: 'is no IP address' }
  const special = specialPurpose({ version: ip.version, from: ip.value, to: ip.value })
  return special === undefined ? undefined : { zh: `是${special.zh}`, en: special.en }
}

type Dispatcher = NonNullable<RequestInit['dispatcher']>
type Lookup = (host: string, options: { all?: boolean }, done: (...results: unknown[]) => void) => void

/**
 * A connection to the very addresses that were looked at: a name could lead elsewhere when it is asked again. The
 * platform's fetch does not give its Agent out; its own global one is one.
 */
function pinned(addresses: readonly Address[]): Dispatcher {
  // The platform sets it up when something of fetch is used first.
  new Headers()
  const agent = ['2', '1']
    .map((version): unknown => Reflect.get(globalThis, Symbol.for(`undici.globalDispatcher.${version}`)))
    .find((each) => typeof each === 'object' && each !== null && each.constructor.name === 'Agent')
  // Without it an address that was not looked at could be asked.
  if (typeof agent !== 'object' || agent === null)
    throw problem(
      '这个 Node 的 fetch 不能固定地址（设置了代理？），不访问；可以先下载网页，再检查文件',
      'the fetch of this Node cannot be held to an address (is a proxy set?), so nothing is asked; save the page and check the file',
    )
  const Agent = agent.constructor as new (options: { connect: { lookup: Lookup } }) => Dispatcher
  const find: Lookup = (_host, { all }, done) => {
    const [first] = addresses
    if (all === true) done(null, addresses)
    else done(null, first?.address, first?.family)
  }
  return new Agent({ connect: { lookup: find } })
}

async function readBody(response: Response, { maxBytes, timeout }: FetchOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  try {
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > maxBytes) {
        throw problem(
          `网页超过 ${sizeText(maxBytes)}，没有读完；可用 --max-size 放宽`,
          `the page is larger than ${sizeText(maxBytes)} and was not read; --max-size allows more`,
        )
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof FetchProblem ? error : networkProblem(error, timeout)
  }
  return Buffer.concat(chunks)
}

function statusProblem(status: number): FetchProblem {
  const [zh, en] =
    status === 401 || status === 403
      ? [
          '要登录，或被防火墙拦截；审核人员也要能直接打开',
          'it wants a login or a firewall blocks it; reviewers have to get in as well',
        ]
      : status === 404 || status === 410
        ? ['没有这个网页', 'there is no such page']
        : status === 429
          ? ['访问太频繁，过一会再试', 'it was asked too often; try later']
          : status >= 500
            ? ['服务器出错，网站没有正常开通', 'the server failed; the site is not open']
            : ['网站没有给出网页', 'it gave no page']
  return problem(`网站返回 ${status}：${zh}`, `it answers ${status}: ${en}`, status)
}

/** What the codes of Node and of its fetch mean. */
const codes: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [
    /^ENOTFOUND$|^EAI_/,
    '域名解析不到：域名写错了，还没有解析，或网络不通',
    'the name does not resolve: a slip, no record yet, or no network',
  ],
  [
    /^ECONNREFUSED$/,
    '服务器拒绝连接：网站没有开，或端口不对',
    'the server refuses: the site is closed or the port is wrong',
  ],
  [/TIMEOUT|^ETIMEDOUT$/, '连接超时', 'it does not answer in time'],
  [
    /^CERT_HAS_EXPIRED$/,
    'HTTPS 证书已过期，访客会看到警告；请续签',
    'its TLS certificate has expired and visitors are warned; renew it',
  ],
  [
    /SELF_SIGNED/,
    'HTTPS 证书是自签的，访客会看到警告；请换成正式证书',
    'its TLS certificate is self-signed and visitors are warned; get a proper one',
  ],
  [
    /ALTNAME/,
    'HTTPS 证书不是这个域名的；请换成包含这个域名的证书',
    'its TLS certificate is for another name; get one that covers this name',
  ],
  [
    /UNABLE_TO|CERT_|ERR_TLS/,
    'HTTPS 证书链不完整或不受信任；请在服务器上装上中间证书',
    'its TLS certificate is not trusted or its chain is not complete; install the intermediate certificates',
  ],
  [
    /^EPROTO$|SSL/,
    '不是 HTTPS 服务，或加密方式太旧；试试 http://',
    'it does not speak TLS, or too old a kind; try http://',
  ],
  [
    /^ECONNRESET$|SOCKET|^EPIPE$|TERMINATED/,
    '连接被中断（未备案的域名常被接入商拦截）',
    'the connection was cut (hosts block domains that are not filed)',
  ],
  [/^HPE_/, '返回的不是 HTTP', 'what it answers is not HTTP'],
  [/UNREACH/, '网络到不了这个地址', 'the network does not reach it'],
]

function networkProblem(error: unknown, timeout: number): FetchProblem {
  if (error instanceof FetchProblem) return error
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return problem(
      `${timeout / 1000} 秒内没有打开；可用 --timeout 放宽`,
      `it did not open within ${timeout / 1000} s; --timeout allows more`,
    )
  if (error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port')
    return problem(
      '这个端口不是给网站用的，浏览器也不会打开',
      'this port is not for websites; browsers do not open it either',
    )
  const code = codeOf(error)
  const known = codes.find(([pattern]) => pattern.test(code))
  if (known !== undefined) return problem(`${known[1]}（${code}）`, `${known[2]} (${code})`)
  return problem(`打不开（${code}）`, `it cannot be opened (${code})`)
}

/** The code of an error or of what caused it. */
function codeOf(error: unknown): string {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    if ('code' in each && typeof each.code === 'string') return each.code
    if (each instanceof AggregateError && each.errors.length > 0) return codeOf(each.errors[0])
  }
  return error instanceof Error ? error.name : 'unknown'
}
