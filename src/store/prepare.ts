import { Kysely, PostgresDialect, sql } from 'kysely'
import { guardPool, openPostgres } from './engine/index.ts'
import { explainRefusal, migrate, oneAtATime } from './migrate.ts'
import { startBoss } from './queue/boss.ts'
import type { Database, StoreTables } from './tables.ts'

/** One for the lock that keeps other processes out, one for the work itself. */
const CONNECTIONS = 2

/**
 * As the owner of the database: brings the tables and the queue's own up to date, and lets the
 * application's role use them. That role owns nothing, so row security holds against it.
 * Problems: store-newer, store-edited, store-extension, store-permission, store-unreachable.
 */
export async function prepareAsOwner(
  ownerUrl: string,
  role: string,
  migrations?: string,
): Promise<void> {
  const pool = guardPool(openPostgres(ownerUrl, { poolSize: CONNECTIONS }), { tellsTenant: true })
  const owner = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(owner, 'postgres', migrations)
    await (await startBoss(owner)).stop({ graceful: false })
    await oneAtATime(owner, (session) => admit(session, role))
  } catch (error) {
    throw explainRefusal(error)
  } finally {
    await pool.end()
  }
}

/**
 * The rights of the application: rows, and nothing of the tables themselves. Making a queue makes a
 * table, so the queue's own function for it works with the rights of its owner.
 */
async function admit(session: Database, role: string): Promise<void> {
  const { rows } = await sql<{ same: boolean }>`select current_user = ${role} as same`.execute(
    session,
  )
  if (rows[0]?.same === true) return
  const to = sql.id(role)
  const statements = [
    sql`grant usage on schema public, pgboss to ${to}`,
    sql`grant select, insert, update, delete on all tables in schema public, pgboss to ${to}`,
    // A backup tells where the numbers that columns count by stand.
    sql`grant select on all sequences in schema public to ${to}`,
    sql`revoke insert, update, delete on schema_migration from ${to}`,
    sql`grant execute on all functions in schema public to ${to}`,
    sql`alter function pgboss.create_queue(text, json)
      security definer set search_path = pg_catalog, pg_temp`,
    sql`revoke execute on function pgboss.create_queue(text, json) from public`,
    sql`grant execute on function pgboss.create_queue(text, json) to ${to}`,
  ]
  for (const statement of statements) await statement.execute(session)
  // What was read is written once: whoever takes over the application cannot tidy up behind them.
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('public.read_audit') is not null as there`.execute(session)
  if (tables[0]?.there !== true) return
  await sql`revoke update, delete, truncate on read_audit from ${to}`.execute(session)
}

/** Why row security does not hold against the role that asks; `holds` when it does. */
export type Wall = 'holds' | 'embedded' | 'superuser' | 'bypass' | 'owner'

/** What row security is worth against the role of this connection. */
export async function readWall(db: Database): Promise<Wall> {
  const { rows } = await sql<{ superuser: boolean; bypass: boolean; owner: boolean }>`
    select r.rolsuper as superuser, r.rolbypassrls as bypass, exists (
      select from pg_class c where c.oid = to_regclass('public.tenant')
        and pg_has_role(c.relowner, 'usage')) as owner
    from pg_roles r where r.rolname = current_user`.execute(db)
  const [role] = rows
  if (role?.superuser !== false) return 'superuser'
  if (role.bypass) return 'bypass'
  return role.owner ? 'owner' : 'holds'
}
