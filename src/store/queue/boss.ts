import { CompiledQuery, sql } from 'kysely'
import PgBoss from 'pg-boss'
import type { Database } from '../tables.ts'

/** What pg-boss asks of a database. */
interface Executor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** pg-boss's own record that a job is waiting; ours is in the `job` row. */
export interface Notice {
  tenant: number
  id: string
}

/** How long pg-boss's own housekeeping may wait; it only clears away notices. */
const HOUSEKEEPING_SECONDS = 300

/**
 * pg-boss over our own connections. It only carries notices: a notice is deleted as soon as its job
 * row has been claimed, so none of its own timeouts, retries or archives decides anything.
 */
export async function startBoss(read: Database): Promise<PgBoss> {
  const boss = new PgBoss({
    db: sessionExecutor(read),
    schedule: false,
    maintenanceIntervalSeconds: HOUSEKEEPING_SECONDS,
  })
  // Housekeeping that fails is tried again; the loops report what touches a job.
  boss.on('error', () => {})
  await boss.start()
  return boss
}

function queueName(kind: string): string {
  return `job-${kind}`
}

/**
 * Creates the kind's queue where it is missing, inside the caller's transaction, which pg-boss's own
 * `createQueue` cannot do. `short`: a second notice of a job is refused while the first one waits.
 */
export async function ensureQueue(db: Database, kind: string): Promise<void> {
  await sql`select pgboss.create_queue(${queueName(kind)}, '{"policy":"short"}'::json)`.execute(db)
}

export async function sendNotice(
  boss: PgBoss,
  db: Database,
  kind: string,
  notice: Notice,
): Promise<void> {
  await boss.send(queueName(kind), notice, {
    db: executorOf(db),
    singletonKey: `${notice.tenant}.${notice.id}`,
    retryLimit: 0,
  })
}

/** Takes one notice away, or null when there is none. */
export async function takeNotice(boss: PgBoss, kind: string): Promise<Notice | null> {
  const [found] = await boss.fetch<Notice>(queueName(kind))
  if (found === undefined) return null
  await boss.deleteJob(queueName(kind), found.id)
  return found.data
}

function executorOf(db: Database): Executor {
  return {
    executeSql: async (text, values = []) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}

/** pg-boss sends whole transactions as one text; a failed one must not stay open on the session. */
function sessionExecutor(read: Database): Executor {
  return {
    executeSql: (text, values = []) =>
      read.connection().execute(async (session) => {
        try {
          return await executorOf(session).executeSql(text, values)
        } catch (error) {
          await session.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
          throw error
        }
      }),
  }
}
