import { sql } from 'kysely'
import type { Database } from '../tables.ts'

/** A table as it is read for a backup. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly string[]
  /** What its rows are ordered by: they stand in one order on both engines. */
  readonly key: readonly { readonly name: string; readonly isText: boolean }[]
  readonly hasTenant: boolean
}

/** Kept by the migrations themselves; a backup names them in its manifest. */
const HISTORY = 'schema_migration'

/** Stands in a database from the first to the last moment of a restore. */
export const RESTORE_MARK = 'restore_under_way'

interface ColumnRow {
  table: string
  column: string
  /** Place in the primary key, from 1; null outside it. */
  key: number | null
  type: string
}

/**
 * Every table of ours, those first to which others point; a table without a key could not be put
 * in order and is our mistake.
 */
export async function copiedTables(db: Database): Promise<CopiedTable[]> {
  const { rows } = await sql<ColumnRow>`
    select c.relname as table, a.attname as column,
      array_position(i.indkey::int2[], a.attnum) as key, a.atttypid::regtype::text as type
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in (${HISTORY}, ${RESTORE_MARK})
    order by c.relname collate "C", a.attnum`.execute(db)
  const tables = new Map<string, ColumnRow[]>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  const points = await references(db)
  return inOrder([...tables.keys()], points).map((name) => tableOf(name, tables.get(name) ?? []))
}

function tableOf(name: string, rows: readonly ColumnRow[]): CopiedTable {
  const key = rows
    .filter((row) => row.key !== null)
    .sort((one, other) => Number(one.key) - Number(other.key))
    .map(({ column, type }) => ({ name: column, isText: type === 'text' }))
  if (key.length === 0) throw new Error(`table ${name} has no primary key`)
  const columns = rows.map(({ column }) => column)
  return { name, columns, key, hasTenant: columns.includes('tenant') }
}

/** Which table points to which others by foreign keys, itself left out. */
async function references(db: Database): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ from: string; to: string }>`
    select distinct f.relname as "from", t.relname as "to"
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid
      and f.relnamespace = 'public'::regnamespace`.execute(db)
  const points = new Map<string, string[]>()
  for (const { from, to } of rows) points.set(from, [...(points.get(from) ?? []), to])
  return points
}

/** Names so that each comes after those to which it points. */
export function inOrder(
  names: readonly string[],
  points: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ordered = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.has(name) || path.includes(name)) return
    for (const to of points.get(name) ?? []) visit(to, [...path, name])
    ordered.add(name)
  }
  for (const name of names) visit(name, [])
  return [...ordered]
}

export interface SequenceState {
  readonly table: string
  readonly column: string
  /** The number that the next row gets. */
  readonly next: string
}

/** Where the numbers of identity columns stand. */
export async function sequenceStates(db: Database): Promise<SequenceState[]> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select c.relname as table, a.attname as column,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and a.attnum > 0
    order by c.relname collate "C"`.execute(db)
  const states: SequenceState[] = []
  for (const { table, column, sequence } of rows) {
    const found = await sql<{ next: string }>`
      select (last_value + is_called::int)::text as next from ${sql.raw(sequence)}`.execute(db)
    states.push({ table, column, next: found.rows[0]?.next ?? '1' })
  }
  return states
}

/** Lets an identity column go on where it stood. */
export async function setSequence(db: Database, state: SequenceState): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${state.table}, ${state.column}),
    ${state.next}::int8, false)`.execute(db)
}

export async function tenantIds(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from tenant order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function appliedMigrations(
  db: Database,
): Promise<{ version: number; name: string; checksum: string }[]> {
  return db
    .selectFrom('schema_migration')
    .select(['version', 'name', 'checksum'])
    .orderBy('version')
    .execute()
}
