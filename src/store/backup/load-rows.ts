import { createReadStream } from 'node:fs'
import { CompiledQuery, sql } from 'kysely'
import { CopyRows } from '../engine/index.ts'
import type { Database } from '../tables.ts'

/** A larger piece would hold the embedded engine for longer and save nothing. */
const PIECE_BYTES = 1_000_000

const LINE_END = 0x0a

/** Fills a table from lines of COPY's text format. */
export async function loadRows(
  db: Database,
  table: { readonly name: string; readonly columns: readonly string[] },
  path: string,
): Promise<void> {
  let waiting: Buffer[] = []
  let size = 0
  const send = async (): Promise<void> => {
    if (size === 0) return
    const bytes = Buffer.concat(waiting)
    const end = bytes.lastIndexOf(LINE_END) + 1
    if (end > 0) await copy(db, table, bytes.subarray(0, end))
    waiting = [bytes.subarray(end)]
    size = bytes.length - end
  }
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    waiting.push(piece)
    size += piece.length
    if (size >= PIECE_BYTES) await send()
  }
  await send()
}

async function copy(
  db: Database,
  { name, columns }: { readonly name: string; readonly columns: readonly string[] },
  bytes: Uint8Array,
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  await db.executeQuery(
    CompiledQuery.raw(`copy "${name}" (${names}) from stdin`, [new CopyRows(bytes)]),
  )
}

/** Takes away every table of ours and of the queue; only ever called where nothing is in them. */
export async function dropTables(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(db)
  for (const { name } of rows) await sql`drop table ${sql.table(name)} cascade`.execute(db)
  await sql`drop schema if exists pgboss cascade`.execute(db)
}
