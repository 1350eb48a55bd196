import { sql } from 'kysely'
import type { Database } from './tables.ts'

/**
 * Takes a lock of one tenant until the end of the transaction, waiting for whoever has it; shared,
 * it waits only for who has it alone. `purpose` is a number that nobody else uses.
 */
export async function holdTenantLock(
  tx: Database,
  purpose: number,
  tenant: number,
  how: 'shared' | 'alone' = 'alone',
): Promise<void> {
  const take = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await sql`select ${sql.raw(take)}(${purpose}::int4, ${tenant}::int4)`.execute(tx)
}

/**
 * Takes a lock of one tenant until the end of the transaction, or answers false at once where another
 * transaction, of whatever process, has it. `purpose` is a number that nobody else uses.
 */
export async function tryTenantLock(
  tx: Database,
  purpose: number,
  tenant: number,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${purpose}::int4, ${tenant}::int4) as taken`.execute(tx)
  return rows[0]?.taken === true
}
