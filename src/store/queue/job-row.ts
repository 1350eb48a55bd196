import { type Selectable, sql } from 'kysely'
import { Problem } from '../../base/index.ts'
import type { Database, JobProblem, JobTable } from '../tables.ts'

/** Who holds a job: the row's key and the fence under which it was taken. */
export interface Holding {
  tenant: number
  id: string
  fence: number
}

/** Thrown when another worker has taken the job meanwhile: this one must write nothing more. */
export class FenceLost extends Error {}

/** A job that never gets through is given up: it may be what kills its worker. */
const ATTEMPTS_MAX = 20

export const CANCELLED: JobProblem = { code: 'job-cancelled', details: {} }

/** True while the last sign of life is younger than the lease, by the database's own clock. */
const hasLivingWorker = (leaseMs: number) =>
  sql<boolean>`state = 'running'
    and coalesce(beat_at > clock_timestamp() - ${leaseMs}::int * interval '1 ms', false)`

/** Takes a waiting job, or one whose worker gives no sign of life; null when there is none to take. */
export async function claimJob(
  db: Database,
  key: { tenant: number; id: string },
  now: Date,
  leaseMs: number,
): Promise<Selectable<JobTable> | null> {
  const row = await db
    .updateTable('job')
    .set({
      state: 'running',
      fence: sql`fence + 1`,
      started_at: sql`coalesce(started_at, ${now.toISOString()}::timestamptz)`,
      beat_at: sql`clock_timestamp()`,
    })
    .where('tenant', '=', key.tenant)
    .where('id', '=', key.id)
    .where('state', 'in', ['waiting', 'running'])
    .where(sql<boolean>`not (${hasLivingWorker(leaseMs)})`)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  const end = endBeforeBegin(row)
  if (end === null) return row
  await endJob(db, row, end, now)
  return null
}

function endBeforeBegin(row: Selectable<JobTable>): JobEnd | null {
  if (row.cancel_asked) return { state: 'cancelled', result: null, problem: CANCELLED }
  if (row.fence <= ATTEMPTS_MAX) return null
  const problem: JobProblem = { code: 'job-abandoned', details: { attempts: ATTEMPTS_MAX } }
  return { state: 'failed', result: null, problem }
}

/** A sign of life. Throws `FenceLost`; returns whether somebody wants the job cancelled. */
export async function beat(db: Database, holding: Holding): Promise<boolean> {
  const row = await db
    .updateTable('job')
    .set({ beat_at: sql`clock_timestamp()` })
    .where('tenant', '=', holding.tenant)
    .where('id', '=', holding.id)
    .where('fence', '=', holding.fence)
    .where('state', '=', 'running')
    .returning('cancel_asked')
    .executeTakeFirst()
  if (row === undefined) throw new FenceLost(`job ${holding.id} was taken by another worker`)
  return row.cancel_asked
}

/** Writes progress inside the caller's transaction; see `JobRun.progress`. */
export async function writeProgress(
  tx: Database,
  holding: Holding,
  progress: { stage: string; done: number; total: number | null; checkpoint: string },
): Promise<void> {
  const row = await tx
    .updateTable('job')
    .set({ ...progress, beat_at: sql`clock_timestamp()` })
    .where('tenant', '=', holding.tenant)
    .where('id', '=', holding.id)
    .where('fence', '=', holding.fence)
    .where('state', '=', 'running')
    .returning('cancel_asked')
    .executeTakeFirst()
  if (row === undefined) throw new FenceLost(`job ${holding.id} was taken by another worker`)
  if (row.cancel_asked) throw new Problem('job-cancelled')
}

export interface JobEnd {
  state: 'done' | 'failed' | 'cancelled'
  /** JSON text, or null. */
  result: string | null
  problem: JobProblem | null
}

/** Ends a job that is still ours; somebody else's is left alone. */
export async function endJob(
  db: Database,
  holding: Holding,
  end: JobEnd,
  now: Date,
): Promise<void> {
  await db
    .updateTable('job')
    .set({
      state: end.state,
      result: end.result,
      problem: end.problem === null ? null : JSON.stringify(end.problem),
      ended_at: now.toISOString(),
    })
    .where('tenant', '=', holding.tenant)
    .where('id', '=', holding.id)
    .where('fence', '=', holding.fence)
    .where('state', '=', 'running')
    .execute()
}

/** Gives a job back, to be finished from its checkpoint by whoever takes it next. */
export async function giveBack(db: Database, holding: Holding): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'waiting', beat_at: null })
    .where('tenant', '=', holding.tenant)
    .where('id', '=', holding.id)
    .where('fence', '=', holding.fence)
    .where('state', '=', 'running')
    .execute()
}

/** On one process alone every running job is a dead one's: there is nobody else who could run it. */
export async function giveBackAll(db: Database, tenant: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'waiting', beat_at: null })
    .where('tenant', '=', tenant)
    .where('state', '=', 'running')
    .execute()
}

/** A tenant's oldest jobs of these kinds that nobody works on: waiting, or without a sign of life. */
export async function findIdleJobs(
  db: Database,
  { tenant, kinds, limit }: { tenant: number; kinds: readonly string[]; limit: number },
  leaseMs: number,
): Promise<Pick<Selectable<JobTable>, 'tenant' | 'id' | 'kind'>[]> {
  if (kinds.length === 0) return []
  return db
    .selectFrom('job')
    .select(['tenant', 'id', 'kind'])
    .where('tenant', '=', tenant)
    .where('kind', 'in', kinds)
    .where('state', 'in', ['waiting', 'running'])
    .where(sql<boolean>`not (${hasLivingWorker(leaseMs)})`)
    .orderBy('created_at')
    .limit(limit)
    .execute()
}
