import { strict as assert } from 'node:assert'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Blobs, openBlobs } from './blobs.ts'
import { type GuardedPool, guardPool, openPostgres, takeLock } from './engine/index.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite/index.ts'
import type { Database, StoreTables } from './tables.ts'

export type Engine = 'pglite' | 'postgres'

/** D0 survives a killed process but not a power cut (PGlite); D1 survives both (PostgreSQL). */
export type Durability = 'D0' | 'D1'

export interface TransactionOptions {
  /** Sets `app.tenant` for this transaction, by which PostgreSQL's row security decides. */
  tenant?: number
  readOnly?: boolean
}

export interface Store {
  readonly engine: Engine
  readonly durability: Durability
  /** Single statements outside a transaction; using it inside one throws. */
  readonly read: Database
  readonly blobs: Blobs
  /** Commits when `work` returns, rolls back when it throws. Keep it below 500 ms on PGlite. */
  transaction<T>(work: (tx: Database) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * Renews the planner's statistics of these tables and puts what was added to their inverted
   * indexes in its place. Call it after a bulk import: PGlite has no background process that would
   * do it, and PostgreSQL's comes minutes later.
   */
  analyse(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Holds the embedded database, its lock and the blobs. */
  directory: string
  /** Address of a PostgreSQL server; without it the embedded engine is used. */
  databaseUrl?: string
  /** Connections to PostgreSQL; PGlite always has one. */
  poolSize?: number
  /** After this time without an answer PGlite's thread is ended and opened again. */
  watchdogMs?: number
  /** Another folder of migrations; for tests. */
  migrations?: string
}

const POOL_SIZE = 10
const WATCHDOG_MS = 60_000

/**
 * Opens the store, locks the embedded directory and brings the schema up to date.
 * Problems: store-locked, store-newer, store-unreachable.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 })
  const blobs = await openBlobs(join(options.directory, 'blobs'))
  if (options.databaseUrl !== undefined) {
    const pool = guardPool(openPostgres(options.databaseUrl, options.poolSize ?? POOL_SIZE))
    return finishOpening({ engine: 'postgres', pool, blobs, release: async () => {} }, options)
  }
  const lock = await takeLock(join(options.directory, 'lock.json'))
  const directory = join(options.directory, 'pglite')
  const pool = guardPool(openPglite({ directory, watchdogMs: options.watchdogMs ?? WATCHDOG_MS }))
  return finishOpening({ engine: 'pglite', pool, blobs, release: lock.release }, options)
}

interface Parts {
  engine: Engine
  pool: GuardedPool
  blobs: Blobs
  release(): Promise<void>
}

async function finishOpening(parts: Parts, options: StoreOptions): Promise<Store> {
  const { engine, pool, blobs } = parts
  const kysely = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  const close = async (): Promise<void> => {
    try {
      await pool.end()
    } finally {
      await parts.release()
    }
  }
  try {
    await migrate(kysely, engine, options.migrations)
  } catch (error) {
    await close()
    throw error
  }
  return {
    engine,
    durability: engine === 'pglite' ? 'D0' : 'D1',
    read: kysely,
    blobs,
    transaction: (work, settings) => transact(kysely, pool, work, settings ?? {}),
    analyse: async (tables) => {
      await analyseGrown(kysely, tables)
      await placePending(kysely, tables)
    },
    close,
  }
}

/** A plan that was good for a table stays good until the table is that much larger. */
const GROWTH_SHARE = 0.5

/**
 * Analyses those of the tables that grew since they were last analysed: it reads a sample of the
 * whole table, which takes seconds of a large one.
 */
async function analyseGrown(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql<{ grown: boolean }>`
      select reltuples < 0 or pg_relation_size(oid) > relpages::int8
        * current_setting('block_size')::int8 * ${1 + GROWTH_SHARE}::float8 as grown
      from pg_class where oid = ${table}::regclass`.execute(db)
    if (rows[0]?.grown !== false) await sql`analyze ${sql.table(table)}`.execute(db)
  }
}

/**
 * Inverted indexes keep what is new in a list that every search reads from end to end, up to 4 MB of
 * it: twenty milliseconds a search.
 */
async function placePending(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql`
      select gin_clean_pending_list(i.indexrelid) from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_am a on a.oid = c.relam and a.amname = 'gin'
      where i.indrelid = ${table}::regclass`.execute(db)
  }
}

function transact<T>(
  kysely: Kysely<StoreTables>,
  pool: GuardedPool,
  work: (tx: Database) => Promise<T>,
  { tenant, readOnly }: TransactionOptions,
): Promise<T> {
  const builder = readOnly ? kysely.transaction().setAccessMode('read only') : kysely.transaction()
  return builder.execute((tx) =>
    pool.inside(async () => {
      if (tenant !== undefined) await setTenant(tx, tenant)
      return work(tx)
    }),
  )
}

/** `SET LOCAL` with a literal: Citus passes that on to its workers, but not `set_config()`. */
async function setTenant(tx: Database, tenant: number): Promise<void> {
  assert(Number.isSafeInteger(tenant) && tenant > 0, 'a tenant is a positive whole number')
  await sql`set local app.tenant = ${sql.lit(String(tenant))}`.execute(tx)
}
