/**
 * The two engines behind one pool of `pg` clients: PGlite in a worker thread, spoken to in
 * PostgreSQL's wire protocol over a message port, and a PostgreSQL server. Because both answer the
 * same client, both give the same types and the same errors. It knows no table.
 */

export { CopyRows, type GuardedPool, guardPool } from './guarded-pool.ts'
export { type OwnedLock, takeLock } from './lock.ts'
export { openPglite } from './pglite.ts'
export { openPostgres } from './postgres.ts'
