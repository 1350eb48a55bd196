// What an import promises: outcomes row by row, one publication, no trace of a rehearsal.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { decideClaims } from '../../src/graph/evidence/index.ts'
import { publishImport } from '../../src/graph/intake/index.ts'
import { readWindow } from '../../src/graph/sources/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { TENANT } from './desk.ts'

import { heldClaims, rowCounts, standing } from './facts.ts'
import { type FirmRow, firmsCsv, firmsMapping } from './tables.ts'

const FIRST: FirmRow[] = [
  ['A1', '甲电子有限公司', '1000', '硅片'],
  ['A2', '乙材料有限公司', '2,000', '光刻胶'],
  ['A3', '丙装备有限公司', '约3000', ''],
  ['B4', '待核实', '50', '清洗机'],
  ['5', '戊公司', '60', '靶材'],
  ['A6', '己公司', '-7', '抛光液'],
  ['A7', '', '8', '特气'],
]

const FIRST_FACTS = [
  'A1 makes 硅片',
  'A1 name 甲电子有限公司',
  'A1 revenue 1000',
  'A2 makes 光刻胶',
  'A2 name 乙材料有限公司',
  'A2 revenue 2,000',
  'A3 name 丙装备有限公司',
  'A3 revenue 约3000',
  'A6 makes 抛光液',
  'A6 name 己公司',
]

onEachEngine((engine) => {
  const shared = blockDesk(engine)

  describe('rows', () => {
    test('every row of a first table is new, held or refused, and says why', async () => {
      const { desk } = shared
      const source = await desk.bring('firms-2025.csv', firmsCsv(FIRST))
      const { job, batch } = await desk.import(source, firmsMapping('rows'))
      expect(job).toMatchObject({ state: 'done', result: { published: true } })
      const counts = { rows: 7, new: 3, held: 2, refused: 2, changed: 0, same: 0, possible: 0 }
      expect(batch.counts).toEqual({ ...counts, claims: 14 })
      expect(batch.state).toBe('published')
      expect(await standing(desk.store, 'rows')).toEqual(FIRST_FACTS)
      const ranges = await desk.ranges(batch.id)
      expect(ranges.map(({ first, last, outcome }) => [first, last, outcome])).toEqual([
        [2, 4, 'new'],
        [5, 5, 'held'],
        [6, 6, 'refused'],
        [7, 7, 'held'],
        [8, 8, 'refused'],
      ])
      const [held, refused, cell, nameless] = ranges.slice(1)
      expect(held).toMatchObject({ cells: ['B4', '待核实', '50', '清洗机'] })
      expect(refused).toMatchObject({
        cells: ['5', '戊公司', '60', '靶材'],
        reasons: [
          { field: 'code', cells: 'A6', words: { zh: '编号应如 A1', en: 'a number is like A1' } },
        ],
      })
      expect(cell?.reasons).toMatchObject([{ field: 'revenue', cells: 'C7' }])
      expect(nameless?.reasons).toMatchObject([
        { field: 'name', cells: 'B8', code: 'column-empty' },
      ])
    })

    test('held rows are stored as drafts that the decision of the batch does not publish', async () => {
      const { rows } = await sql<{ code: string; property: string; held: boolean }>`
        select t.code, c.property, c.held from claim c
        join thing t on t.tenant = c.tenant and t.id = c.subject
        where t.scheme = 'list:rows' and c.held order by t.code, c.property`.execute(
        shared.desk.store.read,
      )
      expect(rows.map(({ code, property }) => `${code} ${property}`)).toEqual([
        'A6 revenue',
        'B4 makes',
        'B4 name',
        'B4 revenue',
      ])
    })

    test('the same file again is the same, and no row is added anywhere', async () => {
      const { desk } = shared
      const before = await rowCounts(desk.store)
      const source = await desk.bring('again.csv', firmsCsv(FIRST))
      const { job, batch } = await desk.import(source, firmsMapping('rows'))
      expect(job.state).toBe('done')
      expect(batch.counts).toMatchObject({
        rows: 7,
        same: 3,
        new: 0,
        held: 2,
        refused: 2,
        claims: 0,
      })
      expect(await rowCounts(desk.store)).toEqual(before)
    })

    test('next year one value differs, and that row alone is changed', async () => {
      const { desk } = shared
      const rows = FIRST.slice(0, 3).map(
        ([code, name, revenue, product]): FirmRow =>
          code === 'A2' ? [code, name, '2,500', product] : [code, name, revenue, product],
      )
      const next = [...rows, ['A9', '壬电子有限公司', '90', '硅片'] as const]
      const source = await desk.bring('firms-2026.csv', firmsCsv(next))
      const { batch } = await desk.import(source, firmsMapping('rows'))
      expect(batch.counts).toMatchObject({ rows: 4, same: 2, changed: 1, new: 1, possible: 0 })
      const ranges = await desk.ranges(batch.id)
      expect(ranges.map(({ first, outcome }) => [first, outcome])).toEqual([
        [2, 'same'],
        [3, 'changed'],
        [4, 'same'],
        [5, 'new'],
      ])
      const revenues = (await standing(desk.store, 'rows')).filter((fact) =>
        fact.startsWith('A2 revenue'),
      )
      expect(revenues).toEqual(['A2 revenue 2,000', 'A2 revenue 2,500'])
    })

    test('of every sheet stay readable, whichever mapping brought it and however it was cut', async () => {
      const { desk } = shared
      const [titles = '', ...rows] = firmsCsv(FIRST).trim().split('\n')
      const columns = titles.split(',')
      const sheet = (name: string) => ({
        sheet: name,
        data: [columns, ...rows.map((row) => [...row.split(',').slice(0, 3), name])],
      })
      const file = await writeExcelFile([sheet('甲'), sheet('乙')]).toBuffer()
      const source = await desk.bring('two-sheets.xlsx', file)
      const of = (name: string) => ({
        ...firmsMapping(name === '甲' ? 'sheet-one' : 'sheet-two'),
        match: { sheet: name },
      })
      await desk.import(source, of('甲'))
      await desk.import(source, of('乙'))
      await desk.import(source, of('甲'))
      const window = (name: string) =>
        readWindow(desk.store.read, TENANT, source, { sheet: name, first: 1, last: 99 })
      for (const name of ['甲', '乙']) {
        const { rows: found, lastRow } = await window(name)
        expect(found.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
        expect(found.slice(1).map(({ cells }) => cells[3])).toEqual(new Array(7).fill(name))
        expect(lastRow).toBe(8)
      }
    })

    test('a firm of the same name under another key is a possible match, and is not merged', async () => {
      const { desk } = shared
      const source = await desk.bring('other.csv', firmsCsv([['Z1', '甲电子有限公司', '1', '']]))
      const { batch } = await desk.import(source, firmsMapping('other-key'))
      expect(batch.counts).toMatchObject({ rows: 1, possible: 1, new: 0 })
      const [range] = await desk.ranges(batch.id, 'possible')
      expect(range?.reasons[0]?.code).toMatch(/^possible-match:/)
      expect(range?.reasons[0]?.words.zh).toContain('甲电子有限公司')
      expect(range?.reasons[0]?.words.en).toContain('甲电子有限公司')
      expect(await standing(desk.store, 'other-key')).toContain('Z1 name 甲电子有限公司')
    })
  })

  describe('publication', () => {
    test('shows all at once and nothing before', async () => {
      const { desk } = shared
      const source = await desk.bring('later.csv', firmsCsv(FIRST.slice(0, 3)))
      const { job, batch } = await desk.import(source, firmsMapping('later'), { publish: false })
      expect(batch.state).toBe('ready')
      expect(await standing(desk.store, 'later')).toEqual([])
      const { rules } = desk.installation
      const rehearsal = await desk.context({ dryRun: true })
      expect(await publishImport(rehearsal, rules, { job: job.id })).toMatchObject({ claims: 8 })
      expect(await standing(desk.store, 'later')).toEqual([])
      const published = await publishImport(await desk.context(), rules, { job: job.id })
      expect(published.claims).toBe(8)
      expect(await standing(desk.store, 'later')).toEqual(FIRST_FACTS.slice(0, 8))
      const again = await publishImport(await desk.context(), rules, { job: job.id })
      expect(again.claims).toBe(0)
    })

    test('a possible match stays one however often it is staged before it is published', async () => {
      const { desk } = shared
      const content = firmsCsv([['Z1', '乙材料有限公司', '1', '']])
      const source = await desk.bring('staged.csv', content)
      for (let round = 0; round < 2; round += 1) {
        const { batch } = await desk.import(source, firmsMapping('staged'), { publish: false })
        expect(batch.counts).toMatchObject({ rows: 1, possible: 1, new: 0, claims: 2 })
      }
    })
  })

  describe('a source that a machine read', () => {
    test('is never published as a whole: each of its claims waits for a person', async () => {
      const { desk } = shared
      const { rules } = desk.installation
      const source = await desk.bring('read.csv', firmsCsv(FIRST.slice(0, 2)))
      const machine = { class: 'machine-read' as const, publisher: '机器读取', synthetic: true }
      const mapping = firmsMapping('machine', { source: machine })
      const { job, batch } = await desk.import(source, mapping, { publish: false })
      const publishing = publishImport(await desk.context(), rules, { job: job.id })
      await expect(publishing).rejects.toMatchObject({ code: 'forbidden' })
      const claims = await heldClaims(desk.store, batch.id)
      expect(claims).toHaveLength(6)
      expect(await standing(desk.store, 'machine')).toEqual([])
      await decideClaims(await desk.context(), rules, { kind: 'publish', claims, reason: null })
      expect(await standing(desk.store, 'machine')).toEqual(FIRST_FACTS.slice(0, 6))
    })
  })

  describe('a rehearsal', () => {
    test('tells what would happen and leaves no trace of it', async () => {
      const { desk } = shared
      const source = await desk.bring('dry.csv', firmsCsv(FIRST))
      const { batch: _, mapping: __, ...before } = await rowCounts(desk.store)
      const choice = { publish: true, dryRun: true }
      const { job, batch } = await desk.import(source, firmsMapping('dry'), choice)
      expect(job).toMatchObject({ state: 'done', result: { published: false } })
      expect(job.result).toMatchObject({ counts: { rows: 7, held: 2, refused: 2 } })
      expect(batch.counts).toMatchObject({ rows: 7, held: 2, refused: 2 })
      const ranges = await desk.ranges(batch.id)
      expect(ranges.map(({ first, outcome }) => [first, outcome])).toEqual([
        [2, 'possible'],
        [3, 'possible'],
        [4, 'possible'],
        [5, 'held'],
        [6, 'refused'],
        [7, 'held'],
        [8, 'refused'],
      ])
      expect(await rowCounts(desk.store)).toMatchObject(before)
      expect(await standing(desk.store, 'dry')).toEqual([])
    })
  })
})
