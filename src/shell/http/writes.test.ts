import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})

afterAll(() => open.close())

const chain = { name: '氢能', scope: '制氢到用氢', sourceNote: '据省发展改革委会议记录' }

describe('idempotency', () => {
  test('a write without a key is refused', async () => {
    const answer = await office.send('POST', '/api/chains', chain, { 'Idempotency-Key': '' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })

  test('the same request again is answered again, and done once', async () => {
    const key = { 'Idempotency-Key': 'add-an-organisation' }
    const body = { name: '市工业和信息化局', kind: 'government', home: '320500' }
    const first = await open.operator.send('POST', '/api/organisations', body, key)
    const again = await open.operator.send('POST', '/api/organisations', body, key)
    expect(first.status).toBe(201)
    expect(again.body).toEqual(first.body)
    const other = { ...body, name: '另一个局' }
    const reused = await open.operator.send('POST', '/api/organisations', other, key)
    expect(reused).toMatchObject({ status: 409, body: { code: 'key-reused' } })
  })
})

describe('a chain typed on screen', () => {
  test('is seen on the map, and its figures lead to the note', async () => {
    const created = await office.send('POST', '/api/chains', chain)
    expect(created.status).toBe(201)
    const { id } = created.body as { id: string }
    const stages: string[] = []
    for (const [name, position] of [
      ['制氢', 'upstream'],
      ['储运', 'midstream'],
    ]) {
      const stage = await office.send('POST', `/api/chains/${id}/stages`, {
        name,
        position,
        sourceNote: `${name}由链办拟定`,
      })
      stages.push((stage.body as { id: string }).id)
    }
    const link = { from: stages[0], to: stages[1], sourceNote: '制氢供给储运' }
    expect((await office.send('POST', `/api/chains/${id}/links`, link)).status).toBe(201)

    const map = await office.get(`/api/chains/${id}/map`)
    const drawn = map.body as {
      stages: { id: string; firms: { id: string } }[]
      links: { figure: { id: string } }[]
    }
    expect(drawn.stages.map((stage) => stage.id).toSorted()).toEqual(stages.toSorted())
    const figure = drawn.links[0]?.figure.id ?? ''
    expect(await office.get(`/api/figures/${figure}`)).toMatchObject({
      status: 200,
      body: { kind: 'span', claim: { quote: '制氢供给储运', property: 'supplies' } },
    })
    const count = drawn.stages[0]?.firms.id ?? ''
    expect(await office.get(`/api/figures/${count}`)).toMatchObject({
      status: 200,
      body: { kind: 'derivation', derivation: { output: '0' } },
    })

    const etag = map.headers.get('ETag') ?? ''
    const unchanged = await office.get(`/api/chains/${id}/map`, { 'If-None-Match': etag })
    expect(unchanged.status).toBe(304)
  })

  test('a firm does not see what the office keeps internal, and is told that nothing is there', async () => {
    const created = await office.send('POST', '/api/chains', { ...chain, name: '内部链' })
    const { id } = created.body as { id: string }
    const firm = await open.signIn('memberFirm')
    expect(await firm.get(`/api/chains/${id}/map`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    })
    expect((await firm.get(`/api/things/${id}`)).status).toBe(404)
    const { items } = (await firm.get('/api/chains')).body as { items: { id: string }[] }
    expect(items.map((item) => item.id)).not.toContain(id)
  })

  test('every figure of the overview leads somewhere', async () => {
    const overview = await office.get('/api/overview')
    const ids = [...JSON.stringify(overview.body).matchAll(/"id":"([cdq]\.[^"]+)"/g)]
    expect(ids.length).toBeGreaterThan(5)
    for (const [, id] of ids) {
      const { status } = await office.get(`/api/figures/${id}`)
      const [, algorithm, parameters = ''] = (id ?? '').split('.')
      const asked = Buffer.from(parameters, 'base64url').toString()
      expect({ algorithm, asked, status }).toMatchObject({ status: 200 })
    }
  })

  test('a value that the vocabulary has no place for is refused with the reason', async () => {
    const { items } = (await office.get('/api/chains')).body as { items: { id: string }[] }
    const subject = { id: items[0]?.id ?? '' }
    const sourceNote = '据会议记录'
    const state = (property: string, value: string) =>
      office.send('POST', '/api/claims', { subject, property, value, sourceNote })
    expect(await state('height', '3')).toMatchObject({ status: 400 })
    expect(await state('marketSize', '约300亿元')).toMatchObject({ status: 201 })
  })
})

describe('sources', () => {
  test('the same bytes are one source, and come back as they were', async () => {
    const first = await office.upload('企业名录.csv', '企业,地区')
    const again = await office.upload('另一个名字.csv', '企业,地区')
    const { source } = first.body as { source: { id: string; fileName: string; sha256: string } }
    expect(first).toMatchObject({ status: 201, body: { known: false } })
    expect(again).toMatchObject({ body: { known: true, source: { id: source.id } } })
    expect(source.fileName).toBe('企业名录.csv')
    const original = await office.get(`/api/sources/${source.id}/original`)
    expect(original.body).toBe('企业,地区')
    expect(original.headers.get('Content-Disposition')).toContain('attachment')
    expect(original.headers.get('Content-Security-Policy')).toContain('sandbox')
  })

  test('what is internal is not there for a firm', async () => {
    const { body } = await office.upload('内部.csv', 'x,y')
    const { source } = body as { source: { id: string } }
    const firm = await open.signIn('leadFirm')
    for (const path of ['', '/window', '/claims', '/original']) {
      expect((await firm.get(`/api/sources/${source.id}${path}`)).status).toBe(404)
    }
  })

  test('what is said about a source can be corrected, its bytes cannot', async () => {
    const sourceOf = async (name: string) => {
      const { body } = await office.upload(name, `内容 ${name}`)
      return (body as { source: { id: string; sha256: string } }).source
    }
    const [old, corrected] = [await sourceOf('旧版.csv'), await sourceOf('更正版.csv')]
    const change = { publisher: '国家统计局', publishedOn: '2025-02-28', supersedes: old.id }
    const path = `/api/sources/${corrected.id}`
    const described = await office.send('PATCH', path, { ...change, sha256: old.sha256 })
    expect(described).toMatchObject({
      status: 200,
      body: { ...change, sha256: corrected.sha256, title: '更正版' },
    })
    expect((await office.get(`/api/sources/${old.id}`)).body).toMatchObject({
      supersededBy: corrected.id,
    })
    expect((await office.send('PATCH', path, { supersedes: corrected.id })).status).toBe(400)
  })

  test('a file name may not be missing, nor carry a folder', async () => {
    expect((await office.upload('', 'a')).status).toBe(400)
    const { body } = await office.upload('../../etc/名录.csv', 'b')
    expect(body).toMatchObject({ source: { fileName: '名录.csv' } })
  })
})
