import { sql } from 'kysely'
import { CHANGE_CODE } from '../engine/index.ts'
import type { Database } from '../tables.ts'

const EVENTS = {
  insert: 'new table as come',
  update: 'new table as come',
  delete: 'old table as gone',
}

/**
 * Has the embedded engine tell what every statement does to the rows of every table of ours, as a
 * notice to the session that did it, of the one level that no setting keeps from it. These triggers are no part of the schema: they stand in a schema
 * of their own, on the embedded engine alone, and are made anew wherever they are missing.
 */
export async function installTriggers(db: Database): Promise<void> {
  await sql`create schema if not exists journal`.execute(db)
  await sql
    .raw(`create or replace function journal.tell() returns trigger language plpgsql as $$
      declare told text;
      begin
        if current_setting('journal.known', true) = 'on' then return null; end if;
        if tg_op = 'DELETE' then
          select array_agg(r)::text into told from gone r;
        else
          select array_agg(r)::text into told from come r;
        end if;
        if told is not null then
          raise info using message = told, errcode = '${CHANGE_CODE}',
            detail = tg_op || ' ' || tg_table_name || ' ' || pg_current_xact_id()::text;
        end if;
        return null;
      end $$`)
    .execute(db)
  const tables = await untoldTables(db)
  const missing = tables.flatMap((table) =>
    Object.entries(EVENTS).map(
      ([event, rows]) => `create or replace trigger journal_${event} after ${event}
        on public."${table}" referencing ${rows} for each statement execute function journal.tell()`,
    ),
  )
  if (missing.length > 0) await sql.raw(missing.join(';\n')).execute(db)
}

/** Tables on which a trigger is missing. */
async function untoldTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and 3 > (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'journal%')
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Whether a transaction of this number is committed in this database. */
export async function isCommitted(db: Database, transaction: string): Promise<boolean> {
  const { rows } = await sql<{ committed: boolean }>`
    select case when ${transaction}::xid8 < pg_snapshot_xmax(pg_current_snapshot())
      then coalesce(pg_xact_status(${transaction}::xid8) = 'committed', true) else false end
      as committed`.execute(db)
  return rows[0]?.committed === true
}
