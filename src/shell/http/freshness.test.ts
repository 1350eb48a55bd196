import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let opened: OpenApp
let office: Client

beforeAll(async () => {
  opened = await openApp()
  office = await opened.signIn('office')
})
afterAll(() => opened.close())

const FIRM = { kind: 'firm', scheme: 'credit-code', code: '914403001922038216' }

const state = async (value: string, validFrom: string): Promise<string> => {
  const answer = await office.send('POST', '/api/claims', {
    subject: FIRM,
    property: 'revenue',
    value,
    validFrom,
    sourceNote: `年报载营业收入 ${value}（${validFrom}）`,
  })
  expect(answer.status).toBe(201)
  return (answer.body as { id: string }).id
}

interface Differing {
  items: { property: string; readings: { claim: string }[] }[]
}

describe('freshness', () => {
  test('counts what is held by kind and owner, and lists what sources say differently', async () => {
    const first = await state('100元', '2025-01-01')
    await state('300元', '2024-01-01')
    const before = (await office.get('/api/freshness/differences')).body as Differing
    expect(before.items).toEqual([])
    const second = await state('120元', '2025-01-01')
    const kinds = (await office.get('/api/freshness')).body as { items: { property: string }[] }
    const revenue = kinds.items.find(({ property }) => property === 'revenue')
    expect(revenue).toMatchObject({
      owner: 'office',
      facts: 1,
      stale: 0,
      ownerWords: { en: 'Chain-chief office' },
    })
    const after = (await office.get('/api/freshness/differences')).body as Differing
    expect(after.items).toHaveLength(1)
    const claims = after.items[0]?.readings.map(({ claim }) => claim)
    expect(claims?.toSorted()).toEqual([first, second].toSorted())
  })

  test('a difference is settled by keeping one reading; what was known stays readable', async () => {
    const { body } = await office.get('/api/freshness/differences')
    const [one, other] = (body as Differing).items[0]?.readings.map(({ claim }) => claim) ?? []
    const settle = (client: Client, input: object) =>
      client.send('POST', '/api/freshness/differences/settle', input)
    const chosen = { keep: one, reason: 'outdated' }
    expect(await settle(office, { ...chosen, reason: 'tired' })).toMatchObject({ status: 400 })
    const member = await opened.signIn('memberFirm')
    expect((await settle(member, chosen)).status).toBe(403)
    const settled = await settle(office, chosen)
    expect(settled).toMatchObject({ status: 200, body: { withdrawn: [other] } })
    const after = (await office.get('/api/freshness/differences')).body as Differing
    expect(after.items).toEqual([])
    expect(await settle(office, chosen)).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    })
    expect(await office.get(`/api/figures/c.${other}`)).toMatchObject({ status: 200 })
  })

  test('a fact is renewed by whoever looked again, and another value is a difference', async () => {
    const claim = await state('500元', '2020-01-01')
    const recheck = (who: Client, more: object) =>
      who.send('POST', '/api/freshness/recheck', { claim, note: '电话问过企业财务部', ...more })
    const same = await recheck(office, { outcome: 'same' })
    expect(same.status).toBe(201)
    const stated = await office.get(`/api/figures/c.${(same.body as { id: string }).id}`)
    expect(stated.body).toMatchObject({ claim: { figure: { number: '500', unit: '元' } } })
    expect((await office.get('/api/freshness/differences')).body).toMatchObject({ items: [] })
    const changed = { outcome: 'changed', value: '1.2万元' }
    expect(await recheck(office, { ...changed, value: '很多' })).toMatchObject({ status: 400 })
    expect((await recheck(office, { ...changed, year: 2026 })).status).toBe(201)
    expect((await office.get('/api/freshness/differences')).body).toMatchObject({ items: [] })
    expect((await recheck(office, changed)).status).toBe(201)
    const after = (await office.get('/api/freshness/differences')).body as Differing
    expect(after.items[0]?.readings).toHaveLength(3)
    expect((await recheck(await opened.signIn('chief'), changed)).status).toBe(403)
  })

  test('greys nothing that is fresh, pages, and is closed to firms', async () => {
    const stale = await office.get('/api/freshness/stale?owner=office&limit=1')
    expect(stale.body).toEqual({ items: [], total: 0, next: null })
    const firm = await opened.signIn('memberFirm')
    for (const path of ['', '/stale', '/differences']) {
      expect((await firm.get(`/api/freshness${path}`)).status).toBe(403)
    }
  })
})
