import { CompiledQuery, type Kysely, sql } from 'kysely'
import { type Change, type ChangeSet, CopyRows } from '../engine/index.ts'
import type { Database, StoreTables } from '../tables.ts'

export function encodeChanges(set: ChangeSet): Uint8Array {
  return Buffer.from(JSON.stringify(set), 'utf8')
}

export function decodeChanges(payload: Uint8Array): ChangeSet {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.length)
  return JSON.parse(bytes.toString('utf8')) as ChangeSet
}

/** What a table's rows are known by, and what of them may be written. */
interface TableShape {
  readonly key: readonly string[]
  readonly others: readonly string[]
}

/**
 * Does again what a transaction did, row by row as it was and in one transaction. Foreign keys and
 * triggers rest meanwhile: the rows were judged when they were first written.
 */
export async function replayChanges(
  db: Kysely<StoreTables>,
  { changes }: ChangeSet,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const change of changes) await replay(tx, change)
  })
}

async function replay(tx: Database, { what, table, columns, rows }: Change): Promise<void> {
  const name = `"${table}"`
  if (what === 'COPY') {
    const copy = `copy ${name} (${columns ?? ''}) from stdin`
    await tx.executeQuery(CompiledQuery.raw(copy, [new CopyRows(Buffer.from(rows, 'utf8'))]))
    return
  }
  const given = `unnest($1::${name}[])`
  const run = (text: string) => tx.executeQuery(CompiledQuery.raw(text, [rows]))
  if (what === 'INSERT') {
    await run(`insert into ${name} overriding system value select * from ${given}`)
    return
  }
  const { key, others } = await shapeOf(tx, table)
  const list = (names: readonly string[]) => names.map((each) => `"${each}"`).join(', ')
  if (what === 'DELETE') {
    const same = key.map((each) => `t."${each}" = g."${each}"`).join(' and ')
    await run(`delete from ${name} t using ${given} g where ${same}`)
    return
  }
  const set = others.map((each) => `"${each}" = excluded."${each}"`).join(', ')
  await run(`insert into ${name} overriding system value select * from ${given}
    on conflict (${list(key)}) do ${set === '' ? 'nothing' : `update set ${set}`}`)
}

async function shapeOf(tx: Database, table: string): Promise<TableShape> {
  const { rows } = await sql<{ name: string; key: boolean; identity: boolean }>`
    select a.attname as name, a.attidentity <> '' as identity,
      coalesce(a.attnum = any(i.indkey::int2[]), false) as key
    from pg_attribute a
    left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(tx)
  const key = rows.filter((row) => row.key).map(({ name }) => name)
  const others = rows.filter((row) => !row.key && !row.identity).map(({ name }) => name)
  return { key, others }
}

/** Lets identity columns go on behind the highest number that is there. */
export async function passSequences(db: Database): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and a.attnum > 0`.execute(
    db,
  )
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(
      db,
    )
  }
}
