import pg from 'pg'
import { typeParsers } from './types.ts'

/** A waiting call learns after this time that no connection came free or could be made. */
const CONNECT_TIMEOUT_MS = 15_000

/** A pool of connections to a PostgreSQL server; sessions run in UTC and speak UTF-8. */
export function openPostgres(databaseUrl: string, poolSize: number): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    types: typeParsers,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c timezone=UTC -c client_encoding=UTF8 -c client_min_messages=warning',
    application_name: 'lianshu',
  })
}
