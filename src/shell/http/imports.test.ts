import { setTimeout as wait } from 'node:timers/promises'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
})

afterAll(() => open.close())

const TABLE = [
  '证券代码,企业全称,所在地,2023年营业收入（万元）',
  '600001,甲钢铁股份有限公司,江苏省苏州市,"1,234.5"',
  '600002,乙电子股份有限公司,上海,987',
  '60003,丙代码不全的公司,北京,12',
  '600004,,广州,34',
].join('\n')

const MAPPING = {
  id: 'office-firms',
  version: 1,
  title: { zh: '企业名录', en: 'Directory of firms' },
  source: {
    class: 'authoritative-table',
    publisher: '市工业和信息化局',
    publishedOn: '2024-03-01',
    label: 'public',
  },
  match: { columns: ['证券代码', '企业全称'] },
  fields: {
    code: {
      column: '证券代码',
      steps: [{ trim: true }, { part: { pattern: '^\\d{6}$' } }],
      required: true,
    },
    name: { column: '企业全称', steps: [{ trim: true }], required: true },
    revenue: { column: '2023年营业收入（万元）', steps: [{ number: { unit: '万元' } }] },
  },
  claims: [
    {
      subject: { kind: 'firm', scheme: 'stock-code', code: '{code}' },
      property: 'name',
      text: '{name}',
    },
    {
      subject: { kind: 'firm', scheme: 'stock-code', code: '{code}' },
      property: 'revenue',
      quantity: '{revenue}',
      validFrom: '2023-01-01',
      validTo: '2023-12-31',
    },
  ],
}

interface Job {
  id: string
  state: string
  report: Record<string, number> | null
  problem: unknown
}

async function bring(client: Client, text: string, name = '名录.csv'): Promise<string> {
  const { body } = await client.upload(name, text)
  return (body as { source: { id: string } }).source.id
}

async function importAs(client: Client, body: object): Promise<Job> {
  const started = await client.send('POST', '/api/imports', body)
  expect(started).toMatchObject({ status: 202 })
  const { job } = started.body as { job: { id: string } }
  for (;;) {
    const { body: now } = await client.get(`/api/jobs/${job.id}`)
    if (!['waiting', 'running'].includes((now as Job).state)) return now
    await wait(50)
  }
}

describe('a table', () => {
  test('is previewed: what it was taken for, its head, and what becomes of each row', async () => {
    const source = await bring(office, TABLE)
    const bare = await office.send('POST', `/api/sources/${source}/preview`, {})
    expect(bare).toMatchObject({
      status: 200,
      body: {
        takenFor: { en: 'a text table (CSV)' },
        head: { firstDataRow: 2 },
        proposals: [{ saved: false }],
      },
    })
    const { columns } = bare.body as { columns: object[] }
    expect(columns.slice(0, 2)).toMatchObject([
      { means: { role: 'key', scheme: 'stock-code' } },
      { means: { role: 'name', kind: 'firm' } },
    ])
    const corrections = [{ column: 1, means: { role: 'property', property: 'note' } }]
    const said = await office.send('POST', `/api/sources/${source}/preview`, { corrections })
    expect((said.body as { columns: object[] }).columns[1]).toMatchObject({
      means: { role: 'property', property: 'note' },
      confidence: 1,
    })
    const mapped = await office.send('POST', `/api/sources/${source}/preview`, { mapping: MAPPING })
    expect(mapped).toMatchObject({
      status: 200,
      body: { mapping: MAPPING.id, counts: { ok: 2, refused: 2, claims: 4 } },
    })
    expect((await office.get(`/api/sources/${source}/window`)).body).toMatchObject({ rows: [] })
  })

  test('a rehearsal counts and leaves no trace', async () => {
    const source = await bring(office, TABLE)
    const job = await importAs(office, { source, mapping: MAPPING, dryRun: true })
    expect(job).toMatchObject({ state: 'done', problem: null })
    expect((await office.get('/api/firms')).body).toEqual({ items: [], next: null })
    expect((await office.get(`/api/sources/${source}`)).body).toMatchObject({ claims: 0 })
  })

  test('is seen only once it is published, and then each figure leads to its cell', async () => {
    const source = await bring(office, TABLE)
    const job = await importAs(office, { source, mapping: MAPPING })
    expect(job).toMatchObject({
      state: 'done',
      report: { new: 2, refused: 2, claims: 4 },
      batch: { source: { id: source }, state: 'ready', dryRun: false },
    })
    expect((await office.get('/api/firms')).body).toEqual({ items: [], next: null })

    const rehearsed = await office.send('POST', `/api/jobs/${job.id}/publish`, { dryRun: true })
    expect(rehearsed).toMatchObject({ status: 200, body: { decision: null, claims: 4 } })
    expect((await office.get('/api/firms')).body).toEqual({ items: [], next: null })
    const published = await office.send('POST', `/api/jobs/${job.id}/publish`, {})
    expect(published).toMatchObject({ status: 200, body: { claims: 4 } })

    const { items } = (await office.get('/api/firms')).body as {
      items: { id: string; name: string }[]
    }
    expect(items).toHaveLength(2)
    const first = items.find(({ name }) => name.startsWith('甲'))
    const firm = (await office.get(`/api/things/${first?.id}`)).body as {
      values: { readings: { figure: { id: string; number: string; unit: string } }[] }[]
    }
    const figure = firm.values[0]?.readings[0]?.figure
    expect(figure).toMatchObject({ number: '12345000', unit: '元' })
    const ground = await office.get(`/api/figures/${figure?.id}`)
    expect(ground.body).toMatchObject({
      kind: 'span',
      claim: {
        quote: '1,234.5',
        locator: { row: 2, cells: 'D2' },
        source: { id: source, publisher: '市工业和信息化局', label: 'public' },
      },
    })
    const { claim } = ground.body as { claim: { id: string } }
    expect((await office.send('POST', `/api/claims/${claim.id}/check`)).body).toEqual({
      result: 'matches',
      found: '1,234.5',
      characters: 7,
      place: null,
    })
  })

  test('what was published can be taken back, and let stand again', async () => {
    const source = await bring(office, TABLE)
    const job = await importAs(office, { source, mapping: MAPPING, publish: true })
    const firmsNow = async (): Promise<number> =>
      ((await office.get('/api/firms')).body as { items: object[] }).items.length
    const reason = { reason: '来源有误' }
    const turn = (kind: string) => office.send('POST', `/api/jobs/${job.id}/${kind}`, reason)
    expect(await turn('withdraw')).toMatchObject({ status: 200 })
    expect(await firmsNow()).toBe(0)
    expect(await turn('withdraw')).toMatchObject({ status: 409 })
    expect(await turn('restore')).toMatchObject({ status: 200 })
    expect(await firmsNow()).toBe(2)
  })

  test('again changes nothing, and a corrected row says so', async () => {
    const source = await bring(office, TABLE)
    const again = await importAs(office, { source, mapping: MAPPING, publish: true })
    expect(again).toMatchObject({ state: 'done', report: { same: 2, new: 0, claims: 0 } })
    const corrected = await bring(office, TABLE.replace('987', '988'), '更正.csv')
    const changed = await importAs(office, { source: corrected, mapping: MAPPING })
    expect(changed).toMatchObject({ report: { same: 1, changed: 1, refused: 2 } })
  })

  test('refused rows come back as a workbook with their reasons', async () => {
    const source = await bring(office, TABLE)
    const job = await importAs(office, { source, mapping: MAPPING })
    const rows = await office.get(`/api/jobs/${job.id}/rows?outcome=refused`)
    expect(rows.body).toMatchObject({
      items: [
        { first: 4, outcome: 'refused', reasons: [{ cells: 'A4' }] },
        { first: 5, outcome: 'refused', reasons: [{ cells: 'B5' }] },
      ],
    })
    const bytes = await office.bytes(`/api/jobs/${job.id}/refused`)
    const [sheet] = await readXlsxFile(Buffer.from(bytes))
    const [head, first] = sheet?.data ?? []
    expect(head).toEqual(['证券代码', '企业全称', '所在地', '2023年营业收入(万元)', '拒收原因'])
    expect(first?.slice(0, 4)).toEqual(['60003', '丙代码不全的公司', '北京', '12'])
    expect(first?.[4]).toContain('A4')
  })

  test('a kept mapping is offered for the next table of its shape', async () => {
    const kept = await office.send('PUT', `/api/mappings/${MAPPING.id}`, MAPPING)
    expect(kept).toMatchObject({ status: 200, body: { id: MAPPING.id, origin: 'office' } })
    const source = await bring(office, TABLE.replace('甲', '丁'), '下月名录.csv')
    const preview = await office.send('POST', `/api/sources/${source}/preview`, {})
    expect(preview.body).toMatchObject({
      mapping: MAPPING.id,
      proposals: [{ mapping: { id: MAPPING.id }, saved: true }, { saved: false }],
    })
    const { items } = (await office.get('/api/mappings')).body as { items: { id: string }[] }
    expect(items.map(({ id }) => id)).toContain('ckg-companies')
  })
})

describe('what cannot be imported is said', () => {
  test('a mapping that asks for a column that is not there', async () => {
    const source = await bring(office, 'a,b\n1,2', '别的.csv')
    const job = await importAs(office, { source, mapping: { ...MAPPING, match: {} } })
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'column-missing' } })
  })

  test('a file that is no table, and a mapping that is none', async () => {
    const source = await bring(office, '%PDF-1.7 …', '其实是pdf.csv')
    const preview = await office.send('POST', `/api/sources/${source}/preview`, {})
    expect(preview.status).toBeGreaterThanOrEqual(400)
    expect(preview.status).toBeLessThan(500)
    const broken = { ...MAPPING, claims: [] }
    const refused = await office.send('POST', '/api/imports', { source, mapping: broken })
    expect(refused).toMatchObject({ status: 422, body: { code: 'mapping-invalid' } })
    const unknown = await office.send('POST', '/api/imports', { source, mapping: 'no-such' })
    expect(unknown).toMatchObject({ status: 404, body: { code: 'mapping-not-found' } })
  })

  test('a role that may not import', async () => {
    const source = await bring(office, TABLE)
    const firm = await open.signIn('leadFirm')
    const answer = await firm.send('POST', '/api/imports', { source, mapping: MAPPING })
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })
})
