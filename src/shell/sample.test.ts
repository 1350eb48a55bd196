import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, postgresUrl } from '../../test/database.ts'
import { addColleagues } from './colleagues.ts'
import { forgetKeptAccount, readKeptAccount } from './first-account.ts'
import { type Client, clientOf, type OpenApp, openApp } from './http/open-app.case.ts'
import { hasSample, isSampleAsked, loadSample } from './sample.ts'
import { SAMPLE_FOLDERS } from './sample-packs.ts'

const ENGINES = [
  { engine: 'PGlite', skip: false, database: async () => null },
  { engine: 'PostgreSQL', skip: postgresUrl === null, database: freshDatabase },
]

interface Counts {
  items: { title: string; state: string; id: string; kind: string }[]
}

interface Queue {
  counts: { claims: number }[]
  items: { claims: string[] }[]
}
interface Waiting {
  passage: { span: string } | null
}

describe.each(ENGINES)('the sample on $engine', ({ skip, database }) => {
  let open: OpenApp
  let office: Client
  let drop = async (): Promise<void> => {}
  const told: string[] = []

  /** The session of somebody who was told a password. */
  async function enter(account: { login: string; password: string }): Promise<Client> {
    const entered = await open.stranger.send('POST', '/api/session', account)
    const [cookie = ''] = (entered.headers.get('Set-Cookie') ?? '').split(';')
    return clientOf(open.app, { Cookie: cookie })
  }

  const people = async () =>
    ((await open.operator.get('/api/people')).body as { items: object[] }).items

  beforeAll(async () => {
    if (skip) return
    const fresh = await database()
    if (fresh !== null) drop = fresh.drop
    open = await openApp(fresh === null ? {} : { DATABASE_URL: fresh.url })
    await loadSample(open.installation, ({ file, number, total }) => {
      told.push(`${number}/${total} ${file}`)
    })
    office = await open.signIn('office')
  })

  afterAll(async () => {
    await open?.close()
    await drop()
  })

  test.skipIf(skip)('is loaded file by file, whole, and without a refused row', async () => {
    expect(told[0]).toMatch(/^1\/\d+ texts\/about-this-sample\.txt$/)
    expect(await hasSample(open.installation)).toBe(true)
    expect(await isSampleAsked(open.config.directory)).toBe(false)
    const { items } = (await office.get('/api/jobs?limit=100')).body as Counts
    expect(items.length).toBeGreaterThan(5)
    expect(items.filter(({ state }) => state !== 'done')).toEqual([])
    for (const { id, title, state } of items.filter(({ kind }) => kind === 'import-table')) {
      const { report } = (await office.get(`/api/jobs/${id}`)).body as { report: object }
      expect({ title, state, report }).toMatchObject({
        state: 'done',
        report: { refused: 0, held: 0 },
      })
    }
  })

  test.skipIf(skip)('shows a chain with verdicts, each with its ground', async () => {
    const chains = (await office.get('/api/chains')).body as {
      items: { id: string; name: string }[]
    }
    expect(chains.items.map(({ name }) => name)).toEqual(['集成电路', '体外诊断'])
    const map = (await office.get(`/api/chains/${chains.items[0]?.id}/map`)).body as {
      stages: { verdict: { word: string; figure: { id: string } | null } }[]
    }
    const said = map.stages.filter(({ verdict }) => verdict.figure !== null)
    expect(new Set(said.map(({ verdict }) => verdict.word)).size).toBeGreaterThan(2)
    for (const { verdict } of said) {
      const ground = await office.get(`/api/figures/${verdict.figure?.id}`)
      expect(ground).toMatchObject({ status: 200, body: { kind: 'span' } })
    }
  })

  test.skipIf(skip)('shows invented makers where there are no others, and says so', async () => {
    const chains = (await office.get('/api/chains')).body as { items: { id: string }[] }
    const map = (await office.get(`/api/chains/${chains.items[1]?.id}/map`)).body as {
      stages: { name: string; firms: { text: string; synthetic: boolean } }[]
    }
    const firmsOf = (name: string) => map.stages.find((stage) => stage.name === name)?.firms
    expect(firmsOf('电子器件、软件与包装')).toMatchObject({ text: '2', synthetic: true })
    expect(firmsOf('血液分析仪')).toMatchObject({ text: '4', synthetic: false })
    expect(firmsOf('血站')).toMatchObject({ text: '0', synthetic: false })
  })

  test.skipIf(skip)('shows the template of a province with its slots in order', async () => {
    const { groups } = (await office.get(`/api/search?q=${encodeURIComponent('七个一')}`)).body as {
      groups: { items: { id: string; name: string }[] }[]
    }
    const [template] = groups
      .flatMap(({ items }) => items)
      .filter(({ name }) => name === '湖北“七个一”')
    const thing = (await office.get(`/api/things/${template?.id}`)).body as {
      values: { property: string; readings: { figure: { text: string } }[] }[]
      edges: { property: string; items: { thing: { name: string } }[] }[]
    }
    const [slots] = thing.values.filter(({ property }) => property === 'slots')
    expect(slots?.readings[0]?.figure.text).toContain('7')
    const names = thing.edges
      .filter(({ property }) => property === 'slotOf')
      .flatMap(({ items }) => items.map((item) => item.thing.name))
    expect(names).toHaveLength(7)
    expect(names).toContain('第7项 一个工作专班（湖北“七个一”）')
    expect(JSON.stringify(thing.edges)).toContain('湖北省')
  })

  test.skipIf(skip)('has its digests read, and what they say waits for a person', async () => {
    const waiting = async (words: string): Promise<Queue> =>
      (await office.get(`/api/review?q=${encodeURIComponent(words)}`)).body as Queue
    const { counts } = await waiting('')
    expect(counts.reduce((sum, { claims }) => sum + claims, 0)).toBeGreaterThan(40)
    for (const [words, span] of [
      ['349.32', '深圳迈瑞生物医疗电子股份有限公司的营业收入为349.32亿元'],
      ['725', '全球体外诊断市场规模为725亿美元'],
      ['50条', '江苏省重点产业链有50条'],
      ['22个', '长沙市产业链推进办公室有22个'],
      ['国家市场监督管理总局', '国家市场监督管理总局'],
      [
        '国发〔2010〕32号',
        '2010年10月10日，国务院发布《国务院关于加快培育和发展战略性新兴产业的决定》',
      ],
    ] as const) {
      const { items } = await waiting(words)
      const claims = items.flatMap((line) => line.claims)
      const found = await Promise.all(claims.map((claim) => office.get(`/api/review/${claim}`)))
      const spans = found.map(({ body }) => (body as Waiting).passage?.span)
      expect(spans).toContain(span)
    }
  })

  test.skipIf(skip)('gives two invented colleagues, who sign a list by four eyes', async () => {
    await addColleagues(open.installation)
    await addColleagues(open.installation)
    const told = await readKeptAccount(open.config.directory)
    expect(told?.others.map(({ login }) => login)).toEqual(['demo-jia', 'demo-yi'])
    const [one = open.stranger, other = open.stranger] = await Promise.all(
      (told?.others ?? []).map(enter),
    )
    const me = (await one.get('/api/session')).body as { person: { name: string } }
    expect(me.person.name).toMatch(/^样例.*合成/)
    const [chain] = ((await one.get('/api/chains')).body as { items: { id: string }[] }).items
    const step = (who: Client, path: string, body: object = {}) =>
      who.send('POST', `/api/lists/institutes${path}`, { chain: chain?.id, ...body })
    expect((await step(one, '/versions')).status).toBe(201)
    expect((await step(one, '/versions/1/submit')).status).toBe(200)
    const note = '样例：依据待更新'
    expect(await step(one, '/versions/1/sign', { note })).toMatchObject({
      status: 403,
      body: { code: 'four-eyes' },
    })
    expect(await step(other, '/versions/1/sign', { note })).toMatchObject({
      status: 200,
      body: { state: 'signed' },
    })
  })

  test.skipIf(skip)('adds nobody to an installation that keeps no first sign-in', async () => {
    await forgetKeptAccount(open.config.directory)
    const before = (await people()).length
    await addColleagues(open.installation)
    expect(await people()).toHaveLength(before)
  })

  test.skipIf(skip)('is found by characters, pinyin and initials', async () => {
    for (const words of ['光刻', 'guangke', 'gk']) {
      const { groups } = (await office.get(`/api/search?q=${encodeURIComponent(words)}`)).body as {
        groups: { items: { name: string }[] }[]
      }
      const names = groups.flatMap(({ items }) => items.map(({ name }) => name))
      expect({ words, found: names.some((name) => name.includes('光刻')) }).toMatchObject({
        found: true,
      })
    }
  })

  test.skipIf(skip)('is found by the title of a document and by a phrase of its text', async () => {
    const found = async (words: string): Promise<{ name: string; detail: string }[]> => {
      const { groups } = (await office.get(`/api/search?q=${encodeURIComponent(words)}`)).body as {
        groups: { kind: string; items: { name: string; detail: string }[] }[]
      }
      return groups.find(({ kind }) => kind === 'source')?.items ?? []
    }
    for (const words of ['集成电路产业政策沿革', '集成電路產業政策', 'jcdlcyzcyg']) {
      expect((await found(words))[0]?.name).toContain('产业政策沿革')
    }
    const [hit] = await found('其中14种的全球产能')
    expect(hit?.detail).toMatch(/^制造芯片所需的主要材料有19种.*50%以上/u)
  })

  test.skipIf(skip)('loaded again changes nothing', async () => {
    const before = (await office.get('/api/overview')).body as Record<string, { text: string }>
    await loadSample(open.installation, () => {}, SAMPLE_FOLDERS.slice(1))
    const after = (await office.get('/api/overview')).body as Record<string, { text: string }>
    for (const count of ['sources', 'claims', 'entities', 'firms']) {
      expect({ count, text: after[count]?.text ?? after[count] }).toEqual({
        count,
        text: before[count]?.text ?? before[count],
      })
    }
  })
})
