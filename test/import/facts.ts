/** What stands, what is stored, and a fingerprint of both. */
import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../src/base/index.ts'
import { decisionsAsOf, stands } from '../../src/graph/evidence/index.ts'
import type { Store } from '../../src/store/index.ts'
import { AT_LAST, TENANT } from './desk.ts'

export const FACT_TABLES = ['entity', 'edge', 'value', 'term'] as const
const EVIDENCE_TABLES = [
  'source',
  'source_part',
  'mapping',
  'batch',
  'thing',
  'claim',
  'decision',
  'decision_claim',
  'derivation',
  ...FACT_TABLES,
] as const

const VISIBILITY = { tenant: TENANT, labels: [1, 2] }

/** Everything that stands of the things of one list: `code property value`, sorted. */
export async function standing(store: Store, list: string, asOf = AT_LAST): Promise<string[]> {
  const scheme = `list:${list}`
  const select = (
    alias: string,
    text: RawBuilder<unknown>,
    joins = sql``,
    thing = 'subject',
  ) => sql`
    select t.code || ' ' || ${text} as fact from ${sql.table(tableOf(alias))} ${sql.ref(alias)}
    join thing t on t.tenant = ${sql.ref(`${alias}.tenant`)}
      and t.id = ${sql.ref(`${alias}.${thing}`)} ${joins}
    where t.scheme = ${scheme} and ${stands(alias, VISIBILITY)}`
  const object = sql`join thing o on o.tenant = g.tenant and o.id = g.object`
  const { rows } = await sql<{ fact: string }>`
    with ${decisionsAsOf(TENANT, asOf)}
    ${select('e', sql`'name ' || e.name`, sql``, 'id')}
    union all ${select('v', sql`v.property || ' ' || v.printed`)}
    union all ${select('g', sql`g.property || ' ' || o.code`, object)}`.execute(store.read)
  return rows.map(({ fact }) => fact).sort()
}

const tableOf = (alias: string): string => ({ e: 'entity', v: 'value', g: 'edge' })[alias] ?? 'term'

/** Number of rows of every table that evidence is kept in. */
export async function rowCounts(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of EVIDENCE_TABLES) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}`.execute(store.read)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

/** All projected rows as text, sorted. */
export async function factRows(store: Store): Promise<string[]> {
  const all: string[] = []
  for (const table of FACT_TABLES) {
    const { rows } = await sql<{ row: string }>`
      select ${sql.lit(table)} || ' ' || to_jsonb(f)::text as row from ${sql.table(table)} f
      where tenant = ${TENANT}`.execute(store.read)
    all.push(...rows.map(({ row }) => row))
  }
  return all.sort()
}

/** A hash over all claim ids and all fact rows, whatever their order in the tables. */
export async function fingerprint(store: Store): Promise<string> {
  const facts = FACT_TABLES.map(
    (table) => sql`select to_jsonb(f)::text as row from ${sql.table(table)} f
      where tenant = ${TENANT}`,
  )
  const { rows } = await sql<{ hash: string }>`
    with all_rows as (
      select id::text as row from claim where tenant = ${TENANT}
      union all ${sql.join(facts, sql` union all `)})
    select md5(string_agg(md5(row), ',' order by md5(row) collate "C")) as hash
    from all_rows`.execute(store.read)
  return rows[0]?.hash ?? ''
}

/** Ids of the claims of a batch that wait for a person. */
export async function heldClaims(store: Store, batch: Uuid): Promise<Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    select id from claim where tenant = ${TENANT} and batch = ${batch} and held
    order by id`.execute(store.read)
  return rows.map(({ id }) => id)
}

/** How many facts of one list stand. */
export async function countStanding(store: Store, list: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${decisionsAsOf(TENANT, AT_LAST)}, listed as (
      select id from thing where tenant = ${TENANT} and scheme = ${`list:${list}`})
    select (select count(*) from entity e where e.id in (select id from listed)
        and ${stands('e', VISIBILITY)})::int
      + (select count(*) from value v where v.subject in (select id from listed)
        and ${stands('v', VISIBILITY)})::int
      + (select count(*) from edge g where g.subject in (select id from listed)
        and ${stands('g', VISIBILITY)})::int as count`.execute(store.read)
  return rows[0]?.count ?? 0
}
