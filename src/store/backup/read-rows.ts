import { sql } from 'kysely'
import { encodeCopyText } from '../copy-text.ts'
import type { Database } from '../tables.ts'
import { type CopiedTable, tenantIds } from './catalog.ts'

/** Rows that are fetched at once; the longest texts are some kilobytes. */
const ROWS_PER_PAGE = 2_000

/**
 * All rows of a table as lines of COPY's text format, in the order of its key, page by page. Call
 * it inside a transaction that sees one snapshot: it opens a cursor there. A table that is fenced
 * by tenant is read tenant by tenant, so that the fence need not be taken down.
 */
export async function* readRows(
  tx: Database,
  table: CopiedTable,
): AsyncGenerator<{ bytes: Uint8Array; rows: number }> {
  if (!table.hasTenant) return yield* readShare(tx, table, null)
  for (const tenant of await tenantIds(tx)) yield* readShare(tx, table, tenant)
}

async function* readShare(
  tx: Database,
  table: CopiedTable,
  tenant: number | null,
): AsyncGenerator<{ bytes: Uint8Array; rows: number }> {
  const columns = sql.join(
    table.columns.map((name, at) => sql`${sql.ref(name)}::text as ${sql.ref(`c${at}`)}`),
  )
  const key = sql.join(
    table.key.map(({ name, isText }) =>
      isText ? sql`${sql.ref(name)} collate "C"` : sql.ref(name),
    ),
  )
  const share = tenant === null ? sql`` : sql`where tenant = ${sql.lit(tenant)}`
  if (tenant !== null) await sql`set local app.tenant = ${sql.lit(String(tenant))}`.execute(tx)
  await sql`declare backup no scroll cursor for
    select ${columns} from ${sql.table(table.name)} ${share} order by ${key}`.execute(tx)
  const types = table.columns.map(() => 'text' as const)
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      fetch forward ${sql.lit(ROWS_PER_PAGE)} from backup`.execute(tx)
    if (rows.length === 0) break
    const cells = rows.map((row) => table.columns.map((_, at) => row[`c${at}`]))
    yield { bytes: encodeCopyText(types, cells), rows: rows.length }
  }
  await sql`close backup`.execute(tx)
}
