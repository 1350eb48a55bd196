import { strict as assert } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { Problem } from '../../base/index.ts'
import { CopyIn } from './copy-in.ts'

/** Rows of a COPY, handed through Kysely as the only parameter of its statement. */
export class CopyRows {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** The pool that Kysely sees, and the mark of the transaction that is open around the caller. */
export interface GuardedPool extends PostgresPool {
  /** Runs `work` marked as inside a transaction: it may not take another connection meanwhile. */
  inside<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Wraps a pool of `pg`: whoever asks for a second connection inside a transaction gets an error at
 * once. On PGlite, which has one session, it would wait for itself for ever; on PostgreSQL it would
 * read what the transaction has not yet written, which is worse for being silent.
 */
export function guardPool(pool: pg.Pool): GuardedPool {
  const around = new AsyncLocalStorage<{ open: boolean }>()
  pool.on('error', ignoreLostConnection)
  pool.on('connect', (client) => client.on('error', ignoreLostConnection))
  return {
    async connect(): Promise<PostgresPoolClient> {
      assert(
        around.getStore()?.open !== true,
        'inside a transaction only the transaction itself may be used, not the pool',
      )
      return wrapClient(await connectTo(pool))
    },
    end: () => pool.end(),
    async inside(work) {
      const mark = { open: true }
      try {
        return await around.run(mark, work)
      } finally {
        mark.open = false
      }
    },
  }
}

async function connectTo(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw unreachable(error)
  }
}

/** The query that was running is told of the loss itself; without a listener the process dies. */
function ignoreLostConnection(): void {}

function wrapClient(client: pg.PoolClient): PostgresPoolClient {
  let lost = false
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    // What a lost session began is rolled back already; saying so must not hide why it was lost.
    if (lost && sql === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] }
    try {
      return await runQuery(client, sql, parameters)
    } catch (error) {
      lost ||= isLoss(error)
      throw lost ? unreachable(error) : error
    }
  }
  const wrapped = { query, release: () => client.release(lost) }
  return wrapped as unknown as PostgresPoolClient
}

function runQuery(
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<unknown> {
  const [only] = parameters
  if (only instanceof CopyRows) return copyIn(client, sql, only)
  return client.query(sql, [...parameters])
}

async function copyIn(client: pg.PoolClient, sql: string, rows: CopyRows): Promise<unknown> {
  const tag = await new Promise<string>((resolve, reject) => {
    client.query(new CopyIn(sql, rows.bytes, { resolve, reject }))
  })
  return { command: 'COPY', rowCount: Number(tag.split(' ')[1] ?? 0), rows: [] }
}

/**
 * True when the session is gone: an engine that was ended, a broken socket, a client of `pg` that
 * says so, and of a server's own answers connection exceptions (class 08) and shutdown (57P).
 */
function isLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|57P)/.test(error.code ?? '')
  if (error instanceof Problem) return true
  return (
    error instanceof Error && ('syscall' in error || /^(Connection|Client) /.test(error.message))
  )
}

function unreachable(error: unknown): Problem {
  if (error instanceof Problem) return error
  const reason = error instanceof Error ? error.message : String(error)
  return Object.assign(new Problem('store-unreachable', { reason }), { cause: error })
}
