import { type Selectable, sql } from 'kysely'
import { type JsonValue, Problem, type ProblemCode, type Uuid } from '../../base/index.ts'
import type { Database, JobState, JobTable } from '../tables.ts'

/** A job as people see it. Times are ISO in UTC. */
export interface JobView {
  id: Uuid
  kind: string
  title: string
  actor: Uuid
  state: JobState
  /** True from the wish to cancel until the worker has noticed it. */
  cancelAsked: boolean
  stage: string | null
  done: number
  /** Null while it is not known how much there is to do. */
  total: number | null
  input: JsonValue
  result: JsonValue | null
  problem: { code: ProblemCode; details: Record<string, string | number> } | null
  createdAt: string
  startedAt: string | null
  endedAt: string | null
}

export interface JobPage {
  items: JobView[]
  /** Hand it in as `cursor` for the next page; null on the last one. */
  next: string | null
}

export interface JobFilter {
  kind?: string
  states?: readonly JobState[]
  /** Labels that may be seen: of jobs on anything else nothing is told. All, when it is not said. */
  labels?: readonly number[]
  cursor?: string | null
  /** At most 200; 50 when it is not said. */
  limit?: number
}

const PAGE_MAX = 200
const PAGE = 50

/** Jobs of a tenant, newest first. */
export async function listJobs(
  db: Database,
  tenant: number,
  filter: JobFilter = {},
): Promise<JobPage> {
  const limit = Math.min(filter.limit ?? PAGE, PAGE_MAX)
  let query = db.selectFrom('job').selectAll().where('tenant', '=', tenant)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states)
  if (filter.labels !== undefined) query = query.where(isSeen(filter.labels))
  if (filter.cursor) {
    const [time, id] = filter.cursor.split('|')
    if (time === undefined || id === undefined) throw new Problem('not-found')
    query = query.where(sql<boolean>`(created_at, id) < (${time}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? `${last.created_at}|${last.id}` : null
  return { items: rows.slice(0, limit).map(viewOf), next }
}

const isSeen = (labels: readonly number[]) =>
  sql<boolean>`(label is null or label = any(${labels}::int2[]))`

/** Problem `not-found` where there is none, or none on anything with one of these labels. */
export async function readJob(
  db: Database,
  tenant: number,
  id: Uuid,
  labels?: readonly number[],
): Promise<JobView> {
  let query = db.selectFrom('job').selectAll().where('tenant', '=', tenant).where('id', '=', id)
  if (labels !== undefined) query = query.where(isSeen(labels))
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return viewOf(row)
}

/** What of one kind is not finished. */
export interface JobBacklog {
  readonly kind: string
  readonly waiting: number
  readonly running: number
  /** Of the running ones: without a sign of life for longer than the given time. */
  readonly silent: number
  /** When the oldest that waits was recorded. */
  readonly waitingSince: string | null
}

/** What of a tenant's jobs is not finished, by kind. */
export async function readBacklog(
  db: Database,
  tenant: number,
  silentMs: number,
): Promise<JobBacklog[]> {
  const { rows } = await sql<JobBacklog>`
    select kind, (count(*) filter (where state = 'waiting'))::int4 as waiting,
      (count(*) filter (where state = 'running'))::int4 as running,
      (count(*) filter (where state = 'running'
        and beat_at < clock_timestamp() - ${silentMs}::int * interval '1 ms'))::int4 as silent,
      min(created_at) filter (where state = 'waiting') as "waitingSince"
    from job where tenant = ${tenant} and state in ('waiting', 'running')
    group by kind order by kind`.execute(db)
  return rows
}

/** Gives the jobs that work on something the label that it has from now on. */
export async function labelJobs(
  tx: Database,
  tenant: number,
  about: { readonly subject: Uuid; readonly label: number },
): Promise<void> {
  await tx
    .updateTable('job')
    .set({ label: about.label })
    .where('tenant', '=', tenant)
    .where('subject', '=', about.subject)
    .execute()
}

/**
 * Cancels a waiting job at once and asks a running one to stop: its worker notices within a second
 * or at its next progress. A job that has ended stays as it is. Problem `not-found`.
 */
export async function cancelJob(
  db: Database,
  tenant: number,
  id: Uuid,
  now: Date,
): Promise<JobView> {
  await db
    .updateTable('job')
    .set({
      cancel_asked: true,
      ended_at: sql`case when state = 'waiting' then ${now.toISOString()}::timestamptz end`,
      problem: sql`case when state = 'waiting'
        then '{"code":"job-cancelled","details":{}}'::jsonb end`,
      state: sql`case when state = 'waiting' then 'cancelled' else state end`,
    })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  return readJob(db, tenant, id)
}

function viewOf(row: Selectable<JobTable>): JobView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    actor: row.actor,
    state: row.state,
    cancelAsked: row.cancel_asked,
    stage: row.stage,
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    input: row.input,
    result: row.result,
    problem: row.problem,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
