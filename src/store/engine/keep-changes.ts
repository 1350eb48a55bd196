import type { PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** What one statement did to the rows of a table. */
export interface Change {
  readonly what: 'INSERT' | 'UPDATE' | 'DELETE' | 'COPY'
  readonly table: string
  /** Columns of COPY's lines; of the others a row is whole. */
  readonly columns?: string
  /** Rows as an array of PostgreSQL's, or as COPY's lines. */
  readonly rows: string
}

/** What one transaction did, before it is committed. */
export interface ChangeSet {
  /** PostgreSQL's number of the transaction. */
  readonly transaction: string
  readonly changes: readonly Change[]
}

/** Keeps what is about to be committed. */
export interface Keeper {
  /** Puts it where a killed process leaves it, before the commit; answers its number. */
  keep(set: ChangeSet): Promise<number>
  /** Returns when everything up to this number survives a power cut. */
  settled(number: number): Promise<void>
  /** A commit failed of which nobody knows whether it came through: nothing more may be taken. */
  fail(error: unknown): void
}

/** SQLSTATE by which our trigger marks its notices. */
export const CHANGE_CODE = 'LJ001'

/** Only such a statement can change rows outside a transaction. */
const WRITES = /^\s*(?:insert|update|delete|merge|copy|with\b[\s\S]*\b(?:insert|update|delete)\b)/i

/** The changes of the open transaction, which the engine tells as notices. */
export class ChangeEar {
  /** Columns of tables that the engine fills in; they are the same as long as it is open. */
  readonly filled = new Map<string, readonly string[]>()
  #changes: Change[] = []
  #transaction = ''

  listen(client: pg.PoolClient): void {
    client.on('notice', ({ code, detail, message }) => {
      if (code !== CHANGE_CODE || detail === undefined || message === undefined) return
      const [what = '', table = '', transaction = ''] = detail.split(' ')
      this.#transaction = transaction
      this.#changes.push({ what: what as Change['what'], table, rows: message })
    })
  }

  /** COPY hands its lines over itself: they need not be told again. */
  copied(into: { table: string; columns: string }, lines: Uint8Array, transaction: string): void {
    this.#transaction = transaction
    const rows = Buffer.from(lines.buffer, lines.byteOffset, lines.length).toString('utf8')
    this.#changes.push({ what: 'COPY', ...into, rows })
  }

  take(): ChangeSet | null {
    const changes = this.#changes
    this.#changes = []
    return changes.length === 0 ? null : { transaction: this.#transaction, changes }
  }
}

/** Table and columns of a COPY as `insertRows` writes it. */
export function copiedInto(sql: string): { table: string; columns: string } {
  const [, table = '', columns = ''] = /^copy "([^"]+)" \((.*)\) from stdin$/.exec(sql) ?? []
  return { table, columns }
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown>

/**
 * Wraps a client so that nothing is committed before the keeper has it: what stands in a transaction
 * is handed over when its commit is asked for, and a single statement that writes gets a transaction
 * of its own. Whoever opened a transaction waits for `settled` himself, once the session is free.
 */
export function keepChanges(
  client: PostgresPoolClient,
  ear: ChangeEar,
  keeper: Keeper,
): PostgresPoolClient {
  const plain = client.query.bind(client) as unknown as Query
  let isInside = false
  let hasFailed = false
  const commit: Query = async (sql, parameters) => {
    isInside = false
    const set = ear.take()
    if (set === null || hasFailed) return plain(sql, parameters)
    try {
      await keeper.keep(set)
    } catch (error) {
      await plain('rollback', [])
      throw error
    }
    try {
      return await plain(sql, parameters)
    } catch (error) {
      keeper.fail(error)
      throw error
    }
  }
  const alone: Query = async (sql, parameters) => {
    await plain('begin', [])
    try {
      const result = await plain(sql, parameters)
      const set = ear.take()
      const number = set === null ? null : await keeper.keep(set)
      await plain('commit', []).catch((error: unknown) => {
        if (number !== null) keeper.fail(error)
        throw error
      })
      if (number !== null) await keeper.settled(number)
      return result
    } catch (error) {
      ear.take()
      await plain('rollback', []).catch(() => {})
      throw error
    }
  }
  const query: Query = async (sql, parameters) => {
    if (/^(?:begin|start transaction)\b/i.test(sql)) {
      isInside = true
      hasFailed = false
      ear.take()
      return plain(sql, parameters)
    }
    if (sql === 'commit') return commit(sql, parameters)
    if (sql === 'rollback') {
      isInside = false
      ear.take()
      return plain(sql, parameters)
    }
    if (!isInside && WRITES.test(sql)) return alone(sql, parameters)
    try {
      return await plain(sql, parameters)
    } catch (error) {
      hasFailed = true
      throw error
    }
  }
  return { query, release: () => client.release() } as unknown as PostgresPoolClient
}
