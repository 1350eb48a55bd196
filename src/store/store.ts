import { strict as assert } from 'node:assert'
import { type Kysely, sql } from 'kysely'
import { refuseUnfinished } from './backup/index.ts'
import type { Blobs } from './blobs.ts'
import { type Durability, readDurability } from './durability.ts'
import {
  type Connections,
  currentTenant,
  type GuardedPool,
  inTenant,
  tenantNumber,
} from './engine/index.ts'
import { type DatabaseFacts, readFacts } from './facts.ts'
import { type Foreseen, foresee, type Guard, guard } from './guard.ts'
import { migrate } from './migrate.ts'
import { atOneMoment, type Engine, openParts, type Parts } from './open-parts.ts'
import { prepareAsOwner, readWall, type Wall } from './prepare.ts'
import type { Database, StoreTables } from './tables.ts'

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
  /**
   * Runs `work` over what the store held at one moment, while others go on writing: on PostgreSQL in
   * one repeatable-read transaction, on PGlite over a copy of its files in an engine of its own,
   * since it has one session only, which stands still while what has just changed is copied. It is
   * told the last record of the journal whose rows are in there.
   */
  snapshot<T>(work: (db: Database, journal: number | null) => Promise<T>): Promise<T>
  /** What guards the embedded engine against a power cut; null where nothing does or needs to. */
  readonly journal: Guard | null
  /** What the database says of itself at this moment. */
  facts(): Promise<DatabaseFacts>
  /** Connections at this moment, and how many callers wait for one. */
  connections(): Connections
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
  /** PostgreSQL breaks a statement off after this time; none, when it is not said. */
  statementMs?: number
  /** Whether the embedded engine is guarded against a power cut by a journal. */
  journal?: boolean
  /** Another folder of migrations; for tests. */
  migrations?: string
}

/**
 * Opens the store, locks the embedded directory and brings the schema up to date. With a journal the
 * embedded engine is first made anew where the power was cut since it was last open.
 * Problems: store-locked, store-newer, store-unreachable, restore-unfinished, journal-baseless,
 * journal-damaged.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const seen: { foreseen: Foreseen | null } = { foreseen: null }
  const parts = await openParts(options, async () => {
    if (options.journal === true) seen.foreseen = await foresee(options)
  })
  const { foreseen } = seen
  const { engine, kysely } = parts
  try {
    await refuseUnfinished(options.directory, kysely)
    const { ownerUrl } = options
    if (engine === 'postgres' && ownerUrl !== undefined) {
      await prepareAsOwner(ownerUrl, await roleOf(kysely), options.migrations)
    }
    await migrate(kysely, engine, options.migrations)
    const guarded = foreseen === null ? null : await guard(parts, options, foreseen)
    const durability = await readDurability(kysely, engine)
    const wall = engine === 'pglite' ? 'embedded' : await readWall(kysely)
    return storeOf(parts, options, { durability, wall }, guarded)
  } catch (error) {
    await parts.close()
    await foreseen?.journal?.close()
    throw error
  }
}

function storeOf(
  parts: Parts,
  options: StoreOptions,
  seen: Pick<Store, 'durability' | 'wall'>,
  guarded: Guard | null,
): Store {
  const { engine, pool, blobs, kysely } = parts
  const journal = guarded?.journal ?? null
  return {
    engine,
    ...seen,
    read: kysely,
    blobs,
    journal: guarded,
    transaction: async (work, settings) => {
      const result = await transact(kysely, pool, work, settings ?? {})
      // What another transaction has put there meanwhile does not make the wait longer.
      if (journal !== null) await journal.settled(journal.last)
      return result
    },
    analyse: async (tables) => {
      for (const table of tables) {
        await sql`select tend_table(${table}, ${GROWTH_SHARE}::float8)`.execute(kysely)
      }
    },
    snapshot: async (work) => {
      let held: number | null = null
      const hold = async (): Promise<void> => {
        if (journal === null) return
        await journal.rotate(journal.schema)
        held = journal.last
      }
      return atOneMoment(parts, options, (db) => work(db, held), hold)
    },
    facts: () => readFacts(kysely, engine),
    connections: () => pool.connections(),
    close: () => parts.close(guarded?.close),
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
