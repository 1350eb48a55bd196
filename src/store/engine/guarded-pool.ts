import { strict as assert } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { Problem } from '../../base/index.ts'
import { CopyIn } from './copy-in.ts'
import { ChangeEar, copiedInto, type Keeper, keepChanges } from './keep-changes.ts'
import { forgetPrepared, preparedName } from './prepared.ts'
import { currentTenant } from './tenant-scope.ts'

/** A temporary table through which rows go where their own table takes no COPY: three statements. */
export interface Draft {
  readonly empty: string
  readonly copy: string
  readonly move: string
}

/** Rows of a COPY, handed through Kysely as the only parameter of its statement. */
export class CopyRows {
  readonly bytes: Uint8Array
  /** The way around for a table that may stand behind row security. */
  readonly draft: Draft | null

  constructor(bytes: Uint8Array, draft: Draft | null = null) {
    this.bytes = bytes
    this.draft = draft
  }
}

/** The pool that Kysely sees, and the mark of the transaction that is open around the caller. */
export interface GuardedPool extends PostgresPool {
  /** Runs `work` marked as inside a transaction: it may not take another connection meanwhile. */
  inside<T>(work: () => Promise<T>): Promise<T>
  /** From now on nothing is committed before `keeper` has it; for an engine of one session. */
  keepWith(keeper: Keeper): void
  connections(): Connections
}

/** What a pool is doing. */
export interface Connections {
  readonly busy: number
  readonly idle: number
  /** Callers that wait for a connection. */
  readonly waiting: number
}

export interface GuardOptions {
  /** Whether the server holds tenants apart by `app.tenant`, which each connection is then told. */
  tellsTenant: boolean
}

/**
 * Wraps a pool of `pg`: whoever asks for a second connection inside a transaction gets an error at
 * once. On PGlite, which has one session, it would wait for itself for ever; on PostgreSQL it would
 * read what the transaction has not yet written, which is worse for being silent.
 */
export function guardPool(pool: pg.Pool, { tellsTenant }: GuardOptions): GuardedPool {
  const around = new AsyncLocalStorage<{ open: boolean }>()
  const ear = new ChangeEar()
  let keeper: Keeper | null = null
  pool.on('error', ignoreLostConnection)
  pool.on('connect', (client) => {
    client.on('error', ignoreLostConnection)
    ear.listen(client)
  })
  return {
    async connect(): Promise<PostgresPoolClient> {
      assert(
        around.getStore()?.open !== true,
        'inside a transaction only the transaction itself may be used, not the pool',
      )
      const client = await connectTo(pool)
      if (tellsTenant) await tellTenant(client)
      if (keeper === null) return wrapClient(client, tellsTenant, null)
      return keepChanges(wrapClient(client, tellsTenant, ear), ear, keeper)
    },
    keepWith(given) {
      keeper = given
    },
    connections() {
      const { totalCount, idleCount: idle, waitingCount: waiting } = pool
      return { busy: totalCount - idle, idle, waiting }
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

/** What each connection was last told: the usual case, the same tenant again, costs no question. */
const told = new WeakMap<pg.PoolClient, number | null>()

/**
 * Sets `app.tenant` of the session to the tenant of the scope around the caller. Where there is none
 * it is emptied, so that row security refuses instead of answering for whoever asked before.
 */
async function tellTenant(client: pg.PoolClient): Promise<void> {
  const tenant = currentTenant()
  if ((told.get(client) ?? null) === tenant) return
  try {
    await client.query(tenant === null ? 'reset app.tenant' : `set app.tenant = '${tenant}'`)
    told.set(client, tenant)
  } catch (error) {
    client.release(true)
    throw unreachable(error)
  }
}

/** The query that was running is told of the loss itself; without a listener the process dies. */
function ignoreLostConnection(): void {}

function wrapClient(
  client: pg.PoolClient,
  isWalled: boolean,
  ear: ChangeEar | null,
): PostgresPoolClient {
  let lost = false
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    // What a lost session began is rolled back already; saying so must not hide why it was lost.
    if (lost && sql === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] }
    try {
      return await runQuery({ client, isWalled, ear }, sql, parameters)
    } catch (error) {
      lost ||= isLoss(error)
      throw lost ? unreachable(error) : brokenOff(error)
    }
  }
  const wrapped = { query, release: () => client.release(lost) }
  return wrapped as unknown as PostgresPoolClient
}

/** A client with what is known of where it leads. */
interface Connected {
  readonly client: pg.PoolClient
  readonly isWalled: boolean
  readonly ear: ChangeEar | null
}

function runQuery(
  { client, isWalled, ear }: Connected,
  sql: string,
  parameters: readonly unknown[],
): Promise<unknown> {
  const [only] = parameters
  if (!(only instanceof CopyRows)) return ask(client, sql, [...parameters])
  if (isWalled && only.draft !== null) return copyThrough(client, only.draft, only)
  const isTold = ear !== null && !/^copy pg_temp\./.test(sql)
  return isTold ? keepCopy(client, ear, sql, only) : copyIn(client, sql, only)
}

async function ask(client: pg.PoolClient, text: string, values: unknown[]): Promise<unknown> {
  const name = preparedName(text)
  if (name === null) return client.query(text, values)
  try {
    return await client.query({ name, text, values })
  } catch (error) {
    if (!forgetPrepared(error)) throw error
    return client.query(text, values)
  }
}

async function copyThrough(client: pg.PoolClient, draft: Draft, rows: CopyRows): Promise<unknown> {
  await client.query(draft.empty)
  await copyIn(client, draft.copy, rows)
  return client.query(draft.move)
}

/**
 * The trigger would read every row a second time, so it is told that the rows are known already; but
 * only where they would come out the same again: a number or a moment that the engine fills in where
 * the lines say nothing is seen by the trigger alone.
 */
async function keepCopy(
  client: pg.PoolClient,
  ear: ChangeEar,
  sql: string,
  rows: CopyRows,
): Promise<unknown> {
  const { table, columns } = copiedInto(sql)
  const filled = ear.filled.get(table) ?? (await filledIn(client, table))
  ear.filled.set(table, filled)
  const given = columns.split(', ')
  const isWhole = filled.every((column) => given.includes(`"${column}"`))
  if (!isWhole) return copyIn(client, sql, rows)
  const { rows: told } = await client.query<{ transaction: string }>(KNOWN)
  const result = await copyIn(client, sql, rows)
  await client.query(`select set_config('journal.known', 'off', true)`)
  ear.copied({ table, columns }, rows.bytes, told[0]?.transaction ?? '')
  return result
}

/** Tells the triggers that rows are known, and which transaction they belong to. */
const KNOWN = `select pg_current_xact_id()::text as transaction,
  set_config('journal.known', 'on', true)`

/** Columns that the engine fills in by counting or by asking, not by a constant. */
async function filledIn(client: pg.PoolClient, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname::text as name from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
        and (a.attidentity <> '' or a.attgenerated <> ''
          or pg_get_expr(d.adbin, d.adrelid) like '%(%')`,
    [`public."${table}"`],
  )
  return rows.map(({ name }) => name)
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

/** SQLSTATE query_canceled with these words: the limit for statements, not somebody's cancelling. */
function brokenOff(error: unknown): unknown {
  const isOverdue =
    error instanceof pg.DatabaseError &&
    error.code === '57014' &&
    /statement timeout/.test(error.message)
  return isOverdue ? Object.assign(new Problem('store-slow'), { cause: error }) : error
}

function unreachable(error: unknown): Problem {
  if (error instanceof Problem) return error
  const reason = error instanceof Error ? error.message : String(error)
  return Object.assign(new Problem('store-unreachable', { reason }), { cause: error })
}
