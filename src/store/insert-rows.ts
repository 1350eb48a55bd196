import { strict as assert } from 'node:assert'
import { CompiledQuery, type RootOperationNode, sql } from 'kysely'
import { encodeCopyText } from './copy-text.ts'
import { CopyRows } from './engine/index.ts'
import type { Database } from './tables.ts'

type ScalarType =
  | 'uuid'
  | 'text'
  | 'int2'
  | 'int4'
  | 'int8'
  | 'date'
  | 'numeric'
  | 'jsonb'
  | 'bool'
  | 'bytea'
  | 'timestamptz'

export type ColumnType = ScalarType | `${ScalarType}[]`

export interface Column {
  name: string
  type: ColumnType
}

export interface InsertOptions {
  /** Rows whose key is there already are left out instead of failing the whole. */
  onConflict?: 'nothing'
  /** A column of the rows that were really inserted is handed back, in no particular order. */
  returning?: string
}

export interface Inserted {
  /** How many rows were inserted; those left out for a conflict are not counted. */
  count: number
  /** Values of the `returning` column, else empty. */
  returned: unknown[]
}

/** A larger batch would keep PGlite's only session busy for longer than readers may wait. */
export const INSERT_ROWS_MAX = 5_000

/**
 * Inserts many rows in one go. Values are as the drivers return them: numeric and date as text,
 * int8 as bigint or number, jsonb as a value, bytea as bytes, null for unknown.
 */
export async function insertRows(
  tx: Database,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
  options: InsertOptions = {},
): Promise<Inserted> {
  assert(rows.length <= INSERT_ROWS_MAX, `at most ${INSERT_ROWS_MAX} rows a call`)
  if (rows.length === 0) return { count: 0, returned: [] }
  const bytes = encodeCopyText(
    columns.map(({ type }) => type),
    rows,
  )
  const names = columns.map(({ name }) => quote(name)).join(', ')
  if (options.onConflict === undefined && options.returning === undefined) {
    await copy(tx, `copy ${quote(table)} (${names}) from stdin`, bytes)
    return { count: rows.length, returned: [] }
  }
  const draft = `draft_${table}`
  await sql
    .raw(
      `create temporary table ${quote(draft)} on commit drop as
       select ${names} from ${quote(table)} with no data`,
    )
    .execute(tx)
  await copy(tx, `copy ${quote(draft)} (${names}) from stdin`, bytes)
  const conflict = options.onConflict === 'nothing' ? 'on conflict do nothing' : ''
  const returning = options.returning === undefined ? '' : `returning ${quote(options.returning)}`
  const result = await sql
    .raw<Record<string, unknown>>(
      `insert into ${quote(table)} (${names}) select ${names} from ${quote(draft)}
       ${conflict} ${returning}`,
    )
    .execute(tx)
  await sql.raw(`drop table ${quote(draft)}`).execute(tx)
  const { returning: column } = options
  return {
    count: Number(result.numAffectedRows ?? 0n),
    returned: column === undefined ? [] : result.rows.map((row) => row[column]),
  }
}

async function copy(tx: Database, text: string, bytes: Uint8Array): Promise<void> {
  const raw = CompiledQuery.raw(text, [new CopyRows(bytes)])
  await tx.executeQuery(raw as CompiledQuery<unknown> & { query: RootOperationNode })
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
