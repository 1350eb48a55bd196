import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { z } from 'zod'
import { parseQuantity } from '../../base/index.ts'
import { stateClaims, type Thing, thingId } from '../../graph/evidence/index.ts'
import { openArchive, READ_LIMITS } from '../../graph/reading/index.ts'
import { PUBLIC_LABEL } from '../../trust/access/index.ts'
import { apiThrough } from '../cli/api.ts'
import { verbCollect } from '../cli/collect.ts'
import { type Client, HOST, type OpenApp, openApp, TOKEN } from './open-app.case.ts'
import type {
  CollectionCell,
  CollectionHead,
  CollectionPlan,
  CollectionRecipient,
  CollectionView,
} from './schemas/collections.ts'

type View = z.infer<typeof CollectionView>
type Recipient = z.infer<typeof CollectionRecipient>
type Cells = { items: z.infer<typeof CollectionCell>[]; total: number }

const CHAIN: Thing = { kind: 'chain', scheme: 'list:test', code: 'chain' }
const STAGE: Thing = { kind: 'stage', scheme: 'list:test', code: 'stage' }
const MINE: Thing = { kind: 'firm', scheme: 'credit-code', code: '914403001922038216' }
const OTHER: Thing = { kind: 'firm', scheme: 'list:test', code: '别家电子' }

let open: OpenApp
let office: Client
let member: Client
let round = ''

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  const { store, random, now, rules, operator } = open.installation
  const actor = await operator()
  const context = { store, actor, now: now(), random, key: null, dryRun: false }
  const say = (subject: Thing, property: string, said: string | Thing) => {
    const isText = typeof said === 'string'
    const quantity = isText ? parseQuantity(said) : null
    const text = isText && quantity === null ? said : null
    const object = isText ? null : said
    return { subject, property, object, text, quantity, validFrom: null, validTo: null }
  }
  await stateClaims(context, rules, {
    note: '登记一',
    facts: {
      ...{ title: '登记', publisher: '示例市', publishedOn: '2026-01-05', class: 'typed' },
      ...{ label: PUBLIC_LABEL.id, origin: null, synthetic: false },
    },
    claims: [
      ...[say(CHAIN, 'name', '示例链'), say(STAGE, 'name', '环节')],
      say(STAGE, 'belongsToChain', CHAIN),
      ...[say(MINE, 'name', '=甲通讯公司'), say(MINE, 'belongsToStage', STAGE)],
      ...[say(OTHER, 'name', '别家电子公司'), say(OTHER, 'belongsToStage', STAGE)],
      say(MINE, 'revenue', '3.5亿元'),
    ],
    things: [],
  })
  const me = (await (await open.signIn('memberFirm')).get('/api/session')).body as {
    organisation: { id: string }
  }
  const manager = await open.signIn('administrator')
  const path = `/api/organisations/${me.organisation.id}`
  expect((await manager.send('PATCH', path, { creditCode: MINE.code })).status).toBe(200)
  member = await open.signIn('memberFirm')
})

afterAll(() => open.close())

const view = async (client: Client): Promise<View> =>
  (await client.get(`/api/collections/${round}`)).body

const ordinalOf = async (name: string): Promise<number> =>
  (await view(office)).recipients.find((each) => each.name === name)?.ordinal ?? 0

/** The table of a workbook as rows of texts. */
async function tableOf(bytes: Uint8Array): Promise<string[][]> {
  const sheets = await readXlsxFile(Buffer.from(bytes))
  return (sheets[1]?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')))
}

const written = async (rows: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const data = rows.map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String })),
  )
  return new Uint8Array(await writeXlsxFile([{ sheet: '另存', data }], {}).toBuffer())
}

describe('a collection round', () => {
  test('is planned and composed by the office alone, and asks only what nobody knows', async () => {
    const chain = thingId((await open.installation.operator()).tenant, CHAIN)
    const asked = { chain, kind: 'firm', properties: ['revenue', 'employees', 'tier'] }
    expect((await member.send('POST', '/api/collections/plan', asked)).status).toBe(403)
    const plan = await office.send('POST', '/api/collections/plan', asked)
    expect(plan.body as z.infer<typeof CollectionPlan>).toMatchObject({
      ...{ things: 2, asked: 5, missing: 5, saved: { known: 1 } },
    })
    const said = { title: '年度收数', period: '2025年', due: '2099-12-31' }
    const wrong = { ...asked, ...said, period: '某年' }
    expect((await office.send('POST', '/api/collections', wrong)).status).toBe(400)
    const made = await office.send('POST', '/api/collections', { ...asked, ...said })
    expect(made.status).toBe(201)
    round = (made.body as { id: string }).id
    expect(((await member.get('/api/collections')).body as { items: object[] }).items).toEqual([])
    expect((await member.get(`/api/collections/${round}`)).status).toBe(404)
    expect((await office.send('POST', `/api/collections/${round}/send`, {})).status).toBe(200)
    expect((await office.send('POST', `/api/collections/${round}/send`, {})).status).toBe(409)
  })

  test('shows a firm its own workbook and cells, and nothing of the others', async () => {
    const { items } = (await member.get('/api/collections')).body as {
      items: z.infer<typeof CollectionHead>[]
    }
    expect(items).toMatchObject([{ recipients: 1, meter: { asked: 2 } }])
    expect((await view(member)).recipients.map(({ name }) => name)).toEqual(['=甲通讯公司'])
    const cells = (await member.get(`/api/collections/${round}/cells`)).body as Cells
    expect(cells.items.map(({ property }) => property).sort()).toEqual(['employees', 'tier'])
    const theirs = await ordinalOf('别家电子公司')
    const path = `/api/collections/${round}/workbooks`
    expect((await member.send('POST', path, { recipient: theirs })).status).toBe(404)
    const none = (await member.get(`/api/collections/${round}/cells?recipient=${theirs}`)).body
    expect((none as Cells).total).toBe(0)
    const stolen = await office.bytes(path, { recipient: theirs })
    const brought = await member.upload('x.xlsx', stolen, '/api/collections/returns')
    expect(brought.status).toBe(404)
    const decide = { kind: 'accept', claims: [round] }
    expect((await member.send('POST', `/api/collections/${round}/decide`, decide)).status).toBe(403)
    const zip = await office.bytes(path, {})
    expect(Buffer.from(zip.slice(0, 2)).toString()).toBe('PK')
  })

  test('hands out a workbook that is locked but for what is asked and computes nothing', async () => {
    const ordinal = await ordinalOf('=甲通讯公司')
    const path = `/api/collections/${round}/workbooks`
    const bytes = await member.bytes(path, { recipient: ordinal })
    const archive = await openArchive(bytes, READ_LIMITS)
    const part = async (name: string): Promise<string> => {
      const chunks: Uint8Array[] = []
      for await (const chunk of archive.part(name)) chunks.push(chunk)
      return Buffer.concat(chunks).toString('utf8')
    }
    const sheet = await part('xl/worksheets/sheet2.xml')
    expect(sheet).toContain('<sheetProtection sheet="1"')
    expect(sheet).toMatch(/<col [^>]*hidden="1"/)
    expect(sheet).toMatch(/<row r="1"[^>]*hidden="1"/)
    expect(sheet).toContain('<dataValidation type="list"')
    expect(sheet).not.toContain('<f>')
    expect(await part('xl/styles.xml')).toContain('<protection locked="0"/>')
    const rows = await tableOf(bytes)
    const row = rows.find((cells) => cells[2] === '=甲通讯公司') ?? []
    expect(row.slice(1)).toEqual([MINE.code, '=甲通讯公司', '', ''])
    expect(rows.flat().filter((text) => text.includes('从业人数'))).not.toEqual([])
  })

  test('takes back what a firm saved under another name, and the office accepts it', async () => {
    const ordinal = await ordinalOf('=甲通讯公司')
    const path = `/api/collections/${round}/workbooks`
    const rows = await tableOf(await member.bytes(path, { recipient: ordinal }))
    const row = rows.find((cells) => cells[2] === '=甲通讯公司') ?? []
    const columns = rows[0] ?? []
    row[columns.indexOf('#employees')] = '约1200'
    row[columns.indexOf('#tier')] = '大巨人'
    const file = await written(rows)
    const returned = await member.upload('最终版(2).xlsx', file, '/api/collections/returns')
    expect(returned.status).toBe(201)
    const { recipient } = returned.body as { recipient: Recipient }
    expect(recipient.returns[0]).toMatchObject({
      ...{ fileName: '最终版(2).xlsx', counts: { answers: 1, unanswered: 1 } },
      problems: [{ code: 'value-choice', taken: false, given: '大巨人' }],
    })
    const waiting = (await office.get(`/api/collections/${round}/cells?state=waiting`))
      .body as Cells
    const [cell] = waiting.items
    expect(cell).toMatchObject({ property: 'employees', change: 'new', before: null })
    const claims = [cell?.claim ?? '']
    const decide = `/api/collections/${round}/decide`
    expect((await office.send('POST', decide, { kind: 'accept', claims })).status).toBe(200)
    const figure = (await office.get(`/api/figures/c.${claims[0]}`)).body as {
      claim: { quote: string; locator: { cells: string; sheet: string } }
    }
    expect(figure.claim).toMatchObject({ quote: '约1200', locator: { sheet: '另存' } })
    expect((await view(office)).meter).toMatchObject({ accepted: 1, waiting: 0, twice: 0 })
  })

  test('says of a workbook that is none of its own what it is', async () => {
    const returns = '/api/collections/returns'
    const alien = await written([
      ['企业', '营业收入'],
      ['甲', '1'],
    ])
    expect(await office.upload('别的.xlsx', alien, returns)).toMatchObject({
      ...{ status: 422, body: { code: 'collection-unrecognised' } },
    })
    const broken = await office.upload('坏.xlsx', 'PK not a zip', returns)
    expect(broken.status).toBeGreaterThanOrEqual(400)
    expect(broken.status).toBeLessThan(500)
    const nowhere = `${returns}?round=00000000-0000-8000-8000-000000000000`
    const ordinal = await ordinalOf('别家电子公司')
    const bytes = await office.bytes(`/api/collections/${round}/workbooks`, { recipient: ordinal })
    expect(await office.upload('串.xlsx', bytes, nowhere)).toMatchObject({
      ...{ status: 422, body: { code: 'collection-foreign' } },
    })
    const headless = (await tableOf(bytes)).slice(6)
    expect(await office.upload('无头.xlsx', await written(headless), returns)).toMatchObject({
      ...{ status: 422, body: { code: 'collection-head' } },
    })
  })

  test('asks each department for its own, and keeps what comes back to the office', async () => {
    const chain = thingId((await open.installation.operator()).tenant, CHAIN)
    const { items } = (await office.get('/api/collections/departments')).body as {
      items: { id: string }[]
    }
    const [organisation = ''] = items.map(({ id }) => id)
    const part = [{ organisation, properties: ['profit'] }]
    const asked = { chain, kind: 'firm', properties: ['profit', 'output'], departments: part }
    const plan = await office.send('POST', '/api/collections/plan', asked)
    expect(plan.body as z.infer<typeof CollectionPlan>).toMatchObject({ asked: 2, unassigned: 2 })
    const said = { title: '利润', period: '2025年', due: '2099-12-31', label: 'restricted' }
    const refused = await office.send('POST', '/api/collections', { ...asked, ...said })
    expect(refused.body).toMatchObject({ code: 'collection-unassigned' })
    const made = await office.send('POST', '/api/collections', {
      ...{ ...asked, ...said, properties: ['profit'] },
    })
    const { id } = made.body as { id: string }
    await office.send('POST', `/api/collections/${id}/send`, {})
    const rows = await tableOf(await office.bytes(`/api/collections/${id}/workbooks`, {}))
    const row = rows.find((cells) => cells[2] === '=甲通讯公司') ?? []
    row[(rows[0] ?? []).indexOf('#profit')] = '4321万元'
    const back = await office.upload('利润.xlsx', await written(rows), '/api/collections/returns')
    expect(back.status).toBe(201)
    const answers = (await office.get(`/api/collections/${id}/cells?state=waiting`)).body as Cells
    const claim = answers.items[0]?.claim ?? ''
    const accepted = { kind: 'accept', claims: [claim] }
    expect((await office.send('POST', `/api/collections/${id}/decide`, accepted)).status).toBe(200)
    expect((await office.get(`/api/figures/c.${claim}`)).status).toBe(200)
    expect((await member.get(`/api/figures/c.${claim}`)).status).toBe(404)
  })

  test('goes by the command line from its plan to what is accepted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lianshu-collect-'))
    const run = async (given: string[], options = {}): Promise<string[]> => {
      const lines: string[] = []
      const sent = { base: HOST, token: TOKEN, language: 'zh', close: async () => {} } as const
      const code = await verbCollect.run({
        ...{ config: open.config, language: 'zh', given, options },
        print: (line) => lines.push(line),
        progress: () => {},
        openApi: async () => apiThrough(async (request) => open.app.request(request), sent),
      })
      expect(code).toBe(0)
      return lines
    }
    const what = { properties: 'registeredCapital', chain: '示例链' }
    expect((await run(['plan'], what))[0]).toContain('2 个对象，应收 2 格（缺 2')
    const said = { ...what, title: '注册资本', period: '2025年', due: '2099-12-31' }
    const [code = '', cells] = (await run(['compose'], said))[0]?.split('\t') ?? []
    expect(cells).toBe('2')
    expect((await run(['send', code]))[0]).toContain('注册资本')
    expect(await run(['workbooks', code], { out: folder })).toHaveLength(2)
    const name = (await readdir(folder)).find((each) => each.includes('甲通讯')) ?? ''
    const rows = await tableOf(await readFile(join(folder, name)))
    const row = rows.find((each) => each[2] === '=甲通讯公司') ?? []
    row[(rows[0] ?? []).indexOf('#registeredCapital')] = '一百台'
    const path = join(folder, '回表.xlsx')
    await writeFile(path, await written(rows))
    expect((await run(['return', path])).join('\n')).toContain('一百台')
    row[(rows[0] ?? []).indexOf('#registeredCapital')] = '800'
    await writeFile(path, await written(rows))
    expect((await run(['return', path]))[0]).toMatch(/\t1\t0\t0$/u)
    expect(await run(['accept', code])).toEqual(['1'])
    expect((await run(['show', code]))[1]).toBe('收 2 项，答 1 项，重复收 0 项')
    expect((await run(['close', code]))[0]).toContain('已关闭')
    expect((await run([])).at(-1)).toContain('重复收 0 项')
    await rm(folder, { recursive: true, force: true })
  })
})
