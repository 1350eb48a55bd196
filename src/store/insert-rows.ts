import { strict as assert } from 'node:assert'
import { CompiledQuery, type QueryResult } from 'kysely'
import { encodeCopyText } from './copy-text.ts'
import { CopyRows, type Draft } from './engine/index.ts'
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
 * Inserts many rows in one go, by COPY: of unnested arrays, VALUES and JSON it is the fastest on
 * both engines (docs/measurements.md). COPY cannot skip conflicts, and PostgreSQL refuses it for
 * tables with row security; so with options, and on a server, the rows go through a temporary table
 * that the session keeps, emptied at each commit.
 *
 * Values are as the drivers return them: numeric and date as text, int8 as bigint or number, jsonb
 * as a value, bytea as bytes, null for unknown. A text with U+0000 fails: PostgreSQL cannot hold it.
 */
export async function insertRows(
  tx: Database,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
  options: InsertOptions = {},
): Promise<Inserted> {
  const inserted = await insertEncodedRows(
    tx,
    { table, columns },
    encodeRows(columns, rows),
    options,
  )
  return { count: inserted.count ?? rows.length, returned: inserted.returned }
}

/** Rows as COPY takes them, one line a row (`insertEncodedRows`); they may cross threads so. */
export function encodeRows(
  columns: readonly Column[],
  rows: readonly (readonly unknown[])[],
): Uint8Array {
  assert(rows.length <= INSERT_ROWS_MAX, `at most ${INSERT_ROWS_MAX} rows a call`)
  return encodeCopyText(
    columns.map(({ type }) => type),
    rows,
  )
}

/**
 * Inserts what `encodeRows` made of rows for the same columns. `count` is null where all of them
 * were inserted: they are not counted again.
 */
export async function insertEncodedRows(
  tx: Database,
  { table, columns }: { readonly table: string; readonly columns: readonly Column[] },
  bytes: Uint8Array,
  options: InsertOptions = {},
): Promise<{ count: number | null; returned: unknown[] }> {
  if (bytes.length === 0) return { count: 0, returned: [] }
  const place = { table: quote(table), names: columns.map(({ name }) => quote(name)).join(', ') }
  const draft = draftOf(table, place)
  if (options.onConflict === undefined && options.returning === undefined) {
    await run(tx, copyInto(place), [new CopyRows(bytes, draft)])
    return { count: null, returned: [] }
  }
  await run(tx, draft.empty)
  await run(tx, draft.copy, [new CopyRows(bytes)])
  return moveDraft(tx, draft.move, options)
}

interface Place {
  table: string
  names: string
}

/** Its columns are the table's, without constraints; an earlier call may have left rows in it. */
function draftOf(table: string, place: Place): Draft {
  const name = quote(`draft_${table}`)
  const draft = `pg_temp.${name}`
  return {
    empty: `create temporary table if not exists ${name}
      on commit delete rows as select * from ${place.table} with no data; delete from ${draft}`,
    copy: copyInto({ ...place, table: draft }),
    move: `insert into ${place.table} (${place.names}) select ${place.names} from ${draft}`,
  }
}

const copyInto = ({ table, names }: Place): string => `copy ${table} (${names}) from stdin`

async function moveDraft(
  tx: Database,
  move: string,
  { onConflict, returning }: InsertOptions,
): Promise<Inserted> {
  const conflict = onConflict === 'nothing' ? ' on conflict do nothing' : ''
  const output = returning === undefined ? '' : ` returning ${quote(returning)}`
  const result = await run(tx, `${move}${conflict}${output}`)
  return {
    count: Number(result.numAffectedRows ?? 0n),
    returned: returning === undefined ? [] : result.rows.map((row) => row[returning]),
  }
}

function run(
  tx: Database,
  text: string,
  parameters: unknown[] = [],
): Promise<QueryResult<Record<string, unknown>>> {
  return tx.executeQuery(CompiledQuery.raw(text, parameters))
}

/** PostgreSQL's code for a row whose key is taken (manual, Appendix A, Class 23). */
const UNIQUE_VIOLATION = '23505'

/** Whether an insertion failed since a row with its key stands already; nothing of it was stored. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
