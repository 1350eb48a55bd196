import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateClaims, thingId } from '../../graph/evidence/index.ts'
import { PUBLIC_LABEL } from '../../trust/access/index.ts'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client
let tenant = 0

const firm = (scheme: string, code: string) => ({ kind: 'firm', scheme, code })
const FULL = firm('credit-code', '911100001000044477')
const SHORT = firm('list:test', '清源')
const OTHER = firm('credit-code', '91100000100003962T')

const idOf = (thing: typeof FULL): string => thingId(tenant, thing)

/** Names a firm on the word of the local operator. */
async function name(subject: typeof FULL, text: string): Promise<void> {
  const { store, random, now, rules, operator } = open.installation
  const actor = await operator()
  if (actor === null) throw new Error('there is no operator')
  tenant = actor.tenant
  const facts = { title: '登记', publisher: '示例市', publishedOn: null, class: 'typed' } as const
  await stateClaims({ store, actor, now: now(), random, key: null, dryRun: false }, rules, {
    note: `登记${text}`,
    facts: { ...facts, label: PUBLIC_LABEL.id, origin: null, synthetic: false },
    claims: [
      {
        ...{ subject, property: 'name', object: null, text, quantity: null },
        ...{ validFrom: null, validTo: null },
      },
    ],
    things: [],
  })
}

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  await name(FULL, '清源半导体有限公司')
  await name(SHORT, '清源半导体')
  await name(OTHER, '另一家银行')
})

afterAll(() => open.close())

const pageOf = async (thing: typeof FULL): Promise<unknown> =>
  (await office.get(`/api/things/${idOf(thing)}`)).body

const merge = (from: typeof FULL, into: typeof FULL) =>
  office.send('POST', '/api/identity/merge', {
    ...{ from: idOf(from), into: idOf(into), reason: '同一主体' },
  })

test('a merge waits for another person, and can be dropped', async () => {
  const asked = await merge(SHORT, FULL)
  expect(asked).toMatchObject({ status: 200, body: { state: 'proposed', thing: idOf(FULL) } })
  const { id } = asked.body as { id: string }
  const confirm = await office.send('POST', `/api/identity/decisions/${id}/confirm`)
  expect(confirm).toMatchObject({ status: 403, body: { code: 'four-eyes' } })
  const matches = await office.get(`/api/identity/matches?thing=${idOf(SHORT)}`)
  expect(matches.body).toMatchObject({ items: [{ proposed: true, other: { id: idOf(FULL) } }] })
  const undo = await office.send('POST', `/api/identity/decisions/${id}/undo`, { reason: '弄错了' })
  expect(undo).toMatchObject({ status: 200, body: { state: 'dropped' } })
})

test('at a desk of one person it stands at once, and its undo leaves the page as it was', async () => {
  await office.send('PUT', '/api/desk', { mode: 'one-person', reason: '只有一人' })
  const before = await pageOf(SHORT)
  const merged = await merge(SHORT, FULL)
  expect(merged).toMatchObject({ status: 200, body: { state: 'in-force' } })
  const { id } = merged.body as { id: string }
  expect(await pageOf(SHORT)).toMatchObject({ id: idOf(FULL), name: '清源半导体有限公司' })
  const listed = await office.get(`/api/identity/decisions?thing=${idOf(SHORT)}`)
  expect(listed.body).toMatchObject({ items: [{ id, kind: 'merge', state: 'in-force' }, {}] })
  await office.send('POST', `/api/identity/decisions/${id}/undo`, { reason: '弄错了' })
  expect(await pageOf(SHORT)).toEqual(before)
  const again = await office.send('POST', `/api/identity/decisions/${id}/undo`, { reason: '再' })
  expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } })
})

test('what a merge may not join is told, and what is not there is not found', async () => {
  expect(await merge(OTHER, FULL)).toMatchObject({ status: 409, body: { code: 'merge-two-codes' } })
  const nobody = firm('list:test', '没有这一家')
  expect(await merge(nobody, FULL)).toMatchObject({ status: 404 })
})

test('a firm neither decides nor reads who decided', async () => {
  const member = await open.signIn('memberFirm')
  const pair = { from: idOf(SHORT), into: idOf(FULL), reason: '同一主体' }
  expect((await member.send('POST', '/api/identity/merge', pair)).status).toBe(403)
  expect((await member.get('/api/identity/decisions')).status).toBe(403)
  expect((await member.get('/api/identity/matches')).status).toBe(403)
})
