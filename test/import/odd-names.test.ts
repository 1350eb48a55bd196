// Names that look like others or cannot be stored as they are: taken whole, held, or refused.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makeWorkbook } from '../../src/graph/reading/workbook/workbook-bytes.case.ts'
import { find } from '../../src/graph/search/index.ts'
import { readWindow } from '../../src/graph/sources/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { readingOf, TENANT } from './desk.ts'
import { standing } from './facts.ts'
import { type FirmRow, firmsCsv, firmsMapping } from './tables.ts'

const TITLES = ['编号', '企业名称', '营业收入（万元）', '主要产品']

/** A workbook whose cells hold these texts as XML has them, escapes and all. */
function workbookOf(rows: readonly (readonly string[])[]): Uint8Array {
  const xml = rows.map((cells, at) => {
    const inner = cells.map(
      (text, column) =>
        `<c r="${'ABCD'[column]}${at + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
    )
    return `<row r="${at + 1}">${inner.join('')}</row>`
  })
  return makeWorkbook({ sheets: [{ name: '企业', xml: `<sheetData>${xml.join('')}</sheetData>` }] })
}

onEachEngine((engine) => {
  const shared = blockDesk(engine)

  describe('names', () => {
    test('of the supplementary planes are kept whole, found and shown', async () => {
      const { desk } = shared
      const rows: FirmRow[] = [
        ['A1', '𬭎业𠮷林😀有限公司', '1', '𬭎靶材'],
        ['A2', '㐂公司', '2', '硅片'],
      ]
      const source = await desk.bring('planes.csv', firmsCsv(rows))
      const { batch } = await desk.import(source, firmsMapping('planes'))
      expect(batch.counts).toMatchObject({ rows: 2, new: 2, held: 0 })
      expect(await standing(desk.store, 'planes')).toEqual([
        'A1 makes 𬭎靶材',
        'A1 name 𬭎业𠮷林😀有限公司',
        'A1 revenue 1',
        'A2 makes 硅片',
        'A2 name 㐂公司',
        'A2 revenue 2',
      ])
      const groups = await find(await readingOf(desk), { text: '𬭎业𠮷', limitPerKind: 5 })
      expect(groups.flatMap(({ items }) => items.map(({ name }) => name))).toEqual([
        '𬭎业𠮷林😀有限公司',
      ])
    })

    test('with signs that nobody sees wait for a person, with the cell named', async () => {
      const { desk } = shared
      const odd = [
        '甲\u200b公司',
        '乙\u202e司公\u202c',
        '丙\u0007公司',
        '丁\ufeff公司',
        '戊\u2066x\u2069',
      ]
      const rows = odd.map((name, at): FirmRow => [`A${at}`, name, '1', '硅片'])
      const source = await desk.bring(
        'unseen.csv',
        firmsCsv([...rows, ['A9', '好公司', '1', '硅片']]),
      )
      const { batch } = await desk.import(source, firmsMapping('unseen'))
      expect(batch.counts).toMatchObject({ rows: 6, new: 1, held: 5 })
      const held = await desk.ranges(batch.id, 'held')
      for (const [at, { reasons, cells }] of held.entries()) {
        expect(reasons[0]).toMatchObject({ code: 'text-suspicious', cells: `B${at + 2}` })
        expect(reasons[0]?.words.en).not.toMatch(/[{}]/)
        expect(cells?.[1]).toBe(odd[at])
      }
      expect(await standing(desk.store, 'unseen')).toHaveLength(3)
    })

    test('in full width and of double characters are one thing by their code', async () => {
      const { desk } = shared
      const rows: FirmRow[] = [
        ['A1', '甲公司', '１，０００', '硅片'],
        ['A1', '甲公司', '１，０００', '硅片'],
      ]
      const source = await desk.bring('width.csv', firmsCsv(rows))
      const { batch } = await desk.import(source, firmsMapping('width'))
      expect(batch.counts).toMatchObject({ rows: 2, refused: 0 })
      const { rows: things } = await sql<{ code: string }>`
        select code from thing where scheme = 'list:width' and kind = 'firm'`.execute(
        desk.store.read,
      )
      expect(things).toEqual([{ code: 'A1' }])
    })
  })

  describe('what a database cannot hold', () => {
    test('a NUL far down in a text is held like any control character', async () => {
      const { desk } = shared
      const rows = Array.from(
        { length: 4_000 },
        (_, at): FirmRow => [
          `A${at}`,
          at === 3_990 ? '甲\u0000公司' : `${at}号有限责任公司`,
          '1',
          '硅片',
        ],
      )
      const source = await desk.bring('nul.csv', firmsCsv(rows))
      const { job, batch } = await desk.import(source, firmsMapping('nul'))
      expect(job.problem).toBeNull()
      expect(batch.counts).toMatchObject({ rows: 4_000, new: 3_999, held: 1 })
      const [held] = await desk.ranges(batch.id, 'held')
      expect(held?.cells?.[0]).toBe('A3990')
    })

    test('escapes of a workbook for a NUL and for half a character', async () => {
      const { desk } = shared
      const bytes = workbookOf([
        TITLES.map((title, at) => (at === 3 ? `${title}_x0000_` : title)),
        ['A1', '甲_x0000_公司', '1', '硅片'],
        ['A2', '乙_xD83D_公司', '2', '硅片_xDE00_'],
        ['A3', '丙公司', '3', '硅片'],
      ])
      const source = await desk.bring('escapes.xlsx', bytes)
      const mapping = firmsMapping('escapes')
      const product = { column: { index: 3 }, steps: [{ trim: true as const }] }
      const fields = { ...mapping.fields, product }
      const { job, batch } = await desk.import(source, { ...mapping, fields })
      expect(job.problem).toBeNull()
      expect(batch.counts.rows).toBe(3)
      expect(await standing(desk.store, 'escapes')).toEqual(
        expect.arrayContaining(['A3 name 丙公司', 'A3 makes 硅片']),
      )
      const place = { sheet: '企业', first: 1, last: 4 }
      const window = await readWindow(desk.store.read, TENANT, source, place)
      expect(window.rows).toHaveLength(4)
    })
  })
})
