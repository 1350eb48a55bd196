import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Config } from '../../config.ts'
import { createApp } from '../app.ts'
import { type OpenApp, openApp } from '../open-app.case.ts'

let open: OpenApp

beforeAll(async () => {
  open = await openApp()
})

afterAll(() => open.close())

interface Sent {
  /** From where the connection comes. */
  peer: string
  host: string
  headers?: Record<string, string>
}

/** Signs in at a server that is configured otherwise, from some place in the network. */
function signInAt(settings: Partial<Config>, sent: Sent): Promise<Response> {
  const config = { ...open.config, ...settings }
  const app = createApp({
    config,
    notes: open.installation.notes,
    publicDirectory: '',
    installation: () => open.installation,
    state: () => ({ status: 'ok', durability: 'D0', version: '0', sample: false }),
  })
  const { login, password } = open
  const init = {
    method: 'POST',
    headers: { Host: sent.host, 'Content-Type': 'application/json', ...sent.headers },
    body: JSON.stringify({ login, password }),
  }
  const incoming = { socket: { remoteAddress: sent.peer } }
  const request = app.request(`http://${sent.host}/api/session`, init, { incoming } as never)
  return Promise.resolve(request)
}

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code

const EVERYWHERE = { host: '0.0.0.0' }
const TLS = { certificate: 'certificate.pem', key: 'key.pem' }

describe('a password travels', () => {
  test('in plain text on this machine alone', async () => {
    const here = await signInAt(EVERYWHERE, { peer: '127.0.0.1', host: 'localhost:7310' })
    expect(here.status).toBe(200)
    const away = await signInAt(EVERYWHERE, { peer: '10.0.0.7', host: 'chain.example' })
    expect([away.status, await codeOf(away)]).toEqual([403, 'tls-required'])
    const claimed = await signInAt(EVERYWHERE, { peer: '10.0.0.7', host: 'localhost' })
    expect(await codeOf(claimed)).toBe('tls-required')
  })

  test('under TLS from everywhere, and the cookie then never leaves it', async () => {
    const away = { peer: '10.0.0.7', host: 'chain.example' }
    const response = await signInAt({ ...EVERYWHERE, tls: TLS }, away)
    expect(response.status).toBe(200)
    const cookie = response.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^__Host-lianshu=/)
    expect(cookie).toContain('Secure')
    expect(response.headers.get('Strict-Transport-Security')).toContain('max-age')
  })

  test('behind a declared proxy when that one speaks TLS', async () => {
    const behind = { behindProxy: true }
    const through = (proto: string): Sent => ({
      peer: '127.0.0.1',
      host: 'localhost:7310',
      headers: { 'X-Forwarded-Proto': proto, 'X-Forwarded-Host': 'chain.example' },
    })
    expect((await signInAt(behind, through('https'))).status).toBe(200)
    expect(await codeOf(await signInAt(behind, through('http')))).toBe('tls-required')
  })

  test('and headers of a proxy that nobody declared count for nothing', async () => {
    const response = await signInAt(EVERYWHERE, {
      peer: '10.0.0.7',
      host: 'chain.example',
      headers: { 'X-Forwarded-Proto': 'https' },
    })
    expect(await codeOf(response)).toBe('tls-required')
  })
})

test('guessing is slowed down by login, whatever the address pretends to be', async () => {
  const answers: number[] = []
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const response = await open.app.request('http://localhost:7310/api/session', {
      method: 'POST',
      headers: {
        Host: 'localhost',
        'Content-Type': 'application/json',
        'X-Forwarded-For': `10.0.0.${attempt}`,
      },
      body: JSON.stringify({ login: 'somebody', password: 'a guess' }),
    })
    answers.push(response.status)
  }
  expect(answers.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
  expect(answers.slice(5)).toEqual([429, 429, 429])
})
