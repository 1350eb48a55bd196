// The wall between tenants, without any check of ours in front of it: whoever asks in the scope of one
// tenant reaches no row of another, in any table, and whoever asks in no scope is refused.
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Database,
  inTenant,
  openStore,
  outsideTenants,
  type Store,
} from '../../src/store/index.ts'
import { postgresUrl } from '../database.ts'
import { type Place, served } from './engines.ts'
import { fillTables, type TableRows, tablesOfTenants } from './every-table.ts'

const OWN = 1
const OTHER = 2
/** PostgreSQL's code for what a policy, or a missing right, refuses. */
const REFUSED = '42501'
/** Rows of these are added and read by the application, and never changed or taken away. */
const WRITTEN_ONCE = ['read_audit']

describe.skipIf(postgresUrl === null)('the wall between tenants', () => {
  let place: Place
  let store: Store
  let owner: pg.Client
  let tables: string[] = []
  let before: TableRows

  beforeAll(async () => {
    if (postgresUrl === null) return
    place = await served.freshPlace()
    store = await openStore(place.options)
    owner = new pg.Client(place.ownerUrl)
    await owner.connect()
    tables = await tablesOfTenants(owner)
    before = await fillTables(owner, tables, [OWN, OTHER])
  })

  afterAll(async () => {
    await owner?.end()
    await store?.close()
    await place?.remove()
  })

  const asOwn = <Result>(work: (tx: Database) => Promise<Result>): Promise<Result> =>
    store.transaction(work, { tenant: OWN })
  const run = async (db: Database, statement: string) =>
    sql.raw<Record<string, unknown>>(statement).execute(db)

  test('stands around every table that has a tenant, and holds against its owner too', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid)
      order by c.relname collate "C"`)
    expect(tables.length).toBeGreaterThan(40)
    expect(rows.map(({ name }) => name)).toEqual(tables)
    expect(store.wall).toBe('holds')
  })

  test('no row of another tenant is read, counted or searched for, in a transaction or outside', async () => {
    const leaks: string[] = []
    for (const table of tables) {
      const questions = [
        `select tenant from ${table}`,
        `select tenant from ${table} where tenant = ${OTHER}`,
        `select count(*)::int4 as tenant from ${table} where tenant = ${OTHER} having count(*) > 0`,
        `select tenant from ${table} t where t::text like '%canary-${OTHER}%'`,
        `select tenant from (table ${table} union all table ${table}) t where tenant <> ${OWN}`,
      ]
      for (const question of questions) {
        const inside = await asOwn((tx) => run(tx, question))
        const outside = await inTenant(OWN, () => run(store.read, question))
        for (const row of [...inside.rows, ...outside.rows]) {
          if (row.tenant !== OWN) leaks.push(`${table}: ${question}`)
        }
      }
      const own = await inTenant(OWN, () => run(store.read, `select tenant from ${table}`))
      expect([table, own.rows]).toEqual([table, [{ tenant: OWN }]])
    }
    expect(leaks).toEqual([])
  })

  test('no row of another tenant is changed, taken away, brought in or given away', async () => {
    const leaks: string[] = []
    for (const table of tables) {
      for (const statement of WRITTEN_ONCE.includes(table)
        ? []
        : [
            `update ${table} set tenant = tenant where tenant = ${OTHER}`,
            `delete from ${table} where tenant = ${OTHER}`,
          ]) {
        const { numAffectedRows } = await asOwn((tx) => run(tx, statement))
        if (numAffectedRows !== 0n) leaks.push(`${table}: ${statement}`)
      }
      for (const statement of [
        `insert into ${table} overriding system value
          select * from jsonb_populate_record(null::${table}, '${before.json(table, OTHER)}')`,
        `update ${table} set tenant = ${OTHER}`,
      ]) {
        const tried = asOwn((tx) => run(tx, statement)).then(
          () => 'done',
          (error: { code?: string }) => error.code,
        )
        if ((await tried) !== REFUSED) leaks.push(`${table}: ${await tried} ${statement}`)
      }
    }
    expect(leaks).toEqual([])
    expect((await before.again()).all).toEqual(before.all)
  })

  test('what is written once is neither changed nor taken away, in the own tenant either', async () => {
    for (const table of WRITTEN_ONCE) {
      for (const statement of [
        `update ${table} set tenant = tenant`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        const tried = asOwn((tx) => run(tx, statement))
        await expect(tried, statement).rejects.toMatchObject({ code: REFUSED })
      }
    }
    expect((await before.again()).all).toEqual(before.all)
  })

  test('whoever said no tenant is refused, and not answered as if there were nothing', async () => {
    const answered: string[] = []
    for (const table of tables) {
      const asked = outsideTenants(() => run(store.read, `select tenant from ${table}`))
      const refused = await asked.then(
        () => false,
        () => true,
      )
      if (!refused) answered.push(table)
    }
    expect(answered).toEqual([])
  })

  test('one connection that serves both by turns keeps them apart', async () => {
    const narrow = await openStore({ ...place.options, poolSize: 1 })
    const seen = (tenant: number) =>
      inTenant(tenant, () => run(narrow.read, 'select tenant from organisation'))
    const turns = [OWN, OTHER, OTHER, OWN, OTHER, OWN]
    const answers = await Promise.all(turns.map(seen))
    expect(answers.map(({ rows }) => rows)).toEqual(turns.map((tenant) => [{ tenant }]))
    await narrow.close()
  })

  test.each([
    'set row_security = off; select tenant from person',
    'alter table person disable row level security',
    'alter table person no force row level security',
    'drop policy of_tenant on person',
    'set session_replication_role = replica',
    'create table mine (id int)',
    'alter role current_user bypassrls',
    "copy (select * from person) to '/tmp/person.csv'",
    "update schema_migration set name = ''",
  ])('the role of the application may not step around it: %s', async (statement) => {
    const tried = asOwn((tx) => run(tx, statement))
    await expect(tried).rejects.toMatchObject({ code: REFUSED })
  })

  test('a transaction of another tenant than the one that is served is a mistake', async () => {
    const straying = inTenant(OWN, async () => store.transaction(async () => 1, { tenant: OTHER }))
    await expect(straying).rejects.toThrow(/scope around it/)
  })
})
