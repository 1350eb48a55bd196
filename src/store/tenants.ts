import type { Database } from './tables.ts'

/**
 * All tenants of this database. Their names and numbers stand outside the wall, which hides rows and
 * not that there are others; what waits for one of them is asked in its own scope.
 */
export async function tenantIds(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('tenant').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
