// The store's contract, told once and kept by both engines.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openStore, outsideTenants, prepared } from '../../src/store/index.ts'
import { asOwner, makeTable, onEachEngine, sharedStore } from './engines.ts'

onEachEngine((engine) => {
  describe('transactions', () => {
    const shared = sharedStore(engine)

    test('what throws is rolled back, what returns is kept', async () => {
      const { store } = shared
      await makeTable(store, shared.place, 'kept (id int primary key)')
      const failing = store.transaction(async (tx) => {
        await sql`insert into kept values (1)`.execute(tx)
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      await store.transaction((tx) => sql`insert into kept values (2)`.execute(tx))
      const { rows } = await sql`select id from kept`.execute(store.read)
      expect(rows).toEqual([{ id: 2 }])
    })

    test('touching the pool inside a transaction throws, and again works after it', async () => {
      const { store } = shared
      const touching = store.transaction(() => sql`select 1`.execute(store.read))
      await expect(touching).rejects.toThrow(/inside a transaction/)
      const nesting = store.transaction(() => store.transaction(async () => 1))
      await expect(nesting).rejects.toThrow(/inside a transaction/)
      expect((await sql`select 1 as one`.execute(store.read)).rows).toEqual([{ one: 1 }])
    })

    test('what a transaction has started but not awaited may use the pool after its end', async () => {
      const { store } = shared
      let finish = (): void => {}
      const gate = new Promise<void>((resolve) => {
        finish = resolve
      })
      const later = await store.transaction(async () => {
        return { work: gate.then(() => sql`select 1 as one`.execute(store.read)) }
      })
      finish()
      expect((await later.work).rows).toEqual([{ one: 1 }])
    })

    test('the tenant is visible inside its transaction and nowhere else', async () => {
      const { store } = shared
      const tenant = sql<{ tenant: string | null }>`
        select nullif(current_setting('app.tenant', true), '') as tenant`
      await outsideTenants(async () => {
        const inside = await store.transaction(async (tx) => tenant.execute(tx), { tenant: 42 })
        expect(inside.rows).toEqual([{ tenant: '42' }])
        expect((await tenant.execute(store.read)).rows).toEqual([{ tenant: null }])
        const odd = store.transaction(async () => 1, { tenant: 1.5 })
        await expect(odd).rejects.toThrow(/whole number/)
      })
    })

    test('a read-only transaction refuses to write', async () => {
      const writing = shared.store.transaction(
        (tx) => sql`create table never (id int)`.execute(tx),
        { readOnly: true },
      )
      await expect(writing).rejects.toMatchObject({ code: '25006' })
    })

    test('a prepared statement answers for what it is given, and after its table has changed', async () => {
      const { store } = shared
      await makeTable(store, shared.place, 'asked (id int primary key, word text)')
      await sql`insert into asked values (1, 'one'), (2, 'two')`.execute(store.read)
      const ask = async (id: number) =>
        (await prepared(sql`select * from asked where id = ${id}`).execute(store.read)).rows
      for (let at = 0; at < 7; at++) expect(await ask(1)).toEqual([{ id: 1, word: 'one' }])
      expect(await ask(2)).toEqual([{ id: 2, word: 'two' }])
      await asOwner(store, shared.place, 'alter table asked add column more int')
      expect(await ask(2)).toEqual([{ id: 2, word: 'two', more: null }])
      await expect(prepared(sql`select ${'x'}::int`).execute(store.read)).rejects.toMatchObject({
        code: '22P02',
      })
    })

    test('an error of the server keeps its code and leaves the session usable', async () => {
      const { store } = shared
      await expect(sql`select * from nowhere`.execute(store.read)).rejects.toMatchObject({
        code: '42P01',
      })
      await expect(sql`select ${'x'}::int`.execute(store.read)).rejects.toMatchObject({
        code: '22P02',
      })
      const broken = store.transaction(async (tx) => {
        await sql`select 1/0`.execute(tx)
      })
      await expect(broken).rejects.toMatchObject({ code: '22012' })
      expect((await sql`select 1 as one`.execute(store.read)).rows).toEqual([{ one: 1 }])
    })

    test('readers get their turn between the transactions of a long import', async () => {
      const { store } = shared
      const order: string[] = []
      const importing = (async () => {
        for (let chunk = 0; chunk < 5; chunk++) {
          await store.transaction(async (tx) => {
            await sql`select pg_sleep(0.02)`.execute(tx)
            order.push('chunk')
          })
        }
      })()
      const reading = sql`select 1`.execute(store.read).then(() => order.push('reader'))
      await Promise.all([importing, reading])
      expect(order.indexOf('reader')).toBeLessThan(3)
    })
  })

  describe('types', () => {
    const shared = sharedStore(engine)

    test('both engines hand over the same values', async () => {
      const { rows } = await sql`select
        9007199254740993::int8 as int8, array[1, null]::int8[] as int8s, 7::int4 as int4,
        1.50::numeric as numeric, array[0.10]::numeric[] as numerics,
        date '2021-10-26' as date, array[date '2021-10-26'] as dates,
        timestamptz '2026-01-02 03:04:05+08' as time,
        timestamptz '2026-01-02 03:04:05.123456+00' as micros,
        array[timestamptz '2026-01-02 03:04:05+00'] as times,
        '\\x00ff'::bytea as bytea, '{"a": [1, null]}'::jsonb as jsonb, '[1]'::json as json,
        true as bool, array['甲,乙', '"', null]::text[] as texts, 1.5::float8 as float8,
        null::text as nothing`.execute(shared.store.read)
      expect(rows).toEqual([
        {
          int8: 9007199254740993n,
          int8s: [1n, null],
          int4: 7,
          numeric: '1.50',
          numerics: ['0.10'],
          date: '2021-10-26',
          dates: ['2021-10-26'],
          time: '2026-01-01T19:04:05.000Z',
          micros: '2026-01-02T03:04:05.123456Z',
          times: ['2026-01-02T03:04:05.000Z'],
          bytea: new Uint8Array([0, 255]),
          jsonb: { a: [1, null] },
          json: [1],
          bool: true,
          texts: ['甲,乙', '"', null],
          float8: 1.5,
          nothing: null,
        },
      ])
    })

    test('trigrams are at hand', async () => {
      const { rows } = await sql<{ alike: boolean }>`select similarity('变压器', '变压器厂') > 0.3
        as alike`.execute(shared.store.read)
      expect(rows).toEqual([{ alike: true }])
    })
  })

  describe('migrations', () => {
    const write = async (folder: string, files: Record<string, string>): Promise<string> => {
      await mkdir(folder, { recursive: true })
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
      return folder
    }
    const first = { '0001_one.sql': '-- One.\ncreate table one (id int);' }
    const second = { '0002_two.sql': '-- Two.\ncreate table two (id int);\nselect 1;' }

    test('are applied in order, once, and refuse an edited or a newer history', async () => {
      const place = await engine.emptyPlace()
      const { options } = place
      const folder = (name: string): string => join(options.directory, name)
      const one = await write(folder('one'), first)
      const both = await write(folder('both'), { ...first, ...second })
      const edited = await write(folder('edited'), {
        '0001_one.sql': '-- One.\ncreate table one (id text);',
        ...second,
      })
      for (const migrations of [one, both, both]) {
        const store = await openStore({ ...options, migrations })
        await store.close()
      }
      const store = await openStore({ ...options, migrations: both })
      const { rows } =
        await sql`select version, name from schema_migration order by version`.execute(store.read)
      expect(rows).toEqual([
        { version: 1, name: '0001_one' },
        { version: 2, name: '0002_two' },
      ])
      await store.close()
      await expect(openStore({ ...options, migrations: edited })).rejects.toMatchObject({
        code: 'store-edited',
      })
      await expect(openStore({ ...options, migrations: one })).rejects.toMatchObject({
        code: 'store-newer',
        details: { found: 2, known: 1 },
      })
      await place.remove()
    })

    test('one that fails leaves nothing behind and names itself', async () => {
      const place = await engine.emptyPlace()
      const { options } = place
      const bad = await write(join(options.directory, 'bad'), {
        ...first,
        '0002_bad.sql': '-- Bad.\ncreate table two (id int);\nselect * from nowhere;',
      })
      await expect(openStore({ ...options, migrations: bad })).rejects.toThrow(/0002_bad/)
      const good = await write(join(options.directory, 'good'), { ...first, ...second })
      const store = await openStore({ ...options, migrations: good })
      expect((await sql`select count(*)::int as n from two`.execute(store.read)).rows).toEqual([
        { n: 0 },
      ])
      await store.close()
      await place.remove()
    })
  })
})
