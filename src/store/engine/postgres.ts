import pg from 'pg'
import { typeParsers } from './types.ts'

/** A waiting call learns after this time that no connection came free or could be made. */
const CONNECT_TIMEOUT_MS = 15_000

/**
 * A pool of connections to a PostgreSQL server; sessions run in UTC and speak UTF-8. A statement that
 * takes longer than its limit is broken off by the server; without one it may take for ever.
 */
export function openPostgres(
  databaseUrl: string,
  { poolSize, statementMs = 0 }: { poolSize: number; statementMs?: number },
): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    types: typeParsers,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c timezone=UTC -c client_encoding=UTF8 -c client_min_messages=warning -c statement_timeout=${statementMs}`,
    application_name: 'lianshu',
  })
}
