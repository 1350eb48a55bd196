import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../trust/factor/totp.ts'
import { clientOf, type OpenApp, openApp } from './open-app.case.ts'

/** An office as it begins in earnest: every measure in force, nobody but whoever founds it. */
let open: OpenApp
let cookie = ''
/** The session was opened now; later moments are told by the clock of the installation. */
let aheadMs = 0
const MINUTE_MS = 60_000

beforeAll(async () => {
  open = await openApp({
    ...{ LIANSHU_SAMPLE: 'off', LIANSHU_CERTIFICATE_HEADER: 'X-Client-Subject' },
    LIANSHU_CERTIFICATE_PROXY: '127.0.0.1',
  })
  const { installation } = open
  const begun = installation.now
  Object.assign(installation, { now: () => new Date(begun().getTime() + aheadMs) })
})

afterAll(() => open.close())

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
let secret = new Uint8Array()

function readSecret(letters: string): void {
  const bits = [...letters].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('')
  secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

const codeNow = (): string => codeOf(secret, stepAt(open.installation.now()))

async function enter(more: object = {}, headers: Record<string, string> = {}) {
  const { login, password } = open
  const asked = { login, password, ...more }
  const answer = await open.stranger.send('POST', '/api/session', asked, headers)
  const [given = ''] = (answer.headers.get('Set-Cookie') ?? '').split(';')
  if (given !== '') cookie = given
  return answer
}

const me = () => clientOf(open.app, { Cookie: cookie })

describe('the first account of an office', () => {
  test('must set up a second factor, and nothing else answers before that', async () => {
    const answer = await enter({}, { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/128.0' })
    expect(answer).toMatchObject({
      status: 200,
      body: { mustEnrol: true, safeguards: { secondFactor: true, stepUp: true, separated: true } },
    })
    for (const path of ['/api/people', '/api/overview', '/api/safeguards', '/api/vocabulary']) {
      expect(await me().get(path)).toMatchObject({
        status: 403,
        body: { code: 'second-factor-missing' },
      })
    }
    const started = await me().send('POST', '/api/factors/totp')
    const { secret: letters, address } = started.body as { secret: string; address: string }
    expect(address).toContain(`secret=${letters}`)
    readSecret(letters)
    const wrong = await me().send('POST', '/api/factors/totp/confirm', { code: '000000' })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'wrong-code' } })
    const confirmed = await me().send('POST', '/api/factors/totp/confirm', { code: codeNow() })
    expect((confirmed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
    expect((await me().get('/api/overview')).status).toBe(200)
    expect((await me().get('/api/factors')).body).toMatchObject({
      ...{ factors: [{ kind: 'totp' }], recoveryLeft: 10, takesCertificates: true },
    })
  })

  test('then signs in with password and code, and sees where it is signed in', async () => {
    expect(await enter()).toMatchObject({ status: 401, body: { code: 'second-factor-needed' } })
    aheadMs += MINUTE_MS
    expect((await enter({ code: codeNow() })).status).toBe(200)
    const { items, limitMinutes } = (await me().get('/api/sessions')).body as {
      items: { device: string; current: boolean }[]
      limitMinutes: object
    }
    expect(limitMinutes).toEqual({ idle: 15, longest: 600, proof: 5 })
    expect(items.map(({ device, current }) => [device, current])).toEqual([
      ['', true],
      ['Firefox 128 · Windows', false],
    ])
    const first = (items as unknown as { id: string }[])[1]?.id ?? ''
    expect((await me().send('DELETE', `/api/sessions/${first}`)).status).toBe(204)
    expect((await me().send('DELETE', `/api/sessions/${first}`)).status).toBe(404)
    const ended = await me().send('POST', '/api/sessions/end-others')
    expect(ended).toMatchObject({ status: 200, body: { ended: 0 } })
  })

  test('names the administrators after a fresh proof, and is no founder from then on', async () => {
    await me().send('POST', '/api/session/role', { role: 'founder' })
    const office = ((await me().get('/api/session')).body as { organisation: { id: string } })
      .organisation
    const seats = ['administrator', 'securityAdministrator', 'auditor']
    const name = (login: string, role: string) =>
      me().send('POST', '/api/people', {
        ...{ login, name: login, memberships: [{ organisation: office.id, role }] },
      })
    aheadMs += 6 * MINUTE_MS
    expect(await name('seat-0', 'administrator')).toMatchObject({
      ...{ status: 403, body: { code: 'step-up-needed' } },
    })
    const byPassword = await me().send('POST', '/api/session/proof', { password: open.password })
    expect(byPassword).toMatchObject({ status: 400, body: { code: 'wrong-code' } })
    const nothing = await me().send('POST', '/api/session/proof', {})
    expect(nothing).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect((await me().send('POST', '/api/session/proof', { code: codeNow() })).status).toBe(204)
    const before = await me().get('/api/safeguards')
    expect((before.body as { seats: { held: boolean }[] }).seats.map(({ held }) => held)).toEqual([
      ...[false, false, false],
    ])
    for (const [at, role] of seats.entries()) {
      expect((await name(`seat-${at}`, role)).status).toBe(201)
    }
    expect(await me().get('/api/people')).toMatchObject({
      status: 401,
      body: { code: 'stale-session' },
    })
    aheadMs += MINUTE_MS
    const again = await enter({ code: codeNow() })
    const { roles } = again.body as { roles: { id: string }[] }
    expect(roles.map(({ id }) => id)).toEqual(['office'])
    const after = (await me().get('/api/safeguards')).body as { seats: { held: boolean }[] }
    expect(after.seats.every(({ held }) => held)).toBe(true)
  })
})

describe('what weighs most', () => {
  test('wants a fresh proof of whoever sits at a screen, and not of the operator', async () => {
    aheadMs += 6 * MINUTE_MS
    const chain = { chain: null, audience: 'public' }
    expect(await me().send('POST', '/api/graph/export', chain)).toMatchObject({
      ...{ status: 403, body: { code: 'step-up-needed' } },
    })
    const key = { 'Idempotency-Key': 'the-same-export-again' }
    const asked = () => me().send('POST', '/api/graph/export', chain, key)
    expect((await asked()).status).toBe(403)
    await me().send('POST', '/api/session/proof', { code: codeNow() })
    expect((await asked()).status).toBe(200)
    expect((await open.operator.send('POST', '/api/graph/export', chain)).status).toBe(200)
    const backup = await open.operator.send('POST', '/api/backups', { folder: null })
    expect(backup.status).toBe(202)
  })
})

describe('a client certificate', () => {
  const subject = 'CN=张三,O=链长制办公室,C=CN'
  const header = { 'X-Client-Subject': encodeURIComponent(subject) }

  test('stands for the second factor where the configured proxy brings it, and nowhere else', async () => {
    expect((await me().send('POST', '/api/factors/certificate')).status).toBe(409)
    const bound = await me().send('POST', '/api/factors/certificate', undefined, header)
    expect(bound.status).toBe(204)
    expect((await enter({}, header)).status).toBe(200)
    expect((await enter({}, { 'X-Client-Subject': 'CN=somebody' })).status).toBe(401)
    const { config } = open
    const real = config.certificates
    config.certificates = { header: 'X-Client-Subject', proxy: '10.9.9.9' }
    expect(await enter({}, header)).toMatchObject({
      status: 401,
      body: { code: 'second-factor-needed' },
    })
    config.certificates = null
    expect((await enter({}, header)).status).toBe(401)
    config.certificates = real
  })
})
