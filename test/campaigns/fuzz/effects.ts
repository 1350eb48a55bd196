/** What writes leave behind, so that a refused one is seen to have left nothing. */
import { sql } from 'kysely'
import { inTenant, type Store } from '../../../src/store/index.ts'

/**
 * What changes without a write of anybody's: sessions and their attempts, the audit of reads, jobs and
 * what takes the log into its tree.
 */
const APART = new Set([
  ...['session', 'sign_in_attempt', 'read_audit', 'job', 'log_pending', 'log_tree', 'log_leaf'],
  ...[
    'log_subtree',
    'log_checkpoint',
    'log_key',
    'log_cosignature',
    'migration',
    'schema_migration',
  ],
])

export interface Seen {
  /** Entries of the log. */
  readonly entries: number
  /** Whether a job is under way, which writes on its own. */
  readonly isBusy: boolean
}

/** A look at what tenants have; behind the wall only their own scope shows it. */
export async function glance(store: Store, tenants: readonly number[]): Promise<Seen> {
  let [entries, isBusy] = [0, false]
  for (const tenant of tenants) {
    const look = sql<{ entries: unknown; busy: boolean }>`
      select (select count(*) from log_pending where tenant = ${tenant}) as entries, exists (
        select from job where tenant = ${tenant} and state in ('waiting', 'running')) as busy`
    const [row] = (await inTenant(tenant, () => look.execute(store.read))).rows
    entries += Number(row?.entries)
    isBusy ||= row?.busy ?? true
  }
  return { entries, isBusy }
}

/** Some of the entries that the tree of a tenant's log holds. */
export async function entriesOf(store: Store, tenant: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select entry as id from log_leaf
    where tenant = ${tenant} order by leaf limit 20`.execute(store.read)
  return found.rows.map(({ id }) => id)
}

/** Rows of each table and the newest change of one, as one text. */
export async function fingerprint(store: Store, tenants: readonly number[]): Promise<string> {
  const tables = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(store.read)
  const parts = tables.rows
    .filter(({ name }) => !APART.has(name))
    .map(
      ({ name }) =>
        sql`select ${sql.lit(name)} || ' ' || count(*) || ' ' ||
          coalesce(max(xmin::text::bigint), 0) as told from ${sql.id(name)}`,
    )
  const query = sql<{ told: string }>`${sql.join(parts, sql` union all `)}`
  const told: string[] = []
  for (const tenant of tenants) {
    const { rows } = await inTenant(tenant, () => query.execute(store.read))
    told.push(...rows.map((row) => row.told))
  }
  return told.join('\n')
}
