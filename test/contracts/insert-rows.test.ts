// Bulk insertion: every type arrives as it was, and conflicts are skipped, on both engines.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Column, INSERT_ROWS_MAX, insertRows } from '../../src/store/index.ts'
import { makeTable, onEachEngine, sharedStore } from './engines.ts'

const SCALARS = ['uuid', 'text', 'int2', 'int4', 'int8', 'date', 'numeric', 'jsonb', 'bool']
const TYPES = [...SCALARS, 'bytea', 'timestamptz']
const COLUMNS = [...TYPES, ...TYPES.map((type) => `${type}[]`)].map((type, position) => ({
  name: `c${position}`,
  type,
})) as Column[]

const VALUES: unknown[] = [
  '00000000-0000-8000-8000-0000000000ff',
  '甲\t乙\\n\n丙\r"丁", {戊} \\N 𠮷',
  -7,
  2_000_000_000,
  9007199254740993n,
  '2021-10-26',
  '-0.00012300',
  { list: [1, null, '引"号\\'], deep: { 键: 'tab\t' } },
  true,
  new Uint8Array([0, 92, 255]),
  '2026-01-02T03:04:05.678Z',
]
const HOSTILE = ['', 'null', 'NULL', 'a,b', '{}', '"', '\\', "'", ' ', '\t', '\n']

onEachEngine((engine) => {
  describe('insertRows', () => {
    const shared = sharedStore(engine)

    test('every type and its array come back as they went in, and so does null', async () => {
      const { store } = shared
      const definition = COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ')
      await makeTable(store, shared.place, `everything (n int primary key, ${definition})`)
      const columns: Column[] = [{ name: 'n', type: 'int4' }, ...COLUMNS]
      const arrays = VALUES.map((value) => [value, null, value])
      arrays[1] = [...HOSTILE, null]
      const full = [1, ...VALUES, ...arrays]
      const empty = [2, ...COLUMNS.map(() => null)]
      const hollow = [3, ...VALUES, ...VALUES.map(() => [])]
      await store.transaction((tx) => insertRows(tx, 'everything', columns, [full, empty]))
      await store.transaction((tx) =>
        insertRows(tx, 'everything', columns, [hollow], { onConflict: 'nothing' }),
      )
      const names = columns.map(({ name }) => name).join(', ')
      const { rows } = await sql
        .raw<Record<string, unknown>>(`select ${names} from everything order by n`)
        .execute(store.read)
      expect(rows.map((row) => columns.map(({ name }) => row[name]))).toEqual([full, empty, hollow])
    })

    test('conflicts are skipped, within the call and with what is there', async () => {
      const { store } = shared
      const narrow = `narrow (id int primary key, name text not null, rest text default '-')`
      await makeTable(store, shared.place, narrow)
      const columns: Column[] = [
        { name: 'id', type: 'int4' },
        { name: 'name', type: 'text' },
      ]
      const insert = (rows: unknown[][]) =>
        store.transaction((tx) =>
          insertRows(tx, 'narrow', columns, rows, { onConflict: 'nothing', returning: 'id' }),
        )
      expect(
        await insert([
          [1, 'a'],
          [2, 'b'],
          [1, 'again'],
        ]),
      ).toEqual({ count: 2, returned: [1, 2] })
      expect(
        await insert([
          [2, 'other'],
          [3, 'c'],
        ]),
      ).toEqual({ count: 1, returned: [3] })
      expect(await insert([])).toEqual({ count: 0, returned: [] })
      const { rows } = await sql`select * from narrow order by id`.execute(store.read)
      expect(rows).toEqual([
        { id: 1, name: 'a', rest: '-' },
        { id: 2, name: 'b', rest: '-' },
        { id: 3, name: 'c', rest: '-' },
      ])
    })

    test('two calls for one table in one transaction do not mix', async () => {
      const { store } = shared
      await makeTable(store, shared.place, 'twice (id int primary key)')
      const columns: Column[] = [{ name: 'id', type: 'int4' }]
      const counts = await store.transaction(async (tx) => {
        const first = await insertRows(tx, 'twice', columns, [[1], [2]], { onConflict: 'nothing' })
        const second = await insertRows(tx, 'twice', columns, [[2], [3]], { onConflict: 'nothing' })
        return [first.count, second.count]
      })
      expect(counts).toEqual([2, 1])
    })

    test('without leave to skip, a conflict fails the whole and the transaction with it', async () => {
      const { store } = shared
      await makeTable(store, shared.place, 'strict (id int primary key)')
      const columns: Column[] = [{ name: 'id', type: 'int4' }]
      const insert = store.transaction((tx) => insertRows(tx, 'strict', columns, [[1], [1]]))
      await expect(insert).rejects.toMatchObject({ code: '23505' })
      const wrong = store.transaction((tx) => insertRows(tx, 'strict', columns, [['x']]))
      await expect(wrong).rejects.toMatchObject({ code: '22P02' })
      const { rows } = await sql`select count(*)::int as n from strict`.execute(store.read)
      expect(rows).toEqual([{ n: 0 }])
    })

    test('more rows than the limit are our own mistake', async () => {
      const rows = Array.from({ length: INSERT_ROWS_MAX + 1 }, (_, id) => [id])
      const insert = shared.store.transaction((tx) =>
        insertRows(tx, 'strict', [{ name: 'id', type: 'int4' }], rows),
      )
      await expect(insert).rejects.toThrow(/at most/)
    })
  })
})
