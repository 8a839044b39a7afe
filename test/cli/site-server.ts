// A web server of the tests: it answers by path, and notes what it was asked.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server that is running. */
export interface Running {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Method and path of every request, in order. */
  readonly asked: string[]
  /** Headers of the last request. */
  readonly headers: () => IncomingMessage['headers']
}

interface Keys {
  readonly key: string
  readonly cert: string
}

/** Runs a server while `use` runs. A path that no answer is for gives 404. */
export async function withServer<T>(
  answers: Readonly<Record<string, Answer>>,
  use: (server: Running) => Promise<T>,
  keys?: Keys,
): Promise<T> {
  const asked: string[] = []
  let headers: IncomingMessage['headers'] = {}
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    asked.push(`${request.method} ${request.url}`)
    headers = request.headers
    const answer = answers[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end('no such page')
    else answer(request, response)
  }
  const server = keys === undefined ? createServer(listener) : createSecureServer(keys, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `${keys === undefined ? 'http' : 'https'}://127.0.0.1:${port}`
  try {
    return await use({ url, port, asked, headers: () => headers })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** A page as a server gives it. */
export const html =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8'): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  }

export const redirect =
  (location: string, status = 302): Answer =>
  (_request, response) => {
    response.writeHead(status, { location }).end()
  }

export const hasOpenssl = spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0

/** A certificate that nobody signed, for a host of the tests. */
export function selfSigned(folder: string): Keys {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1']
  const { status, stderr } = spawnSync('openssl', [...words, '-keyout', key, '-out', cert], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}
