import { sql } from 'kysely'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { sha256Hex } from '../../base/index.ts'
import { knownTo, listsOf, parseDefinition } from '../../graph/lists/index.ts'
import { openArchive, READ_LIMITS } from '../../graph/reading/index.ts'
import { ensureLabel, labelShape, PUBLIC_LABEL, seeing } from '../../trust/access/index.ts'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'
import type { ListReview } from './schemas/list-exports.ts'
import type { ListView } from './schemas/lists.ts'
import { CHAIN, firm, member, STAGE, state, thing } from './small-office.case.ts'

type View = z.infer<typeof ListView>
type Review = z.infer<typeof ListReview>

let open: OpenApp
let office: Client
let chainId = ''

const PERSON = '金丝雀某'
const PARTNER = 'CANARY GMBH'
const CLOSED = '金丝雀限定公司'
/** What no copy for the public may hold, in any byte. */
const SECRETS = [PERSON, PARTNER, CLOSED, '98765432109']

const column = (id: string, zh: string, align = 'start') => ({
  ...{ id, words: { zh, en: id }, align, from: [id] },
})

beforeAll(async () => {
  open = await openApp()
  office = await open.signIn('office')
  const { store, operator } = open.installation
  const me = (await office.get('/api/session')).body as { organisation: { id: string } }
  const somebody = await operator()
  const shape = labelShape('restricted', [me.organisation.id])
  const id = await store.transaction((tx) => ensureLabel(tx, somebody.tenant, shape), {
    tenant: somebody.tenant,
  })
  const actor = seeing(somebody, { ...shape, id })
  await state(open, '登记一', PUBLIC_LABEL.id, actor, [
    [CHAIN, 'name', '示例链'],
    [STAGE, 'name', '示例环节'],
    [STAGE, 'belongsToChain', CHAIN],
    ...member('a', '=甲电子有限公司', [firm('a'), 'revenue', '3.5亿元']),
    ...member('b', '+乙材料公司', [firm('b'), 'revenue', '12亿元']),
    ...member('c', PARTNER, [firm('c'), 'revenue', '9亿元']),
    [firm('c'), 'locatedIn', thing('division', 'NL', 'country')],
    [firm('c'), 'supplies', firm('a')],
    [firm('a'), 'employees', '120人'],
    [firm('d'), 'belongsToStage', STAGE],
  ])
  await state(open, `丙设备与 ${PARTNER} 签约`, PUBLIC_LABEL.id, actor, [
    ...member('e', '@丙设备公司', [firm('e'), 'revenue', '0.4亿元']),
  ])
  await state(open, `联系人 ${PERSON}`, PUBLIC_LABEL.id, actor, [
    [firm('a'), 'note', `联系人 ${PERSON}`],
    [thing('officeHolder', 'p'), 'name', PERSON],
  ])
  await state(open, '限定登记', id, actor, [
    [firm('b'), 'employees', '98765432109人'],
    [firm('d'), 'name', CLOSED],
  ])
  await drawList()
})

afterAll(() => open.close())

/** A list of all firms, as an office would write it. */
async function drawList(): Promise<void> {
  const words = (zh: string) => ({ zh, en: zh })
  const file = {
    ...{ id: 'firms', version: 1, order: 1, words: words('企业清单'), about: words('企业') },
    ...{ holds: ['firm'], scope: 'members', leaves: words('离开'), fill: words('导入') },
    enters: [{ rule: 'stages >= 1', words: words('属于本链') }],
    columns: [
      column('revenue', '营业收入', 'end'),
      column('employees', '从业人数', 'end'),
      column('note', '备注'),
    ],
    ...{ sort: [{ by: 'revenue', descending: true }], curated: true },
  }
  const definition = parseDefinition(file, knownTo(open.installation.vocabulary))
  Object.assign(open.installation, { lists: listsOf([definition]) })
  const { items } = (await office.get('/api/chains')).body as { items: { id: string }[] }
  chainId = items[0]?.id ?? ''
  const drawn = await office.send('POST', '/api/lists/firms/versions', { chain: chainId })
  expect(drawn).toMatchObject({ status: 201, body: { rows: 5 } })
}

const VERSION = '/api/lists/firms/versions/1'
const reviewFor = async (audience: string): Promise<Review> =>
  (await office.get(`${VERSION}/review?chain=${chainId}&audience=${audience}`)).body as Review
const exported = (format: string, audience = 'public'): Promise<Uint8Array> =>
  office.bytes(`${VERSION}/export`, { chain: chainId, audience, format })

/** All parts of a container, or the text itself, as one text. */
async function textIn(bytes: Uint8Array, format: string): Promise<string> {
  if (format === 'csv') return new TextDecoder().decode(bytes)
  const archive = await openArchive(bytes, READ_LIMITS)
  const parts: Uint8Array[] = []
  for (const name of archive.names) for await (const part of archive.part(name)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

test('the review names what is hidden, by which rule, and where', async () => {
  const { hidden, rows, audiences, stamps } = await reviewFor('public')
  expect(rows).toBe(3)
  expect(audiences.map(({ id }) => id)).toEqual(['public', 'internal'])
  expect(stamps.map(({ zh }) => zh)).toEqual(['草稿：尚未签发'])
  expect(hidden.map(({ where, what: _what, why: _why, ...line }) => line)).toEqual([
    { reason: 'label', rows: 1, cells: 1, quotes: 0 },
    { reason: 'partner', rows: 1, cells: 0, quotes: 2 },
    { reason: 'personal', rows: 0, cells: 1, quotes: 0 },
  ])
  expect(hidden.map(({ where }) => where.map(({ name, column: at }) => [name, at?.zh]))).toEqual([
    [
      ['+乙材料公司', '从业人数'],
      [CLOSED, undefined],
    ],
    [[PARTNER, undefined]],
    [['=甲电子有限公司', '备注']],
  ])
  expect(hidden.map(({ why }) => why.zh)).toContain(
    '与境内企业有供应、持股或依赖关系的境外企业，名称不外发',
  )
  const inside = await reviewFor('internal')
  expect(inside.hidden.map(({ reason }) => reason)).toEqual(['label', 'partner'])
})

describe.each(['xlsx', 'docx', 'csv'])('%s', (format) => {
  test('holds no restricted label, no person and no foreign partner in any byte', async () => {
    const bytes = await exported(format)
    const text = await textIn(bytes, format)
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('乙材料公司')
    expect(text).toContain('企业的境外合作方：隐去 1 行、0 格、2 处出处')
    const inside = await textIn(await exported(format, 'internal'), format)
    expect(SECRETS.filter((secret) => inside.includes(secret))).toEqual([PERSON])
    const { store } = open.installation
    const { rows } = await sql<{ body: string }>`
      select body from log_pending where command = 'list.export'`.execute(store.read)
    expect(rows.map(({ body }) => JSON.parse(body).output.sha256)).toContain(sha256Hex(bytes))
  })

  test('runs no cell that begins like a formula', async () => {
    const text = await textIn(await exported(format), format)
    if (format === 'csv') {
      expect(text).toContain("'=甲电子有限公司")
      expect(text).toContain("'+乙材料公司")
      expect(text).toContain("'@丙设备公司")
      expect(text).not.toMatch(/(^|,)[=+@]/mu)
    } else {
      expect(text).toContain('=甲电子有限公司')
      expect(text).not.toMatch(/<f[ >]|<w:fldSimple/u)
    }
  })
})

test('XLSX holds the figures that the interface shows, as numbers under a head with the unit', async () => {
  const [sheet, grounds] = await readXlsxFile(Buffer.from(await exported('xlsx')))
  expect([sheet?.sheet, grounds?.sheet]).toEqual(['清单', '依据'])
  const at = sheet?.data.findIndex(([first]) => first === '序') ?? -1
  const above = sheet?.data.slice(0, at).map(([first]) => String(first)) ?? []
  expect(above[0]).toBe('示例链企业清单')
  expect(above.join()).toMatch(/发文单位：.+日期：\d{4}年\d+月\d+日.+读者：向社会公开/u)
  const head = sheet?.data[at] ?? []
  expect(head.slice(0, 5)).toEqual(['序', '名称', '营业收入（亿元）', '从业人数（人）', '备注'])
  const view = (await office.get(`/api/lists/firms?chain=${chainId}`)).body as View
  const body = sheet?.data.slice(at + 1) ?? []
  expect(body).toHaveLength(3)
  for (const [, name, revenue] of body) {
    const row = view.rows.find((each) => each.name.text === name)
    const figure = row?.cells.find((cell) => cell.column === 'revenue')?.figures[0]
    expect([name, Number(revenue) * 1e8]).toEqual([name, Number(figure?.number)])
    const line = grounds?.data.find((each) => each[1] === name && each[2] === '营业收入')
    expect(line?.[9]).toBe(figure?.id)
    expect(line?.[10]).toBe(`http://localhost:7310/figures/${figure?.id}`)
    expect(line?.[4]).toBe('登记表')
  }
  const [first, second, third] = body
  expect(first?.slice(1, 5)).toEqual(['+乙材料公司', 12, '按规定不公开', '未明'])
  expect(second?.slice(1, 5)).toEqual(['=甲电子有限公司', 3.5, 120, '按规定不公开'])
  expect(third?.slice(1, 3)).toEqual(['@丙设备公司', 0.4])
})

test('the workbook prints: across, one page wide, its head on each page, its figures linked', async () => {
  const text = await textIn(await exported('xlsx'), 'xlsx')
  expect(text).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1"/u)
  expect(text).toMatch(/_xlnm\.Print_Titles" localSheetId="0">'清单'!\$8:\$8</u)
  expect(text).toMatch(/<hyperlink ref="K2" r:id="rId-figure-0"\/>/u)
})

test('the document prints: across, its head on each page, the office and the day at the end', async () => {
  const text = await textIn(await exported('docx'), 'docx')
  expect(text).toContain('w:orient="landscape"')
  expect(text.match(/<w:tblHeader\/>/gu)).toHaveLength(2)
  expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/u)
  expect(text).toContain('营业收入（亿元）')
  expect(text).toMatch(/Target="http:\/\/localhost:7310\/figures\/c\.[0-9a-f-]+"/u)
})

test('only who may export exports, and of what is not there nothing is told', async () => {
  const nobody = await open.signIn('administrator')
  const asked = { chain: chainId, audience: 'public', format: 'csv' }
  expect((await nobody.send('POST', `${VERSION}/export`, asked)).status).toBe(403)
  expect((await nobody.get(`${VERSION}/review?chain=${chainId}`)).status).toBe(403)
  office = await open.signIn('office')
  const missing = `/api/lists/firms/versions/7/review?chain=${chainId}`
  expect((await office.get(missing)).status).toBe(404)
})
