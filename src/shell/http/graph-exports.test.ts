import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '../../base/index.ts'
import { parseMoneySchema, propertiesOfSchema } from '../../graph/portable/index.ts'
import { openArchive, READ_LIMITS } from '../../graph/reading/index.ts'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'

let open: OpenApp
let office: Client
/** The parts of a copy for each audience. */
let outside: ReadonlyMap<string, string>
let inside: ReadonlyMap<string, string>

const FORMULA = '=HYPERLINK("http://x")'
const RARE = '𠮷田电子公司'
const FIRMS = [
  '代码,企业,区划,国家,客户,收入（万元）,说明',
  `600001,甲钢铁公司,320500,,,">1,234.5",${'"=HYPERLINK(""http://x"")"'}`,
  `600002,${RARE},310000,,600001,987,常规`,
  '600003,CANARY PARTNER LLC,,US,600001,55,供货',
].join('\n')
const INNER = '代码,企业,收入（万元）\n600009,金丝雀内部公司,98765432109\n'

const mapping = (id: string, label: string, columns: string[], more: object[], fields: object) => ({
  ...{ id, version: 1, title: { zh: id, en: id }, match: { columns } },
  source: { class: 'authoritative-table', publisher: '市统计局', publishedOn: '2024-03-01', label },
  fields: {
    code: { column: '代码', required: true },
    name: { column: '企业', required: true },
    revenue: { column: '收入（万元）', steps: [{ number: { unit: '万元' } }] },
    ...fields,
  },
  claims: [
    { subject: FIRM, property: 'name', text: '{name}' },
    { subject: FIRM, property: 'revenue', quantity: '{revenue}', validFrom: '2023-01-01' },
    ...more,
  ],
})
const FIRM = { kind: 'firm', scheme: 'stock-code', code: '{code}' }
const PLACED = { subject: FIRM, property: 'locatedIn' }

const OPEN = mapping(
  'open-firms',
  'public',
  ['代码', '企业', '区划'],
  [
    { subject: FIRM, property: 'note', text: '{note}' },
    { ...PLACED, object: { kind: 'division', scheme: 'division', code: '{division}' } },
    { ...PLACED, object: { kind: 'division', scheme: 'country', code: '{country}' } },
    { subject: FIRM, property: 'supplies', object: { ...FIRM, code: '{customer}' } },
  ],
  {
    note: { column: '说明' },
    customer: { column: '客户' },
    division: { column: '区划' },
    country: { column: '国家' },
  },
)
const CLOSED = mapping('inner-firms', 'internal', ['代码', '企业'], [], {})

async function bring(name: string, text: string, how: object): Promise<void> {
  const { body } = await office.upload(name, text)
  const { source } = body as { source: { id: string } }
  const asked = { source: source.id, mapping: how, publish: true }
  const started = await office.send('POST', '/api/imports', asked)
  expect(started).toMatchObject({ status: 202, body: { job: {} } })
  const { job } = started.body as { job: { id: string } }
  for (;;) {
    const now = (await office.get(`/api/jobs/${job.id}`)).body as { state: string; report: object }
    if (!['waiting', 'running'].includes(now.state)) {
      expect(now).toMatchObject({ state: 'done', report: { refused: 0, held: 0 } })
      return
    }
    await wait(50)
  }
}

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  await bring('企业.csv', FIRMS, OPEN)
  await bring('内部.csv', INNER, CLOSED)
  outside = await unzip(await exported('public'))
  inside = await unzip(await exported('internal'))
})

afterAll(() => open.close())

const exported = (audience: string): Promise<Uint8Array> =>
  office.bytes('/api/graph/export', { chain: null, audience })

/** The parts of a zip by their names, opened by a library that shares nothing with its writer. */
async function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
  const archive = await openArchive(bytes, READ_LIMITS)
  const files = new Map<string, string>()
  for (const name of archive.names) {
    const parts: Uint8Array[] = []
    for await (const part of archive.part(name)) parts.push(part)
    files.set(name, Buffer.concat(parts).toString('utf8'))
  }
  return files
}

const rows = (text: string | undefined): Record<string, string>[] =>
  parse(text ?? '', { columns: true, bom: true })

test('the preview tells what will be hidden before anything leaves', async () => {
  const told = await office.get('/api/graph/review')
  expect(told).toMatchObject({ status: 200, body: { title: '全部图谱', audience: 'public' } })
  const { hidden } = told.body as { hidden: { reason: string; facts: number }[] }
  expect(hidden.map(({ reason, facts }) => [reason, facts])).toEqual([
    ['label', 2],
    ['partner', 5],
  ])
  const within = (await office.get('/api/graph/review?audience=internal')).body as {
    hidden: { reason: string }[]
  }
  expect(within.hidden.map(({ reason }) => reason)).toEqual(['partner'])
})

test('CSV holds what the interface shows, quoted, ungenerous to formulas, whole to the rare', async () => {
  const files = outside
  expect([...files.keys()]).toEqual([
    ...['about.csv', 'things.csv', 'relations.csv', 'values.csv', 'sources.csv'],
    ...['graph.jsonld', 'entities.ftm.jsonl', 'ftm-extension.json'],
  ])
  expect(files.get('things.csv')?.startsWith('\ufeff')).toBe(true)
  const things = rows(files.get('things.csv'))
  expect(things.map(({ name }) => name)).toContain(RARE)
  const values = rows(files.get('values.csv'))
  expect(
    values.find((row) => row.property === 'note' && row.subject_name === '甲钢铁公司')?.printed,
  ).toBe(`'${FORMULA}`)
  const revenue = values.find(
    ({ property, subject_name }) => property === 'revenue' && subject_name === '甲钢铁公司',
  )
  const page = (await office.get(`/api/things/${revenue?.subject}`)).body as {
    values: { property: string; readings: { figure: Record<string, string> }[] }[]
  }
  const shown = page.values.find(({ property }) => property === 'revenue')?.readings[0]?.figure
  expect(revenue).toMatchObject({
    ...{ printed: shown?.text, operator: '>', number: shown?.number, unit: '元' },
    ...{ cells: 'F2', row: '2', quote: '>1,234.5' },
  })
  const relations = rows(files.get('relations.csv')).filter(
    ({ property }) => property === 'supplies',
  )
  expect(relations).toMatchObject([{ subject_name: RARE, object_name: '甲钢铁公司' }])
  expect(
    rows(files.get('about.csv'))
      .map(({ text }) => text)
      .join(),
  ).toContain('企业的境外合作方：隐去 5 条事实')
})

test('no part carries what its readers may not know, in any byte', () => {
  const [forPublic, forInside] = [outside, inside].map((files) => [...files.values()].join('\n'))
  const partner = 'CANARY PARTNER LLC'
  for (const canary of ['金丝雀内部公司', '98765432109', '600009', '内部.csv', partner]) {
    expect(forPublic).not.toContain(canary)
  }
  expect(forInside).toContain('金丝雀内部公司')
  expect(forInside).not.toContain(partner)
  expect(forPublic).toContain(RARE)
})

test('JSON-LD says of each fact its source, its reading, its place and its words', () => {
  const document = JSON.parse(outside.get('graph.jsonld') ?? '')
  const context = document['@context'] as Record<string, string | { '@id': string }>
  expect(Object.values(context).every((term) => typeof term === 'string' || '@id' in term)).toBe(
    true,
  )
  const iriOf = (term: string): string => {
    const found = context[term]
    const id = typeof found === 'string' ? found : (found?.['@id'] ?? term)
    const [prefix = '', rest] = id.split(/:(?!\/\/)/u)
    const base = context[prefix]
    return rest !== undefined && typeof base === 'string' ? `${base}${rest}` : id
  }
  const ids = new Set(document['@graph'].map((node: { '@id': string }) => node['@id']))
  const terms = (node: unknown): string[] =>
    node === null || typeof node !== 'object'
      ? []
      : Object.entries(node).flatMap(([key, value]) => [key, ...terms(value)])
  const used = new Set(terms(document['@graph']).filter((key) => !/^(@|\d)/u.test(key)))
  for (const term of used)
    expect({ term, iri: iriOf(term) }).toMatchObject({
      iri: expect.stringMatching(/^(https?|urn):/u),
    })
  const facts = document['@graph'].filter((node: object) => 'wasDerivedFrom' in node)
  expect(facts.length).toBeGreaterThan(5)
  for (const each of facts) {
    for (const end of [each.wasDerivedFrom, each.wasGeneratedBy, each.subject]) {
      expect(ids.has(end)).toBe(true)
    }
    expect(each.hasTarget.hasSelector).toContainEqual(
      expect.objectContaining({ '@type': 'oa:FragmentSelector' }),
    )
  }
})

test('every line of FollowTheMoney fits the schema that is published beside it', async () => {
  const money = parseMoneySchema(JSON.parse(outside.get('ftm-extension.json') ?? ''))
  expect(money).toEqual(JSON.parse(await readFile('packs/ftm-extension/schema.json', 'utf8')))
  const lines = (outside.get('entities.ftm.jsonl') ?? '').trim().split('\n')
  const entities = lines.map((line) => JSON.parse(line))
  expect(new Set(entities.map(({ schema }) => schema))).toEqual(
    new Set(['ChainExport', 'Company', 'ChainObject', 'ChainFact', 'ChainLink']),
  )
  for (const { schema, properties } of entities) {
    const allowed = propertiesOfSchema(money, schema)
    expect(Object.keys(properties).filter((name) => !allowed.has(name))).toEqual([])
  }
})

test('that it left is in the log, with for whom and the hash of its bytes', async () => {
  const bytes = await exported('internal')
  const { store } = open.installation
  const { rows: entries } = await sql<{ body: string }>`
    select body from log_pending where command = 'graph.export'`.execute(store.read)
  const logged = entries.map(({ body }) => JSON.parse(body))
  expect(logged).toContainEqual(
    expect.objectContaining({
      input: expect.objectContaining({ audience: 'internal' }),
      output: expect.objectContaining({ sha256: sha256Hex(bytes) }),
    }),
  )
})

test('a firm may export nothing, and a desk of one person says so on every copy', async () => {
  const firm = await open.signIn('memberFirm')
  expect((await firm.get('/api/graph/review')).status).toBe(403)
  office = await open.signIn('office')
  await office.send('PUT', '/api/desk', { mode: 'one-person', reason: '只有一人在岗' })
  const { body } = await office.get('/api/graph/review')
  expect(body).toMatchObject({ stamps: [{ zh: '一人工作台模式：未经另一人复核' }] })
})
