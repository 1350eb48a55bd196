// Whole batches: what replaces them, what takes them back, and two at the same moment.
import { describe, expect, test } from 'vitest'
import type { Uuid } from '../../src/base/index.ts'
import { decideClaims, rebuildProjection, turnBatch } from '../../src/graph/evidence/index.ts'
import { publishImport } from '../../src/graph/intake/index.ts'
import type { Mapping } from '../../src/graph/reading/index.ts'
import { cancelJob } from '../../src/store/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { correct, type Imported, TENANT } from './desk.ts'
import { factRows, heldClaims, rowCounts, standing } from './facts.ts'
import { type FirmRow, firmsCsv, firmsMapping, manyFirms } from './tables.ts'

const ROWS: FirmRow[] = [
  ['A1', '甲电子有限公司', '1000', '硅片'],
  ['A2', '乙材料有限公司', '2000', '光刻胶'],
]
const FACTS = [
  'A1 makes 硅片',
  'A1 name 甲电子有限公司',
  'A1 revenue 1000',
  'A2 makes 光刻胶',
  'A2 name 乙材料有限公司',
  'A2 revenue 2000',
]

/** The mapping of a list in an edition that takes the names alone. */
const namesOnly = (list: string): Mapping => {
  const whole = firmsMapping(list)
  return { ...whole, version: 2, claims: whole.claims.slice(0, 1) }
}

/** Rows that say which table they belong to, since the same bytes are the same source. */
const rowsOf = (list: string, rows: readonly FirmRow[] = ROWS): string =>
  firmsCsv([...rows, ['#', `本表用于 ${list}`, '', '']])

onEachEngine((engine) => {
  const shared = blockDesk(engine, 2)

  const first = async (list: string): Promise<Imported & { source: Uuid }> => {
    const source = await shared.desk.bring(`${list}.csv`, rowsOf(list))
    return { source, ...(await shared.desk.import(source, firmsMapping(list))) }
  }
  const turn = async (batch: Uuid, kind: 'withdraw' | 'restore'): Promise<void> => {
    const { desk } = shared
    const input = { batch, kind, reason: 'other' }
    await turnBatch(await desk.context(), desk.installation.rules, input)
  }

  describe('a batch', () => {
    test('goes and comes back by one decision each, and what was known stays readable', async () => {
      const { desk } = shared
      const { batch } = await first('turned')
      const published = desk.installation.now().toISOString()
      await turn(batch.id, 'withdraw')
      expect(await standing(desk.store, 'turned')).toEqual([])
      const asOf = { known: published, valid: '2026-11-20' }
      expect(await standing(desk.store, 'turned', asOf)).toEqual(FACTS)
      await turn(batch.id, 'restore')
      expect(await standing(desk.store, 'turned')).toEqual(FACTS)
    })

    test('that was withdrawn comes back when its file is imported again', async () => {
      const { desk } = shared
      const { batch, source } = await first('again')
      await turn(batch.id, 'withdraw')
      const again = await desk.import(source, firmsMapping('again'))
      expect(again.batch.counts).toMatchObject({ rows: 3, same: 0, changed: 0, refused: 1 })
      expect(await standing(desk.store, 'again')).toEqual(FACTS)
    })

    test('of another edition of the mapping replaces the earlier one, there and back', async () => {
      const { desk } = shared
      const { source } = await first('edition')
      const names = FACTS.filter((fact) => fact.includes(' name '))
      for (let round = 0; round < 2; round += 1) {
        const second = await desk.import(source, namesOnly('edition'))
        expect(second.batch.counts).toMatchObject({ rows: 3, same: 2, refused: 1 })
        expect(await standing(desk.store, 'edition')).toEqual(names)
        const back = await desk.import(source, firmsMapping('edition'))
        expect(back.job.state).toBe('done')
        expect(await standing(desk.store, 'edition')).toEqual(FACTS)
      }
    })

    test('that was only staged stays out of sight when another edition is published', async () => {
      const { desk } = shared
      const source = await desk.bring('staged.csv', rowsOf('staged'))
      await desk.import(source, firmsMapping('staged'), { publish: false })
      await desk.import(source, namesOnly('staged'))
      const names = FACTS.filter((fact) => fact.includes(' name '))
      expect(await standing(desk.store, 'staged')).toEqual(names)
    })
  })

  describe('a corrected file', () => {
    test('withdraws the batch of the file that it supersedes, once it is published', async () => {
      const { desk } = shared
      const { source } = await first('corrected')
      const better = ROWS.map(([code, name, , product]): FirmRow => [code, name, '7', product])
      const next = await desk.bring('corrected-2.csv', rowsOf('corrected', better))
      await correct(desk, next, source)
      const choice = { publish: false }
      const { job } = await desk.import(next, firmsMapping('corrected'), choice)
      expect(await standing(desk.store, 'corrected')).toEqual(FACTS)
      await publishImport(await desk.context(), desk.installation.rules, { job: job.id })
      const facts = await standing(desk.store, 'corrected')
      expect(facts).toHaveLength(6)
      expect(facts.filter((fact) => fact.includes('revenue'))).toEqual([
        'A1 revenue 7',
        'A2 revenue 7',
      ])
    })

    test('also ends what a person had let stand of the held rows of the old one', async () => {
      const { desk } = shared
      const held: FirmRow[] = [['A1', '待核实', '1', '硅片']]
      const source = await desk.bring('single.csv', rowsOf('single', held))
      const { batch } = await desk.import(source, firmsMapping('single'))
      expect(batch.counts).toMatchObject({ held: 1 })
      const claims = await heldClaims(desk.store, batch.id)
      const { rules } = desk.installation
      await decideClaims(await desk.context(), rules, { kind: 'publish', claims, reason: null })
      expect(await standing(desk.store, 'single')).toHaveLength(3)
      const next = await desk.bring('single-2.csv', rowsOf('single'))
      await correct(desk, next, source)
      await desk.import(next, firmsMapping('single'))
      expect(await standing(desk.store, 'single')).toEqual(FACTS)
    })

    test('keeps the old file out for good', async () => {
      const { desk } = shared
      const { source } = await first('outdated')
      const next = await desk.bring('outdated-2.csv', rowsOf('outdated', ROWS.slice(0, 1)))
      await correct(desk, next, source)
      await desk.import(next, firmsMapping('outdated'))
      expect(await standing(desk.store, 'outdated')).toEqual(FACTS.slice(0, 3))
      await expect(desk.begin(source, firmsMapping('outdated'))).rejects.toMatchObject({
        code: 'source-superseded',
      })
      expect(await standing(desk.store, 'outdated')).toEqual(FACTS.slice(0, 3))
    })
  })

  describe('at the same moment', () => {
    test('the same file twice is one batch: nothing is doubled, nothing is lost', async () => {
      const { desk } = shared
      const source = await desk.bring('twice.csv', firmsCsv(manyFirms('twice', 900)))
      const jobs = await Promise.all([
        desk.begin(source, firmsMapping('twice')),
        desk.begin(source, firmsMapping('twice')),
      ])
      const ended = await Promise.all(jobs.map(desk.ended))
      expect(ended.map(({ state, problem }) => [state, problem])).toEqual([
        ['done', null],
        ['done', null],
      ])
      const facts = await standing(desk.store, 'twice')
      expect(facts).toHaveLength(900 * 3)
      expect(new Set(facts).size).toBe(facts.length)
      const third = await desk.import(source, firmsMapping('twice'))
      expect(third.batch).toMatchObject({ state: 'published', counts: { same: 900, claims: 0 } })
    })

    test('two files that name the same things in opposite order do not lock each other out', async () => {
      const { desk } = shared
      const rows = manyFirms('crossed', 900)
      const sources = [
        await desk.bring('forth.csv', firmsCsv(rows)),
        await desk.bring('back.csv', firmsCsv(rows.toReversed())),
      ]
      const mapping = firmsMapping('crossed')
      const jobs = await Promise.all(sources.map((source) => desk.begin(source, mapping)))
      const ended = await Promise.all(jobs.map(desk.ended))
      expect(ended.map(({ state, problem }) => [state, problem])).toEqual([
        ['done', null],
        ['done', null],
      ])
      expect(await standing(desk.store, 'crossed')).toHaveLength(2 * 900 * 3)
    })

    test('a cancelled import leaves nothing to be seen, and may begin again', async () => {
      const { desk } = shared
      const source = await desk.bring('cancelled.csv', firmsCsv(manyFirms('cancelled', 1_200)))
      const job = await desk.begin(source, firmsMapping('cancelled'))
      await cancelJob(desk.store.read, TENANT, job, desk.installation.now())
      const ended = await desk.ended(job)
      expect(ended).toMatchObject({ state: 'cancelled', problem: { code: 'job-cancelled' } })
      expect(await standing(desk.store, 'cancelled')).toEqual([])
      const publishing = publishImport(await desk.context(), desk.installation.rules, { job })
      await expect(publishing).rejects.toMatchObject({ code: 'conflict' })
      const again = await desk.import(source, firmsMapping('cancelled'))
      expect(again.batch.counts).toMatchObject({ rows: 1_200, new: 1_200, claims: 3_600 })
      expect(await standing(desk.store, 'cancelled')).toHaveLength(3_600)
    })
  })

  test('all of it left a projection that a rebuild would make again', async () => {
    const { desk } = shared
    const before = await factRows(desk.store)
    const counts = await rowCounts(desk.store)
    await rebuildProjection(desk.store, TENANT, desk.installation.rules, () => {})
    expect(await rowCounts(desk.store)).toEqual(counts)
    expect(await factRows(desk.store)).toEqual(before)
  })
})
