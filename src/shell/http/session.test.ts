import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp

beforeAll(async () => {
  open = await openApp()
})

afterAll(() => open.close())

describe('sign-in', () => {
  test('a wrong password says so in the language of the request', async () => {
    const wrong = { login: open.login, password: 'not the password' }
    const zh = await open.stranger.send('POST', '/api/session', wrong)
    const en = await open.stranger.send('POST', '/api/session', wrong, {
      'Accept-Language': 'en-GB,en;q=0.9',
    })
    expect(zh).toMatchObject({
      status: 401,
      body: { code: 'wrong-sign-in', title: '用户名或密码不正确' },
    })
    expect(en).toMatchObject({ status: 401, body: { title: 'Wrong name or password' } })
    expect(zh.headers.get('Content-Type')).toBe('application/problem+json')
    expect(zh.headers.get('Set-Cookie')).toBeNull()
  })

  test('the right one gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { login, password } = open
    const answer = await open.stranger.send('POST', '/api/session', { login, password })
    expect(answer).toMatchObject({ status: 200, body: { person: { login }, role: 'office' } })
    const cookie = answer.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^lianshu=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
  })

  test('one person may try every role of the role file', async () => {
    const client = await open.signIn()
    const me = (await client.get('/api/session')).body as { roles: { id: string }[] }
    expect(me.roles.map(({ id }) => id).toSorted()).toEqual(
      [...open.installation.roles.keys()].toSorted(),
    )
  })

  test('switching the role changes what is allowed with the next request', async () => {
    const client = await open.signIn()
    expect((await client.get('/api/jobs')).status).toBe(200)
    const switched = await client.send('POST', '/api/session/role', { role: 'memberFirm' })
    expect(switched).toMatchObject({ status: 200, body: { role: 'memberFirm', faces: ['firm'] } })
    const refused = await client.get('/api/jobs')
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((refused.body as { detail: string }).detail).toContain('查看后台任务')
  })

  test('after signing out the cookie opens nothing', async () => {
    const client = await open.signIn()
    expect((await client.send('DELETE', '/api/session')).status).toBe(204)
    expect(await client.get('/api/session')).toMatchObject({
      status: 401,
      body: { code: 'stale-session' },
    })
  })

  test('a new password ends the other sessions and not this one', async () => {
    const created = await open.operator.send('POST', '/api/people', {
      login: 'wang',
      name: '王某',
      memberships: [{ organisation: await officeId(), role: 'office' }],
    })
    const { password } = created.body as { password: string }
    const [one, two] = await Promise.all([signInAs('wang', password), signInAs('wang', password)])
    const changed = await one.send('POST', '/api/session/password', {
      current: password,
      next: '换一个新密码 Abc123',
    })
    expect(changed.status).toBe(204)
    expect((await one.get('/api/session')).status).toBe(200)
    expect((await two.get('/api/session')).status).toBe(401)
  })
})

describe('who may send a request', () => {
  test('a write from another site is refused', async () => {
    const client = await open.signIn()
    for (const headers of [
      { Origin: 'https://elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const answer = await client.send('POST', '/api/session/role', { role: 'chief' }, headers)
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
    }
    const own = await client.send(
      'POST',
      '/api/session/role',
      { role: 'chief' },
      { Origin: 'http://localhost:7310', 'Sec-Fetch-Site': 'same-origin' },
    )
    expect(own.status).toBe(200)
  })

  test('a foreign name that resolves to this machine is refused', async () => {
    const answer = await open.stranger.get('/health', { Host: 'rebound.example:7310' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
  })

  test('the local operator needs the very token', async () => {
    expect((await open.operator.get('/api/people')).status).toBe(200)
    const wrong = clientOf(open.app, { Authorization: 'Bearer another-token' })
    expect(await wrong.get('/api/people')).toMatchObject({ status: 401 })
  })
})

async function officeId(): Promise<string> {
  const { body } = await open.operator.get('/api/organisations')
  const { items } = body as { items: { id: string; kind: string }[] }
  return items.find(({ kind }) => kind === 'government')?.id ?? ''
}

async function signInAs(login: string, password: string) {
  const { headers } = await open.stranger.send('POST', '/api/session', { login, password })
  const [cookie = ''] = (headers.get('Set-Cookie') ?? '').split(';')
  return clientOf(open.app, { Cookie: cookie })
}
