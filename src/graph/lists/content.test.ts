import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addTenant, onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { type Uuid, uuidOf } from '../../base/index.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import { putRows, stageContents } from './content.ts'
import { withIds } from './entry.ts'
import type { RowContent, StoredRow, StoredVersion, VersionKey } from './model.ts'
import { insertVersion, readRows } from './version-store.ts'

const TENANT = 1
const chain = uuidOf('content-test', 'chain')
const key = (number: number): VersionKey => ({ chain, list: 'all', number })

const version = (number: number): StoredVersion => ({
  ...{ ...key(number), state: 'draft', revision: 1, definition: {}, home: '' },
  ...{ known: '2026-11-30T00:00:00.000Z', valid: '2026-11-30' },
  ...{ candidates: 0, undecided: 0, seal: null },
})

const nameOf = (text: string): RowContent['name'] => ({
  ...{ kind: 'read', id: `c.${uuidOf('content-test', text)}`, text, operator: '=' },
  ...{ number: null, low: null, high: null, unit: '', period: null },
  ...{ synthetic: true, stale: false },
})

const rowOf = (at: number, text = `第${at}行`): StoredRow => ({
  thing: uuidOf('content-test', String(at)),
  place: at + 1,
  content: {
    ...{ kind: 'firm', name: nameOf(text), entered: 'rule', cells: [], conditions: [] },
    office: null,
  },
  curation: null,
})

const contentsOf = (rows: readonly StoredRow[]) => rows.map(({ content }) => content)

onEachEngine((engine) => {
  const shared = sharedStore(engine)

  test('what rows hold is written ahead unseen, shown at once, and kept while a version names it', async () => {
    enterTenant(TENANT)
    const { store } = shared
    await addTenant(store, TENANT)
    const kept = async (): Promise<Uuid[]> => {
      const { rows } = await sql<{ id: Uuid }>`
        select id from list_content where tenant = ${TENANT} order by id`.execute(store.read)
      return rows.map(({ id }) => id)
    }
    const put = async (number: number, rows: readonly StoredRow[]) => {
      const staged = await stageContents(store, TENANT, contentsOf(rows))
      await store.transaction((tx) => putRows(tx, TENANT, key(number), { rows, staged }), {
        tenant: TENANT,
      })
      expect(await readRows(store.read, TENANT, key(number))).toEqual(rows)
    }
    await store.transaction(
      async (tx) => {
        for (const number of [1, 2]) await insertVersion(tx, TENANT, version(number))
      },
      { tenant: TENANT },
    )
    const rows = Array.from({ length: 600 }, (_, at) => rowOf(at))

    await stageContents(store, TENANT, contentsOf(rows))
    expect(await readRows(store.read, TENANT, key(1))).toEqual([])
    const staged = await kept()
    expect(staged).toHaveLength(600)

    await put(1, rows)
    expect(await kept()).toEqual(staged)
    await put(2, rows)
    expect(await kept()).toEqual(staged)

    const changed = rows.with(7, rowOf(7, '改过'))
    await put(2, changed)
    expect(await kept()).toHaveLength(601)
    await put(1, changed)
    expect(await kept()).toHaveLength(600)
    await put(2, changed.slice(0, 10).toReversed())
    await put(1, [])
    expect(await kept()).toHaveLength(10)
  })
})

test('a row is another only where it cites a figure that has another id by now', () => {
  const { content } = rowOf(1)
  const ids = new Map([[content.name.id, 'd.kept']])
  expect(withIds(content, ids)).toEqual({ ...content, name: { ...content.name, id: 'd.kept' } })
  const other = rowOf(2).content
  expect(withIds(other, ids)).toBe(other)
})
