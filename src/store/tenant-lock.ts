import { sql } from 'kysely'
import type { Database } from './tables.ts'

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
