import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '../../../base/index.ts'
import type { Database } from '../../../store/index.ts'
import { CLAIM_TABLES } from '../columns.ts'
import { type Moved, ORIGINAL, type Places } from '../identity.ts'
import { uuidList } from '../store.ts'

type FactTable = 'entity' | 'edge' | 'value' | 'term'

/** The columns of each table that hold the ids of things. */
const ENDS = {
  entity: ['id'],
  edge: ['subject', 'object'],
  value: ['subject'],
  term: ['thing'],
} as const satisfies Record<FactTable, readonly string[]>

/** Tables whose rows tell the claims of a table: terms are of names and of values. */
const TOLD_BY = {
  entity: ['entity'],
  edge: ['edge'],
  value: ['value'],
  term: ['entity', 'value'],
} as const satisfies Record<FactTable, readonly (keyof typeof ENDS)[]>

/** Claims that speak of things by their own ids, by the rows of these tables, and those named. */
function spoken(
  tenant: number,
  tables: readonly (keyof typeof ENDS)[],
  { things, claims }: Moved,
): RawBuilder<unknown> {
  const ids = uuidList(things)
  const parts = tables.flatMap((table) =>
    ENDS[table].map(
      (end) => sql`select claim from ${sql.table(table)}
        where tenant = ${tenant} and joined = ${sql.lit(ORIGINAL)} and ${sql.ref(end)} = any(${ids})`,
    ),
  )
  return sql.join([...parts, sql`select unnest(${uuidList(claims)})`], sql` union `)
}

/**
 * How many claims with facts, seen or staged, are spoken of, counted as far as `most`: every claim
 * has a row under the ids of its own, whatever was decided later.
 */
export async function countClaims(
  db: Database,
  tenant: number,
  moved: Moved,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ claims: number }>`
    select count(*)::float8 as claims from (
      select claim from (${spoken(tenant, ['entity', 'value', 'edge'], moved)}) all_spoken
      limit ${most}) counted`.execute(db)
  return rows[0]?.claims ?? 0
}

/** Parts every row that these decisions place elsewhere, and puts another in its place. */
export async function moveRows(
  tx: Database,
  tenant: number,
  moved: Moved,
  places: Places,
  number: number,
): Promise<void> {
  for (const table of Object.keys(ENDS) as FactTable[]) {
    await moveTable(tx, tenant, table, { moved, places, number })
  }
}

const zipped = (columns: readonly (readonly Uuid[])[]): RawBuilder<unknown> =>
  sql`unnest(${sql.join(columns.map((column) => uuidList(column)))})`

/**
 * `o` is the row under the claim's own ids, by which the rule knows its things; `f` the one that
 * stands now. An end of which the decision does not speak stays where it is.
 */
async function moveTable(
  tx: Database,
  tenant: number,
  table: FactTable,
  move: { readonly moved: Moved; readonly places: Places; readonly number: number },
): Promise<void> {
  const { moved, places, number } = move
  const ends: readonly string[] = ENDS[table]
  const columns = CLAIM_TABLES[table].map(({ name }) => name)
  const at = (end: string) => sql.ref(`at_${end}`)
  const joins = ends.map((end) => {
    const [all, apart] = [sql.ref(`all_${end}`), sql.ref(`apart_${end}`)]
    return sql`left join place ${all} on ${all}.thing = o.${sql.ref(end)}
      left join apart ${apart} on ${apart}.thing = o.${sql.ref(end)} and ${apart}.claim = o.claim`
  })
  const found = ends.map((end) => {
    const [all, apart] = [sql.ref(`all_${end}`), sql.ref(`apart_${end}`)]
    return sql`coalesce(${apart}.place, ${all}.place, f.${sql.ref(end)}) as ${at(end)}`
  })
  const own = table === 'entity' ? [sql`o.id as original`] : []
  const differs = ends.map((end) => sql`f.${sql.ref(end)} <> p.${at(end)}`)
  const given = columns.map((name) => (ends.includes(name) ? at(name) : sql.ref(name)))
  const extra = table === 'entity' ? [sql`at_id = original`] : []
  const into = [...columns, 'joined', 'parted', ...(table === 'entity' ? ['own'] : [])]
  await sql`
    with spoken as (${spoken(tenant, TOLD_BY[table], moved)}),
    place (thing, place) as (select * from ${zipped(places.things)}),
    apart (claim, thing, place) as (select * from ${zipped(places.claims)}),
    placed as (
      select f.claim, f.decision, f.joined, ${sql.join([...own, ...found])}
      from spoken s
      join ${sql.table(table)} o on o.tenant = ${tenant} and o.claim = s.claim
        and o.joined = ${sql.lit(ORIGINAL)}
      join ${sql.table(table)} f on f.tenant = o.tenant and f.claim = o.claim
        and f.decision = o.decision and f.parted is null
      ${sql.join(joins, sql` `)}),
    gone as (
      update ${sql.table(table)} f set parted = ${sql.lit(number)} from placed p
      where f.tenant = ${tenant} and f.claim = p.claim and f.decision = p.decision
        and f.joined = p.joined and (${sql.join(differs, sql` or `)})
      returning ${sql.join([
        ...columns.map((name) => sql`f.${sql.ref(name)}`),
        ...ends.map((end) => sql`p.${at(end)}`),
        ...(table === 'entity' ? [sql`p.original`] : []),
      ])})
    insert into ${sql.table(table)} (${sql.join(into.map((name) => sql.ref(name)))})
    select ${sql.join([...given, sql.lit(number), sql`null`, ...extra])} from gone`.execute(tx)
}
