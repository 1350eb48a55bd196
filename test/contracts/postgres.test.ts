// What only a server can do to us: be away, close our sessions, or not let us in.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import {
  inTenant,
  openQueue,
  openStore,
  outsideTenants,
  readJob,
  type StoreOptions,
} from '../../src/store/index.ts'
import { maintain, postgresUrl } from '../database.ts'
import { addTenant, makeTable, PERSON, type Place, served } from './engines.ts'

describe.skipIf(postgresUrl === null)('a PostgreSQL server', () => {
  /** A role that may use the database, and what else it is granted. */
  async function lowerRole(place: Place, ...grants: string[]): Promise<StoreOptions> {
    const role = `low_${randomBytes(6).toString('hex')}`
    const url = new URL(place.ownerUrl ?? '')
    const client = new pg.Client(url.href)
    await client.connect()
    await client.query(`create role ${role} login`)
    for (const grant of grants) await client.query(`grant ${grant} to ${role}`)
    await client.end()
    url.username = role
    return { directory: place.options.directory, databaseUrl: url.href }
  }

  test('that is not there is a problem, not a crash', async () => {
    const place = await served.emptyPlace()
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none'
    const opening = openStore({ ...place.options, databaseUrl })
    await expect(opening).rejects.toMatchObject({ code: 'store-unreachable' })
    await place.remove()
  })

  test('that closes our sessions is a problem for who was using them, and for nobody else', async () => {
    const place = await served.freshPlace()
    const store = await openStore(place.options)
    await makeTable(store, place, 'half (id int)')
    const killOthers = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    const cut = store.transaction(async (tx) => {
      await sql`insert into half values (0)`.execute(tx)
      const other = new pg.Client(place.ownerUrl)
      await other.connect()
      await other.query(killOthers.compile(tx).sql)
      await other.end()
      await sql`insert into half values (1)`.execute(tx)
    })
    await expect(cut).rejects.toMatchObject({ code: 'store-unreachable' })
    expect((await sql`select id from half`.execute(store.read)).rows).toEqual([])
    await store.close()
    await place.remove()
  })

  test('breaks off a statement that takes longer than its limit, and goes on serving', async () => {
    const place = await served.freshPlace()
    const store = await openStore({ ...place.options, statementMs: 100 })
    const slow = sql`select pg_sleep(5)`.execute(store.read)
    await expect(slow).rejects.toMatchObject({ code: 'store-slow' })
    expect((await sql`select 1 as n`.execute(store.read)).rows).toEqual([{ n: 1 }])
    expect(store.connections()).toEqual({ busy: 0, idle: 1, waiting: 0 })
    await store.close()
    await place.remove()
  })

  test('whose role may not create the extension says what to do', async () => {
    const place = await served.emptyPlace()
    const options = await lowerRole(place, 'all on schema public')
    await expect(openStore(options)).rejects.toMatchObject({
      code: 'store-extension',
      details: { name: 'pg_trgm' },
    })
    await place.remove()
  })

  test('whose role may not create tables says so', async () => {
    const place = await served.emptyPlace()
    const options = await lowerRole(place)
    await expect(openStore(options)).rejects.toMatchObject({ code: 'store-permission' })
    await place.remove()
  })

  test('with one role for all, that owns the tables, works and says that no wall holds', async () => {
    const place = await served.emptyPlace()
    const options = await lowerRole(place)
    const { username, pathname } = new URL(options.databaseUrl ?? '')
    await maintain(place.ownerUrl ?? '', `alter database ${pathname.slice(1)} owner to ${username}`)
    const store = await openStore(options)
    expect(store.wall).toBe('owner')
    const queue = await openQueue(store)
    await addTenant(store, 1)
    const request = { tenant: 1, kind: 'alone', input: null, actor: PERSON, title: '一人' }
    const id = await store.transaction((tx) => queue.enqueue(tx, request), { tenant: 1 })
    expect(await inTenant(1, () => readJob(store.read, 1, id))).toMatchObject({ title: '一人' })
    const nobodys = outsideTenants(() => readJob(store.read, 1, id))
    await expect(nobodys).rejects.toThrow(/app.tenant|invalid input syntax/)
    await queue.stop()
    await store.close()
    await place.remove()
  })

  test('two processes that open it together migrate once', async () => {
    const place = await served.emptyPlace()
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(place.options)))
    const [first] = stores
    const { rows } = await sql<{ version: number }>`select version from schema_migration`.execute(
      (first as (typeof stores)[number]).read,
    )
    expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length)
    for (const store of stores) await store.close()
    await place.remove()
  })
})
