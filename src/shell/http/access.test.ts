import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_ROUTES } from './frame/asked.ts'
import { behindAccess, frame } from './frame/index.ts'
import { clientOf, type OpenApp, openApp, TOKEN } from './open-app.case.ts'
import { EVERY_ROUTE } from './schemas/every-route.ts'

let open: OpenApp

beforeAll(async () => {
  open = await openApp()
})

afterAll(() => open.close())

const NOBODY = '00000000-0000-8000-8000-000000000000'
const ROUTES = EVERY_ROUTE.map(({ method, path }) => ({ method: method.toUpperCase(), path }))
const fill = (path: string): string =>
  path
    .replace('/figures/{id}', `/figures/c.${NOBODY}`)
    .replace('{scheme}', 'division')
    .replace('{id}', NOBODY)

test('the application has the routes of the document and no other', () => {
  const mounted = open.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect([...new Set(mounted)].toSorted()).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted(),
  )
})

test('a stranger gets nowhere but to the public routes', async () => {
  for (const { method, path } of ROUTES) {
    const route = `${method} ${path}`
    const { status, body } = await open.stranger.send(method, fill(path))
    if (Object.hasOwn(PUBLIC_ROUTES, route)) expect(status, route).not.toBe(401)
    else expect({ route, status, body }).toMatchObject({ status: 401 })
  }
})

test('whatever the role, every route asks before it answers, and none breaks', async () => {
  for (const role of open.installation.roles.keys()) {
    const client = await open.signIn(role)
    for (const { method, path } of ROUTES) {
      if (path === '/api/session' && method === 'DELETE') continue
      const { status, body } = await client.send(method, fill(path), {})
      expect({ role, route: `${method} ${path}`, status, body }).toMatchObject({
        status: expect.toSatisfy((code: number) => code < 500, 'no fault of ours'),
      })
    }
  }
})

test('a route that answers without asking is a fault', async () => {
  const options = {
    config: open.config,
    notes: open.installation.notes,
    publicDirectory: '',
    installation: () => open.installation,
  }
  const app = frame(options)
  behindAccess(app, options)
  app.get('/api/careless', (c) => c.json({ secret: 1 }, 200, { ETag: '"kept"' }))
  const answer = await clientOf(app, { Authorization: `Bearer ${TOKEN}` }).get('/api/careless')
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } })
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect(answer.headers.get('ETag')).toBeNull()
})

test('before it is ready the server says so', async () => {
  const options = {
    config: open.config,
    notes: open.installation.notes,
    publicDirectory: '',
    installation: () => null,
  }
  const app = frame(options)
  behindAccess(app, options)
  expect(await clientOf(app, {}).get('/api/session')).toMatchObject({
    status: 503,
    body: { code: 'not-ready' },
  })
})
