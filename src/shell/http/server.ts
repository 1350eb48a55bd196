// The sockets: where the application listens, and how it stops.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Problem } from '../../base/index.ts'
import { type Config, isLoopback } from '../config.ts'
import type { Api } from './frame/context.ts'

/** While the server stops, connections over which nothing is asked any more are closed so often. */
const LOOK_MS = 50

/** A large file over a slow line takes longer than Node's usual five minutes. */
const REQUEST_LIMIT_MS = 60 * 60_000

export interface Listening {
  /** Where people reach the server. */
  port: number
  /** Where the command line of this machine reaches it, in plain HTTP on 127.0.0.1. */
  localPort: number
  /**
   * Takes no further connection and no further request over those that are open, and waits for the
   * requests under way; what has not ended within the limit is cut off.
   */
  stop(): Promise<void>
}

/**
 * Listens as configured. `localhost` means both of its addresses. Under TLS, or on one outside
 * address alone, a further port on 127.0.0.1 serves the command line, which could not check the
 * certificate of a name that it does not use. Problem: `port-taken`.
 */
export async function listen(app: Api, config: Config): Promise<Listening> {
  const respond = getRequestListener(app.fetch)
  const servers: Server[] = []
  const open = async (host: string, port: number, secure: boolean): Promise<number> => {
    const server = secure ? createSecureServer(certificate(config), respond) : createServer(respond)
    server.requestTimeout = REQUEST_LIMIT_MS
    const taken = await bind(server, host, port)
    servers.push(server)
    return taken
  }
  const [first = config.host, ...others] = config.host === 'localhost' ? LOCALHOST : [config.host]
  const port = await open(first, config.port, config.tls !== null)
  for (const host of others) await open(host, port, config.tls !== null).catch(ignoreAbsent)
  const isOpenHere = isLoopback(config.host) || config.host === '0.0.0.0'
  const localPort = isOpenHere && config.tls === null ? port : await open(LOCALHOST[0], 0, false)
  return { port, localPort, stop: () => stopAll(servers, config.limits.stopMs) }
}

const LOCALHOST = ['127.0.0.1', '::1'] as const

function certificate({ tls }: Config): { cert: Buffer; key: Buffer } {
  if (tls === null) throw new Error('no certificate is configured')
  try {
    return { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Problem('config-invalid', { name: 'LIANSHU_TLS_CERTIFICATE', reason })
  }
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Problem('port-taken', { port }) : error),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** A machine without IPv6 has no ::1, and that is no fault. */
function ignoreAbsent(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') throw error
}

async function stopAll(servers: readonly Server[], limitMs: number): Promise<void> {
  const stopped = servers.map(
    (server) => new Promise<void>((resolve) => server.close(() => resolve())),
  )
  const closeIdle = (): void => {
    for (const server of servers) server.closeIdleConnections()
  }
  closeIdle()
  // A connection that is kept alive would take the next request as soon as it has answered this one.
  const looking = setInterval(closeIdle, LOOK_MS)
  const limit = setTimeout(() => {
    for (const server of servers) server.closeAllConnections()
  }, limitMs)
  await Promise.all(stopped)
  clearInterval(looking)
  clearTimeout(limit)
}
