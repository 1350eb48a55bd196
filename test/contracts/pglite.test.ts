// What only the embedded engine must do: lock its directory, survive kill -9, and never hang.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { startChild } from './children.ts'
import { embedded, type Place } from './engines.ts'

const ENDLESS = 'do $$ begin loop end loop; end $$'

describe('lock', () => {
  test('a second opener is refused, in this process and from another', async () => {
    const place = await embedded.freshPlace()
    const child = startChild('hold', place.options)
    await child.said(1)
    await expect(openStore(place.options)).rejects.toMatchObject({
      code: 'store-locked',
      details: { pid: child.process.pid, directory: place.options.directory },
    })
    await child.kill()
    const store = await openStore(place.options)
    await expect(openStore(place.options)).rejects.toMatchObject({ code: 'store-locked' })
    await store.close()
    await (await openStore(place.options)).close()
    await place.remove()
  })

  test('a failed opening gives the lock back', async () => {
    const place = await embedded.freshPlace()
    const migrations = join(place.options.directory, 'bad')
    await (await openStore(place.options)).close()
    await writeFile(join(place.options.directory, 'kept'), '')
    await expect(openStore({ ...place.options, migrations })).rejects.toThrow()
    await rm(migrations, { recursive: true, force: true })
    await (await openStore(place.options)).close()
    await place.remove()
  })
})

describe('kill -9', () => {
  test('loses nothing that was acknowledged and leaves nothing half done, three times', async () => {
    const place = await embedded.freshPlace()
    const store = await openStore(place.options)
    await sql`create table account (id int primary key, balance int not null)`.execute(store.read)
    await sql`insert into account values (1, 0), (2, 0)`.execute(store.read)
    await store.close()
    let acknowledged = 0
    for (let round = 0; round < 3; round++) {
      const child = startChild('transfer', place.options)
      await child.said(10 + Math.floor(Math.random() * 60))
      await child.kill()
      acknowledged += child.lines.length - 1
      const again = await openStore(place.options)
      const { rows } = await sql<{
        balance: number
      }>`select balance from account order by id`.execute(again.read)
      await again.close()
      const [from, to] = rows.map(({ balance }) => balance)
      expect((from ?? 0) + (to ?? 0)).toBe(0)
      expect(to).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = to ?? 0
    }
    await place.remove()
  })
})

describe('watchdog', () => {
  const openWatched = async (watchdogMs: number): Promise<{ store: Store; place: Place }> => {
    const place = await embedded.freshPlace()
    await (await openStore(place.options)).close()
    return { store: await openStore({ ...place.options, watchdogMs }), place }
  }

  test('ends a hung question with a problem; who waits behind it is served', async () => {
    const { store, place } = await openWatched(3_000)
    await sql`create table kept (id int)`.execute(store.read)
    await sql`insert into kept values (1)`.execute(store.read)
    let ticks = 0
    const clock = setInterval(() => ticks++, 20)
    const hung = store.transaction(async (tx) => {
      await sql`insert into kept values (2)`.execute(tx)
      await sql.raw(ENDLESS).execute(tx)
    })
    const waiting = sql`select id from kept`.execute(store.read)
    await expect(hung).rejects.toMatchObject({
      code: 'store-unreachable',
      details: { reasonEn: expect.stringContaining('3000 ms') },
    })
    expect((await waiting).rows).toEqual([{ id: 1 }])
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(20)
    await store.transaction((tx) => sql`insert into kept values (3)`.execute(tx))
    await store.close()
    await place.remove()
  })

  test('time between questions does not count, nor does a transaction as a whole', async () => {
    const { store, place } = await openWatched(2_000)
    const slept = await store.transaction(async (tx) => {
      for (let turn = 0; turn < 4; turn++) {
        await sql`select pg_sleep(0.1)`.execute(tx)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      return sql<{ one: number }>`select 1 as one`.execute(tx)
    })
    expect(slept.rows).toEqual([{ one: 1 }])
    await new Promise((resolve) => setTimeout(resolve, 2_200))
    expect((await sql`select 1 as one`.execute(store.read)).rows).toEqual([{ one: 1 }])
    await store.close()
    await place.remove()
  })
})
