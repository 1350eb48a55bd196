import { strict as assert } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { PoolClient, Pool as ServerPool } from 'pg'
import { Problem } from '../../base/index.ts'
import { CopyIn } from './copy-in.ts'

/** Rows of a COPY, handed through Kysely as the only parameter of its statement. */
export class CopyRows {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** Name and text of a statement the server keeps planned, handed over like `CopyRows`. */
export class Prepared {
  readonly name: string
  readonly values: readonly unknown[]

  constructor(name: string, values: readonly unknown[]) {
    this.name = name
    this.values = values
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
export function guardPool(pool: ServerPool): GuardedPool {
  const around = new AsyncLocalStorage<{ open: boolean }>()
  pool.on('error', ignoreLostConnection)
  pool.on('connect', (client) => client.on('error', ignoreLostConnection))
  return {
    async connect(): Promise<PostgresPoolClient> {
      assert(
        around.getStore()?.open !== true,
        'inside a transaction only the transaction itself may be used, not the pool',
      )
      return wrapClient(await pool.connect().catch(rethrowPlainly))
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

/** The query that was running is told of the loss itself; without a listener the process dies. */
function ignoreLostConnection(): void {}

function wrapClient(client: PoolClient): PostgresPoolClient {
  let lost = false
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await runQuery(client, sql, parameters)
    } catch (error) {
      if (!isAnswer(error)) lost = true
      return rethrowPlainly(error)
    }
  }
  const wrapped = { query, release: () => client.release(lost) }
  return wrapped as unknown as PostgresPoolClient
}

function runQuery(
  client: PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<unknown> {
  const [only] = parameters
  if (only instanceof CopyRows) return copyIn(client, sql, only)
  if (only instanceof Prepared) {
    return client.query({ name: only.name, text: sql, values: [...only.values] })
  }
  return client.query(sql, [...parameters])
}

async function copyIn(client: PoolClient, sql: string, rows: CopyRows): Promise<unknown> {
  const tag = await new Promise<string>((resolve, reject) => {
    client.query(new CopyIn(sql, rows.bytes, { resolve, reject }))
  })
  return { command: 'COPY', rowCount: Number(tag.split(' ')[1] ?? 0), rows: [] }
}

/** True when the server itself said it: every such error carries a five-character SQLSTATE. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
}

function rethrowPlainly(error: unknown): never {
  if (error instanceof Problem || isAnswer(error)) throw error
  const reason = error instanceof Error ? error.message : String(error)
  throw Object.assign(new Problem('store-unreachable', { reason }), { cause: error })
}
