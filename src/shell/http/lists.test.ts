import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { freshDatabase, postgresUrl } from '../../../test/database.ts'
import { readLists } from '../lists.ts'
import { loadSample } from '../sample.ts'
import { listFile, TEN, writePack } from './lists.case.ts'
import { type Asked, type Client, type OpenApp, openApp, secondPerson } from './open-app.case.ts'
import type { ListCounts, ListsAnswer, ListView } from './schemas/lists.ts'

const ENGINES = [
  { engine: 'PGlite', skip: false, database: async () => null },
  { engine: 'PostgreSQL', skip: postgresUrl === null, database: freshDatabase },
]
type View = z.infer<typeof ListView>
type Row = View['rows'][number]

describe.each(ENGINES)('lists on $engine', ({ skip, database }) => {
  let open: OpenApp
  let office: Client
  let chain = ''
  let drop = async (): Promise<void> => {}

  const at = (list: string, rest = ''): string => `/api/lists/${list}${rest}`
  const read = async (list: string, query = '', who = office): Promise<View> =>
    (await who.get(at(list, `?chain=${chain}${query}`))).body as View
  const count = async (list: string, query = '') =>
    (await office.get(at(list, `/counts?chain=${chain}${query}`))).body as z.infer<
      typeof ListCounts
    >
  const post = (list: string, rest: string, body: object = {}, who = office): Promise<Asked> =>
    who.send('POST', at(list, rest), { chain, ...body })
  const inList = (view: View): Row[] => view.rows.filter(({ place }) => place !== null)
  const names = (view: View): string[] => inList(view).map(({ name }) => name.text)
  const rowNamed = (view: View, name: string): Row => {
    const row = view.rows.find((each) => each.name.text === name)
    if (row === undefined) throw new Error(`no row ${name} among ${names(view).join()}`)
    return row
  }
  const cell = (row: Row, column: string) => row.cells.find((each) => each.column === column)

  beforeAll(async () => {
    if (skip) return
    const fresh = await database()
    if (fresh !== null) drop = fresh.drop
    open = await openApp(fresh === null ? {} : { DATABASE_URL: fresh.url })
    await loadSample(open.installation, () => {}, ['sample-integrated-circuit'])
    office = await open.signIn('office')
    const chains = (await office.get('/api/chains')).body as { items: { id: string }[] }
    chain = chains.items[0]?.id ?? ''
  })

  afterAll(async () => {
    await open?.close()
    await drop()
  })

  test.skipIf(skip)('are ten, in their order, and none is drawn up at first', async () => {
    const answer = (await office.get(`/api/lists?chain=${chain}`)).body as z.infer<
      typeof ListsAnswer
    >
    expect(answer.items.map(({ list }) => list.id)).toEqual(TEN)
    expect(answer.items.every(({ newest, signed }) => newest === null && signed === null)).toBe(
      true,
    )
    expect(await read('weak-stages')).toMatchObject({ version: null, rows: [], atHand: true })
    expect((await office.get(at('no-list', `?chain=${chain}`))).status).toBe(404)
  })

  test.skipIf(skip)('are drawn up from the sample, each cell with its ground', async () => {
    for (const list of TEN) {
      const drawn = await post(list, '/versions')
      expect({ list, ...drawn }).toMatchObject({ status: 201, body: { number: 1, state: 'draft' } })
    }
    const sizes: Record<string, number> = {}
    for (const list of TEN) {
      const view = await read(list)
      sizes[list] = inList(view).length
      const figures = view.rows.flatMap(({ name, cells }) => [
        name,
        ...cells.flatMap((c) => c.figures),
      ])
      for (const { id } of figures.filter((_, n) => n % 60 === 0)) {
        expect({ id, status: (await office.get(`/api/figures/${id}`)).status }).toMatchObject({
          status: 200,
        })
      }
    }
    expect(sizes).toMatchObject({ 'weak-stages': 6, 'strong-fields': 3, funds: 3, projects: 0 })
    for (const list of TEN.filter((id) => id !== 'projects')) expect(sizes[list]).toBeGreaterThan(0)
  })

  test.skipIf(skip)('say what keeps things out', async () => {
    const gaps = (await office.get(at('projects', `/gaps?chain=${chain}`))).body as {
      candidates: number
    }
    expect(gaps.candidates).toBe(0)
    const weak = (await office.get(at('weak-stages', `/gaps?chain=${chain}`))).body as {
      candidates: number
      enter: number
      undecided: number
      conditions: { needed: boolean; holds: number; missing: { words: { zh: string } }[] }[]
      things: { waits: { reason: { zh: string } }[] }[]
    }
    expect(weak.enter).toBe(6)
    expect(weak.undecided).toBeGreaterThan(20)
    expect(weak.conditions[0]).toMatchObject({ needed: true, holds: 6 })
    expect(weak.conditions[0]?.missing.map(({ words }) => words.zh)).toEqual(['研判'])
    expect(weak.things[0]?.waits[0]?.reason.zh).toContain('没有来源说明')
  })

  test.skipIf(skip)('tell why a row is there, with the sentence of each claim', async () => {
    const row = rowNamed(await read('weak-stages'), 'EDA 工具')
    expect(cell(row, 'verdict')).toMatchObject({ codes: ['weak'] })
    expect(cell(row, 'marks')?.codes).toEqual(['chokePoint'])
    const why = (
      await office.get(at('weak-stages', `/why?chain=${chain}&number=1&thing=${row.thing}`))
    ).body as {
      conditions: { outcome: string; needed: boolean; claims: { quote: string }[] }[]
    }
    expect(why.conditions.map(({ outcome }) => outcome).slice(0, 2)).toEqual(['holds', 'holds'])
    expect(why.conditions[0]?.claims[0]?.quote).toContain('样例编写者判断EDA工具环节为“弱”')
    const outside = (await read('strong-fields')).rows[0]
    const whyNot = await office.get(
      at('weak-stages', `/why?chain=${chain}&number=1&thing=${outside?.thing}`),
    )
    expect(whyNot).toMatchObject({ status: 200, body: { row: null } })
    expect((whyNot.body as typeof why).conditions[0]?.outcome).toBe('fails')
  })

  test.skipIf(skip)(
    'are changed by hand only for a reason and on a claim about the thing',
    async () => {
      const before = await read('weak-stages')
      const target = rowNamed(before, '操作系统')
      const claim = cell(target, 'verdict')?.figures[0]?.id.slice(2)
      const other = cell(rowNamed(before, 'EDA 工具'), 'verdict')?.figures[0]?.id.slice(2)
      const remove = { thing: target.thing, act: 'remove', reason: '不属于本链重点', claim }
      const wrong = await post('weak-stages', '/versions/1/rows', { ...remove, claim: other })
      expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
      expect((await post('weak-stages', '/versions/1/rows', remove)).status).toBe(200)
      const after = await read('weak-stages')
      expect(names(after)).not.toContain('操作系统')
      expect(rowNamed(after, '操作系统')).toMatchObject({
        place: null,
        curation: { act: 'remove', reason: '不属于本链重点' },
      })
      await post('weak-stages', '/versions')
      expect(names(await read('weak-stages'))).toEqual(names(after))
      const undo = { thing: target.thing, act: 'undo', reason: '看错了' }
      expect((await post('weak-stages', '/versions/1/rows', undo)).status).toBe(200)
      expect(names(await read('weak-stages'))).toEqual(names(before))
      const strong = (await read('strong-fields')).rows[0]
      const name = strong?.name.id.slice(2)
      const add = { thing: strong?.thing, act: 'add', reason: '先进工艺不足', claim: name }
      expect((await post('weak-stages', '/versions/1/rows', add)).status).toBe(200)
      expect(inList(await read('weak-stages')).at(-1)).toMatchObject({
        thing: strong?.thing,
        entered: 'person',
      })
      const firm = (await read('lead-firms')).rows[0]
      const foreign = { ...add, thing: firm?.thing, claim: firm?.name.id.slice(2) }
      expect(await post('weak-stages', '/versions/1/rows', foreign)).toMatchObject({
        status: 409,
        body: { code: 'list-step' },
      })
    },
  )

  test.skipIf(skip)(
    'are signed by a second person, with a reason where grounds are stale, and freeze',
    async () => {
      const early = await post('weak-stages', '/versions/1/sign')
      expect(early).toMatchObject({ status: 409, body: { code: 'list-step' } })
      const key = { 'Idempotency-Key': 'submit-weak-stages' }
      const submitted = await office.send(
        'POST',
        at('weak-stages', '/versions/1/submit'),
        { chain },
        key,
      )
      expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted' } })
      const again = await office.send(
        'POST',
        at('weak-stages', '/versions/1/submit'),
        { chain },
        key,
      )
      expect(again.body).toEqual(submitted.body)
      expect(await post('weak-stages', '/versions')).toMatchObject({ status: 409 })
      const own = await post('weak-stages', '/versions/1/sign', { note: '自己签' })
      expect(own).toMatchObject({ status: 403, body: { code: 'four-eyes' } })
      const second = await secondPerson(open, office)
      const bare = await post('weak-stages', '/versions/1/sign', {}, second)
      expect(bare).toMatchObject({ status: 422, body: { code: 'list-note-needed' } })
      const back = await post('weak-stages', '/versions/1/return', { reason: '再核一遍' }, second)
      expect(back).toMatchObject({ status: 200, body: { state: 'draft' } })
      await post('weak-stages', '/versions/1/submit')
      const signed = await post('weak-stages', '/versions/1/sign', { note: '依据待更新' }, second)
      expect(signed).toMatchObject({ status: 200, body: { state: 'signed' } })
      const frozen = await read('weak-stages')
      expect(frozen.version?.seal).toMatch(/^[0-9a-f]{64}$/)
      expect(frozen.steps.at(-1)).toMatchObject({ act: 'sign', by: { name: '第二人' } })
      const [row] = frozen.rows
      const change = {
        thing: row?.thing,
        act: 'remove',
        reason: '改',
        claim: row?.name.id.slice(2),
      }
      expect((await post('weak-stages', '/versions/1/rows', change)).status).toBe(409)
    },
  )

  test.skipIf(skip)('differ from the version that was signed before', async () => {
    const verdict = (await read('weak-stages')).rows.find(
      ({ name }) => name.text === '高端数据中心',
    )
    const claim = verdict?.cells.find(({ column }) => column === 'verdict')?.figures[0]?.id.slice(2)
    await office.send('POST', `/api/claims/${claim}/withdraw`, { reason: 'outdated' })
    expect(rowNamed(await read('weak-stages'), '高端数据中心').fallen).toBe(1)
    expect((await post('weak-stages', '/versions')).body).toMatchObject({ number: 2 })
    const second = await read('weak-stages')
    expect(await count('weak-stages')).toMatchObject({
      ...{ number: 2, compared: 1, changes: { added: 0, changed: 0, removed: 1, same: 6 } },
      counts: { rows: second.version?.rows },
    })
    expect(rowNamed(second, '高端数据中心')).toMatchObject({ change: 'removed', place: null })
    const url = at('weak-stages', `/difference?chain=${chain}&from=1&to=2`)
    const difference = (await office.get(url)).body as { rows: Row[] }
    expect(difference.rows.map(({ name }) => name.text)).toEqual(['高端数据中心'])
    const versions = (await office.get(at('weak-stages', `/versions?chain=${chain}`))).body as {
      items: { number: number; state: string; rows: number }[]
    }
    expect(versions.items.map(({ number, state, rows }) => [number, state, rows])).toEqual([
      [2, 'draft', 6],
      [1, 'signed', 7],
    ])
    expect(names(await read('weak-stages', '&number=1'))).toContain('高端数据中心')
  })

  test.skipIf(skip)('are read page by page, those that are gone last', async () => {
    const whole = await read('weak-stages')
    expect([whole.next, whole.total]).toEqual([null, whole.rows.length])
    const pages: Row[] = []
    for (let next: string | null = ''; next !== null; ) {
      const view: View = await read(
        'weak-stages',
        `&limit=3${next === '' ? '' : `&cursor=${next}`}`,
      )
      expect(view).toMatchObject({ total: whole.total, version: whole.version })
      pages.push(...view.rows)
      next = view.next
    }
    expect(pages).toEqual(whole.rows)
    const gone = whole.rows.at(-1)
    expect(gone).toMatchObject({ change: 'removed', place: null })
    const said = (query: string) =>
      read('weak-stages', query).then(({ rows, total }) => [total, ...rows.map((r) => r.name.text)])
    expect(await said('&q=eda')).toEqual([1, 'EDA 工具'])
    expect(await said('&only=changes')).toEqual([1, gone?.name.text])
    expect(await said('&only=changes&q=eda')).toEqual([0])
    const sorted = await said('&sort=-name&limit=2')
    expect(sorted[0]).toBe(whole.total)
    const byName = names(whole).toSorted(new Intl.Collator('zh-CN').compare)
    expect(sorted.slice(1)).toEqual(byName.toReversed().slice(0, 2))
    const why = at('weak-stages', `/why?chain=${chain}&number=2&compare=1&thing=${gone?.thing}`)
    expect((await office.get(why)).body).toMatchObject({ row: gone })
    expect((await office.get(at('weak-stages', `?chain=${chain}&cursor=x`))).status).toBe(400)
  })

  test.skipIf(skip)(
    'show a firm only what is signed, and no row that rests on what it may not see',
    async () => {
      const stage = rowNamed(await read('weak-stages'), 'EDA 工具')
      const stated = await office.send('POST', '/api/claims', {
        ...{ subject: { id: stage.thing }, property: 'verdict', value: '缺' },
        validFrom: '2026-11-01',
        ...{ sourceNote: '内部研判：EDA 工具为缺。', label: 'internal' },
      })
      expect(stated.status).toBe(201)
      await post('weak-stages', '/versions')
      expect(cell(rowNamed(await read('weak-stages'), 'EDA 工具'), 'verdict')?.codes).toEqual([
        'missing',
      ])
      const firm = await open.signIn('leadFirm')
      expect((await read('weak-stages', '', firm)).version?.number).toBe(1)
      expect((await firm.get(at('weak-stages', `?chain=${chain}&number=2`))).status).toBe(404)
      expect((await post('weak-stages', '/versions', {}, firm)).status).toBe(403)
      const second = await open.stranger.send('POST', '/api/session', {
        login: 'second',
        password: 'x',
      })
      expect(second.status).not.toBe(200)
      await office.send('PUT', '/api/desk', { mode: 'one-person', reason: '只有一人在岗' })
      await post('weak-stages', '/versions/2/submit')
      const signed = await post('weak-stages', '/versions/2/sign', { note: '依据待更新' })
      expect(signed).toMatchObject({ status: 200 })
      expect(await read('weak-stages')).toMatchObject({ onePerson: true })
      const seen = await read('weak-stages', '&number=2', firm)
      expect(names(seen)).not.toContain('EDA 工具')
      expect(names(seen)).toContain('EUV 光刻机')
      const answer = (await firm.get(`/api/lists?chain=${chain}`)).body as z.infer<
        typeof ListsAnswer
      >
      expect(answer.items.find(({ list }) => list.id === 'weak-stages')?.newest?.rows).toBe(
        names(seen).length,
      )
    },
  )

  test.skipIf(skip)('are files: an eleventh, and a pack of four, need no code', async () => {
    const { directory } = open.config
    await writePack(directory, 'lists-office', [
      listFile('division-by-unknown', 11, 'concentration / importDependence >= 1'),
    ])
    await writePack(
      directory,
      'lists-elsewhere',
      [21, 22, 23, 24].map((order) => listFile(`list-${order}`, order, 'known(verdict)')),
    )
    const known = await readLists(directory, open.installation.vocabulary)
    Object.assign(open.installation, { lists: known.lists })
    const { items } = (await office.get(`/api/lists?chain=${chain}`)).body as z.infer<
      typeof ListsAnswer
    >
    expect(items).toHaveLength(15)
    const drawn = await post('division-by-unknown', '/versions')
    expect(drawn).toMatchObject({ status: 201, body: { rows: 0 } })
    const gaps = await office.get(at('division-by-unknown', `/gaps?chain=${chain}`))
    const { things } = gaps.body as { things: { waits: { reason: { zh: string } }[] }[] }
    expect(things.flatMap(({ waits }) => waits.map(({ reason }) => reason.zh))).toContain(
      '除数未明，无法相除',
    )
    expect((await post('list-22', '/versions')).body).toMatchObject({ state: 'draft' })
    const drawAgain = async (rows: readonly object[], version: number): Promise<View> => {
      const file = listFile('named', 13, 'verdict = "weak" and known(stockCode)', { rows, version })
      await writePack(directory, 'lists-named', [file])
      const { lists } = await readLists(directory, open.installation.vocabulary)
      Object.assign(open.installation, { lists })
      expect(await post('named', '/versions')).toMatchObject({ status: 201 })
      return read('named')
    }
    const row = (name: string, more: object = {}) => ({
      ...{ chain: '集成电路', kind: 'stage', name, citation: '示例省工业和信息化厅：2026年名单' },
      ...{ reason: { zh: `点名${name}`, en: `Named: ${name}` }, ...more },
    })
    const first = await drawAgain([row('EDA 工具'), row('操作系统'), row('没有的环节')], 1)
    expect(names(first)).toEqual(['EDA 工具', '操作系统'])
    expect((await count('named')).waiting).toEqual(['没有的环节'])
    expect(rowNamed(first, 'EDA 工具')).toMatchObject({
      ...{ entered: 'pack', curation: null },
      pack: {
        version: 1,
        reason: { zh: '点名EDA 工具' },
        citation: expect.stringContaining('名单'),
      },
    })
    const waits = (await office.get(at('named', `/gaps?chain=${chain}`))).body as {
      named: { name: string; why: { zh: string } }[]
    }
    expect(waits.named).toMatchObject([
      { name: '没有的环节', why: { zh: '没有已发布的来源说到它' } },
    ])
    const out = rowNamed(first, '操作系统')
    const remove = {
      thing: out.thing,
      act: 'remove',
      reason: '不属于',
      claim: out.name.id.slice(2),
    }
    expect((await post('named', '/versions/1/rows', remove)).status).toBe(200)
    await post('named', '/versions/1/submit')
    expect((await post('named', '/versions/1/sign', { note: '依据待更新' })).status).toBe(200)
    const other = { ...row('芯片设计'), chain: '另一条链' }
    const eda = row('EDA 工具', { reason: { zh: '另有理由', en: 'Another reason' } })
    const next = await drawAgain([eda, row('操作系统'), row('EUV 光刻机'), other], 2)
    const { changes } = await count('named')
    expect([next.compared, changes]).toEqual([1, { added: 1, changed: 1, removed: 0, same: 0 }])
    expect(names(next)).toEqual(['EDA 工具', 'EUV 光刻机'])
    expect(rowNamed(next, '操作系统')).toMatchObject({ place: null, curation: { act: 'remove' } })
    const undo = { thing: out.thing, act: 'undo', reason: '还是列入' }
    expect((await post('named', '/versions/2/rows', undo)).status).toBe(200)
    expect(inList(await read('named'))).toHaveLength(3)
    await expect(drawAgain([row('EDA 工具', { code: 'eda' })], 3)).rejects.toMatchObject({
      code: 'list-invalid',
    })
    await writePack(directory, 'lists-named', [listFile('named', 13, 'known(verdict)')])
    await writePack(directory, 'lists-office', [listFile('broken', 12, 'verdcit = "weak"')])
    const broken = readLists(directory, open.installation.vocabulary)
    await expect(broken).rejects.toMatchObject({
      code: 'list-invalid',
      details: { path: 'lists-office/lists/broken.json' },
    })
  })
})
