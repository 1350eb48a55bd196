import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let administrator: Client

beforeAll(async () => {
  open = await openApp()
  administrator = open.operator
})

afterAll(() => open.close())

const firmKind = { name: '丙精密机械有限公司', kind: 'firm', home: '320500' }

async function addFirm(name = firmKind.name): Promise<string> {
  const { body } = await administrator.send('POST', '/api/organisations', { ...firmKind, name })
  return (body as { id: string }).id
}

test('a person is added with a password that is told once, and signs in with it', async () => {
  const organisation = await addFirm()
  const key = { 'Idempotency-Key': 'add-li-si' }
  const body = { login: 'lisi', name: '李四', memberships: [{ organisation, role: 'memberFirm' }] }
  const added = await administrator.send('POST', '/api/people', body, key)
  expect(added).toMatchObject({ status: 201, body: { person: { login: 'lisi', active: true } } })
  const { password } = added.body as { password: string }
  const again = await administrator.send('POST', '/api/people', body, key)
  expect(again.body).toMatchObject({ person: { login: 'lisi' }, password: null })
  const signedIn = await open.stranger.send('POST', '/api/session', { login: 'lisi', password })
  expect(signedIn).toMatchObject({ status: 200, body: { role: 'memberFirm', faces: ['firm'] } })
})

test('a closed account is out with its next request', async () => {
  const organisation = await addFirm('丁材料有限公司')
  const memberships = [{ organisation, role: 'leadFirm' }]
  const added = await administrator.send('POST', '/api/people', {
    login: 'zhao',
    name: '赵某',
    memberships,
  })
  const { person, password } = added.body as { person: { id: string }; password: string }
  const opened = await open.stranger.send('POST', '/api/session', { login: 'zhao', password })
  const [cookie = ''] = (opened.headers.get('Set-Cookie') ?? '').split(';')
  const asZhao = { Cookie: cookie }
  expect((await open.stranger.get('/api/session', asZhao)).status).toBe(200)
  const closed = await administrator.send('PATCH', `/api/people/${person.id}`, { active: false })
  expect(closed).toMatchObject({ status: 200, body: { active: false } })
  expect((await open.stranger.get('/api/session', asZhao)).status).toBe(401)
})

test('a role is granted only where it belongs, and the last manager stays', async () => {
  const organisation = await addFirm('戊科技有限公司')
  const chiefOfFirm = await administrator.send('POST', '/api/people', {
    login: 'sun',
    name: '孙某',
    memberships: [{ organisation, role: 'chief' }],
  })
  expect(chiefOfFirm.status).toBe(400)
  const demo = await open.signIn()
  const me = (await demo.get('/api/session')).body as { person: { id: string } }
  const myself = `/api/people/${me.person.id}`
  const gone = await administrator.send('PATCH', myself, { active: false })
  expect(gone).toMatchObject({ status: 409, body: { code: 'conflict' } })
})

test('fields that nobody offered change nothing', async () => {
  const organisation = await addFirm('己电气有限公司')
  const sneaky = {
    name: '更名后的公司',
    kind: 'government',
    tenant: 2,
    id: '00000000-0000-8000-8000-000000000000',
    __proto__: { active: false },
  }
  const changed = await administrator.send('PATCH', `/api/organisations/${organisation}`, sneaky)
  expect(changed).toMatchObject({
    status: 200,
    body: { id: organisation, name: '更名后的公司', kind: 'firm', active: true },
  })
})

test('whoever may not manage people learns that, and nothing else', async () => {
  const chief = await open.signIn('chief')
  const organisation = await addFirm('庚化工有限公司')
  const body = { login: 'qian', name: '钱某', memberships: [{ organisation, role: 'leadFirm' }] }
  expect(await chief.send('POST', '/api/people', body)).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  const firm = await open.signIn('memberFirm')
  expect((await firm.get('/api/people')).status).toBe(403)
})

test('a consent is recorded and can be withdrawn', async () => {
  const organisation = await addFirm('辛仪器有限公司')
  const office = await open.signIn('office')
  const recorded = await office.send('POST', '/api/consents', {
    organisation,
    covers: '产能与库存',
    document: '档案室 2026-17',
    givenOn: '2026-01-05',
  })
  expect(recorded).toMatchObject({ status: 201, body: { withdrawn: false, endsOn: null } })
  const { id } = recorded.body as { id: string }
  const withdrawn = await office.send('POST', `/api/consents/${id}/withdraw`)
  expect(withdrawn).toMatchObject({ status: 200, body: { withdrawn: true } })
  const { items } = (await office.get('/api/consents')).body as { items: { id: string }[] }
  expect(items.map((consent) => consent.id)).toEqual([id])
})

test('an office says where it sits, in a place that there is, and nobody else says it so', async () => {
  const office = await open.signIn('office')
  const seat = (who: Client, home: string) =>
    who.send('PUT', '/api/organisations/own/seat', { home })
  expect(await seat(office, '370000')).toMatchObject({ status: 200, body: { home: '370000' } })
  const me = (await office.get('/api/session')).body
  expect(me).toMatchObject({ organisation: { home: '370000' } })
  expect((await seat(office, '999999')).status).toBe(404)
  expect((await seat(await open.signIn('memberFirm'), '370000')).status).toBe(403)
})
