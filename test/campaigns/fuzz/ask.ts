/** One case as a request, its answer, and the request as a line that repeats it. */
import { HOST } from '../../../src/shell/http/open-app.case.ts'
import type { Seer } from '../isolation/world.ts'
import { type Case, Raw } from './cases.ts'
import { isWrite, type Route } from './document.ts'
import type { FuzzWorld } from './world.ts'

export interface Asked {
  readonly method: string
  readonly url: string
  /** Without the session, which is told by the name of the role. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

export interface Answer {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly ms: number
}

/** Puts what exists in place of the picks of a case; the number makes its key its own. */
export function requestOf(world: FuzzWorld, route: Route, made: Case, number: number): Asked {
  const settle = (value: unknown) => world.pools.settle(value, isWrite(route))
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => inUrl(settle(made.path[name])))
  const query = Object.entries(made.query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${inUrl(name)}=${inUrl(settle(value))}`)
  const { body } = made
  const sent =
    body instanceof Raw ? body.content : body === undefined ? undefined : toJson(settle(body))
  const isFile = route.body === 'bytes'
  const given: Record<string, string | null> = {
    ...(isWrite(route) && { 'Idempotency-Key': `fuzz-${world.seed}-${number}` }),
    ...(sent !== undefined && {
      'Content-Type': isFile ? 'application/octet-stream' : 'application/json',
    }),
    ...(isFile && { 'X-File-Name': nameOf(body) }),
    ...made.headers,
  }
  const headers = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== null)
  const url = `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const hasBody = route.method !== 'GET' && sent !== undefined
  return {
    ...{ method: route.method, url, headers: Object.fromEntries(headers) },
    body: hasBody ? sent : undefined,
  }
}

const nameOf = (body: unknown): string =>
  body instanceof Raw && typeof body.content === 'string' && body.content.startsWith('到')
    ? 'a.txt'
    : 'a.csv'

/** A lone surrogate cannot stand in an address; what would stand there instead does. */
const inUrl = (value: unknown): string =>
  encodeURIComponent(
    String(typeof value === 'object' ? JSON.stringify(value) : value).replace(
      LONE_SURROGATE,
      '\ufffd',
    ),
  )

const LONE_SURROGATE = /\p{Surrogate}/gu

const toJson = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** Asks as somebody, with a fresh session where the last has ended. */
export async function ask(world: FuzzWorld, seer: Seer, asked: Asked): Promise<Answer> {
  const first = await askOnce(world, seer, asked, false)
  if (first.status !== 401 || seer.person === null || 'Cookie' in asked.headers) return first
  return /"(stale-session|unauthorised)"/.test(Buffer.from(first.bytes).toString())
    ? askOnce(world, seer, asked, true)
    : first
}

async function askOnce(
  { open }: FuzzWorld,
  seer: Seer,
  { method, url, headers, body }: Asked,
  isFresh: boolean,
): Promise<Answer> {
  const session = await seer.session(isFresh)
  const all = { Host: 'localhost:7310', ...session, ...headers }
  const begun = performance.now()
  const response = await open.app.request(`${HOST}${url}`, {
    ...{ method, headers: all, ...(body !== undefined && { body: body as BodyInit }) },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    ...{ status: response.status, type: response.headers.get('Content-Type') ?? '' },
    ...{ headers: response.headers, bytes, ms: performance.now() - begun },
  }
}

/** The request for whoever wants to see it again; the cookie is that of the role. */
export function asCurl({ method, url, headers, body }: Asked, who: string): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
  const data =
    body === undefined
      ? ''
      : typeof body === 'string'
        ? ` --data-raw ${quoted(body)}`
        : ` --data-binary @<(echo ${Buffer.from(body).toString('base64')} | base64 -d)`
  const heads = Object.entries(headers).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`)
  return `curl -X ${method} ${quoted(HOST + url)} -b ${quoted(`session of ${who}`)}${heads.join('')}${data}`
}
