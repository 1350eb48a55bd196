import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})

afterAll(() => open.close())

const NOTE = '甘肃省工信厅2022年3月1日印发《甘肃省氢能产业发展规划》。2022年，甘肃产值达到120亿元。'

interface Claim {
  id: string
  property: string
  stage: string
  method: string
  confidence: number
  quote: string
  locator: { start: number; end: number }
  subject: { name: string }
  source: { id: string }
}

/** A source whose text is kept: a note that somebody typed. */
async function noteOf(sourceNote: string): Promise<string> {
  const { body } = await office.send('POST', '/api/claims', {
    ...{ subject: { kind: 'product', scheme: 'list:x', code: '电堆' } },
    ...{ property: 'note', value: '见原文', sourceNote, label: 'internal' },
  })
  const { items } = (await office.get('/api/sources')).body as { items: { id: string }[] }
  expect(body).toMatchObject({ id: expect.any(String) })
  return items[0]?.id ?? ''
}

async function readOut(source: string): Promise<{ state: string; result: object }> {
  const started = await office.send('POST', `/api/sources/${source}/statements`)
  expect(started).toMatchObject({ status: 202 })
  const { job } = started.body as { job: { id: string } }
  for (;;) {
    const { body } = await office.get(`/api/jobs/${job.id}`)
    const now = body as { state: string; result: object }
    if (!['waiting', 'running'].includes(now.state)) return now
    await wait(30)
  }
}

const readIn = async (source: string): Promise<Claim[]> => {
  const { items } = (await office.get(`/api/sources/${source}/claims`)).body as { items: Claim[] }
  return items.filter(({ method }) => method === 'read')
}

test('a text is read on request, its claims wait, are decided singly, and come once', async () => {
  const source = await noteOf(NOTE)
  const { state, result } = await readOut(source)
  expect(state).toBe('done')
  const claims = await readIn(source)
  expect(result).toMatchObject({ proposed: claims.length, added: claims.length })
  for (const claim of claims) {
    expect(claim.stage).toBe('draft')
    expect(claim.confidence).toBeLessThan(100)
    const { start, end } = claim.locator
    expect([...NOTE].slice(start, end).join('')).toBe(claim.quote)
  }
  const output = claims.find(({ property }) => property === 'output')
  expect(output).toMatchObject({ quote: expect.stringContaining('120亿元') })
  const kept = await office.get(`/api/claims/${output?.id}`)
  expect(kept).toMatchObject({
    status: 200,
    body: { id: output?.id, source: { id: expect.any(String) } },
  })
  expect((kept.body as { stage: string }).stage).toBe('draft')
  const decided = await office.send('POST', `/api/claims/${output?.id}/decision`, {
    kind: 'publish',
  })
  expect(decided.status).toBe(200)
  expect((await readOut(source)).result).toMatchObject({ proposed: claims.length, added: 0 })
  const after = await readIn(source)
  expect(after.filter(({ stage }) => stage === 'published').map(({ id }) => id)).toEqual([
    output?.id,
  ])
  expect(after).toHaveLength(claims.length)
})

test('a source without a kept text, and one who may not bring sources, are refused', async () => {
  const { body } = await office.upload('表.csv', '代码,名称\n600001,甲')
  const { id } = (body as { source: { id: string } }).source
  const refused = await office.send('POST', `/api/sources/${id}/statements`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'text-unread' } })
  const chief = await open.signIn('chief')
  const source = await noteOf('甘肃省工信厅发文。')
  expect(await chief.send('POST', `/api/sources/${source}/statements`)).toMatchObject({
    status: 403,
  })
  expect(await open.stranger.send('POST', `/api/sources/${source}/statements`)).toMatchObject({
    status: 401,
  })
})
