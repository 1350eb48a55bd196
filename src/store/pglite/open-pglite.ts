import pg from 'pg'
import { typeParsers } from '../engine/index.ts'
import { PgliteHost } from './host.ts'
import { openPgliteStream } from './stream.ts'

export interface PgliteOptions {
  /** The engine's own data directory, which only one process may open (see `takeLock`). */
  directory: string
  /** A question that is not answered in this time ends the thread; the next call opens it again. */
  watchdogMs: number
}

/**
 * The embedded engine as a pool with one connection: PGlite has one session, and the pool's queue
 * is first come, first served, so readers get their turn between the transactions of an import.
 */
export function openPglite(options: PgliteOptions): pg.Pool {
  const host = new PgliteHost(options.directory, options.watchdogMs)
  const pool = new pg.Pool({
    max: 1,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    idleTimeoutMillis: 0,
    types: typeParsers,
    stream: () => openPgliteStream(host),
  })
  const endPool = pool.end.bind(pool)
  const end = async (): Promise<void> => {
    await endPool()
    await host.close()
  }
  return Object.assign(pool, { end })
}
