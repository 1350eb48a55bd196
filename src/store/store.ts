import { strict as assert } from 'node:assert'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Blobs, openBlobs } from './blobs.ts'
import {
  currentTenant,
  type GuardedPool,
  guardPool,
  inTenant,
  openPostgres,
  takeLock,
  tenantNumber,
} from './engine/index.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite/index.ts'
import { prepareAsOwner, readWall, type Wall } from './prepare.ts'
import type { Database, StoreTables } from './tables.ts'

export type Engine = 'pglite' | 'postgres'

/** D0 survives a killed process but not a power cut (PGlite); D1 survives both (PostgreSQL). */
export type Durability = 'D0' | 'D1'

export interface TransactionOptions {
  /** Whose rows it is about: it runs in the scope of this tenant, which must be that around it. */
  tenant?: number
  readOnly?: boolean
}

export interface Store {
  readonly engine: Engine
  readonly durability: Durability
  /** What row security is worth against the role as which the store reads and writes. */
  readonly wall: Wall
  /** Single statements outside a transaction; using it inside one throws. */
  readonly read: Database
  readonly blobs: Blobs
  /** Commits when `work` returns, rolls back when it throws. Keep it below 500 ms on PGlite. */
  transaction<T>(work: (tx: Database) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * Renews the planner's statistics of those of these tables that have grown, since it reads a
   * sample of the whole table, which takes seconds of a large one; and puts in its place what was
   * added to their inverted indexes, which keep what is new in a list that every search reads from
   * end to end (up to 4 MB of it: twenty milliseconds a search). Call it after a bulk import: PGlite
   * has no background process that would do it, and PostgreSQL's comes minutes later.
   */
  analyse(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Holds the embedded database, its lock and the blobs. */
  directory: string
  /** Address of a PostgreSQL server; without it the embedded engine is used. */
  databaseUrl?: string
  /** Address of the same database as its owner, who makes the tables and lets the other role in. */
  ownerUrl?: string
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
    const server = openPostgres(options.databaseUrl, options.poolSize ?? POOL_SIZE)
    const pool = guardPool(server, { tellsTenant: true })
    return finishOpening({ engine: 'postgres', pool, blobs, release: async () => {} }, options)
  }
  const lock = await takeLock(join(options.directory, 'lock.json'))
  const directory = join(options.directory, 'pglite')
  const embedded = openPglite({ directory, watchdogMs: options.watchdogMs ?? WATCHDOG_MS })
  const pool = guardPool(embedded, { tellsTenant: false })
  return finishOpening({ engine: 'pglite', pool, blobs, release: lock.release }, options)
}

interface Parts {
  engine: Engine
  pool: GuardedPool
  blobs: Blobs
  release(): Promise<void>
}

async function finishOpening(parts: Parts, options: StoreOptions): Promise<Store> {
  const { engine, pool } = parts
  const kysely = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  const close = async (): Promise<void> => {
    try {
      await pool.end()
    } finally {
      await parts.release()
    }
  }
  try {
    const { ownerUrl } = options
    if (engine === 'postgres' && ownerUrl !== undefined) {
      await prepareAsOwner(ownerUrl, await roleOf(kysely), options.migrations)
    }
    await migrate(kysely, engine, options.migrations)
    return storeOver(
      parts,
      kysely,
      close,
      engine === 'pglite' ? 'embedded' : await readWall(kysely),
    )
  } catch (error) {
    await close()
    throw error
  }
}

function storeOver(
  { engine, pool, blobs }: Parts,
  kysely: Kysely<StoreTables>,
  close: () => Promise<void>,
  wall: Wall,
): Store {
  return {
    engine,
    durability: engine === 'pglite' ? 'D0' : 'D1',
    wall,
    read: kysely,
    blobs,
    transaction: (work, settings) => transact(kysely, pool, work, settings ?? {}),
    analyse: async (tables) => {
      for (const table of tables) {
        await sql`select tend_table(${table}, ${GROWTH_SHARE}::float8)`.execute(kysely)
      }
    },
    close,
  }
}

async function roleOf(db: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(db)
  const [found] = rows
  assert(found !== undefined)
  return found.role
}

/** A plan that was good for a table stays good until the table is that much larger. */
const GROWTH_SHARE = 0.5

async function transact<T>(
  kysely: Kysely<StoreTables>,
  pool: GuardedPool,
  work: (tx: Database) => Promise<T>,
  { tenant, readOnly }: TransactionOptions,
): Promise<T> {
  const builder = readOnly ? kysely.transaction().setAccessMode('read only') : kysely.transaction()
  const run = (): Promise<T> =>
    builder.execute((tx) =>
      pool.inside(async () => {
        if (tenant !== undefined) await setTenant(tx, tenant)
        return work(tx)
      }),
    )
  if (tenant === undefined) return run()
  const around = currentTenant()
  assert(around === null || around === tenant, 'a transaction stays in the scope around it')
  return inTenant(tenant, run)
}

/** `SET LOCAL` with a literal: Citus passes that on to its workers, but not `set_config()`. */
async function setTenant(tx: Database, tenant: number): Promise<void> {
  await sql`set local app.tenant = ${sql.lit(String(tenantNumber(tenant)))}`.execute(tx)
}
