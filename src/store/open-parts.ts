import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Blobs, openBlobs } from './blobs.ts'
import { type GuardedPool, guardPool, openPostgres, takeLock } from './engine/index.ts'
import { copyDirectory, openPglite } from './pglite/index.ts'
import type { Database, StoreTables } from './tables.ts'

export type Engine = 'pglite' | 'postgres'

/** What a store is made of, before it is known whether its schema is ours. */
export interface Parts {
  readonly engine: Engine
  readonly pool: GuardedPool
  readonly kysely: Kysely<StoreTables>
  readonly blobs: Blobs
  /** Ends the connections, does `ended`, and lets go of the directory. */
  close(ended?: () => Promise<void>): Promise<void>
}

export interface PartsOptions {
  readonly directory: string
  readonly databaseUrl?: string
  readonly poolSize?: number
  readonly watchdogMs?: number
  /** PostgreSQL breaks a statement off after this time; 0, for ever, when it is not said. */
  readonly statementMs?: number
}

const POOL_SIZE = 10
const WATCHDOG_MS = 60_000

/** Where the embedded engine keeps its files. */
export const pgliteDirectory = (directory: string): string => join(directory, 'pglite')

/**
 * Locks the embedded directory and connects; `locked` runs between the two.
 * Problems: store-locked, store-unreachable.
 */
export async function openParts(
  options: PartsOptions,
  locked: () => Promise<void> = async () => {},
): Promise<Parts> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 })
  const blobs = await openBlobs(join(options.directory, 'blobs'))
  if (options.databaseUrl !== undefined) {
    const { databaseUrl, poolSize = POOL_SIZE, statementMs = 0 } = options
    const pool = guardPool(openPostgres(databaseUrl, { poolSize, statementMs }), {
      tellsTenant: true,
    })
    return partsOf('postgres', pool, blobs, async () => {})
  }
  const lock = await takeLock(join(options.directory, 'lock.json'))
  try {
    await locked()
  } catch (error) {
    await lock.release()
    throw error
  }
  const pool = embeddedPool(pgliteDirectory(options.directory), options)
  return partsOf('pglite', pool, blobs, lock.release)
}

/** The embedded engine over some directory, for whoever has locked what is above it. */
export function openEmbedded(
  directory: string,
  options: PartsOptions,
): { kysely: Kysely<StoreTables>; close(): Promise<void> } {
  const pool = embeddedPool(directory, options)
  const kysely = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  return { kysely, close: () => pool.end() }
}

function embeddedPool(directory: string, { watchdogMs = WATCHDOG_MS }: PartsOptions): GuardedPool {
  return guardPool(openPglite({ directory, watchdogMs }), { tellsTenant: false })
}

function partsOf(
  engine: Engine,
  pool: GuardedPool,
  blobs: Blobs,
  release: () => Promise<void>,
): Parts {
  const kysely = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  const close = async (ended?: () => Promise<void>): Promise<void> => {
    try {
      await pool.end()
      await ended?.()
    } finally {
      await release()
    }
  }
  return { engine, pool, kysely, blobs, close }
}

/** Runs `work` over what the store holds at one moment, while others go on writing. */
export async function atOneMoment<T>(
  parts: Pick<Parts, 'engine' | 'pool' | 'kysely'>,
  options: PartsOptions,
  work: (db: Database) => Promise<T>,
  held: () => Promise<void> = async () => {},
): Promise<T> {
  if (parts.engine === 'postgres') return oneSnapshot(parts, work)
  const copy = join(options.directory, 'snapshot')
  await copyDirectory(pgliteDirectory(options.directory), copy, (copyRest) =>
    parts.kysely.connection().execute(async (session) => {
      await sql`checkpoint`.execute(session)
      await held()
      await copyRest()
    }),
  )
  const pool = embeddedPool(copy, options)
  const kysely = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await oneSnapshot({ pool, kysely }, work)
  } finally {
    await pool.end()
    await rm(copy, { recursive: true, force: true })
  }
}

function oneSnapshot<T>(
  { kysely, pool }: Pick<Parts, 'pool' | 'kysely'>,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => pool.inside(() => work(tx)))
}
