import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, postgresUrl } from '../../test/database.ts'
import { type Client, type OpenApp, openApp } from './http/open-app.case.ts'
import { hasSample, isSampleAsked, loadSample } from './sample.ts'

const ENGINES = [
  { engine: 'PGlite', skip: false, database: async () => null },
  { engine: 'PostgreSQL', skip: postgresUrl === null, database: freshDatabase },
]

interface Counts {
  items: { title: string; state: string; id: string }[]
}

describe.each(ENGINES)('the sample on $engine', ({ skip, database }) => {
  let open: OpenApp
  let office: Client
  let drop = async (): Promise<void> => {}
  const told: string[] = []

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
    for (const { id, title, state } of items) {
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
    expect(chains.items).toHaveLength(2)
    const [circuits] = chains.items.filter(({ name }) => name === '集成电路')
    const map = (await office.get(`/api/chains/${circuits?.id}/map`)).body as {
      stages: { verdict: { word: string; figure: { id: string } | null } }[]
    }
    const said = map.stages.filter(({ verdict }) => verdict.figure !== null)
    expect(new Set(said.map(({ verdict }) => verdict.word)).size).toBeGreaterThan(2)
    for (const { verdict } of said) {
      const ground = await office.get(`/api/figures/${verdict.figure?.id}`)
      expect(ground).toMatchObject({ status: 200, body: { kind: 'span' } })
    }
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
    await loadSample(open.installation, () => {})
    const after = (await office.get('/api/overview')).body as Record<string, { text: string }>
    for (const count of ['sources', 'claims', 'entities', 'firms']) {
      expect({ count, text: after[count]?.text ?? after[count] }).toEqual({
        count,
        text: before[count]?.text ?? before[count],
      })
    }
  })
})
