/** An office on a PostgreSQL server that lives as long as a measurement, and its first sign-in. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from '../postgres.ts'
import type { RunningProduct } from '../server.ts'

const APPLICATION = 'lianshu_measured'
const DATABASE = 'measured'

export interface ServedDatabase {
  /** As the application, which owns nothing. */
  readonly url: string
  readonly ownerUrl: string
  stop(): Promise<void>
}

/** Null, having said why, where this machine has no PostgreSQL. */
export async function servedDatabase(say: (line: string) => void): Promise<ServedDatabase | null> {
  const server = await startPostgres()
  if ('skipped' in server) {
    say(`跳过 skipped: ${server.skipped}`)
    return null
  }
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query(`create role ${APPLICATION} login`)
  await client.query(`create database ${DATABASE}`)
  await client.end()
  const url = new URL(server.url)
  url.pathname = `/${DATABASE}`
  const ownerUrl = url.href
  url.username = APPLICATION
  return { url: url.href, ownerUrl, stop: server.stop }
}

/** Signs the person of the first start in, and gives the cookie of the session. */
export async function firstSession(product: RunningProduct): Promise<string> {
  const said = /(?:首次登录|First sign-in)\s+\S+\s+(\S+)\s+\S+\s+(\S+)/.exec(product.output())
  const [, login = '', password = ''] = said ?? []
  return (await signedInAs(product, login, password)).cookie
}

/** Signs somebody in: the cookie of the session, and what the server says of who they are. */
export async function signedInAs(
  product: RunningProduct,
  login: string,
  password: string,
): Promise<{ cookie: string; me: { role: string; permissions: string[] } }> {
  const answer = await fetch(`${product.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ login, password }),
  })
  const [cookie = ''] = (answer.headers.get('Set-Cookie') ?? '').split(';')
  if (!answer.ok || cookie === '') throw new Error(`the sign-in answered ${answer.status}`)
  return { cookie, me: (await answer.json()) as { role: string; permissions: string[] } }
}
