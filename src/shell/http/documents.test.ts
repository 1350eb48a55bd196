import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDocx, makePdf, paragraph } from '../../graph/reading/document/documents.case.ts'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})

afterAll(() => open.close())

interface Source {
  id: string
  form: string | null
  mediaType: string
  class: string
  pages: number
  reading: { state: string; problem: { code: string } | null; cautions: object[] } | null
}

async function bring(name: string, bytes: string | Uint8Array): Promise<Source> {
  const { body } = await office.upload(name, bytes)
  return (body as { source: Source }).source
}

/** Reads a source to its end, well or badly, and answers it as it is then. */
async function readText(id: string): Promise<Source> {
  const started = await office.send('POST', `/api/sources/${id}/text`)
  expect(started).toMatchObject({ status: 202 })
  const { job } = started.body as { job: { id: string } }
  await endOf(job.id)
  return (await office.get(`/api/sources/${id}`)).body
}

async function endOf(job: string): Promise<unknown> {
  for (;;) {
    const { body } = await office.get(`/api/jobs/${job}`)
    if (!['waiting', 'running'].includes((body as { state: string }).state)) return body
    await wait(30)
  }
}

const windowOf = async (id: string, query = ''): Promise<object> =>
  (await office.get(`/api/sources/${id}/window${query}`)).body

const page = (...texts: string[]) => texts.map((text, at) => ({ x: 40, y: 780 - at * 20, text }))

describe('a PDF', () => {
  const bytes = makePdf([
    page('关于培育氢能产业链的意见', '全市产业规模五百亿元'),
    [],
    page('甲公司的电堆占全国35%', '乙公司占20%'),
  ])
  let id = ''

  test('is known by its bytes, and nothing of it is shown before it was read', async () => {
    const source = await bring('意见.txt', bytes)
    expect(source).toMatchObject({
      form: 'document',
      mediaType: 'application/pdf',
      class: 'machine-read',
      reading: null,
      pages: 0,
    })
    id = source.id
    expect(await windowOf(id)).toMatchObject({ kind: 'text', text: '', total: 0, page: null })
  })

  test('is read page by page, with what a reader should know', async () => {
    expect(await readText(id)).toMatchObject({
      pages: 3,
      parts: [],
      reading: {
        state: 'done',
        problem: null,
        pages: 3,
        characters: 45,
        cautions: [{ code: 'page-without-text', count: 1, page: 2 }],
      },
    })
    expect(await windowOf(id)).toMatchObject({ page: 1, pages: 3, first: 0, total: 45 })
    expect(await windowOf(id, '?page=2')).toMatchObject({ page: 2, text: '', first: 24 })
    expect(await windowOf(id, '?page=3')).toMatchObject({
      ...{ page: 3, first: 24, text: '甲公司的电堆占全国35%\n乙公司占20%\n' },
    })
    expect(await windowOf(id, '?start=30')).toMatchObject({ page: 3 })
    expect(await windowOf(id, '?page=9')).toMatchObject({ page: 3 })
  })

  test('read again is the same job, and nothing changes', async () => {
    const before = await windowOf(id, '?page=3')
    await readText(id)
    expect(await windowOf(id, '?page=3')).toEqual(before)
    const { items } = (await office.get('/api/jobs')).body as { items: { kind: string }[] }
    expect(items.filter(({ kind }) => kind === 'read-document')).toHaveLength(1)
  })

  test('carries claims, whose place is read again from the bytes, page, line and letter', async () => {
    const table = await bring('摘录.csv', '文件,企业,说明,引文\n意见.txt,甲,市场份额,占全国35%')
    const mapping = {
      id: 'quotes',
      version: 1,
      title: { zh: '摘录', en: 'Quotes' },
      source: { class: 'authoritative-table', publisher: '示例市', label: 'public' },
      match: { columns: ['文件'] },
      fields: {
        document: { column: '文件', required: true },
        firm: { column: '企业', required: true },
        text: { column: '说明', required: true },
        quote: { column: '引文', required: true },
      },
      claims: [
        {
          subject: { kind: 'firm', scheme: 'list:x', code: '{firm}' },
          property: 'note',
          text: '{text}',
        },
      ],
      evidence: { document: '{document}', quote: '{quote}' },
    }
    const started = await office.send('POST', '/api/imports', { source: table.id, mapping })
    await endOf((started.body as { job: { id: string } }).job.id)
    const { items } = (await office.get(`/api/sources/${id}/claims`)).body as {
      items: { id: string; quote: string; locator: { start: number } }[]
    }
    expect(items).toMatchObject([{ quote: '占全国35%', locator: { start: 30, end: 36 } }])
    const claim = items[0]?.id ?? ''
    expect(await windowOf(id, '?page=3')).toMatchObject({ spans: [{ claim, start: 6, end: 12 }] })
    expect(await windowOf(id, '?page=1')).toMatchObject({ spans: [] })
    const checked = await office.send('POST', `/api/claims/${claim}/check`)
    expect(checked.body).toEqual({
      ...{ result: 'matches', found: '占全国35%', characters: 6 },
      place: { page: 3, line: 1, letter: 7 },
    })
  })

  test('that was read as a document is not imported as a table, nor a table read as one', async () => {
    const mapping = { id: 'x', version: 1, title: { zh: '甲', en: 'x' } }
    const refused = await office.send('POST', '/api/imports', { source: id, mapping })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    const { items } = (await office.get('/api/sources')).body as { items: Source[] }
    const table = items.find(({ form }) => form === 'table')
    const again = await office.send('POST', `/api/sources/${table?.id}/text`)
    expect(again).toMatchObject({ status: 409, body: { code: 'source-is-table' } })
  })
})

describe('a document that cannot be read', () => {
  test('stays a source with its bytes, says why, and keeps nobody else out', async () => {
    const scan = await bring('扫描件.pdf', makePdf([[], []]))
    const good = await bring('正文.docx', makeDocx(paragraph('第一条') + paragraph('第二条')))
    expect(await readText(scan.id)).toMatchObject({
      reading: {
        state: 'failed',
        problem: { code: 'document-scanned', detail: expect.stringContaining('2') },
      },
    })
    expect(await windowOf(scan.id)).toMatchObject({ text: '', total: 0 })
    expect((await office.bytes(`/api/sources/${scan.id}/original`)).length).toBeGreaterThan(100)
    expect(await readText(good.id)).toMatchObject({ pages: 0, reading: { state: 'done' } })
    expect(await windowOf(good.id)).toMatchObject({ text: '第一条\n第二条\n', page: null })
    // Asked again it is tried again, under a job of its own.
    expect(await readText(scan.id)).toMatchObject({ reading: { state: 'failed' } })
    const { items } = (await office.get('/api/jobs')).body as { items: { title: string }[] }
    expect(items.filter(({ title }) => title === '扫描件')).toHaveLength(2)
  })

  test('is asked for by those alone who may bring sources', async () => {
    const { id } = await bring('附.html', '<!doctype html><p>正文')
    const chief = await open.signIn('chief')
    expect(await chief.send('POST', `/api/sources/${id}/text`)).toMatchObject({ status: 403 })
    expect(await open.stranger.send('POST', `/api/sources/${id}/text`)).toMatchObject({
      status: 401,
    })
  })
})
