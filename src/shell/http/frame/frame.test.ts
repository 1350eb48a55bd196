import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenApp, openApp } from '../open-app.case.ts'
import { languageOf } from './language.ts'

let open: OpenApp

beforeAll(async () => {
  open = await openApp()
})

afterAll(() => open.close())

describe('problems', () => {
  test('what is wrong with a request is said field by field, in both languages', async () => {
    const body = { name: '', kind: 'club' }
    const zh = await open.operator.send('POST', '/api/organisations', body)
    const en = await open.operator.send('POST', '/api/organisations', body, {
      'Accept-Language': 'en',
    })
    expect(zh).toMatchObject({ status: 400, body: { code: 'invalid-input', status: 400 } })
    const fields = (answer: typeof zh) =>
      (answer.body as { fields: { path: string; message: string }[] }).fields
    expect(fields(zh).map(({ path }) => path)).toEqual(['name', 'kind'])
    expect(fields(en).map(({ path }) => path)).toEqual(['name', 'kind'])
    expect(fields(zh)[0]?.message).toMatch(/\p{Script=Han}/u)
    expect(fields(en)[0]?.message).not.toMatch(/\p{Script=Han}/u)
  })

  test('a body that is no JSON, a wrong id and an unknown address are said plainly', async () => {
    const broken = await open.app.request('http://localhost:7310/api/organisations', {
      method: 'POST',
      headers: {
        Host: 'localhost',
        Authorization: `Bearer ${open.installation.localToken}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': 'a-broken-body',
      },
      body: '{"name":',
    })
    expect(broken.status).toBe(400)
    expect(await open.operator.get('/api/things/not-an-id')).toMatchObject({ status: 400 })
    expect(await open.operator.get('/api/nowhere')).toMatchObject({ status: 404 })
  })

  test('a problem carries the number of its request and no trace of the inside', async () => {
    const { headers, body } = await open.operator.get('/api/nowhere')
    expect((body as { instance: string }).instance).toBe(headers.get('X-Request-Id'))
    expect(JSON.stringify(body)).not.toMatch(/\bat \/|node_modules|select |\.ts\b/)
  })
})

describe('limits', () => {
  test('a body that is too large is refused by its announced length', async () => {
    const length = { 'Content-Length': String(2 * 1024 * 1024) }
    const answer = await open.operator.send('POST', '/api/organisations', {}, length)
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'too-large', detail: '上限为 1 MiB' },
    })
  })

  test('a file is counted while it comes, whatever length was announced', async () => {
    const small = await openApp({ LIANSHU_UPLOAD_LIMIT: '1' })
    try {
      const answer = await small.operator.upload('大表.csv', 'x'.repeat(1024 * 1024 + 1))
      expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } })
      expect((await small.operator.get('/api/sources')).body).toMatchObject({ items: [] })
    } finally {
      await small.close()
    }
  })

  test('JSON of unknown length is refused, a file is not', async () => {
    const chunked = { 'Transfer-Encoding': 'chunked' }
    const json = await open.operator.send('POST', '/api/organisations', {}, chunked)
    expect(json.status).toBe(413)
    const file = await open.operator.send('POST', '/api/sources', 'a,b', {
      ...chunked,
      'X-File-Name': 'a.csv',
    })
    expect(file.status).toBe(201)
  })
})

describe('headers', () => {
  test('answers may not be framed, sniffed, cached or sent to other sites', async () => {
    const { headers } = await open.operator.get('/api/roles')
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(headers.get('Vary')).toContain('Accept-Encoding')
  })

  test('long answers are compressed for those who take it', async () => {
    const plain = await open.operator.get('/api/vocabulary')
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    const packed = await open.app.request('http://localhost:7310/api/vocabulary', {
      headers: {
        Host: 'localhost',
        Authorization: `Bearer ${open.installation.localToken}`,
        'Accept-Encoding': 'gzip',
      },
    })
    expect(packed.headers.get('Content-Encoding')).toBe('gzip')
  })
})

test.each([
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr,en;q=0.5,zh;q=0.7', 'zh'],
  ['en;q=0,zh', 'zh'],
  ['de', 'zh'],
  [undefined, 'zh'],
] as const)('Accept-Language %s is answered in %s', (header, language) => {
  expect(languageOf(header, 'zh')).toBe(language)
})
