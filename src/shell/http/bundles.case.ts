/** A signed list of a small office, some of it imported as a batch and some stated, for tests of bundles. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { z } from 'zod'
import { knownTo, listsOf, parseDefinition } from '../../graph/lists/index.ts'
import { ensureLabel, labelShape, PUBLIC_LABEL, seeing } from '../../trust/access/index.ts'
import { type Client, type OpenApp, openApp, secondPerson } from './open-app.case.ts'
import type { LogCheckpoint } from './schemas/log.ts'
import { CHAIN, firm, member, STAGE, state, thing } from './small-office.case.ts'

/** What no bundle for the public may hold, in any byte. */
export const SECRETS = ['金丝雀某', 'CANARY GMBH', '金丝雀限定公司', '98765432109']

export interface SignedList {
  readonly open: OpenApp
  readonly office: Client
  readonly chain: string
  readonly path: string
  bundle(audience?: string): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens an office, fills it, and has a list drawn up, submitted with a note, and signed by another. */
export async function signedList(environment: Record<string, string> = {}): Promise<SignedList> {
  const open = await openApp(environment)
  const office = await open.signIn('office')
  const { store, operator } = open.installation
  const me = (await office.get('/api/session')).body as { organisation: { id: string } }
  const somebody = await operator()
  const shape = labelShape('restricted', [me.organisation.id])
  const { tenant } = somebody
  const id = await store.transaction((tx) => ensureLabel(tx, tenant, shape), { tenant })
  const actor = seeing(somebody, { ...shape, id })
  await state(open, '登记一', PUBLIC_LABEL.id, actor, [
    [CHAIN, 'name', '示例链'],
    [STAGE, 'name', '示例环节'],
    [STAGE, 'belongsToChain', CHAIN],
    ...member('a', '甲电子有限公司', [firm('a'), 'revenue', '3.5亿元']),
    ...member('b', '乙材料公司', [firm('b'), 'revenue', '12亿元']),
    ...member('c', 'CANARY GMBH', [firm('c'), 'revenue', '9亿元']),
    [firm('c'), 'locatedIn', thing('division', 'NL', 'country')],
    [firm('c'), 'supplies', firm('a')],
    [firm('a'), 'employees', '120人'],
    [firm('d'), 'belongsToStage', STAGE],
  ])
  await state(open, '丙设备与 CANARY GMBH 签约', PUBLIC_LABEL.id, actor, [
    ...member('e', '丙设备公司', [firm('e'), 'revenue', '0.4亿元']),
  ])
  await state(open, '联系人 金丝雀某', PUBLIC_LABEL.id, actor, [
    [firm('a'), 'note', '联系人 金丝雀某'],
    [thing('officeHolder', 'p'), 'name', '金丝雀某'],
  ])
  await state(open, '限定登记', id, actor, [
    [firm('b'), 'employees', '98765432109人'],
    [firm('d'), 'name', '金丝雀限定公司'],
  ])
  await importFirms(office, OPEN_TABLE)
  await importFirms(office, CLOSED_TABLE)
  const chain = await signList(open, office)
  const again = await open.signIn('office')
  const path = '/api/lists/firms/versions/1'
  // So that the signature stands in a checkpoint of its own before anything is exported.
  await settledCheckpoint(again)
  return {
    ...{ open, office: again, chain, path },
    bundle: (audience = 'public') =>
      again.bytes(`${path}/export`, { chain, audience, format: 'bundle' }),
    close: () => open.close(),
  }
}

/** The newest checkpoint once nothing waits. */
export async function settledCheckpoint(asker: Client): Promise<z.infer<typeof LogCheckpoint>> {
  for (;;) {
    const { status, body } = await asker.get('/api/log/checkpoint')
    const checkpoint = body as z.infer<typeof LogCheckpoint>
    if (status === 200 && checkpoint.waiting === 0) return checkpoint
    await wait(50)
  }
}

/** Of the second table a row is hidden, so that nothing of it is proved. */
const OPEN_TABLE = Array.from({ length: 12 }, (_, at) => `戊${at + 1}号公司`)
const CLOSED_TABLE = ['己公司', '与 CANARY GMBH 合办公司']

const related = (property: string, object: object) => ({
  ...{ subject: { kind: 'firm', scheme: 'list:test', code: '{name}' }, property, object },
})

const MAPPING = {
  ...{ id: 'firms', version: 1, title: { zh: '企业名录', en: 'Directory of firms' } },
  source: {
    ...{ class: 'authoritative-table', publisher: '市工业和信息化局' },
    ...{ publishedOn: '2026-03-01', label: 'public' },
  },
  match: { columns: ['企业名称', '营业收入（万元）'] },
  fields: {
    name: { column: '企业名称', steps: [{ trim: true }], required: true },
    revenue: { column: '营业收入（万元）', steps: [{ number: { unit: '万元' } }] },
  },
  claims: [
    { ...related('name', {}), object: undefined, text: '{name}' },
    related('belongsToStage', STAGE),
    { ...related('revenue', {}), object: undefined, quantity: '{revenue}' },
  ],
}

/** A table of firms, published as one batch. */
async function importFirms(office: Client, names: readonly string[]): Promise<void> {
  const rows = names.map((name, at) => `${name},"${at + 1},234.50"`)
  const text = `企业名称,营业收入（万元）\n${rows.join('\n')}\n`
  const { body } = await office.upload('名录.csv', text)
  const { source } = body as { source: { id: string } }
  const asked = { source: source.id, mapping: MAPPING, publish: true }
  const started = await office.send('POST', '/api/imports', asked)
  expect(started).toMatchObject({ status: 202 })
  const { job } = started.body as { job: { id: string } }
  for (;;) {
    const { state } = (await office.get(`/api/jobs/${job.id}`)).body as { state: string }
    if (state === 'done') return
    expect(['waiting', 'running']).toContain(state)
    await wait(50)
  }
}

const words = (zh: string) => ({ zh, en: zh })
const column = (id: string, zh: string) => ({ id, words: { zh, en: id }, from: [id] })

/** Draws the list up; a second person of the office signs it. */
async function signList(open: OpenApp, office: Client): Promise<string> {
  const file = {
    ...{ id: 'firms', version: 1, order: 1, words: words('企业清单'), about: words('企业') },
    ...{ holds: ['firm', 'stage'], scope: 'things', leaves: words('离开'), fill: words('导入') },
    enters: [{ rule: 'sources >= 1', words: words('有来源') }],
    columns: [
      column('revenue', '营业收入'),
      column('employees', '从业人数'),
      column('note', '备注'),
      column('firms', '企业数'),
    ],
    ...{ sort: [{ by: 'revenue', descending: true }], curated: true },
  }
  const definition = parseDefinition(file, knownTo(open.installation.vocabulary))
  Object.assign(open.installation, { lists: listsOf([definition]) })
  const { items } = (await office.get('/api/chains')).body as { items: { id: string }[] }
  const chain = items[0]?.id ?? ''
  const asked = { chain, note: null }
  const step = async (who: Client, rest: string, body: object): Promise<void> => {
    const answer = await who.send('POST', `/api/lists/firms/versions${rest}`, body)
    expect({ rest, answer }).toMatchObject({ answer: { status: expect.toSatisfy((s) => s < 300) } })
  }
  await step(office, '', { chain })
  await step(office, '/1/submit', { ...asked, note: '请签' })
  await step(await secondPerson(open, office), '/1/sign', { ...asked, note: '核对无误' })
  return chain
}
