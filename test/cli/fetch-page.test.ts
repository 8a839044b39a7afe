// Asking for a page: redirects, limits, refusals, and what goes wrong in words.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type FetchOptions, FetchProblem, fetchPage, type Resolver } from '../../src/cli/fetch-page.ts'
import { withFolder } from './run-cli.ts'
import { hasOpenssl, html, redirect, selfSigned, withServer } from './site-server.ts'

const here: Resolver = async () => [{ address: '127.0.0.1', family: 4 }]
const limits: FetchOptions = { allowPrivate: true, timeout: 20_000, maxBytes: 100_000 }

async function problemOf(address: string, options: FetchOptions = limits): Promise<string> {
  try {
    await fetchPage(address, options)
  } catch (error) {
    if (error instanceof FetchProblem) {
      expect(error.texts.zh).toMatch(/\p{Script=Han}/u)
      return error.texts.en
    }
    throw error
  }
  throw new Error('it was fetched')
}

describe('what comes back', () => {
  test('a page', () =>
    withServer({ '/': html('<p>浙ICP备10000001号</p>') }, async ({ url, asked, headers }) => {
      const page = await fetchPage(`${url}/`, limits)
      expect(Buffer.from(page.bytes).toString()).toContain('浙ICP备')
      expect(page).toMatchObject({ visited: [`${url}/`], contentType: 'text/html; charset=utf-8' })
      expect(asked).toEqual(['GET /'])
      expect(headers()['user-agent']).toMatch(/^beian-check\/\d/)
      expect(headers().cookie).toBeUndefined()
    }))

  test('redirects on the same site are followed, without cookies', () =>
    withServer(
      {
        '/': (_request, response) => response.writeHead(301, { location: '/a', 'set-cookie': 'a=1' }).end(),
        '/a': redirect('b'),
        '/b': html('home'),
      },
      async ({ url, asked, headers }) => {
        const page = await fetchPage(`${url}/`, limits)
        expect(page.visited).toEqual([`${url}/`, `${url}/a`, `${url}/b`])
        expect(page.url.href).toBe(`${url}/b`)
        expect(asked).toHaveLength(3)
        expect(headers().cookie).toBeUndefined()
      },
    ))

  test('www and the bare domain are one site', () =>
    withServer({ '/': html('home') }, async ({ port, asked }) => {
      const other = redirect(`http://www.shanjian-notes.cn:${port}/`)
      await withServer({ '/': other }, async (first) => {
        const page = await fetchPage(`http://shanjian-notes.cn:${first.port}/`, { ...limits, resolver: here })
        expect(page.url.hostname).toBe('www.shanjian-notes.cn')
        expect(asked).toEqual(['GET /'])
      })
    }))

  test('a compressed page counts by what it becomes', () =>
    withServer(
      {
        '/': (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          response.end(gzipSync('x'.repeat(200_000)))
        },
      },
      async ({ url }) => {
        expect(await problemOf(`${url}/`)).toMatch(/larger than 100000 B/)
      },
    ))
})

describe('what is refused', () => {
  test.each([
    ['http://127.0.0.1/', /is the machine itself/],
    ['http://localhost/', /is the machine itself/],
    ['http://[::1]/', /machine itself/],
    ['http://10.1.2.3/', /is private/],
    ['http://192.168.1.1/', /is private/],
    ['http://169.254.169.254/latest/meta-data/', /is link-local/],
    ['http://0.0.0.0/', /this network/],
    ['http://[fd00::1]/', /is private/],
    ['http://[::ffff:127.0.0.1]/', /IPv4-mapped/],
    ['http://2130706433/', /is the machine itself/],
    ['http://0x7f.1/', /is the machine itself/],
  ])('%s', async (address, words) => {
    const resolver: Resolver = async () => [{ address: '127.0.0.1', family: 4 }]
    expect(await problemOf(address, { ...limits, allowPrivate: false, resolver })).toMatch(words)
  })

  test('a name with one private address among public ones', async () => {
    const resolver: Resolver = async () => [
      { address: '101.80.16.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    const words = await problemOf('http://shanjian-notes.cn/', { ...limits, allowPrivate: false, resolver })
    expect(words).toMatch(/10\.0\.0\.1, the address of shanjian-notes\.cn, is private/)
  })

  test.each([
    ['a name of the same site', 'intern.shanjian-notes.cn'],
    ['the same name, which leads elsewhere by now', 'shanjian-notes.cn'],
  ])('a redirect to a private address: %s', (_what, next) =>
    withServer({ '/': redirect(`http://${next}/next`) }, async ({ port, asked }) => {
      // The test server stands for a public one.
      const addresses = ['127.0.0.1', '10.0.0.1']
      const words = await problemOf(`http://shanjian-notes.cn:${port}/`, {
        ...limits,
        allowPrivate: (address) => address === '127.0.0.1',
        resolver: async () => [{ address: addresses.shift() ?? '', family: 4 }],
      })
      expect(words).toMatch(new RegExp(`10\\.0\\.0\\.1, the address of ${next}, is private`))
      expect(asked).toEqual(['GET /'])
    }),
  )

  test('the address that was looked at is the one that is asked, whatever the name says later', () =>
    withServer({ '/': html('home') }, async ({ port }) => {
      // The name does not exist, so only the pinned address can lead anywhere.
      const page = await fetchPage(`http://no-such-host.invalid:${port}/`, { ...limits, resolver: here })
      expect(Buffer.from(page.bytes).toString()).toBe('home')
    }))

  test.each([
    ['https://www.example.com/', /another site, https:\/\/www\.example\.com/],
    ['ftp://127.0.0.1/', /an address with ftp:/],
    ['file:///etc/passwd', /an address with file:/],
  ])('a redirect to %s', (location, words) =>
    withServer({ '/': redirect(location) }, async ({ url }) => {
      expect(await problemOf(`${url}/`)).toMatch(words)
    }),
  )

  test('redirects in a circle, and too many', () =>
    withServer(
      {
        '/': redirect('/a'),
        '/a': redirect('/'),
        ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`/${at}`, redirect(`/${at + 1}`)])),
      },
      async ({ url }) => {
        expect(await problemOf(`${url}/`)).toMatch(/circle/)
        expect(await problemOf(`${url}/0`)).toMatch(/more than 5 redirects/)
      },
    ))

  test.each([
    ['http://user:word@127.0.0.1/', /user name and password/],
    ['http://', /not a web address/],
  ])('%s', async (address, words) => {
    expect(await problemOf(address)).toMatch(words)
  })
})

describe('what goes wrong', () => {
  test.each([
    [403, /answers 403: it wants a login/],
    [404, /answers 404: there is no such page/],
    [429, /answers 429/],
    [500, /answers 500: the server failed/],
    [304, /answers 304/],
  ])('status %i', (status, words) =>
    withServer({ '/': (_request, response) => response.writeHead(status).end() }, async ({ url }) => {
      expect(await problemOf(`${url}/`)).toMatch(words)
    }),
  )

  test('a server that never answers, or never ends', () =>
    withServer(
      {
        '/silent': () => {},
        '/slow': (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('a'),
      },
      async ({ url }) => {
        for (const path of ['silent', 'slow'])
          expect(await problemOf(`${url}/${path}`, { ...limits, timeout: 300 })).toMatch(
            /did not open within 0\.3 s/,
          )
      },
    ))

  test('a connection that is cut', () =>
    withServer({ '/': (_request, response) => response.destroy() }, async ({ url }) => {
      expect(await problemOf(`${url}/`)).toMatch(/connection was cut/)
    }))

  test('nobody there', async () => {
    const port = await withServer({}, async (server) => server.port)
    expect(await problemOf(`http://127.0.0.1:${port}/`)).toMatch(/refuses/)
  })

  test('a port that is none of the web', async () => {
    expect(await problemOf('http://127.0.0.1:25/')).toMatch(/port is not for websites/)
  })

  test('a name that does not resolve', async () => {
    const resolver: Resolver = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
    }
    expect(await problemOf('http://shanjian-notes.cn/', { ...limits, resolver })).toMatch(/does not resolve/)
  })

  test.each([
    ['CERT_HAS_EXPIRED', /certificate has expired.*CERT_HAS_EXPIRED/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate is for another name/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /chain is not complete/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /self-signed/],
    ['EPROTO', /does not speak TLS/],
    ['ECONNRESET', /connection was cut/],
    ['UND_ERR_CONNECT_TIMEOUT', /does not answer in time/],
    ['EHOSTUNREACH', /network does not reach it/],
    ['EAI_AGAIN', /does not resolve/],
    ['HPE_INVALID_CONSTANT', /is not HTTP/],
    ['E_NEW', /cannot be opened \(E_NEW\)/],
  ])('%s in words', async (code, words) => {
    // As fetch has it: the cause of a TypeError.
    const resolver: Resolver = async () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) })
    }
    expect(await problemOf('https://shanjian-notes.cn/', { ...limits, resolver })).toMatch(words)
  })

  test('a name that is looked up without end', async () => {
    const resolver: Resolver = () => new Promise(() => {})
    const words = await problemOf('http://shanjian-notes.cn/', { ...limits, timeout: 50, resolver })
    expect(words).toMatch(/did not open within 0\.05 s/)
  })

  test('a fetch that cannot be held to an address, such as one by a proxy', () =>
    withServer({ '/': html('home') }, async ({ url, asked }) => {
      new Headers()
      const names = ['1', '2'].map((version) => Symbol.for(`undici.globalDispatcher.${version}`))
      const own = names.map((name): unknown => Reflect.get(globalThis, name))
      class ProxyAgent {}
      try {
        for (const name of names) Reflect.set(globalThis, name, new ProxyAgent())
        expect(await problemOf(`${url}/`)).toMatch(/cannot be held to an address/)
      } finally {
        for (const [index, name] of names.entries()) Reflect.set(globalThis, name, own[index])
      }
      expect(asked).toEqual([])
    }))

  test.skipIf(!hasOpenssl && process.env.CI === undefined)('a self-signed certificate', () =>
    withFolder({}, async (folder) =>
      withServer(
        { '/': html('home') },
        async ({ url, asked }) => {
          expect(await problemOf(`${url}/`)).toMatch(/self-signed/)
          expect(asked).toEqual([])
        },
        selfSigned(folder),
      ),
    ),
  )

  test('https where only http is spoken', () =>
    withServer({ '/': html('home') }, async ({ port }) => {
      expect(await problemOf(`https://127.0.0.1:${port}/`)).toMatch(/TLS/)
    }))
})
