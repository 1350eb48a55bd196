/** The application over a real embedded store in a folder of its own, and people who ask it. */
import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { templateOf } from '../../../test/templates.ts'
import { hashCheaply } from '../../trust/people/office.case.ts'
import { type Config, readConfig } from '../config.ts'
import { beginIfEmpty } from '../first-account.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { openNotes } from '../notes.ts'
import { startWorker } from '../worker/work.ts'
import { createApp } from './app.ts'
import type { Api } from './frame/context.ts'

export const HOST = 'http://localhost:7310'
export const TOKEN = 'a-token-that-only-this-test-knows-and-nobody-else'

export interface Asked {
  status: number
  headers: Headers
  /** The body as JSON, or as text where it is none. */
  body: never
}

/** Somebody who asks: a stranger, or the bearer of a session. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Asked>
  /** Brings a file as a source, or to another route; its bytes are the body. */
  upload(name: string, bytes: string | Uint8Array, path?: string): Promise<Asked>
  /** The bytes of an answer; with a body, to a write. */
  bytes(path: string, body?: unknown): Promise<Uint8Array>
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Asked>
}

export interface OpenApp {
  app: Api
  config: Config
  installation: Installation
  login: string
  password: string
  stranger: Client
  /** Signs in as the demonstration person, in one of their roles. */
  signIn(role?: string): Promise<Client>
  /** The local operator. */
  operator: Client
  close(): Promise<void>
}

/** Opens an empty installation with the demonstration person, who holds every role. */
export async function openApp(
  environment: Record<string, string> = {},
  noted?: { write(line: string): void },
): Promise<OpenApp> {
  const directory = await mkdtemp(join(tmpdir(), 'lianshu-http-'))
  if (environment.DATABASE_URL === undefined) {
    cpSync(templateOf('migrated'), directory, { recursive: true })
  }
  const settings = { LIANSHU_DIRECTORY: directory, LIANSHU_NOTES: 'silent', ...environment }
  const config = readConfig(settings, directory)
  const notes = openNotes(config.notes, noted)
  const installation = await openInstallation({ config, notes, localToken: TOKEN })
  const told = await beginIfEmpty(installation)
  if (told !== null) await hashCheaply(installation.store, { tenant: 1, ...told })
  await startWorker(installation)
  const { durability } = installation.store
  const app = createApp({
    config,
    notes,
    publicDirectory: join(directory, 'no-pages'),
    installation: () => installation,
    state: () => ({ status: 'ok', durability, version: '0', sample: false }),
  })
  const { login = '', password = '' } = told ?? {}
  return {
    app,
    config,
    installation,
    login,
    password,
    stranger: clientOf(app, {}),
    operator: clientOf(app, { Authorization: `Bearer ${TOKEN}` }),
    signIn: (role) => signIn(app, { login, password }, role),
    close: async () => {
      await installation.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function signIn(
  app: Api,
  account: { login: string; password: string },
  role?: string,
): Promise<Client> {
  const { headers } = await clientOf(app, {}).send('POST', '/api/session', account)
  const [cookie = ''] = (headers.get('Set-Cookie') ?? '').split(';')
  const client = clientOf(app, { Cookie: cookie })
  if (role !== undefined) await client.send('POST', '/api/session/role', { role })
  return client
}

let keys = 0

export function clientOf(app: Api, own: Record<string, string>): Client {
  const ask = async (method: string, path: string, init: RequestInit): Promise<Asked> => {
    const headers = { Host: 'localhost:7310', ...own, ...(init.headers as Record<string, string>) }
    const response = await app.request(`${HOST}${path}`, { ...init, method, headers })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
    const body = (isJson ? JSON.parse(text) : text) as never
    return { status: response.status, headers: response.headers, body }
  }
  return {
    get: (path, headers = {}) => ask('GET', path, { headers }),
    bytes: async (path, body) => {
      keys += 1
      const written = {
        'Content-Type': 'application/json',
        'Idempotency-Key': `key-of-bytes-${keys}`,
      }
      const headers = { Host: 'localhost:7310', ...own, ...(body === undefined ? {} : written) }
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const response = await app.request(`${HOST}${path}`, { ...init, headers })
      return new Uint8Array(await response.arrayBuffer())
    },
    upload: (name, bytes, path = '/api/sources') => {
      keys += 1
      const headers = {
        'Idempotency-Key': `key-of-an-upload-${keys}`,
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(name),
      }
      return ask('POST', path, { headers, body: bytes as BodyInit })
    },
    send: (method, path, body, headers = {}) => {
      keys += 1
      const key = { 'Idempotency-Key': `key-of-a-test-${keys}` }
      const hasBody = body !== undefined && method !== 'GET'
      const json = hasBody ? { 'Content-Type': 'application/json' } : {}
      const init = hasBody ? { body: JSON.stringify(body) } : {}
      return ask(method, path, { ...init, headers: { ...key, ...json, ...headers } })
    },
  }
}

/** A second person of the office, as the operator adds one. */
export async function secondPerson(open: OpenApp, office: Client): Promise<Client> {
  const me = (await office.get('/api/session')).body as { organisation: { id: string } }
  const memberships = [{ organisation: me.organisation.id, role: 'office' }]
  const person = { login: 'second', name: '第二人', memberships }
  const added = (await open.operator.send('POST', '/api/people', person)).body as {
    password: string
  }
  const account = { login: 'second', password: added.password }
  const entered = await open.stranger.send('POST', '/api/session', account)
  const [cookie = ''] = (entered.headers.get('Set-Cookie') ?? '').split(';')
  return clientOf(open.app, { Cookie: cookie })
}
